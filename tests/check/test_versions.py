"""Versions of provisions are checked for gaps and overlaps, as those of quantities are."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines

FINE = "1. In force to 31 December 2024, {}\n1. In force from {} January 2025, {}\n"
SAYINGS = (
    ("the fine is 1 euro.", "the fine is 2 euro."),
    ("a reader who is a member may take more books.", "a pupil may take more books."),
    (
        "a fine of 1 euro is due for a loan if any of the following applies:\n"
        "   1) the loan is of a lost book; or\n   2) the loan is more than 3 days late.",
        "a fine of 2 euro is due for a loan that is of a lost book.",
    ),
)


@pytest.mark.parametrize(("before", "after"), SAYINGS)
def test_a_gap_between_versions_of_a_paragraph_is_told(before: str, after: str) -> None:
    (told,) = problem_lines(FINE.format(before, 2, after))

    assert told.startswith("L306")


@pytest.mark.parametrize(("before", "after"), SAYINGS)
def test_versions_that_follow_each_other_pass(before: str, after: str) -> None:
    assert problem_lines(FINE.format(before, 1, after)) == []


def test_an_overlap_of_versions_of_a_paragraph_is_told() -> None:
    text = (
        "1. In force to 31 December 2024, the fine is 1 euro.\n"
        "1. In force from 31 December 2024, the fine is 2 euro.\n"
    )

    assert problem_lines(text) == ["L305 6"]


def test_versions_of_an_exclusion_are_versions() -> None:
    excluded = "paragraph 1 of this Article does not apply to a pupil.\n"
    text = (
        "1. A reader is entitled to a card.\n"
        f"2. In force to 31 December 2024, {excluded}2. In force from 1 May 2025, {excluded}"
    )

    assert problem_lines(text) == ["L306 7"]


def test_an_amount_that_two_paragraphs_give_to_everything_has_versions() -> None:
    text = (
        "1. In force to 31 December 2024, the fine is 1 euro.\n"
        "2. In force from {} January 2025, the fine is 2 euro.\n"
    )

    assert problem_lines(text.format(1)) == []
    assert problem_lines(text.format(2)) == ["L306 6"]


@pytest.mark.parametrize(
    "text",
    [
        "1. In force to 31 December 2024, the fine is 1 euro if the loan is of a lost book.\n"
        "2. In force from 1 May 2025, the fine is 2 euro if the loan is of a lost book.\n",
        "1. In force to 31 December 2024, a reader may take more books.\n"
        "2. In force from 1 May 2025, a reader is entitled to a card.\n",
        "1. The fine is 1 euro.\n2. In force from 1 May 2025, a reader may take more books.\n",
    ],
)
def test_provisions_of_several_elements_are_no_versions_of_each_other(text: str) -> None:
    assert problem_lines(text) == []
