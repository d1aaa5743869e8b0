"""Tables of a synthetic register as files, with a note that says that nobody in it is real."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from lawc.backends.relational.facts import fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.files import write_file
from lawc.ir import nodes as ir
from lawc.ir.types import Basic

_FIRST_DAY = pl.date(1970, 1, 1)
_DAYS_BEFORE = 719_163  # the number of the first day that engines know
FORMATS = ("parquet", "csv")


def key_column(kind: str) -> str:
    """Return the column of the key of a kind: `person_id`."""
    return f"{kind}_id"


def tables(law: ir.Law, frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return tables as people read them: columns by the keys of facts, days as days."""
    return {
        kind.key: frames[kind.key].select(_columns(law, kind, frames)) for kind in law.kinds
    }


def _columns(
    law: ir.Law, kind: ir.Kind, frames: Mapping[str, pl.DataFrame]
) -> Iterator[pl.Expr]:
    yield pl.col(KEY).alias(key_column(kind.key))
    if kind.parent is not None:
        yield pl.col(OWNER).alias(key_column(kind.parent))
    frame = frames[kind.key]
    for fact in law.facts:
        if fact.kind == kind.key and fact_column(fact.key) in frame.columns:
            column = pl.col(fact_column(fact.key))
            if fact.type is Basic.DATE:
                column = (column - _DAYS_BEFORE).cast(pl.Int32).cast(pl.Date)
            yield column.alias(fact.key)
    for member in law.kinds:
        known = known_column(member.key)
        if member.parent == kind.key and not frame.get_column(known).all():
            yield pl.col(known).alias(f"{member.field}_known")


def write_register(
    folder: Path, register: Mapping[str, pl.DataFrame], note: Mapping[str, Any], format_: str
) -> None:
    """Write the tables of a register into a folder, and `register.toml` that tells of them."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind, table in register.items():
        for other in FORMATS:
            if other != format_:
                (folder / f"{kind}.{other}").unlink(missing_ok=True)
        path = folder / f"{kind}.{format_}"
        if format_ == "csv":
            table.write_csv(path)
        else:
            table.write_parquet(path, statistics=True)
    write_file(folder / "register.toml", "".join(_toml(note)))


def _toml(note: Mapping[str, Any]) -> Iterator[str]:
    """Yield the text of `register.toml`: what else is known of the register, as comments."""
    yield "# Written by `lawc synth`. Nobody in this register is real.\n"
    for key, value in note.items():
        yield f"# {key}: {' '.join(str(value).split())}\n"
    yield "synthetic = true\n"
