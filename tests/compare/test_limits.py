"""Comparisons keep to what the vocabulary says that facts can be."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.written import law

from lawc.compare.interface import Step
from lawc.compare.levels import Level
from lawc.compare.report import Compared, compare

TAX = """
fact person.income: money EUR{}
  en noun "the income" ask "Which income?"
decision person.pay: money EUR
  more is better
  en noun "the payment"
"""
PAYMENT = (
    "Article 1. Payments\n\nThe payment is the income multiplied by {} per cent, rounded to "
    "the nearest cent, if the person lives in the town.\n"
)


def rates(limit: str) -> Compared:
    """Return the comparison of ten per cent with nine, of incomes within a limit."""
    words = TAX.format(limit)
    return compare(law(PAYMENT.format(10), words), law(PAYMENT.format(9), words))


def test_a_lower_rate_of_what_is_never_negative_is_narrower() -> None:
    made = rates(" at least 0")

    assert (made.level, made.proved) == (Level.NARROWER, True)


def test_without_a_limit_a_lower_rate_is_better_for_who_has_less_than_nothing() -> None:
    assert rates("").level is Level.MIXED


def test_a_rate_of_what_is_always_nothing_changes_for_nobody() -> None:
    made = rates(" at least 0 at most 0")

    assert not made.touched
    assert made.proved


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("", " at least 0", Step.MAJOR),
        (" at least 0", "", Step.MINOR),
        (" at least 1", " at least 0", Step.MINOR),
        (" at most 5", " at most 4", Step.MAJOR),
    ],
)
def test_a_limit_that_changes_is_told_to_programs(old: str, new: str, step: Step) -> None:
    text = PAYMENT.format(10)
    made = compare(law(text, TAX.format(old)), law(text, TAX.format(new)))

    assert made.level is Level.INTERFACE
    assert [one.step for one in made.interface] == [step]
