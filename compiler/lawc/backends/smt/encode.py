"""The meaning of a law as formulas: what `lawc.meaning.interpret` says, of a case of terms.

Every function here and in the modules it comes from says the same as the one of that name in
the interpreter, with the state of a value (unknown, nothing) as formulas beside it.
"""

from __future__ import annotations

import operator
from typing import Any, NamedTuple

import z3

from lawc.backends.smt.cases import Thing
from lawc.backends.smt.dates import Day
from lawc.backends.smt.expressions import Expressions
from lawc.backends.smt.terms import (
    FALSE,
    TRUE,
    Tri,
    Val,
    both,
    chosen,
    conj,
    contrary,
    disj,
    either,
    equal,
    or_else,
    rank,
    total,
    zero,
)
from lawc.ir import nodes as ir


class Given(NamedTuple):
    """What a rule gives a decision: whether it does, and the value."""

    rule: ir.Rule
    truth: Tri
    amount: Val
    place: int = 0  # among what the rule gives

    @property
    def sure(self) -> z3.BoolRef:
        """Whether it is given for certain, and known."""
        return conj([self.truth.yes, self.amount.known])

    @property
    def open(self) -> z3.BoolRef:
        """Whether it may be given and is not sure to be, or what is given is not known."""
        considered = conj([z3.Not(self.truth.no), z3.Not(self.amount.nothing)])
        return conj([considered, z3.Not(self.sure)])


def _once_of_each_list(found: list[Given]) -> list[Given]:
    """Return what is given, of the alternatives of a list once: the first that surely applies.

    Those that give the very same need nothing here, they are taken together.
    """
    lists: dict[tuple[str, int], list[Given]] = {}
    for one in found:
        if one.rule.listed_in is not None:
            lists.setdefault((one.rule.listed_in, one.place), []).append(one)
    standing: dict[int, Given] = {}
    for several in lists.values():
        if len({_amount(one) for one in several}) > 1:
            surely = [conj([one.truth.yes, z3.Not(one.amount.nothing)]) for one in several]
            for n, one in enumerate(several):
                before, after = disj(surely[:n]), disj(surely[n + 1 :])
                displaced = disj([before, conj([z3.Not(surely[n]), after])])
                truth = both([one.truth, Tri(z3.Not(displaced), displaced)])
                standing[id(one)] = one._replace(truth=truth)
    return [standing.get(id(one), one) for one in found]


def _amount(one: Given) -> tuple[int, ...]:
    """Return what tells an amount from others, as it is written in formulas."""
    term, known, nothing = one.amount
    parts = (*(term if isinstance(term, Day) else (term,)), known, nothing)
    return tuple(part.get_id() for part in parts)


def _same_together(decision: ir.Decision, found: list[Given]) -> list[Given]:
    """Return what is given with the rules that give the very same thing as one.

    Where values are added up, each provision counts: the items of one list are one.
    """
    same: dict[tuple[object, ...], list[Given]] = {}
    for number, one in enumerate(found):
        key: tuple[object, ...] = _amount(one)
        if decision.combine is ir.Combine.TOTAL:
            list_ = one.rule.listed_in
            key = (number,) if list_ is None else (list_, one.place, *key)
        same.setdefault(key, []).append(one)
    return [
        Given(several[0].rule, either([one.truth for one in several]), several[0].amount)
        for several in same.values()
    ]


class Made(NamedTuple):
    """What is decided, three-valued, before cases are tried."""

    value: Val
    contradiction: z3.BoolRef


class Meaning(Expressions):
    """A law over one case: which rules apply, what is decided."""

    def applies(self, rule: ir.Rule, thing: Thing) -> Tri:
        """Return whether `rule` applies: condition true, in force, not displaced."""
        found: Tri = self.once(
            ("rule", id(rule), thing.path), lambda: self._applies(rule, thing)
        )
        return found

    def _applies(self, rule: ir.Rule, thing: Thing) -> Tri:
        displaced = [contrary(self.applies(by, thing)) for by in self.world.displacing(rule)]
        return both([self.in_force(rule.force), self.holds(rule.condition, thing), *displaced])

    def given(self, decision: ir.Decision, thing: Thing) -> list[Given]:
        """Return what the rules give or may give, in the order of the law."""
        found = []
        for rule in self.law.rules:
            for place, gives in enumerate(rule.gives):
                if gives.decision == decision.key:
                    when = Tri(TRUE, FALSE)
                    if gives.when is not None:
                        when = self.holds(gives.when, thing)
                    truth = both([self.applies(rule, thing), when])
                    found.append(Given(rule, truth, self.value(gives.value, thing), place))
        return found

    def decided(self, decision: ir.Decision, thing: Thing) -> Val:
        """Return what is decided as other provisions see it."""
        made = self.decide(decision, thing)
        known = conj([made.value.known, z3.Not(made.contradiction)])
        return Val(made.value.term, known, made.value.nothing)

    def decide(self, decision: ir.Decision, thing: Thing) -> Made:
        """Return what the law decides of `thing`, three-valued, no cases tried."""
        found: Made = self.once(
            ("decision", decision.key, thing.path), lambda: self._decide(decision, thing)
        )
        return found

    def _decide(self, decision: ir.Decision, thing: Thing) -> Made:
        found = _same_together(decision, _once_of_each_list(self.given(decision, thing)))
        any_sure = disj([one.sure for one in found])
        made = self._combined(decision, found)
        contradiction = FALSE
        if decision.combine is ir.Combine.ONE:
            others = (z3.Not(equal(one.amount.term, made.term)) for one in found)
            differing = zip(found, others, strict=True)
            contradiction = disj([conj([one.sure, other]) for one, other in differing])
        open_ = conj([z3.Not(contradiction), self._open(decision, found, made, any_sure)])
        derived = Val(
            made.term, conj([z3.Not(open_), made.known]), conj([z3.Not(open_), made.nothing])
        )
        supplied = self.stated(thing, decision.key)
        return Made(or_else(supplied, derived), conj([z3.Not(supplied.known), contradiction]))

    def _combined(self, decision: ir.Decision, found: list[Given]) -> Val:
        """Return what the sure values make."""
        otherwise = Val(zero(decision.type), FALSE, TRUE)
        if decision.otherwise is not None:
            otherwise = Val(self.constant(decision.otherwise), TRUE)
        made = otherwise
        if decision.combine is ir.Combine.TOTAL:
            terms = [z3.If(one.sure, one.amount.term, 0) for one in found]
            whole = Val(total([z3.RealVal(0), *terms]), TRUE)
            return chosen(disj([one.sure for one in found]), whole, otherwise)
        begun = FALSE
        for one in found:
            amount = Val(one.amount.term, TRUE)
            better = z3.Not(begun)
            if decision.combine is not ir.Combine.ONE:
                more = operator.gt if decision.combine is ir.Combine.LARGEST else operator.lt
                better = disj([better, more(rank(one.amount.term), rank(made.term))])
            made = chosen(conj([one.sure, better]), amount, made)
            begun = disj([begun, one.sure])
        return made

    def _open(
        self, decision: ir.Decision, found: list[Given], made: Val, any_sure: z3.BoolRef
    ) -> z3.BoolRef:
        """Return whether something open could change what the sure values make."""
        changing, others = [], []
        for one in found:
            differs = disj([made.nothing, z3.Not(equal(one.amount.term, made.term))])
            changes = _changes(decision.combine, one.amount.term, made.term)
            unknown = z3.Not(one.amount.known)
            changing.append(conj([one.open, disj([unknown, changes])]))
            others.append(conj([one.open, disj([unknown, differs])]))
        if decision.combine is ir.Combine.TOTAL:
            others = [one.open for one in found]
        return disj([conj([any_sure, disj(changing)]), conj([z3.Not(any_sure), disj(others)])])


def _changes(combine: ir.Combine, term: Any, made: Any) -> z3.BoolRef:
    """Return whether a further value changes what sure ones make."""
    match combine:
        case ir.Combine.ONE:
            return z3.Not(equal(term, made))
        case ir.Combine.LARGEST:
            return rank(term) > rank(made)
        case ir.Combine.SMALLEST:
            return rank(term) < rank(made)
        case ir.Combine.TOTAL:
            return term != 0
