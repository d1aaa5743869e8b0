"""Which unknown facts are worth trying, case by case, when an answer is open.

Three-valued reading loses what two conditions know of each other: a person of sixty-five is
"a woman of fifty or older, or a man of sixty or older" whatever the sex. Only a fact that
stands in two or more conditions can be lost so; a fact that stands in one cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import children, named_in
from lawc.records import dataclass

MOST = 4  # facts tried at once; their values multiply

_Tests: TypeAlias = frozenset[tuple[str, str, tuple[str, ...]]]  # kind, fact, values asked for


def with_cases(law: ir.Law) -> ir.Law:
    """Return `law` whose decisions name the facts to try: of their thing or its ancestors."""
    asked = _Asked(law)
    return replace(law, decisions=tuple(_with_cases(asked, one) for one in law.decisions))


@dataclass(frozen=True)
class _Asked:
    """What the provisions of a law ask of facts, looked up once for all its decisions."""

    law: ir.Law

    @cached_property
    def concepts(self) -> Mapping[str, tuple[_Tests, frozenset[str]]]:
        """For each concept, the tests its versions make and the concepts they name."""
        found: dict[str, tuple[_Tests, frozenset[str]]] = {}
        for one in self.law.definitions:
            tests, named = _tests((one.condition,))
            before = found.get(one.key, (frozenset(), frozenset()))
            found[one.key] = (before[0] | tests, before[1] | named)
        return found

    @cached_property
    def displacing(self) -> Mapping[str, list[ir.Rule]]:
        """For each element, the rules that displace it."""
        found: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            for eid in dict.fromkeys(rule.displaces):
                found.setdefault(eid, []).append(rule)
        return found

    @cached_property
    def giving(self) -> Mapping[str, list[ir.Rule]]:
        """For each decision, the rules that give it."""
        found: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            for key in dict.fromkeys(gives.decision for gives in rule.gives):
                found.setdefault(key, []).append(rule)
        return found

    def rules(self, key: str) -> Iterator[ir.Rule]:
        """Yield the rules that an answer rests on.

        Those that give the decision, those that displace these, those that give what a value
        or a condition of these is computed from, and so on.
        """
        waiting = list(self.giving.get(key, ()))
        seen = set(map(id, waiting))
        while waiting:
            rule = waiting.pop()
            yield rule
            found = [
                by for eid in _at_and_above(rule.eid) for by in self.displacing.get(eid, ())
            ]
            found += [by for one in _decided(rule) for by in self.giving.get(one, ())]
            waiting += [by for by in found if id(by) not in seen]
            seen.update(map(id, found))

    def tests(self, rules: Iterator[ir.Rule]) -> _Tests:
        """Return the tests that the rules make, and the concepts that they name."""
        parts = (
            part
            for rule in rules
            for part in (rule.condition, *(g.when for g in rule.gives if g.when is not None))
        )
        found, named = _tests(parts)
        waiting = list(named)
        seen = set(waiting)
        while waiting:
            tests, named = self.concepts.get(waiting.pop(), (frozenset(), frozenset()))
            found |= tests
            waiting += named - seen
            seen |= named
        return found


def _with_cases(asked: _Asked, decision: ir.Decision) -> ir.Decision:
    law = asked.law
    line = _chain(law, decision.kind)
    tests: dict[tuple[str, str], int] = {
        (one.kind, one.key): 0 for one in law.facts if one.kind in line and _values(one)
    }
    for kind, key, _ in asked.tests(asked.rules(decision.key)):
        if (kind, key) in tests:
            tests[kind, key] += 1
    used = sorted((k for k, found in tests.items() if found > 1), key=lambda k: -tests[k])
    return replace(decision, cases=tuple(ir.Fact(*key) for key in used[:MOST]))


def _decided(rule: ir.Rule) -> Iterator[str]:
    """Yield the decisions that a rule's condition and values are computed from."""
    parts = [rule.condition, *(g.value for g in rule.gives)]
    parts += [g.when for g in rule.gives if g.when is not None]
    for part in parts:
        yield from (one.key for one in named_in(part) if isinstance(one, ir.Decided))


def _at_and_above(eid: str) -> Iterator[str]:
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


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


def _tests(parts: Iterable[ir.Expr]) -> tuple[_Tests, frozenset[str]]:
    """Return the tests of facts that the expressions make, and the concepts they name."""
    found: set[tuple[str, str, tuple[str, ...]]] = set()
    named: set[str] = set()
    waiting = list(parts)
    while waiting:
        match waiting.pop():  # the most frequent first
            case ir.Stated(_, part):
                waiting.append(part)
            case ir.All(inner) | ir.Any(inner):
                waiting += inner
            case ir.OneOf(ir.Fact(kind, key), values):
                found.add((kind, key, values))
            case ir.Not(ir.Fact(kind, key)):
                found.add((kind, key, ("no",)))
            case ir.Fact(kind, key):
                found.add((kind, key, ("yes",)))
            case ir.Concept(key):
                named.add(key)
            case expr:
                waiting += children(expr)
    return frozenset(found), frozenset(named)
