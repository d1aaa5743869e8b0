"""`lawc decide` of tables: answers a row a thing, rows left out with their reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

pytest.importorskip("polars")

import polars as pl

from lawc.cli import main

STATUTE = str(Path(__file__).parents[2] / "statutes/kz/amnesty-2025")
PERSONS = "person_id,sex,date_of_birth\n1,female,1970-01-01\n2,male,1950-02-30\n"
OFFENCES = (
    "offence_id,person_id,stage,category,committed_on,damage_caused,provision,recidivism\n"
    "1,1,convicted,medium,2020-01-01,false,188,none\n2,2,open,minor,2021-01-01,true,188,none\n"
)


def decided(folder: Path, *options: str, persons: str = PERSONS) -> Result:
    (folder / "person.csv").write_text(persons)
    (folder / "offence.csv").write_text(OFFENCES)
    return CliRunner().invoke(main, ["decide", STATUTE, str(folder), *options])


def test_a_whole_with_a_bad_row_is_left_out_and_the_rows_add_up(tmp_path: Path) -> None:
    result = decided(tmp_path)

    assert result.exit_code == 1
    assert "lawc: person: 2 rows read, 1 decided, 1 left out" in result.stderr
    assert "lawc: offence: 2 rows read, 1 decided, 1 left out" in result.stderr
    assert [line.split(",")[:2] for line in result.stdout.splitlines()] == [
        ["person_id", "offence_id"], ["1", "1"],
    ]  # fmt: skip


def test_all_rows_left_out_are_written_with_their_reason(tmp_path: Path) -> None:
    decided(tmp_path, "--rejected", str(tmp_path / "rejected.csv"))

    assert (tmp_path / "rejected.csv").read_text().splitlines() == [
        "table,row,key,column,value,reason,person",
        "offence,2,2,,,another row of the person is rejected,2",
        "person,2,2,date_of_birth,1950-02-30,not a date,2",
    ]


def test_answers_are_written_as_parquet(tmp_path: Path) -> None:
    out = tmp_path / "out.parquet"
    decided(tmp_path, "-o", str(out), persons=PERSONS.replace("02-30", "02-28"))

    assert pl.read_parquet(out)["offence_id"].to_list() == ["1", "2"]


def test_nothing_is_decided_where_a_column_is_almost_a_fact(tmp_path: Path) -> None:
    result = decided(tmp_path, persons=PERSONS.replace("sex", "sexx"))

    assert result.exit_code == 2
    assert "person.sexx: is no fact, and its name is almost that of one; name it `sex`" in (
        result.stderr
    )
    assert not result.stdout


def test_a_file_that_cannot_be_written_is_told_before(tmp_path: Path) -> None:
    result = decided(tmp_path, "-o", str(tmp_path / "nowhere/out.csv"))

    assert result.exit_code == 2
    assert "cannot be written: there is no folder" in result.stderr


def test_cases_in_json_lines_are_a_register_if_a_table_is_written(tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text('{"id": "a", "offences": [{"stage": "open"}]}\n')
    out = tmp_path / "out.csv"

    result = CliRunner().invoke(
        main, ["decide", STATUTE, str(tmp_path / "cases.jsonl"), "-o", str(out)]
    )

    assert result.exit_code == 0
    assert pl.read_csv(out).select("person_id", "outcome_status").rows() == [("a", "open")]


def test_a_spreadsheet_is_refused_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "persons.xlsx").write_bytes(b"PK")

    result = CliRunner().invoke(main, ["decide", STATUTE, str(tmp_path / "persons.xlsx")])

    assert result.exit_code == 2
    assert "save each sheet as CSV" in result.stderr


def test_a_database_that_cannot_be_reached_is_told_without_its_address() -> None:
    pytest.importorskip("psycopg")
    address = "postgresql://me:secret@127.0.0.1:1/register"

    result = CliRunner().invoke(main, ["decide", STATUTE, address])

    assert result.exit_code == 2
    assert "the database does not fit the law" in result.stderr
    assert "secret" not in result.stderr
