"""What several rules about a thing ask is found once, before the first block that asks it.

Before: `if _slot_41_of_child(child, days) is not False` in ten blocks. After: `h3`, which is
set ahead of the first of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import field

from lawc.backends.python.layout import Code, flat, laid_out
from lawc.backends.python.ranking import Unit
from lawc.plan.phases import MEMBERS
from lawc.plan.slots import KindPlan, Op
from lawc.records import dataclass

LEAST = 2  # rules that ask
MOST_UNITS = 200  # of a longer law it is not found out
_NAME = re.compile(r"\bh[0-9]+\b")
_FOUND = MEMBERS | {Op.CONCEPT, Op.QUANTITY, Op.ROW, Op.PARTS}


@dataclass(frozen=True)
class Hoisting:
    """The slots of a kind that are found once, while a function is written.

    `waiting` are those that a block asks and that are not set yet, with the call.
    """

    numbers: set[int] = field(default_factory=set)
    there: set[str] = field(default_factory=set)
    waiting: dict[str, Code] = field(default_factory=dict)

    def ask(self, name: str, call: Code) -> str:
        """Return the variable of a slot that is asked."""
        if name not in self.there:
            self.waiting[name] = call
        return name

    def begin(self, text: str, pad: str) -> Iterable[str]:
        """Yield the lines that set what a text asks and is not there yet."""
        words = set(_NAME.findall(text)) if self.waiting else set()
        for name, call in reversed(self.waiting.items()):  # an earlier one may be read there
            if name in words:
                words.update(_NAME.findall(str(flat(call))))
        for name, call in self.waiting.items():
            if name in words:
                self.there.add(name)
                yield f"{pad}{name}: Any = {laid_out(call, len(pad), len(name) + 8, 0)}"
        self.waiting.clear()


def asked_often(plan: KindPlan, units: tuple[Unit, ...]) -> set[int]:
    """Return the slots of a kind that several rules ask, and that take long to find."""
    if len(units) > MOST_UNITS:
        return set()
    rules = {unit.slot for unit in units}
    uses = Counter[int]()
    for unit in units:
        waiting = [*plan.slots[unit.slot].of]
        for gives in unit.gives:
            waiting += [gives.value] + ([] if gives.when is None else [gives.when])
        seen = {*waiting}
        while waiting:
            number = waiting.pop()
            slot = plan.slots[number]
            uses[number] += 1
            if number not in rules and slot.op not in (Op.SPOKEN, Op.DECIDED):
                further = [one for one in slot.of if one not in seen]
                seen.update(further)
                waiting += further
    return {n for n, times in uses.items() if times >= LEAST and plan.slots[n].op in _FOUND}
