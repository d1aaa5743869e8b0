"""Tables that generated modules look up agree with what is computed without them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

import pytest

from lawc.runtime.logic import NOTHING, by_parts, in_row
from lawc.runtime.lookups import Parts, Rows, Versions
from lawc.runtime.values import round_down, round_nearest, round_up

TABLES = (
    ((None, 8_000, 0), (8_000, 14_000, Fraction(8, 1000)), (14_000, None, Fraction(1, 3))),
    ((100, 200, Fraction(1, 2)), (300, 400, 1)),
    ((0, 10, 2),),
)
SUBJECTS = (-5, 0, 5, 100, 150, Fraction(601, 2), 350, 8_000, 8_001, 14_000, 20_000)


@pytest.mark.parametrize("rows", TABLES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_parts_of_an_amount_are_those_of_its_rows(
    rows: tuple[object, ...], subject: int
) -> None:
    assert by_parts(subject, Parts(rows)) == by_parts(subject, rows)  # type: ignore[arg-type]


@pytest.mark.parametrize("rows", TABLES)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_row_of_an_amount_is_the_first_that_it_is_in(
    rows: tuple[object, ...], subject: int
) -> None:
    assert in_row(subject, Rows(rows)) == in_row(subject, rows)  # type: ignore[arg-type]


def test_the_version_in_force_is_that_of_the_day() -> None:
    versions = Versions(
        NOTHING,
        (date(2023, 1, 1), date(2023, 12, 31), 5),
        (date(2024, 1, 1), None, 6),
    )

    days = (date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1), None)
    assert [versions[day] for day in days] == [NOTHING, 5, 5, 6, None]


@pytest.mark.parametrize("unit", [Fraction(1, 100), Fraction(1), Fraction(50), Fraction(3, 7)])
@pytest.mark.parametrize("value", [0, 7, -7, Fraction(1, 200), Fraction(-1, 200), Fraction(75)])
def test_rounding_is_exact(value: Fraction, unit: Fraction) -> None:
    times = Fraction(value) / unit

    assert round_down(value, unit) == floor(times) * unit
    assert round_up(value, unit) == -floor(-times) * unit
    away = floor(abs(times) + Fraction(1, 2)) * unit
    assert round_nearest(value, unit) == (-away if value < 0 else away)
