"""Where the tables of a register come from: folders, files, data frames."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeAlias

import polars as pl

from lawc.ir import nodes as ir
from lawc.register.misfits import Misfit, RegisterError

Source: TypeAlias = "Path | str | Mapping[str, Any]"
_READERS = {
    ".parquet": pl.scan_parquet,
    ".csv": lambda path: pl.scan_csv(path, infer_schema=False),
    ".jsonl": pl.scan_ndjson,
}


def tables_from(law: ir.Law, source: Source) -> dict[str, pl.LazyFrame]:
    """Return the tables of a source by kind: a folder with a file a kind, or frames by kind.

    Raises:
        RegisterError: there is no table of the first kind, or a file cannot be read.
    """
    if isinstance(source, (str, Path)):
        return _from_folder(law, Path(source))
    kinds = {kind.key for kind in law.kinds}
    misfits = [
        Misfit(name, "", "is no kind of thing of this law", fatal=True)
        for name in source
        if name not in kinds
    ]
    tables = {kind: _lazy(frame) for kind, frame in source.items() if kind in kinds}
    return _with_first(law, tables, misfits)


def _from_folder(law: ir.Law, folder: Path) -> dict[str, pl.LazyFrame]:
    tables: dict[str, pl.LazyFrame] = {}
    for kind in law.kinds:
        files = [folder / f"{kind.key}{suffix}" for suffix in _READERS]
        found = [file for file in files if file.exists()]
        if len(found) > 1:
            names = " and ".join(f"`{file.name}`" for file in found)
            raise RegisterError((Misfit(kind.key, "", f"stands in {names}", fatal=True),))
        if found:
            tables[kind.key] = _READERS[found[0].suffix](found[0])
    return _with_first(law, tables, [])


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
