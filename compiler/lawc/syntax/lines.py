"""The lines of an act, and of which level an element is whose label could be of several.

`(i)` after `(h)` may be the next letter, or the first number of a list in (h). The labels
around it tell: `(ii)` or `(j)` follows; or the sign before it does, a colon or a semicolon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.numbering import Level

_LABELLED = "LEVEL_"
_MIXED = 4  # from this level on, dots stand among elements of the level that follows them
_OPENS = re.compile(r"[:\u2014\u2013-]\s*\Z")
_ENDS = re.compile(r"[;.]\s*(?:\w+\s*)?\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a part of one: its terminal, its number or word, where its text stands.

    `levels` are those that its label may be of, if several have such labels. The line is not
    `sure` if the lines around it do not tell of which it is.
    """

    terminal: str
    number: str
    text: Span
    span: Span
    remark: str = ""
    levels: tuple[Level, ...] = ()
    sure: bool = True


def settled(text: str, lines: Sequence[Line], levels: Sequence[Level]) -> tuple[Line, ...]:
    """Return the lines of an act, each label as that of one level."""
    if not any(line.levels or line.terminal == "OMITTED" for line in lines):
        return tuple(lines)
    return tuple(_settled(text, lines, levels))


def _settled(text: str, lines: Sequence[Line], levels: Sequence[Level]) -> Iterator[Line]:
    last: dict[int, str] = {}  # the number of the element that is open, by rank
    for place, line in enumerate(lines):
        if line.levels:
            line = _of_one_level(text, lines, place, last)  # noqa: PLW2901
        elif line.terminal == "OMITTED":
            line = _omitted(lines, place, last)  # noqa: PLW2901
        if line.terminal.startswith(_LABELLED):
            rank = _rank(line)
            for deeper in range(rank + 1, len(levels)):
                last.pop(deeper, None)
            last[rank] = line.number
        yield line


def _rank(line: Line) -> int:
    return int(line.terminal[-1]) - 1


def _of_one_level(text: str, lines: Sequence[Line], place: int, last: dict[int, str]) -> Line:
    """Return a line as one of the level that the lines around it tell."""
    line = lines[place]
    fitting = [level for level in line.levels if _fits(level, line.number, last)]
    if not fitting:
        after = [level for level in line.levels if level.rank in last]
        return _as(line, (after or list(line.levels))[-1 if after else 0])
    if fitting[1:]:
        told = {
            level.rank: level
            for level in (_by_next(lines, place, fitting), _by_sign(text, line, fitting, last))
            if level is not None
        }
        if len(told) != 1:
            return replace(_as(line, fitting[0]), sure=False)
        fitting = list(told.values())
    return _as(line, fitting[0])


def _as(line: Line, level: Level) -> Line:
    return replace(line, terminal=f"{_LABELLED}{level.rank + 1}")


def _fits(level: Level, number: str, last: dict[int, str]) -> bool:
    """Return whether a number follows those of its level, or begins them."""
    before = last.get(level.rank)
    if before is None:
        return number == level.first
    return number == before or level.follows(before, number)


def _by_next(lines: Sequence[Line], place: int, fitting: Sequence[Level]) -> Level | None:
    """Return the level of which the next label goes on with this one, None if of no one."""
    line = lines[place]
    following = _next_like(lines, place)
    if following is None:
        return None
    if following.number == line.number:  # the first of a list in this one
        return fitting[0]
    on = [level for level in fitting if level.is_number(following.number)]
    on = [level for level in on if level.follows(line.number, following.number)]
    return on[0] if len(on) == 1 else None


def _next_like(lines: Sequence[Line], place: int) -> Line | None:
    """Return the next line whose label is of a level that the one at `place` may be of."""
    terminals = {f"{_LABELLED}{level.rank + 1}": level for level in lines[place].levels}
    highest = min(level.rank for level in terminals.values())
    for line in lines[place + 1 :]:
        if line.terminal in terminals or set(line.levels) & set(terminals.values()):
            return line
        if line.terminal.startswith(_LABELLED) and not line.levels and _rank(line) < highest:
            return None
    return None


def _by_sign(
    text: str, line: Line, fitting: Sequence[Level], last: dict[int, str]
) -> Level | None:
    """Return the level that the sign before a label tells: that of a list, or the same one."""
    goes_on = [level for level in fitting if level.rank in last]
    begins = [level for level in fitting if level.rank not in last]
    if len(goes_on) != 1 or len(begins) != 1:
        return None
    before = text[max(0, line.span.start - 40) : line.span.start]
    if _OPENS.search(before):
        return begins[0]
    return goes_on[0] if _ENDS.search(before) else None


def _omitted(lines: Sequence[Line], place: int, last: dict[int, str]) -> Line:
    """Return a line of dots among the elements of the level that follows it."""
    following = next((x for x in lines[place + 1 :] if x.terminal.startswith(_LABELLED)), None)
    if following is None:
        return lines[place]
    levels = [level.rank for level in following.levels if level.rank in last]
    rank = levels[-1] if levels else _rank(following)
    if rank + 1 < _MIXED:
        return lines[place]
    return replace(lines[place], terminal=f"OMITTED_{rank + 1}")
