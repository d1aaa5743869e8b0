"""The columns of a register, read as facts.

Every different value is read once, by the reader that reads it in a case: what is refused there
is refused here, with the same words. Columns that can hold nothing else (truths, whole numbers,
days) are taken as they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple

import polars as pl

from lawc.backends.relational.facts import Bound, fact_column
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.read_case import reader_of
from lawc.meaning.world import suppliable
from lawc.records import dataclass

FIRST_DAY = date(1970, 1, 1).toordinal()  # what an engine counts days from
_MOST = 2**62  # what a numerator may be: sums and differences of two are whole numbers still
_TRUTHS = {"true": True, "false": False}
_WHOLE = re.compile(r"[0-9]{1,18}")
_SHOWN = 3  # values of a misfit


class Bad(NamedTuple):
    """Values of a column that are no values of the fact: why, and how often."""

    reason: str
    values: tuple[Any, ...]
    rows: int


@dataclass(frozen=True)
class Column:
    """A column of a table that supplies a fact, or what is established.

    `values` gives for each different value what stands for it in a canonical table, None if the
    column is taken as it is. Values in `bad` are not among them.
    """

    kind: str
    key: str
    name: str
    type: Type
    bound: Bound
    values: Mapping[Any, Any] | None
    bad: tuple[Bad, ...]

    def canonical(self, dtype: pl.DataType) -> pl.Expr:
        """Return the column as a canonical table has it."""
        column = pl.col(self.name)
        if self.values is not None:
            return _looked_up(column, self.values, _TYPES[_sort(self.type)]).alias(
                fact_column(self.key)
            )
        if dtype == pl.Date:
            column = column.cast(pl.Int32).cast(pl.Int64) + FIRST_DAY
        elif _sort(self.type) == "number":
            column = column.cast(pl.Int64)
        return column.alias(fact_column(self.key))

    def is_bad(self) -> pl.Expr:
        """Return whether a value of the column is no value of the fact."""
        bad = [value for each in self.bad for value in each.values]
        if not bad:
            return pl.lit(value=False)
        return pl.col(self.name).is_in(pl.Series(bad).implode()).fill_null(value=False)


_TYPES = {"truth": pl.Boolean(), "number": pl.Int64(), "text": pl.String()}


def _sort(type_: Type) -> str:
    match type_:
        case Choice() | Basic.PROVISION:
            return "text"
        case Basic.TRUTH:
            return "truth"
        case _:
            return "number"


def read_column(
    law: ir.Law,
    kind: str,
    key: str,
    name: str,
    frame: pl.LazyFrame,
    renamed: Mapping[str, Any] | None = None,
    days: str | None = None,
) -> Column:
    """Return a column read as the fact of a key.

    `renamed` are other names of its values, `days` is how days are written.
    """
    type_ = suppliable(law, kind)[key]
    dtype = frame.collect_schema()[name]
    reader = reader_of(law, kind, key)
    if renamed is None and dtype == pl.Boolean and type_ is Basic.TRUTH:
        return Column(kind, key, name, type_, Bound(), None, ())
    if renamed is None and _is_taken(dtype, type_):
        low, high = _ends(frame, name)
        if low is None or high is None:
            return Column(kind, key, name, type_, Bound(), None, ())
        if type_ is Basic.DATE:
            ends = low.toordinal(), high.toordinal()
            return Column(kind, key, name, type_, Bound(1, *ends), None, ())
        if all(_fits(reader, end) for end in (low, high)):
            return Column(kind, key, name, type_, Bound(1, low, high), None, ())
    counted = frame.group_by(name).len().collect(engine="streaming").sort(name)
    return _looked_through(law, kind, key, name, counted, _Writing(type_, renamed or {}, days))


def _is_taken(dtype: pl.DataType, type_: Type) -> bool:
    if type_ is Basic.DATE:
        return dtype == pl.Date
    return _sort(type_) == "number" and dtype.is_integer()


def _ends(frame: pl.LazyFrame, name: str) -> tuple[Any, Any]:
    column = pl.col(name)
    ends = frame.select(column.min().alias("low"), column.max().alias("high")).collect()
    return ends.item(0, "low"), ends.item(0, "high")


def _fits(reader: Any, value: Any) -> bool:
    try:
        return bool(abs(reader(value)) <= _MOST)
    except ValueError:
        return False


def _looked_through(
    law: ir.Law,
    kind: str,
    key: str,
    name: str,
    counted: pl.DataFrame,
    writing: _Writing,
) -> Column:
    """Return a column of which each different value is read."""
    type_ = suppliable(law, kind)[key]
    reader = reader_of(law, kind, key)
    read: dict[Any, Any] = {}
    bad: dict[str, list[tuple[Any, int]]] = {}
    for value, rows in counted.iter_rows():
        if value is None:
            continue
        try:
            read[value] = reader(writing.said(value))
        except ValueError as error:
            bad.setdefault(_reason(error), []).append((value, rows))
    bound, values = Bound(), dict(read)
    match _sort(type_):
        case "number":
            numbers = {value: _number(of) for value, of in read.items()}
            of = lcm(*[number.denominator for number in numbers.values()])
            values = {value: int(number * of) for value, number in numbers.items()}
            bound = Bound(of, min(values.values(), default=0), max(values.values(), default=0))
        case "text":
            values = {value: str(of) for value, of in read.items()}
    reasons = tuple(
        Bad(reason, tuple(value for value, _ in values), sum(rows for _, rows in values))
        for reason, values in bad.items()
    )
    return Column(kind, key, name, type_, bound, values, reasons)


class _Writing(NamedTuple):
    """How the values of a fact are written in a column."""

    type: Type
    renamed: Mapping[str, Any]
    days: str | None

    def said(self, value: Any) -> Any:
        """Return the value of a case for what stands in the column.

        Raises:
            ValueError: it is no day as it is to be written.
        """
        if str(value) in self.renamed:
            return self.renamed[str(value)]
        if isinstance(value, str):
            if self.type is Basic.TRUTH:
                return _TRUTHS.get(value.casefold(), value)
            if self.type is Basic.COUNT and _WHOLE.fullmatch(value):
                return int(value)
            if self.days is not None:
                return _day(value, self.days)
        return value


def _day(text: str, form: str) -> date:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise ValueError(f"not a day written as `{form}`: {text}") from None


def _reason(error: ValueError) -> str:
    """Return why a value is refused, without the value."""
    return str(error).partition(":")[0]


def _number(value: Any) -> Fraction:
    return Fraction(value.toordinal() if isinstance(value, date) else value)


def shown_values(bad: Bad) -> str:
    """Return some values of a misfit."""
    shown = ", ".join(f"`{value}`" for value in bad.values[:_SHOWN])
    more = len(bad.values) - _SHOWN
    return shown + (f" and {more:,} more" if more > 0 else "")


def _looked_up(column: pl.Expr, values: Mapping[Any, Any], type_: pl.DataType) -> pl.Expr:
    if not values:
        return pl.lit(None, dtype=type_)
    return column.replace_strict(
        list(values), list(values.values()), default=None, return_dtype=type_
    )
