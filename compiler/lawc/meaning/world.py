"""What a law is asked with: the days, the facts, and what the assumptions add to them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import field, replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type, values_of
from lawc.meaning.cases import Thing
from lawc.meaning.truth import UNKNOWN, Result, State
from lawc.records import dataclass

Asked = TypeVar("Asked")
Found = TypeVar("Found")

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

    `memory` holds what was found out already, so that nothing is computed twice.
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
    def assumable(self) -> Set[tuple[str, str]]:
        """The facts of which assumptions, or their type, may leave one value only."""
        tied = {(one.kind, part.key) for one in self.law.clauses for part in one.literals}
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
        found: dict[str, list[tuple[ir.Rule, ir.Gives]]] = {}
        for rule in self.law.rules:
            for gives in rule.gives:
                found.setdefault(gives.decision, []).append((rule, gives))
        return {key: tuple(rules) for key, rules in found.items()}

    @cached_property
    def meanings(self) -> Mapping[str, tuple[ir.Definition, ...]]:
        """The versions of each concept."""
        found: dict[str, list[ir.Definition]] = {}
        for one in self.law.definitions:
            found.setdefault(one.key, []).append(one)
        return {key: tuple(versions) for key, versions in found.items()}

    @cached_property
    def inside(self) -> Mapping[str, list[int]]:
        """For each element, the places of the rules at or below it."""
        found: dict[str, list[int]] = {}
        for place, rule in enumerate(self.law.rules):
            for eid in self.above(rule.eid):
                found.setdefault(eid, []).append(place)
        return found

    @cached_property
    def displacers(self) -> Mapping[int, tuple[ir.Rule, ...]]:
        """For each rule, by identity, the other rules that displace it.

        Rules that the same ones displace have the very same tuple.
        """
        naming: dict[str, list[int]] = {}
        for place, rule in enumerate(self.law.rules):
            for target in rule.displaces:
                naming.setdefault(target, []).append(place)
        found = {}
        groups: dict[frozenset[int], tuple[ir.Rule, ...]] = {}
        for place, rule in enumerate(self.law.rules):
            by = frozenset(i for eid in self.above(rule.eid) for i in naming.get(eid, ()))
            by -= {place}
            if by not in groups:
                groups[by] = tuple(self.law.rules[i] for i in sorted(by))
            found[id(rule)] = groups[by]
        return found

    def line(self, kind: str) -> tuple[str, ...]:
        """Return `kind` and the kinds above it, nearest first."""
        parent = next(one.parent for one in self.law.kinds if one.key == kind)
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
    """Return `other` with what `world` knows of their law, not to be looked for again."""
    known = {name: world.__dict__[name] for name in _OF_LAW if name in world.__dict__}
    other.__dict__.update(known)
    return other


def possible(world: World, root: Thing) -> bool:
    """Tell whether no assumption is broken by what is tried of `root` and things below it."""
    return not any(
        clause.kind == one.kind
        and any((one.path, part.key) in world.tried for part in clause.literals)
        and all(fails(stated(world, one, part.key), part) for part in clause.literals)
        for one in below(root)
        for clause in world.law.clauses
    )


def below(thing: Thing) -> Iterator[Thing]:
    """Yield `thing` and all things in its lists."""
    yield thing
    for group in thing.members.values():
        for one in group:
            yield from below(one)


def once(
    find: Callable[[World, Asked, Thing], Found],
) -> Callable[[World, Asked, Thing], Found]:
    """Return `find` with a memory: a world is not asked the same of a thing twice."""

    @wraps(find)
    def recall(world: World, asked: Asked, thing: Thing) -> Found:
        key = (find, id(asked), thing)
        if key not in world.memory:
            world.memory[key] = (asked, find(world, asked, thing))
        found: Found = world.memory[key][1]
        return found

    return recall


# --- days -------------------------------------------------------------------------------


def day(world: World, key: str) -> date | State:
    """Return the day asked for under `key`: given, or said by the law itself."""
    if key in world.parameters:
        return world.parameters[key]
    declared = next((one for one in world.law.parameters if one.key == key), None)
    return UNKNOWN if declared is None or declared.value is None else declared.value


def in_force(world: World, force: ir.Force) -> bool | State:
    """Tell whether a version is in force on the day whose law is applied."""
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
    """Return what is known of `key`: tried, supplied, or left by the assumptions."""
    supplied = stated(world, thing, key)
    if supplied is not UNKNOWN or (thing.kind, key) not in world.assumable:
        return supplied
    return _assumed(world, thing, key)


def stated(world: World, thing: Thing, key: str) -> Result:
    """Return what is tried or supplied for `key`, UNKNOWN if neither."""
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
    """Tell whether `value` is known and rules `literal` out."""
    return value is not UNKNOWN and value not in literal.values


def domain(law: ir.Law, kind: str, key: str) -> tuple[str | bool, ...]:
    """Return the values of a fact of type truth or choice, none for other types."""
    same = (fact.type for fact in law.facts if (fact.kind, fact.key) == (kind, key))
    return values_of(next(same, None))


def suppliable(law: ir.Law, kind: str) -> dict[str, Type]:
    """Return what can be said of a thing of `kind`: facts, then what can be established."""
    found: dict[str, Type] = {one.key: one.type for one in law.facts if one.kind == kind}
    found |= {one.key: Basic.TRUTH for one in law.definitions if one.kind == kind}
    found |= {one.key: one.type for one in law.quantities if one.kind == kind}
    found |= {one.key: one.type for one in law.decisions if one.kind == kind}
    return found


def members(world: World, thing: Thing, kind: str) -> tuple[Thing, ...] | None:
    """Return the members of `kind` of the thing in scope, None if they are not known."""
    parent = next(k.parent for k in world.law.kinds if k.key == kind)
    owner = thing.of(parent) if parent is not None else None
    return None if owner is None else owner.members.get(kind)
