"""Where a comparison turns, as a fact goes from its lowest value to its highest.

`Turns` are whether the comparison holds of the lowest values, and the places at which it turns.
A place of a day or a count is the first value after the turn, of a day its number. A place of
an amount is `(bound, 0)` for the bound itself, `(bound, 1)` for all just above it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, TypeAlias

from lawc.runtime.values import Provision, ProvisionRange, Remembered, Shift, Truth, lies_in

Turns: TypeAlias = tuple[bool, tuple[Any, ...]]

_LAST = date.max.toordinal()
_MOST = 10**18 - 1  # a case can say no larger count
NUMBERS = {"date", "count", "number", "fraction", "money"}
ENDS = {"date": (1, _LAST), "count": (0, _MOST)}  # of facts whose values are whole numbers
MIRRORED = {"<": ">", "<=": ">=", "=": "=", "!=": "!=", ">=": "<=", ">": "<"}
_HOLDS = {  # of less, equal, more
    "<": (True, False, False),
    "<=": (True, True, False),
    "=": (False, True, False),
    "!=": (True, False, True),
    ">=": (False, True, True),
    ">": (False, False, True),
}


def of_fact(type_: str, op: str, bound: Any) -> Turns:
    """Return where a fact of a type turns that stands to `bound` as `op` says."""
    if type_ not in ENDS:
        exact = Fraction(bound)
        return _turns(op, [(None, 0), ((exact, 0), 1), ((exact, 1), 2)])
    number = bound.toordinal() if isinstance(bound, date) else bound
    whole = number.numerator // number.denominator
    equal = whole if whole == number else whole + 1
    return _whole(type_, op, [(equal, 1), (whole + 1, 2)])


def _of_shifted(given: tuple[str, Shift, date]) -> Turns:
    op, move, bound = given
    days = range(1, _LAST + 1)
    equal = bisect_left(days, bound, key=lambda day: move.of(date.fromordinal(day)))
    more = bisect_right(days, bound, key=lambda day: move.of(date.fromordinal(day)))
    return _whole("date", op, [(equal + 1, 1), (more + 1, 2)])


OF_SHIFTED = Remembered(_of_shifted)
"""Where a day turns of which the day some time after it, or before it, is compared."""


def of_signs(type_: str, op: str, sign: Callable[[int], int]) -> Turns:
    """Return where a whole number turns of which something is compared that goes one way.

    `sign` tells how the sides stand for a number: -1 less, 0 equal, 1 more.
    """
    low, high = ENDS[type_]
    last, found = sign(high), [(low, sign(low))]
    while found[-1][1] != last:
        start, end = found[-1][0], high
        while end - start > 1:
            middle = (start + end) // 2
            start, end = (middle, end) if sign(middle) == found[-1][1] else (start, middle)
        found.append((end, sign(end)))
    return _whole(type_, op, [(start, sign + 1) for start, sign in found])


def of_number(type_: str, number: int) -> Any:
    """Return the value that a number stands for: a count, or the day of that number."""
    return date.fromordinal(number) if type_ == "date" else number


def of_days(start: date | None, end: date | None) -> Turns:
    """Return where a day comes to lie from `start` to `end`, both included, and where after."""
    first = (start.toordinal(), 1) if start else (1, 1)
    after = [(end.toordinal() + 1, 2)] if end else []
    return _whole("date", "=", [first, *after])


def _whole(type_: str, op: str, starts: list[tuple[int, int]]) -> Turns:
    """Return where a comparison turns that is equal, more from these places on, else less."""
    low, high = ENDS[type_]
    first = max((way for start, way in starts if start <= low), default=0)
    return _turns(op, [(None, first), *((at, way) for at, way in starts if low < at <= high)])


def _turns(op: str, starts: list[tuple[Any, int]]) -> Turns:
    holds = _HOLDS[op]
    first = now = holds[starts[0][1]]
    turns: dict[Any, bool] = {}
    for place, way in starts[1:]:
        turns[place] = holds[way]  # what begins where it ends is nowhere
    places = []
    for place, truth in turns.items():
        if truth is not now:
            places.append(place)
            now = truth
    return first, tuple(places)


# --- provisions ---------------------------------------------------------------------------


def _sorts(
    given: tuple[Provision | None, tuple[tuple[ProvisionRange, ...], ...]],
) -> tuple[tuple[bool, ...], ...]:
    """Return in which of several lists of ranges a provision can lie, one of each sort.

    Within what is recorded, if that is too coarse. Of none that is known to the last, none.
    """
    recorded, asked = given
    ends = [one for ranges in asked for each in ranges for one in each]
    tried = dict.fromkeys(other for one in ends for other in (one, *after(one)))
    if recorded is not None:
        whole = ProvisionRange(recorded, recorded)
        tried = {one: None for one in tried if whole.contains(one)}
    found: dict[tuple[Truth, ...], None] = {}
    for one in tried:
        found[tuple([lies_in(one, ranges) for ranges in asked])] = None
    return tuple(truths for truths in found if None not in truths)  # type: ignore[misc]


SORTS = Remembered(_sorts)


def after(one: Provision) -> Iterator[Provision]:
    """Yield what comes just after a provision: inserted there, the next, and the next above."""
    for number in _next(one.article):
        yield Provision(number)
    if one.part is not None:
        for number in _next(one.part):
            yield Provision(one.article, number)
            if one.point is not None:
                yield Provision(one.article, number, one.point)
    if one.point is not None:
        for number in _next(one.point):
            yield Provision(one.article, one.part, number)


def _next(number: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    return (*number, 1), (*number[:-1], number[-1] + 1)
