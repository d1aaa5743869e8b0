"""Conditions that ask for nothing where they stand."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.prove.library import finding_codes, findings_of

ENTITLED = "is entitled to a card"
TWENTY = "has reached the age of twenty years on the day of the request"
TEN = "has reached the age of ten years on the day of the request"


def test_what_stands_before_makes_it_so() -> None:
    (one,) = findings_of(f"A person who {TWENTY} and {TEN} {ENTITLED}.", "")[:1]

    assert (one.code.value, one.severity.value) == ("L604", "warning")
    start, end = one.primary.span
    assert one.primary.source.text[start:end].replace("\n", " ") == TEN
    assert one.help is not None
    assert one.help.startswith("what stands before it makes it so: ")


def test_no_case_makes_it_false() -> None:
    text = (
        "A person is entitled to a card if the person attends a school of the town or the "
        "person does not attend a school of the town."
    )

    (one,) = findings_of(text)
    assert (one.code.value, one.where) == ("L604", "Article 1")
    start, end = one.primary.span
    assert one.primary.source.text[start:end] == text.partition(" if ")[2].rstrip(".")

    listed = (
        "1. A person is entitled to a card if all of the following apply:\n"
        "   1) the person lives in the town; and\n"
        "   2) the person attends a school of the town or the person does not attend a school "
        "of\n      the town."
    )
    (one,) = findings_of(listed)
    assert (one.code.value, one.where) == ("L604", "Article 1, 1., 2)")
    assert one.help is not None
    assert one.help.startswith("no case makes it false: ")


def test_the_noun_that_a_later_word_implies_is_no_alarm() -> None:
    words = """
fact person.pregnant: truth
fact person.sex: one of female, male
assume person: sex is female or not pregnant
class person.woman means sex = female
  en a "a woman" the "the woman"
phrase person.pregnant means pregnant
  en yes "the person | is pregnant" no "the person | is not pregnant"
"""
    assert finding_codes("A woman who is pregnant is entitled to a card.", words) == []


def test_a_person_is_asked_for_nothing() -> None:
    assert finding_codes("A person is entitled to a card.") == []


def test_of_each_loan_what_stands_outside_is_known() -> None:
    text = (
        "A person who lives in the town is entitled to a card if at least one of the person's "
        "loans satisfies all of the following:\n1) the loan is late; and\n"
        "2) the person lives in the town."
    )

    assert finding_codes(text) == [("L604", "Article 1, 2)")]


def test_an_exception_that_never_comes_about() -> None:
    text = (
        f"A person who {TWENTY} {ENTITLED}, unless the person has not reached the age of ten "
    )
    text += "years on the day of the request."
    (one,) = findings_of(text)

    assert one.code.value == "L603"
    assert one.message == "this can never be true where it is asked"


def test_an_exception_that_can_come_about() -> None:
    text = f"A person who {TEN} {ENTITLED}, unless the person {TWENTY}."

    assert finding_codes(text) == []


def test_what_stands_in_a_provision_that_never_applies_is_not_told_twice() -> None:
    text = (
        "A person is entitled to a card if the person lives in the town and the person does "
        "not live in the town and the person attends a school of the town."
    )

    assert finding_codes(text) == [("L602", "Article 1")]


def test_a_list_of_which_one_is_always_true() -> None:
    text = (
        "1. In this Act, a young reader means any of the following:\n"
        "   1) a person who lives in the town; or\n"
        "   2) a person who does not live in the town.\n"
        "2. A young reader is entitled to a card."
    )
    (one,) = findings_of(text)

    assert (one.code.value, one.where) == ("L604", "Article 1, 1.")
