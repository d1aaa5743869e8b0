"""Wordings: the forms that a declaration has, and the phrases that they become."""

from __future__ import annotations

import pytest
from tests.vocabulary.declared import declared, terminals


@pytest.mark.parametrize(
    ("declaration", "form", "terminal"),
    [
        ("class reader.x", "a", "CLASS"),
        ("class reader.x", "the", "THE"),
        ("class reader.x", "many", "CLASSES"),
        ("concept reader.x", "a", "CLASS"),
        ("concept reader.x", "the", "THE"),
        ("concept reader.x", "many", "CLASSES"),
        ("fact reader.x: count", "noun", "NOUN"),
        ("fact reader.x: date", "noun", "DAY_NAME"),
        ("quantity reader.x: count", "noun", "NOUN"),
        ("decision reader.x: count", "noun", "NOUN"),
        ("decision reader.x: count", "many", "RESULTS"),
        ("parameter x", "noun", "DAY_NAME"),
        ('act "x"', "noun", "ACT"),
        ("unit x = 1", "noun", "UNIT"),
        ("money EUR", "noun", "CURRENCY"),
        ("kind x of reader in xs", "a", "CLASS"),
        ("kind x of reader in xs", "the", "THE"),
        ("kind x of reader in xs", "many", "MANY"),
        ("kind x of reader in xs", "following", "FOLLOWING"),
        ("kind x of reader in xs", "one", "SINGLE"),
        ("kind x of reader in xs", "each", "EACH"),
    ],
)
def test_form_of_wording(declaration: str, form: str, terminal: str) -> None:
    assert terminals(f'{declaration}\n  en {form} "some  words"\n') == {terminal: "some words"}


def test_value_of_a_choice() -> None:
    text = 'fact reader.group: one of pupil, student\n  en value pupil "pupils"\n'
    (entry,) = declared(text).entries["en"]

    assert (entry.terminal, entry.key, entry.written) == (
        "CHOICE",
        "reader.group=pupil",
        "pupils",
    )


MEMBER = "fact reader.member: truth\nphrase reader.member means member\n"


def test_a_bar_makes_a_predicate_beside_the_sentence() -> None:
    assert terminals(f'{MEMBER}  en yes "the reader | is a member"\n') == {
        "TEST": "the reader is a member",
        "PREDICATE": "is a member",
    }


def test_a_wording_without_a_bar_is_a_sentence_only() -> None:
    assert terminals(f'{MEMBER}  en yes "a fee was paid"\n') == {"TEST": "a fee was paid"}


def test_who_makes_a_predicate_only() -> None:
    assert terminals(f'{MEMBER}  en who "has joined"\n') == {"PREDICATE": "has joined"}


def test_positive_and_negative_forms_are_told_apart() -> None:
    found = declared(f'{MEMBER}  en yes "the reader | is in" no "the reader | is out"\n')

    assert {one.written: one.form for one in found.entries["en"]} == {
        "the reader is in": "positive",
        "is in": "positive",
        "the reader is out": "negative",
        "is out": "negative",
    }


EFFECT = "decision loan.made: truth\neffect loan.make\n  gives made = true\n"


@pytest.mark.parametrize(
    ("form", "terminal", "written"),
    [
        ('yes "the reader | is free"', "EFFECT", "is free"),
        ('many "are free"', "EFFECTS", "are free"),
        ('clause "nothing is due"', "EFFECT_CLAUSE", "nothing is due"),
    ],
)
def test_wording_of_an_effect(form: str, terminal: str, written: str) -> None:
    assert terminals(f"{EFFECT}  en {form}\n") == {terminal: written}


def test_a_phrase_is_about_the_kind_that_its_subject_names() -> None:
    kinds = 'kind reader\n  en the "the reader"\nkind loan of reader in loans\n'
    text = (
        'fact loan.lost: truth\nphrase loan.lost means lost\n  en yes "the reader | lost it"\n'
    )
    found = declared(text, kinds)

    assert {one.about for one in found.entries["en"] if one.terminal == "PREDICATE"} == {
        "reader"
    }


def test_a_phrase_without_a_known_subject_is_about_its_own_kind() -> None:
    found = declared(f'{MEMBER}  en yes "the visitor | has a card"\n')

    assert {one.about for one in found.entries["en"]} == {"reader"}
