"""A case that notices a changed law, found by changing the facts of examples.

Cases in which the changed expression has another value are tried first. If these are decided as
before, the facts around are changed as well, one at a time. The order is that of the examples
and of the law, and every bound is a number of cases: the same law and examples give the same
case.
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
from lawc.testing.coverage import Case, Explaining, deciding_elements
from lawc.testing.limits import Limit, comparisons, limits
from lawc.testing.moving import Path, moves, with_fact, with_value
from lawc.testing.mutants import Mutant
from lawc.testing.notice import DecidedCase, WrittenCase, differs, notices, plausible_case
from lawc.testing.values import Bounds, bounds_of, worth_trying

SINGLES = 2400  # cases with one fact changed, for the changed part and for the whole expression
PAIRS = 1600  # cases with two facts changed
STARTS = 10  # cases from which the facts around are changed
AROUND = 40  # changes from each of these
MANY = 40  # cases that are made for each one that is tried


@dataclass(frozen=True)
class Scene:
    """A law with its examples, from which cases are made."""

    law: ir.Law
    examples: tuple[DecidedCase, ...]

    def nearest(self, eid: str) -> tuple[DecidedCase, ...]:
        """Return the examples; those in which the element decides come first."""
        order = sorted(range(len(self.examples)), key=lambda at: eid not in self.decides[at])
        return tuple(self.examples[at] for at in order)

    @cached_property
    def decides(self) -> tuple[frozenset[str], ...]:
        """The elements that decide in each example."""
        explaining = Explaining(self.law)
        cases = (Case(example.thing, example.days) for example in self.examples)
        return tuple(deciding_elements(explaining, explaining.explain(case)) for case in cases)

    @cached_property
    def everything(self) -> Bounds:
        """The bounds of the whole law."""
        return bounds_of(self.law, (expr for rule in self.law.rules for expr in of_rule(rule)))

    @cached_property
    def limits(self) -> tuple[Limit, ...]:
        """The limits of the law that are comparisons."""
        return tuple(limit for limit in limits(self.law) if isinstance(limit.expr, ir.Compare))


def search(scene: Scene, mutant: Mutant) -> DecidedCase | None:
    """Return a case that notices `mutant`, which no example does, or None."""
    closer = _Near(scene, mutant)
    starts: list[DecidedCase] = []
    for case in chain(closer.examples, closer.cases()):
        if differs(case, mutant):
            if notices(case, mutant):
                return case
            if len(starts) < STARTS:
                starts.append(case)
    for number, start in enumerate(starts):
        around = list(cases_near(scene.law, start.written, scene.everything))
        at_limits = _at_limits(scene.limits, start)
        for written in chain(_spread(around, number, AROUND), islice(at_limits, AROUND)):
            nearby = plausible_case(scene.law, written)
            if nearby is not None and differs(nearby, mutant) and notices(nearby, mutant):
                return nearby
    return None


# --- cases near a case --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Near:
    """Cases near the examples that may notice `mutant`."""

    scene: Scene
    mutant: Mutant

    @property
    def examples(self) -> tuple[DecidedCase, ...]:
        """The examples, the nearest first."""
        return self.scene.nearest(self.mutant.eid)

    def cases(self) -> Iterator[DecidedCase]:
        law, mutant = self.scene.law, self.mutant
        yield from self.at_limits()
        part = bounds_of(law, mutant.parts)
        whole = bounds_of(law, (mutant.before, mutant.after))
        yield from self.each(SINGLES, lambda written: cases_near(law, written, part))
        if whole != part:
            yield from self.each(SINGLES, lambda written: cases_near(law, written, whole))
        yield from self.each(
            PAIRS,
            lambda written: (
                second
                for first in cases_near(law, written, part)
                for second in cases_near(law, first, whole)
            ),
        )

    def at_limits(self) -> Iterator[DecidedCase]:
        """Yield cases at the limits of the changed expression."""
        mutant, examples = self.mutant, self.examples
        before, after = (
            comparisons(mutant.eid, mutant.kind, expr) for expr in (mutant.before, mutant.after)
        )
        changed = tuple(
            limit for limit in (*before, *after) if limit not in before or limit not in after
        )
        most = SINGLES // max(len(examples), 1) + 1
        for example in examples if changed else ():
            for written in islice(_at_limits(changed, example), most):
                case = plausible_case(self.scene.law, written)
                if case is not None:
                    yield case

    def each(
        self, limit: int, nearby: Callable[[WrittenCase], Iterator[WrittenCase]]
    ) -> Iterator[DecidedCase]:
        """Yield cases made of each example, in all not many more than `limit`."""
        examples = self.examples
        most = limit // max(len(examples), 1) + 1
        for number, example in enumerate(examples):
            listed = list(islice(nearby(example.written), most * MANY))
            for written in _spread(listed, number, most):
                case = plausible_case(self.scene.law, written)
                if case is not None:
                    yield case


def _at_limits(limits: tuple[Limit, ...], example: DecidedCase) -> Iterator[WrittenCase]:
    """Yield an example with one fact moved to a limit, or to one of its sides."""
    for limit in limits:
        for thing in example.things(limit.kind):
            for place, values in moves(limit, example, thing):
                for new in values.values():
                    yield with_fact(example.written, place, new)


def _spread(listed: list[WrittenCase], number: int, most: int) -> list[WrittenCase]:
    """Return about `most` of the listed cases, evenly spread; `number` shifts the choice."""
    step = max(-(-len(listed) // most), 1)
    return listed[number % step :: step]


def cases_near(law: ir.Law, written: WrittenCase, bounds: Bounds) -> Iterator[WrittenCase]:
    """Yield the case with one fact, one day or one list changed."""
    days = _days(law, written, bounds)
    for place, kind, thing in _things(law, written.case, (), law.kinds[0].key):
        types = suppliable(law, kind)
        for owner, key in bounds.facts:
            if owner == kind:
                for new in worth_trying(law, types[key], bounds, days):
                    if thing.get(key) != new or type(thing.get(key)) is not type(new):
                        yield WrittenCase(
                            with_value(written.case, (*place, key), new), written.days
                        )
        for field in _lists(law, kind):
            members = thing.get(field) or []
            if members:
                yield WrittenCase(
                    with_value(written.case, (*place, field), members[:-1]), written.days
                )
                more = [*members, members[-1]]
                yield WrittenCase(with_value(written.case, (*place, field), more), written.days)
    keys = dict.fromkeys((*bounds.days, *filter(None, [law.law_day])))
    for key in keys:
        for new in worth_trying(law, Basic.DATE, bounds, days):
            if written.days.get(key) != new and key in written.days:
                yield WrittenCase(written.case, {**written.days, key: new})


def _things(
    law: ir.Law, data: Mapping[str, Any], place: Path, kind: str
) -> Iterator[tuple[Path, str, Mapping[str, Any]]]:
    yield place, kind, data
    for below in law.kinds:
        if below.parent == kind and below.field:
            for number, member in enumerate(data.get(below.field) or ()):
                yield from _things(law, member, (*place, below.field, number), below.key)


def _lists(law: ir.Law, kind: str) -> Iterator[str]:
    for below in law.kinds:
        if below.parent == kind and below.field:
            yield below.field


def _days(law: ir.Law, written: WrittenCase, bounds: Bounds) -> tuple[date, ...]:
    """Return the days that dates of the case are computed from."""
    known = {
        parameter.key: parameter.value
        for parameter in law.parameters
        if parameter.value is not None
    }
    known |= {key: date.fromisoformat(day) for key, day in written.days.items()}
    days = [*bounds.dates, *(known[key] for key in bounds.days if key in known)]
    for _, kind, thing in _things(law, written.case, (), law.kinds[0].key):
        types: Mapping[str, Type] = suppliable(law, kind)
        for owner, key in bounds.facts:
            day = thing.get(key) if owner == kind else None
            if isinstance(day, str) and types[key] is Basic.DATE:
                days.append(date.fromisoformat(day))
    forces = [rule.force for rule in law.rules]
    forces += [definition.force for definition in law.definitions]
    forces += [quantity.force for quantity in law.quantities]
    edges = [day for force in forces for day in (force.start, force.end) if day is not None]
    return tuple(dict.fromkeys([*days, *edges]))
