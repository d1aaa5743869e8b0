"""Conditions about all members of a list that members ask, each member looked at once.

Before: "at least one of the person's offences is grave" as a condition of an offence. After: a
bit of `bits`, which a loop over the offences finds before they are decided. `perhaps` also has
the bits of those of which facts are missing that matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import reduce
from operator import or_

from lawc.backends.python.conditions import either
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Code, laid_out
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.running import unless_established
from lawc.backends.python.slot_functions import member_probing
from lawc.plan.phases import above, members
from lawc.plan.slots import KindPlan, Op

_ASKED = re.compile(r"\b(?:bits|perhaps) & ([0-9]+)")


def share(quick: Quick, kind: str) -> None:
    """Give each condition about a list that one member satisfies a bit."""
    module = quick.module
    owner = module.names.line(kind)[1]
    plan, above_ = module.plan.kinds[kind], module.plan.kinds[owner]
    for slot in plan.slots:
        if slot.op is Op.ABOVE and above(slot)[0] == 1:
            fold = above_.slots[above(slot)[1]]
            some = fold.op is Op.SOME and fold.detail[0] == 1
            if not some or members(fold)[0] != kind:
                continue
            if not module.resting.rests(owner, above(slot)[1]):
                quick.probing.bits.setdefault(above(slot)[1], len(quick.probing.bits))


def bits_of(quick: Quick, kind: str, deciding: list[str]) -> list[str]:
    """Return the lines that find the bits which the lines that decide a member look at."""
    asked = Counter(map(int, _ASKED.findall("\n".join(deciding))))
    if not (asked and quick.probing.bits):
        return []
    module = quick.module
    names, owner = module.names, module.names.line(kind)[1]
    plan, above_ = module.plan.kinds[kind], module.plan.kinds[owner]
    things = quick.probing.things
    outer = Probing(module, above_, things[1:], names.line(owner), Knowledge(above_))
    inner = member_probing(outer, kind)
    lists = {_look(inner, number): f"l{number}" for number in _provisions(plan)}
    inner.looked.update(lists)
    tests: list[Code] = []
    lines: list[str] = []
    ending = _ending(quick, asked)
    # One that is the last word ends the search of a member: it comes after those that are not.
    order = {bit: place for place, bit in enumerate(ending)}
    for place, bit in sorted(quick.probing.bits.items(), key=lambda of: order.get(of[1], -1)):
        _, number = members(above_.slots[place])
        assert number is not None
        test, known = inner.may(number), inner.known(number)
        tests.append(test)
        lines.append(f"            if {laid_out(test, 12, 3)}:")
        lines.append(f"                perhaps |= {1 << bit}")
        pad = "                "
        if known != "True":
            lines.append(f"{pad}if {laid_out(known, 16, 3)}:")
            pad += "    "
        lines.append(f"{pad}bits |= {1 << bit}")
        if bit in order and bit != ending[-1]:
            lines.append(f"{pad}continue")
    used = "\n".join(lines)
    looks = [f"        {name} = {look}" for look, name in lists.items() if name in used]
    return [
        "    bits = perhaps = 0",
        f"    for {things[0]} in group:",
        *unless_established(names, kind, things[0], "        "),
        *looks,
        f"        if {laid_out(either(tests), 8, 3)}:",
        *lines,
    ]


def _ending(quick: Quick, asked: Counter[int]) -> list[int]:
    """Return the bits after which no other matters, in the order in which they are asked.

    A bit is one of them if all of these hold:

    - what is decided where it is set is the last word, whatever the bits after it are;
    - it is asked there, and in the test that such rules share, and nowhere else.
    """
    ending: list[int] = []
    for tests, alike in quick.endings:
        masks = [test.number for test in tests if test.word == "perhaps"]
        asked.subtract([*masks, *([reduce(or_, masks)] if masks else [])])
        if not alike:  # then each is asked whether it may apply, and whether it does
            asked.subtract(masks)
        ending += [bit for mask in masks for bit in range(mask.bit_length()) if mask >> bit & 1]
    if any(asked.values()):
        return []
    return [*dict.fromkeys(ending)]


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
