"""Closing words: a line below the last item of a list that belongs to the whole list.

1. A person who:
   1) sells a card; or
   2) burns one,
   shall pay a fine.

Elements are read from numbers alone, and a line without a number goes on with the item above.
Whether it closes the list is read from the layout: a line that goes on with an item begins to
the right of the number of the item; closing words do not, and a sign stands before them. Those
of a list in the last item stand before those of the list around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lawc.records import dataclass
from lawc.syntax.lines import Line
from lawc.syntax.structure import Unit

_TAB = 4
_SIGN = re.compile(r"[.,;:\u2013\u2014|\]-]\s*\Z|;\s*\w+\s*\Z")  # `; or` too


@dataclass(frozen=True, slots=True)
class Closing:
    """The place where closing words begin: a line of the text of the last item.

    `level` is that of the items of the list that they close. They are not `sure` where the
    layout does not tell whether the line goes on with the item.
    """

    line: int
    level: str
    sure: bool


def closings(
    text: str, root: Unit, levels: frozenset[str]
) -> Mapping[int, tuple[Closing, ...]]:
    """Return the closing words of lists, by where the number of the last item begins.

    Items are elements of `levels`.

    Of several lists that end with one item, the closing words stand in the order of the text.
    """
    by_last_item: dict[int, tuple[Closing, ...]] = {}
    _find(text, root, levels, by_last_item)
    return by_last_item


def _find(
    text: str,
    holder: Unit,
    levels: frozenset[str],
    by_last_item: dict[int, tuple[Closing, ...]],
) -> None:
    items = [unit for unit in holder.units if unit.level in levels]
    if items and _leads(text, holder):
        last = items[-1]
        while last.units:
            last = last.units[-1]
        if last.level in levels:
            around = by_last_item.get(last.span.start, ())
            closing = _closing(text, items, last, around[0].line if around else None)
            if closing is not None:
                by_last_item[last.span.start] = (closing, *around)
    for unit in holder.units:
        if unit.units:
            _find(text, unit, levels, by_last_item)


def _leads(text: str, holder: Unit) -> bool:
    """Return whether the text of an element goes on in what stands inside it."""
    lines = [line.text for line in holder.text if line.terminal == "TEXT"]
    return bool(lines) and text[lines[-1].end - 1] != "."


def _closing(text: str, items: list[Unit], last: Unit, end: int | None) -> Closing | None:
    """Return the closing words of a list in the text of its last item, up to a line."""
    number = _column(text, items[-1].span.start)
    for place, line in _further_lines(text, last):
        if place == end:
            return None
        if _column(text, line.text.start) > number:
            continue
        signed = _SIGN.search(text, last.span.start, line.text.start) is not None
        loose = _loose(text, items)
        if signed or not loose:
            return Closing(place, items[-1].level, signed and not loose)
    return None


def _further_lines(text: str, unit: Unit) -> Iterator[tuple[int, Line]]:
    """Yield the lines of the text of an element that begin below its first words."""
    begun = False
    end = unit.span.end
    for place, line in enumerate(unit.text):
        if line.terminal == "TEXT" and begun and "\n" in text[end : line.text.start]:
            yield place, line
        begun = begun or line.terminal in ("TEXT", "NOTE")
        end = line.text.end


def _loose(text: str, items: Sequence[Unit]) -> bool:
    """Return whether a line that goes on with an item begins below or before its number.

    Last items are not looked at: closing words may stand below them.
    """
    for unit in items:
        if unit.units and _loose(text, unit.units):
            return True
        if unit is items[-1]:
            continue
        number = _column(text, unit.span.start)
        if not unit.units and any(
            _column(text, line.text.start) <= number for _, line in _further_lines(text, unit)
        ):
            return True
    return False


def _column(text: str, offset: int) -> int:
    start = text.rfind("\n", 0, offset) + 1
    return len(text[start:offset].expandtabs(_TAB))
