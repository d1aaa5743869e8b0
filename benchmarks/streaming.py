"""Speed and memory of `lawc decide` for a file of cases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.household.agreeing import ACT as BENEFITS
from benchmarks.household.cases import PAYMENT_DAY, write_cases
from benchmarks.people import write_half_known, write_known
from benchmarks.timing import FailedError, Finished, Spread, lawc

GROUP = "`lawc decide`, from file to file"
MEMORY = "memory of `lawc decide`, all processes"
LARGE = 100_000  # lines from which on neither the start nor tables that fill count for much
SLOWER = 5  # a part of so many lines takes as long, where facts are missing
AMNESTY = ("statutes/kz/amnesty-2025",)
HOUSEHOLDS = (
    BENEFITS, "--set", f"payment_day={PAYMENT_DAY}", "--set", f"law_day={PAYMENT_DAY}",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cases: the act that decides them, who writes them, lines a second at least.

    `slower` tells that facts are missing: fewer lines are decided.
    """

    what: str
    act: tuple[object, ...]
    write: Callable[[Path, int], None]
    bar: float | None
    slower: bool = False


KINDS = (
    Kind("every fact known, 1 to 3 offences", AMNESTY, write_known, 50_000),
    Kind(
        "half of the facts missing, 1 to 3 offences",
        AMNESTY,
        write_half_known,
        25_000,
        slower=True,
    ),
    Kind("households, every fact known", HOUSEHOLDS, write_cases, 20_000),
    Kind(
        "households, a fifth of the facts missing",
        HOUSEHOLDS,
        partial(write_cases, missing=0.2),
        None,
        slower=True,
    ),
)


def figures(
    root: Path, folder: Path, *, sizes: tuple[int, ...], passes: int
) -> Iterator[Figure]:
    """Yield lines a second and memory, for each kind of cases and each number of lines."""
    for kind in KINDS:
        cases, peaks = folder / "cases.jsonl", []
        part = SLOWER if kind.slower else 1
        of_kind = [size // part for size in sizes]
        for size in of_kind:
            what = f"{kind.what}, {size:,} lines"
            bar = kind.bar if size * part >= LARGE else None
            kind.write(cases, size)
            try:
                runs = [
                    _run(root, folder, kind, cases) for _ in range(passes if size < 1e6 else 1)
                ]
            except FailedError as error:
                yield Figure(
                    GROUP, what, "lines/s", None, at_least=bar, note=str(error)
                )  # a larger one would take longer
                break
            yield from _speeds(what, size, runs, bar)
            peaks.append(max(run.memory for run in runs))
            yield Figure(MEMORY, what, "MB", peaks[-1])
        if len(peaks) > 1:
            yield Figure(
                MEMORY,
                f"{kind.what}: {of_kind[len(peaks) - 1]:,} lines against "
                f"{of_kind[len(peaks) - 2]:,}",
                "",
                peaks[-1] / peaks[-2],
                at_most=1.15 if sizes[len(peaks) - 2] >= LARGE else None,
            )


def _run(root: Path, folder: Path, kind: Kind, cases: Path) -> Finished:
    act, *options = kind.act
    out = folder / "decisions.jsonl"
    return lawc("decide", act, cases, *options, "-o", out, folder=root, cache=folder / "cache")


def _speeds(what: str, size: int, runs: list[Finished], bar: float | None) -> Iterator[Figure]:
    by_clock = Spread.of([size / run.wall for run in runs])
    yield Figure(
        GROUP, what, "lines/s", by_clock.high, by_clock.low, by_clock.high, at_least=bar
    )
    of_processor = Spread.of([size / run.cpu for run in runs])
    yield Figure(
        GROUP,
        f"{what}, by processor time",
        "lines/s",
        of_processor.high,
        of_processor.low,
        of_processor.high,
    )
