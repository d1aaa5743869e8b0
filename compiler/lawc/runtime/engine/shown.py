"""Decisions that completions of the case show to have no value.

The quick function of a package decides completions of a case in a fraction of the time in which
all of them are gone through. If two differ in a decision, or one of them leaves it without a
value, it has no value: it is open, or nothing. Where that is not shown for every decision, the
engine goes through all completions.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where
from lawc.runtime.values import Provision, Truth

At: TypeAlias = tuple[int, ...]  # where a value stands in a result: part, member, part ...
Put: TypeAlias = Callable[[Any, Any], None]  # puts a value into a thing that is frozen
Missing: TypeAlias = tuple[Put, Any, Any]  # puts a fact, into this thing, by turn


class Apart(NamedTuple):
    """A decision that one rule gives and that rests on no other, with its place.

    `truth` returns whether the rule applies, for a thing, those above it and the days. `exact`
    tells that some completions differ in that wherever it is unknown.
    """

    place: int
    truth: Callable[..., Truth]
    value: Any
    citations: tuple[str, ...]
    otherwise: Any
    exact: bool


class Part(NamedTuple):
    """A decision in a result; `plain` if nothing else is to be said of it when asked."""

    value: Any
    provisions: tuple[str, ...] = ()
    plain: bool = False
    established: bool = False


OPEN = Part(None)


class PartApart(NamedTuple):
    """A decision told apart from others: what is in a result if its rule applies, or does not.

    `unknown` is None if a result may have more where it is unknown whether the rule applies.
    """

    place: int
    truth: Callable[..., Truth]
    yes: Part
    no: Part
    unknown: Part | None


class Turns(NamedTuple):
    """Values for the missing facts of things of a kind, as many for each fact.

    They break no assumption, whatever else is known. `lists` are the attributes of the lists of
    a thing, with the kinds of members; an unknown list is empty. `listed` are provisions that
    lists of the law name: a provision that is recorded less finely may be one of them.
    """

    class_: type[Any]
    facts: Mapping[str, tuple[Any, ...]]
    lists: Mapping[str, str]
    apart: tuple[Apart, ...]
    listed: tuple[Provision, ...]

    def attribute(self, kind: str) -> str:
        """Return the attribute of the list of things of a kind."""
        return next(name for name, below in self.lists.items() if below == kind)


class Once:
    """The table of a case, filled when it is first needed."""

    __slots__ = ("_make", "_table")

    def __init__(self, make: Callable[[], Table]) -> None:
        self._make = make
        self._table: Table | None = None

    def table(self) -> Table:
        """Return the table."""
        if self._table is None:
            self._table = self._make()
        return self._table


class Later:
    """A thing of a case whose table is filled when it is needed.

    `path` is that of the thing.
    """

    __slots__ = ("_members", "_whole", "path")

    def __init__(
        self, whole: Once, path: str, members: tuple[tuple[str, int, str], ...]
    ) -> None:
        self._whole = whole
        self._members = members  # the kind and the place of each thing on the way
        self.path = path

    def member(self, kind: str, field: str, place: int) -> Later:
        """Return a member of a list of the thing."""
        path = f"{where(self.path, field)}[{place}]"
        return Later(self._whole, path, (*self._members, (kind, place, field)))

    def table(self) -> Table:
        """Return the table of the thing."""
        table = self._whole.table()
        for kind, place, field in self._members:
            table = table.member(kind, place, field)
        return table


class Completions:
    """Completions of things, by the turns of their kinds."""

    def __init__(self, turns: Mapping[str, Turns]) -> None:
        facts = (values for turns_ in turns.values() for values in turns_.facts.values())
        self.number = min(map(len, facts), default=0)
        self._of = {kind: _Copying.of(turns_) for kind, turns_ in turns.items()}

    def copy(self, kind: str, thing: Any, missing: list[Missing]) -> Any:
        """Return a copy of a thing without the facts that are missing, and add these.

        A thing that has no members and of which all is known stands for its copy.
        """
        how = self._of[kind]
        values = how.read(thing)
        if not (how.lists or how.provisions) and None not in values[: how.facts]:
            return thing
        new = object.__new__(how.class_)
        for put, value, turns in zip(how.put, values, how.turns, strict=False):
            if value is None and turns is not None:
                missing.append((put, new, turns))
            else:
                put(new, value)
        for place in how.provisions:
            record = values[place]
            if record is not None and record.point is None:
                listed = how.listed.get(record.article, ())
                missing.append((how.put[place], new, Refined(record, listed)))
        for place, below in how.lists:
            members = values[place]
            if members:
                copies = [self.copy(below, member, missing) for member in members]
                how.put[place](new, tuple(copies))
            elif members is None:
                how.put[place](new, ())
        return new


class _Copying(NamedTuple):
    """The way things of a kind are copied: what is read and put into the copy, in order.

    Its number of facts come first.
    `turns` are the values of each fact, None for what is no fact; `provisions` and `lists` are
    the places of facts that are provisions, and of lists with the kinds of their members;
    `listed` are the provisions that lists of the law name, by their article.
    """

    class_: type[Any]
    facts: int
    read: Callable[[Any], tuple[Any, ...]]
    put: list[Put]
    turns: tuple[tuple[Any, ...] | None, ...]
    provisions: tuple[int, ...]
    lists: tuple[tuple[int, str], ...]
    listed: Mapping[tuple[int, ...], tuple[Provision, ...]]

    @classmethod
    def of(cls, turns: Turns) -> _Copying:
        """Return the way to copy things whose missing facts take turns."""
        names = [*turns.facts, *turns.lists]
        own = [*names, *(name for name in turns.class_.__slots__ if name not in names)]
        read = attrgetter(*own, own[0]) if own else _nothing  # of one it would be no tuple
        first = [values[0] for values in turns.facts.values() if values]
        return cls(
            turns.class_,
            len(turns.facts),
            read,
            [vars(turns.class_)[name].__set__ for name in own],
            (*turns.facts.values(), *[None] * (len(own) - len(turns.facts))),
            tuple([place for place, value in enumerate(first) if isinstance(value, Provision)]),
            tuple(enumerate(turns.lists.values(), start=len(turns.facts))),
            {
                article: tuple([point for point in turns.listed if point.article == article])
                for article in {point.article for point in turns.listed}
            },
        )


def _nothing(_: Any) -> tuple[Any, ...]:
    """Return the facts and lists of a thing of a kind that has none."""
    return ()


class Refined:
    """A provision recorded no further than its article or part: in each turn a point of it."""

    __slots__ = ("listed", "record")

    def __init__(self, record: Provision, listed: tuple[Provision, ...]) -> None:
        self.record = record
        self.listed = listed

    def __getitem__(self, turn: int) -> Provision:
        """Return the point of a turn."""
        record = self.record
        within = [
            point
            for point in self.listed
            if point.article == record.article and record.part in (None, point.part)
        ]
        if within and turn % 2:
            return within[turn // 2 % len(within)]
        return Provision(record.article, record.part or (1 + turn,), (1 + turn,))


class Trial:
    """Results of the quick function for completions of a case, as many as are needed.

    The completions are one copy of the case, in which the missing facts take turns. A quick
    function keeps nothing of a thing that it decides of.
    """

    def __init__(
        self,
        completions: Completions,
        quick: Callable[[Any, Any], Any],
        kind: str,
        thing: Any,
        days: Any,
    ) -> None:
        self._turns = iter(range(completions.number))
        self._missing: list[Missing] = []
        self._copy = completions.copy(kind, thing, self._missing)
        self._quick = quick
        self._days = days
        self.results: list[Any] = []

    def more(self) -> bool:
        """Decide a further completion, and return whether there was any."""
        for turn in self._turns:
            for put, thing, values in self._missing:
                put(thing, values[turn])
            result = self._quick(self._copy, self._days)
            if result is not None:
                self.results.append(result)
                return True
        return False

    def show(self, at: At) -> bool:
        """Return whether completions show that a decision has no value."""
        parts = self.results
        for place in at[:-1]:
            parts = [part[place] for part in parts]
        while not differ(parts, at[-1]):
            if not self.more():
                return False
            part = self.results[-1]
            for place in at[:-1]:
                part = part[place]
            parts = [*parts, part]
        return True


def differ(results: list[Any], place: int) -> bool:
    """Return whether results about a thing show that a decision at a place has no value."""
    if not results:
        return False
    values = [result[place] for result in results]
    return None in values or values.count(values[0]) < len(values)


def parts_apart(turns: Mapping[str, Turns]) -> dict[str, tuple[PartApart, ...]]:
    """Return the decisions that are told apart from others, by kind."""
    return {
        kind: tuple(
            [
                PartApart(
                    apart.place,
                    apart.truth,
                    Part(apart.value, apart.citations, plain=apart.value is not None),
                    Part(apart.otherwise, (), plain=apart.otherwise is not None),
                    OPEN if apart.exact else None,
                )
                for apart in of_kind.apart
            ]
        )
        for kind, of_kind in turns.items()
    }
