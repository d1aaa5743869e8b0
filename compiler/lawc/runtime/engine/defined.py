"""Concepts and quantities: what provisions define, version by version."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from lawc.runtime import logic
from lawc.runtime.engine.conditions import Asked, Condition, Day, Line, Looked, Paths
from lawc.runtime.engine.few import Few, joined
from lawc.runtime.values import Truth


class Version:
    """A meaning in force from `start` to `end`; `day` is the one whose law is applied."""

    __slots__ = ("citation", "day", "end", "part", "start")

    def __init__(
        self, day: Day | None, start: Any, end: Any, part: Condition, citation: str = ""
    ) -> None:
        self.citation = citation  # of an amount: where it is said
        self.day = day if start or end else None
        self.start = start
        self.end = end
        self.part = Asked(part)

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

    def look(self, line: Line, paths: Paths) -> Looked:
        """Return whether it is in force and holds, and what leaves either open."""
        now = self.now(line)
        if now is False:
            return False, ()
        days = (self.day.key,) if now is None and self.day is not None else ()
        truth, missing = self.part.look(line, paths)
        return (truth if self.day is None else logic.all_of(now, truth)), days + missing


class Defined:
    """A concept or a quantity that provisions define: supplied, or by the version in force."""

    __slots__ = ("attribute", "few", "lasting", "read", "versions")

    def __init__(self, attribute: str) -> None:
        self.attribute = attribute
        self.read: Callable[[Any], Any] = attrgetter(attribute)
        self.versions: tuple[Version, ...] = ()
        self.few: Few | None = None
        self.lasting: Asked | None = None  # what it means where that is always in force

    def means(self, versions: tuple[Version, ...], supplied: Few | None) -> None:
        """Say what it means; `supplied` is what is asked to see whether it was supplied."""
        self.versions = versions
        if len(versions) == 1 and versions[0].day is None:
            self.lasting = versions[0].part
        days = [one.day.few for one in versions if one.day]
        self.few = joined([supplied, *days[:1], *(one.part.condition.few for one in versions)])

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

    def look(self, line: Line, paths: Paths) -> Looked:
        """Return the value, and where it is unknown what is missing, found once."""
        memory, place = line[-1].memory, (self, paths[0])
        if place not in memory:
            supplied = self.read(line[0])
            found = self.looked(line, paths) if supplied is None else (supplied, ())
            memory[place] = found
            memory[self, id(line[0])] = found[0]
        looked: Looked = memory[place]
        return looked

    def looked(self, line: Line, paths: Paths) -> Looked:
        """Return what the versions make, and where that is unknown what is missing."""
        raise NotImplementedError


class Meaning(Defined):
    """What a concept means."""

    __slots__ = ()

    def derived(self, line: Line) -> Truth:
        return logic.any_of(*[one.holds(line) for one in self.versions])

    def looked(self, line: Line, paths: Paths) -> Looked:
        if self.lasting is not None:
            truth, missing = self.lasting.look(line, paths)
            return logic.known(truth), tuple(dict.fromkeys(missing))
        several = [one.look(line, paths) for one in self.versions]
        found = logic.any_of(*[truth for truth, _ in several])
        if found is not None:
            return found, ()
        return None, _missing([one for one in several if one[0] is not False])


class Amount(Defined):
    """What a quantity is."""

    __slots__ = ()

    def derived(self, line: Line) -> Any:
        return logic.version(
            *[(one.now(line), lambda part=one.part: part.value(line)) for one in self.versions]
        )

    def looked(self, line: Line, paths: Paths) -> Looked:
        found = self.derived(line)
        if found is not None:
            return found, ()
        return None, _missing([one.look(line, paths) for one in self.versions])


def _missing(several: list[Looked]) -> Paths:
    return tuple(dict.fromkeys([path for _, missing in several for path in missing]))


class Use(Condition):
    """A concept or a quantity of the thing that stands `depth` above."""

    __slots__ = ("defined", "depth")

    def __init__(self, depth: int, defined: Defined) -> None:
        super().__init__()
        self.few = None if defined.few is None else defined.few.above(depth)
        self.depth = depth
        self.defined = defined

    def value(self, line: Line) -> Any:
        return self.defined.value(line[self.depth :])

    def look(self, line: Line, paths: Paths) -> Looked:
        return self.defined.look(line[self.depth :], paths[self.depth :])
