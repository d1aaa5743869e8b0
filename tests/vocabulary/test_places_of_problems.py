"""A problem of a vocabulary stands where it is made, and is told once."""

from __future__ import annotations

import pytest

from lawc.diagnostics.model import Severity
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
fact tenant.arrears: truth
phrase tenant.arrears means arrears
  en yes "the tenant | has arrears"
fact member.adult: truth
phrase member.adult means adult
  en yes "the member | is an adult"
decision tenant.entitled: truth
effect tenant.entitle gives entitled = true
  en yes "the tenant | is entitled to the benefit"
assume tenant: not arrears
"""


def messages(old: str, new: str, sentence: str = "") -> list[tuple[str, str | None, str]]:
    """Return message, help and marked text of each error with a changed vocabulary."""
    assert old in VOCABULARY
    vocabulary = Source("test/test.vocabulary", VOCABULARY.replace(old, new))
    sentence = sentence or "A tenant who has arrears is entitled to the benefit."
    act = Source("test/act/en.law", f"Article 1. Benefit\n\n{sentence}\n")
    return [
        (
            one.message,
            one.help,
            one.primary.source.text[one.primary.span.start : one.primary.span.end],
        )
        for one in compile_source(act, "test/act", (vocabulary,)).problems
        if one.severity is Severity.ERROR
    ]


def test_money_without_its_currency_is_told_on_its_line() -> None:
    assert messages("rent: money EUR", "rent: money") == [
        (
            "this declaration stops after `money`",
            "write the currency after it, such as `money EUR`",
            "money",
        )
    ]


def test_what_a_line_lacks_is_told_on_that_line() -> None:
    assert messages("fact tenant.rent: money EUR", "fact tenant.rent") == [
        ("this declaration stops after `rent`", "here may stand `:`", "rent")
    ]


@pytest.mark.parametrize("subject", ["a tenant", "tenant"])
def test_what_a_wording_speaks_of_is_named_by_its_definite_noun(subject: str) -> None:
    assert messages('"the tenant | has arrears"', f'"{subject} | has arrears"') == [
        (
            f"`{subject}` is not how a wording names what it speaks of",
            'write "the tenant | has arrears"',
            f'yes "{subject} | has arrears"',
        )
    ]


def test_a_wording_may_speak_of_several() -> None:
    wording = '"the member | is an adult"'
    sentence = "A tenant is entitled to the benefit if each of the members are adults."

    assert messages(wording, f'{wording}\n  en yes "the members | are adults"', sentence) == []


def test_an_effect_without_a_bar_is_told_so() -> None:
    wording = '"the tenant is entitled to the benefit"'

    assert messages('"the tenant | is entitled to the benefit"', wording) == [
        (
            "no bar divides this wording into what is spoken of and what is said of it",
            "write `|` after the noun it begins with",
            f"yes {wording}",
        )
    ]


def test_a_phrase_without_a_bar_is_told_where_it_is_used_after_who() -> None:
    assert messages('"the tenant | has arrears"', '"the tenant has arrears"') == [
        (
            "`arrears` is not understood after `A tenant who has`",
            "write `|` after the noun with which `the tenant has arrears` begins",
            "arrears",
        )
    ]


def test_a_phrase_without_a_bar_is_a_sentence() -> None:
    sentence = "A tenant is entitled to the benefit if the tenant has arrears."

    assert messages('"the tenant | has arrears"', '"the tenant has arrears"', sentence) == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kind Tenant\n", "`Tenant` cannot follow `kind` here"),
        ("kind\n", "this declaration stops after `kind`"),
        ("kind tenants\n", "no kind is called `tenant`"),
    ],
)
def test_a_kind_that_is_not_known_is_told_once(line: str, message: str) -> None:
    assert [said for said, *_ in messages("kind tenant\n", line)] == [message]


def test_each_kind_that_is_not_known_is_told() -> None:
    found = messages(
        "fact tenant.rent", "fact house.rooms: count\nfact flat.rooms: count\nfact tenant.rent"
    )

    assert [said for said, *_ in found] == [
        "no kind is called `house`",
        "no kind is called `flat`",
    ]
