"""Arithmetic in fewer steps gives what the steps give one by one."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from lawc.runtime.values import (
    added,
    round_down,
    round_nearest,
    round_up,
    share_down,
    share_nearest,
    share_up,
)

NUMBERS = st.one_of(st.integers(-1000, 1000), st.fractions(-1000, 1000, max_denominator=60))
UNITS = st.sampled_from([1, 5, Fraction(1, 100), Fraction(1, 2), Fraction(5, 3)])


@given(NUMBERS, NUMBERS, UNITS)
def test_a_share_is_the_product_rounded(
    amount: Fraction, share: Fraction, unit: Fraction
) -> None:
    product = amount * share

    assert share_down(amount, share, unit) == round_down(product, unit)
    assert share_nearest(amount, share, unit) == round_nearest(product, unit)
    assert share_up(amount, share) == round_up(product, Fraction(1))


@given(st.lists(NUMBERS))
def test_terms_brought_to_one_denominator_have_the_same_sum(terms: list[Fraction]) -> None:
    assert added(*terms) == sum(terms)
