"""Amounts in documents: every figure on the way, as the law writes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from lawc.backends.documents.as_html import html
from lawc.backends.documents.as_json import explanation_dict, explanation_schema
from lawc.backends.documents.as_markdown import markdown
from lawc.backends.documents.as_terminal import terminal
from lawc.backends.documents.outline import Group, outline
from lawc.backends.documents.reckoned import AmountLine
from lawc.backends.documents.report import Report, report
from lawc.backends.documents.showing import tidy
from lawc.backends.documents.supposing import what_if_outline
from lawc.backends.documents.words import words
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import compile_path, compile_source
from lawc.source import Source
from lawc.whatif.told import PlainChange, Supposed, WhatIf

ROOT = Path(__file__).parents[3]
VOCABULARY = """month end up

kind person
  en a "a person" the "the person" one "one person"
kind child of person in children
  en a "a child" the "the child" many "the person's children" each "each child"

unit cent = 0.01
  en noun "cent"
money EUR
  en noun "euro"
parameter law_day chooses versions
  en noun "the day whose law is applied"
fact person.pay: money EUR
  can be more
  en noun "the person's pay" if "the person's pay were [value] euro"
fact person.share: fraction
  en noun "the person's share"
fact child.cost: money EUR
  en noun "the cost of care"
quantity person.base: money EUR
  en noun "the base"
quantity person.double: money EUR
  en noun "the double base"
quantity person.care: money EUR
  en noun "the cost of all care"
decision person.aid: money EUR
  en noun "the aid" many "aids"
decision person.loan: money EUR
  en noun "the loan"
"""


def compiled(paragraphs: str) -> ir.Law:
    """Return the law of an act of `paragraphs`."""
    act = Source("town/aid/en.law", f"AID ACT\n\nArticle 1. Aid\n\n{paragraphs}")
    result = compile_source(act, "town/aid", (Source("town/aid.vocabulary", VOCABULARY),))
    assert result.law is not None, result.errors
    return result.law


def report_of(paragraphs: str, case: dict[str, Any], **days: date) -> Report:
    """Return the explanation of a case under an act of `paragraphs`."""
    law = compiled(paragraphs)
    thing = read_case(law, case)
    assert isinstance(thing, Thing), thing
    return report(law, "a case", days, explain(World(law, days), thing))


def lines(made: Report) -> list[str]:
    """Return the lines of what amounts are made of, indented."""
    found: list[str] = []

    def walk(line: AmountLine, depth: int) -> None:
        found.append("  " * depth + line.text)
        for part in line.parts:
            walk(part, depth + 1)

    for _, grounds in outline(made).things[0].groups:
        for ground in grounds:
            for amount in ground.amounts:
                walk(amount, 0)
    return found


@pytest.fixture(scope="module")
def family() -> Report:
    law = compile_path(ROOT / "statutes/example/family-allowance").law
    assert law is not None
    child = {"date_of_birth": "2010-03-10", "in_education": False, "disabled": False}
    case = {
        "income": "5200.40",
        "lives_in_the_country": True,
        "receives_foreign_allowance": False,
        "children": [child, child | {"date_of_birth": "2000-01-01"}, child, child],
    }
    days = dict.fromkeys(("payment_day", "law_day"), date(2025, 7, 1))
    thing = read_case(law, case)
    assert isinstance(thing, Thing)
    return report(law, "a household", days, explain(World(law, days), thing))


def test_the_family_allowance_shows_every_figure_on_the_way(
    family: Report, golden: Callable[[str, str], None]
) -> None:
    golden("documents/allowance.txt", terminal(family))


def test_every_format_has_the_amounts(family: Report) -> None:
    figure = "346.2901 euro"

    assert figure in terminal(family)
    assert figure in markdown(family)
    assert figure in html(family)


def test_amounts_in_json_are_as_the_schema_says(family: Report) -> None:
    found = explanation_dict(family)

    Draft202012Validator(explanation_schema()).validate(found)
    amount = found["explanations"][0]["grounds"][-1]["gives"][0]["amount"]
    assert amount["makes"] == "rounded"
    assert "346.2901" in json.dumps(amount)


# --- kinds of amounts -------------------------------------------------------------------


def test_a_limit_that_is_the_value_is_told_with_the_value_before() -> None:
    law = "1. The aid is the person's pay less 50 euro, and not less than 100 euro."

    assert lines(report_of(law, {"pay": "120"})) == [
        "120 euro (the person's pay [pay]) less 50 euro = 70 euro, "
        "not less than 100 euro: 100 euro"
    ]


@pytest.mark.parametrize("aid", ["the person's pay less 50 euro", "20 euro"])
def test_a_provision_that_gives_to_what_is_open_is_told_among_what_is_not_settled(
    aid: str,
) -> None:
    law = (
        f"1. The aid is {aid}.\n"
        "2. The aid is the person's pay, if the person's pay is more than 30 euro.\n"
        "3. Where several aids apply to one person, the largest is applied.\n"
    )

    (open_,) = outline(report_of(law, {})).things[0].groups
    assert open_[0] == Group.OPEN
    assert [ground.citation for ground in open_[1]] == ["1(1)", "1(2)"]


def test_an_operand_that_is_unknown_is_told_as_unknown() -> None:
    law = "1. The aid is the person's pay less 50 euro."

    assert lines(report_of(law, {})) == [
        "unknown (the person's pay [pay]) less 50 euro = unknown"
    ]


def test_a_quantity_that_is_not_in_force_is_told_as_none() -> None:
    law = (
        "1. In force from 1 January 2025, the base is 70 euro.\n"
        "2. The aid is the person's pay plus the base, if any.\n"
    )

    assert lines(report_of(law, {"pay": "120"}, law_day=date(2024, 5, 1))) == [
        "120 euro (the person's pay [pay]) plus (none (the base, not in force on this day), "
        "if any = 0 euro) = 120 euro"
    ]


def test_a_quantity_that_is_used_twice_is_laid_out_once() -> None:
    law = (
        "1. The double base is the person's pay multiplied by 2.\n"
        "2. The aid is the double base plus the double base.\n"
    )

    assert lines(report_of(law, {"pay": "10"})) == [
        "20 euro (the double base, 1(1)) plus 20 euro (the double base, 1(1), as above)"
        " = 40 euro",
        "  the double base, 1(1): 10 euro (the person's pay [pay]) × 2 = 20 euro",
    ]


def test_of_a_sum_the_members_that_matter_are_told_and_the_others_counted() -> None:
    law = "1. The aid is the sum of the cost of care of each of the person's children."
    costs = [0, *range(1, 13), 0]

    found = lines(report_of(law, {"children": [{"cost": str(cost)} for cost in costs]}))

    assert found[0] == "the sum over 14 in children = 78 euro"
    assert found[1] == "  children[1]: 1 euro (the cost of care [children[1].cost])"
    assert found[11:] == ["  2 others: 23 euro", "  2 others: 0 euro"]


def test_of_the_largest_of_several_all_are_told_and_who_says_so() -> None:
    law = (
        "1. The aid is the person's pay.\n"
        "2. The aid is 30 euro.\n"
        "3. Where several aids apply to one person, the largest is applied.\n"
    )
    made = report_of(law, {"pay": "20"})

    (answer,) = outline(made).things[0].answers
    assert answer.value == "30 euro"
    assert answer.basis == (
        "under 1(2); the largest of 20 euro (1(1)), 30 euro (1(2)), as 1(3) says"
    )


def test_a_decision_is_told_with_the_provision_that_decides_it() -> None:
    law = "1. The loan is the person's pay.\n2. The aid is the loan less 10 euro.\n"

    assert lines(report_of(law, {"pay": "70"})) == [
        "70 euro (the person's pay [pay])",
        "70 euro (the loan, under 1(1)) less 10 euro = 60 euro",
    ]


def test_a_quantity_that_the_case_says_is_told_as_supplied() -> None:
    law = "1. The base is 70 euro.\n2. The aid is the base.\n"

    assert lines(report_of(law, {"base": "80"})) == [
        "80 euro (the base, supplied, not derived)"
    ]


def test_what_a_provision_says_itself_needs_no_reasons() -> None:
    assert lines(report_of("1. The aid is 30 euro.", {})) == []


@pytest.mark.parametrize(
    ("amount", "told_as"),
    [
        (
            "the person's pay, and not less than 100 euro",
            "70 euro (the person's pay [pay]), not less than 100 euro: 100 euro",
        ),
        (
            "the person's pay, and not more than 100 euro",
            "70 euro (the person's pay [pay]), not more than 100 euro",
        ),
        (
            "the person's pay multiplied by 20 per cent, rounded up to a whole cent",
            "70 euro (the person's pay [pay]) × 20 per cent = 14 euro, "
            "rounded up to a whole cent",
        ),
        (
            "the person's pay multiplied by one third, rounded to the nearest cent",
            "70 euro (the person's pay [pay]) × 1/3 = 70/3 euro, "
            "rounded to the nearest cent: 23.33 euro",
        ),
    ],
)
def test_values_are_written_as_the_law_does(amount: str, told_as: str) -> None:
    assert lines(report_of(f"1. The aid is {amount}.", {"pay": "70"})) == [told_as]


def test_words_that_say_the_currency_have_the_bare_value() -> None:
    law = compiled("1. The aid is the person's pay.")
    fact = Supposed("pay", "100", "250.5", "the person's pay were [value] euro", near=True)
    made = report(law, "", {}, ())
    found = what_if_outline(
        made,
        words("en"),
        WhatIf("", (PlainChange((fact,), (), ()),), (), 1, (), (), ()),
        tidy,
        lambda _: "",
    )

    assert found.supposed[0].head == "If the person's pay were 250.50 euro"
