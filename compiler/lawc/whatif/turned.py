"""Which elements of the law a change of facts turns, down to the lettered point."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.cases import Thing
from lawc.interpret import applies, holds
from lawc.ir import nodes as ir
from lawc.ir.walk import children, inside
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
        eid
        for rule in rules
        for eid in _turned(before, after, rule.condition, thing)
        or _own(rule.condition, rule.eid)
        if holds(before, rule.condition, thing) is not holds(after, rule.condition, thing)
    }
    return tuple(one.citation for one in before.law.elements if one.eid in eids)


def _own(condition: ir.Expr, eid: str | None) -> tuple[str, ...]:
    """Return the element of a condition, unless another provision is what it asks for."""
    if eid is None or any(isinstance(one, ir.Applies) for one in inside(condition)):
        return ()
    return (eid,)


def _turned(before: World, after: World, expr: ir.Expr, thing: Thing) -> tuple[str, ...]:
    """Return the innermost elements in `expr` whose truth is another."""
    return tuple(dict.fromkeys(_inside(before, after, expr, thing)))


def _inside(before: World, after: World, expr: ir.Expr, thing: Thing) -> Iterator[str]:
    if holds(before, expr, thing) is holds(after, expr, thing):
        return
    match expr:
        case ir.Stated(_, part, eid):
            deeper = _turned(before, after, part, thing)
            yield from deeper or _own(part, eid)
        case ir.Some(_, kind, inner) | ir.Every(kind, inner):
            for one in members(before, thing, kind) or ():
                yield from _inside(before, after, inner, one)
        case ir.Concept(key):
            for each in before.law.definitions:
                owner = thing.of(each.kind) if each.key == key else None
                if owner is not None:
                    yield from _inside(before, after, each.condition, owner)
        case ir.Not() | ir.All() | ir.Any() | ir.AtLeast():
            for part in children(expr):
                yield from _inside(before, after, part, thing)
        case _:
            pass
