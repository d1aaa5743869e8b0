"""The day of entry into force decides nothing by itself: a warning says so."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines
from tests.lower.texts import compiled

from lawc.echo.text import echo

CARD = "1. A reader may take more books.\n"
ENTRY = "2. This Act enters into force on 1 January 2027.\n"


def test_a_day_of_entry_that_nothing_rests_on_is_told() -> None:
    assert problem_lines(CARD + ENTRY) == ["L410 6"]


@pytest.mark.parametrize(
    "text",
    [
        CARD,
        CARD + "2. Note. This Act enters into force on 1 January 2027.\n",
        "1. In force from 1 January 2027, a reader may take more books.\n" + ENTRY,
        "1. In force from 1 March 2027, a reader may take more books.\n" + ENTRY,
        "1. In force from the day on which this Act enters into force, a reader may take more "
        "books.\n" + ENTRY,
    ],
)
def test_a_day_that_is_applied_is_not(text: str) -> None:
    assert problem_lines(text) == []


def test_a_version_of_an_earlier_day_is_decided_before_entry() -> None:
    text = "1. In force from 1 January 2026, a reader may take more books.\n"

    assert problem_lines(text + ENTRY) == ["L410 6"]


def test_an_act_that_decides_nothing_is_left_alone() -> None:
    terms = "1. In this Act, a young reader means a reader.\n"

    assert "L410 6" not in problem_lines(terms + ENTRY)


def test_the_echo_says_the_day() -> None:
    act = compiled(CARD + ENTRY)

    assert act.law is not None
    said = echo(act.law, act.vocabulary, act.act.numbering).text
    assert "2. This law enters into force on 1 January 2027." in said
