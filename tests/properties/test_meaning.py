"""Properties of every law and every case, tried on random ones.

| test | in words |
| --- | --- |
| total | no well-typed law and case raises an exception |
| monotone | a fact more never changes an answer that is settled |
| sound | a settled answer is the answer of everything the missing facts may turn out to be |
| needed | facts are asked for if and only if the answer is open |
| complete | nothing is open where nothing is missing |
| certain | three-valued reading and the trial of cases never disagree |
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from tests.differential.law_cases import Case, completed, completed_days, revealed
from tests.differential.laws import Sample, samples
from tests.sampling import some

from lawc.ir import nodes as ir
from lawc.meaning.answers import Answer, answer
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import UNKNOWN, Result
from lawc.meaning.world import World

asked = settings(max_examples=some(60))
Answers = dict[tuple[str, str], Answer]
Read = dict[tuple[str, str], Result]


def things(thing: Thing) -> Iterator[Thing]:
    """Yield `thing` and everything below it."""
    yield thing
    for group in thing.members.values():
        for one in group:
            yield from things(one)


def thing_of(law: ir.Law, case: Case) -> Thing:
    """Return the case as the interpreter takes it."""
    found = read_case(law, case)
    assert isinstance(found, Thing), found
    return found


def answered(law: ir.Law, case: Case, days: dict[str, date]) -> Answers:
    """Return every answer about every thing of the case, by its path and decision."""
    world = World(law, days)
    return {
        (thing.path, decision.key): answer(world, decision, thing)
        for thing in things(thing_of(law, case))
        for decision in law.decisions
        if decision.kind == thing.kind
    }


def decided(law: ir.Law, case: Case, days: dict[str, date]) -> Read:
    """Return the answers of three-valued reading alone, in the form of `answered`."""
    world = World(law, days)
    return {
        (thing.path, decision.key): decide(world, decision, thing)
        for thing in things(thing_of(law, case))
        for decision in law.decisions
        if decision.kind == thing.kind
    }


@asked
@given(samples)
def test_facts_are_needed_exactly_where_an_answer_is_open(sample: Sample) -> None:
    for one in answered(sample.law, sample.case, sample.days).values():
        assert bool(one.needed) == (one.value is UNKNOWN)


@asked
@given(samples)
def test_needed_facts_are_named_once(sample: Sample) -> None:
    for one in answered(sample.law, sample.case, sample.days).values():
        assert len(one.needed) == len(set(one.needed))


@asked
@given(samples)
def test_provisions_cited_are_elements_in_the_order_of_the_law(sample: Sample) -> None:
    order = [element.citation for element in sample.law.elements]
    for one in answered(sample.law, sample.case, sample.days).values():
        assert list(one.provisions) == [c for c in order if c in one.provisions]


@asked
@given(samples)
def test_a_settled_answer_is_that_of_every_completion(sample: Sample) -> None:
    before = answered(sample.law, sample.case, sample.days)
    for _ in range(5):
        full = completed(sample.law, sample.rng, sample.case)
        if full is None:
            return
        days = completed_days(sample.law, sample.rng, sample.days)
        after = answered(sample.law, full, days)
        for place, one in before.items():
            assert one.value in {UNKNOWN, after[place].value}


@asked
@given(samples)
def test_nothing_is_open_where_nothing_is_missing(sample: Sample) -> None:
    full = completed(sample.law, sample.rng, sample.case)
    days = completed_days(sample.law, sample.rng, sample.days)
    for one in answered(sample.law, full, days).values() if full else ():
        assert one.value is not UNKNOWN


@asked
@given(samples)
def test_a_fact_more_never_changes_a_settled_answer(sample: Sample) -> None:
    full = completed(sample.law, sample.rng, sample.case)
    known = sample.case
    if full is None:
        return
    before = answered(sample.law, sample.case, sample.days)
    read_before = decided(sample.law, sample.case, sample.days)
    while more := revealed(sample.rng, known, full):
        known = more
        after = answered(sample.law, known, sample.days)
        read_after = decided(sample.law, known, sample.days)
        for place, one in before.items():
            assert one.value in {UNKNOWN, after[place].value}
            assert read_before[place] in {UNKNOWN, read_after[place]}
        before, read_before = after, read_after


@asked
@given(samples)
def test_trying_cases_only_settles_what_is_open(sample: Sample) -> None:
    found = answered(sample.law, sample.case, sample.days)
    for place, made in decided(sample.law, sample.case, sample.days).items():
        assert made in {UNKNOWN, found[place].value}


@asked
@given(samples)
def test_the_same_question_has_the_same_answer(sample: Sample) -> None:
    first = answered(sample.law, sample.case, sample.days)

    assert first == answered(sample.law, sample.case, sample.days)
