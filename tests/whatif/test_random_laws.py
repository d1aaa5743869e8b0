"""Random laws and cases: claims about changes hold in the cases that may come about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from tests.differential.law_cases import Case, completed
from tests.differential.law_values import finite_values, value_of
from tests.differential.laws import Sample, sample, samples
from tests.sampling import some

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.explain import plain
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import CONTRADICTION, UNKNOWN, Result
from lawc.meaning.world import World, below, possible, trying
from lawc.whatif.changes import Changes, changes
from lawc.whatif.opened import open_answer

Tried = dict[tuple[str, str], ir.Value]


def things(law: ir.Law, case: Case) -> tuple[Thing, ...]:
    """Return the things in a case, in order; none if it cannot be read."""
    found = read_case(law, case)
    return tuple(below(found)) if isinstance(found, Thing) else ()


def completions(one: Sample, number: int) -> Iterator[Case]:
    """Yield cases in which nothing is missing, as the case may turn out to be."""
    for _ in range(number):
        full = completed(one.law, one.rng, one.case)
        if full is not None:
            yield full


def check_open(one: Sample) -> int:
    """Check the claims about open answers; return how many of them were certain."""
    world, certain = World(one.law, one.days), 0
    told = [
        (place, thing, decision, found)
        for place, thing in enumerate(things(one.law, one.case))
        for decision in one.law.decisions
        if decision.kind == thing.kind
        and (found := open_answer(world, decision, thing, most=60)) is not None
    ]
    for full in completions(one, 8) if told else ():
        for _, thing, decision, found in told:
            if not found.complete:
                continue
            same = [other for other in things(one.law, full) if other.path == thing.path]
            made = answer(world, decision, same[0]).value
            assert made in found.outcomes, (one.seed, thing.path, decision.key)
            certain += len(found.outcomes) == 1
            for fact in found.missing:
                if fact.matters is False:
                    declared, owner = fact.place.declared, fact.place.owner
                    value = value_of(one.rng, declared.type)
                    other = trying(world, {(owner.path, declared.key): value})
                    if declared.type is not Basic.PROVISION and possible(other, _root(same[0])):
                        assert answer(other, decision, same[0]).value == made, one.seed
    return certain


def changeable(law: ir.Law, rng: Random) -> ir.Law:
    """Return `law` with most of its facts declared as changeable."""
    return replace(law, facts=tuple(_changeable(one, rng) for one in law.facts))


def _changeable(one: ir.FactDeclaration, rng: Random) -> ir.FactDeclaration:
    values = finite_values(one.type)
    if one.type is Basic.PROVISION or rng.random() < 0.4:
        return one
    if values:
        some = tuple(v for v in values if rng.random() < 0.7) or (values[0],)
        return replace(one, becoming=ir.Becoming(some, None))
    return replace(one, becoming=ir.Becoming((), rng.choice(tuple(ir.Direction))))


def another(law: ir.Law, world: World, thing: Thing, rng: Random, size: int) -> Tried | None:
    """Return a change of `size` facts of things in the case that can come about."""
    places = [
        (one, declared)
        for one in below(_root(thing))
        for declared in law.facts
        if declared.kind == one.kind and declared.becoming is not None
    ]
    if len(places) < size:
        return None
    tried: Tried = {}
    for owner, declared in rng.sample(places, size):
        known = owner.facts.get(declared.key, UNKNOWN)
        becoming = declared.becoming
        assert becoming is not None
        value = rng.choice(becoming.values) if becoming.values else value_of(rng, declared.type)
        if value == known or not _allowed(becoming.direction, known, value):
            return None
        tried[owner.path, declared.key] = value
    return tried if possible(trying(world, tried), _root(thing)) else None


def _allowed(direction: ir.Direction | None, known: Result, value: ir.Value) -> bool:
    if direction in (None, ir.Direction.ANY):
        return True
    if known is UNKNOWN:
        return False
    more = value > known  # type: ignore[operator]
    return more is (direction is ir.Direction.MORE)


def _root(thing: Thing) -> Thing:
    return thing if thing.parent is None else _root(thing.parent)


def check_changes(one: Sample) -> int:
    """Check the changes for each thing; return how many were found."""
    law = changeable(one.law, Random(one.seed))  # noqa: S311 - to be replayed
    world, number = World(law, one.days), 0
    for thing in things(law, one.case):
        decisions = [each for each in law.decisions if each.kind == thing.kind]
        before = {each.key: answer(world, each, thing).value for each in decisions}
        found = changes(world, thing, trials=200)
        number += len(found.smallest)
        _check_found(law, one, thing, found, before)
        smallest: dict[tuple[str, Result], int] = {}
        for change in found.smallest:  # the smallest first
            for each in change.decisions:
                now = answer(change.world, each, thing).value
                smallest.setdefault((each.key, now), len(change.facts))
        sure = {each.key for each, certain in found.same if certain}
        for size in (1, 1, 1, 2, 2, 3):
            tried = another(law, world, thing, one.rng, size)
            for each in decisions if tried else ():
                made = answer(trying(world, tried or {}), each, thing).value
                if made in (before[each.key], UNKNOWN, CONTRADICTION):
                    continue
                if before[each.key] is UNKNOWN:
                    continue
                assert each.key not in sure, (one.seed, thing.path, each.key, tried)
                if not found.partly:
                    told = smallest.get((each.key, made), 0)
                    assert told <= size, (one.seed, each.key, tried)
    return number


def _check_found(
    law: ir.Law, one: Sample, thing: Thing, found: Changes, before: dict[str, Result]
) -> None:
    """Check, in a case written anew, that a change gives the answers it claims."""
    world = World(law, one.days)
    for change in found.smallest:
        assert change.decisions
        written = _with_changes(one.case, "", change.facts, law)
        again = next(each for each in things(law, written) if each.path == thing.path)
        for each in change.decisions:
            made = answer(world, each, again).value
            assert made == answer(change.world, each, thing).value
            assert made != before[each.key]


def _with_changes(case: Case, path: str, facts: object, law: ir.Law) -> Case:
    made = dict(case)
    for one in facts:  # type: ignore[attr-defined]
        if one.place.owner.path == path:
            made[one.place.declared.key] = plain(one.after, one.place.declared.type)
    for kind in law.kinds:
        group = made.get(kind.field or "")
        if isinstance(group, list):
            inside = f"{path}." if path else ""
            made[kind.field or ""] = [
                _with_changes(each, f"{inside}{kind.field}[{place}]", facts, law)  # type: ignore[arg-type]
                for place, each in enumerate(group)
            ]
    return made


@settings(max_examples=some(40))
@given(samples)
def test_an_open_answer_turns_out_to_be_one_that_was_told(one: Sample) -> None:
    check_open(one)


@settings(max_examples=some(40))
@given(samples)
def test_a_change_is_confirmed_and_no_smaller_one_is_missed(one: Sample) -> None:
    check_changes(one)


@pytest.mark.slow
def test_laws_by_number() -> None:
    """The laws of 40 numbers; of 160 with `pytest --samples 4`."""
    assert sum(check_open(sample(seed)) for seed in range(some(40))) > 0
    assert sum(check_changes(sample(seed)) for seed in range(some(40))) > 0
