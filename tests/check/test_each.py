"""A condition of each of several holds of none: a note, unless one is required besides."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines

CARD = "1. A reader is entitled to a card if {}.\n"


@pytest.mark.parametrize(
    "said",
    [
        "each of the reader's loans is of a lost book",
        "the reader is a member and each of the reader's loans is of a lost book",
        "the reader is a member, unless each of the reader's loans is of a lost book",
        "the reader is a member or each of the reader's loans is of a lost book",
    ],
)
def test_each_of_none_is_noted(said: str) -> None:
    assert "L409 5" in problem_lines(CARD.format(said), notes=True)


@pytest.mark.parametrize(
    "said",
    [
        "none of the reader's loans is of a lost book",
        "at least one of the reader's loans is of a lost book",
        "at least one of the reader's loans is more than 3 days late and each of the reader's "
        "loans is of a lost book",
    ],
)
def test_what_none_cannot_keep_is_not(said: str) -> None:
    assert "L409 5" not in problem_lines(CARD.format(said), notes=True)
