"""Where the tables of a register come from: folders, files, databases, data frames."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.register import copying
from lawc.register.copying import AT_ONCE, ROW, Copies, UnreadableError
from lawc.register.mapping import FILE, Names
from lawc.register.misfits import Misfit, RegisterError
from lawc.register.nested import split
from lawc.register.postgres import is_postgres, tables_of, written_as_csv
from lawc.syntax.spelling import nearest_name

Source: TypeAlias = "Path | str | Mapping[str, Any]"
DATABASES = (".duckdb", ".db")
FILES = (".parquet", ".csv", ".jsonl")
_LARGE = 32_000_000  # bytes of a text file from which its rows are put in order
_PARTS = "*.parquet"  # of a folder that is one table, as clusters write it


@dataclass(frozen=True)
class Opened:
    """The tables of a source by kind, and what is to be told about how they were opened."""

    law: ir.Law
    names: Names
    copies: Copies
    frames: dict[str, pl.LazyFrame] = field(default_factory=dict)
    misfits: list[Misfit] = field(default_factory=list)

    def refuse(self, table: str, text: str, help_: str = "") -> None:
        """Note what lets nothing be decided."""
        self.misfits.append(Misfit(table, "", text, help=help_, fatal=True))

    def order(self, kind: ir.Kind, columns: list[str]) -> list[str]:
        """Return the columns in whose order the things of a range stand together."""
        if kind.parent is not None:
            owner = self.names.owner(kind)
            return [owner] if owner in columns else []
        key = self.names.key(self.law, kind, columns)
        return [] if key is None else [key]

    def put(self, kind: ir.Kind, read: Callable[[], pl.LazyFrame], place: str) -> None:
        """Put a table in, or note why it cannot be read."""
        try:
            self.frames[kind.key] = read()
        except UnreadableError as error:
            self.refuse(kind.key, f"`{place}` {error}")

    # --- files ---

    def file(self, kind: ir.Kind, path: Path) -> pl.LazyFrame:
        """Return a file as a table.

        Raises:
            UnreadableError: it cannot be read.
        """
        match path.suffix:
            case ".csv":
                rows, columns = copying.of_csv(path)
                large = path.stat().st_size > _LARGE
                order = self.order(kind, columns) if large else []
                return self.copies.copied(kind.key, rows, order)
            case ".jsonl":
                rows = copying.of_json_lines(path, self.copies.columns)
                return self.copies.copied(kind.key, rows, [])
            case _:
                return self.parquet(kind, path)

    def parquet(self, kind: ir.Kind, path: Path) -> pl.LazyFrame:
        """Return Parquet files as a table: a copy in order, if they are large and in none.

        Raises:
            UnreadableError: they cannot be read.
        """
        place = str(path / _PARTS) if path.is_dir() else str(path)
        try:
            frame = pl.scan_parquet(place)
            columns = frame.collect_schema().names()
            rows = frame.select(pl.len()).collect(engine="streaming").item()
        except (pl.exceptions.PolarsError, OSError) as error:
            raise UnreadableError(f"cannot be read: {str(error).splitlines()[0]}") from error
        order = self.order(kind, columns)
        if rows <= AT_ONCE or not order or self.copies.in_order(place, order[0]):
            return frame
        text = f"is in no order of `{order[0]}`: a copy in that order is made and read"
        self.misfits.append(Misfit(kind.key, "", text))
        return self.copies.copied(kind.key, copying.of_parquet(place), order)

    def folder(self, folder: Path) -> None:
        """Put in the tables of a folder, a file a kind."""
        files = {path.name: path for path in sorted(folder.iterdir()) if path.name != FILE}
        used = set()
        for kind in self.law.kinds:
            usual = [f"{each}{suffix}" for each in _table_names(kind) for suffix in FILES]
            usual += _table_names(kind)
            named = self.names.of(kind.key).table
            there = [each for each in ([named] if named else usual) if each in files]
            if named is not None and not there:
                self.refuse(kind.key, f"there is no file `{named}` in `{folder}`")
            elif len(there) > 1:
                several = " and ".join(f"`{each}`" for each in there)
                self.refuse(kind.key, f"stands in {several}", "leave one of them in the folder")
            elif there:
                self.put(kind, partial(self.file, kind, files[there[0]]), there[0])
            used.update(there)
        self.others({name: Path(name).stem for name in files if name not in used}, FILES)

    # --- databases ---

    def database(self, file: Path) -> None:
        """Put in the tables of a DuckDB file."""
        connection = self.copies.connection
        try:
            connection.execute(f"ATTACH {copying.text(str(file))} AS register (READ_ONLY)")
        except Exception as error:  # of several types
            text = str(error).splitlines()[0]
            self.refuse(self.law.kinds[0].key, f"`{file.name}` cannot be read: {text}")
            return
        there = dict(
            connection.execute(
                "SELECT table_name, schema_name FROM duckdb_tables() WHERE "
                "database_name = 'register' UNION SELECT view_name, schema_name FROM "
                "duckdb_views() WHERE database_name = 'register' AND NOT internal"
            ).fetchall()
        )

        def read(kind: ir.Kind, table: str) -> pl.LazyFrame:
            place = ".".join(map(copying.name, ("register", there[table], table)))
            columns = self.copies.columns(place)
            rows = copying.of_table(place, columns)
            return self.copies.copied(kind.key, rows, self.order(kind, list(columns)))

        self.tables(dict.fromkeys(there), read)

    def postgres(self, source: str) -> None:
        """Put in the tables of a PostgreSQL database."""

        def read(kind: ir.Kind, table: str) -> pl.LazyFrame:
            file = self.copies.folder / f"{kind.key}.csv"
            written_as_csv(source, table, file)
            rows, columns = copying.of_csv(file)
            frame = self.copies.copied(kind.key, rows, self.order(kind, columns))
            file.unlink()
            return frame

        try:
            self.tables(dict.fromkeys(tables_of(source)), read)
        except UnreadableError as error:
            self.refuse(self.law.kinds[0].key, f"the database {error}")

    def tables(
        self, there: Mapping[str, None], read: Callable[[ir.Kind, str], pl.LazyFrame]
    ) -> None:
        """Put in the tables of a database."""
        used = set()
        for kind in self.law.kinds:
            named = self.names.of(kind.key).table
            usual = [named] if named else _table_names(kind)
            table = next((each for each in usual if each in there), None)
            if table is not None:
                used.add(table)
                self.put(kind, partial(read, kind, table), table)
            elif named is not None:
                self.refuse(kind.key, f"there is no table `{named}` in the database")
        self.others({each: each for each in there if each not in used}, None)

    # --- what is there beside ---

    def others(self, names: Mapping[str, str], suffixes: tuple[str, ...] | None) -> None:
        """Note tables that have almost the name of a kind of which there is none."""
        missing = [kind for kind in self.law.kinds if kind.key not in self.frames]
        for place, stem in names.items():
            if suffixes is not None and Path(place).suffix not in suffixes:
                continue
            for kind in missing:
                near = nearest_name(stem, _table_names(kind))
                if near and not self.names.of(kind.key).table:
                    call = f"call it `{near}{Path(place).suffix if suffixes else ''}`"
                    help_ = f'{call}, or write `table = "{place}"` under [{kind.key}] of {FILE}'
                    self.refuse(
                        kind.key, f"there is no such table, and there is `{place}`", help_
                    )

    def frames_of(self, source: Mapping[str, Any]) -> None:
        """Put in frames by kind."""
        kinds = {each: kind.key for kind in self.law.kinds for each in _table_names(kind)}
        for place, frame in source.items():
            if place not in kinds:
                self.refuse(place, "is no kind of thing of this law")
                continue
            try:
                self.frames[kinds[place]] = lazy(frame)
            except TypeError:
                self.refuse(place, "is no frame of polars, pandas or Arrow")


def tables_from(law: ir.Law, source: Source, names: Names | None = None) -> Opened:
    """Return the tables of a source by kind.

    A source is

    - a folder with a file a kind (`person.csv`, `offence.parquet`), a file of the first kind,
      or a file of JSON lines with nested cases,
    - a DuckDB file or an address of a PostgreSQL database, with a table a kind,
    - frames by kind.

    Raises:
        RegisterError: there is no table of the first kind, or one cannot be read.
    """
    opened = Opened(law, names or Names(), Copies())
    first = law.kinds[0]
    if not isinstance(source, (str, Path)):
        opened.frames_of(source)
    elif is_postgres(str(source)):
        opened.postgres(str(source))
    elif (path := Path(source)).is_dir() and path.suffix not in FILES:
        opened.folder(path)
    elif path.suffix in DATABASES:
        opened.database(path)
    elif path.suffix in FILES:
        opened.put(first, partial(opened.file, first, path), path.name)
    else:
        known = ", ".join(f"`{suffix}`" for suffix in (*FILES, *DATABASES))
        help_ = "save each sheet as CSV" if path.suffix in (".xlsx", ".xls") else ""
        opened.refuse(first.key, f"`{path.name}` ends with none of {known}", help_)
    if first.key not in opened.frames and not any(misfit.fatal for misfit in opened.misfits):
        opened.refuse(first.key, "there is no such table")
    if any(misfit.fatal for misfit in opened.misfits):
        raise RegisterError(tuple(opened.misfits))
    opened.frames.update(split(law, opened.frames))
    return opened


def _table_names(kind: ir.Kind) -> list[str]:
    """Return how the table of a kind may be called: as the kind, or as lists of its things."""
    return [kind.key, kind.field] if kind.field and kind.field != kind.key else [kind.key]


def lazy(frame: Any) -> pl.LazyFrame:
    """Return a frame of polars, of pandas or of Arrow as a lazy frame.

    A missing value of pandas is null: it has no other sign for one.
    """
    match frame:
        case pl.LazyFrame():
            return frame
        case pl.DataFrame():
            return frame.lazy()
        case _ if type(frame).__module__.partition(".")[0] == "pandas":
            columns = {str(each): list(_values(frame[each])) for each in frame.columns}
            return pl.DataFrame(columns, strict=False).lazy()
        case _:
            return pl.DataFrame(frame).lazy()


def _values(column: Any) -> Iterator[Any]:
    """Yield the values of a column of pandas, None where one is missing."""
    for value, missing in zip(column.tolist(), column.isna().tolist(), strict=True):
        yield None if missing else value


def numbered(frame: pl.LazyFrame) -> pl.LazyFrame:
    """Return a table with the numbers of its rows."""
    return frame if ROW in frame.collect_schema().names() else frame.with_row_index(ROW, 1)
