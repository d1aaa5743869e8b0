"""Layers run on data frames, by polars.

Functions that no engine has (days by the calendar without an end, provisions) are computed by
`lawc.runtime.values` for each different value of a column, and looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import reduce
from operator import add, mul
from typing import Any, assert_never

import polars as pl

from lawc.backends.relational import terms as t
from lawc.backends.relational.evaluating import folded
from lawc.backends.relational.layers import AddUp, Compute, Layer, Take
from lawc.runtime.calendar import day_of
from lawc.runtime.values import lies_in, provision, shift

KEY, OWNER = "key", "owner"
_TYPES: dict[str, pl.DataType] = {
    "truth": pl.Boolean(), "number": pl.Int64(), "text": pl.String(), "": pl.Null(),
}  # fmt: skip
_TESTS: dict[str, Callable[[pl.Expr, pl.Expr], pl.Expr]] = {
    "<": pl.Expr.lt, "<=": pl.Expr.le, "=": pl.Expr.eq, "!=": pl.Expr.ne, ">=": pl.Expr.ge,
    ">": pl.Expr.gt,
}  # fmt: skip

_MIRRORED = {"<": ">", "<=": ">=", ">=": "<=", ">": "<"}


def run(layers: Iterable[Layer], frames: dict[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
    """Return the tables by kind with the columns of all layers.

    A table has the columns `key`, which is different in each row, and `owner`, the key of the
    row of the owner.
    """
    frames = dict(frames)
    for layer in layers:
        match layer:
            case Compute(kind, columns):
                expressions = [printed(term).alias(name) for name, term in columns]
                frames[kind] = frames[kind].with_columns(expressions)
            case Take(kind, owner, columns):
                taken = [pl.col(there).alias(name) for name, there in columns]
                above = frames[owner].select(pl.col(KEY).alias(OWNER), *taken)
                frames[kind] = frames[kind].join(
                    above, on=OWNER, how="left", maintain_order="left"
                )
            case AddUp(owner, kind, columns, rows):
                sums = [_sum(term).alias(name) for name, term in columns]
                groups = (
                    frames[kind]
                    .group_by(pl.col(OWNER).alias(KEY))
                    .agg(pl.len().cast(pl.Int64).alias(rows), *sums)
                )
                names = [rows, *[name for name, _ in columns]]
                joined = _joined(frames[owner], groups, KEY)
                frames[owner] = joined.with_columns(pl.col(names).fill_null(0))
            case _:
                assert_never(layer)
    return frames


def _joined(frame: pl.DataFrame, other: pl.DataFrame, on: str) -> pl.DataFrame:
    """Return a table with the columns of another, in its own order and with all its rows."""
    return frame.join(other, on=on, how="left", maintain_order="left")


def _sum(term: t.Term) -> pl.Expr:
    """Return the sum of a term over a group; a constant stands for each of its rows."""
    of = printed(term).cast(pl.Int64)
    return of * pl.len().cast(pl.Int64) if isinstance(folded(term), t.Constant) else of.sum()


def printed(term: t.Term) -> pl.Expr:  # noqa: C901
    """Return a term as an expression of polars."""
    match term:
        case t.Column(name):
            return pl.col(name)
        case t.Constant(value, type_):
            if value is None:
                return pl.lit(None, dtype=_TYPES[type_])
            return pl.lit(value, dtype=pl.Int64) if type(value) is int else pl.lit(value)
        case t.AllOf(parts):
            return pl.all_horizontal(*map(printed, parts))
        case t.AnyOf(parts):
            return pl.any_horizontal(*map(printed, parts))
        case t.Not(part):
            return ~printed(part)
        case t.Test(op, t.Constant() as left, right):  # polars does not broadcast one there
            return _TESTS[_MIRRORED.get(op, op)](printed(right), printed(left))
        case t.Test(op, left, right):
            return _TESTS[op](printed(left), printed(right))
        case t.Unknown(part):
            return printed(part).is_null()
        case t.If(test, then, otherwise):
            return pl.when(printed(test)).then(printed(then)).otherwise(printed(otherwise))
        case t.OneOf(part, values):
            of = printed(part)
            return pl.any_horizontal(*[of == value for value in values])
        case t.Plus(parts):
            return reduce(add, map(printed, parts))
        case t.Minus(left, right):
            return printed(left) - printed(right)
        case t.Times(parts):
            return reduce(mul, map(printed, parts))
        case t.Floor(part, by):
            return printed(part) // by  # polars goes down, below zero too
        case t.Most(parts):
            return _unless_null(pl.max_horizontal, parts)
        case t.Least(parts):
            return _unless_null(pl.min_horizontal, parts)
        case t.Shifted(part, period, before, month_end_up):

            def shifted(number: int) -> int:
                day = shift(day_of(number), period, month_end_up=month_end_up, before=before)
                return day.toordinal()

            return _looked_up(printed(part), shifted, pl.Int64())
        case t.LiesIn(part, ranges):

            def lies(text: str) -> bool | None:
                return lies_in(provision(text), ranges)

            return _looked_up(printed(part), lies, pl.Boolean())
        case _:
            assert_never(term)


def _unless_null(function: Callable[..., pl.Expr], parts: tuple[t.Term, ...]) -> pl.Expr:
    """Return a function of some values, null where one of them is: polars skips these."""
    of = [printed(part) for part in parts]
    missing = pl.any_horizontal(*[part.is_null() for part in of])
    return pl.when(~missing).then(function(*of))


def _looked_up(of: pl.Expr, function: Callable[[Any], Any], type_: pl.DataType) -> pl.Expr:
    """Return a function of a column, computed once for each different value."""

    def looked_up(series: pl.Series) -> pl.Series:
        different = series.drop_nulls().unique()
        results = pl.Series([function(value) for value in different], dtype=type_)
        if not len(different):
            return pl.Series([None] * len(series), dtype=type_)
        return series.replace_strict(different, results, default=None, return_dtype=type_)

    return of.map_batches(looked_up, return_dtype=type_)
