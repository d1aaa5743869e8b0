"""`lawc amend`: the text of an act with an amending act applied to it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from lawc.commands.problems import show, worth_showing
from lawc.commands.usage import UsageError
from lawc.files import write_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lawc.backends.documents.table import Table
    from lawc.compare.acts import Comparisons
    from lawc.diagnostics.model import Diagnostic
    from lawc.pipeline import Compiled
    from lawc.source import Source

COMPARED = (".md", ".html", ".json", ".txt")  # how a comparison may be written
TABLES = (".md", ".html", ".docx")  # how a comparative table may be written


@click.command("amend")
@click.argument("act", type=click.Path(path_type=Path))
@click.argument("amendment", type=click.Path(path_type=Path))
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, dir_okay=False), help="Where to write it."
)
@click.option("--check", is_flag=True, help="Also report what is wrong with the new text.")
@click.option(
    "--from",
    "leading",
    is_flag=True,
    help="Write the amending act that leads from the text ACT to the text AMENDMENT.",
)
@click.option(
    "--table",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the comparative table: FILE.md, FILE.html or FILE.docx.",
)
@click.option(
    "--diff",
    "compared",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write whom it affects: FILE.md, FILE.html, FILE.json or FILE.txt (extra `smt`).",
)
@click.option(
    "--redline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the new text with tracked changes: FILE.docx.",
)
def command(  # noqa: PLR0913 - an option each
    act: Path,
    amendment: Path,
    *,
    out: Path | None,
    check: bool,
    leading: bool,
    table: Path | None,
    compared: Path | None,
    redline: Path | None,
) -> None:
    """Print the text of ACT with AMENDMENT applied, or write it to a file.

    With --from, ACT and AMENDMENT are two texts of one act, the old and the new one; what is
    written is the amending act between them, in the language of amendments. It was applied to
    the old text: the result says what the new text says, and is the same in every byte if both
    are laid out as by `lawc fmt`.

    Nothing is printed or written if there is any problem.
    """
    wanted = _Wanted(table, redline, compared)
    _check_usage(out, wanted, check=check, leading=leading)
    read = (act, amendment) if leading else (amendment,)  # an act may be amended in its place
    if out is not None and out.resolve() in {one.resolve() for one in read}:
        raise UsageError(f"`{out}` is read: write to another file")
    if leading:
        text, problems = _leading(act, amendment)
        documents: dict[Path, str | bytes] = {}
    else:
        text, documents, problems = _amended(act, amendment, wanted, check=check)
    if problems:
        show(problems)
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    files = {**({} if out is None else {out: text}), **documents}
    if not files:
        click.echo(text, nl=False)
        return
    try:
        write_all(files)
    except OSError as error:
        name = error.filename or next(iter(files))
        raise UsageError(f"`{name}` cannot be written: {error.strerror}") from error
    for path in files:
        click.echo(f"wrote {path}")


class _Wanted(NamedTuple):
    """Documents about the amendment, and where to write them."""

    table: Path | None
    redline: Path | None
    compared: Path | None


def _check_usage(out: Path | None, wanted: _Wanted, *, check: bool, leading: bool) -> None:
    table, redline, compared = wanted
    if leading and (check or any(wanted)):
        raise UsageError("with `--from` no text is made: leave `--check` and documents out")
    if table is not None and table.suffix not in TABLES:
        ends = ", ".join(TABLES)
        raise UsageError(f"`{table}` is no table: let its name end in one of {ends}")
    if redline is not None and redline.suffix != ".docx":
        raise UsageError(f"`{redline}` is no document: let its name end in .docx")
    if compared is not None and compared.suffix not in COMPARED:
        ends = ", ".join(COMPARED)
        raise UsageError(f"`{compared}` is no comparison: let its name end in one of {ends}")
    if compared is not None and find_spec("z3") is None:
        raise UsageError("comparing needs the solver: pip install 'lawc[smt]'")
    paths = [one.resolve() for one in (out, *wanted) if one is not None]
    if len(set(paths)) < len(paths):
        raise UsageError(
            "two things are to be written to one file: give each a name of its own"
        )
    if (redline or (table and table.suffix == ".docx")) and find_spec("docx") is None:
        raise UsageError("a .docx file needs python-docx: pip install 'lawc[docx]'")


def _amended(
    act: Path, amendment: Path, wanted: _Wanted, *, check: bool
) -> tuple[str, dict[Path, str | bytes], tuple[Diagnostic, ...]]:
    """Return the amended text, the documents that are wanted, and every problem."""
    from lawc.amend.applying import consolidated
    from lawc.pipeline import UnreadableError, compile_text, find_act, read_source

    try:
        found = find_act(act)
        language = _language(found.language)
        source, amending = read_source(found.text), read_source(amendment)
        text, problems = consolidated(source, amending, language)
        if problems:
            return text.text, {}, problems
        asked = wanted.table is not None or wanted.compared is not None
        both = [compile_text(found, one) for one in (source, text)] if check or asked else []
        if check or wanted.compared is not None:
            problems = worth_showing(both[1].problems, notes=False)
            problems = (*(() if both[0].law else both[0].errors), *problems)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    if problems:
        return text.text, {}, problems
    comparison = _comparison(found.key, both, amendment.name) if asked else None
    documents = _documents(source, text, amending, language, wanted, comparison)
    if wanted.compared is not None:
        assert comparison is not None
        documents[wanted.compared] = _comparison_text(comparison, wanted.compared.suffix)
    return text.text, documents, ()


def _comparison(key: str, both: list[Compiled], amending: str) -> Comparisons | None:
    """Return what the amendment changes for whom; None if a text does not compile."""
    before, after = both[0].law, both[1].law
    if before is None or after is None:
        click.echo(
            "lawc: whom it affects is left open, for a text has errors: use --check", err=True
        )
        return None
    if find_spec("z3") is None:
        message = "lawc: whom it affects needs the solver: pip install 'lawc[smt]'"
        click.echo(message, err=True)
        return None
    from lawc.compare.acts import ActCompared, Comparisons
    from lawc.compare.report import compare

    made = ActCompared(key, compare(before, after))
    name = both[0].act.source.name
    return Comparisons((name, f"{name} + {amending}"), (made,), {})


def _comparison_text(found: Comparisons, suffix: str) -> str:
    match suffix:
        case ".md":
            from lawc.compare.rendering.as_markdown import markdown

            return markdown(found)
        case ".html":
            from lawc.compare.rendering.as_html import html

            return html(found)
        case ".json":
            from lawc.compare.rendering.as_json import comparison_json

            return comparison_json(found)
        case _:
            from lawc.compare.rendering.as_text import text

            return text(found)


def _documents(
    source: Source,
    text: Source,
    amending: Source,
    language: str,
    wanted: _Wanted,
    comparison: Comparisons | None,
) -> dict[Path, str | bytes]:
    from lawc.amend.comparing import rows
    from lawc.amend.elements import Text
    from lawc.amend.reading import read_amendment

    old, new = Text(source, language), Text(text, language)
    found: dict[Path, str | bytes] = {}
    if wanted.table is not None:
        from lawc.backends.documents.table import table

        steps = read_amendment(amending, language)[0].steps
        found_rows = rows(old, new, steps)
        affected = _affected(comparison, language, [one.path for one in found_rows])
        made = table(" ".join(old.title), found_rows, affected, language)
        found[wanted.table] = _table(made, wanted.table.suffix)
    if wanted.redline is not None:
        from lawc.backends.documents.redline import redline

        found[wanted.redline] = redline(old, new)
    return found


def _affected(
    comparison: Comparisons | None, language: str, paths: list[Any]
) -> Mapping[Any, str]:
    """Return whom the change of each element affects."""
    if comparison is None:
        return {}
    from lawc.compare.rendering.as_cells import cells
    from lawc.compare.report import Compared

    (act,) = comparison.acts
    assert isinstance(act.found, Compared)
    return cells(act.found, language, paths)


def _table(made: Table, suffix: str) -> str | bytes:
    match suffix:
        case ".docx":
            from lawc.backends.documents.table_docx import table_docx

            return table_docx(made)
        case ".html":
            from lawc.backends.documents.table_html import table_html

            return table_html(made)
        case _:
            from lawc.backends.documents.table_markdown import table_markdown

            return table_markdown(made)


def _leading(old: Path, new: Path) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the amending act between two texts."""
    from lawc.amend.writing import Written, amending_act
    from lawc.pipeline import UnreadableError, find_act, read_source

    try:
        act = find_act(old)
        before, after = read_source(act.text), read_source(find_act(new).text)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    found = amending_act(before, after, _language(act.language))
    if not isinstance(found, Written):
        return "", (found,)
    if not found.exact:
        click.echo("lawc: the new text is reached but for its layout: see `lawc fmt`", err=True)
    return found.text, ()


def _language(stem: str) -> str:
    """Return the language of a file by its name: `en.law`, `before.en.law`.

    Raises:
        UsageError: there is no grammar for amendments in it.
    """
    from lawc.syntax.tables import grammar_folder

    language = stem.rpartition(".")[2]
    known = sorted(
        one.name.split(".")[1]
        for one in grammar_folder().iterdir()
        if one.name.startswith("amendments.")
    )
    if language not in known:
        names = " or ".join(f"`{stem}.{one}.law`" for one in known)
        raise UsageError(
            f"there is no grammar for amendments in `{language}`: the name of a text "
            f"ends in its language, here {names}"
        )
    return language
