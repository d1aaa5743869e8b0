"""Frames with lists of members, split into a table a kind.

Before: persons with a column `offences`, a list of records. After: persons with the column
`offences_known`, and a table of offences, each with the number of its person.
"""

from __future__ import annotations

from collections.abc import Mapping

import polars as pl

from lawc.ir import nodes as ir
from lawc.register.copying import ROW
from lawc.register.mapping import key_names


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
                made[kind.key], made[member.key] = _split(law, frame, kind, member)
    return made


def _is_list(frame: pl.LazyFrame, name: str) -> bool:
    """Return whether a column has lists of records; lists without any are such, too."""
    dtype = frame.collect_schema().get(name)
    if not isinstance(dtype, pl.List):
        return False
    if isinstance(dtype.inner, pl.Struct):
        return True
    longest = frame.select(pl.col(name).list.len().max()).collect(engine="streaming").item()
    return not longest


def _split(
    law: ir.Law, frame: pl.LazyFrame, kind: ir.Kind, member: ir.Kind
) -> tuple[pl.LazyFrame, pl.LazyFrame]:
    """Return a table without a list, and the table of the members of the list."""
    schema = frame.collect_schema()
    field, usual = str(member.field), f"{kind.key}_id"
    key = next((name for name in key_names(law, kind) if name in schema), usual)
    if key not in schema:
        frame = frame.with_row_index(key).with_columns(pl.col(key).cast(pl.Int64))
    place = [ROW] if ROW in schema else []
    members = frame.select(*place, pl.col(key).alias(usual), field)
    members = members.filter(pl.col(field).list.len() > 0).explode(field)
    dtype = schema[field]
    inner = dtype.inner if isinstance(dtype, pl.List) else None
    if isinstance(inner, pl.Struct):
        members = members.unnest(field)
        own = [each.name for each in inner.fields]
        if not any(name in own for name in key_names(law, member)):
            number = pl.int_range(pl.len(), dtype=pl.Int64).alias(f"{member.key}_id")
            members = members.with_columns(number)
    else:
        members = members.drop(field)
    known = pl.col(field).is_not_null().alias(f"{field}_known")
    return frame.with_columns(known).drop(field), members
