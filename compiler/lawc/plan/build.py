"""From the checked form to the plan: each expression becomes a slot, equal ones become one.

A slot stands in the plan of the lowest kind that it rests on: a slot that rests on the owner
of a list alone is computed once for all members. A value of the law and a day rest on no
thing; they stand wherever they are used.

Before: `All((OneOf(Fact("offence", "category"), ("minor",)), Concept("vulnerable")))`, where
the concept is one of persons. After, of an offence: `fact category`, `one_of minor` of it,
`above 1` for the concept of the person, and `all` of the last two.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import field
from fractions import Fraction
from graphlib import TopologicalSorter
from typing import assert_never

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import Named, named_in, unstated
from lawc.meaning.world import World
from lawc.plan.days import of_days
from lawc.plan.phases import in_phases
from lawc.plan.slots import GivesPlan, Op, Plan, RulePlan, Slot
from lawc.plan.store import Built, Place, Store
from lawc.records import dataclass

_PLAIN: dict[type, Op] = {  # operations on the parts alone
    ir.Total: Op.TOTAL,
    ir.IfAny: Op.IF_ANY,
    ir.Difference: Op.LESS,
    ir.Quotient: Op.QUOTIENT,
    ir.Product: Op.PRODUCT,
    ir.Largest: Op.LARGEST,
    ir.Smallest: Op.SMALLEST,
    ir.DaysBetween: Op.DAYS,
    ir.MonthsBetween: Op.MONTHS,
}

Scoped = tuple[ir.Expr, str]  # an expression, and the kind of thing in scope


def plan_of(
    law: ir.Law,
    world: World | None = None,
    conditions: Sequence[Scoped] = (),
    values: Sequence[Scoped] = (),
) -> Plan:
    """Return the plan of a law in which `ir.verify` finds no problem.

    It has a slot for each of `conditions` and `values`, which are expressions of the law.
    """
    world = world or World(law, {})
    store = Store({kind.key: world.line(kind.key) for kind in law.kinds})
    return in_phases(law, _Building(law, world, store).build(conditions, values))


@dataclass(frozen=True)
class _Building:
    """The slots of a law while the plan is built."""

    law: ir.Law
    world: World
    store: Store
    named: dict[Named | int, Place] = field(default_factory=dict)  # a number: a rule's place
    giving: dict[str, list[int]] = field(default_factory=dict)  # the rules of a decision
    known: dict[tuple[int, str], Place] = field(default_factory=dict)  # by identity, and kind

    def build(self, conditions: Sequence[Scoped], values: Sequence[Scoped]) -> Built:
        """Return all slots of the law, and those of `conditions` and `values`."""
        for place, rule in enumerate(self.law.rules):
            for key in dict.fromkeys(gives.decision for gives in rule.gives):
                self.giving.setdefault(key, []).append(place)
        for name in self.in_order():
            self.named[name] = self.definition(name)
        rules = [self.rule_plan(place) for place in range(len(self.law.rules))]
        decided = {
            decision.key: self.store.at(self.named[ir.Decided(decision.key)], decision.kind)
            for decision in self.law.decisions
        }
        seen = self.store.seen
        truths = [(kind, seen(self.truth(expr, kind), kind)) for expr, kind in conditions]
        amounts = [(kind, seen(self.value(expr, kind), kind)) for expr, kind in values]
        return Built(self.store, rules, decided, truths, amounts)

    # --- definitions, in an order in which each rests on earlier ones ---

    def in_order(self) -> Iterable[Named | int]:
        """Return the concepts, quantities, rules and decisions in the order of dependency."""
        sorter: TopologicalSorter[Named | int] = TopologicalSorter()
        for definition in self.law.definitions:
            sorter.add(ir.Concept(definition.key), *self.rests_on(definition.condition))
        for quantity in self.law.quantities:
            sorter.add(ir.Quantity(quantity.key), *self.rests_on(quantity.value))
        for place, rule in enumerate(self.law.rules):
            by = self.world.displacing(rule)
            displacing = [self.world.places[id(other)] for other in by]
            sorter.add(place, *self.rests_on(rule.condition), *displacing)
            for gives in rule.gives:
                further = self.rests_on(gives.value)
                if gives.when is not None:
                    further += self.rests_on(gives.when)
                sorter.add(ir.Decided(gives.decision), place, *further)
        for decision in self.law.decisions:
            sorter.add(ir.Decided(decision.key))
        return sorter.static_order()

    def rests_on(self, expr: ir.Expr) -> list[Named | int]:
        """Return the definitions that an expression names."""
        names: list[Named | int] = []
        for name in named_in(expr):
            if isinstance(name, ir.Applies):
                names += self.places(name.eids)
            elif not isinstance(name, ir.Fact):
                names.append(name)
        return names

    def places(self, eids: tuple[str, ...]) -> list[int]:
        """Return the places of the rules at or below elements."""
        return [self.world.places[id(rule)] for rule in self.world.below(eids)]

    def definition(self, name: Named | int) -> Place:
        """Return the slot of a concept, a quantity, a rule (by its place) or a decision."""
        match name:
            case ir.Concept(key):
                return self.concept(key)
            case ir.Quantity(key):
                return self.quantity(key)
            case ir.Decided(key):
                return self.decision(key)
            case int():
                return self.rule(name)
            case _:
                raise AssertionError(name)

    def concept(self, key: str) -> Place:
        """Return the slot of a concept; it stands with its kind, where it may be supplied."""
        versions = self.world.meanings[key]
        kind = versions[0].kind
        meanings = [
            self.store.all_of([self.force(version.force), self.truth(version.condition, kind)])
            for version in versions
        ]
        derived = self.store.any_of(meanings)
        return self.store.add(kind, Slot(Op.CONCEPT, (self.store.at(derived, kind),), (key,)))

    def quantity(self, key: str) -> Place:
        """Return the slot of a quantity; it stands with its kind, where it may be supplied."""
        versions = [quantity for quantity in self.law.quantities if quantity.key == key]
        kind = versions[0].kind
        of: list[int] = []
        values = []
        for version in versions:
            values.append(self.value(version.value, kind))
            of += [
                self.store.at(self.force(version.force), kind),
                self.store.at(values[-1], kind),
            ]
        slot = Slot(Op.QUANTITY, tuple(of), (key,))
        lapses = not any(version.force == ir.ALWAYS for version in versions)
        nothing = lapses or not self.store.nothing.isdisjoint(values)
        return self.store.add(kind, slot, nothing=nothing)

    def rule(self, place: int) -> Place:
        """Return the slot of a rule: in force, its condition holds, nothing displaces it."""
        rule = self.law.rules[place]
        condition = self.truth(rule.condition, rule.kind)
        parts = [self.force(rule.force), condition, self.store.any_of(self.displacing(rule))]
        home = self.store.home(parts)
        return self.store.add(home, Slot(Op.RULE, self.store.all_at(parts, home), (place,)))

    def decision(self, key: str) -> Place:
        """Return the slot of a decision; it stands with its kind, where it may be supplied."""
        decision = next(decision for decision in self.law.decisions if decision.key == key)
        of: list[int] = []
        for place in self.giving.get(key, ()):
            for gives in self.law.rules[place].gives:
                if gives.decision == key:
                    of += self.store.all_at(self.gift(place, gives), decision.kind)
                    self.store.all_at(self.parts_of_gift(place, gives), decision.kind)
        slot = Slot(Op.DECIDED, tuple(of), (key,))
        return self.store.add(decision.kind, slot, nothing=decision.otherwise is None)

    def parts_of_gift(self, place: int, gives: ir.Gives) -> list[Place]:
        """Return the slots of a rule, its further condition, and the rules displacing it."""
        rule = self.law.rules[place]
        places = [self.named[place]]
        if gives.when is not None:
            places.append(self.truth(gives.when, rule.kind))
        return places + self.displacing(rule)

    def displacing(self, rule: ir.Rule) -> list[Place]:
        """Return the slots of the rules that displace `rule`."""
        by = self.world.displacing(rule)
        return [self.named[self.world.places[id(other)]] for other in by]

    def gift(self, place: int, gives: ir.Gives) -> tuple[Place, Place]:
        """Return the slots of whether a rule gives a value, and of the value."""
        kind, truth = self.law.rules[place].kind, self.named[place]
        if gives.when is not None:
            truth = self.store.all_of([truth, self.truth(gives.when, kind)])
        return truth, self.value(gives.value, kind)

    def rule_plan(self, place: int) -> RulePlan:
        """Return the slots of a rule."""
        rule = self.law.rules[place]
        force = None if rule.force == ir.ALWAYS else self.force(rule.force)
        return RulePlan(
            rule.kind,
            self.store.seen(self.named[place], rule.kind),
            self.store.seen(self.truth(rule.condition, rule.kind), rule.kind),
            None if force is None else self.store.seen(force, rule.kind),
            tuple(self.gives_plan(place, gives) for gives in rule.gives),
        )

    def gives_plan(self, place: int, gives: ir.Gives) -> GivesPlan:
        """Return the slots of a value that a rule gives."""
        kind, seen = self.law.rules[place].kind, self.store.seen
        when = None if gives.when is None else seen(self.truth(gives.when, kind), kind)
        truth, value = self.gift(place, gives)
        return GivesPlan(gives.decision, seen(truth, kind), seen(value, kind), when)

    # --- expressions ---

    def truth(self, expr: ir.Expr, kind: str) -> Place:
        """Return the slot of whether a condition holds of a thing of `kind`."""
        place = self.value(expr, kind)
        if place not in self.store.nothing:
            return place
        return self.store.add(place.kind, Slot(Op.TRUTH, (place.number,)))

    def truths(self, parts: Iterable[ir.Expr], kind: str) -> list[Place]:
        """Return the slots of whether conditions hold."""
        return [self.truth(part, kind) for part in parts]

    def value(self, expr: ir.Expr, kind: str) -> Place:
        """Return the slot of an expression, a thing of `kind` in scope.

        An expression of the law is known again by its identity.
        """
        expr = unstated(expr)
        known = self.known.get((id(expr), kind))
        if known is None:
            known = self.known[id(expr), kind] = self.added(expr, kind)
        return known

    def added(self, expr: ir.Expr, kind: str) -> Place:  # noqa: C901
        """Return the slot of an expression that is met for the first time."""
        match expr:  # the most frequent first
            case ir.Fact(owner, key):
                assert owner in self.store.lines[kind], f"{owner}.{key} is read of a {kind}"
                return self.store.add(owner, Slot(Op.FACT, (), (key,)))
            case ir.All(parts):
                return self.store.all_of(self.truths(parts, kind))
            case ir.Any(parts):
                return self.store.any_of(self.truths(parts, kind))
            case ir.Literal(value, type_):
                return self.store.free(Slot(Op.CONSTANT, (), (type_word(type_), exact(value))))
            case ir.Not(part):
                return self.store.joined(Op.NOT, [self.truth(part, kind)])
            case ir.OneOf(subject, values):
                return self.store.computed(Op.ONE_OF, [self.value(subject, kind)], (values,))
            case ir.Under(subject, ranges):
                return self.store.computed(Op.UNDER, [self.value(subject, kind)], (ranges,))
            case ir.Compare(op, left, right):
                sides = [self.value(left, kind), self.value(right, kind)]
                return self.store.joined(Op.COMPARE, sides, (op.value,))
            case ir.AtLeast(number, parts):
                return self.store.joined(Op.AT_LEAST, self.truths(parts, kind), (number,))
            case ir.Applies(eids):
                return self.store.any_of([self.named[place] for place in self.places(eids)])
            case ir.Concept() | ir.Quantity():
                return self.named[expr]
            case ir.Decided():
                return self.store.computed(Op.SPOKEN, [self.named[expr]])
            case ir.Some() | ir.Every() | ir.CountOf() | ir.TotalOf():
                return self.of_members(expr)
            case ir.Parameter(key):
                return self.store.free(Slot(Op.DAY, (), (key,)))
            case ir.Rounded(part, rounding, unit):
                how = rounding.value, unit
                return self.store.computed(Op.ROUNDED, [self.value(part, kind)], how)
            case ir.Shifted() | ir.StartOf() | ir.DaysIn():
                return of_days(self.store, expr, kind, self.value, self.truth)
            case ir.Bracketed(subject, rows, by_part):
                return self.table(self.value(subject, kind), rows, by_part=by_part)
            case ir.Total(parts) | ir.Product(parts) | ir.Largest(parts) | ir.Smallest(parts):
                of = [self.value(part, kind) for part in parts]
                return self.store.computed(_PLAIN[type(expr)], of)
            case ir.Quotient(parts):
                return self.quotient(parts, kind)
            case (
                ir.Difference(left, right)
                | ir.DaysBetween(left, right)
                | ir.MonthsBetween(left, right)
            ):
                sides = [self.value(left, kind), self.value(right, kind)]
                return self.store.computed(_PLAIN[type(expr)], sides)
            case ir.ByCase() | ir.IfAny():
                return self.alternatives(expr, kind)
            case ir.Stated():
                raise AssertionError(expr)  # its words were left out

    def alternatives(self, expr: ir.ByCase | ir.IfAny, kind: str) -> Place:
        """Return the slot of a value by case, or of zero where there is none."""
        if isinstance(expr, ir.IfAny):
            return self.store.joined(Op.IF_ANY, [self.value(expr.part, kind)])
        of: list[Place] = []
        values: list[Place] = []
        for condition, then in expr.cases:
            values.append(self.value(then, kind))
            of += [self.truth(condition, kind), values[-1]]
        if expr.otherwise is not None:
            values.append(self.value(expr.otherwise, kind))
            of.append(values[-1])
        home = self.store.home(of)
        slot = Slot(Op.BY_CASE, self.store.all_at(of, home))
        nothing = expr.otherwise is None or not self.store.nothing.isdisjoint(values)
        return self.store.add(home, slot, nothing=nothing)

    def of_members(self, expr: ir.Some | ir.Every | ir.CountOf | ir.TotalOf) -> Place:
        """Return the slot of an expression over members; it stands with their owner."""
        owner = next(kind.parent for kind in self.law.kinds if kind.key == expr.kind) or ""
        member, nothing = expr.kind, False
        match expr:
            case ir.Some(number, _, condition):
                part = self.store.at(self.truth(condition, member), member)
                slot = Slot(Op.SOME, (), (number, member, part))
            case ir.Every(_, condition):
                part = self.store.at(self.truth(condition, member), member)
                slot = Slot(Op.EVERY, (), (member, part))
            case ir.CountOf(_, None):
                slot = Slot(Op.COUNT, (), (member, None))
            case ir.CountOf(_, condition):
                assert condition is not None
                part = self.store.at(self.truth(condition, member), member)
                slot = Slot(Op.COUNT, (), (member, part))
            case ir.TotalOf(_, summand):
                place = self.value(summand, member)
                slot = Slot(Op.SUM, (), (member, self.store.at(place, member)))
                nothing = place in self.store.nothing
            case _:
                assert_never(expr)
        return self.store.add(owner, slot, nothing=nothing)

    def quotient(self, parts: tuple[ir.Expr, ...], kind: str) -> Place:
        """Return the slot of a quotient; by zero it is nothing without a third part."""
        of = [self.value(part, kind) for part in parts]
        never_zero = isinstance(parts[1], ir.Literal) and parts[1].value != 0
        home = self.store.home(of)
        nothing = not (never_zero or parts[2:]) or not self.store.nothing.isdisjoint(of)
        slot = Slot(Op.QUOTIENT, self.store.all_at(of, home))
        return self.store.add(home, slot, nothing=nothing)

    def table(self, subject: Place, rows: tuple[ir.Row, ...], *, by_part: bool) -> Place:
        """Return the slot of a table applied to a value."""
        lines = tuple((row.over, row.up_to, row.value) for row in rows)
        if by_part:
            return self.store.computed(Op.PARTS, [subject], (lines,))
        covered = rows[0].over is None and rows[-1].up_to is None
        covered = covered and all(
            row.up_to == after.over for row, after in itertools.pairwise(rows)
        )
        home = self.store.home([subject])
        slot = Slot(Op.ROW, (self.store.at(subject, home),), (lines,))
        return self.store.add(home, slot, nothing=not covered or subject in self.store.nothing)

    def force(self, force: ir.Force) -> Place:
        """Return the slot of whether a version is in force."""
        if force == ir.ALWAYS:
            return self.store.free(Slot(Op.CONSTANT, (), ("truth", True)))
        assert self.law.law_day is not None
        day = self.store.free(Slot(Op.DAY, (), (self.law.law_day,)))
        return self.store.joined(Op.IN_FORCE, [day], (force.start, force.end))


def exact(value: ir.Value) -> ir.Value:
    """Return a value of the law; a whole number always as an `int`."""
    whole = isinstance(value, Fraction) and value.denominator == 1
    return int(value) if whole else value  # type: ignore[arg-type]  # it is a fraction


def type_word(type_: Type) -> str:
    """Return the word for a type."""
    match type_:
        case Choice():
            return "choice"
        case Basic():
            return type_.value
        case Money():
            return "money"
