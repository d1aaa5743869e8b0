"""A help for an amount is followed: the sentence then reads, as the help promised."""

from __future__ import annotations

import pytest
from tests.diagnostics.following import ALONE, IF, check, errors

AT_MOST = "say what the amount is, and limit it after `, not more than` or `, not less than`"
APART = (
    "say in a sentence of its own what `{}` is, as a quantity that the vocabulary declares, "
    "and write its name here"
)
WHOLE_AMOUNT = "end the amount here: for which time it is paid is said where it is declared"

FOLLOWED = [
    # amounts
    (
        "The fee is half the debt.",
        "write `the debt multiplied by one half`",
        "The fee is the debt multiplied by one half, rounded up to a whole euro.",
    ),
    (
        IF.format("the debt is more than half the reader's income"),
        "write `the reader's income multiplied by one half`",
        IF.format("the debt is more than the reader's income multiplied by one half"),
    ),
    (
        "The fee is 5 euro plus 2 euro per child.",
        APART.format("2 euro per child"),
        "The half is 2 euro. The fee is 5 euro plus the half.",
    ),
    ("The fee is 2 euro a month.", WHOLE_AMOUNT, "The fee is 2 euro."),
    ("The fee is 2 euro per day.", WHOLE_AMOUNT, "The fee is 2 euro."),
    ("The fee is 2 euro monthly.", WHOLE_AMOUNT, "The fee is 2 euro."),
    (
        "The fee is 2 euro times the number of books.",
        "write `multiplied by` between an amount and a number",
        "The fee is 2 euro multiplied by the number of books.",
    ),
    (
        "The fee is the difference between the debt and 5 euro.",
        "write an amount, `less`, and what is taken from it",
        "The fee is the debt less 5 euro.",
    ),
    ("The fee is not more than 5 euro.", AT_MOST, "The fee is the debt, not more than 5 euro."),
    (
        "The fee is EUR 5.",
        "write an amount of money as a number and `euro`",
        "The fee is 5 euro.",
    ),
    (
        "The fee is the debt multiplied by one third, rounded to the nearest full euro.",
        "leave out `full`",
        "The fee is the debt multiplied by one third, rounded to the nearest euro.",
    ),
    (
        "The fee is lowered by 10 euro.",
        "write the number alone, or with `per cent` or `euro`: what else it counts is said "
        "where it is declared",
        "The fee is lowered by 10 per cent.",
    ),
    (
        "The fee is lowered by half.",
        "write `one half`",
        "The fee is lowered by one half.",
    ),
    (
        "The fee is (the debt less 5 euro) multiplied by 2.",
        APART.format("the debt less 5 euro"),
        "The half is the debt less 5 euro. The fee is the half multiplied by 2.",
    ),
    (
        "The fee is the debt, capped at 5 euro.",
        "write `not more than` or `not less than`",
        "The fee is the debt, not more than 5 euro.",
    ),
    (
        "The fee is the debt, but at least 5 euro.",
        "write `not more than` or `not less than`",
        "The fee is the debt, not less than 5 euro.",
    ),
    # comparisons
    (
        IF.format("the debt is less than 5 euro or 9 euro"),
        "say the comparison in full after `or`: what is compared, and with what",
        IF.format("the debt is less than 5 euro or the debt is equal to 9 euro"),
    ),
    (
        IF.format("the debt and the reader's income are less than 5 euro"),
        "compare each of them in a clause of its own",
        IF.format("the debt is less than 5 euro and the reader's income is less than 5 euro"),
    ),
    (
        IF.format("the number of books is at least three books"),
        ALONE,
        IF.format("the number of books is at least three"),
    ),
    (
        IF.format("the debt isn't more than 5 euro"),
        "write what `isn't` stands for in full",
        IF.format("the debt is not more than 5 euro"),
    ),
]


@pytest.mark.parametrize(("sentence", "help_", "followed"), FOLLOWED)
def test_an_amount_is_said_as_its_help_names_it(
    sentence: str, help_: str, followed: str
) -> None:
    check(sentence, help_, followed)


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee is the sum of the debt, the reader's income 5 euro and 2 euro.",
        "The fee 10 466 euro.",
    ],
)
def test_what_may_stand_for_an_operation_or_a_figure_is_not_put_there(sentence: str) -> None:
    (problem,) = errors(sentence)

    assert problem.fixes == ()
