"""Functions that no engine has, computed for different values and looked up: for polars.

These are days by a calendar without an end, and provisions within lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

import polars as pl

from lawc.backends.relational import terms as t
from lawc.backends.relational.evaluating import parts_of
from lawc.runtime.calendar import day_of
from lawc.runtime.values import Period, ProvisionRange, lies_in, provision, shift

Ranges = tuple[ProvisionRange, ...]

_LISTS = 31  # lists of provisions that one whole number tells of
_BLOCK = 2**12  # days that are shifted at a time
_SPAN = 2**18  # days between the first and the last of a column that is looked up by day


class Lists:
    """The lists of provisions that terms ask of, each different provision looked up once.

    `columns` are whole numbers to put down first, with two bits for each list: whether a
    provision lies in it, and whether that is unknown. `names` are those of the columns.
    """

    def __init__(self, terms: Iterable[t.Term]) -> None:
        asked = dict.fromkeys(term for whole in terms for term in _lists_in(whole))
        by_part: dict[t.Term, list[t.LiesIn]] = {}
        for term in asked:
            by_part.setdefault(term.part, []).append(term)
        self.truths: dict[t.Term, pl.Expr] = {}
        self.looked_up: list[tuple[str, t.Term, tuple[Ranges, ...]]] = []
        for part, mine in by_part.items():
            for start in range(0, len(mine), _LISTS):
                some, name = mine[start : start + _LISTS], f"#lists{len(self.looked_up)}"
                self.looked_up.append((name, part, tuple(term.ranges for term in some)))
                for place, term in enumerate(some):
                    self.truths[term] = _truth(pl.col(name), 2 * place)

    @property
    def names(self) -> list[str]:
        """The names of the columns to put down first."""
        return [name for name, _, _ in self.looked_up]

    def columns(self, printed: Callable[[t.Term], pl.Expr]) -> Iterator[pl.Expr]:
        """Yield the columns to put down first."""
        for name, part, lists in self.looked_up:
            yield printed(part).map_batches(_bits_of(lists), return_dtype=pl.Int64).alias(name)


def _lists_in(term: t.Term) -> Iterator[t.LiesIn]:
    """Yield what a term asks of lists of provisions."""
    if isinstance(term, t.LiesIn):
        yield term
    for part in parts_of(term):
        yield from _lists_in(part)


def _truth(bits: pl.Expr, place: int) -> pl.Expr:
    """Return whether a provision lies in a list."""
    known = bits & (2 << place) == 0
    return pl.when(known).then(bits & (1 << place) != 0)


def _bits_of(lists: tuple[Ranges, ...]) -> Callable[[pl.Series], pl.Series]:
    return by_text(lambda text: _bits(text, lists), pl.Int64())


def by_text(
    function: Callable[[str], Any], type_: pl.DataType
) -> Callable[[pl.Series], pl.Series]:
    """Return a function of texts for columns, computed once for each different text."""

    def looked_up(texts: pl.Series) -> pl.Series:
        different = texts.drop_nulls().unique()
        if different.is_empty():
            return pl.Series([None] * len(texts), dtype=type_)
        table = pl.Series([function(text) for text in different], dtype=type_)
        places = texts.cast(pl.Enum(different)).to_physical().cast(pl.UInt32)
        return table.gather(places)

    return looked_up


@lru_cache(maxsize=2**17)
def _bits(text: str, lists: tuple[Ranges, ...]) -> int:
    """Return the two bits of each list for a provision."""
    record, bits = provision(text), 0
    for place, ranges in enumerate(lists):
        lies = lies_in(record, ranges)
        bits |= (2 if lies is None else int(lies)) << 2 * place
    return bits


# --- days ------------------------------------------------------------------------------------


def shifted(days: pl.Expr, period: Period, *, before: bool, month_end_up: bool) -> pl.Expr:
    """Return the days a period after some days, or before them."""

    def shifts(numbers: pl.Series) -> pl.Series:
        low, high = numbers.min(), numbers.max()
        if not isinstance(low, int) or not isinstance(high, int):
            return pl.Series([None] * len(numbers), dtype=pl.Int64)
        if high - low > _SPAN:
            different = numbers.drop_nulls().unique()
            results = [_shift(number, period, before, month_end_up) for number in different]
            new = pl.Series(results, dtype=pl.Int64)
            return numbers.replace_strict(different, new, default=None, return_dtype=pl.Int64)
        first = low // _BLOCK
        blocks = [
            _block(number, period, before, month_end_up)
            for number in range(first, high // _BLOCK + 1)
        ]
        places = (numbers - first * _BLOCK).cast(pl.UInt32)
        return pl.concat(blocks).gather(places)

    return days.map_batches(shifts, return_dtype=pl.Int64)


@lru_cache(maxsize=2**10)
def _block(number: int, period: Period, before: bool, month_end_up: bool) -> pl.Series:
    """Return where the days of a block lie after they are shifted, null if nowhere."""
    days = range(number * _BLOCK, (number + 1) * _BLOCK)
    shifts = [_shift(day, period, before, month_end_up) for day in days]
    return pl.Series(shifts, dtype=pl.Int64)


def _shift(number: int, period: Period, before: bool, month_end_up: bool) -> int:
    day = shift(day_of(number), period, month_end_up=month_end_up, before=before)
    return day.toordinal()
