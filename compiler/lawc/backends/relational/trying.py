"""Completions of tables: those that decide a row differently show that it stays open.

The missing facts of all rows take turns, as those of a case do (`runtime.engine.shown`). Tables
without missing facts are decided by the layers of the law.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import lcm
from typing import Any
from zlib import crc32

import polars as pl

from lawc.backends.python.plan import Plan as Names
from lawc.backends.relational.asking import Package, cell_of
from lawc.backends.relational.facts import Bound, Facts, Tables, fact_column, known_column
from lawc.backends.relational.layers import pruned
from lawc.backends.relational.polars_engine import KEY, OWNER, Printed, printed
from lawc.backends.relational.polars_lookups import by_text
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.terms import any_of
from lawc.backends.relational.values import TooLargeError
from lawc.backends.relational.wholes import ROOT, Frames, stacked, unstacked
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, values_of
from lawc.runtime.engine.shown import refined
from lawc.runtime.values import provision

TURNS = 6  # completions of each row, as of each case
FURTHER = (8, 16, 32)  # completions of the rows of which those before did not show it
_TYPES = {bool: pl.Boolean(), int: pl.Int64(), str: pl.String()}

Cells = tuple[Any, ...]


class Trying:
    """A law that decides completions of tables; `number` are the turns, none if it cannot."""

    def __init__(self, law: ir.Law, tables: Tables, package: Package) -> None:
        self.law = law
        self.turns = package.engine.turns
        engine = package.engine.law
        self.cases = frozenset(  # facts that may give a decision the same in different ways
            (engine.kinds[kind].line[depth], key)
            for kind, decisions in engine.of_kind.items()
            for decision in decisions
            for depth, key in decision.cases
        )
        names = Names(law).fields
        self.cells: dict[tuple[str, str], Cells] = {}
        self.factors: dict[tuple[str, str], int] = {}
        columns = {kind: dict(bounds) for kind, bounds in tables.columns.items()}
        for fact in law.facts if self.turns else ():
            values = self.turns[fact.kind].facts[names[fact.kind, fact.key]]
            before = columns[fact.kind].get(fact.key)
            bound, cells = _bound(before or Bound(), values)
            columns[fact.kind][fact.key] = bound
            self.cells[fact.kind, fact.key] = (*cells[:TURNS], *self.further(fact, cells))
            self.factors[fact.kind, fact.key] = bound.of // before.of if before else 0
        self.number = min(map(len, self.cells.values()), default=0)
        self.facts = Facts(law, Tables(columns, tables.days))
        try:
            self.relations = relations_of(law, self.facts.tables)
        except TooLargeError:  # with these values, numbers are too large to be counted
            self.number = 0
            return
        self.layers = Printed(pruned(self.relations.layers, self.read()))

    def read(self) -> dict[str, set[str]]:
        """Return the columns that are read of tables that are decided."""
        read: dict[str, set[str]] = {kind.key: set() for kind in self.law.kinds}
        for decision in self.law.decisions:
            answered = self.relations.answers[decision.key]
            read[decision.kind] |= {answered.value, answered.status}
            read[decision.kind] |= {column for _, column in answered.cites}
        return read

    def further(self, fact: ir.FactDeclaration, cells: Cells) -> Cells:
        """Return the values of a fact in further turns.

        They are drawn from those of the first turns. A choice can also be any other, and a
        provision any that a list of the law names: what breaks an assumption is not counted.
        """
        values = dict.fromkeys([*cells, *values_of(fact.type)])
        if fact.type is Basic.PROVISION:
            values |= dict.fromkeys(map(str, self.turns[fact.kind].listed))
        turns = range(TURNS, TURNS + sum(FURTHER)) if len(cells) >= TURNS else ()
        return tuple(_drawn(list(values), fact, turn) for turn in turns)

    def decided(self, frames: Frames, turns: Iterable[int]) -> list[dict[str, pl.DataFrame]]:
        """Return the decisions about the completions of some turns, which are made at once."""
        copies = [self.completion(frames, turn) for turn in turns]
        whole = stacked(self.law, copies)
        made = self.layers.run(whole)
        refused = self.refused(whole) if max(turns, default=0) >= TURNS else pl.Series()
        decided = {}
        for kind, frame in made.items():
            read = frame.select(*self.read()[kind])
            if len(refused):
                known = ~frame[ROOT].is_in(refused.implode())
                read = read.select(pl.when(known).then(pl.all()))
            decided[kind] = read
        return [
            {kind: frame.head(frames[kind].height) for kind, frame in copy.items()}
            for copy in unstacked(decided, copies)
        ]

    def refused(self, frames: Frames) -> pl.Series:
        """Return the wholes whose facts cannot be together."""
        roots = [
            frame.filter(printed(any_of([*self.facts.refused(kind)])))[ROOT]
            for kind, frame in frames.items()
        ]
        return pl.concat(roots).unique()

    def completion(self, frames: Frames, turn: int) -> dict[str, pl.DataFrame]:
        """Return tables with the values of a turn for all that is missing.

        A list that is not known has the rows that there are; in some turns, one more.
        """
        made: dict[str, pl.DataFrame] = {}
        for kind in self.law.kinds:
            frame = frames[kind.key]
            if turn >= TURNS and turn % 2 and kind.parent is not None:
                frame = _with_members(frame, made[kind.parent], known_column(kind.key))
            made[kind.key] = frame.with_columns(
                self.fact(fact, frame, turn).alias(fact_column(fact.key))
                for fact in self.law.facts
                if fact.kind == kind.key
            )
        known = {
            kind.key: [
                pl.lit(value=True).alias(known_column(below.key))
                for below in self.law.kinds
                if below.parent == kind.key
            ]
            for kind in self.law.kinds
        }
        return {kind: frame.with_columns(known[kind]) for kind, frame in made.items()}

    def fact(self, fact: ir.FactDeclaration, frame: pl.DataFrame, turn: int) -> pl.Expr:
        """Return a fact, with the value of a turn where it is missing.

        In some turns, a day or a number is drawn from those of other rows.
        """
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
        others = frame[fact_column(fact.key)].drop_nulls()
        if type(value) is int and turn >= TURNS and len(others):
            new = pl.lit(_drawn(others, fact, turn) * self.factors[of], dtype=pl.Int64)
        return known.fill_null(new)

    def point(self, kind: str, turn: int) -> Callable[[str], str]:
        """Return the function that brings a provision down to a point."""
        listed = self.turns[kind].listed

        @lru_cache
        def point(text: str) -> str:
            return str(refined(provision(text), listed, turn))

        return point


def _drawn(values: Sequence[Any] | pl.Series, fact: ir.FactDeclaration, turn: int) -> Any:
    """Return the value of a fact in a turn, drawn from some, always the same."""
    return values[crc32(f"{fact.kind}.{fact.key} {turn}".encode()) % len(values)]


def _with_members(members: pl.DataFrame, owners: pl.DataFrame, known: str) -> pl.DataFrame:
    """Return a table with a row more for each owner whose list is not known."""
    if known not in owners.columns:
        return members
    of = owners.filter(~pl.col(known).fill_null(value=False))
    new = of.select(
        pl.int_range(members.height, members.height + pl.len(), dtype=pl.Int64).alias(KEY),
        pl.col(KEY).alias(OWNER),
        pl.col(ROOT),
    )
    return pl.concat([members, new], how="diagonal")


def _bound(before: Bound, values: Cells) -> tuple[Bound, Cells]:
    """Return the bounds of a column with further values, and these as its cells."""
    of = lcm(
        before.of, *[value.denominator for value in values if hasattr(value, "denominator")]
    )
    cells = tuple(cell_of(value, of) for value in values)
    numbers = [cell for cell in cells if type(cell) is int]
    ends = [before.low * of // before.of, before.high * of // before.of, *numbers]
    return Bound(of, min(ends), max(ends)), cells
