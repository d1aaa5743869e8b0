"""The questions, the types and the names of the facts, the days and the amounts of a law."""

from __future__ import annotations

from fractions import Fraction

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type


def questions(law: ir.Law) -> dict[str, str]:
    """Return the question of each fact and each day, by its path without numbers."""
    days = {parameter.key: parameter.question for parameter in law.parameters}
    return days | {path(law, fact.kind, fact.key): fact.question for fact in law.facts}


def types(law: ir.Law) -> dict[str, Type]:
    """Return the type of each fact, quantity and decision, by its path without numbers."""
    days = {parameter.key: Basic.DATE for parameter in law.parameters}
    typed = [
        *((fact.kind, fact.key, fact.type) for fact in law.facts),
        *((quantity.kind, quantity.key, quantity.type) for quantity in law.quantities),
        *((decision.kind, decision.key, decision.type) for decision in law.decisions),
    ]
    return days | {path(law, kind, key): type_ for kind, key, type_ in typed}


def names(law: ir.Law) -> dict[str, str]:
    """Return the words of the law for what has a key, by its path without numbers."""
    kinds = {kind.key for kind in law.kinds}
    return {
        path(law, name.kind, name.key) if name.kind in kinds else name.key: name.text
        for name in law.names
    }


def units(law: ir.Law) -> dict[Fraction, str]:
    """Return the words for parts of currencies by size, without sizes that several have."""
    named: dict[Fraction, list[str]] = {}
    for unit in law.units:
        named.setdefault(unit.size, []).append(unit.text)
    return {size: texts[0] for size, texts in named.items() if len(texts) == 1}


def path(law: ir.Law, kind: str, key: str) -> str:
    """Return the path without numbers of a fact or an amount of a kind: `offences.category`."""
    of = {kind.key: kind for kind in law.kinds}[kind]
    return key if of.parent is None else path(law, of.parent, f"{of.field}.{key}")
