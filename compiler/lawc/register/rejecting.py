"""Rows that cannot be decided, each with its reason, and the wholes left out for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import polars as pl

from lawc.ir import nodes as ir
from lawc.meaning.read_case import clauses_of
from lawc.register.binding import Table
from lawc.register.columns import among
from lawc.register.copying import ROW
from lawc.register.mapping import FILE
from lawc.register.misfits import Misfit

OWNER, WHOLE, NUMBER = "#owner", "#whole", "row"
_NAMED = f"other names of values stand under `[{{table}}.values.FACT]` of `{FILE}`"
_HELPS = {
    "not a date": f"write `2025-07-05`, or the form under `[{{table}}.days]` of `{FILE}`",
    "not true or false": _NAMED,
    "not one of": _NAMED,
}
_TEXTS = ("table", "key", "column", "value", "reason")


def rejected_rows(law: ir.Law, tables: Mapping[str, Table]) -> pl.DataFrame:
    """Return the rows that cannot be decided: table, row, key, column, value, reason, whole.

    `#whole` is the key of the whole that a row belongs to, null if it belongs to none.
    """
    frames = [
        _with_wholes(law, table, rows, tables)
        for table in tables.values()
        for rows in _of_table(law, table, tables)
        if not rows.is_empty()
    ]
    return _sorted(frames) if frames else no_rows()


def no_rows() -> pl.DataFrame:
    """Return a table of no rejected rows."""
    return pl.DataFrame(
        schema={NUMBER: pl.UInt32, **dict.fromkeys(_TEXTS, pl.String), WHOLE: pl.String}
    )


def rows_left_out(
    law: ir.Law, tables: Mapping[str, Table], rejected: pl.DataFrame
) -> pl.DataFrame:
    """Return all rows that are not decided: rejected ones, and the others of their wholes."""
    first = law.kinds[0]
    wholes = rejected.select(pl.col(WHOLE).alias(OWNER), WHOLE).drop_nulls().unique()
    within: dict[str | None, pl.DataFrame] = {None: wholes}
    frames = [rejected]
    for table in tables.values():
        kind = next(kind for kind in law.kinds if kind.key == table.kind)
        at = table.key if kind.parent is None else table.owner
        if at is None or kind.parent not in within:
            continue
        key = pl.lit(None, pl.String) if table.key is None else pl.col(table.key)
        rows = (
            table.frame.select(
                pl.col(ROW).cast(pl.UInt32).alias(NUMBER),
                key.cast(pl.String).alias("key"),
                pl.col(at).cast(pl.String).alias(OWNER),
            )
            .join(within[kind.parent].lazy(), on=OWNER)
            .collect(engine="streaming")
        )
        within[kind.key] = rows.select(pl.col("key").alias(OWNER), WHOLE).drop_nulls().unique()
        bad = rejected.filter(pl.col("table") == table.kind).select(NUMBER)
        others = rows.join(bad, on=NUMBER, how="anti").select(
            NUMBER,
            pl.lit(table.kind).alias("table"),
            "key",
            *[pl.lit(None, pl.String).alias(name) for name in ("column", "value")],
            pl.lit(f"another row of the {first.key} is rejected").alias("reason"),
            WHOLE,
        )
        frames.append(others)
    return _sorted(frames)


def _sorted(frames: list[pl.DataFrame]) -> pl.DataFrame:
    return pl.concat(frames, how="vertical_relaxed").sort("table", NUMBER, "column", "reason")


def misfits_of(rejected: pl.DataFrame) -> Iterator[Misfit]:
    """Yield the misfits of rejected rows, those of a table and column together."""
    groups = rejected.group_by("table", "column", "reason", maintain_order=True).agg(
        pl.len().alias("rows"), pl.col("value").unique(maintain_order=True).head(3)
    )
    for table, column, reason, rows, values in groups.iter_rows():
        shown = ", ".join(f"`{value}`" for value in values if value is not None)
        help_ = next((help_ for sort, help_ in _HELPS.items() if reason.startswith(sort)), "")
        place = help_.format(table=table)
        yield Misfit(table, column, reason + (f": {shown}" if shown else ""), rows, place)


def _of_table(law: ir.Law, table: Table, tables: Mapping[str, Table]) -> Iterator[pl.DataFrame]:
    dtypes = table.frame.collect_schema()
    for column in (*table.columns, *table.lists.values()):
        for bad in column.bad:
            test = among(column.name, bad.values)
            yield _rows(table, test, column.name, bad.reason)
    if table.key is not None:
        key = pl.col(table.key)
        yield _rows(table, key.is_null(), table.key, "there is no key")
        yield _rows(table, key.is_duplicated() & key.is_not_null(), table.key, "stands twice")
    if table.owner is not None:
        kind = next(kind for kind in law.kinds if kind.key == table.kind)
        above = tables[str(kind.parent)]
        assert above.key is not None, "tables with members have keys"
        owners = above.frame.select(pl.col(above.key).alias(table.owner))
        orphans = table.frame.join(owners, on=table.owner, how="anti")
        of_none = Table(table.kind, orphans, table.key, table.owner, (), {}, {})
        yield _rows(of_none, pl.lit(value=True), table.owner, f"there is no such {kind.parent}")
    canonical = {column.key: column.canonical(dtypes[column.name]) for column in table.columns}
    for clause in clauses_of(law, table.kind):
        if all(key in canonical for key, _ in clause):
            fails = [~canonical[key].is_in(list(values)) for key, values in clause]
            keys = ", ".join(key for key, _ in clause)
            test = pl.all_horizontal(fails).fill_null(value=False)
            yield _rows(table, test, keys, "cannot be true together")


def _rows(table: Table, test: pl.Expr, column: str, reason: str) -> pl.DataFrame:
    """Return the rows of a table under a test, as they are written down."""
    names = table.frame.collect_schema().names()
    value = pl.col(column).cast(pl.String) if column in names else pl.lit(None, pl.String)
    key = pl.lit(None, pl.String) if table.key is None else pl.col(table.key).cast(pl.String)
    own = table.key if table.owner is None else table.owner
    owner = pl.lit(None, pl.String) if own is None else pl.col(own)
    return (
        table.frame.filter(test)
        .select(
            pl.col(ROW).alias(NUMBER),
            pl.lit(table.kind).alias("table"),
            key.alias("key"),
            pl.lit(column).alias("column"),
            value.alias("value"),
            pl.lit(reason).alias("reason"),
            owner.alias(OWNER),
        )
        .collect(engine="streaming")
    )


def _with_wholes(
    law: ir.Law, table: Table, rows: pl.DataFrame, tables: Mapping[str, Table]
) -> pl.DataFrame:
    """Return rows with the key of the whole to which each belongs, as a text."""
    parents = {kind.key: kind.parent for kind in law.kinds}
    at = parents[table.kind] if table.owner is not None else None
    while at is not None and parents[at] is not None:
        above = tables[at]
        owners = above.frame.select(
            pl.col(str(above.key)).alias(OWNER), pl.col(str(above.owner)).alias(WHOLE)
        ).collect()
        rows = rows.join(owners, on=OWNER, how="left").drop(OWNER).rename({WHOLE: OWNER})
        at = parents[at]
    whole = pl.col(OWNER).cast(pl.String).alias(WHOLE)
    return rows.select(pl.col(NUMBER).cast(pl.UInt32), *_TEXTS, whole)
