"""The smallest case in which a goal holds, searched with a solver.

Facts are unknown where they can be, and each value is the first of its type that will do,
whatever the solver.
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
_PLACES = 10_000  # numbers are multiples of 1 / `_PLACES`
_COUNTS = (0, 1, 2, 3, 5, 10, 14, 16, 18, 21, 50, 60, 65, 100, 1000, 10_000)


@dataclass(frozen=True, slots=True)
class Example:
    """A case, and the days it is decided for; `plausible` as far as the vocabulary says."""

    case: dict[str, Any]
    days: dict[str, date]
    plausible: bool = True


@dataclass(frozen=True, slots=True)
class Examples:
    """A finder and reader of cases of `law`, which are those of `meaning`."""

    law: ir.Law
    meaning: Meaning

    def smallest(self, solver: z3.Solver) -> Example | None:
        """Return the smallest case under the assertions of the solver, None if there is none.

        The solver keeps the assertions that make it the smallest.
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
        """Yield wishes for one thing after another, each with its alternatives, best first."""
        things = list(every_thing(self.meaning.case.root))
        for thing in things:
            for group in thing.lists.values():
                yield [z3.Not(group.known)]
                yield [group.length == n for n in range(len(group.members) + 1)]
        facts = list(self._facts(things))  # a day or a number is odd if an answer will do
        for _, fact in sorted(facts, key=lambda typed: _is_answer(typed[0])):
            yield [z3.Not(fact.known)]
        for type_, fact in facts:
            yield [z3.Implies(fact.known, wish) for wish in self._values(type_, fact)]
        for day in self.meaning.case.days.values():
            yield [z3.Not(day.known)]
            yield list(self._values(Basic.DATE, day))

    def _facts(self, things: list[Thing]) -> Iterator[tuple[Type, Val]]:
        for thing in things:
            for fact in self.law.facts:
                if fact.kind == thing.kind:
                    yield fact.type, thing.facts[fact.key]

    def _values(self, type_: Type, fact: Val) -> Iterator[z3.BoolRef]:
        names = self.meaning.names
        match type_:
            case Basic.TRUTH:
                yield from (z3.Not(fact.term), fact.term)
            case Choice(_, values):
                yield from (fact.term == names.number(value) for value in values)
            case Basic.PROVISION:
                yield from (fact.term == names.number(r) for r in self.meaning.records)
            case Basic.DATE:
                assert isinstance(fact.term, Day)
                yield from (equal(fact.term, day_of(day)) for day in _DAYS)
                near = z3.And(fact.term.year >= _EARLY, fact.term.year <= _LATE)
                first = z3.And(fact.term.day == 1, near)
                yield from (z3.And(fact.term.month == 1, first), first, near)
                yield fact.term.year >= _EARLY
            case Basic.FRACTION:
                yield from (fact.term == z3.RealVal(f"1/{n}") for n in range(2, 8))
            case _:
                yield from (fact.term == number for number in _COUNTS)
                if z3.is_real(fact.term):
                    yield z3.And(z3.IsInt(fact.term), fact.term >= 0)

    def _written(self, things: list[Thing]) -> Iterator[z3.BoolRef]:
        """Yield that numbers can be written in a case: as decimals of a few places."""
        for type_, fact in self._facts(things):
            if type_ is Basic.NUMBER or isinstance(type_, Money):
                yield z3.IsInt(fact.term * _PLACES)

    def _numbers(self, model: z3.ModelRef, things: list[Thing]) -> Iterator[tuple[Any, int]]:
        """Yield the whole numbers in the known values of a case, each with its lower bound."""
        facts = [fact for _, fact in self._facts(things)]
        for value in (*facts, *self.meaning.case.days.values()):
            if not z3.is_true(model.eval(value.known, model_completion=True)):
                continue
            if isinstance(value.term, Day):
                yield value.term.year, _EARLY
                yield value.term.month, 1
                yield value.term.day, 1
            elif z3.is_real(value.term):
                yield z3.ToInt(value.term * _PLACES), 0
            elif z3.is_int(value.term):
                yield value.term, 0


def _is_answer(type_: Type) -> bool:
    return type_ is Basic.TRUTH or isinstance(type_, Choice)


def _least(solver: z3.Solver, model: z3.ModelRef, number: Any, low: int) -> z3.ModelRef:
    """Assert the least possible value of `number`, from `low` on, and return a model."""
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
