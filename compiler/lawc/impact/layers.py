"""Numbers of tables, and what each is added up from.

A unit (a thing of a kind, or a whole) is in one atom of each layer, and an atom counts in some
cells. What is decided of an atom is its class: how many units are of a class is the same in all
layers of the unit. So all tables together say no more than sums of atoms, and `hiding` protects
these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from lawc.impact.counting import Counting
from lawc.impact.groupings import Grouping
from lawc.impact.rows import (
    ALONE,
    BY,
    CAUSE,
    DECIDES,
    DISPLACED,
    LEN,
    NEEDED,
    REACHES,
    Class,
    Flag,
    Outcome,
    Row,
)
from lawc.ir import nodes as ir
from lawc.records import dataclass

TOTAL, WITHOUT, WITH_OTHERS, NOW, BEFORE = "total", "without", "with_others", "now", "before"
Head: TypeAlias = tuple[str, str]  # the section of a row, and its key in it
ALL: Head = (TOTAL, TOTAL)
Truths: TypeAlias = NDArray[np.bool_]
Numbers: TypeAlias = NDArray[np.int64]


class Cell(NamedTuple):
    """The place of a number: the table, the row and the column."""

    table: str
    row: Head
    column: str


@dataclass(frozen=True)
class Layer:
    """The atoms of a unit: their numbers and classes, and in which cells they count."""

    unit: str
    name: str
    counts: Numbers
    classes: tuple[Class, ...]  # by atom
    cells: Mapping[Cell, Truths]  # by cell, whether each atom counts in it

    def totals(self) -> dict[Cell, int]:
        """Return the number in each cell."""
        return {cell: int(self.counts[atoms].sum()) for cell, atoms in self.cells.items()}


def layers_of(counting: Counting) -> tuple[Layer, ...]:
    """Return the layers of all units, in a fixed order."""
    layers = []
    for unit in counting.units:
        making = _Making(counting, unit)
        layers.append(making.layer("decided", counting.rows(unit), making.decided_cells))
        for grouping in counting.groupings:
            if unit == counting.root or grouping.kind in counting.lines[unit]:
                rows = counting.rows(unit, grouping)
                name, cells = f"by {grouping.name}", making.grouped_cells(grouping)
                layers.append(making.layer(name, rows, cells))
        layers.append(making.provisions())
    return tuple(layers)


def move_of(outcome: Outcome) -> str:
    """Return the key of a move: from which outcome to which."""
    return f"{outcome.old}\t{outcome.new}"


_Cells: TypeAlias = Callable[[Row], Iterator[Cell]]


class _Making:
    """The layers of a unit while they are made."""

    def __init__(self, counting: Counting, unit: str) -> None:
        self.counting, self.unit = counting, unit
        self.moves = counting.old is not None
        self.own = {d.key for d in counting.law.decisions if d.kind == unit}
        ranked = (d for d in counting.law.decisions if isinstance(d.better, tuple))
        self.ranks = {d.key: ranks_of(d) for d in ranked if d.kind != unit}

    def table(self, key: str, what: str) -> str:
        return f"{self.unit}.{key}.{what}"

    def layer(self, name: str, rows: Iterable[Row], cells_of: _Cells) -> Layer:
        """Return the layer of rows, each of which counts in some cells."""
        rows = tuple(rows)
        places: dict[Cell, list[int]] = {}
        for place, row in enumerate(rows):
            for cell in dict.fromkeys(cells_of(row)):
                places.setdefault(cell, []).append(place)
        cells = {}
        for cell in sorted(places):
            cells[cell] = np.zeros(len(rows), dtype=np.bool_)
            cells[cell][places[cell]] = True
        counts = np.array([row.number for row in rows], dtype=np.int64)
        return Layer(self.unit, name, counts, tuple(row.class_ for row in rows), cells)

    def decided_cells(self, row: Row) -> Iterator[Cell]:
        """Yield the cells of the rows of all, of what is decided before and now."""
        for key, outcomes in row.outcomes.items():
            yield Cell(self.table(key, "by"), ALL, TOTAL)
            yield from self.by(key, ALL, outcomes)
            if not outcomes:
                yield Cell(self.table(key, "by"), ALL, WITHOUT)
            if self.moves:
                for outcome in outcomes:
                    yield Cell(self.table(key, "before"), (BEFORE, outcome.old), BEFORE)
                    yield Cell(self.table(key, "before"), (BEFORE, outcome.new), NOW)

    def grouped_cells(self, grouping: Grouping) -> _Cells:
        """Return the cells of the rows of the groups."""

        def cells(row: Row) -> Iterator[Cell]:
            for key, outcomes in row.outcomes.items():
                if key not in row.crossed:
                    continue
                groups = {group for _, group in row.crossed[key]}
                groups |= set() if row.group is None else {row.group}
                for group in sorted(groups):
                    head = (grouping.name, group)
                    mine = frozenset(each for each, of in row.crossed[key] if of == group)
                    yield Cell(self.table(key, "by"), head, TOTAL)
                    yield from self.by(key, head, mine)
                    if not outcomes:
                        yield Cell(self.table(key, "by"), head, WITHOUT)

        return cells

    def by(self, key: str, head: Head, outcomes: frozenset[Outcome]) -> Iterator[Cell]:
        """Yield the cells of what is decided in a row, of moves, and of the best."""
        for value in {outcome.new for outcome in outcomes}:
            yield Cell(self.table(key, "by"), head, value)
        if key in self.ranks and outcomes:
            ranks = self.ranks[key]
            values = (outcome.new for outcome in outcomes)
            best = min(values, key=lambda value: (ranks.get(value, len(ranks)), value))
            yield Cell(self.table(key, "best"), head, best)
            yield Cell(self.table(key, "best"), head, TOTAL)
        if self.moves:
            yield from self.moved(key, head, outcomes)

    def moved(self, key: str, head: Head, outcomes: Iterable[Outcome]) -> Iterator[Cell]:
        moved = [outcome for outcome in outcomes if outcome.old != outcome.new]
        for outcome in moved:
            yield Cell(self.table(key, "moves"), head, move_of(outcome))
        if moved:
            yield Cell(self.table(key, "moves"), head, TOTAL)

    # --- provisions ---

    def provisions(self) -> Layer:
        """Return the layer of what provisions reach and decide, and of what is missing."""
        counting, unit = self.counting, self.unit
        packs = [pack for kind, pack in counting.flags.items() if unit in (kind, counting.root)]
        masks = [column for pack in packs for column in pack.columns]
        frame = counting.frame(unit, "flagged", [*counting.class_columns(unit), *masks])
        truths: dict[Flag, Truths] = {}
        for pack in packs:
            of = [frame[name].to_numpy() for name in pack.columns if name in frame.columns]
            if of:
                truths |= pack.truths(of)
        outcomes = [counting.outcomes_in(unit, row) for row in frame.iter_rows(named=True)]
        rows = [Row(0, of, {}, None, {}).class_ for of in outcomes]
        cells = {c: t for c, t in self.flagged_cells(truths, outcomes) if t.any()}
        counts = frame[LEN].to_numpy().astype(np.int64)
        return Layer(unit, "provisions", counts, tuple(rows), dict(sorted(cells.items())))

    def flagged_cells(
        self, truths: Mapping[Flag, Truths], outcomes: list[dict[str, frozenset[Outcome]]]
    ) -> Iterator[tuple[Cell, Truths]]:
        """Yield the cells of flags, with the atoms that count in them."""
        for decision in self.counting.law.decisions:
            key = decision.key
            if any(key in of for of in outcomes[:1]):
                yield from self.of_decision(decision, truths, [of[key] for of in outcomes])

    def of_decision(
        self,
        decision: ir.Decision,
        truths: Mapping[Flag, Truths],
        outcomes: list[frozenset[Outcome]],
    ) -> Iterator[tuple[Cell, Truths]]:
        key = decision.key
        table = self.table(key, "provisions")
        for ground in self.counting.deciding[key].grounds:
            head = (DECIDES, ground.eid)
            decides = truths[DECIDES, key, ground.eid]
            yield Cell(table, head, REACHES), truths[REACHES, key, ground.eid]
            yield Cell(table, head, DECIDES), decides
            if key not in self.own:
                continue
            alone, displaced = (truths[what, key, ground.eid] for what in (ALONE, DISPLACED))
            yield Cell(table, head, ALONE), alone
            yield Cell(table, head, WITH_OTHERS), decides & ~alone
            yield Cell(table, head, DISPLACED), displaced
            for citation, _ in ground.by:
                both = displaced & truths[BY, citation]
                yield Cell(self.table(key, "displaced"), head, citation), both
            for value, mine in _by_value(outcomes, lambda outcome: outcome.new):
                yield Cell(self.table(key, "gives"), head, value), decides & mine
        for fact in self.counting.needing.facts:
            head = (NEEDED, fact)
            yield Cell(self.table(key, "needed"), head, TOTAL), truths[NEEDED, key, fact]
        if self.moves:
            moves = _by_value(outcomes, lambda o: move_of(o) if o.old != o.new else None)
            for citation, _, _ in self.counting.causes[decision.kind]:
                cause, head = truths[CAUSE, citation], (CAUSE, citation)
                moved = np.zeros_like(cause)
                for move, mine in moves:
                    moved |= mine
                    yield Cell(self.table(key, "moves"), head, move), cause & mine
                yield Cell(self.table(key, "moves"), head, TOTAL), cause & moved


def _by_value(
    outcomes: list[frozenset[Outcome]], value_of: Callable[[Outcome], str | None]
) -> list[tuple[str, Truths]]:
    """Return, by a value of outcomes, the rows that have it."""
    places: dict[str, list[int]] = {}
    for place, of in enumerate(outcomes):
        for value in {value_of(outcome) for outcome in of}:
            if value is not None:
                places.setdefault(value, []).append(place)
    rows = []
    for value in sorted(places):
        mine = np.zeros(len(outcomes), dtype=np.bool_)
        mine[places[value]] = True
        rows.append((value, mine))
    return rows


def ranks_of(decision: ir.Decision) -> dict[str, int]:
    """Return the place of each outcome, the best first; values of one rank in their order."""
    ranks: Any = decision.better
    values = [value for rank in ranks for value in rank]
    return {f"={text_of(value)}": place for place, value in enumerate(values)}


def text_of(value: object) -> str:
    """Return a value as the text that stands for it in columns."""
    return str(value).lower() if isinstance(value, bool) else str(value)
