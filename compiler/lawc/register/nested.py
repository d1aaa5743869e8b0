"""Frames with lists of members, split into a table a kind.

Before: persons with a column `offences`, a list of records. After: persons with the column
`offences_known`, and a table of offences, each with the number of its person.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from lawc.ir import nodes as ir


def split(law: ir.Law, tables: Mapping[str, pl.LazyFrame]) -> dict[str, pl.LazyFrame]:
    """Return tables in which the members of a list stand in a table of their own."""
    made = dict(tables)
    for kind in law.kinds:
        below = [
            member
            for member in law.kinds
            if member.parent == kind.key and member.field and member.key not in made
        ]
        for member in below:
            frame = made.get(kind.key)
            if frame is not None and _is_list(frame, str(member.field)):
                made[kind.key], made[member.key] = _split(frame, kind, member)
    return made


def _is_list(frame: pl.LazyFrame, name: str) -> bool:
    dtype = frame.collect_schema().get(name)
    return isinstance(dtype, pl.List) and isinstance(dtype.inner, pl.Struct)


def _split(
    frame: pl.LazyFrame, kind: ir.Kind, member: ir.Kind
) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Return a table without a list, and the table of the members of the list."""
    key, field = f"{kind.key}_id", str(member.field)
    if key not in frame.collect_schema().names():
        frame = frame.with_row_index(key).with_columns(pl.col(key).cast(pl.Int64))
    members = (
        frame.select(key, field)
        .filter(pl.col(field).list.len() > 0)
        .explode(field)
        .unnest(field)
        .with_row_index(f"{member.key}_id")
        .with_columns(pl.col(f"{member.key}_id").cast(pl.Int64))
    )
    known = pl.col(field).is_not_null().alias(f"{field}_known")
    return frame.with_columns(known).drop(field), members
