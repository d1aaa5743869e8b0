"""Tax cases of others with their answers: each asked of the statute by its citation."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from math import floor
from pathlib import Path
from typing import Any

import pytest
from tests.exam.papers import papers

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money
from lawc.meaning.cases import Thing
from lawc.meaning.holdings import ask
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import compile_path
from lawc.runtime.holdings import AskedUnder, Holding, Says

STATUTES = Path(__file__).parents[2] / "statutes/us"
SECTIONS = ("1", "63", "68", "151")
UNKNOWN_BIRTH = "1970-01-01"
SAME = (
    "year_begins_on", "itemizes", "joint_return", "married", "surviving_spouse",
    "head_of_household", "spouse_itemizes", "of_another", "date_of_birth", "blind",
    "spouse_blind", "income", "earned_income", "exemptions",
)  # fmt: skip
OTHER = {
    "with_spouse_exemption": "spouse_exemption",
    "standard_deduction": "standard_deduction",
    "basic": "basic_standard_deduction",
    "additional": "additional_standard_deduction",
    "taxable_income": "taxable_income",
    "applicable_amount": "applicable_amount",
    "exemption_dependents": "exemptions_for_dependents",
}


@cache
def law(act: str) -> ir.Law:
    result = compile_path(STATUTES / act).law
    assert result is not None
    return result


def blank(of: ir.Law) -> dict[str, Any]:
    """Return a taxpayer of whom nothing is so and no amount is more than zero."""
    empty: dict[Any, Any] = {Basic.TRUTH: False, Basic.DATE: UNKNOWN_BIRTH, Basic.COUNT: 0}
    return {
        fact.key: 0 if isinstance(fact.type, Money) else empty[fact.type]
        for fact in of.facts
        if fact.type in empty or isinstance(fact.type, Money)
    }


def in_year(person: dict[str, Any], key: str) -> bool:
    """Return whether something was so on a day of the taxable year."""
    year = person["year_begins_on"][:4]
    first, last = person.get(f"{key}_from", "0001"), person.get(f"{key}_to", "9999")
    return bool(person.get(key)) and first[:4] <= year <= last[:4]


def case_of(of: ir.Law, person: dict[str, Any]) -> dict[str, Any]:
    """Return the facts of the statute from those that were prepared."""
    case = blank(of)
    case |= {key: person[key] for key in SAME if key in person}
    case |= {key: person[name] for name, key in OTHER.items() if name in person}
    case["married"] = bool(person.get("married") or person.get("wed"))
    case["spouse_without_income"] = bool(person.get("wed")) and "spouse_income" not in person
    case["year_ends_on"] = f"{person['year_begins_on'][:4]}-12-31"
    case["nonresident_alien"] = in_year(person, "alien")
    case["trust"] = in_year(person, "trust")
    amounts = (person.get("itemized_deductions", 0), person.get("exemptions", 0))
    case["deductions_allowable"] = str(sum(map(Fraction, amounts)))
    return case


def said(holding: Holding) -> Iterator[Fraction]:
    """Yield the amounts that an element comes to: its own, or those that it gives."""
    for part in holding.parts:
        yield from said(part)
    if holding.says is Says.AMOUNT and holding.value is not None:
        yield holding.value
    elif holding.value and holding.applies is not False:
        yield from (Fraction(gift.value) for gift in holding.gives if gift.value is not None)


def agrees(holding: Holding, item: dict[str, Any]) -> bool:
    """Return whether the statute says what the question says."""
    named = [part for part in item["arguments"] if not isinstance(part, str | None)]
    figures = [part[0] if isinstance(part, list) else part for part in named]
    amounts = [figure for figure in figures if figure != item["year"]]
    if item["kind"] == "amount" or (amounts and (holding.says is Says.AMOUNT or holding.gives)):
        claimed = item["claimed"] if item["claimed"] is not None else amounts[0]
        scale = 100 if item["unit"] == "percent" else 1
        return claimed in {floor(scale * amount + Fraction(1, 2)) for amount in said(holding)}
    return holding.value is True


def items() -> list[dict[str, Any]]:
    folder = papers("sara")
    texts = (folder / "train.jsonl").read_text("utf-8").splitlines()
    return [item for item in map(json.loads, texts) if item["section"] in SECTIONS]


def prepared() -> dict[str, Any]:
    texts = (papers("sara") / "prepared.jsonl").read_text("utf-8").splitlines()
    return {item["id"]: item for item in map(json.loads, texts)}


def test_each_question_is_answered_by_its_citation() -> None:
    tax, known = law("income-tax"), prepared()
    world, wrong = World(tax, {}), []
    questions = items()
    for item in questions:
        facts = known[item["id"]]["taxpayer"]
        if item["section"] != "151":  # what is zero is left out of what was prepared
            facts.setdefault("exemptions", "0")
        person = read_case(tax, case_of(tax, facts))
        assert isinstance(person, Thing), person
        cited = item["provision"].replace("151(d)(5)(A)", "151(d)(5)")  # as the excerpt has it
        holding = ask(world, person, cited, "", AskedUnder(tax.act, {}))
        if agrees(holding, item) is not item["gold"]:
            wrong.append(item["id"])

    print(f"{len(questions) - len(wrong)} of {len(questions)} answers are right")  # noqa: T201
    assert wrong == []


@pytest.mark.parametrize("number", [1, 2, 3])
def test_discounts_of_employees(number: int) -> None:
    texts = (papers("benefit") / "us132c.jsonl").read_text("utf-8").splitlines()
    item = next(each for each in map(json.loads, texts) if each["id"] == f"us132c/{number}")
    benefits = law("fringe-benefits")
    facts = {**item["input"], "discounted": item["input"]["sort"]}
    facts |= {"offered_in_ordinary_course": True, "real_property_or_investment": False}
    person = read_case(benefits, {key: facts[key] for key in facts if key != "sort"})
    assert isinstance(person, Thing), person

    def amount(citation: str) -> Fraction:
        holding = ask(World(benefits, {}), person, citation, "", AskedUnder("", {}))
        (value,) = {
            Fraction(gift.value)
            for ground in holding.grounds
            if ground.applies
            for gift in ground.gives
            if gift.value is not None
        }
        return value

    expected = {key: Fraction(value) for key, value in item["expected"].items()}
    assert amount("132(c)(3)") == expected["employee_discount"]
    assert amount("132(c)(1)") == expected["qualified_employee_discount"]
    if "gross_profit_percentage" in expected:
        assert amount("132(c)(2)(A)") == expected["gross_profit_percentage"]
