"""Each amount of a reasoning tree, recomputed from its operands by who knows no slots.

What an operand says is taken as a reader of the tree sees it: the value as in JSON, unknown, or
nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from tests.differential import naive_values as naive
from tests.differential.naive_values import NOTHING, UNKNOWN, Day

from lawc.runtime.amounts import Amount, Makes
from lawc.runtime.reasons import Explanation

_ONE_PART = (Makes.QUANTITY, Makes.MEMBER)
_READ = (Makes.WRITTEN, Makes.FACT, Makes.DAY, Makes.DECISION, Makes.SUPPLIED, Makes.CONDITION)


def amounts(explanation: Explanation) -> Iterator[Amount]:
    """Yield every amount of the grounds of an explanation."""
    for ground in explanation.grounds:
        for gift in ground.gives:
            if gift.amount is not None:
                given = gift.amount._replace(value=gift.value)
                assert value_of(given) == value_of(gift.amount)
                yield from within(gift.amount)


def within(amount: Amount) -> Iterator[Amount]:
    """Yield an amount and those that it is made of."""
    yield amount
    for part in amount.parts:
        yield from within(part)


def follows(amount: Amount, *, month_end_up: bool) -> bool:
    """Return whether the value of an amount is what its operands make."""
    if amount.makes in _READ:
        return not amount.parts
    if amount.makes is Makes.QUANTITY and not amount.parts:
        return amount.value is None  # no version is in force, or the day is missing
    if amount.makes is Makes.COUNT:
        return _counts(amount)
    return bool(value_of(amount) == computed(amount, month_end_up=month_end_up))


def value_of(amount: Amount) -> Any:
    """Return the value that a reader sees."""
    if amount.nothing:
        return NOTHING
    if amount.value is None:
        return UNKNOWN
    if amount.head.type == "date":
        year, month, day = str(amount.value).rsplit("-", 2)
        return int(year), int(month), int(day)
    if amount.head.type in ("choice", "provision", "truth"):
        return amount.value
    return Fraction(amount.value)


def computed(amount: Amount, *, month_end_up: bool) -> Any:  # noqa: C901
    """Return what the operands make."""
    values = [value_of(part) for part in amount.parts]
    if amount.makes in _ONE_PART:
        (value,) = values
        return value
    if amount.makes is Makes.IF_ANY:
        return Fraction(0) if values[0] is NOTHING else values[0]
    if amount.makes is Makes.BY_CASE:
        return _by_case(values)
    if amount.makes is Makes.SUM and amount.number is None:
        return UNKNOWN
    if _is_span(amount) or any(map(_is_span, amount.parts)):
        return _of_spans(amount)
    if NOTHING in values:
        return NOTHING
    if UNKNOWN in values:
        return UNKNOWN
    match amount.makes:
        case Makes.QUOTIENT:
            left, by, *if_zero = values
            return left / by if by else Fraction(if_zero[0]) if if_zero else NOTHING
        case Makes.DAYS:
            first, last = map(naive.number_of_day, values)
            return Fraction(last - first)
        case Makes.MONTHS:
            return Fraction(naive.whole_months(*values, month_end_up=month_end_up))
        case Makes.START:
            return naive.first_of(values[0], amount.head.key)
        case Makes.ROUNDED:
            assert amount.head.rounding is not None
            direction, unit = amount.head.rounding
            return naive.rounded(values[0], direction, Fraction(unit))
        case Makes.SHIFTED:
            return _shifted(amount, values[0], month_end_up=month_end_up)
        case Makes.ROW:
            return Fraction(amount.rows[0].row.value) if amount.rows else NOTHING
        case Makes.PARTS:
            return _by_parts(amount, values[0])
        case _:
            return _joined(amount.makes, values)


def _by_case(values: list[Any]) -> Any:
    """Return the value of the first case that holds; of several that may, what they share."""
    possible = []
    for place in range(0, len(values) - 1, 2):
        if values[place] in (True, UNKNOWN):
            possible.append(values[place + 1])
        if values[place] is True:
            break
    else:
        possible.append(values[-1] if len(values) % 2 else NOTHING)
    return possible[0] if possible.count(possible[0]) == len(possible) else UNKNOWN


def span(amount: Amount) -> Any:
    """Return the days from one part to another, none where the third does not hold."""
    first, last, holds = map(value_of, amount.parts)
    if holds is False:
        return range(0)
    if NOTHING in (first, last):
        return NOTHING
    if UNKNOWN in (first, last):
        return UNKNOWN
    days = range(naive.number_of_day(first), naive.number_of_day(last) + 1)
    return UNKNOWN if holds is UNKNOWN and days else days


def _days_of(spans: list[range]) -> int:
    """Return how many days lie in at least one of the spans."""
    count, reached = 0, -(10**12)
    for one in sorted(spans, key=lambda days: days.start):
        count += max(one.stop - max(one.start, reached), 0)
        reached = max(reached, one.stop)
    return count


def _of_spans(amount: Amount) -> Any:
    """Return how many days lie in a span, or in at least one of those of members."""
    spans = [span(amount)] if _is_span(amount) else [*map(span, map(_of_member, amount.parts))]
    known = [one for one in spans if isinstance(one, range)]
    if len(known) == len(spans):
        return Fraction(_days_of(known))
    return NOTHING if NOTHING in spans else UNKNOWN


def _of_member(amount: Amount) -> Amount:
    return amount.parts[0] if amount.makes is Makes.MEMBER else amount


def _is_span(amount: Amount) -> bool:
    """Return whether an amount is the days of a span, of a member or of the thing itself."""
    return _of_member(amount).makes is Makes.SPAN


def _joined(makes: Makes, values: list[Any]) -> Any:
    """Return what one of the operations on several values makes of them, two at a time."""
    if not values:
        assert makes is Makes.SUM
        return Fraction(0)
    result = values[0]
    for value in values[1:]:
        match makes:
            case Makes.TOTAL | Makes.SUM:
                result += value
            case Makes.LESS:
                result -= value
            case Makes.PRODUCT:
                result *= value
            case Makes.LARGEST:
                result = max(result, value)
            case Makes.SMALLEST:
                result = min(result, value)
            case _:
                raise AssertionError(makes)
    return result


def _counts(amount: Amount) -> bool:
    if amount.number is None:
        return amount.value is None
    if amount.value is None:
        return 0 < len(amount.counted) <= amount.number
    return amount.value == len(set(amount.counted)) <= amount.number


def _shifted(amount: Amount, day: Day, *, month_end_up: bool) -> Day:
    assert amount.head.period is not None
    years, months, days, before = amount.head.period
    sign = -1 if before else 1
    moved = sign * (12 * years + months)
    month = naive.shifted(day, moved, "months", month_end_up=month_end_up)
    return naive.shifted(month, sign * days, "days", month_end_up=month_end_up)


def _by_parts(amount: Amount, subject: Fraction) -> Fraction:
    """Return the sum of the products of the rows, of which each part is looked at again."""
    total = Fraction(0)
    for row, part, product in amount.rows:
        assert part is not None
        assert product is not None
        low = Fraction(0) if row.over is None else Fraction(row.over)
        high = subject if row.up_to is None else min(subject, Fraction(row.up_to))
        assert Fraction(part) == high - low > 0
        assert Fraction(product) == Fraction(part) * Fraction(row.value)
        total += Fraction(product)
    return total
