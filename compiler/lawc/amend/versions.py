"""The texts of an act on several days as one text, in which what changes has versions.

An article is compared by its paragraphs, or as a whole where it has none: these have sentences,
and a sentence can begin with its period in force.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from lawc.amend.comparing import Pair, front_lines, lines, pairs
from lawc.amend.elements import Text, Way
from lawc.amend.lines import with_element, with_lines, without_element
from lawc.amend.operations import Path
from lawc.amend.periods import dated, first_day
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Undated:
    """What cannot change on a day of its own: the path, and whether it is what is in front."""

    path: Path
    day: date


@dataclass(frozen=True, slots=True)
class _Change:
    """An element whose lines are other from a day on; None where it is not."""

    path: Path
    old: str | None
    new: str | None


def merged(first: Text, later: tuple[tuple[date, Text], ...]) -> Text | Undated:
    """Return the text on the first day, with what is other on later days beside it."""
    result = first
    for (_, before), (day, after) in pairwise(((date.min, first), *later)):
        if front_lines(before) != front_lines(after):
            return Undated((), day)
        for pair in pairs(before, after):
            for change in _changes(before, after, pair):
                made = None if change is None else _versioned(result, change, day)
                if made is None:
                    return Undated(pair.path if change is None else change.path, day)
                result = made
    return result


def _changes(old: Text, new: Text, pair: Pair) -> Iterator[_Change | None]:
    """Yield what is other in an element; None for what has no sentences."""
    before, after = (
        None if way is None else text.written(way)
        for text, way in ((old, pair.old), (new, pair.new))
    )
    if before == after:
        return
    if any(len(text.find(pair.path)) > 1 for text in (old, new)):
        yield None  # which of its versions would end or begin is not said
        return
    ways = pair.old, pair.new
    if None not in ways and all(_divided(*one) for one in zip((old, new), ways, strict=True)):
        assert pair.old is not None
        assert pair.new is not None
        if lines(old, pair.old, whole=False) != lines(new, pair.new, whole=False):
            yield None
            return
        for below in pair.below:
            yield from _changes(old, new, below)
        return
    yield _Change(pair.path, before, after)


def _divided(text: Text, way: Way | None) -> bool:
    return way is not None and any(one.level == "paragraph" for one in text.unit(way).units)


def _versioned(text: Text, change: _Change, day: date) -> Text | None:
    """Return the text with the old lines up to a day and the new ones from it, if it can be."""
    found = text.find(change.path)
    place: Way | None = found[-1] if found else None
    begun = None if place is None else first_day(text, place)
    new = None if change.new is None else _started(text, change.new, day)
    if place is not None and begun is not None and begun >= day:
        if change.new is None:
            return without_element(text, place)  # it never is in force
        return with_lines(text, place, (new or change.new).strip())
    made: Text | None = text
    inert = False
    if place is not None and change.old is not None:
        made = dated(text, place, None, day - timedelta(days=1))
        inert = made is None
    if change.new is None or (new is None and not inert):
        return made  # what is repealed has no version from that day on
    if new is None:
        return None  # one note cannot become another on a day
    if inert:
        assert place is not None
        return with_lines(text, place, new.strip())
    assert made is not None
    way = _after(made, change.path, place)
    return None if way is None else with_element(made, way, change.path[-1][0], new)


def _started(text: Text, lines_: str, day: date) -> str | None:
    """Return the lines of an element with a period in force from a day on."""
    made = dated(text.changed(lines_), (0,), day, None)
    return None if made is None else made.written((0,))


def _after(text: Text, path: Path, last: Way | None) -> Way | None:
    """Return the way of a new version: after the last one, or where its number belongs."""
    if last is not None:
        return (*last[:-1], last[-1] + 1)
    parents = text.find(path[:-1])
    if not parents:
        return None
    way = (*parents[-1], text.place_for(parents[-1], *path[-1]))
    return None if way == (0,) else way
