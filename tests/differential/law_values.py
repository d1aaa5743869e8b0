"""The values that random laws and random cases are made of: few, so that they often meet."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from random import Random

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.runtime.values import Period, provision

KZT = Money("KZT")
COLOUR = Choice("colour", ("red", "green", "blue"))
STAGE = Choice("stage", ("open", "convicted"))
PLAIN = (Basic.COUNT, Basic.NUMBER, Basic.FRACTION)
NUMERIC: tuple[Type, ...] = (*PLAIN, KZT)
TYPES: tuple[Type, ...] = (*Basic, KZT, COLOUR, STAGE)
DAYS = (
    date(1999, 12, 31),
    date(2000, 2, 29),
    date(2024, 1, 31),
    date(2024, 2, 29),
    date(2025, 7, 5),
)
ENDS_OF_TIME = (date.min, date.max)
PROVISIONS = ("188", "188-1", "188(2)", "188(3)", "188(3)(1)", "190(3)(2)", "190(3-1)", "257-1")
RANGES = (
    "188",
    "188-1",
    "188(3)",
    "188(2):188(3)",
    "188(3)(1):188(3)(4)",
    "190(3)(2)",
    "189:257",
)
PERIODS = (Period(1), Period(0, 1), Period(0, 0, 1), Period(18), Period(4, 1, 30), Period())
EXTREME_PERIODS = (Period(9999), Period(0, 0, 4_000_000), Period(3 * 10**9, 1, 1))
HOSTILE = (
    'say "no"',
    "back\\slash\\",
    '"""',
    "{bad} {{worse}} %s",
    "it's; -- or\nelse",
    "\u202e",
)


def value_of(rng: Random, type_: Type) -> ir.Value:
    """Return a value of `type_`."""
    match type_:
        case Choice():
            return rng.choice(type_.values)
        case Basic.TRUTH:
            return rng.random() < 0.5
        case Basic.COUNT:
            return rng.choice((0, 1, 2, 5))
        case Basic.FRACTION:
            return rng.choice((Fraction(1, 5), Fraction(1, 3), Fraction(1, 2), Fraction(1)))
        case Basic.DATE:
            if rng.random() < 0.03:
                return rng.choice(ENDS_OF_TIME)
            near = timedelta(days=rng.choice((0, 0, 0, 1, -1, rng.randint(-366, 400))))
            return rng.choice(DAYS) + near
        case Basic.PROVISION:
            return provision(rng.choice(PROVISIONS))
        case Money() | Basic.NUMBER:
            return rng.choice((*map(Fraction, (-3, 0, 1, 2, 5, 100)), Fraction(5, 2)))


def limits_of(rng: Random, type_: Type) -> tuple[int | Fraction | None, int | Fraction | None]:
    """Return the least and the most of a fact, within which all values of `value_of` lie."""
    least: int | Fraction | None = None
    most: int | Fraction | None = None
    match type_:
        case Basic.COUNT:
            least, most = 0, 5
        case Basic.FRACTION:
            least, most = Fraction(1, 5), Fraction(1)
        case Money() | Basic.NUMBER:
            least, most = Fraction(-3), Fraction(100)
    return rng.choice((None, least)), rng.choice((None, most))


def finite_values(type_: Type) -> tuple[str | bool, ...]:
    """Return all values of a truth or a choice, none of other types."""
    match type_:
        case Choice():
            return type_.values
        case Basic.TRUTH:
            return (True, False)
        case _:
            return ()
