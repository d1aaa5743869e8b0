"""Tables of cases, computed by each engine, against the slots of the package: one meaning."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential import laws
from tests.differential.law_cases import case, days
from tests.differential.law_crossings import crossed
from tests.exam.persons import random_persons
from tests.sampling import some

from lawc.ir import nodes as ir

pytest.importorskip("polars")

from tests.backends.relational.agreeing import compare

from lawc.backends.relational.values import TooLargeError
from lawc.pipeline import compile_path

CASES = 20
STATUTES = Path(__file__).parents[3] / "statutes"


def check(law: ir.Law, rng: Random, folder: Path) -> None:
    try:
        compare(law, [case(law, rng) for _ in range(CASES)], days(law, rng), folder)
    except TooLargeError:
        return  # its numbers are refused: see `test_values`


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(25))
def test_random_laws(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed replays the law and its cases
    check(laws.law(rng), rng, tmp_path)


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(20))
def test_random_laws_with_versions_and_lists(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311
    check(crossed(laws.law(rng, excluding=seed % 2 == 0), rng), rng, tmp_path)


def test_the_amnesty_law(tmp_path: Path) -> None:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    persons = list(itertools.islice(random_persons(11, some(1_000)), some(1_000)))

    assert compare(law, persons, {}, tmp_path) > len(persons)


def test_the_family_allowance(tmp_path: Path) -> None:
    law = compile_path(STATUTES / "example/family-allowance").law
    assert law is not None
    rng = Random(4)  # noqa: S311
    cases = [case(law, rng) for _ in range(some(500))]

    for day in (date(2023, 12, 31), date(2024, 12, 31), date(2025, 2, 28)):
        compare(law, cases, {"payment_day": day, "law_day": day}, tmp_path)
