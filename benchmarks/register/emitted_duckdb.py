"""The amnesty law as the compiler writes it in SQL, run by DuckDB on files of a register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import duckdb
import polars as pl
from benchmarks.register.emitted import law

from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.sql_files import SIZES, sql_files
from lawc.backends.relational.sql_tables import columns_of, tables_of

_TOTALS = """
    SELECT
        CASE WHEN outcome_status = 'decided' THEN outcome END AS outcome,
        CASE WHEN outcome_status = 'decided' THEN {provision} END AS provision,
        count(*) AS rows,
        coalesce(sum("reduction_in_1/60") FILTER (reduction_status = 'decided'), 0)::BIGINT
            AS reductions,
        coalesce(sum(days_off) FILTER (days_off_status = 'decided'), 0)::BIGINT AS days_off,
        count(*) FILTER (obliged_to_compensate) AS obliged
    FROM ({decided})
    GROUP BY ALL
"""


@cache
def statement() -> str:
    """Return the statement of the file of SQL of the law, with the sums that are asked for."""
    text = sql_files(law(), "")["rules.duckdb.sql"]
    lines = [line for line in text.splitlines() if not line.startswith("--")]
    decided = "\n".join(lines).strip().rstrip(";")
    cites = relations_of(law(), tables_of(law(), SIZES[0])).answers["outcome"].cites
    whens = (f"WHEN \"outcome by {citation}\" THEN '{citation}'" for citation, _ in cites)
    return _TOTALS.format(provision=f"CASE {' '.join(whens)} END", decided=decided)


def views(folder: Path, *, flat: bool) -> Iterator[tuple[str, str]]:
    """Yield the tables that the statement reads, each with what it is made of.

    A fact that the register does not have is not known.
    """
    renamed = {"offences_known": "true", "children_known": "true"} if flat else {}
    for kind in law().kinds:
        file = folder / f"{'record' if flat else kind.key}.parquet"
        there = set(pl.read_parquet_schema(file))
        columns = []
        for name, type_ in columns_of(law(), kind):
            source = name if name in there else f"CAST(NULL AS {type_.partition(':')[0]})"
            if flat and name.endswith("_id"):
                source = "record_id"
            if flat and (kind.key, name) == ("child", "date_of_birth"):
                source = "child_born"
            columns.append(f"{renamed.get(name, source)} AS {name}")
        yield kind.key, f"SELECT {', '.join(columns)} FROM '{file}'"  # noqa: S608


def totals(folder: Path, *, flat: bool = False) -> pl.DataFrame:
    """Return sums by outcome and deciding provision, of a register in a folder."""
    engine = duckdb.connect()
    for table, source in views(folder, flat=flat):
        engine.execute(f"CREATE VIEW {table} AS {source}")
    result = engine.sql(statement())
    return pl.DataFrame(result.fetchall(), schema=result.columns, orient="row")
