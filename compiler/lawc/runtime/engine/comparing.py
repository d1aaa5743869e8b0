"""Comparisons of which facts are missing: what they read, and where they turn."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple

from lawc.runtime.completions import turns
from lawc.runtime.engine import conditions as made
from lawc.runtime.engine import defined, literals
from lawc.runtime.engine.conditions import Condition, Line, Paths

OPS: dict[Callable[[Any, Any], bool], str] = {
    operator.lt: "<",
    operator.le: "<=",
    operator.eq: "=",
    operator.ne: "!=",
    operator.ge: ">=",
    operator.gt: ">",
}


class Read(NamedTuple):
    """A missing fact as a comparison reads it: its path, and its type."""

    path: str
    type: str


def bare(one: Condition) -> Condition:
    """Return a condition without what remembers it."""
    return one.parts[0] if isinstance(one, made.Kept) else one


def moved(one: Condition) -> bool:
    """Return whether it is a fact or a day as it is, or the day some time from it."""
    plain = bare(one.parts[0]) if isinstance(one, made.Moved) else one
    return isinstance(plain, (made.Fact, made.Day))


def reads(one: Condition, line: Line, paths: Paths) -> list[Read] | None:
    """Return the missing facts that a value goes one way in; None if it may go both."""
    if one.value(line) is not None:
        return []
    match bare(one):
        case made.Fact() as fact:
            return [Read(fact.path(paths), fact.type)]
        case made.Day() as day:
            return [Read(f"day {day.key}", "date")]
        case defined.Use(depth=depth, defined=defined.Amount(lasting=made.Asked() as meaning)):
            return reads(meaning.condition, line[depth:], paths[depth:])
        case made.Moved(parts=parts):
            several = [reads(part, line, paths) for part in parts]
        case made.Computed(parts=parts, compute=compute) if _one_way(compute):
            several = [reads(part, line, paths) for part in parts]
        case _:
            return None
    return None if None in several else [one for part in several for one in part or ()]


def _one_way(compute: Callable[..., Any]) -> bool:
    return not (isinstance(compute, partial) and compute.func is literals.in_rows)


def turns_of(
    side: Condition, op: str, bound: Any, read: Read, line: Line
) -> turns.Turns | None:
    """Return where a comparison turns that reads one missing fact, None if not known."""
    if isinstance(side, (made.Fact, made.Day)):
        return turns.of_fact(read.type, op, bound)
    if isinstance(side, made.Moved) and moved(side):
        return turns.OF_SHIFTED[op, side.move, bound]
    if read.type not in turns.ENDS:
        return None

    def sign(number: int) -> int:
        found = _at(side, turns.of_number(read.type, number), line)
        return bool(found > bound) - bool(found < bound)

    return turns.of_signs(read.type, op, sign)


def _at(one: Condition, value: Any, line: Line) -> Any:
    """Return what comes of a value of the only fact that is missing."""
    found = one.value(line)
    if found is not None:
        return found
    match bare(one):
        case made.Fact() | made.Day():
            return value
        case defined.Use(depth=depth, defined=defined.Amount(lasting=made.Asked() as meaning)):
            return _at(meaning.condition, value, line[depth:])
        case plain:
            return plain.of([_at(part, value, line) for part in plain.parts])
