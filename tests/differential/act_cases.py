"""Random cases of random acts: things of which something may be missing, and completions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any, TypeAlias

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.act_vocabulary import (
    ARTICLES,
    DAYS,
    SMALL,
    day,
    number,
)
from tests.differential.naive_conditions import Thing
from tests.differential.naive_values import Day, parts, shifted

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"

MOST = 3  # members of a list
ESTABLISHED = 0.02  # how often a case says what the act would


class Cases:
    """Makes cases of an act; days are often those on which a condition of it turns."""

    def __init__(self, rng: Random, act: m.Act) -> None:
        self.rng = rng
        self.of = act.vocabulary
        self.turning = tuple(turning_days(act))

    def thing(self, kind: str, missing: float, parent: Thing | None = None) -> Thing:
        """Return a thing of a kind; `missing` is how often something of it is not known."""
        made = Thing(kind, {}, parent)
        for fact in self.of.facts:
            if fact.kind == kind and self.rng.random() >= missing:
                made.facts[fact.key] = self.value(fact)
        for established in self.of.declared[len(self.of.facts) :]:
            if established.kind == kind and self.rng.random() < ESTABLISHED:
                made.facts[established.key] = self.value(established)
        for one in self.of.kinds:
            if one.parent == kind and self.rng.random() >= missing / 2:
                length = self.rng.choice((0, 1, 1, 2, 2, MOST))
                members = [self.thing(one.key, missing, made) for _ in range(length)]
                made.lists[one.key] = members
        return made

    def value(self, fact: d.Declared) -> d.Plain:
        """Return a value of a fact, or one that is established of what the act says."""
        match type_of(fact):
            case "truth":
                return self.rng.random() < 0.5
            case "choice":
                assert isinstance(fact, d.Fact | d.Decision)
                return self.rng.choice(fact.values)
            case "date":
                return self.day()
            case "provision":
                rng = self.rng
                return rng.choice(ARTICLES), rng.choice(SMALL), rng.choice(SMALL)
            case type_:
                return number(self.rng, type_)

    def day(self) -> Day:
        """Return a day, often one on which a condition turns, or the next to it."""
        if not self.turning or self.rng.random() < 0.5:
            return parts(day(self.rng))
        by = self.rng.choice((0, 0, 0, 1, -1))
        moved = shifted(self.rng.choice(self.turning), by, "days", month_end_up=True)
        return moved if 1 <= moved[0] <= date.max.year else parts(day(self.rng))

    def days(self, missing: float) -> dict[str, Day]:
        """Return the days that are asked for."""
        days = [one for one in self.of.days if self.rng.random() >= missing]
        near = self.rng.random() < 0.5
        return {one: parts(self.rng.choice(DAYS) if near else day(self.rng)) for one in days}

    def completed(self, one: Thing, parent: Thing | None = None) -> Thing:
        """Return a thing of which all is known, and which is as the other so far."""
        whole = self.thing(one.kind, 0, parent)
        for established in self.of.declared[len(self.of.facts) :]:
            whole.facts.pop(established.key, None)
        whole.facts.update(one.facts)
        for kind, members in one.lists.items():
            whole.lists[kind] = [self.completed(member, whole) for member in members]
        return whole


def type_of(declared: d.Declared) -> str:
    """Return the type of what a case may say."""
    return "truth" if isinstance(declared, d.Concept) else declared.type


def turning_days(act: m.Act) -> Iterator[Day]:
    """Yield days that the periods of an act lead to the days that it is about."""
    for part in walked(act.articles):
        match part:
            case (
                m.Test(
                    sense=d.Sense(meaning=d.Stands(left=d.Moved() as moved)),
                    given=(m.Written(value=Fraction() as number), end),
                )
                | m.IsA(
                    named=d.Sense(meaning=d.Stands(left=d.Moved() as moved)),
                    given=(m.Written(value=Fraction() as number), end),
                )
            ):
                ends = [end.value] if isinstance(end, m.Written) else [*DAYS]
                back = int(number) * (1 if moved.earlier else -1)
                for one in ends:
                    assert isinstance(one, date)
                    for by in (0, 1):  # what a month end is put off to is a day later
                        end_ = shifted(parts(one), by, "days", month_end_up=True)
                        yield shifted(end_, back, moved.unit, month_end_up=True)
            case _:
                pass


def walked(part: object) -> Iterator[object]:
    """Yield a part of an act and all that it holds."""
    yield part
    match part:
        case tuple():
            for one in part:
                yield from walked(one)
        case _ if is_dataclass(part) and not isinstance(part, d.Vocabulary | d.Sense | type):
            for each in fields(part):
                yield from walked(getattr(part, each.name))
        case _:
            pass


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
