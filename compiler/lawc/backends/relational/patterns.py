"""Patterns of rows: the same number where an open decision has the same outcome."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, TypeAlias

import polars as pl

from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.backends.relational.reached import Keys, Reached
from lawc.backends.relational.wholes import ROOT, ROW, Frames
from lawc.records import dataclass

Pattern: TypeAlias = tuple[Any, ...]

_ID, _INNER = "#id", "#inner"  # the number of a pattern: of a thing, and as a member of a list


@dataclass(frozen=True)
class Patterns:
    """The patterns of the rows of all tables so far; `numbers` are theirs, by the columns.

    `lines` are each kind and those above it, nearest first.
    """

    lines: Mapping[str, tuple[str, ...]]
    numbers: dict[tuple[str, ...], dict[Pattern, int]] = field(default_factory=dict)

    def with_id(self, reached: Reached, made: Frames) -> pl.DataFrame:
        """Return a table with the numbers of the patterns of each row.

        A row has one pattern of its own, and one as a member of a list.
        """
        frame = made[reached.kind]
        for name, keys in (_ID, reached.keys), (_INNER, reached.inner):
            frame = self.with_pattern(frame, name, keys, made)
        return frame

    def with_pattern(
        self, frame: pl.DataFrame, name: str, keys: Keys, made: Frames
    ) -> pl.DataFrame:
        """Return a table with the number of a pattern of each row."""
        columns = list(keys.columns)
        for member, counts in keys.lists:
            column, of = f"{name} {member}", made[member]
            if member in keys.some:
                of = of.filter(pl.col(_INNER) != 0).sort(OWNER, _INNER)
            lists = of.group_by(pl.col(OWNER).alias(KEY), maintain_order=True).agg(
                pl.col(_INNER).cast(pl.String).str.join(" ").alias(column)
            )
            frame = frame.join(lists, on=KEY, how="left", maintain_order="left")
            frame = frame.with_columns(pl.when(pl.col(counts)).then(pl.col(column)))
            columns.append(column)
        if not columns:
            return frame.with_columns(pl.lit(0, dtype=pl.Int64).alias(name))
        numbers = self.numbers.setdefault(tuple(columns), {})
        patterns = frame.select(columns).unique()
        of_rows = [  # 0: nothing that is unknown is reached
            numbers.setdefault(row, len(numbers) + 1) if any(row) else 0
            for row in patterns.iter_rows()
        ]
        patterns = patterns.with_columns(pl.Series(name, of_rows, dtype=pl.Int64))
        return frame.join(
            patterns, on=columns, how="left", nulls_equal=True, maintain_order="left"
        )

    def rows(self, reached: Reached, made: Frames) -> pl.DataFrame:
        """Return the rows in which something is asked, with the numbers of their patterns."""
        asked = [asked.rows for asked in reached.asked]
        amounts = [name for asked in reached.asked for name, _ in asked.values if name]
        refused = [frame.filter("refused").select(ROOT) for frame in made.values()]
        if not asked:
            return pl.DataFrame()
        rows = made[reached.kind].filter(pl.any_horizontal(asked))
        rows = rows.join(
            pl.concat(refused).unique(), on=ROOT, how="anti", maintain_order="left"
        )
        rows = rows.select(
            KEY, ROOT, ROW, *asked, *dict.fromkeys(amounts), *reached.amounts,
            pl.col(OWNER).alias("#above"), pl.col(_ID).alias(f"{_ID}0"),
            pl.col(_INNER).alias(f"{_INNER}0"),
        )  # fmt: skip
        for depth, owner in enumerate(self.lines[reached.kind][1:], start=1):
            above = made[owner].select(
                pl.col(KEY).alias("#above"), pl.col(OWNER).alias("#next"),
                pl.col(_ID).alias(f"{_ID}{depth}"), pl.col(_INNER).alias(f"{_INNER}{depth}"),
            )  # fmt: skip
            rows = rows.join(above, on="#above", how="left", maintain_order="left")
            rows = rows.drop("#above").rename({"#next": "#above"})
        return rows

    def columns(self, kind: str) -> list[str]:
        """Return the columns of the patterns of a row and of those above it.

        As a member of a list, a thing may share missing facts with what it is asked about.
        """
        depths = range(len(self.lines[kind]))
        return [f"{name}{depth}" for depth in depths for name in (_ID, _INNER)]
