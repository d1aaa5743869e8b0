"""The act on household benefits: it has no problems, and by hand and generated agree on it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from benchmarks.household.agreeing import ACT, benefits_package, disagreements
from benchmarks.household.cases import PAYMENT_DAY, some_cases
from tests.benchmarks.interpreted import differing_cases

from lawc.diagnostics.model import Severity
from lawc.pipeline import compile_path


@pytest.fixture(scope="module")
def benefits(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return benefits_package(tmp_path_factory.mktemp("household"))


def first_disagreement(benefits: Any, number: int, payment_day: date, law_day: date) -> object:
    cases = some_cases(payment_day.toordinal(), number)
    households = map(benefits.Household.from_dict, cases)
    return next(disagreements(benefits, households, payment_day, law_day), None)


def test_the_act_on_household_benefits_has_no_problems() -> None:
    problems = compile_path(ACT).problems

    assert [one.message for one in problems if one.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    ("payment_day", "law_day"),
    [
        (PAYMENT_DAY, PAYMENT_DAY),
        (date(2025, 3, 1), date(2025, 3, 31)),
        (date(2024, 2, 29), date(2024, 3, 31)),
        (date(2023, 5, 31), date(2023, 1, 1)),
    ],
)
def test_the_package_decides_households_as_the_function_by_hand(
    benefits: Any, payment_day: date, law_day: date
) -> None:
    assert first_disagreement(benefits, 150, payment_day, law_day) is None


@pytest.mark.slow
def test_the_package_decides_many_households_as_the_function_by_hand(benefits: Any) -> None:
    assert first_disagreement(benefits, 10_000, PAYMENT_DAY, PAYMENT_DAY) is None


@pytest.mark.parametrize("missing", [0, 0.1, 0.5])
def test_the_package_says_of_households_what_the_interpreter_says(
    benefits: Any, missing: float
) -> None:
    law = compile_path(ACT).law
    assert law is not None
    cases = some_cases(5, 8, missing=missing)
    days = {"payment_day": PAYMENT_DAY, "law_day": PAYMENT_DAY}

    assert list(differing_cases(law, benefits, benefits.Household, cases, days)) == []


def test_so_it_does_where_a_day_or_the_children_are_not_known(benefits: Any) -> None:
    law = compile_path(ACT).law
    assert law is not None
    cases = some_cases(6, 4)
    del cases[0]["children"]

    for days in ({"law_day": PAYMENT_DAY}, {"payment_day": PAYMENT_DAY}, {}):
        assert list(differing_cases(law, benefits, benefits.Household, cases, days)) == []


def test_an_answer_that_differs_is_a_disagreement(benefits: Any) -> None:
    (case,) = some_cases(1, 1)
    household = benefits.Household.from_dict({**case, "lives_in_the_country": True})
    other = benefits.Household.from_dict({**case, "lives_in_the_country": False})

    class Deceived:
        @staticmethod
        def decide(_: object, **days: date) -> Any:
            return benefits.decide(other, **days)

    assert list(disagreements(Deceived, [household], PAYMENT_DAY, PAYMENT_DAY)) != []


def test_the_same_seed_gives_the_same_households() -> None:
    assert some_cases(3, 20) == some_cases(3, 20)
    assert some_cases(3, 20) != some_cases(4, 20)


def test_facts_are_missing_at_the_rate_that_was_asked_for() -> None:
    whole, holes = some_cases(3, 300), some_cases(3, 300, missing=0.2)

    facts = [
        sum(len(case) + sum(map(len, case["children"])) for case in s) for s in (whole, holes)
    ]
    assert 0.75 < facts[1] / facts[0] < 0.85
