"""The computations and comparisons of a law."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

from lawc.ir import nodes as ir
from lawc.meaning.truth import NOTHING, UNKNOWN, Result, known
from lawc.runtime.values import NO_DAYS, ROUND, months_between, shift, span_of, start_of

_COMPARE: dict[ir.Comparison, Callable[[Any, Any], bool]] = {
    ir.Comparison.LT: operator.lt,
    ir.Comparison.LE: operator.le,
    ir.Comparison.EQ: operator.eq,
    ir.Comparison.NE: operator.ne,
    ir.Comparison.GE: operator.ge,
    ir.Comparison.GT: operator.gt,
}


def compare(op: ir.Comparison, left: Result, right: Result) -> Result:
    """Return whether `left` stands so to `right`; nothing equals nothing and has no order."""
    if NOTHING in {left, right}:
        return op is ir.Comparison.NE
    return known(_COMPARE[op], left, right)


def compute(expr: ir.Expr, operands: Sequence[Result], *, month_end_up: bool) -> Result:
    """Return the value of `expr`; `operands` are those of the expressions inside it."""
    match expr:
        case ir.Total():
            return known(lambda *v: sum(v), *operands)
        case ir.IfAny():
            return 0 if operands[0] is NOTHING else operands[0]
        case ir.Product():
            return known(lambda *v: math.prod(v), *operands)
        case ir.Quotient():
            return known(divided, *operands)
        case ir.Largest():
            return known(lambda *v: max(v), *operands)
        case ir.Smallest():
            return known(lambda *v: min(v), *operands)
        case ir.ByCase():
            return _by_case(operands)
        case ir.Difference():
            return known(operator.sub, *operands)
        case ir.Rounded(_, rounding, unit):
            return known(lambda v: ROUND[rounding.value](v, unit), *operands)
        case ir.Bracketed(_, rows, by_part):
            read = _by_part if by_part else _by_row
            return known(lambda v: read(v, rows), *operands)
        case _:
            return _of_days(expr, operands, month_end_up=month_end_up)


def _of_days(expr: ir.Expr, operands: Sequence[Result], *, month_end_up: bool) -> Result:
    """Return a day that is found from others, or the time between two."""
    match expr:
        case ir.Shifted(_, period, before):
            return known(
                lambda day: shift(day, period, month_end_up=month_end_up, before=before),
                *operands,
            )
        case ir.DaysBetween():
            return known(lambda start, end: (end - start).days, *operands)
        case ir.StartOf(_, stretch):
            return known(lambda day: start_of(day, stretch), *operands)
        case ir.DaysIn():
            return _days_in(*operands)
        case ir.MonthsBetween():
            return known(
                lambda start, end: months_between(start, end, month_end_up=month_end_up),
                *operands,
            )
        case _:
            raise AssertionError(expr)


def divided(left: Any, by: Any, if_zero: Any = NOTHING) -> Result:
    """Return `left` divided by `by`; where that is zero, what is said for it, else nothing."""
    quotient: Fraction = Fraction(left) / by if by else if_zero
    return quotient


def _by_case(operands: Sequence[Result]) -> Result:
    """Return the value after the first condition that holds.

    Where it is unknown whether a condition holds, it is what both ways have in common.
    """
    value = operands[-1] if len(operands) % 2 else NOTHING
    pairs = list(zip(operands[::2], operands[1::2], strict=False))
    for condition, then in reversed(pairs):
        if condition is True:
            value = then
        elif condition is UNKNOWN and (value is UNKNOWN or value != then):
            value = UNKNOWN
    return value


def _days_in(first: Result, last: Result, condition: Result) -> Result:
    """Return the days from `first` to `last`: none where the condition does not hold."""
    if condition in {False, NOTHING}:
        return NO_DAYS
    days = known(span_of, first, last)
    return UNKNOWN if condition is UNKNOWN and days not in {NOTHING, NO_DAYS} else days


def _by_row(subject: Fraction, rows: tuple[ir.Row, ...]) -> Result:
    for row in rows:
        above = row.over is None or subject > row.over
        if above and (row.up_to is None or subject <= row.up_to):
            return row.value
    return NOTHING


def _by_part(subject: Fraction, rows: tuple[ir.Row, ...]) -> Result:
    parts = (row.value * max(_part(subject, row), Fraction(0)) for row in rows)
    return sum(parts, start=Fraction(0))


def _part(subject: Fraction, row: ir.Row) -> Fraction:
    """Return how much of `subject` falls in `row`; below zero if it does not reach it."""
    top = subject if row.up_to is None else min(subject, row.up_to)
    return Fraction(top) - (row.over or 0)
