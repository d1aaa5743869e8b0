"""Facts as other libraries hand them over: read as what they stand for, or refused by type."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum, StrEnum
from typing import Any

import numpy as np
import polars as pl
import pytest

from lawc.runtime.facts import FactError, Reading, choice_of, read_count, read_date, read_truth
from lawc.runtime.natives import native


class Sex(Enum):
    """A choice as a program of the caller has it."""

    FEMALE = "female"


class Colour(StrEnum):
    """A choice of texts."""

    RED = "red"


class NaTType:
    """The type of `pandas.NaT`."""

    __module__ = "pandas._libs.tslibs.nattype"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.int64(3), 3),
        (np.bool_(True), True),
        (np.datetime64("2025-07-05"), date(2025, 7, 5)),
        (np.datetime64("2025-07-05T00:00:00.000000000"), date(2025, 7, 5)),
        (np.datetime64("2025-07-05T01"), datetime(2025, 7, 5, 1)),  # noqa: DTZ001
        (np.datetime64("NaT"), None),
        (NaTType(), None),
        (np.array([1, 2]), [1, 2]),
        (pl.Series([1, None]), [1, None]),
        (Sex.FEMALE, "female"),
        (Colour.RED, Colour.RED),
        ("2025-07-05", "2025-07-05"),
    ],
)
def test_a_value_of_a_library_is_the_one_that_it_stands_for(
    value: object, expected: object
) -> None:
    found = native(value)

    assert found == expected
    assert type(found) is type(expected)


def read(value: object, reader: Any) -> Any:
    """Return the fact `x` with a value."""
    reading = Reading()
    found = reading.fact({"x": value}, "x", "", reader)
    reading.close()
    return found


@pytest.mark.parametrize(
    ("value", "reader", "kind"),
    [
        (float("nan"), read_count, "float"),
        (np.float64("nan"), read_date, "float"),
        (np.timedelta64(1, "D"), read_count, "timedelta64"),
        (np.datetime64("2025-07-05"), read_count, "date"),
        (datetime(2025, 7, 5), read_date, "datetime"),  # noqa: DTZ001
        (b"true", read_truth, "bytes"),
        (object(), choice_of({"a": "a"}), "object"),
    ],
)
def test_a_value_that_is_refused_is_named_by_its_type(
    value: object, reader: object, kind: str
) -> None:
    with pytest.raises(FactError, match=f"of type {kind}"):
        read(value, reader)


def test_a_list_of_a_library_is_a_list_of_members() -> None:
    members = np.array([{"age": 1}], dtype=object)

    assert Reading().members({"children": members}, "children", "") == [
        ("children[0]", {"age": 1})
    ]


def test_an_error_about_half_a_sign_can_be_printed() -> None:
    with pytest.raises(FactError) as caught:
        read("\ud800", choice_of({"a": "a"}))

    assert str(caught.value).encode("utf-8")


def test_an_error_has_no_inner_traceback() -> None:
    with pytest.raises(FactError) as caught:
        read("x", read_count)

    assert caught.value.__suppress_context__
    assert caught.value.__cause__ is None
