"""Which slots are asked several times, so that each is found once: see `hoisting`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, NamedTuple

from lawc.backends.python.operands import INLINE, LARGE, size_of, sum_of_decided
from lawc.backends.python.ranking import Unit
from lawc.ir import nodes as ir
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import TRUTHS, Op, Slot
from lawc.records import dataclass

if TYPE_CHECKING:
    from lawc.backends.python.probing import Probing

MANY = 2  # times that a slot is asked which is found once
MOST_VALUES = 3  # that ask a slot, each where it is given
_LONG = MEMBERS | {Op.ROW, Op.PARTS, Op.AT_LEAST, Op.QUANTITY}
_COMPUTED = frozenset(INLINE - {Op.FACT, Op.DAY, Op.CONSTANT})


class Repeated(NamedTuple):
    """The slots of each kind that are found once, and those of them that the loops find.

    Such a loop decides the members of a list: `folds` are slots of their owner.
    """

    slots: dict[str, set[int]]
    folds: dict[str, set[int]]


def repeated_slots(
    kinds: Mapping[str, Probing], units: Mapping[str, tuple[Unit, ...]], loops: frozenset[str]
) -> Repeated:
    """Return the slots of each kind that are asked several times, and take long to find.

    A slot is asked as often as the slots that are made of it, by one that is found once merely
    once; a slot of a thing above is asked again by each thing. A value that is found once is
    one expression: parts of it that are none are found once too.

    Members of the kinds in `loops` are decided in a loop before their owner is.
    """
    times = {kind: [0] * len(probing.plan.slots) for kind, probing in kinds.items()}
    counting = _Counting(kinds, loops, times)
    roots = [
        (kind, number)
        for kind, several in units.items()
        for unit in several
        for number in (
            unit.slot,
            *(n for gives in unit.gives for n in (gives.value, gives.when)),
        )
        if number is not None
    ]
    for kind, number in _reached(kinds, roots):
        for member, part in _of_members(kinds[kind].plan.slots[number]):
            times[member][part] += 1
            counting.others.add((member, part))
    for kind in [*kinds][::-1]:
        counting.of_kind(kind, units.get(kind, ()))
    return Repeated(counting.hoisted, counting.folds)


def _reached(
    kinds: Mapping[str, Probing], roots: Iterable[tuple[str, int]]
) -> set[tuple[str, int]]:
    """Return slots with all on which they rest, but for decisions."""
    reached = {*roots}
    waiting = [*reached]
    while waiting:
        kind, number = waiting.pop()
        slot = kinds[kind].plan.slots[number]
        parts = _of_members(slot)
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            parts = [(kinds[kind].line[depth], up)]
        elif slot.op is not Op.DECIDED:
            parts += [(kind, part) for part in slot.of]
        waiting += [place for place in parts if place not in reached]
        reached.update(parts)
    return reached


def _of_members(slot: Slot) -> list[tuple[str, int]]:
    """Return the slot of members that a slot asks, if it asks one."""
    if slot.op not in MEMBERS:
        return []
    member, part = members(slot)
    return [] if part is None else [(member, part)]


def repeats(probing: Probing, number: int) -> bool:
    """Return whether a truth that takes long to find is asked twice below a truth."""
    slots, cone, waiting = probing.plan.slots, {number}, [number]
    while waiting:
        further = {*slots[waiting.pop()].of} - cone
        cone |= further
        waiting += further
    times = dict.fromkeys(cone, 0)
    for place in sorted(cone, reverse=True):
        long = slots[place].op in (Op.CONCEPT, Op.RULE) and is_long(probing, place)
        if long and times[place] >= MANY:
            return True
        for part in slots[place].of:
            times[part] = min(times[part] + (1 if long else max(times[place], 1)), MANY)
    return False


def is_long(probing: Probing, number: int) -> bool:
    """Return whether a slot takes long to find."""
    slot = probing.plan.slots[number]
    match slot.op:
        case Op.CONCEPT | Op.RULE:
            return size_of(probing, number) > LARGE
        case Op.QUANTITY if probing.single(slot):
            return probing.plan.slots[slot.of[1]].op in _COMPUTED
        case op:
            return op in _LONG


@dataclass(frozen=True)
class _Counting:
    """How often each slot is asked, up to `MANY`, and by what.

    Slots in `below` are asked by things below, and those in `under` by these in turn; those in
    `parts` by values that are found once.
    `values` tells of slots that only values ask: how often each does, by the rule and the
    decision that it is given to.
    """

    kinds: Mapping[str, Probing]
    loops: frozenset[str]
    times: dict[str, list[int]]
    hoisted: dict[str, set[int]] = field(default_factory=dict)
    folds: dict[str, set[int]] = field(default_factory=dict)
    below: set[tuple[str, int]] = field(default_factory=set)
    under: set[tuple[str, int]] = field(default_factory=set)
    parts: set[tuple[str, int]] = field(default_factory=set)
    values: dict[tuple[str, int], Counter[tuple[str, int]]] = field(default_factory=dict)
    others: set[tuple[str, int]] = field(default_factory=set)  # asked by more than values

    def of_kind(self, kind: str, units: tuple[Unit, ...]) -> None:
        """Find the slots of a kind that are found once."""
        times, slots = self.times[kind], self.kinds[kind].plan.slots
        rules = {unit.slot for unit in units}
        self.hoisted[kind], self.folds[kind] = set(), set()
        for unit in units:
            self.ask(kind, unit.slot, 1)
            for gives in unit.gives:
                times[gives.value] += 1
                value = (kind, gives.value)
                self.values.setdefault(value, Counter())[gives.decision, unit.place] += 1
                if gives.when is not None:
                    times[gives.when] += 1
                    self.others.add((kind, gives.when))
        for number in range(len(slots) - 1, -1, -1):
            if not times[number] or slots[number].op is Op.DECIDED:
                continue
            if number in rules and (kind, number) not in self.below:
                continue  # whether it applies stands in a variable
            fold = self.is_fold(kind, number)
            once = fold or self.once(kind, number)
            if fold:
                self.folds[kind].add(number)
            if once:
                self.hoisted[kind].add(number)
            self.ask(kind, number, 1 if once else times[number])

    def once(self, kind: str, number: int) -> bool:
        """Return whether a slot is found once."""
        probing = self.kinds[kind]
        slot = probing.plan.slots[number]
        alternative = self.is_alternative(kind, number)
        if self.times[kind][number] >= MANY and not alternative and is_long(probing, number):
            return not (slot.op in TRUTHS and (kind, number) in self.below)
        if (kind, number) not in self.parts:
            return False
        if probing.single(slot):
            return is_long(probing, number)
        if slot.op is Op.IF_ANY:
            return not probing.speaks(slot.of[0])
        if slot.op is Op.FACT:
            return probing.assumable(slot)
        if slot.op is Op.SUM:
            return not sum_of_decided(probing, slot)
        return slot.op not in INLINE | {Op.SPOKEN, Op.ABOVE}

    def is_alternative(self, kind: str, number: int) -> bool:
        """Return whether at most one of a few values asks a slot, once.

        That is so if each of them is given by another rule to one decision, of which several
        are a contradiction.
        """
        values = self.values.get((kind, number), Counter())
        decisions = {decision for decision, _ in values}
        if (
            (kind, number) in self.others
            or len(decisions) != 1
            or values.most_common(1)[0][1] > 1
        ):
            return False
        (decision,) = decisions
        names = self.kinds[kind].module.names
        return len(values) <= MOST_VALUES and (
            names.decision(decision).combine is ir.Combine.ONE
        )

    def is_fold(self, kind: str, number: int) -> bool:
        """Return whether a slot is found by the loop that decides the members it asks.

        That is so if all of the following hold:
        - the loop comes before all that asks the slot;
        - nothing that members ask is made of it, and what it asks rests on no decision or rule;
        - it is asked several times, or asks something that is found once of each member.
        """
        slot, resting = self.kinds[kind].plan.slots[number], self.kinds[kind].module.resting
        several = slot.op is Op.SUM or (slot.op is Op.SOME and slot.detail[0] != 1)
        for member, part in _of_members(slot):
            if several or member not in self.loops or (kind, number) in self.under:
                return False
            cone = _reached(self.kinds, [(member, part)])
            ruled = any(self.kinds[of].plan.slots[n].op is Op.RULE for of, n in cone)
            if ruled or resting.rests(kind, number):
                return False
            shared = any(of == member and n in self.hoisted[member] for of, n in cone)
            return shared or self.times[kind][number] >= MANY
        return False

    def ask(self, kind: str, number: int, times: int) -> None:
        """Count that what a slot is made of is asked a number of times."""
        slot, hoisted = self.kinds[kind].plan.slots[number], number in self.hoisted[kind]
        parts = (kind, number) in self.parts and not hoisted
        parts |= hoisted and slot.op is Op.QUANTITY
        parts |= slot.op is Op.COMPARE and times >= MANY
        several, of = [*slot.of], kind
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            several, of, times = [up], self.kinds[kind].line[depth], MANY
            self.below.add((of, up))
        if slot.op is Op.ABOVE or (kind, number) in self.under:
            self.under.update((of, part) for part in several)
        for part in several:
            self.times[of][part] = min(self.times[of][part] + times, MANY)
            self.share(kind, number, of, part)
            if parts:
                self.parts.add((of, part))

    def share(self, kind: str, number: int, of: str, part: int) -> None:
        """Count that what asks a slot asks one that it is made of."""
        values = self.values.get((kind, number))
        if (
            values is None
            or (kind, number) in self.others
            or of != kind
            or number in self.hoisted[kind]
        ):
            self.others.add((of, part))
        elif (of, part) not in self.others:
            mine = self.values.setdefault((of, part), Counter())
            mine.update(values)
            if len(mine) > MOST_VALUES:
                self.others.add((of, part))
