"""The order of the operations of an amount: the one that the words allow, or an error."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written_law import compiled, decided

from lawc.diagnostics.codes import Code

FEE = "1. The fee is 5 euro.\n"
CASE = {"income": 30, "old": True, "points": 4, "share": "0.1"}


def due(words: str) -> object:
    (answer,) = decided(
        f"{FEE}2. The amount due is {words}, rounded to the nearest cent.", [CASE]
    )
    return answer["due"]


def messages(words: str) -> list[tuple[Code, str]]:
    text = f"{FEE}2. The amount due is {words}, rounded to the nearest cent."
    return [(problem.code, problem.message) for problem in compiled(text).errors]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the income plus the fee less 3 euro", 32),
        ("the income less the fee", 25),
        ("the income multiplied by the share", 3),
        ("the income multiplied by the share plus the fee", 8),
        ("the fee plus 10 per cent of the income", 8),
        ("the fee, plus 10 per cent of the income", 8),
        ("10 per cent of the income", 3),
        ("the sum of the income, the fee and 1 euro", 36),
        ("the product of the fee and the number of points", 20),
        ("the fee multiplied by the number of points divided by 2", 10),
        ("the income divided by 12", 2.5),
        ("twice the fee", 10),
        ("the income increased by the fee", 35),
        ("the income increased by 10 per cent", 33),
        ("the income increased by the share", 33),
        ("the income reduced by 10 per cent", 27),
        ("the income reduced by 10 per cent of the fee", 29.5),
        ("28 per cent of the excess of the income over 20 euro", Fraction(14, 5)),
        ("the fee less 5 per cent of the excess of the income over 20 euro", 4.5),
        ("the excess of the fee over the income", 0),
        ("the excess, if any, of the income over the fee", 25),
        ("the amount by which the income exceeds the fee", 25),
        ("so much of the income as exceeds 25 euro", 5),
        ("10 per cent of so much of the income as exceeds 20 euro", 1),
        ("the larger of the income, the fee and 40 euro", 40),
        ("the lesser of the fee and 10 per cent of the income", 3),
        ("the greater of the fee and the product of the income and the share", 5),
        ("the fee or 10 per cent of the income, whichever is the higher", 5),
        ("the fee or 10 per cent of the income, whichever is less", 3),
        ("the sum of the fee and the larger of 1 euro and 2 euro", 7),
        ("the larger of the sum of the fee and 1 euro and 2 euro", 6),
    ],
)
def test_an_amount_with_one_order(words: str, value: float | Fraction) -> None:
    assert due(words) == value


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        (
            "the income plus the fee multiplied by 2",
            "(the income plus the fee) multiplied by 2",
            "the income plus (the fee multiplied by 2)",
        ),
        (
            "the fee plus the income multiplied by the share",
            "(the fee plus the income) multiplied by the share",
            "the fee plus (the income multiplied by the share)",
        ),
        (
            "the income less the fee less 2 euro",
            "(the income less the fee) less 2 euro",
            "the income less (the fee less 2 euro)",
        ),
        (
            "10 per cent of the income plus the fee",
            "(10 per cent of the income) plus the fee",
            "10 per cent of (the income plus the fee)",
        ),
        (
            "the larger of the income and the fee plus 2 euro",
            "(the larger of the income and the fee) plus 2 euro",
            "the larger of the income and (the fee plus 2 euro)",
        ),
    ],
)
def test_an_amount_with_two_orders_is_an_error(words: str, first: str, second: str) -> None:
    assert messages(words) == [
        (Code.TWO_READINGS, f"`{words}` can mean `{first}` or `{second}`")
    ]


def test_what_may_be_nothing_stays_apart_inside_a_sum() -> None:
    text = (
        f"{FEE}2. The amount due is the sum of the income, 250 euro and so much of the fee, if "
        "any, as exceeds the fee, if any."
    )

    assert decided(text, [CASE])[0]["due"] == 280


@pytest.mark.parametrize(
    ("words", "wordings"),
    [
        (
            "the income plus the fee multiplied by 2",
            {
                "2 multiplied by the sum of the income and the fee": 70,
                "the income plus the product of the fee and 2": 40,
            },
        ),
        (
            "10 per cent of the income plus the fee",
            {
                "the fee plus 10 per cent of the income": 8,
                "10 per cent of the sum of the income and the fee": Fraction(7, 2),
            },
        ),
        (
            "the larger of the income and the fee plus 2 euro",
            {
                "2 euro plus the larger of the income and the fee": 32,
                "the larger of the income and the sum of the fee and 2 euro": 30,
            },
        ),
    ],
)
def test_each_order_has_words_that_mean_it_alone(
    words: str, wordings: dict[str, Fraction | int]
) -> None:
    (problem,) = compiled(
        f"{FEE}2. The amount due is {words}, rounded to the nearest cent."
    ).errors

    assert problem.help == f"write {' or '.join(f'`{each}`' for each in wordings)}"
    assert [due(each) for each in wordings] == list(wordings.values())


def test_of_many_orders_two_are_shown_and_more_are_told() -> None:
    words = "10 per cent of the income less the fee less 1 euro"

    ((code, message),) = messages(words)

    assert code is Code.TWO_READINGS
    assert message.endswith(", and more")
