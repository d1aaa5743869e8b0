"""Values that are one expression, as operands of others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from lawc.backends.python.layout import (
    After,
    Before,
    Bits,
    Call,
    Chain,
    Code,
    Kept,
    Remarked,
    Versus,
)
from lawc.plan.phases import above, members
from lawc.plan.slots import Op, Slot

if TYPE_CHECKING:
    from lawc.backends.python.probing import Probing

INLINE = frozenset(
    {Op.FACT, Op.DAY, Op.CONSTANT, Op.SHIFTED, Op.TOTAL, Op.LESS, Op.PRODUCT, Op.LARGEST}
    | {Op.SMALLEST, Op.DAYS, Op.ROUNDED, Op.START, Op.MONTHS}
)
MOST_OPERANDS = 40  # in an expression that stands where it is asked
LARGE = 4  # tests in a concept that is asked by a function of its own, and not where it stands
_NAMED = re.compile(r"h[0-9]+|[a-z]\w*\.\w+")
_HEAD = re.compile(r"[\w.]*\(")


class Sides(NamedTuple):
    """The sides of a comparison as Python, and the names that may be missing, or nothing."""

    codes: tuple[str, str]
    missing: tuple[str, ...]
    nothing: dict[str, str]


def operand(code: str) -> str:
    """Return an expression as an operand of another."""
    return f"({code})" if " " in code and not _encloses(code) else code


def bare(code: str) -> str:
    """Return an expression without brackets around the whole of it."""
    return code[1:-1] if code.startswith("(") and _encloses(code) else code


def _encloses(code: str) -> bool:
    """Return whether an expression is a call, or stands in brackets as a whole."""
    head = _HEAD.match(code)
    depth = 1
    for place, sign in enumerate(code[head.end() :] if head else "", start=1):
        depth += (sign in "([") - (sign in ")]")
        if not depth:
            return place == len(code) - (head.end() if head else 0)
    return False


def size_of(probing: Probing, number: int) -> int:
    """Return how many tests a truth is made of; no more than is large, lists are."""
    waiting, count = [*probing.plan.slots[number].of], 0
    while waiting and count <= LARGE:
        at = waiting.pop()
        slot = probing.plan.slots[at]
        if at in probing.hoisting.numbers and slot.op is Op.CONCEPT:
            count += 1
        elif slot.op in (Op.ALL, Op.ANY, Op.NOT, Op.CONCEPT, Op.RULE, Op.TRUTH):
            waiting += slot.of
        elif slot.op is Op.ABOVE:
            depth, up = above(slot)
            count += size_of(probing.of_thing(depth), up) or 1
        elif slot.op in (Op.SOME, Op.EVERY, Op.SUM, Op.COUNT):
            return LARGE + 1
        elif slot.op is not Op.CONSTANT:
            count += 1
    return count


def nested(probing: Probing, number: int) -> bool:
    """Return whether a value would be a large expression, as amounts made of amounts are."""
    waiting, count = [(probing, number)], 0
    while waiting and count <= MOST_OPERANDS:
        of, at = waiting.pop()
        slot = of.plan.slots[at]
        count += 1
        if at in of.hoisting.numbers:
            continue
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            waiting.append((of.of_thing(depth), up))
        elif slot.op in INLINE or of.single(slot):
            waiting += [(of, part) for part in slot.of]
    return bool(waiting)


def cost(code: Code) -> int:
    """Return what a test costs: calls and look-ups come after plain tests."""
    match code:
        case str():
            return code.count("[")
        case Chain():
            return sum(map(cost, code.parts))
        case Before() | After() | Remarked():
            return cost(code.part)
        case Bits():
            return cost(code.word)
        case Versus():
            return code.left.count("[") + code.right.count("[")
        case Kept():
            return 100 + cost(code.part)
        case Call():
            return 50 + f"{code.head}{code.brackets}".count("[") + sum(map(cost, code.args))


def in_place(probing: Probing, number: int) -> tuple[Code, bool] | None:
    """Return Python for a value that is found where it is asked, and if it may be unknown.

    None if a function is needed.
    """
    slot = probing.plan.slots[number]
    missing: dict[str, None] = {}
    match slot.op:
        case Op.ROW | Op.PARTS if probing.plain(slot.of[0], missing, {}):
            subject = probing.inline(slot.of[0])
            if _NAMED.fullmatch(subject):  # it is unknown where that is, and nothing
                return probing.module.row_of(slot, subject), bool(missing)
        case Op.QUANTITY if versions := probing.module.versions(probing.plan, slot):
            return versions, False  # a day that is unknown was refused
        case Op.SUM if total := sum_of_decided(probing, slot):
            return total, False
    return None


def sum_of_decided(probing: Probing, slot: Slot) -> str:
    """Return Python for a sum of what is decided, if any, of each member; else nothing."""
    kind, number = members(slot)
    plan, resting = probing.module.plan.kinds[kind], probing.module.resting
    inner = plan.slots[number or 0]
    if inner.op is not Op.IF_ANY or plan.slots[inner.of[0]].op is not Op.SPOKEN:
        return ""
    place = resting.of_kind(kind)[resting.spoken(plan, plan.slots[inner.of[0]])]
    decided = probing.variable(resting.of_members(kind))
    return f"added(*[own[{place}] for own in {decided} if own[{place}] is not None])"
