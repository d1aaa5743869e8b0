"""Days that are counted quickly are the same as by the one rule of counting."""

from __future__ import annotations

from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from lawc.runtime.lookups import Shifts
from lawc.runtime.values import Period, Shift, shift

periods = st.builds(
    Period,
    st.integers(0, 120) | st.sampled_from((9_999, 20_000, 10**18)),
    st.integers(0, 2) | st.just(0),
    st.integers(0, 40) | st.just(0),
)
LEAP = date(2024, 2, 29)


@given(st.dates(), periods, st.booleans(), st.booleans())
@example(LEAP, Period(18), True, False)
@example(LEAP, Period(1), False, True)
@example(date(9_990, 1, 1), Period(18), False, False)
@example(date(5, 1, 1), Period(18), False, True)
def test_a_shift_is_that_of_the_one_rule(
    day: date, period: Period, up: bool, before: bool
) -> None:
    moved = Shift(period, up, before).of(day)

    assert moved == shift(day, period, month_end_up=up, before=before)
    assert moved == Shifts(period, month_end_up=up, before=before)[day]
    assert moved.toordinal() - day.toordinal() == (moved - day).days
