"""Rows that are open in three truth values and yet the same in all completions: a second pass.

Rows with equal outcomes are found by columns (`reaching`). Of each pattern a single case is put
before the engine of the package of the law (`asking`), which goes through its completions.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

import polars as pl

from lawc.backends.python.plan import Plan as Names
from lawc.backends.relational.asking import Cases, Package, cell_of
from lawc.backends.relational.facts import fact_column, known_column
from lawc.backends.relational.narrowing import Narrowing
from lawc.backends.relational.patterns import Pattern, Patterns
from lawc.backends.relational.polars_engine import KEY, OWNER, Printed
from lawc.backends.relational.reached import Asked, Reached, ask_column, left_open_column
from lawc.backends.relational.reaching import reached_of
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.trying import Trying
from lawc.backends.relational.wholes import (
    ROOT,
    ROW,
    Frames,
    is_empty,
    narrowed,
    numbered,
    with_cells,
)
from lawc.ir import nodes as ir
from lawc.runtime.engine.tables import Table
from lawc.runtime.results import Answer, Status

_NUMBER = "#number"
_OPEN, _NOTHING = str(Status.OPEN), str(Status.NOTHING)


class Outcome(NamedTuple):
    """The outcome of a decision in all rows of a pattern.

    The value is that in a column of the row, if there is such a column.
    """

    status: str
    value: Any
    column: tuple[str, int] | None
    cites: tuple[str, ...]
    by_cases: bool
    untried: bool
    by_amount: bool  # whether it is so for rows with the same amounts alone

    @property
    def changes(self) -> bool:
        """Whether anything is put into the rows."""
        lapsed = self.status == str(Status.NOT_IN_FORCE)
        return self.by_cases or self.untried or lapsed


def settled(
    law: ir.Law, relations: Relations, frames: Frames, days: Mapping[str, date]
) -> dict[str, pl.DataFrame]:
    """Return the tables of some wholes with the open rows settled that can be.

    Each decision gets two columns: `<decision>.by_cases` tells where all completions agree,
    `<decision>.untried` where it is open and trying more might settle it.
    """
    return Settling(law, relations, days).frames(frames)


class Settling:
    """A law that settles open rows. Outcomes are kept from tables to tables."""

    def __init__(
        self,
        law: ir.Law,
        relations: Relations,
        days: Mapping[str, date],
        *,
        trials: bool = True,
    ) -> None:
        self.law = law
        self.trials = trials
        self.relations = relations
        self.days = days
        names = Names(law)
        self.dated = frozenset(names.lapsing)
        layers, self.reached = reached_of(law, relations.tables, self.dated)
        self.kept = {
            kind: [name for asked in reached.asked for name, _ in asked.values if name]
            for kind, reached in self.reached.items()
        }
        self.layers = Printed(layers, self.kept)
        self.patterns = Patterns({kind.key: names.line(kind.key) for kind in law.kinds})
        self.outcomes: dict[Pattern, dict[str, Outcome]] = {}

    @cached_property
    def package(self) -> Package:
        """The package of the law, loaded when it is first needed."""
        return Package(self.law, self.days)

    @cached_property
    def narrowing(self) -> Narrowing:
        """The completions that are tried first, and what closes open decisions."""
        trying = Trying(self.law, self.relations.tables, self.package)
        asked = {kind: self.asked(kind) for kind in self.reached}
        return Narrowing(self.law, self.relations, trying, asked)

    def frames(self, frames: Frames) -> dict[str, pl.DataFrame]:
        """Return tables with the open rows settled that can be."""
        results = {kind: self.marked(kind, frame) for kind, frame in frames.items()}
        part = self.part(frames)
        if self.trials and not is_empty(part):
            part, closed = self.narrowing.left(part)
            for kind, key, rows in closed:
                results[kind] = with_closed(results[kind], key, rows)
        if is_empty(part):
            return results
        made = self.identified(part)
        for kind, reached in self.reached.items():
            rows, columns = self.patterns.rows(reached, made), self.patterns.columns(kind)
            if not rows.is_empty():
                self.ask(reached, rows, columns, made)
                results[kind] = self.filled(reached, results[kind], rows, columns)
                rows = self.resting_on_amounts(kind, rows, columns)
            if not rows.is_empty():
                columns = [*columns, *reached.amounts]
                self.ask(reached, rows, columns, made)
                results[kind] = self.filled(reached, results[kind], rows, columns)
        return results

    def resting_on_amounts(
        self, kind: str, rows: pl.DataFrame, columns: list[str]
    ) -> pl.DataFrame:
        """Return the rows with an outcome that rests on their amounts."""
        resting = [
            pattern
            for pattern in rows.select(columns).unique().iter_rows()
            if any(outcome.by_amount for outcome in self.outcomes[kind, *pattern].values())
        ]
        of = pl.DataFrame(resting, schema=dict.fromkeys(columns, pl.Int64), orient="row")
        return rows.join(of, on=columns, how="semi")

    # --- wholes of which something is asked again ---

    def part(self, frames: Frames) -> Frames:
        """Return the wholes in which something is open, and what was there first of them.

        A row has a column for each decision that tells whether it is asked of again.
        """
        first = {}
        for kind, frame in frames.items():
            asked = [
                pl.col(self.relations.answers[key].status)
                .is_in(statuses)
                .alias(ask_column(key))
                for key, statuses in self.asked(kind).items()
            ]
            asked += [
                (pl.col(self.relations.answers[key].status) == _OPEN).alias(
                    left_open_column(key)
                )
                for key in self.asked(kind)
            ]
            first[kind] = frame.select(*self.given(kind, frame), *asked)
        return narrowed(self.law, numbered(self.law, first))

    def asked(self, kind: str) -> dict[str, list[str]]:
        """Return the statuses in which each decision about things of a kind is asked again."""
        return {
            asked.key: [_OPEN, _NOTHING] if asked.key in self.dated else [_OPEN]
            for asked in self.reached[kind].asked
        }

    def marked(self, kind: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a table with the columns that tell what is settled: nothing so far."""
        keys = [asked.key for asked in self.reached[kind].asked]
        marks = [f"{key}.{mark}" for key in keys for mark in ("by_cases", "untried")]
        return frame.with_columns([pl.lit(value=False).alias(mark) for mark in marks])

    # --- patterns of rows ---

    def identified(self, part: Frames) -> dict[str, pl.DataFrame]:
        """Return the tables of some wholes with the number of the pattern of each row."""
        made = self.layers.run(part)
        for kind in reversed(self.law.kinds):
            made[kind.key] = self.patterns.with_id(self.reached[kind.key], made)
        return made

    def given(self, kind: str, frame: pl.DataFrame) -> list[str]:
        """Return the columns of a table that were there first, and what is open."""
        facts = map(fact_column, self.relations.tables.columns[kind])
        known = [known_column(below.key) for below in self.law.kinds if below.parent == kind]
        statuses = [self.relations.answers[a.key].status for a in self.reached[kind].asked]
        names = (KEY, OWNER, *facts, *known, *statuses)
        return [name for name in names if name in frame.columns]

    # --- outcomes ---

    def ask(
        self, reached: Reached, rows: pl.DataFrame, columns: list[str], made: Frames
    ) -> None:
        """Ask for the outcomes of patterns that are new."""
        new: dict[int, Pattern] = {}
        roots: dict[int, None] = {}
        for key, root, *pattern in rows.unique(columns).select(KEY, ROOT, *columns).iter_rows():
            if (reached.kind, *pattern) not in self.outcomes:
                new[key] = (reached.kind, *pattern)
                roots[root] = None
        some = pl.DataFrame({ROOT: list(roots)}, schema={ROOT: pl.Int64})
        wholes = {
            k: f.join(some, on=ROOT, how="semi", maintain_order="left") for k, f in made.items()
        }
        cases = Cases.of(self.law, self.relations.tables, wholes)
        cells = {row[KEY]: row for by in cases.rows[reached.kind].values() for row in by}
        with_amounts = len(columns) > len(self.patterns.columns(reached.kind))
        for root in roots:
            whole = self.package.table(cases.case(root))
            for of, key, table in cases.below(whole, root):
                if of == reached.kind and key in new:
                    outcomes = self.outcomes_of(reached, table, cells[key])
                    if with_amounts:
                        outcomes = {k: o._replace(by_amount=False) for k, o in outcomes.items()}
                    self.outcomes[new[key]] = outcomes

    def outcomes_of(
        self, reached: Reached, table: Table, cells: Mapping[str, Any]
    ) -> dict[str, Outcome]:
        """Return the outcome of each decision that is asked about a row."""
        outcomes = {}
        for place, asked in enumerate(reached.asked):
            if cells[asked.rows]:
                answer = self.package.answer(table, place)
                # Where no completion gives a value, none gives an amount, whatever it is.
                left = asked.by_amount or self.package.leaves_amount(table, place)
                left = left and answer.status is not Status.NOTHING
                by_amount = left and bool(reached.amounts)
                outcomes[asked.key] = self.outcome(asked, answer, cells, by_amount=by_amount)
        return outcomes

    def outcome(
        self, asked: Asked, answer: Answer, cells: Mapping[str, Any], *, by_amount: bool
    ) -> Outcome:
        """Return the outcome that an answer about a row tells of all rows of its pattern."""
        answered = self.relations.answers[asked.key]
        of, status = answered.of, cells[answered.status]
        value, column = cell_of(answer.value, of), None
        for name, part in asked.values:
            if value is not None and name and cells[name] is not None:
                cell = cells[name] * (of // part) if type(value) is int else cells[name]
                if cell == value:
                    column = (name, of // part)
                    break
        by_cases = status == _OPEN != str(answer.status)
        value = None if column else value
        status = str(answer.status)
        return Outcome(
            status, value, column, answer.provisions, by_cases, answer.untried, by_amount
        )

    def filled(
        self, reached: Reached, frame: pl.DataFrame, rows: pl.DataFrame, columns: list[str]
    ) -> pl.DataFrame:
        """Return a table with the outcomes put into its open rows."""
        patterns = rows.select(columns).unique()
        all_outcomes = [self.outcomes[reached.kind, *row] for row in patterns.iter_rows()]
        for asked in reached.asked:
            numbers: dict[Outcome, int] = {}
            places: list[int | None] = []
            for outcomes in all_outcomes:
                outcome = outcomes.get(asked.key)
                if outcome is None or outcome.by_amount or not outcome.changes:
                    places.append(None)
                else:
                    places.append(numbers.setdefault(outcome, len(numbers)))
            if numbers:
                of = patterns.with_columns(pl.Series(_NUMBER, places, dtype=pl.Int64))
                mine = rows.filter(pl.col(asked.rows)).join(
                    of.drop_nulls(_NUMBER), on=columns, nulls_equal=True
                )
                frame = self.with_outcomes(frame, asked.key, list(numbers), mine)
        return frame

    def with_outcomes(
        self, frame: pl.DataFrame, key: str, outcomes: list[Outcome], rows: pl.DataFrame
    ) -> pl.DataFrame:
        """Return a table with outcomes put into some rows; `rows` have their numbers."""
        answered = self.relations.answers[key]

        def put(frame: pl.DataFrame, name: str, cells: Mapping[int, Any]) -> pl.DataFrame:
            mine = rows.filter(pl.col(_NUMBER).is_in(list(cells)))
            of = mine[_NUMBER].replace_strict(cells, return_dtype=frame[name].dtype)
            return with_cells(frame, name, mine[ROW], of)

        settled_ = {n: each for n, each in enumerate(outcomes) if each.status != _OPEN}
        for column in dict.fromkeys(each.column for each in settled_.values()):
            same = {n: each.value for n, each in settled_.items() if each.column == column}
            if column is None:
                frame = put(frame, answered.value, same)
                continue
            mine = rows.filter(pl.col(_NUMBER).is_in(list(same)))
            amounts = mine[column[0]]
            amounts = amounts if column[1] == 1 else amounts * column[1]
            frame = with_cells(frame, answered.value, mine[ROW], amounts)
        frame = put(frame, answered.status, {n: o.status for n, o in settled_.items()})
        for citation, name in answered.cites:
            cited = [n for n, each in settled_.items() if citation in each.cites]
            frame = put(frame, name, dict.fromkeys(cited, True))
        by_cases = [n for n, each in enumerate(outcomes) if each.by_cases]
        frame = put(frame, f"{key}.by_cases", dict.fromkeys(by_cases, True))
        untried = [n for n, each in enumerate(outcomes) if each.untried]
        return put(frame, f"{key}.untried", dict.fromkeys(untried, True))


def with_closed(frame: pl.DataFrame, key: str, rows: pl.DataFrame) -> pl.DataFrame:
    """Return a table with the columns of a decision put into the rows in which it is closed."""
    places = rows[ROW]
    for column in rows.drop(ROW).get_columns():
        frame = with_cells(frame, column.name, places, column)
    marks = pl.repeat(value=True, n=len(places), eager=True)
    return with_cells(frame, f"{key}.by_cases", places, marks)
