"""Days beyond the years of a `date`, as data: written with a sign, and read back."""

from __future__ import annotations

import re

import pytest

from lawc.backends.python.decision_schema import DAY
from lawc.runtime.calendar import day_of, ordinal_of
from lawc.runtime.envelopes import VALUES
from lawc.runtime.results import SHOWN

FAR = {
    "+12951-08-16": ordinal_of(12951, 8, 16),
    "-0001-12-31": ordinal_of(-1, 12, 31),
    "9999-12-31": ordinal_of(9999, 12, 31),
}


@pytest.mark.parametrize("text", FAR)
def test_a_decided_day_is_written_with_its_own_year(text: str) -> None:
    day = day_of(FAR[text])

    assert SHOWN["date"](day) == text
    assert re.fullmatch(DAY, text)


@pytest.mark.parametrize("text", FAR)
def test_a_decided_day_is_read_back(text: str) -> None:
    assert VALUES["date"](text).toordinal() == FAR[text]


@pytest.mark.parametrize("text", ["+12951-13-01", "+12951-02-30", "+12951-00-01"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a date"):
        VALUES["date"](text)
