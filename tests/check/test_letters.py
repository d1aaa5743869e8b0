"""Letters of another alphabet, in a word and as a word."""

from __future__ import annotations

import pytest

from lawc.check.letters import check_letters
from lawc.source import Source


def messages(text: str) -> list[str]:
    return [one.message for one in check_letters(Source("j/a/en.law", text))]


def test_a_word_of_another_alphabet_that_looks_like_one_of_this_is_told() -> None:
    assert messages("\u0410 person") == [
        "`\u0410` looks like `A`, and its letters are Cyrillic"
    ]


def test_a_word_that_looks_like_none_is_left_alone() -> None:
    assert messages("A person of the \u0436\u0443\u0437") == []


@pytest.mark.parametrize(
    "text", ["\u0410 \u0441\u0442\u0430\u0442\u044c\u044f", "A person", ""]
)
def test_text_of_one_alphabet_has_no_problem(text: str) -> None:
    assert messages(text) == []


def test_a_latin_word_in_a_cyrillic_text_is_told_too() -> None:
    assert messages(
        "\u043d\u043e\u0440\u043c\u0430 \u0437\u0430\u043a\u043e\u043d\u0430 o"
    ) == ["`o` looks like `\u043e`, and its letters are Latin"]
