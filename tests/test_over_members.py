"""Sums over members, decided by interpreter and packages: empty, unknown, conditional."""

from __future__ import annotations

from typing import Any

import pytest
from tests.written_law import decided

from lawc.meaning.truth import NOTHING, UNKNOWN

MORE = """
kind payment of person in payments
  en a "a payment" the "the payment" many "the person's payments"
fact payment.made: truth
phrase payment.made means made
  en yes "the payment | is made in the taxable year"
     no "the payment | is not made in the taxable year"
  en yes "the payments | are made in the taxable year"
     no "the payments | are not made in the taxable year"
fact payment.sum: money EUR
  en noun "the amount" many "amounts"
kind spouse of person in spouses
  en a "a spouse" the "the spouse" many "the person's spouses"
fact spouse.separated: truth
phrase spouse.separated means separated
  en yes "the spouses | are separated" no "the spouses | are not separated"
kind stepchild of spouse in stepchildren
  en a "a stepchild" the "the stepchild" many "the children of the spouse"
  en many "the stepchildren"
fact stepchild.minor: truth
phrase stepchild.minor means minor
  en yes "the stepchildren | are minors"
fact stepchild.support: money EUR
  en noun "the support" many "supports"
"""
MADE = {"sum": 7, "made": True}
LEFT = {"sum": 5, "made": False}
OPEN = {"sum": 3, "made": None}
NAUGHT = {"sum": 0, "made": None}


def due(said: str, case: dict[str, Any]) -> object:
    (found,) = decided(f"1. The amount due is {said}.", [case], MORE)
    return found["due"]


@pytest.mark.parametrize(
    ("payments", "value"),
    [
        ([], 0),
        ([MADE, LEFT], 7),
        ([MADE, MADE, LEFT], 14),
        ([LEFT], 0),
        ([MADE, OPEN], UNKNOWN),
        ([MADE, NAUGHT], 7),
        ([MADE, {"sum": None, "made": False}], 7),
        ([MADE, {"sum": None, "made": True}], UNKNOWN),
        (None, UNKNOWN),
    ],
)
@pytest.mark.parametrize(
    "said",
    [
        "the sum of the amounts of the person's payments that are made in the taxable year",
        "the total of the amount of each of the person's payments that are made in the taxable "
        "year",
    ],
)
def test_sum_over_those_of_whom_something_holds(
    said: str, payments: list[dict[str, Any]] | None, value: object
) -> None:
    assert due(said, {"payments": payments}) == value


BOTH = [
    {"separated": False, "stepchildren": [{"minor": True, "support": 2}, {"minor": False}]},
    {"separated": True, "stepchildren": [{"minor": True, "support": 5}]},
]


@pytest.mark.parametrize(
    ("said", "spouses", "value"),
    [
        ("the stepchildren of the person's spouses who are minors", BOTH, 7),
        ("the stepchildren of the person's spouses who are not separated", BOTH[1:], 0),
        ("the stepchildren of the person's spouses who are separated", BOTH, 5),
        ("the stepchildren of the person's spouses who are minors", [], 0),
        ("the stepchildren of the person's spouses who are minors", None, UNKNOWN),
        (
            "the stepchildren of the person's spouses who are separated",
            [{"separated": False, "stepchildren": None}, BOTH[1]],
            5,
        ),
        (
            "the stepchildren of the person's spouses who are minors",
            [{"separated": False, "stepchildren": None}, BOTH[1]],
            UNKNOWN,
        ),
    ],
)
def test_sum_through_levels(
    said: str, spouses: list[dict[str, Any]] | None, value: object
) -> None:
    assert due(f"the sum of the supports of {said}", {"spouses": spouses}) == value


def test_a_sum_of_what_has_no_value_has_none() -> None:
    text = (
        "1. A grant of 3 euro is paid for a child who is good.\n"
        "2. The amount due is the sum of the grant of each of the children who are {}."
    )
    case = {"children": [{"good": True}, {"good": False}]}

    (all_,) = decided(text.format("good"), [case])
    (none,) = decided(text.format("not good"), [case])

    assert (all_["due"], none["due"]) == (3, NOTHING)
