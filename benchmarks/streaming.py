"""How fast `lawc decide` decides a file of cases, and in how much memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.people import write_known, write_partial
from benchmarks.timing import FailedError, Finished, Spread, lawc

GROUP = "`lawc decide`, from file to file"
MEMORY = "memory of `lawc decide`, all processes"
AMNESTY = "statutes/kz/amnesty-2025"
BAR = 20_000  # lines a second
LARGE = 100_000  # lines from which on neither the start nor tables that fill count for much
KINDS: tuple[tuple[str, Callable[[Path, int], None]], ...] = (
    ("every fact known, 1 to 3 offences", write_known),
    ("facts missing", write_partial),
)


def figures(
    root: Path, folder: Path, *, sizes: tuple[int, ...], passes: int
) -> Iterator[Figure]:
    """Yield lines a second and memory, for each kind of cases and each number of lines."""
    for what, write in KINDS:
        cases, peaks = folder / "cases.jsonl", []
        for size in sizes:
            write(cases, size)
            try:
                runs = [_run(root, folder, cases) for _ in range(passes if size < 1e6 else 1)]
            except FailedError as error:
                yield Figure(
                    GROUP, f"{what}, {size:,} lines", "lines/s", None,
                    at_least=_bar(size), note=str(error),
                )  # fmt: skip
                continue
            yield from _speeds(f"{what}, {size:,} lines", size, runs)
            peaks.append(max(one.memory for one in runs))
            yield Figure(MEMORY, f"{what}, {size:,} lines", "MB", peaks[-1])
        if len(peaks) > 1:
            yield Figure(
                MEMORY,
                f"{what}: {sizes[-1]:,} lines against {sizes[-2]:,}",
                "",
                peaks[-1] / peaks[-2],
                at_most=1.15 if sizes[-2] >= LARGE else None,
            )


def _run(root: Path, folder: Path, cases: Path) -> Finished:
    out = folder / "decisions.jsonl"
    return lawc("decide", AMNESTY, cases, "-o", out, folder=root, cache=folder / "cache")


def _bar(size: int) -> float | None:
    return BAR if size >= LARGE else None


def _speeds(what: str, size: int, runs: list[Finished]) -> Iterator[Figure]:
    by_clock = Spread.of([size / one.wall for one in runs])
    yield Figure(
        GROUP, what, "lines/s", by_clock.high, by_clock.low, by_clock.high, at_least=_bar(size)
    )
    of_processor = Spread.of([size / one.cpu for one in runs])
    yield Figure(
        GROUP,
        f"{what}, by processor time",
        "lines/s",
        of_processor.high,
        of_processor.low,
        of_processor.high,
    )
