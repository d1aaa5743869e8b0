"""The meaning of a law, one fact a test, each worked out by hand: days, provisions, numbers."""

from __future__ import annotations

import csv
import re
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.small_law import (
    CATEGORY,
    TRUE,
    decision,
    law,
    literal,
    outcome,
    rule,
    truth_of,
    under,
    value_of,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.truth import NOTHING, UNKNOWN
from lawc.runtime.values import Period, Provision, provision, shift

DATES = Path(__file__).parents[2] / "shared" / "exams" / "dates"
THIRD = Fraction(1, 3)

# --- days -------------------------------------------------------------------------------


def _rows(name: str) -> list[list[str]]:
    path = DATES / name
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=";"))[1:]


def _period(text: str) -> Period:
    return Period(*map(int, re.findall(r"\d+", text)))


@pytest.mark.parametrize("row", _rows("exact_computations.csv"), ids=str)
def test_exact_sums_of_days_do_not_depend_on_the_rule_for_month_ends(row: list[str]) -> None:
    day, period = date.fromisoformat(row[0]), _period(row[1])

    assert shift(day, period, month_end_up=True) == date.fromisoformat(row[2])
    assert shift(day, period, month_end_up=False) == date.fromisoformat(row[2])


@pytest.mark.parametrize("row", _rows("ambiguous_computations.csv"), ids=str)
def test_ambiguous_sums_of_days_follow_the_rule_for_month_ends(row: list[str]) -> None:
    day, period = date.fromisoformat(row[0]), _period(row[1])

    assert shift(day, period, month_end_up=True) == date.fromisoformat(row[2])
    assert shift(day, period, month_end_up=False) == date.fromisoformat(row[3])


@pytest.mark.parametrize(
    ("day", "period", "before", "up", "down"),
    [
        ("2024-02-29", Period(1), False, "2025-03-01", "2025-02-28"),
        ("2024-02-29", Period(1), True, "2023-03-01", "2023-02-28"),
        ("2024-02-29", Period(4), False, "2028-02-29", "2028-02-29"),
        ("2024-01-31", Period(0, 1), False, "2024-03-01", "2024-02-29"),
        ("2023-01-31", Period(0, 1), False, "2023-03-01", "2023-02-28"),
        ("2023-03-31", Period(0, 1), True, "2023-03-01", "2023-02-28"),
        ("2023-12-31", Period(0, 1), True, "2023-12-01", "2023-11-30"),
        ("2023-01-15", Period(0, 1), True, "2022-12-15", "2022-12-15"),
        ("2023-01-31", Period(0, 1, 1), False, "2023-03-02", "2023-03-01"),
        ("2024-02-29", Period(1, 0, 1), True, "2023-02-28", "2023-02-27"),
        ("2025-07-05", Period(), False, "2025-07-05", "2025-07-05"),
        ("0001-01-01", Period(0, 0, 1), True, "+0000-12-31", "+0000-12-31"),
        ("0001-12-31", Period(2), True, "-0001-12-31", "-0001-12-31"),
        ("0004-02-29", Period(404), True, "-0400-02-29", "-0400-02-29"),
        ("9999-12-31", Period(0, 0, 1), False, "+10000-01-01", "+10000-01-01"),
        ("9999-12-31", Period(18), False, "+10017-12-31", "+10017-12-31"),
        ("9999-11-30", Period(0, 3), False, "+10000-03-01", "+10000-02-29"),
        ("9998-11-30", Period(1, 3, 1), False, "+10000-03-02", "+10000-03-01"),
        ("9998-12-31", Period(2, 2), False, "+10001-03-01", "+10001-02-28"),
        ("0001-01-31", Period(0, 0, 30), True, "0001-01-01", "0001-01-01"),
        ("2024-02-29", Period(10**9), False, "+1000002024-02-29", "+1000002024-02-29"),
    ],
)
def test_a_period_is_counted_from_a_day(
    day: str, period: Period, before: bool, up: str, down: str
) -> None:
    start = ir.Literal(date.fromisoformat(day), Basic.DATE)
    shifted = ir.Shifted(start, period, before)

    assert str(value_of(shifted, month_end_up=True)) == up
    assert str(value_of(shifted, month_end_up=False)) == down


def test_two_periods_that_lead_beyond_the_calendar_and_back_are_counted_in_full() -> None:
    start = ir.Literal(date(9999, 12, 31), Basic.DATE)
    back = ir.Shifted(ir.Shifted(start, Period(3000)), Period(3000, 0, 1), before=True)

    assert value_of(back) == date(9999, 12, 30)


def test_days_are_counted_beyond_the_calendar() -> None:
    last = ir.Literal(date(9999, 12, 31), Basic.DATE)
    far = ir.Shifted(last, Period(0, 0, 10))

    assert value_of(ir.DaysBetween(last, far)) == 10
    assert value_of(ir.DaysBetween(far, last)) == -10
    assert value_of(ir.DaysBetween(far, far)) == 0


BIRTH = ir.Fact("person", "date_of_birth")
OF_AGE = ir.Compare(
    ir.Comparison.LE, ir.Shifted(BIRTH, Period(18)), ir.Parameter("effective_day")
)


@pytest.mark.parametrize(
    ("born", "expected"),
    [("2007-07-05", True), ("2007-07-06", False), ("2007-07-04", True)],
)
def test_an_age_is_reached_on_the_birthday(born: str, expected: bool) -> None:
    day = {"effective_day": date(2025, 7, 5)}

    assert truth_of(OF_AGE, day, date_of_birth=born) is expected


def test_an_age_on_a_day_that_is_not_named_is_unknown() -> None:
    assert truth_of(OF_AGE, date_of_birth="1950-01-01") is UNKNOWN


def test_days_between_are_negative_backwards() -> None:
    days = ir.DaysBetween(literal(date(2024, 3, 1)), literal(date(2024, 2, 28)))

    assert value_of(days) == -2


def test_a_day_that_the_law_itself_says_needs_no_caller() -> None:
    said = ir.ParameterDeclaration("effective_day", date(2025, 7, 5), None, "?")
    given = law(
        [
            rule(
                "art_1",
                ir.Compare(ir.Comparison.EQ, *[ir.Parameter("effective_day")] * 2),
                "reduced",
            )
        ],
        decisions=(decision(),),
        parameters=(said,),
        law_day=None,
    )

    assert outcome(given) == "reduced"


# --- provisions -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "asked", "expected"),
    [
        ("188", "188", True),
        ("188(3)", "188", True),
        ("188(3)(2)", "188", True),
        ("188-1", "188", False),
        ("188", "188-1", False),
        ("257-1", "255:261", True),
        ("255", "255:261", True),
        ("261", "255:261", True),
        ("261-1", "255:261", False),
        ("254-1", "255:261", False),
        ("370-1", "364:370", False),
        ("370(2)", "364:370", True),
        ("188", "188(3)", UNKNOWN),
        ("188(3)", "188(3)", True),
        ("188(3)(1)", "188(3)", True),
        ("188(2)", "188(3)", False),
        ("188(3-1)", "188(3)", False),
        ("188(3-1)", "188(3):188(4)", True),
        ("189", "188(3)", False),
        ("190", "190(3)(2)", UNKNOWN),
        ("190(3)", "190(3)(2)", UNKNOWN),
        ("190(3)(2)", "190(3)(2)", True),
        ("190(3)(2-1)", "190(3)(2)", False),
        ("190(2)", "190(3)(2)", False),
        ("190(2)(2)", "190(3)(2)", False),
        ("191", "190(3)(2)", False),
    ],
)
def test_a_provision_lies_under_others(record: str, asked: str, expected: Any) -> None:
    condition = ir.Some(1, "offence", under(asked))

    assert truth_of(condition, offences=[{"provision": record}]) is expected


def test_a_coarse_record_that_is_surely_under_another_provision_is_not_open() -> None:
    condition = ir.Some(1, "offence", under("188(3)", "188"))

    assert truth_of(condition, offences=[{"provision": "188"}]) is True


def test_a_provision_that_is_not_recorded_is_unknown() -> None:
    assert truth_of(ir.Some(1, "offence", under("188")), offences=[{}]) is UNKNOWN


@pytest.mark.parametrize("text", ["188", "188-1", "188(3)", "190(3)(2)", "189(4-1)(2-3)"])
def test_a_provision_is_written_as_it_is_read(text: str) -> None:
    assert str(provision(text)) == text


@pytest.mark.parametrize(
    "text", ["", "188(", "188()", "a", "188((3))", "188(3)(2)(1)", "١٨٨", "-1"]
)
def test_what_is_no_provision_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        provision(text)


# --- arithmetic -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "unit", "up", "down", "nearest"),
    [
        (Fraction(7, 2), 1, 4, 3, 4),
        (Fraction(-7, 2), 1, -3, -4, -4),
        (Fraction(10, 3), 1, 4, 3, 3),
        (Fraction(-10, 3), 1, -3, -4, -3),
        (Fraction(3), 1, 3, 3, 3),
        (Fraction(-3), 1, -3, -3, -3),
        (Fraction(0), 1, 0, 0, 0),
        (Fraction(15), 10, 20, 10, 20),
        (
            Fraction(12349, 1000),
            Fraction(1, 100),
            Fraction(1235, 100),
            Fraction(1234, 100),
            Fraction(1235, 100),
        ),
    ],
)
def test_rounding(given: Fraction, unit: Any, up: Any, down: Any, nearest: Any) -> None:
    def rounded(rounding: ir.Rounding) -> Any:
        return value_of(ir.Rounded(literal(given), rounding, Fraction(unit)))

    assert rounded(ir.Rounding.UP) == up
    assert rounded(ir.Rounding.DOWN) == down
    assert rounded(ir.Rounding.NEAREST) == nearest


@pytest.mark.parametrize(
    ("given", "up", "down", "even"),
    [
        (Fraction(7, 2), 4, 3, 4),
        (Fraction(5, 2), 3, 2, 2),
        (Fraction(-5, 2), -2, -3, -2),
        (Fraction(-7, 2), -3, -4, -4),
        (Fraction(10, 3), 3, 3, 3),
        (Fraction(-11, 3), -4, -4, -4),
        (Fraction(0), 0, 0, 0),
    ],
)
def test_rounding_of_halves(given: Fraction, up: int, down: int, even: int) -> None:
    def rounded(rounding: ir.Rounding) -> Any:
        return value_of(ir.Rounded(literal(given), rounding, Fraction(1)))

    assert rounded(ir.Rounding.HALF_UP) == up
    assert rounded(ir.Rounding.HALF_DOWN) == down
    assert rounded(ir.Rounding.HALF_EVEN) == even


TABLE = (
    ir.Row(None, Fraction(100), Fraction(0)),
    ir.Row(Fraction(100), Fraction(200), Fraction(1, 10)),
    ir.Row(Fraction(200), None, Fraction(1, 5)),
)
INCOME = ir.Fact("person", "income")


@pytest.mark.parametrize(
    ("income", "row", "by_part"),
    [
        ("-5", 0, 0),
        ("0", 0, 0),
        ("100", 0, 0),
        ("100.01", Fraction(1, 10), Fraction(1, 1000)),
        ("200", Fraction(1, 10), 10),
        ("200.05", Fraction(1, 5), Fraction(1001, 100)),
        ("300", Fraction(1, 5), 30),
    ],
)
def test_a_table_up_to_and_including_its_bounds(income: str, row: Any, by_part: Any) -> None:
    assert value_of(ir.Bracketed(INCOME, TABLE, False), income=income) == row
    assert value_of(ir.Bracketed(INCOME, TABLE, True), income=income) == by_part


def test_a_table_says_nothing_of_what_is_in_none_of_its_rows() -> None:
    assert value_of(ir.Bracketed(INCOME, TABLE[:2], False), income=201) is NOTHING


def test_a_table_that_stops_takes_no_part_of_what_lies_beyond() -> None:
    assert value_of(ir.Bracketed(INCOME, TABLE[:2], True), income=1000) == 10


@pytest.mark.parametrize("most", [ir.Largest, ir.Smallest])
def test_the_largest_of_one_is_that_one(most: Any) -> None:
    assert value_of(most((literal(3),))) == 3


def test_the_later_of_two_days() -> None:
    days = (literal(date(2025, 1, 1)), literal(date(2025, 7, 5)))

    assert value_of(ir.Largest(days)) == date(2025, 7, 5)
    assert value_of(ir.Smallest(days)) == date(2025, 1, 1)


def test_arithmetic_is_exact() -> None:
    tenth = ir.Literal(Fraction(1, 10), Basic.NUMBER)

    assert value_of(ir.Total((tenth,) * 3)) == Fraction(3, 10)
    assert value_of(ir.Product((tenth, tenth))) == Fraction(1, 100)
    assert value_of(ir.Difference(tenth, literal(THIRD))) == Fraction(-7, 30)


def test_a_sum_with_an_unknown_part_is_unknown() -> None:
    assert value_of(ir.Total((INCOME, INCOME))) is UNKNOWN


def test_one_of_several_choices() -> None:
    condition = ir.Some(
        1, "offence", ir.OneOf(ir.Fact("offence", "category"), CATEGORY.values[1:])
    )

    assert truth_of(condition, offences=[{"category": "minor"}]) is False
    assert truth_of(condition, offences=[{"category": "medium"}]) is True
    assert truth_of(condition, offences=[{}]) is UNKNOWN


def test_a_provision_can_be_what_is_decided() -> None:
    given = law(
        [rule("art_2", TRUE, ir.Literal(provision("188(3)"), Basic.PROVISION))],
        decisions=(decision(Basic.PROVISION),),
    )

    assert outcome(given) == Provision((188,), (3,))
