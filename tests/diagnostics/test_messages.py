"""The commonest mistakes of drafters, and the exact messages about them."""

# ruff: noqa: E501 - laws and messages stand on one line

from __future__ import annotations

import pytest
from tests.diagnostics.examples import problems, reported

from lawc.diagnostics.codes import Code
from lawc.diagnostics.text import summary

CARDS = "Article 1. Cards\n\n"


def test_a_condition_that_is_not_known_is_shown_with_what_may_follow() -> None:
    law = CARDS + "A person is entitled to a card if the person lives in a village.\n"

    assert reported(law) == [
        "L101 `a` is not understood after `the person lives in`",
        "help: what begins so is `the person lives in the town`; or declare in the vocabulary "
        "what it says",
    ]


def test_a_condition_of_one_of_several_is_answered_with_how_many() -> None:
    law = CARDS + "A person is entitled to a card if a loan was late.\n"

    assert reported(law) == [
        "L101 `loan` is not understood after `a`",
        "help: say of how many it is to be so: `at least one of the person's loans`, `each of the "
        "person's loans`, `none of the person's loans`",
    ]


def test_a_sentence_in_which_nothing_is_known_may_be_a_note() -> None:
    law = CARDS + "The mayor takes the measures that are necessary.\n"
    near = CARDS + "Such person is informed in writing.\n"
    known = CARDS + "A person is informed in writing.\n"
    leading = CARDS + "The mayor decides:\n1) today; or\n2) later.\n"
    meant = "if it decides nothing, begin it with `Note.`, as the last line"

    assert reported(law) == [
        "L101 `mayor` is not understood after `The`",
        f"help: {meant}; if it decides, declare in the vocabulary what it says",
    ]
    assert reported(near)[1].startswith("help: here may stand ")
    assert reported(near)[1].endswith("; or declare in the vocabulary what it says")
    assert "Note." not in reported(known)[1]
    assert "Note." not in reported(leading)[1]  # a list stands below


def test_a_misspelt_word_is_answered_with_the_word_that_is_meant() -> None:
    law = CARDS + "A person who lifes in the town is entitled to a card.\n"

    assert reported(law) == [
        "L101 `lifes` is not understood after `A person who`",
        "help: write `lives`, if that is the word meant",
    ]


def test_a_missing_word_is_named_with_its_place() -> None:
    law = CARDS + "A person who lives in town is entitled to a card.\n"

    assert reported(law)[1] == "help: write `the` before `town`"


def test_a_relative_clause_without_its_pronoun_is_mended() -> None:
    law = CARDS + "At least one of the person's loans late.\n"
    short = CARDS + "A person is entitled to a card if each of the person's loans late.\n"

    assert reported(law)[0].startswith("L101 no sentence begins with `At least one of`")
    assert reported(short)[1] == "help: write `is` before `late`"


def test_a_doubled_word_is_to_be_left_out() -> None:
    law = CARDS + "A person who lives in in the town is entitled to a card.\n"

    assert reported(law)[1] == "help: leave out the second `in`"


def test_words_in_the_wrong_order_are_put_right() -> None:
    law = CARDS + "A person who lives the in town is entitled to a card.\n"

    assert reported(law)[1] == "help: write `in the`, in this order"


def test_a_number_without_its_sign_does_not_begin_an_element() -> None:
    law = "Article 1 Cards\n\nA person who lives in the town is entitled to a card.\n"

    assert problems(law)[0].code is Code.EMPTY_ACT


def test_a_paragraph_number_without_its_sign_is_mended() -> None:
    law = (
        CARDS + "1. A loan is late.\n2 A person who lives in the town is entitled to a card.\n"
    )

    assert "help: write `2.`, if an element begins here" in reported(law)


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ("1) 1) the person lives in the town;", "leave out the second number, `1)`"),
        (
            "\u2022 1) the person lives in the town;",
            "leave out the `\u2022`: the number alone begins an element",
        ),
    ],
)
def test_bullets_and_numbers_of_a_word_processor_are_left_out(line: str, help_: str) -> None:
    law = CARDS + (
        "A person is entitled to a card if any of the following applies:\n"
        f"{line}\n2) the person attends a school of the town.\n"
    )

    assert f"help: {help_}" in reported(law)


def test_a_mark_that_is_none_is_answered_with_those_there_are() -> None:
    law = CARDS + "A person who lives in the town is entitled to a card. [offcial]\n"

    assert reported(law)[1] == (
        "help: a mark stands at the end of a line and is one of `[official]`, `[reported]`, "
        "`[assumed]`"
    )


def test_a_value_of_another_kind_is_answered_with_the_values_that_fit() -> None:
    day = (
        CARDS
        + "A person who has reached the age of six years on Tuesday is entitled to a card."
    )
    medium = (
        CARDS
        + "A person is entitled to a card unless at least one of the person's loans is of tape."
    )

    assert reported(day) == [
        "L103 `has reached the age of six years on` needs a day where `Tuesday` stands",
        "help: write a calendar day, as `1 January 2026`, or one of `the day of the loan`, `the day "
        "of the request`",
    ]
    assert reported(medium) == [
        "L103 `is of` needs one of its values where `tape` stands",
        "help: write one of `a book`, `a film`, `a map`",
    ]


def test_a_day_that_the_calendar_does_not_have_is_refused() -> None:
    law = (
        CARDS
        + "A person who has reached the age of six years on 30 February 2025 is entitled to a card."
    )

    assert reported(law) == [
        "L103 there is no day `30 February 2025`",
        "help: write a day that the calendar has, its year with four digits",
    ]


def test_a_period_in_force_does_not_end_before_it_begins() -> None:
    law = (
        "Article 1. Fee\n\n"
        "1. In force from 1 January 2026 to 31 December 2025, the base is 20 euro.\n"
        "2. The fee is the base.\n"
    )

    assert reported(law) == [
        "L103 this is in force from 1 January 2026 to 31 December 2025, which is before",
        "help: let it end on the day it begins or later",
    ]


@pytest.mark.parametrize(("first", "second"), [("and", "or"), ("or", "and")])
def test_joining_words_are_not_mixed(first: str, second: str) -> None:
    law = CARDS + (
        f"A person is entitled to a card if the person lives in the town {first} the person "
        f"attends a school of the town {second} the person lives in the town.\n"
    )

    assert reported(law) == [
        f"L107 this sentence mixes `{first}` with `{second}`",
        "help: write the conditions as a list that says how they are joined: commas do not decide "
        "what belongs together",
    ]


def test_a_lead_in_says_whether_one_or_all_are_needed() -> None:
    law = CARDS + (
        "A person is entitled to a card if:\n"
        "1) the person lives in the town;\n2) the person attends a school of the town.\n"
    )

    assert reported(law) == [
        "L108 after `entitled to a card if` the lead-in does not say whether one or all of the "
        "items are needed",
        "help: write `any of the following applies` before the colon if one item is enough, "
        "`all of the following apply` if all are needed",
    ]


@pytest.mark.parametrize(
    ("lead_in", "end", "message"),
    [
        (
            "any of the following applies",
            "; and",
            "`; and` says that all of the items are needed, and the lead-in says that one item is "
            "enough",
        ),
        (
            "all of the following apply",
            "; or",
            "`; or` says that one item is enough, and the lead-in says that all of the items are "
            "needed",
        ),
    ],
)
def test_a_list_agrees_with_its_lead_in(lead_in: str, end: str, message: str) -> None:
    law = CARDS + (
        f"A person is entitled to a card if {lead_in}:\n"
        f"1) the person lives in the town{end}\n2) the person attends a school of the town.\n"
    )

    assert reported(law) == [f"L109 {message}", "help: change the one or the other"]


def test_a_list_is_joined_before_its_last_item() -> None:
    law = CARDS + (
        "A person is entitled to a card if any of the following applies:\n"
        "1) the person lives in the town; or\n"
        "2) the person attends a school of the town;\n"
        "3) the person has reached the age of six years on the day of the request.\n"
    )

    assert reported(law) == [
        "L109 `; or` stands after `1)`, and the last item but one is `2)`",
        "help: join only the last two items of a list; end the others with a semicolon",
    ]


def test_a_list_ends_once() -> None:
    law = CARDS + (
        "A person is entitled to a card if any of the following applies:\n"
        "1) the person lives in the town.\n2) the person attends a school of the town.\n"
    )

    assert reported(law) == [
        "L109 `1)` ends in a full stop, and the list goes on with `2)`",
        "help: end it with a semicolon: only the last item of a list ends in a full stop",
    ]


def test_a_broken_lead_in_is_the_only_problem_of_its_list() -> None:
    law = CARDS + (
        "A person is entitled to a card if any of the folowing applies:\n"
        "1) the person lives in the town; or\n2) the person attends a school of the town.\n"
    )

    assert reported(law) == [
        "L101 `folowing` is not understood after `any of the`",
        "help: write `following`, if that is the word meant",
    ]


def test_all_problems_of_a_file_come_in_one_run_in_the_order_of_the_text() -> None:
    law = (
        "Article 1. Cards\n\n"
        "1. A person who lifes in the town is entitled to a card.\n"
        "3. The person is entitled to a card.\n\n"
        "Article 2. Reading room\n\n"
        "A person is admitted to the reading room if any of the following applies:\n"
        "1) the person lives in the town; and\n"
        "2) the person attends a school of the town.\n\n"
        "Article 3. Late loans\n\n"
        "1. Article 11 does not apply to a person if at least one of the person's loans is late.\n"
        "2. A person is entitled to a card unless the loan is late.\n\n"
        "Article 4. Fee\n\n"
        "1. The fee is 10 euro multiplied by one third.\n"
        "2. The discount is given by the row in which the number of books falls:\n"
        "   | up to 10 | 0 |\n   | over 20 | 10 per cent |\n"
    )
    found = problems(law)

    assert [(one.code.value, one.where) for one in found if one.severity.value == "error"] == [
        ("L101", "Article 1, 1."),
        ("L104", "Article 1, 3."),
        ("L209", "Article 1, 3."),
        ("L109", "Article 2, 1)"),
        ("L201", "Article 3, 1."),
        ("L205", "Article 3, 2."),
        ("L302", "Article 4, 1."),
        ("L303", "Article 4, 2."),
    ]
    assert summary(found).startswith("8 errors")


def test_a_sentence_that_is_not_read_is_not_the_cause_of_other_messages() -> None:
    law = (
        "Article 1. Young readers\n\n"
        "1. In this Act, a young reader means a person who atends a school of the town.\n"
        "2. A young reader is entitled to a card.\n"
    )

    assert [one.code.value for one in problems(law) if one.severity.value == "error"] == [
        "L101"
    ]


def test_a_number_that_was_broken_off_its_sentence_begins_an_element() -> None:
    law = CARDS + "This Act enters into force on 1 May\n2024.\n"

    assert reported(law)[1] == (
        "help: if `2024.` belongs to it, write it on the line before: "
        "a line that begins so begins an element"
    )
