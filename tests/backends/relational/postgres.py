"""A PostgreSQL server of a test's own, and layers run by it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import polars as pl
from sqlglot import exp

from lawc.backends.relational.layers import Layer
from lawc.backends.relational.sql import KEY, statement
from lawc.backends.relational.sql_dialects import POSTGRES

_TYPES: dict[type[pl.DataType], str] = {
    pl.Boolean: "boolean", pl.Int64: "bigint", pl.String: "text", pl.Null: "boolean",
}  # fmt: skip
_LIMIT = "set statement_timeout = '60s'; set max_stack_depth = '6MB'; set jit = off;"


def programs() -> Path | None:
    """Return the folder of the programs of PostgreSQL, None if it is not installed."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return folders[-1] if folders and (folders[-1] / "initdb").exists() else None


class Server:
    """A server that listens in a folder only."""

    def __init__(self, folder: Path, bin_: Path) -> None:
        self.folder, self.bin = folder, bin_

    def call(self, *command: str, text: str | None = None) -> str:
        """Run a program as the user of the server, which may not be root."""
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        done = subprocess.run(  # noqa: S603 - programs of PostgreSQL
            [*user, *command], input=text, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def sql(self, text: str) -> str:
        """Run statements, and return what they print."""
        return self.call(
            str(self.bin / "psql"), "-h", str(self.folder), "-X", "-q", "-A", "-t",
            "-v", "ON_ERROR_STOP=1", "postgres", text=text,
        )  # fmt: skip

    def run(
        self, layers: Iterable[Layer], frames: Mapping[str, pl.DataFrame]
    ) -> dict[str, pl.DataFrame]:
        """Return the tables by kind with the columns of all layers, their rows by `key`."""
        layers = tuple(layers)
        begin = [_LIMIT, "drop schema if exists register cascade; create schema register;"]
        for kind, frame in frames.items():
            columns = ", ".join(f'"{n}" {_TYPES[type(t)]}' for n, t in frame.schema.items())
            begin.append(f'create table register."{kind}" ({columns});')
            rows = frame.write_csv(separator="\t", include_header=False, null_value="\\N")
            begin.append(f"copy register.\"{kind}\" from stdin with (null '\\N');\n{rows}\\.\n")
        self.sql("\n".join(begin))
        tables = {
            kind: exp.select(exp.Star()).from_(exp.table_(kind, db="register", quoted=True))
            for kind in frames
        }
        return {
            kind: self._table(statement(layers, tables, kind, POSTGRES).sql("postgres"))
            for kind in frames
        }

    def _table(self, select: str) -> pl.DataFrame:
        file = self.folder / "rows.csv"
        into = f"{_LIMIT} create temp table made as {select};"
        rows = f"(table made order by {KEY})"
        out = f"\\copy {rows} to '{file}' with (format csv, header)"
        types = (
            "select column_name || '=' || data_type from information_schema.columns "
            "where table_name = 'made' order by ordinal_position;"
        )
        told = self.sql(f"{into}\n{out}\n{types}")
        names = dict(line.rsplit("=", 1) for line in told.splitlines() if "=" in line)
        wanted = {"boolean": pl.String, "bigint": pl.Int64, "text": pl.String}
        frame = pl.read_csv(
            file, schema_overrides={n: wanted[t] for n, t in names.items()}, infer_schema=False
        )
        truths = [name for name, type_ in names.items() if type_ == "boolean"]
        return frame.with_columns((pl.col(truths) == "t").name.keep())


@contextmanager
def server(folder: Path) -> Iterator[Server]:
    """Give a server whose data stand in a folder, and stop it in the end."""
    bin_ = programs()
    assert bin_ is not None, "PostgreSQL is installed"
    made = Server(folder, bin_)
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres")
    made.call(
        str(bin_ / "initdb"), "-D", str(folder / "data"), "-E", "UTF8", "--locale=C.UTF-8"
    )
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = str(bin_ / "pg_ctl")
    made.call(
        control, "-D", str(folder / "data"), "-w", "-o", options, "-l",
        str(folder / "log"), "start",
    )  # fmt: skip
    try:
        yield made
    finally:
        made.call(control, "-D", str(folder / "data"), "-m", "immediate", "stop")
