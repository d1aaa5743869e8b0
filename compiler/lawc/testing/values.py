"""Values worth trying for a fact: all of a short list, else those at and around the bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import reached
from lawc.records import dataclass
from lawc.runtime.reasons import shown
from lawc.runtime.values import Period, Provision, shift

_DAYS = (-1, 0, 1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The facts and days that expressions read, and their bounds, each once and in order."""

    facts: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    periods: tuple[Period, ...]
    numbers: tuple[Fraction, ...]
    provisions: tuple[Provision, ...]
    dates: tuple[date, ...]


def bounds_of(law: ir.Law, exprs: Iterable[ir.Expr]) -> Bounds:
    """Return the bounds of the expressions and of everything that they rest on."""
    parts = tuple(reached(law, exprs))
    return Bounds(
        tuple(
            dict.fromkeys((part.kind, part.key) for part in parts if isinstance(part, ir.Fact))
        ),
        tuple(dict.fromkeys(part.key for part in parts if isinstance(part, ir.Parameter))),
        tuple(dict.fromkeys(part.period for part in parts if isinstance(part, ir.Shifted))),
        tuple(dict.fromkeys(number for part in parts for number in _numbers(part))),
        tuple(dict.fromkeys(record for part in parts for record in _provisions(part))),
        tuple(
            dict.fromkeys(
                part.value
                for part in parts
                if isinstance(part, ir.Literal) and isinstance(part.value, date)
            )
        ),
    )


def worth_trying(law: ir.Law, type_: Type, bounds: Bounds, days: tuple[date, ...]) -> list[Any]:
    """Return values of `type_` as in JSON; `days` are those that dates are reckoned from."""
    match type_:
        case Choice():
            return list(type_.values)
        case Basic.TRUTH:
            return [True, False]
        case Basic.DATE:
            return [day.isoformat() for day in _dates(law, bounds, days)]
        case Basic.PROVISION:
            return list(dict.fromkeys(map(str, bounds.provisions)))
        case Basic.COUNT:
            whole = (
                int(number) for number in _around(bounds.numbers) if number.denominator == 1
            )
            return list(dict.fromkeys(number for number in whole if number >= 0))
        case Basic.FRACTION | Basic.NUMBER | Money():
            fraction = type_ is Basic.FRACTION
            texts = (shown(number, fraction=fraction) for number in _around(bounds.numbers))
            return [text for text in dict.fromkeys(texts) if "/" not in str(text) or fraction]


def _dates(law: ir.Law, bounds: Bounds, days: tuple[date, ...]) -> tuple[date, ...]:
    up = bool(law.month_end_up)
    reckoned = [
        shift(day, period, month_end_up=up, before=before)
        for day in days
        for period in (Period(), *bounds.periods)
        for before in (True, False)
    ]
    moved = (
        day + timedelta(days=by)
        for day in dict.fromkeys(reckoned)
        if date.min < day < date.max
        for by in _DAYS
    )
    return tuple(dict.fromkeys(moved))


def _around(numbers: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """Return the numbers, those just below, just above and between, and a far larger one."""
    ordered = sorted({Fraction(0), *numbers})
    near = [number + by for number in ordered for by in (-1, 0, 1)]
    between = [(smaller + larger) / 2 for smaller, larger in pairwise(ordered)]
    return tuple(dict.fromkeys([*near, *between, ordered[-1] * 2]))


def _numbers(expr: ir.Expr) -> Iterator[Fraction]:
    match expr:
        case ir.Literal(int() | Fraction() as number) if not isinstance(number, bool):
            yield Fraction(number)
        case ir.Bracketed(_, rows):
            for row in rows:
                if row.up_to is not None:
                    yield row.up_to
        case _:
            pass


def _provisions(expr: ir.Expr) -> Iterator[Provision]:
    if isinstance(expr, ir.Under):
        for span in expr.ranges:
            yield from (span.first, span.last)
            *larger, last = span.last.article
            yield Provision((*larger, last + 1))
