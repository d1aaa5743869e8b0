"""A help that names a wording is followed: the sentence then reads, as the help promised."""

from __future__ import annotations

import re

import pytest

from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.source import Source

LIBRARY = """\
kind reader
  en a "a reader" the "the reader"
kind child of reader in children
  en a "a child" the "the child" many "the reader's children"
kind loan of reader in loans
  en a "a loan" the "the loan" many "the reader's loans"
money EUR
  en noun "euro"
unit euro = 1
  en noun "euro"
parameter loan_day
  en noun "the day of the request"
fact reader.born: date
fact reader.lives: truth
phrase reader.lives means lives
  en yes "the reader | lives in the town" no "the reader | does not live in the town"
phrase reader.reached(number: count, day: day) means born + number years <= day
  en yes "the reader | has reached the age of [number] years on [day]"
fact reader.section: one of fiction, science
  en value fiction "a novel" value science "a treatise"
phrase reader.reads(book: section) means section in book
  en yes "the reader | reads [book]"
fact reader.books: count
  en noun "the number of books"
fact reader.debt: money EUR
  en noun "the debt"
fact reader.income: money EUR
  en noun "the reader's income"
fact loan.late: truth
phrase loan.late means late
  en yes "the loan | is late" no "the loan | is not late"
fact loan.delay: count
  en noun "the delay"
concept reader.young
  en a "a young reader"
quantity reader.children_in_all: count
  en noun "the number of children"
quantity reader.half: money EUR
  en noun "the half"
decision reader.card: truth
effect reader.entitle gives card = true
  en yes "the reader | is entitled to a card"
decision reader.fee: money EUR
  en noun "the fee"
effect reader.lower(by: fraction) gives fee = 5 if by = 1
  en clause "the fee is lowered by [by]"
"""
HEADING = "Article 1. Cards\n\n"
IF = "A reader is entitled to a card if {}."
OF_LOANS = (
    "say of how many it is to be so: `at least one of the reader's loans`, `each of the "
    "reader's loans`, `none of the reader's loans`"
)
ONE_READER = "write `a reader`: a provision speaks of one"
AT_MOST = "say what the amount is, and limit it after `, not more than` or `, not less than`"
APART = (
    "say in a sentence of its own what `{}` is, as a quantity that the vocabulary declares, "
    "and write its name here"
)
COUNTED = (
    "compare a quantity: declare it in the vocabulary, and say in a provision that it is `the "
    "number of the reader's children`"
)
WHOLE_AMOUNT = "end the amount here: for which time it is paid is said where it is declared"
COMPARED = "name the amount that is compared: a thing itself is not more or less than another"
ALONE = (
    "write the number alone, or with `per cent` or `euro`: what else it counts is said where "
    "it is declared"
)
NOTE = (
    "if it decides nothing, begin it with `Note.`, as the last line; if it decides, declare in "
    "the vocabulary what it says"
)


def errors(sentence: str) -> list[Diagnostic]:
    vocabulary = Source("test/test.vocabulary", LIBRARY)
    source = Source("test/act/en.law", f"{HEADING}{sentence}\n")
    problems = compile_source(source, "test/act", (vocabulary,)).problems
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def unread(sentence: str) -> list[Diagnostic]:
    """Return the errors of a text that is not read, without those of what it means."""
    return [problem for problem in errors(sentence) if problem.code.value.startswith("L1")]


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
        "Every reader who lives in the town is entitled to a card.",
        ONE_READER,
        "A reader who lives in the town is entitled to a card.",
    ),
    (
        "Readers who live in the town are entitled to a card.",
        ONE_READER,
        "A reader who lives in the town is entitled to a card.",
    ),
    (
        IF.format("the reader has more than two children"),
        COUNTED,
        "The number of children is the number of the reader's children. "
        + IF.format("the number of children is more than two"),
    ),
    (
        "A reader and a child are entitled to a card.",
        "say it of each of them in a sentence of its own",
        "A reader is entitled to a card.",
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
    # amounts
    (
        "The fee is one-third of the debt.",
        "write `the debt multiplied by one third`",
        "The fee is the debt multiplied by one third, rounded up to a whole euro.",
    ),
    (
        "The fee is half the debt.",
        "write `the debt multiplied by one half`",
        "The fee is the debt multiplied by one half, rounded up to a whole euro.",
    ),
    (
        IF.format("the debt is more than half the reader's income"),
        APART.format("half the reader's income"),
        "The half is the reader's income multiplied by one half, rounded up to a whole euro. "
        + IF.format("the debt is more than the half"),
    ),
    (
        "The fee is 5 euro plus 2 euro per child.",
        APART.format("2 euro per child"),
        "The half is 2 euro. The fee is 5 euro plus the half.",
    ),
    (
        "The fee is 2 euro for each book.",
        "write `multiplied by` and the number of what it is for",
        "The fee is 2 euro multiplied by the number of books.",
    ),
    ("The fee is 2 euro a month.", WHOLE_AMOUNT, "The fee is 2 euro."),
    ("The fee is 2 euro per day.", WHOLE_AMOUNT, "The fee is 2 euro."),
    ("The fee is 2 euro monthly.", WHOLE_AMOUNT, "The fee is 2 euro."),
    (
        "The fee is the debt minus 5 euro.",
        "write `less` between an amount and what is taken from it",
        "The fee is the debt less 5 euro.",
    ),
    (
        "The fee is 2 euro times the number of books.",
        "write `multiplied by` between an amount and a number",
        "The fee is 2 euro multiplied by the number of books.",
    ),
    (
        "The fee is twice the debt.",
        "write an amount, `multiplied by`, and a number",
        "The fee is the debt multiplied by 2.",
    ),
    (
        "The fee is the debt divided by 3.",
        "multiply by a part instead, as in `multiplied by one third`",
        "The fee is the debt multiplied by one third, rounded up to a whole euro.",
    ),
    (
        "The fee is the sum of the debt and 5 euro.",
        "write `plus` between an amount and what is added to it, without `the sum of`",
        "The fee is the debt plus 5 euro.",
    ),
    (
        "The fee is the difference between the debt and 5 euro.",
        "write an amount, `less`, and what is taken from it",
        "The fee is the debt less 5 euro.",
    ),
    (
        "The fee is the debt or 5 euro, whichever is less.",
        "write `the smaller of` or `the larger of` before the first amount, and `and` between "
        "them",
        "The fee is the smaller of the debt and 5 euro.",
    ),
    ("The fee is not more than 5 euro.", AT_MOST, "The fee is the debt, not more than 5 euro."),
    ("The fee shall not exceed 5 euro.", AT_MOST, "The fee is the debt, not more than 5 euro."),
    (
        "The fee is EUR 5.",
        "write an amount of money as a number and `euro`",
        "The fee is 5 euro.",
    ),
    (
        "The fee is the debt multiplied by one third, rounded to the nearest whole euro.",
        "leave out `whole`",
        "The fee is the debt multiplied by one third, rounded to the nearest euro.",
    ),
    (
        "The fee is lowered by 10 euro.",
        "write a fraction in words, or a number in figures and per cent",
        "The fee is lowered by 10 per cent.",
    ),
    (
        "The fee is lowered by half.",
        "write `one half`",
        "The fee is lowered by one half.",
    ),
    (
        "The fee is the debt reduced by 10 per cent.",
        "multiply the amount, with `multiplied by`, by the part that is left",
        "The fee is the debt multiplied by 90 per cent, rounded up to a whole euro.",
    ),
    (
        "The fee is (the debt less 5 euro) multiplied by 2.",
        APART.format("the debt less 5 euro"),
        "The half is the debt less 5 euro. The fee is the half multiplied by 2.",
    ),
    (
        "The fee is the debt less 5 euro less 2 euro.",
        APART.format("the debt less 5 euro"),
        "The half is the debt less 5 euro. The fee is the half less 2 euro.",
    ),
    (
        "The fee is the debt, capped at 5 euro.",
        "write `not more than` or `not less than`",
        "The fee is the debt, not more than 5 euro.",
    ),
    (
        "The fee is the debt, with a maximum of 5 euro.",
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
        IF.format("5 euro is more than the debt"),
        "begin a comparison with the name of what is compared, before `is`",
        IF.format("the debt is less than 5 euro"),
    ),
    (
        IF.format("the debt and the reader's income are less than 5 euro"),
        "compare each of them in a clause of its own",
        IF.format("the debt is less than 5 euro and the reader's income is less than 5 euro"),
    ),
    (
        "The fee is 2 euro if the reader lives in the town, otherwise 5 euro.",
        "say in a sentence of its own what it is otherwise, with the condition for that",
        "The fee is 2 euro if the reader lives in the town. The fee is 5 euro if the reader "
        "does not live in the town.",
    ),
    (
        IF.format("the number of books is at least three books"),
        ALONE,
        IF.format("the number of books is at least three"),
    ),
    (
        IF.format("the debt is less than or equal to 5 euro"),
        "say which is meant: `at least`, `equal to`, `less than`, `more than`, `not more than`",
        IF.format("the debt is not more than 5 euro"),
    ),
    (
        IF.format("the debt isn't more than 5 euro"),
        "write what `isn't` stands for in full",
        IF.format("the debt is not more than 5 euro"),
    ),
    # conditions
    (
        "The fee is 2 euro, except for a reader who lives in the town.",
        "say in a condition where it is so, after `if`",
        "The fee is 2 euro if the reader does not live in the town.",
    ),
    (
        "A reader is entitled to a card, except a reader who lives in the town.",
        "say in a condition where it is not so, after `unless`",
        "A reader is entitled to a card unless the reader lives in the town.",
    ),
    (
        "The fee is 2 euro for a reader who lives in the town.",
        "say in a condition of whom it is so, after `if`",
        "The fee is 2 euro if the reader lives in the town.",
    ),
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
        "write one of `a novel`, `a treatise`; or declare `fact reader.reads_a_poem: truth` in "
        "the vocabulary, and `phrase reader.reads_a_poem means reads_a_poem en yes "
        '"the reader | reads a poem"`',
        IF.format("the reader reads a treatise"),
    ),
    (
        IF.format("the number of books is not equal to two"),
        "begin the clause with `it is not the case that`, and leave out `not`",
        IF.format("it is not the case that the number of books is equal to two"),
    ),
    (
        IF.format("either the reader lives in the town or the reader reads a novel"),
        "leave out `either`",
        IF.format("the reader lives in the town or the reader reads a novel"),
    ),
    (
        "A young reader shall mean a reader who lives in the town.",
        "write `means` between a term and what it is",
        "A young reader means a reader who lives in the town.",
    ),
    (
        "A young reader is defined as a reader who lives in the town.",
        "write `means` between a term and what it is",
        "A young reader means a reader who lives in the town.",
    ),
    (
        "Article 1(2) does not apply to a reader.",
        "name it in words: `paragraph 1 of this article`",
        "Paragraph 1 of this Article does not apply to a reader.",
    ),
    # duties, and what is denied
    (
        "A reader shall be entitled to a card when the reader lives in the town.",
        "write `is` instead of `shall be`",
        IF.format("the reader lives in the town"),
    ),
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
    (problem,) = errors(sentence)

    assert problem.help == help_
    assert problem.fixes == ()
    assert unread(followed) == []
    wordings = [text for text in re.findall("`([^`]*)`", help_) if text not in sentence]
    wordings = [] if help_ == ALONE else wordings
    assert not wordings or any(text.lower() in followed.lower() for text in wordings)


@pytest.mark.parametrize(
    ("sentence", "fixed"),
    [
        (
            "A reader, who lives in the town, is entitled to a card.",
            "A reader who lives in the town is entitled to a card.",
        ),
        (
            IF.format("the reader lives in the town and reads a novel"),
            IF.format("the reader lives in the town and the reader reads a novel"),
        ),
        (
            IF.format("the debt is more than 5 euro or less than 2 euro"),
            IF.format("the debt is more than 5 euro or the debt is less than 2 euro"),
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
            "The fee is lowered by one-half.",
            "The fee is lowered by one half.",
        ),
        (
            "The fee is lowered by 10 percent.",
            "The fee is lowered by 10 per cent.",
        ),
        (
            "In this Act a young reader means a reader who lives in the town.",
            "In this Act, a young reader means a reader who lives in the town.",
        ),
        (
            "Article 1 shall not apply to a reader.",
            "Article 1 does not apply to a reader.",
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
            "A reader is entitled to a card if both of the following apply:\n1) the reader "
            "lives in the town;\n2) the debt is less than 5 euro.",
            "say which is meant: `any of the following applies`, `all of the following apply`, "
            "`none of the following applies`",
        ),
        (
            "A reader is entitled to a card if any of the following applies:\n1) the reader "
            "lives in the town;\n2) if the debt is less than 5 euro.",
            "leave out `if` here: it stands once, before all the conditions",
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

    assert "`is late`" in str(problem.help)
    assert "lives in the town" not in str(problem.help)
