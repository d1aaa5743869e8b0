"""The elements of a law that a case may supply as established, with what they say.

A definition, an amount and a decision may be supplied by the citation of the element that alone
says them, or of one around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.world import World
from lawc.runtime.supplied import KEY, Term, Terms


def terms_of(world: World) -> Terms:
    """Return what can be supplied of things, by the citations of elements."""
    law = world.law
    if KEY in _own_keys(law):
        return {}
    lists = dict(_lists(law))
    terms: dict[str, dict[Term, None]] = {}
    for eids, kind, key, truth in _said(law):
        around = [world.above(eid) for eid in dict.fromkeys(eids)]
        for eid in around[0]:
            element = world.elements.get(eid)
            if element is not None and all(eid in other for other in around):
                citation = element.citation
                term = Term(lists[kind], key, truth)
                terms.setdefault(citation, {})[term] = None
    for of in law.elsewhere:
        terms.setdefault(of.citation, {})[Term(lists[of.kind], of.key, True)] = None
    own = {citation: tuple(those) for citation, those in terms.items() if citation}
    return {**own, **_exact(world, own)}


def _exact(world: World, terms: Terms) -> Terms:
    """Return what elements say themselves, where those inside them say more."""
    exact: dict[str, dict[Term, None]] = {}
    lists = dict(_lists(world.law))
    for eids, kind, key, truth in _said(world.law):
        for eid in dict.fromkeys(eids):
            element = world.elements.get(eid)
            term = Term(lists[kind], key, truth)
            if element is not None and term in terms.get(element.citation, ()):
                exact.setdefault(element.citation, {})[term] = None
    return {citation: tuple(those) for citation, those in exact.items()}


def _own_keys(law: ir.Law) -> set[str]:
    root = law.kinds[0].key
    keys = {fact.key for fact in law.facts if fact.kind == root}
    return keys | {kind.field for kind in law.kinds if kind.field and kind.parent == root}


def _said(law: ir.Law) -> Iterator[tuple[list[str], str, str, bool]]:
    """Yield concepts, amounts and decisions: the elements that say each, kind, key, truth."""
    for key in dict.fromkeys(meaning.key for meaning in law.definitions):
        several = [meaning for meaning in law.definitions if meaning.key == key]
        yield [meaning.eid for meaning in several], several[0].kind, key, True
    for key in dict.fromkeys(quantity.key for quantity in law.quantities):
        amounts = [quantity for quantity in law.quantities if quantity.key == key]
        yield [amount.eid for amount in amounts], amounts[0].kind, key, False
    for decision in law.decisions:
        eids = [
            rule.eid
            for rule in law.rules
            if any(
                gives.decision == decision.key and not _denies(gives) for gives in rule.gives
            )
        ]
        if eids:
            yield eids, decision.kind, decision.key, decision.type is Basic.TRUTH


def _denies(gives: ir.Gives) -> bool:
    """Return whether a rule says of a truth that it is not so."""
    return isinstance(gives.value, ir.Literal) and gives.value.value is False


def _lists(law: ir.Law) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each kind with the lists that lead to its things."""
    known: dict[str, tuple[str, ...]] = {}
    for kind in law.kinds:
        above = known[kind.parent] if kind.parent else ()
        known[kind.key] = (*above, kind.field) if kind.field else above
        yield kind.key, known[kind.key]
