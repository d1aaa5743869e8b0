"""Properties of the random laws and cases that every backend is tried with."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.differential.laws import Sample, sample, samples, seeds
from tests.sampling import some

from lawc.ir.verify import verify
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case

words = st.text('ab1-/.("', max_size=6)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | words,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(words, inner, max_size=2),
    max_leaves=4,
)
keys = st.sampled_from(("person_truth", "person_date", "person_provision", "offences"))
anything = st.dictionaries(keys | words, json_values, max_size=4)
asked = settings(max_examples=some(100))


@asked
@given(samples)
def test_random_laws_can_be_asked(one: Sample) -> None:
    assert verify(one.law) == ()


@asked
@given(samples)
def test_random_cases_can_be_read(one: Sample) -> None:
    assert isinstance(read_case(one.law, json.loads(json.dumps(one.case))), Thing)


@asked
@given(seeds)
def test_a_seed_replays_its_sample(seed: int) -> None:
    assert sample(seed) == sample(seed)


@asked
@given(samples, anything)
def test_whatever_a_case_says_is_read_or_named(one: Sample, case: object) -> None:
    found = read_case(one.law, case)

    assert isinstance(found, Thing) or all(str(problem) for problem in found)
