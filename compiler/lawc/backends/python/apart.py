"""Decisions that stand apart: one rule gives them, which rests on no other rule or decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from lawc.backends.python.assumed import clause_parts
from lawc.backends.python.plan import Plan as Names
from lawc.backends.python.ranking import Gives, Unit
from lawc.backends.python.slotting import Slotting
from lawc.ir.types import Choice
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Slot

_COMPOSED = frozenset({Op.TRUTH, Op.NOT, Op.ALL, Op.ANY, Op.AT_LEAST, Op.CONCEPT, Op.RULE})


def decisions_apart(
    module: Slotting, kind: str, units: tuple[Unit, ...]
) -> Iterator[tuple[int, Unit, Gives]]:
    """Yield the decisions about things of a kind that stand apart: place, rule, what it gives.

    What the rule gives is a constant.
    """
    plan = module.plan.kinds[kind]
    for place, decision in enumerate(module.names.decided(kind)):
        givers = [u for u in units for g in u.gives if g.decision == decision.key]
        if len(givers) != 1:
            continue
        (unit,) = givers
        gives = next(part for part in unit.gives if part.decision == decision.key)
        alone = plan.slots[unit.slot].op is Op.RULE and not _rests_on_rules(module, kind, unit)
        constant = gives.when is None and plan.slots[gives.value].op is Op.CONSTANT
        if alone and constant and not module.resting.rests(kind, unit.slot):
            yield place, unit, gives


def _rests_on_rules(module: Slotting, kind: str, unit: Unit) -> bool:
    """Return whether a rule rests on another, be it about a thing above or about members."""
    kinds = module.plan.kinds
    seen, waiting = set[tuple[str, int]](), [(kind, n) for n in kinds[kind].slots[unit.slot].of]
    while waiting:
        at = waiting.pop()
        if at in seen:
            continue
        seen.add(at)
        slot = kinds[at[0]].slots[at[1]]
        if slot.op is Op.RULE:
            return True
        waiting += [(at[0], number) for number in slot.of]
        if slot.op is Op.ABOVE:
            depth, number = above(slot)
            waiting.append((module.names.line(at[0])[depth], number))
        elif slot.op in MEMBERS:
            member, part = members(slot)
            waiting += [] if part is None else [(member, part)]
    return False


def rest_on_none(slots: Sequence[Slot], units: Sequence[Unit]) -> bool:
    """Return whether no rule rests on another of these, as one that it displaces does.

    Of a rule that is displaced, the one in doubt may decide in its place, and is cited too.
    """
    rules = {unit.slot for unit in units}
    for unit in units:
        rests, waiting = set[int](), [*slots[unit.slot].of]
        while waiting:
            number = waiting.pop()
            if number in rules:
                return False
            if number not in rests:
                rests.add(number)
                waiting += slots[number].of
    return True


def rules_apart(module: Slotting, kind: str, units: tuple[Unit, ...]) -> frozenset[int]:
    """Return the places of the rules that give such a decision, of which no other speaks."""
    slots = module.plan.kinds[kind].slots
    spoken = {slots[slot.of[0]].detail[0] for slot in slots if slot.op is Op.SPOKEN}
    return frozenset(
        unit.place
        for _, unit, gives in decisions_apart(module, kind, units)
        if unit.gives == (gives,) and gives.decision not in spoken
    )


def reads_once(names: Names, plan: KindPlan, number: int) -> bool:
    """Return whether a truth is open exactly if it is unknown in three values.

    It is if it is composed of truths and choices supplied for the thing, each read once and
    tied to others by no assumption: each that is missing can turn it.
    """
    choices = {
        fact.key: fact.type.values
        for fact in names.law.facts
        if fact.kind == plan.key and isinstance(fact.type, Choice)
    }
    tied = {part.key for clause in clause_parts(names, plan.key) for part in clause}
    read: set[str] = set(tied)
    waiting = [number]
    while waiting:
        slot = plan.slots[waiting.pop()]
        if slot.op is Op.FACT:
            key = str(slot.detail[0])
            if key in read:
                return False
            read.add(key)
        elif slot.op is Op.ONE_OF:
            of = plan.slots[slot.of[0]]
            key = str(of.detail[0]) if of.op is Op.FACT else ""
            values, domain = (
                set(cast(tuple[str, ...], slot.detail[0])),
                set(choices.get(key, ())),
            )
            if not values & domain or domain <= values:
                return False
            waiting += slot.of
        elif slot.op in _COMPOSED:
            waiting += slot.of
        elif slot.op is not Op.CONSTANT:
            return False
    return True
