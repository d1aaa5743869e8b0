"""No help takes away a word that a drafter wrote, but for one that is misspelt."""

from __future__ import annotations

import pytest

from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """\
kind tenant
  en a "a tenant" the "the tenant"
kind member of tenant in members
  en a "a member" the "the member" many "the members"
money EUR
  en noun "euro"
fact tenant.rent: money EUR
  en noun "the rent"
fact tenant.income: money EUR
  en noun "the household income"
fact tenant.arrears: truth
phrase tenant.arrears means arrears
  en yes "the tenant | has arrears" no "the tenant | has no arrears"
fact tenant.lease: truth
phrase tenant.lease means lease
  en yes "the tenant | has a written lease"
concept member.vulnerable
  en a "a vulnerable member"
quantity tenant.basic: money EUR
  en noun "the basic amount"
quantity tenant.supplement: money EUR
  en noun "the supplement"
decision tenant.benefit: money EUR
  en noun "the benefit"
decision tenant.entitled: truth
effect tenant.entitle gives entitled = true
  en yes "the tenant | is entitled to the benefit"
effect tenant.lower(by: fraction) gives benefit = 5 if by = 1
  en clause "the benefit is lowered by [by]"
"""
HEADING = "Article 1. Benefit\n\n"
IF = "A tenant is entitled to the benefit if {}."


def only_error(sentence: str) -> Diagnostic:
    vocabulary = Source("test/test.vocabulary", VOCABULARY)
    source = Source("test/act/en.law", f"{HEADING}{sentence}\n")
    made = compile_source(source, "test/act", (vocabulary,))
    (found,) = (one for one in made.problems if one.severity is Severity.ERROR)
    return found


def fixed(sentence: str) -> list[str]:
    law = f"{HEADING}{sentence}\n"
    return [
        (law[: one.span.start] + one.text + law[one.span.end :]).removeprefix(HEADING).rstrip()
        for one in only_error(sentence).fixes
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The benefit is reduced by the household income.",
        "The benefit is increased by the supplement.",
        "The benefit is capped at the rent.",
        "The benefit is withheld from the supplement.",
        "The benefit is increased by one half.",
        "The benefit is the monthly rent.",
        "The benefit is the share of the rent.",
        "The benefit is the rent of the spouse.",
        "The benefit is the individual income.",
        "The full benefit is the basic amount plus the supplement.",
        "The benefit is the supplement of members who are vulnerable members.",
        "A tenant whose spouse has arrears is entitled to the benefit.",
        "A former tenant is entitled to the benefit.",
        "A tenant formerly entitled to the benefit is entitled to the benefit.",
        IF.format("the tenant paid off arrears"),
        IF.format("the tenant disputes arrears"),
        IF.format("the tenant had arrears"),
        IF.format("the tenant has applied for a written lease"),
        IF.format("the tenant claims that the tenant has a written lease"),
        IF.format("the tenant has an oral lease"),
        IF.format("the tenant formerly has a written lease"),
        IF.format("the tenant has a forged written lease"),
        IF.format("the rent is usually less than 500 euro"),
        IF.format("the tenant has his arrears"),
        IF.format("the tenant's has arrears"),
        IF.format("a member has arrears"),
        "A tenant who shall have arrears is entitled to the benefit.",
        "A tenant who has no arrears or written lease is entitled to the benefit.",
    ],
)
def test_no_word_that_says_something_is_taken_away(sentence: str) -> None:
    assert fixed(sentence) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("the tenant has has a written lease", "the tenant has a written lease"),
        ("the tenant also has arrears", "the tenant has arrears"),
        ("the tenant arrears has", "the tenant has arrears"),
        ("the tenant have arrears", "the tenant has arrears"),
        ("the tenant hsa arrears", "the tenant has arrears"),
        ("the tenant has written lease", "the tenant has a written lease"),
        ("the tenant has the written lease", "the tenant has a written lease"),
        ("the tenant has a writt lease", "the tenant has a written lease"),
        ("tenant has arrears", "the tenant has arrears"),
        ("the tenant ahs arrears", "the tenant has arrears"),
        ("the rents is less than 500 euro", "the rent is less than 500 euro"),
    ],
)
def test_what_is_misspelt_or_says_nothing_is_mended(written: str, meant: str) -> None:
    assert IF.format(meant) in fixed(IF.format(written))


@pytest.mark.parametrize(
    ("sentence", "declared"),
    [
        (
            "The full benefit is the basic amount plus the supplement.",
            'quantity tenant.full_benefit: money EUR\n  en noun "the full benefit"\n',
        ),
        (
            "The benefit is the monthly rent.",
            'fact tenant.monthly_rent: money EUR\n  en noun "the monthly rent"\n',
        ),
        (
            IF.format("the monthly rent is not more than 500 euro"),
            'fact tenant.monthly_rent: money EUR\n  en noun "the monthly rent"\n',
        ),
    ],
)
def test_a_name_that_is_not_known_may_be_declared(sentence: str, declared: str) -> None:
    error = only_error(sentence)

    assert str(error.help).endswith("; or declare in the vocabulary what it says")
    assert [each.text for each in error.declarations] == [declared]


@pytest.mark.parametrize(
    "sentence",
    [
        "A tenant whose spouse has arrears is entitled to the benefit.",
        "A tenant of a house is entitled to the benefit.",
    ],
)
def test_what_is_no_name_and_no_effect_is_not_declared_as_one(sentence: str) -> None:
    error = only_error(sentence)

    assert "declare" not in str(error.help)
    assert not error.declarations


@pytest.mark.parametrize(
    "sentence",
    ["The benefit is net of the rent.", IF.format("the tenant's spouse has arrears")],
)
def test_no_other_word_is_said_to_be_the_one_that_is_meant(sentence: str) -> None:
    assert "if that is the word meant" not in str(only_error(sentence).help)


def test_who_shall_be_is_who_is() -> None:
    assert fixed("A tenant will be entitled to the benefit.") == [
        "A tenant shall be entitled to the benefit.",
        "A tenant is entitled to the benefit.",
    ]
