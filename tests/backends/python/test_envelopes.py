"""Envelopes of decisions: names that meet, envelopes read back, one fact a test."""

from __future__ import annotations

import copy
import json
import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from kz_amnesty_2025 import Decision, FactError, Person, decide
from tests import small_law as small
from tests import written_law as written
from tests.emitted import package
from tests.exam.persons import random_persons

from lawc.ir import nodes as ir
from lawc.ir.types import Basic

WORDS = [
    "needed", "provisions", "id", "answers", "law", "decisions", "members", "form", "open",
    "to_dict", "to_json", "from_dict", "count", "index", "value", "status", "days", "class",
    "part", "LATER",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
def test_a_decision_may_have_any_name(word: str, tmp_path: Path) -> None:
    law = small.deciding(
        small.rule("art_1", small.TORTURE, True, decision=word),
        decisions=(small.decision(Basic.TRUTH, key=word, otherwise=False),),
    )
    module = package(law, tmp_path)
    decided = module.decide(module.Person.from_dict({"offences": [{"torture": True}]}))
    (offence,) = decided.offences
    (made,) = decided.to_dict("a")["members"]["offences"]

    assert made["decisions"] == {
        word: {"value": True, "status": "decided", "provisions": ["art_1"], "needed": []}
    }
    assert made["needed"] == []
    assert decided.to_dict("a")["id"] == "a"
    assert offence.answers[word].provisions == ("art_1",)
    assert offence.needed == ()
    names = [name for name in vars(type(offence)) if name.rstrip("_") == word]
    assert [getattr(offence, name) for name in names] == [True]


@pytest.mark.parametrize("word", WORDS)
def test_a_decision_of_the_whole_may_have_any_name(word: str, tmp_path: Path) -> None:
    one = small.rule("art_1", small.VETERAN, True, decision=word)
    told = small.decision(Basic.TRUTH, key=word, otherwise=False)
    law = small.deciding(replace(one, kind="person"), decisions=(replace(told, kind="person"),))
    module = package(law, tmp_path)
    made = module.decide(module.Person.from_dict({"veteran": True, "id": "x"}))

    assert made.to_dict("x")["decisions"][word]["value"] is True
    assert json.loads(made.to_json("x")) == made.to_dict("x")
    assert (made.to_dict("x")["id"], made.law.act) == ("x", law.act)


def test_an_envelope_is_read_back() -> None:
    for case in random_persons(5, 40):
        made = decide(Person.from_dict(case)).to_dict("label")
        read = Decision.from_dict(made)

        assert read.to_dict("label") == made
        assert json.loads(read.to_json("label")) == made
        assert pickle.loads(pickle.dumps(read)) == read  # noqa: S301 - our own


def test_results_are_equal_that_say_the_same() -> None:
    for case in random_persons(7, 20):
        made = decide(Person.from_dict(case))
        read = Decision.from_dict(made.to_dict())

        assert read == made
        assert (read != made) is False  # a tuple would compare its parts
        assert hash(read) == hash(made)


def test_results_differ_in_what_they_need() -> None:
    some, other = ({"offences": [{"stage": stage}]} for stage in ("convicted", "open"))

    assert decide(Person.from_dict(some)) != decide(Person.from_dict(other))
    assert decide(Person.from_dict(some)) != decide(Person.from_dict(some)).to_dict()


def test_values_that_are_read_back_are_typed() -> None:
    person = Person.from_dict({"offences": [{"category": "minor"}]})
    decided = decide(person)
    read = Decision.from_dict(decided.to_dict())

    assert read.law == decided.law
    assert read.offences is not None
    assert decided.offences is not None
    assert read.offences[0].answers == decided.offences[0].answers


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"form": 2}, "form: not 1: 2"),
        ({"needed": None}, "needed: is missing"),
        ({"needed": [1]}, "needed: not a text: 1"),
        ({"members": {"offences": {}}}, "members.offences: not a list: {}"),
        ({"offences": []}, "offences: no such entry"),
        ({"law": {"act": "kz/other"}}, 'law.act: not kz/amnesty-2025: "kz/other"'),
    ],
)
def test_what_is_no_envelope_is_refused_by_its_path(
    change: dict[str, Any], problem: str
) -> None:
    with pytest.raises(FactError) as caught:
        Decision.from_dict({**decide(Person()).to_dict(), **change})

    assert str(caught.value) == problem


def test_a_value_agrees_with_its_status() -> None:
    made = decide(Person.from_dict({"offences": [{}]})).to_dict()
    made["members"]["offences"][0]["decisions"]["outcome"]["value"] = "excluded"

    with pytest.raises(FactError, match=r"outcome\.value: does not agree with the status open"):
        Decision.from_dict(made)


def test_facts_are_made_a_thing_before_they_are_decided() -> None:
    with pytest.raises(
        TypeError, match=r"not a Person: .*; make one by `Person.from_dict"
    ) as e:
        decide({"sex": "male"})  # type: ignore[arg-type]  # that is the point

    assert e.value.__suppress_context__


def test_a_contradiction_has_no_value_and_says_which_provisions(tmp_path: Path) -> None:
    law = small.deciding(
        small.rule("art_1", small.TORTURE, 1, decision="days"),
        small.rule("art_2", small.TORTURE, 2, decision="days"),
        decisions=(small.decision(Basic.COUNT, key="days"),),
    )
    module = package(law, tmp_path)
    (offence,) = module.decide(
        module.Person.from_dict({"offences": [{"torture": True}]})
    ).offences

    assert offence.to_dict()["decisions"]["days"]["value"] is None
    assert tuple(offence.answers["days"])[:3] == (None, "contradiction", ("art_1", "art_2"))


def test_a_day_on_which_nothing_rests_is_told_where_it_is_said(tmp_path: Path) -> None:
    law = small.deciding(small.rule("art_1", small.TORTURE, "released"))
    module = package(replace(law, law_day=None), tmp_path)
    day = date(2025, 7, 5)

    assert module.decide(module.Person()).law.days == {}
    assert module.decide(module.Person(), law_day=day).law.days == {"law_day": day}


def test_a_day_on_which_something_rests_is_told_though_it_is_missing(tmp_path: Path) -> None:
    day = ir.Parameter("effective_day")
    same = ir.Compare(ir.Comparison.GE, day, day)
    law = small.deciding(small.rule("art_1", same, "released"))
    module = package(replace(law, law_day=None), tmp_path)

    assert module.decide(module.Person()).law.days == {"effective_day": None}


@pytest.mark.parametrize("case", [{}, {"old": True}, {"old": True, "children": [{}, {}]}])
def test_what_is_decided_is_copied_and_pickled(case: dict[str, Any], tmp_path: Path) -> None:
    text = """\
1. A person is entitled to a card if the person is old.
2. A grant of 3 euro is paid for a child who is good."""
    module = package(written.law(text), tmp_path)
    person = module.Person.from_dict(case)
    made, explained = module.decide(person), module.explain(person)

    for again in (copy.deepcopy(made), pickle.loads(pickle.dumps(made))):  # noqa: S301 - ours
        assert again == made
        assert again.needed == made.needed
        assert again.to_json("a") == made.to_json("a")
    for told in (copy.deepcopy(explained), pickle.loads(pickle.dumps(explained))):  # noqa: S301
        assert told == explained
        assert told.to_json("a") == explained.to_json("a")
