"""Persons of cells: drawn, decided by the law, and kept where they fall into their cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

import numpy as np
import polars as pl

from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.records import dataclass
from lawc.synth.cells import Cell
from lawc.synth.drawing import Drawing, Things, Truths, Wholes, frames_of, random_bits
from lawc.synth.register import Synthesis

_AT_ONCE = 400_000  # candidates that are decided together
_ROUNDS = 40
_SPARE = Fraction(11, 10)  # candidates more than are expected to be needed
_LEAST = 20  # candidates of a cell in a round
_RAREST = 2_000  # candidates a person of a cell that the rounds go to


@dataclass(frozen=True, slots=True)
class Persons:
    """Tables by kind as engines take them, and the cells that nobody was found for."""

    frames: Mapping[str, pl.DataFrame]
    missing: Mapping[Cell, int]


def scaled(cells: Mapping[Cell, int], scale: Fraction) -> dict[Cell, int]:
    """Return the numbers of cells at another size, rounded so that their sum is right."""
    exact = {cell: number * scale for cell, number in cells.items()}
    whole = {cell: int(number) for cell, number in exact.items()}
    left = round(sum(exact.values())) - sum(whole.values())
    nearest = sorted(exact, key=lambda cell: (whole[cell] - exact[cell], cell.groups))
    for cell in nearest[:left]:
        whole[cell] += 1
    return {cell: number for cell, number in whole.items() if number}


def persons_of(
    synthesis: Synthesis,
    wanted: Mapping[Cell, int],
    advance: Callable[[int], None] = lambda _: None,
) -> Persons:
    """Return the persons of each cell."""
    specification, drawing = synthesis.specification, synthesis.drawing
    left = dict(wanted)
    rates = {cell: Fraction(max(cell.hits, 1), max(cell.tries, 1)) for cell in wanted}
    pieces: list[dict[str, pl.DataFrame]] = []
    kept_before = 0
    for turn in range(_ROUNDS):
        for part, batch in enumerate(_batches(left, rates, last=turn == _ROUNDS - 1)):
            cells = list(batch)
            things, kept = _drawn(
                synthesis, batch, left, f"{specification.seed} persons {turn} {part}"
            )
            rows = np.repeat(np.arange(len(cells)), list(batch.values()))
            hits = np.bincount(rows[kept], minlength=len(cells)).tolist()
            for cell, number in zip(cells, hits, strict=True):
                left[cell] -= number
                # A cell of which nobody was met is sought among ten times as many.
                rate = Fraction(number, batch[cell]) if number else rates[cell] / 10
                rates[cell] = max(rate, Fraction(1, _RAREST))
            pieces.append(_taken(drawing, things, kept, kept_before))
            kept_before += sum(hits)
            advance(sum(hits))
        left = {cell: number for cell, number in left.items() if number}
        if not left:
            break
    if not pieces:
        return Persons({}, left)
    frames = {
        kind.key: pl.concat([piece[kind.key] for piece in pieces], how="vertical_relaxed")
        for kind in drawing.law.kinds
    }
    return Persons(_shuffled(drawing, frames, specification.seed), left)


def _batches(
    left: Mapping[Cell, int], rates: Mapping[Cell, Fraction], *, last: bool
) -> Iterator[dict[Cell, int]]:
    """Yield how many candidates of each cell to draw, in batches that are decided together."""
    batch: dict[Cell, int] = {}
    for cell, number in left.items():
        candidates = max(_LEAST, round(number / rates[cell] * _SPARE))
        if last:
            candidates = max(candidates, _RAREST * 2)
        while candidates:
            some = min(candidates, _AT_ONCE - sum(batch.values()))
            batch[cell] = some
            candidates -= some
            if sum(batch.values()) >= _AT_ONCE:
                yield batch
                batch = {}
    if batch:
        yield batch


def _drawn(
    synthesis: Synthesis,
    batch: Mapping[Cell, int],
    left: Mapping[Cell, int],
    seed: str,
) -> tuple[dict[str, Things], Truths]:
    """Return candidates, and which of them are kept: of each cell as many as are left."""
    numbers = list(batch.values())
    rows = np.repeat(np.arange(len(numbers)), numbers)
    groups = {}
    for dimension in synthesis.specification.dimensions:
        names = list(dimension.groups)
        places = [names.index(dict(cell.groups)[dimension.name]) for cell in batch]
        groups[dimension.name] = np.array(places, np.int64)[rows]
    things = synthesis.drawing.things(groups, seed)
    decided, fits = synthesis.deciding.groups(things)
    for name, places_of in decided.items():
        fits &= places_of == groups[name]
    # The rows of a cell stand together: its first that fit are kept.
    before: Wholes = np.cumsum(fits) - fits
    starts = np.cumsum([0, *numbers])[:-1]
    own: Wholes = before - before[np.minimum(starts, len(rows) - 1)][rows]
    most = np.array([left[cell] for cell in batch], np.int64)[rows]
    return things, fits & (own < most)


def _taken(
    drawing: Drawing, things: Mapping[str, Things], kept: Truths, before: int
) -> dict[str, pl.DataFrame]:
    """Return the tables of the wholes that are kept; a whole's number is its key."""
    frames, _ = frames_of(things)
    numbers = np.cumsum(kept) - 1 + before
    taken = {}
    for kind in drawing.law.kinds:
        table = things[kind.key]
        rows = kept[table.whole]
        whole = pl.Series("whole", numbers[table.whole])
        taken[kind.key] = frames[kind.key].with_columns(whole).filter(pl.Series(rows))
    return taken


def _shuffled(
    drawing: Drawing, frames: Mapping[str, pl.DataFrame], seed: int
) -> dict[str, pl.DataFrame]:
    """Return the tables with wholes in an order by chance, and keys from 1 on by kind."""
    shuffled: dict[str, pl.DataFrame] = {}
    count = len(frames[drawing.law.kinds[0].key])
    order = np.empty(count, np.int64)
    order[np.argsort(random_bits(f"{seed} order", count), kind="stable")] = np.arange(count)
    places = pl.DataFrame({"whole": pl.Series(np.arange(count)), "place": pl.Series(order)})
    keys: dict[str, pl.DataFrame] = {}
    for kind in drawing.law.kinds:
        frame = frames[kind.key].join(places, on="whole", how="left", maintain_order="left")
        frame = frame.sort("place", maintain_order=True)
        owners = ["whole", OWNER]
        if kind.parent is not None:
            frame = frame.join(keys[kind.parent], on=owners, how="left", maintain_order="left")
        else:
            frame = frame.with_columns(new=pl.lit(0, pl.Int64))
        old = frame.select("whole", pl.col(KEY).alias(OWNER))
        numbers = pl.Series("new", np.arange(1, len(frame) + 1))
        keys[kind.key] = old.with_columns(numbers)
        frame = frame.with_columns(numbers.alias(KEY), pl.col("new").alias(OWNER))
        shuffled[kind.key] = frame.drop("whole", "place", "new")
    return shuffled
