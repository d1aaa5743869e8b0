"""Concepts and quantities: what provisions define, version by version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from lawc.runtime import logic
from lawc.runtime.engine.conditions import Condition, Day, Line, Paths
from lawc.runtime.values import Truth


class Version:
    """A meaning in force from `start` to `end`; `day` is the one whose law is applied."""

    __slots__ = ("day", "end", "part", "start")

    def __init__(self, day: Day | None, start: Any, end: Any, part: Condition) -> None:
        self.day = day if start or end else None
        self.start = start
        self.end = end
        self.part = part

    def now(self, line: Line) -> Truth:
        """Tell whether it is in force."""
        if self.day is None:
            return True
        return logic.in_force(self.day.value(line), self.start, self.end)

    def holds(self, line: Line) -> Truth:
        """Tell whether it is in force and holds."""
        return self.part.value(line) if self.day is None else self._in_time(line)

    def _in_time(self, line: Line) -> Truth:
        return logic.all_of(self.now(line), self.part.value(line))

    def missing(self, line: Line, paths: Paths) -> Iterator[str]:
        """Yield what leaves it open whether it is in force, and what it says."""
        now = self.now(line)
        if now is None and self.day is not None:
            yield self.day.key
        if now is not False:
            yield from self.part.missing(line, paths)


class Defined:
    """A concept or a quantity that provisions define: supplied, or by the version in force."""

    __slots__ = ("read", "versions")

    def __init__(self, attribute: str) -> None:
        self.read: Callable[[Any], Any] = attrgetter(attribute)
        self.versions: tuple[Version, ...] = ()

    def value(self, line: Line) -> Any:
        """Return the value for the thing that `line` begins with, found once."""
        memory, place = line[-1].memory, (self, id(line[0]))
        if place not in memory:
            supplied = self.read(line[0])
            memory[place] = self.derived(line) if supplied is None else supplied
        return memory[place]

    def derived(self, line: Line) -> Any:
        """Return what the versions make."""
        raise NotImplementedError

    def missing(self, line: Line, paths: Paths) -> Iterable[str]:
        """Return what leaves it unknown, found once."""
        memory, place = line[-1].memory, (self, paths[0])
        if place not in memory:
            memory[place] = tuple(dict.fromkeys(self.open(line, paths)))
        found: tuple[str, ...] = memory[place]
        return found

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        """Yield what leaves it unknown."""
        for one in self.versions:
            yield from one.missing(line, paths)


class Meaning(Defined):
    """What a concept means."""

    __slots__ = ()

    def derived(self, line: Line) -> Truth:
        return logic.any_of(*[one.holds(line) for one in self.versions])

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        for one in self.versions:
            if logic.known(one.part.value(line)) is not False:
                yield from one.missing(line, paths)


class Amount(Defined):
    """What a quantity is."""

    __slots__ = ()

    def derived(self, line: Line) -> Any:
        return logic.version(
            *[(one.now(line), lambda part=one.part: part.value(line)) for one in self.versions]
        )


class Use(Condition):
    """A concept or a quantity of the thing that stands `depth` above."""

    __slots__ = ("defined", "depth")

    def __init__(self, depth: int, defined: Defined) -> None:
        super().__init__()
        self.depth = depth
        self.defined = defined

    def value(self, line: Line) -> Any:
        return self.defined.value(line[self.depth :])

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        yield from self.defined.missing(line[self.depth :], paths[self.depth :])
