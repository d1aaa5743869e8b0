"""The values of the law: periods, days, references to provisions, exact numbers.

Standard library only: generated modules import this. Every backend keeps to it: how a period
is counted from a day, when a provision lies in a range, how a number is rounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple, TypeAlias, TypeVar

from lawc.runtime.calendar import day_of, length_of, ordinal_of

Truth: TypeAlias = bool | None  # None: unknown


class Period(NamedTuple):
    """Years, months and days, kept apart; none is negative."""

    years: int = 0
    months: int = 0
    days: int = 0


def shift(day: date, period: Period, *, month_end_up: bool, before: bool = False) -> date:
    """Return the day `period` after `day` (or before it).

    Years and months are counted first; a day that the month reached does not have is the
    first of the next month where `month_end_up`, else the last of that month. Then the days
    are counted. The calendar has no end: the result may be a `FarDay`.
    """
    sign = -1 if before else 1
    months = day.year * 12 + day.month - 1 + sign * (period.years * 12 + period.months)
    year, month = months // 12, months % 12 + 1
    last = length_of(year, month)
    moved = ordinal_of(year, month, min(day.day, last)) + (day.day > last and month_end_up)
    return day_of(moved + sign * period.days)


class Stretch(Enum):
    """A stretch of the calendar."""

    WEEK = "week"  # from Monday
    MONTH = "month"
    QUARTER = "quarter"  # from 1 January, 1 April, 1 July and 1 October
    YEAR = "year"


_MONTHS = {Stretch.MONTH: 1, Stretch.QUARTER: 3, Stretch.YEAR: 12}


def start_of(day: date, unit: Stretch) -> date:
    """Return the first day of the stretch of the calendar in which `day` lies."""
    if unit is Stretch.WEEK:
        number = day.toordinal()
        return day_of(number - (number - 1) % 7)
    length = _MONTHS[unit]
    return day_of(ordinal_of(day.year, day.month - (day.month - 1) % length, 1))


def months_between(start: date, end: date, *, month_end_up: bool) -> int:
    """Return the number of whole months from `start` to `end`, zero if `end` is earlier."""
    months = (end.year - start.year) * 12 + end.month - start.month
    reached = month_end_up or end.day < length_of(end.year, end.month)
    return max(months - (start.day > end.day and reached), 0)


class DaySet(int):
    """The number of days of some spans; in a sum of such numbers a day counts once.

    A sum is taken out of the spans by `+`: then it is a number as any other.
    """

    spans: tuple[tuple[int, int], ...]  # the numbers of their first and last days

    def __new__(cls, spans: tuple[tuple[int, int], ...]) -> DaySet:
        """Return the number of days of spans, which may overlap."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted(spans):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(joined[-1][1], last)
            else:
                joined.append((first, last))
        days = super().__new__(cls, sum([last - first + 1 for first, last in joined]))
        days.spans = tuple(joined)
        return days

    def __add__(self, other: Any) -> Any:
        """Return the days of both, or the sum of two numbers."""
        if isinstance(other, DaySet):
            return DaySet((*self.spans, *other.spans))
        return int(self) + other if other else self  # a sum begins with zero

    __radd__ = __add__

    def __pos__(self) -> int:
        """Return the number alone."""
        return int(self)


NO_DAYS = DaySet(())


def span_of(first: date, last: date) -> DaySet:
    """Return the days from one to another, both included; none if the last is earlier."""
    return DaySet(((first.toordinal(), last.toordinal()),)) if first <= last else NO_DAYS


class Shift(NamedTuple):
    """`shift` by one period; whole years are counted in a fraction of the time."""

    period: Period
    month_end_up: bool
    before: bool = False

    def of(self, day: date) -> date:
        """Return the day the period after `day`, or before it."""
        (years, months, days), month_end_up, before = self
        if not (months or days):
            try:
                return day.replace(year=day.year - years if before else day.year + years)
            except (ValueError, OverflowError):  # no such day in that year, or no such year
                pass
        return shift(day, self.period, month_end_up=month_end_up, before=before)


Number: TypeAlias = tuple[int, ...]  # 188 is (188,), 188-1 is (188, 1)

_PROVISION = re.compile(
    r"(?P<article>\d{1,9}(?:-\d{1,9}){0,3})"
    r"(?:\((?P<part>\d{1,9}(?:-\d{1,9}){0,3})\)(?:\((?P<point>\d{1,9}(?:-\d{1,9}){0,3})\))?)?"
)


class Provision(NamedTuple):
    """An article, or a part of it, or a point of that part; `None` where it goes no deeper."""

    article: Number
    part: Number | None = None
    point: Number | None = None

    def __str__(self) -> str:
        """Return the written form: `190(3)(2)`."""
        deeper = "".join(f"({_number_text(n)})" for n in (self.part, self.point) if n)
        return _number_text(self.article) + deeper


def provision(text: str) -> Provision:
    """Return the provision written as `188`, `188(3)`, `190(3)(2)` or `108-1`.

    Raises:
        ValueError: `text` is not of that form.
    """
    match = _PROVISION.fullmatch(text)
    if match is None or not text.isascii():
        raise ValueError(text)
    article, part, point = (
        None if group is None else tuple(map(int, group.split("-")))
        for group in match.group("article", "part", "point")
    )
    assert article is not None
    return Provision(article, part, point)


class ProvisionRange(NamedTuple):
    """The provisions from `first` to `last`, all they contain and all inserted between.

    Both are articles, or both parts of one article, or both points of one part. A single
    provision is the range from itself to itself: `Article 188` contains 188(3), not 188-1.
    """

    first: Provision
    last: Provision

    def contains(self, record: Provision) -> Truth:
        """Return whether `record` lies in the range; None if it stops above its level."""
        if self.first.point is not None:
            level, low, high, deepest = record.point, self.first.point, self.last.point, 3
        elif self.first.part is not None:
            assert self.last.part is not None
            level, low, high, deepest = record.part, self.first.part, self.last.part, 2
        else:
            return self.first.article <= record.article <= self.last.article
        if record.article != self.first.article:
            return False
        if deepest == 3 and record.part != self.first.part:  # noqa: PLR2004
            return None if record.part is None else False
        assert high is not None
        return None if level is None else low <= level <= high


def lies_in(record: Provision, ranges: tuple[ProvisionRange, ...]) -> Truth:
    """Return whether `record` lies in at least one of `ranges`."""
    answers = [range_.contains(record) for range_ in ranges]
    return True if True in answers else None if None in answers else False


# A value that is rounded is a `Fraction` or an `int`; checkers do not know which `max` returns.


def round_up(value: Any, unit: Fraction) -> Fraction:
    """Return the smallest multiple of `unit` that is not less than `value`."""
    number, of = unit.numerator, unit.denominator
    times = -(-value.numerator * of // (value.denominator * number))
    return Fraction(times * number, of)


def round_down(value: Any, unit: Fraction) -> Fraction:
    """Return the largest multiple of `unit` that is not more than `value`."""
    number, of = unit.numerator, unit.denominator
    return Fraction(value.numerator * of // (value.denominator * number) * number, of)


def round_nearest(value: Any, unit: Fraction) -> Fraction:
    """Return the multiple of `unit` nearest to `value`; of two, the one farther from zero."""
    number, of = unit.numerator, unit.denominator
    whole, part = abs(value.numerator) * of, value.denominator * number
    times = (2 * whole + part) // (2 * part) * number
    return Fraction(-times if value < 0 else times, of)


def round_half_up(value: Any, unit: Fraction) -> Fraction:
    """Return the multiple of `unit` nearest to `value`; of two, the larger one."""
    number, of = unit.numerator, unit.denominator
    whole, part = value.numerator * of, value.denominator * number
    return Fraction((2 * whole + part) // (2 * part) * number, of)


def round_half_down(value: Any, unit: Fraction) -> Fraction:
    """Return the multiple of `unit` nearest to `value`; of two, the smaller one."""
    return -round_half_up(-value, unit)


def round_half_even(value: Any, unit: Fraction) -> Fraction:
    """Return the multiple of `unit` nearest to `value`; of two, the even one."""
    return round(Fraction(value) / unit) * unit


ROUND: Mapping[str, Callable[[Any, Fraction], Fraction]] = {  # by direction
    "up": round_up,
    "down": round_down,
    "nearest": round_nearest,
    "half_up": round_half_up,
    "half_down": round_half_down,
    "half_even": round_half_even,
}


def share_up(amount: Fraction | int, share: Fraction | int) -> int:
    """Return `amount` times `share`, rounded up to a whole number."""
    whole = amount.denominator * share.denominator
    return -(-amount.numerator * share.numerator // whole)


def share_down(amount: Fraction | int, share: Fraction | int, unit: Fraction | int) -> Any:
    """Return `round_down` of `amount` times `share`, in fewer steps."""
    number, of = unit.numerator, unit.denominator
    whole, part = amount.numerator * share.numerator, amount.denominator * share.denominator
    times = whole * of // (part * number) * number
    return Fraction(times, of) if times else 0


def share_nearest(amount: Fraction | int, share: Fraction | int, unit: Fraction | int) -> Any:
    """Return `round_nearest` of `amount` times `share`, in fewer steps."""
    number, of = unit.numerator, unit.denominator
    whole = amount.numerator * share.numerator * of
    part = amount.denominator * share.denominator * number
    times = (2 * abs(whole) + part) // (2 * part) * number
    return Fraction(-times if whole < 0 else times, of) if times else 0


def added(*terms: Any) -> Any:
    """Return the sum of fractions and whole numbers, which are brought to one denominator."""
    if len(terms) == 1:
        return terms[0]
    of = lcm(*[term.denominator for term in terms])
    if of == 1:
        return sum(terms)
    number = sum([term.numerator * (of // term.denominator) for term in terms])
    return Fraction(number, of) if number else 0


def _number_text(number: Number) -> str:
    return "-".join(map(str, number))


# --- values computed once ------------------------------------------------------------------

K = TypeVar("K")
V = TypeVar("V")
_ROOM = 10_000


class Remembered(dict[K, V]):
    """The values of `make` by its argument, each computed once while there is room."""

    def __init__(self, make: Callable[[K], V], room: int = _ROOM) -> None:
        super().__init__()
        self.make = make
        self.room = room

    def __missing__(self, key: K) -> V:
        value = self.make(key)
        if len(self) < self.room:
            self[key] = value
        return value
