"""What is the same for all members of a list: found once, as bits, before the quick chain."""

from __future__ import annotations

from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import both, either, laid_out
from lawc.backends.python.plan import Scope, unstated
from lawc.backends.python.workshop import LOOSE, POSSIBLE, SURE, Body, Workshop
from lawc.backends.python.writing import Writing
from lawc.ir import nodes as ir


def bits_lines(chain: Writing, scope: Scope, *, again: bool) -> list[str]:
    """Return the lines that find which shared conditions hold, and which may."""
    shop, plan = chain.shop, chain.plan
    if not chain.early:
        return []
    body = Body(shop, scope, known=set(chain.body.known))
    lines: list[str] = []
    members: dict[str, list[tuple[int, ir.Force, ir.Expr]]] = {}
    for place, bit in chain.early.items():
        rule = plan.law.rules[place]
        condition = unstated(rule.condition)
        if isinstance(condition, ir.Some) and condition.number == 1:
            shared = members.setdefault(condition.kind, [])
            shared.append((bit, rule.force, condition.condition))
        else:
            lines += _bit(body, bit, rule.force, condition, 8)
    known = [*body.prelude(8), *lines]
    for member, conditions in members.items():
        known += _bits_of_members(shop, scope, member, conditions)
    when = both(
        [*(["some is None"] if again else []), *(["not made"] if plan.parameters else [])]
    )
    start = [] if again else ["    bits = maybe = 0"]
    if when == "True" or not known:
        return [*start, *(line[4:] for line in "\n".join(known).split("\n") if line)]
    return [*start, f"    if {laid_out(when, 4, 3)}:", *known]


def _bit(body: Body, bit: int, force: ir.Force, condition: ir.Expr, indent: int) -> list[str]:
    """Return the lines that set `bit` where a condition holds, and where it may."""
    possible, sure = [
        both([in_force(body, force, asked), test(body, condition, asked)])
        for asked in (POSSIBLE, SURE)
    ]
    pad = " " * indent
    if possible == "False":
        return []
    first = f"{pad}if {laid_out(possible, indent, 3)}:"
    if sure == possible:
        return [first, f"{pad}    bits |= {bit}"]
    return [
        first,
        f"{pad}    if {laid_out(sure, indent + 4, 3)}:",
        f"{pad}        bits |= {bit}",
        f"{pad}    else:",
        f"{pad}        maybe |= {bit}",
    ]


def _bits_of_members(
    shop: Workshop,
    scope: Scope,
    member: str,
    conditions: list[tuple[int, ir.Force, ir.Expr]],
) -> list[str]:
    group_ = group(shop.plan, member, scope)
    days = {f"days.{name}" for name in shop.plan.parameters.values()}
    inner = Body(shop, scope.within(shop.plan, member), known=days, mark="of_all_")
    loose = either([test(inner, one, LOOSE) for _, _, one in conditions])
    lines = [line for bit, now, one in conditions for line in _bit(inner, bit, now, one, 16)]
    every = sum(bit for bit, _, _ in conditions)
    return [
        f"        for {inner.scope.of(member)} in {group_} or ():",
        *inner.prelude(12),
        f"            if {laid_out(loose, 12, 3)}:",
        *(lines or ["                pass"]),
        f"        if {group_} is None:",
        f"            maybe |= {every}",
    ]
