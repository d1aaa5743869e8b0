"""One wording for things of two kinds: the noun before it tells of which it is said."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines_over
from tests.lower.texts import VOCABULARY

from lawc.ir.formula import formula
from lawc.pipeline import compile_source
from lawc.source import Source

SHARED = """
fact reader.resident: truth
fact loan.resident: truth
fact reader.rank: one of none, first
  en value none "no rank" value first "the first rank"
fact loan.rank: one of none, first
  en value none "no rank" value first "the first rank"
phrase reader.resident means resident
  en yes "the reader | is resident" no "the reader | is not resident"
phrase loan.resident means resident
  en yes "the loan | is resident" no "the loan | is not resident"
phrase reader.ranked(rank: rank) means rank in rank
  en yes "the reader | is of [rank]"
phrase loan.ranked(rank: rank) means rank in rank
  en yes "the loan | is of [rank]"
effect reader.more
  gives card = true
  en yes "the reader | is exempt" many "are exempt"
effect loan.exempt
  gives outcome = free
  en yes "the loan | is exempt" many "are exempt"
"""


def conditions(text: str) -> list[str]:
    declared = Source("test/lending.vocabulary", VOCABULARY + SHARED)
    said = Source("en.law", f"AN ACT\n\nArticle 1. Lending\n\n{text}\n")
    made = compile_source(said, "test/lending", (declared,))
    assert made.law is not None, [(one.message, one.help) for one in made.errors]
    return [f"{one.kind}: {formula(one.condition)}" for one in made.law.rules]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A reader who is resident is entitled to a card.", "reader: reader.resident"),
        ("A loan that is resident is exempt.", "loan: loan.resident"),
        ("A reader who is resident is exempt.", "reader: reader.resident"),
        (
            "A reader is exempt if at least one of the reader's loans is resident.",
            "reader: at least 1 loan with (loan.resident)",
        ),
        (
            "A loan is exempt if the reader is not resident and the loan is resident.",
            "loan: not reader.resident and loan.resident",
        ),
        (
            "A reader who is resident and who is of the first rank is exempt.",
            "reader: reader.resident and reader.rank in (first)",
        ),
        (
            "A loan that is of no rank or the first rank is exempt.",
            "loan: loan.rank in (none, first)",
        ),
        (
            "1. A reader is exempt.\n2. A reader may take more books if the reader is exempt.",
            "reader: decided(card)",
        ),
    ],
)
def test_what_is_said_is_said_of_the_noun_before_it(text: str, found: str) -> None:
    assert conditions(text)[-1] == found


def test_persons_of_a_list_are_told_apart_from_loans() -> None:
    text = "The following readers are exempt:\n1) a reader who is resident;\n2) a pupil."

    assert conditions(text)[0] == "reader: reader.resident"


def test_what_is_said_of_one_kind_in_two_ways_is_refused() -> None:
    again = 'phrase reader.here means member\n  en yes "the reader | is resident"\n'

    assert "L204" in {one[:4] for one in problem_lines_over(SHARED + again)}


def test_values_that_share_words_do_not_tell_phrases_apart() -> None:
    other = (
        "fact reader.level: one of low, none\n"
        '  en value low "a low level" value none "no rank"\n'
        "phrase reader.levelled(level: level) means level in level\n"
        '  en yes "the reader | is of [level]"\n'
    )

    assert [one[:4] for one in problem_lines_over(SHARED + other)] == ["L204"]
