"""Values as a reader counts them: days of a calendar without an end, numbers, three truths."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias

Day: TypeAlias = tuple[int, int, int]  # year, month, day of the month


class State(Enum):
    """A state of an amount without a value."""

    UNKNOWN = "unknown"
    NOTHING = "nothing"
    CONTRADICTION = "contradiction"


UNKNOWN, NOTHING, CONTRADICTION = State.UNKNOWN, State.NOTHING, State.CONTRADICTION

# --- truth ------------------------------------------------------------------------------


def negation(truth: bool | None) -> bool | None:
    """Return the contrary of a truth."""
    return None if truth is None else not truth


def enough(number: int, truths: Iterable[bool | None]) -> bool | None:
    """Return whether at least `number` hold."""
    found = list(truths)
    if found.count(True) >= number:
        return True
    return None if found.count(True) + found.count(None) >= number else False


def all_hold(truths: Iterable[bool | None]) -> bool | None:
    """Return whether all hold."""
    found = list(truths)
    return False if False in found else None if None in found else True


def one_holds(truths: Iterable[bool | None]) -> bool | None:
    """Return whether at least one holds."""
    return enough(1, truths)


# --- days -------------------------------------------------------------------------------


def parts(value: date) -> Day:
    """Return a date as year, month and day."""
    return value.year, value.month, value.day


def number_of_day(day: Day) -> int:
    """Return how many days lie between a fixed day and this one.

    The year is counted from March, so that the day that some years lack is its last.
    """
    year, month, of_month = day
    year -= month < 3
    of_year = (153 * ((month - 3) % 12) + 2) // 5 + of_month - 1
    return 365 * year + year // 4 - year // 100 + year // 400 + of_year


def day_of_number(number: int) -> Day:
    """Return the day that so many days lie before: the first guess is put right."""
    year = number * 400 // 146_097 + 2
    while number_of_day((year, 3, 1)) > number:
        year -= 1
    of_year = number - number_of_day((year, 3, 1))
    month = (5 * of_year + 2) // 153
    of_month = of_year - (153 * month + 2) // 5 + 1
    return (year + 1, month - 9, of_month) if month > 9 else (year, month + 3, of_month)


def exists(day: Day) -> bool:
    """Return whether a month has the day."""
    return day_of_number(number_of_day(day)) == day


def shifted(day: Day, number: int, unit: str, *, month_end_up: bool) -> Day:
    """Return the day so many years, months or days after another; before it, if negative."""
    if unit == "days":
        return day_of_number(number_of_day(day) + number)
    months = number * 12 if unit == "years" else number
    total = day[0] * 12 + day[1] - 1 + months
    year, month, of_month = total // 12, total % 12 + 1, day[2]
    if exists((year, month, of_month)):
        return year, month, of_month
    if month_end_up:
        return year, month + 1, 1  # no month that is the last of a year lacks a day
    while not exists((year, month, of_month)):
        of_month -= 1
    return year, month, of_month


def whole_months(start: Day, end: Day, *, month_end_up: bool) -> int:
    """Return how many months can be counted from a day without going beyond another."""
    last = number_of_day(end)
    guess = max((end[0] - start[0]) * 12 + end[1] - start[1] + 1, 0)
    while guess:
        reached = shifted(start, guess, "months", month_end_up=month_end_up)
        if number_of_day(reached) <= last:
            return guess
        guess -= 1
    return 0


def first_of(day: Day, stretch: str) -> Day:
    """Return the first day of the week, month, quarter or year of a day."""
    year, month, _ = day
    match stretch:
        case "week":  # 1 January of the year 1 was a Monday
            since = number_of_day(day) - number_of_day((1, 1, 1))
            return shifted(day, -(since % 7), "days", month_end_up=False)
        case "month":
            return year, month, 1
        case "quarter":
            return year, {1: 1, 2: 4, 3: 7, 4: 10}[(month + 2) // 3], 1
        case _:
            return year, 1, 1


# --- amounts ----------------------------------------------------------------------------


def rounded(value: Fraction, how: str, unit: Fraction) -> Fraction:
    """Return a whole multiple of `unit`: of two that are as near, as `how` says."""
    how = how.replace("_", " ")
    if how == "nearest" and value < 0:
        return -rounded(-value, how, unit)
    below = (value / unit).__floor__()
    rest = value - below * unit
    if how == "down" or rest == 0:
        return below * unit
    upper = how in ("nearest", "half up") or (how == "half even" and below % 2 == 1)
    if how == "up" or rest > unit / 2 or (upper and rest == unit / 2):
        return (below + 1) * unit
    return below * unit


def computed(word: str, values: list[Any]) -> Any:
    """Return what arithmetic makes of values: nothing stays nothing, then unknown unknown."""
    if NOTHING in values:
        return NOTHING
    if UNKNOWN in values:
        return UNKNOWN
    found = Fraction(values[0])
    for value in values[1:]:
        match word:
            case "plus" | "the sum of" | "increased by":
                found += value
            case "less" | "reduced by":
                found -= value
            case "multiplied by" | "the product of" | "share of" | "for each of":
                found *= value
            case "divided by" | "the ratio of" if value == 0:
                return NOTHING
            case "divided by" | "the ratio of":
                found /= value
            case "divided or zero":
                found = found / value if value else Fraction(0)
            case "not less" | "the larger of" | "the greater of":
                found = max(found, Fraction(value))
            case "not more" | "the smaller of" | "the lesser of":
                found = min(found, Fraction(value))
            case "the excess of" | "so much of":
                found = max(found - value, Fraction(0))
            case _:
                raise AssertionError(word)
    return found
