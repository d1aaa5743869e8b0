"""Persons whom two laws decide differently, found by deciding many."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random
from typing import Any

from tests.differential import law_cases

from lawc.compare.outcomes import Amount, Turn
from lawc.compare.persons import days_of, readable
from lawc.compare.report import Compared
from lawc.ir import nodes as ir
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import UNKNOWN, Result
from lawc.meaning.world import World, below, fails, stated

Found = tuple[str, Result, Result]
"""A decision, what the old law decides, what the new one does."""


def differences(
    old: ir.Law, new: ir.Law, rng: Random, persons: int
) -> dict[Found, tuple[dict[str, Any], dict[str, date]]]:
    """Return the decisions that two laws surely make differently, each with a random person."""
    found: dict[Found, tuple[dict[str, Any], dict[str, date]]] = {}
    said = {one.key for law in (old, new) for one in law.parameters if one.value is not None}
    order = list(dict.fromkeys(one.key for law in (new, old) for one in law.decisions))
    for _ in range(persons):
        drawn = law_cases.case(old, rng, missing=rng.choice((0, 0, 0, 0.2)))
        case = _facts_only(old, old.kinds[0].key, drawn)
        case = readable(new, new.kinds[0].key, readable(old, old.kinds[0].key, case))
        days = {
            key: day
            for key, day in law_cases.days(old, rng, missing=0.1).items()
            if key not in said
        }
        sides = []
        for law in (old, new):
            thing = read_case(law, case)
            if isinstance(thing, Thing) and _lawful(law, thing):
                sides.append((World(law, days_of(law, days)), thing))
        if len(sides) == 2:
            for one in _differing(sides, order):
                found.setdefault(one, (case, days))
    return found


def _facts_only(law: ir.Law, kind: str, case: dict[str, Any]) -> dict[str, Any]:
    keys = {one.key for one in law.facts if one.kind == kind}
    fields = {str(one.field): one.key for one in law.kinds if one.parent == kind}
    return {
        key: [_facts_only(law, fields[key], one) for one in value] if key in fields else value
        for key, value in case.items()
        if (key in fields or key in keys) and value is not None
    }


def _lawful(law: ir.Law, thing: Thing) -> bool:
    world = World(law, {})
    return not any(
        all(fails(stated(world, one, part.key), part) for part in clause.literals)
        for one in below(thing)
        for clause in law.clauses
        if clause.kind == one.kind
    )


def _differing(sides: list[tuple[World, Thing]], order: list[str]) -> Iterator[Found]:
    """Yield the first decision of each thing on which the laws differ."""
    (first, root), (second, other) = sides
    for one, same in zip(below(root), below(other), strict=True):
        for key in order:
            results = [
                next(
                    (
                        answer(world, each, thing).value
                        for each in world.law.decisions
                        if each.key == key and each.kind == one.kind
                    ),
                    None,
                )
                for world, thing in ((first, one), (second, same))
            ]
            if None in results:
                continue
            if UNKNOWN in results:
                break  # later decisions are compared where the earlier ones are the same
            if results[0] != results[1]:
                yield key, results[0], results[1]  # type: ignore[misc]
                break


def is_listed(one: Found, made: Compared) -> bool:
    """Return whether a comparison has a turn, shown or open, or says that it gave up."""
    turns: list[Turn] = [*(each.turn for each in made.touched), *made.open]
    key, old, new = one
    return made.gave_up or any(
        turn.decision.key == key
        and (isinstance(turn.old, Amount) or turn.old == old)
        and (isinstance(turn.new, Amount) or turn.new == new)
        for turn in turns
    )
