"""Effects of a change: every possible turn of a decision, and a proof that there is no other.

The decisions of a thing are compared in the order of the vocabulary, a later one only where the
earlier ones come out the same: whoever is released has no reduction any more, and that is no
loss. If a change turns no earlier decision, its effect on a later one is compared all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

import z3

from lawc.backends.smt.encode import Encoding
from lawc.backends.smt.provisions import rests_on_decisions
from lawc.backends.smt.terms import FALSE, conj, disj
from lawc.compare.formulas import (
    certain,
    comes_to,
    expressions_of,
    knows_all,
    larger,
    not_decided,
    same,
    settled,
)
from lawc.compare.outcomes import (
    Outcome,
    Turn,
    in_order,
    listed,
    turns_of_amounts,
)
from lawc.compare.trying import Trying
from lawc.ir import nodes as ir
from lawc.prove.examples import Example
from lawc.prove.lengths import lengths_to_try
from lawc.prove.questions import Questions
from lawc.records import dataclass

MOST = 40  # turns of one decision that are told apart

Condition: TypeAlias = Callable[[Questions], z3.BoolRef]
"""A condition on the cases that are asked about."""


@dataclass(frozen=True, slots=True)
class Effects:
    """The turns that are possible, each with a case, and those that are not settled.

    `shown` has the turns with their smallest case, `open` those for which the solver can
    neither find a case nor prove that there is none. That there is no other turn holds for
    lists of every length, unless the solver gave up.
    """

    shown: tuple[tuple[Turn, Example | None], ...]
    open: tuple[Turn, ...]
    gave_up: bool


class Comparison:
    """Asks the solver about two laws under one set of names, for several lengths of lists.

    With `each` a decision is compared even if earlier ones come out otherwise. The lists of
    provisions of laws `between` the two are told apart as well.
    """

    def __init__(
        self, old: ir.Law, new: ir.Law, *, each: bool = False, between: Iterable[ir.Law] = ()
    ) -> None:
        self.laws = (old, new)
        self.between = tuple(between)
        self.each = each
        self._questions: dict[tuple[int, bool], Questions] = {}
        self._encodings: dict[tuple[int, bool, int, str], Encoding] = {}
        self._known: dict[tuple[int, bool, int], z3.BoolRef] = {}
        self._mixed: list[
            ir.Law
        ] = []  # laws between the two, kept so that none takes their place

    def questions(self, members: int, *, more: bool) -> Questions:
        """Return the questions about cases whose lists have so many members."""
        key = (members, more)
        if key not in self._questions:
            self._questions[key] = Questions(
                *self.laws, members=members, more=more, between=self.between
            )
        return self._questions[key]

    @property
    def decisions(self) -> tuple[ir.Decision, ...]:
        """The decisions of either law, in the order of the new one."""
        old, new = ({decision.key: decision for decision in law.decisions} for law in self.laws)
        return tuple({**old, **new}[key] for key in dict.fromkeys([*new, *old]))

    def path(self, decision: ir.Decision) -> str:
        """Return the path of the thing that a decision is about."""
        return self.questions(1, more=False).first(decision.kind).path

    @cached_property
    def _any_number(self) -> Questions:
        """Questions about lists of every length, with all decisions encoded."""
        asking = self.questions(1, more=True)
        for decision in self.decisions:
            for law in self.laws:
                self.encoding(asking, law, decision)
        asking.relate()
        return asking

    # --- which turns there are --------------------------------------------------------------

    def effects(self, *, examples: bool) -> Effects:
        """Return all turns that are possible; with a smallest case each if `examples`."""
        shown: list[tuple[Turn, Example | None]] = []
        open_: list[Turn] = []
        gave_up = False
        for decision in self.decisions:
            turns, given_up = self._turns(decision)
            tried: Mapping[Turn, Example] = {}
            if given_up:
                gave_up = True
                tried = self._trying.find(decision) if examples else {}
                turns = in_order(decision, dict.fromkeys((*turns, *tried)))
            for turn in turns:
                case = tried.get(turn) or self._case(turn, examples=examples)
                if case is None and examples:
                    case = self._trying.find(decision).get(turn)
                if case is None:
                    open_.append(turn)
                else:
                    shown.append((turn, case if isinstance(case, Example) else None))
        return Effects(tuple(shown), tuple(open_), gave_up)

    @cached_property
    def _trying(self) -> Trying:
        """Cases tried if the solver finds none, or gives up."""
        return Trying(*self.laws, self.decisions)

    def _turns(self, decision: ir.Decision) -> tuple[list[Turn], bool]:
        """Return the turns that no proof excludes, and whether the solver gave up."""
        asking = self._any_number
        turns: list[Turn] = []
        left = self._differs(asking, decision)
        if not listed(decision, self.laws):
            if asking.can_be(left) is False:
                return [], False
            verdicts = [
                (t, asking.can_be(self._goal(asking, t))) for t in turns_of_amounts(decision)
            ]
            turns = [turn for turn, can_be in verdicts if can_be is not False]
            return turns, False
        while len(turns) < MOST:
            model = asking.model(left)
            if not isinstance(model, z3.ModelRef):
                return in_order(decision, turns), model is None
            turn = Turn(
                decision, *(self._read(asking, model, law, decision) for law in self.laws)
            )
            turns.append(turn)
            left = conj([left, z3.Not(self._goal(asking, turn))])
        return in_order(decision, turns), True

    def _case(
        self, turn: Turn, also: Condition | None = None, *, examples: bool = True
    ) -> Example | bool | None:
        """Return a case of a turn, or that there is one; None if none is found."""
        for members in self._lengths:
            asking = self.questions(members, more=False)
            goal = self._goal(asking, turn)
            if also is not None:
                goal = conj([goal, also(asking)])
            if examples:
                example = asking.example(goal)
                if example is not None:
                    return example
            elif asking.can_be(goal):
                return True
        return None

    def case_of(self, turn: Turn, also: Condition) -> Example | bool | None:
        """Return the smallest case of a turn that meets a further condition.

        False if it is proved that there is none, None if none is found.
        """
        asking = self._any_number
        goal = conj([self._goal(asking, turn), also(asking)])
        asking.relate()
        if asking.can_be(goal) is False:
            return False
        return self._case(turn, also)

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        """The lengths of lists that are tried: a few, and about as many as the laws ask for."""
        return lengths_to_try(self.laws)

    # --- formulas ---------------------------------------------------------------------------

    def encoding(self, asking: Questions, law: ir.Law, decision: ir.Decision) -> Encoding:
        """Return what a law decides of the first thing that a decision is of, as formulas.

        The law is one of the two, or a law between them.
        """
        if not any(law is other for other in (*self.laws, *self._mixed)):
            self._mixed.append(law)
        key = (asking.members, asking.more, id(law), decision.key)
        if key not in self._encodings:
            own = {declared.key: declared for declared in law.decisions}.get(decision.key)
            thing = asking.first(decision.kind)
            meaning = asking.meaning_of(law)
            if own is None:
                self._encodings[key] = not_decided(meaning, decision)
            else:
                encoding = meaning.decide(own, thing)
                self._encodings[key] = certain(encoding, self._all_known(asking, law, own))
        return self._encodings[key]

    def _all_known(self, asking: Questions, law: ir.Law, decision: ir.Decision) -> z3.BoolRef:
        """Return whether nothing that a law may ask for is missing.

        A decision that is open even so rests on a contradiction, and is one as well:
        see `lawc.meaning.answers.answer`.
        """
        meaning = asking.meaning_of(law)
        if not rests_on_decisions(meaning.law, expressions_of(meaning.law, decision)):
            return FALSE
        key = (asking.members, asking.more, id(law))
        if key not in self._known:
            self._known[key] = knows_all(meaning)
        return conj([self._known[key], *meaning.settled])

    def _differs(self, asking: Questions, decision: ir.Decision) -> z3.BoolRef:
        """Return that the decision is settled under both laws, and not the same."""
        old, new = (self.encoding(asking, law, decision) for law in self.laws)
        return conj(
            [
                asking.first(decision.kind).there,
                *self._earlier_the_same(asking, decision),
                settled(old),
                settled(new),
                z3.Not(same(old, new)),
            ]
        )

    def _earlier_the_same(
        self, asking: Questions, decision: ir.Decision
    ) -> Iterator[z3.BoolRef]:
        for earlier in () if self.each else self.before(decision):
            old, new = (self.encoding(asking, law, earlier) for law in self.laws)
            yield conj([settled(old), settled(new), same(old, new)])

    def before(self, decision: ir.Decision) -> tuple[ir.Decision, ...]:
        """Return the decisions about the same thing that come before a decision."""
        place = self.decisions.index(decision)
        return tuple(
            earlier for earlier in self.decisions[:place] if earlier.kind == decision.kind
        )

    def _goal(self, asking: Questions, turn: Turn) -> z3.BoolRef:
        old, new = (self.encoding(asking, law, turn.decision) for law in self.laws)
        first, second = asking.meanings
        return conj(
            [
                self._differs(asking, turn.decision),
                comes_to(first, old, turn.old),
                comes_to(second, new, turn.new),
                *larger(old, new, turn.new),
            ]
        )

    def _read(
        self, asking: Questions, model: z3.ModelRef, law: ir.Law, decision: ir.Decision
    ) -> Outcome:
        encoding = self.encoding(asking, law, decision)
        return asking.outcome(model, encoding, decision)

    # --- laws between the two ---------------------------------------------------------------

    def settles(self, law: ir.Law, turn: Turn) -> Condition:
        """Return that a law between the two settles the decision of a turn."""
        return lambda asking: settled(self.encoding(asking, law, turn.decision))

    def turns(self, law: ir.Law, turn: Turn) -> Condition:
        """Return that a law between the two turns a decision as the new law does."""

        def so(asking: Questions) -> z3.BoolRef:
            old, mixed = (
                self.encoding(asking, side, turn.decision) for side in (self.laws[0], law)
            )
            return conj(
                [
                    settled(old),
                    settled(mixed),
                    z3.Not(same(old, mixed)),
                    comes_to(asking.meaning_of(law), mixed, turn.new),
                    *larger(old, mixed, turn.new),
                ]
            )

        return so

    def nothing_before(self, law: ir.Law, turn: Turn) -> Condition:
        """Return that a law between the two turns no decision before that of a turn."""

        def so(asking: Questions) -> z3.BoolRef:
            return conj(
                [
                    conj([settled(old), settled(mixed), same(old, mixed)])
                    for earlier in self.before(turn.decision)
                    for old, mixed in [
                        [self.encoding(asking, side, earlier) for side in (self.laws[0], law)]
                    ]
                ]
            )

        return so

    def lacks(self, law: ir.Law, turn: Turn, *, as_turned: bool) -> Condition:
        """Return that a law between the two does not decide as the new one does.

        With `as_turned` the amount of the new law compares to its own as in the turn.
        """

        def so(asking: Questions) -> z3.BoolRef:
            new, mixed = (
                self.encoding(asking, side, turn.decision) for side in (self.laws[1], law)
            )
            more = larger(mixed, new, turn.new) if as_turned else ()
            return conj([settled(new), settled(mixed), z3.Not(same(new, mixed)), *more])

        return so

    # --- facts ------------------------------------------------------------------------------

    def asks_otherwise(self) -> Iterator[tuple[ir.Decision, Example | None]]:
        """Yield the decisions that one law may settle with facts that do not settle the other.

        With a case if one is found; of all others it is proved, for lists of every length, that
        there is none.
        """
        for decision in self.decisions:
            if self._any_number.can_be(self._settles(self._any_number, decision)) is not False:
                yield decision, self._one_settles(decision)

    def _one_settles(self, decision: ir.Decision) -> Example | None:
        for members in self._lengths:
            asking = self.questions(members, more=False)
            example = asking.example(self._settles(asking, decision))
            if example is not None:
                return example
        return None

    def _settles(self, asking: Questions, decision: ir.Decision) -> z3.BoolRef:
        """Return that one law settles a decision and the other does not."""
        old, new = (self.encoding(asking, law, decision) for law in self.laws)
        return conj([asking.first(decision.kind).there, settled(old) != settled(new)])


def every(conditions: Iterable[Condition]) -> Condition:
    """Return that all conditions hold."""
    return lambda asking: conj([condition(asking) for condition in conditions])


def some(*conditions: Condition) -> Condition:
    """Return that one of some conditions holds."""
    return lambda asking: disj([condition(asking) for condition in conditions])


def never(condition: Condition) -> Condition:
    """Return that a condition does not hold."""
    return lambda asking: z3.Not(condition(asking))
