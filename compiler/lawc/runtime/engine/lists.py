"""Conditions and values that rest on the members of a list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from lawc.runtime import logic
from lawc.runtime.engine.conditions import Asked, Condition, Line, Looked, Paths
from lawc.runtime.reasons import where
from lawc.runtime.values import Remembered, Truth


def _places(given: tuple[str, str, int]) -> tuple[str, ...]:
    path, key, number = given
    return tuple(f"{where(path, key)}[{place}]" for place in range(number))


# The paths of the members of a list: by the path of the thing that has it, key and number.
PLACES = Remembered(_places)


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

    # The memory of a case holds no lines: they hold the case, and what holds itself is not
    # freed before the garbage collector comes.

    def lines(self, line: Line) -> list[Line]:
        """Return the line of each member."""
        above = line[self.depth :]
        return [(one, *above) for one in self.read(above[0]) or ()]

    def seen(self, line: Line, paths: Paths) -> list[tuple[Line, Paths]]:
        """Return the line and the paths of each member."""
        over, lines = paths[self.depth :], self.lines(line)
        places = PLACES[over[0], self.key, len(lines)]
        return [(inner, (place, *over)) for inner, place in zip(lines, places, strict=True)]


class OfMembers(Condition):
    """What rests on the members of a list; it is found once for the thing that has the list."""

    __slots__ = ("asked", "group")

    def __init__(self, group: Group, *parts: Condition) -> None:
        super().__init__()
        self.few = None
        self.asked = tuple(map(Asked, parts))
        self.group = group

    def value(self, line: Line) -> Any:
        memory, place = line[-1].memory, (self, id(line[self.group.depth]))
        if place not in memory:
            memory[place] = self._value(line)
        return memory[place]

    def _value(self, line: Line) -> Any:
        if self.group.members(line) is None:
            return None
        lines = self.group.lines(line)
        return self.made([part.value(one) for one in lines for part in self.asked], len(lines))

    def made(self, values: Sequence[Any], number: int) -> Any:
        """Return what comes of `number` members, of whom the part has these values."""
        raise NotImplementedError

    def look(self, line: Line, paths: Paths) -> Looked:
        memory, place = line[-1].memory, (self, paths[self.group.depth])
        if place not in memory:
            memory[place] = self._look(line, paths)
        found: Looked = memory[place]
        return found

    def _look(self, line: Line, paths: Paths) -> Looked:
        """Return the value and what is missing; the value is kept for who asks for it alone."""
        place = (self, id(line[self.group.depth]))
        if self.group.members(line) is None:
            line[-1].memory[place] = None
            return None, (self.group.path(paths),)
        members = self.group.seen(line, paths)
        looked = [part.look(*one) for one in members for part in self.asked]
        found = self.made([value for value, _ in looked], len(members))
        line[-1].memory[place] = found
        if found is not None:
            return found, ()
        return None, tuple(dict.fromkeys([path for _, far in looked for path in far]))


class Together:
    """What rests on the members of one list, found in one go for who has the list."""

    __slots__ = ("group",)

    def __init__(self, group: Group) -> None:
        self.group = group

    def look(self, line: Line, paths: Paths) -> tuple[Any, ...]:
        """Return all that is found, the same for each member."""
        memory, place = line[-1].memory, (self, paths[self.group.depth])
        found: tuple[Any, ...] | None = memory.get(place)
        if found is None:
            found = memory[place] = self.found(line, paths)
        return found

    def found(self, line: Line, paths: Paths) -> tuple[Any, ...]:
        """Return all that is found, looked for anew."""
        raise NotImplementedError


class Columns(Together):
    """Some conditions: what each comes to, then what is missing of each.

    `row` makes these of the line and the paths of a member, for the parts of the conditions;
    `fold` makes of the rows, column by column, what the conditions come to, each fact that is
    missing once.
    """

    __slots__ = ("fold", "number", "row")

    def __init__(
        self,
        group: Group,
        number: int,
        row: Callable[[Line, Paths], tuple[Any, ...]],
        fold: Callable[..., tuple[Any, ...]],
    ) -> None:
        super().__init__(group)
        self.number = number  # of conditions
        self.row = row
        self.fold = fold

    def found(self, line: Line, paths: Paths) -> tuple[Any, ...]:
        if self.group.members(line) is None:
            return (*[None] * self.number, *[(self.group.path(paths),)] * self.number)
        rows = [self.row(*one) for one in self.group.seen(line, paths)]
        return self.fold(*zip(*rows, strict=True) if rows else [()] * 2 * self.number)


class Some(OfMembers):
    """At least `number` members satisfy the part."""

    __slots__ = ("number",)

    def __init__(self, number: int, group: Group, part: Condition) -> None:
        super().__init__(group, part)
        self.number = number

    def made(self, values: Sequence[Any], number: int) -> Truth:
        if self.number == 1:
            return True if True in values else None if None in values else False
        return logic.at_least(self.number, *values)


class Every(OfMembers):
    """Each member satisfies the part."""

    __slots__ = ()

    def made(self, values: Sequence[Any], number: int) -> Truth:
        return logic.all_of(*values)


class Number(OfMembers):
    """How many members satisfy the part; without one, how many there are."""

    __slots__ = ()

    def made(self, values: Sequence[Any], number: int) -> int | None:
        if not self.asked:
            return number
        truths = list(map(logic.known, values))
        return None if None in truths else truths.count(True)


class Sum(OfMembers):
    """The sum of the part over the members; none where a member has none."""

    __slots__ = ()

    def made(self, values: Sequence[Any], number: int) -> Any:
        return logic.total(*values)
