"""Small changes of an expression, one at a time: slips that a drafter may make.

`person.born + 18 years <= day` becomes `... + 17 years <= day`, `... + 19 years <= day`, and
`... + 18 years < day`. A change holds the smallest part that differs, before and after.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import children, with_children
from lawc.records import dataclass
from lawc.runtime.values import Period, Stretch

_EXCHANGED = {
    ir.Comparison.LT: ir.Comparison.LE,
    ir.Comparison.LE: ir.Comparison.LT,
    ir.Comparison.GT: ir.Comparison.GE,
    ir.Comparison.GE: ir.Comparison.GT,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an expression to `expr`, by changing a part of it from `was` to `now`.

    `now` is None if the part was dropped. `eid` is the nearest element that states the part,
    None if only the element of the whole expression does.
    """

    expr: ir.Expr
    was: ir.Expr
    now: ir.Expr | None
    eid: str | None = None


def changes(expr: ir.Expr) -> Iterator[Change]:
    """Yield every small change of `expr`, those of outer parts first."""
    if isinstance(expr, ir.All | ir.Any) and len(expr.parts) > 1:
        for place, part in enumerate(expr.parts):
            left = (*expr.parts[:place], *expr.parts[place + 1 :])
            eid = part.eid if isinstance(part, ir.Stated) else None
            yield Change(replace(expr, parts=left), part, None, eid)
    for now in _own_changes(expr):
        yield Change(now, expr, now)
    own = expr.eid if isinstance(expr, ir.Stated) else None
    inner = children(expr)
    for place, part in enumerate(inner):
        for change in changes(part):
            parts = (*inner[:place], change.expr, *inner[place + 1 :])
            yield replace(change, expr=with_children(expr, parts), eid=change.eid or own)


def day_moved(day: date) -> Iterator[date]:
    """Yield the day before and the day after."""
    if day > date.min:
        yield day - timedelta(days=1)
    if day < date.max:
        yield day + timedelta(days=1)


def number_moved(value: int | Fraction, *, fraction: bool = False) -> Iterator[Any]:
    """Yield `value` a unit less and more, or a fraction with each of its two numbers moved."""
    if fraction and value.denominator > 1:
        top, bottom = value.numerator, value.denominator
        moved = ((top - 1, bottom), (top + 1, bottom), (top, bottom - 1), (top, bottom + 1))
        yield from dict.fromkeys(Fraction(*parts) for parts in moved)
    else:
        unit = 1 if value.denominator == 1 else Fraction(1, 100)
        yield from (value - unit, value + unit)


def _own_changes(expr: ir.Expr) -> Iterator[ir.Expr]:
    match expr:
        case ir.All(parts) | ir.Any(parts) if len(parts) > 1:
            yield ir.Any(parts) if isinstance(expr, ir.All) else ir.All(parts)
        case ir.AtLeast() | ir.Some():
            yield from _numbers(expr)
        case ir.Compare(op) if op in _EXCHANGED:
            yield replace(expr, op=_EXCHANGED[op])
        case ir.OneOf(_, values):
            for place in range(len(values)):
                yield replace(expr, values=(*values[:place], *values[place + 1 :]))
        case ir.Under(_, ranges):
            for place in range(len(ranges)):
                yield replace(expr, ranges=(*ranges[:place], *ranges[place + 1 :]))
        case ir.Shifted(_, period):
            for moved in _periods(period):
                yield replace(expr, period=moved)
        case ir.StartOf(_, unit):
            yield from (replace(expr, unit=other) for other in Stretch if other is not unit)
        case ir.Literal():
            yield from _literals(expr)
        case ir.Bracketed():
            yield from _tables(expr)


def _numbers(expr: ir.AtLeast | ir.Some) -> Iterator[ir.Expr]:
    most = len(expr.parts) if isinstance(expr, ir.AtLeast) else expr.number + 1
    for number in (expr.number - 1, expr.number + 1):
        if 1 <= number <= most:
            yield replace(expr, number=number)


def _periods(period: Period) -> Iterator[Period]:
    for name, number in period._asdict().items():
        if number:
            for moved in (number - 1, number + 1):
                yield Period(**{**period._asdict(), name: moved})


def _literals(expr: ir.Literal) -> Iterator[ir.Expr]:
    match expr.value:
        case bool() | str():
            return
        case date() as day:
            for moved in day_moved(day):
                yield replace(expr, value=moved)
        case int() | Fraction() as number:
            for other in number_moved(number, fraction=expr.type is Basic.FRACTION):
                if expr.type is not Basic.COUNT or other >= 0:
                    yield replace(expr, value=other)


def _tables(expr: ir.Bracketed) -> Iterator[ir.Expr]:
    """Yield the table with one value moved, or one bound moved in both rows that share it."""
    bounds = [row.up_to for row in expr.rows if row.up_to is not None]
    for bound in bounds:
        for moved in number_moved(bound):
            yield replace(
                expr, rows=tuple(_bounded(row, bound, Fraction(moved)) for row in expr.rows)
            )
    for place, row in enumerate(expr.rows):
        for moved in number_moved(row.value, fraction=True):
            changed = replace(row, value=Fraction(moved))
            yield replace(expr, rows=(*expr.rows[:place], changed, *expr.rows[place + 1 :]))


def _bounded(row: ir.Row, bound: Fraction, moved: Fraction) -> ir.Row:
    return replace(
        row,
        over=moved if row.over == bound else row.over,
        up_to=moved if row.up_to == bound else row.up_to,
    )
