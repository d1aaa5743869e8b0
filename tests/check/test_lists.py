"""The last item of a list ends in a full stop; with another ending, an item is missing."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines

LIST = """1. The following readers are entitled to a card:
   1) a reader who is a member;
   2) a pupil{end}
"""
NESTED = """1. A reader may take more books if any of the following applies:
   1) the reader is a member; or
   2) all of the following apply:
      a) the reader is among pupils; and
      b) the reader is a member{end}
"""
NEXT = "2. A reader is entitled to a card.\n"


@pytest.mark.parametrize("text", [LIST, NESTED])
@pytest.mark.parametrize("after", ["", NEXT])
@pytest.mark.parametrize("end", [";", "; or", "; and"])
def test_a_list_that_leads_on_to_nothing_is_told(text: str, after: str, end: str) -> None:
    line = 7 if text is LIST else 9

    assert f"L114 {line}" in problem_lines(text.format(end=end) + after)


@pytest.mark.parametrize("text", [LIST, NESTED])
@pytest.mark.parametrize("after", ["", NEXT])
def test_a_list_that_ends_in_a_full_stop_is_whole(text: str, after: str) -> None:
    assert problem_lines(text.format(end=".") + after) == []


@pytest.mark.parametrize("after", ["...\n", "   ...\n2. A reader is entitled to a card.\n"])
def test_an_excerpt_may_leave_out_the_items_that_follow(after: str) -> None:
    assert problem_lines(LIST.format(end=";") + after) == []


def test_a_last_item_that_is_repealed_is_an_end() -> None:
    assert problem_lines(LIST.format(end="; or") + "   3) Note. Repealed.\n") == []


def test_a_list_of_terms_is_a_list() -> None:
    text = (
        "1. In this Act, the following terms are used:\n"
        "   1) a young reader means a pupil;\n"
        "   2) a late loan means a loan that is of a lost book;\n"
    )

    assert problem_lines(text) == ["L114 7"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (LIST.format(end="; or") + "   3)\n", ["L114 8"]),
        (LIST.format(end=".") + "2.\n", ["L110 8"]),
        ("1.\n2. A reader is entitled to a card.\n", ["L110 5"]),
        (
            "1. A reader may take more books if any of the following applies:\n   1)\n",
            ["L114 6"],
        ),
        (LIST.format(end=".") + "2. Note. Repealed.\n", []),
    ],
)
def test_a_number_without_text_is_told(text: str, told: list[str]) -> None:
    assert problem_lines(text) == told
