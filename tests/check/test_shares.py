"""A share is not written as a bare number."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines, problem_lines_over

SHARE = """
fact reader.share: fraction
  en noun "the share"
"""
CARD = "1. A reader is entitled to a card if {}.\n"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("the share is more than 50", ["L301 5"]),
        ("the share is not more than 2", ["L301 5"]),
        ("the share is more than 50 per cent", []),
        ("the share is more than 0.5", []),
        ("the share is more than one half", []),
        ("the share is more than 0", []),
        ("the share is equal to 1", []),
    ],
)
def test_a_share_is_compared_with_a_part(said: str, told: list[str]) -> None:
    assert problem_lines_over(SHARE, CARD.format(said)) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("is 50", ["L301 5"]),
        ("is 10 per cent, not more than 50", ["L301 5"]),
        ("is 10 per cent plus 5", ["L301 5"]),
        ("is 1 less 10 per cent", []),
        ("is the larger of 10 per cent and 5", ["L301 5"]),
        ("is the smaller of 10 per cent and one half", []),
        ("is 10 per cent multiplied by 5", []),
    ],
)
def test_a_share_is_said_to_be_a_part(said: str, told: list[str]) -> None:
    assert problem_lines(f"1. The rate {said}.") == told


@pytest.mark.parametrize(
    ("meaning", "told"),
    [
        ("share > 50", ["L301"]),
        ("share >= number", ["L301"]),
        ("share > 0.5", []),
        ("share = 1", []),
    ],
)
def test_a_vocabulary_compares_a_share_with_a_part(meaning: str, told: list[str]) -> None:
    phrase = f"phrase reader.holds(number: count) means {meaning}\n"
    wording = '  en yes "the reader | holds [number]"\n'

    assert [one[:4] for one in problem_lines_over(SHARE + phrase + wording)] == told
