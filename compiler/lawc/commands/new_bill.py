"""A bill as an act to begin with: `lawc new PLACE/ACT --from TEXT`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawc.commands.moving import moved_into
from lawc.commands.new import refuse_what_is_there
from lawc.commands.problems import show
from lawc.commands.usage import UsageError
from lawc.files import TooLargeError, read_whole

if TYPE_CHECKING:
    from lawc.desk.bill import Bill

_ENDINGS = (".txt", ".md", ".docx")
_HEAD = """\
# What the words of {key} mean. `lawc new` found these declarations missing in the bill;
# that which most of its elements lack stands first, those that rest on others behind them.
# To use one, take the "# " before its lines away, look whether it says what you mean, and
# take "Note. Not read yet:" from the elements that it is for. Then run `lawc check`.
"""


def begin_bill(root: Path, place: str, act: str, bill: Path) -> None:
    """Write the act of a bill, and what its vocabulary has to say.

    Raises:
        UsageError: the bill cannot be read, or something is there already.
    """
    from lawc.desk.bill import read_bill
    from lawc.folders import UnreadableError, read_source
    from lawc.source import Source
    from lawc.syntax.numbering import NumberingError, numbering_beside, numbering_of

    where = root / place
    refuse_what_is_there(where / act / "en.law", where / f"{act}.vocabulary")
    text = _text(bill)
    try:
        numbering = numbering_beside(where / act / "en.law", "en")
        source = Source(f"{place}/{act}/en.law", text, str(bill), numbering)
        there = tuple(read_source(path) for path in sorted(where.glob("*.vocabulary")))
    except (UnreadableError, NumberingError) as error:
        raise UsageError(str(error)) from error
    vocabularies = there or (Source(f"{place}/{act}.vocabulary", ""),)
    result = read_bill(source, f"{place}/{act}", vocabularies)
    if not result.read and not result.unread:
        top = numbering_of(numbering, "en").levels[0]
        raise UsageError(
            f"`{bill}` has no {top.key}: one begins a line with `{top.label(top.first)}`; "
            "where they are numbered otherwise, `en.numbering` in its folder says so"
        )
    if result.problems:
        show(result.problems)
        click.echo("lawc: nothing was written", err=True)
        sys.exit(1)
    texts = {
        f"{place}/{act}/en.law": result.text,
        f"{place}/{act}.vocabulary": _vocabulary(f"{place}/{act}", result),
    }
    with moved_into(root, texts) as (_, keep):
        keep()
    click.echo(f"wrote {where / act / 'en.law'}: {_count(result.read)} read, ", nl=False)
    click.echo(f'{result.unread} not yet (they begin "Note. Not read yet:")')
    count = len(result.declarations)
    click.echo(f"wrote {where / f'{act}.vocabulary'}: {count} declarations to choose from")
    click.echo("to go on: lawc guide vocabulary")


def _count(number: int) -> str:
    return "1 element" if number == 1 else f"{number} elements"


def _vocabulary(key: str, bill: Bill) -> str:
    declared = (
        "".join(f"# {line}\n" for line in text.splitlines()) for text in bill.declarations
    )
    return "\n".join((_HEAD.format(key=key), *declared))


def _text(path: Path) -> str:
    """Return the text of a bill.

    Raises:
        UsageError: it cannot be read.
    """
    from lawc.desk.bill import from_markdown

    if path.suffix.lower() not in _ENDINGS:
        raise UsageError(f"`{path}` cannot be read: its name ends in none of .txt, .md, .docx")
    try:
        with path.open("rb") as file:
            data = read_whole(file)
    except TooLargeError as error:
        raise UsageError(f"`{path}` {error}") from error
    if path.suffix.lower() == ".docx":
        return _document(path, data)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise UsageError(f"`{path}` is not UTF-8 text: see line {line}") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return from_markdown(text) if path.suffix.lower() == ".md" else text


def _document(path: Path, data: bytes) -> str:
    try:
        from lawc.desk.word import DocumentError, document_text
    except ModuleNotFoundError as error:
        if error.name != "docx":
            raise
        raise UsageError("a .docx file needs python-docx: pip install 'lawc[docx]'") from error
    try:
        return document_text(data)
    except DocumentError as error:
        raise UsageError(f"`{path}` cannot be read: {error}") from error
