"""Cells, and how many persons are expected in each before any figure is heard.

The groups of facts have shares by the specification. How the law divides those of the same
facts is found by drawing some and deciding them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

import numpy as np

from lawc.records import dataclass
from lawc.synth.deciding import NOWHERE, Deciding
from lawc.synth.drawing import Drawing, Wholes
from lawc.synth.specification import Dimension, Specification, When

TRIED = 400  # candidates of the same groups of facts


@dataclass(frozen=True, slots=True)
class Cell:
    """The groups of a cell by dimension, the persons expected in it.

    `alike` are those expected with its facts, however the law decides them. `hits` of `tries`
    candidates with its facts fell into it; nobody is known to fall into a cell that has none.
    """

    groups: tuple[tuple[str, str], ...]
    expected: Fraction
    alike: Fraction
    hits: int
    tries: int

    @property
    def name(self) -> str:
        """The groups of the cell in words."""
        return ", ".join(f"{name} {group}" for name, group in self.groups)

    def lies_in(self, when: When) -> bool:
        """Return whether a condition about groups holds of the cell."""
        groups = dict(self.groups)
        return all(groups[name] in values for name, values in when)


def expected_cells(
    specification: Specification, drawing: Drawing, deciding: Deciding, tries: int = TRIED
) -> tuple[Cell, ...]:
    """Return the cells that no assumption empties, those that nobody is known to reach too."""
    drawn = [each for each in specification.dimensions if each.drawn]
    shares = dict(_shares(specification, drawn))
    rows = [groups for groups, _ in shares.items() for _ in range(tries)]
    groups = codes(drawn, rows)
    things = drawing.things(groups, f"{specification.seed} cells")
    decided, plausible = deciding.groups(things)
    place = np.repeat(np.arange(len(shares)), tries)
    counts: dict[tuple[int, ...], int] = {}
    columns = [place, *decided.values()]
    fits = plausible & np.all([column != NOWHERE for column in columns], axis=0)
    kinds, numbers = np.unique(np.stack(columns)[:, fits], axis=1, return_counts=True)
    for key, number in zip(kinds.T.tolist(), numbers.tolist(), strict=True):
        counts[tuple(key)] = number
    return tuple(_cells(specification, deciding.decided, shares, counts, tries))


def _cells(
    specification: Specification,
    decided: tuple[Dimension, ...],
    shares: Mapping[tuple[str, ...], Fraction],
    counts: Mapping[tuple[int, ...], int],
    tries: int,
) -> Iterator[Cell]:
    """Yield the cells: for each group of facts, each way in which the law may decide."""
    drawn = [each for each in specification.dimensions if each.drawn]
    total = sum(shares.values()) or 1
    for place, (facts, share) in enumerate(shares.items()):
        known = dict(zip((each.name for each in drawn), facts, strict=True))
        hits = {
            ways: counts.get((place, *ways), 0)
            for ways in product(*(range(len(each.groups)) for each in decided))
        }
        for ways, number in hits.items():
            groups = dict(known)
            for dimension, way in zip(decided, ways, strict=True):
                groups[dimension.name] = list(dimension.groups)[way]
            alike = specification.persons * share / total
            expected = alike * Fraction(number, max(sum(hits.values()), 1))
            cell = Cell(
                tuple((each.name, groups[each.name]) for each in specification.dimensions),
                expected, alike, number, tries,
            )  # fmt: skip
            if not any(cell.lies_in(never.where) for never in specification.nevers):
                yield cell


def _shares(
    specification: Specification, drawn: list[Dimension]
) -> Iterator[tuple[tuple[str, ...], Fraction]]:
    """Yield the groups of facts that may occur together, and their expected share."""
    names = [each.name for each in drawn]
    nevers = [
        never for never in specification.nevers if all(name in names for name, _ in never.where)
    ]
    for groups in product(*(each.groups for each in drawn)):
        cell = Cell(tuple(zip(names, groups, strict=True)), Fraction(0), Fraction(0), 0, 0)
        if any(cell.lies_in(never.where) for never in nevers):
            continue
        share = Fraction(1)
        for dimension, group in zip(drawn, groups, strict=True):
            weights = next(
                (
                    each.weights
                    for each in specification.shares
                    if each.of == dimension.name and cell.lies_in(each.when)
                ),
                dict.fromkeys(dimension.groups, 1),
            )
            share *= Fraction(weights.get(group, 0), sum(weights.values()))
        yield groups, share


def codes(dimensions: list[Dimension], rows: list[tuple[str, ...]]) -> dict[str, Wholes]:
    """Return the groups of rows as their places, by dimension."""
    places = [{name: n for n, name in enumerate(each.groups)} for each in dimensions]
    return {
        dimension.name: np.array([place[row[n]] for row in rows], np.int64)
        for n, (dimension, place) in enumerate(zip(dimensions, places, strict=True))
    }
