"""The decisions on which slots rest: of the thing itself, of things above, of members.

What a slot needs of them stands in variables of the quick functions: `x3` is what is decided
of the thing itself or of one above, None where that is nothing; `d2` what is decided of the
members of a list of such a thing, a tuple for each, which begins with the values.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from lawc.backends.python.plan import Plan as Names
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Plan, Slot
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Need:
    """A decision on which a slot rests: its kind, its key, and how high the way to it goes.

    `top` is how far below the whole case the highest kind on that way stands.
    """

    kind: str
    key: str
    top: int


T = TypeVar("T")
Needs = frozenset[Need]
Variables = frozenset[str]


@dataclass(frozen=True)
class Resting:
    """What the slots of a law rest on."""

    names: Names
    plan: Plan

    def depth(self, kind: str) -> int:
        """Return how far below the whole case things of a kind stand."""
        return len(self.names.line(kind)) - 1

    def needs(self, kind: str, number: int) -> Needs:
        """Return the decisions on which a slot rests, through rules as well."""
        return self._found[0][kind][number]

    def rests(self, kind: str, number: int) -> bool:
        """Return whether a slot rests on a decision."""
        return bool(self.needs(kind, number))

    @cached_property
    def shared(self) -> frozenset[str]:
        """The kinds on whose decisions something rests that is asked of things of others."""
        return frozenset(
            need.kind
            for kind, slots in self._found[0].items()
            for needs in slots
            for need in needs
            if need.kind != kind
        )

    def variables(self, kind: str, number: int) -> tuple[str, ...]:
        """Return the variables that a slot needs where its thing is in scope, in order."""
        return tuple(sorted(self._found[1][kind][number]))

    @cached_property
    def _found(self) -> tuple[dict[str, list[Needs]], dict[str, list[Variables]]]:
        """What each slot needs, and its variables, found in the order of the phases."""
        needs: dict[str, list[Needs]] = {kind: [] for kind in self.names.kinds}
        variables: dict[str, list[Variables]] = {kind: [] for kind in self.names.kinds}
        last = max(
            (max(plan.phases, default=0) for plan in self.plan.kinds.values()), default=0
        )
        for phase in range(last + 1):
            for kind in self.names.kinds:
                plan = self.plan.kinds[kind]
                for number in range(len(needs[kind]), len(plan.slots)):
                    if plan.phases[number] > phase:
                        break
                    slot = plan.slots[number]
                    needs[kind].append(self._needs(plan, slot, needs))
                    variables[kind].append(self._variables(plan, slot, variables))
        return needs, variables

    def _needs(self, plan: KindPlan, slot: Slot, needs: dict[str, list[Needs]]) -> Needs:
        depth = self.depth(plan.key)
        if slot.op is Op.DECIDED:
            return frozenset((Need(plan.key, str(slot.detail[0]), depth),))
        if slot.op is Op.ABOVE:
            rise, up = above(slot)
            return needs[self.names.line(plan.key)[rise]][up]
        if slot.op in MEMBERS:
            member, part = members(slot)
            inner = Needs() if part is None else needs[member][part]
            return frozenset(Need(n.kind, n.key, min(n.top, depth)) for n in inner)
        return _united(needs[plan.key][part] for part in slot.of)

    def _variables(
        self, plan: KindPlan, slot: Slot, variables: dict[str, list[Variables]]
    ) -> Variables:
        if slot.op is Op.SPOKEN:
            return frozenset((self.spoken(plan, slot),))
        if slot.op is Op.DECIDED:
            return frozenset()
        if slot.op is Op.ABOVE:
            rise, up = above(slot)
            return variables[self.names.line(plan.key)[rise]][up]
        if slot.op in MEMBERS:
            member, part = members(slot)
            own = self.of_kind(member)
            inner = Variables() if part is None else variables[member][part]
            return frozenset(self.of_members(member) if n in own else n for n in inner)
        return _united(variables[plan.key][part] for part in slot.of)

    # --- variables ---

    def spoken(self, plan: KindPlan, slot: Slot) -> str:
        """Return the variable of a decision that a slot speaks of."""
        return self.of_decision(str(plan.slots[slot.of[0]].detail[0]))

    def of_decision(self, key: str) -> str:
        """Return the variable of what is decided of a thing."""
        return f"x{self._places[key]}"

    @cached_property
    def _places(self) -> dict[str, int]:
        return {decision.key: place for place, decision in enumerate(self.names.law.decisions)}

    def of_members(self, kind: str) -> str:
        """Return the variable of what is decided of the members of a kind."""
        return f"d{[*self.names.kinds].index(kind)}"

    def of_kind(self, kind: str) -> dict[str, int]:
        """Return the variables of what is decided of a thing of a kind, with their places.

        The places are those in the tuple that a thing has: its decisions, then its lists.
        """
        several = [self.of_decision(decision.key) for decision in self.names.decided(kind)]
        below = [child.key for child in self.names.below(kind) if self.names.reports(child.key)]
        several += map(self.of_members, below)
        return {name: place for place, name in enumerate(several)}


def _united(parts: Iterable[frozenset[T]]) -> frozenset[T]:
    """Return the union of sets, most of which are empty or the same."""
    union: frozenset[T] = frozenset()
    for part in parts:
        if part and part is not union:
            union = part if not union else union | part
    return union
