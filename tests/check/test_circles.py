"""Circles: nothing may rest on itself; elements do not rest on those beside them."""

# ruff: noqa: E501 - laws and messages stand on one line

from __future__ import annotations

import pytest
from tests.written_law import compiled, decided, problem_lines

PAIR = "The fee is 5 euro. The amount due is the income plus the fee."


@pytest.mark.parametrize(
    "text",
    [
        f"1. {PAIR}",
        f"Article 1. Fees\n\n{PAIR}",
        "1. The amount due is the income plus the fee. The fee is 5 euro.",
        "1. The fee is the income. The amount due is the fee, if the fee is more than 3 euro.",
    ],
)
def test_a_sentence_may_be_computed_from_another_of_its_paragraph(text: str) -> None:
    assert problem_lines(text) == []
    (found,) = decided(text, [{"income": 10}])
    assert found["due"] in (15, 10)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "1. The amount due is the income less the amount due.",
            "`the amount due` in 1(1) rests on itself",
        ),
        (
            "1. The tax is the income less the fee.\n2. The fee is the income less the tax.",
            "these rest on each other in a circle: `the tax` in 1(1) -> `the fee` in 1(2) -> `the tax` in 1(1)",
        ),
        (
            "1. The amount due is the income plus the fee. The fee is the income plus the amount due.",
            "these rest on each other in a circle: `the amount due` in 1(1) -> `the fee` in 1(1) -> `the amount due` in 1(1)",
        ),
        (
            "1. A person is entitled to a card if the fee is more than 3 euro.\n"
            "2. The fee is 5 euro, if the person is entitled to a card.",
            "these rest on each other in a circle: 1(1) -> `the fee` -> 1(2) -> "
            "`is entitled to a card` -> 1(1)",
        ),
        (
            "1. The fee is the amount due plus 1 euro.\n2. The amount due is the tax.\n"
            "3. The tax is the fee plus 1 euro.",
            "these rest on each other in a circle: `the tax` in 1(3) -> `the fee` in 1(1) -> "
            "`the amount due` in 1(2) -> `the tax` in 1(3)",
        ),
        (
            "1. A weak person means any of the following:\n   1) a person, if the fee is more than 3 euro.\n"
            "2. The fee is 5 euro, if the person is a weak person.",
            "these rest on each other in a circle: `a weak person` in 1(1) -> `the fee` -> 1(2) -> `a weak person` in 1(1)",
        ),
        (
            "1. A person is entitled to a card if the person is old.\n"
            "2. Paragraph 1 of this Article does not apply to a person if the fee is less than 3 euro.\n"
            "3. The fee is 5 euro, if the person is entitled to a card.",
            "these rest on each other in a circle: `is entitled to a card` -> 1(1) -> 1(2) -> `the fee` -> "
            "1(3) -> `is entitled to a card`",
        ),
        (
            "1. A person is entitled to a card unless paragraph 1 of this Article applies to the person.",
            "whether this provision applies rests on whether it applies",
        ),
        (
            "1. A weak person means a person who is old and who is ill.\n"
            "2. A person is entitled to a card if paragraph 3 of this Article applies to the person.\n"
            "3. The fee is 5 euro, if paragraph 2 of this Article applies to the person.",
            "whether these provisions apply rests on each other, in a circle: 1(2) -> 1(3) -> 1(2)",
        ),
    ],
)
def test_a_circle_is_named_in_the_words_of_the_drafter(text: str, message: str) -> None:
    (found, *_) = [one for one in problem_lines(text) if one.startswith(("L401", "L402"))]

    assert message in found


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        (
            "1. The fee is 5 euro.\n\n2. The fee is the fee less 1 euro.",
            "2. The fee is the fee",
        ),
        (
            "1. The fee is 5 euro.\n\n2. The fee is the income if the fee is more than 3 euro.",
            "2. The fee is the income",
        ),
        (
            "1. The fee is 5 euro.\n\n2. The fee is the amount due.\n\n3. The amount due is the fee.",
            "2. The fee is the amount due",
        ),
    ],
)
def test_of_several_that_give_a_decision_the_one_in_the_circle_is_marked(
    text: str, marked: str
) -> None:
    (found,) = compiled(text).errors
    places = [found.primary, *found.related]
    said = [one.source.text[one.span.start : one.span.end] for one in places]

    assert any(one.startswith(marked) for one in said)
    assert not any(one.startswith("1.") for one in said)
