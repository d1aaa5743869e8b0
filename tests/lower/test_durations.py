"""Periods as facts: a term of 30 months, compared with years, months and days."""

from __future__ import annotations

import pytest
from tests.written_law import decided, problem_lines

MORE = """
fact person.term: number of months
  en noun "the term"
fact person.served: number of days
  en noun "the time served"
a month has 30 days
"""
COMPARED = [
    ("the term exceeds two years", 24, False),
    ("the term exceeds two years", 25, True),
    ("the term is at least 30 months", 30, True),
    ("the term is less than three years", 36, False),
    ("the term is more than 90 days", 3, False),
    ("the term is more than 89 days", 3, True),
]


@pytest.mark.parametrize(("said", "months", "truth"), COMPARED)
def test_a_term_is_compared_with_a_period(said: str, months: int, truth: bool) -> None:
    text = f"1. A person is entitled to a card if {said}."

    assert decided(text, [{"term": months}], MORE)[0]["card"] is truth


REFUSED = {
    "the term is at least 30": "compares a period with what is none",
    "the term is more than the time served": "counted otherwise",
    "the number of points exceeds two years": "is no period",
    "the time served exceeds two years": "how many days a year has",
}


@pytest.mark.parametrize("said", REFUSED)
def test_units_of_time_are_not_mixed(said: str) -> None:
    found = problem_lines(f"1. A person is entitled to a card if {said}.", MORE)

    assert any(REFUSED[said] in line for line in found), found
