"""Dependencies between the definitions of a law: no provision may rest on itself.

`Concept a` that names `Concept b` that names `Concept a`, or two rules each of which
displaces the other, have no meaning. Each thing rests on::

    a concept, a quantity    all that its versions name
    a rule                   all that its condition names, and the rules that displace it
    a decision               the rules that give it, and all that their values name

A rule does not rest on what its values name: of two sentences in one paragraph, the second
may be computed from what the first gives. A thing is named `concept late`, `decision fee`; a
rule by its place in the law, as several may stand in one element: `rule 3`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared

CONCEPT, QUANTITY, DECISION, RULE = "concept", "quantity", "decision", "rule"


def uses(declared: Declared) -> Mapping[str, tuple[str, ...]]:
    """Return, for each thing that the law defines or gives, what it rests on."""
    rests: dict[str, dict[str, None]] = {}
    for thing, other in _edges(declared):
        rests.setdefault(thing, {})[other] = None
    return {thing: tuple(others) for thing, others in rests.items()}


def cycles(rests: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield disjoint circles: each thing rests on the next, the last on the first."""
    done: set[str] = set()
    reported: set[str] = set()
    for start in rests:
        path: dict[str, Iterator[str]] = {}
        node: str | None = None if start in done else start
        while node is not None or path:
            if node is not None:
                path[node] = iter(rests.get(node, ()))
            last = next(reversed(path))
            node = next((following for following in path[last] if following not in done), None)
            if node is None:
                done.add(last)
                del path[last]
            elif node in path:
                names = list(path)
                circle = tuple(names[names.index(node) :])
                if reported.isdisjoint(circle):
                    reported.update(circle)
                    yield circle
                node = None


def _edges(declared: Declared) -> Iterator[tuple[str, str]]:
    for definition in declared.law.definitions:
        for other in named_things(declared, definition.condition):
            yield f"{CONCEPT} {definition.key}", other
    for quantity in declared.law.quantities:
        for other in named_things(declared, quantity.value):
            yield f"{QUANTITY} {quantity.key}", other
    for rule in declared.law.rules:
        yield from _rule_edges(declared, rule)


def _rule_edges(declared: Declared, rule: ir.Rule) -> Iterator[tuple[str, str]]:
    name = _name(declared, rule)
    for other in named_things(declared, rule.condition):
        yield name, other
    for target in rule.displaces:
        for displaced in declared.below(target):
            if displaced is not rule:
                yield _name(declared, displaced), name
    for gives in rule.gives:
        decision = f"{DECISION} {gives.decision}"
        yield decision, name
        for part in (gives.value, gives.when):
            for other in named_things(declared, part) if part else ():
                yield decision, other


def _name(declared: Declared, rule: ir.Rule) -> str:
    return f"{RULE} {declared.places[id(rule)]}"


def named_things(declared: Declared, expr: ir.Expr) -> Iterator[str]:
    """Yield the concepts, quantities, decisions and rules that `expr` names."""
    for part in declared.named(expr):
        match part:
            case ir.Concept(key):
                yield f"{CONCEPT} {key}"
            case ir.Quantity(key):
                yield f"{QUANTITY} {key}"
            case ir.Decided(key):
                yield f"{DECISION} {key}"
            case ir.Applies(eids):
                for eid in eids:
                    yield from (_name(declared, rule) for rule in declared.below(eid))
            case _:
                pass
