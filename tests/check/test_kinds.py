"""Wrong displacements and combinations are reported in the drafter's words."""

from __future__ import annotations

import re

import pytest
from tests.check.saying import problem_lines, problem_lines_over
from tests.lower.texts import VOCABULARY, compiled, rules

TWO = (
    "1. A reader is entitled to a card.\n"
    "2. A reader may borrow free of charge if the loan is of a lost book.\n"
)
EXCLUDED = "3. Paragraphs 1 and 2 of this Article do not apply to {}.\n"


def test_an_exclusion_of_two_kinds_is_about_the_one_that_it_names() -> None:
    text = TWO + EXCLUDED.format("a reader if the reader is a member")

    assert problem_lines(text) == []
    assert rules(text)["art_1__para_3"] == "reader.member"


@pytest.mark.parametrize(
    "text",
    [
        TWO + EXCLUDED.format("a loan if the loan is of a lost book"),
        "1. A reader is entitled to a card.\n2. Notwithstanding paragraph 1 of this Article, a "
        "reader may borrow free of charge if the loan is of a lost book.\n",
    ],
)
def test_a_loan_does_not_displace_what_is_decided_of_its_reader(text: str) -> None:
    (told,) = (one for one in compiled(text).problems if one.code.value == "L404")

    assert told.message == (
        "`Article 1, 1.` decides of `a reader`, and what displaces it here is about `a loan`"
    )
    assert not re.search(r"art_|para_", f"{told.message}{told.help}")


@pytest.mark.parametrize(
    ("pick", "told"), [("the total", ["L301 6"]), ("the largest", ["L301 6"])]
)
def test_what_is_no_number_is_not_added_up(pick: str, told: list[str]) -> None:
    words = (
        'decision loan.mark: one of low, high\n  en noun "the mark" many "marks"\n'
        'effect loan.mark\n  gives mark = low\n  en clause "a low mark is given"\n'
    )
    text = (
        "1. A low mark is given for a loan that is of a lost book.\n"
        f"2. Where several marks apply to one loan, {pick} is applied.\n"
    )

    assert problem_lines_over(words, text) == told


def test_fractions_are_added_up() -> None:
    text = (
        "1. The charge is reduced by one third for a loan that is of a lost book.\n"
        "2. Where several discounts apply to one loan, the total is applied.\n"
    )

    assert problem_lines(text) == []


def test_an_effect_of_a_member_does_not_decide_of_what_has_it() -> None:
    words = 'effect loan.wrong\n  gives card = true\n  en yes "the loan | is carded"\n'

    assert [one[:4] for one in problem_lines_over(words)] == ["L301"]


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (
            'quantity reader.income: count\n  en noun "the sum"\n',
            "1. The sum is 5.\n"
            "2. A reader is entitled to a card if the income is more than 5 euro.\n",
        ),
        ('quantity reader.loans: count\n  en noun "the sum"\n', "1. The sum is 5.\n"),
        (
            "decision reader.member: truth\neffect reader.join\n  gives member = true\n"
            '  en yes "the reader | joins"\n',
            "1. A reader joins if the reader is a member.\n",
        ),
        (
            'concept reader.member\n  en a "a friend" the "the reader"\n',
            "1. A friend means a reader who is a member.\n"
            "2. A reader is entitled to a card if the reader is a friend.\n",
        ),
    ],
)
def test_two_things_of_one_kind_that_a_case_supplies_have_two_names(
    words: str, text: str
) -> None:
    line = VOCABULARY.count("\n") + 2

    assert problem_lines_over(words, text) == [f"L203 {line}"]
