"""Habits of engines that make a law say something else: each as a case of the law."""

from __future__ import annotations

import itertools
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.written_law import law

pytest.importorskip("polars")

import polars as pl
from tests.backends.relational.agreeing import compare

from lawc.backends.relational import polars_engine
from lawc.backends.relational import terms as t
from lawc.backends.relational import values as v
from lawc.backends.relational.evaluating import evaluated
from lawc.backends.relational.layers import AddUp, Compute, Layer, Take
from lawc.backends.relational.polars_engine import TooManyMembersError, printed, run
from lawc.backends.relational.terms import (
    Column,
    Constant,
    LiesIn,
    Shifted,
    choice,
    surely,
    unknown,
)
from lawc.backends.relational.truths import first_shifted, shifted_test
from lawc.backends.relational.values import TooLargeError
from lawc.runtime.completions.turns import COMPARISONS
from lawc.runtime.logic import rounded
from lawc.runtime.values import ROUND, Period, ProvisionRange, provision, shift

DAY = date(2025, 7, 5)


def agree(
    text: str, *cases: dict[str, Any], folder: Path, more: str = "", day: date = DAY
) -> None:
    """Check that tables say of cases what the slots of the package say."""
    assert compare(law(text, more), cases, {"law_day": day}, folder) >= len(cases)


def test_a_member_of_whom_a_fact_is_unknown_is_not_skipped(tmp_path: Path) -> None:
    text = "1. A person is entitled to a card if at least one of the children is good."
    lists: list[list[dict[str, Any]]] = [
        [{"good": good} for good in several]
        for number in range(3)
        for several in itertools.product((True, False, None), repeat=number)
    ]

    agree(text, *[{"children": children} for children in lists], folder=tmp_path)


@pytest.mark.parametrize("least", ["two", "three"])
def test_of_at_least_so_many_members_the_unknown_ones_count_as_possible(
    least: str, tmp_path: Path
) -> None:
    text = f"1. A person is entitled to a card if at least {least} of the children are good."
    lists = itertools.product((True, False, None), repeat=3)

    agree(
        text,
        *[{"children": [{"good": good} for good in several]} for several in lists],
        folder=tmp_path,
    )


def test_a_list_that_is_unknown_is_not_empty(tmp_path: Path) -> None:
    text = (
        "1. A person is entitled to a card if at least one of the children is good.\n"
        "2. The fee is 5 euro, if the person is entitled to a card.\n"
    )

    agree(text, {}, {"children": []}, {"children": [{}]}, folder=tmp_path)


def test_a_person_without_members_keeps_a_row(tmp_path: Path) -> None:
    text = "1. The fee is the sum of the child's value of each of the children."

    agree(text, {"children": []}, {"children": [{"value": 3}]}, folder=tmp_path)


def test_the_larger_of_an_unknown_amount_and_another_is_unknown(tmp_path: Path) -> None:
    text = "1. The fee is the larger of the income and 5 euro."

    agree(text, {"income": 3}, {"income": 8}, {}, folder=tmp_path)


@pytest.mark.parametrize("share", ["7/100", "2/3", "1/6"])
def test_shares_are_exact_before_they_are_rounded(share: str, tmp_path: Path) -> None:
    text = "1. The fee is the income multiplied by the share, rounded up to a whole euro."
    cases = [{"income": income, "share": share} for income in range(0, 2_000, 37)]

    agree(text, *cases, {"income": "0.01", "share": share}, folder=tmp_path)


@pytest.mark.parametrize(
    "way", ["down to a whole euro", "up to a whole euro", "to the nearest euro"]
)
def test_amounts_below_zero_are_rounded_as_the_law_says(way: str, tmp_path: Path) -> None:
    text = f"1. The fee is 1 euro less the income, rounded {way}."
    cases = [{"income": f"{n}.{cents}"} for n in range(4) for cents in ("00", "49", "50", "51")]

    agree(text, *cases, folder=tmp_path)


def test_an_amount_that_nobody_has_is_nothing_and_not_unknown(tmp_path: Path) -> None:
    text = (
        "1. The fee is 5 euro, if the person is old.\n"
        "2. The amount due is the fee plus the income.\n"
        "3. A person is entitled to a card if the amount due is less than 9 euro.\n"
    )
    cases = [
        {"old": old, "income": income} for old in (True, False, None) for income in (1, None)
    ]

    agree(text, *cases, folder=tmp_path)


def test_numbers_that_may_not_fit_are_refused_and_not_wrapped() -> None:
    large = v.number(Column("n"), 0, 2**40)

    with pytest.raises(TooLargeError):
        v.multiplied([large, large])


@pytest.mark.parametrize("direction", [*ROUND])
@pytest.mark.parametrize("unit", [Fraction(1), Fraction(1, 20), Fraction(10), Fraction(2, 3)])
def test_a_rounded_number_is_what_the_runtime_makes_of_it(
    direction: str, unit: Fraction
) -> None:
    value = v.rounded(v.number(Column("n"), -400, 400, of=6), direction, unit)

    for numerator in range(-400, 401):
        made = evaluated(value.term, {"n": numerator})
        assert isinstance(made, int)
        assert Fraction(made, value.of) == rounded(Fraction(numerator, 6), direction, unit)
        assert value.low is not None
        assert value.low <= made <= value.high


@pytest.mark.parametrize("op", ["<", "<=", "=", "!=", ">=", ">"])
@pytest.mark.parametrize("before", [False, True])
@pytest.mark.parametrize("up", [False, True])
@pytest.mark.parametrize(
    "period", [Period(18), Period(0, 1), Period(1, 1, 3), Period(0, 0, 40)]
)
def test_a_day_some_time_after_another_is_compared_as_the_calendar_says(
    period: Period, up: bool, before: bool, op: str
) -> None:
    first = partial(first_shifted, period, before=before, up=up)
    day = v.number(Column("day"), 1, 10**6)

    for known in (date(2025, 2, 28), date(2025, 3, 1), date(2024, 2, 29), date(2025, 7, 31)):
        test = shifted_test(day, op, known.toordinal(), first)
        near = shift(known, period, month_end_up=up, before=not before).toordinal()
        for number in range(near - 70, near + 70):
            moved = shift(date.fromordinal(number), period, month_end_up=up, before=before)
            assert evaluated(test, {"day": number}) is COMPARISONS[op](moved, known), number
        assert evaluated(test, {"day": None}) is None


@pytest.mark.parametrize("up", [True, False])
def test_who_is_born_on_29_february_is_of_age_on_the_day_of_the_jurisdiction(up: bool) -> None:
    born = pl.DataFrame({"born": [date(2008, 2, 29).toordinal(), None]})
    term = Shifted(Column("born"), Period(18), before=False, month_end_up=up)

    days = born.select(printed(term)).to_series().to_list()

    of_age = date(2026, 3, 1) if up else date(2026, 2, 28)
    assert days == [of_age.toordinal(), None]


def test_a_provision_that_is_not_known_is_in_no_list_and_in_none_left_out() -> None:
    ranges = (ProvisionRange(provision("188(3)"), provision("188(3)")),)
    lies = LiesIn(Column("written"), ranges)
    written = ["188(3)(1)", "188", None, "188-1", "188(3)"]
    layer = Compute("person", (("lies", lies),))

    made = run([layer], {"person": pl.DataFrame({"key": range(5), "written": written})})

    assert made["person"]["lies"].to_list() == [True, None, None, False, True]
    assert made["person"]["lies"].to_list() == [
        evaluated(lies, {"written": each}) for each in written
    ]


def test_rows_keep_their_places_and_members_without_an_owner_are_not_counted() -> None:
    owners = pl.DataFrame({"key": [7, 3, 5], "owner": [0, 0, 0]})
    members = pl.DataFrame(
        {
            "key": [1, 2, 3, 4, 5],
            "owner": [5, 9, 7, 5, None],
            "good": [None, True, True, False, True],
        }
    )
    holds, value = surely(Column("good")), Constant(2)
    layers: list[Layer] = [
        AddUp("person", "child", (("sum", value),), (("any", holds),), "rows"),
        Take("child", "person", (("person/sum", "sum"),)),
    ]

    made = run(layers, {"person": owners, "child": members}, {"person": ["sum"]})

    assert made["person"]["key"].to_list() == [7, 3, 5]
    assert made["person"]["rows"].to_list() == [1, 0, 2]
    assert made["person"]["sum"].to_list() == [2, 0, 4]
    assert made["person"]["any"].to_list() == [True, False, False]
    assert made["child"]["person/sum"].to_list() == [4, None, 2, 4, None]


def test_an_owner_with_a_single_member_at_its_place_needs_no_group() -> None:
    owners = pl.DataFrame({"key": [4, 2], "owner": [0, 0]})
    members = pl.DataFrame({"key": [1, 2], "owner": [4, 2], "value": [3, None]})
    summand = choice(unknown(Column("value")), Constant(0), Column("value"))
    layer = AddUp(
        "person", "child", (("sum", summand),), (("open", unknown(Column("value"))),), "rows"
    )

    made = run([layer], {"person": owners, "child": members})

    assert made["person"].select("sum", "open", "rows").rows() == [(3, False, 1), (0, True, 1)]


def test_more_members_than_numbers_are_bounded_for_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(polars_engine, "MOST_MEMBERS", 2)
    layer = AddUp("person", "child", (("sum", Constant(1)),), (), None)
    owners = pl.DataFrame({"key": [1, 2], "owner": [0, 0]})

    run(
        [layer],
        {"person": owners, "child": pl.DataFrame({"key": [1, 2, 3], "owner": [1, 2, 2]})},
    )
    with pytest.raises(TooManyMembersError):
        run(
            [layer],
            {"person": owners, "child": pl.DataFrame({"key": [1, 2, 3], "owner": [2, 2, 2]})},
        )


def test_truths_beyond_those_of_one_whole_number_are_kept_apart() -> None:
    flags = tuple((f"flag{n}", t.Test("=", Column("n"), Constant(n))) for n in range(130))
    owners = pl.DataFrame({"key": [1, 2, 3], "owner": [0, 0, 0]})
    members = pl.DataFrame({"key": range(4), "owner": [1, 1, 2, 3], "n": [0, 61, 62, 129]})

    made = run(
        [AddUp("person", "child", (), flags, None)], {"person": owners, "child": members}
    )

    holding = [
        {name for name, _ in flags if row[name]} for row in made["person"].iter_rows(named=True)
    ]
    assert holding == [{"flag0", "flag61"}, {"flag62"}, {"flag129"}]


@pytest.mark.parametrize("zero", ["", ", or zero if the number of points is zero"])
@pytest.mark.parametrize("rounding", ["up to a whole cent", "to the nearest euro, half even"])
def test_a_quotient_is_what_the_package_makes_of_it(
    zero: str, rounding: str, tmp_path: Path
) -> None:
    text = (
        f"1. The tax is the income divided by the number of points{zero}.\n"
        f"2. The amount due is the tax, rounded {rounding}, if the person is old."
    )
    numbers = itertools.product((0, 1, "-7.5", "99.99", None), (0, 3, 7, None))
    cases = [{"income": income, "points": points, "old": True} for income, points in numbers]

    agree(text, *cases, folder=tmp_path)
