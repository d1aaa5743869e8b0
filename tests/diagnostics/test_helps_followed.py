"""A help that names a wording is followed: the sentence then reads, as the help promised."""

from __future__ import annotations

import pytest
from tests.diagnostics.following import HEADING, IF, check, errors, unread

OF_LOANS = (
    "say of how many it is to be so: `at least one of the reader's loans`, `each of the "
    "reader's loans`, `none of the reader's loans`"
)
ONE_READER = "write `a reader`: a provision speaks of one"
COUNTED = (
    "compare a quantity: declare it in the vocabulary, and say in a provision that it is `the "
    "number of the reader's children`"
)
COMPARED = "name the amount that is compared: a thing itself is not more or less than another"
CITED = "name the provisions by their numbers, as in `paragraph 1 of this article`"
DAY = "write a calendar day, as `1 January 2026`, or `the day of the request`"
NOTE = (
    "if it decides nothing, begin it with `Note.`, as the last line; if it decides, declare in "
    "the vocabulary what it says"
)

FOLLOWED = [
    # several things, and how many
    (IF.format("no loan is late"), OF_LOANS, IF.format("none of the reader's loans is late")),
    (
        IF.format("all loans are late"),
        OF_LOANS,
        IF.format("each of the reader's loans is late"),
    ),
    (
        IF.format("any of the reader's loans is late"),
        OF_LOANS,
        IF.format("at least one of the reader's loans is late"),
    ),
    (
        IF.format("more than two of the reader's loans are late"),
        OF_LOANS,
        IF.format("at least one of the reader's loans is late"),
    ),
    (
        IF.format("there is a loan that is late"),
        OF_LOANS,
        IF.format("at least one of the reader's loans is late"),
    ),
    (
        IF.format("half of the loans are late"),
        OF_LOANS,
        IF.format("each of the reader's loans is late"),
    ),
    (
        "Readers who live in the town are entitled to a card.",
        ONE_READER,
        "A reader who lives in the town is entitled to a card.",
    ),
    (
        "A reader and a child are entitled to a card.",
        "say it of each of them in a sentence of its own",
        "A reader is entitled to a card.",
    ),
    # of which things a provision is
    (
        "A reader registered by a school is entitled to a card.",
        "write `who is registered by a school`",
        "A reader who is registered by a school is entitled to a card.",
    ),
    (
        "A reader under 18 is entitled to a card.",
        "say of whom it is so after `who` or `that`",
        "A reader who lives in the town is entitled to a card.",
    ),
    (
        "A reader from the town is entitled to a card.",
        "say of whom it is so after `who` or `that`",
        "A reader who lives in the town is entitled to a card.",
    ),
    # things that are named before
    (
        "A reader is entitled to a card if he lives in the town.",
        "write `the reader` instead of `he`",
        IF.format("the reader lives in the town"),
    ),
    (
        IF.format("their debt is less than 5 euro"),
        "write `the debt` instead of `their debt`",
        IF.format("the debt is less than 5 euro"),
    ),
    (
        IF.format("the reader is not less than 18 years old"),
        COMPARED,
        IF.format("the number of books is not more than 18"),
    ),
    # definitions
    (
        "A reader is a young reader if the reader lives in the town.",
        "begin a definition with what it defines: `a young reader means`",
        "A young reader means a reader who lives in the town.",
    ),
    (
        "A young reader is a reader who lives in the town.",
        "write `means` instead of `is`",
        "A young reader means a reader who lives in the town.",
    ),
    (
        '"Young reader" means a reader who lives in the town.',
        'leave out the quotation marks, `"`',
        "A young reader means a reader who lives in the town.",
    ),
    # conditions
    (
        IF.format("the reader lives in the town or if the debt is less than 5 euro"),
        "leave out `if` here: it stands once, before all the conditions",
        IF.format("the reader lives in the town or the debt is less than 5 euro"),
    ),
    (
        IF.format("(the reader lives in the town)"),
        "leave out the `(`",
        IF.format("the reader lives in the town"),
    ),
    (
        IF.format("the reader reads a poem"),
        "write one of `a novel`, `a treatise`; or declare in the vocabulary what it says",
        IF.format("the reader reads a treatise"),
    ),
    (
        "A young reader is defined as a reader who lives in the town.",
        "write `means` between a term and what it is",
        "A young reader means a reader who lives in the town.",
    ),
    (
        "Article 1(2) does not apply to a reader.",
        CITED,
        "Paragraph 1 of this Article does not apply to a reader.",
    ),
    (
        "Article 1.1 does not apply to a reader.",
        CITED,
        "Paragraph 1 of this Article does not apply to a reader.",
    ),
    (
        "§ 1 does not apply to a reader.",
        CITED,
        "Paragraph 1 of this Article does not apply to a reader.",
    ),
    (
        "Paragraph 1 of this Article does not apply if the debt is more than 5 euro.",
        "what begins so is `does not apply to`",
        "Paragraph 1 of this Article does not apply to a reader if the debt is more than 5 "
        "euro.",
    ),
    # days
    (
        "A reader is entitled to a card until 31 December 2026.",
        "say at the beginning of the sentence when it is in force: `in force until 31 December "
        "2026,`",
        "In force until 31 December 2026, a reader is entitled to a card.",
    ),
    (
        "From 1 May 2026, a reader is entitled to a card.",
        "say at the beginning of the sentence when it is in force: `in force from 1 May 2026,`",
        "In force from 1 May 2026, a reader is entitled to a card.",
    ),
    (
        "In force from 2026-01-01, a reader is entitled to a card.",
        DAY,
        "In force from 1 January 2026, a reader is entitled to a card.",
    ),
    (
        "This Act takes effect on 1 May 2026.",
        "write `enters into force on` and a day",
        "This Act enters into force on 1 May 2026.",
    ),
    # duties, and what is denied
    ("The mayor shall set the fee.", NOTE, "The fee is 2 euro.\nNote. The mayor sets the fee."),
    (
        "The fee is not paid if the reader lives in the town.",
        "cite the provision that gives it, and write `does not apply to` after the citation",
        "Article 1 does not apply to a reader if the reader lives in the town.",
    ),
    (
        "Paragraph 1 shall not apply to a reader.",
        "name the article too: `of this article`, or another one by its number",
        "Paragraph 1 of this Article does not apply to a reader.",
    ),
]


@pytest.mark.parametrize(("sentence", "help_", "followed"), FOLLOWED)
def test_a_sentence_reads_when_its_help_is_followed(
    sentence: str, help_: str, followed: str
) -> None:
    check(sentence, help_, followed)


@pytest.mark.parametrize(
    ("sentence", "fixed"),
    [
        (
            IF.format("the reader lives in the town and reads a novel"),
            IF.format("the reader lives in the town and the reader reads a novel"),
        ),
        (
            IF.format(
                "any of the following applies:\n1) the reader lives in the town,\n2) the debt "
                "is less than 5 euro"
            ),
            IF.format(
                "any of the following applies:\n1) the reader lives in the town;\n2) the debt "
                "is less than 5 euro"
            ),
        ),
        (
            "In force from 1 Jan 2026, a reader is entitled to a card.",
            "In force from 1 January 2026, a reader is entitled to a card.",
        ),
        (
            "In this Act a young reader means a reader who lives in the town.",
            "In this Act, a young reader means a reader who lives in the town.",
        ),
    ],
)
def test_a_fix_reads_and_says_what_was_said(sentence: str, fixed: str) -> None:
    (problem,) = unread(sentence)
    fix = problem.fixes[0]
    law = f"{HEADING}{sentence}\n"

    text = (law[: fix.span.start] + fix.text + law[fix.span.end :]).removeprefix(HEADING)
    assert text == f"{fixed}\n"
    assert unread(fixed) == []


@pytest.mark.parametrize(
    "sentence",
    [
        IF.format("the reader does not live in the town or reads a novel"),
        IF.format("they live in the town"),
        IF.format("the debt isn't more than 5 euro"),
        "Readers are entitled to a card.",
    ],
)
def test_no_help_takes_away_whom_or_what_is_denied(sentence: str) -> None:
    assert [fix for problem in unread(sentence) for fix in problem.fixes] == []


def test_what_is_said_of_things_of_another_kind_is_not_listed() -> None:
    (problem,) = errors("A reader who is vulnerable is entitled to a card.")

    assert "is late" not in str(problem.help)


def test_a_message_has_the_words_of_the_drafter_and_no_names_of_slots() -> None:
    (problem,) = errors(IF.format("the reader has reached the age of 9 years on 1st May 2026"))

    assert problem.message == (
        "`the reader has reached the age of 9 years on` needs a day where `1st` stands"
    )
    assert (
        problem.help == "write a calendar day, as `1 January 2026`, or `the day of the request`"
    )


def test_a_list_in_brackets_after_an_open_lead_in_is_numbered_as_the_language_does() -> None:
    (problem, *_) = errors(
        "A reader is entitled to a card if:\n(a) the reader lives in the town; or\n"
        "(b) the debt is less than 5 euro."
    )

    assert str(problem.help).startswith("write `a)` at the beginning of a line")


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        (
            "A reader is entitled to a card if any of the following applies:\n1. the reader "
            "lives in the town;\n2. the debt is less than 5 euro.",
            "number the items `1)`: a number with a full stop begins a paragraph",
        ),
        (
            "Art. 1 does not apply to a reader.",
            "write `Art.` in full: a full stop ends the sentence",
        ),
        (
            "A reader is entitled to a card if any of the following applies:\n1) the reader "
            "lives in the town;\n2) if the debt is less than 5 euro.",
            "leave out `if`, or say after a comma what is so in that case",
        ),
        (
            "The following readers are entitled to a card:\n1) a reader who lives in the town.",
            'add `following "the following readers"` to `kind reader` in the vocabulary',
        ),
    ],
)
def test_one_mistake_around_a_list_is_one_error(text: str, help_: str) -> None:
    (problem,) = errors(text)

    assert problem.help == help_


def test_a_word_that_goes_on_with_nothing_is_not_said_to_be_meant() -> None:
    (problem,) = errors("The term young reader means a reader who lives in the town.")

    assert "if that is the word meant" not in str(problem.help)


def test_a_noun_is_not_declared_as_what_is_said_of_a_thing() -> None:
    (problem,) = errors(
        "A reader who reads a novel and a reader who is poor is entitled to a card."
    )

    assert "declare" not in str(problem.help)


def test_what_is_said_of_several_things_is_listed_for_their_kind() -> None:
    (problem,) = errors(IF.format("at least one of the reader's loans was late"))

    assert problem.help == "say of whom it is so after `who` or `that`"
