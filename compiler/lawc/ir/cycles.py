"""What rests on what: no provision may rest on itself.

`Concept a` that speaks of `Concept b` that speaks of `Concept a`, or two rules each of which
displaces the other, have no meaning. What each thing rests on::

    a concept, a quantity    what its versions speak of
    a rule                   what its condition speaks of, and the rules that displace it
    a decision               the rules that give it, and what their values speak of

A rule does not rest on what its values speak of: of two sentences in one paragraph, the second
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
    found: dict[str, dict[str, None]] = {}
    for thing, other in _edges(declared):
        found.setdefault(thing, {})[other] = None
    return {thing: tuple(others) for thing, others in found.items()}


def cycles(rests: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield circles, no thing in two of them: each rests on the next, the last on the first."""
    done: set[str] = set()
    reported: set[str] = set()
    for start in rests:
        path: dict[str, Iterator[str]] = {}
        node: str | None = None if start in done else start
        while node is not None or path:
            if node is not None:
                path[node] = iter(rests.get(node, ()))
            last = next(reversed(path))
            node = next((one for one in path[last] if one not in done), None)
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
        for other in spoken_of(declared, definition.condition):
            yield f"{CONCEPT} {definition.key}", other
    for quantity in declared.law.quantities:
        for other in spoken_of(declared, quantity.value):
            yield f"{QUANTITY} {quantity.key}", other
    for rule in declared.law.rules:
        yield from _rule_edges(declared, rule)


def _rule_edges(declared: Declared, rule: ir.Rule) -> Iterator[tuple[str, str]]:
    name = _name(declared, rule)
    for other in spoken_of(declared, rule.condition):
        yield name, other
    for target in rule.displaces:
        for displaced in declared.below(target):
            if displaced is not rule:
                yield _name(declared, displaced), name
    for gives in rule.gives:
        decision = f"{DECISION} {gives.decision}"
        yield decision, name
        for part in (gives.value, gives.when):
            for other in spoken_of(declared, part) if part else ():
                yield decision, other


def _name(declared: Declared, rule: ir.Rule) -> str:
    return f"{RULE} {declared.places[id(rule)]}"


def spoken_of(declared: Declared, expr: ir.Expr) -> Iterator[str]:
    """Yield what `expr` speaks of: concepts, quantities, decisions, rules."""
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
