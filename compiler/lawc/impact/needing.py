"""The facts that open decisions need: without which they cannot be told.

Of all that is not known about a thing, a decision needs what makes it come out one way or
another. The package of the law names it for a row of each pattern: other rows of the pattern
need the same (`lawc.backends.relational.reaching`; amounts that are left do not count here).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import polars as pl

from lawc.backends.relational.asking import Cases
from lawc.backends.relational.patterns import Pattern
from lawc.backends.relational.polars_engine import KEY
from lawc.backends.relational.reached import Reached
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.settling import Settling
from lawc.backends.relational.wholes import ROOT, ROW, Frames, is_empty, with_cells
from lawc.ir import nodes as ir

_PLACE = re.compile(r"\[\d+\]$")
_NUMBER = "#number"


def needed_column(key: str, fact: str) -> str:
    """Return the column that tells whether a decision needs a fact, written `kind.fact`."""
    return f"needed.{key}.{fact}"


class Needing:
    """A law, asked which facts the open rows of tables need."""

    def __init__(self, law: ir.Law, relations: Relations, days: Mapping[str, date]) -> None:
        self.law = law
        self.settling = Settling(law, relations, days)
        self.facts = tuple(facts_of(law))
        self.needed: dict[Pattern, Mapping[str, frozenset[str]]] = {}

    def columns(self, frames: Frames) -> dict[str, pl.DataFrame]:
        """Return the tables with a column for each decision and fact."""
        results = {kind: self.blank(kind, frame) for kind, frame in frames.items()}
        part = self.settling.part(frames)
        if is_empty(part):
            return results
        made = self.settling.identified(part)
        for kind, reached in self.settling.reached.items():
            rows = self.settling.patterns.rows(reached, made)
            if not rows.is_empty():
                columns = self.settling.patterns.columns(kind)
                self.ask(reached, rows, columns, made)
                results[kind] = self.filled(reached, results[kind], rows, columns)
        return results

    def blank(self, kind: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a table in which no decision needs a fact."""
        keys = [decision.key for decision in self.law.decisions if decision.kind == kind]
        names = [needed_column(key, fact) for key in keys for fact in self.facts]
        return frame.with_columns([pl.lit(value=False).alias(name) for name in names])

    def ask(
        self, reached: Reached, rows: pl.DataFrame, columns: list[str], made: Frames
    ) -> None:
        """Ask what the rows of patterns need that are new."""
        new: dict[int, Pattern] = {}
        roots: dict[int, None] = {}
        for key, root, *pattern in rows.unique(columns).select(KEY, ROOT, *columns).iter_rows():
            if (reached.kind, *pattern) not in self.needed:
                new[key] = (reached.kind, *pattern)
                roots[root] = None
        some = pl.DataFrame({ROOT: list(roots)}, schema={ROOT: pl.Int64})
        wholes = {
            k: f.join(some, on=ROOT, how="semi", maintain_order="left") for k, f in made.items()
        }
        package = self.settling.package
        cases = Cases.of(self.law, self.settling.relations.tables, wholes)
        for root in roots:
            for kind, key, table in cases.below(package.table(cases.case(root)), root):
                if kind == reached.kind and key in new:
                    self.needed[new[key]] = {
                        asked.key: frozenset(
                            self.fact(path) for path in package.answer(table, place).needed
                        )
                        for place, asked in enumerate(reached.asked)
                    }

    def filled(
        self, reached: Reached, frame: pl.DataFrame, rows: pl.DataFrame, columns: list[str]
    ) -> pl.DataFrame:
        """Return a table in which open rows tell what they need."""
        patterns = rows.select(columns).unique()
        needed = [self.needed[reached.kind, *row] for row in patterns.iter_rows()]
        numbered = patterns.with_row_index(_NUMBER)
        rows = rows.join(numbered, on=columns, nulls_equal=True)
        for asked in reached.asked:
            mine = rows.filter(pl.col(asked.rows))
            for fact in self.facts:
                places = [n for n, by_key in enumerate(needed) if fact in by_key[asked.key]]
                there = mine.filter(pl.col(_NUMBER).is_in(places))[ROW]
                marks = pl.repeat(value=True, n=len(there), eager=True)
                frame = with_cells(frame, needed_column(asked.key, fact), there, marks)
        return frame

    def fact(self, path: str) -> str:
        """Return the fact, or list, that a path in a case leads to, as `kind.fact`."""
        kind, *_ = (each.key for each in self.law.kinds)
        *above, last = path.split(".")
        fields = {each.field: each.key for each in self.law.kinds if each.parent is not None}
        for part in above:
            kind = fields[_PLACE.sub("", part)]
        return f"{kind}.{last}"


def facts_of(law: ir.Law) -> Iterator[str]:
    """Yield the facts of things of all kinds, and their lists, as `kind.fact`."""
    for kind in law.kinds:
        yield from (f"{kind.key}.{fact.key}" for fact in law.facts if fact.kind == kind.key)
        yield from (
            f"{kind.key}.{below.field}" for below in law.kinds if below.parent == kind.key
        )


def most_needed(facts: Iterable[str], numbers: Mapping[str, int | None]) -> list[str]:
    """Return facts by how often they are needed, most often first.

    Of hidden numbers the order tells nothing: they stand last, in the order of the law.
    """
    return sorted(facts, key=lambda fact: -(numbers.get(fact) or 0))
