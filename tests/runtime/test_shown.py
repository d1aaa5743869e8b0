"""Values as reasoning trees show them."""

from __future__ import annotations

from fractions import Fraction

from lawc.runtime.reasons import shown
from lawc.runtime.values import provision


def test_a_part_of_something_is_a_fraction() -> None:
    assert shown(Fraction(1, 2), fraction=True) == "1/2"


def test_a_whole_number_is_an_integer() -> None:
    assert shown(Fraction(1500), fraction=False) == 1500


def test_an_amount_that_is_not_whole_is_an_exact_decimal() -> None:
    assert shown(Fraction("-0.05"), fraction=False) == "-0.05"


def test_a_number_without_an_exact_decimal_stays_a_fraction() -> None:
    assert shown(Fraction(1, 3), fraction=False) == "1/3"


def test_a_provision_is_shown_as_it_is_cited() -> None:
    assert shown(provision("190(3)(2)"), fraction=False) == "190(3)(2)"
