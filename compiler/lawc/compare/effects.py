"""Whom a change touches: every turn of a decision that is possible, and a proof of no other.

The decisions of a thing are looked at in the order of the vocabulary, a later one where the
earlier ones come out the same: whoever is released has no reduction any more, and is not told
of it as a loss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

import z3

from lawc.backends.smt.cases import day_keys, every_thing
from lawc.backends.smt.encode import Made, Meaning
from lawc.backends.smt.provisions import rests_on_decisions, told_fine
from lawc.backends.smt.terms import FALSE, TRUE, Val, conj, disj, equal, rank, zero
from lawc.compare.outcomes import Amount, Outcome, Turn, listed
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.prove.examples import Example
from lawc.prove.lengths import tried
from lawc.prove.questions import Questions
from lawc.records import dataclass
from lawc.runtime.values import Provision
from lawc.truth import CONTRADICTION, NOTHING, State

MOST = 40  # turns of one decision that are told apart


@dataclass(frozen=True, slots=True)
class Effects:
    """What is found: the turns that are possible, each with a case; what is not settled.

    `shown` has the turns with their smallest case, `open` those of which the solver can neither
    find a case nor prove that there is none. That there is no other turn holds for lists of
    every length, unless the solver gave up.
    """

    shown: tuple[tuple[Turn, Example | None], ...]
    open: tuple[Turn, ...]
    gave_up: bool


class Comparison:
    """Asks the solver about two laws under one set of names, for several lengths of lists."""

    def __init__(self, old: ir.Law, new: ir.Law) -> None:
        self.laws = (old, new)
        self._questions: dict[tuple[int, bool], Questions] = {}
        self._made: dict[tuple[int, bool, int, str], Made] = {}
        self._known: dict[tuple[int, bool, int], z3.BoolRef] = {}

    def questions(self, members: int, *, more: bool) -> Questions:
        """Return the questions about cases whose lists have so many members."""
        key = (members, more)
        if key not in self._questions:
            self._questions[key] = Questions(*self.laws, members=members, more=more)
        return self._questions[key]

    @property
    def decisions(self) -> tuple[ir.Decision, ...]:
        """The decisions of either law, in the order of the new one."""
        old, new = ({one.key: one for one in law.decisions} for law in self.laws)
        return tuple({**old, **new}[key] for key in dict.fromkeys([*new, *old]))

    def path(self, decision: ir.Decision) -> str:
        """Return the path of the thing that a decision is about."""
        return self.questions(1, more=False).first(decision.kind).path

    @cached_property
    def _any_number(self) -> Questions:
        """Questions about lists of every length, with all decisions encoded."""
        asking = self.questions(1, more=True)
        for decision in self.decisions:
            for law in (0, 1):
                self.made(asking, law, decision)
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
            gave_up = gave_up or given_up
            for turn in turns:
                found = self._case(turn, examples=examples)
                if found is None:
                    open_.append(turn)
                else:
                    shown.append((turn, found if isinstance(found, Example) else None))
        return Effects(tuple(shown), tuple(open_), gave_up)

    def _turns(self, decision: ir.Decision) -> tuple[list[Turn], bool]:
        """Return the turns that no proof excludes, and whether the solver gave up."""
        asking = self._any_number
        found: list[Turn] = []
        left = self._differs(asking, decision)
        if not listed(decision, self.laws):
            if asking.can_be(left) is False:
                return [], False
            verdicts = [(t, asking.can_be(self._goal(asking, t))) for t in _amounts(decision)]
            found = [turn for turn, can_be in verdicts if can_be is not False]
            return found, False
        while len(found) < MOST:
            model = asking.model(left)
            if not isinstance(model, z3.ModelRef):
                return _in_order(decision, found), model is None
            turn = Turn(decision, *(self._read(asking, model, n, decision) for n in (0, 1)))
            found.append(turn)
            left = conj([left, z3.Not(self._goal(asking, turn))])
        return _in_order(decision, found), True

    def _case(self, turn: Turn, *, examples: bool) -> Example | bool | None:
        """Return a case of a turn, or that there is one; None if none is found."""
        for members in self._lengths:
            asking = self.questions(members, more=False)
            goal = self._goal(asking, turn)
            if examples:
                found = asking.example(goal)
                if found is not None:
                    return found
            elif asking.can_be(goal):
                return True
        return None

    @cached_property
    def _lengths(self) -> tuple[int, ...]:
        """How long lists are made: a few, and about as many as the laws ask for."""
        return tried(self.laws)

    # --- formulas ---------------------------------------------------------------------------

    def made(self, asking: Questions, law: int, decision: ir.Decision) -> Made:
        """Return what law number `law` decides of the first thing that the decision is of."""
        key = (asking.members, asking.more, law, decision.key)
        if key not in self._made:
            own = {one.key: one for one in self.laws[law].decisions}.get(decision.key)
            thing = asking.first(decision.kind)
            meaning = asking.meanings[law]
            if own is None:
                self._made[key] = _not_decided(meaning, decision)
            else:
                found = meaning.decide(own, thing)
                self._made[key] = _made(found, self._all_known(asking, law, own))
        return self._made[key]

    def _all_known(self, asking: Questions, law: int, decision: ir.Decision) -> z3.BoolRef:
        """Return whether nothing that law number `law` may ask for is missing.

        What it decides is open even so where it rests on a contradiction, and is one as well:
        see `lawc.answers.answer`.
        """
        meaning = asking.meanings[law]
        if not rests_on_decisions(meaning.law, _asked(meaning.law, decision)):
            return FALSE
        key = (asking.members, asking.more, law)
        if key not in self._known:
            self._known[key] = _all_known(meaning)
        return conj([self._known[key], *meaning.settled])

    def _differs(self, asking: Questions, decision: ir.Decision) -> z3.BoolRef:
        """Return that the decision is settled under both laws, and not the same."""
        old, new = (self.made(asking, n, decision) for n in (0, 1))
        return conj(
            [
                asking.first(decision.kind).there,
                *self._earlier_the_same(asking, decision),
                _settled(old),
                _settled(new),
                z3.Not(same(old, new)),
            ]
        )

    def _earlier_the_same(
        self, asking: Questions, decision: ir.Decision
    ) -> Iterator[z3.BoolRef]:
        for one in self.decisions:
            if one.key == decision.key:
                return
            if one.kind == decision.kind:
                old, new = (self.made(asking, n, one) for n in (0, 1))
                yield conj([_settled(old), _settled(new), same(old, new)])

    def _goal(self, asking: Questions, turn: Turn) -> z3.BoolRef:
        old, new = (self.made(asking, n, turn.decision) for n in (0, 1))
        first, second = asking.meanings
        return conj(
            [
                self._differs(asking, turn.decision),
                _is(first, old, turn.old),
                _is(second, new, turn.new),
                *_larger(old, new, turn.new),
            ]
        )

    def _read(
        self, asking: Questions, model: z3.ModelRef, law: int, decision: ir.Decision
    ) -> Outcome:
        made = self.made(asking, law, decision)
        return asking.outcome(model, made, decision)

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
            found = asking.example(self._settles(asking, decision))
            if found is not None:
                return found
        return None

    def _settles(self, asking: Questions, decision: ir.Decision) -> z3.BoolRef:
        """Return that one law settles a decision and the other does not."""
        old, new = (self.made(asking, n, decision) for n in (0, 1))
        return conj([asking.first(decision.kind).there, _settled(old) != _settled(new)])


def _made(found: Made, all_known: z3.BoolRef) -> Made:
    sure = z3.Not(found.contradiction)
    value = Val(
        found.value.term, conj([found.value.known, sure]), conj([found.value.nothing, sure])
    )
    open_ = conj([all_known, z3.Not(value.known), z3.Not(value.nothing)])
    return Made(value, disj([found.contradiction, open_]))


def _asked(law: ir.Law, decision: ir.Decision) -> Iterator[ir.Expr]:
    """Yield what is asked where a decision is made: of its rules, and of all that displace."""
    for rule in law.rules:
        yield rule.condition
        for gives in rule.gives:
            if gives.decision == decision.key:
                yield gives.value
                if gives.when is not None:
                    yield gives.when


def _all_known(meaning: Meaning) -> z3.BoolRef:
    """Return whether a law knows everything, the further members of lists left aside."""
    law = meaning.law
    kinds = {one.key for one in law.kinds}
    fine = [meaning.constant(one) for one in told_fine(meaning.records, law)]
    tests = [meaning.day(key).known for key in day_keys(law)]
    for thing in every_thing(meaning.case.root):
        if thing.kind not in kinds:
            continue
        known = [group.known for kind, group in thing.lists.items() if kind in kinds]
        for fact in law.facts:
            if fact.kind == thing.kind:
                found = meaning.stated(thing, fact.key)
                known.append(found.known)
                if fact.type is Basic.PROVISION:
                    known.append(disj([found.term == one for one in fine]))
        tests.append(disj([z3.Not(thing.there), conj(known)]))
    return conj(tests)


def _not_decided(meaning: Meaning, decision: ir.Decision) -> Made:
    """Return what comes of a decision that a law does not make."""
    if decision.otherwise is None:
        return Made(Val(zero(decision.type), FALSE, TRUE), FALSE)
    return Made(Val(meaning.constant(decision.otherwise), TRUE), FALSE)


def _settled(made: Made) -> z3.BoolRef:
    return disj([made.contradiction, made.value.nothing, made.value.known])


def same(old: Made, new: Made) -> z3.BoolRef:
    """Return whether two laws come to the same."""
    return disj(
        [
            conj([old.contradiction, new.contradiction]),
            conj([old.value.nothing, new.value.nothing]),
            conj([old.value.known, new.value.known, equal(old.value.term, new.value.term)]),
        ]
    )


def _is(meaning: Meaning, made: Made, outcome: Outcome) -> z3.BoolRef:
    match outcome:
        case Amount():
            return made.value.known
        case _ if outcome is NOTHING:
            return made.value.nothing
        case _ if outcome is CONTRADICTION:
            return made.contradiction
        case _:
            wanted: Any = meaning.constant(outcome)  # type: ignore[arg-type]  # a value
            return conj([made.value.known, equal(made.value.term, wanted)])


def _larger(old: Made, new: Made, outcome: Outcome) -> Iterator[z3.BoolRef]:
    if outcome is Amount.MORE:
        yield rank(new.value.term) > rank(old.value.term)
    if outcome is Amount.LESS:
        yield rank(new.value.term) < rank(old.value.term)


def _amounts(decision: ir.Decision) -> Iterator[Turn]:
    """Yield the turns of a decision that may be any amount."""
    some = Amount.SOME
    yield Turn(decision, some, Amount.MORE)
    yield Turn(decision, some, Amount.LESS)
    for other in (NOTHING, CONTRADICTION):
        yield Turn(decision, other, some)
        yield Turn(decision, some, other)
    yield Turn(decision, NOTHING, CONTRADICTION)
    yield Turn(decision, CONTRADICTION, NOTHING)


def _in_order(decision: ir.Decision, turns: Iterable[Turn]) -> list[Turn]:
    values = list(getattr(decision.type, "values", ()))

    def place(outcome: Outcome) -> tuple[Any, ...]:
        match outcome:
            case State():
                return (1 if outcome is NOTHING else 2,)
            case str():  # a value that the other law does not have comes last
                known = values.index(outcome) if outcome in values else len(values)
                return (0, known, outcome)
            case Provision(article, part, point):
                return (0, article, part or (), point or ())
            case _:
                return (0, outcome)

    return sorted(turns, key=lambda turn: (place(turn.old), place(turn.new)))
