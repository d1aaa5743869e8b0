"""A value of a wrong kind: both kinds are named, and no rounding is asked of it."""

from __future__ import annotations

import pytest

from lawc.diagnostics.model import Severity
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """\
kind tenant
  en a "a tenant" the "the tenant"
money EUR
  en noun "euro"
fact tenant.rent: money EUR
  en noun "the rent"
fact tenant.income: money EUR
  en noun "the income"
fact tenant.rooms: count
  en noun "the number of rooms"
quantity tenant.adjusted: count
  en noun "the adjusted income"
quantity tenant.points: count
  en noun "the points"
decision tenant.benefit: money EUR
  en noun "the benefit"
decision tenant.entitled: truth
effect tenant.entitle gives entitled = true
  en yes "the tenant | is entitled to the benefit"
"""
CENT = 'unit cent = 0.01\n  en noun "cent"\n'
MONEY = "an amount of money in `euro`"
ANOTHER = (
    f"`the adjusted income` is a whole number, and here it is said to be {MONEY}",
    f"write a whole number, or declare `the adjusted income` in the vocabulary as {MONEY}: "
    "`money EUR`",
)


def messages(sentence: str, unit: str = CENT) -> list[tuple[str, str | None, str]]:
    """Return message, help and marked place of each error of a sentence."""
    text = f"Article 1. Benefit\n\n{sentence}\n"
    vocabulary = Source("test/test.vocabulary", VOCABULARY + unit)
    made = compile_source(Source("test/act/en.law", text), "test/act", (vocabulary,))
    return [
        (one.message, one.help, text[one.primary.span.start : one.primary.span.end])
        for one in made.problems
        if one.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    "value",
    [
        "the income",
        "the income less the rent",
        "the income multiplied by 0.5",
        "the income multiplied by 0.5, rounded down to a whole cent",
    ],
)
def test_an_amount_of_another_kind_is_told_by_both_kinds(value: str) -> None:
    sentence = f"The adjusted income is {value}."

    assert messages(sentence) == [(*ANOTHER, sentence)]


def test_a_part_of_a_number_is_rounded_to_a_unit_that_is_whole() -> None:
    sentence = "The points is the number of rooms multiplied by 0.5."
    message = "`The points` can have a part smaller than its unit, and no rounding is stated"
    day = 'unit day = 1\n  en noun "day"\n'

    assert messages(sentence) == [
        (message, "declare a unit in the vocabulary, `unit ... = 1`, and round to it", sentence)
    ]
    assert messages(sentence, CENT + day) == [
        (
            message,
            "say in which direction, for example `, rounded down to a whole day`",
            sentence,
        )
    ]


def test_what_is_compared_is_marked_and_named() -> None:
    condition = "the rent is less than 5"

    assert messages(f"A tenant is entitled to the benefit if {condition}.") == [
        (
            f"{MONEY} is compared with a whole number",
            "compare and combine only values of one kind",
            condition,
        )
    ]


@pytest.mark.parametrize(
    ("value", "mixed"),
    [
        ("the rent plus the number of rooms", f"{MONEY} is combined with a whole number"),
        ("the number of rooms plus 5 euro", f"a whole number is combined with {MONEY}"),
        ("the rent, not more than 5", f"{MONEY} is combined with a whole number"),
        ("the rent multiplied by the income", f"{MONEY} is multiplied by {MONEY}"),
    ],
)
def test_what_is_mixed_in_an_amount_is_named(value: str, mixed: str) -> None:
    sentence = f"The benefit is {value}."

    assert messages(sentence) == [
        (
            f"`the benefit` is {MONEY}, and here {mixed}",
            "compare and combine only values of one kind",
            sentence,
        )
    ]
