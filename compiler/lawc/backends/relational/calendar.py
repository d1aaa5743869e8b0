"""Months, quarters and years of days, in whole numbers alone, as every engine has them.

A day is its number, 1 for the first of the year 1. Years are counted from 1 March, so that the
day which some years lack is the last: the months before any of a year have the same lengths in
every year. Months are numbered from January of the year 0.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lawc.backends.relational import values as v
from lawc.backends.relational.terms import (
    Constant,
    Floor,
    Minus,
    Most,
    Plus,
    Term,
    Test,
    all_of,
    choice,
    times,
)
from lawc.backends.relational.values import Value
from lawc.runtime.values import Stretch

Put = Callable[[str, Term], Term]  # a term as a column of a name

_LENGTHS = {Stretch.MONTH: 1, Stretch.QUARTER: 3, Stretch.YEAR: 12}
_CYCLE, _CYCLE_MONTHS = 146_097, 4800  # days and months of 400 years
_BEFORE = 305  # days of the years from 1 March of the year 0 to the day 0
_MOST = 366  # days of a year
_SHORTEST = 28  # days of the shortest month


class _InMonth(NamedTuple):
    """The month in which a day lies, and which of its days it is."""

    month: Term
    day: Term


def start_of(day: Value, unit: Stretch, put: Put) -> Value:
    """Return the first day of the week, month, quarter or year in which a day lies."""
    if unit is Stretch.WEEK:
        before = put("before", Minus(day.term, Constant(1)))
        term: Term = Plus((times(Floor(before, 7), 7), Constant(1)))
    elif unit is Stretch.MONTH:
        term = Plus((Minus(day.term, _in_month(day.term, put, "").day), Constant(1)))
    else:
        length = _LENGTHS[unit]
        month = times(Floor(_in_month(day.term, put, "").month, length), length)
        term = _first_of(month, put)
    return v.number(term, (day.low or 0) - _MOST, day.high, nothing=day.nothing)


def months_between(start: Value, end: Value, put: Put, *, month_end_up: bool) -> Value:
    """Return the number of whole months from a day to another, zero if that is earlier."""
    first, last = _in_month(start.term, put, "start."), _in_month(end.term, put, "end.")
    short = [Test(">", first.day, last.day)]
    if not month_end_up:
        after = _in_month(put("after", Plus((end.term, Constant(1)))), put, "after.")
        short.append(Test("=", after.month, last.month))
    months = Minus(Minus(last.month, first.month), choice(all_of(short), Constant(1), _ZERO))
    most = max((end.high - (start.low or 0)) // _SHORTEST + 1, 0)
    nothing = v.nothing_of([start, end])
    return v.number(Most((put("months", months), _ZERO)), 0, most, nothing=nothing)


_ZERO = Constant(0)


def _in_month(day: Term, put: Put, name: str) -> _InMonth:
    number = put(f"{name}number", Plus((day, Constant(_BEFORE))))
    cycle = put(f"{name}cycle", Floor(number, _CYCLE))
    of_cycle = put(f"{name}of_cycle", Minus(number, times(cycle, _CYCLE)))
    longer = Minus(Plus((of_cycle, Floor(of_cycle, 36_524))), Floor(of_cycle, 1460))
    year = put(f"{name}year", Floor(Minus(longer, Floor(of_cycle, 146_096)), 365))
    before = Minus(Plus((times(year, 365), Floor(year, 4))), Floor(year, 100))
    of_year = put(f"{name}of_year", Minus(of_cycle, before))
    month = put(f"{name}month", Floor(Plus((times(of_year, 5), Constant(2))), 153))
    months = (times(cycle, _CYCLE_MONTHS), times(year, 12), month, Constant(2))
    return _InMonth(
        put(f"{name}months", Plus(months)),
        put(f"{name}day", Plus((Minus(of_year, _days_before(month)), Constant(1)))),
    )


def _days_before(month: Term) -> Term:
    """Return how many days the months from March on have before a month of a year."""
    return Floor(Plus((times(month, 153), Constant(2))), 5)


def _first_of(month: Term, put: Put) -> Term:
    """Return the first day of a month."""
    from_march = put("from_march", Minus(month, Constant(2)))
    year = put("march_year", Floor(from_march, 12))
    of_year = put("march_month", Minus(from_march, times(year, 12)))
    days = (times(year, 365), Floor(year, 4), Floor(year, 400), _days_before(of_year))
    return Minus(Plus(days), Plus((Floor(year, 100), Constant(_BEFORE))))
