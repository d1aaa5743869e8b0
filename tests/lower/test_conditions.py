"""Conditions: clauses, lists, quantifiers and classes, from their words to checked form."""

from __future__ import annotations

import pytest
from tests.lower.texts import FREE, condition, defined, described, errors, law, rules

from lawc.ir import nodes as ir
from lawc.ir.formula import formula

MEMBER, PUPIL, LOST = "the reader is a member", "reader.group in (pupil)", "loan.lost"


# --- clauses -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        (MEMBER, "reader.member"),
        ("the reader is not a member", "not reader.member"),
        ("the reader is not among pupils", f"not ({PUPIL})"),
        (
            "the loan does not fall under Article 2 of the Library Code",
            "not (loan.rule under (2))",
        ),
        (
            "the reader has not reached the age of nine years on the lending day",
            "not (reader.born + 9 years <= lending_day)",
        ),
        ("the reader is a pupil", PUPIL),
        ("the reader is not a pupil", f"not ({PUPIL})"),
        (f"it is not the case that {MEMBER}", "not reader.member"),
        ("it is not the case that the reader is not a member", "not (not reader.member)"),
        (f"{MEMBER} and the loan is of a lost book", f"reader.member and {LOST}"),
        (f"{MEMBER} or the loan is of a lost book", f"reader.member or {LOST}"),
        (
            f"{MEMBER} and the loan is of a lost book and the reader is not a pupil",
            f"reader.member and {LOST} and not ({PUPIL})",
        ),
        ("the delay is more than three", "loan.days_late > 3"),
        ("the delay is at least three", "loan.days_late >= 3"),
        ("the delay is less than three", "loan.days_late < 3"),
        ("the delay is not more than three", "loan.days_late <= 3"),
        ("the delay is equal to three", "loan.days_late = 3"),
        ("the income is less than 1 200 euro", "reader.income < 1200 EUR"),
        ("the income is less than the price", "reader.income < loan.price"),
        ("the delay is not less than three", "loan.days_late >= 3"),
        ("the delay is no less than three", "loan.days_late >= 3"),
        ("the delay is no more than three", "loan.days_late <= 3"),
        ("the delay is at most three", "loan.days_late <= 3"),
        ("the delay is greater than three", "loan.days_late > 3"),
        ("the delay exceeds three", "loan.days_late > 3"),
        ("the delay does not exceed three", "loan.days_late <= 3"),
        ("the delay is not equal to three", "loan.days_late != 3"),
        (
            "the delay exceeds three and does not exceed nine",
            "loan.days_late > 3 and loan.days_late <= 9",
        ),
        (
            "the delay is less than three or more than nine",
            "loan.days_late < 3 or loan.days_late > 9",
        ),
        (
            f"{MEMBER} and the delay is not less than three and not more than nine",
            "reader.member and loan.days_late >= 3 and loan.days_late <= 9",
        ),
        (
            "the delay is at least three but less than five",
            "loan.days_late >= 3 and loan.days_late < 5",
        ),
        (
            "the income is at least 30 per cent of the price",
            "reader.income >= (3/10 * loan.price)",
        ),
        (
            "30 per cent of the price exceeds the income",
            "(3/10 * loan.price) > reader.income",
        ),
        (
            "the sum of the price and 2 euro is less than the income",
            "(loan.price + 2 EUR) < reader.income",
        ),
    ],
)
def test_clause(clause: str, meant: str) -> None:
    assert condition(clause) == meant


def test_and_is_not_mixed_with_or() -> None:
    text = f"1. {FREE} if {MEMBER} and {MEMBER} or the loan is of a lost book."

    assert errors(text) == ["MIXED_CONNECTIVES"]


def test_the_words_of_a_clause_are_kept() -> None:
    (rule,) = law(f"1. {FREE} if the reader is a member and the reader is among pupils.").rules
    assert isinstance(rule.condition, ir.All)

    assert [part.text for part in rule.condition.parts if isinstance(part, ir.Stated)] == [
        "the reader is a member",
        "the reader is among pupils",
    ]


# --- whether a provision applies, or something is decided --------------------------------


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("paragraph 1 of this Article applies to the loan", "applies(art_1__para_1)"),
        ("Article 2 applies to the loan", "applies(art_2)"),
        ("Article 2 does not apply to the loan", "not applies(art_2)"),
        (
            "paragraphs 1 and 3 of this Article do not apply to the loan",
            "not applies(art_1__para_1, art_1__para_3)",
        ),
        ("the reader is entitled to a card", "decided(card)"),
        ("the reader may borrow free of charge", "decided(outcome) in (free)"),
    ],
)
def test_clause_about_the_law_itself(clause: str, meant: str) -> None:
    found = rules(
        f"1. {FREE}.\n2. A fine of 2 euro is due for a loan if {clause}.\n"
        "3. A reader is entitled to a card.\n\nArticle 2. Pupils\n\nA pupil may borrow free of "
        "charge."
    )

    assert found["art_1__para_2"] == meant


def test_an_effect_that_gives_what_the_text_writes_cannot_be_asked_for() -> None:
    # "a fine of 2 euro is due" has no subject: it is no test, the fine is compared instead
    found = rules(
        f"1. A fine of 2 euro is due for a loan.\n2. {FREE} if the fine is less than 3 euro."
    )

    assert found["art_1__para_2"] == "decided(fine) < 3 EUR"


# --- lists -------------------------------------------------------------------------------

ITEMS = (
    "1) the reader is a member;\n2) the reader is among pupils;\n3) the loan is of a lost book."
)
PARTS = f"reader.member, {PUPIL}, {LOST}"


@pytest.mark.parametrize(
    ("how", "meant"),
    [
        ("all of the following apply", f"reader.member and {PUPIL} and {LOST}"),
        ("none of the following applies", f"not (reader.member or {PUPIL} or {LOST})"),
        ("at least two of the following apply", f"at least 2 of ({PARTS})"),
        ("at least 3 of the following apply", f"at least 3 of ({PARTS})"),
    ],
)
def test_list(how: str, meant: str) -> None:
    assert condition(f"{how}:\n{ITEMS}") == meant


def test_an_item_may_hold_in_a_case_only() -> None:
    found = condition(
        f"all of the following apply:\n1) {MEMBER}; and\n2) if the loan is of a lost book, the "
        "delay is less than three."
    )

    assert found == f"reader.member and (not {LOST} or loan.days_late < 3)"


def test_what_goes_on_follows_a_comparison() -> None:
    text = f"1. {FREE} if the delay is more than three and {MEMBER} and is less than nine."

    assert errors(text) == ["WHICH_ONE"]


def test_any_of_the_following_makes_a_rule_for_each_item() -> None:
    assert rules(f"1. {FREE} if any of the following applies:\n{ITEMS}") == {
        "art_1__para_1__point_1": "reader.member",
        "art_1__para_1__point_2": PUPIL,
        "art_1__para_1__point_3": LOST,
    }


def test_the_class_is_required_with_each_item() -> None:
    found = rules(
        f"1. A student may borrow free of charge if any of the following applies:\n{ITEMS}"
    )

    assert set(found.values()) == {
        f"reader.group in (student) and {one}" for one in ("reader.member", PUPIL, LOST)
    }


def test_list_in_a_list() -> None:
    found = condition(
        "all of the following apply:\n1) the loan is of a lost book; and\n2) any of the "
        "following applies:\na) the reader is a member; or\nb) the reader is among pupils."
    )

    assert found == f"{LOST} and (reader.member or {PUPIL})"


def test_items_of_a_list_bear_their_element() -> None:
    (rule,) = law(f"1. {FREE} if all of the following apply:\n{ITEMS}").rules
    assert isinstance(rule.condition, ir.All)

    assert [part.eid for part in rule.condition.parts if isinstance(part, ir.Stated)] == [
        f"art_1__para_1__point_{number}" for number in (1, 2, 3)
    ]


# --- unless ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tail", "meant"),
    [
        (" unless the loan is of a lost book.", f"not {LOST}"),
        (", unless the loan is of a lost book.", f"not {LOST}"),
        (
            " if the reader is a member, unless the loan is of a lost book.",
            f"reader.member and not {LOST}",
        ),
        (
            f" unless any of the following applies:\n{ITEMS}",
            f"not (reader.member or {PUPIL} or {LOST})",
        ),
        (
            " if the reader is among students, unless all of the following apply:\n"
            "1) the reader is a member; and\n2) the loan is of a lost book.",
            f"reader.group in (student) and not (reader.member and {LOST})",
        ),
    ],
)
def test_unless_at_the_end_of_a_sentence(tail: str, meant: str) -> None:
    assert rules(f"1. {FREE}{tail}") == {"art_1__para_1": meant}


def test_unless_in_an_item_is_about_that_item_only() -> None:
    found = condition(
        "all of the following apply:\n1) the reader is a member, unless the loan is of a lost "
        "book; and\n2) the reader is among pupils."
    )

    assert found == f"(reader.member and not {LOST}) and {PUPIL}"


def test_unless_in_an_item_that_is_a_class() -> None:
    found = rules(
        "1. The following readers may borrow free of charge:\n1) a pupil, unless the loan is "
        "of a lost book; or\n2) a student."
    )

    assert found["art_1__para_1__point_1"] == f"{PUPIL} and not {LOST}"


# --- several things ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "meant"),
    [
        ("each of the reader's loans is of a lost book", f"every loan with ({LOST})"),
        (
            "none of the reader's loans is of a lost book",
            f"not (at least 1 loan with ({LOST}))",
        ),
        (
            "at least one of the reader's loans is of a lost book",
            f"at least 1 loan with ({LOST})",
        ),
        (
            "at least two of the reader's loans is of a lost book",
            f"at least 2 loan with ({LOST})",
        ),
        (
            "each of the reader's loans is a loan under Article 2 of the Library Code",
            "every loan with (loan.rule under (2))",
        ),
        (
            "none of the reader's loans is a loan of a lost book",
            f"not (at least 1 loan with ({LOST}))",
        ),
        (
            "each of the reader's loans satisfies any of the following:\n"
            "1) the loan is of a lost book; or\n2) the delay is more than 3.",
            f"every loan with ({LOST} or loan.days_late > 3)",
        ),
        (
            "at least two of the reader's loans satisfy all of the following:\n"
            "1) the loan is of a lost book; and\n2) the delay is more than 3.",
            f"at least 2 loan with ({LOST} and loan.days_late > 3)",
        ),
        (
            "none of the reader's loans satisfies none of the following:\n"
            "1) the loan is of a lost book; or\n2) the delay is more than 3.",
            f"not (at least 1 loan with (not ({LOST} or loan.days_late > 3)))",
        ),
        (
            "each of the reader's loans satisfies at least one of the following:\n"
            "1) the loan is of a lost book; or\n2) the delay is more than 3.",
            f"every loan with (at least 1 of ({LOST}, loan.days_late > 3))",
        ),
    ],
)
def test_quantifier(clause: str, meant: str) -> None:
    assert condition(clause) == meant


def test_one_that_satisfies_any_makes_a_rule_for_each_item() -> None:
    found = rules(
        f"1. {FREE} if at least one of the reader's loans satisfies any of the following:\n"
        "1) the loan is of a lost book; or\n2) the delay is more than 3."
    )

    assert found == {
        "art_1__para_1__point_1": f"at least 1 loan with ({LOST})",
        "art_1__para_1__point_2": "at least 1 loan with (loan.days_late > 3)",
    }


def test_of_which_loan_has_to_be_said_where_there_are_several() -> None:
    text = "1. A reader is entitled to a card if the loan is of a lost book."

    assert errors(text) == ["WHICH_ONE"]


# --- classes -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cls", "meant"),
    [
        ("A reader", "always"),
        ("A pupil", PUPIL),
        ("A reader who is a member", "reader.member"),
        ("A reader that is a member", "reader.member"),
        ("A reader who is not a member", "not reader.member"),
        ("A pupil who is a member", f"{PUPIL} and reader.member"),
        ("A reader who can live on 5 euro", "reader.income >= 5 EUR"),
        ("A reader who is a member and who is among pupils", f"reader.member and {PUPIL}"),
        ("A reader who is a member and is among pupils", f"reader.member and {PUPIL}"),
        (
            "A reader who is a member, who is among pupils and who earns 5 euro or more",
            f"reader.member and {PUPIL} and reader.income >= 5 EUR",
        ),
        ("A reader who is a member or who is among pupils", f"reader.member or {PUPIL}"),
        (
            "A reader who is a member, who is among pupils or earns 5 euro or more",
            f"reader.member or {PUPIL} or reader.income >= 5 EUR",
        ),
        (
            "A student who is a member or is not among pupils",
            f"reader.group in (student) and (reader.member or not ({PUPIL}))",
        ),
    ],
)
def test_class(cls: str, meant: str) -> None:
    assert described(cls) == meant


def test_and_between_predicates_is_not_mixed_with_or() -> None:
    text = (
        "1. A reader who is a member, who is among pupils and who earns 5 euro or more or who "
        "is among students may borrow free of charge."
    )

    assert errors(text) != []


def test_one_of_several_classes() -> None:
    found = defined(
        "1. In this Act, a young reader means a pupil, or a student who is a member."
    )

    assert found == f"{PUPIL} or (reader.group in (student) and reader.member)"


def test_one_of_three_classes_in_an_item() -> None:
    found = rules(
        "1. The following readers may borrow free of charge:\n1) a pupil, or a student, or a "
        "reader who is a member."
    )

    assert found == {
        "art_1__para_1__point_1": f"{PUPIL} or reader.group in (student) or reader.member"
    }


def test_a_class_to_whom_a_list_applies() -> None:
    found = rules(
        "1. The following readers may borrow free of charge:\n1) a pupil to whom all of the "
        "following apply:\na) the reader is a member; and\nb) the loan is not of a lost book."
    )

    assert found == {"art_1__para_1__point_1": f"{PUPIL} and (reader.member and not {LOST})"}


def test_a_class_to_which_a_list_applies() -> None:
    found = defined(
        "1. In this Act, a late loan means any of the following:\n1) a loan to which at least "
        "one of the following apply:\na) the loan is of a lost book; or\nb) the delay is more "
        "than 9."
    )

    assert found == f"at least 1 of ({LOST}, loan.days_late > 9)"


def test_a_class_item_with_a_list_of_its_own() -> None:
    found = rules(
        "1. The following readers may borrow free of charge:\n1) a pupil, if any of the "
        "following applies:\na) the reader is a member; or\nb) the loan is of a lost book."
    )

    assert found == {"art_1__para_1__point_1": f"{PUPIL} and (reader.member or {LOST})"}


def test_what_a_class_of_the_vocabulary_means_is_written_out() -> None:
    (rule,) = law(f"1. {FREE} if the loan is a loan under Article 2 of the Library Code.").rules

    assert isinstance(rule.condition, ir.Stated)
    assert isinstance(rule.condition.part, ir.Under)


def test_what_a_concept_means_is_left_to_its_definition() -> None:
    found = law(
        "1. In this Act, a young reader means a pupil.\n"
        "2. A young reader may borrow free of charge."
    )

    assert formula(found.rules[0].condition) == "concept(young)"


# --- numbers that ask for nothing, or for more than there is ----------------------------


@pytest.mark.parametrize("number", ["0", "zero"])
def test_at_least_none_is_no_condition(number: str) -> None:
    members = f"1. {FREE} if at least {number} of the reader's loans is of a lost book."
    items = f"1. {FREE} if at least {number} of the following apply:\n1) {MEMBER}."

    assert errors(members) == ["WRONG_VALUE"]
    assert errors(items) == ["WRONG_VALUE"]


def test_a_list_has_as_many_items_as_its_lead_in_asks_for() -> None:
    text = f"1. {FREE} if at least {{}} of the following apply:\n1) {MEMBER};\n2) {MEMBER}."

    assert errors(text.format("two")) == []
    assert errors(text.format("three")) == ["LEAD_IN_DISAGREES"]


def test_a_number_in_figures_is_the_number_in_words() -> None:
    text = (
        f"1. {FREE} if at least {{}} of the reader's loans satisfies any of the following:\n"
        "1) the loan is of a lost book; or\n2) the delay is more than three."
    )

    assert rules(text.format("1")) == rules(text.format("one"))
