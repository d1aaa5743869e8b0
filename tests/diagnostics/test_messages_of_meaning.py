"""Messages about citations, numbers, amounts and tables, word by word."""

# ruff: noqa: E501 - laws and messages stand on one line

from __future__ import annotations

from tests.diagnostics.examples import reported

CARDS = "Article 1. Cards\n\n"


def test_a_citation_that_leads_nowhere_is_answered_with_the_nearest_heading() -> None:
    law = (
        "Article 1. Cards of residents\n\nA person who lives in the town is entitled to a card.\n\n"
        "Article 2. The reading room\n\n"
        "A person who attends a school of the town is admitted to the reading room.\n\n"
        "Article 3. Late loans\n\n"
        "Article 12 does not apply to a person if at least one of the person's loans is late "
        "and the person is admitted to the reading room.\n"
    )

    assert reported(law) == [
        "L201 `Article 12` leads nowhere",
        "help: the articles of this act are 1 to 3; the nearest by its heading is `Article 2` "
        "(The reading room)",
    ]


def test_a_citation_of_a_missing_paragraph_names_those_there_are() -> None:
    law = (
        "Article 1. Cards\n\n1. A person who lives in the town is entitled to a card.\n"
        "2. A person who attends a school of the town is entitled to a card.\n"
        "3. Paragraph 4 of this Article does not apply to a person if at least one of the "
        "person's loans is late.\n"
    )

    assert reported(law) == [
        "L201 `Paragraph 4 of this Article` leads nowhere",
        "help: `Article 1` has `1.`, `2.`, `3.`",
    ]


def test_a_reminder_names_what_the_provision_cited_displaces() -> None:
    law = (
        "Article 1. Cards\n\nSubject to Article 3, a person who lives in the town is entitled to "
        "a card.\n\nArticle 2. Reading room\n\nA person is admitted to the reading room.\n\n"
        "Article 3. Late loans\n\nArticle 2 does not apply to a person if at least one of the "
        "person's loans is late.\n"
    )

    assert reported(law) == [
        "L208 `Subject to Article 3` says that this provision gives way, and `Article 3` does not "
        "displace it",
        "help: `Article 3` displaces `2`: let it displace this provision too, or delete the "
        "reminder",
    ]


def test_one_of_several_things_is_not_left_open() -> None:
    law = CARDS + "A person is entitled to a card unless the loan is late.\n"

    assert reported(law) == [
        "L205 `the loan is late` does not say of which of `the person's loans` it is meant",
        "help: write `at least one of the person's loans`, `each of the person's loans` or `none "
        "of the person's loans`",
    ]


def test_who_is_meant_is_introduced_first() -> None:
    law = CARDS + "The person is entitled to a card if the person lives in the town.\n"

    assert reported(law) == [
        "L209 `The person` has not been introduced: nothing before it in this sentence says who "
        "or what is meant",
        "help: write `a person` here, and `the person` only after it",
    ]


def test_two_wordings_that_fit_the_same_words_are_shown_where_they_are_declared() -> None:
    vocabulary = (
        "phrase person.aged(age: count) means books >= age\n"
        '  en yes "the person | has [age] books"\n'
        "phrase person.has_ten means books = 10\n"
        '  en yes "the person | has ten books"\n'
    )
    law = CARDS + "A person who lives in the town is entitled to a card.\n"

    assert reported(law, vocabulary) == [
        "L204 `the person has [age] books` and `the person has ten books` fit the same words",
        "help: keep one of them, or make their words differ",
    ]


def test_numbers_rise_by_one() -> None:
    law = CARDS + (
        "1. A person who lives in the town is entitled to a card.\n"
        "3. A person who attends a school of the town is entitled to a card.\n"
        "3. A person who lives in the town is admitted to the reading room.\n"
    )

    assert reported(law) == [
        "L104 `3.` stands where `2.` was expected, after `1.`",
        "help: number one by one: nesting is read from the numbers, not from the indentation",
    ]


def test_a_number_that_stands_twice_may_belong_to_a_list_inside() -> None:
    law = CARDS + (
        "1. A person who lives in the town is entitled to a card.\n"
        "1. A person who attends a school of the town is entitled to a card.\n"
    )

    assert reported(law) == [
        "L104 `1.` stands a second time, where `2.` was expected",
        "help: number it `2.`, or letter it if it belongs to the one before",
    ]


def test_a_result_with_fractions_states_its_rounding() -> None:
    assert reported("Article 1. Fee\n\nThe fee is 10 euro multiplied by one third.\n") == [
        "L302 `The fee` can have a part smaller than its unit, and no rounding is stated",
        "help: say in which direction, for example `, rounded down to a whole cent`",
    ]


def test_a_sum_of_money_is_not_a_bare_number() -> None:
    assert reported("Article 1. Fee\n\n1. The base is 20.\n2. The fee is the base.\n") == [
        "L301 `the base` is an amount of money in `euro`, and here it is said to be a whole number",
        "help: write an amount of money in `euro`, or declare `the base` in the vocabulary as a "
        "whole number: `count`",
    ]


def test_days_are_not_compared_with_money() -> None:
    law = (
        CARDS + "A person is entitled to a card if the number of books is more than 10 euro.\n"
    )

    assert reported(law) == [
        "L301 a whole number is compared with an amount of money in `euro`",
        "help: compare and combine only values of one kind",
    ]


def test_a_gap_in_a_table_may_be_two_digits_exchanged() -> None:
    law = (
        "Article 1. Fee\n\nThe discount is given by the row in which the number of books falls:\n"
        "| up to 36 900 | 0 |\n| over 36 900 to 89 150 | 10 per cent |\n"
        "| over 89 510 | 20 per cent |\n"
    )

    assert reported(law) == [
        "L303 the table gives no value over `89 150` up to `89 510`",
        "help: two digits are exchanged: end the row before and begin this one with the same "
        "number, `89 150` or `89 510`",
    ]
