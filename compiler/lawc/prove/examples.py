"""The smallest case of which something is so, found with a solver.

Of facts that can be left unknown none is known, and each value is the first of its kind that
will do, whatever the solver.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import z3

from lawc.backends.smt.cases import Thing, every_thing
from lawc.backends.smt.dates import Day, day_of
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.read import Reader
from lawc.backends.smt.terms import Val, equal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.records import dataclass

_DAYS = tuple(date(year, 1, 1) for year in (2000, 2010, 2020, 2024, 1985, 1970, 1950, 2030))
_EARLY, _LATE = 1900, 2100  # the years whose days are everyday ones
_PLACES = 10_000  # numbers are multiples of one part of so many
_COUNTS = (0, 1, 2, 3, 5, 10, 14, 16, 18, 21, 50, 60, 65, 100, 1000, 10_000)


@dataclass(frozen=True, slots=True)
class Example:
    """A case, and the days it is decided for; `plausible` as far as the vocabulary says."""

    case: dict[str, Any]
    days: dict[str, date]
    plausible: bool = True


@dataclass(frozen=True, slots=True)
class Examples:
    """Finds and reads cases of `law`, which are those of `meaning`."""

    law: ir.Law
    meaning: Meaning

    def smallest(self, solver: z3.Solver) -> Example | None:
        """Return the smallest case of what the solver is told, None if none is found.

        The solver keeps what makes it the smallest.
        """
        things = list(every_thing(self.meaning.case.root))
        solver.add(*(z3.Not(g.more) for thing in things for g in thing.lists.values()))
        solver.add(*self._written(things))
        if solver.check() != z3.sat:
            return None
        model = solver.model()
        for wishes in self._wishes():
            for wish in wishes:
                if not z3.is_true(model.eval(wish, model_completion=True)):
                    if solver.check(wish) != z3.sat:
                        continue
                    model = solver.model()
                solver.add(wish)
                break
        for number, low in self._numbers(model, things):
            model = _least(solver, model, number, low)
        return self.read(model)

    def read(self, model: z3.ModelRef) -> Example:
        """Return the case of a model."""
        reader, case = Reader(self.law, self.meaning.names), self.meaning.case
        return Example(reader.case(model, case), reader.days(model, case))

    def _wishes(self) -> Iterator[list[z3.BoolRef]]:
        """Yield, one thing after another, what is wished for, the most wished for first."""
        things = list(every_thing(self.meaning.case.root))
        for thing in things:
            for group in thing.lists.values():
                yield [z3.Not(group.known)]
                yield [group.length == n for n in range(len(group.members) + 1)]
        facts = list(self._facts(things))  # a day or a number is odd where an answer will do
        for _, one in sorted(facts, key=lambda fact: _is_answer(fact[0])):
            yield [z3.Not(one.known)]
        for type_, one in facts:
            yield [z3.Implies(one.known, wish) for wish in self._values(type_, one)]
        for one in self.meaning.case.days.values():
            yield [z3.Not(one.known)]
            yield list(self._values(Basic.DATE, one))

    def _facts(self, things: list[Thing]) -> Iterator[tuple[Type, Val]]:
        for thing in things:
            for fact in self.law.facts:
                if fact.kind == thing.kind:
                    yield fact.type, thing.facts[fact.key]

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
                near = z3.And(one.term.year >= _EARLY, one.term.year <= _LATE)
                first = z3.And(one.term.day == 1, near)
                yield from (z3.And(one.term.month == 1, first), first, near)
                yield one.term.year >= _EARLY
            case Basic.FRACTION:
                yield from (one.term == z3.RealVal(f"1/{n}") for n in range(2, 8))
            case _:
                yield from (one.term == number for number in _COUNTS)
                if z3.is_real(one.term):
                    yield z3.And(z3.IsInt(one.term), one.term >= 0)

    def _written(self, things: list[Thing]) -> Iterator[z3.BoolRef]:
        """Yield that numbers are such as a case can say: decimals of a few places."""
        for type_, one in self._facts(things):
            if type_ is Basic.NUMBER or isinstance(type_, Money):
                yield z3.IsInt(one.term * _PLACES)

    def _numbers(self, model: z3.ModelRef, things: list[Thing]) -> Iterator[tuple[Any, int]]:
        """Yield the whole numbers that make out the known values of a case, and the least."""
        found = [one for _, one in self._facts(things)] + list(self.meaning.case.days.values())
        for one in found:
            if not z3.is_true(model.eval(one.known, model_completion=True)):
                continue
            if isinstance(one.term, Day):
                yield one.term.year, _EARLY
                yield one.term.month, 1
                yield one.term.day, 1
            elif z3.is_real(one.term):
                yield z3.ToInt(one.term * _PLACES), 0
            elif z3.is_int(one.term):
                yield one.term, 0


def _is_answer(type_: Type) -> bool:
    return type_ is Basic.TRUTH or isinstance(type_, Choice)


def _least(solver: z3.Solver, model: z3.ModelRef, number: Any, low: int) -> z3.ModelRef:
    """Make `number` the least that it can be, from `low` on, and return a model of it."""
    high = model.eval(number, model_completion=True).as_long()
    while low < high:
        middle = (low + high) // 2
        if solver.check(number >= low, number <= middle) == z3.sat:
            model = solver.model()
            high = model.eval(number, model_completion=True).as_long()
        else:
            low = middle + 1
    solver.add(number == high)
    return model
