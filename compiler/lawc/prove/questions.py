"""Questions to the solver about a law: whether something can be so, and of whom, for example.

A case has up to so many members in each list; values supplied as established are left out, so
that an answer rests on facts. The example is the smallest: of facts that can be left unknown
none is known, and each value is the first of its kind that will do, whatever the solver.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import z3

from lawc.backends.smt.cases import Case, Cases, Thing, every_thing
from lawc.backends.smt.dates import Day, day_of
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.provisions import every_part, kinds_of_records
from lawc.backends.smt.read import Reader
from lawc.backends.smt.terms import Names, Val, equal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.prove.plausible import plausible
from lawc.records import dataclass

# What one question may cost, in units that the solver counts: the same on every machine. The
# hardest about the repository's laws takes 0.6 million, half a second; of 393 questions about
# random laws five take more than one million, and one more than this.
COST = 10_000_000
TIME = 120_000  # milliseconds: a guard for what the solver does not count
MOST = 3  # members of a list, at most
_DAYS = tuple(date(year, 1, 1) for year in (2000, 2010, 2020, 2024, 1985, 1970, 1950, 2030))
_COUNTS = (0, 1, 2, 3, 5, 10, 14, 16, 18, 21, 50, 60, 65, 100, 1000, 10_000)


@dataclass(frozen=True, slots=True)
class Example:
    """A case, and the days it is decided for; `plausible` as far as the vocabulary says."""

    case: dict[str, Any]
    days: dict[str, date]
    plausible: bool = True


class Questions:
    """Asks the solver about one law. `members` is how many a list has at most."""

    def __init__(self, law: ir.Law) -> None:
        self.law = law
        self.members, self.whole = _members(law)
        self._told = 0  # how many conditions on the terms the solver knows

    @cached_property
    def meaning(self) -> Meaning:
        """The law as formulas."""
        records, names = kinds_of_records(self.law), Names()
        case = Cases(self.law, records, names).case(self.members)
        return Meaning(self.law, case, records, names)

    @property
    def case(self) -> Case:
        """The case that the formulas are about."""
        return self.meaning.case

    @cached_property
    def plausible(self) -> tuple[z3.BoolRef, ...]:
        """What an example fits if one can."""
        return tuple(plausible(self.meaning))

    def first(self, kind: str) -> Thing:
        """Return the first thing of a kind, below the first things above it."""
        parents = {one.key: one.parent for one in self.law.kinds}
        parent = parents[kind]
        return self.case.root if parent is None else self.first(parent).lists[kind].members[0]

    def can_be(self, goal: z3.BoolRef) -> bool | None:
        """Tell whether `goal` holds in some case, None where the solver gives up."""
        solver = self._ready()
        solver.push()
        solver.add(goal)
        found = solver.check()
        solver.pop()
        return None if found == z3.unknown else bool(found == z3.sat)

    def example(self, goal: z3.BoolRef) -> Example | None:
        """Return the smallest case in which `goal` holds, None if none is found.

        It is a plausible one, if there is one.
        """
        found = self._example(goal, *self.plausible)
        if found is None and self.plausible:
            found = self._example(goal)
            return None if found is None else replace(found, plausible=False)
        return found

    def _example(self, *goals: z3.BoolRef) -> Example | None:
        solver = self._ready()
        solver.push()
        try:
            return self._smallest_of(solver, goals)
        finally:
            solver.pop()

    def _smallest_of(self, solver: z3.Solver, goals: tuple[z3.BoolRef, ...]) -> Example | None:
        solver.add(*goals)
        if solver.check() != z3.sat:
            return None
        model = solver.model()
        for wishes in self._smallest():
            for wish in wishes:
                if not z3.is_true(model.eval(wish, model_completion=True)):
                    if solver.check(wish) != z3.sat:
                        continue
                    model = solver.model()
                solver.add(wish)
                break
        if solver.check() == z3.sat:
            model = solver.model()
        reader = Reader(self.law, self.meaning.names)
        return Example(reader.case(model, self.case), reader.days(model, self.case))

    def _ready(self) -> z3.Solver:
        """Return the solver of all questions, told what was named since it was last asked."""
        sides = self.meaning.sides
        self._solver.add(*sides[self._told :])
        self._told = len(sides)
        return self._solver

    @cached_property
    def _solver(self) -> z3.Solver:
        # The default solver tries strategies by the clock; this one is a single strategy.
        solver = z3.SimpleSolver()
        solver.set("rlimit", COST)
        solver.set("timeout", TIME)
        facts = {(one.kind, one.key) for one in self.law.facts}
        for thing in every_thing(self.case.root):
            established = [
                v for key, v in thing.facts.items() if (thing.kind, key) not in facts
            ]
            solver.add(*(z3.Not(one.known) for one in established))
        said = {one.key for one in self.law.parameters if one.value is not None}
        solver.add(*(z3.Not(self.case.days[key].known) for key in sorted(said)))
        return solver

    # --- the smallest example ---------------------------------------------------------------

    def _smallest(self) -> Iterator[list[z3.BoolRef]]:
        """Yield, one thing after another, what is wished for, the most wished for first."""
        things = list(every_thing(self.case.root))
        for thing in things:
            for group in thing.lists.values():
                yield [z3.Not(group.known)]
                yield [group.length == n for n in range(self.members + 1)]
        for _, _, one in self._facts(things):
            yield [z3.Not(one.known)]
        for type_, _, one in self._facts(things):
            yield [z3.Implies(one.known, wish) for wish in self._values(type_, one)]
        for one in self.case.days.values():
            yield [z3.Not(one.known)]
            yield [equal(one.term, day_of(day)) for day in _DAYS]

    def _facts(self, things: list[Thing]) -> Iterator[tuple[Type, Thing, Val]]:
        for thing in things:
            for fact in self.law.facts:
                if fact.kind == thing.kind:
                    yield fact.type, thing, thing.facts[fact.key]

    def _values(self, type_: Type, one: Val) -> Iterator[z3.BoolRef]:
        names = self.meaning.names
        match type_:
            case Basic.TRUTH:
                yield from (z3.Not(one.term), one.term)
            case Choice(_, values):
                yield from (one.term == names.number(value) for value in values)
            case Basic.PROVISION:
                yield from (one.term == names.number(r) for r in self.meaning.records)
            case Basic.DATE:
                assert isinstance(one.term, Day)
                yield from (equal(one.term, day_of(day)) for day in _DAYS)
                late = day_of(date(1900, 1, 1)).order
                yield one.term.order >= late
            case Basic.FRACTION:
                yield from (one.term == z3.RealVal(f"1/{n}") for n in range(2, 8))
            case _:
                yield from (one.term == number for number in _COUNTS)


def _members(law: ir.Law) -> tuple[int, bool]:
    """Return how many members lists need, and whether more could not change an answer.

    A condition that asks for some members needs those, and one that asks it of each needs one
    for which it fails: whoever makes a condition true, false or open can be kept while the rest
    of the list goes. One more is the member that is asked about. A condition of counts and sums
    may need any number.
    """
    needed: dict[str, int] = {}
    whole = True
    for part in dict.fromkeys(every_part(law)):
        match part:
            case ir.Some(number, kind, _):
                needed[kind] = needed.get(kind, 1) + max(number, 1)
            case ir.Every(kind, _):
                needed[kind] = needed.get(kind, 1) + 1
            case ir.CountOf() | ir.TotalOf():
                whole = False
            case _:
                pass
    most = max(needed.values(), default=1)
    return min(most, MOST), whole and most <= MOST
