"""Three-valued truth and values that may be missing, as generated modules compute them.

Standard library only. A truth is True, False or None: unknown. A value is None where facts
are missing, NOTHING where the law gives none; both absorb, NOTHING first. Every function here
computes what the interpreter of `lawc` says, and no more.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias, TypeVar

from lawc.runtime.lookups import Parts, Row, Rows
from lawc.runtime.values import (
    NO_DAYS,
    ROUND,
    Period,
    Provision,
    ProvisionRange,
    Stretch,
    Truth,
    lies_in,
    span_of,
)
from lawc.runtime.values import months_between as whole_months
from lawc.runtime.values import shift as shift_day
from lawc.runtime.values import start_of as first_day

T = TypeVar("T")


class State(Enum):
    """A result that is neither a value nor unknown."""

    NOTHING = "nothing"  # the law gives no value
    CONTRADICTION = "contradiction"  # the law gives two

    __hash__ = object.__hash__  # each is one object; that of `Enum` takes long


NOTHING, CONTRADICTION = State.NOTHING, State.CONTRADICTION
Value: TypeAlias = bool | int | Fraction | date | str | Provision
Result: TypeAlias = Value | State | None


# --- truth ------------------------------------------------------------------------------


def known(value: Result) -> Truth:
    """Return a result as a truth: a condition that is nothing does not hold."""
    if value is True:
        return True
    return False if value is False or value is NOTHING else None


def all_of(*truths: Result) -> Truth:
    """Return whether every truth holds; of none, true."""
    sure = True
    for truth in truths:
        if truth is False or truth is NOTHING:
            return False
        sure = sure and truth is True
    return True if sure else None


def any_of(*truths: Result) -> Truth:
    """Return whether at least one truth holds; of none, false."""
    impossible = True
    for truth in truths:
        if truth is True:
            return True
        impossible = impossible and (truth is False or truth is NOTHING)
    return False if impossible else None


def none_of(*truths: Result) -> Truth:
    """Return whether no truth holds."""
    return not_(any_of(*truths))


def not_(truth: Result) -> Truth:
    """Return whether the contrary holds."""
    if truth is True:
        return False
    return True if truth is False or truth is NOTHING else None


def at_least(number: int, *truths: Result) -> Truth:
    """Return whether at least `number` of the truths hold."""
    return enough(number, truths)


def enough(number: int, truths: Iterable[Result]) -> Truth:
    """Return whether at least `number` of truths hold."""
    sure = possible = 0
    for truth in truths:
        sure += truth is True
        possible += truth is not False and truth is not NOTHING
    return True if sure >= number else None if possible >= number else False


def some(number: int, members: tuple[T, ...] | None, condition: Callable[[T], Result]) -> Truth:
    """Return whether at least `number` of the members satisfy the condition."""
    return None if members is None else enough(number, map(condition, members))


def every(members: tuple[T, ...] | None, condition: Callable[[T], Result]) -> Truth:
    """Return whether each of the members satisfies the condition; of none, true."""
    return None if members is None else all_of(*map(condition, members))


def one_of(subject: str | State | None, values: tuple[str, ...]) -> Any:
    """Return whether the subject is one of the values."""
    return subject if subject is None or subject is NOTHING else subject in values


def under(record: Any, ranges: tuple[ProvisionRange, ...]) -> Any:
    """Return whether the provision recorded lies in one of the ranges."""
    return lies_in(record, ranges) if isinstance(record, Provision) else record


def established(supplied: bool | None, derived: Callable[[], Truth]) -> Truth:
    """Return what was supplied as established, else what the law derives."""
    return derived() if supplied is None else supplied


def supplied_or(supplied: Result, derived: Callable[[], Result]) -> Any:
    """Return the value supplied as established, else the value that the law derives."""
    return derived() if supplied is None else supplied


def in_force(day: date | None, start: date | None, end: date | None) -> Truth:
    """Return whether a version in force from `start` to `end` is in force on `day`."""
    if day is None:
        return None
    return (start is None or start <= day) and (end is None or day <= end)


# --- values -----------------------------------------------------------------------------


def apply(compute: Callable[..., Any], *operands: Any) -> Any:
    """Return `compute` of the operands, unless one of them is unknown or nothing."""
    unknown = False
    for operand in operands:  # by identity: to compare a fraction with a state takes long
        if operand is NOTHING:
            return NOTHING
        unknown = unknown or operand is None
    return None if unknown else compute(*operands)


def before(left: Any, right: Any) -> Truth:
    """Return whether `left` is less, or earlier, than `right`."""
    return _compared(operator.lt, left, right)


def at_most(left: Any, right: Any) -> Truth:
    """Return whether `left` is not more, or not later, than `right`."""
    return _compared(operator.le, left, right)


def same(left: Any, right: Any) -> Truth:
    """Return whether two values are equal."""
    return _compared(operator.eq, left, right)


def differ(left: Any, right: Any) -> Truth:
    """Return whether two values are not equal; nothing is not equal to anything."""
    return not_(_compared(operator.eq, left, right))


def _compared(compare: Callable[[Any, Any], bool], left: Any, right: Any) -> Truth:
    if left is NOTHING or right is NOTHING:
        return False
    return None if left is None or right is None else compare(left, right)


def total(*parts: Any) -> Any:
    """Return the parts added up."""
    return apply(lambda *values: +sum(values), *parts)


def if_any(part: Any) -> Any:
    """Return the part, zero where the law gives none."""
    return 0 if part is NOTHING else part


def product(*parts: Any) -> Any:
    """Return the parts multiplied."""
    return apply(lambda *values: math.prod(values), *parts)


def quotient(left: Any, by: Any, if_zero: Any = NOTHING) -> Any:
    """Return `left` divided by `by`; where that is zero, `if_zero`."""
    if if_zero is NOTHING:
        return apply(lambda a, b: Fraction(a) / b if b else NOTHING, left, by)
    return apply(lambda a, b, c: Fraction(a) / b if b else c, left, by, if_zero)


def largest(*parts: Any) -> Any:
    """Return the largest of the parts."""
    return apply(lambda *values: max(values), *parts)


def smallest(*parts: Any) -> Any:
    """Return the smallest of the parts."""
    return apply(lambda *values: min(values), *parts)


def by_case(*parts: Any) -> Any:
    """Return the value after the first condition that holds, or the last part.

    Where it is unknown whether a condition holds, it is what both ways have in common.
    """
    value = parts[-1] if len(parts) % 2 else NOTHING
    for place in range(len(parts) // 2 * 2 - 2, -1, -2):
        condition, then = parts[place], parts[place + 1]
        if condition is True:
            value = then
        elif condition is None and (value is None or value != then):
            value = None
    return value


def less(left: Any, right: Any) -> Any:
    """Return `left` less `right`."""
    return apply(operator.sub, left, right)


def rounded(part: Any, direction: str, unit: Fraction) -> Any:
    """Return `part` brought to a whole multiple of `unit`."""
    return apply(lambda value: ROUND[direction](value, unit), part)


def after(day: Any, period: Period, *, month_end_up: bool) -> Any:
    """Return the day `period` after `day`."""
    return apply(lambda start: shift_day(start, period, month_end_up=month_end_up), day)


def ahead_of(day: Any, period: Period, *, month_end_up: bool) -> Any:
    """Return the day `period` before `day`."""
    return apply(
        lambda start: shift_day(start, period, month_end_up=month_end_up, before=True), day
    )


def chosen(choice: type[Any], value: Any) -> Any:
    """Return a text as the value of a choice that it names; any other value as it is."""
    return choice(value) if value.__class__ is str else value


def days_between(start: Any, end: Any) -> Any:
    """Return the number of days from `start` to `end`."""
    return apply(lambda first, last: (last - first).days, start, end)


def days_in(first: Any, last: Any, condition: Truth) -> Any:
    """Return the days from `first` to `last` where a condition holds, else none."""
    if condition is False:
        return NO_DAYS
    days = apply(span_of, first, last)
    return None if condition is None and days not in (NOTHING, NO_DAYS) else days


def months_between(start: Any, end: Any, *, month_end_up: bool) -> Any:
    """Return the number of whole months from `start` to `end`."""
    return apply(
        lambda first, last: whole_months(first, last, month_end_up=month_end_up), start, end
    )


def start_of(day: Any, stretch: str) -> Any:
    """Return the first day of the stretch of the calendar in which `day` lies."""
    return apply(lambda inside: first_day(inside, Stretch(stretch)), day)


Table: TypeAlias = tuple[Row, ...]


def in_row(subject: Any, rows: Table) -> Any:
    """Return the value of the row (over, up to and including, value) the subject is in."""
    if subject is None or subject is NOTHING:
        return subject
    if not isinstance(rows, Rows):
        return _row_of(subject, rows)
    value = rows.of(subject)
    return NOTHING if value is None else value


def by_parts(subject: Any, rows: Table) -> Any:
    """Return the sum of each row's value times the part of the subject in the row."""
    if subject is None or subject is NOTHING:
        return subject
    return rows.of(subject) if isinstance(rows, Parts) else _parts_of(subject, rows)


def _row_of(subject: Fraction, rows: Table) -> Fraction | int | State:
    for over, up_to, value in rows:
        if (up_to is None or subject <= up_to) and (over is None or subject > over):
            return value
    return NOTHING


def _parts_of(subject: Fraction, rows: Table) -> Fraction:
    total = Fraction(0)
    for over, up_to, value in rows:
        top = subject if up_to is None else min(subject, up_to)
        total += value * max(Fraction(top) - (over or 0), Fraction(0))
    return total


def number_of(members: tuple[T, ...] | None) -> int | None:
    """Return how many members there are."""
    return None if members is None else len(members)


def number_where(members: tuple[T, ...] | None, condition: Callable[[T], Result]) -> int | None:
    """Return how many of the members satisfy the condition."""
    if members is None:
        return None
    return number_true([known(condition(member)) for member in members])


def number_true(truths: list[Truth]) -> int | None:
    """Return how many truths hold, None if that is unknown of one."""
    return None if None in truths else truths.count(True)


def total_of(members: tuple[T, ...] | None, value: Callable[[T], Any]) -> Any:
    """Return the sum of a value of the members; none where a member has none."""
    return None if members is None else total(*map(value, members))


def spoken_of(value: Any) -> Any:
    """Return a decision as other provisions see it: two contrary values are unknown."""
    return None if value is CONTRADICTION else value


def version(*versions: tuple[Truth, Callable[[], Any]]) -> Any:
    """Return the value of the version in force; unknown which, unknown; none, NOTHING."""
    if any(now is None for now, _ in versions):
        return None
    return next((value() for now, value in versions if now), NOTHING)


def version_of(*versions: tuple[Truth, Any]) -> Any:
    """Return the value of the version in force; unknown which, unknown; none, NOTHING."""
    if any(now is None for now, _ in versions):
        return None
    return next((value for now, value in versions if now), NOTHING)
