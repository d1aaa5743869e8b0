"""Open decisions that come to the same whichever value one missing fact has.

A whole with one thing of which a truth or choice is missing is put down once for each value. A
decision that is closed in each of these, and the same, is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import reduce
from operator import and_, or_
from typing import NamedTuple

import polars as pl

from lawc.backends.relational.closing import Closing, closed_column
from lawc.backends.relational.facts import fact_column
from lawc.backends.relational.following import Following
from lawc.backends.relational.wholes import (
    ROOT,
    Frames,
    selected,
    stacked,
    unstacked,
    with_cells,
)
from lawc.ir import nodes as ir
from lawc.ir.types import values_of

_MOST = 8  # values of a fact


class Split(NamedTuple):
    """Wholes put down once for each value of a fact.

    `wanted` tells which wholes they are, `followed` which decisions follow the fact, each with
    those whose amounts it reads: they are to be the same in all copies, too.
    """

    wanted: pl.Series
    followed: Mapping[str, frozenset[str]]
    copies: list[Frames]


class Splitting:
    """A law whose wholes are put down once for each value of some facts."""

    def __init__(self, law: ir.Law, closing: Closing, facts: Iterable[tuple[str, str]]) -> None:
        self.law = law
        self.closing = closing
        tables = closing.making.columns.facts.tables
        self.facts = [
            (fact, values, Following(law, closing.making.plan, fact.kind, fact.key).decisions())
            for fact in law.facts
            if (fact.kind, fact.key) in facts
            and fact.key in tables.columns[fact.kind]
            and 0 < len(values := values_of(fact.type)) <= _MOST
        ]

    def closed(self, part: Frames, mark: Callable[[str], str]) -> dict[str, pl.DataFrame]:
        """Return numbered tables with what closes; `mark` returns the names of its columns."""
        splits = list(self.splits(part))
        if not splits:
            return dict(part)
        copies = [copy for split in splits for copy in split.copies]
        made = unstacked(self.closing.columns(stacked(self.law, copies)), copies)
        results = dict(part)
        for split in splits:
            columns = [next(made) for _ in split.copies]
            for kind, frame in results.items():
                keep = split.wanted.gather(frame[ROOT].cast(pl.UInt32))
                of_kind = [each[kind] for each in columns]
                together = self.together(kind, of_kind, split.followed)
                results[kind] = self.put(kind, frame, keep.arg_true(), together, mark)
        return results

    def splits(self, part: Frames) -> Iterator[Split]:
        """Yield the wholes in which a fact of one thing is missing, for each fact."""
        whole = part[self.law.kinds[0].key]
        for fact, values, followed in self.facts:
            column = fact_column(fact.key)
            missing = part[fact.kind].filter(pl.col(column).is_null())[ROOT].value_counts()
            places = missing.filter(pl.col("count") == 1)[ROOT]
            if places.is_empty():
                continue
            wanted = pl.repeat(value=False, n=whole.height, eager=True)
            wanted = wanted.scatter(places, values=True)
            some = selected(self.law, part, wanted)
            filled = (pl.col(column).fill_null(pl.lit(value)) for value in values)
            yield Split(wanted, followed, [
                {**some, fact.kind: some[fact.kind].with_columns(each)} for each in filled
            ])  # fmt: skip

    def together(
        self, kind: str, columns: list[pl.DataFrame], followed: Mapping[str, frozenset[str]]
    ) -> pl.DataFrame:
        """Return what closes in all copies of wholes."""
        first, *others = columns
        made: dict[str, pl.Series] = {}
        keys = self.closing.keys[kind]
        for key in keys:
            made |= {name: first[name] for name in (f"{key}.status", f"{key}.value")}
            read = followed.get(key, frozenset())
            closed = [each[closed_column(key)] for each in columns]
            closed[0] &= key in followed and read <= set(keys)
            closed += [
                first[name].eq_missing(each[name])
                for each in others
                for of in (key, *sorted(read & set(keys)))
                for name in (f"{of}.status", f"{of}.value")
            ]
            made[closed_column(key)] = reduce(and_, closed)
            for name in self.closing.may[key]:
                made[name] = reduce(or_, [each[name] for each in columns])
        return pl.DataFrame(made)

    def put(
        self,
        kind: str,
        frame: pl.DataFrame,
        places: pl.Series,
        together: pl.DataFrame,
        mark: Callable[[str], str],
    ) -> pl.DataFrame:
        """Return a table with what closes in some rows put into those where nothing did."""
        for key in self.closing.keys[kind]:
            before = frame[mark(closed_column(key))].gather(places)
            new = (together[closed_column(key)] & ~before).arg_true()
            if not len(new):
                continue
            names = [f"{key}.status", f"{key}.value", *self.closing.may[key]]
            there, cells = places.gather(new), together[new]
            for name in (closed_column(key), *names):
                frame = with_cells(frame, mark(name), there, cells[name])
        return frame
