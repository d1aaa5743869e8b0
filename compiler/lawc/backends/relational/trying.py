"""Completions of tables: those that decide a row differently show that it stays open.

The missing facts of all rows take turns, as those of a case do (`runtime.engine.shown`). Tables
without missing facts are decided by the layers of the law.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import lcm
from typing import Any

import polars as pl

from lawc.backends.python.plan import Plan as Names
from lawc.backends.relational.asking import Package, cell_of
from lawc.backends.relational.facts import Bound, Tables, fact_column, known_column
from lawc.backends.relational.layers import pruned
from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.polars_lookups import by_text
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.engine.shown import refined
from lawc.runtime.values import provision

TURNS = 6  # completions of each row
_TYPES = {bool: pl.Boolean(), int: pl.Int64(), str: pl.String()}

Cells = tuple[Any, ...]


class Trying:
    """A law that decides completions of tables; `number` are the turns, none if it cannot."""

    def __init__(self, law: ir.Law, tables: Tables, package: Package) -> None:
        self.law = law
        self.turns = package.engine.turns
        names = Names(law).fields
        self.cells: dict[tuple[str, str], Cells] = {}
        self.factors: dict[tuple[str, str], int] = {}
        columns = {kind: dict(bounds) for kind, bounds in tables.columns.items()}
        for fact in law.facts if self.turns else ():
            values = self.turns[fact.kind].facts[names[fact.kind, fact.key]]
            before = columns[fact.kind].get(fact.key)
            bound, cells = _bound(before or Bound(), values)
            columns[fact.kind][fact.key] = bound
            self.cells[fact.kind, fact.key] = cells
            self.factors[fact.kind, fact.key] = bound.of // before.of if before else 0
        self.number = min([TURNS, *map(len, self.cells.values())]) if self.cells else 0
        try:
            self.relations = relations_of(law, Tables(columns, tables.days))
        except TooLargeError:  # with these values, numbers are too large to be counted
            self.number = 0
            return
        self.layers = pruned(self.relations.layers, self.read())

    def read(self) -> dict[str, set[str]]:
        """Return the columns that are read of tables that are decided."""
        read: dict[str, set[str]] = {kind.key: set() for kind in self.law.kinds}
        for decision in self.law.decisions:
            answered = self.relations.answers[decision.key]
            read[decision.kind] |= {answered.value, answered.status}
        return read

    def decided(self, frames: Mapping[str, pl.DataFrame], turn: int) -> dict[str, pl.DataFrame]:
        """Return the decisions about the completions of a turn."""
        whole = {kind: self.completed(kind, frame, turn) for kind, frame in frames.items()}
        made = run(self.layers, whole)
        return {kind: frame.select(*self.read()[kind]) for kind, frame in made.items()}

    def completed(self, kind: str, frame: pl.DataFrame, turn: int) -> pl.DataFrame:
        """Return a table with the values of a turn for the facts that are missing."""
        facts = [fact for fact in self.law.facts if fact.kind == kind]
        below = [below for below in self.law.kinds if below.parent == kind]
        return frame.with_columns(
            *[self.fact(fact, turn).alias(fact_column(fact.key)) for fact in facts],
            *[pl.lit(value=True).alias(known_column(each.key)) for each in below],
        )

    def fact(self, fact: ir.FactDeclaration, turn: int) -> pl.Expr:
        """Return a fact, with the value of a turn where it is missing."""
        of = (fact.kind, fact.key)
        value = self.cells[of][turn]
        new = pl.lit(value, dtype=_TYPES[type(value)])
        if not self.factors[of]:
            return new
        known = pl.col(fact_column(fact.key))
        if fact.type is Basic.PROVISION:
            point = self.point(fact.kind, turn)
            known = known.map_batches(by_text(point, pl.String()), return_dtype=pl.String)
        elif self.factors[of] != 1:
            known = known * self.factors[of]
        return known.fill_null(new)

    def point(self, kind: str, turn: int) -> Callable[[str], str]:
        """Return the function that brings a provision down to a point."""
        listed = self.turns[kind].listed

        @lru_cache
        def point(text: str) -> str:
            record = provision(text)
            return text if record.point is not None else str(refined(record, listed, turn))

        return point


def _bound(before: Bound, values: Cells) -> tuple[Bound, Cells]:
    """Return the bounds of a column with further values, and these as its cells."""
    of = lcm(
        before.of, *[value.denominator for value in values if hasattr(value, "denominator")]
    )
    cells = tuple(cell_of(value, of) for value in values)
    numbers = [cell for cell in cells if type(cell) is int]
    ends = [before.low * of // before.of, before.high * of // before.of, *numbers]
    return Bound(of, min(ends), max(ends)), cells
