"""Many truths of a row in a few whole numbers: rows are grouped by all of them at once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

import numpy as np
import polars as pl
from numpy.typing import NDArray

_BITS = 62
Key = TypeVar("Key", bound=Hashable)


class Pack(Generic[Key]):
    """Truths by name, each a bit of a column `<name>.<number>`."""

    def __init__(self, name: str, keys: Iterable[Key] = ()) -> None:
        self.name = name
        self.places: dict[Key, int] = {key: place for place, key in enumerate(keys)}

    @property
    def columns(self) -> list[str]:
        """The columns that hold the bits."""
        last = max(0, len(self.places) - 1) // _BITS
        return [f"{self.name}.{number}" for number in range(last + 1)]

    def packed(self, truths: Mapping[Key, pl.Expr]) -> list[pl.Expr]:
        """Return the columns of truths that are never null."""
        bits: list[list[pl.Expr]] = [[pl.lit(0, dtype=pl.Int64)] for _ in self.columns]
        for key, place in self.places.items():
            bit = truths[key].cast(pl.Int64) * (1 << place % _BITS)
            bits[place // _BITS].append(bit)
        return [
            pl.sum_horizontal(mine).alias(name)
            for mine, name in zip(bits, self.columns, strict=True)
        ]

    def sets(self, frame: pl.DataFrame, keys: Sequence[str], by: str) -> pl.DataFrame:
        """Return, for each value of `by`, the set of the values of `keys` in its rows.

        A new value gets the next bit, so that the sets of several tables can be compared.
        """
        values = frame.select(keys).unique().sort(keys)
        of = [self.places.setdefault(row, len(self.places)) for row in values.iter_rows()]  # type: ignore[arg-type]  # a value is a row here
        values = values.with_columns(
            pl.Series("#bit", [1 << place % _BITS for place in of], dtype=pl.Int64),
            pl.Series("#column", [place // _BITS for place in of], dtype=pl.Int64),
        )
        rows = frame.select(by, *keys).join(values, on=keys, how="left")
        sets = [
            pl.col("#bit")
            .filter(pl.col("#column") == number)
            .bitwise_or()
            .fill_null(0)
            .alias(name)
            for number, name in enumerate(self.columns)
        ]
        return rows.group_by(by).agg(sets)

    def keys(self, row: Mapping[str, int | None]) -> frozenset[Key]:
        """Return what is true in a row."""
        cells = [row.get(name) or 0 for name in self.columns]
        return frozenset(
            key
            for key, place in self.places.items()
            if cells[place // _BITS] >> place % _BITS & 1
        )

    def truths(self, columns: Sequence[NDArray[np.int64]]) -> dict[Key, NDArray[np.bool_]]:
        """Return, for each key, in which rows it is true."""
        return {
            key: (columns[place // _BITS] >> place % _BITS & 1).astype(np.bool_)
            for key, place in self.places.items()
        }
