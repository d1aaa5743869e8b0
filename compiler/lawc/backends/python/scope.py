"""Where tests of the slots of a kind stand: the variables there, and names of what they ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field

from lawc.backends.python.hoisting import Hoisting
from lawc.backends.python.knowledge import Knowledge
from lawc.backends.python.layout import Call, Code
from lawc.backends.python.slotting import Slotting
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.plan.slots import KindPlan, Op, Slot
from lawc.records import dataclass


@dataclass(frozen=True)
class Scope:
    """What is in scope where slots of one kind are asked.

    `things` are the variables of the thing and those above, nearest first; `flags` are the
    variables of truths that were found before, by the number of the slot; `bits` the bits of
    conditions about all members of the list, by the number of their slot in the kind above;
    `facts` keeps tests that rest on facts alone: of a slot, whether it holds, whether it is
    known.
    """

    module: Slotting
    plan: KindPlan
    things: tuple[str, ...]
    line: tuple[str, ...]
    knowledge: Knowledge
    flags: dict[int, str] = field(default_factory=dict)
    bits: dict[int, int] = field(default_factory=dict)
    looked: dict[str, str] = field(default_factory=dict)  # lists of provisions, by look-up
    hoisting: Hoisting = field(default_factory=Hoisting)
    outer: tuple[Hoisting, ...] = ()  # of the things above, nearest first
    rules: frozenset[int] = frozenset()  # of which the function is made
    local: Mapping[str, str] = field(default_factory=dict)  # where variables of others stand
    facts: dict[tuple[int, bool, bool], Code] = field(default_factory=dict, init=False)

    def fact(self, slot: Slot) -> str:
        """Return Python for a fact as it is supplied; assumptions may leave one value."""
        return (
            f"{self.things[0]}.{self.module.names.fields[self.plan.key, str(slot.detail[0])]}"
        )

    def assumable(self, slot: Slot) -> bool:
        """Return whether assumptions may say a fact that is not supplied."""
        return (self.plan.key, str(slot.detail[0])) in self.module.names.assumable

    def choices(self, slot: Slot, values: Iterable[str]) -> list[str]:
        """Return the constants of some values of the choice that a slot tests."""
        return self.constants(self.choice(slot), values)

    def other_values(self, slot: Slot) -> list[str]:
        """Return the values that a choice is not tested for."""
        values = self.values(slot)
        return [value for value in self.choice(slot).values if value not in values]

    def choice(self, slot: Slot) -> Choice:
        """Return the type of the fact that a slot tests."""
        names, key = self.module.names, str(self.plan.slots[slot.of[0]].detail[0])
        type_ = names.type_of(ir.Fact(self.plan.key, key))
        assert isinstance(type_, Choice), "only a choice is one of some values"
        return type_

    def values(self, slot: Slot) -> tuple[str, ...]:
        """Return the values that a choice is tested for."""
        values = slot.detail[0]
        assert isinstance(values, tuple)
        return values

    def constants(self, type_: Choice, values: Iterable[str]) -> list[str]:
        """Return the constants of some values of a choice."""
        names = self.module.names
        enum, named = names.enum(type_), names.members(type_)
        return [
            self.module.constant(f"{enum}.{named[value]}", named[value]) for value in values
        ]

    def listed(self, slot: Slot) -> str:
        """Return Python for the lists that a provision lies in."""
        fact = self.fact(self.plan.slots[slot.of[0]])
        look = f"{self.module.table_of(self.plan, slot)}[{fact}]"
        return self.looked.get(look, look)

    def bit(self, slot: Slot) -> int:
        """Return the bit of a list of provisions."""
        return 1 << 2 * self.module.place_of(self.plan, slot)

    def single(self, slot: Slot) -> bool:
        """Return whether a slot is an amount with one version, which is always in force."""
        if slot.op is not Op.QUANTITY or len(slot.of) != 2:  # noqa: PLR2004
            return False
        return self.plan.slots[slot.of[0]].op is Op.CONSTANT

    def factors(self, slot: Slot) -> tuple[int, ...]:
        """Return the factors of a product that is rounded; of another slot none."""
        product = self.plan.slots[slot.of[0]]
        rounded = slot.op is Op.ROUNDED and product.op is Op.PRODUCT and len(product.of) > 1
        return product.of if rounded else ()

    def variable(self, name: str) -> str:
        """Return where a variable of what is decided stands."""
        return self.local.get(name, name)

    def kept(self, number: int) -> str:
        """Return the variable of a truth that a function finds."""
        return f"m{self.module.wanted_place(self.plan.key, number)}"

    def call_of(self, number: int) -> Code:
        """Return the call of the function that finds a truth, three-valued."""
        name = self.module.function_name(self.plan.key, number)
        variables = self.module.resting.variables(self.plan.key, number)
        return Call(name, (*self.things, "days", *map(self.variable, variables)))
