"""Rows that are open in three truth values and yet the same in all completions: a second pass.

Rows with equal outcomes are found by columns (`reaching`). Of each pattern a single case is put
before the engine of the package of the law (`asking`), which goes through its completions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

import polars as pl

from lawc.backends.python.plan import Plan as Names
from lawc.backends.relational.asking import Cases, Package, cell_of
from lawc.backends.relational.facts import fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER, run
from lawc.backends.relational.reaching import Asked, Reached, reached_of
from lawc.backends.relational.relations import Relations
from lawc.ir import nodes as ir
from lawc.runtime.results import Answer, Status

Frames: TypeAlias = Mapping[str, pl.DataFrame]
Pattern: TypeAlias = tuple[Any, ...]

_ROOT, _ROW, _ID, _NUMBER = "#root", "#row", "#id", "#number"
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

    def __init__(self, law: ir.Law, relations: Relations, days: Mapping[str, date]) -> None:
        self.law = law
        self.relations = relations
        self.days = days
        names = Names(law)
        self.dated = frozenset(names.lapsing)
        self.layers, self.reached = reached_of(law, relations.tables, self.dated)
        self.lines = {kind.key: names.line(kind.key) for kind in law.kinds}
        self.ids: dict[str, dict[Pattern, int]] = {kind.key: {} for kind in law.kinds}
        self.outcomes: dict[Pattern, dict[str, Outcome]] = {}

    @cached_property
    def package(self) -> Package:
        """The package of the law, loaded when it is first needed."""
        return Package(self.law, self.days)

    def frames(self, frames: Frames) -> dict[str, pl.DataFrame]:
        """Return tables with the open rows settled that can be."""
        rooted = rooted_frames(self.law, frames)
        open_ = {kind: frame.filter(self.open(kind)) for kind, frame in rooted.items()}
        roots = pl.concat([frame.select(_ROOT) for frame in open_.values()]).unique()
        results = {kind: self.marked(kind, frame) for kind, frame in frames.items()}
        if roots.is_empty():
            return results
        part = {
            kind: frame.join(roots, on=_ROOT, how="semi", maintain_order="left")
            for kind, frame in rooted.items()
        }
        made = self.identified(part)
        for kind in self.reached:
            if not open_[kind].is_empty():
                rows = self.rows(kind, made)
                self.ask(kind, rows, made)
                results[kind] = self.filled(kind, results[kind], rows)
        return results

    def open(self, kind: str) -> pl.Expr:
        """Return whether a decision is asked of again in a row."""
        tests = []
        for asked in self.reached[kind].asked:
            status = pl.col(self.relations.answers[asked.key].status)
            tests += [
                status == _OPEN,
                *([status == _NOTHING] if asked.key in self.dated else []),
            ]
        return pl.any_horizontal(tests) if tests else pl.lit(value=False)

    def marked(self, kind: str, frame: pl.DataFrame) -> pl.DataFrame:
        """Return a table with the columns that tell what is settled: nothing so far."""
        keys = [asked.key for asked in self.reached[kind].asked]
        marks = [f"{key}.{mark}" for key in keys for mark in ("by_cases", "untried")]
        return frame.with_columns([pl.lit(value=False).alias(mark) for mark in marks])

    # --- patterns of rows ---

    def identified(self, part: Frames) -> dict[str, pl.DataFrame]:
        """Return the tables of some wholes with the number of the pattern of each row."""
        given = {kind: frame.select(self.given(kind, frame)) for kind, frame in part.items()}
        made = run(self.layers, given)
        for kind in reversed(self.law.kinds):
            made[kind.key] = self.with_id(self.reached[kind.key], made)
        return made

    def given(self, kind: str, frame: pl.DataFrame) -> list[str]:
        """Return the columns of a table that were there first, and what is open."""
        facts = map(fact_column, self.relations.tables.columns[kind])
        known = [known_column(below.key) for below in self.law.kinds if below.parent == kind]
        statuses = [self.relations.answers[a.key].status for a in self.reached[kind].asked]
        names = (KEY, OWNER, _ROOT, _ROW, *facts, *known, *statuses)
        return [name for name in names if name in frame.columns]

    def with_id(self, reached: Reached, made: Frames) -> pl.DataFrame:
        """Return a table with the number of the pattern of each row."""
        frame, keys = made[reached.kind], list(reached.keys)
        for member, counts in reached.lists:
            keys.append(f"ids.{member}")
            lists = (
                made[member]
                .group_by(pl.col(OWNER).alias(KEY), maintain_order=True)
                .agg(pl.col(_ID).cast(pl.String).str.join(" ").alias(keys[-1]))
            )
            frame = frame.join(lists, on=KEY, how="left", maintain_order="left")
            frame = frame.with_columns(pl.when(pl.col(counts)).then(pl.col(keys[-1])))
        if not keys:
            return frame.with_columns(pl.lit(0, dtype=pl.Int64).alias(_ID))
        numbers = self.ids[reached.kind]
        patterns = frame.select(keys).unique()
        of = [numbers.setdefault(row, len(numbers)) for row in patterns.iter_rows()]
        patterns = patterns.with_columns(pl.Series(_ID, of, dtype=pl.Int64))
        return frame.join(
            patterns, on=keys, how="left", nulls_equal=True, maintain_order="left"
        )

    def rows(self, kind: str, made: Frames) -> pl.DataFrame:
        """Return the rows in which something is asked, with the numbers of their patterns."""
        reached = self.reached[kind]
        asked = [asked.rows for asked in reached.asked]
        amounts = [name for asked in reached.asked for name, _ in asked.values if name]
        refused = [frame.filter("refused").select(_ROOT) for frame in made.values()]
        rows = made[kind].filter(pl.any_horizontal(asked))
        rows = rows.join(
            pl.concat(refused).unique(), on=_ROOT, how="anti", maintain_order="left"
        )
        rows = rows.select(
            KEY, _ROOT, _ROW, *asked, *dict.fromkeys(amounts),
            pl.col(OWNER).alias("#above"), pl.col(_ID).alias(f"{_ID}0"),
        )  # fmt: skip
        for depth, owner in enumerate(self.lines[kind][1:], start=1):
            above = made[owner].select(
                pl.col(KEY).alias("#above"), pl.col(OWNER).alias("#next"),
                pl.col(_ID).alias(f"{_ID}{depth}"),
            )  # fmt: skip
            rows = rows.join(above, on="#above", how="left", maintain_order="left")
            rows = rows.drop("#above").rename({"#next": "#above"})
        return rows

    def id_columns(self, kind: str) -> list[str]:
        """Return the columns of the pattern of a row and of those above it."""
        return [f"{_ID}{depth}" for depth in range(len(self.lines[kind]))]

    # --- outcomes ---

    def ask(self, kind: str, rows: pl.DataFrame, made: Frames) -> None:
        """Ask for the outcomes of patterns that are new."""
        ids = self.id_columns(kind)
        new: dict[int, Pattern] = {}
        roots: dict[int, None] = {}
        for key, root, *pattern in rows.unique(ids).select(KEY, _ROOT, *ids).iter_rows():
            if (kind, *pattern) not in self.outcomes:
                new[key] = (kind, *pattern)
                roots[root] = None
        some = pl.DataFrame({_ROOT: list(roots)}, schema={_ROOT: pl.Int64})
        wholes = {
            k: f.join(some, on=_ROOT, how="semi", maintain_order="left")
            for k, f in made.items()
        }
        cases = Cases.of(self.law, self.relations.tables, wholes)
        cells = {row[KEY]: row for by in cases.rows[kind].values() for row in by}
        for root in roots:
            whole = self.package.table(cases.case(root))
            for of, key, table in cases.below(whole, root):
                if of == kind and key in new:
                    answers = self.package.answers(table)
                    self.outcomes[new[key]] = dict(self.outcomes_of(kind, answers, cells[key]))

    def outcomes_of(
        self, kind: str, answers: Sequence[Answer], cells: Mapping[str, Any]
    ) -> Iterator[tuple[str, Outcome]]:
        """Yield the outcome of each decision that is asked about a row."""
        for asked, answer in zip(self.reached[kind].asked, answers, strict=True):
            if cells[asked.rows]:
                yield asked.key, self.outcome(asked, answer, cells)

    def outcome(self, asked: Asked, answer: Answer, cells: Mapping[str, Any]) -> Outcome:
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
        return Outcome(
            str(answer.status), value, column, answer.provisions, by_cases, answer.untried
        )

    def filled(self, kind: str, frame: pl.DataFrame, rows: pl.DataFrame) -> pl.DataFrame:
        """Return a table with the outcomes put into its open rows."""
        ids = self.id_columns(kind)
        patterns = list(rows.select(ids).unique().iter_rows())
        for asked in self.reached[kind].asked:
            numbers: dict[Outcome, int] = {}
            changed = []
            for pattern in patterns:
                outcome = self.outcomes[kind, *pattern].get(asked.key)
                if outcome is not None and outcome.changes:
                    changed.append((*pattern, numbers.setdefault(outcome, len(numbers))))
            if changed:
                names = dict.fromkeys([*ids, _NUMBER], pl.Int64)
                of = pl.DataFrame(changed, schema=names, orient="row")
                mine = rows.filter(pl.col(asked.rows)).join(of, on=ids)
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
            return with_cells(frame, name, mine[_ROW], of)

        settled_ = {n: each for n, each in enumerate(outcomes) if each.status != _OPEN}
        for column in dict.fromkeys(each.column for each in settled_.values()):
            same = {n: each.value for n, each in settled_.items() if each.column == column}
            if column is None:
                frame = put(frame, answered.value, same)
                continue
            mine = rows.filter(pl.col(_NUMBER).is_in(list(same)))
            amounts = mine[column[0]]
            amounts = amounts if column[1] == 1 else amounts * column[1]
            frame = with_cells(frame, answered.value, mine[_ROW], amounts)
        frame = put(frame, answered.status, {n: o.status for n, o in settled_.items()})
        for citation, name in answered.cites:
            cited = [n for n, each in settled_.items() if citation in each.cites]
            frame = put(frame, name, dict.fromkeys(cited, True))
        by_cases = [n for n, each in enumerate(outcomes) if each.by_cases]
        frame = put(frame, f"{key}.by_cases", dict.fromkeys(by_cases, True))
        untried = [n for n, each in enumerate(outcomes) if each.untried]
        return put(frame, f"{key}.untried", dict.fromkeys(untried, True))


def with_cells(
    frame: pl.DataFrame, name: str, places: pl.Series, values: pl.Series
) -> pl.DataFrame:
    """Return a table with values put into the rows at some places."""
    if places.is_empty():
        return frame
    return frame.with_columns(frame[name].clone().scatter(places, values))


def rooted_frames(law: ir.Law, frames: Frames) -> dict[str, pl.DataFrame]:
    """Return tables with the place of each row, and the key of the whole that it is in."""
    rooted = {}
    for kind in law.kinds:
        frame = frames[kind.key].with_row_index(_ROW)
        if kind.parent is None:
            rooted[kind.key] = frame.with_columns(pl.col(KEY).alias(_ROOT))
            continue
        above = rooted[kind.parent].select(pl.col(KEY).alias(OWNER), _ROOT)
        rooted[kind.key] = frame.join(above, on=OWNER, how="left", maintain_order="left")
    return rooted
