"""The form of a decision in a case: a formula over the facts that are missing.

`lawc.runtime.completions` says what forms are and which outcomes they have; this module says
which form a decision has. Known values are those of the interpreter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import partial

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import children
from lawc.meaning.arithmetic import compute
from lawc.meaning.cases import Thing
from lawc.meaning.comparisons import (
    bare,
    home,
    moved,
    named_alike,
    reads,
    turns_of,
)
from lawc.meaning.interpret import applies, holds, value
from lawc.meaning.missing import missing
from lawc.meaning.refusing import granting_rules, refusing_rules
from lawc.meaning.spans import ends_of
from lawc.meaning.truth import NOTHING, UNKNOWN, Result, State, known
from lawc.meaning.world import World, domain, fact, in_force, members, stated
from lawc.records import dataclass
from lawc.runtime import logic
from lawc.runtime.completions import turns
from lawc.runtime.completions.forms import (
    Amount,
    DecisionForm,
    Form,
    Gift,
    all_of,
    amount_of,
    any_of,
    at_least,
    compared,
    counted,
    decided_truth,
    first_case,
    negation,
    paths_in,
)
from lawc.runtime.completions.outcomes import Outcome, outcome


def form_of(world: World, decision: ir.Decision, thing: Thing) -> DecisionForm:
    """Return a decision about `thing` as a form."""
    forms = _Forms(world)
    givings = [
        forms.gift(rule, gives, thing) for rule, gives in world.giving.get(decision.key, ())
    ]
    only = list[tuple[Form, str | None]]()
    granting = granting_rules(world, decision)
    for by, stopped in refusing_rules(world, granting):
        form = forms.rule(by, thing)
        if len(stopped) < len(granting):
            may_give = any_of(forms.may_give(rule, gives, thing) for rule, gives in stopped)
            form = all_of((form, may_give))
        only.append((form, _citation(world, by)))
    gifts = tuple(gift for gift in givings if gift is not None)
    parts = dict(enumerate(forms.parts))
    speaking = [*(gift.form for gift in gifts), *(form for form, _ in only)]
    return DecisionForm(
        parts,
        gifts,
        tuple(only),
        forms.assumed(paths_in(speaking, parts)),
        decision.combine.value,
        NOTHING if decision.otherwise is None else decision.otherwise,
    )


def outcome_of(world: World, decision: ir.Decision, thing: Thing) -> Outcome:
    """Return the outcome of all completions, of a decision about a thing."""
    return outcome(form_of(world, decision, thing))


def condition_outcome(
    world: World, parts: Sequence[tuple[ir.Force, ir.Expr]], thing: Thing
) -> Outcome:
    """Return the outcome of all completions, of whether any part in force holds of a thing."""
    forms = _Forms(world)
    form = any_of(
        all_of((forms.force(force), forms.truth(expr, thing))) for force, expr in parts
    )
    shared = dict(enumerate(forms.parts))
    assumed = forms.assumed(paths_in([form], shared))
    gift = Gift(form, True, None, None)
    return outcome(DecisionForm(shared, (gift,), (), assumed, ir.Combine.ONE.value, False))


def _citation(world: World, rule: ir.Rule) -> str | None:
    element = world.elements.get(rule.eid)
    return None if element is None else element.citation


@dataclass(frozen=True)
class _Forms:
    """The forms built so far, each once for a thing."""

    world: World
    parts: list[Form] = field(default_factory=list)
    places: dict[tuple[int, Thing], Form] = field(default_factory=dict)
    concepts: dict[tuple[str, Thing], Form] = field(default_factory=dict)
    facts: dict[str, tuple[Thing, str]] = field(default_factory=dict)

    # --- rules ---

    def gift(self, rule: ir.Rule, gives: ir.Gives, thing: Thing) -> Gift | None:
        """Return the gift of a rule, None if it gives nothing."""
        world = self.world
        form = self.rule(rule, thing)
        if form is not False and gives.when is not None:
            form = all_of((form, self.truth(gives.when, thing)))
        amount = NOTHING if form is False else value(world, gives.value, thing)
        place = next(place for place, other in enumerate(rule.gives) if other is gives)
        listed = None if rule.listed_in is None else (rule.listed_in, place)
        if amount is NOTHING:
            return None
        if isinstance(amount, State):
            amount = self.settled(gives.value, thing)
        if isinstance(amount, State):
            form = all_of((form, self.has_value(gives.value, thing)))
            if form is False:
                return None
            ends = ends_of(world, gives.value, thing, partial(outcome_of, world))
            rests = missing(world, gives.value, thing)
            name = (listed or id(gives), thing.path)
            amount = amount_of(name, rests, ends)
        return Gift(form, amount, _citation(world, rule), listed)

    def has_value(self, expr: ir.Expr, thing: Thing) -> Form:
        """Return whether no decision inside an amount is nothing."""
        match expr:
            case ir.Decided(key):
                decision = self.world.decisions[key]
                amount, owner = value(self.world, expr, thing), thing.of(decision.kind)
                if amount is not UNKNOWN or owner is None or decision.otherwise is not None:
                    return amount is not NOTHING
                gifts = [
                    self.gift(rule, gives, owner)
                    for rule, gives in self.world.giving.get(key, ())
                ]
                return any_of([gift.form for gift in gifts if gift is not None])
            case ir.Quotient((_, by)) if self.settled(by, thing) is UNKNOWN:
                parts = [self.has_value(part, thing) for part in children(expr)]
                return all_of([*parts, self.unread(by, thing)])  # it may be zero
            case ir.ByCase():
                ways = {True: self.has_value, False: self.truth}
                return first_case([ways[valued](part, thing) for part, valued in expr.in_turn])
            case _ if isinstance(expr, ir.NOTHING_STAYS):
                return all_of([self.has_value(part, thing) for part in children(expr)])
        return True

    def settled(self, expr: ir.Expr, thing: Thing) -> Result:
        """Return an amount with the decisions in it settled, UNKNOWN where it still is open.

        Decisions in operands and summands are settled, those in conditions are not.
        """
        known_ = value(self.world, expr, thing)
        if known_ is not UNKNOWN:
            return known_
        match expr:
            case ir.Decided(key):
                decision = self.world.decisions[key]
                owner = thing.of(decision.kind)
                if owner is None:
                    return UNKNOWN
                result = outcome_of(self.world, decision, owner)
                if not result.settled or isinstance(result.value, State | logic.State):
                    return UNKNOWN
                settled: ir.Value = result.value
                return settled
            case ir.TotalOf(kind, summand):
                group = members(self.world, thing, kind)
                if group is None:
                    return UNKNOWN
                amounts = [self.settled(summand, member) for member in group]
                return known(lambda *v: +sum(v), *amounts)
            case ir.Stated(_, part):
                return self.settled(part, thing)
            case ir.ByCase():
                operands = [
                    self.settled(part, thing) if valued else holds(self.world, part, thing)
                    for part, valued in expr.in_turn
                ]
                return compute(expr, operands, month_end_up=False)
            case _ if isinstance(expr, (*ir.NOTHING_STAYS, ir.IfAny)):
                parts = [self.settled(part, thing) for part in children(expr)]
                up = bool(self.world.law.month_end_up)
                return compute(expr, parts, month_end_up=up)
        return UNKNOWN

    def may_give(self, rule: ir.Rule, gives: ir.Gives, thing: Thing) -> Form:
        """Return whether a rule, if not displaced, gives a value other than the default."""
        decision = self.world.decisions[gives.decision]
        amount = value(self.world, gives.value, thing)
        if amount is NOTHING or amount == decision.otherwise:
            return False
        when = True if gives.when is None else self.truth(gives.when, thing)
        return all_of((self.force(rule.force), self.truth(rule.condition, thing), when))

    def rule(self, rule: ir.Rule, thing: Thing) -> Form:
        """Return whether a rule applies."""
        sure = applies(self.world, rule, thing)
        if sure is not UNKNOWN:
            return sure
        key = (id(rule), thing)
        if key not in self.places:
            by = [self.rule(other, thing) for other in self.world.displacing(rule)]
            holds_ = self.truth(rule.condition, thing)
            form = all_of((self.force(rule.force), holds_, negation(any_of(by))))
            self.places[key] = self.shared(form)
        return self.places[key]

    def shared(self, form: Form) -> Form:
        """Return a reference to a form that others share, after keeping it."""
        if isinstance(form, bool):
            return form
        self.parts.append(form)
        return ("part", len(self.parts) - 1)

    def force(self, force: ir.Force) -> Form:
        """Return whether a version is in force."""
        sure = in_force(self.world, force)
        if sure is not UNKNOWN:
            return sure
        return ("turns", f"day {self.world.law.law_day}", turns.of_days(force.start, force.end))

    # --- conditions ---

    def truth(self, expr: ir.Expr, thing: Thing) -> Form:
        """Return whether a condition holds."""
        match expr:
            case ir.Stated(_, part):
                return self.truth(part, thing)
            case ir.Not(part):
                return negation(self.truth(part, thing))
            case ir.All(parts):
                return all_of(self.truth(part, thing) for part in parts)
            case ir.Any(parts):
                return any_of(self.truth(part, thing) for part in parts)
            case ir.AtLeast(number, parts):
                return at_least(number, [self.truth(part, thing) for part in parts])
            case ir.Some(number, kind, inner):
                group = members(self.world, thing, kind)
                if group is not None:
                    return at_least(number, [self.truth(inner, member) for member in group])
            case ir.Every(kind, inner):
                group = members(self.world, thing, kind)
                if group is not None:
                    return all_of([self.truth(inner, member) for member in group])
            case ir.Applies(eids):
                return any_of([self.rule(other, thing) for other in self.world.below(eids)])
        sure = holds(self.world, expr, thing)
        return self.open_truth(expr, thing) if sure is UNKNOWN else sure

    def open_truth(self, expr: ir.Expr, thing: Thing) -> Form:
        """Return whether a condition with missing facts holds."""
        match expr:
            case ir.Concept(key):
                return self.concept(key, thing)
            case ir.Decided(key):
                return self.decided(expr, key, thing)
            case ir.Fact():
                return self.chosen(expr, (True,), thing)
            case ir.OneOf(subject, values):
                fact_ = bare(subject)
                if isinstance(fact_, ir.Fact):
                    return self.chosen(fact_, values, thing)
            case ir.Under(subject, ranges):
                fact_ = bare(subject)
                if isinstance(fact_, ir.Fact) and (owner := thing.of(fact_.kind)):
                    recorded = fact(self.world, owner, fact_.key)
                    known = None if recorded is UNKNOWN else recorded
                    return ("under", owner.where(fact_.key), known, ranges)
            case ir.Compare(op, left, right):
                return self.comparison(expr, op.value, left, right, thing)
        return self.unread(expr, thing)

    def unread(self, expr: ir.Expr, thing: Thing) -> Form:
        """Return the form of a condition of which only the facts it reads are known."""
        name = (named_alike(self.world, expr), self.owner(expr, thing).path)
        return ("either", name, missing(self.world, expr, thing), False)

    def owner(self, expr: ir.Expr, thing: Thing) -> Thing:
        """Return the lowest thing that an expression rests on."""
        return thing.of(home(self.world, expr)) or thing

    def chosen(self, expr: ir.Fact, values: tuple[str | bool, ...], thing: Thing) -> Form:
        """Return whether a truth or a choice is one of `values`."""
        owner = thing.of(expr.kind)
        if owner is None:
            return self.unread(expr, thing)
        path = owner.where(expr.key)
        self.facts[path] = (owner, expr.key)
        every = domain(self.world.law, expr.kind, expr.key)
        return ("values", path, tuple(choice in values for choice in every))

    def concept(self, key: str, thing: Thing) -> Form:
        """Return whether a concept holds."""
        versions = [version for version in self.world.law.definitions if version.key == key]
        owner = thing.of(versions[0].kind)
        if owner is None:
            return self.unread(ir.Concept(key), thing)
        if (key, owner) not in self.concepts:
            self.concepts[key, owner] = self.shared(
                any_of(
                    all_of((self.force(version.force), self.truth(version.condition, owner)))
                    for version in versions
                )
            )
        return self.concepts[key, owner]

    def decided(self, expr: ir.Decided, key: str, thing: Thing) -> Form:
        """Return whether a decision is true; where rules give both, it may be either."""
        decision = self.world.decisions[key]
        owner = thing.of(decision.kind)
        if owner is None or decision.type is not Basic.TRUTH:
            return self.unread(expr, thing)
        for_, against = list[Form](), list[Form]()
        for rule, gives in self.world.giving.get(key, ()):
            gift = self.gift(rule, gives, owner)
            if gift is not None and isinstance(gift.value, Amount):
                return self.unread(expr, thing)
            if gift is not None:
                (for_ if gift.value else against).append(gift.form)
        either = self.unread(expr, thing) if for_ and against else False
        return decided_truth(for_, against, decision.otherwise, either)

    # --- comparisons ---

    def comparison(
        self, expr: ir.Expr, op: str, left: ir.Expr, right: ir.Expr, thing: Thing
    ) -> Form:
        """Return whether a comparison with missing facts holds."""
        world = self.world
        for side, other, way in (left, right, op), (right, left, turns.MIRRORED[op]):
            number, bound = bare(side), value(world, other, thing)
            if isinstance(number, ir.CountOf) and not isinstance(bound, State):
                group, inner = members(world, thing, number.kind), number.condition
                if group is not None and inner is not None:
                    return counted(way, [self.truth(inner, member) for member in group], bound)
        lefts, rights = reads(world, left, thing), reads(world, right, thing)
        if lefts is None or rights is None:
            return self.unread(expr, thing)
        if len(lefts) + len(rights) == 1:
            side, other = (left, right) if lefts else (right, left)
            way, (read,) = op if lefts else turns.MIRRORED[op], lefts or rights
            bound = value(world, other, thing)
            if read.type in turns.NUMBERS:
                turning = turns_of(world, side, way, bound, read, thing)
                if turning is not None:
                    return ("turns", read.path, turning)
        alone = moved(left) is not None and moved(right) is not None
        sure = alone and len(lefts) == len(rights) == 1 and lefts != rights
        if sure and isinstance(bare(left), ir.Fact) and isinstance(bare(right), ir.Fact):
            always = turns.between(op, lefts[0][1:], rights[0][1:])
            if always is not None:
                return always
        paths = dict.fromkeys(read.path.removeprefix("day ") for read in (*lefts, *rights))
        sides = (named_alike(self.world, left), named_alike(self.world, right))
        where = self.owner(expr, thing).path
        return compared(op, sides, where, tuple(paths), sure=sure)

    # --- assumptions ---

    def assumed(self, spoken: set[str]) -> tuple[Form, ...]:
        """Return the assumptions that tie the facts at some paths to others."""
        world = self.world
        waiting = [self.facts[path] for path in spoken]
        forms: dict[tuple[str, int], Form] = {}
        while waiting:
            thing, key = waiting.pop()
            for place, clause in enumerate(world.law.clauses):
                keys = [part.key for part in clause.literals]
                if clause.kind != thing.kind or key not in keys or (thing.path, place) in forms:
                    continue
                several = [self.literal(literal, thing) for literal in clause.literals]
                forms[thing.path, place] = any_of(several)
                waiting += [
                    (thing, other) for other in keys if stated(world, thing, other) is UNKNOWN
                ]
        return tuple(forms[place] for place in sorted(forms))

    def literal(self, part: ir.FactLiteral, thing: Thing) -> Form:
        """Return whether a literal of an assumption holds."""
        known = stated(self.world, thing, part.key)
        if known is not UNKNOWN:
            return known in part.values
        return self.chosen(ir.Fact(thing.kind, part.key), part.values, thing)
