"""Answers: a decision with the provisions that make it, or with the facts still needed.

Part of the specification: backends give the same answers, citations and needed facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from lawc.cases import Thing
from lawc.interpret import (
    CONTRADICTION,
    UNKNOWN,
    Result,
    World,
    applies,
    decide,
    domain,
    fact,
    fails,
    given,
    in_force,
    index,
    members,
    stated,
    value,
)
from lawc.interpret import decision as decision_of
from lawc.ir import nodes as ir
from lawc.ir.walk import children


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision about one thing; see `lawc.runtime.reasons.Answer` for the parts."""

    decision: ir.Decision
    value: Result
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]


def answer(world: World, decision: ir.Decision, thing: Thing) -> Answer:
    """Decide, trying the values of unknown facts where three-valued reading leaves it open."""
    made = decide(world, decision, thing)
    if made is not UNKNOWN:
        return Answer(decision, made, deciding(world, decision, thing, made), (), ())
    unknown = [
        (owner, one)
        for one in decision.cases
        if (owner := thing.of(one.kind)) and fact(world, owner, one.key) is UNKNOWN
    ]
    worlds = tuple(_assignments(world, unknown))
    results = [decide(one, decision, thing) for one in worlds]
    if not unknown or UNKNOWN in results or any(one != results[0] for one in results):
        return Answer(decision, UNKNOWN, (), needed(world, decision, thing), ())
    cited = [c for w in worlds for c in deciding(w, decision, thing, results[0])]
    order = [element.citation for element in world.law.elements]
    return Answer(
        decision,
        results[0],
        tuple(sorted(set(cited), key=order.index)),
        (),
        tuple(owner.where(one.key) for owner, one in unknown),
    )


def _assignments(world: World, unknown: list[tuple[Thing, ir.Fact]]) -> Iterator[World]:
    domains = [domain(world.law, one.kind, one.key) for _, one in unknown]
    for values in product(*domains):
        tried = {
            (owner.path, one.key): v for (owner, one), v in zip(unknown, values, strict=True)
        }
        trial = replace(world, tried={**world.tried, **tried})
        if all(_possible(trial, owner) for owner, _ in unknown):
            yield trial


def _possible(world: World, thing: Thing) -> bool:
    return not any(
        clause.kind == thing.kind
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for clause in world.law.clauses
    )


def deciding(
    world: World, decision: ir.Decision, thing: Thing, made: Result
) -> tuple[str, ...]:
    """Return the citations that decide: for each value given, the first rule that gives it.

    Where no rule gives a value: the rules that only displace, apply, and displace a rule
    that could have given one. Of an established decision, none.
    """
    owner = thing.of(decision.kind)
    if owner is None or stated(world, owner, decision.key) is not UNKNOWN:
        return ()
    found = [one for one in given(world, decision, owner) if one.truth is True]
    if found and decision.combine is not ir.Combine.TOTAL and made is not CONTRADICTION:
        found = [one for one in found if one.value == made][:1]
    if found:
        firsts = {one.value: one.rule.eid for one in reversed(found)}
        eids = set(firsts.values()) if made is CONTRADICTION else {o.rule.eid for o in found}
    else:
        eids = set(_displacing_only(world, decision, owner))
    return tuple(e.citation for e in world.law.elements if e.eid in eids)


def _displacing_only(world: World, decision: ir.Decision, thing: Thing) -> Iterator[str]:
    for rule in world.law.rules:
        if any(gives.decision == decision.key for gives in rule.gives):
            for by in world.displacing(rule):
                if not by.gives and applies(world, by, thing) is True:
                    yield by.eid


# --- what is missing --------------------------------------------------------------------


def needed(world: World, decision: ir.Decision, thing: Thing) -> tuple[str, ...]:
    """Return the unknown facts that the open decision rests on.

    The fact on which the most open rules rest comes first; ties keep the order of the law.
    """
    owner = thing.of(decision.kind)
    counts: dict[str, int] = {}
    for rule in _open_rules(world, decision, owner) if owner else ():
        for path in dict.fromkeys(_missing_in_rule(world, decision, rule, thing)):
            counts[path] = counts.get(path, 0) + 1
    return tuple(sorted(counts, key=lambda path: -counts[path]))


def _open_rules(world: World, decision: ir.Decision, thing: Thing) -> list[ir.Rule]:
    giving = [
        rule
        for rule in world.law.rules
        if any(gives.decision == decision.key for gives in rule.gives)
        and (applies(world, rule, thing) is not False)
    ]
    live: list[ir.Rule] = []
    while giving:
        rule = giving.pop()
        if any(rule is one for one in live):
            continue
        live.append(rule)
        giving += [by for by in world.displacing(rule) if applies(world, by, thing) is UNKNOWN]
    return sorted(live, key=lambda rule: index(world.law.rules, rule))


def _missing_in_rule(
    world: World, decision: ir.Decision, rule: ir.Rule, thing: Thing
) -> Iterator[str]:
    if in_force(world, rule.force) is UNKNOWN and world.law.law_day:
        yield world.law.law_day
    yield from missing(world, rule.condition, thing)
    for gives in rule.gives:
        if gives.decision == decision.key:
            if gives.when is not None:
                yield from missing(world, gives.when, thing)
            yield from missing(world, gives.value, thing)


def missing(world: World, expr: ir.Expr, thing: Thing) -> Iterator[str]:  # noqa: C901
    """Yield the paths of the unknown facts that leave `expr` unknown, as they are met."""
    if value(world, expr, thing) is not UNKNOWN:
        return
    match expr:
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            yield owner.where(key) if owner else key
        case ir.Parameter(key):
            yield key
        case ir.Under(subject):
            yield from missing(world, subject, thing)
            if isinstance(subject, ir.Fact) and value(world, subject, thing) is not UNKNOWN:
                owner = thing.of(subject.kind)
                yield owner.where(subject.key) if owner else subject.key
        case ir.Some(_, kind, inner) | ir.Every(kind, inner) | ir.TotalOf(kind, inner):
            yield from _missing_in_members(world, kind, inner, thing)
        case ir.CountOf(kind, condition):
            yield from _missing_in_members(world, kind, condition, thing)
        case ir.Concept(key):
            for one in world.law.definitions:
                if one.key == key and (owner := thing.of(one.kind)):
                    yield from _missing_in_version(world, one.force, one.condition, owner)
        case ir.Quantity(key):
            for each in world.law.quantities:
                if each.key == key and (owner := thing.of(each.kind)):
                    yield from _missing_in_version(world, each.force, each.value, owner)
        case ir.Applies(eids):
            for rule in world.below(eids):
                yield from _missing_in_application(world, rule, thing)
        case ir.Decided(key):
            yield from needed(world, decision_of(world.law, key), thing)
        case _:
            for part in children(expr):
                yield from missing(world, part, thing)


def _missing_in_members(
    world: World, kind: str, inner: ir.Expr | None, thing: Thing
) -> Iterator[str]:
    group = members(world, thing, kind)
    if group is None:
        declared = next(k for k in world.law.kinds if k.key == kind)
        owner = thing.of(declared.parent or "")
        yield owner.where(declared.field or "") if owner else declared.field or ""
    elif inner is not None:
        for one in group:
            yield from missing(world, inner, one)


def _missing_in_version(
    world: World, force: ir.Force, part: ir.Expr, thing: Thing
) -> Iterator[str]:
    now = in_force(world, force)
    if now is UNKNOWN and world.law.law_day:
        yield world.law.law_day
    if now is not False:
        yield from missing(world, part, thing)


def _missing_in_application(world: World, rule: ir.Rule, thing: Thing) -> Iterator[str]:
    if applies(world, rule, thing) is UNKNOWN:
        yield from _missing_in_version(world, rule.force, rule.condition, thing)
        for by in world.displacing(rule):
            yield from _missing_in_application(world, by, thing)
