"""Answers: a decision with the provisions that make it, or with the facts still needed.

Part of the specification: backends give the same answers, citations and needed facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from lawc.cases import Thing
from lawc.interpret import applies, decide, given, holds, index, open_ones, value
from lawc.interpret import decision as decision_of
from lawc.ir import nodes as ir
from lawc.ir.walk import children, unstated
from lawc.records import dataclass
from lawc.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, every
from lawc.world import World, domain, fact, fails, in_force, members, once, stated


@dataclass(frozen=True, slots=True)
class Answer:
    """A decision about one thing; see `lawc.runtime.reasons.Answer` for the parts."""

    decision: ir.Decision
    value: Result
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]


def answer(world: World, decision: ir.Decision, thing: Thing) -> Answer:
    """Decide, trying the values of unknown facts where three-valued reading leaves it open.

    What is open with no fact missing rests on another decision that is a contradiction: it
    is a contradiction as well.
    """
    made = decide(world, decision, thing)
    if made is not UNKNOWN:
        return Answer(decision, made, deciding(world, decision, thing, made), (), ())
    unknown = [
        (owner, one)
        for one in decision.cases
        if (owner := thing.of(one.kind)) and fact(world, owner, one.key) is UNKNOWN
    ]
    worlds = tuple(_assignments(world, unknown)) if unknown else ()
    results = {decide(one, decision, thing) for one in worlds}
    if len(results) == 1 and UNKNOWN not in results:
        (result,) = results
        cited = {c for w in worlds for c in deciding(w, decision, thing, result)}
        provisions = _in_order(e.citation for e in world.law.elements if e.citation in cited)
        tried = tuple(owner.where(one.key) for owner, one in unknown)
        return Answer(decision, result, provisions, (), tried)
    asked = needed(world, decision, thing)
    if asked:
        return Answer(decision, UNKNOWN, (), asked, ())
    provisions = deciding(world, decision, thing, CONTRADICTION)
    return Answer(decision, CONTRADICTION, provisions, (), ())


def _assignments(world: World, unknown: list[tuple[Thing, ir.Fact]]) -> Iterator[World]:
    domains = [domain(world.law, one.kind, one.key) for _, one in unknown]
    for values in product(*domains):
        tried = {
            (owner.path, one.key): v for (owner, one), v in zip(unknown, values, strict=True)
        }
        trial = replace(world, tried={**world.tried, **tried})
        if all(_possible(trial, tried, owner) for owner, _ in unknown):
            yield trial


def _possible(world: World, tried: Mapping[tuple[str, str], ir.Value], thing: Thing) -> bool:
    """Tell whether no assumption that speaks of a tried value is broken."""
    return not any(
        clause.kind == thing.kind
        and any((thing.path, part.key) in tried for part in clause.literals)
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for clause in world.law.clauses
    )


def deciding(
    world: World, decision: ir.Decision, thing: Thing, made: Result
) -> tuple[str, ...]:
    """Return the citations that decide: for each value given, the first rule that gives it.

    Where no rule gives a value: the rules that only displace, and refuse one. Of an
    established decision, none. Of one that rests on a contradiction, the rules that it leaves
    open.
    """
    owner = thing.of(decision.kind)
    if owner is None or stated(world, owner, decision.key) is not UNKNOWN:
        return ()
    found = tuple(given(world, decision, owner))
    sure = [one for one in found if one.sure]
    if decision.combine is not ir.Combine.TOTAL and made is not CONTRADICTION:
        sure = [one for one in sure if one.value == made][:1]
    firsts = {one.value: one.rule.eid for one in reversed(sure)}
    if made is CONTRADICTION:
        eids = set(firsts.values()) or {one.rule.eid for one in open_ones(decision, found)}
    else:
        eids = {one.rule.eid for one in sure} or set(_refusing(world, decision, owner))
    return _in_order(e.citation for e in world.law.elements if e.eid in eids)


def _in_order(citations: Iterable[str]) -> tuple[str, ...]:
    """Return the citations, each once: the versions of an element share theirs."""
    return tuple(dict.fromkeys(citations))


def _refusing(world: World, decision: ir.Decision, thing: Thing) -> Iterator[str]:
    """Yield the elements whose rules only displace, apply, and refuse another value.

    A rule refuses in one of two ways:
    - it displaces every rule that grants another value than the one decided;
    - it displaces some of them, of which one may hold of the thing.

    What lifts an exclusion refuses nothing.
    """
    granting = tuple(granted(world.law, decision))
    for by in world.law.rules:
        stopped = [one for one in granting if any(by is r for r in world.displacing(one[0]))]
        if stopped and not by.gives and applies(world, by, thing) is True:
            every_one = len(stopped) == len(granting)
            if every_one or any(_may_give(world, decision, one, thing) for one in stopped):
                yield by.eid


def granted(law: ir.Law, decision: ir.Decision) -> Iterator[tuple[ir.Rule, ir.Gives]]:
    """Yield the rules that give `decision` another value than where no rule gives one."""
    for rule in law.rules:
        for gives in rule.gives:
            said = unstated(gives.value)
            same = isinstance(said, ir.Literal) and said.value == decision.otherwise
            if gives.decision == decision.key and not same:
                yield rule, gives


def _may_give(
    world: World, decision: ir.Decision, granting: tuple[ir.Rule, ir.Gives], thing: Thing
) -> bool:
    """Tell whether a rule that is displaced may otherwise have given another value."""
    rule, gives = granting
    when = True if gives.when is None else holds(world, gives.when, thing)
    met = every([in_force(world, rule.force), holds(world, rule.condition, thing), when])
    amount = value(world, gives.value, thing)
    return met is not False and amount is not NOTHING and amount != decision.otherwise


# --- what is missing --------------------------------------------------------------------


def needed(world: World, decision: ir.Decision, thing: Thing) -> tuple[str, ...]:
    """Return the unknown facts that the open decision rests on.

    The fact on which the most open rules rest comes first; ties keep the order of the law.
    """
    owner = thing.of(decision.kind)
    counts: dict[str, int] = {}
    for found in _missing_by_rule(world, decision, owner) if owner else ():
        for path in dict.fromkeys(found):
            counts[path] = counts.get(path, 0) + 1
    return tuple(sorted(counts, key=lambda path: -counts[path]))


def _missing_by_rule(
    world: World, decision: ir.Decision, thing: Thing
) -> Iterator[tuple[str, ...]]:
    """Yield, for each open rule that could change the decision, what is missing of it."""
    open_ = open_ones(decision, tuple(given(world, decision, thing)))
    waiting, live = [one.rule for one in open_], list[ir.Rule]()
    while waiting:
        rule = waiting.pop()
        if not any(rule is one for one in live):
            live.append(rule)
            waiting += [
                by for by in world.displacing(rule) if applies(world, by, thing) is UNKNOWN
            ]
    for rule in sorted(live, key=lambda rule: index(world.law.rules, rule)):
        mine = [one.gives for one in open_ if one.rule is rule]
        further = [part for gives in mine for part in (gives.when, gives.value) if part]
        yield (
            *_missing_in_version(world, rule.force, rule.condition, thing),
            *(path for part in further for path in missing(world, part, thing)),
        )


@once
def missing(world: World, expr: ir.Expr, thing: Thing) -> tuple[str, ...]:
    """Return the paths of the unknown facts that leave `expr` unknown, as they are met."""
    if value(world, expr, thing) is not UNKNOWN:
        return ()
    return tuple(dict.fromkeys(_missing(world, expr, thing)))


def _missing(  # noqa: C901
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
            for one in world.law.definitions:
                owner = thing.of(one.kind) if one.key == key else None
                if owner and holds(world, one.condition, owner) is not False:
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


@once
def _missing_in_application(world: World, rule: ir.Rule, thing: Thing) -> tuple[str, ...]:
    if applies(world, rule, thing) is not UNKNOWN:
        return ()
    found = [*_missing_in_version(world, rule.force, rule.condition, thing)]
    for by in world.displacing(rule):
        found += _missing_in_application(world, by, thing)
    return tuple(dict.fromkeys(found))
