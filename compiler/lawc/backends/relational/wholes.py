"""Wholes of tables: those in which something is asked, numbered by their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import polars as pl

from lawc.backends.relational.polars_engine import KEY, OWNER, places_of
from lawc.backends.relational.reached import ask_column
from lawc.ir import nodes as ir

Frames: TypeAlias = Mapping[str, pl.DataFrame]

ROOT, ROW = "#root", "#row"  # the key of the whole, the place in the table that was given


def is_empty(frames: Frames) -> bool:
    """Return whether tables have no row."""
    return all(frame.is_empty() for frame in frames.values())


def numbered(law: ir.Law, frames: Frames) -> dict[str, pl.DataFrame]:
    """Return tables with the places of rows as their keys, and with that of the whole."""
    made: dict[str, pl.DataFrame] = {}
    for kind in law.kinds:
        frame = frames[kind.key].with_row_index(ROW)
        places = pl.int_range(pl.len(), dtype=pl.Int64)
        if kind.parent is None:
            made[kind.key] = frame.with_columns(places.alias(KEY), places.alias(ROOT))
            continue
        owners = places_of(frame[OWNER], frames[kind.parent][KEY])
        roots = made[kind.parent][ROOT].gather(owners)
        made[kind.key] = frame.with_columns(
            places.alias(KEY), owners.cast(pl.Int64).alias(OWNER), roots.alias(ROOT)
        )
    return made


def narrowed(law: ir.Law, frames: Frames) -> dict[str, pl.DataFrame]:
    """Return the wholes of numbered tables in which something is asked, numbered anew."""
    wanted = pl.repeat(value=False, n=frames[law.kinds[0].key].height, eager=True)
    for decision in law.decisions:
        frame = frames[decision.kind]
        places = frame.filter(pl.col(ask_column(decision.key)))[ROOT].drop_nulls().unique()
        if len(places):
            wanted = wanted.scatter(places, values=True)
    made: dict[str, pl.DataFrame] = {}
    numbers: dict[str, pl.Series] = {}
    for kind in law.kinds:
        frame = frames[kind.key]
        keep = wanted.gather(frame[ROOT].cast(pl.UInt32)).fill_null(value=False)
        numbers[kind.key] = keep.cum_sum().cast(pl.Int64) - 1
        frame = frame.filter(keep)
        owners = frame[OWNER]
        if kind.parent is not None:
            owners = numbers[kind.parent].gather(owners.cast(pl.UInt32))
        made[kind.key] = frame.with_columns(
            pl.int_range(pl.len(), dtype=pl.Int64).alias(KEY),
            owners.alias(OWNER),
            numbers[law.kinds[0].key].gather(frame[ROOT].cast(pl.UInt32)).alias(ROOT),
        )
    return made
