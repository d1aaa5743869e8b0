"""Values of slots as terms: what is not known, what the law does not say, and exact numbers.

A number is a whole numerator over a denominator `of` that is the same in every row. Whole
numbers of an engine have 64 bits: `low` and `high` bound each numerator, and a law whose
numbers may go beyond is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import product
from math import lcm

from lawc.backends.relational.terms import (
    FALSE,
    Constant,
    Floor,
    Least,
    Minus,
    Most,
    Plus,
    Term,
    Test,
    Times,
    all_of,
    any_of,
    choice,
    times,
    unknown,
)
from lawc.records import dataclass
from lawc.runtime.values import Period

LIMIT = 2**62
_DAYS_OF_YEAR = 366


class TooLargeError(ValueError):
    """A number of a law that may need more than 64 bits."""


@dataclass(frozen=True, slots=True)
class Value:
    """A slot as a term, null where it is unknown or nothing; `nothing` tells these apart.

    `sort` is "truth", "number" or "text". `of`, `low` and `high` are those of a number or a
    day; `low` is None for other values.
    """

    term: Term
    nothing: Term = FALSE
    sort: str = "truth"
    of: int = 1
    low: int | None = None
    high: int = 0

    def null(self) -> Term:
        """Return null of the sort of the value."""
        return Constant(None, self.sort)

    def unknown(self) -> Term:
        """Return whether the value is not known."""
        if self.nothing == FALSE:
            return unknown(self.term)
        return all_of([unknown(self.term), choice(self.nothing, FALSE, Constant(True))])


def number(term: Term, low: int, high: int, *, of: int = 1, nothing: Term = FALSE) -> Value:
    """Return a number, whose numerators are bounded.

    Raises:
        TooLargeError: a numerator may need more than 64 bits.
    """
    if max(abs(low), abs(high)) > LIMIT:
        raise TooLargeError(f"a number of up to {max(abs(low), abs(high)):,} / {of:,}")
    return Value(term, nothing, "number", of, low, high)


def constant(value: Fraction | int) -> Value:
    """Return a number of the law."""
    whole = Fraction(value)
    return number(
        Constant(whole.numerator), whole.numerator, whole.numerator, of=whole.denominator
    )


def scaled(value: Value, of: int) -> Value:
    """Return a number over a denominator that is a multiple of its own."""
    factor = of // value.of
    assert value.low is not None, "only numbers are scaled"
    return number(
        times(value.term, factor), value.low * factor, value.high * factor, of=of,
        nothing=value.nothing,
    )  # fmt: skip


def aligned(values: Iterable[Value]) -> list[Value]:
    """Return numbers over one denominator; other values as they are."""
    values = list(values)
    if any(value.low is None for value in values):
        return values
    of = lcm(*[value.of for value in values])
    return [scaled(value, of) for value in values]


def nothing_of(values: Iterable[Value]) -> Term:
    """Return whether any value is nothing: then what is computed of them is nothing too."""
    return any_of([value.nothing for value in values])


def _low(value: Value) -> int:
    assert value.low is not None, "the value is a number"
    return value.low


def total(values: Sequence[Value]) -> Value:
    """Return the sum."""
    parts = aligned(values)
    return number(
        _joined(Plus, parts), sum(map(_low, parts)), sum(part.high for part in parts),
        of=parts[0].of, nothing=nothing_of(parts),
    )  # fmt: skip


def difference(left: Value, right: Value) -> Value:
    """Return one number less another."""
    left, right = aligned([left, right])
    return number(
        Minus(left.term, right.term), _low(left) - right.high, left.high - _low(right),
        of=left.of, nothing=nothing_of([left, right]),
    )  # fmt: skip


def multiplied(values: Sequence[Value]) -> Value:
    """Return the product."""
    whole = values[0]
    for value in values[1:]:
        corners = [a * b for a, b in product((whole.low, whole.high), (value.low, value.high))]  # type: ignore[operator]  # both are numbers
        whole = number(
            Times((whole.term, value.term)), min(corners), max(corners), of=whole.of * value.of,
            nothing=nothing_of([whole, value]),
        )  # fmt: skip
    return whole


def largest(values: Sequence[Value]) -> Value:
    """Return the largest."""
    parts = aligned(values)
    low, high = max(map(_low, parts)), max(part.high for part in parts)
    return number(_joined(Most, parts), low, high, of=parts[0].of, nothing=nothing_of(parts))


def smallest(values: Sequence[Value]) -> Value:
    """Return the smallest."""
    parts = aligned(values)
    low, high = min(map(_low, parts)), min(part.high for part in parts)
    return number(_joined(Least, parts), low, high, of=parts[0].of, nothing=nothing_of(parts))


def _joined(form: type[Plus | Most | Least], parts: Sequence[Value]) -> Term:
    return parts[0].term if len(parts) == 1 else form(tuple(part.term for part in parts))


def zero_if_nothing(value: Value) -> Value:
    """Return a number, zero where it is nothing."""
    if value.nothing == FALSE:
        return value
    term = choice(value.nothing, Constant(0), value.term)
    return number(term, min(_low(value), 0), max(value.high, 0), of=value.of)


def rounded(value: Value, direction: str, unit: Fraction) -> Value:
    """Return a number brought to a multiple of a unit; a half goes where `direction` says."""
    many, by = unit.denominator, value.of * unit.numerator  # times = numerator * many / by
    term = times(value.term, many)
    bounds = [_low(value) * many, value.high * many]
    match direction:
        case "down":
            times_, ends = Floor(term, by), [bound // by for bound in bounds]
        case "up":
            times_ = Minus(Constant(0), Floor(Minus(Constant(0), term), by))  # type: ignore[assignment]
            ends = [-(-bound // by) for bound in bounds]
        case "half_up" | "half_down" | "half_even":
            twice, one = times(term, 2), Constant(by)
            times_ = Floor(Plus((twice, one)), 2 * by)
            if direction == "half_down":
                less = Floor(Minus(one, twice), 2 * by)
                times_ = Minus(Constant(0), less)  # type: ignore[assignment]
            if direction == "half_even":
                odd = Test("!=", times(Floor(times_, 2), 2), times_)
                between = Test("=", times(times_, 2 * by), Plus((twice, one)))
                lower = Minus(times_, Constant(1))
                times_ = choice(all_of([odd, between]), lower, times_)  # type: ignore[assignment]
            ends = [(2 * bounds[0] - by) // (2 * by), (2 * bounds[1] + by) // (2 * by)]
            number(term, 2 * bounds[0] - 3 * by, 2 * bounds[1] + 3 * by)  # on the way
        case _:
            half = Plus((times(Most((term, Minus(Constant(0), term))), 2), Constant(by)))
            size = Floor(half, 2 * by)
            negative = Test("<", term, Constant(0))
            times_ = choice(negative, Minus(Constant(0), size), size)  # type: ignore[assignment]
            ends = [(2 * bound + by) // (2 * by) for bound in bounds]
            ends = [ends[0] - 1, ends[1] + 1]
            number(term, 2 * bounds[0] - by, 2 * bounds[1] + by)  # what is computed on the way
    number(term, *bounds)
    return number(
        times(times_, unit.numerator), ends[0] * unit.numerator, ends[1] * unit.numerator,
        of=unit.denominator, nothing=value.nothing,
    )  # fmt: skip


def in_row(value: Value, rows: Iterable[tuple[object, object, object]]) -> Value:
    """Return the value of the row (over, up to and including, value) that a number is in."""
    rows = list(rows)
    results = aligned([constant(row[2]) for row in rows])  # type: ignore[arg-type]
    term: Term = Constant(None, "number")
    covered: list[Term] = []
    for (over, up_to, _), result in zip(reversed(rows), reversed(results), strict=True):
        test = all_of(
            [
                *([compared(value, "<=", constant(up_to))] if up_to is not None else []),  # type: ignore[arg-type]
                *([compared(value, ">", constant(over))] if over is not None else []),  # type: ignore[arg-type]
            ]
        )
        covered.append(test)
        term = choice(test, result.term, term)
    missing = unknown(value.term)
    term = choice(missing, Constant(None, "number"), term)
    outside = all_of([choice(any_of([*covered, missing]), FALSE, Constant(True))])
    lows = [_low(result) for result in results]
    highs = [result.high for result in results]
    nothing = any_of([value.nothing, outside])
    return number(term, min(lows), max(highs), of=results[0].of, nothing=nothing)


def by_parts(value: Value, rows: Iterable[tuple[object, object, object]]) -> Value:
    """Return the sum of each row's value times the part of a number in the row."""
    parts: list[Value] = []
    zero = constant(0)
    for over, up_to, share in rows:
        top = value if up_to is None else smallest([value, constant(up_to)])  # type: ignore[arg-type]
        part = largest([difference(top, constant(over or 0)), zero])  # type: ignore[arg-type]
        parts.append(multiplied([part, constant(share)]))  # type: ignore[arg-type]
    return total(parts)


def compared(left: Value, op: str, right: Value) -> Term:
    """Return how two values stand to each other; with nothing, none does (`!=` does)."""
    left, right = aligned([left, right])
    test: Term = Test(op, left.term, right.term)
    nothing = nothing_of([left, right])
    if nothing == FALSE:
        return test
    return choice(nothing, Constant(op == "!="), test)


def days_after(value: Value, term: Term, period: Period) -> Value:
    """Return a day that lies a period from another; `term` is its number."""
    span = (period.years + period.months) * _DAYS_OF_YEAR + period.days + _DAYS_OF_YEAR
    return number(term, _low(value) - span, value.high + span, nothing=value.nothing)
