"""Which unknown facts the quick chain tries first, to see whether an answer is open.

Three-valued reading loses what two conditions know of each other: a person of sixty-five is
"a woman of fifty or older, or a man of sixty or older" whatever the sex. Only a fact that
stands in two or more conditions can be lost so; a fact that stands in one cannot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import children
from lawc.records import dataclass

MOST = 4  # facts tried at once; their values multiply

_Test: TypeAlias = tuple[str, str, tuple[str, ...]]  # kind, fact, values asked for


@dataclass(frozen=True, slots=True)
class _Reads:
    """What expressions rest on: tests of facts, and the concepts and decisions they name."""

    tests: set[_Test] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)


def with_cases(law: ir.Law) -> ir.Law:
    """Return `law` whose decisions name the facts to try: of their thing or its ancestors."""
    asked = _Asked(law)
    return replace(law, decisions=tuple(_with_cases(asked, one) for one in law.decisions))


@dataclass(frozen=True)
class _Asked:
    """What the provisions of a law ask of facts, looked up once for all its decisions."""

    law: ir.Law

    @cached_property
    def concepts(self) -> Mapping[str, _Reads]:
        """What the versions of each concept rest on."""
        found: dict[str, _Reads] = {}
        for one in self.law.definitions:
            _look_through((one.condition,), found.setdefault(one.key, _Reads()))
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

    def tests(self, key: str) -> set[_Test]:
        """Return the tests that an answer rests on, and those of the concepts they name.

        Those of the rules that give the decision, of those that displace these, of those that
        give what a value or a condition of these is computed from, and so on.
        """
        found = _Reads()
        waiting = list(self.giving.get(key, ()))
        seen = set(map(id, waiting))
        while waiting:
            rule = waiting.pop()
            by = [by for eid in _at_and_above(rule.eid) for by in self.displacing.get(eid, ())]
            by += [by for one in self.decided(rule, found) for by in self.giving.get(one, ())]
            waiting += [one for one in by if id(one) not in seen]
            seen.update(map(id, by))
        named = list(found.concepts)
        while named:
            one = self.concepts.get(named.pop(), _Reads())
            found.tests.update(one.tests)
            named += one.concepts - found.concepts
            found.concepts.update(one.concepts)
        return found.tests

    def decided(self, rule: ir.Rule, into: _Reads) -> set[str]:
        """Return the decisions that a rule is computed from; add `into` what its tests are."""
        whens = [gives.when for gives in rule.gives if gives.when is not None]
        reads, values = _Reads(into.tests, into.concepts), _Reads()
        _look_through((rule.condition, *whens), reads)
        _look_through((gives.value for gives in rule.gives), values)
        return reads.decisions | values.decisions


def _with_cases(asked: _Asked, decision: ir.Decision) -> ir.Decision:
    law = asked.law
    line = _chain(law, decision.kind)
    tests: dict[tuple[str, str], int] = {
        (one.kind, one.key): 0 for one in law.facts if one.kind in line and _values(one)
    }
    for kind, key, _ in asked.tests(decision.key):
        if (kind, key) in tests:
            tests[kind, key] += 1
    used = sorted((k for k, found in tests.items() if found > 1), key=lambda k: -tests[k])
    return replace(decision, cases=tuple(ir.Fact(*key) for key in used[:MOST]))


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


def _look_through(parts: Iterable[ir.Expr], into: _Reads) -> None:
    """Add `into` what the expressions rest on."""
    waiting = list(parts)
    while waiting:
        match waiting.pop():  # the most frequent first
            case ir.Stated(_, part):
                waiting.append(part)
            case ir.All(inner) | ir.Any(inner):
                waiting += inner
            case ir.OneOf(ir.Fact(kind, key), values):
                into.tests.add((kind, key, values))
            case ir.Not(ir.Fact(kind, key)):
                into.tests.add((kind, key, ("no",)))
            case ir.Fact(kind, key):
                into.tests.add((kind, key, ("yes",)))
            case ir.Concept(key):
                into.concepts.add(key)
            case ir.Decided(key):
                into.decisions.add(key)
            case expr:
                waiting += children(expr)
