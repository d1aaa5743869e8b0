"""A help names the ways that the language has, and proposes no other law."""

from __future__ import annotations

import re

import pytest
from tests.diagnostics.examples import problems, reported

from lawc.diagnostics.model import Diagnostic, Severity

CARDS = "Article 1. Cards\n\n"
CARD = "A person is entitled to a card if {}."
OF_LOANS = (
    "say of how many it is to be so: `at least one of the person's loans`, `each of the "
    "person's loans`, `none of the person's loans`"
)
DENIED = "cite the provision that gives it, and write `does not apply to` after the citation"


def only_error(sentence: str) -> Diagnostic:
    (found,) = (
        one for one in problems(f"{CARDS}{sentence}\n") if one.severity is Severity.ERROR
    )
    return found


def help_of(sentence: str) -> str:
    return str(only_error(sentence).help)


def fixed(sentence: str) -> list[str]:
    """Return the sentence with each fix of its one problem."""
    law = f"{CARDS}{sentence}\n"
    return [
        (law[: one.span.start] + one.text + law[one.span.end :]).removeprefix(CARDS).rstrip()
        for one in only_error(sentence).fixes
    ]


@pytest.mark.parametrize(
    ("said", "way"), [("above 5", "not more than"), ("not under 5", "at least")]
)
def test_comparisons_are_named_and_none_is_proposed(said: str, way: str) -> None:
    sentence = CARD.format(f"the number of books is {said}")

    assert fixed(sentence) == []
    assert f"`{way}`" in re.findall("`[^`]+`", help_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (
            "The fee is the base plus -5 euro.",
            "say without a sign what is meant: `less` takes one amount from another",
        ),
        (
            "Articles 2 \u2013 4 do not apply to a person.",
            "say without a sign what is meant: `to` leads from one number to another",
        ),
        (
            CARD.format("the number of books is more than 20 points"),
            "write the number alone, or with `per cent` or `euro`: what else it counts is said "
            "where it is declared",
        ),
        (
            "The fee is the base multiplied by half, rounded down to a whole euro.",
            "write `one half`",
        ),
        ("The fee is $713.34.", "write an amount of money as a number and `euro`"),
        (
            "The fee is 1,200 euro.",
            "write thousands apart with a space, and decimals after a point",
        ),
        (
            "The fee is 5 cent.",
            "write the number alone, or with `per cent` or `euro`: what else it counts is said "
            "where it is declared",
        ),
        (
            CARD.format("the number of books is not more than three years"),
            "write the number alone, or declare the noun as a period: `fact ...: number of "
            "months`",
        ),
        (
            "Subject to this Act, a person is entitled to a card.",
            "name the provisions by their numbers, as in `paragraph 1 of this article`",
        ),
        (
            "A person is entitled to a card. Paragraph 1 does not apply to a person.",
            "name the article too: `of this article`, or another one by its number",
        ),
        (
            "Notwithstanding point 1), the fee is 5 euro.",
            "name the article too: `of this article`, or another one by its number",
        ),
        (
            "The fee is 5 euro, and not more than 6 dollars.",
            "write the number alone, or with `per cent` or `euro`: what else it counts is said "
            "where it is declared",
        ),
        (
            "1. (a) The fee is 5 euro.",
            "write `a)` at the beginning of a line, in a list that the sentence before it "
            "opens",
        ),
        (
            "(a) The fee is 5 euro.",
            "write `a)` at the beginning of a line, in a list that the sentence before it "
            "opens",
        ),
        (
            CARD.format("the person lives in the town for each complete month"),
            "here may stand `save for`, `except for`, `on the condition that`, `on condition "
            "that`, `regardless of` and 23 more",
        ),
    ],
)
def test_what_turns_the_sense_is_named(sentence: str, help_: str) -> None:
    assert help_of(sentence) == help_
    assert fixed(sentence) == []


def test_a_lost_not_is_not_left_out() -> None:
    assert fixed(CARD.format("the person does nto live in the town")) == [
        CARD.format("the person does not live in the town")
    ]
    assert fixed(CARD.format("the person does xyz live in the town")) == []


@pytest.mark.parametrize("verb", ["doesn't live", "hardly lives", "refuses living"])
def test_a_negation_in_other_words_is_not_left_out(verb: str) -> None:
    assert fixed(CARD.format(f"the person {verb} in the town")) == []


def test_and_is_not_mixed_with_or_whatever_the_commas() -> None:
    law = CARD.format(
        "the person lives in the town, and the person attends a school of the town or the "
        "number of books is more than 5"
    )

    assert only_error(law).message == "this sentence mixes `and` with `or`"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("A person who lifes in the town is entitled to a card.", ["lives"]),
        ("A person lives in the town is entitled to a card.", ["that", "who"]),
        ("A person who lives in thetown is entitled to a card.", ["the town"]),
        ("A person who lives in the town is en titled to a card.", ["entitled"]),
        ("A p\u0435rson who lives in the town is entitled to a card.", ["person"]),
        ("\u0410 person who lives in the town is entitled to a card.", ["A"]),
    ],
)
def test_what_reads_is_proposed(written: str, meant: list[str]) -> None:
    found = fixed(written)

    assert len(found) == len(meant)
    for text, word in zip(found, meant, strict=True):
        assert word in text
        assert reported(f"{CARDS}{text}\n") == []


def test_letters_of_another_alphabet_are_told_once() -> None:
    found = problems(f"{CARDS}\u0410 person is entitled to a card.\n")

    assert [
        (one.code.value, one.help) for one in found if one.severity is not Severity.NOTE
    ] == [("L101", "type `A` again: `\u0410` has letters of another alphabet")]


def test_who_is_not_introduced_is_introduced() -> None:
    assert fixed("The person is entitled to a card.") == ["A person is entitled to a card."]


def test_what_has_a_number_or_a_negation_is_not_declared_for_the_drafter() -> None:
    for said in ("keeps 2 dogs", "does not keep a dog"):
        assert "`fact " not in help_of(CARD.format(f"the person {said}"))


def test_an_excerpt_may_begin_with_any_article() -> None:
    (found,) = problems(f"Article 3. Cards\n\n{CARD.format('the person lives in the town')}\n")

    assert found.help == (
        "begin with `Article 1`, or write `...` on a line before it in an excerpt"
    )


def test_a_misspelt_word_is_named_where_more_is_wrong() -> None:
    sentence = "A persn who lives in the tonw is entitled to a card."

    assert help_of(sentence) == "write `person`, if that is the word meant"
    assert fixed(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (
            "A person is entitled to no card if the person lives in the town.",
            "cite the provision that gives it, and write `does not apply to` after the "
            "citation",
        ),
    ],
)
def test_how_an_effect_is_denied_is_told(sentence: str, help_: str) -> None:
    assert help_of(sentence) == help_


def test_where_if_any_may_stand_is_told() -> None:
    assert help_of("The fee is the base plus 5 euro, if any.") == (
        "write `, if any` only after the name of an amount that a provision may give"
    )


def test_a_comma_before_a_joining_word_is_left_out() -> None:
    sentence = CARD.format(
        "the person lives in the town, and the number of books is more than 5"
    )

    assert help_of(sentence) == "leave out the comma before `and`"
    assert fixed(sentence) == [sentence.replace(",", "")]


def test_a_very_long_word_is_answered_in_time_and_not_repeated() -> None:
    found = only_error(f"A person who lives in the {'x' * 300_000} is entitled to a card.")

    assert len(found.message) + len(found.help or "") < 1_000


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        (
            CARD.format("at most two of the person's loans is late"),
            OF_LOANS,
        ),
        (
            "The fee is 1.000.000 euro.",
            "write thousands apart with a space, and decimals after a point",
        ),
    ],
)
def test_amounts_and_numbers_of_things_are_named(sentence: str, help_: str) -> None:
    assert help_of(sentence) == help_
    assert fixed(sentence) == []


def test_a_number_that_the_language_cannot_say_is_not_made_smaller() -> None:
    assert fixed("The fee is ten thousand euro.") == []


def test_short_words_are_near_to_too_many() -> None:
    assert (
        fixed(
            CARD.format("the person lives in the town xor the number of books is more than 5")
        )
        == []
    )
    assert fixed("The fee is twenty one euro.") == ["The fee is twenty-one euro."]


@pytest.mark.parametrize(
    ("items", "help_"),
    [
        (
            "(1) the person lives in the town;",
            "write `1)` at the beginning of a line, in a list that the sentence before it "
            "opens",
        ),
        ("- the person lives in the town;", "begin each item of a list with its number: `1)`"),
    ],
)
def test_items_begin_with_their_numbers(items: str, help_: str) -> None:
    assert help_of(CARD.format(f"any of the following applies:\n{items}\n")) == help_


def test_one_of_several_is_named() -> None:
    sentence = CARD.format("one of the following applies:\n1) the person lives in the town")

    assert reported(f"{CARDS}{sentence}\n")[1].startswith(
        "help: say which is meant: `all of the following apply`, `any of the following applies`"
    )


def test_what_is_begun_is_named_to_its_end() -> None:
    help_ = help_of("The fine is the delay in days multiplied by 0.5 euro, rounded down.")

    assert help_.startswith("here may stand ")
    assert "`rounded down to a whole`" in help_


def test_a_limit_alone_lacks_no_number() -> None:
    assert help_of("The fee is not less than 5 euro.") == (
        "say what the amount is, and limit it after `, not more than` or `, not less than`"
    )


def test_a_name_without_its_article_may_be_a_number_too() -> None:
    assert help_of("The fee is base.") == "say which is meant: `fee is the base.` or a number"


def test_a_word_behind_a_unit_is_not_left_out() -> None:
    """It may say of which part: five cents are not five euro."""
    assert fixed("The fee is 5 euro cents.") == []
    assert "leave out" not in help_of("The fee is 5 euro cents.")


@pytest.mark.parametrize(
    ("sentence", "help_"),
    [
        ("The fee is the base multiplied by .5.", "write a digit before the point: `0.5`"),
        ("The fee is .5 euro.", "write a digit before the point: `0.5`"),
        (
            "The fee is 5 euro, e.g. for the person.",
            "write `e.g.` in full: a full stop ends the sentence",
        ),
        ("Approx. 5 euro is paid.", "write `Approx.` in full: a full stop ends the sentence"),
        (
            CARD.format("it is the case that the person lives in the town"),
            "write the condition itself, without `it is the case that`; before what must not "
            "be so stands `it is not the case that`",
        ),
        (
            "A person isn't entitled to a card.",
            DENIED,
        ),
    ],
)
def test_a_form_that_the_language_does_not_write_is_told(sentence: str, help_: str) -> None:
    assert help_of(sentence) == help_


def test_a_short_form_names_the_phrases_that_deny() -> None:
    told = help_of(CARD.format("the person isn't a student"))

    assert told.startswith("write what `isn't` stands for in full, as in `the person ")
    assert fixed(CARD.format("the person isn't a student")) == []


def test_a_hyphen_inside_a_word_may_be_left_out() -> None:
    sentence = CARD.format("the number of books is at-least five")

    assert fixed(sentence) == [sentence.replace("at-least", "at least")]


def test_a_hyphen_before_a_number_may_be_a_minus() -> None:
    assert fixed(CARD.format("the number of books is more than-five")) == []


def test_a_second_sentence_that_begins_with_a_figure_has_a_problem_of_its_own() -> None:
    wrong = "5 euro is paid if the person lvies in the town."

    assert len(problems(f"{CARDS}{wrong} {wrong}\n")) == 2


@pytest.mark.parametrize("short", ["isn't", "is'nt", "isnt", "wasn't", "was'nt"])
def test_a_short_form_that_denies_is_never_left_out(short: str) -> None:
    sentence = CARD.format(f"the person {short} living in the town")

    assert fixed(sentence) == []


def test_two_words_may_be_one_of_the_language() -> None:
    assert "The fee is 5 euro." in fixed("The fee will be 5 euro.")


def test_a_decimal_comma_is_told_at_the_beginning_too() -> None:
    said = help_of("151,80 euro is the fee.")

    assert said == "write thousands apart with a space, and decimals after a point"
