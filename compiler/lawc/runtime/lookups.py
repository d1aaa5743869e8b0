"""Answers that generated modules remember: the same question is computed once.

Standard library only. What is remembered never changes an answer, only the time it takes.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from lawc.runtime.values import (
    Period,
    Provision,
    ProvisionRange,
    lies_in,
    shift,
)

_ROOM = 50_000  # answers remembered by one table
_DAY = timedelta(days=1)


class ProvisionLists(dict[Provision | None, int]):
    """For a provision, two bits a list: it may lie in list i (bit 2i), it does (bit 2i + 1)."""

    def __init__(self, *lists: tuple[ProvisionRange, ...]) -> None:
        super().__init__()
        self.lists = lists

    def __missing__(self, record: Provision | None) -> int:
        found = 0
        for place, ranges in enumerate(self.lists):
            truth = None if record is None else lies_in(record, ranges)
            found |= (0 if truth is False else 3 if truth else 1) << 2 * place
        if len(self) < _ROOM:
            self[record] = found
        return found


class Steady(dict[tuple[int, int, int], bool]):
    """Whether doubts leave a decision open for sure: by doubts, rivals, and what is missing.

    `against` are bits of doubts that stand against each other, each with the bit of the fact
    that must be missing (0: whatever is). `bears` are those on which a rival rests. See
    `lawc.backends.python.steadiness`.
    """

    def __init__(self, against: tuple[tuple[int, int], ...], bears: dict[int, int]) -> None:
        super().__init__()
        self.against = against
        self.bears = bears

    def __missing__(self, asked: tuple[int, int, int]) -> bool:
        doubts, rivals, unknown = asked
        found = not any(
            doubts & bits == bits and (not fact or unknown & fact)
            for bits, fact in self.against
        ) and any(rivals & bit and not doubts & by for bit, by in self.bears.items())
        if len(self) < _ROOM:
            self[asked] = found
        return found


class _Never:
    """Earlier than every day: `day <= NEVER` fails of each, `day > NEVER` holds."""

    def __ge__(self, day: date) -> bool:
        return False

    def __gt__(self, day: date) -> bool:
        return False

    def __le__(self, day: date) -> bool:
        return True

    def __lt__(self, day: date) -> bool:
        return True


NEVER: Any = _Never()


class Latest(dict[date, date]):
    """For a day, the latest day whose shift by `period` is not later than that day.

    "Born on d and aged 18 on day" is `d + 18 years <= day`; as the shift never puts an earlier
    day after a later one, that is `d <= LATEST[day]`. With `strict`, `d + 18 years < day`.
    """

    def __init__(
        self,
        period: Period,
        *,
        month_end_up: bool,
        before: bool = False,
        strict: bool = False,
    ) -> None:
        super().__init__()
        self.period = period
        self.month_end_up = month_end_up
        self.before = before
        self.strict = strict

    def __missing__(self, day: date) -> date:
        found = self._latest(day)
        if len(self) < _ROOM:
            self[day] = found
        return found

    def _reached(self, start: date, day: date) -> bool:
        moved = shift(start, self.period, month_end_up=self.month_end_up, before=self.before)
        return moved < day if self.strict else moved <= day

    def _latest(self, day: date) -> date:
        if not self._reached(date.min, day):
            return NEVER  # type: ignore[no-any-return]  # stands for a day before all days
        if self._reached(date.max, day):
            return date.max
        near = shift(day, self.period, month_end_up=False, before=not self.before).toordinal()
        for start in range(min(near + 4, date.max.toordinal()), max(near - 5, 1), -1):
            if self._reached(date.fromordinal(start), day):
                return date.fromordinal(start)
        return date.min  # as no later day near the one sought is reached
