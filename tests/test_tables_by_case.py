"""Tables whose rows are cases: keys, bounds on either side, formulas, several columns."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from tests.written_law import decided, law, problem_lines

from lawc.meaning.cases import Thing
from lawc.meaning.holdings import ask
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import UNKNOWN
from lawc.meaning.world import World
from lawc.runtime.holdings import AskedUnder

MORE = """
money USD
  en noun "$"
unit us_cent = 0.01
  en noun "dollar cent"
fact person.taxable: money USD
  en noun "taxable income"
fact person.group: one of pupil, student, worker
  en noun "the group" value pupil "pupils" value student "students" value worker "workers"
fact person.year: count
  en noun "the year"
fact person.threshold: money USD
  en noun "the threshold"
decision person.imposed: money USD
  en noun "the tax imposed"
decision person.bonus: money EUR
  en noun "the bonus"
"""
SECTION_1 = """1. The tax imposed is determined in accordance with the following table:
| If taxable income is:            | The tax imposed is:                            |
|----------------------------------|------------------------------------------------|
| not over $36,900                 | 15 per cent of taxable income                  |
| over $36,900 but not over $89,150 | $5,535, plus 28 per cent of the excess over $36,900 |
| over $89,150                     | $20,165, plus 31 per cent of the excess over $89,150 |
"""


def given(text: str, case: dict[str, Any], name: str) -> object:
    (found,) = decided(text, [case], MORE)
    return found[name]


# The amounts must be whole cents, so a rounding is stated.
ROUNDED = SECTION_1.replace("table:", "table, rounded to the nearest dollar cent:")


@pytest.mark.parametrize(
    ("income", "tax"),
    [
        (0, 0),
        (36_900, 5_535),
        (36_901, "5535.28"),
        (89_150, 20_165),
        (100_000, "23528.50"),
        (None, UNKNOWN),
    ],
)
def test_rows_with_formulas(income: int | None, tax: object) -> None:
    found = given(ROUNDED, {"taxable": income}, "imposed")

    assert found == (Fraction(tax) if isinstance(tax, str) else tax)


GROUPS = """1. The bonus is given by the row in which the group and the year fall:
| pupils             | 2017 or less | 1 euro |
| pupils             | 2018 to 2025 | 2 euro |
| students or workers | 2025 or less | 3 euro |
| any other          | any other    | 4 euro |
"""


@pytest.mark.parametrize(
    ("group", "year", "bonus"),
    [
        ("pupil", 2017, 1),
        ("pupil", 2018, 2),
        ("pupil", 2025, 2),
        ("pupil", 2026, 4),
        ("worker", 2020, 3),
        ("student", 2026, 4),
        ("worker", None, UNKNOWN),
        (None, 2030, 4),
    ],
)
def test_two_keys(group: str | None, year: int | None, bonus: object) -> None:
    assert given(GROUPS, {"group": group, "year": year}, "bonus") == bonus


@pytest.mark.parametrize(
    ("old", "income", "bonus"),
    [(True, 999, 1), (False, 999, 2), (True, 1000, 3), (False, 5000, 4)],
)
def test_condition_beside_the_table(old: bool, income: int, bonus: int) -> None:
    text = (
        "1. The bonus is given by the row in which the income falls:\n"
        "| less than 1 000 | if the person is old | 1 euro |\n"
        "| less than 1 000 | if the person is not old | 2 euro |\n"
        "| at least 1 000 but less than 5 000 | 3 euro |\n"
        "| 5 000 or more | 4 euro |"
    )

    assert given(text, {"old": old, "income": income}, "bonus") == bonus


@pytest.mark.parametrize(("income", "tax"), [(100, 0), (101, 1), (150, 50), (200, 0)])
def test_bounds_that_follow_another_amount(income: int, tax: int) -> None:
    text = (
        "1. The tax imposed is given by the row in which taxable income falls:\n"
        "| not over the threshold | 0 |\n"
        "| over the threshold but less than twice the threshold | the excess over the "
        "threshold |\n"
        "| twice the threshold or more | 0 |"
    )

    assert given(text, {"taxable": income, "threshold": 100}, "imposed") == tax


def rows(*cells: str) -> list[str]:
    text = "1. The bonus is given by the row in which the income falls:\n" + "\n".join(cells)
    return [line.partition(" ")[0] for line in problem_lines(text, MORE)]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (["| less than 5 | 1 euro |", "| 5 or more | 2 euro |"], []),
        (["| less than 5 | 1 euro |", "| more than 5 | 2 euro |"], ["L303"]),
        (["| not over 5 | 1 euro |", "| 5 or more | 2 euro |"], ["L304"]),
        (["| at least 5 | 1 euro |"], ["L303"]),
        (["| at least 5 | 1 euro |", "| any other | 2 euro |"], []),
        (["| 0 to 5 | 1 euro |", "| any other | 2 euro |"], ["L102"]),
        (["| 5 | pupils | 1 euro |", "| any other | any other | 1 euro |"], ["L101", "L101"]),
    ],
)
def test_gaps_and_overlaps(cells: list[str], codes: list[str]) -> None:
    assert rows(*cells) == codes


def test_a_row_is_asked_by_itself() -> None:
    made = law(ROUNDED, MORE)
    thing = read_case(made, {"taxable": 40_000})
    assert isinstance(thing, Thing)
    under = AskedUnder("test/act", {})
    second, third = (ask(World(made, {}), thing, f"1(1) row {n}", "", under) for n in (2, 3))

    assert (second.value, third.value) == (True, False)


def test_a_table_that_is_not_tried_wholly_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawc.lower.rows.MOST", 3)
    text = (
        "1. The bonus is given by the row in which the income falls:\n"
        "| less than 5 | 1 euro |\n| 5 or more | 2 euro |"
    )

    (problem,) = problem_lines(text, MORE)

    assert problem.startswith("L303 the table has more cases than are tried: 3 cells")


def test_a_large_table_is_tried_wholly() -> None:
    lines = [
        f"| at least {n} but less than {n + 1} | if the person is {old} | {n} euro |"
        for n in range(1, 150)
        for old in ("old", "not old")
    ]
    last = lines.pop()

    whole = rows("| less than 1 | 0 euro |", *lines, last, "| 150 or more | 0 euro |")
    short = rows("| less than 1 | 0 euro |", *lines, "| 150 or more | 0 euro |")

    assert (whole, short) == ([], ["L303"])
