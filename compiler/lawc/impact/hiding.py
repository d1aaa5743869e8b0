"""Numbers that are hidden, so that no small one can be told from all the others together.

A number is small if it is above zero and below the least that is shown, or if the wholes that
it rests on are so few. Further numbers are hidden until each hidden one, as far as the shown
ones tell, may lie anywhere in a range of at least that width.

Two linear programmes for each hidden number say what somebody can work out from the shown ones:
its least and its largest value over all numbers of atoms that are not below zero and add up to
what is shown (`ranges`). A linear programme also chooses which numbers to hide beside a small
one: the cheapest change of shown numbers that makes the small one larger by the width. All
numbers that it changes are hidden; each solution shows the ranges of several.

Atoms that are empty in the register are taken as known to be empty, and the rarest atoms as
known: who knows less can only work out less.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, eye, hstack, vstack

from lawc.impact.layers import TOTAL, WITHOUT, Cell, Layer
from lawc.records import dataclass

ATOMS = 600  # of a layer that are unknown in a linear programme: more make ranges no narrower
ROUNDS = 40
_DIGITS = 1000  # solutions are exact to a thousandth


class Range(NamedTuple):
    """What the shown numbers tell of a hidden one: its least and its largest value."""

    least: int
    most: int

    @property
    def width(self) -> int:
        """How far the largest value lies above the least."""
        return self.most - self.least


@dataclass(frozen=True)
class Problem:
    """Numbers as sums of atoms.

    - `sums`: a row a number, a column an atom; `numbers` are what they add up to.
    - `ties`: rows that do not change: layers of a unit tell of the same units.
    - `links`: rows that are not below `-slack` as they change: wholes are no more than things.
    - `atoms`: the true numbers of atoms.
    - `cells`: the cells that show each number: a number that is the same sum is one.
    """

    sums: Any
    ties: Any
    links: Any
    slack: NDArray[np.int64]
    numbers: NDArray[np.int64]
    cells: tuple[tuple[Cell, ...], ...]


def problem_of(layers: Iterable[Layer]) -> Problem:
    """Return the numbers of all layers, of all units, as one problem."""
    columns = 0
    rows: dict[bytes, tuple[NDArray[Any], int, list[Cell]]] = {}
    parts = []
    for layer in layers:
        part = _part(layer)
        parts.append((layer, part, columns))
        columns += len(part.counts)
    entries: list[tuple[int, int]] = []
    numbers: list[int] = []
    totals: list[int] = []
    cells: list[tuple[Cell, ...]] = []
    for layer, part, start in parts:
        rows = {}
        for cell, truths in zip(part.cells, part.matrix, strict=True):
            total = int(layer.counts[layer.cells[cell]].sum())
            key = truths.tobytes()
            rows.setdefault(key, (truths, total, []))[2].append(cell)
        for truths, total, of in rows.values():
            entries += [(len(numbers), start + int(place)) for place in np.flatnonzero(truths)]
            # The atoms that are left out are known.
            numbers.append(int(part.counts[truths].sum()))
            totals.append(total)
            assert total >= numbers[-1], "atoms are not below zero"
            cells.append(tuple(of))
    sums = _matrix([(r, c, 1) for r, c in entries], len(numbers), columns)
    ties = _ties([(layer.unit, part, start) for layer, part, start in parts], columns)
    links, slack = _links(sums, cells, totals)
    return Problem(sums, ties, links, slack, np.array(numbers, dtype=np.int64), tuple(cells))


class _Part(NamedTuple):
    """The atoms of a layer that are unknown in a linear programme: equal ones are one."""

    counts: NDArray[np.int64]
    classes: tuple[object, ...]
    cells: tuple[Cell, ...]
    matrix: NDArray[np.bool_]


def _part(layer: Layer) -> _Part:
    cells = tuple(cell for cell in layer.cells if layer.counts[layer.cells[cell]].sum())
    matrix = np.array([layer.cells[cell] for cell in cells], dtype=np.bool_)
    matrix = matrix.reshape(len(cells), len(layer.counts))
    numbers = {class_: place for place, class_ in enumerate(dict.fromkeys(layer.classes))}
    of = np.array([numbers[class_] for class_ in layer.classes], dtype=np.int64)
    packed = np.packbits(matrix, axis=0).T
    kept: dict[tuple[int, bytes], list[int]] = {}
    for place in range(len(layer.counts)):
        kept.setdefault((int(of[place]), packed[place].tobytes()), []).append(place)
    groups = sorted(kept.values(), key=lambda g: (-int(layer.counts[g].sum()), g[0]))
    chosen = _chosen(groups, matrix, layer.counts)
    first = [group[0] for group in chosen]
    counts = np.array([int(layer.counts[group].sum()) for group in chosen], dtype=np.int64)
    return _Part(counts, tuple(layer.classes[p] for p in first), cells, matrix[:, first])


def _chosen(
    groups: list[list[int]], matrix: NDArray[np.bool_], counts: NDArray[np.int64]
) -> list[list[int]]:
    """Return the most frequent atoms, and for each rare number those that it is the sum of."""
    if len(groups) <= ATOMS:
        return groups
    rare = np.argsort([counts[row].sum() for row in matrix], kind="stable")[: len(matrix) // 2]
    chosen = dict.fromkeys(range(ATOMS // 2))
    first = [group[0] for group in groups]
    for row in rare:
        if len(chosen) >= ATOMS:
            break
        for place in np.flatnonzero(matrix[row][first])[:20]:
            chosen[int(place)] = None
    return [groups[place] for place in sorted(chosen)]


def _ties(parts: Sequence[tuple[str, _Part, int]], columns: int) -> Any:
    """Return rows that say that a class has the same number of units in all layers of a unit.

    Of a class of which atoms are left out somewhere, the known rest is no matter: rows say what
    changes, and what is known does not change.
    """
    first: dict[str, tuple[_Part, int]] = {}
    entries: list[tuple[int, int, int]] = []
    row = 0
    for unit, part, start in parts:
        if unit not in first:
            first[unit] = (part, start)
            continue
        other, begin = first[unit]
        for class_ in dict.fromkeys((*other.classes, *part.classes)):
            entries += [(row, start + n, 1) for n, c in enumerate(part.classes) if c == class_]
            entries += [
                (row, begin + n, -1) for n, c in enumerate(other.classes) if c == class_
            ]
            row += 1
    return _matrix(entries, row, columns)


def _links(
    sums: Any, cells: Sequence[tuple[Cell, ...]], totals: Sequence[int]
) -> tuple[Any, NDArray[np.int64]]:
    """Return rows that say that wholes of which something is so are no more than the things.

    The second is how many more things there are.
    """
    places = {cell: number for number, of in enumerate(cells) for cell in of}
    root = cells[-1][0].table.partition(".")[0] if cells else ""
    pairs = []
    for cell, number in places.items():
        unit, _, table = cell.table.partition(".")
        of_things = not table.endswith(("best", "needed")) and cell.column != WITHOUT
        if unit != root and of_things:
            whole = places.get(Cell(f"{root}.{table}", cell.row, cell.column))
            if whole is not None and totals[whole] <= totals[number]:
                pairs.append((number, whole))
    pairs = list(dict.fromkeys(pairs))
    things, wholes = ([pair[side] for pair in pairs] for side in (0, 1))
    slack = [totals[thing] - totals[whole] for thing, whole in pairs]
    return sums[things] - sums[wholes], np.array(slack, dtype=np.int64)


def _matrix(entries: Sequence[tuple[int, int, int]], rows: int, columns: int) -> Any:
    of = np.array(entries, dtype=np.int64).reshape(-1, 3)
    return csr_matrix((of[:, 2], (of[:, 0], of[:, 1])), shape=(rows, columns))


@dataclass(frozen=True)
class Auditor:
    """The linear programmes of a problem.

    The unknowns are the changes of atoms from what they are, so that what is known of the rest
    stays out.
    """

    problem: Problem
    atoms: NDArray[np.int64]
    width: int

    def extreme(self, number: int, hidden: NDArray[np.bool_], sign: int) -> NDArray[Any]:
        """Return the changes of all numbers that change one most, up (1) or down (-1)."""
        problem = self.problem
        row = problem.sums[[number]].toarray()[0]
        shown = vstack([problem.sums[~hidden], problem.ties]).tocsr()
        solution = milp(
            -sign * row,
            constraints=[LinearConstraint(shown, 0, 0), *self.links(problem.links)],
            bounds=Bounds(-self.atoms, np.full(len(self.atoms), self.most)),
        )
        return self.changes(solution, len(self.atoms))

    def links(self, rows: Any) -> list[LinearConstraint]:
        """Return the condition that wholes are no more than things."""
        if not rows.shape[0]:
            return []
        return [LinearConstraint(rows, -self.problem.slack, np.inf)]

    @property
    def most(self) -> int:
        """The largest change of an atom that is looked at."""
        return int(self.problem.numbers.max(initial=0)) + 10 * self.width

    def changes(self, solution: Any, atoms: int) -> NDArray[Any]:
        """Return how a solution changes each number, in thousandths."""
        assert solution.x is not None, solution.message
        changes = self.problem.sums @ solution.x[:atoms]
        rounded: NDArray[np.int64] = np.rint(changes * _DIGITS).astype(np.int64)
        return rounded

    def cheapest(
        self, number: int, hidden: NDArray[np.bool_], costs: NDArray[np.int64]
    ) -> NDArray[Any]:
        """Return the changes of all numbers that make one larger by the width, the cheapest."""
        problem = self.problem
        shown = problem.sums[~hidden]
        count, atoms = shown.shape
        up_down = hstack([-eye(count), eye(count)])
        rows = hstack([shown, up_down])
        ties = hstack([problem.ties, csr_matrix((problem.ties.shape[0], 2 * count))])
        own = hstack([problem.sums[[number]], csr_matrix((1, 2 * count))])
        prices = costs[~hidden]
        solution = milp(
            np.concatenate([np.zeros(atoms), prices, prices]),
            constraints=[
                LinearConstraint(vstack([rows, ties]).tocsr(), 0, 0),
                LinearConstraint(own.tocsr(), self.width, np.inf),
                *self.links(
                    hstack(
                        [problem.links, csr_matrix((problem.links.shape[0], 2 * count))]
                    ).tocsr()
                ),
            ],
            bounds=Bounds(
                np.concatenate([-self.atoms, np.zeros(2 * count)]),
                np.concatenate([np.full(atoms, self.most), np.full(2 * count, np.inf)]),
            ),
        )
        return self.changes(solution, atoms)


def hidden_cells(
    layers: Sequence[Layer], numbers: Mapping[Cell, int], width: int
) -> frozenset[Cell]:
    """Return the cells that are to be hidden."""
    problem, atoms = built(layers)
    root = layers[-1].unit
    small = [any(is_small(cell, numbers, root, width) for cell in of) for of in problem.cells]
    chosen = choose(problem, atoms, np.array(small, dtype=np.bool_), width)
    hidden = frozenset(c for n, of in enumerate(problem.cells) if chosen[n] for c in of)
    found = ranges(layers, hidden, width, shared=True)
    narrow = [cell for cell, of in found.items() if of.width < width]
    assert not narrow, f"{narrow} can be told from what is shown"
    return hidden


def built(layers: Sequence[Layer]) -> tuple[Problem, NDArray[np.int64]]:
    """Return the problem of layers, and the numbers of its atoms."""
    atoms = [_part(layer).counts for layer in layers]
    return problem_of(layers), np.concatenate(atoms)


def is_small(cell: Cell, numbers: Mapping[Cell, int], root: str, width: int) -> bool:
    """Return whether a number is small, or rests on few wholes."""
    if 0 < numbers[cell] < width:
        return True
    table = cell.table.partition(".")[2]
    wholes = numbers.get(Cell(f"{root}.{table}", cell.row, cell.column))
    return wholes is not None and 0 < wholes < width


def choose(
    problem: Problem, atoms: NDArray[np.int64], small: NDArray[np.bool_], width: int
) -> NDArray[np.bool_]:
    """Return the numbers to hide: those that are small, and what protects them."""
    auditor = Auditor(problem, atoms, width)
    pairs = zip(problem.cells, problem.numbers, strict=True)
    costs = np.array([_cost(of, int(number)) for of, number in pairs], dtype=np.int64)
    hidden = small.copy()
    widest = np.zeros((2, len(hidden)), dtype=np.int64)
    for _ in range(ROUNDS):
        waiting = np.flatnonzero(hidden & (_whole_width(widest) < width))
        if not len(waiting):
            break
        for number in waiting[np.argsort(-problem.numbers[waiting], kind="stable")]:
            if _whole_width(widest)[number] < width:
                changes = auditor.cheapest(int(number), hidden, costs)
                hidden |= changes != 0
                widest = np.array(
                    [np.maximum(widest[0], changes), np.minimum(widest[1], changes)]
                )
    return hidden


def _whole_width(widest: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how wide the ranges are in whole numbers: no part of a thing is counted."""
    width: NDArray[np.int64] = widest[0] // _DIGITS + -widest[1] // _DIGITS
    return width


def _cost(cells: tuple[Cell, ...], number: int) -> int:
    """Return what is lost if a number is hidden: totals are dear, large numbers dearer."""
    total = any(TOTAL in (cell.column, *cell.row) for cell in cells)
    return (10 + number.bit_length()) * (10 if total else 1)


def ranges(
    layers: Sequence[Layer], hidden: frozenset[Cell], width: int, *, shared: bool = False
) -> dict[Cell, Range]:
    """Return what the shown numbers tell of each hidden one, by two linear programmes each.

    If `shared`, none is solved for a number of which solutions for others show enough: its
    range is then at least what is returned.
    """
    found: dict[Cell, Range] = {}
    problem, atoms = built(layers)
    auditor = Auditor(problem, atoms, width)
    mask = np.array([any(c in hidden for c in of) for of in problem.cells], dtype=np.bool_)
    up, down = (np.zeros(len(mask), dtype=np.int64) for _ in range(2))
    for number in np.flatnonzero(mask):
        if not shared or up[number] // _DIGITS + -down[number] // _DIGITS < width:
            for sign in (1, -1):
                changes = auditor.extreme(int(number), mask, sign)
                up, down = np.maximum(up, changes), np.minimum(down, changes)
    for number in np.flatnonzero(mask):
        value = int(problem.numbers[number])
        for cell in problem.cells[number]:
            least = value - int(-down[number]) // _DIGITS
            found[cell] = Range(least, value + int(up[number]) // _DIGITS)
    return found
