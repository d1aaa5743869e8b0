"""Limits that exclude each other are reported if this shows without a solver."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines

CHANGING = (
    "1. In force to 31 December 2024, the fee is 30 euro.\n"
    "1. In force from 1 January 2025, the fee is 5 euro.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        "1. The fine is the price, not more than 10 euro, not less than 20 euro.",
        "1. The fine is the price, not less than 20 euro and not more than 10 euro.",
        "1. The fine is the price, not more than 10 euro, rounded up to a whole euro, and not "
        "less than 20 euro.",
        "1. The fine is given by the row in which the delay falls, not more than 10 euro, not "
        "less than 20 euro:\n| up to 3 | 1 euro |\n| over 3 | 30 euro |",
    ],
)
def test_limits_that_no_amount_keeps_are_told(text: str) -> None:
    assert problem_lines(text) == ["L408 5"]


@pytest.mark.parametrize(
    "text",
    [
        "1. The fine is the price, not less than 10 euro, not more than 20 euro.",
        "1. The fine is the price, not less than 10 euro, not more than 10 euro.",
        "1. The fine is the price, not more than the price, not less than 20 euro.",
    ],
)
def test_limits_that_an_amount_may_keep_are_read(text: str) -> None:
    assert problem_lines(text) == []


def test_a_limit_is_followed_through_quantities() -> None:
    text = (
        "1. The fee is 5 euro.\n"
        "2. The fine is the price, not more than the fee, not less than 20 euro.\n"
    )

    assert problem_lines(text) == ["L408 6"]


def test_a_limit_is_followed_from_version_to_version() -> None:
    limited = "the fine is the price, not more than the fee, not less than 20 euro.\n"

    assert problem_lines(f"{CHANGING}2. T{limited[1:]}") == ["L408 7"]
    assert problem_lines(f"{CHANGING}2. In force to 31 December 2024, {limited}") == []


def test_a_limit_that_takes_the_place_of_the_amount_is_doubted() -> None:
    text = (
        "1. The fee is the price, not more than 5 euro.\n2. The fine is the fee, not less than "
    )

    assert problem_lines(f"{text}10 euro.") == ["L408 6"]
    assert problem_lines(f"{text}5 euro.") == []


def test_what_facts_may_be_is_open() -> None:
    text = (
        "1. The fee is the price multiplied by the delay.\n"
        "2. The fine is the fee, not less than 10 euro.\n"
    )

    assert problem_lines(text) == []
