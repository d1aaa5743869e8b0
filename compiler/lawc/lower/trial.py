"""Which unknown facts are worth trying, case by case, when an answer is open.

Three-valued reading loses what two conditions know of each other: a person of sixty-five is
"a woman of fifty or older, or a man of sixty or older" whatever the sex. Only a fact that
stands in two or more conditions can be lost so; a fact that stands in one cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import children

MOST = 4  # facts tried at once; their values multiply


def cases_of(law: ir.Law, decision: ir.Decision) -> ir.Decision:
    """Return `decision` with the facts to try: of its thing or its ancestors, most used first."""
    finite = {
        (one.kind, one.key): _values(one)
        for one in law.facts
        if one.kind in _chain(law, decision.kind) and _values(one)
    }
    tests: dict[tuple[str, str], set[tuple[str, ...]]] = {key: set() for key in finite}
    for rule in _relevant(law, decision.key, set()):
        parts = [rule.condition, *(g.when for g in rule.gives if g.when is not None)]
        for part in parts:
            for kind, key, test in _tests(law, part, frozenset()):
                if (kind, key) in tests:
                    tests[kind, key].add(test)
    used = sorted(
        (k for k, found in tests.items() if len(found) > 1), key=lambda k: -len(tests[k])
    )
    chosen = tuple(ir.Fact(kind, key) for kind, key in used[:MOST])
    return replace(decision, cases=chosen)


def _relevant(law: ir.Law, key: str, seen: set[int]) -> Iterator[ir.Rule]:
    """Yield the rules that give a decision, and those that displace them, and so on."""
    waiting = [rule for rule in law.rules if any(gives.decision == key for gives in rule.gives)]
    while waiting:
        rule = waiting.pop(0)
        if id(rule) in seen:
            continue
        seen.add(id(rule))
        yield rule
        waiting += [by for by in law.rules if _displaces(by, rule)]


def _displaces(by: ir.Rule, rule: ir.Rule) -> bool:
    return any(rule.eid == eid or rule.eid.startswith(eid + "__") for eid in by.displaces)


def _chain(law: ir.Law, kind: str) -> tuple[str, ...]:
    parents = {one.key: one.parent for one in law.kinds}
    found: list[str] = []
    at: str | None = kind
    while at is not None:
        found.append(at)
        at = parents.get(at)
    return tuple(found)


def _values(fact: ir.FactDeclaration) -> int:
    match fact.type:
        case Choice(values=values):
            return len(values)
        case Basic.TRUTH:
            return 2
        case _:
            return 0


def _tests(
    law: ir.Law, expr: ir.Expr, seen: frozenset[str]
) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    match expr:
        case ir.OneOf(ir.Fact(kind, key), values):
            yield kind, key, values
        case ir.Not(ir.Fact(kind, key)):
            yield kind, key, ("no",)
        case ir.Fact(kind, key):
            yield kind, key, ("yes",)
        case ir.Concept(key) if key not in seen:
            for one in law.definitions:
                if one.key == key:
                    yield from _tests(law, one.condition, seen | {key})
        case _:
            for part in children(expr):
                yield from _tests(law, part, seen)
