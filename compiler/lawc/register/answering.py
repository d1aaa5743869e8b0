"""The answers to a register as columns that a reader takes: values, statuses, citations."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl

from lawc.backends.relational.relations import Answered
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.register.columns import FIRST_DAY
from lawc.register.deciding import Part
from lawc.runtime.amounts import number

_BITS = 62  # truths that are packed into one whole number
STATUS, PROVISIONS, BY_CASES = "status", "provisions", "by_cases"


def decided_kinds(law: ir.Law) -> tuple[str, ...]:
    """Return the kinds of things of which a law decides."""
    kinds = {decision.kind for decision in law.decisions}
    return tuple(kind.key for kind in law.kinds if kind.key in kinds)


def answer_names(key: str) -> tuple[str, str, str, str]:
    """Return the names of the columns of a decision."""
    return key, f"{key}_{STATUS}", f"{key}_{PROVISIONS}", f"{key}_{BY_CASES}"


def answers_of(law: ir.Law, part: Part, kind: str) -> pl.DataFrame:
    """Return the answers to all decisions about the things of a kind, a row a thing.

    A value stands as in JSON: numbers that are not whole as exact texts. It is null unless it
    is decided.
    """
    frame = part.frames[kind]
    columns: list[pl.Expr | pl.Series] = []
    for decision in law.decisions:
        if decision.kind == kind:
            columns += _columns(decision, part.relations.answers[decision.key], frame)
    return frame.select(*columns)


def _columns(
    decision: ir.Decision, answered: Answered, frame: pl.DataFrame
) -> Iterator[pl.Expr]:
    value, status, provisions, by_cases = answer_names(decision.key)
    known = pl.when(pl.col(answered.status) == "decided").then(pl.col(answered.value))
    yield _written(known, frame[answered.value], decision.type, answered.of).alias(value)
    yield pl.col(answered.status).alias(status)
    yield pl.lit(_cited(answered, frame).alias(provisions))
    settled = f"{decision.key}.{BY_CASES}"
    yield (pl.col(settled) if settled in frame.columns else pl.lit(value=False)).alias(by_cases)


def _cited(answered: Answered, frame: pl.DataFrame) -> pl.Series:
    """Return the citations of each row: a list for each different pattern, looked up."""
    cites, type_ = answered.cites, pl.List(pl.String)
    if not cites:
        return pl.Series([[]], dtype=type_).new_from_index(0, frame.height)
    packs = [cites[n : n + _BITS] for n in range(0, len(cites), _BITS)]
    patterns = frame.select(
        pl.sum_horizontal(
            pl.col(column).cast(pl.Int64) * (1 << bit) for bit, (_, column) in enumerate(pack)
        ).alias(str(number))
        for number, pack in enumerate(packs)
    )
    different = patterns.unique()
    lists = [
        [
            citation
            for bits, pack in zip(row, packs, strict=True)
            for bit, (citation, _) in enumerate(pack)
            if bits >> bit & 1
        ]
        for row in different.iter_rows()
    ]
    placed = different.with_row_index("place")
    places = patterns.join(placed, on=different.columns, how="left", maintain_order="left")
    return pl.Series(lists, dtype=type_).gather(places["place"])


def _written(value: pl.Expr, column: pl.Series, type_: Type, of: int) -> pl.Expr:
    if type_ is Basic.TRUTH or type_ is Basic.PROVISION or isinstance(type_, Choice):
        return value
    if type_ is Basic.DATE:
        return _dates(value, column)
    if type_ is Basic.COUNT and of == 1:
        return value
    different = column.drop_nulls().unique().to_list()
    texts = [
        str(number(Fraction(numerator, of), fraction=type_ is Basic.FRACTION))
        for numerator in different
    ]
    if not different:
        return pl.lit(None, pl.String)
    return value.replace_strict(different, texts, default=None, return_dtype=pl.String)


def _dates(value: pl.Expr, column: pl.Series) -> pl.Expr:
    """Return days as days, or as texts where one lies beyond the last year of a `date`."""
    last: Any = column.max()
    if last is not None and last > date.max.toordinal():
        from lawc.runtime.calendar import day_of  # noqa: PLC0415 - seldom needed

        different = column.drop_nulls().unique().to_list()
        texts = [str(day_of(day)) for day in different]
        return value.replace_strict(different, texts, default=None, return_dtype=pl.String)
    return (value - FIRST_DAY).cast(pl.Int32).cast(pl.Date)
