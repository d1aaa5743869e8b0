"""What is worth trying for a fact: every value of a short list, and what lies at a bound."""

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
    """What expressions read, and the bounds that they have, each once and in order."""

    facts: tuple[tuple[str, str], ...]
    days: tuple[str, ...]
    periods: tuple[Period, ...]
    numbers: tuple[Fraction, ...]
    provisions: tuple[Provision, ...]
    dates: tuple[date, ...]


def bounds(law: ir.Law, exprs: Iterable[ir.Expr]) -> Bounds:
    """Return the bounds of the expressions, and of all that they rest on."""
    parts = tuple(reached(law, exprs))
    return Bounds(
        tuple(dict.fromkeys((one.kind, one.key) for one in parts if isinstance(one, ir.Fact))),
        tuple(dict.fromkeys(one.key for one in parts if isinstance(one, ir.Parameter))),
        tuple(dict.fromkeys(one.period for one in parts if isinstance(one, ir.Shifted))),
        tuple(dict.fromkeys(number for one in parts for number in _numbers(one))),
        tuple(dict.fromkeys(record for one in parts for record in _provisions(one))),
        tuple(
            dict.fromkeys(
                one.value
                for one in parts
                if isinstance(one, ir.Literal) and isinstance(one.value, date)
            )
        ),
    )


def worth_trying(law: ir.Law, type_: Type, given: Bounds, days: tuple[date, ...]) -> list[Any]:
    """Return values of `type_` as in JSON; `days` are those that dates are reckoned from."""
    match type_:
        case Choice():
            return list(type_.values)
        case Basic.TRUTH:
            return [True, False]
        case Basic.DATE:
            return [day.isoformat() for day in _dates(law, given, days)]
        case Basic.PROVISION:
            return list(dict.fromkeys(map(str, given.provisions)))
        case Basic.COUNT:
            whole = (int(one) for one in _around(given.numbers) if one.denominator == 1)
            return list(dict.fromkeys(one for one in whole if one >= 0))
        case Basic.FRACTION | Basic.NUMBER | Money():
            fraction = type_ is Basic.FRACTION
            said = (shown(one, fraction=fraction) for one in _around(given.numbers))
            return [one for one in dict.fromkeys(said) if "/" not in str(one) or fraction]


def _dates(law: ir.Law, given: Bounds, days: tuple[date, ...]) -> tuple[date, ...]:
    up = bool(law.month_end_up)
    reckoned = [
        shift(day, period, month_end_up=up, before=before)
        for day in days
        for period in (Period(), *given.periods)
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
    """Return each number, what is just less and just more, what is between, and far more."""
    ordered = sorted({Fraction(0), *numbers})
    near = [one + by for one in ordered for by in (-1, 0, 1)]
    between = [(one + two) / 2 for one, two in pairwise(ordered)]
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
        for one in expr.ranges:
            yield from (one.first, one.last)
            *larger, last = one.last.article
            yield Provision((*larger, last + 1))
