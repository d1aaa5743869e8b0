"""Columns of provisions: whether each holds, applies, and what displaces it."""

from __future__ import annotations

import itertools
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential import laws
from tests.differential.law_cases import case, days
from tests.differential.law_crossings import crossed
from tests.exam.persons import random_persons
from tests.sampling import some
from tests.written_law import law as written

pytest.importorskip("polars")

from tests.backends.relational.citing import compare

from lawc.backends.relational.facts import Tables
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.pipeline import compile_path

CASES = 20
STATUTES = Path(__file__).parents[3] / "statutes"


def check(law: ir.Law, rng: Random, folder: Path) -> None:
    try:
        compare(law, [case(law, rng) for _ in range(CASES)], days(law, rng), folder)
    except TooLargeError:
        return  # its numbers are refused: see `test_values`


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(20))
def test_random_laws(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed replays the law and its cases
    check(laws.law(rng, excluding=seed % 2 == 0), rng, tmp_path)


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(15))
def test_random_laws_with_versions_and_lists(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    check(crossed(laws.law(rng, excluding=seed % 2 == 0), rng), rng, tmp_path)


def test_the_amnesty_law(tmp_path: Path) -> None:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    persons = list(itertools.islice(random_persons(12, some(300)), some(300)))

    assert compare(law, persons, {}, tmp_path) > 10 * len(persons)


def test_points_of_a_definition_and_of_an_amount_have_columns(tmp_path: Path) -> None:
    text = (
        "1. In this Act, a weak person means any of the following:\n"
        "   1) a person who is old;\n"
        "   2) a person who is ill.\n"
        "2. A weak person is entitled to a card.\n"
        "3. Paragraph 2 of this Article does not apply to a person if the person is resident.\n"
    )
    law = written(text)
    tables = Tables({kind.key: {} for kind in law.kinds}, {})
    provisions = {
        each.citation: each for each in relations_of(law, tables, provisions=True).provisions
    }

    assert list(provisions) == ["1(1)", "1(1)(1)", "1(1)(2)", "1(2)", "1(3)"]
    assert [of for of, _ in provisions["1(2)"].displaced] == ["1(3)"]
    assert provisions["1(1)(1)"].holds == provisions["1(1)(1)"].applies
    cases = [
        {"old": old, "resident": resident}
        for old in (True, False, None)
        for resident in (True, None)
    ]
    assert compare(law, cases, {}, tmp_path) > 0


def test_no_columns_unless_they_are_wanted() -> None:
    law = written("1. The fee is 5 euro, if the person is old.")
    tables = Tables({kind.key: {} for kind in law.kinds}, {})

    assert relations_of(law, tables).provisions == ()
