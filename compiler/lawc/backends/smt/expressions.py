"""Conditions and values as formulas: each means what `lawc.meaning.interpret.value` says."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import z3

from lawc.backends.smt.amounts import by_case, divided, of_rows, rounded
from lawc.backends.smt.cases import List, Thing
from lawc.backends.smt.dates import ordinal
from lawc.backends.smt.facts import Facts
from lawc.backends.smt.provisions import rests_on_decisions
from lawc.backends.smt.terms import (
    FALSE,
    TRUE,
    Tri,
    Val,
    as_value,
    at_least,
    both,
    choose,
    chosen,
    conj,
    contrary,
    count,
    disj,
    either,
    equal,
    missing,
    of_truth,
    or_else,
    rank,
    total,
    zero,
)
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import children, unstated
from lawc.meaning.interpret import decision as decision_of
from lawc.runtime.values import ProvisionRange, lies_in

_COMPARED: dict[ir.Comparison, Callable[[Any, Any], Any]] = {
    ir.Comparison.LT: operator.lt,
    ir.Comparison.LE: operator.le,
    ir.Comparison.GE: operator.ge,
    ir.Comparison.GT: operator.gt,
}


class Expressions(Facts):
    """The expressions of a law over one case; `Meaning` adds the rules and decisions."""

    def applies(self, rule: ir.Rule, thing: Thing) -> Tri:
        """Return whether `rule` applies."""
        raise NotImplementedError

    def decided(self, decision: ir.Decision, thing: Thing) -> Val:
        """Return the decided value; two contrary values are unknown."""
        raise NotImplementedError

    def holds(self, expr: ir.Expr, thing: Thing) -> Tri:
        """Return whether a condition is true of `thing`."""
        return of_truth(self.value(expr, thing))

    def value(self, expr: ir.Expr, thing: Thing) -> Val:
        """Return the value of `expr` where `thing` is the thing in scope."""
        result: Val = self.once((id(expr), thing.path), lambda: self._value(expr, thing))
        return result

    def _value(self, expr: ir.Expr, thing: Thing) -> Val:  # noqa: C901
        match expr:
            case ir.Literal(value):
                return Val(self.constant(value), TRUE)
            case ir.Fact(kind, key):
                owner = thing.of(kind)
                return (
                    missing(self._types[kind, key]) if owner is None else self.fact(owner, key)
                )
            case ir.Parameter(key):
                return self.day(key)
            case ir.Stated(_, part):
                return self.value(part, thing)
            case ir.Not(part):
                return as_value(contrary(self.holds(part, thing)))
            case ir.All(parts):
                return as_value(both(self.holds(part, thing) for part in parts))
            case ir.Any(parts):
                return as_value(either(self.holds(part, thing) for part in parts))
            case ir.AtLeast(number, parts):
                return as_value(at_least(number, [self.holds(part, thing) for part in parts]))
            case ir.Some() | ir.Every() | ir.CountOf() | ir.TotalOf():
                return self._of_members(expr, thing)
            case ir.OneOf(subject, values):
                choice = self.value(subject, thing)
                listed = disj([choice.term == self.names.number(value) for value in values])
                return Val(listed, choice.known, choice.nothing)
            case ir.Under(subject, ranges):
                return self._under(self.value(subject, thing), ranges)
            case ir.Compare(op, left, right):
                return self._compare(op, self.value(left, thing), self.value(right, thing))
            case ir.Concept(key):
                return self._concept(key, thing)
            case ir.Applies(eids):
                rules = self.world.below(eids)
                return as_value(either(self.applies(rule, thing) for rule in rules))
            case ir.Quantity(key):
                return self._quantity(key, thing)
            case ir.ByCase():
                cases = [(self.holds(c, thing), self.value(v, thing)) for c, v in expr.cases]
                last = expr.otherwise
                return by_case(cases, None if last is None else self.value(last, thing))
            case ir.Decided(key):
                return self._decided(key, thing)
            case ir.DaysIn(first, last, condition):
                ends = self.value(first, thing), self.value(last, thing)
                return self._days_in(*ends, self.holds(condition, thing))
            case _:
                return self._computed(expr, thing)

    def _decided(self, key: str, thing: Thing) -> Val:
        decision = decision_of(self.law, key)
        owner = thing.of(decision.kind)
        if owner is None:
            return missing(decision.type)
        return self.decided(decision, owner)

    def _under(self, record: Val, ranges: tuple[ProvisionRange, ...]) -> Val:
        yes: list[z3.BoolRef] = []
        no: list[z3.BoolRef] = []
        for provision in self.records:
            lies = lies_in(provision, ranges)
            if lies is not None:
                (yes if lies else no).append(record.term == self.names.number(provision))
        return Val(disj(yes), conj([record.known, disj([*yes, *no])]), record.nothing)

    def _compare(self, op: ir.Comparison, left: Val, right: Val) -> Val:
        nothing = disj([left.nothing, right.nothing])
        if op in {ir.Comparison.EQ, ir.Comparison.NE}:
            same = equal(left.term, right.term)
            compared = same if op is ir.Comparison.EQ else z3.Not(same)
        else:
            compared = _COMPARED[op](rank(left.term), rank(right.term))
        term = choose(nothing, z3.BoolVal(op is ir.Comparison.NE), compared)
        return Val(term, disj([nothing, conj([left.known, right.known])]))

    def _of_members(
        self, expr: ir.Some | ir.Every | ir.CountOf | ir.TotalOf, thing: Thing
    ) -> Val:
        declared = next(kind for kind in self.law.kinds if kind.key == expr.kind)
        owner = thing.of(declared.parent or "")
        if owner is None:
            return missing(Basic.TRUTH if isinstance(expr, ir.Some | ir.Every) else Basic.COUNT)
        group = owner.lists[expr.kind]
        match expr:
            case ir.Some(number, _, part):
                there = [self._there(m, self.holds(part, m)) for m in group.members]
                return _if_known(group, self._some(number, part, group, there))
            case ir.Every(_, part):
                fails = [self._there(m, contrary(self.holds(part, m))) for m in group.members]
                fails += self._if_more(group, part, contrary)
                return _if_known(group, contrary(either(fails)))
            case ir.CountOf(_, None):
                return Val(group.length, group.known)
            case ir.CountOf(_, part):
                assert part is not None
                return self._count(part, group)
            case ir.TotalOf(_, part):
                return self._total(part, group)

    def _some(self, number: int, part: ir.Expr, group: List, there: list[Tri]) -> Tri:
        if number <= 1 or z3.is_false(group.more):
            return at_least(number, [*there, *self._if_more(group, part, lambda truth: truth)])
        sure, possible = self._number(group, part)
        surely = count(truth.yes for truth in there) + z3.If(group.more, sure, 0)
        most = count(z3.Not(truth.no) for truth in there) + z3.If(group.more, possible, 0)
        return Tri(surely >= number, most < number)

    def _count(self, part: ir.Expr, group: List) -> Val:
        truths = [self._there(member, self.holds(part, member)) for member in group.members]
        known = [group.known, *(disj([t.yes, t.no]) for t in truths)]
        number = count(t.yes for t in truths)
        if not z3.is_false(group.more):
            sure, possible = self._number(group, part)
            known.append(disj([z3.Not(group.more), sure == possible]))
            number = number + z3.If(group.more, sure, 0)
        return Val(number, conj(known))

    def _total(self, part: ir.Expr, group: List) -> Val:
        amounts = [(member.there, self.value(part, member)) for member in group.members]
        terms = [z3.If(conj([there, v.known]), v.term, 0) for there, v in amounts]
        span = unstated(part)
        if isinstance(span, ir.DaysIn):
            terms = self._days_once(span, group.members)
        settled = [disj([z3.Not(there), v.known]) for there, v in amounts]
        nothing = [conj([there, v.nothing]) for there, v in amounts]
        if group.any_member is not None:
            of_any = self.value(part, group.any_member)
            further = self._further_total(part, group, of_any)
            if isinstance(span, ir.DaysIn):  # those days may lie in the spans of others
                days = z3.Real(f"days{len(self.calendar.sides)}")
                self.calendar.sides.append(z3.And(days >= 0, days <= further.term))
                further = further._replace(term=days)
            terms.append(z3.If(group.more, further.term, 0))
            settled.append(disj([z3.Not(group.more), further.known]))
            nothing.append(conj([group.more, self._further_nothing(part, group, of_any)]))
        none = conj([group.known, disj(nothing)])
        known = conj([group.known, z3.Not(none), *settled])
        return Val(total([z3.RealVal(0), *terms]), known, none)

    def _days_once(self, span: ir.DaysIn, group: tuple[Thing, ...]) -> list[Any]:
        """Return the days in the span of each member that lie in none which begins earlier."""
        ends: list[tuple[Any, Any]] = []
        for member in group:
            first, last = (self.value(end, member) for end in (span.first, span.last))
            holds = self.holds(span.condition, member).yes
            some = conj([member.there, holds, first.known, last.known])
            start, end = ordinal(first.term), ordinal(last.term)
            some = conj([some, start <= end])
            ends.append((z3.If(some, start, 0), z3.If(some, end, 0)))
        days = []
        for place, (start, end) in enumerate(ends):
            eve = start - 1
            for at, (earlier, reached) in enumerate(ends):
                if at != place:
                    begins = earlier <= start if at < place else earlier < start
                    eve = z3.If(z3.And(begins, reached > eve), reached, eve)
            days.append(z3.If(end > eve, end - eve, 0))
        return [z3.If(end > 0, own, 0) for own, (_, end) in zip(days, ends, strict=True)]

    def _days_in(self, first: Val, last: Val, holds: Tri) -> Val:
        """Return the number of days from a day to another, zero where it does not hold."""
        days = ordinal(last.term) - ordinal(first.term) + 1
        none = conj([z3.Not(holds.no), disj([first.nothing, last.nothing])])
        sure = conj([first.known, last.known, disj([holds.yes, days <= 0])])
        known = disj([holds.no, conj([z3.Not(none), sure])])
        return Val(z3.If(z3.And(holds.yes, days > 0), days, 0), known, none)

    def _further_nothing(self, part: ir.Expr, group: List, of_any: Val) -> z3.BoolRef:
        """Return whether a member that is not spelled out has no value by the law."""
        if z3.is_false(of_any.nothing) or self._of_all(group, part):
            return of_any.nothing
        exists = self.further.some(group, Tri(of_any.nothing, z3.Not(of_any.nothing)))
        self.further_conditions[id(exists)] = exists
        return exists.of_some.yes

    def _further_total(self, part: ir.Expr, group: List, of_any: Val) -> Val:
        if z3.is_rational_value(of_any.term) or z3.is_int_value(of_any.term):
            rest = z3.ToReal(group.length - len(group.members))
            settled = disj([of_any.known, of_any.nothing])
            if self._of_all(group, part):
                return Val(z3.If(of_any.known, of_any.term * rest, 0), settled)
        amount = self.further.total(group, of_any)
        self._if_all_known(group, part, amount.known)
        return amount

    def _if_more(self, group: List, part: ir.Expr, change: Callable[[Tri], Tri]) -> list[Tri]:
        """Return whether a member that is not spelled out satisfies `part`, or its contrary."""
        if group.any_member is None:
            return []
        if self._of_all(group, part):
            truth = change(self.holds(part, group.any_member))
            return [Tri(conj([group.more, truth.yes]), disj([z3.Not(group.more), truth.no]))]
        exists = self.further.some(group, change(self.holds(part, group.any_member)))
        self.further_conditions[id(exists)] = exists
        truth = exists.of_some
        self._if_all_known(group, part, disj([truth.yes, truth.no]))
        return [Tri(conj([group.more, truth.yes]), disj([z3.Not(group.more), truth.no]))]

    def _number(self, group: List, part: ir.Expr) -> tuple[Any, Any]:
        assert group.any_member is not None
        truth, rest = self.holds(part, group.any_member), group.length - len(group.members)
        if self._of_all(group, part):
            return z3.If(truth.yes, rest, 0), z3.If(truth.no, 0, rest)
        counted = self.further.number(group, truth)
        self.further_conditions[id(counted)] = counted
        self._if_all_known(group, part, counted.sure == counted.possible)
        return counted.sure, counted.possible

    def _if_all_known(self, group: List, part: ir.Expr, settled: z3.BoolRef) -> None:
        """Note that `part` is settled for further members of which all is known.

        A part that rests on a decision is not: the decision may be a contradiction.
        """
        if not rests_on_decisions(self.law, [part]):
            self.settled.append(disj([z3.Not(group.more), settled]))

    def _of_all(self, group: List, part: ir.Expr) -> bool:
        """Return whether `part` is the same for every member: it reads no fact of one."""
        assert group.any_member is not None
        of_any = self.value(part, group.any_member)
        of_first = self.value(part, group.members[0])
        return all(z3.eq(a, b) for a, b in zip(of_any, of_first, strict=True))

    def _there(self, member: Thing, truth: Tri) -> Tri:
        """Return a truth about a member, false where there is no such member."""
        absent = z3.Not(member.there)
        return Tri(conj([member.there, truth.yes]), disj([absent, truth.no]))

    # --- what provisions define -------------------------------------------------------------

    def _concept(self, key: str, thing: Thing) -> Val:
        versions = self.world.meanings[key]
        owner = thing.of(versions[0].kind)
        if owner is None:
            return missing(Basic.TRUTH)
        value: Val = self.once(("concept", key, owner.path), lambda: self._meaning(key, owner))
        return value

    def _meaning(self, key: str, owner: Thing) -> Val:
        derived = either(
            both([self.in_force(definition.force), self.holds(definition.condition, owner)])
            for definition in self.world.meanings[key]
        )
        return or_else(self.stated(owner, key), as_value(derived))

    def _quantity(self, key: str, thing: Thing) -> Val:
        versions = [quantity for quantity in self.law.quantities if quantity.key == key]
        owner = thing.of(versions[0].kind)
        if owner is None:
            return missing(versions[0].type)
        value: Val = self.once(
            ("quantity", key, owner.path), lambda: self._amount(versions, owner)
        )
        return value

    def _amount(self, versions: list[ir.QuantityDefinition], owner: Thing) -> Val:
        forces = [self.in_force(version.force) for version in versions]
        open_ = disj([z3.Not(disj([now.yes, now.no])) for now in forces])
        derived = Val(zero(versions[0].type), FALSE, TRUE)
        for now, version in reversed(list(zip(forces, versions, strict=True))):
            derived = chosen(now.yes, self.value(version.value, owner), derived)
        settled = z3.Not(open_)
        derived = Val(
            derived.term, conj([settled, derived.known]), conj([settled, derived.nothing])
        )
        return or_else(self.stated(owner, versions[0].key), derived)

    # --- values -----------------------------------------------------------------------------

    def _computed(self, expr: ir.Expr, thing: Thing) -> Val:  # noqa: C901
        parts = [self.value(part, thing) for part in children(expr)]
        terms = [part.term for part in parts]
        nothing = disj([part.nothing for part in parts])
        known = conj([z3.Not(nothing), *(part.known for part in parts)])
        match expr:
            case ir.Total():
                term = total(terms)
            case ir.Product():
                term = reduce(operator.mul, terms)
            case ir.Quotient():
                return divided(parts, known, nothing)
            case ir.Largest():
                term = reduce(lambda a, b: choose(rank(a) >= rank(b), a, b), terms)
            case ir.Smallest():
                term = reduce(lambda a, b: choose(rank(a) <= rank(b), a, b), terms)
            case ir.IfAny():
                (part,) = parts
                term = z3.If(part.nothing, part.term * 0, part.term)
                return Val(term, disj([part.known, part.nothing]))
            case ir.Difference():
                term = terms[0] - terms[1]
            case ir.Rounded(_, rounding, unit):
                term = rounded(terms[0], rounding, unit)
            case ir.Shifted(_, period, before):
                term = self.calendar.shifted(terms[0], period, before=before)
            case ir.DaysBetween():
                term = ordinal(terms[1]) - ordinal(terms[0])
            case ir.StartOf(_, unit):
                term = self.calendar.start_of(terms[0], unit)
            case ir.MonthsBetween():
                term = self.calendar.months_between(*terms)
            case ir.Bracketed(_, rows, by_part):
                return of_rows(terms[0], rows, known, nothing, by_part=by_part)
            case _:
                raise AssertionError(expr)
        return Val(term, known, nothing)


def _if_known(group: List, truth: Tri) -> Val:
    """Return a truth about the members of a list, unknown where they are not known."""
    return as_value(Tri(conj([group.known, truth.yes]), conj([group.known, truth.no])))
