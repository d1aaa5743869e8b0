"""Random cases for a law, as JSON would give them, and what they may turn out to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import TypeAlias

from tests.differential.law_values import DAYS, PROVISIONS, finite_values, value_of

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.runtime.values import Provision, provision

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"
Case: TypeAlias = dict[str, Json]


def case(law: ir.Law, rng: Random, *, missing: float | None = None) -> Case:
    """Return a random case, each fact missing with the probability `missing`.

    Some cases supply concepts, quantities or decisions as established; all respect the clauses.
    """
    chance = rng.choice((0.0, 0.1, 0.3, 0.6, 1.0)) if missing is None else missing
    return _thing(law, rng, law.kinds[0].key, chance)


def days(law: ir.Law, rng: Random, *, missing: float = 0.2) -> dict[str, date]:
    """Return some of the days that `law` is asked for with."""
    return {
        one.key: rng.choice(DAYS) + timedelta(days=rng.randint(-1, 1))
        for one in law.parameters
        if rng.random() >= missing
    }


def _thing(law: ir.Law, rng: Random, kind: str, chance: float) -> Case:
    full = completed_facts(law, rng, kind, {}) or {}
    made: Case = {}
    for key, value in full.items():
        if rng.random() >= chance:
            coarse = isinstance(value, Provision) and rng.random() < chance
            made[key] = str(value).partition("(")[0] if coarse else as_json(value)
        elif rng.random() < 0.1:
            made[key] = None
    for key, type_ in _establishable(law, kind):
        if rng.random() < 0.04:
            made[key] = as_json(value_of(rng, type_))
    for one in law.kinds:
        if one.parent == kind and one.field is not None and rng.random() >= chance / 2:
            made[one.field] = [
                _thing(law, rng, one.key, chance) for _ in range(rng.choice((0, 1, 1, 2, 3)))
            ]
    return made


def _establishable(law: ir.Law, kind: str) -> Iterator[tuple[str, Type]]:
    yield from dict.fromkeys((d.key, Basic.TRUTH) for d in law.definitions if d.kind == kind)
    yield from dict.fromkeys((q.key, q.type) for q in law.quantities if q.kind == kind)
    yield from ((d.key, d.type) for d in law.decisions if d.kind == kind)


def as_json(value: ir.Value) -> Json:
    """Return `value` as a case would write it."""
    match value:
        case Provision() | date():
            return str(value)
        case Fraction():
            decimal = value.denominator in {1, 2, 4, 5, 10}
            return f"{float(value)}" if decimal else str(value)
        case _:
            return value


# --- what a case may turn out to be -----------------------------------------------------


def completed(law: ir.Law, rng: Random, given: Case) -> Case | None:
    """Return a case with nothing missing that says all of `given` and respects the clauses.

    None if no such case was found: what is given already breaks a clause.
    """
    return _completed(law, rng, law.kinds[0].key, given)


def completed_days(law: ir.Law, rng: Random, given: dict[str, date]) -> dict[str, date]:
    """Return every day that `law` is asked for with, those of `given` as they are."""
    said = {one.key: one.value for one in law.parameters if one.value is not None}
    return {**days(law, rng, missing=0), **said, **given}


def _completed(law: ir.Law, rng: Random, kind: str, given: Case) -> Case | None:
    facts = completed_facts(law, rng, kind, given)
    if facts is None:
        return None
    made = {**given, **{key: as_json(value) for key, value in facts.items()}}
    for one in law.kinds:
        if one.parent != kind or one.field is None:
            continue
        group = given.get(one.field)
        if not isinstance(group, list):
            group = [{} for _ in range(rng.randint(0, 2))]
        full = [_completed(law, rng, one.key, m) for m in group if isinstance(m, dict)]
        made[one.field] = [m for m in full if m is not None]
        if None in full:
            return None
    return made


def completed_facts(
    law: ir.Law, rng: Random, kind: str, given: Case
) -> dict[str, ir.Value] | None:
    """Return a value for each fact of `kind` that `given` leaves open."""
    declared = [one for one in law.facts if one.kind == kind]
    clauses = [one for one in law.clauses if one.kind == kind]
    known = {key: value for key, value in given.items() if value is not None}
    finite = [one for one in declared if finite_values(one.type)]
    found = agreeing(rng, clauses, finite, known)
    if found is None:
        return None
    for one in declared:
        value = known.get(one.key)
        if one.type == Basic.PROVISION:
            found[one.key] = _to_the_point(rng, value or rng.choice(PROVISIONS))
        elif value is None and one.key not in found:
            found[one.key] = value_of(rng, one.type)
    return found


def _to_the_point(rng: Random, value: object) -> Provision:
    """Return a point of the provision `value`, which may be an article or a part."""
    record = provision(str(value))
    part = record.part or rng.choice(((1,), (2,), (3,), (3, 1)))
    return Provision(record.article, part, record.point or rng.choice(((1,), (2,), (4, 1))))


def agreeing(
    rng: Random,
    clauses: Sequence[ir.Clause],
    finite: Sequence[ir.FactDeclaration],
    known: Mapping[str, object],
) -> dict[str, ir.Value] | None:
    """Return values for the open ones of `finite` with which every clause holds."""
    for _ in range(60):
        tried: dict[str, ir.Value] = {
            one.key: rng.choice(finite_values(one.type))
            for one in finite
            if one.key not in known
        }
        every = {**known, **tried}
        if all(any(every[p.key] in p.values for p in c.literals) for c in clauses):
            return tried
    return None


def revealed(rng: Random, given: Case, full: Case) -> Case | None:
    """Return `given` with one more fact known, as `full` has it; None if nothing is missing."""
    options = list(_reveals(given, full))
    return rng.choice(options) if options else None


def _reveals(given: Case, full: Case) -> Iterator[Case]:
    for key, value in full.items():
        mine = given.get(key)
        if mine is None and isinstance(value, list):
            yield {**given, key: [{} for _ in value]}
        elif isinstance(mine, list) and isinstance(value, list):
            for place, (one, whole) in enumerate(zip(mine, value, strict=True)):
                assert isinstance(one, dict)
                assert isinstance(whole, dict)
                for more in _reveals(one, whole):
                    yield {**given, key: [*mine[:place], more, *mine[place + 1 :]]}
        elif mine != value:
            yield {**given, key: value}
