"""Explanations: a case laid over the skeleton of a law. Part of the specification.

`skeleton` and `reckoning` build the nodes of reasoning trees and the amounts in them, `laying`
gives them the truth of a case; this module is the interpreter as the scope of that. Answers are
those of `answers`; facts tried there by cases leave their nodes unknown here.

A rule's gifts are the values it would give, but for nothing and for those whose further
condition (`when`) fails. Values are as in JSON (`lawc.runtime.reasons.shown`), by their type.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.meaning.answers import answer, deciding
from lawc.meaning.asking import Asked, AskedAmount, Read, Source
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, decide, decision, gifts, holds, value
from lawc.meaning.lapsed import lapsed
from lawc.meaning.laying import Reading, explanations
from lawc.meaning.skeleton import Bones, bones, cited
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, State
from lawc.meaning.world import World, day, fact, members, stated
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import (
    Answer,
    Cited,
    Combined,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Head,
    Node,
    Reasons,
    Rests,
    shown,
    where,
)
from lawc.runtime.values import Truth


def explain(
    world: World, thing: Thing, skeleton: Bones | None = None
) -> tuple[Explanation, ...]:
    """Explain `thing`, if the law decides of it, and every thing below that it decides of.

    Pass `bones(law)` as `skeleton` to build it once for many cases under one law.
    """
    structure = skeleton or bones(world.law)
    return explanations(structure.skeleton, _Case(world, structure), thing)


@dataclass(frozen=True, slots=True)
class Laid:
    """A case laid over the skeleton of its law, with what elements say."""

    bones: Bones
    reading: Reading[Thing]

    def ground(self, rule: int, thing: Thing) -> Ground | None:
        """Return the ground of a rule, None where it is not in force."""
        asked = self.bones.rules[rule]
        return None if self.reading.now(asked) is False else self.reading.ground(asked, thing)

    def condition(self, cited: Cited, bone: Asked, thing: Thing) -> Ground:
        """Return the reasons of a condition that is of no rule."""
        node = self.reading.node(bone, thing)
        return Ground(cited, node.truth, Reasons(node, ()))

    def amount(self, cited: Cited, key: str, bone: AskedAmount, thing: Thing) -> Ground:
        """Return the reasons of an amount that is of no rule."""
        amount = self.reading.amount(bone, thing)
        gift = Gift(key or cited.citation, amount.value, True, amount)
        return Ground(cited, True, Reasons(Node(Head("", Rests.ALL), True), (gift,)))


def laid(world: World) -> Laid:
    """Return the trees of any case of a world, with those of elements."""
    structure = bones(world.law, world, elements=True)
    return Laid(structure, Reading(structure.skeleton, _Case(world, structure)))


def plain(result: Result, type_: Type) -> Plain | None:
    """Return `result` as in JSON, None if there is no value."""
    if isinstance(result, State):
        return None
    return shown(result, fraction=type_ is Basic.FRACTION)


@dataclass(frozen=True, slots=True)
class _Case:
    """The scope of reasoning trees, as the interpreter sees it."""

    world: World
    bones: Bones

    def truth(self, place: int, thing: Thing) -> Truth:
        return _truth(holds(self.world, self.bones.leaves[place], thing))

    def applies(self, place: int, thing: Thing) -> Truth:
        return _truth(applies(self.world, self.world.law.rules[place], thing))

    def gifts(self, place: int, thing: Thing) -> tuple[tuple[int, Gift], ...]:
        if not self.bones.values:
            return ()
        return tuple(_gifts(self.world, self.world.law.rules[place], thing))

    def amount(self, bone: AskedAmount, thing: Thing) -> tuple[Plain | None, bool]:
        expr, _ = self.bones.amounts[bone.place]
        result = value(self.world, expr, thing)
        if isinstance(result, State):
            return None, result is NOTHING
        return shown(result, fraction=bone.head.type == "fraction"), False

    def counted(self, place: int, thing: Thing) -> tuple[tuple[str, Truth], ...] | None:
        expr, _ = self.bones.amounts[place]
        assert isinstance(expr, ir.CountOf)
        group = members(self.world, thing, expr.kind)
        if group is None:
            return None
        if expr.condition is None:
            return tuple((member.path, True) for member in group)
        return tuple(
            (member.path, _truth(holds(self.world, expr.condition, member))) for member in group
        )

    def supplied(self, key: str, thing: Thing) -> bool:
        return stated(self.world, thing, key) is not UNKNOWN

    def provisions(self, key: str, thing: Thing) -> tuple[str, ...]:
        result = value(self.world, ir.Decided(key), thing)
        if result is UNKNOWN:
            return ()
        return deciding(self.world, decision(self.world.law, key), thing, result)

    def answers(self, kind: str, thing: Thing) -> tuple[Answer, ...]:
        return tuple(
            answered(self.world, declared, thing)
            for declared in self.world.law.decisions
            if declared.kind == kind
        )

    def day(self, key: str) -> date | None:
        result = day(self.world, key)
        return result if isinstance(result, date) else None

    def owner(self, kind: str, thing: Thing) -> Thing | None:
        return thing.of(kind)

    def members(self, kind: str, thing: Thing) -> tuple[Thing, ...] | None:
        return members(self.world, thing, kind)

    def path(self, thing: Thing) -> str:
        return thing.path

    def used(self, read: Read, thing: Thing) -> FactUsed:
        if read.source is Source.DAY:
            return FactUsed(read.key, plain(day(self.world, read.key), Basic.DATE))
        if read.source is Source.MEMBERS:
            return _listed(self.world, read.kind, thing)
        return _used(self.world, read, thing)

    def established(self, key: str, thing: Thing) -> Truth:
        return _truth(stated(self.world, thing, key))


def _truth(result: Result) -> Truth:
    return result if isinstance(result, bool) else None


def _listed(world: World, kind: str, thing: Thing) -> FactUsed:
    declared = next(other for other in world.law.kinds if other.key == kind)
    owner = thing.of(declared.parent or "")
    group = members(world, thing, kind)
    path = where(owner.path if owner else "", declared.field or "")
    return FactUsed(path, None if group is None else len(group))


def _amount(path: str, result: Result, type_: Type) -> FactUsed:
    """Return a quantity or a decision as it is read."""
    return FactUsed(path, plain(result, type_), nothing=result is NOTHING)


def _used(world: World, read: Read, thing: Thing) -> FactUsed:
    owner = thing.of(read.kind)
    if owner is None:
        return FactUsed(read.key, None)
    path = owner.where(read.key)
    match read.source:
        case Source.QUANTITY:
            type_ = next(
                quantity.type for quantity in world.law.quantities if quantity.key == read.key
            )
            return _amount(path, value(world, ir.Quantity(read.key), owner), type_)
        case Source.CONCEPT:
            return FactUsed(path, _truth(value(world, ir.Concept(read.key), owner)))
        case Source.DECISION:
            type_ = decision(world.law, read.key).type
            return _amount(path, value(world, ir.Decided(read.key), owner), type_)
        case _:
            result = fact(world, owner, read.key)
            assumed = result is not UNKNOWN and stated(world, owner, read.key) is UNKNOWN
            return FactUsed(path, plain(result, world.types[read.kind, read.key]), assumed)


def _gifts(world: World, rule: ir.Rule, thing: Thing) -> Iterator[tuple[int, Gift]]:
    for number, gives in enumerate(rule.gives):
        when = True if gives.when is None else _truth(holds(world, gives.when, thing))
        amount = value(world, gives.value, thing)
        if when is not False and amount is not NOTHING:
            type_ = decision(world.law, gives.decision).type
            yield number, Gift(gives.decision, plain(amount, type_), when)


def answered(world: World, decided: ir.Decision, thing: Thing) -> Answer:
    """Return the answer to a decision about `thing`, as in JSON."""
    reached = answer(world, decided, thing)
    return Answer(
        decided.key,
        plain(reached.value, decided.type),
        reached.value is not UNKNOWN and reached.value is not CONTRADICTION,
        reached.provisions,
        reached.needed,
        reached.by_cases,
        reached.value is CONTRADICTION,
        stated(world, thing, decided.key) is not UNKNOWN,
        lapsed(world, reached, thing),
        _combined(world, decided, thing),
    )


def _combined(world: World, decided: ir.Decision, thing: Thing) -> Combined | None:
    """Return the values that provisions surely give, if several are combined."""
    if decided.combine is ir.Combine.ONE or stated(world, thing, decided.key) is not UNKNOWN:
        return None
    if isinstance(decide(world, decided, thing), State):
        return None
    values = tuple(
        (cited(world, gift.rule.eid)[0], _known_value(gift.value, decided.type))
        for gift in gifts(world, decided, thing)
        if gift.sure
    )
    if len(values) <= 1:
        return None
    return Combined(decided.combine.value, cited(world, decided.combined_in)[0], values)


def _known_value(value: Result, type_: Type) -> Plain:
    """Return a value that is known as in JSON."""
    assert not isinstance(value, State), "a rule that surely gives"
    return shown(value, fraction=type_ is Basic.FRACTION)
