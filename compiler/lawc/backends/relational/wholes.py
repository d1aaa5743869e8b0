"""Wholes of tables: those in which something is asked, numbered by their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
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
        places = frame[ROOT].filter(frame[ask_column(decision.key)]).drop_nulls()
        if len(places):
            wanted = wanted.scatter(places, values=True)
    return selected(law, frames, wanted)


def selected(law: ir.Law, frames: Frames, wanted: pl.Series) -> dict[str, pl.DataFrame]:
    """Return some wholes of numbered tables, numbered anew; `wanted` tells of each whether."""
    if wanted.all():
        return dict(frames)
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


def stacked(law: ir.Law, copies: Sequence[Frames]) -> Frames:
    """Return the wholes of numbered tables one below the other, each whole its own."""
    if len(copies) == 1:
        return copies[0]
    kinds = [kind.key for kind in law.kinds]
    starts = dict.fromkeys(kinds, 0)
    parts: dict[str, list[pl.DataFrame]] = {kind: [] for kind in kinds}
    for frames in copies:
        for kind in law.kinds:
            above = kind.parent or kind.key  # a whole has no owner
            parts[kind.key].append(
                frames[kind.key].with_columns(
                    pl.col(KEY) + starts[kind.key],
                    pl.col(OWNER) + starts[above],
                    pl.col(ROOT) + starts[kinds[0]],
                )
            )
        starts = {kind: start + frames[kind].height for kind, start in starts.items()}
    return {kind: pl.concat(of_kind) for kind, of_kind in parts.items()}


def unstacked(frames: Frames, copies: Sequence[Frames]) -> Iterator[dict[str, pl.DataFrame]]:
    """Yield the tables that stand one below the other, as high as the copies are."""
    starts = dict.fromkeys(frames, 0)
    for copy in copies:
        yield {kind: f.slice(starts[kind], copy[kind].height) for kind, f in frames.items()}
        starts = {kind: start + copy[kind].height for kind, start in starts.items()}


def with_cells(
    frame: pl.DataFrame, name: str, places: pl.Series, values: pl.Series
) -> pl.DataFrame:
    """Return a table with values put into the rows at some places."""
    if places.is_empty():
        return frame
    return frame.with_columns(frame[name].clone().scatter(places, values))
