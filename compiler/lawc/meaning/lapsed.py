"""Provisions that would decide on another day: those without a version in force.

Part of the specification: backends say the same. A provision is listed if it is for that reason
alone that nothing is given:

- no rule gives the decision a value or may give one, and none refuses it;
- the condition of the provision holds or may hold, and nothing displaces it;
- it, or an amount that the value is computed from, or that the condition compares, has no
  version in force on the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.meaning.answers import Answer
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, gifts, holds, value
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, at_least, every
from lawc.meaning.world import World, in_force, members, stated
from lawc.runtime.reasons import OutOfForce, together


def not_in_force(world: World, decision: ir.Decision, thing: Thing) -> tuple[OutOfForce, ...]:
    """Return the provisions that would give a value on another day, with their periods."""
    owner = thing.of(decision.kind)
    if world.law.law_day is None or owner is None:
        return ()
    if stated(world, owner, decision.key) is not UNKNOWN or gifts(world, decision, owner):
        return ()
    return together(_lapsed(world, decision, owner))


def lapsed(world: World, answer: Answer, thing: Thing) -> tuple[OutOfForce, ...]:
    """Return `not_in_force` of an answer that no provision gives or refuses."""
    if answer.provisions or answer.needed or answer.value is CONTRADICTION:
        return ()
    return not_in_force(world, answer.decision, thing)


def _lapsed(world: World, decision: ir.Decision, thing: Thing) -> Iterator[OutOfForce]:
    for rule, gives in world.giving.get(decision.key, ()):
        conditions = [rule.condition, *(() if gives.when is None else (gives.when,))]
        if not _may_apply(world, rule, conditions, thing):
            continue
        if in_force(world, rule.force) is False:
            yield from _versions(world, decision, rule)
        elif any(holds(world, condition, thing) is False for condition in conditions):
            for condition in conditions:
                yield from _compared(world, condition, thing)
        else:
            yield from _amounts(world, gives.value, thing)


def _may_apply(world: World, rule: ir.Rule, conditions: list[ir.Expr], thing: Thing) -> bool:
    """Return whether a rule may apply and give, but for the day."""
    return all(_may_hold(world, part, thing) is not False for part in conditions) and not any(
        applies(world, by, thing) is True for by in world.displacing(rule)
    )


def _may_hold(world: World, condition: ir.Expr, thing: Thing) -> Result:
    """Return whether a condition holds; a comparison that fails for the day alone may hold."""
    match condition:
        case ir.Stated(_, part):
            return _may_hold(world, part, thing)
        case ir.All(parts):
            return every(_may_hold(world, part, thing) for part in parts)
        case ir.Any(parts):
            return at_least(1, [_may_hold(world, part, thing) for part in parts])
        case ir.AtLeast(number, parts):
            return at_least(number, [_may_hold(world, part, thing) for part in parts])
        case ir.Compare() if any(_compared(world, condition, thing)):
            return UNKNOWN
        case _:
            return holds(world, condition, thing)


def _compared(world: World, condition: ir.Expr, thing: Thing) -> Iterator[OutOfForce]:
    """Yield the amounts without a version in force that a condition compares."""
    match condition:
        case ir.Stated() | ir.All() | ir.Any() | ir.AtLeast():
            for part in children(condition):
                yield from _compared(world, part, thing)
        case ir.Compare(_, left, right):
            yield from _amounts(world, left, thing)
            yield from _amounts(world, right, thing)


def _versions(world: World, decision: ir.Decision, rule: ir.Rule) -> Iterator[OutOfForce]:
    """Yield the provision that a rule is a version of, unless another version is in force."""
    citation = world.elements[rule.eid].citation
    forces = [
        version.force
        for version, _ in world.giving[decision.key]
        if world.elements[version.eid].citation == citation
    ]
    if citation and all(in_force(world, force) is False for force in forces):
        yield OutOfForce(citation, tuple((force.start, force.end) for force in forces))


def _amounts(world: World, expr: ir.Expr, thing: Thing) -> Iterator[OutOfForce]:
    """Yield the amounts without a version in force that leave `expr` without a value."""
    match expr:
        case ir.Quantity(key):
            yield from _quantity(world, key, thing)
        case ir.Decided(key):
            yield from not_in_force(world, world.decisions[key], thing)
        case ir.TotalOf(kind, summand):
            for member in members(world, thing, kind) or ():
                yield from _amounts(world, summand, member)
        case ir.ByCase():
            for condition, then in expr.cases:
                if (truth := holds(world, condition, thing)) is not False:
                    yield from _amounts(world, then, thing) if truth is True else ()
                    return
            if expr.otherwise is not None:
                yield from _amounts(world, expr.otherwise, thing)
        case _ if isinstance(expr, ir.NOTHING_STAYS):
            for part in children(expr):
                yield from _amounts(world, part, thing)
        case _:
            return


def _quantity(world: World, key: str, thing: Thing) -> Iterator[OutOfForce]:
    versions = [quantity for quantity in world.law.quantities if quantity.key == key]
    owner = thing.of(versions[0].kind)
    if owner is None or value(world, ir.Quantity(key), thing) is not NOTHING:
        return
    forces = [in_force(world, version.force) for version in versions]
    if True in forces:
        yield from _amounts(world, versions[forces.index(True)].value, owner)
        return
    for version in versions:
        citation = world.elements[version.eid].citation
        if citation:
            yield OutOfForce(citation, ((version.force.start, version.force.end),))
