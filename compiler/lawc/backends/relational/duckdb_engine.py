"""Layers run by DuckDB: the statement of `sql`, on data frames.

Frames go there and back as Parquet files: both libraries read and write these by themselves.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import polars as pl
from sqlglot import exp

from lawc.backends.relational.layers import Layer
from lawc.backends.relational.sql import KEY, statement
from lawc.backends.relational.sql_dialects import DUCKDB


def run(layers: Iterable[Layer], frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return the tables by kind with the columns of all layers, their rows by `key`."""
    layers = tuple(layers)
    tables = {kind: exp.select(exp.Star()).from_(_table(kind)) for kind in frames}
    made = {}
    with (
        tempfile.TemporaryDirectory(prefix="lawc") as folder,
        duckdb.connect() as connection,
    ):
        for kind, frame in frames.items():
            file = str(Path(folder) / f"{kind}.parquet")
            frame.write_parquet(file, compression="lz4")
            connection.read_parquet(file).create_view(_table(kind).name)
        for kind in frames:
            select = statement(layers, tables, kind, DUCKDB)
            file = str(Path(folder) / f"{kind}.decided.parquet")
            connection.sql(select.sql(dialect=DUCKDB.name)).write_parquet(file)
            made[kind] = pl.read_parquet(file).sort(KEY)
    return made


def _table(kind: str) -> exp.Table:
    return exp.Table(this=exp.to_identifier(f"register.{kind}", quoted=True))
