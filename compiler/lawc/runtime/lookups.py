"""Answers that generated modules remember: the same question is computed once.

Standard library only. What is remembered never changes an answer, only the time it takes.
"""

from __future__ import annotations

from datetime import date

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
