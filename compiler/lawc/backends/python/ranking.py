"""The rules on which decisions about things of a kind rest, as they are seen from these."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.backends.python.plan import Plan as Names
from lawc.plan.slots import Op, Plan
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Gives:
    """What a rule gives a decision: slots of the further condition, if any, and the value."""

    decision: str
    when: int | None
    value: int
    listed: str | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A rule by its place in the law and its slot, with what it gives things of the kind.

    `part` is the decision of which this is all, where a rule is asked whether it applies apart
    from what it gives.
    """

    place: int
    slot: int
    gives: tuple[Gives, ...]
    part: str = ""


class NotQuickError(Exception):
    """A kind whose things are decided from their slots alone; the text says why."""


def units_of(names: Names, plan: Plan, kind: str) -> tuple[Unit, ...]:
    """Return the rules about things of a kind or those above, in the order of the law.

    Raises:
        NotQuickError: what a rule gives is not seen from the things of the kind.
    """
    of = plan.kinds[kind]
    slots: dict[tuple[Op, tuple[object, ...]], int] = {}
    for number, slot in enumerate(of.slots):
        if not slot.of:
            slots[slot.op, slot.detail] = number
    keys = [decision.key for decision in names.law.decisions if decision.kind == kind]
    units: list[Unit] = []
    for place, rule in enumerate(plan.rules):
        if rule.kind not in names.lines[kind]:
            continue
        at = _number(names, slots, kind, rule.kind, rule.applies)
        if at is not None:
            gives = tuple(_gives(names, slots, place, plan, kind, keys))
            units.append(Unit(place, at, gives))
        elif any(gives.decision in keys for gives in rule.gives):
            raise NotQuickError("a rule about a thing above gives a decision")
    return tuple(units)


def _number(
    names: Names,
    slots: Mapping[tuple[Op, tuple[object, ...]], int],
    kind: str,
    of: str,
    ref: tuple[int, int],
) -> int | None:
    """Return the number under which a kind has a slot that is seen from a kind above it."""
    rise = names.line(kind).index(of) if of in names.line(kind) else None
    if rise is None:
        return None
    depth, number = ref[0] + rise, ref[1]
    return number if depth == 0 else slots.get((Op.ABOVE, (depth, number)))


def _gives(
    names: Names,
    slots: Mapping[tuple[Op, tuple[object, ...]], int],
    place: int,
    plan: Plan,
    kind: str,
    keys: list[str],
) -> Iterator[Gives]:
    rule, law_rule = plan.rules[place], names.law.rules[place]

    def seen(ref: tuple[int, int]) -> int:
        number = _number(names, slots, kind, rule.kind, ref)
        if number is None:  # it rests on no thing: each kind has it that uses it
            slot = plan.kinds[rule.kind].slots[ref[1]]
            number = None if ref[0] else slots.get((slot.op, slot.detail))
        if number is None:
            raise NotQuickError("a value of a thing above is given")
        return number

    for number, gives in enumerate(rule.gives):
        if gives.decision in keys:
            when = None if gives.when is None else seen(gives.when)
            listed = f"{law_rule.listed_in} {number}" if law_rule.listed_in else None
            yield Gives(gives.decision, when, seen(gives.value), listed)
