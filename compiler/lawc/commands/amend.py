"""`lawc amend`: the text of an act with an amending act applied to it."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from lawc.commands.problems import show, worth_showing
from lawc.commands.usage import UsageError
from lawc.files import write_all

if TYPE_CHECKING:
    from lawc.backends.documents.table import Table
    from lawc.diagnostics.model import Diagnostic
    from lawc.source import Source

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
    "--redline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the new text with tracked changes: FILE.docx.",
)
def command(
    act: Path,
    amendment: Path,
    *,
    out: Path | None,
    check: bool,
    leading: bool,
    table: Path | None,
    redline: Path | None,
) -> None:
    """Print the text of ACT with AMENDMENT applied, or write it to a file.

    With --from, ACT and AMENDMENT are two texts of one act, the old and the new one; what is
    written is the amending act between them, in the language of amendments. It was applied to
    the old text: the result says what the new text says, and is the same in every byte if both
    are laid out as by `lawc fmt`.

    Nothing is printed or written if there is any problem.
    """
    wanted = _Wanted(table, redline)
    _check_usage(out, wanted, check=check, leading=leading)
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


def _check_usage(out: Path | None, wanted: _Wanted, *, check: bool, leading: bool) -> None:
    table, redline = wanted
    if leading and (check or table or redline):
        raise UsageError("with `--from` no text is made: leave `--check` and documents out")
    if table is not None and table.suffix not in TABLES:
        ends = ", ".join(TABLES)
        raise UsageError(f"`{table}` is no table: let its name end in one of {ends}")
    if redline is not None and redline.suffix != ".docx":
        raise UsageError(f"`{redline}` is no document: let its name end in .docx")
    paths = [one.resolve() for one in (out, table, redline) if one is not None]
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
        if check and not problems:
            problems = worth_showing(compile_text(found, text).problems, notes=False)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    documents = {} if problems else _documents(source, text, amending, language, wanted)
    return text.text, documents, problems


def _documents(
    source: Source, text: Source, amending: Source, language: str, wanted: _Wanted
) -> dict[Path, str | bytes]:
    from lawc.amend.comparing import rows
    from lawc.amend.elements import Text
    from lawc.amend.reading import read_amendment

    old, new = Text(source, language), Text(text, language)
    found: dict[Path, str | bytes] = {}
    if wanted.table is not None:
        from lawc.backends.documents.table import table

        steps = read_amendment(amending, language)[0].steps
        made = table(" ".join(old.title), rows(old, new, steps), {}, language)
        found[wanted.table] = _table(made, wanted.table.suffix)
    if wanted.redline is not None:
        from lawc.backends.documents.redline import redline

        found[wanted.redline] = redline(old, new)
    return found


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
    if not (grammar_folder() / f"amendments.{language}.lark").is_file():
        raise UsageError(f"there is no grammar for amendments in `{language}`")
    return language
