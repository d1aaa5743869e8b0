"""Values of facts: read exactly, or refused."""

from __future__ import annotations

import pickle
import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from lawc.runtime.facts import (
    FactError,
    Reading,
    checked_day,
    read_count,
    read_date,
    read_fraction,
    read_number,
    read_provision,
    read_truth,
)
from lawc.runtime.values import provision


def test_a_day_is_a_date_or_unknown() -> None:
    day = date(2025, 7, 5)

    assert checked_day("effective_day", day) is day
    assert checked_day("effective_day", None) is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2025-07-05", '"2025-07-05"'),
        (
            datetime(2025, 7, 5, tzinfo=UTC),
            "2025-07-05 00:00:00+00:00 (of type datetime)",
        ),
        (20250705, "20250705"),
    ],
)
def test_anything_else_is_refused_by_name(given: object, shown: str) -> None:
    with pytest.raises(TypeError) as caught:
        checked_day("effective_day", given)

    assert str(caught.value) == f"effective_day: not a date: {shown}"


@pytest.mark.parametrize(
    ("read", "given"),
    [
        (read_count, 10**18),
        (read_number, -(10**18)),
        (read_number, "1" + "0" * 18),
        (read_fraction, "1/" + "9" * 19),
        (read_fraction, 10**30),
    ],
)
def test_a_number_with_too_many_digits_is_called_so(
    read: Callable[[object], object], given: object
) -> None:
    with pytest.raises(ValueError, match=r"^too large: .*; a number has at most 18 digits$"):
        read(given)


@pytest.mark.parametrize(
    ("read", "given", "value"),
    [
        (read_date, date(1970, 1, 1), date(1970, 1, 1)),
        (read_number, Decimal("1250.50"), Fraction(2501, 2)),
        (read_number, Fraction(1, 3), Fraction(1, 3)),
        (read_number, 14.0, Fraction(14)),
        (read_fraction, Fraction(1, 3), Fraction(1, 3)),
        (read_count, 14.0, 14),
        (read_count, Decimal(3), 3),
        (read_provision, provision("188(3)"), provision("188(3)")),
    ],
)
def test_a_value_of_python_is_read(
    read: Callable[[object], object], given: object, value: object
) -> None:
    assert read(given) == value


@pytest.mark.parametrize(
    ("read", "given", "said"),
    [
        (read_date, datetime(1970, 1, 1), "1970-01-01 00:00:00 (of type datetime)"),  # noqa: DTZ001
        (read_number, 0.5, "not exact: 0.5"),
        (read_number, Decimal("NaN"), "NaN (of type Decimal)"),
        (read_count, Fraction(1, 2), "1/2 (of type Fraction)"),
        (read_truth, object(), "a value of type object"),
    ],
)
def test_another_is_refused_with_its_type(
    read: Callable[[object], object], given: object, said: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        read(given)


def test_half_a_sign_does_not_break_a_message() -> None:
    reading = Reading()
    reading.thing({"x\ud800": 1}, "", ["sex"])

    (problem,) = reading.problems
    assert str(problem).encode("utf-8") == b'"x\\ud800": no such fact'


def test_a_problem_is_shown_without_the_search_for_it() -> None:
    reading = Reading([FactError("sex", "no such fact")])

    with pytest.raises(FactError) as caught:
        reading.close()

    assert caught.value.__suppress_context__


def test_facts_that_cannot_be_together_are_told_with_the_assumption() -> None:
    reading = Reading()
    clauses = ((("sex", ("female",)), ("pregnant", (False,))),)
    for sex, pregnant in (("male", True), ("female", True), ("male", False), ("male", None)):
        reading.keep_to(clauses, {"sex": sex, "pregnant": pregnant}, "children[0]")

    assert [str(one) for one in reading.problems] == [
        "children[0].pregnant: cannot be true where sex is male: the vocabulary assumes that "
        "sex is female or pregnant is false"
    ]


def test_a_problem_goes_from_one_process_to_another() -> None:
    problem = FactError("offences[0].category", "not known")
    problem.add_note("old: not true or false: 3")
    again = pickle.loads(pickle.dumps(problem))  # noqa: S301 - our own

    assert (again.path, again.problem) == (problem.path, problem.problem)
    assert str(again) == str(problem)
    assert again.__notes__ == problem.__notes__
