"""A plan as text: a line a slot.

A line has the number of the slot, its operation, its details, and the numbers of the slots that
it combines: see `plan.slots`. A rule is named by its provision.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Plan, Slot
from lawc.runtime.values import Period, ProvisionRange


def show(plan: Plan, citations: Sequence[str] = ()) -> str:
    """Return the plan of a law as text, the kinds in the order of the law.

    `citations` are those of the rules, by their places; without them a rule shows its place.
    """
    lines: list[str] = []
    for kind in plan.kinds.values():
        lines += [f"{kind.key}: {len(kind.slots)} slots", *_kind(kind, citations), ""]
    return "\n".join(lines)


def _kind(kind: KindPlan, citations: Sequence[str]) -> Iterator[str]:
    width = len(str(len(kind.slots)))
    phase = 0
    for number, slot in enumerate(kind.slots):
        if kind.phases[number] != phase:
            phase = kind.phases[number]
            yield f"  phase {phase}"
        void = "  or nothing" if number in kind.nothing else ""
        yield f"  {number:{width}} = {_slot(slot, citations)}{void}"


def _slot(slot: Slot, citations: Sequence[str]) -> str:
    """Return a slot as text: `all 3 7`, `fact sex`, `some 1 child 4`, `rule 1(2) 3 2 4`."""
    if slot.op is Op.RULE and citations:
        (place,) = slot.detail
        assert isinstance(place, int)
        return " ".join([slot.op.value, citations[place], *map(str, slot.of)])
    if slot.op is Op.ABOVE:
        depth, number = above(slot)
        return f"{number} of {depth} above"
    if slot.op in MEMBERS:
        kind, number_ = members(slot)
        least = f" {slot.detail[0]}" if slot.op is Op.SOME else ""
        of = "" if number_ is None else f" {number_}"
        return f"{slot.op.value}{least} {kind}{of}"
    detail = slot.detail[1:] if slot.op is Op.CONSTANT else slot.detail
    return " ".join([slot.op.value, *map(_word, detail), *map(str, slot.of)])


def _word(value: object) -> str:
    match value:
        case None:
            return "-"
        case ProvisionRange(first, last):
            return str(first) if first == last else f"{first} to {last}"
        case Period(years, months, days):
            return f"{years}y{months}m{days}d"
        case tuple():
            return f"({', '.join(map(_word, value))})"
        case date():
            return value.isoformat()
        case bool():
            return str(value).lower()
        case Fraction() | int():
            return str(value)
        case _:
            return str(value)
