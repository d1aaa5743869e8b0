"""Values of slots as terms: what is not known, what the law does not say, and exact numbers.

A number is a whole numerator over a denominator `of` that is the same in every row. Whole
numbers of an engine have 64 bits: `low` and `high` bound each numerator, and a law whose
numbers may go beyond is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import reduce
from itertools import product
from math import gcd, lcm, prod

from lawc.backends.relational.terms import (
    FALSE,
    Constant,
    Floor,
    FloorBy,
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
    negation,
    surely,
    times,
    unknown,
)
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.runtime.values import Period, Provision

LIMIT = 2**62
ONE = Constant(1)
_DAYS_OF_YEAR = 366


class TooLargeError(ValueError):
    """A number of a law that may need more than 64 bits."""


@dataclass(frozen=True, slots=True)
class Value:
    """A slot as a term, null where it is unknown or nothing; `nothing` tells these apart.

    `sort` is "truth", "number" or "text". `of`, `low` and `high` are those of a number or a
    day; `low` is None for other values. A quotient is divided once more: by the term `by`, from
    1 to `most_by`, which never is null.
    """

    term: Term
    nothing: Term = FALSE
    sort: str = "truth"
    of: int = 1
    low: int | None = None
    high: int = 0
    by: Term = ONE
    most_by: int = 1

    def null(self) -> Term:
        """Return null of the sort of the value."""
        return Constant(None, self.sort)

    def unknown(self) -> Term:
        """Return whether the value is not known."""
        if self.nothing == FALSE:
            return unknown(self.term)
        return all_of([unknown(self.term), choice(self.nothing, FALSE, Constant(True))])


def number(
    term: Term,
    low: int,
    high: int,
    *,
    of: int = 1,
    nothing: Term = FALSE,
    by: Term = ONE,
    most_by: int = 1,
) -> Value:
    """Return a number, whose numerators are bounded.

    Raises:
        TooLargeError: a numerator may need more than 64 bits.
    """
    if max(abs(low), abs(high), most_by) > LIMIT:
        raise TooLargeError(f"a number of up to {max(abs(low), abs(high)):,} / {of:,}")
    return Value(term, nothing, "number", of, low, high, by, most_by)


def constant(value: Fraction | int) -> Value:
    """Return a number of the law."""
    whole = Fraction(value)
    return number(
        Constant(whole.numerator), whole.numerator, whole.numerator, of=whole.denominator
    )


def constant_value(value: ir.Value) -> Value:
    """Return a value of the law."""
    match value:
        case bool():
            return Value(Constant(value))
        case str() | Provision():
            return Value(Constant(str(value)), sort="text")
        case date():
            day = value.toordinal()
            return number(Constant(day), day, day)
        case _:
            return constant(value)


def scaled(value: Value, of: int) -> Value:
    """Return a number over a denominator that is a multiple of its own."""
    factor = of // value.of
    assert value.low is not None, "only numbers are scaled"
    return number(
        times(value.term, factor), value.low * factor, value.high * factor, of=of,
        nothing=value.nothing, by=value.by, most_by=value.most_by,
    )  # fmt: skip


def undivided(value: Value) -> Value:
    """Return a number whose denominator is the same in every row.

    Raises:
        TooLargeError: it is not.
    """
    if value.by != ONE:
        raise TooLargeError("a quotient that is not rounded, decided or added up over members")
    return value


def aligned(values: Iterable[Value]) -> list[Value]:
    """Return numbers over one denominator; other values as they are."""
    values = list(values)
    if any(value.low is None for value in values):
        return values
    of = lcm(*[value.of for value in values])
    below = {value.by: value.most_by for value in values if value.by != ONE}
    if not below:
        return [scaled(value, of) for value in values]
    return [_over(scaled(value, of), below) for value in values]


def _over(value: Value, below: Mapping[Term, int]) -> Value:
    """Return a number divided by the product of several terms, of which its own is one."""
    others = {by: most for by, most in below.items() if by != value.by}
    term = reduce(multiple, others, value.term)
    factor = prod(others.values())
    ends = min(_low(value), _low(value) * factor), max(value.high, value.high * factor)
    return number(
        term, *ends, of=value.of, nothing=value.nothing, by=reduce(multiple, below),
        most_by=prod(below.values()),
    )  # fmt: skip


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
        of=parts[0].of, nothing=nothing_of(parts), by=parts[0].by, most_by=parts[0].most_by,
    )  # fmt: skip


def difference(left: Value, right: Value) -> Value:
    """Return one number less another."""
    left, right = aligned([left, right])
    return number(
        Minus(left.term, right.term), _low(left) - right.high, left.high - _low(right),
        of=left.of, nothing=nothing_of([left, right]), by=left.by, most_by=left.most_by,
    )  # fmt: skip


def multiplied(values: Sequence[Value]) -> Value:
    """Return the product."""
    whole = values[0]
    for value in values[1:]:
        corners = [a * b for a, b in product((whole.low, whole.high), (value.low, value.high))]  # type: ignore[operator]  # both are numbers
        whole = number(
            Times((whole.term, value.term)), min(corners), max(corners), of=whole.of * value.of,
            nothing=nothing_of([whole, value]), by=multiple(whole.by, value.by),
            most_by=whole.most_by * value.most_by,
        )  # fmt: skip
    return whole


def largest(values: Sequence[Value]) -> Value:
    """Return the largest."""
    parts = aligned(values)
    low, high = max(map(_low, parts)), max(part.high for part in parts)
    return _chosen(_joined(Most, parts), low, high, parts)


def smallest(values: Sequence[Value]) -> Value:
    """Return the smallest."""
    parts = aligned(values)
    low, high = min(map(_low, parts)), min(part.high for part in parts)
    return _chosen(_joined(Least, parts), low, high, parts)


def _chosen(term: Term, low: int, high: int, parts: Sequence[Value]) -> Value:
    return number(
        term, low, high, of=parts[0].of, nothing=nothing_of(parts), by=parts[0].by,
        most_by=parts[0].most_by,
    )  # fmt: skip


def _joined(form: type[Plus | Most | Least], parts: Sequence[Value]) -> Term:
    return parts[0].term if len(parts) == 1 else form(tuple(part.term for part in parts))


def zero_if_nothing(value: Value) -> Value:
    """Return a number, zero where it is nothing."""
    if value.nothing == FALSE:
        return value
    term = choice(value.nothing, Constant(0), value.term)
    low, high = min(_low(value), 0), max(value.high, 0)
    return number(term, low, high, of=value.of, by=value.by, most_by=value.most_by)


def rounded(value: Value, direction: str, unit: Fraction) -> Value:
    """Return a number brought to a multiple of a unit; a half goes where `direction` says."""
    many, by = unit.denominator, value.of * unit.numerator  # times = numerator * many / by
    term, one = times(value.term, many), times(value.by, by)
    low, high = _low(value) * many, value.high * many
    if value.by != ONE:
        low, high = min(low, 0), max(high, 0)
    twice = times(term, 2)
    match direction:
        case "down":
            times_ = floor(term, one)
        case "up":
            times_ = _minus(floor(_minus(term), one))
        case "half_up":
            times_ = floor(Plus((twice, one)), times(one, 2))
        case "half_down":
            times_ = _minus(floor(Minus(one, twice), times(one, 2)))
        case "half_even":
            upper = floor(Plus((twice, one)), times(one, 2))
            odd = Test("!=", times(Floor(upper, 2), 2), upper)
            between = Test("=", multiple(times(one, 2), upper), Plus((twice, one)))
            times_ = choice(all_of([odd, between]), Minus(upper, ONE), upper)
        case _:
            size = floor(Plus((times(Most((term, _minus(term))), 2), one)), times(one, 2))
            times_ = choice(Test("<", term, Constant(0)), _minus(size), size)
    margin = 3 * by * value.most_by  # of what is computed on the way
    number(term, 2 * low - margin, 2 * high + margin)
    ends = (low // by - 1) * unit.numerator, (-(-high // by) + 1) * unit.numerator
    return number(
        times(times_, unit.numerator), *ends, of=unit.denominator, nothing=value.nothing
    )


def _minus(term: Term) -> Term:
    return Minus(Constant(0), term)


def floor(part: Term, by: Term) -> Term:
    """Return a whole number divided by another above 0, downwards."""
    match by:
        case Constant(int() as number_):
            return Floor(part, number_)
        case _:
            return FloorBy(part, by)


def multiple(left: Term, right: Term) -> Term:
    """Return the product of two whole numbers."""
    match left, right:
        case Constant(int() as factor), _:
            return times(right, factor)
        case _, Constant(int() as factor):
            return times(left, factor)
        case _:
            return Times((left, right))


def divided(values: Sequence[Value]) -> Value:
    """Return a number divided by another; where that is zero, a third one, else nothing."""
    left, by, *if_zero = values
    if isinstance(by.term, Constant) and isinstance(by.term.value, int) and by.term.value:
        return multiplied([left, constant(Fraction(by.of, by.term.value))])
    common = gcd(left.of, by.of)
    zero = Constant(0)
    is_zero = Test("=", by.term, zero)
    size = Most((by.term, _minus(by.term))) if _low(by) < 0 else by.term
    share = multiple(times(left.term, by.of // common), by.by)
    ends = _low(left) * (by.of // common), left.high * (by.of // common)
    most = max(-ends[0], ends[1], 0) * by.most_by
    if _low(by) < 0:
        share = choice(Test("<", by.term, zero), _minus(share), share)
    known = all_of([Test("!=", by.term, zero), negation(unknown(left.term))])
    below = choice(surely(known), multiple(size, left.by), ONE)
    nothing = nothing_of([left, by])
    of = left.of // common
    if if_zero:
        (other,) = if_zero
        of = lcm(of, other.of)
        share = times(share, of * common // left.of)
        most *= of * common // left.of
        share = choice(is_zero, times(other.term, of // other.of), share)
        share = choice(unknown(left.term), Constant(None, "number"), share)
        most = max(most, abs(_low(other)) * (of // other.of))
    else:
        by_zero = all_of([surely(is_zero), negation(unknown(left.term))])
        share = choice(by_zero, Constant(None, "number"), share)
        nothing = any_of([nothing, by_zero])
    share = choice(unknown(by.term), Constant(None, "number"), share)
    most_by = max(abs(_low(by)), abs(by.high), 1) * left.most_by
    return number(share, -most, most, of=of, nothing=nothing, by=below, most_by=most_by)


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
