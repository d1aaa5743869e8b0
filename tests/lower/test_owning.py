"""Members that a thing has: `has a child who is ill`, `each of whose children is ill`."""

from __future__ import annotations

import pytest
from tests import written_law as written

from lawc.ir.formula import formula

SAID = """
phrase person.good means resident
  en yes "the person | is good" no "the person | is not good"
"""


def condition(subject: str, more: str = "") -> str:
    """Return the condition of those who are entitled, as a formula."""
    (rule,) = written.law(f"1. {subject} is entitled to a card.", more).rules
    return formula(rule.condition)


@pytest.mark.parametrize(
    ("subject", "meant"),
    [
        ("A person who has a child", "at least 1 child with (always)"),
        ("A person who has a child who is good", "at least 1 child with (child.good)"),
        ("A person who has at least two children", "at least 2 child with (always)"),
        (
            "A person who has at least two children who are not good",
            "at least 2 child with (not child.good)",
        ),
        ("A person who has no children", "not (at least 1 child with (always))"),
        ("A person who has more than three children", "(number of child) > 3"),
        (
            "A person who has a child and who is old",
            "at least 1 child with (always) and person.old",
        ),
        ("A person each of whose children is good", "every child with (child.good)"),
        ("A person each of whose children is not good", "every child with (not child.good)"),
        (
            "A person none of whose children are good",
            "not (at least 1 child with (child.good))",
        ),
        (
            "A person one or more of whose children are good",
            "at least 1 child with (child.good)",
        ),
        (
            "A person at least two of whose children are good",
            "at least 2 child with (child.good)",
        ),
    ],
)
def test_what_a_thing_has_is_said_of_its_members(subject: str, meant: str) -> None:
    assert condition(subject) == meant


def test_words_that_fit_a_member_and_its_owner_have_two_readings() -> None:
    text = "1. A person who has a child who is good and is good is entitled to a card."

    (problem, *_) = written.problem_lines(text, SAID)
    assert (
        problem == "L102 `is good` can be said of `A person` or of things of the kind `child`"
    )


def test_after_who_the_noun_before_the_list_is_meant_if_the_words_fit_it_alone() -> None:
    subject = "A person who has a child who is good and who is resident"

    assert condition(subject) == "at least 1 child with (child.good) and person.resident"


def test_a_thing_has_no_members_of_another_list() -> None:
    text = "1. A child who has a child is entitled to a card."

    assert written.problem_lines(text)[0].startswith("L211")


@pytest.mark.parametrize(
    ("case", "entitled"),
    [
        ({"children": []}, False),
        ({"children": [{"good": False}]}, False),
        ({"children": [{"good": False}, {"good": True}]}, True),
        ({"children": [{}]}, None),
        ({}, None),
    ],
)
def test_unknown_members_leave_it_open(case: dict[str, object], entitled: bool | None) -> None:
    text = "1. A person who has a child who is good is entitled to a card."

    (decided,) = written.answers(text, [case])
    value = decided["card"].value
    assert (value if isinstance(value, bool) else None) is entitled
