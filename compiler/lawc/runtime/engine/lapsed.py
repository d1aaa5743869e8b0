"""Provisions that would decide on another day: `lawc.meaning.lapsed` says the same."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.runtime.engine.comparing import COMPUTED, Side, slot_at, value_of
from lawc.runtime.engine.law import Decision, Giving, Law, Ref
from lawc.runtime.engine.makings import gives, making_of
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import CONTRADICTION, NOTHING, all_of, at_least
from lawc.runtime.reasons import OutOfForce, together
from lawc.runtime.values import Truth


def not_in_force(law: Law, decision: Decision, table: Table) -> tuple[OutOfForce, ...]:
    """Return the provisions that would give a value on another day, with their periods."""
    if not decision.dated or decision.read(table.thing) is not None:
        return ()
    making = making_of(law, decision, table)
    if making.value is None or making.value is CONTRADICTION or gives(decision, table):
        return ()
    return together(_lapsed(law, decision, table))


def _lapsed(law: Law, decision: Decision, table: Table) -> Iterator[OutOfForce]:
    for giving in decision.givings:
        at = table.up(law.kinds[decision.kind].line.index(giving.rule.kind))
        conditions = [_side(at, giving.rule.condition)]
        if giving.when is not None:
            conditions.append(_side(table, giving.when))
        if not _may_give(law, giving, conditions, at):
            continue
        if giving.rule.force is not None and at.value(giving.rule.force) is False:
            yield from _versions(law, decision, giving, table)
        elif any(value_of(condition) is False for condition in conditions):
            for condition in conditions:
                yield from _compared(law, condition)
        else:
            yield from _amounts(law, Side(table.up(giving.value.depth), giving.value.number))


def _side(table: Table, ref: Ref) -> Side:
    """Return a slot as it is seen from a thing, where it stands."""
    return Side(table.up(ref.depth), ref.number)


def _may_give(law: Law, giving: Giving, conditions: list[Side], at: Table) -> bool:
    """Return whether a rule may apply and give a value, apart from the day."""
    line = law.kinds[at.kind].line
    return all(_may_hold(law, condition) is not False for condition in conditions) and not any(
        at.up(line.index(law.rules[by].kind)).value(law.rules[by].applies) is True
        for by in giving.rule.by
    )


def _may_hold(law: Law, side: Side) -> Truth:
    """Return whether a condition holds; a comparison that fails for the day alone may hold."""
    at, slot = slot_at(law, side)
    if slot.op == "compare":
        return None if any(_compared(law, at)) else value_of(at)
    if slot.op not in ("all", "any", "at_least"):
        return value_of(at)  # type: ignore[no-any-return]  # a truth, as its slot is one
    parts = [_may_hold(law, Side(at.table, part)) for part in slot.of]
    if slot.op == "all":
        return all_of(*parts)
    return at_least(slot.detail if slot.op == "at_least" else 1, *parts)


def _compared(law: Law, side: Side) -> Iterator[OutOfForce]:
    """Yield the amounts without a version in force that a condition compares."""
    at, slot = slot_at(law, side)
    for part in slot.of:
        if slot.op == "compare":
            yield from _amounts(law, Side(at.table, part))
        elif slot.op in ("all", "any", "at_least"):
            yield from _compared(law, Side(at.table, part))


def _versions(
    law: Law, decision: Decision, giving: Giving, table: Table
) -> Iterator[OutOfForce]:
    """Yield the provision that a rule is a version of, unless another version is in force."""
    citation = giving.rule.citation
    rules = [giving.rule for giving in decision.givings if giving.rule.citation == citation]
    line = law.kinds[decision.kind].line
    now = [
        rule.force is None or table.up(line.index(rule.kind)).value(rule.force)
        for rule in rules
    ]
    if citation and all(truth is False for truth in now):
        yield OutOfForce(citation, tuple((rule.start, rule.end) for rule in rules))


def _amounts(law: Law, side: Side) -> Iterator[OutOfForce]:
    """Yield the amounts that leave a slot without a value as no version is in force."""
    at, slot = slot_at(law, side)
    match slot.op:
        case "quantity":
            yield from _quantity(law, at)
        case "spoken":
            decided_at, decided = slot_at(law, Side(at.table, slot.of[0]))
            yield from not_in_force(law, law.decisions[decided.detail], decided_at.table)
        case "sum":
            kind, number = slot.detail
            for member in at.table.members(law.kinds[kind]) or ():
                yield from _amounts(law, Side(member, number))
        case "by_case":
            of = slot.of
            for test, then in zip(of[::2], of[1::2], strict=False):
                if (truth := at.table.own[test]) is not False:
                    yield from _amounts(law, Side(at.table, then)) if truth is True else ()
                    return
            if len(of) % 2:
                yield from _amounts(law, Side(at.table, of[-1]))
        case op if op in COMPUTED and op != "if_any":
            yield from _parts(law, at)
        case "shifted" | "span" | "start" | "months" | "rounded" | "row" | "parts":
            yield from _parts(law, at)


def _parts(law: Law, side: Side) -> Iterator[OutOfForce]:
    for part in law.kinds[side.table.kind].slots[side.number].of:
        yield from _amounts(law, Side(side.table, part))


def _quantity(law: Law, side: Side) -> Iterator[OutOfForce]:
    own, slot = side.table.own, law.kinds[side.table.kind].slots[side.number]
    if own[side.number] is not NOTHING:
        return
    for now, value in zip(slot.of[::2], slot.of[1::2], strict=True):
        if own[now] is True:
            yield from _amounts(law, Side(side.table, value))
            return
    for version in law.versions[slot.detail]:
        if version.citation:
            yield OutOfForce(version.citation, ((version.start, version.end),))
