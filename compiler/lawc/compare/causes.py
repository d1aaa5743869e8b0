"""Which changes turn a decision, and of whom: a case for each change that turns somebody.

Who is decided otherwise is so by some changes that do it alone, or only together. A set of
changes *turns* a case where the old law with just these changes decides as the new law does,
or a larger or smaller amount where that is what the turn says. Cases are looked for until
everybody left is proved to be turned by a set that is shown; then each change that turns
somebody, and has no case in which it is to blame, gets one: also one that turns somebody only
together with others, whom the sets that are shown turn as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lawc.compare.effects import Comparison, Condition, every, never, some
from lawc.compare.mixing import Mixing
from lawc.compare.outcomes import Amount, Turn
from lawc.compare.persons import Person, agrees, answered, person_of
from lawc.meaning.truth import UNKNOWN, Result, State
from lawc.prove.examples import Example
from lawc.records import dataclass

TOGETHER = 6  # sets of several changes that turn one decision one way and are told apart
PASSED_OVER = 3  # cases of which it is open what fewer edits do, before one is shown
ASKED = 40  # cases of one turn that are looked at, beyond one for each change


@dataclass(frozen=True, slots=True)
class Cause:
    """Someone of whom a turn is so: the edits that make it so, and those that do so likewise.

    Without any of `because`, or with none but these, the decision comes out otherwise; each of
    `likewise` turns the case by itself and is not needed for it.
    """

    turn: Turn
    person: Person
    because: tuple[int, ...]
    likewise: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """What each edit has to do with a case: it turns it alone, or it would be missed.

    `blamed` are those without which the decision would come out otherwise, `senses` those of
    them that push it the way of the turn; of `unknown` the case does not say whether they turn
    it alone.
    """

    alone: frozenset[int]
    blamed: frozenset[int]
    senses: frozenset[int]
    unknown: frozenset[int]


class Causes:
    """Finds who is turned by which edits, for one turn after another."""

    def __init__(self, compared: Comparison, mixing: Mixing) -> None:
        self.compared = compared
        self.mixing = mixing
        self.old, self.new = mixing.both.old, mixing.both.new

    def of(
        self, turn: Turn, example: Example, *, first_only: bool
    ) -> tuple[tuple[Cause, ...], bool]:
        """Return those to show of a turn, and whether nobody else is proved to be left.

        With `first_only` no others are looked for: the solver gave up before.
        """
        one = _OfTurn(self, turn)
        whole = one.explain(example, first_only=first_only)
        shown = sorted(one.shown, key=lambda each: (len(each.because), each.because))
        return tuple(shown), whole

    def beside(self, turn: Turn, place: int) -> Cause | None:
        """Return one whom an edit turns by itself, in no decision before this one."""
        return _OfTurn(self, turn).beside(place)

    def answered(self, person: Person, turn: Turn, made: Iterable[int]) -> Result:
        """Return what the old law decides of a person with some edits made.

        It is not known of a law that goes in a circle.
        """
        places = tuple(made)
        if not self.mixing.decides(places):
            return UNKNOWN
        law = self.mixing.with_only(places)
        return answered(law, person.case, person.days, turn.decision, person.path)


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

    def explain(self, first: Example, *, first_only: bool) -> bool:
        """Show cases until nobody is left; tell whether that is proved."""
        found: Example | bool | None = first
        for _ in range(len(self.logical) + ASKED):
            if isinstance(found, Example):
                self._take(found)
            if len(self.logical) == 1:
                return True
            if first_only and self.shown:
                return False
            found = self._case(*self._left())
            if not isinstance(found, Example):
                return self._others() and found is False
        return False

    def _take(self, found: Example) -> None:
        """Show a case, unless it must first be known what fewer edits do to it.

        Of many sets of edits some are told apart; after these all edits together are one that
        turns whoever is left. Of many edits there may always be fewer of which a case does not
        say what they do: after some cases one is shown all the same.
        """
        person = self._person(found)
        shares = self._shares(person)
        turning, open_ = self._turning(person, shares)
        open_ -= self.settled
        several = sum(len(one) > 1 for one in self.sets)
        if len(turning) > 1 and several >= TOGETHER:
            turning, open_ = self.logical, set()
        if open_ and self.passed_over < PASSED_OVER:
            self.settled |= open_
            self.passed_over += 1
        else:
            self.passed_over = 0
            self.sets.append(turning)
            self._show(found, person, shares, turning)

    def _others(self) -> bool:
        """Show the edits that turn somebody and have no case in which they are to blame."""
        proved = True
        for place in self.logical:
            if place not in self.blamed:
                found = self._case(self._alone(place), self._blamed(place, as_turned=True))
                if found is False and place not in self.covered:
                    blamed = self._blamed(place, as_turned=False)
                    found = self._case(some(self._alone(place), blamed))
                if isinstance(found, Example):
                    person = self._person(found)
                    shares = self._shares(person)
                    turning = (place,) if place in shares.alone else ()
                    self._show(found, person, shares, turning)
                elif found is None and place not in self.covered:
                    proved = False
                elif place not in self.covered:
                    self._with_others(place)
        return proved

    def _with_others(self, place: int) -> None:
        """Show someone whom an edit turns together with others, if there is one.

        A set that is shown turns the case as well: without one of these, and without the edit,
        the decision comes out otherwise.
        """
        for other in sorted(self.replaceable - {place}):
            rest = self._all_but(other)
            fewer = tuple(n for n in rest if n != place)
            if not self.causes.mixing.decides(fewer):
                continue
            found = self._case(
                self._made(rest), self._settled_by(fewer), never(self._made(fewer))
            )
            if isinstance(found, Example):
                person = self._person(found)
                order = [n for n in rest if n != place]
                turning = self._fewest(person, (*order, place))[0]
                if place in turning:
                    self._show(found, person, self._shares(person), turning)
                    return

    def beside(self, place: int) -> Cause | None:
        """Return one whom an edit turns by itself, in no decision before this one."""
        compared, law = self.causes.compared, self.causes.mixing.alone(place)
        found = self._case(self._alone(place), compared.nothing_before(law, self.turn))
        if not isinstance(found, Example):
            return None
        person = self._person(found)
        shares = self._shares(person)
        turning = (place,) if place in shares.alone else ()

        def keeps(other: Person) -> bool:
            old, made = (
                [
                    answered(each, other.case, other.days, before, other.path)
                    for before in compared.before(self.turn.decision)
                ]
                for each in (self.causes.old, law)
            )
            return old == made

        self._show(found, person, shares, turning, keeps)
        return self.shown[-1]

    def _show(
        self,
        found: Example,
        person: Person,
        shares: Shares,
        turning: tuple[int, ...],
        further: Callable[[Person], bool] = lambda _: True,
    ) -> None:
        """Show a case, or a smaller one of which the same is so, and `further`."""
        because = shares.blamed | set(turning)
        alone = len(turning) == 1 and set(turning) <= shares.blamed
        self.replaceable |= set() if alone else set(turning)

        def keeps(other: Person) -> bool:
            mine = self._shares(other)
            return (
                (mine.alone, mine.blamed) == (shares.alone, shares.blamed)
                and (len(turning) < 2 or self._is_turned(other, turning))  # noqa: PLR2004
                and further(other)
            )

        person = person_of(
            self.causes.old, self.causes.new, self.turn, found, person.path, keeps
        )
        self.covered |= shares.alone | shares.senses | set(turning)
        self.blamed |= shares.alone & shares.senses
        likewise = tuple(sorted(shares.alone - because))
        self.shown.append(Cause(self.turn, person, tuple(sorted(because)), likewise))

    # --- of one case --------------------------------------------------------------------------

    def _person(self, found: Example) -> Person:
        path = self.causes.compared.path(self.turn.decision)
        results = (
            answered(law, found.case, found.days, self.turn.decision, path)
            for law in (self.causes.old, self.causes.new)
        )
        return Person(found.case, found.days, path, *results)

    def _shares(self, person: Person) -> Shares:
        if len(self.logical) == 1:
            only = frozenset(self.logical)
            return Shares(only, only, only, frozenset())
        alone = {n: self.causes.answered(person, self.turn, (n,)) for n in self.logical}
        without = {
            n: self.causes.answered(person, self.turn, self._all_but(n)) for n in self.logical
        }
        blamed = {n for n, found in without.items() if found not in {person.new, UNKNOWN}}
        return Shares(
            frozenset(n for n, found in alone.items() if self._turns(person.old, found)),
            frozenset(blamed),
            frozenset(n for n in blamed if self._sense(without[n], person.new)),
            frozenset(n for n, found in alone.items() if found is UNKNOWN),
        )

    def _turning(
        self, person: Person, shares: Shares
    ) -> tuple[tuple[int, ...], set[tuple[int, ...]]]:
        """Return as few edits as turn a case: one alone, to blame for it if possible.

        And the sets of fewer of which the case does not say whether they do.
        """
        alone = min(shares.alone & shares.blamed or shares.alone, default=None)
        if alone is not None:
            return (alone,), set()
        together, open_ = self._fewest(person, self.logical)
        return together, open_ | {(one,) for one in shares.unknown}

    def _fewest(
        self, person: Person, edits: tuple[int, ...]
    ) -> tuple[tuple[int, ...], set[tuple[int, ...]]]:
        """Return as few of some edits as turn a case; the first are left out first.

        And the sets of fewer of which the case does not say whether they do.
        """
        open_ = set[tuple[int, ...]]()
        together = sorted(edits)
        for one in edits:
            fewer = [other for other in together if other != one]
            if not self.causes.mixing.decides(fewer):
                continue
            found = self.causes.answered(person, self.turn, fewer)
            if found is UNKNOWN:
                open_.add(tuple(fewer))
            elif self._turns(person.old, found):
                together = fewer
        return tuple(together), open_

    def _is_turned(self, person: Person, edits: tuple[int, ...]) -> bool:
        return self._turns(person.old, self.causes.answered(person, self.turn, edits))

    def _all_but(self, place: int) -> tuple[int, ...]:
        return tuple(n for n in self.logical if n != place)

    def _turns(self, old: Result, found: Result) -> bool:
        return (
            found not in {old, UNKNOWN}
            and agrees(found, self.turn.new)
            and self._sense(old, found)
        )

    def _sense(self, before: Result, after: Result) -> bool:
        """Tell whether an amount is to another as the turn says."""
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
        """Return that no set of edits that is shown turns the case, each edit told alone."""
        compared, mixing = self.causes.compared, self.causes.mixing
        found = [
            compared.settles(mixing.with_only(several), self.turn)
            for several in sorted(self.settled)
        ]
        for several in self.sets:
            law = mixing.with_only(several)
            found += [
                compared.settles(law, self.turn),
                never(compared.turns(law, self.turn)),
            ]
        return found

    def _alone(self, place: int) -> Condition:
        return self._made((place,))

    def _made(self, edits: Iterable[int]) -> Condition:
        """Return that some edits turn the case."""
        return self.causes.compared.turns(self.causes.mixing.with_only(edits), self.turn)

    def _settled_by(self, edits: Iterable[int]) -> Condition:
        """Return that the old law with some edits decides."""
        return self.causes.compared.settles(self.causes.mixing.with_only(edits), self.turn)

    def _blamed(self, place: int, *, as_turned: bool) -> Condition:
        law = self.causes.mixing.without(place)
        return self.causes.compared.lacks(law, self.turn, as_turned=as_turned)
