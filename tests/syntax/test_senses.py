"""The words that turn the sense of a sentence."""

from __future__ import annotations

import pytest

from lawc.syntax.senses import senses, sort_of, turning
from lawc.syntax.spoken import months, numbers, words_of
from lawc.syntax.words import folded

RULES = ("comparison", "quantifier", "both", "either", "if_closed", "unless_closed", "pick")


@pytest.mark.parametrize("rule", RULES)
def test_the_words_of_the_grammar_that_turn_the_sense_are_known(rule: str) -> None:
    said = words_of("en", rule)

    assert said
    bare = {text for text in said if not any(sort_of(word, "en") for word in folded(text))}
    assert bare <= {"of"}  # as in "at least two of"


def test_numbers_are_known_by_their_rules() -> None:
    assert {"two", "eighteen", "ninety", "third", "halves"} <= numbers("en")
    assert all(sort_of(word, "en") == "number" for word in numbers("en"))
    assert months("en") <= senses("en").keys()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("is not more than 5 euro", ("not", "more", "5")),
        ("has reached the age of six years on the day", ("six", "years")),
        ("is entitled to a card on the last day of the month", ()),
        ("Articles 120 to 124 of this Code", ("articles", "120", "to", "124")),
        ("5 per cent; -5 %", ("5", "per", "cent", "-", "5", "%")),
        ("1 May 2024, if any", ("1", "may", "2024", "if", "any")),
        ("may borrow", ()),
    ],
)
def test_the_words_of_a_text_that_turn_its_sense(text: str, found: tuple[str, ...]) -> None:
    assert turning(folded(text), "en") == found
