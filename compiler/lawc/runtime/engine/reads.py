"""The values that conditions read, as reasoning trees show them."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from lawc.runtime.amounts import Plain
from lawc.runtime.engine.law import Kind, Ref
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING, State
from lawc.runtime.reasons import FactUsed, shown, where
from lawc.runtime.values import Remembered

_WRITTEN = Remembered(date.isoformat, room=40_000)  # a century has 36,525 days


def plain(value: Any, *, fraction: bool) -> Plain | None:
    """Return a value as in JSON, None where there is none."""
    if value is None or value is True or value is False:
        return value
    if value.__class__ is date:
        return _WRITTEN[value]
    if value.__class__ is int and not fraction:
        written: int = value
        return written
    if isinstance(value, State):
        return None
    return str(value.value) if isinstance(value, Enum) else shown(value, fraction=fraction)


class Read:
    """A value that a condition reads, of the thing `depth` above.

    `assumed` is the attribute of a fact that assumptions may say, None for all else.
    """

    __slots__ = ("assumed", "depth", "fraction", "key", "number")

    def __init__(self, key: str, ref: Ref, *, fraction: bool, assumed: str | None) -> None:
        self.key = key
        self.depth = ref.depth
        self.number = ref.number
        self.fraction = fraction
        self.assumed = assumed

    def fact(self, table: Table) -> FactUsed:
        """Return the value with its path, made once for a thing."""
        at = table.up(self.depth) if self.depth else table
        fact = at.facts.get(self.number)
        if fact is None:
            fact = at.facts[self.number] = self._fact(at)
        return fact

    def _fact(self, at: Table) -> FactUsed:
        value = at.own[self.number]
        assumed = (
            self.assumed is not None
            and value is not None
            and getattr(at.thing, self.assumed) is None
        )
        written = plain(value, fraction=self.fraction)
        return FactUsed(where(at.path, self.key), written, assumed, value is NOTHING)

    def facts(self, table: Table) -> list[FactUsed]:
        """Return the value with its path, alone."""
        return [self.fact(table)]


class ReadMembers:
    """The number of members of a list, and the values that are read of each."""

    __slots__ = ("depth", "kind", "within")

    def __init__(self, kind: Kind, depth: int, within: tuple[Reading, ...]) -> None:
        self.kind = kind
        self.depth = depth
        self.within = within

    def facts(self, table: Table) -> list[FactUsed]:
        """Return the number of members with the path of the list, and the values of each."""
        at = table.up(self.depth)
        members = at.members(self.kind)
        facts = [self.number(at, members)]
        for member in members or ():
            for read in self.within:
                facts += read.facts(member)
        return facts

    def number(self, at: Table, members: list[Table] | None) -> FactUsed:
        """Return the number of members of the list of a thing."""
        path = where(at.path, self.kind.field)
        return FactUsed(path, None if members is None else len(members))


class ReadDay:
    """A day that a case is decided for."""

    __slots__ = ("key",)

    def __init__(self, key: str) -> None:
        self.key = key

    def facts(self, table: Table) -> list[FactUsed]:
        """Return the day."""
        return [FactUsed(self.key, plain(table.memo.days[self.key], fraction=False))]


Reading = Read | ReadMembers | ReadDay
