"""Days that are found from other days, and when something is, as a law says it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.written_law import decided, law, problem_lines

from lawc.ir.formula import formula

MORE = """
fact person.born: date
  en noun "the day of birth" clause "the person | was born"
fact person.applied_on: date
  en clause "the person | applies" clause "the application is made"
fact child.born_on: date
  en clause "the child | was born" clause "the children | were born"
day person.reaching(number: count) means born + number years
  en clause "the person | reaches the age of [number] years"
quantity person.payday: date
  en noun "the day of payment"
quantity person.age: count
  en noun "the age of the person"
decision person.last: date
  en noun "the last day of the card"
parameter effective_day
  en noun "the effective day"
"""


CONDITIONS = {
    "the person applies on 1 July 2026": "applied = 2026-07-01",
    "the person applies before 1 July 2026": "applied < 2026-07-01",
    "the person applies later than 1 July 2026": "applied > 2026-07-01",
    "the person applies not earlier than 1 July 2026": "applied >= 2026-07-01",
    "the person applies not later than 1 July 2026": "applied <= 2026-07-01",
    "the application is made within six months after the effective day": (
        "applied > effective_day and applied <= effective_day + 6 months"
    ),
    "the person applies within two weeks before the effective day": (
        "applied >= effective_day - 14 days and applied < effective_day"
    ),
    "the person applies within six months after the effective day but not later than 1 July "
    "2026": (
        "applied > effective_day and applied <= effective_day + 6 months and "
        "applied <= 2026-07-01"
    ),
    "the person applies before the end of the year 2026": "applied <= 2026-12-31",
    "the person applies before the last day of July 2026": "applied < 2026-07-31",
    "the person applies after the expiration of six months from the effective day": (
        "applied > effective_day + 6 months"
    ),
    "the person applies before the expiration of six months from the effective day": (
        "applied <= effective_day + 6 months"
    ),
    "the person applies during the ten years immediately preceding the effective day": (
        "applied >= effective_day - 10 years and applied <= effective_day - 1 day"
    ),
    "the person applies in the thirty calendar days following the effective day": (
        "applied >= effective_day + 1 day and applied <= effective_day + 30 days"
    ),
    "the person applies during the period of ten days ending on the effective day": (
        "applied >= effective_day - 9 days and applied <= effective_day"
    ),
    "the person applies during the period beginning on 1 July 2026 and ending on the effective "
    "day": "applied >= 2026-07-01 and applied <= effective_day",
    "the person applies between 1 July 2026 and 2 July 2026": (
        "applied >= 2026-07-01 and applied <= 2026-07-02"
    ),
    "the person applies in February 2024": "applied >= 2024-02-01 and applied <= 2024-02-29",
    "the person reaches the age of eighteen years before the effective day": (
        "person.born + 18 years < effective_day"
    ),
    "the effective day is not later than the day on which the person was born": (
        "effective_day <= person.born"
    ),
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_when_something_is(condition: str) -> None:
    (rule,) = law(f"1. A person is entitled to a card if {condition}.", MORE).rules

    meant = CONDITIONS[condition].replace("applied", "person.applied_on")
    assert formula(rule.condition) == meant


DAYS = {
    "six months after the effective day": "effective_day + 6 months",
    "the day preceding the effective day": "effective_day - 1 day",
    "the last day of the month in which the person was born": (
        "(start of month(person.born)) + 1 month - 1 day"
    ),
    "the first day of the month after the month in which the person was born": (
        "(start of month(person.born)) + 1 month"
    ),
    "the close of the calendar year in which the effective day falls": (
        "(start of year(effective_day)) + 1 year - 1 day"
    ),
    "the later of the effective day and 1 July 2026": "largest(effective_day, 2026-07-01)",
    "the earlier of 1 July 2026, the day of birth, and the effective day": (
        "smallest(2026-07-01, person.born, effective_day)"
    ),
    "the expiration of two years after 29 February 2024": "2024-02-29 + 2 years",
    "two years after 28 February 2024": "2026-02-28",
    "the close of 2024 July": None,
}


@pytest.mark.parametrize("day", [day for day, meant in DAYS.items() if meant])
def test_a_day_from_a_day(day: str) -> None:
    (quantity,) = law(f"1. The day of payment is {day}.", MORE).quantities

    assert formula(quantity.value) == DAYS[day]


@pytest.mark.parametrize(
    ("said", "born", "found"),
    [
        ("the 1 July that follows the day of birth", "2024-06-30", date(2024, 7, 1)),
        ("the 1 July that follows the day of birth", "2024-07-01", date(2025, 7, 1)),
        ("the 6 April following the day of birth", "2024-04-05", date(2024, 4, 6)),
        ("the 6 April following the day of birth", "2024-04-06", date(2025, 4, 6)),
        ("the 31 December that follows the day of birth", "2024-12-31", date(2025, 12, 31)),
        ("the 31 December that follows the day of birth", "2024-01-01", date(2024, 12, 31)),
        ("the July 1 that precedes the day of birth", "2024-07-01", date(2023, 7, 1)),
        ("the July 1 that precedes the day of birth", "2024-07-02", date(2024, 7, 1)),
        ("the last day of the month in which the person was born", "2024-02-03",
         date(2024, 2, 29)),
        ("the first day of the week in which the person was born", "2024-02-29",
         date(2024, 2, 26)),
        ("the end of the quarter in which the person was born", "2024-05-01",
         date(2024, 6, 30)),
        ("one month after the day of birth", "2024-01-31", date(2024, 3, 1)),
    ],
)  # fmt: skip
def test_a_decided_day(said: str, born: str, found: date) -> None:
    text = f"1. The last day of the card is {said}."

    assert decided(text, [{"born": born}], MORE)[0]["last"] == found


def test_a_day_decided_on_a_condition() -> None:
    text = "1. The last day of the card is 1 July 2026, if the person is old."
    cases = [{"old": True}, {"old": False}]

    assert decided(text, cases, MORE)[0]["last"] == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("said", "from_", "number"),
    [
        ("whole years from", "2000-02-29", 25),
        ("whole years from", "2000-07-05", 25),
        ("whole years from", "2000-07-06", 24),
        ("whole months from", "2025-07-06", 0),
        ("whole months from", "2025-01-31", 5),
        ("whole weeks from", "2025-06-28", 1),
        ("whole weeks from", "2025-06-27", 1),
        ("whole weeks from", "2025-06-20", 2),
        ("days from", "2025-07-01", 4),
    ],
)
def test_the_time_between_two_days(said: str, from_: str, number: int) -> None:
    text = (
        f"1. The age of the person is the number of {said} the day of birth to the effective "
        "day.\n2. A person is entitled to a card if the age of the person is equal to "
        f"{number}."
    )

    assert decided(text, [{"born": from_}], MORE)[0]["card"] is True


def test_both_days_included() -> None:
    text = (
        "1. A person is entitled to a card if the number of whole months, both days included, "
        "from the day of birth to the effective day is at least 1.\n2. The age of the person "
        "is the number of days between the day of birth and the effective day, both days "
        "included."
    )
    cases = [{"born": "2025-06-06"}, {"born": "2025-06-07"}]

    assert [case["card"] for case in decided(text, cases, MORE)] == [True, False]


def test_members_are_asked_when_they_were_born() -> None:
    text = (
        "1. A person is entitled to a card if at least two of the children were born after the "
        "effective day."
    )
    born = [{"born_on": "2025-07-06"}, {"born_on": "2025-07-06"}, {"born_on": "2025-07-05"}]

    cases = [{"children": born}, {"children": born[1:]}, {"children": [born[0], {}]}]
    assert [case["card"] for case in decided(text, cases, MORE)[:2]] == [True, False]


REFUSED = {
    "the person applies on or after the end of July 2026": "L202",
    "the person applies on the 29 February that follows 1 July 2026": "L203",
    "the person applies on the 31 June that follows 1 July 2026": "L203",
    "the person applies in the week after the month in which the person was born": "L202",
    "the person applies in July 13": "L203",
}


@pytest.mark.parametrize("condition", REFUSED)
def test_days_of_two_readings_or_none_are_refused(condition: str) -> None:
    found = problem_lines(f"1. A person is entitled to a card if {condition}.", MORE)

    assert len(found) == 1, found


UNDECLARED = {
    "six months after the effective day": True,
    "six months after 31 August 2025": True,
    "six months after 15 August 2025": False,
    "the last day of the month in which the person was born": False,
    "the 1 July that follows the day of birth": False,
    "two weeks after the day of birth": False,
}


@pytest.mark.parametrize("day", UNDECLARED)
def test_the_month_end_is_asked_for_only_where_it_matters(day: str) -> None:
    from tests import written_law  # noqa: PLC0415 - the vocabulary without its month end

    vocabulary = written_law.VOCABULARY
    written_law.VOCABULARY = vocabulary.removeprefix("month end up\n")
    try:
        found = problem_lines(f"1. The last day of the card is {day}.", MORE)
    finally:
        written_law.VOCABULARY = vocabulary

    assert bool(found) is UNDECLARED[day], found
