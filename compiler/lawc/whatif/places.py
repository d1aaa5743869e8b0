"""The conditions that an answer rests on in a case, each with the facts that it reads there.

A *leaf* is a condition that has no other condition in it: a fact, a comparison, a list of
values. Concepts, provisions and members of lists are followed to their leaves; versions that
are not in force, and whatever the case supplies as established, are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import pairwise

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import children
from lawc.meaning.cases import Thing
from lawc.meaning.comparisons import ONE_WAY
from lawc.meaning.interpret import decision as decision_of
from lawc.meaning.truth import UNKNOWN, Result
from lawc.meaning.world import World, fact, in_force, members, stated
from lawc.records import dataclass

_MONOTONE = (*ONE_WAY, ir.Compare, ir.OneOf, ir.Under)


@dataclass(frozen=True, slots=True)
class Place:
    """A fact of one thing in a case."""

    owner: Thing
    declared: ir.FactDeclaration

    @property
    def path(self) -> str:
        """The path of the fact in the case: `offences[0].category`."""
        return self.owner.where(self.declared.key)

    def known(self, world: World) -> Result:
        """Return the value of the fact, as far as it is known."""
        return fact(world, self.owner, self.declared.key)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition about `thing`. `reads` are the places, each as often as it is read.

    The condition may turn at any value of a place in `rough`: how it reads that is not known.
    """

    expr: ir.Expr
    thing: Thing
    reads: tuple[Place, ...]
    rough: frozenset[Place]


@dataclass(frozen=True, slots=True)
class Rests:
    """The leaves that an answer rests on, and their places.

    `places` are those that are read, then those that assumptions tie to them; `amounts` those
    that the value of the answer is computed from; `lists` the paths of unknown lists.
    """

    leaves: tuple[Leaf, ...]
    places: tuple[Place, ...]
    amounts: frozenset[Place]
    lists: tuple[str, ...]


def rests_of_decisions(world: World, decisions: Iterable[ir.Decision], thing: Thing) -> Rests:
    """Return the rests of the answers about `thing`, in the order of the law."""
    walk = _Walk(world)
    amounts = [place for decision in decisions for place in walk.decision(decision, thing)]
    return walk.rests(amounts)


def rests_of_condition(world: World, condition: ir.Expr, thing: Thing) -> Rests:
    """Return the rests of `condition` where `thing` is in scope."""
    walk = _Walk(world)
    walk.condition(condition, thing)
    return walk.rests(())


@dataclass(frozen=True)
class _Walk:
    """A walk through the law, which passes each part once for a thing."""

    world: World
    leaves: list[Leaf] = field(default_factory=list)
    places: dict[Place, None] = field(default_factory=dict)
    lists: dict[str, None] = field(default_factory=dict)
    seen: dict[tuple[object, ...], tuple[Place, ...]] = field(default_factory=dict)

    def rests(self, amounts: Iterable[Place]) -> Rests:
        for place in tuple(self.places):
            self.tie(place)
        return Rests(
            tuple(self.leaves), tuple(self.places), frozenset(amounts), tuple(self.lists)
        )

    def once(self, *key: object) -> bool:
        """Return whether `key` is new."""
        if key in self.seen:
            return False
        self.seen[key] = ()
        return True

    def tie(self, place: Place) -> None:
        """Add the facts that an assumption ties to `place`."""
        owner = place.owner
        for clause in self.world.law.clauses:
            keys = [part.key for part in clause.literals]
            if clause.kind == owner.kind and place.declared.key in keys:
                for key in keys:
                    tied = Place(owner, _declared(self.world.law, owner.kind, key))
                    if tied not in self.places:
                        self.places[tied] = None
                        self.tie(tied)

    # --- rules and conditions -------------------------------------------------------------

    def decision(self, decision: ir.Decision, thing: Thing) -> tuple[Place, ...]:
        """Walk through the rules of a decision; return the places that make its amount."""
        owner = thing.of(decision.kind)
        if owner is None or stated(self.world, owner, decision.key) is not UNKNOWN:
            return ()
        key = ("decision", decision.key, owner)
        if self.once(*key):
            amounts: list[Place] = []
            for rule in self.world.law.rules:
                for gives in rule.gives:
                    if gives.decision == decision.key:
                        self.rule(rule, owner)
                        if gives.when is not None:
                            self.condition(gives.when, owner)
                        if decision.type is Basic.TRUTH:
                            self.condition(gives.value, owner)
                        else:
                            amounts += (place for place, _ in self.amount(gives.value, owner))
            self.seen[key] = tuple(amounts)
        return self.seen[key]

    def rule(self, rule: ir.Rule, thing: Thing) -> None:
        if self.once(id(rule), thing) and in_force(self.world, rule.force) is not False:
            self.condition(rule.condition, thing)
            for by in self.world.displacing(rule):
                self.rule(by, thing)

    def condition(self, expr: ir.Expr, thing: Thing) -> None:
        match expr:
            case ir.Stated() | ir.Not() | ir.All() | ir.Any() | ir.AtLeast():
                for part in children(expr):
                    self.condition(part, thing)
            case ir.Some(_, kind, inner) | ir.Every(kind, inner):
                for member in self.members(kind, thing):
                    self.condition(inner, member)
            case ir.Concept(key):
                self.concept(key, thing)
            case ir.Applies(eids):
                for rule in self.world.below(eids):
                    self.rule(rule, thing)
            case _ if self.once(id(expr), thing):
                read = tuple(self.amount(expr, thing))
                rough = frozenset(place for place, smooth in read if not smooth)
                places = tuple(place for place, _ in read)
                self.leaves.append(Leaf(expr, thing, places, rough))

    def concept(self, key: str, thing: Thing) -> None:
        for definition in self.world.law.definitions:
            owner = thing.of(definition.kind) if definition.key == key else None
            if (
                owner is not None
                and stated(self.world, owner, key) is UNKNOWN
                and in_force(self.world, definition.force) is not False
                and self.once(id(definition), owner)
            ):
                self.condition(definition.condition, owner)

    def members(self, kind: str, thing: Thing) -> tuple[Thing, ...]:
        group = members(self.world, thing, kind)
        if group is None:
            declared = next(k for k in self.world.law.kinds if k.key == kind)
            owner, name = thing.of(declared.parent or ""), declared.field or ""
            self.lists[owner.where(name) if owner else name] = None
        return group or ()

    def limits(self, expr: ir.Expr, thing: Thing) -> None:
        """Add the comparisons by which a limit on an amount bites, or one of two is larger."""
        limited = isinstance(expr, ir.Largest | ir.Smallest)
        if limited and self.once("limits", id(expr), thing):
            for left, right in pairwise(children(expr)):
                self.condition(ir.Compare(ir.Comparison.LE, left, right), thing)

    # --- amounts --------------------------------------------------------------------------

    def amount(self, expr: ir.Expr, thing: Thing) -> Iterator[tuple[Place, bool]]:
        """Yield the places of an amount, each with whether it only rises or falls with it."""
        match expr:
            case ir.Fact(kind, key):
                owner = thing.of(kind)
                if owner is not None:
                    place = Place(owner, _declared(self.world.law, kind, key))
                    self.places[place] = None
                    yield place, True
            case ir.Quantity(key):
                yield from self.quantity(key, thing)
            case ir.Decided(key):
                places = self.decision(decision_of(self.world.law, key), thing)
                yield from ((place, False) for place in places)
            case ir.CountOf(kind, inner):
                for member in self.members(kind, thing):
                    if inner is not None:
                        self.condition(inner, member)
            case ir.TotalOf(kind, inner):
                for member in self.members(kind, thing):
                    yield from self.amount(inner, member)
            case ir.All() | ir.Any() | ir.AtLeast() | ir.Not() | ir.Some() | ir.Every():
                self.condition(expr, thing)
            case ir.Concept() | ir.Applies():
                self.condition(expr, thing)
            case _:
                self.limits(expr, thing)
                smooth = isinstance(expr, _MONOTONE)
                for part in children(expr):
                    yield from ((p, same and smooth) for p, same in self.amount(part, thing))

    def quantity(self, key: str, thing: Thing) -> Iterator[tuple[Place, bool]]:
        for quantity in self.world.law.quantities:
            owner = thing.of(quantity.kind) if quantity.key == key else None
            if (
                owner is not None
                and stated(self.world, owner, key) is UNKNOWN
                and in_force(self.world, quantity.force) is not False
            ):
                if quantity.type is Basic.TRUTH:
                    self.condition(quantity.value, owner)
                else:
                    yield from self.amount(quantity.value, owner)


def _declared(law: ir.Law, kind: str, key: str) -> ir.FactDeclaration:
    return next(
        declared for declared in law.facts if (declared.kind, declared.key) == (kind, key)
    )
