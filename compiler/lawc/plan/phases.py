"""The slots of a plan in the order in which they can be computed.

A phase computes slots kind by kind from the top; they need no slot of a later phase. A slot
that is taken from a thing above is of the same phase or an earlier one; a slot that combines
members is of a later phase than theirs. So the number of phases is how often the law goes from
members to their owner and back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lawc.ir import nodes as ir
from lawc.plan.slots import GivesPlan, KindPlan, Op, Plan, Ref, RulePlan, Slot

if TYPE_CHECKING:
    from lawc.plan.store import Built

MEMBERS = frozenset({Op.SOME, Op.EVERY, Op.COUNT, Op.SUM})  # slots that combine members


def in_phases(law: ir.Law, built: Built) -> Plan:
    """Return the plan with its slots in the order of their phases."""
    lines, slots = built.store.lines, built.store.slots
    phases: dict[str, list[int]] = {kind: [0] * len(slots.get(kind, ())) for kind in lines}
    for place in built.store.places:
        slot, own = built.store.slots[place.kind][place.number], phases[place.kind]
        needs = [own[number] for number in slot.of]
        if slot.op is Op.ABOVE:
            depth, number = above(slot)
            needs.append(phases[lines[place.kind][depth]][number])
        elif slot.op in MEMBERS:
            member, number_ = members(slot)
            needs.append(0 if number_ is None else phases[member][number_] + 1)
        own[place.number] = max(needs, default=0)
    moved = {kind: _numbers(phases[kind]) for kind in lines}

    def ref(kind: str, seen: Ref) -> Ref:
        return Ref(seen.depth, moved[lines[kind][seen.depth]][seen.number])

    nothing = {
        kind: frozenset(
            moved[kind][place.number] for place in built.store.nothing if place.kind == kind
        )
        for kind in lines
    }
    kinds = {
        kind: KindPlan(
            kind,
            _ordered(slots.get(kind, ()), phases[kind], kind, moved, lines[kind]),
            tuple(sorted(phases[kind])),
            nothing[kind],
        )
        for kind in lines
    }
    rules = tuple(_moved_rule(rule, ref) for rule in built.rules)
    decided = {d.key: moved[d.kind][built.decided[d.key]] for d in law.decisions}
    conditions = tuple(ref(kind, seen) for kind, seen in built.conditions)
    values = tuple(ref(kind, seen) for kind, seen in built.values)
    return Plan(kinds, rules, decided, conditions, values)


def above(slot: Slot) -> tuple[int, int]:
    """Return how far above the slot of an ABOVE stands, and its number."""
    depth, number = slot.detail
    assert isinstance(depth, int)
    assert isinstance(number, int)
    return depth, number


def members(slot: Slot) -> tuple[str, int | None]:
    """Return the kind of the members that a slot combines, and the number of their slot."""
    member, number = slot.detail[-2:]
    assert isinstance(member, str)
    assert number is None or isinstance(number, int)
    return member, number


def _numbers(phases: Sequence[int]) -> list[int]:
    """Return the new number of each slot: ordered by phase, else as before."""
    order = sorted(range(len(phases)), key=phases.__getitem__)
    numbers = [0] * len(phases)
    for new, old in enumerate(order):
        numbers[old] = new
    return numbers


def _ordered(
    slots: Sequence[Slot],
    phases: Sequence[int],
    kind: str,
    moved: Mapping[str, list[int]],
    line: tuple[str, ...],
) -> tuple[Slot, ...]:
    """Return the slots of a kind under their new numbers."""
    ordered = []
    for old in sorted(range(len(slots)), key=phases.__getitem__):
        slot, detail = slots[old], slots[old].detail
        if slot.op is Op.ABOVE:
            depth, number = above(slot)
            detail = (depth, moved[line[depth]][number])
        elif slot.op in MEMBERS:
            member, number_ = members(slot)
            if number_ is not None:
                detail = (*detail[:-1], moved[member][number_])
        of = tuple([moved[kind][number] for number in slot.of])
        ordered.append(Slot(slot.op, of, detail))
    return tuple(ordered)


_Move = Callable[[str, Ref], Ref]


def _moved_rule(rule: RulePlan, ref: _Move) -> RulePlan:
    kind = rule.kind
    gives = [
        GivesPlan(
            gives.decision,
            ref(kind, gives.truth),
            ref(kind, gives.value),
            None if gives.when is None else ref(kind, gives.when),
        )
        for gives in rule.gives
    ]
    force = None if rule.force is None else ref(kind, rule.force)
    applies, condition = ref(kind, rule.applies), ref(kind, rule.condition)
    return RulePlan(kind, applies, condition, force, tuple(gives))
