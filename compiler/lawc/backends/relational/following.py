"""The decisions in which the engine follows a missing fact to the end.

The engine goes through the values of a truth or a choice where conditions rest on it. It does
not follow the fact into a sum, a table, a comparison of amounts or a decision that another one
reads. There columns could decide more, and are not asked to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import Op, Plan, Slot

_TRUTHS = {Op.ALL, Op.ANY, Op.NOT, Op.AT_LEAST, Op.RULE, Op.CONCEPT, Op.TRUTH}
_AMOUNTS = {Op.TOTAL, Op.LESS, Op.PRODUCT, Op.LARGEST, Op.SMALLEST, Op.ROUNDED}

Place: TypeAlias = tuple[str, int]  # the kind and the number of a slot

Rests: TypeAlias = frozenset[str] | None
"""How a slot rests on the fact: as a condition or the fact itself (no keys), by the amounts of
decisions (their keys), or in a way that is not followed (None)."""

_FOLLOWED: Rests = frozenset()


class Following:
    """How the slots of a law rest on a fact; those that do not are left out."""

    def __init__(self, law: ir.Law, plan: Plan, kind: str, key: str) -> None:
        self.plan = plan
        self.lines = {each.key: _line(law, each.key) for each in law.kinds}
        self.types = {decision.key: decision.type for decision in law.decisions}
        self.fact = (kind, key)
        self.rests: dict[Place, Rests] = {}
        while self.grows():
            pass

    def grows(self) -> bool:
        """Look at each slot once, and return whether any rests on more than before."""
        before = dict(self.rests)
        for kind, plan in self.plan.kinds.items():
            for number, slot in enumerate(plan.slots):
                parts = self.parts(kind, slot)
                if parts:
                    self.rests[kind, number] = _together(self.own(kind, slot, parts))
        return before != self.rests

    def decisions(self) -> Mapping[str, frozenset[str]]:
        """Return decisions that follow the fact, with those whose amounts they read."""
        followed = {}
        for kind, plan in self.plan.kinds.items():
            for number, slot in enumerate(plan.slots):
                if slot.op is Op.DECIDED:
                    rests = self.rests.get((kind, number))
                    if rests is not None:
                        followed[str(slot.detail[0])] = rests
        return followed

    def parts(self, kind: str, slot: Slot) -> dict[Place, Rests]:
        """Return the parts of a slot that rest on the fact; the fact stands for itself."""
        of = [(kind, part) for part in slot.of]
        match slot.op:
            case Op.FACT:
                return {(kind, 0): _FOLLOWED} if (kind, slot.detail[0]) == self.fact else {}
            case Op.ABOVE:
                depth, number = above(slot)
                of = [(self.lines[kind][depth], number)]
            case op if op in MEMBERS:
                member, part = members(slot)
                of = [] if part is None else [(member, part)]
        return {part: self.rests[part] for part in of if part in self.rests}

    def own(self, kind: str, slot: Slot, parts: Mapping[Place, Rests]) -> Iterable[Rests]:
        """Return how a slot rests on the fact by each part that does."""
        plain = [part if part == _FOLLOWED else None for part in parts.values()]
        match slot.op:
            case Op.FACT | Op.ABOVE:
                return parts.values()
            case op if op in _TRUTHS or op in {Op.SOME, Op.EVERY, Op.ONE_OF}:
                return plain
            case Op.COMPARE:
                rests = [
                    self.slot(part) for part in parts for _ in range(slot.of.count(part[1]))
                ]
                return plain if [part.op for part in rests] == [Op.FACT] else [None]
            case op if op in _AMOUNTS:
                return [part or None for part in parts.values()]
            case Op.SPOKEN:
                of = self.slot((kind, slot.of[0]))
                key = str(of.detail[0]) if of.op is Op.DECIDED else ""
                read = self.types.get(key, Basic.TRUTH) is not Basic.TRUTH
                return [frozenset({key}) if read else None]
            case Op.DECIDED:
                values = {(kind, part) for part in slot.of[1::2]}
                return [
                    (rests or None) if part in values else (None if rests else rests)
                    for part, rests in parts.items()
                ]
            case _:
                return [None]

    def slot(self, at: Place) -> Slot:
        """Return the slot of a kind at a place."""
        return self.plan.kinds[at[0]].slots[at[1]]


def _together(parts: Iterable[Rests]) -> Rests:
    """Return how a slot rests on the fact by all its parts."""
    keys: frozenset[str] = frozenset()
    for part in parts:
        if part is None:
            return None
        keys |= part
    return keys


def _line(law: ir.Law, kind: str) -> tuple[str, ...]:
    """Return a kind and those above it, nearest first."""
    parents = {each.key: each.parent for each in law.kinds}
    line = [kind]
    while (parent := parents[line[-1]]) is not None:
        line.append(parent)
    return tuple(line)
