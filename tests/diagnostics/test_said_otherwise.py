"""A help names the wording of the language for that of a drafter, and proposes nothing."""

from __future__ import annotations

import pytest
from tests.diagnostics.test_words_kept import IF, fixed, only_error

NOTE = (
    "if it decides nothing, begin it with `Note.`, as the last line; if it decides, declare in "
    "the vocabulary what it says"
)
OF_SEVERAL = (
    "say of how many it is to be so: `at least one of the members`, `each of the members`, "
    "`none of the members`"
)


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (IF.format("the rent is not exceeding 500 euro"), "write `not more than`"),
        ("The benefit is the rent, not exceeding 500 euro.", "write `not more than`"),
        (
            "The benefit is the rent without the supplement.",
            "write `less` between an amount and what is taken from it",
        ),
        (
            "The benefit is reduced by the household income.",
            "write an amount, `less`, and what is taken from it",
        ),
        (
            "The benefit is increased by the supplement.",
            "write an amount, `plus`, and what is added to it",
        ),
        (
            "The benefit is capped at the rent.",
            "say what the amount is, and limit it after `, not more than` or `, not less than`",
        ),
        ("The benefit is half of the rent.", "write `the rent multiplied by one half`"),
        (IF.format("a member is poor"), OF_SEVERAL),
        (IF.format("half of the members are poor"), OF_SEVERAL),
        ("A tenant shall apply within 30 days.", NOTE),
        ("A tenant must pay the rent.", NOTE),
    ],
)
def test_the_way_of_the_language_is_named(sentence: str, help_: str) -> None:
    assert only_error(sentence).help == help_
    assert fixed(sentence) == []


def test_a_duty_of_somebody_who_is_not_introduced_may_be_a_note() -> None:
    assert str(only_error("The tenant shall apply.").help).startswith(
        "if it decides nothing, begin it with `Note.`, as the last line; "
    )


def test_a_phrase_in_a_help_has_values_in_its_slots() -> None:
    assert str(only_error("The benefit is lowered to the rent.").help) == (
        "what begins so is `the benefit is lowered by 5 per cent`, for example; or declare "
        "in the vocabulary what it says"
    )
