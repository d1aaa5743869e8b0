"""The meaning of a law as formulas: `lawc.meaning.interpret` over a case of terms.

Every function here and in the modules it comes from means the same as its counterpart in the
interpreter, with the state of a value (unknown, nothing) as formulas beside it.
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


class Gift(NamedTuple):
    """A value that a rule gives a decision, and whether the rule does."""

    rule: ir.Rule
    truth: Tri
    amount: Val
    place: int = 0  # among what the rule gives

    @property
    def sure(self) -> z3.BoolRef:
        """Whether the value is given for certain, and known."""
        return conj([self.truth.yes, self.amount.known])

    @property
    def open(self) -> z3.BoolRef:
        """Whether the value may be given but is not sure to be, or is not known."""
        considered = conj([z3.Not(self.truth.no), z3.Not(self.amount.nothing)])
        return conj([considered, z3.Not(self.sure)])


def _once_of_each_list(gifts: list[Gift]) -> list[Gift]:
    """Return the gifts, of the alternatives of a list once: the first that surely applies.

    Alternatives that give the very same are left as they are: `_same_together` joins them.
    """
    lists: dict[tuple[str, int], list[Gift]] = {}
    for gift in gifts:
        if gift.rule.listed_in is not None:
            lists.setdefault((gift.rule.listed_in, gift.place), []).append(gift)
    standing: dict[int, Gift] = {}
    for items in lists.values():
        if len({_amount(gift) for gift in items}) > 1:
            surely = [conj([gift.truth.yes, z3.Not(gift.amount.nothing)]) for gift in items]
            for n, gift in enumerate(items):
                before, after = disj(surely[:n]), disj(surely[n + 1 :])
                displaced = disj([before, conj([z3.Not(surely[n]), after])])
                truth = both([gift.truth, Tri(z3.Not(displaced), displaced)])
                standing[id(gift)] = gift._replace(truth=truth)
    return [standing.get(id(gift), gift) for gift in gifts]


def _amount(gift: Gift) -> tuple[int, ...]:
    """Return a key that tells an amount, as written in formulas, from others."""
    term, known, nothing = gift.amount
    parts = (*(term if isinstance(term, Day) else (term,)), known, nothing)
    return tuple(part.get_id() for part in parts)


def _same_together(decision: ir.Decision, gifts: list[Gift]) -> list[Gift]:
    """Return the gifts, those of the very same value joined.

    Where values are added up, each provision counts: only the items of a list are joined.
    """
    same: dict[tuple[object, ...], list[Gift]] = {}
    for number, gift in enumerate(gifts):
        key: tuple[object, ...] = _amount(gift)
        if decision.combine is ir.Combine.TOTAL:
            list_ = gift.rule.listed_in
            key = (number,) if list_ is None else (list_, gift.place, *key)
        same.setdefault(key, []).append(gift)
    return [
        Gift(alike[0].rule, either([gift.truth for gift in alike]), alike[0].amount)
        for alike in same.values()
    ]


class Encoding(NamedTuple):
    """A decision as formulas: its value, three-valued, and whether it is a contradiction."""

    value: Val
    contradiction: z3.BoolRef


class Meaning(Expressions):
    """A law over one case: its rules and its decisions."""

    def applies(self, rule: ir.Rule, thing: Thing) -> Tri:
        """Return whether `rule` applies: condition true, in force, not displaced."""
        truth: Tri = self.once(
            ("rule", id(rule), thing.path), lambda: self._applies(rule, thing)
        )
        return truth

    def _applies(self, rule: ir.Rule, thing: Thing) -> Tri:
        displaced = [contrary(self.applies(by, thing)) for by in self.world.displacing(rule)]
        return both([self.in_force(rule.force), self.holds(rule.condition, thing), *displaced])

    def gifts(self, decision: ir.Decision, thing: Thing) -> list[Gift]:
        """Return the gifts that are sure or possible, in the order of the law."""
        gifts = []
        for rule in self.law.rules:
            for place, gives in enumerate(rule.gives):
                if gives.decision == decision.key:
                    when = Tri(TRUE, FALSE)
                    if gives.when is not None:
                        when = self.holds(gives.when, thing)
                    truth = both([self.applies(rule, thing), when])
                    gifts.append(Gift(rule, truth, self.value(gives.value, thing), place))
        return gifts

    def decided(self, decision: ir.Decision, thing: Thing) -> Val:
        """Return the decided value as other provisions see it."""
        encoding = self.decide(decision, thing)
        known = conj([encoding.value.known, z3.Not(encoding.contradiction)])
        return Val(encoding.value.term, known, encoding.value.nothing)

    def decide(self, decision: ir.Decision, thing: Thing) -> Encoding:
        """Return what the law decides of `thing`, three-valued, no cases tried."""
        encoding: Encoding = self.once(
            ("decision", decision.key, thing.path), lambda: self._decide(decision, thing)
        )
        return encoding

    def _decide(self, decision: ir.Decision, thing: Thing) -> Encoding:
        gifts = _same_together(decision, _once_of_each_list(self.gifts(decision, thing)))
        any_sure = disj([gift.sure for gift in gifts])
        value = self._combined(decision, gifts)
        contradiction = FALSE
        if decision.combine is ir.Combine.ONE:
            others = (z3.Not(equal(gift.amount.term, value.term)) for gift in gifts)
            differing = zip(gifts, others, strict=True)
            contradiction = disj([conj([gift.sure, other]) for gift, other in differing])
        open_ = conj([z3.Not(contradiction), self._open(decision, gifts, value, any_sure)])
        derived = Val(
            value.term, conj([z3.Not(open_), value.known]), conj([z3.Not(open_), value.nothing])
        )
        supplied = self.stated(thing, decision.key)
        contradiction = conj([z3.Not(supplied.known), contradiction])
        return Encoding(or_else(supplied, derived), contradiction)

    def _combined(self, decision: ir.Decision, gifts: list[Gift]) -> Val:
        """Return the sure values combined."""
        otherwise = Val(zero(decision.type), FALSE, TRUE)
        if decision.otherwise is not None:
            otherwise = Val(self.constant(decision.otherwise), TRUE)
        value = otherwise
        if decision.combine is ir.Combine.TOTAL:
            terms = [z3.If(gift.sure, gift.amount.term, 0) for gift in gifts]
            whole = Val(total([z3.RealVal(0), *terms]), TRUE)
            return chosen(disj([gift.sure for gift in gifts]), whole, otherwise)
        begun = FALSE
        for gift in gifts:
            amount = Val(gift.amount.term, TRUE)
            better = z3.Not(begun)
            if decision.combine is not ir.Combine.ONE:
                more = operator.gt if decision.combine is ir.Combine.LARGEST else operator.lt
                better = disj([better, more(rank(gift.amount.term), rank(value.term))])
            value = chosen(conj([gift.sure, better]), amount, value)
            begun = disj([begun, gift.sure])
        return value

    def _open(
        self, decision: ir.Decision, gifts: list[Gift], value: Val, any_sure: z3.BoolRef
    ) -> z3.BoolRef:
        """Return whether an open gift could change `value`, the sure ones combined."""
        changing, others = [], []
        for gift in gifts:
            differs = disj([value.nothing, z3.Not(equal(gift.amount.term, value.term))])
            changes = _changes(decision.combine, gift.amount.term, value.term)
            unknown = z3.Not(gift.amount.known)
            changing.append(conj([gift.open, disj([unknown, changes])]))
            others.append(conj([gift.open, disj([unknown, differs])]))
        if decision.combine is ir.Combine.TOTAL:
            # A value equal to the default changes it together with others, unless it is zero.
            opens = [gift.open for gift in gifts]
            several = [conj([disj(opens[:n]), open_]) for n, open_ in enumerate(opens)]
            others.append(conj([value.term != 0, disj(several)]))
        return disj([conj([any_sure, disj(changing)]), conj([z3.Not(any_sure), disj(others)])])


def _changes(combine: ir.Combine, term: Any, value: Any) -> z3.BoolRef:
    """Return whether a further value changes `value`, the sure ones combined."""
    match combine:
        case ir.Combine.ONE:
            return z3.Not(equal(term, value))
        case ir.Combine.LARGEST:
            return rank(term) > rank(value)
        case ir.Combine.SMALLEST:
            return rank(term) < rank(value)
        case ir.Combine.TOTAL:
            return term != 0
