"""The calendar without an end: days before the year 1 and after 9999.

Standard library only. A `date` ends with the year 9999; a law may count further: who is born
on 31 December 9999 has not reached the age of eighteen years on that day. The calendar repeats
every 400 years, so a day of any year is a day of the first 400 and a number of such cycles.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import NamedTuple

_CYCLE = 400  # years
_DAYS = 146_097  # of a cycle
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FEBRUARY = 2
_LAST = date.max.toordinal()


class Between(NamedTuple):
    """The time between two days of which one is far away, as a `timedelta` has it."""

    days: int


class FarDay(date):
    """A day of a year that a `date` cannot have; it compares with every day as days do."""

    __slots__ = ("_cycles", "_ordinal")
    _cycles: int
    _ordinal: int

    def __new__(cls, ordinal: int) -> FarDay:
        """Return the day of a number."""
        cycles = (ordinal - 1) // _DAYS
        near = date.fromordinal(ordinal - cycles * _DAYS)
        day = super().__new__(cls, near.year, near.month, near.day)
        day._cycles, day._ordinal = cycles, ordinal
        return day

    @property
    def year(self) -> int:
        """The year: 0 is the one before the year 1, then -1."""
        return super().year + self._cycles * _CYCLE

    def toordinal(self) -> int:
        """Return the number of the day, 1 for the first of the year 1."""
        return self._ordinal

    def isoformat(self) -> str:
        """Return the day as ISO 8601 writes years of other than four digits: `+12026-02-01`."""
        return f"{self.year:+05d}-{self.month:02d}-{self.day:02d}"

    def replace(self, *_: object, **__: object) -> FarDay:
        """Refuse: periods are counted by `lawc.runtime.values.shift`."""
        raise ValueError(self.isoformat())

    def __repr__(self) -> str:
        return f"FarDay({self._ordinal})"

    def __reduce__(self) -> tuple[type[FarDay], tuple[int]]:
        return FarDay, (self._ordinal,)

    def __hash__(self) -> int:
        return hash(self._ordinal)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FarDay) and self._ordinal == other._ordinal

    # A `date` on the left leaves these to its subclass on the right.

    def __lt__(self, other: date) -> bool:
        return self._ordinal < other.toordinal()

    def __le__(self, other: date) -> bool:
        return self._ordinal <= other.toordinal()

    def __gt__(self, other: date) -> bool:
        return self._ordinal > other.toordinal()

    def __ge__(self, other: date) -> bool:
        return self._ordinal >= other.toordinal()

    def __sub__(self, other: date) -> Between:  # type: ignore[override]  # no periods are taken off
        return Between(self._ordinal - other.toordinal())

    def __rsub__(self, other: date) -> Between:  # type: ignore[misc]  # comes before that of `date`
        return Between(other.toordinal() - self._ordinal)


def day_of(ordinal: int) -> date:
    """Return the day of a number, 1 for the first of the year 1."""
    return date.fromordinal(ordinal) if 1 <= ordinal <= _LAST else FarDay(ordinal)


def ordinal_of(year: int, month: int, day: int) -> int:
    """Return the number of a day of any year."""
    cycles = (year - 1) // _CYCLE
    return date(year - cycles * _CYCLE, month, day).toordinal() + cycles * _DAYS


def length_of(year: int, month: int) -> int:
    """Return how many days a month of any year has."""
    return _LENGTHS[month - 1] + (month == _FEBRUARY and isleap(year))
