"""Truths that are known where a function stands: what follows for other slots of a kind.

After a rule was found to apply, its condition holds; a choice that is one of some values is
none of the others. `Knowledge.truth` says what follows for a slot, three-valued.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from lawc.plan.slots import KindPlan, Op, Slot
from lawc.records import dataclass
from lawc.runtime.completions.turns import COMPARISONS

# What is known of others, or the law itself, says something of these.
_OF_OTHERS = frozenset(
    {Op.CONSTANT, Op.NOT, Op.CONCEPT, Op.TRUTH, Op.ALL, Op.ANY, Op.RULE, Op.COMPARE, Op.ONE_OF}
)


@dataclass(frozen=True)
class Knowledge:
    """What is known of the slots of a thing; `trail` tells how to forget it again.

    Nothing is established of the thing: a concept is what it means.
    """

    plan: KindPlan
    domains: Mapping[int, frozenset[str]] = field(default_factory=dict)  # of choices
    truths: dict[int, bool] = field(default_factory=dict)
    left: dict[int, frozenset[str]] = field(default_factory=dict)  # values of a choice
    seen: dict[int, bool | None] = field(default_factory=dict)  # what follows, till all changes
    trail: list[tuple[int, object]] = field(default_factory=list)

    def mark(self) -> int:
        """Return a mark to which `forget` goes back."""
        return len(self.trail)

    def forget(self, mark: int) -> None:
        """Forget what was assumed since a mark."""
        if len(self.trail) > mark:
            self.seen.clear()
        while len(self.trail) > mark:
            number, before = self.trail.pop()
            if isinstance(before, frozenset):
                self.left[number] = before
            elif before is None:
                del self.left[number]
            else:
                del self.truths[number]

    def assume(self, number: int, truth: bool) -> None:
        """Assume that a slot is true, or that it is false, and what that says of its parts."""
        waiting = [(number, truth)]
        while waiting:
            at, holds = waiting.pop()
            if at in self.truths:
                continue
            self.truths[at] = holds
            self.seen.clear()
            self.trail.append((at, True))
            waiting += self._parts(self.plan.slots[at], holds)

    def _parts(self, slot: Slot, holds: bool) -> list[tuple[int, bool]]:
        """Return what the truth of a slot says of those that it is made of."""
        match slot.op:
            case Op.ALL if holds:
                return [(part, True) for part in slot.of]
            case Op.ANY if not holds:
                return [(part, False) for part in slot.of]
            case Op.NOT:
                return [(slot.of[0], not holds)]
            case Op.CONCEPT | Op.TRUTH:
                return [(slot.of[0], holds)]
            case Op.RULE:
                now, condition, displaced = slot.of
                if holds:
                    return [(now, True), (condition, True), (displaced, False)]
                if self.truth(now) is True and self.truth(displaced) is False:
                    return [(condition, False)]
            case Op.ONE_OF:
                self._narrow(slot, holds)
        return []

    def _narrow(self, slot: Slot, holds: bool) -> None:
        """Leave a choice the values that a test of it leaves."""
        subject, values = slot.of[0], slot.detail[0]
        assert isinstance(values, tuple)
        before = self.left.get(subject)
        whole = self.domains.get(subject) if before is None else before
        if whole is None:
            return
        self.seen.clear()
        self.left[subject] = whole & set(values) if holds else whole - set(values)
        self.trail.append((subject, before))

    def _compared(self, slot: Slot) -> bool | None:
        """Return how two values of the law stand to each other."""
        left, right = [self.plan.slots[part] for part in slot.of]
        if not (left.op is right.op is Op.CONSTANT):
            return None
        compare = COMPARISONS[str(slot.detail[0])]
        return bool(compare(left.detail[1], right.detail[1]))

    def truth(self, number: int) -> bool | None:
        """Return whether a slot is known to be true, or false; None if neither."""
        known = self.truths.get(number)
        if known is not None:
            return known
        slot = self.plan.slots[number]
        if slot.op not in _OF_OTHERS:
            return None
        if number not in self.seen:
            self.seen[number] = self._follows(slot)
        return self.seen[number]

    def _follows(self, slot: Slot) -> bool | None:
        match slot.op:
            case Op.CONSTANT:
                value = slot.detail[1]
                return value if isinstance(value, bool) else None
            case Op.NOT:
                inner = self.truth(slot.of[0])
                return None if inner is None else not inner
            case Op.CONCEPT | Op.TRUTH:
                return self.truth(slot.of[0])
            case Op.ALL | Op.ANY:
                decisive = slot.op is Op.ANY
                answer: bool | None = not decisive
                for part in slot.of:
                    truth = self.truth(part)
                    if truth is decisive:
                        return decisive
                    answer = None if truth is None else answer
                return answer
            case Op.RULE:
                now, condition, displaced = [self.truth(part) for part in slot.of]
                if now is False or condition is False or displaced is True:
                    return False
                return True if now and condition and displaced is False else None
            case Op.COMPARE:
                return self._compared(slot)
            case Op.ONE_OF if slot.of[0] in self.left:
                values, left = slot.detail[0], self.left[slot.of[0]]
                assert isinstance(values, tuple)
                if left.isdisjoint(values):
                    return False
                return True if left <= set(values) else None
        return None
