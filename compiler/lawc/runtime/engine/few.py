"""What rests on few facts with few values each: it is remembered by those values.

Truths, choices and provisions have few values, dates and numbers many. What a condition that
rests on the first alone comes to is the same for many persons, so it is found once.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

_MOST = 8  # values by which something is remembered, at most
ROOM = 5_000  # what one condition remembers


class Small(NamedTuple):
    """An attribute of few values, of the thing that stands `depth` above."""

    depth: int
    attribute: str
    number: int  # how many values are to be expected, the unknown one among them


class Few(NamedTuple):
    """What a part rests on, where that is little: attributes of the things, and of the days."""

    read: frozenset[Small] = frozenset()
    days: frozenset[str] = frozenset()

    def above(self, depth: int) -> Few:
        """Return the same, seen from a thing that stands `depth` below."""
        return Few(
            frozenset(one._replace(depth=one.depth + depth) for one in self.read), self.days
        )


def joined(parts: list[Few | None]) -> Few | None:
    """Return what several parts rest on, None where it is not little."""
    kept = [one for one in parts if one is not None]
    if len(kept) < len(parts):
        return None
    read = frozenset[Small]().union(*[one.read for one in kept])
    days = frozenset[str]().union(*[one.days for one in kept])
    return Few(read, days) if len(read) + len(days) <= _MOST else None


def key_of(few: Few) -> Callable[[tuple[Any, ...]], Any]:
    """Return a function that returns the values on a line by which something is remembered."""
    names: dict[int, list[str]] = {}
    for depth, name, _ in sorted(few.read):
        names.setdefault(depth, []).append(name)
    reads = [(depth, attrgetter(*some)) for depth, some in names.items()]
    if few.days:
        days = attrgetter(*sorted(few.days))
        return lambda line: (
            *[read(line[depth]) for depth, read in reads],
            days(line[-1].days),
        )
    if len(reads) == 1:
        ((only, read_only),) = reads
        return lambda line: read_only(line[only])
    return lambda line: tuple([read(line[depth]) for depth, read in reads])
