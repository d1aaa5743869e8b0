"""Conditions and values that rest on the members of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import attrgetter
from typing import Any

from lawc.runtime import logic
from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.reasons import where
from lawc.runtime.values import Truth


class Group:
    """The list of things of a kind, of the thing that stands `depth` above."""

    __slots__ = ("depth", "key", "read")

    def __init__(self, depth: int, attribute: str, key: str) -> None:
        self.depth = depth
        self.key = key
        self.read: Callable[[Any], tuple[Any, ...] | None] = attrgetter(attribute)

    def members(self, line: Line) -> tuple[Any, ...] | None:
        """Return the things in the list, None if they are not known."""
        return self.read(line[self.depth])

    def path(self, paths: Paths) -> str:
        """Return the path of the list."""
        return where(paths[self.depth], self.key)

    def lines(self, line: Line, paths: Paths) -> Iterator[tuple[Line, Paths]]:
        """Yield the line and the paths of each member."""
        above, over, path = line[self.depth :], paths[self.depth :], self.path(paths)
        for place, one in enumerate(self.members(line) or ()):
            yield (one, *above), (f"{path}[{place}]", *over)


class OfMembers(Condition):
    """What rests on the members of a list; it is found once for the thing that has the list."""

    __slots__ = ("group",)

    def __init__(self, group: Group, *parts: Condition) -> None:
        super().__init__(*parts)
        self.group = group

    def value(self, line: Line) -> Any:
        memory, place = line[-1].memory, (self, id(line[self.group.depth]))
        if place not in memory:
            members = self.group.members(line)
            above = line[self.group.depth :]
            memory[place] = None if members is None else self.of(members, above)
        return memory[place]

    def of(self, members: tuple[Any, ...], above: Line) -> Any:
        """Return the value for the members of a list."""
        raise NotImplementedError

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        memory, place = line[-1].memory, (self, paths[self.group.depth])
        if place not in memory:
            memory[place] = tuple(dict.fromkeys(self._open(line, paths)))
        yield from memory[place]

    def _open(self, line: Line, paths: Paths) -> Iterator[str]:
        if self.group.members(line) is None:
            yield self.group.path(paths)
            return
        for inner, within in self.group.lines(line, paths):
            for part in self.parts:
                yield from part.missing(inner, within)


class Some(OfMembers):
    """At least `number` members satisfy the part."""

    __slots__ = ("number",)

    def __init__(self, number: int, group: Group, part: Condition) -> None:
        super().__init__(group, part)
        self.number = number

    def of(self, members: tuple[Any, ...], above: Line) -> Truth:
        holds = self.parts[0].value
        return logic.some(self.number, members, lambda one: holds((one, *above)))


class Every(OfMembers):
    """Each member satisfies the part."""

    __slots__ = ()

    def of(self, members: tuple[Any, ...], above: Line) -> Truth:
        holds = self.parts[0].value
        return logic.every(members, lambda one: holds((one, *above)))


class Number(OfMembers):
    """How many members satisfy the part; without one, how many there are."""

    __slots__ = ()

    def of(self, members: tuple[Any, ...], above: Line) -> int | None:
        if not self.parts:
            return len(members)
        holds = self.parts[0].value
        return logic.number_where(members, lambda one: holds((one, *above)))


class Sum(OfMembers):
    """The sum of the part over the members."""

    __slots__ = ()

    def of(self, members: tuple[Any, ...], above: Line) -> Any:
        amount = self.parts[0].value
        return logic.total_of(members, lambda one: amount((one, *above)))
