"""Habits of engines that make a law say something else: each as a case of the law."""

from __future__ import annotations

import itertools
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.written_law import law

pytest.importorskip("polars")

from tests.backends.relational.agreeing import compare

from lawc.backends.relational import values as v
from lawc.backends.relational.evaluating import evaluated
from lawc.backends.relational.terms import Column
from lawc.backends.relational.values import TooLargeError
from lawc.runtime.logic import rounded

DAY = date(2025, 7, 5)


def agree(
    text: str, *cases: dict[str, Any], folder: Path, more: str = "", day: date = DAY
) -> None:
    """Check that tables say of cases what the slots of the package say."""
    assert compare(law(text, more), cases, {"law_day": day}, folder) >= len(cases)


def test_a_member_of_whom_a_fact_is_unknown_is_not_skipped(tmp_path: Path) -> None:
    text = "1. A person is entitled to a card if at least one of the children is good."
    lists: list[list[dict[str, Any]]] = [
        [{"good": good} for good in several]
        for number in range(3)
        for several in itertools.product((True, False, None), repeat=number)
    ]

    agree(text, *[{"children": children} for children in lists], folder=tmp_path)


@pytest.mark.parametrize("least", ["two", "three"])
def test_of_at_least_so_many_members_the_unknown_ones_count_as_possible(
    least: str, tmp_path: Path
) -> None:
    text = f"1. A person is entitled to a card if at least {least} of the children are good."
    lists = itertools.product((True, False, None), repeat=3)

    agree(
        text,
        *[{"children": [{"good": good} for good in several]} for several in lists],
        folder=tmp_path,
    )


def test_a_list_that_is_unknown_is_not_empty(tmp_path: Path) -> None:
    text = (
        "1. A person is entitled to a card if at least one of the children is good.\n"
        "2. The fee is 5 euro, if the person is entitled to a card.\n"
    )

    agree(text, {}, {"children": []}, {"children": [{}]}, folder=tmp_path)


def test_a_person_without_members_keeps_a_row(tmp_path: Path) -> None:
    text = "1. The fee is the sum of the child's value of each of the children."

    agree(text, {"children": []}, {"children": [{"value": 3}]}, folder=tmp_path)


def test_the_larger_of_an_unknown_amount_and_another_is_unknown(tmp_path: Path) -> None:
    text = "1. The fee is the larger of the income and 5 euro."

    agree(text, {"income": 3}, {"income": 8}, {}, folder=tmp_path)


@pytest.mark.parametrize("share", ["7/100", "2/3", "1/6"])
def test_shares_are_exact_before_they_are_rounded(share: str, tmp_path: Path) -> None:
    text = "1. The fee is the income multiplied by the share, rounded up to a whole euro."
    cases = [{"income": income, "share": share} for income in range(0, 2_000, 37)]

    agree(text, *cases, {"income": "0.01", "share": share}, folder=tmp_path)


@pytest.mark.parametrize(
    "way", ["down to a whole euro", "up to a whole euro", "to the nearest euro"]
)
def test_amounts_below_zero_are_rounded_as_the_law_says(way: str, tmp_path: Path) -> None:
    text = f"1. The fee is 1 euro less the income, rounded {way}."
    cases = [{"income": f"{n}.{cents}"} for n in range(4) for cents in ("00", "49", "50", "51")]

    agree(text, *cases, folder=tmp_path)


def test_an_amount_that_nobody_has_is_nothing_and_not_unknown(tmp_path: Path) -> None:
    text = (
        "1. The fee is 5 euro, if the person is old.\n"
        "2. The amount due is the fee plus the income.\n"
        "3. A person is entitled to a card if the amount due is less than 9 euro.\n"
    )
    cases = [
        {"old": old, "income": income} for old in (True, False, None) for income in (1, None)
    ]

    agree(text, *cases, folder=tmp_path)


def test_numbers_that_may_not_fit_are_refused_and_not_wrapped() -> None:
    large = v.number(Column("n"), 0, 2**40)

    with pytest.raises(TooLargeError):
        v.multiplied([large, large])


@pytest.mark.parametrize("direction", ["up", "down", "nearest"])
@pytest.mark.parametrize("unit", [Fraction(1), Fraction(1, 20), Fraction(10), Fraction(2, 3)])
def test_a_rounded_number_is_what_the_runtime_makes_of_it(
    direction: str, unit: Fraction
) -> None:
    value = v.rounded(v.number(Column("n"), -400, 400, of=6), direction, unit)

    for numerator in range(-400, 401):
        made = evaluated(value.term, {"n": numerator})
        assert isinstance(made, int)
        assert Fraction(made, value.of) == rounded(Fraction(numerator, 6), direction, unit)
        assert value.low is not None
        assert value.low <= made <= value.high
