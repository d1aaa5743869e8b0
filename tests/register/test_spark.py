"""Registers of Spark: what the package decides, from tables to a table."""

from __future__ import annotations

import itertools
import os
import shutil
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from tests.exam.persons import random_persons
from tests.register.registers import register_of
from tests.register.test_deciding import said_by_the_package
from tests.sampling import some
from tests.written_law import law as written_law

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.world import suppliable
from lawc.pipeline import compile_path
from lawc.register.misfits import RegisterError

pytest.importorskip("pyspark")
pytest.importorskip("pyarrow")
if shutil.which("java") is None:
    pytest.skip("there is no Java", allow_module_level=True)

from pyspark.sql import SparkSession

from lawc.register.spark import decided

STATUTES = Path(__file__).parents[2] / "statutes"
pytestmark = pytest.mark.filterwarnings("ignore")  # what Spark warns of is not ours


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # not the first one of the path
    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def amnesty() -> ir.Law:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    return law


def tables(session: Any, law: ir.Law, frames: dict[str, pl.DataFrame]) -> dict[str, Any]:
    """Return tables of Spark: days are days, numbers are numbers."""
    made = {}
    for kind, frame in frames.items():
        types = suppliable(law, kind)
        names = [name for name in frame.columns if name.endswith(("_id", "_known"))]
        names += [fact.key for fact in law.facts if fact.kind == kind]
        days = [name for name in names if types.get(name) is Basic.DATE]
        counts = [name for name in names if types.get(name) is Basic.COUNT]
        table = frame.select(names).with_columns(
            pl.col(days).str.to_date(), pl.col(counts).cast(pl.Int64)
        )
        made[kind] = session.createDataFrame(table.to_arrow())
    return made


def test_a_register_is_decided_as_the_package_decides_it(
    session: Any, amnesty: ir.Law, tmp_path: Path
) -> None:
    number = some(1_000)
    cases = [
        {key: value for key, value in case.items() if key != "id"}
        for case in itertools.islice(random_persons(21, number), number)
    ]
    theirs = {
        (number, key): said
        for kind, number, key, *said in said_by_the_package(amnesty, cases, {}, tmp_path)
        if kind == "offence"
    }
    frames = register_of(amnesty, cases)

    table = decided(amnesty, tables(session, amnesty, frames), keep=["stage"], buckets=5)

    rows = table.collect()
    assert len(rows) == frames["offence"].height
    for row in rows:
        for decision in amnesty.decisions:
            key = decision.key
            status, value, cites = theirs[row["offence_id"], key]
            ours = row[key]
            if isinstance(value, Fraction) and ours is not None:
                ours = Fraction(ours)
            assert (row[f"{key}_status"], ours) == (status, value), row
            said = tuple(sorted(row[f"{key}_provisions"]))
            assert status == "open" or said == cites, row
        assert row["stage"] == frames["offence"]["stage"][row["offence_id"]]
        assert row["misfit"] is None


def test_a_row_that_cannot_be_read_stays_with_its_reason(session: Any, amnesty: ir.Law) -> None:
    frames = {
        "person": pl.DataFrame({"person_id": [1, 2, 3]}),
        "offence": pl.DataFrame(
            {
                "offence_id": [10, 20, 30, 40],
                "person_id": [1, 2, 3, 4],
                "category": ["minor", "miner", "minor", "minor"],
            }
        ),
    }
    made = {kind: session.createDataFrame(frame.to_arrow()) for kind, frame in frames.items()}

    rows = decided(amnesty, made).orderBy("offence_id").collect()

    assert [row["outcome_status"] for row in rows] == ["open", "rejected", "open", "rejected"]
    assert rows[1]["misfit"].startswith("offence.category: ")
    assert rows[3]["misfit"] == "offence.person_id: there is no such person"


def test_a_column_that_is_almost_a_fact_is_refused(session: Any, amnesty: ir.Law) -> None:
    person = session.createDataFrame(
        pl.DataFrame({"person_id": [1], "sexx": ["male"]}).to_arrow()
    )

    with pytest.raises(RegisterError, match="sexx"):
        decided(amnesty, {"person": person}, kind="offence")


def test_provisions_and_amounts(session: Any) -> None:
    law = written_law(
        "1. The fee is the income multiplied by 7 per cent, rounded up to a whole cent, if "
        "the person is old.\n"
        "2. A person is entitled to a card if the fee is more than 5 euro.\n"
    )
    frame = pl.DataFrame({
        "person_id": ["a", "b", "c"], "income": [100, 50, None], "old": [True, True, True],
    })  # fmt: skip
    person = session.createDataFrame(frame.to_arrow())

    table = decided(law, {"person": person}, kind="person", provisions=True)

    rows = {row["person_id"]: row for row in table.collect()}
    assert [rows[key]["fee"] for key in "abc"] == ["7", "3.5", None]
    assert rows["c"]["fee_status"] == "open"
    assert [rows[key]["art_1__para_2"] for key in "abc"] == [True, False, None]
