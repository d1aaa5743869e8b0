"""Conditions and values of a law: what they come to for a thing, and what is missing of it.

One class a construct. `value` is the value (of a condition its truth) as the interpreter of
`lawc` has it: None unknown, NOTHING none. `missing` are the paths of the facts that leave it
unknown, in the order in which they are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from operator import attrgetter
from typing import Any, TypeAlias

from lawc.runtime import logic
from lawc.runtime.logic import NOTHING
from lawc.runtime.reasons import where
from lawc.runtime.values import Provision, ProvisionRange, Truth, lies_in

Line: TypeAlias = tuple[Any, ...]
Paths: TypeAlias = tuple[str, ...]

_ROOM = 10_000  # answers that one condition remembers


class Case:
    """The days that are asked for, and what was found out already of the things."""

    __slots__ = ("days", "memory")

    def __init__(self, days: Any) -> None:
        self.days = days
        self.memory: dict[Any, Any] = {}

    def __eq__(self, other: object) -> bool:
        """Tell whether the other is decided for the same days; the memory says no more."""
        return isinstance(other, Case) and self.days == other.days

    def __hash__(self) -> int:
        """Return the hash of the days."""
        return hash(self.days)

    def __reduce__(self) -> tuple[type[Case], tuple[Any]]:
        """Leave the memory behind: it holds of these very objects only."""
        return Case, (self.days,)


class Condition:
    """A condition or a value that rests on its `parts`."""

    __slots__ = ("parts",)

    def __init__(self, *parts: Condition) -> None:
        self.parts = parts

    def value(self, line: Line) -> Any:
        """Return what it comes to for the thing that `line` begins with."""
        raise NotImplementedError

    def missing(self, line: Line, paths: Paths) -> Iterable[str]:
        """Return the paths of the facts that leave it unknown, each once."""
        if self.value(line) is not None:
            return ()
        return dict.fromkeys(self.open(line, paths))

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        """Yield what leaves it unknown, where it is."""
        for part in self.parts:
            yield from part.missing(line, paths)


# --- what is read -----------------------------------------------------------------------


class Literal(Condition):
    """A value that the law itself says."""

    __slots__ = ("said",)

    def __init__(self, said: Any) -> None:
        super().__init__()
        self.said = said

    def value(self, line: Line) -> Any:
        return self.said


class Fact(Condition):
    """A fact of the thing that stands `depth` above; `assumed` adds what assumptions leave."""

    __slots__ = ("assumed", "depth", "key", "read")

    def __init__(
        self, depth: int, attribute: str, key: str, assumed: Callable[[Any], Any] | None
    ) -> None:
        super().__init__()
        self.depth = depth
        self.key = key
        self.assumed = assumed
        self.read: Callable[[Any], Any] = attrgetter(attribute)

    def value(self, line: Line) -> Any:
        if self.assumed is not None:
            return self.assumed(line[self.depth])
        return self.read(line[self.depth])

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        yield self.path(paths)

    def path(self, paths: Paths) -> str:
        """Return the path of the fact."""
        return where(paths[self.depth], self.key)


class Absent(Condition):
    """Something of a thing of a kind that is not in sight: unknown."""

    __slots__ = ("keys",)

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.keys = keys

    def value(self, line: Line) -> Any:
        return None

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        yield from self.keys


class Day(Condition):
    """A day that the case is decided for."""

    __slots__ = ("key", "read")

    def __init__(self, attribute: str, key: str) -> None:
        super().__init__()
        self.key = key
        self.read: Callable[[Any], Any] = attrgetter(attribute)

    def value(self, line: Line) -> Any:
        return self.read(line[-1].days)

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        yield self.key


# --- connectives ------------------------------------------------------------------------


class All(Condition):
    """Every part holds."""

    __slots__ = ()

    def value(self, line: Line) -> Truth:
        sure = True
        for part in self.parts:
            truth = part.value(line)
            if truth is False or truth is NOTHING:
                return False
            sure = sure and truth is True
        return True if sure else None


class AnyOf(Condition):
    """At least one part holds."""

    __slots__ = ()

    def value(self, line: Line) -> Truth:
        impossible = True
        for part in self.parts:
            truth = part.value(line)
            if truth is True:
                return True
            impossible = impossible and (truth is False or truth is NOTHING)
        return False if impossible else None


class AtLeast(Condition):
    """At least `number` of the parts hold."""

    __slots__ = ("number",)

    def __init__(self, number: int, *parts: Condition) -> None:
        super().__init__(*parts)
        self.number = number

    def value(self, line: Line) -> Truth:
        return logic.at_least(self.number, *[part.value(line) for part in self.parts])


class Not(Condition):
    """The part does not hold."""

    __slots__ = ()

    def value(self, line: Line) -> Truth:
        return logic.not_(self.parts[0].value(line))


class OneOf(Condition):
    """The part is one of `values`."""

    __slots__ = ("values",)

    def __init__(self, values: frozenset[str], part: Condition) -> None:
        super().__init__(part)
        self.values = values

    def value(self, line: Line) -> Any:
        found = self.parts[0].value(line)
        return found if found is None or found is NOTHING else found in self.values


class Under(Condition):
    """The provision recorded lies in one of `ranges`; a coarse record may leave it open."""

    __slots__ = ("known", "ranges")

    def __init__(self, ranges: tuple[ProvisionRange, ...], part: Condition) -> None:
        super().__init__(part)
        self.ranges = ranges
        self.known: dict[Provision, Truth] = {}

    def value(self, line: Line) -> Any:
        record = self.parts[0].value(line)
        if not isinstance(record, Provision):
            return record
        if record not in self.known:
            if len(self.known) >= _ROOM:
                self.known.clear()
            self.known[record] = lies_in(record, self.ranges)
        return self.known[record]

    def open(self, line: Line, paths: Paths) -> Iterator[str]:
        (part,) = self.parts
        if part.value(line) is None:
            yield from part.missing(line, paths)
        elif isinstance(part, Fact):
            yield part.path(paths)


class Compared(Condition):
    """How the first part stands to the second; nothing stands to nothing."""

    __slots__ = ("test", "where_nothing")

    def __init__(
        self,
        test: Callable[[Any, Any], bool],
        parts: Iterable[Condition],
        *,
        where_nothing: bool,
    ) -> None:
        super().__init__(*parts)
        self.test = test
        self.where_nothing = where_nothing

    def value(self, line: Line) -> Truth:
        first, second = self.parts
        left, right = first.value(line), second.value(line)
        if left is NOTHING or right is NOTHING:
            return self.where_nothing
        return None if left is None or right is None else self.test(left, right)


class Moved(Condition):
    """The day some time after the part, or before it."""

    __slots__ = ("known", "move")

    def __init__(self, move: Callable[[date], date], part: Condition) -> None:
        super().__init__(part)
        self.move = move
        self.known: dict[date, date] = {}

    def value(self, line: Line) -> Any:
        day = self.parts[0].value(line)
        if day is None or day is NOTHING:
            return day
        if day not in self.known:
            if len(self.known) >= _ROOM:
                self.known.clear()
            self.known[day] = self.move(day)
        return self.known[day]


class Computed(Condition):
    """What a function of `lawc.runtime.logic` makes of the parts."""

    __slots__ = ("compute",)

    def __init__(self, compute: Callable[..., Any], *parts: Condition) -> None:
        super().__init__(*parts)
        self.compute = compute

    def value(self, line: Line) -> Any:
        return self.compute(*[part.value(line) for part in self.parts])
