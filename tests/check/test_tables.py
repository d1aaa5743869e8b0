"""The rows of a table rise, and their bounds and values are of the right kind."""

from __future__ import annotations

import pytest
from tests.check.saying import problem_lines, problem_lines_over

BY_ROW = "1. The {target} is given by the row in which the {noun} falls:\n"
BY_PART = (
    "1. The {target} is the sum of the rates, each applied to the part of the {noun} that "
    "falls in its row, rounded to the nearest cent:\n"
)
OTHER = """
money USD
  en noun "dollar"
"""


def table(way: str, *rows: str, target: str = "fine", noun: str = "price") -> str:
    return way.format(target=target, noun=noun) + "".join(f"| {row} |\n" for row in rows)


@pytest.mark.parametrize("row", ["over 10 to 5", "over 10 to 10"])
def test_a_row_that_does_not_rise_is_told(row: str) -> None:
    rows = ("up to 10 | 1 euro", f"{row} | 2 euro", "over 5 | 3 euro")

    assert problem_lines(table(BY_ROW, *rows)) == ["L312 7"]


def test_a_row_that_does_not_rise_is_told_by_part() -> None:
    rows = ("up to 10 | 1 per cent", "over 10 to 5 | 2 per cent", "over 5 | 3 per cent")

    assert problem_lines(table(BY_PART, *rows)) == ["L312 7"]


@pytest.mark.parametrize(
    "value", ["5 dollar", "5 per cent", "one half", "5", "0.5"], ids=lambda value: value
)
def test_a_value_of_another_kind_than_the_amount_is_told(value: str) -> None:
    assert problem_lines_over(
        OTHER, table(BY_ROW, f"up to 10 | {value}", "over 10 | 5 euro")
    ) == ["L301 6"]


@pytest.mark.parametrize("bound", ["10 dollar", "10 per cent"])
def test_a_bound_of_another_kind_than_what_falls_is_told(bound: str) -> None:
    rows = (f"up to {bound} | 1 euro", f"over {bound} | 5 euro")

    assert problem_lines_over(OTHER, table(BY_ROW, *rows)) == ["L301 6", "L301 7"]


@pytest.mark.parametrize("value", ["5 euro", "5"])
def test_a_rate_is_a_part(value: str) -> None:
    assert problem_lines(table(BY_PART, "up to 10 | 0", f"over 10 | {value}")) == ["L301 7"]


def test_a_share_by_row_is_no_bare_number() -> None:
    assert problem_lines(table(BY_ROW, "up to 10 | 5", "over 10 | 1", target="rate")) == [
        "L301 6"
    ]


def test_a_count_by_row_is_whole() -> None:
    vocabulary = '\nquantity loan.days: count\n  en noun "the number of days"\n'
    rows = ("up to 10 | 5 per cent", "over 10 | 5")

    assert problem_lines_over(vocabulary, table(BY_ROW, *rows, target="number of days")) == [
        "L301 6"
    ]


@pytest.mark.parametrize(
    "text",
    [
        table(BY_ROW, "up to 10 euro | 0", "over 10 euro | 5.50 euro"),
        table(BY_ROW, "up to 10 | 0", "over 10 | 1 euro", noun="delay"),
        table(BY_ROW, "up to 10 | 0.5", "over 10 | 20 per cent", target="rate"),
        table(BY_PART, "up to 10 | 0", "over 10 to 20 | 0.5", "over 20 | one half"),
    ],
)
def test_what_fits_is_read(text: str) -> None:
    assert problem_lines(text) == []
