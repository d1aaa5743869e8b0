"""The slots of a plan in the order in which they can be computed.

A phase computes, kind by kind from the top, what needs nothing of a later phase. What a thing
takes from one above it is computed in the same phase or an earlier one; what is made of the
members of a list in a later phase than theirs. So a law runs in as many phases as it goes from
members to their owner and back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lawc.ir import nodes as ir
from lawc.plan.slots import GivesPlan, KindPlan, Op, Plan, Ref, RulePlan, Slot

if TYPE_CHECKING:
    from lawc.plan.store import Built

MEMBERS = frozenset({Op.SOME, Op.EVERY, Op.COUNT, Op.SUM})  # what is asked of a list


def in_phases(law: ir.Law, built: Built) -> Plan:
    """Return the plan with its slots in the order of their phases."""
    lines, slots = built.store.lines, built.store.slots
    phases: dict[str, list[int]] = {kind: [0] * len(slots.get(kind, ())) for kind in lines}
    for place in built.store.made:
        slot, mine = built.store.slots[place.kind][place.number], phases[place.kind]
        needs = [mine[number] for number in slot.of]
        if slot.op is Op.ABOVE:
            depth, number = above(slot)
            needs.append(phases[lines[place.kind][depth]][number])
        elif slot.op in MEMBERS:
            member, number_ = members(slot)
            needs.append(0 if number_ is None else phases[member][number_] + 1)
        mine[place.number] = max(needs, default=0)
    moved = {kind: _numbers(phases[kind]) for kind in lines}

    def ref(kind: str, given: Ref) -> Ref:
        return Ref(given.depth, moved[lines[kind][given.depth]][given.number])

    nothing = {
        kind: frozenset(
            moved[kind][one.number] for one in built.store.nothing if one.kind == kind
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
    rules = tuple(_moved_rule(one, ref) for one in built.rules)
    decided = {one.key: moved[one.kind][built.decided[one.key]] for one in law.decisions}
    asked, valued = (
        tuple(ref(kind, one) for kind, one in several)
        for several in (built.asked, built.valued)
    )
    return Plan(kinds, rules, decided, asked, valued)


def above(slot: Slot) -> tuple[int, int]:
    """Return of an ABOVE how far above, and the number of the slot."""
    depth, number = slot.detail
    assert isinstance(depth, int)
    assert isinstance(number, int)
    return depth, number


def members(slot: Slot) -> tuple[str, int | None]:
    """Return of a slot about a list the kind of the members, and the number of their slot."""
    member, number = slot.detail[-2:]
    assert isinstance(member, str)
    assert number is None or isinstance(number, int)
    return member, number


def _numbers(phases: Sequence[int]) -> list[int]:
    """Return the new number of each slot: by phase, and else as before."""
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
    made = []
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
        made.append(Slot(slot.op, of, detail))
    return tuple(made)


_Move = Callable[[str, Ref], Ref]


def _moved_rule(rule: RulePlan, ref: _Move) -> RulePlan:
    kind = rule.kind
    gives = [
        GivesPlan(
            one.decision,
            ref(kind, one.truth),
            ref(kind, one.value),
            None if one.when is None else ref(kind, one.when),
        )
        for one in rule.gives
    ]
    force = None if rule.force is None else ref(kind, rule.force)
    applies, condition = ref(kind, rule.applies), ref(kind, rule.condition)
    return RulePlan(kind, applies, condition, force, tuple(gives))
