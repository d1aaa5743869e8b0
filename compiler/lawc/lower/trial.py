"""Unknown facts that the quick chain tries first, to see whether an answer is open.

Three-valued logic loses how two conditions depend on each other: a person of sixty-five is
"a woman of fifty or older, or a man of sixty or older" whatever the sex. Only a fact that
stands in two or more conditions can make them depend so.
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

_Test: TypeAlias = tuple[str, str, tuple[str, ...]]  # kind, fact, values tested for


@dataclass(frozen=True, slots=True)
class _Reads:
    """The tests of facts in expressions, and the concepts and decisions these name."""

    tests: set[_Test] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    decisions: set[str] = field(default_factory=set)


def with_cases(law: ir.Law) -> ir.Law:
    """Return `law` whose decisions name the facts to try: of their thing or its ancestors."""
    tests = _LawTests(law)
    return replace(law, decisions=tuple(_with_cases(tests, d) for d in law.decisions))


@dataclass(frozen=True)
class _LawTests:
    """The tests of facts in the provisions of a law, indexed once for all its decisions."""

    law: ir.Law

    @cached_property
    def concepts(self) -> Mapping[str, _Reads]:
        """For each concept, the reads of all its versions."""
        reads: dict[str, _Reads] = {}
        for definition in self.law.definitions:
            _look_through((definition.condition,), reads.setdefault(definition.key, _Reads()))
        return reads

    @cached_property
    def displacing(self) -> Mapping[str, list[ir.Rule]]:
        """For each element, the rules that displace it."""
        rules: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            for eid in dict.fromkeys(rule.displaces):
                rules.setdefault(eid, []).append(rule)
        return rules

    @cached_property
    def giving(self) -> Mapping[str, list[ir.Rule]]:
        """For each decision, the rules that give it."""
        rules: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            for key in dict.fromkeys(gives.decision for gives in rule.gives):
                rules.setdefault(key, []).append(rule)
        return rules

    def tests(self, key: str) -> set[_Test]:
        """Return the tests that an answer rests on, and those of the concepts they name.

        They are the tests of the rules that give the decision, and, for each rule so far, of
        the rules that displace it, and of those that give the decisions it reads.
        """
        reads = _Reads()
        waiting = list(self.giving.get(key, ()))
        seen = set(map(id, waiting))
        while waiting:
            rule = waiting.pop()
            by = [by for eid in _at_and_above(rule.eid) for by in self.displacing.get(eid, ())]
            for decision in self.read_decisions(rule, reads):
                by += self.giving.get(decision, ())
            waiting += [other for other in by if id(other) not in seen]
            seen.update(map(id, by))
        named = list(reads.concepts)
        while named:
            concept = self.concepts.get(named.pop(), _Reads())
            reads.tests.update(concept.tests)
            named += concept.concepts - reads.concepts
            reads.concepts.update(concept.concepts)
        return reads.tests

    def read_decisions(self, rule: ir.Rule, into: _Reads) -> set[str]:
        """Return the decisions that a rule reads; add its tests to `into`."""
        whens = [gives.when for gives in rule.gives if gives.when is not None]
        reads, values = _Reads(into.tests, into.concepts), _Reads()
        _look_through((rule.condition, *whens), reads)
        _look_through((gives.value for gives in rule.gives), values)
        return reads.decisions | values.decisions


def _with_cases(law_tests: _LawTests, decision: ir.Decision) -> ir.Decision:
    law = law_tests.law
    line = _chain(law, decision.kind)
    tests: dict[tuple[str, str], int] = {
        (fact.kind, fact.key): 0 for fact in law.facts if fact.kind in line and _values(fact)
    }
    for kind, key, _ in law_tests.tests(decision.key):
        if (kind, key) in tests:
            tests[kind, key] += 1
    used = sorted((k for k, number in tests.items() if number > 1), key=lambda k: -tests[k])
    return replace(decision, cases=tuple(ir.Fact(*key) for key in used[:MOST]))


def _at_and_above(eid: str) -> Iterator[str]:
    while eid:
        yield eid
        eid = eid.rpartition("__")[0]


def _chain(law: ir.Law, kind: str) -> tuple[str, ...]:
    parents = {kind.key: kind.parent for kind in law.kinds}
    chain: list[str] = []
    at: str | None = kind
    while at is not None:
        chain.append(at)
        at = parents.get(at)
    return tuple(chain)


def _values(fact: ir.FactDeclaration) -> int:
    match fact.type:
        case Choice(values=values):
            return len(values)
        case Basic.TRUTH:
            return 2
        case _:
            return 0


def _look_through(parts: Iterable[ir.Expr], into: _Reads) -> None:
    """Add the reads of the expressions to `into`."""
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
