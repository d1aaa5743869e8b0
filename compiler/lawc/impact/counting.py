"""Rows of a register counted by what is decided of them, by facts, and by what decides.

Everything that is printed is added up from these counts. Things of a kind are counted, and
wholes: of a whole the set of what is decided of its things is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import polars as pl

from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.backends.relational.relations import Relations
from lawc.backends.relational.wholes import ROOT, numbered
from lawc.impact.deciding import Deciding
from lawc.impact.groupings import Grouping
from lawc.impact.needing import Needing, needed_column
from lawc.impact.packing import Pack
from lawc.impact.rows import (
    ALONE,
    BY,
    CAUSE,
    DECIDES,
    DISPLACED,
    LEN,
    NEEDED,
    REACHES,
    WHERE,
    Flag,
    Outcome,
    Row,
    Side,
    is_amount,
)
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.meaning.world import World

Frames: TypeAlias = Mapping[str, pl.DataFrame]


class Counting:
    """The counts of a law while the parts of a register are added."""

    def __init__(
        self,
        new: Side,
        groupings: tuple[Grouping, ...],
        old: Side | None = None,
        changed: frozenset[str] = frozenset(),
        where: str = "",
    ) -> None:
        self.new, self.old, self.where = new, old, where
        self.law = new.law
        self.groupings = groupings
        world = World(self.law, {})
        self.lines = {kind.key: tuple(world.line(kind.key)) for kind in self.law.kinds}
        self.root = self.law.kinds[0].key
        self.decisions = {
            kind.key: [d for d in self.law.decisions if d.kind == kind.key]
            for kind in self.law.kinds
        }
        self.kinds = [kind for kind, decisions in self.decisions.items() if decisions]
        self.deciding = {
            d.key: Deciding(self.law, new.relations, d) for d in self.law.decisions
        }
        self.causes = {kind: self._causes(kind, changed) for kind in self.kinds}
        self.needing = Needing(new.law, new.relations, new.days)
        self.flags = {
            kind: Pack[Flag](f"flags.{kind}", self.flag_terms(kind)) for kind in self.kinds
        }
        self.sets: dict[str, Pack[tuple[str, ...]]] = {}
        self.kept: dict[tuple[str, str], list[pl.DataFrame]] = {}

    def _causes(self, kind: str, changed: frozenset[str]) -> list[tuple[str, str, str]]:
        """Return the changed provisions of a kind: citation, column before and now."""
        if self.old is None:
            return []
        before, now = (
            {each.eid: each for each in side.relations.provisions if each.kind == kind}
            for side in (self.old, self.new)
        )
        return [
            (
                (now.get(eid) or before[eid]).citation,
                before[eid].holds if eid in before else "",
                now[eid].holds if eid in now else "",
            )
            for eid in dict.fromkeys([*now, *before])
            if any(eid == one or eid.startswith(f"{one}__") for one in changed)
        ]

    # --- columns ---

    def outcome(self, side: Side, decision: ir.Decision) -> pl.Expr:
        """Return what is decided, as text."""
        answered = side.relations.answers[decision.key]
        value = pl.col(answered.value)
        if is_amount(self.law, decision):
            text: pl.Expr = pl.lit("")
        elif isinstance(decision.type, Choice) or decision.type is Basic.PROVISION:
            text = value.cast(pl.String)
        elif decision.type is Basic.TRUTH:
            text = pl.when(value).then(pl.lit("true")).otherwise(pl.lit("false"))
        else:
            text = value.cast(pl.String) + f"/{answered.of}"
        status = pl.col(answered.status)
        return pl.when(status == "decided").then("=" + text).otherwise(status)

    def flag_terms(self, kind: str) -> dict[Flag, pl.Expr]:
        """Return what may be true of a thing, as columns that are never null."""
        terms: dict[Flag, pl.Expr] = {}
        for decision in self.decisions[kind]:
            key, deciding = decision.key, self.deciding[decision.key]
            for ground in deciding.grounds:
                displaced = deciding.displaced(ground)
                terms[DECIDES, key, ground.eid] = deciding.decides(ground)
                terms[ALONE, key, ground.eid] = deciding.alone(ground)
                terms[REACHES, key, ground.eid] = pl.col(ground.holds).fill_null(value=False)
                terms[DISPLACED, key, ground.eid] = displaced
                for citation, column in ground.by:
                    terms[BY, citation] = pl.col(column).fill_null(value=False)
            for fact in self.needing.facts:
                terms[NEEDED, key, fact] = pl.col(needed_column(key, fact))
        for citation, before, now in self.causes[kind]:
            terms[CAUSE, citation] = _differ(f"{before}#old" if before else "", now)
        return terms

    # --- parts ---

    def add(self, frames: Frames, old: Frames | None = None) -> int:
        """Count a part of a register; return how many wholes it has."""
        frames = self.needing.columns(frames)
        wide = self.wide(
            numbered(self.law, frames), None if old is None else numbered(self.law, old)
        )
        below = {}
        for kind in self.kinds:
            rows = wide[kind]
            if kind != self.root:
                self.keep(kind, "grouped", self.grouped_columns(kind), rows)
                self.keep(kind, "flagged", self.flagged_columns(kind), rows)
                below[kind] = rows
        root = wide[self.root]
        if below:
            for kind, rows in below.items():
                for frame in self.sets_of(kind, rows):
                    root = root.join(frame, left_on=KEY, right_on=ROOT, how="left")
        sets = [name for name in root.columns if name.startswith(("set.", "flags."))]
        if sets:
            root = root.with_columns(pl.col(sets).fill_null(0))
        plain = [name for name in sets if name.count("@") == 0 and name.startswith("set.")]
        crossed = [name for name in sets if name.count("@")]
        flags = [name for name in sets if name.startswith("flags.")]
        mine = self.own_columns(self.root)
        groups = [each.column for each in self.groupings if each.kind == self.root]
        self.keep(self.root, "grouped", [*mine, *plain, *groups, *crossed], root)
        own = self.flags[self.root].columns if self.root in self.kinds else []
        self.keep(self.root, "flagged", [*dict.fromkeys([*mine, *plain, *own, *flags])], root)
        return frames[self.root].height

    def wide(self, frames: Frames, old: Frames | None) -> dict[str, pl.DataFrame]:
        """Return the rows of each kind that are counted, with all that they are counted by."""
        wide: dict[str, pl.DataFrame] = {}
        carried: dict[str, list[str]] = {}
        where = _where_column(self.new.relations, self.where)
        for kind in self.law.kinds:
            frame = frames[kind.key]
            if old is not None:
                frame = self.with_old(kind.key, frame, old[kind.key])
            columns = [each.groups(self.new.relations) for each in self.groupings
                       if each.kind == kind.key]  # fmt: skip
            if where is not None and where[0] == kind.key:
                columns.append(pl.col(where[1]).fill_null(value=False).alias(WHERE))
            names = [column.meta.output_name() for column in columns]
            frame = frame.with_columns(columns)
            if kind.parent is not None and carried[kind.parent]:
                above = wide[kind.parent].select(
                    pl.col(KEY).alias(OWNER), *carried[kind.parent]
                )
                frame = frame.join(above, on=OWNER, how="left", maintain_order="left")
                names += carried[kind.parent]
            carried[kind.key] = names
            if kind.key in self.kinds:
                frame = frame.with_columns(self.own_terms(kind.key))
                for decision in self.decisions[kind.key]:
                    frame = frame.with_columns(self.deciding[decision.key].rules())
                terms = self.flag_terms(kind.key)
                frame = frame.with_columns(self.flags[kind.key].packed(terms))
            wide[kind.key] = frame
        return self.filtered(wide, where)

    def filtered(
        self, wide: dict[str, pl.DataFrame], where: tuple[str, str] | None
    ) -> dict[str, pl.DataFrame]:
        """Return the rows that satisfy the condition, and the wholes that have such a row."""
        if where is None:
            return wide
        rows = {
            k: f.filter(pl.col(WHERE)) if WHERE in f.columns else f for k, f in wide.items()
        }
        roots = rows[where[0]].select(pl.col(ROOT).alias(KEY)).unique()
        rows[self.root] = rows[self.root].join(roots, on=KEY, how="semi", maintain_order="left")
        return rows

    def with_old(self, kind: str, frame: pl.DataFrame, old: pl.DataFrame) -> pl.DataFrame:
        """Return rows with what the old law decides of them."""
        assert self.old is not None
        columns = {
            before: pl.col(before).alias(f"{before}#old")
            for _, before, _ in self.causes.get(kind, ())
            if before
        }
        for decision in self.decisions[kind]:
            if decision.key in self.old.relations.answers:
                outcome = self.outcome(self.old, decision).alias(f"old.{decision.key}")
                columns[f"old.{decision.key}"] = outcome
        return frame.join(
            old.select(KEY, *columns.values()), on=KEY, how="left", maintain_order="left"
        )

    def own_columns(self, kind: str) -> list[str]:
        """Return the columns of what is decided of things of a kind."""
        decisions = self.decisions[kind]
        new = [f"new.{decision.key}" for decision in decisions]
        return new if self.old is None else [*new, *[f"old.{d.key}" for d in decisions]]

    def own_terms(self, kind: str) -> list[pl.Expr]:
        """Return what is decided of things of a kind, as columns."""
        terms = [self.outcome(self.new, d).alias(f"new.{d.key}") for d in self.decisions[kind]]
        if self.old is not None:
            terms += [
                pl.lit("nothing" if d.otherwise is None else f"={d.otherwise}").alias(
                    f"old.{d.key}"
                )
                for d in self.decisions[kind]
                if d.key not in self.old.relations.answers
            ]
        return terms

    def grouped_columns(self, kind: str) -> list[str]:
        """Return the columns that things of a kind are counted by."""
        groups = [g.column for g in self.groupings if g.kind in self.lines[kind]]
        return [*self.own_columns(kind), *groups]

    def flagged_columns(self, kind: str) -> list[str]:
        """Return the columns of what is true of things of a kind."""
        return [*self.own_columns(kind), *self.flags[kind].columns]

    def sets_of(self, kind: str, rows: pl.DataFrame) -> Iterator[pl.DataFrame]:
        """Yield, by whole, the sets of what is decided of its things."""
        for decision in self.decisions[kind]:
            outcome = [name for name in self.own_columns(kind) if name[4:] == decision.key]
            groups = [
                g for g in self.groupings if g.kind in self.lines[kind] and g.kind != self.root
            ]
            for name, by in [
                (decision.key, []),
                *[(f"{decision.key}@{g.name}", [g.column]) for g in groups],
            ]:
                pack = self.sets.setdefault(f"set.{name}", Pack(f"set.{name}"))
                yield pack.sets(rows, [*outcome, *by], ROOT)
        flags = self.flags[kind].columns
        yield rows.group_by(ROOT).agg(pl.col(flags).bitwise_or())

    def keep(self, kind: str, what: str, columns: list[str], rows: pl.DataFrame) -> None:
        """Keep how many rows are alike in some columns, and the sums of amounts."""
        amounts = [
            pl.when(pl.col(self.new.relations.answers[d.key].status) == "decided")
            .then(pl.col(self.new.relations.answers[d.key].value))
            .cast(pl.Int128).sum().alias(f"sum.{d.key}")
            for d in self.decisions[kind] if is_amount(self.law, d)
        ]  # fmt: skip
        frame = (
            rows.group_by(columns).agg(pl.len().cast(pl.Int64).alias(LEN), *amounts)
            if columns
            else rows.select(pl.len().cast(pl.Int64).alias(LEN), *amounts)
        )
        self.kept.setdefault((kind, what), []).append(frame)

    # --- results ---

    @property
    def units(self) -> tuple[str, ...]:
        """The kinds that are counted: those of which something is decided, then the wholes."""
        return (*[kind for kind in self.kinds if kind != self.root], self.root)

    def class_columns(self, kind: str) -> list[str]:
        """Return the columns that say what is decided."""
        names = self.own_columns(kind) if kind in self.kinds else []
        if kind == self.root:
            plain = [pack for name, pack in self.sets.items() if "@" not in name]
            names += [column for pack in plain for column in pack.columns]
        return names

    def frame(self, kind: str, what: str, columns: list[str]) -> pl.DataFrame:
        """Return how many rows are alike in some columns, in a fixed order."""
        frame = pl.concat(self.kept[kind, what], how="diagonal")
        sums = [name for name in frame.columns if name == LEN or name.startswith("sum.")]
        columns = [name for name in dict.fromkeys(columns) if name in frame.columns]
        if not columns:
            return frame.select(pl.col(sums).sum())
        numbers = [pl.col(n).fill_null(0) for n in columns if frame[n].dtype == pl.Int64]
        return (
            frame.with_columns(numbers).group_by(columns).agg(pl.col(sums).sum()).sort(columns)
        )

    def rows(self, kind: str, grouping: Grouping | None = None) -> Iterator[Row]:
        """Yield the rows of a kind that are alike in what is decided, and in a grouping."""
        columns = self.class_columns(kind)
        if grouping is not None:
            columns.append(grouping.column)
            for name, pack in self.sets.items():
                if name.endswith(f"@{grouping.name}") and kind == self.root:
                    columns += pack.columns
        for row in self.frame(kind, "grouped", columns).iter_rows(named=True):
            yield self.row(kind, row, grouping)

    def row(self, kind: str, row: Mapping[str, Any], grouping: Grouping | None) -> Row:
        """Return a row of counts as what it means."""
        outcomes = self.outcomes_in(kind, row)
        crossed: dict[str, frozenset[tuple[Outcome, str]]] = {}
        group = None if grouping is None else row.get(grouping.column)
        width = 1 if self.old is None else 2
        for key, mine in outcomes.items():
            if group is not None:
                crossed[key] = frozenset((each, group) for each in mine)
            elif grouping is not None and kind == self.root:
                pack = self.sets.get(f"set.{key}@{grouping.name}")
                if pack is not None:
                    pairs = pack.keys(row)
                    crossed[key] = frozenset(
                        (Outcome(*pair[:width]), pair[width]) for pair in pairs
                    )
        sums = {n.removeprefix("sum."): row[n] for n in row if n.startswith("sum.")}
        return Row(row[LEN], outcomes, crossed, group, sums)

    def outcomes_in(self, kind: str, row: Mapping[str, Any]) -> dict[str, frozenset[Outcome]]:
        """Return, by decision, what is decided in a row."""
        outcomes: dict[str, frozenset[Outcome]] = {}
        for decision in self.decisions[kind]:
            key = decision.key
            outcomes[key] = frozenset([Outcome(row[f"new.{key}"], row.get(f"old.{key}", ""))])
        if kind == self.root:
            for name, pack in self.sets.items():
                if "@" not in name:
                    values = pack.keys(row)
                    outcomes[name.removeprefix("set.")] = frozenset(
                        Outcome(*value) for value in values
                    )
        return outcomes


def _differ(before: str, now: str) -> pl.Expr:
    """Return whether a provision holds under one law and not under the other."""
    sides = [
        pl.col(name).fill_null(value=False) if name else pl.lit(value=False)
        for name in (before, now)
    ]
    return sides[0] != sides[1]


def _where_column(relations: Relations, eid: str) -> tuple[str, str] | None:
    for each in relations.provisions:
        if eid and each.eid == eid:
            return each.kind, each.holds
    return None
