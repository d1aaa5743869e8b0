"""Truth tables: whether a condition holds in each choice of values of a few facts.

A table is a number with a bit for each choice. The bits of choices that differ in one fact
only lie a fixed distance apart, its stride.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod

from lawc.runtime.values import Remembered

NO = 0
_SHORT = 4_096  # choices: tables of more are not remembered


def _pattern(fact: tuple[int, int, tuple[bool, ...]]) -> int:
    """Return the table of a fact from the number of choices, its stride, and its truths."""
    total, stride, truths = fact
    value = (1 << stride) - 1
    table = sum(value << place * stride for place, truth in enumerate(truths) if truth)
    length = len(truths) * stride
    while length < total:
        table |= table << length
        length *= 2
    return table & (1 << total) - 1


_PATTERNS = Remembered(_pattern)


class Tables:
    """Tables over facts; `sizes` are the numbers of their values."""

    def __init__(self, sizes: Sequence[int]) -> None:
        self.total = prod(sizes)
        self.yes = (1 << self.total) - 1
        self.sizes = sizes
        self.strides = [prod(sizes[:place]) for place in range(len(sizes))]

    def literal(self, place: int, truths: tuple[bool, ...]) -> int:
        """Return the table of a condition about one fact, by its values."""
        fact = self.total, self.strides[place], truths
        return _PATTERNS[fact] if self.total <= _SHORT else _pattern(fact)

    def negation(self, table: int) -> int:
        """Return the table that holds where another does not."""
        return self.yes ^ table

    def both(self, table: int, other: int) -> int:
        """Return the table that holds where both do."""
        return table & other

    def without(self, table: int, other: int) -> int:
        """Return the table that holds where the first does and the other does not."""
        return table ^ table & other

    def all_of(self, several: Iterable[int]) -> int:
        """Return the table that holds where all do."""
        whole = self.yes
        for table in several:
            whole &= table
        return whole

    def any_of(self, several: Iterable[int]) -> int:
        """Return the table that holds where at least one does."""
        whole = NO
        for table in several:
            whole |= table
        return whole

    def at_least(self, number: int, several: Iterable[int]) -> int:
        """Return the table that holds where at least `number` do."""
        reached = [self.yes] + [NO] * number  # by how many
        for table in several:
            for count in range(number, 0, -1):
                reached[count] |= reached[count - 1] & table
        return reached[number]

    def telling(self, results: Sequence[int], possible: int) -> list[int]:
        """Return the places of facts of which two values lead to different results.

        Each possible choice has exactly one result.
        """
        return [
            place
            for place in range(len(self.sizes))
            if self._tells(place, results[1:], possible)
        ]

    def _tells(self, place: int, results: Sequence[int], possible: int) -> bool:
        size, stride = self.sizes[place], self.strides[place]
        # If all is possible, a difference between two values is one between neighbours.
        for step in range(1, 2 if possible == self.yes else size):
            differ, by = 0, step * stride
            for result in results:
                differ |= result ^ result >> by
            if possible != self.yes:
                differ &= possible & possible >> by
            if differ & self.literal(place, (True,) * (size - step) + (False,) * step):
                return True
        return False
