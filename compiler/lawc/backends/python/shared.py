"""What is the same for all members of a list: found once, as bits, before the quick chain."""

from __future__ import annotations

from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import both, either, laid_out
from lawc.backends.python.plan import Scope, unstated
from lawc.backends.python.text import indented
from lawc.backends.python.workshop import LOOSE, POSSIBLE, SURE, Body, Workshop
from lawc.backends.python.writing import Writing
from lawc.ir import nodes as ir

Asked = list[tuple[int, ir.Force, ir.Expr]]  # of the bit, when in force, the condition


def asked_of_members(chain: Writing) -> dict[str, Asked]:
    """Return the shared conditions that one member of a list must satisfy, by its kind."""
    found: dict[str, Asked] = {}
    for place, bit in chain.early.items():
        rule = chain.plan.law.rules[place]
        condition = unstated(rule.condition)
        if isinstance(condition, ir.Some) and condition.number == 1:
            found.setdefault(condition.kind, []).append((bit, rule.force, condition.condition))
    return found


def bits_lines(chain: Writing, scope: Scope, *, again: bool, engine: str) -> list[str]:
    """Return the lines that find which shared conditions hold, and which may.

    `engine` leaves all members to the engine: where something is established of one of them.
    """
    shop, plan = chain.shop, chain.plan
    if not chain.early:
        return []
    body, members = Body(shop, scope, known=set(chain.body.known)), asked_of_members(chain)
    seen = {bit for asked in members.values() for bit, _, _ in asked}
    known: list[str] = []
    for place, bit in chain.early.items():
        rule = plan.law.rules[place]
        if bit not in seen:
            known += _bit(body, bit, rule.force, unstated(rule.condition), 8)
    known = [*body.prelude(8), *known]
    for member, conditions in members.items():
        check = engine if member == chain.kind and plan.established(member) else ""
        known += _bits_of_members(shop, scope, member, conditions, check)
    if again and known:
        return ["    if some is None:", "        bits = maybe = 0", *known]
    shallow = [line[4:] for line in "\n".join(known).split("\n") if line]
    return [*([] if again else ["    bits = maybe = 0"]), *shallow]


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
    conditions: Asked,
    check: str,
) -> list[str]:
    group_ = group(shop.plan, member, scope)
    days = {f"days.{name}" for name in shop.plan.parameters.values()}
    inner = Body(shop, scope.within(shop.plan, member), known=days, mark="of_all_")
    loose = either([test(inner, one, LOOSE) for _, _, one in conditions])
    lines = [line for bit, now, one in conditions for line in _bit(inner, bit, now, one, 16)]
    every = sum(bit for bit, _, _ in conditions)
    thing = inner.scope.of(member)
    return [
        f"        for {thing} in {group_} or ():",
        *([f"            if {thing}._established:", indented(check, 16)] if check else []),
        *inner.prelude(12),
        f"            if {laid_out(loose, 12, 3)}:",
        *(lines or ["                pass"]),
        f"        if {group_} is None:",
        f"            maybe |= {every}",
    ]
