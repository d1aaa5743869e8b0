"""Conditions and values of a law: what they come to for a thing, and what is missing of it.

One class a construct. `value` is the value (of a condition its truth) as the interpreter of
`lawc` has it: None unknown, NOTHING none. `look` returns with it the paths of the facts that
leave it unknown, in the order in which they are met.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from operator import attrgetter
from typing import Any, TypeAlias

from lawc.runtime import logic
from lawc.runtime.engine.few import ROOM, Few, joined, key_of
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.logic import NOTHING
from lawc.runtime.reasons import where
from lawc.runtime.values import Provision, ProvisionRange, Remembered, Shift, Truth, lies_in

Line: TypeAlias = tuple[Any, ...]
Paths: TypeAlias = tuple[str, ...]
Looked: TypeAlias = tuple[Any, Paths]  # a value, and what is missing if it is unknown
_UNSEEN = object()


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
    """A condition or a value that rests on its `parts`; on `few` values, or None."""

    __slots__ = ("data", "few", "parts")
    data: Any  # of which it was made

    def __init__(self, *parts: Condition) -> None:
        self.few: Few | None = joined([part.few for part in parts])
        self.parts = parts if self.few is not None else tuple(map(kept, parts))

    def value(self, line: Line) -> Any:
        """Return what it comes to for the thing that `line` begins with."""
        return self.of([part.value(line) for part in self.parts])

    def of(self, values: list[Any]) -> Any:
        """Return what it comes to where the parts have these values."""
        raise NotImplementedError

    def look(self, line: Line, paths: Paths) -> Looked:
        """Return the value, and where it is unknown what is missing."""
        looked = [part.look(line, paths) for part in self.parts]
        found = self.of([value for value, _ in looked])
        if found is not None:
            return found, ()
        return None, tuple([path for _, missing in looked for path in missing])


# --- what is read -----------------------------------------------------------------------


class Literal(Condition):
    """A value that the law itself says."""

    __slots__ = ("said",)

    def __init__(self, said: Any) -> None:
        super().__init__()
        self.said = said

    def value(self, line: Line) -> Any:
        return self.said

    def look(self, line: Line, paths: Paths) -> Looked:
        return self.said, ()


class Fact(Condition):
    """A fact of the thing that stands `depth` above; `assumed` adds what assumptions leave."""

    __slots__ = ("assumed", "attribute", "depth", "key", "kind", "paths", "read", "type")

    def __init__(
        self, depth: int, attribute: str, key: str, assumed: Any, few: Few | None, kind: Kind
    ) -> None:
        super().__init__()
        self.few = few
        self.kind = kind  # the kind that has it
        self.type = kind.types[key]
        self.depth = depth
        self.key = key
        self.assumed = assumed
        self.attribute = attribute
        self.read: Callable[[Any], Any] = assumed or attrgetter(attribute)
        self.paths = Remembered[str, str](lambda path: where(path, key))

    def value(self, line: Line) -> Any:
        return self.read(line[self.depth])

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.read(line[self.depth])
        if found is not None:
            return found, ()
        return None, (self.paths[paths[self.depth]],)

    def path(self, paths: Paths) -> str:
        """Return the path of the fact."""
        return self.paths[paths[self.depth]]


class Absent(Condition):
    """Something of a thing of a kind that is not in sight: unknown."""

    __slots__ = ("keys",)

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.keys = keys

    def value(self, line: Line) -> Any:
        return None

    def look(self, line: Line, paths: Paths) -> Looked:
        return None, self.keys


class Day(Condition):
    """A day that the case is decided for."""

    __slots__ = ("attribute", "key", "read")

    def __init__(self, attribute: str, key: str) -> None:
        super().__init__()
        self.few = Few(days=frozenset({attribute}))
        self.attribute = attribute
        self.key = key
        self.read: Callable[[Any], Any] = attrgetter(attribute)

    def value(self, line: Line) -> Any:
        return self.read(line[-1].days)

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.value(line)
        return (None, (self.key,)) if found is None else (found, ())


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

    def look(self, line: Line, paths: Paths) -> Looked:
        sure, missing = True, list[str]()
        for part in self.parts:
            truth, further = part.look(line, paths)
            if truth is False or truth is NOTHING:
                return False, ()
            sure = sure and truth is True
            missing += further
        return (True, ()) if sure else (None, tuple(missing))


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

    def look(self, line: Line, paths: Paths) -> Looked:
        impossible, missing = True, list[str]()
        for part in self.parts:
            truth, further = part.look(line, paths)
            if truth is True:
                return True, ()
            impossible = impossible and (truth is False or truth is NOTHING)
            missing += further
        return (False, ()) if impossible else (None, tuple(missing))


class AtLeast(Condition):
    """At least `number` of the parts hold."""

    __slots__ = ("number",)

    def __init__(self, number: int, *parts: Condition) -> None:
        super().__init__(*parts)
        self.number = number

    def of(self, values: list[Any]) -> Truth:
        return logic.at_least(self.number, *values)


class Not(Condition):
    """The part does not hold."""

    __slots__ = ()

    def value(self, line: Line) -> Truth:
        return logic.not_(self.parts[0].value(line))

    def of(self, values: list[Any]) -> Truth:
        return logic.not_(values[0])


class OneOf(Condition):
    """The part is one of `values`."""

    __slots__ = ("values",)

    def __init__(self, values: frozenset[str], part: Condition) -> None:
        super().__init__(part)
        self.values = values

    def value(self, line: Line) -> Any:
        found = self.parts[0].value(line)
        return found if found is None or found is NOTHING else found in self.values

    def of(self, values: list[Any]) -> Any:
        (found,) = values
        return found if found is None or found is NOTHING else found in self.values


class Under(Condition):
    """The provision recorded lies in one of `ranges`; a coarse record may leave it open."""

    __slots__ = ("known", "ranges")

    def __init__(self, ranges: tuple[ProvisionRange, ...], part: Condition) -> None:
        super().__init__(part)
        self.ranges = ranges
        self.known = Remembered[Provision, Truth](partial(lies_in, ranges=ranges))

    def value(self, line: Line) -> Any:
        record = self.parts[0].value(line)
        if not isinstance(record, Provision):
            return record
        return self.known[record]

    def look(self, line: Line, paths: Paths) -> Looked:
        found, (part,) = self.value(line), self.parts
        if found is not None:
            return found, ()
        record, missing = part.look(line, paths)
        if record is not None and isinstance(part, Fact):
            missing = (part.path(paths),)
        return None, missing


class Compared(Condition):
    """How the first part stands to the second; nothing stands to nothing."""

    __slots__ = ("said", "test", "where_nothing")

    def __init__(
        self,
        test: Callable[[Any, Any], bool],
        parts: Iterable[Condition],
        *,
        where_nothing: bool,
        said: tuple[Any, ...],
    ) -> None:
        super().__init__(*parts)
        self.said = said  # the sides as in the data: what is said twice is the same
        self.test = test
        self.where_nothing = where_nothing

    def value(self, line: Line) -> Truth:
        first, second = self.parts
        return self.of([first.value(line), second.value(line)])

    def of(self, values: list[Any]) -> Truth:
        left, right = values
        if left is None or right is None or left is NOTHING or right is NOTHING:
            return self.where_nothing if NOTHING in values else None
        return self.test(left, right)


class Moved(Condition):
    """The day some time after the part, or before it."""

    __slots__ = ("known", "move")

    def __init__(self, move: Shift, part: Condition) -> None:
        super().__init__(part)
        self.move = move
        self.known = Remembered[date, date](move.of)

    def of(self, values: list[Any]) -> Any:
        (day,) = values
        if day is None or day is NOTHING:
            return day
        return self.known[day]


class Computed(Condition):
    """What a function of `lawc.runtime.logic` makes of the parts."""

    __slots__ = ("compute",)

    def __init__(self, compute: Callable[..., Any], *parts: Condition) -> None:
        super().__init__(*parts)
        self.compute = compute

    def of(self, values: list[Any]) -> Any:
        return self.compute(*values)


class Kept(Condition):
    """What the part comes to, remembered by the few values it rests on."""

    __slots__ = ("key", "looked", "values")

    def __init__(self, part: Condition, few: Few) -> None:
        super().__init__(part)
        self.key = key_of(few)
        self.values: dict[Any, Any] = {}
        self.looked: dict[Any, Looked] = {}

    def value(self, line: Line) -> Any:
        key = self.key(line)
        found = self.values.get(key, _UNSEEN)  # in one step: another thread may clear it
        if found is _UNSEEN:
            if len(self.values) >= ROOM:
                self.values.clear()
            found = self.values[key] = self.parts[0].value(line)
        return found

    def look(self, line: Line, paths: Paths) -> Looked:
        found = self.value(line)
        if found is not None:
            return found, ()
        key = (self.key(line), paths)
        looked = self.looked.get(key)
        if looked is None:
            if len(self.looked) >= ROOM:
                self.looked.clear()
            looked = self.looked[key] = self.parts[0].look(line, paths)
        return looked


class Asked:
    """A condition that is asked for by itself: of its object, or of a function it was made."""

    __slots__ = ("condition", "look", "value")

    def __init__(self, condition: Condition) -> None:
        self.condition = kept(condition)
        self.value: Callable[[Line], Any] = self.condition.value
        self.look: Callable[[Line, Paths], Looked] = self.condition.look


def kept(condition: Condition) -> Condition:
    """Return a condition that remembers, where that is quicker than to find it out again."""
    if condition.few is None or leaves(condition) < 3:  # noqa: PLR2004 - as measured
        return condition
    return Kept(condition, condition.few)


def leaves(condition: Condition) -> int:
    """Return how many values a condition reads, each as often as it reads it."""
    return sum(map(leaves, condition.parts)) if condition.parts else 1
