"""A text that is proposed brings no other error: no circle, no fact that is defined."""

from __future__ import annotations

import pytest

from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """\
kind tenant
  en a "a tenant" the "the tenant"
money EUR
  en noun "euro"
fact tenant.rent: money EUR
  en noun "the rent"
fact tenant.rooms: count
  en noun "the number of rooms"
quantity tenant.basic: money EUR
  en noun "the basic amount"
quantity tenant.supplement: money EUR
  en noun "the supplement"
decision tenant.benefit: money EUR
  en noun "the benefit"
"""
BASIC = "1. The basic amount is 100 euro.\n\n"


def problems(text: str) -> list[Diagnostic]:
    vocabulary = Source("test/test.vocabulary", VOCABULARY)
    source = Source("test/act/en.law", f"Article 1. Benefit\n\n{BASIC}{text}\n")
    made = compile_source(source, "test/act", (vocabulary,))
    return [one for one in made.problems if one.severity is Severity.ERROR]


def proposed(text: str) -> list[str]:
    return [fix.text for one in problems(text) for fix in one.fixes]


@pytest.mark.parametrize(
    "sentence",
    [
        "The supplements is the basic amount plus the supplement.",  # it would rest on itself
        "The rents is the basic amount.",  # a fact
        "The benefit is the benefitt.",
        "The supplement is the benefit. 3. The benefit is the suplement.",
        "The basic amounts is the rent.",  # a second time
    ],
)
def test_what_would_be_another_error_is_not_proposed(sentence: str) -> None:
    text = f"2. {sentence}".replace(" 3. ", "\n\n3. ")

    assert proposed(text) == []


def test_what_is_not_proposed_is_not_named_either() -> None:
    (found,) = problems("2. The supplements is the basic amount plus the supplement.")

    assert not str(found.help).startswith("write")
    assert str(found.help).endswith("or declare in the vocabulary what it says")
    assert [each.texts[0].partition(":")[0] for each in found.declarations] == [
        "quantity tenant.supplements"
    ]


def test_of_several_the_fitting_ones_are_proposed() -> None:
    assert proposed("2. The is the rent.") == [" benefit", " supplement"]


def test_a_wrong_kind_of_value_is_no_fault_of_the_only_word_that_is_near() -> None:
    assert proposed("2. The suplement is the number of rooms.") == ["supplement"]


def test_one_unfit_fix_takes_no_other_away() -> None:
    circle = "2. The supplements is the basic amount plus the supplement."

    assert proposed(f"{circle}\n\n3. The benefit is the rnet.") == ["rent"]


def test_a_sign_that_is_missing_is_proposed_whatever_the_sentence_says() -> None:
    assert proposed("2. The supplement is the basic amount plus the supplement") == ["."]
