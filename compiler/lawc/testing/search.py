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
from lawc.testing.limits import Limit, comparisons, limits
from lawc.testing.moving import Path, moves, with_, with_fact
from lawc.testing.mutants import Mutant
from lawc.testing.notice import Told, Tried, differs, made_up, notices
from lawc.testing.values import Bounds, bounds, worth_trying

SINGLES = 2400  # cases with one fact another, of the part that was changed and of what is near
PAIRS = 1600  # cases with two
STARTS = 10  # cases from which the facts around are changed
AROUND = 40  # changes from each of these
MANY = 40  # as many times what is tried of an example is thought of


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

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The limits of the law that are comparisons."""
        return tuple(one for one in limits(self.law) if isinstance(one.expr, ir.Compare))


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
        at_limits = _at_limits(scene.limits, start)
        for one in chain(_some(around, number, AROUND), islice(at_limits, AROUND)):
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
        yield from self.at_limits()
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

    def at_limits(self) -> Iterator[Tried]:
        """Yield cases at the limits that the changed law has where it is changed."""
        mutant, examples = self.mutant, self.examples
        before, after = (
            comparisons(mutant.eid, mutant.kind, one) for one in (mutant.before, mutant.after)
        )
        changed = tuple(
            one for one in (*before, *after) if one not in before or one not in after
        )
        most = SINGLES // max(len(examples), 1) + 1
        for example in examples if changed else ():
            for told in islice(_at_limits(changed, example), most):
                case = made_up(self.scene.law, told)
                if case is not None:
                    yield case

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


def _at_limits(limits: tuple[Limit, ...], example: Tried) -> Iterator[Told]:
    """Yield an example with one fact moved to a limit, or to one of its sides."""
    for limit in limits:
        for thing in example.things(limit.kind):
            for place, values in moves(limit, example, thing):
                for new in values.values():
                    yield with_fact(example.told, place, new)


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
    law: ir.Law, data: Mapping[str, Any], place: Path, kind: str
) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    yield place, kind, data
    for one in law.kinds:
        if one.parent == kind and one.field:
            for number, member in enumerate(data.get(one.field) or ()):
                yield from _things(law, member, (*place, one.field, number), one.key)


def _lists(law: ir.Law, kind: str) -> Iterator[str]:
    for one in law.kinds:
        if one.parent == kind and one.field:
            yield one.field


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
