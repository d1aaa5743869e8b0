"""The amnesty law as the compiler writes it for tables, on registers of the benchmark."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
from benchmarks.register.making import EPOCH, TABLES

from lawc.backends.relational.facts import Bound, Tables, fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER, run
from lawc.backends.relational.relations import Relations, relations_of
from lawc.backends.relational.settling import Settling
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.pipeline import compile_path

ROOT = Path(__file__).parents[2]
LAST = date.max.toordinal()
PERSONS = 500_000  # of a range
PLAIN = {"person_id", "offence_id", "child_id", "offences_known", "children_known"}
REDUCTION, DAYS_OFF, OBLIGED = "reduction", "days_off", "obliged_to_compensate"


@cache
def law() -> ir.Law:
    """Return the amnesty law, compiled."""
    compiled = compile_path(ROOT / "statutes/kz/amnesty-2025").law
    assert compiled is not None
    return compiled


def totals(
    folder: Path, *, flat: bool = False, provisions: bool = False, cases: bool = False
) -> pl.DataFrame:
    """Return sums by outcome and deciding provision, range by range of persons.

    With `provisions`, also how often each applies; with `cases`, open rows are settled that can
    be.
    """
    relations = relations_of(law(), bounds(folder, flat=flat), provisions=provisions)
    settling = Settling(law(), relations, {}) if cases else None
    parts = []
    for frames in ranges(folder, flat=flat):
        decided = run(relations.layers, frames)
        if settling is not None:
            decided = settling.frames(decided)
        parts.append(sums(decided["offence"], relations))
        if provisions:
            parts[-1] = pl.concat([parts[-1], counts(decided, relations)], how="diagonal")
    groups = pl.concat(parts, how="diagonal").group_by("outcome", "provision", "answer")
    return groups.agg(pl.all().sum())


def sums(offences: pl.DataFrame, relations: Relations) -> pl.DataFrame:
    """Return sums by outcome and deciding provision of decided offences."""
    outcome = relations.answers["outcome"]
    reduction, off = relations.answers[REDUCTION], relations.answers[DAYS_OFF]
    is_decided = pl.col(outcome.status) == "decided"
    numbers = [pl.lit(number, pl.UInt8) for number in range(len(outcome.cites))]
    first = pl.coalesce(
        pl.when(column).then(number)
        for (_, column), number in zip(outcome.cites, numbers, strict=True)
    )
    sixtieth = 60 // reduction.of
    rows = offences.select(
        outcome=pl.when(is_decided).then(pl.col(outcome.value)),
        cited=pl.when(is_decided).then(first),
        reduction=pl.when(_known(reduction.status)).then(pl.col(reduction.value) * sixtieth),
        off=pl.when(_known(off.status)).then(pl.col(off.value)),
        obliged=relations.answers[OBLIGED].value,
    )
    groups = (
        rows.lazy()
        .group_by("outcome", "cited")
        .agg(
            rows=pl.len().cast(pl.Int64),
            reductions=pl.col("reduction").sum(),
            days_off=pl.col("off").sum() // off.of,
            obliged=pl.col("obliged").sum().cast(pl.Int64),
        )
    )
    names = [cite for cite, _ in outcome.cites]
    found = groups.collect(engine="streaming")
    provisions = [None if place is None else names[place] for place in found["cited"]]
    provision = pl.Series("provision", provisions, dtype=pl.String)
    return found.with_columns(provision, answer=pl.lit(None, pl.String)).drop("cited")


def counts(frames: Mapping[str, pl.DataFrame], relations: Relations) -> pl.DataFrame:
    """Return of each provision how often it applies and how often that is open."""
    parts = []
    for kind, frame in frames.items():
        mine = [one for one in relations.provisions if one.kind == kind]
        if not mine:
            continue
        applies = frame.select(pl.col(one.applies).sum().alias(one.eid) for one in mine)
        unknown = frame.select(pl.col(one.applies).null_count().alias(one.eid) for one in mine)
        for answer, frame_ in (("applies", applies), ("open", unknown)):
            rows = frame_.transpose(include_header=True, header_name="provision")
            rows.columns = ["provision", "rows"]
            typed = rows.with_columns(pl.col("rows").cast(pl.Int64), answer=pl.lit(answer))
            parts.append(typed)
    return pl.concat(parts)


def _known(status: str) -> pl.Expr:
    return pl.col(status) == "decided"


# --- tables -----------------------------------------------------------------------------------


def ranges(folder: Path, *, flat: bool) -> Iterator[dict[str, pl.DataFrame]]:
    """Yield the tables of a register by ranges of persons."""
    kind = "record" if flat else "person"
    first = pl.scan_parquet(folder / f"{kind}.parquet")
    last = first.select(pl.col(f"{kind}_id").max()).collect().item()
    for start in range(0, last + 1, PERSONS):
        end = start + PERSONS - 1
        read = of_records if flat else of_tables
        lazy = read(folder, start, end)
        frames = pl.collect_all(list(lazy.values()))
        yield dict(zip(lazy, frames, strict=True))


def of_tables(folder: Path, start: int, end: int) -> dict[str, pl.LazyFrame]:
    """Return the tables of a range of persons."""
    frames = {}
    for kind in TABLES:
        table = pl.scan_parquet(folder / f"{kind}.parquet")
        table = table.filter(pl.col("person_id").is_between(start, end))
        columns = [column for column in table.collect_schema() if column not in PLAIN]
        frames[kind] = table.select(
            pl.col(f"{kind}_id").alias(KEY),
            (pl.lit(0, pl.Int64) if kind == "person" else pl.col("person_id")).alias(OWNER),
            *facts(table, kind, {column: column for column in columns}),
            *_lists(kind, pl.col("offences_known"), pl.col("children_known")),
        )
    return frames


def of_records(folder: Path, start: int, end: int) -> dict[str, pl.LazyFrame]:
    """Return flat records as the tables of a range of persons."""
    table = pl.scan_parquet(folder / "record.parquet")
    table = table.filter(pl.col("record_id").is_between(start, end))
    names = set(table.collect_schema())
    frames = {}
    for kind in TABLES:
        mine = {fact.key for fact in law().facts if fact.kind == kind} & names
        columns = {"child_born": "date_of_birth"} if kind == "child" else {k: k for k in mine}
        frames[kind] = table.select(
            pl.col("record_id").alias(KEY),
            pl.col("record_id").alias(OWNER),
            *facts(table, kind, columns),
            *_lists(kind, pl.lit(value=True), pl.lit(value=True)),
        )
    return frames


def _lists(kind: str, offences: pl.Expr, children: pl.Expr) -> list[pl.Expr]:
    if kind != "person":
        return []
    return [
        offences.alias(known_column("offence")),
        children.alias(known_column("child")),
    ]


def facts(table: pl.LazyFrame, kind: str, columns: Mapping[str, str]) -> list[pl.Expr]:
    """Return columns as the facts of a kind: a day is its number."""
    types = table.collect_schema()
    keys = {fact.key for fact in law().facts if fact.kind == kind}
    return [
        _number(column, types[column]).alias(fact_column(key))
        for column, key in columns.items()
        if key in keys
    ]


def _number(column: str, type_: Any) -> pl.Expr:
    if type_ == pl.Date:
        return pl.col(column).cast(pl.Int32).cast(pl.Int64) + EPOCH
    return pl.col(column)


def bounds(folder: Path, *, flat: bool) -> Tables:
    """Return the columns of a register, with the bounds of those that are numbers."""
    read = of_records if flat else of_tables
    columns: dict[str, dict[str, Bound]] = {}
    for kind, frame in read(folder, 0, 2**62).items():
        types = frame.collect_schema()
        mine = [name for name in types if name.startswith("fact.")]
        dates = [fact_column(one.key) for one in law().facts if one.type is Basic.DATE]
        numbers = [name for name in mine if types[name] == pl.Int64 and name not in dates]
        ends = frame.select(
            *[pl.col(name).min().alias(f"{name} low") for name in numbers],
            *[pl.col(name).max().alias(f"{name} high") for name in numbers],
        )
        end = next(iter(ends.collect(engine="streaming").to_dicts()), {})
        columns[kind] = {
            name.removeprefix("fact."): (
                Bound(1, 1, LAST)
                if name in dates
                else Bound(1, end.get(f"{name} low") or 0, end.get(f"{name} high") or 0)
            )
            for name in mine
        }
    days = {one.key: one.value.toordinal() for one in law().parameters if one.value}
    return Tables(columns, days)
