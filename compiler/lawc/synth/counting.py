"""Persons counted out to cells, so that the figures are met and the rest is as expected.

A programme in whole numbers, solved by HiGHS: to miss a figure by a person is dear, to have
more or fewer persons in a cell than expected is cheap, and the dearer the further it goes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from lawc.records import dataclass
from lawc.synth.cells import Cell
from lawc.synth.specification import Aim, Figure

# The price of a person more or fewer than a figure says, and within what is rounded.
PRICES = {Aim.IS: 10_000, Aim.MORE_THAN: 10_000, Aim.ABOUT: 2_000, Aim.PERCENT: 5_000}
_NEARLY = 200
_ASSUMED = 5  # a figure that is assumed is so many times cheaper
# Steps away from what is expected, as parts of it, and the price of a person in each: ten times
# the logarithm of how many times as many there are, so that cells give way in proportion.
_MORE = (
    (Fraction(1, 2), 2), (Fraction(1, 2), 5), (Fraction(1), 9), (Fraction(2), 14),
    (Fraction(5), 20), (None, 30),
)  # fmt: skip
_FEWER = (
    (Fraction(1, 4), 1), (Fraction(1, 4), 5), (Fraction(1, 4), 10), (Fraction(1, 8), 17),
    (Fraction(1, 16), 24), (Fraction(1, 16), 40),
)  # fmt: skip
_OTHERS = 100  # the price of a person more or fewer in the whole register
_GAP = 200  # persons may be further from what is expected than need be by a part in so many
_NODES = 20_000  # where the search ends: never by the clock, which is not the same twice
_DIGITS = 3  # of a solution, which is not exact


@dataclass(frozen=True, slots=True)
class Counts:
    """The number of persons in each cell, and how far each figure is missed (more: above 0)."""

    cells: Mapping[Cell, int]
    missed: Mapping[str, Fraction]


class UnsolvedError(Exception):
    """The solver came to no end; the message is its own."""


def count_out(cells: Sequence[Cell], figures: Sequence[Figure], persons: int) -> Counts:
    """Return numbers of persons that miss the figures least, nearest to what is expected.

    There are `persons` of them if the figures do not say otherwise.
    """
    if not cells:
        return Counts({}, {figure.name: missed_by(figure, {}) for figure in figures})
    aimed = [figure for figure in figures if not figure.shown]
    programme = Programme(list(cells))
    for figure in aimed:
        programme.aim_at(figure)
    programme.keep_missed()
    programme.expect(persons)
    numbers = programme.solved()
    counted = {cell: round(number) for cell, number in zip(cells, numbers, strict=False)}
    missed = {figure.name: missed_by(figure, counted) for figure in figures}
    return Counts({cell: number for cell, number in counted.items() if number}, missed)


def counted_in(figure: Figure, cells: Mapping[Cell, int]) -> Fraction:
    """Return what a figure counts, as it is in some cells: persons, or per cent of persons."""
    number = sum(n for cell, n in cells.items() if cell.lies_in((*figure.of, *figure.where)))
    if not figure.of:
        return Fraction(number)
    whole = sum(n for cell, n in cells.items() if cell.lies_in(figure.of))
    return Fraction(100 * number, whole) if whole else Fraction(0)


def missed_by(figure: Figure, cells: Mapping[Cell, int]) -> Fraction:
    """Return by how much cells have more than a figure says, or fewer: below zero.

    A figure that is about right, or a percentage, is not missed by what is rounded.
    """
    off = counted_in(figure, cells) - figure.number
    if figure.aim is Aim.MORE_THAN:
        return min(off - 1, Fraction(0))
    return Fraction(0) if abs(off) <= rounding(figure) else off


def rounding(figure: Figure) -> Fraction:
    """Return how far from a figure is still the same when rounded as the figure is."""
    if figure.aim is Aim.PERCENT:
        return Fraction(1, 2)
    number = int(figure.number)
    if figure.aim is not Aim.ABOUT or not number:
        return Fraction(0)
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return Fraction(10**zeros, 2) if zeros else Fraction(0)


def possible(cells: Sequence[Cell], figures: Sequence[Figure]) -> bool:
    """Return whether persons in these cells can meet all of the figures."""
    programme = Programme(list(cells))
    for figure in figures:
        programme.aim_at(figure, dear=True)
    return not figures or bool(programme.cost() < 1)


class Programme:
    """Rows and columns of a programme while it is made: the cells, then what is missed."""

    def __init__(self, cells: list[Cell]) -> None:
        self.cells = cells
        self.prices: list[int] = [0] * len(cells)
        self.most: list[int | None] = [None] * len(cells)
        self.entries: list[tuple[int, int, int]] = []  # the row, the column, the factor
        self.least_of_row: list[int | None] = []
        self.most_of_row: list[int | None] = []
        self.fine: set[int] = set()  # columns of what is missed within a rounded percentage

    def column(self, price: int, most: int | None = None) -> int:
        """Return a new column: what one of it costs, and how many there can be."""
        self.prices.append(price)
        self.most.append(most)
        return len(self.prices) - 1

    def row(self, parts: Mapping[int, int], least: int | None, most: int | None) -> None:
        """Add a row: a sum of columns with factors, and its bounds."""
        row = len(self.least_of_row)
        self.entries += [(row, column, factor) for column, factor in parts.items() if factor]
        self.least_of_row.append(least)
        self.most_of_row.append(most)

    def keep_missed(self) -> None:
        """Solve for the figures alone: they are missed no more by what is still to come."""
        if not self.least_of_row:
            return
        values = self.solution(whole=True, gap=0).x.tolist()
        for n in range(len(self.cells), len(self.prices)):
            if n not in self.fine:
                self.most[n], self.prices[n] = ceil(round(values[n], _DIGITS)), 0

    def aim_at(self, figure: Figure, *, dear: bool = False) -> None:
        """Add the row of a figure; only what is beyond its rounding costs if it is `dear`."""
        price = figure.weight if figure.weight is not None else PRICES[figure.aim]
        nearly = min(_NEARLY, price)
        if figure.assumed and figure.weight is None:
            price, nearly = price // _ASSUMED, nearly // _ASSUMED
        if dear:
            price, nearly = 1, 0
        numbered = enumerate(self.cells)
        counted = {n for n, cell in numbered if cell.lies_in((*figure.of, *figure.where))}
        if figure.of:
            self.aim_at_part(figure, counted, price, nearly)
            return
        number, near = int(figure.number), int(rounding(figure))
        parts = dict.fromkeys(counted, 1)
        parts |= {self.column(price): 1, self.column(nearly, near): 1}
        most: int | None = number
        if figure.aim is Aim.MORE_THAN:
            number, most = number + 1, None
        else:
            parts |= {self.column(price): -1, self.column(nearly, near): -1}
        self.row(parts, number, most)

    def aim_at_part(self, figure: Figure, counted: set[int], price: int, nearly: int) -> None:
        """Add the rows of a percentage: of its ends, which are dear, and of what it says."""
        of = [n for n, cell in enumerate(self.cells) if cell.lies_in(figure.of)]
        ends = ((-rounding(figure), 1, price), (rounding(figure), -1, price))
        for off, factor, cost in (*ends, (Fraction(0), 1, nearly), (Fraction(0), -1, nearly)):
            limit = figure.number + off
            parts = dict.fromkeys(of, -factor * limit.numerator)
            for n in counted:
                parts[n] += factor * 100 * limit.denominator
            parts[self.column(cost)] = 100 * limit.denominator
            if not off:
                self.fine.add(len(self.prices) - 1)
            self.row(parts, 0, None)

    def expect(self, persons: int) -> None:
        """Add a row a cell: the persons in it are those expected, with steps more or fewer.

        A last row is for all of them.
        """
        for n, cell in enumerate(self.cells):
            expected = round(cell.expected)
            parts = {n: 1}
            for steps, factor in ((_MORE, -1), (_FEWER, 1)):
                for part, price in steps:
                    most = None if part is None else max(1, round(expected * part))
                    parts[self.column(price, most)] = factor
            self.row(parts, expected, expected)
        parts = dict.fromkeys(range(len(self.cells)), 1)
        parts |= {self.column(_OTHERS): 1, self.column(_OTHERS): -1}
        self.row(parts, persons, persons)

    def solved(self) -> list[Any]:
        """Return the values of the columns in a solution that costs least."""
        values: list[Any] = self.solution(whole=True, gap=1 / _GAP).x.tolist()
        return values

    def cost(self) -> Any:
        """Return the least cost of a solution in which persons may be divided."""
        return self.solution(whole=False, gap=0).fun

    def solution(self, *, whole: bool, gap: Any) -> Any:
        """Return the solution that costs least.

        Raises:
            UnsolvedError: the solver came to no end.
        """
        rows, columns, factors = zip(*self.entries, strict=True)
        shape = (len(self.least_of_row), len(self.prices))
        matrix = csr_array((factors, (rows, columns)), shape=shape)
        counted = [int(whole)] * len(self.cells)
        answer = milp(
            np.array(self.prices),
            integrality=np.array(counted + [0] * (len(self.prices) - len(counted))),
            bounds=Bounds(0, np.array([np.inf if m is None else m for m in self.most])),
            constraints=LinearConstraint(
                matrix,
                np.array([-np.inf if v is None else v for v in self.least_of_row]),
                np.array([np.inf if v is None else v for v in self.most_of_row]),
            ),
            options={"mip_rel_gap": gap, "node_limit": _NODES},
        )
        if answer.x is None:
            raise UnsolvedError(str(answer.message))
        return answer
