"""Missing facts: the unknown facts that leave a value, a rule or a decision open.

Part of the specification: these are the facts that three-valued reading rests on; the
completions of a case show which of them matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, gifts, holds, open_gifts, value
from lawc.meaning.interpret import decision as decision_of
from lawc.meaning.truth import UNKNOWN
from lawc.meaning.world import World, in_force, members, once


def needed(world: World, decision: ir.Decision, thing: Thing) -> tuple[str, ...]:
    """Return the unknown facts that the open decision rests on.

    The fact on which the most open rules rest comes first; ties keep the order of the law.
    """
    owner = thing.of(decision.kind)
    counts: dict[str, int] = {}
    for paths in _missing_by_rule(world, decision, owner) if owner else ():
        for path in dict.fromkeys(paths):
            counts[path] = counts.get(path, 0) + 1
    return tuple(sorted(counts, key=lambda path: -counts[path]))


def _missing_by_rule(
    world: World, decision: ir.Decision, thing: Thing
) -> Iterator[tuple[str, ...]]:
    """Yield, for each open rule that could change the decision, its missing facts."""
    open_ = open_gifts(decision, gifts(world, decision, thing))
    further: dict[int, list[ir.Expr]] = {}  # by the place of the rule
    for gift in open_:
        parts = further.setdefault(world.places[id(gift.rule)], [])
        parts += [part for part in (gift.gives.when, gift.gives.value) if part]
    waiting, live = list(further), set[int]()
    while waiting:
        place = waiting.pop()
        if place not in live:
            live.add(place)
            waiting += [
                world.places[id(by)]
                for by in world.displacing(world.law.rules[place])
                if applies(world, by, thing) is UNKNOWN
            ]
    for place in sorted(live):
        rule = world.law.rules[place]
        yield (
            *_missing_in_version(world, rule.force, rule.condition, thing),
            *(path for part in further.get(place, ()) for path in missing(world, part, thing)),
        )


@once
def missing(world: World, expr: ir.Expr, thing: Thing) -> tuple[str, ...]:
    """Return the paths of the unknown facts that leave `expr` unknown, as they are met."""
    if value(world, expr, thing) is not UNKNOWN:
        return ()
    return tuple(dict.fromkeys(_missing_paths(world, expr, thing)))


def _missing_paths(  # noqa: C901
    world: World, expr: ir.Expr, thing: Thing
) -> Iterator[str]:
    match expr:
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            yield owner.where(key) if owner else key
        case ir.Parameter(key):
            yield key
        case ir.Under(subject) if value(world, subject, thing) is not UNKNOWN:
            yield from _coarse(subject, thing)
        case ir.Some(_, kind, inner) | ir.Every(kind, inner) | ir.TotalOf(kind, inner):
            yield from _missing_in_members(world, kind, inner, thing)
        case ir.CountOf(kind, condition):
            yield from _missing_in_members(world, kind, condition, thing)
        case ir.Concept(key):
            for definition in world.law.definitions:
                owner = thing.of(definition.kind) if definition.key == key else None
                if owner and holds(world, definition.condition, owner) is not False:
                    yield from _missing_in_version(
                        world, definition.force, definition.condition, owner
                    )
        case ir.Quantity(key):
            for quantity in world.law.quantities:
                if quantity.key == key and (owner := thing.of(quantity.kind)):
                    yield from _missing_in_version(world, quantity.force, quantity.value, owner)
        case ir.Applies(eids):
            for rule in world.below(eids):
                yield from _missing_in_application(world, rule, thing)
        case ir.Decided(key):
            yield from needed(world, decision_of(world.law, key), thing)
        case ir.ByCase():
            yield from _missing_in_cases(world, expr, thing)
        case _:
            for part in children(expr):
                yield from missing(world, part, thing)


def _missing_in_cases(world: World, expr: ir.ByCase, thing: Thing) -> Iterator[str]:
    """Yield what is missing of the cases that may be the first to hold."""
    for condition, then in expr.cases:
        truth = holds(world, condition, thing)
        yield from missing(world, condition, thing)
        if truth is not False:
            yield from missing(world, then, thing)
        if truth is True:
            return
    if expr.otherwise is not None:
        yield from missing(world, expr.otherwise, thing)


def _coarse(subject: ir.Expr, thing: Thing) -> Iterator[str]:
    """Yield the path of a provision that is recorded, but not finely enough."""
    match subject:
        case ir.Stated(_, part):
            yield from _coarse(part, thing)
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            yield owner.where(key) if owner else key


def _missing_in_members(
    world: World, kind: str, inner: ir.Expr | None, thing: Thing
) -> Iterator[str]:
    group = members(world, thing, kind)
    if group is None:
        declared = next(k for k in world.law.kinds if k.key == kind)
        owner = thing.of(declared.parent or "")
        yield owner.where(declared.field or "") if owner else declared.field or ""
    elif inner is not None:
        for member in group:
            yield from missing(world, inner, member)


def _missing_in_version(
    world: World, force: ir.Force, part: ir.Expr, thing: Thing
) -> Iterator[str]:
    now = in_force(world, force)
    if now is UNKNOWN and world.law.law_day:
        yield world.law.law_day
    if now is not False:
        yield from missing(world, part, thing)


@once
def _missing_in_application(world: World, rule: ir.Rule, thing: Thing) -> tuple[str, ...]:
    if applies(world, rule, thing) is not UNKNOWN:
        return ()
    paths = [*_missing_in_version(world, rule.force, rule.condition, thing)]
    for by in world.displacing(rule):
        paths += _missing_in_application(world, by, thing)
    return tuple(dict.fromkeys(paths))
