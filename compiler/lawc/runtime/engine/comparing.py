"""Comparisons of which facts are missing: the facts they read, and where they turn.

`lawc.meaning.comparisons` says the same of the checked form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from lawc.runtime import logic
from lawc.runtime.completions import turns
from lawc.runtime.engine.law import Law, Slot
from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where

ONE_WAY = {
    "shifted", "total", "less", "product", "largest", "smallest", "days", "rounded", "if_any",
    "start", "months",
}  # fmt: skip

COMPUTED: dict[str, Callable[..., Any]] = {
    "total": logic.total,
    "if_any": logic.if_any,
    "less": logic.less,
    "product": logic.product,
    "quotient": logic.quotient,
    "largest": logic.largest,
    "smallest": logic.smallest,
    "days": logic.days_between,
}


class Side(NamedTuple):
    """A slot of a thing: a side of a comparison."""

    table: Table
    number: int


class Read(NamedTuple):
    """A missing fact as a comparison reads it: its path, its type, and its limits."""

    path: str
    type: str
    limits: turns.Limits = turns.NO_LIMITS


def slot_at(law: Law, side: Side) -> tuple[Side, Slot]:
    """Return a slot where it stands: of the thing, or of one above it."""
    slot = law.kinds[side.table.kind].slots[side.number]
    while slot.op == "above":
        depth, number = slot.detail
        side = Side(side.table.up(depth), number)
        slot = law.kinds[side.table.kind].slots[side.number]
    return side, slot


def value_of(side: Side) -> Any:
    """Return the value of a side, None where it is unknown."""
    return side.table.own[side.number]


def at_most_shifted(law: Law, side: Side) -> bool:
    """Return whether a side is a fact or a day, or the day some time from it."""
    at, slot = slot_at(law, side)
    if slot.op == "shifted":
        _, slot = slot_at(law, Side(at.table, slot.of[0]))
    return slot.op in ("fact", "day")


def reads(law: Law, side: Side) -> list[Read] | None:
    """Return the missing facts of a value that only rises, or only falls, with each.

    None if the value may do both.
    """
    if value_of(side) is not None:
        return []
    at, slot = slot_at(law, side)
    match slot.op:
        case "fact":
            kind, key = law.kinds[at.table.kind], slot.detail
            limits = kind.limits.get(key, turns.NO_LIMITS)
            return [Read(where(at.table.path, key), kind.types[key], limits)]
        case "day":
            return [Read(f"day {slot.detail}", "date")]
        case "quantity":
            inner = only_meaning(law, at, slot)
            return None if inner is None else reads(law, inner)
    if slot.op not in ONE_WAY:
        return None
    several = [reads(law, Side(at.table, part)) for part in slot.of]
    return None if None in several else [read for part in several for read in part or ()]


def only_meaning(law: Law, at: Side, slot: Slot) -> Side | None:
    """Return the meaning of a quantity that has only one, which is always in force."""
    if len(slot.of) != 2 or law.versions[slot.detail][0][:2] != (None, None):  # noqa: PLR2004
        return None
    return Side(at.table, slot.of[1])


def turns_of(law: Law, side: Side, op: str, bound: Any, read: Read) -> turns.Turns | None:
    """Return where a comparison that reads one missing fact turns, None if not known."""
    at, slot = slot_at(law, side)
    if slot.op in ("fact", "day"):
        return turns.of_fact(read.type, op, bound, read.limits)
    if slot.op == "shifted" and at_most_shifted(law, at):
        return turns.OF_SHIFTED[op, slot.detail, bound]
    if read.type not in turns.ENDS:
        return None

    def sign(number: int) -> int:
        value = supposing(law, at, {read.path: turns.of_number(read.type, number)})
        return bool(value > bound) - bool(value < bound)

    return turns.of_signs(read.type, op, sign, read.limits)


def supposing(law: Law, side: Side, supposed: Mapping[str, Any]) -> Any:
    """Return the value of a side, with values for its missing facts by their paths."""
    known = value_of(side)
    if known is not None:
        return known
    at, slot = slot_at(law, side)
    match slot.op:
        case "fact":
            return supposed[where(at.table.path, slot.detail)]
        case "day":
            return supposed[f"day {slot.detail}"]
        case "spoken":
            decided_at, decided = slot_at(law, Side(at.table, slot.of[0]))
            return supposed[where(decided_at.table.path, decided.detail)]
        case "quantity":
            inner = only_meaning(law, at, slot)
            assert inner is not None, "`reads` returned None for any other quantity"
            return supposing(law, inner, supposed)
    return compute(slot, [supposing(law, Side(at.table, part), supposed) for part in slot.of])


def compute(slot: Slot, values: list[Any]) -> Any:
    """Return the value of a slot from the values of the slots it is computed from."""
    match slot.op:
        case "shifted":
            return logic.apply(slot.detail.of, *values)
        case "span":
            return logic.days_in(*values)
        case "start":
            return logic.start_of(values[0], slot.detail)
        case "months":
            return logic.months_between(*values, month_end_up=slot.detail)
        case "rounded":
            return logic.rounded(values[0], *slot.detail)
        case "row":
            return logic.in_row(values[0], slot.detail)
        case "parts":
            return logic.by_parts(values[0], slot.detail)
        case "spoken":
            return logic.spoken_of(*values)
        case "by_case":
            return logic.by_case(*values)
        case _:
            return COMPUTED[slot.op](*values)


def in_turn(
    table: Table,
    of: tuple[int, ...],
    value: Callable[[Side], Any],
    test: Callable[[Table, int], Any] = lambda table, number: table.own[number],
) -> list[Any]:
    """Return what `test` says of the conditions of an amount by case, `value` of the others."""
    last = len(of) - 1
    return [
        value(Side(table, number)) if place % 2 or place == last else test(table, number)
        for place, number in enumerate(of)
    ]


def identity(law: Law, side: Side) -> tuple[Any, ...]:
    """Return the identity of a side: the same for equal slots of any two things of a kind."""
    at, slot = slot_at(law, side)
    return (at.table.kind, at.number, slot.op)
