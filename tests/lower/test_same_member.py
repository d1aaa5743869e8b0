"""A member of a list is not compared with itself where another one is meant."""

# ruff: noqa: E501 - laws stand on one line

from __future__ import annotations

import pytest
from tests.written_law import problem_lines

MORE = """\
kind sale of person in sales
  en a "a sale" the "the sale"
fact person.born: date
  en noun "the person's day of birth"
fact child.came: date
  en noun "the child's day of arrival"
phrase child.born_before(day: day) means born < day
  en yes "the child | was born before [day]" no "the child | was not born before [day]" who "were born before [day]"
phrase child.aged(number: count, day: day) means born + number years <= day
  en yes "the child | has reached the age of [number] years on [day]" who "have reached the age of [number] years on [day]"
phrase person.some_before(day: day) means some children has (born < day)
  en yes "a child was born before [day]"
quantity child.elder: count
  en noun "the number of elder children"
quantity person.younger: count
  en noun "the number of younger children"
decision child.eldest: truth
  otherwise false
effect child.be_eldest
  gives eldest = true
  en yes "the child | is the eldest"
"""
BIRTH = "the child's day of birth"


def codes(text: str) -> list[str]:
    return sorted({one[:4] for one in problem_lines(text, MORE)})


@pytest.mark.parametrize(
    "text",
    [
        f"1. The number of elder children is the number of the children who were born before {BIRTH}. A child is the eldest if the number of elder children is equal to 0.",
        f"1. The number of younger children is the number of the children who were born before {BIRTH}.\n2. A person is entitled to a card if the number of younger children is equal to 0.",
        f"1. A child is the eldest if none of the children has reached the age of 1 years on {BIRTH}.".replace(
            "has reached", "have reached"
        ),
        f"1. A child is the eldest if at least one of the children satisfies all of the following:\n   1) the child was born before {BIRTH}; and\n   2) the child is good.",
        "1. A child is the eldest if at least one of the children satisfies all of the following:\n   1) the child's value is more than the child's value; and\n   2) the child is good.",
        f"1. A child is the eldest if the child was born before {BIRTH}.",
    ],
)
def test_a_member_that_is_compared_with_itself_is_an_error(text: str) -> None:
    assert codes(text) == ["L405"]


@pytest.mark.parametrize(
    "text",
    [
        "1. The number of elder children is the number of the children who were born before the child's day of arrival. A child is the eldest if the number of elder children is equal to 0.",
    ],
)
def test_a_day_of_one_of_several_things_is_an_error(text: str) -> None:
    assert codes(text) == ["L205"]


@pytest.mark.parametrize(
    "text",
    [
        "1. The number of younger children is the number of the children who were born before the child's day of arrival.\n2. A person is entitled to a card if the number of younger children is equal to 0.",
        "1. The number of elder children is the number of the children who were born before the person's day of birth. A child is the eldest if the number of elder children is equal to 0.",
        "1. A child is the eldest if the child was born before the child's day of arrival.",
        "1. A child is the eldest if none of the children were born before 1 January 2000.",
        "1. A person is entitled to a card if at least one of the children satisfies all of the following:\n   1) the child's value is more than the child's need; and\n   2) the child is good.\n2. The child's need is the child's value plus 5 euro.",
    ],
)
def test_what_is_read_of_one_thing_is_read(text: str) -> None:
    assert codes(text) == []
