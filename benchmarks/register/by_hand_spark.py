"""The amnesty law of 2025 by hand in PySpark: what is by hand in DuckDB, in Spark's SQL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlglot
from benchmarks.register.by_hand_duckdb import query
from benchmarks.register.by_hand_polars import lists_row

LISTS = (
    "provision string, listed tinyint, may_be_listed boolean, by_office boolean,"
    " minors boolean, entrusted boolean"
)


def totals(session: Any, folder: Path, *, flat: bool = False) -> Any:
    """Return sums by what is decided, of a register in a folder, as a table of Spark."""
    tables = ("record",) if flat else ("person", "offence", "child")
    for table in tables:
        path = str(folder / f"{table}.parquet")
        session.read.parquet(path).createOrReplaceTempView(table)
    offences = session.table(tables[not flat])
    provisions = offences.select("provision").distinct().collect()
    lists = session.createDataFrame([lists_row(written) for (written,) in provisions], LISTS)
    lists.createOrReplaceTempView("lists")
    return session.sql(sqlglot.transpile(query(flat=flat), read="duckdb", write="spark")[0])
