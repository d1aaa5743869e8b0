"""Amending acts that are refused: why, and where in their text."""

from __future__ import annotations

import pytest
from tests.amend.amending import ACT, NAMED, amended, refused

from lawc.amend.applying import consolidated
from lawc.diagnostics.text import render
from lawc.source import Source

REFUSED = {
    'In Article 2, the word "maps" is deleted.': (
        "L501 the words `maps` do not occur in `Article 2`"
    ),
    'In Article 2, the word "film" is deleted.': (
        "L501 the words `film` do not occur in `Article 2`"
    ),
    'In Article 2, the word "Readers" is deleted.': (
        "L501 the words `Readers` do not occur in `Article 2`"
    ),
    'In the heading of Article 2, the word "books" is deleted.': (
        "L501 the words `books` do not occur in the heading of `Article 2`"
    ),
    'In the heading of Article 3, the word "books" is deleted.': (
        "L501 the words `books` do not occur in the heading of `Article 3`"
    ),
    "Points 1) and 5) of Article 2 are deleted.": (
        "L503 there is no `Points 1) and 5) of Article 2` in the act"
    ),
    "Point 5) of Article 1 enters into force on 1 May 2027. Article 2 is repealed.": (
        "L503 no amendment stands in `Point 5) of Article 1` of this act"
    ),
    "Article 2 is repealed. Article 1 enters into force on 31 February 2027.": (
        "L103 there is no day `31 February 2027`"
    ),
    "Article 2 is repealed. Article 1 enters into force on 1 May 2027. "
    "Article 1 enters into force on 1 June 2027.": (
        "L502 `Article 1` is given a second day here"
    ),
    "Article 2 is repealed. This Law enters into force on 1 May 2027. "
    "This Law enters into force on 1 June 2027.": (
        "L502 this act is given a second day on which it enters into force"
    ),
    'In Article 2, the word "books" is replaced by the word "bo\0oks".': (
        "L510 a sign that does not show, U+0000, stands in this quotation"
    ),
    'In Article 2, the word "books" is replaced by the word "\u202eskoob".': (
        "L510 a sign that does not show, U+202E, stands in this quotation"
    ),
    'The title is restated as follows: "LAW\nArticle 1. X".': (
        "L507 with this text the act would be divided into other elements than before"
    ),
    'The title is restated as follows: "LAW\nNote. X".': (
        "L507 with this text the act would be divided into other elements than before"
    ),
    'In Article 1, the word "why" is deleted.': (
        "L501 the words `why` do not occur in `Article 1`"
    ),
    'In Article 2, the words "books; films" are deleted.': (
        "L501 the words `books; films` do not occur in `Article 2`"
    ),
    'In Article 1, the words "the person" are deleted.': (
        "L502 the words `the person` occur 4 times in `Article 1`"
    ),
    'In Article 1, after the word "person", the words "here" are inserted.': (
        "L502 the words `person` occur 5 times in `Article 1`"
    ),
    "Article 4 is repealed.": "L503 there is no `Article 4` in the act",
    "Point 1) of Article 1 is repealed.": "L503 there is no `Point 1) of Article 1` in the act",
    'Article 2-1 is inserted after Article 5 as follows: "Article 2-1.".': (
        "L503 there is no `Article 5` in the act"
    ),
    'Point 5) of Article 2 is supplemented by subpoint a) as follows: "a) x;".': (
        "L503 there is no `Point 5) of Article 2` in the act"
    ),
    'Article 2 is supplemented by point 2) as follows: "2) maps.".': (
        "L504 `point 2)` is in Article 2 already"
    ),
    'Article 2 is inserted after Article 1 as follows: "Article 2. X".': (
        "L504 `Article 2` is in the act already"
    ),
    'This Law amends the Law "LAW ON LOANS". Article 2 is repealed.': (
        "L505 a second act is named here: an amending act amends one"
    ),
    "Point 1) of Article 2 is removed.": (
        "L506 `removed` is not understood after `1) of Article 2 is`"
    ),
    "Good day.": "L506 no amendment begins with `Good day.`",
    "Point 1) of Article 2 is repealed": "L506 this stops after `of Article 2 is repealed`",
    'In Article 2, the word "" is deleted.': "L506 nothing is quoted here",
    'In Article 2, the word "films is deleted.': "L506 this quotation is not closed",
    'Point 1) of Article 2 is restated as follows: "books;".': (
        "L507 the quoted text does not begin with the number of `Point 1) of Article 2`"
    ),
    'Point 1) of Article 2 is restated as follows: "2) books;".': (
        "L507 `Point 1) of Article 2` is announced, and `2)` is quoted"
    ),
    'Point 1) of Article 2 is restated as follows: "1. Books.".': (
        "L507 `Point 1) of Article 2` is announced, and `1` is quoted"
    ),
    'Point 1) of Article 2 is restated as follows: "1) books;\n2) maps;".': (
        "L507 `Point 1) of Article 2` is announced, and 2 elements are quoted"
    ),
    'Article 2 is restated as follows: "Article 2.\n\n1) x;\n...\n4) y".': (
        "L507 the quoted text leaves elements out"
    ),
    "Point 2) is repealed.": "L506 this does not say in which article",
    'The word "books" is deleted.': "L506 this does not say in which article",
    'It is supplemented by point 3) as follows: "3) x.".': (
        "L506 this does not say in which article"
    ),
    'In Article 2, the word "A" is replaced by the words "3) A".': (
        "L507 with this text the act would be divided into other elements than before"
    ),
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_what_cannot_be_done_is_told(sentence: str) -> None:
    assert refused(sentence) == [REFUSED[sentence]]


def test_the_place_is_that_of_the_words_in_the_amending_act() -> None:
    _, (problem,) = amended("1. Note. x", '2. In Article 2,\n the word "maps" is deleted.')

    assert render(problem) == (
        "error[L501] words-not-found: the words `maps` do not occur in `Article 2`\n"
        "  --> act/amendments/one.en.law:8:12 (Article 1, 2.)\n"
        '8 |  the word "maps" is deleted.\n'
        "  |            ^^^^\n"
        "help: copy them from the act, which reads there: `A reader may borrow: books; films.`"
    )


def test_every_operation_is_tried_and_the_others_are_applied() -> None:
    text, problems = amended(
        "Article 7 is repealed.", "Point 1) of Article 2 is repealed.", "Article 8 is repealed."
    )

    assert [one.code.value for one in problems] == ["L503", "L503"]
    assert text == ACT.replace("1) books;", "1) Note. Repealed.")


def test_only_articles_have_headings() -> None:
    points = ("1. In paragraph 1 of Article 1:", '1) the heading is replaced by "X".')

    assert refused(*points) == [
        "L503 `paragraph 1 of Article 1` has no heading: only articles have one"
    ]


def test_what_is_repealed_is_not_repealed_again() -> None:
    again = "Point 1) of Article 2 is repealed."

    assert refused(again, again) == ["L503 `Point 1) of Article 2` is repealed already"]


def test_an_element_with_two_versions_is_not_amended_alone() -> None:
    act = "LAW ON CARDS\nof the Town\n1 May 2024\n\nArticle 1. X\n\n1. a.\n1. b.\n"

    assert refused("Paragraph 1 of Article 1 is repealed.", act=act) == [
        "L502 `Paragraph 1 of Article 1` stands 2 times in the act"
    ]


@pytest.mark.parametrize(
    ("title", "good"),
    [
        ('"LAW ON CARDS of the Town"', True),
        ('"LAW ON\n  CARDS"', True),
        ('"of the Town" of 1 May 2024', True),
        ('"LAW ON"', False),
        ('"law on cards"', True),
        ('"Law on Cards of the town"', True),
        ('"LAW ON CARDS" of 2 May 2024', False),
    ],
)
def test_the_act_is_named_by_lines_of_its_title_and_by_its_day(title: str, good: bool) -> None:
    text = f"LAW\n\nArticle 1.\n\nThis Law amends the Law {title}. Article 2 is repealed.\n"
    amending = Source("act/amendments/one.en.law", text)
    _, problems = consolidated(Source("town/cards/en.law", ACT), amending, "en")

    assert [one.code.value for one in problems] == ([] if good else ["L505"])


def test_the_act_may_be_named_again() -> None:
    again = 'This Law amends the Law "of the Town" of 1 May 2024 as follows:'

    assert refused(f'{again}\n1) in Article 2, the word "maps" is deleted.') == [
        "L501 the words `maps` do not occur in `Article 2`"
    ]


@pytest.mark.parametrize(
    ("body", "code"),
    [("Article 2 is repealed.", "L505"), (NAMED, "L506"), ("Note. Nothing.", "L506")],
)
def test_an_act_that_names_none_or_amends_nothing_is_told(body: str, code: str) -> None:
    amending = Source("act/amendments/one.en.law", f"LAW\n\nArticle 1.\n\n{body}\n")
    result, problems = consolidated(Source("town/cards/en.law", ACT), amending, "en")

    assert [one.code.value for one in problems] == [code]
    assert result.text == ACT


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (
            'In Article 1, in paragraph 2, the figures "18" are replaced by the figures "20".',
            "name the element whole: `paragraph 2 of Article 1`",
        ),
        (
            "In paragraph 1 of Article 1, in point 3):",
            "name the element whole: `point 3) of paragraph 1 of Article 1`",
        ),
        (
            'The Law "LAW ON CARDS of the Town" is amended as follows:',
            "name the act that is amended so: "
            '`This Law amends the Law "LAW ON CARDS of the Town" as follows:`',
        ),
        (
            'In the Law "of the Town":',
            "name the act that is amended so: "
            '`This Law amends the Law "of the Town" as follows:`',
        ),
    ],
)
def test_how_a_bill_names_what_it_amends_is_told(sentence: str, help_: str) -> None:
    _, (problem, *_) = amended(f"{sentence}\n1) point 2) of Article 2 is repealed.")

    assert (problem.code.value, problem.help) == ("L506", help_)


@pytest.mark.parametrize(
    "sentence", ['In Article 2 "maps" is deleted.', 'Delete "maps".', 'The words "maps" go.']
)
def test_what_is_quoted_later_is_no_title(sentence: str) -> None:
    _, (problem,) = amended(sentence)

    assert "name the" not in str(problem.help)


def test_a_number_that_was_broken_off_its_sentence_is_told() -> None:
    _, (problem,) = amended("1. Note. x", "2. This Law enters into force on 1 July\n2026.")

    assert problem.help == (
        "if `2026.` belongs to it, write it on the line before: "
        "a line that begins so begins an element"
    )
