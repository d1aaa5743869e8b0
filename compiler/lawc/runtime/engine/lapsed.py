"""Provisions that would decide on another day: `lawc.meaning.lapsed` says the same."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.runtime import logic
from lawc.runtime.engine.conditions import Computed, Condition, Kept, Line, Moved
from lawc.runtime.engine.defined import Amount, Use
from lawc.runtime.engine.lists import Sum
from lawc.runtime.engine.rules import Decided, Decision, Giving
from lawc.runtime.logic import CONTRADICTION, NOTHING, known
from lawc.runtime.reasons import OutOfForce, together


def not_in_force(decision: Decision, line: Line) -> tuple[OutOfForce, ...]:
    """Return the provisions that would give a value on another day, with their periods."""
    if not decision.dated or decision.read(line[0]) is not None:
        return ()
    made = decision.made(line)
    if made.value is None or made.value is CONTRADICTION or decision.gives(line):
        return ()
    return together(_lapsed(decision, line))


def _lapsed(decision: Decision, line: Line) -> Iterator[OutOfForce]:
    for one in decision.givings:
        if not _met(one, line):
            continue
        if one.rule.version.now(line) is False:
            yield from _versions(decision, one, line)
        else:
            yield from _amounts(one.amount.condition, line)


def _met(one: Giving, line: Line) -> bool:
    """Return whether a rule may apply and give, but for the day."""
    return (
        known(one.rule.version.part.value(line)) is not False
        and (one.when is None or known(one.when.value(line)) is not False)
        and not any(by.applies(line) is True for by in one.rule.by.rules)
    )


def _versions(decision: Decision, giving: Giving, line: Line) -> Iterator[OutOfForce]:
    citation = giving.rule.citation
    versions = [o.rule.version for o in decision.givings if o.rule.citation == citation]
    if citation and all(one.now(line) is False for one in versions):
        yield OutOfForce(citation, tuple((one.start, one.end) for one in versions))


def _amounts(condition: Condition, line: Line) -> Iterator[OutOfForce]:
    """Yield the amounts without a version in force that leave a value without one."""
    match condition:
        case Use(depth=depth, defined=Amount() as amount):
            yield from _quantity(amount, line[depth:])
        case Decided(depth=depth, decision=decision):
            yield from not_in_force(decision, line[depth:])
        case Sum(group=group, asked=asked):
            for one in group.lines(line):
                for part in asked:
                    yield from _amounts(part.condition, one)
        case Computed(compute=logic.if_any):
            return
        case Computed(parts=parts) | Moved(parts=parts) | Kept(parts=parts):
            for operand in parts:
                yield from _amounts(operand, line)
        case _:
            return


def _quantity(amount: Amount, line: Line) -> Iterator[OutOfForce]:
    if amount.value(line) is not NOTHING:
        return
    current = [one for one in amount.versions if one.now(line) is True]
    if current:
        yield from _amounts(current[0].part.condition, line)
        return
    for one in amount.versions:
        if one.citation:
            yield OutOfForce(one.citation, ((one.start, one.end),))
