"""Days as arguments: a date, or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from lawc.runtime.facts import checked_day, read_count, read_fraction, read_number


def test_a_day_is_a_date_or_unknown() -> None:
    day = date(2025, 7, 5)

    assert checked_day("effective_day", day) is day
    assert checked_day("effective_day", None) is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2025-07-05", '"2025-07-05"'),
        (datetime(2025, 7, 5, tzinfo=UTC), '"2025-07-05 00:00:00+00:00"'),
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
