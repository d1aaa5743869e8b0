"""Where tables come from: each source gives the same tables, and says why it cannot be read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from tests.written_law import law as law_of

pytest.importorskip("polars")
pytest.importorskip("duckdb")

import duckdb
import polars as pl

from lawc.register import sources
from lawc.register.deciding import Register, bound
from lawc.register.misfits import RegisterError

LAW = "1. A person is entitled to a card if at least one of the children is good.\n"
PERSONS = "person_id,old,points,children_known\n7,true,3,true\n9,,12,false\n"
CHILDREN = "person_id,good\n7,false\n7,true\n"
CASES = [
    {"id": 7, "old": True, "points": 3, "children": [{"good": False}, {"good": True}]},
    {"id": 9, "points": 12},
]


def folder(path: Path, persons: str = PERSONS, children: str = CHILDREN) -> Path:
    (path / "person.csv").write_text(persons)
    (path / "child.csv").write_text(children)
    return path


def values(source: Any) -> tuple[list[Any], list[Any], list[Any], list[Any]]:
    """Return what canonical tables say of both persons and of the children."""
    (part,) = bound(law_of(LAW), source).ranges()
    person, child = part["person"], part["child"]
    return (
        person["fact.old"].to_list(),
        person["fact.points"].to_list(),
        person["known.child"].to_list(),
        child["fact.good"].to_list(),
    )


SAME = ([True, None], [3, 12], [True, False], [False, True])


def refusal(source: Any) -> str:
    with pytest.raises(RegisterError) as error:
        bound(law_of(LAW), source)
    return str(error.value)


def test_a_folder_of_csv_files(tmp_path: Path) -> None:
    assert values(folder(tmp_path)) == SAME


def test_values_separated_by_semicolons(tmp_path: Path) -> None:
    assert values(folder(tmp_path, *(t.replace(",", ";") for t in (PERSONS, CHILDREN)))) == SAME


def test_a_file_that_is_called_as_the_list_of_its_things(tmp_path: Path) -> None:
    folder(tmp_path).joinpath("child.csv").rename(tmp_path / "children.csv")

    assert values(tmp_path) == SAME


def test_cases_in_json_lines(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text("".join(f"{json.dumps(case)}\n" for case in CASES))

    assert values(file) == SAME


def test_cases_of_whom_none_has_members(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text('{"id": 7, "children": []}\n')

    (part,) = bound(law_of(LAW), file).ranges()

    assert part["person"]["known.child"].to_list() == [True]


def test_tables_of_a_duckdb_file(tmp_path: Path) -> None:
    folder(tmp_path)
    with duckdb.connect(str(tmp_path / "register.duckdb")) as connection:
        for kind in ("person", "child"):
            rows = f"read_csv('{tmp_path}/{kind}.csv')"
            connection.execute(f"CREATE TABLE {kind} AS SELECT * FROM {rows}")  # noqa: S608

    assert values(tmp_path / "register.duckdb") == SAME


def test_a_folder_of_parquet_files_is_one_table(tmp_path: Path) -> None:
    (tmp_path / "person.parquet").mkdir()
    for number in (7, 9):
        part = pl.DataFrame({"person_id": [number], "points": [number]})
        part.write_parquet(tmp_path / f"person.parquet/part-{number}.parquet")

    (part_,) = bound(law_of(LAW), tmp_path).ranges()

    assert part_["person"]["fact.points"].to_list() == [7, 9]


def unsorted(path: Path, keys: list[int]) -> Register:
    frame = pl.DataFrame({"person_id": keys, "points": keys})
    frame.write_parquet(path / "person.parquet", row_group_size=2)
    return bound(law_of(LAW), path)


def test_a_large_table_in_no_order_is_copied_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "AT_ONCE", 3)

    register = unsorted(tmp_path, [5, 1, 4, 2])

    assert str(register.misfits[0]) == (
        "person: is in no order of `person_id`: a copy in that order is made and read"
    )
    assert [part["person"]["id"].to_list() for part in register.ranges(2)] == [[1, 2], [4, 5]]


def test_a_large_table_in_order_is_not_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "AT_ONCE", 3)

    register = unsorted(tmp_path, [1, 2, 4, 5])

    assert not any("order" in misfit.text for misfit in register.misfits)


def test_a_row_of_a_copy_has_the_number_that_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "AT_ONCE", 3)

    register = unsorted(tmp_path, [5, -1, 5, 2])

    assert register.rejected["row"].to_list() == [1, 2, 3]


def test_copies_go_with_the_register(tmp_path: Path) -> None:
    register = bound(law_of(LAW), folder(tmp_path))
    assert register.copies is not None
    place = register.copies.folder
    assert place.is_dir()

    del register

    assert not place.exists()


@pytest.mark.parametrize(
    ("persons", "text"),
    [
        ("person_id,old\n1,true\n2,true,3\n",
         "`person.csv` cannot be read, line 3: 3 values stand where 2 columns are"),
        ("", "`person.csv` is empty: its first line names the columns"),
        ("person_id,old,Old\n1,,\n", "`person.csv` names the column `old` twice"),
        ('person_id,old\n1,"true\n', "a quotation mark is not closed"),
    ],
)  # fmt: skip
def test_why_a_csv_file_cannot_be_read(tmp_path: Path, persons: str, text: str) -> None:
    assert text in refusal(folder(tmp_path, persons))


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    folder(tmp_path)
    (tmp_path / "person.csv").write_bytes("person_id,old\nмұрат,true\n".encode("utf-16"))

    assert "`person.csv` is not UTF-8 text; save it as UTF-8" in refusal(tmp_path)


def test_a_file_with_almost_the_name_of_a_table(tmp_path: Path) -> None:
    folder(tmp_path).joinpath("person.csv").rename(tmp_path / "persons.csv")

    assert "there is `persons.csv`; call it `person.csv`" in refusal(tmp_path)


def test_a_source_of_no_known_sort(tmp_path: Path) -> None:
    (tmp_path / "person.xls").write_text("")

    assert "`person.xls` ends with none of `.parquet`, `.csv`" in refusal(
        tmp_path / "person.xls"
    )
