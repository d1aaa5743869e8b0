"""Renamed acts, whose folders have another name now, and renamed facts.

An element of another act is named by that act (`kz/criminal-code#art_3`), and an act by the
folders that it stands in. A renamed folder holds the same acts. A fact with another key is the
same fact if its question is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.ir.walk import rebuilt

Fact: TypeAlias = tuple[str, str]
"""A fact by its kind and key."""

_OF_ACT = "#"  # between the name of another act and that of an element of it


def with_folders_of(old: ir.Law, new: ir.Law) -> ir.Law:
    """Return the old law with the other acts that it cites called as the new law calls them."""
    names = _new_names(old, new)
    return _with_names(old, names) if any(was != now for was, now in names.items()) else old


def _new_names(old: ir.Law, new: ir.Law) -> dict[str, str]:
    """Return the new name of each act that the old law cites.

    An act is the same if its folder keeps its name, whatever the folder of the jurisdiction is
    called, or else if the drafter's name for it is the same.
    """
    before, after = _acts_cited(old), _acts_cited(new)
    names = {act: act for act in before if act in after}
    moved = {act: f"{_jurisdiction(new.act)}/{act.rpartition('/')[2]}" for act in before}
    for act, other in moved.items():
        if act not in names and other in after and other not in names.values():
            names[act] = other
    for act, called in before.items():
        free = [name for name in after if name not in names.values() and after[name] == called]
        if act not in names and len(free) == 1:
            names[act] = free[0]
    return names


def _acts_cited(law: ir.Law) -> dict[str, str]:
    """Return each other act that has elements in a law, with the drafter's name for it."""
    cited: dict[str, str] = {}
    for element in law.elements:
        act, mark, _ = element.eid.rpartition(_OF_ACT)
        if mark:
            cited.setdefault(act, element.citation.rpartition(", ")[0])
    return cited


def _jurisdiction(act: str) -> str:
    return act.partition("/")[0]


def _with_names(law: ir.Law, names: Mapping[str, str]) -> ir.Law:
    def name(eid: str) -> str:
        act, mark, inside = eid.rpartition(_OF_ACT)
        return f"{names.get(act, act)}{mark}{inside}"

    def renamed(expr: ir.Expr) -> ir.Expr:
        match expr:
            case ir.Stated(_, part, eid):
                return replace(expr, part=renamed(part), eid=None if eid is None else name(eid))
            case _:
                return rebuilt(expr, renamed)

    return replace(
        law,
        elements=tuple(
            replace(
                element, eid=name(element.eid), parent=element.parent and name(element.parent)
            )
            for element in law.elements
        ),
        definitions=tuple(
            replace(
                definition, eid=name(definition.eid), condition=renamed(definition.condition)
            )
            for definition in law.definitions
        ),
        bans=tuple(replace(ban, eid=name(ban.eid)) for ban in law.bans),
    )


# --- facts ------------------------------------------------------------------------------


def renamed_facts(old: ir.Law, new: ir.Law) -> dict[Fact, str]:
    """Return the new key of each renamed fact.

    It is the one fact that is gone, and the one that is new, with its kind, type and question.
    """
    before, after = ({(fact.kind, fact.key): fact for fact in law.facts} for law in (old, new))
    gone = [fact for key, fact in before.items() if key not in after]
    come = [fact for key, fact in after.items() if key not in before]
    renamed = {}
    for fact in gone:
        alike = [_traits(other) == _traits(fact) for other in come]
        again = [other for other in gone if _traits(other) == _traits(fact)]
        if fact.question and alike.count(True) == len(again) == 1:
            renamed[fact.kind, fact.key] = come[alike.index(True)].key
    return renamed


def _traits(fact: ir.FactDeclaration) -> tuple[object, ...]:
    type_ = replace(fact.type, key="") if isinstance(fact.type, Choice) else fact.type
    return fact.kind, type_, fact.question


def with_facts_renamed(law: ir.Law, names: Mapping[Fact, str]) -> ir.Law:
    """Return a law whose facts have other keys."""
    if not names:
        return law

    def renamed(expr: Any) -> Any:
        match expr:
            case ir.Fact(kind, key):
                return ir.Fact(kind, names.get((kind, key), key))
            case None:
                return None
            case _:
                return rebuilt(expr, renamed)

    return replace(
        law,
        facts=tuple(
            replace(fact, key=names.get((fact.kind, fact.key), fact.key)) for fact in law.facts
        ),
        clauses=tuple(
            replace(
                clause,
                literals=tuple(
                    replace(part, key=names.get((clause.kind, part.key), part.key))
                    for part in clause.literals
                ),
            )
            for clause in law.clauses
        ),
        decisions=tuple(
            replace(decision, cases=tuple(map(renamed, decision.cases)))
            for decision in law.decisions
        ),
        rules=tuple(_rule(rule, renamed) for rule in law.rules),
        definitions=tuple(
            replace(definition, condition=renamed(definition.condition))
            for definition in law.definitions
        ),
        quantities=tuple(
            replace(quantity, value=renamed(quantity.value)) for quantity in law.quantities
        ),
        plausible=tuple(
            replace(plausible, condition=renamed(plausible.condition))
            for plausible in law.plausible
        ),
        bans=tuple(replace(ban, condition=renamed(ban.condition)) for ban in law.bans),
    )


def _rule(rule: ir.Rule, renamed: Callable[[Any], Any]) -> ir.Rule:
    gives = (
        replace(gift, value=renamed(gift.value), when=renamed(gift.when)) for gift in rule.gives
    )
    return replace(rule, condition=renamed(rule.condition), gives=tuple(gives))
