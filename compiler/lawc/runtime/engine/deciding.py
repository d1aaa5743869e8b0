"""Decisions of a case with facts missing, as results.

Whether a decision has a value is settled by the first of these that can:

1. completions of the case, a few at most: if the quick function of the package decides two of
   them differently, there is no value;
2. the slots, filled when they are first needed, and all completions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from lawc.runtime.decided import Decided
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.settling import settle
from lawc.runtime.engine.shown import OPEN, At, Later, Part, PartApart, Trial, differ
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
        results: Sequence[Any],
        found: Mapping[str, Any] | None = None,
        at: At = (),
    ) -> Any:
        """Return what is decided of a thing and of those below it.

        `things` are it and those above, nearest first; `results` are those of completions about
        it, and `at` is where it stands in theirs about the case. `found` are the results about
        its members that are decided already, by kind.
        """
        kind, class_, number, of_apart, lists = shape
        parts: list[Part | None] = [None] * number
        if results:
            for place, truth, yes, no, unknown in of_apart:
                holds = truth(*things, self.days)
                parts[place] = unknown if holds is None else yes if holds else no
        plain, established = True, False
        several: list[Any] = []
        cited: list[tuple[str, ...]] = []
        for place, part in enumerate(parts):
            if part is None:
                if differ(results, place):
                    several.append(None)
                    cited.append(())
                    plain = False
                    continue
                part = self.part(kind, place, later, at)  # noqa: PLW2901 - which was not known
            several.append(part.value)
            cited.append(part.provisions)
            plain = plain and part.plain
            established = established or part.established
        for place, (field, below, attribute) in enumerate(lists, start=number):
            members = getattr(things[0], attribute)
            if members is not None:
                inner = [result[place] for result in results]
                decided = None if found is None else found.get(below)
                listed = field, self.shapes[below], members
                members = self.members(listed, things, later, inner, decided, (*at, place))
            else:
                plain = False
            several.append(members)
        several.append(None if established else tuple(cited))
        several.append(None if plain else later)
        if not at:
            several.append(self.days)
        return tuple.__new__(class_, several)

    def members(
        self,
        listed: tuple[str, Shape, tuple[Any, ...]],
        things: tuple[Any, ...],
        later: Later,
        results: Sequence[Any],
        found: Sequence[Any] | None,
        at: At,
    ) -> tuple[Any, ...]:
        """Return what is decided of the members of a list: its field, their shape, the members.

        `found` has what is decided of each already: its result, or None; in a list if decisions
        are open that stand apart.
        """
        field, shape, members = listed
        several = []
        for place, member in enumerate(members):
            decided = found and found[place]
            if decided.__class__ is shape.class_:
                several.append(decided)
                continue
            of, below = (member, *things), later.member(shape.kind, field, place)
            if decided:
                several.append(self.apart_of(shape, of, below, decided[0], (*at, place)))
                continue
            inner = [result[place] for result in results]
            several.append(self.result(shape, of, below, inner, None, (*at, place)))
        return tuple(several)

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
