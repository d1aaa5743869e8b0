"""Explanations: a case laid over the skeleton of a law. Part of the specification.

`skeleton` and `reckoning` say what the nodes of a reasoning tree and the amounts in it are,
`laying` how a case gives them their truth; here is the interpreter as the scope they are seen
through. Answers are those of `answers`; facts tried there by cases leave their nodes unknown
here.

A rule's gifts are what it would give: a value without its further condition failing (`when`),
and not nothing. Values are as in JSON (`lawc.runtime.reasons.shown`), by the declared type.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.meaning.answers import answer, deciding
from lawc.meaning.asking import AskedAmount, Read, Source
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, decide, decision, given, holds, value
from lawc.meaning.lapsed import lapsed
from lawc.meaning.laying import explanations
from lawc.meaning.skeleton import Bones, bones, cited
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, State
from lawc.meaning.world import World, day, fact, members, stated
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import Answer, Combined, Explanation, FactUsed, Gift, shown, where
from lawc.runtime.values import Truth


def explain(
    world: World, thing: Thing, skeleton: Bones | None = None
) -> tuple[Explanation, ...]:
    """Explain `thing`, if the law decides of it, and every thing below that it decides of.

    Of many cases under one law, pass `bones(law)` as `skeleton` to build it once.
    """
    made = skeleton or bones(world.law)
    return explanations(made.skeleton, _Case(world, made), thing)


def plain(found: Result, type_: Type) -> Plain | None:
    """Return `found` as in JSON, None where there is no value."""
    if isinstance(found, State):
        return None
    return shown(found, fraction=type_ is Basic.FRACTION)


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

    def amount(self, asked: AskedAmount, thing: Thing) -> tuple[Plain | None, bool]:
        expr, _ = self.bones.amounts[asked.place]
        found = value(self.world, expr, thing)
        if isinstance(found, State):
            return None, found is NOTHING
        return shown(found, fraction=asked.head.type == "fraction"), False

    def counted(self, place: int, thing: Thing) -> tuple[tuple[str, Truth], ...] | None:
        expr, _ = self.bones.amounts[place]
        assert isinstance(expr, ir.CountOf)
        group = members(self.world, thing, expr.kind)
        if group is None:
            return None
        if expr.condition is None:
            return tuple((one.path, True) for one in group)
        return tuple(
            (one.path, _truth(holds(self.world, expr.condition, one))) for one in group
        )

    def supplied(self, key: str, thing: Thing) -> bool:
        return stated(self.world, thing, key) is not UNKNOWN

    def provisions(self, key: str, thing: Thing) -> tuple[str, ...]:
        found = value(self.world, ir.Decided(key), thing)
        if found is UNKNOWN:
            return ()
        return deciding(self.world, decision(self.world.law, key), thing, found)

    def answers(self, kind: str, thing: Thing) -> tuple[Answer, ...]:
        return tuple(
            answered(self.world, one, thing)
            for one in self.world.law.decisions
            if one.kind == kind
        )

    def day(self, key: str) -> date | None:
        found = day(self.world, key)
        return found if isinstance(found, date) else None

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


def _truth(found: Result) -> Truth:
    return found if isinstance(found, bool) else None


def _listed(world: World, kind: str, thing: Thing) -> FactUsed:
    declared = next(one for one in world.law.kinds if one.key == kind)
    owner = thing.of(declared.parent or "")
    group = members(world, thing, kind)
    path = where(owner.path if owner else "", declared.field or "")
    return FactUsed(path, None if group is None else len(group))


def _used(world: World, read: Read, thing: Thing) -> FactUsed:
    owner = thing.of(read.kind)
    if owner is None:
        return FactUsed(read.key, None)
    path = owner.where(read.key)
    match read.source:
        case Source.QUANTITY:
            type_ = next(one.type for one in world.law.quantities if one.key == read.key)
            return FactUsed(path, plain(value(world, ir.Quantity(read.key), owner), type_))
        case Source.CONCEPT:
            return FactUsed(path, _truth(value(world, ir.Concept(read.key), owner)))
        case Source.DECISION:
            type_ = decision(world.law, read.key).type
            return FactUsed(path, plain(value(world, ir.Decided(read.key), owner), type_))
        case _:
            found = fact(world, owner, read.key)
            assumed = found is not UNKNOWN and stated(world, owner, read.key) is UNKNOWN
            return FactUsed(path, plain(found, world.types[read.kind, read.key]), assumed)


def _gifts(world: World, rule: ir.Rule, thing: Thing) -> Iterator[tuple[int, Gift]]:
    for number, gives in enumerate(rule.gives):
        when = True if gives.when is None else _truth(holds(world, gives.when, thing))
        found = value(world, gives.value, thing)
        if when is not False and found is not NOTHING:
            type_ = decision(world.law, gives.decision).type
            yield number, Gift(gives.decision, plain(found, type_), when)


def answered(world: World, one: ir.Decision, thing: Thing) -> Answer:
    """Return what is decided under `one` of `thing`, as in JSON."""
    made = answer(world, one, thing)
    return Answer(
        one.key,
        plain(made.value, one.type),
        made.value is not UNKNOWN and made.value is not CONTRADICTION,
        made.provisions,
        made.needed,
        made.by_cases,
        made.value is CONTRADICTION,
        stated(world, thing, one.key) is not UNKNOWN,
        lapsed(world, made, thing),
        _combined(world, one, thing),
    )


def _combined(world: World, one: ir.Decision, thing: Thing) -> Combined | None:
    """Return the values that provisions surely give, where several are combined."""
    if one.combine is ir.Combine.ONE or stated(world, thing, one.key) is not UNKNOWN:
        return None
    if isinstance(decide(world, one, thing), State):
        return None
    values = tuple(
        (cited(world, each.rule.eid)[0], _known(each.value, one.type))
        for each in given(world, one, thing)
        if each.sure
    )
    if len(values) <= 1:
        return None
    return Combined(one.combine.value, cited(world, one.combined_in)[0], values)


def _known(value: Result, type_: Type) -> Plain:
    """Return a value that is known as in JSON."""
    assert not isinstance(value, State), "a rule that surely gives"
    return shown(value, fraction=type_ is Basic.FRACTION)
