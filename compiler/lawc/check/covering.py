"""Decisions that always have a value, as far as that shows without a solver.

The conditions of the provisions that give it are taken apart into comparisons and tests, and
every combination of their outcomes is tried. A connection between two tests (an age and a day
of birth, say) is not seen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from fractions import Fraction
from functools import cached_property
from itertools import pairwise, product
from typing import Any, TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.types import Choice
from lawc.ir.walk import children, inside, unstated
from lawc.records import dataclass

MOST = 4096  # combinations of outcomes of the tests of a decision; more are not tried

_Ways: TypeAlias = Mapping[Any, Any]  # the outcome of each test, the value of each subject
_COMPARED = {
    ir.Comparison.LT: lambda a, b: a < b,
    ir.Comparison.LE: lambda a, b: a <= b,
    ir.Comparison.EQ: lambda a, b: a == b,
    ir.Comparison.NE: lambda a, b: a != b,
    ir.Comparison.GE: lambda a, b: a >= b,
    ir.Comparison.GT: lambda a, b: a > b,
}


@dataclass(frozen=True)
class Values:
    """The values of a law, of which some may be missing; each is looked at once."""

    declared: Declared
    _known: dict[tuple[str, str], bool] = field(default_factory=dict)

    def may_be_nothing(self, expr: ir.Expr) -> bool:
        """Return whether there may be no value although all facts are known."""
        match expr:
            case ir.Decided(key):
                return self._once("decision", key)
            case ir.Quantity(key):
                return self._once("quantity", key)
            case ir.IfAny():
                return False
            case ir.Quotient((_, by)):
                known = isinstance(by, ir.Literal) and by.value != 0
                return not known or any(map(self.may_be_nothing, children(expr)))
            case ir.ByCase():
                return expr.otherwise is None or any(map(self.may_be_nothing, expr.values))
            case ir.Bracketed() | ir.TotalOf():
                return any(map(self.may_be_nothing, children(expr)))
            case ir.CountOf() | ir.Compare() | ir.Not() | ir.All() | ir.Any():
                return False
            case _:
                return any(map(self.may_be_nothing, children(expr)))

    def _once(self, what: str, key: str) -> bool:
        if (what, key) not in self._known:
            self._known[what, key] = False  # it may rest on itself: `check_circles` says so
            of = self._decision if what == "decision" else self._quantity
            self._known[what, key] = of(key)
        return self._known[what, key]

    def _quantity(self, key: str) -> bool:
        quantities = self.declared.law.quantities
        versions = (version for version in quantities if version.key == key)
        return any(self.may_be_nothing(version.value) for version in versions)

    def _decision(self, key: str) -> bool:
        law = self.declared.law
        decision = self.declared.decisions.get(key)
        if decision is None or decision.otherwise is not None:
            return False
        conditions = []
        for rule in law.rules:
            if rule.force != ir.ALWAYS or id(rule) in self._displaced:
                continue
            for gives in rule.gives:
                if gives.decision == key and not self.may_be_nothing(gives.value):
                    when = () if gives.when is None else (gives.when,)
                    conditions.append(ir.All((rule.condition, *when)))
        compared = (
            part
            for condition in conditions
            for part in inside(condition)
            if isinstance(part, ir.Compare | ir.OneOf)
        )
        if any(self.may_be_nothing(side) for part in compared for side in children(part)):
            return True
        return not always(self.declared, tuple(conditions))

    @cached_property
    def _displaced(self) -> frozenset[int]:
        """The rules that others displace, by the identity of the object."""
        return frozenset(
            id(rule)
            for other in self.declared.law.rules
            for target in other.displaces
            for rule in self.declared.below(target)
        )


def always(declared: Declared, conditions: tuple[ir.Expr, ...]) -> bool:
    """Return whether one of the conditions holds however their tests come out."""
    ways: dict[Any, set[Any]] = {}
    for test in (test for condition in conditions for test in _tests(condition)):
        match test:
            case ir.OneOf(subject):
                type_ = None
                if isinstance(subject, ir.Fact):
                    type_ = declared.facts.get((subject.kind, subject.key))
                values = type_.values if isinstance(type_, Choice) else ()
                ways.setdefault(subject, set()).update(values)
            case ir.Compare(_, left, ir.Literal(value)) if _is_number(value):
                ways.setdefault(left, set()).add(value)
            case _:
                ways[_affirmed(test)[0]] = {True, False}
    domains = {subject: _domain(values) for subject, values in ways.items()}
    number = 1
    for values in domains.values():
        number *= len(values)
    if not conditions or number > MOST or not all(domains.values()):
        return False
    return all(
        any(_holds(condition, dict(zip(domains, way, strict=True))) for condition in conditions)
        for way in product(*domains.values())
    )


def _domain(values: set[Any]) -> tuple[Any, ...]:
    """Return sample values: any other value compares with the bounds as one of them does."""
    numbers = [value for value in values if isinstance(value, int | Fraction)]
    if len(numbers) < len(values) or any(isinstance(value, bool) for value in values):
        return tuple(sorted(values, key=repr))
    ends = sorted(map(Fraction, numbers))
    between = [(a + b) / 2 for a, b in pairwise(ends)]
    return (ends[0] - 1, *ends, *between, ends[-1] + 1) if ends else ()


def _tests(condition: ir.Expr) -> Iterator[ir.Expr]:
    match unstated(condition):
        case ir.All(parts) | ir.Any(parts) | ir.AtLeast(_, parts):
            for part in parts:
                yield from _tests(part)
        case ir.Not(part):
            yield from _tests(part)
        case ir.Literal():
            return
        case test:
            yield test


def _holds(condition: ir.Expr, ways: _Ways) -> bool:
    match unstated(condition):
        case ir.All(parts):
            return all(_holds(part, ways) for part in parts)
        case ir.Any(parts):
            return any(_holds(part, ways) for part in parts)
        case ir.AtLeast(number, parts):
            return sum(_holds(part, ways) for part in parts) >= number
        case ir.Not(part):
            return not _holds(part, ways)
        case ir.Literal(value):
            return value is True
        case ir.OneOf(subject, values):
            return ways[subject] in values
        case ir.Compare(op, left, ir.Literal(value)) if _is_number(value):
            return bool(_COMPARED[op](ways[left], value))
        case test:
            affirmed, same = _affirmed(test)
            return bool(ways[affirmed]) is same


def _is_number(value: ir.Value) -> bool:
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def _affirmed(test: ir.Expr) -> tuple[ir.Expr, bool]:
    """Return a test and True, or its contrary and False: of two contraries always one."""
    contraries = {
        ir.Comparison.GE: ir.Comparison.LT,
        ir.Comparison.GT: ir.Comparison.LE,
        ir.Comparison.NE: ir.Comparison.EQ,
    }
    if isinstance(test, ir.Compare) and test.op in contraries:
        return ir.Compare(contraries[test.op], test.left, test.right), False
    return test, True
