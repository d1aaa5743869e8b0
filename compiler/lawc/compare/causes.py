"""Causes of turns: a case for each change of the law that turns a decision of somebody.

A set of changes *turns* a case if the old law with just these changes decides as the new law
does, or a larger or smaller amount if that is the turn. Cases are searched for in two steps:

1. until everybody left is proved to be turned by a set that is shown;
2. for each change that turns somebody and is to blame in no case so far, even if it does so
   only together with others and the sets that are shown turn the case as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lawc.compare.effects import Comparison, Condition, every, never, some
from lawc.compare.mixing import Mixing
from lawc.compare.outcomes import Amount, Turn
from lawc.compare.persons import Person, agrees, person_of, result_of
from lawc.meaning.truth import UNKNOWN, Result, State
from lawc.prove.examples import Example
from lawc.records import dataclass

TOGETHER = 6  # sets of several changes that turn one decision one way and are kept apart
PASSED_OVER = 3  # cases that do not say what fewer edits do, before one is shown
ASKED = 40  # cases of one turn that are looked at, beyond one for each change


@dataclass(frozen=True, slots=True)
class Cause:
    """A person whose decision turns: the edits that cause it, and those that do so likewise.

    The decision turns by `because` together; each of `likewise` turns it by itself and is not
    needed for it.
    """

    turn: Turn
    person: Person
    because: tuple[int, ...]
    likewise: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """The part of each edit in a case: it turns it alone, or the case needs it.

    `blamed` are those that the turn needs, `senses` those of them that push the decision the
    way of the turn; the case does not say whether `unknown` turn it alone.
    """

    alone: frozenset[int]
    blamed: frozenset[int]
    senses: frozenset[int]
    unknown: frozenset[int]


class Causes:
    """Finds the persons turned and the edits that turn them, for one turn after another."""

    def __init__(self, compared: Comparison, mixing: Mixing) -> None:
        self.compared = compared
        self.mixing = mixing
        self.old, self.new = mixing.both.old, mixing.both.new

    def of(
        self, turn: Turn, example: Example, *, first_only: bool
    ) -> tuple[tuple[Cause, ...], bool]:
        """Return the causes to show of a turn, and whether nobody else is proved to be left.

        With `first_only` no others are looked for: the solver gave up before.
        """
        search = _OfTurn(self, turn)
        whole = search.explain(example, first_only=first_only)
        shown = sorted(search.shown, key=lambda cause: (len(cause.because), cause.because))
        return tuple(shown), whole

    def of_pieces(
        self, turn: Turn, pieces: Causes, shown: Iterable[Cause]
    ) -> tuple[tuple[Cause, ...], bool]:
        """Return the causes to show for pieces of edits that turn others than those shown.

        And whether nobody else is proved to be left.
        """
        search = _OfTurn(pieces, turn)
        for cause in shown:
            search.count(cause.person)
        whole = search.explain(None, first_only=False)
        causes = sorted(search.shown, key=lambda cause: (len(cause.because), cause.because))
        by_edits = _OfTurn(self, turn)
        return tuple(by_edits.cause_of(cause.person) for cause in causes), whole

    def beside(self, turn: Turn, place: int) -> Cause | None:
        """Return a person whom an edit turns by itself, in no decision before this one."""
        return _OfTurn(self, turn).beside(place)

    def result_of(self, person: Person, turn: Turn, edits: Iterable[int]) -> Result:
        """Return the decision of the old law about a person with some edits made.

        It is not known of a law that goes in a circle.
        """
        places = tuple(edits)
        if not self.mixing.decides(places):
            return UNKNOWN
        law = self.mixing.with_only(places)
        return result_of(law, person.case, person.days, turn.decision, person.path)


class _OfTurn:
    def __init__(self, causes: Causes, turn: Turn) -> None:
        self.causes = causes
        self.turn = turn
        self.logical = causes.mixing.logical
        self.shown: list[Cause] = []
        self.sets: list[tuple[int, ...]] = []
        self.settled: set[tuple[int, ...]] = set()  # edits with which the old law must decide
        self.passed_over = 0  # cases, since one was shown
        self.covered: set[int] = set()
        self.blamed: set[int] = set()
        self.replaceable: set[int] = set()  # of sets that are shown and may not be needed

    def explain(self, first: Example | None, *, first_only: bool) -> bool:
        """Show cases until nobody is left; return whether that is proved."""
        example: Example | bool | None = first
        for _ in range(len(self.logical) + ASKED):
            if isinstance(example, Example):
                self._take(example)
            if len(self.logical) == 1:
                return True
            if first_only and self.shown:
                return False
            example = self._case(*self._left())
            if first is None and example is None:
                return False  # of pieces nothing is asked after the solver gave up
            if not isinstance(example, Example):
                return self._others() and example is False
        return False

    def count(self, person: Person) -> None:
        """Count a case that is shown already."""
        shares = self._shares(person)
        turning, _ = self._turning(person, shares)
        self.sets.append(turning)
        self._count(shares, turning)

    def cause_of(self, person: Person) -> Cause:
        """Return the edits that turn a person as a cause to show."""
        shares = self._shares(person)
        return self._cause(person, shares, self._turning(person, shares)[0])

    def _take(self, example: Example) -> None:
        """Show a case, unless it must first be known what fewer edits do to it.

        After `TOGETHER` sets of several edits, all edits together stand for the rest. After
        `PASSED_OVER` cases that do not say what fewer edits do, one is shown all the same.
        """
        person = self._person(example)
        shares = self._shares(person)
        turning, open_ = self._turning(person, shares)
        open_ -= self.settled
        several = sum(len(edits) > 1 for edits in self.sets)
        if len(turning) > 1 and several >= TOGETHER:
            turning, open_ = self.logical, set()
        if open_ and self.passed_over < PASSED_OVER:
            self.settled |= open_
            self.passed_over += 1
        else:
            self.passed_over = 0
            self.sets.append(turning)
            self._show(example, person, shares, turning)

    def _others(self) -> bool:
        """Show the edits that turn somebody and have no case in which they are to blame."""
        proved = True
        for place in self.logical:
            if place not in self.blamed:
                example = self._case(self._alone(place), self._blamed(place, as_turned=True))
                if example is False and place not in self.covered:
                    blamed = self._blamed(place, as_turned=False)
                    example = self._case(some(self._alone(place), blamed))
                if isinstance(example, Example):
                    person = self._person(example)
                    shares = self._shares(person)
                    turning = (place,) if place in shares.alone else ()
                    self._show(example, person, shares, turning)
                elif example is None and place not in self.covered:
                    proved = False
                elif place not in self.covered:
                    self._with_others(place)
        return proved

    def _with_others(self, place: int) -> None:
        """Show a person whom an edit turns together with others, if there is one.

        A set that is shown turns the case too: the decision comes out otherwise only without
        one of its edits and this one.
        """
        for other in sorted(self.replaceable - {place}):
            rest = self._all_but(other)
            fewer = tuple(n for n in rest if n != place)
            if not self.causes.mixing.decides(fewer):
                continue
            example = self._case(
                self._turned_by(rest), self._settled_by(fewer), never(self._turned_by(fewer))
            )
            if isinstance(example, Example):
                person = self._person(example)
                order = [n for n in rest if n != place]
                turning = self._fewest(person, (*order, place))[0]
                if place in turning:
                    self._show(example, person, self._shares(person), turning)
                    return

    def beside(self, place: int) -> Cause | None:
        """Return a person whom an edit turns by itself, in no decision before this one."""
        compared, law = self.causes.compared, self.causes.mixing.alone(place)
        example = self._case(self._alone(place), compared.nothing_before(law, self.turn))
        if not isinstance(example, Example):
            return None
        person = self._person(example)
        shares = self._shares(person)
        turning = (place,) if place in shares.alone else ()

        def keeps(other: Person) -> bool:
            old, mixed = (
                [
                    result_of(each, other.case, other.days, before, other.path)
                    for before in compared.before(self.turn.decision)
                ]
                for each in (self.causes.old, law)
            )
            return old == mixed

        self._show(example, person, shares, turning, keeps)
        return self.shown[-1]

    def _show(
        self,
        example: Example,
        person: Person,
        shares: Shares,
        turning: tuple[int, ...],
        further: Callable[[Person], bool] = lambda _: True,
    ) -> None:
        """Show a case, or a smaller one with the same shares that also meets `further`."""

        def keeps(other: Person) -> bool:
            mine = self._shares(other)
            return (
                (mine.alone, mine.blamed) == (shares.alone, shares.blamed)
                and (len(turning) < 2 or self._is_turned(other, turning))  # noqa: PLR2004
                and further(other)
            )

        person = person_of(
            self.causes.old, self.causes.new, self.turn, example, person.path, keeps
        )
        self._count(shares, turning)
        self.shown.append(self._cause(person, shares, turning))

    def _count(self, shares: Shares, turning: tuple[int, ...]) -> None:
        """Count a case that is shown: what its edits have been shown to do."""
        alone = len(turning) == 1 and set(turning) <= shares.blamed
        self.replaceable |= set() if alone else set(turning)
        self.covered |= shares.alone | shares.senses | set(turning)
        self.blamed |= shares.alone & shares.senses

    def _cause(self, person: Person, shares: Shares, turning: tuple[int, ...]) -> Cause:
        because = shares.blamed | set(turning)
        likewise = tuple(sorted(shares.alone - because))
        return Cause(self.turn, person, tuple(sorted(because)), likewise)

    # --- of one case --------------------------------------------------------------------------

    def _person(self, example: Example) -> Person:
        path = self.causes.compared.path(self.turn.decision)
        results = (
            result_of(law, example.case, example.days, self.turn.decision, path)
            for law in (self.causes.old, self.causes.new)
        )
        return Person(example.case, example.days, path, *results)

    def _shares(self, person: Person) -> Shares:
        if len(self.logical) == 1:
            only = frozenset(self.logical)
            return Shares(only, only, only, frozenset())
        alone = {n: self.causes.result_of(person, self.turn, (n,)) for n in self.logical}
        without = {
            n: self.causes.result_of(person, self.turn, self._all_but(n)) for n in self.logical
        }
        blamed = {n for n, result in without.items() if result not in {person.new, UNKNOWN}}
        return Shares(
            frozenset(n for n, result in alone.items() if self._turns(person.old, result)),
            frozenset(blamed),
            frozenset(n for n in blamed if self._sense(without[n], person.new)),
            frozenset(n for n, result in alone.items() if result is UNKNOWN),
        )

    def _turning(
        self, person: Person, shares: Shares
    ) -> tuple[tuple[int, ...], set[tuple[int, ...]]]:
        """Return as few edits as turn a case: one alone, to blame for it if possible.

        Also return the sets of fewer edits of which the case does not say whether they do.
        """
        alone = min(shares.alone & shares.blamed or shares.alone, default=None)
        if alone is not None:
            return (alone,), set()
        together, open_ = self._fewest(person, self.logical)
        return together, open_ | {(edit,) for edit in shares.unknown}

    def _fewest(
        self, person: Person, edits: tuple[int, ...]
    ) -> tuple[tuple[int, ...], set[tuple[int, ...]]]:
        """Return as few of some edits as turn a case; the first are left out first.

        Also return the sets of fewer edits of which the case does not say whether they do.
        """
        open_ = set[tuple[int, ...]]()
        together = sorted(edits)
        for edit in edits:
            fewer = [other for other in together if other != edit]
            if not self.causes.mixing.decides(fewer):
                continue
            result = self.causes.result_of(person, self.turn, fewer)
            if result is UNKNOWN:
                open_.add(tuple(fewer))
            elif self._turns(person.old, result):
                together = fewer
        return tuple(together), open_

    def _is_turned(self, person: Person, edits: tuple[int, ...]) -> bool:
        return self._turns(person.old, self.causes.result_of(person, self.turn, edits))

    def _all_but(self, place: int) -> tuple[int, ...]:
        return tuple(n for n in self.logical if n != place)

    def _turns(self, old: Result, result: Result) -> bool:
        return (
            result not in {old, UNKNOWN}
            and agrees(result, self.turn.new)
            and self._sense(old, result)
        )

    def _sense(self, before: Result, after: Result) -> bool:
        """Return whether an amount compares to another as in the turn."""
        if self.turn.new not in {Amount.MORE, Amount.LESS}:
            return True
        if isinstance(before, State) or isinstance(after, State):
            return False
        larger = after > before  # type: ignore[operator]  # amounts of one decision
        return before != after and larger is (self.turn.new is Amount.MORE)

    # --- questions ----------------------------------------------------------------------------

    def _case(self, *conditions: Condition) -> Example | bool | None:
        return self.causes.compared.case_of(self.turn, every(conditions))

    def _left(self) -> list[Condition]:
        """Return the conditions that no set of edits shown so far turns the case."""
        compared, mixing = self.causes.compared, self.causes.mixing
        conditions = [
            compared.settles(mixing.with_only(several), self.turn)
            for several in sorted(self.settled)
        ]
        for several in self.sets:
            law = mixing.with_only(several)
            conditions += [
                compared.settles(law, self.turn),
                never(compared.turns(law, self.turn)),
            ]
        return conditions

    def _alone(self, place: int) -> Condition:
        return self._turned_by((place,))

    def _turned_by(self, edits: Iterable[int]) -> Condition:
        """Return that some edits turn the case."""
        return self.causes.compared.turns(self.causes.mixing.with_only(edits), self.turn)

    def _settled_by(self, edits: Iterable[int]) -> Condition:
        """Return that the old law with some edits decides."""
        return self.causes.compared.settles(self.causes.mixing.with_only(edits), self.turn)

    def _blamed(self, place: int, *, as_turned: bool) -> Condition:
        law = self.causes.mixing.without(place)
        return self.causes.compared.lacks(law, self.turn, as_turned=as_turned)
