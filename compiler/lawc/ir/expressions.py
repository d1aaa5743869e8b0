"""The type of an expression, and the problems in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import assert_never

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.runtime.values import Provision, ProvisionRange

PLAIN = frozenset({Basic.COUNT, Basic.NUMBER, Basic.FRACTION})
_OF_QUOTIENT = (2, 3)  # parts


def is_number(type_: Type | None) -> bool:
    """Return whether values of the type can be added up."""
    return type_ is None or type_ in PLAIN or isinstance(type_, Money)


def is_ordered(type_: Type | None) -> bool:
    """Return whether values of the type have an order."""
    return is_number(type_) or type_ is Basic.DATE


def fits(type_: Type | None, wanted: Type | None) -> bool:
    """Return whether a value of type `type_` may stand where `wanted` is expected."""
    if type_ is None or wanted is None or type_ == wanted:
        return True
    return type_ in PLAIN and wanted in {Basic.NUMBER, Basic.FRACTION}


def carries(value: ir.Value, type_: Type) -> bool:
    """Return whether `value` is a value of `type_`."""
    match type_:
        case Choice():
            return isinstance(value, str) and value in type_.values
        case Basic.TRUTH:
            return isinstance(value, bool)
        case Basic.COUNT:
            return isinstance(value, int) and not isinstance(value, bool)
        case Basic.NUMBER | Basic.FRACTION | Money():
            return isinstance(value, (int, Fraction)) and not isinstance(value, bool)
        case Basic.DATE:
            return isinstance(value, date)
        case Basic.PROVISION:
            return isinstance(value, Provision)
        case _:
            assert_never(type_)


@dataclass(slots=True)
class Typing:
    """An expression being typed; `problems` are collected on the way.

    A type is None where it is unknown: after a problem, and for the value of a table row,
    which is a number of whatever kind is expected.
    """

    declared: Declared
    problems: list[str] = field(default_factory=list)

    def check(self, expr: ir.Expr, wanted: Type, kind: str) -> None:
        """Check `expr` where a thing of `kind` is in scope and `wanted` is expected."""
        type_ = self.type_of(expr, kind)
        if type_ is not wanted and not fits(type_, wanted):
            self.problems.append(f"{_name(expr)} is {_show(type_)}, not {_show(wanted)}")

    def type_of(self, expr: ir.Expr, kind: str) -> Type | None:  # noqa: C901
        """Return the type of `expr` where a thing of `kind` is in scope."""
        match expr:  # the most frequent first
            case ir.Stated(_, part, eid):
                if eid is not None and eid not in self.declared.elements:
                    self.problems.append(f"no element {eid}")
                return self.type_of(part, kind)
            case ir.Fact(owner, key):
                type_ = self._fact(expr, kind)
                if type_ is Basic.PROVISION:
                    self.problems.append(f"{owner}.{key} may be coarse, and is read as a value")
                return type_
            case ir.Not() | ir.All() | ir.Any() | ir.AtLeast() | ir.Compare():
                return self._condition(expr, kind)
            case ir.OneOf() | ir.Under():
                return self._condition(expr, kind)
            case ir.Literal(value, type_):
                if not carries(value, type_):
                    self.problems.append(f"{value!r} is not {_show(type_)}")
                whole = isinstance(value, Fraction) and value.denominator == 1
                return Basic.COUNT if whole and type_ in PLAIN else type_
            case ir.Parameter(key):
                self._must(key in self.declared.parameters, f"no parameter {key}")
                return Basic.DATE
            case ir.Quantity(key):
                quantity = self.declared.quantities.get(key)
                self._scope(f"quantity {key}", quantity.kind if quantity else None, kind)
                return quantity.type if quantity else None
            case ir.Decided(key):
                decision = self.declared.decisions.get(key)
                self._scope(f"decision {key}", decision.kind if decision else None, kind)
                return decision.type if decision else None
            case ir.Concept(key):
                self._scope(f"concept {key}", self.declared.concepts.get(key), kind)
                return Basic.TRUTH
            case ir.Applies(eids):
                for eid in eids:
                    self._must(eid in self.declared.elements, f"no element {eid}")
                    for rule in self.declared.below(eid):
                        self._scope(f"rule {rule.eid}", rule.kind, kind)
                return Basic.TRUTH
            case ir.Some(number, member, part):
                self._must(number >= 1, f"at least {number} members")
                return self._quantified(part, member, kind)
            case ir.Every(member, part) | ir.CountOf(member, part):
                truth = self._quantified(part, member, kind)
                return truth if isinstance(expr, ir.Every) else Basic.COUNT
            case ir.TotalOf(member, part):
                self._member(member, kind)
                return self._numbers((part,), member)
            case _:
                return self._arithmetic(expr, kind)

    # --- conditions

    def _condition(
        self,
        expr: ir.Not | ir.All | ir.Any | ir.AtLeast | ir.Compare | ir.OneOf | ir.Under,
        kind: str,
    ) -> Type:
        match expr:
            case ir.Not(part):
                self.check(part, Basic.TRUTH, kind)
            case ir.All(parts) | ir.Any(parts):
                self._truths(parts, kind)
            case ir.AtLeast(number, parts):
                self._must(number >= 1, f"at least {number} of the parts")
                self._truths(parts, kind)
            case ir.Compare():
                self._comparison(expr, kind)
            case ir.OneOf(subject, values):
                type_ = self.type_of(subject, kind)
                allowed = type_.values if isinstance(type_, Choice) else ()
                for value in values if type_ else ():
                    if value not in allowed:
                        self.problems.append(f"{value} is no value of {_name(subject)}")
            case ir.Under(subject, ranges):
                record = subject
                while isinstance(record, ir.Stated):
                    record = record.part
                type_ = self._fact(record, kind) if isinstance(record, ir.Fact) else None
                recorded = type_ is Basic.PROVISION
                self._must(recorded, "only a fact, a provision, can lie under provisions")
                for span in ranges:
                    self._must(_is_range(span), f"{span.first} to {span.last} is no range")
            case _:
                assert_never(expr)
        return Basic.TRUTH

    def _truths(self, parts: tuple[ir.Expr, ...], kind: str) -> None:
        for part in parts:
            self.check(part, Basic.TRUTH, kind)

    def _comparison(self, expr: ir.Compare, kind: str) -> None:
        left, right = self.type_of(expr.left, kind), self.type_of(expr.right, kind)
        if not fits(left, right) and not fits(right, left):
            self.problems.append(f"{_show(left)} is compared with {_show(right)}")
        if not (is_ordered(left) and is_ordered(right)):
            self.problems.append(f"{_show(left)} has no order")
        coarse = Basic.PROVISION in {left, right}
        self._must(not coarse, "provisions are compared, which may be recorded coarsely")

    # --- values

    def _arithmetic(self, expr: ir.Expr, kind: str) -> Type | None:
        match expr:
            case ir.Total(parts) | ir.Product(parts):
                self._must(bool(parts), f"{_name(expr)} of nothing")
                return (
                    self._product(parts, kind)
                    if isinstance(expr, ir.Product)
                    else (self._numbers(parts, kind))
                )
            case ir.Quotient(parts):
                self._must(len(parts) in _OF_QUOTIENT, f"{_name(expr)} of {len(parts)} parts")
                return self._quotient(parts, kind)
            case ir.Largest(parts) | ir.Smallest(parts):
                self._must(bool(parts), f"{_name(expr)} of nothing")
                if parts and self.type_of(parts[0], kind) is Basic.DATE:
                    return self._days(parts, kind)
                return self._numbers(parts, kind)
            case ir.ByCase():
                return self._by_case(expr, kind)
            case ir.IfAny(part):
                return self._numbers((part,), kind)
            case ir.Difference(left, right):
                return self._numbers((left, right), kind)
            case ir.Rounded(part, _, unit):
                self._must(unit > 0, f"rounding to multiples of {unit}")
                type_ = self._numbers((part,), kind)
                return Basic.COUNT if type_ in PLAIN and unit.denominator == 1 else type_
            case ir.Bracketed(subject, rows, by_part):
                self._must(_is_table(rows), "table rows that overlap or are out of order")
                type_ = self._numbers((subject,), kind)
                return (Basic.NUMBER if type_ in PLAIN else type_) if by_part else None
            case _:
                return self._of_days(expr, kind)

    def _of_days(self, expr: ir.Expr, kind: str) -> Type:
        match expr:
            case ir.Shifted(day, period):
                self._must(min(period) >= 0, f"a period of {tuple(period)}")
                return self._days((day,), kind)
            case ir.DaysIn(first, last, condition):
                self._days((first, last), kind)
                self.check(condition, Basic.TRUTH, kind)
                return Basic.COUNT
            case ir.StartOf(day):
                return self._days((day,), kind)
            case ir.DaysBetween(start, end) | ir.MonthsBetween(start, end):
                self._days((start, end), kind)
                return Basic.COUNT
            case _:
                raise AssertionError(expr)

    def _by_case(self, expr: ir.ByCase, kind: str) -> Type | None:
        self._must(len(expr.parts) > 1, "a case without a value")
        for condition, _ in expr.cases:
            self.check(condition, Basic.TRUTH, kind)
        types = [self.type_of(value, kind) for value in expr.values]
        if all(map(is_number, types)):
            return self._numbers(expr.values, kind)
        first = types[0]
        self._must(
            all(type_ == first for type_ in types), "the values of several cases are mixed"
        )
        return first

    def _numbers(self, parts: tuple[ir.Expr, ...], kind: str) -> Type | None:
        types = [self.type_of(part, kind) for part in parts]
        for part, type_ in zip(parts, types, strict=True):
            if not is_number(type_):
                self.problems.append(f"{_name(part)} is {_show(type_)}, not a number")
        known = {type_ for type_ in types if type_ is not None}
        monies = {type_ for type_ in known if isinstance(type_, Money)}
        mixed = len(monies) > 1 or (monies and known != monies)
        self._must(not mixed, f"{' and '.join(sorted(map(_show, known)))} are added up")
        return next(iter(known)) if len(known) == 1 else Basic.NUMBER if known else None

    def _product(self, parts: tuple[ir.Expr, ...], kind: str) -> Type | None:
        types = [self._numbers((part,), kind) for part in parts]
        monies = [type_ for type_ in types if isinstance(type_, Money)]
        self._must(len(monies) <= 1, "money is multiplied by money")
        if monies or None in types:
            return monies[0] if monies else None
        return types[0] if len(set(types)) == 1 else Basic.NUMBER

    def _quotient(self, parts: tuple[ir.Expr, ...], kind: str) -> Type | None:
        left, right, *_ = types = [self._numbers((part,), kind) for part in parts]
        money, by_money = isinstance(left, Money), isinstance(right, Money)
        wrong = by_money and left is not None and left != right
        self._must(not wrong, f"{_show(left)} is divided by {_show(right)}")
        type_ = Basic.NUMBER if by_money else left if money or left is None else Basic.NUMBER
        fitting = all(fits(zero, type_) for zero in types[2:])
        self._must(fitting, f"{_show(type_)} is another value where it is divided by zero")
        return type_

    def _days(self, parts: tuple[ir.Expr, ...], kind: str) -> Type:
        for part in parts:
            self.check(part, Basic.DATE, kind)
        return Basic.DATE

    # --- names

    def _quantified(self, part: ir.Expr | None, member: str, kind: str) -> Type:
        self._member(member, kind)
        if part is not None:
            self.check(part, Basic.TRUTH, member)
        return Basic.TRUTH

    def _member(self, member: str, kind: str) -> None:
        parent = self.declared.parents.get(member)
        self._scope(f"the list of {member}", parent, kind)

    def _scope(self, name: str, owner: str | None, kind: str) -> None:
        """Check that a thing of kind `owner` is in scope wherever a thing of `kind` is."""
        self._must(owner is not None, f"no {name}")
        if owner is not None:
            in_scope = owner in self.declared.line(kind)
            self._must(in_scope, f"{name} is read where only a {kind} is in scope")

    def _fact(self, fact: ir.Fact, kind: str) -> Type | None:
        type_ = self.declared.facts.get((fact.kind, fact.key))
        if type_ is None or fact.kind != kind:
            owner = None if type_ is None else fact.kind
            self._scope(f"fact {fact.kind}.{fact.key}", owner, kind)
        return type_

    def _must(self, holds: bool, problem: str) -> None:
        if not holds:
            self.problems.append(problem)


def _is_range(range_: ProvisionRange) -> bool:
    first, last = range_
    levels = [[end.part is not None, end.point is not None] for end in range_]
    if levels[0] != levels[1] or levels[0] == [False, True]:
        return False
    same_article, same_part = first.article == last.article, first.part == last.part
    if first.point is not None and last.point is not None:
        return same_article and same_part and first.point <= last.point
    if first.part is not None and last.part is not None:
        return same_article and first.part <= last.part
    return first.article <= last.article


def _is_table(rows: tuple[ir.Row, ...]) -> bool:
    return bool(rows) and all(
        row.up_to is not None and after.over is not None and row.up_to <= after.over
        for row, after in pairwise(rows)
    )


def _name(expr: ir.Expr) -> str:
    return type(expr).__name__


def _show(type_: Type | None) -> str:
    match type_:
        case Basic():
            return type_.value
        case Money(currency):
            return f"money in {currency}"
        case Choice(key):
            return f"choice {key}"
        case None:
            return "anything"
