"""Mutants: laws that differ from a law in one small change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.formula import formula, literal
from lawc.records import dataclass
from lawc.testing.changes import Change, changes, day_moved

ALWAYS, NEVER = ir.All(()), ir.Any(())


@dataclass(frozen=True, slots=True)
class Mutant:
    """A law changed at `eid`, where `was` became `now`, or was dropped if `now` is empty.

    `before` and `after` are expressions about things of `kind`. If both have the same known
    value for every thing of a case, the case is decided as before. `parts` are the smallest
    changed parts, before and after.
    """

    law: ir.Law
    eid: str
    was: str
    now: str
    kind: str
    before: ir.Expr
    after: ir.Expr
    parts: tuple[ir.Expr, ...] = ()


def mutants(law: ir.Law) -> Iterator[Mutant]:
    """Yield a mutant for every small change of `law`, in the order of the law."""
    for place, parameter in enumerate(law.parameters):
        if parameter.value is not None:
            for day in day_moved(parameter.value):
                moved = _replaced(law, "parameters", place, value=day)
                was, now = (f"{parameter.key} = {value}" for value in (parameter.value, day))
                eid = parameter.eid or ""
                yield Mutant(moved, eid, was, now, law.kinds[0].key, ALWAYS, NEVER)
    for place, meaning in enumerate(law.definitions):
        yield from _parts(law, "definitions", place, "condition")
        yield from _forces(law, "definitions", place, meaning)
    for place, quantity in enumerate(law.quantities):
        yield from _parts(law, "quantities", place, "value")
        yield from _forces(law, "quantities", place, quantity)
    for place, rule in enumerate(law.rules):
        yield from _parts(law, "rules", place, "condition")
        yield from _gifts(law, place, rule)
        yield from _displacements(law, place, rule)
        yield from _forces(law, "rules", place, rule)


def _parts(law: ir.Law, field: str, place: int, name: str) -> Iterator[Mutant]:
    whole = getattr(law, field)[place]
    expr = getattr(whole, name)
    for change in changes(expr):
        changed = _replaced(law, field, place, **{name: change.expr})
        yield _mutant(changed, whole, expr, change)


def _gifts(law: ir.Law, place: int, rule: ir.Rule) -> Iterator[Mutant]:
    """Yield the changes of what a rule gives; all rules of a list are changed alike."""
    places = _alternatives(law, place, rule)
    if place != places[0]:
        return
    whole = rule if rule.listed_in is None else replace(rule, eid=rule.listed_in)
    for number, gives in enumerate(rule.gives):
        for name in ("value", "when"):
            expr = getattr(gives, name)
            for change in () if expr is None else changes(expr):
                changed = _with_gift(law, places, number, **{name: change.expr})
                yield _mutant(changed, whole, expr, change)
        if gives.when is not None:
            gift = f"{gives.decision} = {formula(gives.value)}"
            yield Mutant(
                _with_gift(law, places, number, when=None),
                whole.eid,
                f"{gift} if {formula(gives.when)}",
                gift,
                rule.kind,
                gives.when,
                ALWAYS,
            )


def _alternatives(law: ir.Law, place: int, rule: ir.Rule) -> list[int]:
    """Return the places of all rules of the list of a rule, or its own place if it has none."""
    if rule.listed_in is None:
        return [place]
    return [
        n for n, alternative in enumerate(law.rules) if alternative.listed_in == rule.listed_in
    ]


def _displacements(law: ir.Law, place: int, rule: ir.Rule) -> Iterator[Mutant]:
    for number, target in enumerate(rule.displaces):
        left = (*rule.displaces[:number], *rule.displaces[number + 1 :])
        cited = next(
            (element.citation for element in law.elements if element.eid == target), target
        )
        changed = _replaced(law, "rules", place, displaces=left)
        was, now = f"displaces {cited}", f"does not displace {cited}"
        yield Mutant(changed, rule.eid, was, now, rule.kind, rule.condition, NEVER)


def _forces(
    law: ir.Law,
    field: str,
    place: int,
    whole: ir.Definition | ir.QuantityDefinition | ir.Rule,
) -> Iterator[Mutant]:
    for name, words in (("start", "in force from"), ("end", "in force to")):
        day = getattr(whole.force, name)
        for moved in () if day is None else day_moved(day):
            force = replace(whole.force, **{name: moved})
            changed = _replaced(law, field, place, force=force)
            was, now = f"{words} {literal(day)}", f"{words} {literal(moved)}"
            yield Mutant(changed, whole.eid, was, now, whole.kind, ALWAYS, NEVER)


def _mutant(
    law: ir.Law,
    whole: ir.Definition | ir.QuantityDefinition | ir.Rule,
    expr: ir.Expr,
    change: Change,
) -> Mutant:
    was, now = formula(change.was), "" if change.now is None else formula(change.now)
    parts = tuple(part for part in (change.was, change.now) if part is not None)
    return Mutant(law, change.eid or whole.eid, was, now, whole.kind, expr, change.expr, parts)


def _with_gift(law: ir.Law, places: list[int], number: int, **parts: Any) -> ir.Law:
    rules = list(law.rules)
    for place in places:
        gives = list(rules[place].gives)
        gives[number] = replace(gives[number], **parts)
        rules[place] = replace(rules[place], gives=tuple(gives))
    return replace(law, rules=tuple(rules))


def _replaced(law: ir.Law, field: str, place: int, **parts: Any) -> ir.Law:
    whole = list(getattr(law, field))
    whole[place] = replace(whole[place], **parts)
    fields: dict[str, Any] = {field: tuple(whole)}
    return replace(law, **fields)
