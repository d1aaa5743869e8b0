"""Random cases of random acts: things of which something may be missing, and completions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any, TypeAlias

from tests.differential import act_declared as d
from tests.differential.act_vocabulary import ARTICLES, SMALL, day, number
from tests.differential.naive_conditions import Thing
from tests.differential.naive_values import Day, parts

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"

MOST = 3  # members of a list
ESTABLISHED = 0.02  # how often a case says what the act would


def thing(
    rng: Random, of: d.Vocabulary, kind: str, missing: float, parent: Thing | None = None
) -> Thing:
    """Return a thing of a kind; `missing` is how often something of it is not known."""
    made = Thing(kind, {}, parent)
    for fact in of.facts:
        if fact.kind == kind and rng.random() >= missing:
            made.facts[fact.key] = value(rng, fact)
    for established in of.declared[len(of.facts) :]:
        if established.kind == kind and rng.random() < ESTABLISHED:
            made.facts[established.key] = value(rng, established)
    for one in of.kinds:
        if one.parent == kind and rng.random() >= missing / 2:
            length = rng.choice((0, 1, 1, 2, 2, MOST))
            made.lists[one.key] = [
                thing(rng, of, one.key, missing, made) for _ in range(length)
            ]
    return made


def value(rng: Random, fact: d.Declared) -> d.Plain:
    """Return a value of a fact, or one that is established of what the act says."""
    match type_of(fact):
        case "truth":
            return rng.random() < 0.5
        case "choice":
            assert isinstance(fact, d.Fact | d.Decision)
            return rng.choice(fact.values)
        case "date":
            return parts(day(rng))
        case "provision":
            return rng.choice(ARTICLES), rng.choice(SMALL), rng.choice(SMALL)
        case type_:
            return number(rng, type_)


def type_of(declared: d.Declared) -> str:
    """Return the type of what a case may say."""
    return "truth" if isinstance(declared, d.Concept) else declared.type


def days(rng: Random, of: d.Vocabulary, missing: float) -> dict[str, Day]:
    """Return the days that are asked for."""
    return {one: parts(day(rng)) for one in of.days if rng.random() >= missing}


def completed(rng: Random, of: d.Vocabulary, one: Thing, parent: Thing | None = None) -> Thing:
    """Return a thing of which all is known, and which is as the other so far."""
    whole = thing(rng, of, one.kind, 0, parent)
    for established in of.declared[len(of.facts) :]:
        whole.facts.pop(established.key, None)
    whole.facts.update(one.facts)
    for kind, members in one.lists.items():
        whole.lists[kind] = [completed(rng, of, member, whole) for member in members]
    return whole


def without(one: Thing, key: str) -> Thing:
    """Return a thing of which a fact or a list is not known."""
    facts = {name: value for name, value in one.facts.items() if name != key}
    lists = {name: members for name, members in one.lists.items() if name != key}
    return replace(one, facts=facts, lists=lists)


# --- as JSON ----------------------------------------------------------------------------


def as_json(of: d.Vocabulary, one: Thing) -> dict[str, Json]:
    """Return a thing as an application gives it."""
    types = {one.key: type_of(one) for one in of.declared}
    made: dict[str, Json] = {key: _value(types[key], value) for key, value in one.facts.items()}
    for kind, members in one.lists.items():
        made[str(of.kind(kind).field)] = [as_json(of, member) for member in members]
    return made


def _value(type_: str, value: Any) -> Json:
    match type_:
        case "count":
            return int(value)
        case "date":
            return as_date(value).isoformat()
        case "provision":
            article, part, point = ("-".join(map(str, one)) for one in value)
            return f"{article}({part})({point})"
        case "fraction":
            return str(value)
        case "money" | "number":
            found = Fraction(value)
            cents = found * 100
            assert cents.denominator == 1
            return f"{int(cents) // 100}.{int(cents) % 100:02d}"
        case _:
            json: Json = value
            return json


def as_date(day_: Day) -> date:
    """Return a day of the calendar as a date."""
    return date(*day_)


def things(of: d.Vocabulary, one: Thing, path: str = "") -> list[tuple[str, Thing]]:
    """Return a thing and all below it, each with its path."""
    found = [(path, one)]
    for kind, members in one.lists.items():
        for n, member in enumerate(members):
            where = f"{of.kind(kind).field}[{n}]"
            found += things(of, member, f"{path}.{where}" if path else where)
    return found
