"""Rows that columns leave to ask of, after some completions of them were decided.

- Two completions that are decided differently show that a decision is open.
- Truths that say only what is left to say close others (`closing`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import NamedTuple

import polars as pl

from lawc.backends.relational.closing import Closing, closed_column, may_column
from lawc.backends.relational.reached import ask_column
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.splitting import Splitting
from lawc.backends.relational.trying import FURTHER, TURNS, Trying
from lawc.backends.relational.wholes import ROW, Frames, is_empty, narrowed
from lawc.ir import nodes as ir
from lawc.runtime.results import Status

_OPEN = str(Status.OPEN)
_FIRST = 2  # turns, which leave few rows
_MARK = "#left."  # columns of tables while rows are left


def _marked(name: str) -> str:
    """Return the name of a column while rows are left."""
    return f"{_MARK}{name}"


class Closed(NamedTuple):
    """Rows in which a decision is closed: their places, the answer, what it cites."""

    kind: str
    key: str
    rows: pl.DataFrame


class Left(NamedTuple):
    """The wholes in which something is still to be asked, and what was closed in others."""

    part: Frames
    closed: tuple[Closed, ...]


class Narrowing:
    """A law that decides completions of open rows, and closes some; `asked` are decisions."""

    def __init__(
        self,
        law: ir.Law,
        relations: Relations,
        trying: Trying,
        asked: Mapping[str, Mapping[str, list[str]]],
    ) -> None:
        self.law = law
        self.relations = relations
        self.trying = trying
        self.asked = asked

    @cached_property
    def closing(self) -> Closing | None:
        """The law whose decisions close, None if none can.

        A decision that may be nothing for want of a version in force does not.
        """
        asked = [pair for of in self.asked.values() for pair in of.items()]
        keys = [key for key, statuses in asked if statuses == [_OPEN]]
        closing = Closing(self.law, self.relations.tables, keys)
        return closing if keys and closing.possible else None

    def left(self, part: Frames) -> Left:
        """Return the wholes that are left, and what is closed."""
        closed: list[Closed] = []
        columns = {kind: frame.columns for kind, frame in part.items()}
        for step in self.steps():
            part = step(part)
            closed += self.closed(part)
            part = narrowed(self.law, {k: self.unclosed(k, f) for k, f in part.items()})
            if is_empty(part):
                break
        part = {kind: frame.select(columns[kind]) for kind, frame in part.items()}
        return Left(part, tuple(closed))

    def steps(self) -> Iterator[Callable[[Frames], Frames]]:
        """Yield what is done with the rows that are left: each step leaves fewer."""
        if self.trying.number < _FIRST:
            return
        yield self.first_turned
        if self.closing is not None:
            yield self.with_closing
        yield partial(self.turned, turns=range(_FIRST, min(TURNS, self.trying.number)))
        if self.splitting is not None:
            yield partial(self.splitting.closed, mark=_marked)
        start = TURNS
        for turns in FURTHER if self.trying.number > TURNS else ():
            yield partial(self.turned, turns=range(start, start + turns))
            start += turns

    def first_turned(self, part: Frames) -> Frames:
        """Return tables with what the first completions decide, one after the other."""
        for turn in range(_FIRST):  # of large tables, two copies would need much memory
            part = self.turned(part, (turn,))
        return part

    def turned(self, part: Frames, turns: Sequence[int]) -> Frames:
        """Return tables with what completions decide, which are those of some turns."""
        for turn, decided in zip(turns, self.trying.decided(part, turns), strict=True):
            part = {
                kind: frame.with_columns(self.tried(kind, frame, decided[kind], turn))
                for kind, frame in part.items()
            }
        return part

    def with_closing(self, part: Frames) -> Frames:
        """Return tables with the columns that tell what closes."""
        assert self.closing is not None
        made = self.closing.columns(part)
        return {kind: frame.hstack(made[kind].rename(_marked)) for kind, frame in part.items()}

    def tried(
        self, kind: str, frame: pl.DataFrame, decided: pl.DataFrame, turn: int
    ) -> Iterator[pl.Series]:
        """Yield what a turn decides and cites, and what is still asked again after it."""
        for key in self.asked[kind]:
            answered = self.trying.relations.answers[key]
            status, value = decided[answered.status], decided[answered.value]
            for citation, column in answered.cites:
                name = f"{_MARK}{key}.cited.{citation}"
                cited = decided[column].fill_null(value=False)
                cited = cited if turn == 0 else frame[name] | cited
                yield cited.alias(name)
            if turn == 0:
                yield status.alias(f"{_MARK}{key}.status.0")
                yield value.alias(f"{_MARK}{key}.value.0")
                continue
            first, first_value = frame[f"{_MARK}{key}.status.0"], frame[f"{_MARK}{key}.value.0"]
            shown = (first != status) | first_value.ne_missing(value)
            shown &= (first != _OPEN) & (status != _OPEN).fill_null(value=False)
            shown &= frame[self.relations.answers[key].status] == _OPEN
            yield (frame[ask_column(key)] & ~shown).alias(ask_column(key))

    # --- decisions that are closed ---

    @cached_property
    def splitting(self) -> Splitting | None:
        """The law whose wholes are put down for each value of a fact, None if none closes."""
        cases = self.trying.cases
        return Splitting(self.law, self.closing, cases) if self.closing and cases else None

    def is_closed(self, key: str) -> pl.Expr:
        """Return whether a decision is closed, and it is known what it cites."""
        pairs = [
            pl.col(f"{_MARK}{may_column(key, citation)}")
            == pl.col(f"{_MARK}{key}.cited.{citation}")
            for citation, _ in self.relations.answers[key].cites
        ]
        return pl.all_horizontal(f"{_MARK}{closed_column(key)}", ask_column(key), *pairs)

    def closed(self, part: Frames) -> Iterator[Closed]:
        """Yield the rows in which decisions are closed."""
        if self.closing is None:
            return
        for kind, keys in self.closing.keys.items():
            if not keys or _marked(closed_column(keys[0])) not in part[kind].columns:
                continue
            for key in keys:
                answered = self.relations.answers[key]
                rows = part[kind].filter(self.is_closed(key))
                if not rows.is_empty():
                    yield Closed(kind, key, rows.select(
                        ROW,
                        pl.col(f"{_MARK}{key}.value").alias(answered.value),
                        pl.col(f"{_MARK}{key}.status").alias(answered.status),
                        *[
                            pl.col(f"{_MARK}{key}.cited.{citation}").alias(column)
                            for citation, column in answered.cites
                        ],
                    ))  # fmt: skip

    def unclosed(self, kind: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a table in which nothing that is closed is asked."""
        keys = self.closing.keys[kind] if self.closing is not None else []
        if not keys or _marked(closed_column(keys[0])) not in frame.columns:
            return frame
        left = [(pl.col(ask_column(key)) & ~self.is_closed(key)) for key in keys]
        return frame.with_columns(left)
