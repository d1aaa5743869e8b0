"""The values that conditions read, as reasoning trees show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.lists import Group
from lawc.runtime.logic import State
from lawc.runtime.reasons import FactUsed, Plain, shown, where
from lawc.runtime.values import Remembered

_new = tuple.__new__
WRITTEN = Remembered(date.isoformat, room=40_000)  # a century has 36,525 days


def plain(found: Any, *, fraction: bool) -> Plain | None:
    """Return `found` as in JSON, None where there is no value."""
    if found is None or found is True or found is False:
        return found
    if found.__class__ is date:
        return WRITTEN[found]
    if found.__class__ is int and not fraction:
        written: int = found
        return written
    if isinstance(found, State):
        return None
    return str(found.value) if isinstance(found, Enum) else shown(found, fraction=fraction)


class Read:
    """A value that a condition reads: a fact, a day, or what provisions define or decide."""

    __slots__ = ("condition", "date", "depth", "fraction", "key", "supplied")

    def __init__(
        self,
        key: str,
        depth: int | None,
        condition: Condition | None,
        *,
        fraction: bool = False,
        date: bool = False,
    ) -> None:
        self.key = key
        self.depth = depth  # None: of no thing in sight
        self.condition = condition
        self.fraction = fraction
        self.date = date
        self.supplied: Callable[[Any], Any] | None = None  # where assumptions may add it

    def used(self, line: Line, paths: Paths) -> Iterator[FactUsed]:
        """Yield the value with its path."""
        yield self.one(line, paths)

    def one(self, line: Line, paths: Paths) -> FactUsed:
        """Return the value with its path."""
        found = None if self.condition is None else self.condition.value(line)
        path = self.key if self.depth is None else where(paths[self.depth], self.key)
        assumed = (
            self.supplied is not None
            and found is not None
            and self.supplied(line[self.depth or 0]) is None
        )
        used: FactUsed = _new(FactUsed, (path, plain(found, fraction=self.fraction), assumed))
        return used


class ReadMembers:
    """How many members a list has, and what is read of each."""

    __slots__ = ("group", "key", "within")

    def __init__(self, group: Group | None, key: str, within: tuple[Reading, ...]) -> None:
        self.group = group
        self.key = key
        self.within = within

    def used(self, line: Line, paths: Paths) -> Iterator[FactUsed]:
        """Yield the number of members with the path of the list, then what is read of them."""
        if self.group is None:
            yield FactUsed(self.key, None)
            return
        yield self.number(self.group.members(line), paths[self.group.depth])
        if self.within:
            for inner, over in self.group.seen(line, paths):
                for read in self.within:
                    yield from read.used(inner, over)

    def number(self, members: tuple[Any, ...] | None, path: str) -> FactUsed:
        """Return how many members the list of the thing at `path` has."""
        return FactUsed(where(path, self.key), None if members is None else len(members))


Reading = Read | ReadMembers
