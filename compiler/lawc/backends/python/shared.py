"""What is the same for all members of a list: found once, as bits, before the quick chain."""

from __future__ import annotations

from collections.abc import Callable

from lawc.backends.python.bounds import in_force, test
from lawc.backends.python.expressions import group
from lawc.backends.python.layout import both, either, laid_out
from lawc.backends.python.plan import Scope
from lawc.backends.python.workshop import LOOSE, POSSIBLE, SURE, Body
from lawc.backends.python.writing import Writing
from lawc.ir import nodes as ir
from lawc.ir.walk import unstated

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


def bits_lines(
    chain: Writing, scope: Scope, *, again: bool, engine: Callable[[int], str]
) -> list[str]:
    """Return the lines that find which shared conditions hold, and which may.

    `engine` leaves all members to the engine: where something is established of one of them.
    """
    shop, plan = chain.shop, chain.plan
    if not chain.early:
        return []
    indent = 8 if again else 4
    names = set(plan.days_read)
    body = Body(shop, scope, known=names, hoisted=True)
    members = asked_of_members(chain)
    seen = {bit for asked in members.values() for bit, _, _ in asked}
    known: list[str] = []
    for place, bit in chain.early.items():
        rule = plan.law.rules[place]
        if bit not in seen:
            known += _bit(body, bit, rule.force, unstated(rule.condition), indent)
    known = [*body.prelude(indent), *known]
    for member, conditions in members.items():
        known += _bits_of_members(chain, scope, member, conditions, indent, engine)
    if again:
        return ["    if those is None:", *known] if known else []
    return ["    bits = maybe = 0", *known]


def _bit(
    body: Body,
    bit: int,
    force: ir.Force,
    condition: ir.Expr,
    indent: int,
    *,
    ends: bool = False,
) -> list[str]:
    """Return the lines that set `bit` where a condition holds, and where it may.

    `ends`: where it holds, no more need be asked of the member of a list.
    """
    possible, sure = [
        both([in_force(body, force, asked), test(body, condition, asked)])
        for asked in (POSSIBLE, SURE)
    ]
    pad = " " * indent
    if possible == "False":
        return []
    first = f"{pad}if {laid_out(possible, indent, 3)}:"
    if sure == possible:
        return [first, f"{pad}    bits |= {bit}", *([f"{pad}    continue"] if ends else [])]
    return [
        first,
        f"{pad}    if {laid_out(sure, indent + 4, 3)}:",
        f"{pad}        bits |= {bit}",
        *([f"{pad}        continue"] if ends else [f"{pad}    else:"]),
        f"{pad}    {'' if ends else '    '}maybe |= {bit}",
    ]


def _bits_of_members(
    chain: Writing,
    scope: Scope,
    member: str,
    conditions: Asked,
    indent: int,
    engine: Callable[[int], str],
) -> list[str]:
    shop, plan, pad = chain.shop, chain.plan, " " * indent
    own = member == chain.kind  # the function has these, and ends where they are unknown
    group_ = "members" if own else group(plan, member, scope)
    names = set(plan.days_read)
    within = scope.within(plan, member)
    inner = Body(shop, within, known=names, hoisted=True, mark="of_all_")
    loose = either([test(inner, one, LOOSE) for _, _, one in conditions])
    turns = {bit: turn for turn, bit in enumerate(chain.in_turn)}
    conditions = sorted(conditions, key=lambda one: turns.get(one[0], len(turns)))
    lines = [
        line
        for bit, now, one in conditions
        for line in _bit(inner, bit, now, one, indent + 8, ends=bit in turns)
    ]
    thing = inner.scope.of(member)
    checked = own and plan.established(member)
    check = [f"{pad}    if {thing}._established:", engine(indent + 8)] if checked else []
    return [
        f"{pad}for {thing} in {group_}{'' if own else ' or ()'}:",
        *check,
        *inner.prelude(indent + 4),
        f"{pad}    if {laid_out(loose, indent + 4, 3)}:",
        *(lines or [f"{pad}        pass"]),
        *([] if own else _of_no_list(inner, group_, conditions, indent)),
    ]


def _of_no_list(body: Body, group_: str, conditions: Asked, indent: int) -> list[str]:
    """Return the lines that say what may hold where it is not known who is in the list."""
    always = sum(bit for bit, now, _ in conditions if now == ir.ALWAYS)
    lines = [f"    maybe |= {always}"] if always else []
    for bit, now, _ in conditions:
        if now != ir.ALWAYS:
            possible = in_force(body, now, POSSIBLE)
            lines += [f"    if {laid_out(possible, indent + 4, 3)}:", f"        maybe |= {bit}"]
    return [f"{' ' * indent}{line}" for line in (f"if {group_} is None:", *lines)]
