"""Out of force is not none: an answer says which provision would decide, and when."""

# ruff: noqa: E501 - laws stand on one line

from __future__ import annotations

from datetime import date

import pytest
from tests.written_law import answers, law

from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.lapsed import not_in_force
from lawc.meaning.read_case import read_case
from lawc.meaning.results import results
from lawc.meaning.world import World
from lawc.runtime.reasons import OutOfForce

EARLY, LATE = date(2023, 5, 5), date(2025, 5, 5)
FEE = "1. In force from 1 January 2024, the fee is 5 euro, if the person is old."
FROM_2024 = (OutOfForce("1(1)", ((date(2024, 1, 1), None),)),)


def status(text: str, case: dict[str, object], day: date) -> tuple[object, object]:
    """Return the status of the fee and its provisions, all engines having agreed."""
    answers(text, [case], law_day=day)
    given = law(text)
    root = read_case(given, case)
    assert isinstance(root, Thing)
    world = World(given, {one.key: day for one in given.parameters})
    fee = results(world, root)["decisions"]["fee"]
    return fee["status"], fee["provisions"]


def out(text: str, case: dict[str, object], day: date, key: str = "fee") -> object:
    given = law(text)
    root = read_case(given, case)
    assert isinstance(root, Thing)
    world = World(given, {one.key: day for one in given.parameters})
    (told, *_) = explain(world, root)
    answer = next(one for one in told.answers if one.decision == key)
    decision = next(one for one in given.decisions if one.key == key)
    found = not_in_force(world, decision, root)
    assert answer.not_in_force == found
    return found


def test_an_amount_that_has_no_wording_on_the_day() -> None:
    assert status(FEE, {"old": True}, EARLY) == ("not_in_force", ["1(1)"])
    assert out(FEE, {"old": True}, EARLY) == FROM_2024


def test_an_amount_that_is_not_given_on_any_day_is_nothing() -> None:
    assert status(FEE, {"old": False}, EARLY) == ("nothing", [])
    assert status(FEE, {"old": False}, LATE) == ("nothing", [])
    assert out(FEE, {"old": False}, EARLY) == ()


def test_an_amount_that_might_be_given_on_another_day() -> None:
    assert status(FEE, {}, EARLY) == ("not_in_force", ["1(1)"])


def test_an_amount_that_another_provision_gives_is_decided() -> None:
    text = f"{FEE}\n2. The fee is 7 euro, if the person is ill."

    assert status(text, {"old": True, "ill": True}, EARLY) == ("decided", ["1(2)"])
    assert status(text, {"old": True, "ill": False}, EARLY) == ("not_in_force", ["1(1)"])


def test_all_periods_of_a_provision_are_told() -> None:
    text = (
        "1. In force to 31 December 2020, the fee is 4 euro.\n"
        "1. In force from 1 January 2024, the fee is 5 euro."
    )
    periods = ((None, date(2020, 12, 31)), (date(2024, 1, 1), None))

    assert out(text, {}, EARLY) == (OutOfForce("1(1)", periods),)
    assert status(text, {}, date(2020, 1, 1)) == ("decided", ["1(1)"])


def test_a_version_in_force_that_is_not_met_is_no_version_out_of_force() -> None:
    text = (
        "1. In force to 31 December 2023, the fee is 4 euro, if the person is ill.\n"
        "1. In force from 1 January 2024, the fee is 5 euro, if the person is old."
    )

    assert status(text, {"old": True, "ill": False}, EARLY) == ("nothing", [])


def test_an_amount_computed_from_one_without_a_wording() -> None:
    text = "1. In force from 1 January 2024, the tax is 100 euro.\n2. The fee is the tax plus 1 euro."

    assert status(text, {}, EARLY) == ("not_in_force", ["1(1)"])
    assert out(text, {}, EARLY) == FROM_2024


def test_an_amount_computed_from_a_decision_without_a_wording() -> None:
    text = f"{FEE}\n2. The amount due is the fee."

    assert out(text, {"old": True}, EARLY, "due") == FROM_2024


def test_an_entitlement_is_refused_and_the_provision_is_named() -> None:
    text = (
        "1. In force from 1 January 2024, a person is entitled to a card if the person is old."
    )
    (found,) = answers(text, [{"old": True}], law_day=EARLY)

    assert found["card"].value is False
    assert out(text, {"old": True}, EARLY, "card") == FROM_2024


def test_what_would_be_displaced_on_that_day_is_not_told() -> None:
    text = f"{FEE}\n2. Paragraph 1 of this Article does not apply to a person if the person is ill."

    assert status(text, {"old": True, "ill": True}, EARLY) == ("nothing", ["1(2)"])
    assert out(text, {"old": True, "ill": False}, EARLY) == FROM_2024


TAX = "1. In force from 1 January 2024, the tax is 100 euro.\n"


@pytest.mark.parametrize(
    ("condition", "case", "expected"),
    [
        ("the tax is more than 5 euro", {}, True),
        ("the tax is not more than 5 euro", {}, True),
        ("the tax is more than 5 euro and the person is old", {"old": True}, True),
        ("the tax is more than 5 euro and the person is old", {}, True),
        ("the tax is more than 5 euro and the person is old", {"old": False}, False),
        ("the tax is more than 5 euro or the person is old", {"old": False}, True),
    ],
)
def test_an_amount_without_a_wording_that_a_condition_compares(
    condition: str, case: dict[str, object], *, expected: bool
) -> None:
    text = f"{TAX}2. The fee is 7 euro, if {condition}."
    early = status(text, case, EARLY)

    assert early == (("not_in_force", ["1(1)"]) if expected else ("nothing", []))
    assert out(text, case, EARLY) == (FROM_2024 if expected else ())


def test_a_condition_that_fails_on_the_day_of_a_wording_is_no_provision_out_of_force() -> None:
    text = f"{TAX}2. The fee is 7 euro, if the tax is more than 500 euro."

    assert status(text, {}, LATE) == ("nothing", [])


def test_an_entitlement_by_an_amount_without_a_wording_is_refused_with_its_name() -> None:
    text = f"{TAX}2. A person is entitled to a card if the tax is more than 5 euro."

    assert out(text, {}, EARLY, "card") == FROM_2024
