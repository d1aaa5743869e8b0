"""Nothing stays nothing, unless the law says `, if any`."""

# ruff: noqa: E501 - laws stand on one line

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written_law import decided, law

from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import NOTHING, UNKNOWN
from lawc.meaning.world import World

FEE = "1. The fee is 5 euro, if the person is old.\n"
GRANTS = "1. A grant of 7 euro is paid for a child who is good.\n"


def due(said: str, case: dict[str, object]) -> object:
    (found,) = decided(f"{FEE}2. The amount due is {said}.", [case])
    return found["due"]


@pytest.mark.parametrize(
    ("said", "old", "value"),
    [
        ("the income plus the fee", True, 15),
        ("the income plus the fee", False, NOTHING),
        ("the income less the fee", False, NOTHING),
        ("the income, not more than the fee", False, NOTHING),
        ("the income plus the fee, if any", True, 15),
        ("the income plus the fee, if any", False, 10),
        ("the income plus the fee, if any", None, UNKNOWN),
        ("the fee, if any, plus the income", False, 10),
        ("the fee, if any, plus the income plus the fee, if any", True, 20),
        ("the fee, if any, less the income", False, -10),
        ("the income less the fee, if any", False, 10),
        ("the fee, if any", False, 0),
        ("the fee, if any, not less than 3 euro", False, 3),
        ("the income plus the fee, if any, and not more than 12 euro", True, 12),
        ("the income plus the fee, if any, rounded to the nearest cent", False, 10),
        ("the income plus the fee, if any, if the person is not old", False, 10),
    ],
)
def test_an_amount_with_a_term_that_has_no_value(
    said: str, old: bool | None, value: object
) -> None:
    assert due(said, {"income": 10, "old": old}) == value


@pytest.mark.parametrize(
    ("said", "members", "value"),
    [
        ("the sum of the grant of each of the children", (True, True), 14),
        ("the sum of the grant of each of the children", (True, False), NOTHING),
        ("the sum of the grant of each of the children", (), 0),
        ("the sum of the grant, if any, of each of the children", (True, False), 7),
        ("the sum of the grant, if any, of each of the children", (False, False), 0),
        ("the sum of the grant, if any, of each of the children", (True, None), UNKNOWN),
    ],
)
def test_a_sum_over_members_of_which_one_has_no_value(
    said: str, members: tuple[bool | None, ...], value: object
) -> None:
    children = [{"good": one} for one in members]
    (found,) = decided(f"{GRANTS}2. The amount due is {said}.", [{"children": children}])

    assert found["due"] == value


@pytest.mark.parametrize(
    ("clause", "card"),
    [
        ("the fee is more than 3 euro", False),
        ("the fee is less than 3 euro", False),
        ("the fee is equal to 5 euro", False),
        ("it is not the case that the fee is more than 3 euro", True),
        ("the income is more than the fee, if any", True),
    ],
)
def test_nothing_is_neither_more_nor_less_nor_equal(clause: str, card: bool) -> None:
    text = f"{FEE}2. A person is entitled to a card if {clause}."
    (found,) = decided(text, [{"old": False, "income": 10}])

    assert found["card"] is card


def test_a_half_is_rounded_away_from_zero_on_both_sides() -> None:
    text = "1. The amount due is the income multiplied by 50 per cent, rounded to the nearest cent."
    cases = [{"income": one} for one in ("0.01", "-0.01", "0.03", "-0.03", "-0.02")]
    found = [one["due"] for one in decided(text, cases)]

    assert found == [Fraction(n, 100) for n in (1, -1, 2, -2, -1)]


def test_an_amount_without_a_value_is_shown_as_none_and_not_as_unknown() -> None:
    text = (
        "1. The fee is 5 euro, if the person is old.\n"
        "2. A person is entitled to a card if the fee is more than 3 euro."
    )
    given = law(text)
    shown = {}
    for old in (True, False, None):
        root = read_case(given, {"old": old})
        assert isinstance(root, Thing)
        (told,) = explain(World(given, {}), root)
        condition = next(
            ground for ground in told.grounds if ground.citation == "1(2)"
        ).condition
        shown[old] = [(fact.path, fact.value, fact.nothing) for fact in condition.facts]

    assert shown == {
        True: [("fee", 5, False)],
        False: [("fee", None, True)],
        None: [("fee", None, False)],
    }
