"""The larger and the smaller of two amounts, decided by the interpreter and by packages."""

from __future__ import annotations

import pytest
from tests.written_law import decided

from lawc.meaning.truth import NOTHING, UNKNOWN

FEE = "1. The fee is 5 euro, if the person is old.\n"


def due(said: str, case: dict[str, object]) -> object:
    (found,) = decided(f"{FEE}2. The amount due is {said}.", [case])
    return found["due"]


@pytest.mark.parametrize(
    ("said", "income", "value"),
    [
        ("the larger of the income and 7 euro", 3, 7),
        ("the larger of the income and 7 euro", 7, 7),
        ("the larger of 7 euro and the income", 9, 9),
        ("the smaller of the income and 7 euro", 3, 3),
        ("the smaller of 7 euro and the income", 9, 7),
        ("the larger of the income and 7 euro", None, UNKNOWN),
        ("the larger of the income and 7 euro, not more than 8 euro", 9, 8),
        ("the smaller of the income and 7.50 euro, rounded up to a whole euro", 9, 8),
    ],
)
def test_of_two_amounts(said: str, income: int | None, value: object) -> None:
    assert due(said, {"income": income, "old": True}) == value


@pytest.mark.parametrize(
    ("said", "old", "value"),
    [
        ("the larger of the income and the fee", True, 5),
        ("the larger of the income and the fee", False, NOTHING),
        ("the larger of the income and the fee", None, UNKNOWN),
        ("the larger of the income and the fee, if any", False, 3),
        ("the smaller of the fee, if any, and the income", False, 0),
    ],
)
def test_of_two_amounts_of_which_one_may_be_nothing(
    said: str, old: bool | None, value: object
) -> None:
    assert due(said, {"income": 3, "old": old}) == value
