"""`lawc why --what-if`: what would change each result."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from tests.commands.running import ACT, DAYS, household, run

from lawc.backends.documents.as_json import explanation_schema

ABROAD = household(receives_foreign_allowance=True)
LAW = """ACT ON MUSEUMS

Article 1. Entry

1. A visitor is admitted free of charge if the visitor is under ten.
2. A visitor is admitted free of charge if the visitor is not under ten.
"""
VOCABULARY = """kind visitor
  en a "a visitor" the "the visitor"
fact visitor.age: count
  en ask "How old is the visitor?"
decision visitor.free: truth
  otherwise false
phrase visitor.under_ten means age < 10
  en yes "the visitor | is under ten" no "the visitor | is not under ten"
effect visitor.admit
  gives free = true
  en yes "the visitor | is admitted free of charge"
"""
GROWN = {"date_of_birth": "2004-03-01", "in_education": False, "disabled": False}


def why(case: dict[str, Any], *options: str) -> str:
    return run("why", ACT, "-", *DAYS, "--what-if", *options, given=json.dumps(case)).stdout


def what_if(case: dict[str, Any]) -> dict[str, Any]:
    data = json.loads(why(case, "--format", "json"))
    Draft202012Validator(explanation_schema()).validate(data)
    (only,) = data["what_if"]
    found: dict[str, Any] = only
    return found


def test_what_would_change_a_refusal() -> None:
    text = why(ABROAD)

    assert "If the household gave up the family allowance of another country (2(2))" in text
    assert "entitled: yes, instead of no  under 2(1)" in text


def test_it_is_said_only_where_it_is_asked() -> None:
    text = run("why", ACT, "-", *DAYS, given=json.dumps(ABROAD)).stdout

    assert "What would change it" not in text


@pytest.mark.parametrize("form", ["md", "html"])
def test_documents_say_the_same(form: str) -> None:
    text = why(ABROAD, "--format", form)

    assert "If the household gave up the family allowance of another country" in text
    assert "instead of no" in text


def test_json_says_facts_provisions_and_answers() -> None:
    disabled, change = what_if(ABROAD)["changes"]

    assert [one["path"] for one in disabled["facts"]] == ["children[0].disabled"]
    assert change["facts"] == [
        {
            "path": "receives_foreign_allowance",
            "was": True,
            "value": False,
            "words": "the household gave up the family allowance of another country",
        }
    ]
    assert change["provisions"] == ["2(2)"]
    assert [(one["decision"], one["value"]) for one in change["answers"]] == [
        ("entitled", True),
        ("allowance", "47.44"),
    ]


def test_of_several_children_the_one_is_named() -> None:
    text = why(household(children=[GROWN]))

    assert "If the child were in education (children[0]" in text


def test_what_is_missing_and_does_not_decide_is_told_apart() -> None:
    case = household(children=[{**GROWN, "date_of_birth": None}, GROWN])
    open_ = what_if(case)["open"]

    assert [(one["decision"], one["possible"], one["complete"]) for one in open_] == [
        ("entitled", [True, False], True),
        ("allowance", ["47.44", None], True),
    ]
    assert open_[0]["missing"] == [
        {"path": "children[0].date_of_birth", "matters": True, "alone": []}
    ]


def test_a_list_that_is_missing_is_not_guessed() -> None:
    text = why(household(children=None))

    assert "entitled: cannot be told, too much is missing" in text


def test_the_answer_that_holds_whatever_is_missing(tmp_path: Path) -> None:
    text = tmp_path / "museums" / "en.law"
    text.parent.mkdir()
    text.write_text(LAW, encoding="utf-8")
    (tmp_path / "a.vocabulary").write_text(VOCABULARY, encoding="utf-8")
    said = run("why", text, "-", "--what-if", given="{}").stdout

    assert "free: yes" in said
    assert "the same whatever the answer to" in said
    assert "Still needed" not in said
