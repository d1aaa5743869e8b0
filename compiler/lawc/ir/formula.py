"""Expressions of the checked form on one line: `person.born + 50 years <= effective_day`.

Facts bear their kind, `person.sex`; days stand alone. Parts joined inside a larger expression
are in brackets, so that no precedence has to be known.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.runtime.values import Period, ProvisionRange

_DIGITS = 40  # after the point, of a number that is shown in decimals
_SPOKEN = 10  # the smallest part of a whole that has a word: a tenth


def formula(expr: ir.Expr) -> str:  # noqa: C901 - one case a node
    """Return `expr` on one line; texts of the law in it are left out."""
    match expr:
        case ir.Literal(value, type_):
            return typed(value, type_)
        case ir.Fact(kind, key):
            return f"{kind}.{key}"
        case ir.Parameter(key):
            return key
        case ir.Quantity(key):
            return f"quantity({key})"
        case ir.Decided(key):
            return f"decided({key})"
        case ir.Concept(key):
            return f"concept({key})"
        case ir.Applies(eids):
            return f"applies({', '.join(eids)})"
        case ir.Stated(_, part):
            return formula(part)
        case ir.Not(part):
            return f"not {_inner(part)}"
        case ir.All(parts):
            return " and ".join(map(_joined, parts)) or "always"
        case ir.Any(parts):
            return " or ".join(map(_joined, parts)) or "never"
        case ir.AtLeast(number, parts):
            return f"at least {number} of ({', '.join(map(formula, parts))})"
        case ir.Some(number, kind, condition):
            return f"at least {number} {kind} with ({formula(condition)})"
        case ir.Every(kind, condition):
            return f"every {kind} with ({formula(condition)})"
        case ir.Compare(op, left, right):
            return f"{_inner(left)} {op.value} {_inner(right)}"
        case ir.OneOf(subject, values):
            return f"{_inner(subject)} in ({', '.join(values)})"
        case ir.Under(subject, ranges):
            return f"{_inner(subject)} under ({', '.join(map(_range, ranges))})"
        case _:
            return _computed(expr)


def literal(value: ir.Value) -> str:
    """Return a value of the law as it is written in formulas: `713.34`, `2025-07-05`."""
    match value:
        case Fraction():
            return decimal(value) or str(value)
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case _:
            return str(value)


def typed(value: ir.Value, type_: Type) -> str:
    """Return a value as `literal` does, money with its currency, a share as a share."""
    match type_:
        case Money(currency):
            return f"{cents(literal(value))} {currency}"
        case Basic.FRACTION:
            return _fraction(value)
        case _:
            return literal(value)


def cents(amount: str) -> str:
    """Return an amount of money in which cents have two digits: `151.80` for `151.8`."""
    _, _, part = amount.partition(".")
    return f"{amount}0" if len(part) == 1 else amount


def decimal(value: Fraction) -> str:
    """Return a number in decimals, empty if it has no last digit."""
    digits = next((n for n in range(_DIGITS) if 10**n % value.denominator == 0), None)
    if digits is None:
        return ""
    whole, part = divmod(abs(value.numerator) * 10**digits // value.denominator, 10**digits)
    sign = "-" if value < 0 else ""
    return f"{sign}{whole}.{part:0{digits}}" if digits else f"{sign}{whole}"


def _fraction(value: ir.Value) -> str:
    """Return a share: `1/3` if it has a word, else in per cent."""
    if not isinstance(value, Fraction) or value.denominator <= _SPOKEN:
        return str(value)
    shown = decimal(value * 100)
    return f"{shown} %" if shown else str(value)


def period(length: Period) -> str:
    """Return a period in words: `1 year 6 months`."""
    parts = zip(length, ("year", "month", "day"), strict=True)
    named = [f"{number} {unit}{'s' * (number != 1)}" for number, unit in parts if number]
    return " ".join(named) or "0 days"


def _computed(expr: ir.Expr) -> str:
    match expr:
        case ir.Total(parts):
            return " + ".join(map(_inner, parts)) or "0"
        case ir.Product(parts):
            return " * ".join(map(_inner, parts)) or "1"
        case ir.IfAny(part):
            return f"({formula(part)}, if any)"
        case ir.Difference(left, right):
            return f"{_inner(left)} - {_inner(right)}"
        case ir.Largest(parts):
            return f"largest({', '.join(map(formula, parts))})"
        case ir.Smallest(parts):
            return f"smallest({', '.join(map(formula, parts))})"
        case ir.ByCase():
            ways = [f"{formula(value)} if {_joined(test)}" for test, value in expr.cases]
            ways += [] if expr.otherwise is None else [f"else {formula(expr.otherwise)}"]
            return f"case({', '.join(ways)})"
        case ir.Rounded(part, rounding, unit):
            return f"rounded {rounding.value} to {literal(unit)}({formula(part)})"
        case ir.Bracketed(subject, rows, by_part):
            how = "by part" if by_part else "by row"
            return f"table {how}({formula(subject)}: {'; '.join(map(_row, rows))})"
        case ir.Quotient(parts):
            zero = "".join(f", or {formula(part)} by zero" for part in parts[2:])
            return f"{_inner(parts[0])} / {_inner(parts[1])}{zero}"
        case ir.CountOf() | ir.TotalOf():
            return _of_members(expr)
        case _:
            return _of_days(expr)


def _of_members(expr: ir.CountOf | ir.TotalOf) -> str:
    match expr:
        case ir.CountOf(kind, condition):
            with_ = "" if condition is None else f" with ({formula(condition)})"
            return f"number of {kind}{with_}"
        case ir.TotalOf(kind, value):
            return f"sum over {kind} of ({formula(value)})"
        case _:
            assert_never(expr)


def _of_days(expr: ir.Expr) -> str:
    match expr:
        case ir.Shifted(day, by, before):
            return f"{_inner(day)} {'-' if before else '+'} {period(by)}"
        case ir.DaysBetween(start, end):
            return f"days({formula(start)}, {formula(end)})"
        case ir.StartOf(day, unit):
            return f"start of {unit.value}({formula(day)})"
        case ir.DaysIn(first, last, condition):
            when = "" if condition == ir.All(()) else f" if {formula(condition)}"
            return f"days of ({formula(first)}, {formula(last)}{when})"
        case ir.MonthsBetween(start, end):
            return f"months({formula(start)}, {formula(end)})"
        case _:
            raise AssertionError(expr)


def _inner(expr: ir.Expr) -> str:
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return formula(expr) if isinstance(expr, _SIMPLE) else f"({formula(expr)})"


_SIMPLE = (
    ir.Literal, ir.Fact, ir.Parameter, ir.Quantity, ir.Decided, ir.Concept, ir.Applies,
    ir.Shifted,
)  # fmt: skip
_JOINING = (ir.All, ir.Any)


def _joined(expr: ir.Expr) -> str:
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return f"({formula(expr)})" if isinstance(expr, _JOINING) else formula(expr)


def _range(range_: ProvisionRange) -> str:
    first, last = str(range_.first), str(range_.last)
    return first if first == last else f"{first} to {last}"


def _row(row: ir.Row) -> str:
    def bound(value: Fraction | None) -> str:
        return "" if value is None else literal(value)

    return f"{bound(row.over)}..{bound(row.up_to)} = {literal(row.value)}"
