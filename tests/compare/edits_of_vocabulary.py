"""Edits of the vocabulary that a random law is written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

from tests.differential.law_values import NUMERIC, value_of

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.ir.walk import every_part


def _fact_added(rng: Random, law: ir.Law) -> ir.Law:
    kind = rng.choice(law.kinds).key
    new = ir.FactDeclaration(kind, f"{kind}_added", Basic.TRUTH, "Added?")
    place = rng.randrange(len(law.rules))
    rule = law.rules[place]
    facts = tuple(dict.fromkeys((*law.facts, new)))
    rules = list(law.rules)
    if rule.kind == kind:
        part = ir.Fact(kind, new.key)
        made = rng.choice((ir.All, ir.Any))((rule.condition, part))
        rules[place] = replace(rule, condition=made)
    return replace(law, facts=facts, rules=tuple(rules))


def _fact_removed(rng: Random, law: ir.Law) -> ir.Law | None:
    read = {(one.kind, one.key) for one in every_part(law) if isinstance(one, ir.Fact)}
    read |= {(one.kind, part.key) for one in law.clauses for part in one.literals}
    read |= {(one.kind, one.key) for each in law.decisions for one in each.cases}
    free = [one for one in law.facts if (one.kind, one.key) not in read]
    if not free:
        return None
    gone = rng.choice(free)
    return replace(law, facts=tuple(one for one in law.facts if one is not gone))


def _values(rng: Random, law: ir.Law) -> ir.Law:
    """Give every choice of a name one value more, or one less that the law does not name."""
    types = [one.type for one in law.facts if isinstance(one.type, Choice)]
    if not types:
        return law
    was = rng.choice(types)
    now = Choice(was.key, (*was.values, "violet"))
    return _retyped(law, was, now)


def _values_fewer(rng: Random, law: ir.Law) -> ir.Law | None:
    named = {
        value
        for one in every_part(law)
        for value in (*getattr(one, "values", ()), getattr(one, "value", None))
        if isinstance(value, str)
    }
    named |= {v for one in law.clauses for part in one.literals for v in part.values}  # type: ignore[misc]
    named |= {one.otherwise for one in law.decisions if isinstance(one.otherwise, str)}
    types = [
        one.type
        for one in law.facts
        if isinstance(one.type, Choice) and len(set(one.type.values) - named) > 0
    ]
    if not types:
        return None
    was = rng.choice(types)
    gone = rng.choice(sorted(set(was.values) - named))
    now = Choice(was.key, tuple(one for one in was.values if one != gone))
    return _retyped(law, was, now) if now.values else None


def _retyped(law: ir.Law, was: Choice, now: Choice) -> ir.Law:
    def typed(one: Any) -> Any:
        return replace(one, type=now) if one.type == was else one

    return replace(
        law,
        facts=tuple(map(typed, law.facts)),
        quantities=tuple(map(typed, law.quantities)),
        decisions=tuple(map(typed, law.decisions)),
    )


def _assumption(rng: Random, law: ir.Law) -> ir.Law | None:
    if not law.clauses:
        return None
    gone = rng.choice(law.clauses)
    return replace(law, clauses=tuple(one for one in law.clauses if one is not gone))


def _otherwise(rng: Random, law: ir.Law) -> ir.Law:
    place = rng.randrange(len(law.decisions))
    one = law.decisions[place]
    value = rng.choice((None, value_of(rng, one.type)))
    found = list(law.decisions)
    found[place] = replace(one, otherwise=value)
    return replace(law, decisions=tuple(found))


def _combine(rng: Random, law: ir.Law) -> ir.Law | None:
    places = [n for n, one in enumerate(law.decisions) if one.type in NUMERIC]
    if not places:
        return None
    place = rng.choice(places)
    found = list(law.decisions)
    found[place] = replace(found[place], combine=rng.choice(tuple(ir.Combine)))
    return replace(law, decisions=tuple(found))


def _decisions_reordered(rng: Random, law: ir.Law) -> ir.Law:
    return replace(law, decisions=tuple(rng.sample(law.decisions, len(law.decisions))))


def _month_end(rng: Random, law: ir.Law) -> ir.Law:
    return replace(law, month_end_up=not law.month_end_up and rng.random() < 1)


EDITS: tuple[Callable[[Random, ir.Law], ir.Law | None], ...] = (
    _fact_added,
    _fact_removed,
    _values,
    _values_fewer,
    _assumption,
    _otherwise,
    _combine,
    _decisions_reordered,
    _month_end,
)
