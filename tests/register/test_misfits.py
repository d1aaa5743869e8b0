"""What does not fit of a register: told all at once, and no whole decided without a part."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.written_law import law as law_of

pytest.importorskip("polars")

import polars as pl

from lawc.register.deciding import Register, bound
from lawc.register.misfits import RegisterError
from lawc.register.rejecting import rows_left_out

TEXT = "1. A person is entitled to a card if at least one of the children is good.\n"


def register(**tables: Any) -> Register:
    return bound(law_of(TEXT), {kind: pl.DataFrame(rows) for kind, rows in tables.items()})


def told(**tables: Any) -> list[str]:
    try:
        return [str(misfit) for misfit in register(**tables).misfits if misfit.rows]
    except RegisterError as error:
        return [str(misfit) for misfit in error.misfits if misfit.fatal]


PERSONS = {"person_id": [1, 2], "old": [True, None]}


def test_a_column_with_almost_the_name_of_a_fact_is_named_with_that_fact() -> None:
    assert told(person={"person_id": [1], "residnt": [True]}) == [
        "person.residnt: is no fact, and its name is almost that of one; name it `resident`, "
        'or write in `register.toml` `resident = "residnt"` under [person.columns] '
        'or `ignore = ["residnt"]` under [person]'
    ]


def test_a_fact_whose_name_is_misspelt_is_not_said_to_have_no_column() -> None:
    with pytest.raises(RegisterError) as refused:
        register(person={"person_id": [1], "residnt": [True]})

    (absent,) = [each for each in map(str, refused.value.misfits) if "has no column" in each]
    assert "`old`" in absent
    assert "`resident`" not in absent


def test_all_that_lets_nothing_be_decided_is_told_at_once() -> None:
    assert told(person={"person_id": [1], "residnt": [True]}, child={"child_id": [1]}) == [
        "person.residnt: is no fact, and its name is almost that of one; name it `resident`, "
        'or write in `register.toml` `resident = "residnt"` under [person.columns] '
        'or `ignore = ["residnt"]` under [person]',
        "child: has no column `person_id` that names the person of each; or write "
        '`owner = "COLUMN"` under [child] of register.toml',
    ]


def test_values_that_are_none_of_a_fact_are_counted() -> None:
    assert told(person={"person_id": [1, 2, 3], "points": ["1", "many", "many"]}) == [
        "person.points: not a whole number of 0 or more: `many` (2 rows)"
    ]


def test_a_key_that_stands_twice() -> None:
    assert told(person={"person_id": [1, 1, 2]}) == [
        "person.person_id: stands twice: `1` (2 rows)"
    ]


def test_a_member_without_its_owner() -> None:
    assert told(person=PERSONS, child={"person_id": [1, 7], "good": [True, False]}) == [
        "child.person_id: there is no such person: `7` (1 row)"
    ]


def test_a_person_is_left_out_if_a_child_cannot_be_read() -> None:
    made = register(person=PERSONS, child={"person_id": [1, 2], "value": ["10", "x"]})

    assert [part["person"]["id"].to_list() for part in made.ranges()] == [[1]]
    assert made.rejected.select("table", "row", "value").rows() == [("child", 2, "x")]


def test_a_table_that_is_not_there_leaves_its_lists_unknown() -> None:
    (part,) = register(person=PERSONS).ranges()

    assert part["person"]["known.child"].to_list() == [False, False]


def test_a_list_of_none_is_known_where_the_table_is_there() -> None:
    (part,) = register(person=PERSONS, child={"person_id": [1], "good": [True]}).ranges()

    assert part["person"]["known.child"].to_list() == [True, True]


def reason(**columns: list[Any]) -> list[str]:
    (values,) = columns.values()
    made = register(person={"person_id": list(range(len(values))), **columns})
    return [misfit.text for misfit in made.misfits if misfit.rows]


def born(days: list[Any]) -> list[str]:
    child = {"person_id": [1] * len(days), "born": days}
    return [each.text for each in register(person=PERSONS, child=child).misfits if each.rows]


def test_a_moment_within_a_day_is_no_day() -> None:
    assert born([datetime(1970, 1, 1), datetime(1970, 1, 1, 12)]) == [  # noqa: DTZ001
        "a moment within a day, and not a day: `1970-01-01 12:00:00.000000`"
    ]


def test_a_moment_in_a_time_zone_is_no_day() -> None:
    (text,) = born([datetime(1970, 1, 1, tzinfo=UTC)])

    assert text.startswith("a moment in a time zone, which is no day everywhere")


def test_what_is_not_a_number_is_counted() -> None:
    assert reason(points=[1.0, float("nan")]) == ["not a number at all: `NaN`"]


def test_a_number_with_a_binary_point_is_not_exact() -> None:
    (text,) = reason(income=[1.0, 0.1])

    assert text.startswith("not exact; keep such numbers as decimals or texts")


def test_a_number_with_more_digits_than_fit_is_left_out() -> None:
    (text,) = reason(income=["1000", "2.5", "0." + "0" * 16 + "1"])

    assert text.startswith("has more digits than a register keeps")


def test_a_column_that_tells_of_a_list_is_read_as_truths() -> None:
    made = register(
        person={"person_id": [1, 2], "children_known": ["true", "perhaps"]},
        child={"person_id": [1], "good": [True]},
    )

    assert [misfit.text for misfit in made.misfits if misfit.rows] == [
        "not true or false: `perhaps`"
    ]


def test_a_column_that_the_law_itself_decides_is_told() -> None:
    made = register(person={"person_id": [1], "card": [True]})

    assert "person.card: is what the law says itself, and not used" in str(made.misfits[0])


def test_a_row_without_a_key_is_left_out_alone() -> None:
    made = register(person={"points": ["1", "x", "3"]})

    assert [part["person"]["fact.points"].to_list() for part in made.ranges()] == [[1, 3]]


def test_tables_without_keys_are_decided_range_by_range() -> None:
    made = register(person={"points": ["1", "x", "3", "4"]})

    assert [part["person"]["id"].to_list() for part in made.ranges(2)] == [[1], [3, 4]]


def test_values_are_told_beside_what_lets_nothing_be_decided() -> None:
    with pytest.raises(RegisterError) as error:
        register(person={"person_id": [1], "residnt": [True], "points": ["many"]})

    assert [misfit.column for misfit in error.value.misfits[:2]] == ["residnt", "points"]


def test_all_rows_of_a_whole_are_left_out_with_it() -> None:
    made = register(person=PERSONS, child={"person_id": [1, 2, 2], "value": ["10", "x", "5"]})

    rows = rows_left_out(made.law, made.tables, made.rejected).select("table", "row", "reason")

    assert rows.rows() == [
        ("child", 2, "not a number"),
        ("child", 3, "another row of the person is rejected"),
        ("person", 2, "another row of the person is rejected"),
    ]


def test_days_of_no_calendar_let_nothing_be_decided() -> None:
    born_ = pl.Series([2_000_000_000], dtype=pl.Int32).cast(pl.Date)

    assert told(person=PERSONS, child={"person_id": [1], "born": born_}) == [
        "child.born: has days beyond the years 1 to 9999"
    ]


def test_values_that_are_lists_let_nothing_be_decided() -> None:
    assert told(person={"person_id": [1], "points": [[1]]}) == [
        "person.points: has values of the type List(Int64), which no fact has"
    ]


def test_a_list_of_members_has_records() -> None:
    assert told(person={"person_id": [1], "children": [["Aigerim"]]}) == [
        "person.children: is List(String), and no list of records"
    ]


def test_what_is_no_frame_is_refused() -> None:
    with pytest.raises(RegisterError, match="person: is no frame of polars, pandas or Arrow"):
        bound(law_of(TEXT), {"person": 3})
