"""Decisions that completions of the case show to have no value.

The quick function of a package decides completions of a case in a fraction of the time in which
all of them are gone through. If two differ in a decision, or one of them leaves it without a
value, it has no value: it is open, or nothing. Where that is not shown for every decision, the
engine goes through all completions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where
from lawc.runtime.values import Provision, Remembered, Truth

At: TypeAlias = tuple[int, ...]  # where a value stands in a result: part, member, part ...


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

    They break no assumption, whatever else is known. `listed` are provisions that lists of the
    law name: a provision that is recorded less finely may be one of them.
    """

    class_: type[Any]
    facts: Mapping[str, tuple[Any, ...]]
    apart: tuple[Apart, ...]
    listed: tuple[Provision, ...]


class Turn(NamedTuple):
    """The values for missing facts in one completion of a case, by kind.

    Objects of the classes `blank` can be set before they become things. `points` has the point
    of a provision that is recorded less finely.
    """

    blank: Mapping[str, type[Any]]
    values: Mapping[str, tuple[Any, ...]]
    points: Mapping[str, Mapping[Provision, Provision]]


def each_turn(turns: Mapping[str, Turns]) -> Iterator[Turn]:
    """Yield the turns that the missing facts of all kinds take together."""
    blank = {
        kind: type(of.class_.__name__, (), {"__slots__": of.class_.__slots__})
        for kind, of in turns.items()
    }
    number = min((len(v) for of in turns.values() for v in of.facts.values()), default=0)
    for place in range(number):
        values = {
            kind: tuple([several[place] for several in of.facts.values()])
            for kind, of in turns.items()
        }
        points = {
            kind: Remembered(partial(refined, listed=of.listed, turn=place))
            for kind, of in turns.items()
        }
        yield Turn(blank, values, points)


def refined(record: Provision, listed: Iterable[Provision], turn: int) -> Provision:
    """Return a provision, brought down to the point of a turn if it is recorded less finely."""
    if record.point is not None:
        return record
    within = [
        point
        for point in listed
        if point.article == record.article and record.part in (None, point.part)
    ]
    if within and turn % 2:
        return within[turn // 2 % len(within)]
    return Provision(record.article, record.part or (1 + turn,), (1 + turn,))


class Once:
    """The table of a case, filled when it is first needed."""

    __slots__ = ("_days", "_make", "_table", "_thing")

    def __init__(self, make: Callable[[Any, Any], Table], thing: Any, days: Any) -> None:
        self._make = make
        self._thing = thing
        self._days = days
        self._table: Table | None = None

    def table(self) -> Table:
        """Return the table."""
        if self._table is None:
            self._table = self._make(self._thing, self._days)
        return self._table


class Later:
    """A thing of a case whose table is filled when it is needed: the whole, or a member."""

    __slots__ = ("_field", "_kind", "_owner", "_place", "_whole")

    def __init__(
        self,
        whole: Once,
        owner: Later | None = None,
        kind: str = "",
        field: str = "",
        place: int = 0,
    ) -> None:
        self._whole = whole
        self._owner = owner
        self._kind = kind
        self._field = field
        self._place = place

    @property
    def path(self) -> str:
        """The path of the thing."""
        if self._owner is None:
            return ""
        return f"{where(self._owner.path, self._field)}[{self._place}]"

    def member(self, kind: str, field: str, place: int) -> Later:
        """Return a member of a list of the thing."""
        return Later(self._whole, self, kind, field, place)

    def table(self) -> Table:
        """Return the table of the thing."""
        if self._owner is None:
            return self._whole.table()
        return self._owner.table().member(self._kind, self._place, self._field)


class Trial:
    """Results of the quick function for completions of a case, as many as are needed.

    `complete` returns the completion of a turn. `results` are those so far.
    """

    __slots__ = ("_complete", "_days", "_quick", "_thing", "_turns", "begun", "results")

    def __init__(
        self,
        quick: Callable[[Any, Any], Any],
        complete: Callable[[Any, Turn], Any],
        turns: Sequence[Turn],
        thing: Any,
        days: Any,
    ) -> None:
        self._quick = quick
        self._complete = complete
        self._turns = iter(turns)
        self._thing = thing
        self._days = days
        self.begun = False
        self.results: list[Any] = []

    def first(self) -> list[Any]:
        """Return the results so far: of two completions at least, if there are as many."""
        if not self.begun:
            self.begun = True
            _ = self.more() and self.more()
        return self.results

    def more(self) -> bool:
        """Decide a further completion, and return whether there was any."""
        for turn in self._turns:
            result = self._quick(self._complete(self._thing, turn), self._days)
            if isinstance(result, tuple):  # else it is decided in part, or not at all
                self.results.append(result)
                return True
        return False

    def show(self, at: At) -> bool:
        """Return whether further completions show that a decision has no value."""
        while self.more():
            if differ(results_at(self.results, at[:-1]), at[-1]):
                return True
        return False


def results_at(results: list[Any], at: At) -> list[Any]:
    """Return the parts of results that stand somewhere in them."""
    for place in at:
        results = [result[place] for result in results]
    return results


def differ(results: Sequence[Any], place: int) -> bool:
    """Return whether results about a thing show that a decision at a place has no value."""
    if not results:
        return False
    value = results[0][place]
    if value is None:
        return True
    for result in results:
        other = result[place]
        if other is not value and other != value:
            return True
    return False


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
