"""Days as arguments: a date, or nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lawc.runtime.facts import checked_day


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
