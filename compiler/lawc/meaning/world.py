"""A law with its days, the facts of a case, and the facts that assumptions add."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import field, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, wraps
from typing import Any, TypeVar

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type, values_of
from lawc.meaning.cases import Thing
from lawc.meaning.truth import UNKNOWN, Result, State
from lawc.records import dataclass

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")

_OF_LAW = (
    "elements",
    "types",
    "assumable",
    "places",
    "decisions",
    "meanings",
    "giving",
    "inside",
    "displacers",
)


@dataclass(frozen=True)
class World:
    """A law with the days it is asked for, and values that are being tried.

    `memory` holds results, so that nothing is computed twice.
    """

    law: ir.Law
    parameters: Mapping[str, date]
    tried: Mapping[tuple[str, str], ir.Value] = field(default_factory=dict)
    memory: dict[Any, Any] = field(init=False, default_factory=dict, compare=False, repr=False)

    @cached_property
    def elements(self) -> Mapping[str, ir.Element]:
        """The elements by eid."""
        return {element.eid: element for element in self.law.elements}

    @cached_property
    def types(self) -> Mapping[tuple[str, str], Type]:
        """The type of each fact, by kind and key."""
        return {(fact.kind, fact.key): fact.type for fact in self.law.facts}

    @cached_property
    def limits(self) -> Mapping[tuple[str, str], tuple[Fraction | None, Fraction | None]]:
        """The least and the most that facts can be, of those that the law limits."""
        return {
            (fact.kind, fact.key): (
                None if fact.least is None else Fraction(fact.least),
                None if fact.most is None else Fraction(fact.most),
            )
            for fact in self.law.facts
            if fact.limited
        }

    @cached_property
    def assumable(self) -> Set[tuple[str, str]]:
        """The facts for which assumptions, or their type, may leave a single value."""
        tied = {
            (clause.kind, part.key) for clause in self.law.clauses for part in clause.literals
        }
        return tied | {fact for fact, type_ in self.types.items() if len(values_of(type_)) == 1}

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each rule in the law, by the identity of the object."""
        return {id(rule): place for place, rule in enumerate(self.law.rules)}

    @cached_property
    def decisions(self) -> Mapping[str, ir.Decision]:
        """The decisions by key."""
        return {decision.key: decision for decision in self.law.decisions}

    @cached_property
    def giving(self) -> Mapping[str, tuple[tuple[ir.Rule, ir.Gives], ...]]:
        """For each decision, the rules that give it a value, in the order of the law."""
        rules_of: dict[str, list[tuple[ir.Rule, ir.Gives]]] = {}
        for rule in self.law.rules:
            for gives in rule.gives:
                rules_of.setdefault(gives.decision, []).append((rule, gives))
        return {key: tuple(rules) for key, rules in rules_of.items()}

    @cached_property
    def meanings(self) -> Mapping[str, tuple[ir.Definition, ...]]:
        """The versions of each concept."""
        versions_of: dict[str, list[ir.Definition]] = {}
        for definition in self.law.definitions:
            versions_of.setdefault(definition.key, []).append(definition)
        return {key: tuple(versions) for key, versions in versions_of.items()}

    @cached_property
    def inside(self) -> Mapping[str, list[int]]:
        """For each element, the places of the rules at or below it."""
        places: dict[str, list[int]] = {}
        for place, rule in enumerate(self.law.rules):
            for eid in self.above(rule.eid):
                places.setdefault(eid, []).append(place)
        return places

    @cached_property
    def displacers(self) -> Mapping[int, tuple[ir.Rule, ...]]:
        """For each rule, by identity, the other rules that displace it.

        Rules that the same ones displace have the very same tuple.
        """
        naming: dict[str, list[int]] = {}
        for place, rule in enumerate(self.law.rules):
            for target in rule.displaces:
                naming.setdefault(target, []).append(place)
        displacers = {}
        groups: dict[frozenset[int], tuple[ir.Rule, ...]] = {}
        for place, rule in enumerate(self.law.rules):
            by = frozenset(i for eid in self.above(rule.eid) for i in naming.get(eid, ()))
            by -= {place}
            if by not in groups:
                groups[by] = tuple(self.law.rules[i] for i in sorted(by))
            displacers[id(rule)] = groups[by]
        return displacers

    def line(self, kind: str) -> tuple[str, ...]:
        """Return `kind` and the kinds above it, nearest first."""
        parent = next(declared.parent for declared in self.law.kinds if declared.key == kind)
        return (kind,) if parent is None else (kind, *self.line(parent))

    def above(self, eid: str) -> tuple[str, ...]:
        """Return `eid` and the elements that contain it, the nearest first."""
        element = self.elements.get(eid)
        if element is None or element.parent is None:
            return (eid,)
        return (eid, *self.above(element.parent))

    def displacing(self, rule: ir.Rule) -> tuple[ir.Rule, ...]:
        """Return the rules that displace `rule`, in the order of the law."""
        return self.displacers[id(rule)]

    def below(self, eids: tuple[str, ...]) -> tuple[ir.Rule, ...]:
        """Return the rules at or below the elements `eids`, in the order of the law."""
        places = {place for eid in eids for place in self.inside.get(eid, ())}
        return tuple(self.law.rules[place] for place in sorted(places))


def trying(world: World, values: Mapping[tuple[str, str], ir.Value]) -> World:
    """Return `world` with these values tried as well, by path and key of the fact."""
    return _of_same_law(world, replace(world, tried={**world.tried, **values}))


def on(world: World, parameters: Mapping[str, date]) -> World:
    """Return the law of `world` asked for other days, with nothing tried."""
    return _of_same_law(world, World(world.law, parameters))


def _of_same_law(world: World, other: World) -> World:
    """Return `other` with the tables of their law that `world` has built."""
    known = {name: world.__dict__[name] for name in _OF_LAW if name in world.__dict__}
    other.__dict__.update(known)
    return other


def possible(world: World, root: Thing) -> bool:
    """Return whether the values tried of `root` and things below it break no assumption."""
    return not any(
        clause.kind == thing.kind
        and any((thing.path, part.key) in world.tried for part in clause.literals)
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for thing in below(root)
        for clause in world.law.clauses
    )


def below(thing: Thing) -> Iterator[Thing]:
    """Yield `thing` and all things in its lists."""
    yield thing
    for group in thing.members.values():
        for member in group:
            yield from below(member)


def once(
    find: Callable[[World, Subject, Thing], Answer],
) -> Callable[[World, Subject, Thing], Answer]:
    """Return `find` with a memory, so that no result is computed twice."""

    @wraps(find)
    def recall(world: World, subject: Subject, thing: Thing) -> Answer:
        key = (find, id(subject), thing)
        if key not in world.memory:
            world.memory[key] = (subject, find(world, subject, thing))
        result: Answer = world.memory[key][1]
        return result

    return recall


# --- days -------------------------------------------------------------------------------


def day(world: World, key: str) -> date | State:
    """Return the day under `key`: supplied, or set by the law itself."""
    if key in world.parameters:
        return world.parameters[key]
    declared = next(
        (parameter for parameter in world.law.parameters if parameter.key == key), None
    )
    return UNKNOWN if declared is None or declared.value is None else declared.value


def in_force(world: World, force: ir.Force) -> bool | State:
    """Return whether a version is in force on the day whose law is applied."""
    if force.start is force.end is None:
        return True
    assert world.law.law_day is not None
    applied = day(world, world.law.law_day)
    if isinstance(applied, State):
        return UNKNOWN
    return (force.start is None or force.start <= applied) and (
        force.end is None or applied <= force.end
    )


# --- facts ------------------------------------------------------------------------------


def fact(world: World, thing: Thing, key: str) -> Result:
    """Return the value known for `key`: tried, supplied, or left by the assumptions."""
    supplied = stated(world, thing, key)
    if supplied is not UNKNOWN or (thing.kind, key) not in world.assumable:
        return supplied
    return _assumed(world, thing, key)


def stated(world: World, thing: Thing, key: str) -> Result:
    """Return the value tried or supplied for `key`, UNKNOWN if neither."""
    return world.tried.get((thing.path, key), thing.facts.get(key, UNKNOWN))


def _assumed(world: World, thing: Thing, key: str) -> Result:
    left = values_of(world.types.get((thing.kind, key)))
    for clause in world.law.clauses:
        mine = [part for part in clause.literals if part.key == key]
        if clause.kind != thing.kind or not mine:
            continue
        others = [part for part in clause.literals if part.key != key]
        if all(fails(stated(world, thing, part.key), part) for part in others):
            left = tuple(v for v in left if any(v in part.values for part in mine))
    return left[0] if len(left) == 1 else UNKNOWN


def fails(value: Result, literal: ir.FactLiteral) -> bool:
    """Return whether `value` is known and rules `literal` out."""
    return value is not UNKNOWN and value not in literal.values


def domain(law: ir.Law, kind: str, key: str) -> tuple[str | bool, ...]:
    """Return the values of a fact of type truth or choice, none for other types."""
    same = (fact.type for fact in law.facts if (fact.kind, fact.key) == (kind, key))
    return values_of(next(same, None))


def suppliable(law: ir.Law, kind: str) -> dict[str, Type]:
    """Return the types of all that a case may supply of a thing of `kind`, facts first."""
    types: dict[str, Type] = {fact.key: fact.type for fact in law.facts if fact.kind == kind}
    types |= {
        definition.key: Basic.TRUTH for definition in law.definitions if definition.kind == kind
    }
    types |= {
        quantity.key: quantity.type for quantity in law.quantities if quantity.kind == kind
    }
    types |= {
        decision.key: decision.type for decision in law.decisions if decision.kind == kind
    }
    return types


def members(world: World, thing: Thing, kind: str) -> tuple[Thing, ...] | None:
    """Return the members of `kind` of the thing in scope, None if they are not known."""
    parent = next(k.parent for k in world.law.kinds if k.key == kind)
    owner = thing.of(parent) if parent is not None else None
    return None if owner is None else owner.members.get(kind)
