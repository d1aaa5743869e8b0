"""Days of spans that overlap, in columns: each counts once."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tests.lower.test_spans import MORE
from tests.written_law import law

pytest.importorskip("polars")

from tests.backends.relational.agreeing import compare

TEXT = """\
1. The number of days is the number of days of the person's stays that fall between 5 July 2001
and 30 August 2001.
2. A person is entitled to a card if the person resided in the country throughout July 2001.
3. The fee is 1 euro, if the person resided in the country on 15 July 2001.
"""
COUNTED = """
decision person.stayed: count
  en noun "the number of days"
"""


def stay(rng: Random) -> dict[str, Any]:
    """Return a stay: in summer, of some length or none, an end perhaps open or not known."""
    first = date(2001, 6, 25) + timedelta(days=rng.randint(0, 70))
    last: date | None = first + timedelta(days=rng.choice((-2, 0, 1, 5, 20, 60)))
    last = rng.choice((last, last, last, last, date.max, None))
    known = {"first_day": first.isoformat()} if rng.random() < 0.95 else {}
    return {**known, **({} if last is None else {"last_day": last.isoformat()})}


def test_spans_in_columns(tmp_path: Path) -> None:
    rng = Random(5)  # noqa: S311
    cases = [{"stays": [stay(rng) for _ in range(rng.randint(0, 5))]} for _ in range(300)]

    assert compare(law(TEXT, MORE + COUNTED), [*cases, {}], {}, tmp_path) > len(cases)
