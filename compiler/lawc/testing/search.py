"""A case that notices a changed law, found by changing the facts of examples.

First cases in which what was changed has another value; then, if they are decided as before,
the facts around it, one at a time. The order is that of the examples and of the law, and what
is bounded is bounded by count: the same law and examples give the same case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain, islice
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.ir.walk import of_rule
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.testing.coverage import Case, Explaining, deciding
from lawc.testing.mutants import Mutant
from lawc.testing.notice import Told, Tried, differs, made_up, notices
from lawc.testing.values import Bounds, bounds, worth_trying

SINGLES = 2400  # cases with one fact another, of the part that was changed and of what is near
PAIRS = 1600  # cases with two
STARTS = 10  # cases from which the facts around are changed
AROUND = 40  # changes from each of these
MANY = 40  # as many times what is tried of an example is thought of

_Place = tuple[str | int, ...]


@dataclass(frozen=True)
class Scene:
    """A law with its examples, from which cases are made."""

    law: ir.Law
    examples: tuple[Tried, ...]

    def nearest(self, eid: str) -> tuple[Tried, ...]:
        """Return the examples, those first in which the element decides."""
        order = sorted(range(len(self.examples)), key=lambda at: eid not in self.decides[at])
        return tuple(self.examples[at] for at in order)

    @cached_property
    def decides(self) -> tuple[frozenset[str], ...]:
        """The elements that decide, of each example."""
        explaining = Explaining(self.law)
        cases = (Case(example.thing, example.days) for example in self.examples)
        return tuple(deciding(explaining, explaining.explain(case)) for case in cases)

    @cached_property
    def everything(self) -> Bounds:
        """The bounds of the whole law."""
        return bounds(self.law, (one for rule in self.law.rules for one in of_rule(rule)))


def search(scene: Scene, mutant: Mutant) -> Tried | None:
    """Return a case that notices `mutant`, if one is found; no example does."""
    closer = _Near(scene, mutant)
    starts: list[Tried] = []
    for case in chain(closer.examples, closer.cases()):
        if differs(case, mutant):
            if notices(case, mutant):
                return case
            if len(starts) < STARTS:
                starts.append(case)
    for number, start in enumerate(starts):
        around = list(near(scene.law, start.told, scene.everything))
        for one in _some(around, number, AROUND):
            found = made_up(scene.law, one)
            if found is not None and differs(found, mutant) and notices(found, mutant):
                return found
    return None


# --- cases near a case --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Near:
    """The cases near the examples, in which what `mutant` changes may show."""

    scene: Scene
    mutant: Mutant

    @property
    def examples(self) -> tuple[Tried, ...]:
        """The examples, the nearest first."""
        return self.scene.nearest(self.mutant.eid)

    def cases(self) -> Iterator[Tried]:
        law, mutant = self.scene.law, self.mutant
        part = bounds(law, mutant.parts)
        whole = bounds(law, (mutant.before, mutant.after))
        yield from self.each(SINGLES, lambda told: near(law, told, part))
        if whole != part:
            yield from self.each(SINGLES, lambda told: near(law, told, whole))
        yield from self.each(
            PAIRS,
            lambda told: (
                two for one in near(law, told, part) for two in near(law, one, whole)
            ),
        )

    def each(self, limit: int, made: Callable[[Told], Iterator[Told]]) -> Iterator[Tried]:
        """Yield cases made of each example: of them all, not many more than `limit`."""
        examples = self.examples
        most = limit // max(len(examples), 1) + 1
        for number, example in enumerate(examples):
            listed = list(islice(made(example.told), most * MANY))
            for told in _some(listed, number, most):
                case = made_up(self.scene.law, told)
                if case is not None:
                    yield case


def _some(listed: list[Told], number: int, most: int) -> list[Told]:
    """Return about `most` of what is listed, spread over it; others for another `number`."""
    step = max(-(-len(listed) // most), 1)
    return listed[number % step :: step]


def near(law: ir.Law, told: Told, given: Bounds) -> Iterator[Told]:
    """Yield what is told with one fact, one day or one list another."""
    days = _days(law, told, given)
    for place, kind, thing in _things(law, told.case, (), law.kinds[0].key):
        types = suppliable(law, kind)
        for one, key in given.facts:
            if one == kind:
                for new in worth_trying(law, types[key], given, days):
                    if thing.get(key) != new or type(thing.get(key)) is not type(new):
                        yield Told(with_(told.case, (*place, key), new), told.days)
        for field in _lists(law, kind):
            members = thing.get(field) or []
            if members:
                yield Told(with_(told.case, (*place, field), members[:-1]), told.days)
                more = [*members, members[-1]]
                yield Told(with_(told.case, (*place, field), more), told.days)
    keys = dict.fromkeys((*given.days, *filter(None, [law.law_day])))
    for key in keys:
        for new in worth_trying(law, Basic.DATE, given, days):
            if told.days.get(key) != new and key in told.days:
                yield Told(told.case, {**told.days, key: new})


def _things(
    law: ir.Law, data: Mapping[str, Any], place: _Place, kind: str
) -> Iterator[tuple[_Place, str, Mapping[str, Any]]]:
    yield place, kind, data
    for one in law.kinds:
        if one.parent == kind and one.field:
            for number, member in enumerate(data.get(one.field) or ()):
                yield from _things(law, member, (*place, one.field, number), one.key)


def _lists(law: ir.Law, kind: str) -> Iterator[str]:
    for one in law.kinds:
        if one.parent == kind and one.field:
            yield one.field


def with_(data: Any, place: _Place, new: Any) -> Any:
    """Return `data` with `new` at `place`; nothing of `data` is changed."""
    if not place:
        return new
    first, *rest = place
    if isinstance(data, list):
        return [
            with_(one, tuple(rest), new) if number == first else one
            for number, one in enumerate(data)
        ]
    return {**data, first: with_(data.get(first), tuple(rest), new)}


def _days(law: ir.Law, told: Told, given: Bounds) -> tuple[date, ...]:
    """Return the days that dates of the case are reckoned from."""
    said = {one.key: one.value for one in law.parameters if one.value is not None}
    said |= {key: date.fromisoformat(day) for key, day in told.days.items()}
    found = [*given.dates, *(said[key] for key in given.days if key in said)]
    for _, kind, thing in _things(law, told.case, (), law.kinds[0].key):
        types: Mapping[str, Type] = suppliable(law, kind)
        for one, key in given.facts:
            day = thing.get(key) if one == kind else None
            if isinstance(day, str) and types[key] is Basic.DATE:
                found.append(date.fromisoformat(day))
    forces = [one.force for one in law.rules]
    forces += [one.force for one in law.definitions]
    forces += [one.force for one in law.quantities]
    edges = [day for one in forces for day in (one.start, one.end) if day is not None]
    return tuple(dict.fromkeys([*found, *edges]))
