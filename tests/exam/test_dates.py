"""Periods counted from days: sums of others, written as a law and decided."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from datetime import date

import pytest
from tests import written_law
from tests.exam.papers import papers
from tests.written_law import problem_lines

from lawc.diagnostics.codes import Code
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World

MORE = """
fact person.born: date
  en noun "the day of birth"
decision person.last: date
  en noun "the last day"
"""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table of sums below its heading."""
    with (papers("dates") / f"{name}.csv").open(encoding="utf-8") as file:
        _, *rest = csv.reader(file, delimiter=";")
        yield from (tuple(cell.strip() for cell in row) for row in rest)


def said(period: str) -> str:
    """Return a period as a law says it: `3 months`."""
    parts = re.findall(r"(\d+) (year|month|day)s", period)
    ((number, unit),) = [part for part in parts if part[0] != "0"]
    return f"{number} {unit}{'s' * (number != '1')}"


def found(day: str, born: str) -> date:
    """Return the day that a law decides which says that the last day is `day`."""
    law = written_law.law(f"1. The last day is {day}.", MORE)
    thing, world = read_case(law, {"born": born}), World(law, {})
    assert isinstance(thing, Thing)
    (last,) = [one for one in law.decisions if one.key == "last"]
    value = answer(world, last, thing).value
    assert isinstance(value, date)
    return value


@pytest.fixture
def month_end(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Declare what becomes of a day that a month lacks, or nothing (empty)."""
    vocabulary = written_law.VOCABULARY.removeprefix("month end up\n")
    declared = f"month end {request.param}\n" if request.param else ""
    monkeypatch.setattr(written_law, "VOCABULARY", declared + vocabulary)


@pytest.mark.parametrize("month_end", ["up", "down", ""], indirect=True)
@pytest.mark.usefixtures("month_end")
def test_exact_sums_need_no_direction() -> None:
    for start, period, end in rows("exact_computations"):
        year, month, day = map(int, start.split("-"))
        written = f"{said(period)} after {day} {MONTHS[month - 1]} {year}"

        assert found(written, start) == date.fromisoformat(end), (start, period)


@pytest.mark.parametrize("month_end", ["up", "down"], indirect=True)
@pytest.mark.usefixtures("month_end")
def test_other_sums_go_as_the_jurisdiction_declares() -> None:
    up = written_law.VOCABULARY.startswith("month end up")
    for start, period, higher, lower in rows("ambiguous_computations"):
        end = higher if up else lower

        day = found(f"{said(period)} after the day of birth", start)
        assert day == date.fromisoformat(end), (start, period)


@pytest.mark.parametrize("month_end", [""], indirect=True)
@pytest.mark.usefixtures("month_end")
def test_other_sums_are_refused_where_no_direction_is_declared() -> None:
    for start, period, *_ in rows("ambiguous_computations"):
        year, month, day = map(int, start.split("-"))
        written = f"{said(period)} after {day} {MONTHS[month - 1]} {year}"
        (problem,) = problem_lines(f"1. The last day is {written}.", MORE)

        assert problem.startswith(Code.MONTH_END_UNDECLARED.value)


def test_first_and_last_days_of_months() -> None:
    for inside, first, last in rows("first_last_day_of_month"):
        of = "day of the month in which the day of birth falls"

        assert found(f"the first {of}", inside) == date.fromisoformat(first)
        assert found(f"the last {of}", inside) == date.fromisoformat(last)
