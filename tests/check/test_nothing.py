"""A term that may have no value is reported if the law does not say what then holds."""

from __future__ import annotations

import pytest
from tests.written_law import problem_lines

PLUS = "the amount due is the income plus the fee."
FEE = ["L406 `the fee` may have no value, and then this amount has none"]


def numbered(*sentences: str) -> str:
    return "\n".join(f"{n}. {one[0].upper()}{one[1:]}" for n, one in enumerate(sentences, 1))


@pytest.mark.parametrize(
    "sentences",
    [
        ("the fee is 5 euro, if the person is old.", PLUS),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the income less the fee.",
        ),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the income, not more than the fee.",
        ),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the larger of the income and the fee.",
        ),
        (
            "the fee is 5 euro, if the person is old.",
            "the fee is 6 euro, if the person is ill.",
            PLUS,
        ),
        (
            "the fee is 5 euro, if the number of points is less than 5.",
            "the fee is 7 euro, if the number of points is more than 5.",
            PLUS,
        ),
        ("in force from 1 January 2025, the fee is 5 euro.", PLUS),
        (
            "the fee is 5 euro.",
            PLUS,
            "paragraph 1 of this Article does not apply to a person if the person is old.",
        ),
    ],
)
def test_a_term_that_may_have_no_value(sentences: tuple[str, ...]) -> None:
    assert problem_lines(numbered(*sentences)) == FEE


def test_a_term_of_each_member_that_may_have_none() -> None:
    text = numbered(
        "a grant of 7 euro is paid for a child who is good.",
        "the amount due is the sum of the grant of each of the children.",
    )

    assert problem_lines(text) == [
        "L406 `the grant` may have no value, and then this amount has none"
    ]


@pytest.mark.parametrize(
    "sentences",
    [
        ("the fee is 5 euro.", PLUS),
        (
            "the fee is 5 euro, if the person is old.",
            "the fee is 6 euro, if the person is not old.",
            PLUS,
        ),
        (
            "the fee is 5 euro, if the number of points is less than 5.",
            "the fee is 7 euro, if the number of points is at least 5.",
            PLUS,
        ),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the income plus the fee, if any.",
        ),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the larger of the fee, if any, and the income.",
        ),
        ("the fee is 5 euro, if the person is old.", "the amount due is the fee."),
        (
            "the fee is 5 euro, if the person is old.",
            "the amount due is the fee, not more than 3 euro.",
        ),
        (
            "the fee is 5 euro, if the tax is more than 3 euro.",
            "the fee is 6 euro, if it is not the case that the tax is more than 3 euro.",
            "the tax is the income.",
            PLUS,
        ),
        ("the tax is the income plus 5 euro.", "the amount due is the income plus the tax."),
    ],
)
def test_a_term_that_has_a_value_or_of_which_it_is_said(sentences: tuple[str, ...]) -> None:
    assert problem_lines(numbered(*sentences)) == []


def test_a_condition_on_what_may_be_nothing_covers_nothing() -> None:
    text = numbered(
        "the fee is 5 euro, if the person is old.",
        "the amount due is 1 euro, if the fee is more than 3 euro.",
        "the amount due is 2 euro, if the fee is not more than 3 euro.",
        "the tax is the income plus the amount due.",
    )

    assert problem_lines(text) == [
        "L406 `the amount due` may have no value, and then this amount has none"
    ]


def test_a_sentence_that_is_not_read_is_told_alone() -> None:
    text = numbered(
        "the fee is 5 euro, unles the person is old.",
        "the fee is 6 euro, if the person is old.",
        PLUS,
    )

    assert [one[:4] for one in problem_lines(text)] == ["L101"]
