"""Wholes drawn by a specification, column by column, as tables by kind.

Every draw is a whole number of 64 bits of `random.Random`, seeded by what is drawn: the same on
every machine, with every version of the libraries, and in any order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import accumulate
from random import Random
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt
import polars as pl

from lawc.backends.relational.facts import Bound, Tables, fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.synth.specification import Draw, Members, Scalar, Specification, When

Wholes: TypeAlias = npt.NDArray[np.int64]
Truths: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Column:
    """Values of a fact: numbers, or places in a `domain`; -1 in it is no value."""

    domain: tuple[Scalar | int, ...] | None
    numbers: Wholes
    known: Truths


@dataclass(frozen=True, slots=True)
class Things:
    """The things of a kind: the row of the whole and of the owner of each, facts, lists."""

    kind: str
    whole: Wholes
    owner: Wholes
    facts: dict[str, Column]
    lists: dict[str, Truths]  # by kind of members: whether the list is known


@dataclass(frozen=True)
class Drawing:
    """The draws of a specification, ready to be made any number of times."""

    law: ir.Law
    specification: Specification

    def things(self, groups: Mapping[str, Wholes], seed: str) -> dict[str, Things]:
        """Return wholes whose groups in each dimension are known, drawn as `seed` says."""
        count = len(next(iter(groups.values())))
        rows = np.arange(count, dtype=np.int64)
        tables: dict[str, Things] = {}
        for kind in self.law.kinds:
            if kind.parent is None:
                table = Things(kind.key, rows, np.zeros(count, np.int64), {}, {})
            else:
                above = tables[kind.parent]
                numbers, known = self.numbers_of_members(kind.key, tables, groups, seed)
                above.lists[kind.key] = known
                owner = np.repeat(np.arange(len(above.whole), dtype=np.int64), numbers)
                table = Things(kind.key, above.whole[owner], owner, {}, {})
            tables[kind.key] = table
            for key, draws in self.draws[kind.key].items():
                table.facts[key] = self.column(draws, tables, groups, seed)
        return tables

    @property
    def draws(self) -> dict[str, dict[str, list[Draw]]]:
        """The draws of each kind and fact: of dimensions first, then in their order."""
        draws: dict[str, dict[str, list[Draw]]] = {kind.key: {} for kind in self.law.kinds}
        dimensions = [each for each in self.specification.dimensions if each.drawn]
        for dimension in dimensions:
            draws[dimension.kind][dimension.key] = []
        for draw in self.specification.draws:
            draws[draw.kind].setdefault(draw.key, []).append(draw)
        for dimension in dimensions:
            draws[dimension.kind][dimension.key] += (
                Draw(
                    dimension.kind, dimension.key, ((dimension.name, (group,)),),
                    dict(weights.items()), (), "", Fraction(0),
                )
                for group, weights in dimension.groups.items()
            )  # fmt: skip
        return draws

    def numbers_of_members(
        self, kind: str, tables: Mapping[str, Things], groups: Mapping[str, Wholes], seed: str
    ) -> tuple[Wholes, Truths]:
        """Return how many members of a kind each owner has, and whether their list is known."""
        parent = next(each.parent for each in self.law.kinds if each.key == kind)
        assert parent is not None
        count = len(tables[parent].whole)
        numbers, known = np.zeros(count, np.int64), np.ones(count, np.bool_)
        bits = random_bits(f"{seed} {kind}", count)
        for members, rows in self.fitting(
            [each for each in self.specification.members if each.kind == kind],
            parent, tables, groups,
        ):  # fmt: skip
            values = np.array(list(members.numbers), np.int64)
            numbers[rows] = values[chosen(bits[rows], list(members.numbers.values()))[0]]
            unknown = is_unknown(f"{seed} {kind}?", members.unknown, count)[rows]
            known[rows] = ~unknown
            numbers[rows] *= ~unknown
        return numbers, known

    def column(
        self,
        draws: list[Draw],
        tables: Mapping[str, Things],
        groups: Mapping[str, Wholes],
        seed: str,
    ) -> Column:
        """Return the values of a fact."""
        kind, name = draws[0].kind, f"{draws[0].kind}.{draws[0].key}"
        count = len(tables[kind].whole)
        bits = random_bits(f"{seed} {name}", count)
        numbers, known = np.zeros(count, np.int64), np.zeros(count, np.bool_)
        domain = tuple(dict.fromkeys(value for draw in draws for value in draw.weights))
        places = {value: place for place, value in enumerate(domain)}
        for draw, rows in self.fitting(draws, kind, tables, groups):
            present = ~is_unknown(f"{seed} {name}?", draw.unknown, count)[rows]
            if draw.weights:
                values = np.array([places[value] for value in draw.weights], np.int64)
                numbers[rows] = values[chosen(bits[rows], list(draw.weights.values()))[0]]
            else:
                which, left = chosen(bits[rows], [weight for _, _, weight in draw.ranges])
                low, high = np.array([each[:2] for each in draw.ranges], np.int64).T
                width = (high - low + 1)[which].astype(np.uint64)
                numbers[rows] = low[which] + (left % width).astype(np.int64)
                if draw.after:
                    start, known_start = seen(draw.after, kind, tables, self.law)
                    numbers[rows] += start[rows]
                    present &= known_start[rows]
            known[rows] = present
        return Column(domain or None, numbers, known)

    def fitting(
        self,
        entries: Sequence[Any],
        kind: str,
        tables: Mapping[str, Things],
        groups: Mapping[str, Wholes],
    ) -> Iterator[tuple[Any, Wholes]]:
        """Yield each draw, and the rows of which it is the first that fits."""
        left = np.ones(len(tables[kind].whole), np.bool_)
        for entry in entries:
            fits = left & self.holds(entry.when, kind, tables, groups)
            left &= ~fits
            yield entry, np.nonzero(fits)[0]

    def holds(
        self, when: When, kind: str, tables: Mapping[str, Things], groups: Mapping[str, Wholes]
    ) -> Truths:
        """Return of which things of a kind a condition holds; an unknown fact fulfils none."""
        truths = np.ones(len(tables[kind].whole), np.bool_)
        for name, values in when:
            if name in groups:
                names = list(self.specification.dimension(name).groups)
                wanted = np.array([names.index(str(value)) for value in values], np.int64)
                truths &= np.isin(groups[name][tables[kind].whole], wanted)
            else:
                numbers, known = seen(name, kind, tables, self.law)
                domain = domain_of(name, tables)
                places = [domain.index(value) for value in values if value in domain]
                truths &= known & np.isin(numbers, np.array(places, np.int64))
        return truths


def seen(
    name: str, kind: str, tables: Mapping[str, Things], law: ir.Law
) -> tuple[Wholes, Truths]:
    """Return a fact as things of a kind see it: their own, or that of what they belong to."""
    of, key = name.split(".", 1)
    rows = np.arange(len(tables[kind].whole), dtype=np.int64)
    parents = {each.key: each.parent for each in law.kinds}
    while kind != of:
        rows = tables[kind].owner[rows]
        above = parents[kind]
        assert above is not None, "the reading has checked it"
        kind = above
    column = tables[of].facts[key]
    return column.numbers[rows], column.known[rows]


def domain_of(name: str, tables: Mapping[str, Things]) -> tuple[Scalar | int, ...]:
    """Return the values that the numbers of a fact stand for."""
    of, key = name.split(".", 1)
    return tables[of].facts[key].domain or ()


def random_bits(seed: str, count: int) -> npt.NDArray[np.uint64]:
    """Return numbers of 64 random bits, the same for the same seed everywhere."""
    return np.frombuffer(Random(seed).randbytes(8 * count), dtype="<u8")  # noqa: S311


def chosen(
    bits: npt.NDArray[np.uint64], weights: Sequence[int]
) -> tuple[Wholes, npt.NDArray[np.uint64]]:
    """Return the place that each number chooses by weights, and the bits that are left."""
    total = np.uint64(sum(weights))
    bounds = np.array(list(accumulate(weights)), np.uint64)
    return np.searchsorted(bounds, bits % total, side="right").astype(np.int64), bits // total


def is_unknown(seed: str, part: Fraction, count: int) -> Truths:
    """Return which of some values are not known, if a part of them is not."""
    if not part:
        return np.zeros(count, np.bool_)
    return random_bits(seed, count) % np.uint64(part.denominator) < np.uint64(part.numerator)


def frames_of(things: Mapping[str, Things]) -> tuple[dict[str, pl.DataFrame], dict[str, Any]]:
    """Return tables by kind as engines take them, and the bounds of their numbers."""
    frames: dict[str, pl.DataFrame] = {}
    bounds: dict[str, dict[str, Bound]] = {}
    for kind, table in things.items():
        columns = {
            KEY: pl.Series(np.arange(len(table.whole), dtype=np.int64)),
            OWNER: pl.Series(table.owner),
        }
        columns |= {known_column(of): pl.Series(known) for of, known in table.lists.items()}
        bounds[kind] = {}
        for key, column in table.facts.items():
            columns[fact_column(key)] = series_of(column)
            numbers = column.numbers[column.known]
            of_days = column.domain is None and len(numbers)
            low, high = (int(numbers.min()), int(numbers.max())) if of_days else (0, 0)
            if column.domain and isinstance(column.domain[0], int):
                whole = [int(value) for value in column.domain]
                low, high = min(whole), max(whole)
            bounds[kind][key] = Bound(1, low, high)
        frames[kind] = pl.DataFrame(columns)
    return frames, bounds


def series_of(column: Column) -> pl.Series:
    """Return a column for a table: numbers, or the values that they stand for."""
    numbers, known = pl.Series(column.numbers), pl.Series(column.known)
    places = pl.select(pl.when(known).then(numbers)).to_series()
    if column.domain is None:
        return places
    return pl.Series(list(column.domain)).gather(places)


def tables_for(
    law: ir.Law, bounds: Mapping[str, Mapping[str, Bound]], days: Mapping[str, int]
) -> Tables:
    """Return what an engine is to know of tables: the bounds, and all days."""
    stated = {day.key: day.value.toordinal() for day in law.parameters if day.value is not None}
    return Tables(bounds, stated | dict(days))


__all__ = ["Column", "Drawing", "Members", "Things", "frames_of", "tables_for"]
