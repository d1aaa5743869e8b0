"""Quotients, decided by the interpreter and by packages."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.written_law import decided

from lawc.ir import nodes as ir
from lawc.meaning.arithmetic import compute
from lawc.meaning.truth import NOTHING, UNKNOWN

F = Fraction


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        ((6, 4), F(3, 2)),
        ((F(1), F(-3)), F(-1, 3)),
        ((6, 0), NOTHING),
        ((0, 0), NOTHING),
        ((6, 0, 0), 0),
        ((6, 4, 0), F(3, 2)),
        ((UNKNOWN, 0), UNKNOWN),
        ((6, UNKNOWN, 0), UNKNOWN),
        ((NOTHING, 0, 0), NOTHING),
    ],
)
def test_quotient(parts: tuple[object, ...], value: object) -> None:
    literal = ir.Quotient(tuple(ir.Parameter("x") for _ in parts))
    assert compute(literal, parts, month_end_up=True) == value  # type: ignore[arg-type]


RATE = 'quantity person.rate: fraction\n  en noun "the rate"\n'


@pytest.mark.parametrize(
    ("said", "case", "value"),
    [
        ("", {"points": 3, "income": 100}, F("33.33")),
        ("", {"points": 0, "income": 100}, NOTHING),
        ("", {"points": None, "income": 100}, UNKNOWN),
        (", or zero if the number of points is zero", {"points": 0, "income": 100}, 0),
        (", or zero if the number of points is zero", {"points": 7, "income": 1}, F("0.14")),
        (", or 5 euro if the number of points is zero", {"points": 0, "income": 1}, 5),
    ],
)
def test_division_by_what_may_be_zero(said: str, case: dict[str, int], value: object) -> None:
    text = "1. The tax is the income divided by the number of points"
    due = "2. The amount due is the tax, rounded down to a whole cent."

    (found,) = decided(f"{text}{said}.\n{due}", [case])
    assert found["due"] == value


@pytest.mark.parametrize(
    ("income", "points", "value"),
    [(30, 30, 5), (31, 30, 5), (29, 30, NOTHING), (1, 0, NOTHING), (0, 0, NOTHING)],
)
def test_share_in_a_condition(income: int, points: int, value: object) -> None:
    text = (
        "1. The tax is 1 euro multiplied by the number of points.\n"
        "2. The amount due is 5 euro, if the ratio of the income to the tax is at least 1."
    )
    (found,) = decided(text, [{"income": income, "points": points}])
    assert found["due"] == value


@pytest.mark.parametrize(("income", "value"), [(3, 5), (F(299, 100), NOTHING)])
def test_third_is_exact_to_its_end(income: F, value: object) -> None:
    text = (
        "1. The rate is the ratio of 1 euro to 3 euro.\n"
        "2. The amount due is 5 euro, if the rate multiplied by the income is at least 1 euro."
    )
    (found,) = decided(text, [{"income": f"{float(income):.2f}"}], RATE)
    assert found["due"] == value
