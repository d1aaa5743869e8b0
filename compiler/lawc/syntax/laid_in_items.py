"""Sentences that are laid out in items: a lead-in, its items, and the words that close it.

Before: `the sum of-` `(A) the price, and` `(B) the fee,` `rounded to the nearest cent.` After:
one row of words, `the sum of LIST ITEM the price , and ITEM the fee LIST_END , rounded to the
nearest cent .`, in which a sign stands where the list begins, where an item does, and where the
list ends. What joins the items is what stands between them; what ends the last one goes on with
the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from lawc.source import Source, Span
from lawc.syntax.closing import Closing, closings
from lawc.syntax.lines import Line
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.numbering import Numbering
from lawc.syntax.structure import Unit
from lawc.syntax.words import Word, words

LIST, ITEM, LIST_END = "\ue000", "\ue001", "\ue002"
OMITTED = "omitted"  # the level of a line of dots
SIGNS = frozenset((LIST, ITEM, LIST_END))
DASHES = frozenset("\u2014\u2013-")
_OPENING = DASHES | {":"}
_ENDING = frozenset(",;.")


def with_closing_words(source: Source, root: Unit, numbering: Numbering) -> Unit:
    """Return an act in which the closing words of a list stand with the element of the lead-in.

    They are told from the layout, as `lawc.syntax.closing` says.
    """
    closed = closings(source.text, root, numbering.listing)
    sure = {
        start: tuple([closing for closing in several if closing.sure])
        for start, several in closed.items()
    }
    if not any(sure.values()):
        return root
    return _closed(root, sure)[0]


def _closed(
    unit: Unit, closed: Mapping[int, tuple[Closing, ...]]
) -> tuple[Unit, list[tuple[str, tuple[Line, ...]]]]:
    """Return a unit, and the closing words in it that belong to lists around it, by level."""
    if not unit.units:
        ends = closed.get(unit.span.start, ())
        if not ends:
            return unit, []
        places = [*(closing.line for closing in ends), len(unit.text)]
        pieces = [
            (closing.level, unit.text[place : places[n + 1]])
            for n, (closing, place) in enumerate(zip(ends, places, strict=False))
        ]
        return replace(unit, text=unit.text[: places[0]]), pieces
    below, left = [], list[tuple[str, tuple[Line, ...]]]()
    closing: tuple[Line, ...] = ()
    for inner in unit.units:
        kept, pieces = _closed(inner, closed)
        below.append(kept)
        for level, lines in pieces:
            if level == inner.level:
                closing = (*closing, *lines)
            else:
                left.append((level, lines))
    return replace(unit, units=tuple(below), closing=closing), left


def ends_in_dash(text: str, unit: Unit) -> bool:
    """Return whether the text of an element ends in a dash: it goes on in items."""
    lines = [line.text for line in unit.text if line.terminal == "TEXT"]
    return bool(lines and unit.units) and text[lines[-1].end - 1] in DASHES


def row_of(source: Source, lead: tuple[Word, ...], unit: Unit) -> tuple[Word, ...]:
    """Return the words of a sentence that begins with `lead` and goes on in items."""
    return tuple(_row(source.text, lead, unit))


def _row(text: str, lead: tuple[Word, ...], unit: Unit) -> Iterator[Word]:
    if all(below.level == OMITTED for below in unit.units):
        yield from lead
        return
    end = len(lead)
    while end and lead[end - 1].folded in _OPENING:
        end -= 1
    yield from lead[:end]
    start = lead[end].start if end < len(lead) else unit.units[0].span.start
    yield Word(LIST, start, lead[-1].end if lead else start)
    rows = [tuple(_item(text, below)) for below in unit.units if below.level != OMITTED]
    *before, last = rows
    for row in before:
        yield from row
    at = _end_of(last)
    yield from last[:at]
    place = last[at - 1].end if at else unit.units[-1].span.end
    yield Word(LIST_END, place, place)
    yield from last[at:]
    yield from (word for line in _texts(unit.closing) for word in words(text, *line))


def _item(text: str, unit: Unit) -> Iterator[Word]:
    yield Word(ITEM, unit.span.start, unit.span.end)
    lead = tuple(word for line in _texts(unit.text) for word in words(text, *line))
    yield from _row(text, lead, unit)


def _texts(lines: tuple[Line, ...]) -> Iterator[Span]:
    noted = False
    for line in lines:
        noted = noted or line.terminal == "NOTE"
        if line.terminal == "TEXT" and not noted:
            yield line.text


def _end_of(row: tuple[Word, ...]) -> int:
    """Return the place before the sign that ends an item, and a word that joins after it."""
    for place in (len(row) - 1, len(row) - 2):
        if place > 0 and row[place].folded in _ENDING:
            return place
    return len(row)


def runs_on(tree: Tree) -> bool:
    """Return whether a sentence goes on in items."""
    waiting: list[object] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Written) and node.text == ITEM:
            return True
        if isinstance(node, Tree):
            waiting += node.children
    return False


def ends_before(text: str, unit: Unit) -> bool:
    """Return whether the last item of a list ends in a full stop."""
    last = unit.units[-1]
    while last.units:
        last = last.units[-1]
    lines = [line.text for line in last.text if line.terminal == "TEXT"]
    return bool(lines) and text[lines[-1].end - 1] == "."


def after_full_stop(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return what stands after the first sentence of some lines."""
    for place, line in enumerate(lines):
        row = words(text, *line.text) if line.terminal == "TEXT" else ()
        end = next((word.end for word in row if word.folded == "."), None)
        if end is not None:
            rest = Span(end, line.text.end)
            left = lines[place + 1 :]
            return (replace(line, text=rest), *left) if text[end : rest.end].strip() else left
    return ()


CUT_HELP = (
    "begin the list where the sentence asks for several things, and join the last two of them"
)


def not_in_items(source: Source, row: tuple[Word, ...], place: int) -> tuple[str, Span] | None:
    """Return what is said where a sentence does not go on in items as it is laid out."""
    if not 0 <= place < len(row) or row[place].folded not in SIGNS:
        return None
    before = row[max(0, place - 1)]
    span = Span(before.start, before.end)
    text = " ".join(source.text[span.start : span.end].split())
    return f"the sentence does not go on in items as it does after `{text}`", span


def ends_in_gap(unit: Unit) -> bool:
    """Tell whether an excerpt leaves out what stands between a unit and the next one."""
    last = unit.units[-1] if unit.units else None
    return last is not None and (last.level == OMITTED or ends_in_gap(last))
