"""The turns of a comparison, as a fact goes from its lowest value to its highest.

`Turns` are whether the comparison holds for the lowest values, and the places where it turns.
A place of a day or a count is the first value after the turn; a day is its number. A place of
an amount is `(bound, 0)` for the bound itself, `(bound, 1)` for all just above it.
"""

from __future__ import annotations

import operator
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from lawc.runtime.values import Provision, ProvisionRange, Remembered, Shift, Truth, lies_in

Turns: TypeAlias = tuple[bool, tuple[Any, ...]]
Limits: TypeAlias = tuple[Fraction | None, Fraction | None]  # the least, the most of a fact

_LAST = date.max.toordinal()
_MOST = 10**18 - 1  # a case can say no larger count
NUMBERS = {"date", "count", "number", "fraction", "money"}
ENDS = {"date": (1, _LAST), "count": (0, _MOST)}  # of facts whose values are whole numbers
NO_LIMITS: Limits = (None, None)
COMPARISONS: dict[str, Callable[[Any, Any], Any]] = {
    "<": operator.lt, "<=": operator.le, "=": operator.eq, "!=": operator.ne,
    ">=": operator.ge, ">": operator.gt,
}  # fmt: skip
MIRRORED = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<"}
_HOLDS = {  # of less, equal, more
    "<": (True, False, False),
    "<=": (True, True, False),
    "=": (False, True, False),
    "!=": (True, False, True),
    ">=": (False, True, True),
    ">": (False, False, True),
}


def of_fact(type_: str, op: str, bound: Any, limits: Limits = NO_LIMITS) -> Turns:
    """Return the turns of the comparison of a fact of a type with `bound` by `op`."""
    if type_ not in ENDS:
        exact = Fraction(bound)
        turns = _turns(op, [(None, 0), ((exact, 0), 1), ((exact, 1), 2)])
        return _within(turns, *[None if limit is None else (limit, 0) for limit in limits])
    number = bound.toordinal() if isinstance(bound, date) else bound
    whole = number.numerator // number.denominator
    equal = whole if whole == number else whole + 1
    turns = _whole(type_, op, [(equal, 1), (whole + 1, 2)])
    return turns if limits == NO_LIMITS else _within(turns, *ends(type_, limits))


def _within(turns: Turns, low: Any, high: Any) -> Turns:
    """Return the turns between two values, None where there is no end."""
    first, places = turns
    before = 0 if low is None else bisect_right(places, low)
    left = places[before:] if high is None else places[before : bisect_right(places, high)]
    return first ^ bool(before % 2), left


def ends(type_: str, limits: Limits) -> tuple[Any, Any]:
    """Return the least and the largest value that a fact can have; days by their numbers."""
    low, high = ENDS.get(type_, (Fraction(-_MOST), Fraction(_MOST)))
    least, most = limits
    if least is not None:
        low = max(low, -(-least.numerator // least.denominator) if type_ in ENDS else least)
    if most is not None:
        high = min(high, most.numerator // most.denominator if type_ in ENDS else most)
    return low, high


def between(op: str, left: tuple[str, Limits], right: tuple[str, Limits]) -> Truth:
    """Return whether one missing fact stands to another as `op` says, by type and limits.

    None if it may be either way.
    """
    (low, high), (least, most) = ends(*left), ends(*right)
    possible = (low < most, max(low, least) <= min(high, most), high > least)
    truths = {holds for holds, may in zip(_HOLDS[op], possible, strict=True) if may}
    return truths.pop() if len(truths) == 1 else None


def _of_shifted(comparison: tuple[str, Shift, date]) -> Turns:
    op, move, bound = comparison
    days = range(1, _LAST + 1)
    equal = bisect_left(days, bound, key=lambda day: move.of(date.fromordinal(day)))
    more = bisect_right(days, bound, key=lambda day: move.of(date.fromordinal(day)))
    return _whole("date", op, [(equal + 1, 1), (more + 1, 2)])


OF_SHIFTED = Remembered(_of_shifted)
"""The turns of the comparison of the day some time after a day, or before it."""


def of_signs(
    type_: str, op: str, sign: Callable[[int], int], limits: Limits = NO_LIMITS
) -> Turns:
    """Return the turns of a comparison whose side only rises, or only falls, with a number.

    `sign` tells how the sides compare for a whole number: -1 less, 0 equal, 1 more.
    """
    low, high = ends(type_, limits)
    last, turnings = sign(high), [(low, sign(low))]
    while turnings[-1][1] != last:
        start, end = turnings[-1][0], high
        while end - start > 1:
            middle = (start + end) // 2
            start, end = (middle, end) if sign(middle) == turnings[-1][1] else (start, middle)
        turnings.append((end, sign(end)))
    (_, first), *others = turnings
    return _turns(op, [(None, first + 1), *((start, sign + 1) for start, sign in others)])


def of_number(type_: str, number: Any) -> Any:
    """Return the value of a number: an amount or a count, or the day of that number."""
    return date.fromordinal(number) if type_ == "date" else number


def of_days(start: date | None, end: date | None) -> Turns:
    """Return the turns of a day that lies from `start` to `end`, both included."""
    first = (start.toordinal(), 1) if start else (1, 1)
    after = [(end.toordinal() + 1, 2)] if end else []
    return _whole("date", "=", [first, *after])


def _whole(type_: str, op: str, starts: list[tuple[int, int]]) -> Turns:
    """Return the turns of a comparison: from these places on equal, or more, else less."""
    low, high = ENDS[type_]
    first = max((way for start, way in starts if start <= low), default=0)
    return _turns(op, [(None, first), *((at, way) for at, way in starts if low < at <= high)])


def _turns(op: str, starts: list[tuple[Any, int]]) -> Turns:
    holds = _HOLDS[op]
    first = now = holds[starts[0][1]]
    turns: dict[Any, bool] = {}
    for place, way in starts[1:]:
        turns[place] = holds[way]  # an empty stretch is replaced by the next
    places = []
    for place, truth in turns.items():
        if truth is not now:
            places.append(place)
            now = truth
    return first, tuple(places)


# --- provisions ---------------------------------------------------------------------------


def _sorts(
    question: tuple[Provision | None, tuple[tuple[ProvisionRange, ...], ...]],
) -> tuple[tuple[bool, ...], ...]:
    """Return whether a provision lies in each of several lists, for each sort of provisions.

    If a provision is recorded, but not finely enough, only those within it count. Sorts for
    which a list is undecided are left out.
    """
    record, lists = question
    ends = [end for ranges in lists for range_ in ranges for end in range_]
    points = dict.fromkeys(point for end in ends for point in (end, *after(end)))
    if record is not None:
        whole = ProvisionRange(record, record)
        points = {point: None for point in points if whole.contains(point)}
    truths: dict[tuple[Truth, ...], None] = {}
    for point in points:
        truths[tuple([lies_in(point, ranges) for ranges in lists])] = None
    return tuple(row for row in truths if None not in row)  # type: ignore[misc]


SORTS = Remembered(_sorts)


def after(record: Provision) -> Iterator[Provision]:
    """Yield the provisions just after a provision: inserted, the next, and the next above."""
    for number in _next(record.article):
        yield Provision(number)
    if record.part is not None:
        for number in _next(record.part):
            yield Provision(record.article, number)
            if record.point is not None:
                yield Provision(record.article, number, record.point)
    if record.point is not None:
        for number in _next(record.point):
            yield Provision(record.article, record.part, number)


def _next(number: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    return (*number, 1), (*number[:-1], number[-1] + 1)
