"""What rests on what: no provision may rest on itself.

`Concept a` that speaks of `Concept b` that speaks of `Concept a`, or two rules each of which
displaces the other, have no meaning. What each thing rests on::

    a concept, a quantity    what its versions speak of
    a rule                   what its condition speaks of, and the rules that displace it
    a decision               the rules that give it, and what their values speak of
"""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared


def cycle(declared: Declared) -> tuple[str, ...]:
    """Return things each of which rests on the next and the last on the first, or nothing."""
    graph: TopologicalSorter[str] = TopologicalSorter()
    for thing, other in _edges(declared):
        graph.add(thing, other)
    try:
        graph.prepare()
    except CycleError as found:
        return tuple(reversed(found.args[1][1:]))
    return ()


def _edges(declared: Declared) -> Iterator[tuple[str, str]]:
    for definition in declared.law.definitions:
        for other in spoken_of(declared, definition.condition):
            yield f"concept {definition.key}", other
    for quantity in declared.law.quantities:
        for other in spoken_of(declared, quantity.value):
            yield f"quantity {quantity.key}", other
    for rule in declared.law.rules:
        yield from _rule_edges(declared, rule)


def _rule_edges(declared: Declared, rule: ir.Rule) -> Iterator[tuple[str, str]]:
    name = f"rule {rule.eid}"
    for other in spoken_of(declared, rule.condition):
        yield name, other
    for target in rule.displaces:
        for displaced in declared.below(target):
            if displaced is not rule:
                yield f"rule {displaced.eid}", name
    for gives in rule.gives:
        decision = f"decision {gives.decision}"
        yield decision, name
        for part in (gives.value, gives.when):
            for other in spoken_of(declared, part) if part else ():
                yield decision, other


def spoken_of(declared: Declared, expr: ir.Expr) -> Iterator[str]:
    """Yield what `expr` speaks of: concepts, quantities, decisions, rules."""
    for part in declared.named(expr):
        match part:
            case ir.Concept(key):
                yield f"concept {key}"
            case ir.Quantity(key):
                yield f"quantity {key}"
            case ir.Decided(key):
                yield f"decision {key}"
            case ir.Applies(eids):
                for eid in eids:
                    yield from (f"rule {rule.eid}" for rule in declared.below(eid))
            case _:
                pass
