"""What has another name now: acts whose folders were renamed, and facts.

An element of another act is named by that act (`kz/criminal-code#art_3`), and an act by the
folders that it stands in. A folder that has another name holds the same acts. A fact that has
another key is the same fact where it is asked for in the same words.
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
    return _renamed(old, names) if any(was != now for was, now in names.items()) else old


def _new_names(old: ir.Law, new: ir.Law) -> dict[str, str]:
    """Return how the new law calls each act that the old one cites.

    An act is the same where its folder keeps its name, whatever the folder of the jurisdiction
    is called; else where the drafter calls it the same.
    """
    before, after = _cited_as(old), _cited_as(new)
    found = {act: act for act in before if act in after}
    moved = {act: f"{_jurisdiction(new.act)}/{act.rpartition('/')[2]}" for act in before}
    for act, other in moved.items():
        if act not in found and other in after and other not in found.values():
            found[act] = other
    for act, called in before.items():
        free = [one for one in after if one not in found.values() and after[one] == called]
        if act not in found and len(free) == 1:
            found[act] = free[0]
    return found


def _cited_as(law: ir.Law) -> dict[str, str]:
    """Return each other act that has elements in a law, with what the drafter calls it."""
    found: dict[str, str] = {}
    for one in law.elements:
        act, mark, _ = one.eid.rpartition(_OF_ACT)
        if mark:
            found.setdefault(act, one.citation.rpartition(", ")[0])
    return found


def _jurisdiction(act: str) -> str:
    return act.partition("/")[0]


def _renamed(law: ir.Law, names: Mapping[str, str]) -> ir.Law:
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
            replace(one, eid=name(one.eid), parent=one.parent and name(one.parent))
            for one in law.elements
        ),
        definitions=tuple(
            replace(one, eid=name(one.eid), condition=renamed(one.condition))
            for one in law.definitions
        ),
        bans=tuple(replace(one, eid=name(one.eid)) for one in law.bans),
    )


# --- facts ------------------------------------------------------------------------------


def renamed_facts(old: ir.Law, new: ir.Law) -> dict[Fact, str]:
    """Return the new key of each fact that has another one now.

    It is the one fact that is gone, and the one that is new, with its kind, type and question.
    """
    before, after = ({(one.kind, one.key): one for one in law.facts} for law in (old, new))
    gone = [one for fact, one in before.items() if fact not in after]
    come = [one for fact, one in after.items() if fact not in before]
    found = {}
    for one in gone:
        alike = [_asked_as(other) == _asked_as(one) for other in come]
        again = [other for other in gone if _asked_as(other) == _asked_as(one)]
        if one.question and alike.count(True) == len(again) == 1:
            found[one.kind, one.key] = come[alike.index(True)].key
    return found


def _asked_as(one: ir.FactDeclaration) -> tuple[object, ...]:
    type_ = replace(one.type, key="") if isinstance(one.type, Choice) else one.type
    return one.kind, type_, one.question


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
            replace(one, key=names.get((one.kind, one.key), one.key)) for one in law.facts
        ),
        clauses=tuple(
            replace(
                one,
                literals=tuple(
                    replace(part, key=names.get((one.kind, part.key), part.key))
                    for part in one.literals
                ),
            )
            for one in law.clauses
        ),
        decisions=tuple(
            replace(one, cases=tuple(map(renamed, one.cases))) for one in law.decisions
        ),
        rules=tuple(_rule(one, renamed) for one in law.rules),
        definitions=tuple(
            replace(one, condition=renamed(one.condition)) for one in law.definitions
        ),
        quantities=tuple(replace(one, value=renamed(one.value)) for one in law.quantities),
        plausible=tuple(
            replace(one, condition=renamed(one.condition)) for one in law.plausible
        ),
        bans=tuple(replace(one, condition=renamed(one.condition)) for one in law.bans),
    )


def _rule(one: ir.Rule, renamed: Callable[[Any], Any]) -> ir.Rule:
    gives = (
        replace(each, value=renamed(each.value), when=renamed(each.when)) for each in one.gives
    )
    return replace(one, condition=renamed(one.condition), gives=tuple(gives))
