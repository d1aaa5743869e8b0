"""Registers of Spark: a table a kind in, a table out.

Rows are moved once, to where the other rows of the same whole are (`bundles`), and decided
there by polars, as in one process. Spark reads, moves, retries and writes; no expression of
Spark computes what the law says.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl
import pyarrow as pa
from pyspark.sql import functions as sf
from pyspark.sql import types as st
from pyspark.sql.pandas.types import to_arrow_schema

from lawc.backends.relational.facts import Tables
from lawc.backends.relational.relations import relations_of
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.register.answering import answer_names
from lawc.register.binding import Table, bound_tables
from lawc.register.bundles import (
    BUCKET,
    KIND,
    MISFIT,
    ROWS,
    WHOLE,
    Wanted,
    bundles,
    decided_bundles,
    decisions_of,
)
from lawc.register.mapping import Names
from lawc.register.misfits import Misfit, RegisterError

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

A_BUCKET = 300_000  # wholes of it, about
_BUNDLE = f"{BUCKET} int, {KIND} string, {ROWS} binary"


def decided(  # noqa: PLR0913 - options, each by its name
    law: ir.Law,
    tables: Mapping[str, DataFrame],
    *,
    kind: str | None = None,
    days: Mapping[str, date] | None = None,
    keep: Sequence[str] = (),
    buckets: int = 0,
    cases: bool = True,
    provisions: bool = False,
    established: bool = False,
) -> DataFrame:
    """Return the things of a kind with what is decided about them, a row for each row.

    Args:
        law: the law.
        tables: the tables by kind, with columns named as in any register: `person_id`, facts.
        kind: the kind; without it that of the first decision.
        days: the days that the law is asked for with, by key.
        keep: columns of the table of that kind that go along.
        buckets: into how many parts the wholes are divided; without it by their number.
        cases: settle what three truth values leave open and all completions decide alike.
        provisions: also tell of each provision whether it applies.
        established: columns may supply what the law defines or decides.

    Raises:
        RegisterError: columns that do not fit the law.
    """
    kind = kind or law.decisions[0].kind
    known = {each.key: (days or {}).get(each.key, each.value) for each in law.parameters}
    asked = {key: day for key, day in known.items() if day is not None}
    bindings = _bindings(law, tables, established=established)
    binding = bindings[kind]
    missing = [name for name in keep if name not in tables[kind].columns]
    if missing:
        raise RegisterError(
            tuple(
                Misfit(kind, name, "is no column of the table", fatal=True) for name in missing
            )
        )
    wanted = Wanted(law, kind, asked, provisions, cases, established)
    session = tables[kind].sparkSession
    # Each task is a process of its own, and has one processor.
    session.sparkContext.environment.setdefault("POLARS_MAX_THREADS", "1")
    number = buckets or _buckets(tables[law.kinds[0].key])
    rooted = _with_wholes(law, tables, bindings)
    parts = [
        _bundled(rooted[each], binding_, number, keep if each == kind else ())
        for each, binding_ in bindings.items()
    ]
    moved = parts[0]
    for part in parts[1:]:
        moved = moved.unionByName(part)
    moved = moved.repartition(number, BUCKET).sortWithinPartitions(BUCKET)
    names = dict.fromkeys([binding.key, binding.owner, *keep])
    first = [tables[kind].schema[name] for name in names if name is not None]
    schema = _schema(first, wanted)
    work = partial(_decide, pickle.dumps(wanted), to_arrow_schema(schema))
    return moved.mapInArrow(work, schema)


# --- before the rows are moved ----------------------------------------------------------------


def _bindings(
    law: ir.Law, tables: Mapping[str, DataFrame], *, established: bool
) -> dict[str, Table]:
    """Return which columns are facts, by the names and types alone.

    Raises:
        RegisterError: something does not fit that lets nothing be decided.
    """
    empty = {
        kind: pl.DataFrame(pl.from_arrow(to_arrow_schema(table.schema).empty_table()))
        for kind, table in tables.items()
    }
    bindings, _ = bound_tables(law, empty, Names(), established=established)
    first = law.kinds[0].key
    if bindings[first].key is None:
        text = f"has no column `{first}_id` that names each {first}"
        raise RegisterError((Misfit(first, "", text, fatal=True),))
    return bindings


def _buckets(wholes: DataFrame) -> int:
    """Return into how many buckets so many wholes are divided."""
    at_least: int = wholes.sparkSession.sparkContext.defaultParallelism
    number: int = wholes.count()
    return max(at_least, -(-number // A_BUCKET))


def _with_wholes(
    law: ir.Law, tables: Mapping[str, DataFrame], bindings: Mapping[str, Table]
) -> dict[str, DataFrame]:
    """Return the tables with the key of the whole that each row is in."""
    rooted: dict[str, DataFrame] = {}
    for kind in law.kinds:
        binding = bindings.get(kind.key)
        if binding is None:
            continue
        table = tables[kind.key]
        if kind.parent is None:
            rooted[kind.key] = table.withColumn(WHOLE, sf.col(str(binding.key)))
        elif kind.parent == law.kinds[0].key:
            rooted[kind.key] = table.withColumn(WHOLE, sf.col(str(binding.owner)))
        else:
            above = bindings[kind.parent]
            wholes = rooted[kind.parent].select(
                sf.col(str(above.key)).alias(str(binding.owner)), WHOLE
            )
            rooted[kind.key] = table.join(wholes, str(binding.owner), "left")
    return rooted


def _bundled(table: DataFrame, binding: Table, buckets: int, keep: Sequence[str]) -> DataFrame:
    """Return the rows of a table as bundles."""
    names = [binding.key, binding.owner, *[column.name for column in binding.columns]]
    names += [*binding.known.values(), *keep, WHOLE]
    bucket: Column = sf.pmod(sf.xxhash64(sf.col(f"`{WHOLE}`").cast("string")), buckets)
    columns = [sf.col(f"`{name}`") for name in dict.fromkeys(names) if name is not None]
    rows = table.select(bucket.cast("int").alias(BUCKET), *columns)
    return rows.mapInArrow(partial(_bundle, binding.kind, buckets), _BUNDLE)


def _schema(first: list[st.StructField], wanted: Wanted) -> st.StructType:
    """Return the columns of the table of what is decided."""
    schema = st.StructType(first)
    if wanted.provisions:
        relations = relations_of(wanted.law, _no_columns(wanted.law), provisions=True)
        for provided in relations.provisions:
            if provided.kind == wanted.kind:
                schema.add(provided.eid, st.BooleanType())
    for decision in decisions_of(wanted.law, wanted.kind):
        value, status, provisions, by_cases = answer_names(decision.key)
        schema.add(value, _type(decision.type))
        schema.add(status, st.StringType())
        schema.add(provisions, st.ArrayType(st.StringType()))
        schema.add(by_cases, st.BooleanType())
    return schema.add(MISFIT, st.StringType())


def _no_columns(law: ir.Law) -> Tables:
    return Tables({kind.key: {} for kind in law.kinds}, {})


def _type(type_: Type) -> st.DataType:
    match type_:
        case Basic.TRUTH:
            return st.BooleanType()
        case Basic.DATE:
            return st.DateType()
        case Basic.COUNT:
            return st.LongType()
        case _:  # a choice, a provision; a number that is not whole as an exact text
            return st.StringType()


# --- where the rows are -----------------------------------------------------------------------


def _bundle(
    kind: str, buckets: int, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table as bundles."""
    schema = pa.schema([(BUCKET, pa.int32()), (KIND, pa.string()), (ROWS, pa.binary())])
    for frame in bundles(kind, buckets, map(_frame, batches)):
        yield from _batches(frame, schema)


def _decide(
    wanted: bytes, schema: pa.Schema, batches: Iterable[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Yield what is decided about the things in bundles."""
    for frame in decided_bundles(wanted, map(_frame, batches)):
        if frame.width:
            yield from _batches(frame.select(schema.names), schema)


def _frame(batch: pa.RecordBatch) -> pl.DataFrame:
    return pl.DataFrame(pl.from_arrow(batch))


def _batches(frame: pl.DataFrame, schema: pa.Schema) -> Any:
    return frame.to_arrow().cast(schema).to_batches(max_chunksize=100_000)
