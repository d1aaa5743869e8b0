"""Layers run on data frames, by polars.

Functions that no engine has are computed for different values and looked up (`polars_lookups`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import reduce
from operator import add, mul, or_
from typing import NamedTuple, assert_never

import polars as pl

from lawc.backends.relational import terms as t
from lawc.backends.relational.layers import AddUp, Before, Compute, Layer, Take, last_read
from lawc.backends.relational.polars_lookups import Lists, shifted
from lawc.backends.relational.slots import MOST_MEMBERS
from lawc.records import dataclass
from lawc.runtime.completions.turns import COMPARISONS, MIRRORED

KEY, OWNER = "key", "owner"
_BITS = 62  # truths that are packed into one whole number
_TYPES: dict[str, pl.DataType] = {
    "truth": pl.Boolean(), "number": pl.Int64(), "text": pl.String(), "": pl.Null(),
}  # fmt: skip
_PLACE = "#place"
_BYTE = 256
_FEW = 4  # terms that are added one after the other
_SMALL = 20_000  # rows of a table of which no column is let go of before the end


def run(
    layers: Iterable[Layer],
    frames: Mapping[str, pl.DataFrame],
    kept: Mapping[str, Collection[str]] | None = None,
) -> dict[str, pl.DataFrame]:
    """Return the tables by kind with the columns of the layers that none of these reads.

    A table has the columns `key`, which is different in each row, and `owner`, the key of the
    row of the owner. Columns that a layer reads are let go of after the last one, but for those
    of `kept`.

    Raises:
        TooManyMembersError: an owner has more members than numbers are bounded for.
    """
    return Printed(layers, kept).run(frames)


class Printed:
    """Layers as expressions of polars, to be run on many tables."""

    def __init__(
        self, layers: Iterable[Layer], kept: Mapping[str, Collection[str]] | None = None
    ) -> None:
        layers = list(layers)
        lasts = last_read(layers, kept or {})
        self.steps = [
            (_step_of(layer), last) for layer, last in zip(layers, lasts, strict=True)
        ]

    def run(self, frames: Mapping[str, pl.DataFrame]) -> dict[str, pl.DataFrame]:
        """Return tables with the columns that no layer reads: see `run`."""
        # Read from files, a column has many pieces: each operation would go through them all.
        tables = _Tables({kind: frame.rechunk() for kind, frame in frames.items()})
        unread: dict[str, list[str]] = {kind: [] for kind in frames}
        for step, last in self.steps:
            match step:
                case _Columns():
                    tables.compute(step)
                case Take():
                    tables.take(step)
                case _Sums():
                    tables.add_up(step)
                case Before():
                    tables.before(step)
                case _:
                    assert_never(step)
            for kind, columns in last.items():
                unread[kind] += columns
                if tables.frames[kind].height > _SMALL:
                    tables.frames[kind] = tables.frames[kind].drop(unread.pop(kind))
                    unread[kind] = []
        return {kind: frame.drop(unread[kind]) for kind, frame in tables.frames.items()}


class _Columns(NamedTuple):
    """The columns of a `Compute`; `lists` are to be put down first, for the others to read."""

    kind: str
    lists: list[pl.Expr]
    columns: list[pl.Expr]
    names: list[str]


class _Sums(NamedTuple):
    """The columns of an `AddUp`; `packed` are whole numbers whose bits are its truths."""

    layer: AddUp
    sums: list[pl.Expr]
    truths: list[pl.Expr]
    packs: list[Sequence[tuple[str, t.Term]]]
    packed: list[pl.Expr]


def _step_of(layer: Layer) -> _Columns | Take | _Sums | Before:
    """Return a layer with its terms as expressions."""
    match layer:
        case Compute(kind, terms):
            lists = Lists(term for _, term in terms)
            columns = [printed(term, lists.truths).alias(name) for name, term in terms]
            return _Columns(kind, list(lists.columns(printed)), columns, lists.names)
        case Take() | Before():
            return layer
        case AddUp():
            packs = [layer.flags[n : n + _BITS] for n in range(0, len(layer.flags), _BITS)]
            return _Sums(
                layer,
                [printed(term).cast(pl.Int64).alias(name) for name, term in layer.columns],
                [printed(term).alias(name) for name, term in layer.flags],
                list(packs),
                [_packed(term for _, term in pack) for pack in packs],
            )
        case _:
            assert_never(layer)


class TooManyMembersError(ValueError):
    """An owner with more members than the numbers of a law are bounded for."""


class _Tables:
    """Tables while layers are run on them."""

    def __init__(self, frames: dict[str, pl.DataFrame]) -> None:
        self.frames = frames
        self._places: dict[tuple[str, str], pl.Series | None] = {}

    def compute(self, step: _Columns) -> None:
        """Put down the columns of a layer."""
        frame = self.frames[step.kind]
        if step.names:
            frame = frame.with_columns(step.lists).with_columns(step.columns)
            self.frames[step.kind] = frame.drop(step.names)
        else:
            self.frames[step.kind] = frame.with_columns(step.columns)

    def take(self, layer: Take) -> None:
        """Take columns of the rows of owners."""
        places, above = self.places(layer.kind, layer.owner), self.frames[layer.owner]
        columns = [
            (above[there] if places is None else above[there].rechunk().gather(places)).alias(
                name
            )
            for name, there in layer.columns
        ]
        self.frames[layer.kind] = self.frames[layer.kind].with_columns(columns)

    def add_up(self, step: _Sums) -> None:
        """Add up what there is of members.

        Truths are packed into whole numbers, so that one operation joins many of them.
        """
        layer = step.layer
        owners, members = self.frames[layer.owner], self.frames[layer.kind]
        places = self.places(layer.kind, layer.owner)
        _check_number(members, layer.kind)
        if places is None:
            rows = [pl.lit(1, pl.Int64).alias(layer.rows)] if layer.rows else []
            alone = members.select(pl.col(KEY), *step.sums, *step.truths, *rows).drop(KEY)
            self.frames[layer.owner] = owners.with_columns(alone.get_columns())
            return
        packs = step.packs
        parts = members.select(
            places,
            *step.sums,
            *[pack.alias(f"#{number}") for number, pack in enumerate(step.packed)],
        )
        sums = [pl.col(name).sum() for name, _ in layer.columns]
        sums += [pl.col(f"#{number}").bitwise_or() for number in range(len(packs))]
        sums += [pl.len().cast(pl.Int64).alias(layer.rows)] if layer.rows else []
        counts = pl.col(_PLACE).is_not_null()
        if not layer.columns and not layer.rows:  # of no truth nothing is to be put down
            counts &= pl.any_horizontal([pl.col(f"#{n}") != 0 for n in range(len(packs))])
        groups = parts.filter(counts).lazy().group_by(_PLACE).agg(sums)
        is_small = members.height <= _SMALL
        found = groups.collect(engine="in-memory" if is_small else "streaming")
        for column in found.drop(_PLACE).get_columns():
            zeros = pl.zeros(owners.height, dtype=pl.Int64, eager=True)
            filled = zeros.scatter(found[_PLACE], column)
            owners = owners.with_columns(filled.alias(column.name))
        flags = [
            (pl.col(f"#{number}") & (1 << bit) != 0).alias(name)
            for number, pack in enumerate(packs)
            for bit, (name, _) in enumerate(pack)
        ]
        owners = owners.with_columns(flags).drop([f"#{number}" for number in range(len(packs))])
        self.frames[layer.owner] = owners

    def before(self, layer: Before) -> None:
        """Put down the largest last day of the earlier members of each owner."""
        frame = self.frames[layer.kind]
        ends = frame.select(
            pl.col(OWNER),
            pl.col(KEY),
            printed(layer.first).cast(pl.Int64).alias("#first"),
            printed(layer.last).cast(pl.Int64).alias("#last"),
        ).with_row_index(_PLACE)
        ordered = ends.sort(["#first", "#last", KEY])
        largest = pl.col("#last").fill_null(0).cum_max().shift(1).over(OWNER)
        found = ordered.select(_PLACE, largest.alias(layer.name)).sort(_PLACE)
        self.frames[layer.kind] = frame.with_columns(found[layer.name])

    def places(self, kind: str, owner: str) -> pl.Series | None:
        """Return the place of the owner of each row, null if there is none.

        None if each owner has a single member, at its own place.
        """
        if (kind, owner) not in self._places:
            owners, keys = self.frames[kind][OWNER], self.frames[owner][KEY]
            self._places[kind, owner] = None if owners.equals(keys) else places_of(owners, keys)
        return self._places[kind, owner]


def _check_number(members: pl.DataFrame, kind: str) -> None:
    """Check that no owner has more members than numbers are bounded for."""
    if members.height > MOST_MEMBERS:
        most = members[OWNER].value_counts()["count"].max()
        if isinstance(most, int) and most > MOST_MEMBERS:
            raise TooManyMembersError(f"{most:,} of the kind `{kind}` with one owner")


def places_of(owners: pl.Series, keys: pl.Series) -> pl.Series:
    """Return the place of each owner among keys; of keys that follow each other, no join."""
    first = keys[0] if len(keys) else 0
    in_order = keys.dtype == pl.Int64 and bool(
        (keys - first == pl.int_range(len(keys), dtype=pl.Int64, eager=True)).all()
    )
    if not in_order:
        placed = keys.alias(OWNER).to_frame().with_row_index(_PLACE)
        joined = owners.to_frame().join(placed, on=OWNER, how="left", maintain_order="left")
        return joined[_PLACE]
    places = (owners - first).alias(_PLACE).to_frame()
    inside = pl.col(_PLACE).is_between(0, len(keys) - 1)
    return places.select(pl.when(inside).then(pl.col(_PLACE)).cast(pl.UInt32))[_PLACE]


def _packed(truths: Iterable[t.Term]) -> pl.Expr:
    """Return whole numbers that have truths as their bits."""
    zero = pl.lit(0, dtype=pl.Int64)
    bits = [
        pl.when(printed(truth)).then(pl.lit(1 << n, dtype=pl.Int64)).otherwise(zero)
        for n, truth in enumerate(truths)
    ]
    return reduce(or_, bits)


def printed(term: t.Term, lists: Mapping[t.Term, pl.Expr] | None = None) -> pl.Expr:
    """Return a term as an expression of polars.

    `lists` tell how it is found whether provisions lie in lists.
    """
    return _Printing(lists or {}).printed(term)


@dataclass(frozen=True)
class _Printing:
    """Terms as expressions of polars."""

    lists: Mapping[t.Term, pl.Expr]

    def all(self, terms: Iterable[t.Term]) -> list[pl.Expr]:
        """Return terms as expressions."""
        return [self.printed(term) for term in terms]

    def printed(self, term: t.Term) -> pl.Expr:  # noqa: C901
        """Return a term as an expression."""
        match term:
            case t.Column(name):
                return pl.col(name)
            case t.Constant(value, type_):
                if value is None:
                    return pl.lit(None, dtype=_TYPES[type_])
                return pl.lit(value, dtype=pl.Int64) if type(value) is int else pl.lit(value)
            case t.AllOf(parts):
                return pl.all_horizontal(*self.all(parts))
            case t.AnyOf(parts):
                return pl.any_horizontal(*self.all(parts))
            case t.Not(part):
                return ~self.printed(part)
            case t.Test(op, t.Constant() as left, right):  # polars does not broadcast one there
                return self.test(MIRRORED[op], right, left)
            case t.Test(op, left, right):
                return self.test(op, left, right)
            case t.Unknown(part):
                return self.printed(part).is_null()
            case t.If(test, t.Constant(True), t.Constant(False)):
                return self.printed(test).fill_null(value=False)
            case t.If() if texts := _texts_of(term):
                places = self.placed(term, texts)
                table = pl.Series(texts, dtype=pl.String)
                return places.map_batches(table.gather, return_dtype=pl.String)
            case t.If(test, then, otherwise):
                chain = pl.when(self.printed(test)).then(self.printed(then))
                return chain.otherwise(self.printed(otherwise))
            case t.OneOf(part, values):
                of = self.printed(part)
                return pl.any_horizontal(*[of == value for value in values])
            case t.LiesIn():
                return self.lists[term]
            case _:
                return self.number(term)

    def placed(self, term: t.Term, texts: tuple[str, ...]) -> pl.Expr:
        """Return the place of the text that a term chooses, null where it is null."""
        type_ = pl.UInt8 if len(texts) < _BYTE else pl.UInt32  # the less to write, the faster
        match term:
            case t.If(test, then, otherwise):
                chain = pl.when(self.printed(test)).then(self.placed(then, texts))
                return chain.otherwise(self.placed(otherwise, texts))
            case t.Constant(str() as text):
                return pl.lit(texts.index(text), dtype=type_)
            case _:
                return pl.lit(None, dtype=type_)

    def test(self, op: str, left: t.Term, right: t.Term) -> pl.Expr:
        """Return how two values stand to each other."""
        test: pl.Expr = COMPARISONS[op](self.printed(left), self.printed(right))
        return test

    def number(self, term: t.Term) -> pl.Expr:
        """Return a number as an expression."""
        match term:
            case t.Plus(parts) if len(parts) > _FEW:  # else each is a level of the expression
                return pl.sum_horizontal(self.all(parts), ignore_nulls=False)
            case t.Plus(parts):
                return reduce(add, self.all(parts))
            case t.Minus(left, right):
                return self.printed(left) - self.printed(right)
            case t.Times(parts):
                return reduce(mul, self.all(parts))
            case t.Floor(part, by):
                return self.printed(part) // by  # polars goes down, below zero too
            case t.FloorBy(part, divisor):
                return self.printed(part) // self.printed(divisor)
            case t.Most(parts):
                return _unless_null(pl.max_horizontal, self.all(parts))
            case t.Least(parts):
                return _unless_null(pl.min_horizontal, self.all(parts))
            case t.Shifted(part, period, before, month_end_up):
                days = self.printed(part)
                return shifted(days, period, before=before, month_end_up=month_end_up)
            case _:
                raise AssertionError(term)


def _texts_of(term: t.Term) -> tuple[str, ...]:
    """Return the texts that a term chooses from; none if it is of other values."""
    match term:
        case t.Constant(str() as text):
            return (text,)
        case t.Constant(None, "text"):
            return ("",)
        case t.If(_, then, otherwise):
            first, second = _texts_of(then), _texts_of(otherwise)
            return tuple(dict.fromkeys((*first, *second))) if first and second else ()
        case _:
            return ()


def _unless_null(function: Callable[..., pl.Expr], parts: list[pl.Expr]) -> pl.Expr:
    """Return a function of some values, null where one of them is: polars skips these."""
    missing = pl.any_horizontal(*[part.is_null() for part in parts])
    return pl.when(~missing).then(function(*parts))
