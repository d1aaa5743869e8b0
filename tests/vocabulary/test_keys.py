"""Declarations of two kinds may share a name: each has a key, and data have the name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.commands.running import run

from lawc.source import Source
from lawc.vocabulary.read import read_vocabulary

VOCABULARY = """\
kind person
  en a "a person" the "the person"
kind loan of person in loans
  en a "a loan" the "the loan" many "the person's loans"
money EUR
  en noun "euro"
fact person.income: money EUR
  en noun "the income"
fact loan.amount: money EUR
  en noun "the amount"
fact loan.late: truth
phrase loan.late means late
  en yes "the loan | is late"
quantity person.worth: money EUR
  en noun "the worth"
quantity loan.worth: money EUR
  en noun "the loan's worth"
concept person.sound
  en a "a sound person" the "the person"
concept loan.sound
  en a "a sound loan" the "the loan"
decision person.free: truth
  otherwise false
decision loan.free: truth
  otherwise false
decision person.pay: money EUR
  en noun "the payment"
effect person.free
  gives free = true
  en yes "the person | is free"
effect loan.free
  gives free = true
  en yes "the loan | is free"
"""
TEXT = """\
LAW ON LOANS

Article 1. Worth

1. In this Law, a sound loan means a loan that is late.
2. Note. A person is sound where all loans are.
3. The loan's worth is the amount plus 1 euro.
4. The worth is the sum of the loan's worth of each of the person's loans.
5. The payment is the worth.
6. A person is free if the worth is more than 10 euro.
7. A sound loan is free.
"""
CASE = {"income": 1, "loans": [{"amount": 5, "late": True}, {"amount": 6, "late": False}]}


@pytest.fixture
def act(tmp_path: Path) -> Path:
    folder = tmp_path / "town" / "loans"
    folder.mkdir(parents=True)
    (folder.parent / "town.vocabulary").write_text(VOCABULARY, "utf-8")
    (folder / "en.law").write_text(TEXT, "utf-8")
    return folder


def test_decisions_of_two_kinds_have_their_name_in_data(act: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.jsonl"
    case.write_text(json.dumps(CASE) + "\n", "utf-8")

    made = json.loads(run("decide", act, case).stdout)

    values = {key: one["value"] for key, one in made["decisions"].items()}
    assert (values["free"], values["pay"]) == (True, "13")
    loans = made["members"]["loans"]
    assert [
        {key: one["value"] for key, one in loan["decisions"].items()} for loan in loans
    ] == [
        {"free": True},
        {"free": False},
    ]


def test_the_first_keeps_its_name_and_decisions_before_others() -> None:
    vocabulary, problems = read_vocabulary((Source("a.vocabulary", VOCABULARY),))

    assert problems == ()
    assert list(vocabulary.quantities) == ["worth", "loan_worth"]
    assert list(vocabulary.concepts) == ["sound", "loan_sound"]
    assert [(key, one.decision.name) for key, one in vocabulary.decisions.items()] == [
        ("free", "free"),
        ("loan_free", "free"),
        ("pay", "pay"),
    ]
    assert [one.gives[0].decision for one in vocabulary.effects.values()] == [
        "free",
        "loan_free",
    ]


def test_two_of_one_kind_do_not_share_a_name() -> None:
    again = f"{VOCABULARY}quantity loan.worth: count\n"

    _, problems = read_vocabulary((Source("a.vocabulary", again),))

    assert [one.code.value for one in problems] == ["L203"]


def test_an_instrument_names_one_decision() -> None:
    named = f'{VOCABULARY}instrument relief\n  grants free\n  en a "an act"\n'

    _, problems = read_vocabulary((Source("a.vocabulary", named),))

    assert [one.message for one in problems] == ["several decisions are called `free`"]
