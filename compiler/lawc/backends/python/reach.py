"""How far the provisions about one kind look: which facts, and whether at other members."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.python.plan import Plan
from lawc.ir import nodes as ir
from lawc.ir.walk import Named, named_in, unstated


def all_named(plan: Plan, exprs: list[ir.Expr]) -> Iterator[Named]:
    """Yield what `exprs` name, and what that rests on names, through whatever is spoken of."""
    waiting, seen = list(exprs), set[Named]()
    while waiting:
        for one in named_in(waiting.pop()):
            if one in seen:
                continue
            seen.add(one)
            yield one
            match one:
                case ir.Concept(key):
                    waiting += [each.condition for each in plan.concept(key)]
                case ir.Quantity(key):
                    waiting += [each.value for each in plan.quantity(key)]
                case ir.Applies(eids):
                    for place in plan.under(eids):
                        waiting += of_rule(plan, place)
                case ir.Decided(key):
                    waiting += of_decision(plan, key)
                case ir.Fact():
                    pass


def of_rule(plan: Plan, place: int) -> list[ir.Expr]:
    """Return the conditions of a rule and of those that displace it."""
    found = [plan.law.rules[place].condition]
    for by in plan.displacers(place):
        found += of_rule(plan, by)
    return found


def of_decision(plan: Plan, key: str) -> list[ir.Expr]:
    """Return the conditions and values of the rules that a decision rests on."""
    found: list[ir.Expr] = []
    for place, rule in enumerate(plan.law.rules):
        for gives in rule.gives:
            if gives.decision == key:
                found += [*of_rule(plan, place), gives.value]
                found += [] if gives.when is None else [gives.when]
    return found


def mates(plan: Plan, parts: list[ir.Expr]) -> frozenset[ir.Fact]:
    """Return the facts that conditions rest on, and those that assumptions tie to them."""
    found = {one for one in all_named(plan, parts) if isinstance(one, ir.Fact)}
    tied = {
        ir.Fact(clause.kind, part.key)
        for clause in plan.law.clauses
        if any(ir.Fact(clause.kind, one.key) in found for one in clause.literals)
        for part in clause.literals
    }
    return frozenset(found | tied)


def touched(plan: Plan, kind: str) -> frozenset[ir.Fact]:
    """Return the facts that the conditions shared by the members of a list rest on."""
    return mates(plan, [plan.law.rules[place].condition for place in hoisted(plan, kind)])


def rules_of(plan: Plan, kind: str) -> tuple[int, ...]:
    """Return the rules that the decisions about things of `kind` rest on, in their order."""
    keys = {one.key for one in plan.decided(kind)}
    waiting = [
        place
        for place, rule in enumerate(plan.law.rules)
        if any(gives.decision in keys for gives in rule.gives)
    ]
    found: set[int] = set()
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += plan.displacers(place)
    return tuple(sorted(found))


def asking(plan: Plan, kind: str) -> dict[int, frozenset[int]]:
    """Return, for each rule, those about things of `kind` that ask whether it applies."""
    found: dict[int, set[int]] = {}
    for place in rules_of(plan, kind):
        rule = plan.law.rules[place]
        whens = [gives.when for gives in rule.gives if gives.when is not None]
        for part in all_named(plan, [rule.condition, *whens]):
            for asked in plan.under(part.eids) if isinstance(part, ir.Applies) else ():
                found.setdefault(asked, set()).add(place)
    return {asked: frozenset(by - {asked}) for asked, by in found.items()}


def hoisted(plan: Plan, kind: str) -> tuple[int, ...]:
    """Return those of the rules whose condition is the same for all members of one list."""
    if plan.kinds[kind].parent is None:
        return ()
    line = set(plan.line(kind)) - {kind}
    found = []
    for place in rules_of(plan, kind):
        rule = plan.law.rules[place]
        free = plan.free(rule.condition)
        if (
            rule.kind in plan.line(kind)
            and free <= line
            and unstated(rule.condition) != ir.All(())
        ):
            found.append(place)
    return tuple(found)


def givings_of(plan: Plan, decision: ir.Decision) -> list[tuple[int, int]]:
    """Return what the rules give for a decision: the place of the rule, and of the giving."""
    return [
        (place, which)
        for place, rule in enumerate(plan.law.rules)
        for which, gives in enumerate(rule.gives)
        if gives.decision == decision.key
    ]
