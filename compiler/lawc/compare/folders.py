"""Acts whose folders have other names: what they share is called as in the new version.

An element of another act is named by that act (`kz/criminal-code#art_3`), and an act by the
folders that it stands in. A folder that has another name holds the same acts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.ir.walk import rebuilt

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
