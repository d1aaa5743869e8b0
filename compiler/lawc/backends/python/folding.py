"""What a thing asks of all members of a list is found in the loop that decides them.

Before: `_slot_127_of_household(household, days)`, which goes through the children again and
asks of each whether it is dependent. After: `h1`, which counts them where they are decided.
"""

from __future__ import annotations

from lawc.backends.python.conditions import both, negated
from lawc.backends.python.layout import laid_out
from lawc.backends.python.probing import Probing
from lawc.backends.python.quick import Quick
from lawc.backends.python.repeated import Repeated
from lawc.plan.phases import members
from lawc.plan.slots import Op, Slot
from lawc.records import dataclass

_FIRST = {Op.SOME: "False", Op.EVERY: "True", Op.COUNT: "0"}


@dataclass(frozen=True, slots=True)
class Fold:
    """A slot of an owner that asks all members of a list, and its variable."""

    number: int
    slot: Slot
    name: str

    @property
    def known(self) -> bool:
        """Return whether the function gives up where it is unknown."""
        return self.slot.op is Op.COUNT

    @property
    def first(self) -> str:
        """Return the line that sets the variable before the members are gone through."""
        return f"    {self.name}: Any = {_FIRST[self.slot.op]}"


def folds_over(repeated: Repeated, owner: Probing, kind: str) -> list[Fold]:
    """Return what is asked of the members of a kind while they are decided."""
    module, slots = owner.module, owner.plan.slots
    return [
        Fold(number, slots[number], module.variable_of(owner.plan.key, number))
        for number in sorted(repeated.folds.get(owner.plan.key, ()))
        if members(slots[number])[0] == kind
    ]


def write_folds(quick: Quick, folds: list[Fold], pad: str) -> None:
    """Write what one member adds to what is asked of all."""
    lines = [line for fold in folds for line in _of_member(quick.probing, fold, pad)]
    quick.lines.extend(quick.probing.hoisting.begin("\n".join(lines), pad))
    quick.lines.extend(lines)


def _of_member(probing: Probing, fold: Fold, pad: str) -> list[str]:
    number, name, op = members(fold.slot)[1], fold.name, fold.slot.op
    assert number is not None
    holds = op is not Op.EVERY
    test, known = probing.may(number, holds=holds), probing.known(number, holds=holds)
    if op is not Op.COUNT:  # what is found already is not asked again
        test = both([f"{name} is not {holds}", test])
    lines = [f"{pad}if {laid_out(test, len(pad), 3)}:"]
    inner = pad + "    "
    if op is Op.COUNT:
        if known != "True":
            lacking = laid_out(negated(known), len(inner), 3)
            lines += [f"{inner}if {lacking}:", f"{inner}    return None"]
        return [*lines, f"{inner}{name} = {name} + 1"]
    if known == "True":
        return [*lines, f"{inner}{name} = {holds}"]
    return [
        *lines,
        f"{inner}{name} = None",
        f"{inner}if {laid_out(known, len(inner), 3)}:",
        f"{inner}    {name} = {holds}",
    ]
