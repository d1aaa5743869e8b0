"""The days at which comparisons of a law turn, where a fact of a case is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from lawc.runtime.completions import turns
from lawc.runtime.engine import conditions as made
from lawc.runtime.engine import defined
from lawc.runtime.engine.comparing import OPS
from lawc.runtime.engine.conditions import Condition, Fact, Line
from lawc.runtime.engine.rules import Decision


class Reading(NamedTuple):
    """A comparison that reads a day: of the thing `depth` above, or so moved."""

    op: str
    depth: int
    side: Condition
    other: Condition


class DayFact(NamedTuple):
    """A day that is a fact, with the comparisons that read it."""

    fact: Fact
    readings: tuple[Reading, ...]

    def values(self, line: Line) -> tuple[date, ...]:
        """Return a day before all turns, and the day of each."""
        places = {1}
        for op, depth, side, other in self.readings:
            bound = other.value(line[depth:])
            if isinstance(bound, date):
                _, found = (
                    turns.OF_SHIFTED[op, side.move, bound]
                    if isinstance(side, made.Moved)
                    else turns.of_fact("date", op, bound)
                )
                places.update(found)
        return tuple([date.fromordinal(place) for place in sorted(places)])


def day_facts(decision: Decision) -> tuple[DayFact, ...]:
    """Return the days that conditions of a decision compare in several ways."""
    found: dict[tuple[int, str], tuple[Fact, dict[Reading, None]]] = {}
    for rule in decision.every:
        for reading, fact in _read(rule.version.part.condition, 0):
            place = (reading.depth + fact.depth, fact.attribute)
            _, several = found.setdefault(place, (_above(fact, reading.depth), {}))
            several[reading] = None
    return tuple(
        [DayFact(fact, tuple(several)) for fact, several in found.values() if len(several) > 1]
    )


def _above(fact: Fact, depth: int) -> Fact:
    """Return a fact, seen from a thing that stands `depth` below."""
    further = (fact.attribute, fact.key, fact.assumed, fact.few, fact.kind)
    return fact if depth == 0 else Fact(fact.depth + depth, *further)


def _read(one: Condition, depth: int) -> Iterator[tuple[Reading, Fact]]:
    match one:
        case made.Compared():
            op, (left, right) = OPS[one.test], one.parts
            for side, other, way in (left, right, op), (right, left, turns.MIRRORED[op]):
                fact: Any = side.parts[0] if isinstance(side, made.Moved) else side
                if isinstance(fact, Fact) and fact.type == "date":
                    yield Reading(way, depth, side, other), fact
        case defined.Use():
            for version in one.defined.versions:
                yield from _read(version.part.condition, depth + one.depth)
        case _:
            for part in one.parts:
                yield from _read(part, depth)
