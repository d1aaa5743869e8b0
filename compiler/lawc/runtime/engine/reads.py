"""The values that conditions read, as reasoning trees show them."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from lawc.runtime.amounts import Plain
from lawc.runtime.engine.law import Kind, Ref
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import State
from lawc.runtime.reasons import FactUsed, shown, where
from lawc.runtime.values import Remembered

_WRITTEN = Remembered(date.isoformat, room=40_000)  # a century has 36,525 days


def plain(found: Any, *, fraction: bool) -> Plain | None:
    """Return `found` as in JSON, None where there is no value."""
    if found is None or found is True or found is False:
        return found
    if found.__class__ is date:
        return _WRITTEN[found]
    if found.__class__ is int and not fraction:
        written: int = found
        return written
    if isinstance(found, State):
        return None
    return str(found.value) if isinstance(found, Enum) else shown(found, fraction=fraction)


class Read:
    """A value that a condition reads, of the thing `depth` above.

    `assumed` is the attribute of a fact that assumptions may say, None of all else.
    """

    __slots__ = ("assumed", "depth", "fraction", "key", "number")

    def __init__(self, key: str, ref: Ref, *, fraction: bool, assumed: str | None) -> None:
        self.key = key
        self.depth = ref.depth
        self.number = ref.number
        self.fraction = fraction
        self.assumed = assumed

    def used(self, table: Table) -> FactUsed:
        """Return the value with its path, made once for a thing."""
        at = table.up(self.depth) if self.depth else table
        used = at.used.get(self.number)
        if used is None:
            used = at.used[self.number] = self._used(at)
        fact: FactUsed = used
        return fact

    def _used(self, at: Table) -> FactUsed:
        found = at.own[self.number]
        assumed = (
            self.assumed is not None
            and found is not None
            and getattr(at.thing, self.assumed) is None
        )
        value = plain(found, fraction=self.fraction)
        return FactUsed(where(at.path, self.key), value, assumed)

    def every(self, table: Table) -> list[FactUsed]:
        """Return what is read: the one value."""
        return [self.used(table)]


class ReadMembers:
    """How many members a list has, and what is read of each."""

    __slots__ = ("depth", "kind", "within")

    def __init__(self, kind: Kind, depth: int, within: tuple[Reading, ...]) -> None:
        self.kind = kind
        self.depth = depth
        self.within = within

    def every(self, table: Table) -> list[FactUsed]:
        """Return the number of members with the path of the list, and what is read of them."""
        at = table.up(self.depth)
        members = at.members(self.kind)
        found = [self.number(at, members)]
        for one in members or ():
            for read in self.within:
                found += read.every(one)
        return found

    def number(self, at: Table, members: list[Table] | None) -> FactUsed:
        """Return how many members the list of a thing has."""
        path = where(at.path, self.kind.field)
        return FactUsed(path, None if members is None else len(members))


class ReadDay:
    """A day that a case is decided for."""

    __slots__ = ("key",)

    def __init__(self, key: str) -> None:
        self.key = key

    def every(self, table: Table) -> list[FactUsed]:
        """Return the day."""
        return [FactUsed(self.key, plain(table.memo["days"][self.key], fraction=False))]


Reading = Read | ReadMembers | ReadDay
