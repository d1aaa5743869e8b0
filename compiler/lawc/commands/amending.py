"""The texts that `lawc amend` writes: amended text, documents about it, amending act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from lawc.commands.idle import left_idle
from lawc.commands.problems import worth_showing
from lawc.commands.usage import UsageError
from lawc.files import read_whole

if TYPE_CHECKING:
    from lawc.backends.documents.table import Table
    from lawc.compare.acts import Comparisons
    from lawc.diagnostics.model import Diagnostic
    from lawc.folders import ActFolder
    from lawc.pipeline import Compiled
    from lawc.source import Source


class Wanted(NamedTuple):
    """Documents about the amendment, and where to write them."""

    table: Path | None
    redline: Path | None
    compared: Path | None


class Amended(NamedTuple):
    """A text to be written, or None if a problem stops that; documents about it."""

    text: str | None
    problems: tuple[Diagnostic, ...]
    documents: Mapping[Path, str | bytes] = {}


def amended_text(act: Path, amendment: Path, wanted: Wanted, *, check: bool | None) -> Amended:
    """Return the text of an act with an amendment applied, as it is to be written.

    Args:
        act: the act, or its text.
        amendment: the text of the amending act.
        wanted: the documents to make.
        check: whether warnings of the new text stop it too; None if only errors do, False if
            the text is not checked.
    """
    from lawc.amend.applying import amended
    from lawc.amend.line_ends import with_line_ends
    from lawc.folders import UnreadableError, find_act, read_source
    from lawc.pipeline import vocabulary_of

    try:
        folder = find_act(act)
        language = _language(folder)
        source = read_source(folder.text)
        amending = replace(read_source(amendment, str(amendment)), numbering=source.numbering)
        vocabulary, sentences = vocabulary_of(folder)
        result = amended(
            source,
            amending,
            language,
            versions=any(day.chooses_versions for day in vocabulary.parameters.values()),
            sentences=sentences if folder.vocabularies else None,
        )
        faults = () if check is False else result.faults
        if result.problems or faults:
            return Amended(None, result.problems or (*faults, *result.remarks))
        compared = _compiled(folder, source, result.text, wanted, amendment.name, check=check)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    if compared.stopped:
        return Amended(None, compared.problems)
    documents = _documents(source, result.text, amending, language, wanted, compared.comparison)
    written = with_line_ends(_raw_text(folder.text), result.text.text)
    return Amended(written, (*result.remarks, *compared.problems), documents)


class _Compared(NamedTuple):
    """The problems of the new text, and its comparison with the old text if wanted."""

    problems: tuple[Diagnostic, ...] = ()
    stopped: bool = False
    comparison: Comparisons | None = None


def _compiled(
    act: ActFolder,
    old: Source,
    new: Source,
    wanted: Wanted,
    amending: str,
    *,
    check: bool | None,
) -> _Compared:
    """Check the new text, and compare it with the old one if that is wanted.

    Raises:
        UnreadableError: there is no vocabulary, and what is asked for needs one.
    """
    from lawc.pipeline import compile_text

    compares = wanted.table is not None or wanted.compared is not None
    if not act.vocabularies and not check and wanted.compared is None:
        if check is None:
            _say(f"the new text is not checked: there is no vocabulary for `{act.key}`")
        return _Compared()
    if check is False and not compares:
        return _Compared()
    after = compile_text(act, new)
    shown = worth_showing(after.problems, notes=False)
    if check is None and shown and not after.errors:
        known = {_wording(problem) for problem in compile_text(act, old).problems}
        shown = tuple(problem for problem in shown if _wording(problem) not in known)
    if (check and shown) or (check is not False and after.errors):
        return _Compared(shown, stopped=True)
    before = compile_text(act, old)
    if check is not False:
        shown = (*shown, *left_idle(before, after))
    if not compares:
        return _Compared(shown)
    if wanted.compared is not None and (before.errors or after.errors):
        return _Compared((*before.errors, *after.errors), stopped=True)
    return _Compared(
        () if check is False else shown,
        comparison=_comparison(act.key, before, after, amending),
    )


def _wording(problem: Diagnostic) -> tuple[str, str]:
    return problem.code.value, problem.message


def _say(message: str) -> None:
    click.echo(f"lawc: {message}", err=True)


def _raw_text(path: Path) -> str:
    """Return a text as it is on the disk, with its line ends and the mark before it."""
    with path.open("rb") as file:
        return read_whole(file).decode()


def _comparison(
    key: str, before: Compiled, after: Compiled, amending: str
) -> Comparisons | None:
    """Return what the amendment changes for whom; None if a text does not compile."""
    if before.law is None or after.law is None:
        _say("whom the amendment affects is not shown: a text has errors")
        return None
    if find_spec("z3") is None:
        _say("whom the amendment affects needs the solver: pip install 'lawc[smt]'")
        return None
    from lawc.compare.acts import ActCompared, Comparisons
    from lawc.compare.report import compare

    changes = ActCompared(key, compare(before.law, after.law))
    name = before.act.source.name
    return Comparisons((name, f"{name} + {amending}"), (changes,), {})


def _comparison_text(comparison: Comparisons, suffix: str) -> str:
    match suffix:
        case ".md":
            from lawc.compare.rendering.as_markdown import markdown

            return markdown(comparison)
        case ".html":
            from lawc.compare.rendering.as_html import html

            return html(comparison)
        case ".json":
            from lawc.compare.rendering.as_json import comparison_json

            return comparison_json(comparison)
        case _:
            from lawc.compare.rendering.as_text import text

            return text(comparison)


def _documents(
    source: Source,
    text: Source,
    amending: Source,
    language: str,
    wanted: Wanted,
    comparison: Comparisons | None,
) -> dict[Path, str | bytes]:
    """Return the documents that are wanted."""
    from lawc.amend.comparing import rows
    from lawc.amend.elements import Text
    from lawc.amend.reading import read_amendment

    old, new = Text(source, language), Text(text, language)
    documents: dict[Path, str | bytes] = {}
    if wanted.table is not None:
        from lawc.backends.documents.table import table

        steps = read_amendment(amending, language)[0].steps
        table_rows = rows(old, new, steps)
        affected = _affected(comparison, language, [row.path for row in table_rows])
        comparative = table(" ".join(old.title), table_rows, affected, language)
        documents[wanted.table] = _table(comparative, wanted.table.suffix)
    if wanted.redline is not None:
        from lawc.backends.documents.redline import redline

        documents[wanted.redline] = redline(old, new)
    if wanted.compared is not None:
        assert comparison is not None
        documents[wanted.compared] = _comparison_text(comparison, wanted.compared.suffix)
    return documents


def _affected(
    comparison: Comparisons | None, language: str, paths: list[Any]
) -> Mapping[Any, str]:
    """Return whom the change of each element affects."""
    if comparison is None:
        return {}
    from lawc.compare.rendering.as_cells import cells
    from lawc.compare.report import Compared

    (act,) = comparison.acts
    assert isinstance(act.result, Compared)
    return cells(act.result, language, paths)


def _table(table: Table, suffix: str) -> str | bytes:
    match suffix:
        case ".docx":
            from lawc.backends.documents.table_docx import table_docx

            return table_docx(table)
        case ".html":
            from lawc.backends.documents.table_html import table_html

            return table_html(table)
        case _:
            from lawc.backends.documents.table_markdown import table_markdown

            return table_markdown(table)


def amending_act_between(old: Path, new: Path) -> Amended:
    """Return the amending act that leads from one text to another."""
    from lawc.amend.writing import Written, amending_act
    from lawc.folders import UnreadableError, find_act, read_source

    try:
        act = find_act(old)
        before, after = read_source(act.text), read_source(find_act(new).text)
    except UnreadableError as error:
        raise UsageError(str(error)) from error
    outcome = amending_act(before, after, _language(act))
    if not isinstance(outcome, Written):
        return Amended(None, (outcome,))
    if not outcome.exact:
        _say("the amending act gives the new text, but for its layout: see `lawc fmt`")
    return Amended(outcome.text, ())


def _language(act: ActFolder) -> str:
    """Return the language of an act.

    Raises:
        UsageError: there is no grammar for amendments in it.
    """
    from lawc.syntax.tables import grammar_folder

    known = sorted(
        file.name.split(".")[1]
        for file in grammar_folder().iterdir()
        if file.name.startswith("amendments.")
    )
    if act.language not in known:
        names = " or ".join(f"`{act.text.stem}.{language}.law`" for language in known)
        raise UsageError(
            f"there is no grammar for amendments in `{act.language}`: the name of a text "
            f"ends in its language, here {names}"
        )
    return act.language
