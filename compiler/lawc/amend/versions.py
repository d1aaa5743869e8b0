"""The editions of an act on several days as one text, with versions of changed elements.

Before and after an amendment that has effect from 1 January 2027:

2. The fee is 5 euro.          2. In force to 31 December 2026, the fee is 5 euro.
2. The fee is 6 euro.          2. In force from 1 January 2027, the fee is 6 euro.

An amendment is applied to the edition in force on its day: of an element that has versions,
the one of that day stands in it. An element that differs then is cut. Articles are compared by
their paragraphs, or as wholes if they have none: these have sentences, and a sentence can begin
with its period in force. A list of sentences, with nothing above it, is compared by its points.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from lawc.amend.edition import Edition, Element, Way, have_versions
from lawc.amend.laying import laid
from lawc.amend.operations import Path
from lawc.amend.periods import Periods, sentences_apart
from lawc.amend.stops import Doubt
from lawc.records import dataclass

Articles: TypeAlias = Container[tuple[str, str]] | None
"""Articles by level and number, or all."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Undated:
    """An element that cannot change on a day of its own; the path of the front is empty.

    `doubt` are words of it if it is not certain where its sentences end; `later` tells that a
    version in it comes into force after the day, which would be lost; `same` that only its
    period is another, which goes no further than up to the next version.
    """

    path: Path
    day: date
    doubt: str = ""
    later: bool = False
    same: bool = False


@dataclass(frozen=True, slots=True)
class _Change:
    """An element that differs from a day on; None on the side that lacks it.

    `parts` says that only its own lines or closing words differ, and its paragraphs have
    sentences of their own; `several` that a number stands twice.
    """

    path: Path
    old: Element | None
    new: Element | None
    parts: bool = False
    several: bool = False


def edition_on(day: date, whole: Edition, periods: Periods, among: Articles = None) -> Edition:
    """Return the edition in force on a day: of versions of an element, one is left.

    That is the one in force on the day, or else the next one to come into force. If `among` is
    given, the articles that are not among these are left with all their versions.
    """
    if not have_versions(tuple(unit for unit in whole.units if _is_among(unit, among))):
        return whole
    return whole.but(units=_on(day, whole.units, periods, among))


def _is_among(unit: Element, among: Articles) -> bool:
    return among is None or unit.key in among


def _on(
    day: date, units: tuple[Element, ...], periods: Periods, among: Articles
) -> tuple[Element, ...]:
    counts = Counter(unit.key for unit in units if unit.level != "omitted")
    chosen: list[Element] = []
    for unit in units:
        if not _is_among(unit, among):
            chosen.append(unit)
            continue
        if counts[unit.key] > 1:
            versions = [version for version in units if version.key == unit.key]
            if unit not in _chosen(day, versions, periods):
                continue
        inside = _on(day, unit.units, periods, None) if unit.versioned else unit.units
        chosen.append(unit if inside is unit.units else unit.but(units=inside))
    return tuple(chosen)


def _chosen(day: date, versions: list[Element], periods: Periods) -> list[Element]:
    """Return the versions in force on a day, or the first that comes into force after it."""
    now = [version for version in versions if periods.in_force(version, day)]
    return now or _later(day, versions, periods)[:1]


def _later(day: date, versions: list[Element], periods: Periods) -> list[Element]:
    """Return the versions that come into force after a day, in the order of their days."""
    starts = [(periods.first_day(version), version) for version in versions]
    later = [(start, version) for start, version in starts if start and start > day]
    return [version for _, version in sorted(later, key=lambda pair: pair[0])]


def later_versions(
    day: date, whole: Edition, periods: Periods, among: Articles, way: Way = ()
) -> Iterator[Way]:
    """Yield the ways to versions of elements that come into force after a day."""
    units = whole.inside(way)
    counts = Counter(unit.key for unit in units if unit.level != "omitted")
    for place, unit in enumerate(units):
        if not _is_among(unit, among):
            continue
        if counts[unit.key] > 1:
            start = periods.first_day(unit)
            if start and start > day:
                yield (*way, place)
                continue
        if unit.versioned:
            yield from later_versions(day, whole, periods, None, (*way, place))


def with_versions(
    whole: Edition,
    old: Edition,
    new: Edition,
    day: date,
    periods: Periods,
    *,
    strict: bool,
) -> Edition | Undated:
    """Return the whole text in which the differences of two editions hold from a day on.

    Args:
        whole: the text with the versions of all days.
        old: the edition in force on the day, before the amendments of the day.
        new: the same after them.
        day: the day from which the new one holds.
        periods: reads and writes periods.
        strict: whether elements that cannot have versions may not change; else they do at once.
    """
    if old is new:
        return whole
    if old.front != new.front:
        if strict:
            return Undated((), day)
        whole = whole.but(front=new.front)
    for change in _changes(old.units, new.units, ()):
        result = _Cutting(whole, day, periods, strict).cut(change)
        if isinstance(result, Undated):
            return result
        whole = result
    return whole


def _changes(
    old: tuple[Element, ...], new: tuple[Element, ...], above: Path
) -> Iterator[_Change]:
    """Yield the smallest elements with sentences of their own that differ."""
    if old is new:
        return
    before, after = _by_key(old), _by_key(new)
    for key in dict.fromkeys((*after, *before)):
        path = (*above, key)
        was, now = before.get(key, []), after.get(key, [])
        if len(was) == len(now) and all(
            left is right or left.text == right.text
            for left, right in zip(was, now, strict=True)
        ):
            continue
        if max(len(was), len(now)) > 1:
            yield _Change(path, was[0] if was else None, now[0] if now else None, several=True)
            continue
        earlier, later = was[0] if was else None, now[0] if now else None
        if earlier and later and sentences_apart(earlier) and sentences_apart(later):
            if (earlier.lines, earlier.closing) != (later.lines, later.closing):
                yield _Change(path, earlier, later, parts=True)
            yield from _changes(earlier.units, later.units, path)
        else:
            yield _Change(path, earlier, later)


def _by_key(units: tuple[Element, ...]) -> dict[tuple[str, str], list[Element]]:
    by_key: dict[tuple[str, str], list[Element]] = {}
    for unit in units:
        by_key.setdefault(unit.key, []).append(unit)
    return by_key


@dataclass(frozen=True, slots=True)
class _Cutting:
    """Cuts elements of a text on one day."""

    whole: Edition
    day: date
    periods: Periods
    strict: bool

    def cut(self, change: _Change) -> Edition | Undated:
        """Return the text with the old element up to the day and the new one from it."""
        way = self._way(change)
        if change.parts or change.several:
            return self._at_once(change, way)
        if way is not None and change.old is not None:
            there = self.whole.element(way)  # with the versions of other days in it
            if there.versioned and any(self._begins_later(unit) for unit in there.within()):
                return Undated(change.path, self.day, later=True)
            change = replace(change, old=there)
        end = self._last_day(change, way)
        if end is not None and self._reads_alike(change, end):
            return Undated(change.path, self.day, same=True)
        new = change.new and self._with_period(change.new, self.day, end)
        old = change.old and self._with_period(change.old, None, self.day - _DAY)
        for dated in (old, new):
            if isinstance(dated, Doubt):
                return Undated(change.path, self.day, dated.words)
        assert not isinstance(old, Doubt)
        assert not isinstance(new, Doubt)
        if change.old is None or way is None:
            return self._add(change, new)
        begun = self.periods.first_day(change.old)
        if begun is not None and begun >= self.day:  # it never was in force as it stands
            if change.new is None:
                return self.whole.without(way)
            return self._put(way, change.old, change.new if new is None else new)
        if old is None:  # a note
            return (
                self._at_once(change, way) if new is None else self._put(way, change.old, new)
            )
        if new is None:  # what is repealed has no version from the day on
            return self._put(way, change.old, old)
        return self._put(way, change.old, old, new)

    def _reads_alike(self, change: _Change, end: date) -> bool:
        """Return whether only a period changes, to one that cannot be so long."""
        if change.old is None or change.new is None:
            return False
        before, after = (
            self.periods.with_period(element, self.day, end)
            for element in (change.old, change.new)
        )
        return isinstance(before, str) and before == after

    def _begins_later(self, element: Element) -> bool:
        start = self.periods.first_day(element)
        return start is not None and start > self.day

    def _way(self, change: _Change) -> Way | None:
        """Return the way to the old element in the whole text."""
        ways = self.whole.find(change.path)
        same = [way for way in ways if self.whole.element(way) is change.old]
        if same or len(ways) < 2:  # noqa: PLR2004 - no versions
            return next(iter(same or ways), None)
        versions = [self.whole.element(way) for way in ways]
        chosen = _chosen(self.day, versions, self.periods)
        return next(
            (w for w, version in zip(ways, versions, strict=True) if version in chosen), None
        )

    def _last_day(self, change: _Change, way: Way | None) -> date | None:
        """Return the day before the next version of an element comes into force."""
        others = [
            self.whole.element(other) for other in self.whole.find(change.path) if other != way
        ]
        later = _later(self.day, others, self.periods)
        start = self.periods.first_day(later[0]) if later else None
        return start - _DAY if start else None

    def _with_period(
        self, element: Element, start: date | None, end: date | None
    ) -> Element | Doubt | None:
        lines = self.periods.with_period(element, start, end)
        if lines is None or isinstance(lines, Doubt):
            return lines
        return element.but(lines=lines, units=(), closing="")

    def _at_once(self, change: _Change, way: Way | None) -> Edition | Undated:
        """Return the text with an element that cannot have versions changed at once."""
        if self.strict or change.several or way is None:
            return Undated(change.path, self.day)
        if change.new is None:
            return self.whole.without(way)
        there = self.whole.element(way)
        units = there.units if change.parts else change.new.units
        return self.whole.replaced(
            way, change.new.but(gap=there.gap, units=units, closing=change.new.closing)
        )

    def _put(self, way: Way, old: Element, *new: Element) -> Edition | Undated:
        """Return the text with elements, which have no layout yet, in the place of one."""
        parts: list[Element] = []
        for element in new:
            part = laid(self.whole, self.whole.above(way), element.body, closes=False)
            if part is None:
                return Undated((*self.whole.path(way),), self.day)
            parts.append(part)
        closing = new[-1].closing or old.closing
        gap = "\n\n" if old.top else "\n"
        first, *others = parts
        elements = [first.but(gap=old.gap), *(each.but(gap=gap) for each in others)]
        elements[-1] = elements[-1].but(closing=closing if old.listed else "")
        return self.whole.replaced(way, *elements)

    def _add(self, change: _Change, new: Element | None) -> Edition | Undated:
        """Return the text with a new element in the place that its number has."""
        if new is None:
            if self.strict or change.new is None:
                return Undated(change.path, self.day)
            new = change.new
        parents = self.whole.find(change.path[:-1])
        versions = [self.whole.element(way) for way in parents if way]
        chosen = _chosen(self.day, versions, self.periods) if len(versions) > 1 else versions
        parent = next(
            (way for way in parents if not way or self.whole.element(way) in chosen), None
        )
        if parent is None:
            return Undated(change.path, self.day)
        level, number = change.path[-1]
        if not number:  # dots that leave elements out have no place among numbers
            return Undated(change.path, self.day)
        way = (*parent, self.whole.place_for(parent, level, number))
        above = [self.whole.element(way[:depth]) for depth in range(1, len(way))]
        element = laid(self.whole, above, new.body, closes=False)
        return (
            Undated(change.path, self.day)
            if element is None
            else self.whole.with_new(way, element)
        )
