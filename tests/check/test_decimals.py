"""Decimals that a sum of money or a whole number does not have are doubted."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines
from tests.lower.texts import compiled

ROWS = (
    "1. The fine is given by the row in which the {noun} falls:\n"
    "| up to {bound} | {value} |\n| over {bound} | 2 euro |"
)


@pytest.mark.parametrize(
    "text",
    [
        "1. The fee is 1.000 euro.",
        "1. The fee is 1.0000 euro.",
        "1. A fine of 1.000 euro is due for a loan that is of a lost book.",
        "1. A fine of 1 euro is due for a loan if the price is more than 1.000 euro.",
        "1. A fine of 1 euro is due for a loan if the delay is more than 1.000.",
        "1. A reader who earns 1.000 euro or more may take more books.",
    ],
)
def test_a_number_that_may_be_a_thousand_is_doubted(text: str) -> None:
    assert problem_lines(text) == ["L115 5"]


@pytest.mark.parametrize(
    "text",
    [
        "1. The fee is 1 000 euro.",
        "1. The fee is 1 000.50 euro.",
        "1. The fee is 1.50 euro.",
        "1. The score is 1.000.",
        "1. The rate is 12.125 per cent.",
    ],
)
def test_decimals_that_there_can_be_are_not(text: str) -> None:
    assert problem_lines(text) == []


def test_bounds_and_values_of_a_table_are_looked_at() -> None:
    assert problem_lines(ROWS.format(noun="price", bound="10.000", value="1.500 euro")) == [
        "L115 6",
        "L115 6",
        "L115 7",
    ]


def test_both_readings_are_named() -> None:
    (told,) = compiled("1. The fee is 1.000 euro.").problems[:1]

    assert told.message == "`1.000` is read as 1 here; it may be meant as 1 000"
    assert told.help == "write `1 000` for the larger number, `1` for the smaller one"
