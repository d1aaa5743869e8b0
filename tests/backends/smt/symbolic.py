"""A case that is known, as conditions on the terms of a case of the solver."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import z3

from lawc.backends.smt.cases import Thing as Symbolic
from lawc.backends.smt.encode import Meaning
from lawc.backends.smt.terms import equal
from lawc.ir import nodes as ir
from lawc.ir.walk import every_part
from lawc.meaning.cases import Thing
from lawc.runtime.values import Provision, lies_in


def most_members(thing: Thing) -> int:
    groups = thing.members.values()
    return max(
        [0, *map(len, groups), *(most_members(one) for group in groups for one in group)]
    )


def as_conditions(meaning: Meaning, thing: Symbolic, given: Thing) -> Iterator[z3.BoolRef]:
    for key, one in thing.facts.items():
        if key in given.facts:
            said = seen_as(meaning, given.facts[key])
            yield z3.And(one.known, equal(one.term, meaning.constant(said)))
        else:
            yield z3.Not(one.known)
    for kind, group in thing.lists.items():
        members = given.members.get(kind)
        if members is None:
            yield z3.Not(group.known)
            continue
        yield z3.And(group.known, group.length == len(members))
        for inner, member in zip(group.members, members, strict=False):
            yield from as_conditions(meaning, inner, member)


def days_as_conditions(meaning: Meaning, days: dict[str, date]) -> Iterator[z3.BoolRef]:
    for key, one in meaning.case.days.items():
        yield one.known == (key in days)
        if key in days:
            yield equal(one.term, meaning.constant(days[key]))


def seen_as(meaning: Meaning, value: Any) -> Any:
    """The record that the law sees as it sees `value`, if that is a provision."""
    if not isinstance(value, Provision) or value in meaning.records:
        return value
    parts = [one for one in every_part(meaning.law) if isinstance(one, ir.Under)]
    return next(
        one
        for one in meaning.records
        if all(lies_in(one, part.ranges) == lies_in(value, part.ranges) for part in parts)
    )
