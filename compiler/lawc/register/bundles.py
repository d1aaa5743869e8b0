"""Registers in buckets of wholes: rows bound into bundles, and bundles decided.

A cluster moves rows to where the other rows of the same whole are. Rows one by one are dear to
move, so those of a bucket go together, as a file of Arrow in a cell: a bundle. This is what
runs where the rows are; `spark` says what runs where and in which order.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple

import polars as pl

from lawc.backends.relational.facts import Bound, Tables
from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import Relations, relations_of
from lawc.backends.relational.settling import Settling
from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.world import suppliable
from lawc.register.answering import STATUS, answers_of
from lawc.register.copying import ROW
from lawc.register.deciding import Part, Register, bound
from lawc.register.rejecting import WHOLE as WHOLE_OF_REJECTED

BUCKET, KIND, ROWS = "bucket", "kind", "rows"
WHOLE = "#whole"  # the key of the whole that a row is in
MISFIT = "misfit"  # why a row is not decided
REJECTED = "rejected"  # the status of such a row
FEWEST, MOST = 250_000, 2_000_000  # rows that are bound into bundles at once
A_BUNDLE = 2_000  # rows of it, if there are many buckets
_BITS = 8  # numbers are bounded by powers of 2 that are so many bits apart


class Wanted(NamedTuple):
    """What is to be decided, as it goes to where the rows are: things of a kind."""

    law: ir.Law
    kind: str
    days: Mapping[str, date]
    provisions: bool
    cases: bool
    established: bool


def bundles(kind: str, buckets: int, frames: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Yield the rows of a table of a kind as bundles, a row a bundle."""
    most = min(MOST, max(FEWEST, A_BUNDLE * buckets))
    waiting: list[pl.DataFrame] = []
    for frame in frames:
        waiting.append(frame)
        if sum(part.height for part in waiting) >= most:
            yield _bundled(kind, waiting)
            waiting = []
    if waiting:
        yield _bundled(kind, waiting)


def _bundled(kind: str, waiting: list[pl.DataFrame]) -> pl.DataFrame:
    parts = pl.concat(waiting).partition_by(BUCKET, as_dict=True, include_key=False)
    made = [(bucket, kind, _written(part)) for (bucket,), part in parts.items()]
    return pl.DataFrame(
        made, schema={BUCKET: pl.Int32, KIND: pl.String, ROWS: pl.Binary}, orient="row"
    )


def _written(frame: pl.DataFrame) -> bytes:
    file = BytesIO()
    frame.write_ipc_stream(file, compression="zstd")
    return file.getvalue()


def decided_bundles(wanted: bytes, frames: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """Yield the decided things of buckets; the bundles of a bucket follow each other."""
    waiting: list[tuple[str, bytes]] = []
    current = None
    for frame in frames:
        for bucket, kind, rows in frame.select(BUCKET, KIND, ROWS).iter_rows():
            if bucket != current and waiting:
                yield decided_bucket(wanted, waiting)
                waiting = []
            current = bucket
            waiting.append((kind, rows))
    if waiting:
        yield decided_bucket(wanted, waiting)


def decided_bucket(wanted: bytes, rows: Iterable[tuple[str, bytes]]) -> pl.DataFrame:
    """Return the decided things of one kind in a bucket; `wanted` is pickled."""
    parts: dict[str, list[pl.DataFrame]] = {}
    for kind, bundle in rows:
        parts.setdefault(kind, []).append(pl.read_ipc_stream(bundle))
    frames = {kind: pl.concat(of_kind, rechunk=True) for kind, of_kind in parts.items()}
    return _kept(wanted).table(frames)


class _Deciding:
    """A law that decides bucket after bucket; what is found out for one is kept."""

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self.law = wanted.law
        self.settlings: dict[bytes, Settling] = {}

    def table(self, frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        """Return the decided things of one kind of the tables of a bucket."""
        raw, first = frames.get(self.wanted.kind), self.law.kinds[0].key
        if raw is None:
            return pl.DataFrame()
        given = {kind: frame.drop(WHOLE, strict=False) for kind, frame in frames.items()}
        if first not in given:  # members without an owner: all of them are misfits
            given[first] = pl.DataFrame(schema={f"{first}_id": raw[WHOLE].dtype})
        register = bound(self.law, given, established=self.wanted.established)
        settling = self.settling(register.bounds(self.wanted.days))
        parts = [self.answers(settling, part) for part in register.ranges()]
        table = raw.with_row_index(ROW, 1)
        table = table.join(pl.concat(parts), on=ROW, how="left", maintain_order="left")
        return self.with_misfits(table, register)

    def settling(self, bounds: Tables) -> Settling:
        """Return the layers of the law for tables with some bounds, and what is settled."""
        wide = Tables(
            {kind: self.widened(kind, of) for kind, of in bounds.columns.items()}, bounds.days
        )
        key = pickle.dumps(wide)
        if key not in self.settlings:
            try:
                relations = self.relations_of(wide)
            except TooLargeError:
                return self.made(self.relations_of(bounds))
            self.settlings[key] = self.made(relations)
        return self.settlings[key]

    def relations_of(self, tables: Tables) -> Relations:
        """Return the layers of the law for tables."""
        return relations_of(self.law, tables, provisions=self.wanted.provisions)

    def made(self, relations: Relations) -> Settling:
        """Return the law with layers that settles open rows."""
        return Settling(self.law, relations, self.wanted.days)

    def widened(self, kind: str, columns: Mapping[str, Bound]) -> dict[str, Bound]:
        """Return bounds that hold in other buckets too, as a rule."""
        types = suppliable(self.law, kind)
        ends = date.min.toordinal(), date.max.toordinal()
        return {
            key: Bound(1, *ends)
            if types[key] is Basic.DATE and ends[0] <= of.low <= of.high <= ends[1]
            else _widened(of)
            for key, of in columns.items()
        }

    def answers(self, settling: Settling, part: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
        """Return the answers about the things of a range, by the numbers of their rows."""
        wanted, relations = self.wanted, settling.relations
        made = run(relations.layers, part)
        if wanted.cases:
            made = settling.frames(made)
        frame = made[wanted.kind]
        provisions = [
            pl.col(provided.applies).alias(provided.eid)
            for provided in relations.provisions
            if provided.kind == wanted.kind
        ]
        answers = answers_of(self.law, Part(made, relations), wanted.kind)
        return pl.concat([frame.select(ROW, *provisions), answers], how="horizontal")

    def with_misfits(self, table: pl.DataFrame, register: Register) -> pl.DataFrame:
        """Return a table with the reason why a row is not decided, where it is not."""
        rejected = register.rejected
        if rejected.is_empty():
            return table.with_columns(pl.lit(None, dtype=pl.String).alias(MISFIT))
        place = pl.concat_str("table", pl.lit("."), "column", pl.lit(": "), "reason")
        reasons = rejected.group_by(WHOLE_OF_REJECTED, maintain_order=True).agg(
            place.first().alias(MISFIT)
        )
        whole = pl.col(WHOLE).cast(pl.String)
        table = table.join(
            reasons, left_on=whole, right_on=WHOLE_OF_REJECTED, how="left",
            nulls_equal=True, maintain_order="left",
        )  # fmt: skip
        statuses = [
            f"{decision.key}_{STATUS}" for decision in decisions_of(self.law, self.wanted.kind)
        ]
        out = pl.col(MISFIT).is_not_null()
        return table.with_columns(
            pl.when(out).then(pl.lit(REJECTED)).otherwise(pl.col(status)).alias(status)
            for status in statuses
        )


@lru_cache(maxsize=4)
def _kept(pickled: bytes) -> _Deciding:
    return _Deciding(pickle.loads(pickled))  # noqa: S301 - we wrote it


def _widened(of: Bound) -> Bound:
    most = max(abs(of.low), abs(of.high))
    most = 1 << -(-most.bit_length() // _BITS) * _BITS
    return Bound(of.of, -most if of.low < 0 else 0, most)


def decisions_of(law: ir.Law, kind: str) -> list[ir.Decision]:
    """Return the decisions about things of a kind."""
    return [decision for decision in law.decisions if decision.kind == kind]
