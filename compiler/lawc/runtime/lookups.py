"""Answers that generated modules remember: the same question is computed once.

Standard library only. What is remembered never changes an answer, only the time it takes.
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any

from lawc.runtime.values import Period, Provision, ProvisionRange, Shift, lies_in

_ROOM = 50_000  # answers remembered by one table; a century has 36,525 days


class ProvisionLists(dict[Provision | None, int]):
    """For a provision, two bits a list: it may lie in list i (bit 2i), it does (bit 2i + 1)."""

    def __init__(self, *lists: tuple[ProvisionRange, ...]) -> None:
        super().__init__()
        self.lists = lists

    def __missing__(self, record: Provision | None) -> int:
        bits = 0
        for place, ranges in enumerate(self.lists):
            truth = None if record is None else lies_in(record, ranges)
            bits |= (0 if truth is False else 3 if truth else 1) << 2 * place
        if len(self) < _ROOM:
            self[record] = bits
        return bits


class Shifts(dict[date, date]):
    """For a day, the day a period after it, or before it."""

    def __init__(self, period: Period, *, month_end_up: bool, before: bool = False) -> None:
        super().__init__()
        self.shift = Shift(period, month_end_up, before)

    def __missing__(self, day: date) -> date:
        shifted = self.shift.of(day)
        if len(self) < _ROOM:
            self[day] = shifted
        return shifted


class Versions(dict[date | None, Any]):
    """For a day, the value of the version in force, else `none`; None if it is unknown."""

    def __init__(self, none: Any, *versions: tuple[date | None, date | None, Any]) -> None:
        super().__init__({None: None})
        self.none = none
        self.versions = versions

    def __missing__(self, day: date) -> Any:
        value = self.none
        for start, end, version in self.versions:
            if (start is None or start <= day) and (end is None or day <= end):
                value = version
                break
        if len(self) < _ROOM:
            self[day] = value
        return value


Row = tuple[Fraction | int | None, Fraction | int | None, Fraction | int]  # over, up to, value


class Rows(tuple[Row, ...]):
    """The rows of a table, one of which is that of an amount.

    Rows stand in the order of their bounds, and none overlap.
    """

    def of(self, subject: Fraction | int) -> Fraction | int | None:
        """Return the value of the row that the subject is in, None if it is in none."""
        scaled = -(-subject.numerator * self._unit // subject.denominator)
        place = bisect_left(self._ends, scaled)
        if place == len(self):
            return None
        start = self._starts[place]
        return self[place][2] if start is None or scaled > start else None

    def __init__(self, _: Any) -> None:
        # An amount is more than a bound if, counted in a unit of which all bounds are multiples
        # and rounded up, it is.
        bounds = [bound for row in self for bound in row[:2] if bound is not None]
        self._unit = lcm(*[bound.denominator for bound in bounds])
        self._ends = [int(row[1] * self._unit) for row in self if row[1] is not None]
        self._starts = [None if row[0] is None else int(row[0] * self._unit) for row in self]


class Parts(Rows):
    """The rows of a table, each applied to the part of an amount that falls in it.

    Rows stand in the order of their bounds, and none overlap.
    """

    def of(self, subject: Fraction | int) -> Fraction | int:
        """Return the sum of each row's value times the part of the subject in the row."""
        scaled = -(-subject.numerator * self._unit // subject.denominator)
        place = bisect_left(self._ends, scaled)
        before = self._before[place]
        if place == len(self) or scaled <= (self._starts[place] or 0):
            return before
        over, _, value = self[place]
        return before + value * (subject - (over or 0))

    def __init__(self, _: Any) -> None:
        super().__init__(_)
        total: Fraction | int = 0
        self._before = [total]  # of the rows before each, and of all
        for over, up_to, value in self:
            low = over or 0
            if up_to is not None and up_to > low:
                total = total + value * (up_to - low)
            self._before.append(total)
