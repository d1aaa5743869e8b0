"""Every rule of the sentence grammar, from a short text to what it means."""

from __future__ import annotations

import pytest

from lawc.ir.show import show
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

VOCABULARY = """\
month end up
kind reader
  en a "a reader" the "the reader" following "the following readers" each "each reader"
kind loan of reader in loans
  en a "a loan" the "the loan" many "the reader's loans" one "one loan" each "each loan"
money EUR
  en noun "euro"
unit cent = 0.01
  en noun "cent"
unit day = 1
  en noun "day"
parameter lending_day chooses versions
  en noun "the lending day"
fact reader.born: date
  en clause "the reader | was born"
fact reader.member: truth
fact reader.group: one of pupil, student, other
  en value pupil "pupils" value student "students" value other "others"
fact reader.income: money EUR
  en noun "the income"
fact loan.days_late: count
  en noun "the number of days late"
fact loan.returned: date
  en noun "the day of return"
fact loan.book_lost: truth
class reader.pupil means group = pupil
  en a "a pupil" the "the pupil"
concept reader.young
  en a "a young reader" the "the reader"
concept loan.late
  en a "a late loan" the "the loan" many "late loans"
phrase reader.member means member
  en yes "the reader | is a member" no "the reader | is not a member"
phrase reader.aged(number: count, day: day) means born + number years <= day
  en yes "the reader | has reached the age of [number] years on [day]"
     no "the reader | has not reached the age of [number] years on [day]"
phrase reader.among(group: group) means group in group
  en yes "the reader | is among [group]"
phrase reader.earns(sum: money) means income >= sum
  en yes "the reader | earns [sum] or more"
phrase loan.lost means book_lost
  en yes "the loan | is of a lost book" no "the loan | is not of a lost book"
phrase loan.late(number: count) means days_late > number
  en yes "the loan | is more than [number] days late"
fact loan.lent: date
span loan from lent to returned
  en yes "the reader | borrowed a book"
quantity loan.due: date
  en noun "the due day"
quantity loan.fee: money EUR
  en noun "the fee"
quantity reader.loans_late: count
  en noun "the number of late loans"
quantity loan.rate: fraction
  en noun "the rate"
decision loan.outcome: one of free, charged, barred
  otherwise charged
  excluded barred
decision loan.discount: fraction
  en noun "the discount" many "discounts"
instrument lending_act
  grants outcome: free
  grants discount
  en a "a lending act"
effect loan.free
  gives outcome = free
  en yes "the reader | may borrow free of charge" many "may borrow free of charge"
effect loan.discount(by: fraction)
  gives discount = by
  en clause "the charge is reduced by [by]"
"""
GIVEN = "the reader is a member"
FREE = "A reader may borrow free of charge"
DEFINED = "In this Act, a young reader means a reader who is a member."

# For each rule: a text that uses it, and a line of what it means.
TEXTS = {
    "grants": (f"1. {FREE} if {GIVEN}.", "gives outcome = free"),
    "grants_following": (
        "1. The following readers may borrow free of charge:\n1) a pupil; or\n2) a reader who "
        "is a member, unless the reader is among students.",
        "art_1__para_1__point_2 of loan",
    ),
    "imposes": ("1. The charge is reduced by one third for a pupil.", "gives discount = 1/3"),
    "excludes": (
        f"1. {FREE}.\n2. Paragraph 1 of this Article does not apply to a pupil.",
        "displaces art_1__para_1",
    ),
    "forbids": (
        f"1. {FREE}.\n2. A lending act does not apply to a reader if {GIVEN}.",
        "forbids outcome = free",
    ),
    "limits": (
        f"1. {FREE}.\n2. Paragraph 1 of this Article applies to a loan only if {GIVEN}.",
        "displaces art_1__para_1",
    ),
    "notwithstanding": (
        f"1. {FREE}.\n2. Notwithstanding paragraph 1 of this Article, the charge is reduced by "
        "one half for a pupil.",
        "displaces art_1__para_1",
    ),
    "subject_to": (
        "1. Subject to paragraph 2 of this Article, a reader may borrow free of charge.\n"
        "2. Paragraph 1 of this Article does not apply to a pupil.",
        "displaces art_1__para_1",
    ),
    "in_force": (
        "1. In force from 1 January 2024 to 31 December 2024, a pupil may borrow free of "
        "charge.",
        "in force 2024-01-01..2024-12-31",
    ),
    "means": (f"1. {DEFINED}\n2. A young reader may borrow free of charge.", "young of reader"),
    "means_following": (
        "1. In this Act, a young reader means any of the following:\n1) a pupil; or\n"
        "2) a reader who is a member.\n2. A young reader may borrow free of charge.",
        '"a pupil; or" @art_1__para_1__point_1',
    ),
    "means_day": (
        f"1. In this Act, the lending day means 2 May 2024.\n2. {FREE}.",
        "lending_day = 2024-05-02 @art_1__para_1",
    ),
    "terms_following": (
        "1. In this Act, the following terms are used:\n1) a young reader means a pupil.\n"
        "2. A young reader may borrow free of charge.",
        "young of reader @art_1__para_1__point_1",
    ),
    "term_item": (
        "1. In this Act, the following terms are used:\n1) a young reader means any of the "
        "following:\na) a pupil.\n2. A young reader may borrow free of charge.",
        "@art_1__para_1__point_1",
    ),
    "amounts": (
        "1. The fee is 0.25 euro multiplied by the number of days late, not more than 5 euro.",
        "5",
    ),
    "amounts_by_row": (
        "1. The rate is given by the row in which the number of days late falls:\n"
        "| up to 3 | 10 per cent |\n| over 3 | 20 per cent |",
        "rate of loan",
    ),
    "combines": (
        "1. The charge is reduced by one half for a pupil.\n2. Where several discounts apply "
        "to one loan, the largest is applied.",
        "discount of loan: fraction, largest",
    ),
    "enters_into_force": (
        f"1. {FREE}.\n2. This Act enters into force on 1 May 2024.\n3. In this Act, the "
        "lending day means the day on which this Act enters into force.",
        "lending_day = 2024-05-01",
    ),
    "applies_separately": (
        f"1. {FREE}.\n2. Paragraph 1 of this Article is applied to each loan separately.",
        "gives outcome = free",
    ),
    "list_of": (
        f"1. {FREE} if at least two of the following apply:\n1) {GIVEN};\n2) the reader is "
        "among pupils;\n3) the loan is of a lost book.",
        "at least 2 of",
    ),
    "members_list": (
        f"1. {FREE} if at least one of the reader's loans satisfies all of the following:\n"
        "1) the loan is of a lost book; and\n2) the loan is more than three days late.",
        "at least 1 loan with",
    ),
    "members": (
        f"1. {FREE} if none of the reader's loans is of a lost book.",
        "at least 1 loan with",
    ),
    "members_are": (
        f"1. {FREE} if each of the reader's loans is a late loan.\n2. In this Act, a late loan "
        "means a loan that is more than two days late.",
        "every loan with",
    ),
    "both": (f"1. {FREE} if {GIVEN} and the loan is of a lost book.", "all"),
    "either": (f"1. {FREE} if {GIVEN} or the loan is of a lost book.", "any"),
    "not_the_case": (f"1. {FREE} if it is not the case that {GIVEN}.", "not"),
    "is_class": (f"1. {FREE} if the reader is a pupil.", "reader.group in (pupil)"),
    "is_not_class": (f"1. {FREE} if the reader is not a pupil.", "not"),
    "applies": (
        f"1. {FREE}.\n2. The charge is reduced by one half if paragraph 1 of this Article "
        "applies to the loan.",
        "art_1__para_1",
    ),
    "compares": (f"1. {FREE} if the income is not more than 1 200 euro.", "1200"),
    "one_of_classes": (
        "1. A pupil, or a reader who is a member may borrow free of charge.", ""
    ),
    "both_predicates": (
        "1. A reader who is a member and who is among pupils may borrow free of charge.", "all"
    ),
    "either_predicates": (
        "1. A reader who is a member or is among pupils may borrow free of charge.", "any"
    ),
}  # fmt: skip


def compiled(text: str) -> Compiled:
    """Compile the paragraphs of one article."""
    act = Source("en.law", f"THE LENDING ACT\n\nArticle 1. Lending\n\n{text}\n")
    return compile_source(act, "test/lending", (Source("test/lending.vocabulary", VOCABULARY),))


@pytest.mark.parametrize("rule", TEXTS)
def test_rule_means(rule: str) -> None:
    text, meant = TEXTS[rule]
    found = compiled(text)

    if rule == "one_of_classes":  # a sentence decides of one class; a list has several
        assert found.law is None
        return
    assert found.law is not None, [(one.message, one.help) for one in found.errors]
    assert meant in show(found.law)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("eighteen years on 1 May 2024", "18 years"),
        ("twenty-one years on 1 May 2024", "21 years"),
        ("90 years on the lending day", "lending_day"),
        ("ninety-nine years on the day of return", "loan.returned"),
    ],
)
def test_ages_and_days_are_read(written: str, meant: str) -> None:
    found = compiled(
        f"1. A reader who has reached the age of {written} may borrow free of charge."
    )

    assert found.law is not None, found.errors
    assert meant in show(found.law)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("one third", "1/3"), ("three quarters", "3/4"), ("15 per cent", "15 %")],
)
def test_fractions_are_read(written: str, meant: str) -> None:
    found = compiled(f"1. The charge is reduced by {written} for a pupil.")

    assert found.law is not None, found.errors
    assert f"gives discount = {meant}" in show(found.law)


@pytest.mark.parametrize(
    "text",
    [
        "1. A loan may borrow free of charge.",
        f"1. {FREE} if the loan is a pupil.",
        f"1. {FREE} if each of the reader's loans is a member.",
        f"1. {FREE} if each of the reader's loans is a pupil.",
    ],
)
def test_what_is_said_of_a_thing_of_another_kind_is_refused(text: str) -> None:
    assert "WRONG_CLASS" in [one.code.name for one in compiled(text).errors]


def test_first_words_without_effect_are_refused() -> None:
    text = f"1. {FREE}.\n2. Notwithstanding paragraph 1 of this Article, this Act"

    found = compiled(f"{text} enters into force on 1 May 2024.")

    assert [one.code.name for one in found.errors] == ["DECIDES_NOTHING"]
