"""Dates as three whole numbers, and periods counted from them, as the runtime counts.

The formulas count as `lawc.runtime.values.shift` does: years and months first, then a day that
the month does not have goes up or back, then the days; the calendar has no end.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import z3

from lawc.runtime.values import Period, Stretch

FIRST_YEAR, LAST_YEAR = 1, 9999
FEBRUARY, DECEMBER = 2, 12
SHORTEST = 28  # days of the shortest month
SHORT = (4, 6, 9, 11)  # months of thirty days
BEFORE = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30)  # days of the months but the last


class Day(NamedTuple):
    """A date: the year, the month and the day of the month."""

    year: Any
    month: Any
    day: Any

    @property
    def order(self) -> Any:
        """Return a number that is larger the later the date is."""
        return self.year * 372 + self.month * 31 + self.day


def day_of(day: date) -> Day:
    """Return a date that is known."""
    return Day(z3.IntVal(day.year), z3.IntVal(day.month), z3.IntVal(day.day))


def fresh(name: str) -> Day:
    """Return a date of which nothing is known; see `valid`."""
    return Day(z3.Int(f"{name}.y"), z3.Int(f"{name}.m"), z3.Int(f"{name}.d"))


def valid(day: Day) -> z3.BoolRef:
    """Return whether a fact or a parameter can be such a date."""
    return z3.And(day.year >= FIRST_YEAR, day.year <= LAST_YEAR, whole(day))


def whole(day: Day) -> z3.BoolRef:
    """Return whether there is such a day in a calendar without an end."""
    return z3.And(
        day.month >= 1,
        day.month <= DECEMBER,
        day.day >= 1,
        day.day <= last_day(day.year, day.month),
    )


def leap(year: Any) -> Any:
    """Return whether a year has a 29 February."""
    return z3.And(year % 4 == 0, z3.Or(year % 100 != 0, year % 400 == 0))


def last_day(year: Any, month: Any) -> Any:
    """Return the last day of a month."""
    short = z3.Or(*(month == number for number in SHORT))
    february = z3.If(leap(year), z3.IntVal(29), z3.IntVal(28))
    return z3.If(month == FEBRUARY, february, z3.If(short, z3.IntVal(30), z3.IntVal(31)))


def ordinal(day: Day) -> Any:
    """Return the number of the day, 1 for the first of the year 1."""
    before = day.year - 1
    days: Any = 0
    for month, length in enumerate(BEFORE, start=1):
        days = days + z3.If(day.month > month, length, 0)
    days = days + z3.If(z3.And(day.month > FEBRUARY, leap(day.year)), 1, 0)
    return before * 365 + before / 4 - before / 100 + before / 400 + days + day.day


class Calendar:
    """A counter of periods; `sides` are conditions on the dates that it introduces.

    Equal periods from equal starts end in the same terms, so that laws which share a calendar
    are seen to agree without any arithmetic.
    """

    def __init__(self, *, month_end_up: bool) -> None:
        self.month_end_up = month_end_up
        self.sides: list[z3.BoolRef] = []
        self._found: dict[tuple[Any, ...], tuple[Day, Day]] = {}

    def shifted(self, start: Day, period: Period, *, before: bool) -> Day:
        """Return the date `period` after `start`, or before it."""
        key = (*(part.get_id() for part in start), period, before)
        if key not in self._found:
            # The start is kept with the answer: its number stays its own while it lives.
            self._found[key] = (start, self._shifted(start, period, before=before))
        return self._found[key][1]

    def _shifted(self, start: Day, period: Period, *, before: bool) -> Day:
        sign = -1 if before else 1
        moved = self._months(start, sign * (period.years * 12 + period.months))
        if not period.days:
            return moved
        name = f"shifted{'+' if self.month_end_up else '-'}{len(self.sides)}"
        end = fresh(name)
        wanted = ordinal(moved) + sign * period.days
        self.sides.append(z3.And(whole(end), ordinal(end) == wanted))
        return end

    def start_of(self, day: Day, unit: Stretch) -> Day:
        """Return the first date of the stretch of the calendar in which `day` lies."""
        one = z3.IntVal(1)
        match unit:
            case Stretch.MONTH:
                return Day(day.year, day.month, one)
            case Stretch.QUARTER:
                return Day(day.year, day.month - (day.month - 1) % 3, one)
            case Stretch.YEAR:
                return Day(day.year, one, one)
            case Stretch.WEEK:
                key = (*(part.get_id() for part in day), unit)
                if key not in self._found:
                    monday = fresh(f"monday{len(self.sides)}")
                    number = ordinal(day)
                    wanted = number - (number - 1) % 7
                    self.sides.append(z3.And(whole(monday), ordinal(monday) == wanted))
                    self._found[key] = (day, monday)
                return self._found[key][1]

    def months_between(self, start: Day, end: Day) -> Any:
        """Return the number of whole months from `start` to `end`, zero if it is earlier."""
        months = (end.year - start.year) * DECEMBER + end.month - start.month
        short = start.day > end.day
        if not self.month_end_up:
            short = z3.And(short, end.day < last_day(end.year, end.month))
        whole_ones = months - z3.If(short, 1, 0)
        return z3.If(whole_ones > 0, whole_ones, 0)

    def _months(self, start: Day, months: int) -> Day:
        years, rest = divmod(months, DECEMBER)
        year, month = start.year + years, start.month
        if rest:  # no division: a solver takes long over one
            next_year = month > DECEMBER - rest
            year = z3.If(next_year, year + 1, year)
            month = z3.If(next_year, month + rest - DECEMBER, month + rest)
        last = last_day(year, month)
        over = z3.And(start.day > SHORTEST, start.day > last)
        if self.month_end_up:
            return Day(
                year, z3.If(over, month + 1, month), z3.If(over, z3.IntVal(1), start.day)
            )
        return Day(year, month, z3.If(over, last, start.day))
