"""Which elements of the law a change of facts turns, down to the lettered point."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.cases import Thing
from lawc.interpret import applies, holds
from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.world import World, members


def turned(before: World, after: World, thing: Thing, decision: ir.Decision) -> tuple[str, ...]:
    """Cite the innermost elements that turn, in the rules on which `decision` turns."""
    rules = list[ir.Rule]()
    waiting = [
        one
        for one in before.law.rules
        if any(each.decision == decision.key for each in one.gives)
    ]
    while waiting:
        rule = waiting.pop(0)
        other = applies(before, rule, thing) is not applies(after, rule, thing)
        if other and not any(rule is one for one in rules):
            rules.append(rule)
            waiting += before.displacing(rule)
    eids = {
        eid for rule in rules for eid in _turned(before, after, rule.condition, thing, rule.eid)
    }
    return tuple(one.citation for one in before.law.elements if one.eid in eids)


def _turned(
    before: World, after: World, expr: ir.Expr, thing: Thing, eid: str
) -> Iterator[str]:
    """Yield the innermost element of each condition in `expr` that turns; `eid` is around."""
    if holds(before, expr, thing) is holds(after, expr, thing):
        return
    match expr:
        case ir.Stated(_, part, own):
            yield from _turned(before, after, part, thing, own or eid)
        case ir.Some(_, kind, inner) | ir.Every(kind, inner):
            for one in members(before, thing, kind) or ():
                yield from _turned(before, after, inner, one, eid)
        case ir.Concept(key):
            for each in before.law.definitions:
                owner = thing.of(each.kind) if each.key == key else None
                if owner is not None:
                    yield from _turned(before, after, each.condition, owner, each.eid)
        case ir.Not() | ir.All() | ir.Any() | ir.AtLeast():
            for part in children(expr):
                yield from _turned(before, after, part, thing, eid)
        case ir.Applies():
            pass  # the elements of that provision turn, if it is among the rules
        case _:
            yield eid
