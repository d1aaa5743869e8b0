"""The columns of a register, read as facts.

Every different value is read once, by the reader that reads it in a case: what is refused there
is refused here, with the same words. Columns that can hold nothing else (truths, whole numbers,
days) are taken as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from fractions import Fraction
from math import isnan, lcm
from typing import Any, NamedTuple

import polars as pl

from lawc.backends.relational.facts import Bound, fact_column
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.read_case import reader_of
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.runtime.facts import Reader, read_truth

FIRST_DAY = date(1970, 1, 1).toordinal()  # what an engine counts days from
_MOST = 2**62  # what a numerator may be: sums and differences of two are whole numbers still
_TRUTHS = {"true": True, "false": False}
_WHOLE = re.compile(r"[0-9]{1,18}")


def among(name: str, values: Sequence[Any]) -> pl.Expr:
    """Return whether a column has one of some values; what is no number is like itself."""
    column = pl.col(name)
    others = [value for value in values if not _is_nan(value)]
    tests = [column.is_in(pl.Series(others).implode())] if others else []
    if len(others) < len(values):
        tests.append(column.is_nan())
    return pl.any_horizontal(tests).fill_null(value=False)


def _is_nan(value: Any) -> bool:
    return isinstance(value, float) and isnan(value)


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
    writing = _Writing(type_, renamed or {}, days)
    return _looked_through(kind, key, name, counted, writing, reader)


def read_truths(
    kind: str, key: str, name: str, frame: pl.LazyFrame, renamed: Mapping[str, Any] | None
) -> Column:
    """Return a column of truths that is no fact."""
    if renamed is None and frame.collect_schema()[name] == pl.Boolean:
        return Column(kind, key, name, Basic.TRUTH, Bound(), None, ())
    counted = frame.group_by(name).len().collect(engine="streaming").sort(name)
    writing = _Writing(Basic.TRUTH, renamed or {}, None)
    return _looked_through(kind, key, name, counted, writing, read_truth)


def unfit_type(frame: pl.LazyFrame, name: str) -> str | None:
    """Return why a column cannot be read at all, None if it can."""
    dtype = frame.collect_schema()[name]
    if dtype.is_nested() or dtype in (pl.Object, pl.Duration, pl.Binary):
        return f"has values of the type {dtype}, which no fact has"
    if dtype in (pl.Date, pl.Datetime):
        days = pl.col(name).cast(pl.Date).cast(pl.Int32)
        ends = frame.select(days.min().alias("low"), days.max().alias("high")).collect()
        low, high = ends.item(0, "low"), ends.item(0, "high")
        first, last = date.min.toordinal() - FIRST_DAY, date.max.toordinal() - FIRST_DAY
        if low is not None and not first <= low <= high <= last:
            return "has days beyond the years 1 to 9999"
    return None


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
    kind: str,
    key: str,
    name: str,
    counted: pl.DataFrame,
    writing: _Writing,
    reader: Reader[Any],
) -> Column:
    """Return a column of which each different value is read."""
    type_ = writing.type
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
            of = _denominator(numbers.values())
            values = {
                value: int(number * of)
                for value, number in numbers.items()
                if of % number.denominator == 0 and abs(number * of) <= _MOST
            }
            rows_of = dict(counted.iter_rows())
            long = [(value, rows_of[value]) for value in numbers if value not in values]
            if long:
                bad["has more digits than a register keeps"] = long
            bound = Bound(of, min(values.values(), default=0), max(values.values(), default=0))
        case "text":
            values = {value: str(of) for value, of in read.items()}
    reasons = tuple(
        Bad(reason, tuple(value for value, _ in values), sum(rows for _, rows in values))
        for reason, values in bad.items()
    )
    return Column(kind, key, name, type_, bound, values, reasons)


def _denominator(numbers: Iterable[Fraction]) -> int:
    """Return a denominator of all numbers of a column, if none becomes too large by it.

    Else some numbers are left out, those with the finest parts first.
    """
    largest = 0
    of = 1
    for number in sorted(numbers, key=lambda each: (each.denominator, abs(each))):
        finer, larger = (
            lcm(of, number.denominator),
            max(largest, abs(number.numerator) // number.denominator + 1),
        )
        if finer * larger <= _MOST:
            of, largest = finer, larger
    return of


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
        if _is_nan(value):
            raise ValueError("not a number at all")
        if isinstance(value, float) and not value.is_integer():
            raise ValueError("not exact; keep such numbers as decimals or texts")
        if isinstance(value, datetime):
            return _day_of(value)
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
        moment = datetime.strptime(text, form)  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise ValueError(f"not a day written as `{form}`: {text}") from None
    return _day_of(moment)


def _day_of(moment: datetime) -> date:
    """Return the day that begins with a moment.

    Raises:
        ValueError: the moment is in a time zone, or within the day.
    """
    if moment.tzinfo is not None:
        raise ValueError(f"a moment in a time zone, which is no day everywhere: {moment}")
    if moment.time() != time():
        raise ValueError(f"a moment within a day, and not a day: {moment}")
    return moment.date()


def _reason(error: ValueError) -> str:
    """Return why a value is refused, without the value."""
    return str(error).partition(":")[0]


def _number(value: Any) -> Fraction:
    return Fraction(value.toordinal() if isinstance(value, date) else value)


def _looked_up(column: pl.Expr, values: Mapping[Any, Any], type_: pl.DataType) -> pl.Expr:
    if not values:
        return pl.lit(None, dtype=type_)
    return column.replace_strict(
        list(values), list(values.values()), default=None, return_dtype=type_
    )
