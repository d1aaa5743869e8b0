"""Registers decided: the wholes of a register in ranges, each as canonical tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import polars as pl

from lawc.backends.relational.facts import Bound, Tables, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER, run
from lawc.backends.relational.relations import Relations, relations_of
from lawc.backends.relational.settling import Settling
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.register.binding import Table, bindings_of
from lawc.register.copying import AT_ONCE, ROW, Copies
from lawc.register.mapping import FILE, Names, read_names
from lawc.register.misfits import Misfit, RegisterError
from lawc.register.rejecting import NUMBER, WHOLE, misfits_of, no_rows, rejected_rows
from lawc.register.sources import Source, tables_from

WHOLES = AT_ONCE  # of a range: what is computed for them stands in memory at once
ID = "id"  # the key of a thing in its own table


class Part(NamedTuple):
    """A range of wholes, decided: the tables by kind, and what their columns are.

    A table has the columns `key`, `owner`, `id`, the facts, and the answers of `relations`.
    """

    frames: Mapping[str, pl.DataFrame]
    relations: Relations


@dataclass(frozen=True)
class Register:
    """Tables bound to a law. Wholes of which a row cannot be read are `rejected`."""

    law: ir.Law
    tables: Mapping[str, Table]
    misfits: tuple[Misfit, ...]
    rejected: pl.DataFrame
    synthetic: bool = False
    copies: Copies | None = None  # files that are there as long as the register

    def bounds(self, days: Mapping[str, date]) -> Tables:
        """Return what is known of all values of the tables, for some days."""
        columns: dict[str, dict[str, Bound]] = {kind.key: {} for kind in self.law.kinds}
        for table in self.tables.values():
            columns[table.kind] = {column.key: column.bound for column in table.columns}
        known = {
            parameter.key: day.toordinal()
            for parameter in self.law.parameters
            if (day := days.get(parameter.key, parameter.value)) is not None
        }
        return Tables(columns, known)

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The number of rows of each table."""
        return {
            kind: table.frame.select(pl.len()).collect(engine="streaming").item()
            for kind, table in self.tables.items()
        }

    def ranges(self, wholes: int = WHOLES) -> Iterator[dict[str, pl.DataFrame]]:
        """Yield canonical tables of so many wholes at a time, in the order of their keys."""
        first = self.tables[self.law.kinds[0].key]
        if first.key is None:
            yield from self.slices(first, wholes)
            return
        key = pl.col(first.key)
        left_out = self.rejected.select(WHOLE).drop_nulls().unique()
        keys = (
            first.frame.select(first.key)
            .filter(key.is_not_null())
            .collect(engine="streaming")
            .join(left_out, left_on=key.cast(pl.String), right_on=WHOLE, how="anti")
            .to_series()
            .sort()
        )
        for start in range(0, max(len(keys), 1), wholes):
            part = keys.slice(start, wholes)
            roots = first.frame.filter(_between(key, part))
            if not left_out.is_empty():
                roots = roots.join(part.to_frame().lazy(), on=first.key, how="semi")
            yield self.canonical(roots)

    def slices(self, table: Table, rows: int) -> Iterator[dict[str, pl.DataFrame]]:
        """Yield canonical tables of so many rows of a table without keys at a time."""
        bad = self.rejected.lazy().select(pl.col(NUMBER).alias(ROW)).unique()
        for start in range(0, max(self.rows[table.kind], 1), rows):
            part = table.frame.slice(start, rows).with_columns(pl.col(ROW).cast(pl.UInt32))
            yield self.canonical(part.join(bad, on=ROW, how="anti", maintain_order="left"))

    def canonical(self, roots: pl.LazyFrame) -> dict[str, pl.DataFrame]:
        """Return the canonical tables of some rows of the first table."""
        frames: dict[str, pl.DataFrame] = {}
        for kind in self.law.kinds:
            table = self.tables.get(kind.key)
            if table is None:
                schema = {KEY: pl.Int64, ROW: pl.UInt32, ID: pl.Int64, OWNER: pl.Int64}
                frames[kind.key] = pl.DataFrame(schema=schema)
                frames[kind.key] = frames[kind.key].with_columns(self.known(kind.key))
            elif kind.parent is None:
                frames[kind.key] = self.selected(table, roots, pl.lit(0, pl.Int64))
            else:
                frames[kind.key] = self.members(table, frames[kind.parent])
        return frames

    def members(self, table: Table, owners: pl.DataFrame) -> pl.DataFrame:
        """Return the canonical table of the members of some owners."""
        assert table.owner is not None, "members have an owner"
        rows = table.frame
        if owners.height:
            rows = rows.filter(_between(pl.col(table.owner), owners[ID]))
        above = owners.lazy().select(pl.col(ID).alias(table.owner), pl.col(KEY).alias(OWNER))
        joined = rows.join(above, on=table.owner, how="inner", maintain_order="left")
        return self.selected(table, joined, pl.col(OWNER))

    def selected(self, table: Table, rows: pl.LazyFrame, owner: pl.Expr) -> pl.DataFrame:
        """Return rows of a table with canonical columns."""
        dtypes = table.frame.collect_schema()
        key = pl.col(ROW).cast(pl.Int64) if table.key is None else pl.col(table.key)
        columns = [column.canonical(dtypes[column.name]) for column in table.columns]
        return (
            rows.select(
                ROW, key.alias(ID), owner.cast(pl.Int64).alias(OWNER), *columns,
                *self.known(table.kind),
            )
            .with_row_index(KEY)
            .with_columns(pl.col(KEY).cast(pl.Int64))
            .collect(engine="streaming")
        )  # fmt: skip

    def known(self, kind: str) -> list[pl.Expr]:
        """Return whether the lists of members of a kind of thing are known."""
        table = self.tables.get(kind)
        columns = []
        for below in self.law.kinds:
            if below.parent == kind:
                column = None if table is None else table.lists.get(below.key)
                has_table = below.key in self.tables
                value = pl.lit(value=has_table)
                if column is not None:
                    value = column.canonical(pl.Boolean())
                columns.append(value.fill_null(value=False).alias(known_column(below.key)))
        return columns


def _between(column: pl.Expr, keys: pl.Series) -> pl.Expr:
    """Return whether a column lies between the first and the last of some keys.

    A file that is sorted by the column is read no further than these.
    """
    return column.is_between(pl.lit(keys.min(), keys.dtype), pl.lit(keys.max(), keys.dtype))


def bound(
    law: ir.Law, source: Source, names: Names | None = None, *, established: bool = False
) -> Register:
    """Return the tables of a source as a register of a law.

    `names` are those of a mapping file; that of a folder is read if they are None. With
    `established`, columns may supply what the law defines or decides.

    Raises:
        RegisterError: something does not fit that lets nothing be decided.
    """
    if names is None:
        file = Path(source) / FILE if isinstance(source, (str, Path)) else None
        names = read_names(law, file) if file is not None and file.is_file() else Names()
    opened = tables_from(law, source, names)
    bindings = bindings_of(law, opened.frames, names, established=established)
    tables = bindings.tables
    rejected = rejected_rows(law, tables) if bindings.joined else no_rows()
    told = [*opened.misfits, *bindings.misfits, *misfits_of(rejected)]
    misfits = tuple(sorted(told, key=lambda misfit: (not misfit.fatal, not misfit.rows)))
    if any(misfit.fatal for misfit in misfits):
        raise RegisterError(misfits)
    return Register(law, tables, misfits, rejected, names.synthetic, opened.copies)


def decided(
    law: ir.Law,
    register: Register,
    days: Mapping[str, date],
    *,
    provisions: bool = False,
    cases: bool = True,
) -> Iterator[Part]:
    """Yield the wholes of a register decided, range by range.

    Args:
        law: the law.
        register: the tables bound to it.
        days: the days that the law is asked for with, by key.
        provisions: also tell of each provision whether it holds and applies.
        cases: settle what three truth values leave open and all completions decide alike.
    """
    relations = relations_of(law, register.bounds(days), provisions=provisions)
    settling = Settling(law, relations, days)
    for frames in register.ranges():
        made = run(relations.layers, frames)
        yield Part(settling.frames(made) if cases else made, relations)
