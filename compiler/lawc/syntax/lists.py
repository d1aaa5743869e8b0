"""Lists and their lead-ins: what is wrong if the one stands without the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree
from lawc.syntax.numbering import Numbering
from lawc.syntax.passages import Passage
from lawc.syntax.structure import Unit
from lawc.syntax.words import words


class ListRead(NamedTuple):
    """An element with its sentences, and with what stands below them.

    `opened` is what its last sentence announces, None if it announces nothing.
    """

    unit: Unit
    sentences: tuple[Tree, ...]
    opened: str | None
    items: tuple[Passage, ...]
    rows: tuple[Tree, ...]
    where: str


def list_problems(
    source: Source, numbering: Numbering, read: ListRead, *, are_items: bool
) -> Iterator[Diagnostic]:
    """Yield what is wrong; `are_items` says that elements of other levels seem to be items."""
    unit, opened = read.unit, read.opened
    tabled = [line for line in unit.text if line.terminal == "ROW"]
    if opened is None and not read.items and not tabled:
        return

    def problem(code: Code, message: str, span: Span, help_: str) -> Diagnostic:
        return Diagnostic(code, message, Label(source, span), help=help_, where=read.where)

    listed = [item for item in read.items if item.listed]
    span = _last_line(unit) or unit.span
    written = any(line.terminal == "TEXT" for line in unit.text)
    last = _last_words(source, span)
    begun = (read.sentences or not written) and unit.level != "act"
    if listed and opened is None and begun and not _is_note(unit):
        text = " ".join(source.text[last.start : last.end].split())
        yield problem(
            Code.LIST_WITHOUT_LEAD_IN,
            f"a list follows `{text}`, which does not begin one",
            last,
            "end the text before the list with a lead-in that says what the items are, "
            "and a colon",
        )
    if tabled and opened != "row" and not any(x.terminal == "NOTE" for x in unit.text):
        yield problem(
            Code.LIST_WITHOUT_LEAD_IN,
            "a table stands here, and the sentence before it does not announce one",
            tabled[0].text,
            "say above the table what its rows give",
        )
    if opened == "row" and not read.rows and not any(x.terminal == "ROW" for x in unit.text):
        yield problem(
            Code.LEAD_IN_WITHOUT_LIST,
            "this sentence announces a table, and none follows",
            span,
            "write its rows below, each as `| ... | ... |`",
        )
    if opened not in (None, "row") and not listed:
        yield problem(
            Code.LEAD_IN_WITHOUT_LIST,
            "this sentence ends in a colon, and no list follows",
            _last_words(source, span, 1),
            f"number the items `{numbering.first_item}`: a number with a full stop "
            "begins a paragraph"
            if are_items
            else "write the items below, each with its number",
        )


def _is_note(unit: Unit) -> bool:
    """Return whether an element is a note, and so is all that stands in it."""
    terminals = {line.terminal for line in unit.text}
    return (
        terminals <= {"NOTE", "MARK"} and "NOTE" in terminals and all(map(_is_note, unit.units))
    )


def _last_words(source: Source, span: Span, count: int = 5) -> Span:
    """Return where the last few words of `span` stand."""
    row = words(source.text, *span)[-count:]
    return Span(row[0].start, row[-1].end) if row else span


def _last_line(unit: Unit) -> Span | None:
    lines = [line.text for line in unit.text if line.terminal == "TEXT"]
    return lines[-1] if lines else None
