"""Slots in words, as names of the columns of a file of SQL.

Before: `s83`. After: `not negative_behaviour`. The words are keys of the vocabulary. A column
that is a provision is called by its citation instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

from lawc.ir import nodes as ir
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import Op, Plan, Slot
from lawc.runtime.values import Period, ProvisionRange

MOST = 44  # letters of a name: what is said after them is left out
_JOINS = {
    Op.ALL: " and ", Op.ANY: " or ", Op.TOTAL: " + ", Op.LESS: " - ", Op.PRODUCT: " * ",
    Op.QUOTIENT: " / ",
}  # fmt: skip
_PARTS = {Op.TRUTH, Op.SPOKEN, Op.ABOVE}  # which are called as what they are of


class Words:
    """The words of the slots of a law; `names` are those that have a name already."""

    def __init__(self, law: ir.Law, plan: Plan, names: Mapping[tuple[str, int], str]) -> None:
        self.law = law
        self.plan = plan
        self.parents = {kind.key: kind.parent for kind in law.kinds}
        self.made: dict[tuple[str, int], str] = dict(names)

    def of(self, kind: str, number: int) -> str:
        """Return the words of a slot, no more than fit into a name."""
        words = self.made.get((kind, number))
        if words is None:
            words = _cut(self.of_slot(kind, self.plan.kinds[kind].slots[number]))
            self.made[kind, number] = words
        return words

    def of_slot(self, kind: str, slot: Slot) -> str:
        """Return the words of a slot."""
        if slot.op is Op.ABOVE:
            depth, at = above(slot)
            for _ in range(depth):
                kind = str(self.parents[kind])
            return self.of(kind, at)
        if slot.op in MEMBERS:
            return self.of_members(slot)
        parts = [self.of(kind, part) for part in slot.of]
        key = str(slot.detail[0]) if slot.detail else ""
        match slot.op:
            case Op.FACT | Op.DAY | Op.CONCEPT | Op.QUANTITY | Op.DECIDED:
                return key
            case Op.CONSTANT:
                return _word(slot.detail[1])
            case Op.RULE:
                return self.of_rule(slot)
            case op if op in _PARTS:
                return parts[0]
            case op if op in _JOINS:
                return _JOINS[op].join(map(_apart, parts))
            case Op.NOT:
                return f"not {_apart(parts[0])}"
            case Op.COMPARE:
                return f"{parts[0]} {key} {parts[1]}"
            case Op.SHIFTED:
                period, is_before = slot.detail
                return f"{parts[0]} {'-' if is_before else '+'} {_word(period)}"
            case op if op in _CALLED:
                return _CALLED[op](parts, slot.detail)
            case op:
                details = [_word(detail) for detail in slot.detail]
                return " ".join([op.value.replace("_", " "), *details, *parts])

    def of_members(self, slot: Slot) -> str:
        """Return the words of what is asked of members."""
        kind, at = members(slot)
        condition = "" if at is None else self.of(kind, at)
        match slot.op:
            case Op.SOME if slot.detail[0] == 1:
                return f"some {kind}: {condition}"
            case Op.SOME:
                return f"{slot.detail[0]} of {kind}: {condition}"
            case Op.EVERY:
                return f"every {kind}: {condition}"
            case _:
                return f"{slot.op.value} of {kind}: {condition}".rstrip(": ")

    def of_rule(self, slot: Slot) -> str:
        """Return the words of a rule that is not a provision of its own."""
        (place,) = slot.detail
        assert isinstance(place, int)
        return f"rule of {self.law.citations.get(self.law.rules[place].eid, place)}"


def _of_values(parts: list[str], detail: tuple[object, ...]) -> str:
    return f"{parts[0]} is {_word(detail[0])}"


def _of_lists(parts: list[str], detail: tuple[object, ...]) -> str:
    return f"{parts[0]} in {_word(detail[0])}"


def _in_force(parts: list[str], detail: tuple[object, ...]) -> str:
    start, end = detail
    since = "" if start is None else f" from {_word(start)}"
    return f"{parts[0]}{since}" + ("" if end is None else f" to {_word(end)}")


_CALLED: Mapping[Op, Callable[[list[str], tuple[object, ...]], str]] = {
    Op.ONE_OF: _of_values,
    Op.UNDER: _of_lists,
    Op.IN_FORCE: _in_force,
    Op.AT_LEAST: lambda parts, detail: f"{detail[0]} of {', '.join(parts)}",
    Op.DAYS: lambda parts, _: f"days from {parts[0]} to {parts[1]}",
    Op.MONTHS: lambda parts, _: f"months from {parts[0]} to {parts[1]}",
    Op.IF_ANY: lambda parts, _: f"{parts[0]}, if any",
    Op.ROUNDED: lambda parts, detail: f"{parts[0]}, rounded {detail[0]}",
    Op.LARGEST: lambda parts, _: f"largest of {', '.join(parts)}",
    Op.SMALLEST: lambda parts, _: f"smallest of {', '.join(parts)}",
    Op.ROW: lambda parts, _: f"row of {parts[0]}",
    Op.PARTS: lambda parts, _: f"rows of {parts[0]}",
}


def _apart(words: str) -> str:
    """Return the words of a part of a condition, told apart from what stands beside it."""
    return f"({words})" if " and " in words or " or " in words else words


def _cut(words: str) -> str:
    return words if len(words) <= MOST else f"{words[: MOST - 2].rstrip()} ~"


def _word(value: object) -> str:
    match value:
        case ProvisionRange(first, last):
            return str(first) if first == last else f"{first} to {last}"
        case Period():
            parts = zip(value, ("years", "months", "days"), strict=False)
            return " ".join(f"{n} {unit[: None if n != 1 else -1]}" for n, unit in parts if n)
        case tuple():
            return ", ".join(map(_word, value))
        case date():
            return value.isoformat()
        case bool() | None:
            return str(value).lower()
        case Fraction() | int():
            return str(Fraction(value))
        case _:
            return str(value)
