"""Decisions of a case with facts missing, as results.

Whether a decision has a value is settled by the first of these that can:

1. completions of the case, a few at most: if the quick function of the package decides two of
   them differently, there is no value;
2. the slots, filled when they are first needed, and all completions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lawc.runtime.decided import Decided
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.settling import settle
from lawc.runtime.engine.shown import (
    OPEN,
    At,
    Later,
    Part,
    PartApart,
    Trial,
    differ,
    results_at,
)
from lawc.runtime.logic import CONTRADICTION, NOTHING, State


class Report(NamedTuple):
    """The shape of a report on the things of a kind.

    `values` are the types of the decisions in the order of the law, `lists` the kinds of the
    members of its lists, by the key of the list.
    """

    class_: type[Decided]
    values: Mapping[str, str]
    lists: Mapping[str, str]


class Shape(NamedTuple):
    """The shape of the results about things of a kind.

    `number` is that of decisions; `apart` are those that stand apart. A list has its field, the
    kind of its members, and the attribute where they stand.
    """

    kind: str
    class_: type[Decided]
    number: int
    apart: tuple[PartApart, ...]
    lists: tuple[tuple[str, str, str], ...]


class Deciding:
    """A case while it is decided; `law` reads the law, which few cases need."""

    __slots__ = ("days", "law", "shapes", "trial")

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        trial: Trial | None,
        law: Callable[[], Law],
        days: Any,
    ) -> None:
        self.shapes = shapes
        self.trial = trial
        self.law = law
        self.days = days

    def result(
        self,
        shape: Shape,
        things: tuple[Any, ...],
        later: Later,
        found: Mapping[str, Any] | None = None,
        at: At = (),
    ) -> Any:
        """Return what is decided of a thing and of those below it.

        `things` are it and those above, nearest first; `at` is where it stands in results about
        the case. `found` are the results about its members that are decided already, by kind.
        """
        several: list[Any] = []
        plain, cited = self.decisions(shape, things, later, several, at)
        for place, (field, below, attribute) in enumerate(shape.lists, start=shape.number):
            members = getattr(things[0], attribute)
            if members is None:
                plain = False
                several.append(None)
                continue
            decided = None if found is None else found.get(below)
            inner = self.shapes[below]
            list_: list[Any] = []
            for number, member in enumerate(members):
                result = None if decided is None else decided[number]
                if result.__class__ is not inner.class_:
                    of, whose = (member, *things), later.member(below, field, number)
                    if result and inner.apart:  # none without turns: then all is decided anew
                        result = self.apart_of(
                            inner, of, whose, result[0], (*at, place, number)
                        )
                    else:
                        result = self.result(inner, of, whose, None, (*at, place, number))
                list_.append(result)
            several.append(tuple(list_))
        several.append(cited)
        several.append(None if plain else later)
        if not at:
            several.append(self.days)
        return tuple.__new__(shape.class_, several)

    def decisions(
        self, shape: Shape, things: tuple[Any, ...], later: Later, values: list[Any], at: At
    ) -> tuple[bool, tuple[tuple[str, ...], ...] | None]:
        """Add the values of the decisions about a thing to `values`.

        Return whether nothing else is to be said of them, and the provisions of each: None if
        the case supplies some.
        """
        if not shape.number:
            return True, ()
        results = [] if self.trial is None else results_at(self.trial.first(), at)
        parts: list[Part | None] = [None] * shape.number
        if results:
            for place, truth, yes, no, unknown in shape.apart:
                holds = truth(*things, self.days)
                parts[place] = unknown if holds is None else yes if holds else no
        plain, established = True, False
        cited: list[tuple[str, ...]] = []
        for place, part in enumerate(parts):
            if part is None:
                if differ(results, place):
                    values.append(None)
                    cited.append(())
                    plain = False
                    continue
                part = self.part(shape.kind, place, later, at)  # noqa: PLW2901 - the one there is
            values.append(part.value)
            cited.append(part.provisions)
            plain = plain and part.plain
            established = established or part.established
        return plain, None if established else tuple(cited)

    def apart_of(
        self, shape: Shape, things: tuple[Any, ...], later: Later, result: Any, at: At
    ) -> Any:
        """Return a result with the decisions that stand apart as they are."""
        several, cited = list(result), list(result[-2])
        for apart in shape.apart:
            if apart.truth(*things, self.days) is None:
                part = apart.unknown or self.part(shape.kind, apart.place, later, at)
                several[apart.place], cited[apart.place] = part.value, part.provisions
                several[-1] = several[-1] if part.plain else later
        several[-2] = tuple(cited)
        return tuple.__new__(shape.class_, several)

    def part(self, kind: str, place: int, later: Later, at: At) -> Part:
        """Return what is decided of a thing that stands somewhere, under one decision."""
        if self.trial is not None and self.trial.show((*at, place)):
            return OPEN
        law, table = self.law(), later.table()
        decision = law.of_kind[kind][place]
        value, provisions, *_ = settle(law, decision, table)
        established = decision.read(table.thing) is not None
        lapsing = decision.dated and value is NOTHING
        known = value is not None and value is not CONTRADICTION
        plain = known and not lapsing and not established
        return Part(typed(decision, value), provisions, plain, established)


def typed(decision: Decision, value: Any) -> Any:
    """Return a value as a result holds it, None where there is none."""
    if value is None or isinstance(value, State):
        return None
    return value if decision.choice is None else decision.choice(value)
