"""Truths as terms: whether at least so many hold, a version is in force, a day is reached."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    UNKNOWN,
    Constant,
    Plus,
    Term,
    Test,
    all_of,
    choice,
    negation,
    surely,
)
from lawc.backends.relational.values import Value
from lawc.runtime.calendar import day_of
from lawc.runtime.values import Period, shift

_MONTH = 31  # days, at most


def enough(least: int, truths: list[Term]) -> Term:
    """Return whether at least so many truths hold."""
    single, zero = Constant(1), Constant(0)
    holds = Plus(tuple(choice(surely(truth), single, zero) for truth in truths))
    possible = Plus(tuple(choice(surely(negation(truth)), zero, single) for truth in truths))
    bound = Constant(least)
    return choice(
        Test(">=", holds, bound), TRUE, choice(Test(">=", possible, bound), UNKNOWN, FALSE)
    )


def in_force(day: Value, start: date | None, end: date | None) -> Term:
    """Return whether a version is in force on a day."""
    tests_ = []
    if start is not None:
        tests_.append(Test("<=", Constant(start.toordinal()), day.term))
    if end is not None:
        tests_.append(Test("<=", day.term, Constant(end.toordinal())))
    return all_of(tests_)


def shifted_test(day: Value, op: str, known: int, first: Callable[[int], int]) -> Term:
    """Return how the day some time after a day stands to a known one.

    `first` returns the first day that lies at a day or after it, once it is shifted.
    """

    def reaches(bound: int) -> Term:
        return Test(">=", day.term, Constant(first(bound)))

    match op:
        case ">=":
            test = reaches(known)
        case ">":
            test = reaches(known + 1)
        case "<":
            test = negation(reaches(known))
        case "<=":
            test = negation(reaches(known + 1))
        case _:
            same = all_of([reaches(known), negation(reaches(known + 1))])
            test = same if op == "=" else negation(same)
    return choice(day.nothing, Constant(op == "!="), test)


@cache
def first_shifted(period: Period, bound: int, *, before: bool, up: bool) -> int:
    """Return the first day that lies at a day or later, once it is shifted."""

    def moved(day: int) -> int:
        return shift(day_of(day), period, month_end_up=up, before=before).toordinal()

    day = shift(day_of(bound), period, month_end_up=up, before=not before).toordinal()
    while moved(day) >= bound:
        day -= _MONTH
    while moved(day) < bound:
        day += 1
    return day
