"""Tables copied by DuckDB into Parquet files, in the order of their wholes.

A file that is not Parquet, or a large one in no order, is copied once, so that a range of
wholes can be read without the rest. DuckDB sorts on the disk what does not stand in memory.
"""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

if TYPE_CHECKING:
    import duckdb

ROW = "#line"  # the number of a row in its table, from 1
AT_ONCE = 500_000  # a table of no more rows is read at once, so that its order does not matter
MEMORY = "1GB"  # beyond it DuckDB sorts on the disk
_SEPARATORS = ",;\t|"
_KEPT = frozenset({"boolean", "tinyint", "smallint", "integer", "bigint", "double"})
_AS_TEXT = frozenset({"hugeint", "uhugeint", "uuid", "enum", "time", "interval", "bit"})


class UnreadableError(ValueError):
    """A table that cannot be read, with the reason."""


class Copies:
    """Copies of tables, in a folder that goes with the register."""

    @cached_property
    def folder(self) -> Path:
        """The folder of the copies."""
        folder = tempfile.mkdtemp(prefix="lawc-register-")
        weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        return Path(folder)

    @cached_property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """A database of DuckDB in memory, which sorts in the folder."""
        import duckdb  # noqa: PLC0415 - seldom needed

        place = str(self.folder / "sorting")
        connection = duckdb.connect()
        connection.execute(f"SET memory_limit = '{MEMORY}'; SET temp_directory = {text(place)}")
        return connection

    def copied(self, kind: str, rows: str, order: Iterable[str]) -> pl.LazyFrame:
        """Return the rows of a query, copied in an order.

        Raises:
            UnreadableError: the rows cannot be read.
        """
        import duckdb  # noqa: PLC0415 - seldom needed

        target = self.folder / f"{kind}.parquet"
        by = ", ".join(map(name, (*order, ROW)))
        ordered = f"SELECT * FROM ({rows}) ORDER BY {by}"
        form = "(FORMAT parquet, ROW_GROUP_SIZE 100000)"
        try:
            self.connection.execute(f"COPY ({ordered}) TO {text(str(target))} {form}")
        except duckdb.Error as error:
            raise UnreadableError(_reason(error)) from error
        return pl.scan_parquet(target)

    def in_order(self, place: str, column: str) -> bool:
        """Return whether groups of rows of Parquet files follow each other by a column.

        What their statistics do not tell is taken as not in order.
        """
        groups = self.connection.execute(
            "SELECT type, stats_min_value, stats_max_value FROM parquet_metadata("
            f"{text(place)}) WHERE path_in_schema = {text(column)} AND num_values > 0 "
            "ORDER BY file_name, row_group_id"
        ).fetchall()
        if any(low is None or high is None for _, low, high in groups):
            return False
        whole = all(type_.startswith("INT") for type_, _, _ in groups)
        read: Callable[[str], Any] = int if whole else str
        try:
            ends = [(read(low), read(high)) for _, low, high in groups]
        except ValueError:  # days and the like, whose statistics are written otherwise
            return False
        return all(above[1] <= below[0] for above, below in pairwise(ends))

    def columns(self, rows: str) -> dict[str, Any]:
        """Return the columns of a query with their types.

        Raises:
            UnreadableError: the rows cannot be read.
        """
        import duckdb  # noqa: PLC0415 - seldom needed

        try:
            relation = self.connection.sql(f"SELECT * FROM {rows} LIMIT 0")
        except duckdb.Error as error:
            raise UnreadableError(_reason(error)) from error
        return dict(zip(relation.columns, relation.types, strict=True))


def text(value: str) -> str:
    """Return a text as SQL has it."""
    return "'" + value.replace("'", "''") + "'"


def name(value: str) -> str:
    """Return the name of a column or table as SQL has it."""
    return '"' + value.replace('"', '""') + '"'


def of_csv(path: Path) -> tuple[str, list[str]]:
    """Return a query for the rows of a CSV file, all texts, and its columns.

    The separator is the one that the first line has most of.

    Raises:
        UnreadableError: there is no line with the names of the columns.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            first = lines.readline()
            lines.seek(0)
            separator = max(_SEPARATORS, key=first.count)
            names = next(csv.reader(lines, delimiter=separator), [])
    except UnicodeDecodeError:
        raise UnreadableError("is not UTF-8 text; save it as UTF-8") from None
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}") from error
    plain = [each.casefold() for each in names]
    if not names:
        raise UnreadableError("is empty: its first line names the columns")
    for each in names:
        if not each.strip():
            raise UnreadableError("has a column without a name in its first line")
        if plain.count(each.casefold()) > 1:
            raise UnreadableError(f"names the column `{each}` twice")
    columns = ", ".join(f"{text(each)}: 'VARCHAR'" for each in names)
    query = (
        f"SELECT row_number() OVER () AS {name(ROW)}, * FROM read_csv({text(str(path))}, "
        f"auto_detect = false, header = true, delim = {text(separator)}, quote = '\"', "
        f"escape = '\"', nullstr = '', strict_mode = true, columns = {{{columns}}})"
    )
    return query, names


def of_json_lines(path: Path, columns_of: Callable[[str], dict[str, Any]]) -> str:
    """Return a query for the rows of a file of JSON lines.

    Whole numbers, truths and texts are kept as they stand; what else DuckDB would make of texts
    (days, moments) is not asked for.
    """
    settings = (
        "format = 'newline_delimited', sample_size = -1, maximum_depth = -1, "
        "map_inference_threshold = -1, maximum_object_size = 16000000"
    )
    columns = columns_of(f"read_json({text(str(path))}, {settings})")
    if not columns:
        raise UnreadableError("has no fields")
    of = ", ".join(f"{text(each)}: {text(_type(type_))}" for each, type_ in columns.items())
    return (
        f"SELECT row_number() OVER () AS {name(ROW)}, * FROM read_json({text(str(path))}, "
        f"format = 'newline_delimited', maximum_object_size = 16000000, columns = {{{of}}})"
    )


def _type(type_: Any) -> str:
    match type_.id:
        case "struct":
            fields = ", ".join(f"{name(each)} {_type(of)}" for each, of in type_.children)
            return f"STRUCT({fields})"
        case "list":
            return f"{_type(type_.children[0][1])}[]"
        case kept if kept in _KEPT:
            return str(type_)
        case _:
            return "VARCHAR"


def of_parquet(place: str) -> str:
    """Return a query for the rows of Parquet files."""
    return f"SELECT row_number() OVER () AS {name(ROW)}, * FROM read_parquet({text(place)})"


def of_table(place: str, columns: dict[str, Any]) -> str:
    """Return a query for the rows of a table of a database.

    What Parquet has no exact type for is read as text.
    """
    return (
        f"SELECT row_number() OVER () AS {name(ROW)}, {', '.join(_exact(columns))} FROM {place}"
    )


def _exact(columns: dict[str, Any]) -> Iterator[str]:
    for each, type_ in columns.items():
        column = name(each)
        yield f"CAST({column} AS VARCHAR) AS {column}" if type_.id in _AS_TEXT else column


def _reason(error: Exception) -> str:
    """Return what DuckDB says, as a sentence: the line first, if it names one."""
    said = str(error)
    line = re.search(r"on Line: (\d+)", said, re.IGNORECASE)
    where = f", line {line[1]}: " if line else ": "
    if "not utf-8" in said.casefold():
        return f"cannot be read{where}it is not UTF-8 text; save it as UTF-8"
    columns = re.search(r"Expected Number of Columns: (\d+) Found: (\d+)", said)
    if columns:
        return f"cannot be read{where}{columns[2]} values stand where {columns[1]} columns are"
    if "unterminated quote" in said:
        return f"cannot be read{where}a quotation mark is not closed"
    first = said.splitlines()[0].partition("Error: ")[2] or said.splitlines()[0]
    return f"cannot be read{where}{first}"
