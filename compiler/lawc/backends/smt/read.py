"""From a model of the solver to a case as JSON, and from a case to conditions on terms."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import z3

from lawc.backends.smt.cases import Case, Thing
from lawc.backends.smt.dates import Day
from lawc.backends.smt.terms import Names
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.world import suppliable
from lawc.runtime.calendar import day_of, ordinal_of
from lawc.runtime.reasons import shown
from lawc.runtime.values import Provision


class Reader:
    """A reader of models of one law."""

    def __init__(self, law: ir.Law, names: Names) -> None:
        self.law = law
        self.names = {number: name for name, number in names.numbers.items()}

    def case(self, model: z3.ModelRef, case: Case) -> dict[str, Any]:
        """Return the case that a model describes, as JSON has it."""
        return self._thing(model, case.root)

    def days(self, model: z3.ModelRef, case: Case) -> dict[str, date]:
        """Return the days that are known in a model."""
        return {
            key: self.value(model, day.term, Basic.DATE)
            for key, day in case.days.items()
            if _true(model, day.known)
        }

    def _thing(self, model: z3.ModelRef, thing: Thing) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, type_ in suppliable(self.law, thing.kind).items():
            fact = thing.facts[key]
            if _true(model, fact.known):
                value = self.value(model, fact.term, type_)
                data[key] = shown(value, fraction=type_ is Basic.FRACTION)
        for kind, group in thing.lists.items():
            if _true(model, group.known):
                field = next(member.field for member in self.law.kinds if member.key == kind)
                length = model.eval(group.length, model_completion=True).as_long()
                members = group.members[:length]
                data[str(field)] = [self._thing(model, member) for member in members]
        return data

    def value(self, model: z3.ModelRef, term: Any, type_: Type) -> Any:
        """Return the value of a term in a model."""
        if isinstance(term, Day):
            parts = [model.eval(part, model_completion=True).as_long() for part in term]
            return day_of(ordinal_of(*parts))
        answer = model.eval(term, model_completion=True)
        match type_:
            case Basic.TRUTH:
                return z3.is_true(answer)
            case Choice() | Basic.PROVISION:
                name = self.names[answer.as_long()]
                assert isinstance(name, str | Provision)
                return name
            case Basic.COUNT:
                return int(_number(answer))
            case _:
                return _number(answer)


def _true(model: z3.ModelRef, test: z3.BoolRef) -> bool:
    return bool(z3.is_true(model.eval(test, model_completion=True)))


def _number(number: Any) -> Fraction:
    if z3.is_int_value(number):
        return Fraction(number.as_long())
    return Fraction(number.numerator_as_long(), number.denominator_as_long())
