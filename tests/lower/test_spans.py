"""Spans of time: residence, stays, employment, added up and asked on days."""

from __future__ import annotations

from typing import Any

import pytest
from tests.written_law import decided, law, problem_lines

from lawc.ir.formula import formula
from lawc.meaning.truth import UNKNOWN

MORE = """
fact person.born: date
  en noun "the day of birth"
day person.reaching(number: count) means born + number years
  en noun "attaining [number] years of age"
fact person.approved_on: date
  en noun "the day of approval"
kind stay of person in stays
  en a "a stay" the "the stay" many "the person's stays"
fact stay.first_day: date
fact stay.last_day: date
span stay from first_day to last_day
  en yes "the person | resided in the country" no "the person | did not reside in the country"
a year has 365.25 days
"""
OPEN = "9999-12-31"


def stays(*ends: tuple[str, str | None]) -> dict[str, Any]:
    return {
        "stays": [
            {"first_day": first, **({"last_day": last} if last else {})} for first, last in ends
        ]
    }


TWO_YEARS = (("2001-01-01", "2001-12-31"), ("2001-07-01", "2002-12-31"))
LASTED = [
    ("resided in the country on 1 July 2001", TWO_YEARS, True),
    ("resided in the country on 1 January 2003", TWO_YEARS, False),
    ("did not reside in the country on 1 January 2003", TWO_YEARS, True),
    ("resided in the country on 1 January 2003", (("2002-01-01", OPEN),), True),
    ("resided in the country on 1 January 2003", (("2002-01-01", None),), UNKNOWN),
    ("resided in the country on 1 January 2003", (("2003-01-02", None),), False),
    ("resided in the country throughout the year 2002", TWO_YEARS, True),
    ("resided in the country throughout the year 2002", (("2002-01-02", OPEN),), False),
    ("resided in the country for the two years immediately preceding 1 January 2003",
     TWO_YEARS, True),
    ("resided in the country for the two years immediately preceding 2 January 2003",
     TWO_YEARS, False),
    ("resided in the country for at least one year immediately preceding 1 January 2003",
     TWO_YEARS, True),
    ("resided in the country for any period after 31 December 2002", TWO_YEARS, False),
    ("resided in the country for any period after 30 December 2002", TWO_YEARS, True),
    # 730 days are fewer than two years of 365.25 days.
    ("resided in the country before 1 January 2003 for at least two years in all", TWO_YEARS,
     False),
    ("resided in the country before 1 January 2003 for at least 730 days in all", TWO_YEARS,
     True),
    ("resided in the country before 1 January 2003 for at least 731 days in all", TWO_YEARS,
     False),
    ("resided in the country after 1 January 2001 and before 31 December 2002 for a total of "
     "at least 728 days but less than 729 days", TWO_YEARS, True),
    ("resided in the country before 1 January 2003 for at least one day", (), False),
    ("resided in the country before 1 January 2003 for at least one day",
     (("2002-01-02", "2002-01-01"),), False),
]  # fmt: skip


@pytest.mark.parametrize(("said", "ends", "truth"), LASTED)
def test_how_long_something_lasted(
    said: str, ends: tuple[tuple[str, str | None], ...], truth: object
) -> None:
    text = f"1. A person is entitled to a card if the person {said}."

    assert decided(text, [stays(*ends)], MORE)[0]["card"] is truth


def test_a_person_who_resided_so_long() -> None:
    text = (
        "1. A person who resided in the country after attaining eighteen years of age and "
        "prior to the day of approval for an aggregate period of at least one year is entitled "
        "to a card."
    )
    case = {"born": "1982-12-31", "approved_on": "2002-06-30", **stays(*TWO_YEARS)}

    assert decided(text, [case], MORE)[0]["card"] is True


def test_the_number_of_days_of_spans_counts_each_day_once() -> None:
    said = "the number of days of the person's stays that fall"
    text = (
        f"1. A person is entitled to a card if {said} between 1 June 2001 and 30 June 2002 is "
        "equal to 395."
    )

    assert decided(text, [stays(*TWO_YEARS)], MORE)[0]["card"] is True


def test_a_sum_of_two_counts_adds_them_up() -> None:
    said = "the number of days of the person's stays that fall in July 2001"
    text = f"1. A person is entitled to a card if the sum of {said} and {said} is equal to 62."

    assert decided(text, [stays(*TWO_YEARS)], MORE)[0]["card"] is True


def test_what_is_said_becomes_days_cut_off_at_the_ends() -> None:
    (rule,) = law(
        "1. A person is entitled to a card if the person resided in the country after 1 July "
        "1977 and before the day of approval for at least ten days.",
        MORE,
    ).rules

    assert formula(rule.condition) == (
        "(sum over stay of (days of (largest(stay.first_day, 1977-07-02), "
        "smallest(stay.last_day, person.approved_on - 1 day)))) >= 10"
    )


def test_what_may_still_last_needs_an_end() -> None:
    said = "the person resided in the country for at least two years in all"
    (problem,) = problem_lines(f"1. A person is entitled to a card if {said}.", MORE)

    assert "does not say until when" in problem


def test_a_year_of_days_is_declared() -> None:
    said = "the person resided in the country before 1 July 2020 for at least two years in all"
    (problem,) = problem_lines(
        f"1. A person is entitled to a card if {said}.",
        MORE.replace("a year has", "a month has"),
    )

    assert "how many days a year has" in problem


def test_members_without_days_have_no_spans() -> None:
    said = "the number of days of the children that fall in July 2001 is more than 3"
    found = problem_lines(f"1. A person is entitled to a card if {said}.", MORE)

    assert any("have no first and last days" in line for line in found)
