"""Where the tables of a register come from: folders, files, data frames."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from lawc.ir import nodes as ir
from lawc.register.mapping import Names
from lawc.register.misfits import Misfit, RegisterError

Source: TypeAlias = "Path | str | Mapping[str, Any]"
_DATABASES = (".duckdb", ".db")
_READERS = {
    ".parquet": pl.scan_parquet,
    ".csv": lambda path: pl.scan_csv(path, infer_schema=False),
    ".jsonl": pl.scan_ndjson,
}


def tables_from(
    law: ir.Law, source: Source, names: Names | None = None
) -> dict[str, pl.LazyFrame]:
    """Return the tables of a source by kind: a folder with a file a kind, or frames by kind.

    A DuckDB file has a table a kind.

    Raises:
        RegisterError: there is no table of the first kind, or a file cannot be read.
    """
    if isinstance(source, (str, Path)):
        return _from_folder(law, Path(source), names or Names())
    kinds = {kind.key for kind in law.kinds}
    misfits = [
        Misfit(kind, "", "is no kind of thing of this law", fatal=True)
        for kind in source
        if kind not in kinds
    ]
    tables = {kind: _lazy(frame) for kind, frame in source.items() if kind in kinds}
    return _with_first(law, tables, misfits)


def _from_folder(law: ir.Law, folder: Path, names: Names) -> dict[str, pl.LazyFrame]:
    if folder.suffix in _DATABASES and folder.is_file():
        return _with_first(law, _from_database(law, folder, names), [])
    if folder.is_file():
        return _with_first(law, {law.kinds[0].key: _scanned(law.kinds[0].key, folder)}, [])
    tables: dict[str, pl.LazyFrame] = {}
    for kind in law.kinds:
        named = names.of(kind.key).table
        if named is not None:
            tables[kind.key] = _scanned(kind.key, folder / named)
            continue
        files = [folder / f"{kind.key}{suffix}" for suffix in _READERS]
        found = [file for file in files if file.exists()]
        if len(found) > 1:
            several = " and ".join(f"`{file.name}`" for file in found)
            raise RegisterError((Misfit(kind.key, "", f"stands in {several}", fatal=True),))
        if found:
            tables[kind.key] = _scanned(kind.key, found[0])
    return _with_first(law, tables, [])


def _scanned(kind: str, file: Path) -> pl.LazyFrame:
    """Return a file as a table."""
    reader = _READERS.get(file.suffix)
    if reader is None:
        known = ", ".join(f"`{suffix}`" for suffix in _READERS)
        text = f"`{file.name}` is no file of a sort that is read: {known}"
        raise RegisterError((Misfit(kind, "", text, fatal=True),))
    if not file.is_file():
        text = f"there is no file `{file.name}` in `{file.parent}`"
        raise RegisterError((Misfit(kind, "", text, fatal=True),))
    try:
        frame = reader(file)
        frame.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        text = f"`{file.name}` cannot be read: {str(error).splitlines()[0]}"
        raise RegisterError((Misfit(kind, "", text, fatal=True),)) from error
    return frame


def _from_database(law: ir.Law, file: Path, names: Names) -> dict[str, pl.LazyFrame]:
    import duckdb  # noqa: PLC0415 - seldom needed

    with duckdb.connect(str(file), read_only=True) as connection:
        there = {row[0] for row in connection.sql("show tables").fetchall()}
        wanted = {kind.key: names.of(kind.key).table or kind.key for kind in law.kinds}
        return {
            kind: connection.table(name).pl().lazy()
            for kind, name in wanted.items()
            if name in there
        }


def _with_first(
    law: ir.Law, tables: dict[str, pl.LazyFrame], misfits: list[Misfit]
) -> dict[str, pl.LazyFrame]:
    first = law.kinds[0].key
    if first not in tables:
        misfits.append(Misfit(first, "", "there is no such table", fatal=True))
    if misfits:
        raise RegisterError(tuple(misfits))
    return tables


def _lazy(frame: Any) -> pl.LazyFrame:
    """Return a frame of polars, of pandas or of Arrow as a lazy frame."""
    match frame:
        case pl.LazyFrame():
            return frame
        case pl.DataFrame():
            return frame.lazy()
        case _:
            made = pl.DataFrame(frame)
            return made.lazy()
