"""The rules on which decisions about things of a kind rest, in the order of asking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heapify, heappop, heappush

from lawc.backends.python.plan import Plan as Names
from lawc.ir import nodes as ir
from lawc.plan.phases import MEMBERS, above, members
from lawc.plan.slots import KindPlan, Op, Plan
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
    """A rule by its place in the law and its slot, with what it gives things of the kind."""

    place: int
    slot: int
    gives: tuple[Gives, ...]


class NotQuickError(Exception):
    """A kind whose things are decided from their slots alone; the text says why."""


def units_of(names: Names, plan: Plan, kind: str) -> tuple[Unit, ...]:
    """Return the rules about things of a kind, each after those that it rests on.

    Those on which no other rests come first where they alone give a decision; else it is the
    order of the law.

    Raises:
        NotQuickError: a rule rests on a decision that it gives itself, or on one about other
            things.
    """
    of = plan.kinds[kind]
    slots: dict[tuple[Op, tuple[object, ...]], int] = {}
    for number, slot in enumerate(of.slots):
        slots[slot.op, slot.detail] = number
    keys = [one.key for one in names.law.decisions if one.kind == kind]
    units: dict[int, Unit] = {}
    for place, rule in enumerate(plan.rules):
        if kind not in names.lines[rule.kind] and rule.kind not in names.lines[kind]:
            continue
        at = _number(names, slots, kind, rule.kind, rule.applies)
        if at is None and any(one.decision in keys for one in rule.gives):
            raise NotQuickError("a rule about a thing above gives a decision")
        if at is not None:
            units[place] = Unit(place, at, tuple(_gives(names, slots, place, plan, kind, keys)))
    _refuse_other_decisions(names, plan, kind)
    return tuple(_in_order(of, units, {one: plan.decided[one] for one in keys}))


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
    for number, one in enumerate(rule.gives):
        if one.decision not in keys:
            continue
        value = _number(names, slots, kind, rule.kind, one.value)
        when = None if one.when is None else _number(names, slots, kind, rule.kind, one.when)
        if value is None:
            value = _free(plan, kind, rule.kind, one.value)
        if value is None or (one.when is not None and when is None):
            raise NotQuickError("a value of a thing above is given")
        listed = f"{law_rule.listed_in} {number}" if law_rule.listed_in else None
        yield Gives(one.decision, when, value, listed)


def _free(plan: Plan, kind: str, of: str, ref: tuple[int, int]) -> int | None:
    """Return the number of a slot that rests on no thing, in the plan of another kind."""
    slot = plan.kinds[of].slots[ref[1]]
    if ref[0] or slot.op not in (Op.CONSTANT, Op.DAY):
        return None
    return next((n for n, one in enumerate(plan.kinds[kind].slots) if one == slot), None)


def _refuse_other_decisions(names: Names, plan: Plan, kind: str) -> None:
    """Refuse what rests on decisions about things above, or about members of a list."""
    waiting = [(kind, number) for number in range(len(plan.kinds[kind].slots))]
    seen = set(waiting)
    while waiting:
        at, number = waiting.pop()
        slot = plan.kinds[at].slots[number]
        if slot.op is Op.DECIDED and at != kind:
            raise NotQuickError(f"it rests on decisions about each {at}")
        further = [(at, part) for part in slot.of]
        if slot.op is Op.ABOVE:
            depth, up = above(slot)
            further.append((names.line(at)[depth], up))
        elif slot.op in MEMBERS:
            member, part = members(slot)
            further += [] if part is None else [(member, part)]
        for one in further:
            if one not in seen:
                seen.add(one)
                waiting.append(one)


def _in_order(
    of: KindPlan, units: dict[int, Unit], decided: Mapping[str, int]
) -> Iterator[Unit]:
    """Yield the rules, each after those in `needs`; see `units_of`."""
    givers: dict[str, set[int]] = {key: set() for key in decided}
    for place, unit in units.items():
        for gives in unit.gives:
            givers[gives.decision].add(place)
    needs = _needs(of, units, decided, givers)
    wanted = {one for several in needs.values() for one in several}
    alone = {
        place
        for place, unit in units.items()
        if unit.gives
        and not needs[place]
        and place not in wanted
        and all(len(givers[gives.decision]) == 1 for gives in unit.gives)
    }
    after: dict[int, list[int]] = {place: [] for place in units}
    for place, several in needs.items():
        for one in several:
            after[one].append(place)
    count = {place: len(several) for place, several in needs.items()}
    ready = [(place not in alone, place) for place in units if not count[place]]
    heapify(ready)
    done = 0
    while ready:
        _, place = heappop(ready)
        done += 1
        yield units[place]
        for one in after[place]:
            count[one] -= 1
            if not count[one]:
                heappush(ready, (one not in alone, one))
    if done < len(units):
        raise NotQuickError("a rule rests on a decision that rests on the rule")


def _needs(
    of: KindPlan,
    units: Mapping[int, Unit],
    decided: Mapping[str, int],
    givers: Mapping[str, set[int]],
) -> dict[int, set[int]]:
    """Return the rules on which each rule rests: it asks about them, or what they give."""
    rests = _rests(of, {unit.slot: place for place, unit in units.items()}, decided)
    needs: dict[int, set[int]] = {}
    for place, unit in units.items():
        mine = set(rests[unit.slot])
        for gives in unit.gives:
            mine |= rests[gives.value] | (set() if gives.when is None else rests[gives.when])
        needs[place] = {one for one in mine if isinstance(one, int)} - {place}
        for key in mine:
            if isinstance(key, str):
                if place in givers[key]:
                    raise NotQuickError("a rule rests on a decision that it gives")
                needs[place] |= givers[key]
    return needs


def _rests(
    of: KindPlan, rules: Mapping[int, int], decided: Mapping[str, int]
) -> list[frozenset[int | str]]:
    """Return the rules (by place) and decisions (by key) of which each slot speaks."""
    keys = {number: key for key, number in decided.items()}
    rests: list[frozenset[int | str]] = []
    for number, slot in enumerate(of.slots):
        found: set[int | str] = set()
        for part in slot.of:
            if part in rules:
                found.add(rules[part])
            elif part in keys:
                found.add(keys[part])
            else:
                found |= rests[part]
        rests.append(frozenset() if number in keys else frozenset(found))
    return rests


def stopped(
    names: Names, units: tuple[Unit, ...], decision: ir.Decision
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    """Yield the rules that only displace what gives a decision another value than otherwise.

    Of each its place, its slot, and the rules that it stops, none where it stops all of them.
    """
    granting = []
    for place, rule in enumerate(names.law.rules):
        for gives in rule.gives:
            if gives.decision == decision.key:
                said = gives.value
                while isinstance(said, ir.Stated):
                    said = said.part
                if not (isinstance(said, ir.Literal) and said.value == decision.otherwise):
                    granting.append(place)
    by_place = {unit.place: unit for unit in units}
    for place, rule in enumerate(names.law.rules):
        if rule.gives:
            continue
        mine = tuple(one for one in granting if place in names.displacers(one))
        if mine and place not in by_place:
            raise NotQuickError("a rule about a thing above refuses a decision")
        if mine:
            every = len(mine) == len(granting)
            yield place, by_place[place].slot, () if every else mine
