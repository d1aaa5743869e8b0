"""Conditions about all members of a list that members ask, each member looked at once.

Before: "at least one of the person's offences is grave" as a condition of an offence. After: a
bit of `bits`, which a loop over the offences finds before they are decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.backends.python.conditions import either, negated
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Code, laid_out
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.running import unless_established
from lawc.backends.python.slot_functions import member_probing
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op


def bits_of(quick: Quick, kind: str) -> list[str]:
    """Return the lines that find which conditions about a list one member satisfies."""
    module = quick.module
    names, owner = module.names, module.names.line(kind)[1]
    plan, above_ = module.plan.kinds[kind], module.plan.kinds[owner]
    for slot in plan.slots:
        if slot.op is Op.ABOVE and above(slot)[0] == 1:
            fold = above_.slots[above(slot)[1]]
            some = fold.op is Op.SOME and fold.detail[0] == 1
            if not some or members(fold)[0] != kind:
                continue
            if not module.resting.rests(owner, above(slot)[1]):
                quick.probing.bits.setdefault(above(slot)[1], len(quick.probing.bits))
    if not quick.probing.bits:
        return []
    things = quick.probing.things
    outer = Probing(module, above_, things[1:], names.line(owner), Knowledge(above_))
    inner = member_probing(outer, kind)
    lists = {_look(inner, number): f"l{number}" for number in _provisions(plan)}
    inner.looked.update(lists)
    tests: list[Code] = []
    lines: list[str] = []
    for place, bit in quick.probing.bits.items():
        _, number = members(above_.slots[place])
        assert number is not None
        test, known = inner.may(number), inner.known(number)
        tests.append(test)
        lines.append(f"            if {laid_out(test, 12, 3)}:")
        if known != "True":
            lacking = negated(known)
            lines.append(f"                if {laid_out(lacking, 16, 3)}:")
            lines.append("                    return None")
        lines.append(f"                bits |= {1 << bit}")
    used = "\n".join(lines)
    looks = [f"        {name} = {look}" for look, name in lists.items() if name in used]
    return [
        "    bits = 0",
        f"    for {things[0]} in group:",
        *unless_established(names, kind, things[0], "        "),
        *looks,
        f"        if {laid_out(either(tests), 8, 3)}:",
        *lines,
    ]


def _provisions(plan: KindPlan) -> Iterator[int]:
    """Yield the slots of facts that are asked to lie in lists of provisions."""
    seen = set()
    for slot in plan.slots:
        if slot.op is Op.UNDER and slot.of[0] not in seen:
            seen.add(slot.of[0])
            yield slot.of[0]


def _look(probing: Probing, number: int) -> str:
    """Return Python for the look-up of the lists that a fact lies in."""
    slot = next(
        slot for slot in probing.plan.slots if slot.op is Op.UNDER and slot.of[0] == number
    )
    return probing.listed(slot)
