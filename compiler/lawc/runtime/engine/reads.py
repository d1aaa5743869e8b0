"""The values that conditions read, as reasoning trees show them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, NamedTuple

from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.lists import Group
from lawc.runtime.logic import State
from lawc.runtime.reasons import FactUsed, Plain, shown, where

_MOST = 8  # values by which a node is remembered, at most
_new = tuple.__new__


def plain(found: Any, *, fraction: bool) -> Plain | None:
    """Return `found` as in JSON, None where there is no value."""
    if found is None or found is True or found is False:
        return found
    if isinstance(found, State):
        return None
    return str(found.value) if isinstance(found, Enum) else shown(found, fraction=fraction)


class Few(NamedTuple):
    """What a part rests on, where that is little: attributes of the things, and of the days."""

    read: frozenset[tuple[int, str]] = frozenset()  # how far above, and the attribute
    days: frozenset[str] = frozenset()

    def above(self, depth: int) -> Few:
        """Return the same, seen from a thing that stands `depth` below."""
        return Few(frozenset((d + depth, name) for d, name in self.read), self.days)


def joined(parts: list[Few | None]) -> Few | None:
    """Return what several parts rest on, None where it is not little."""
    kept = [one for one in parts if one is not None]
    if len(kept) < len(parts):
        return None
    read = frozenset[tuple[int, str]]().union(*[one.read for one in kept])
    days = frozenset[str]().union(*[one.days for one in kept])
    return Few(read, days) if len(read) + len(days) <= _MOST else None


class Read:
    """A value that a condition reads: a fact, a day, or what provisions define or decide."""

    __slots__ = ("condition", "depth", "few", "fraction", "key", "supplied")

    def __init__(
        self,
        key: str,
        depth: int | None,
        condition: Condition | None,
        few: Few | None,
        *,
        fraction: bool = False,
    ) -> None:
        self.key = key
        self.depth = depth  # None: of no thing in sight
        self.condition = condition
        self.few = few
        self.fraction = fraction
        self.supplied: Callable[[Any], Any] | None = None  # where assumptions may add it

    def used(self, line: Line, paths: Paths) -> Iterator[FactUsed]:
        """Yield the value with its path."""
        found = None if self.condition is None else self.condition.value(line)
        path = self.key if self.depth is None else where(paths[self.depth], self.key)
        assumed = (
            self.supplied is not None
            and found is not None
            and self.supplied(line[self.depth or 0]) is None
        )
        yield _new(FactUsed, (path, plain(found, fraction=self.fraction), assumed))


class ReadMembers:
    """How many members a list has, and what is read of each."""

    __slots__ = ("few", "group", "key", "within")

    def __init__(self, group: Group | None, key: str, within: tuple[Reading, ...]) -> None:
        self.group = group
        self.key = key
        self.within = within
        self.few: Few | None = None

    def used(self, line: Line, paths: Paths) -> Iterator[FactUsed]:
        """Yield the number of members with the path of the list, then what is read of them."""
        if self.group is None:
            yield FactUsed(self.key, None)
            return
        members = self.group.members(line)
        yield FactUsed(self.group.path(paths), None if members is None else len(members))
        if self.within:
            for inner, over in self.group.lines(line, paths):
                for read in self.within:
                    yield from read.used(inner, over)


Reading = Read | ReadMembers
