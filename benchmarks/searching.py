"""Time of commands on small inputs that make them search, count or follow much."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, number, of_times
from benchmarks.small_inputs import Input, inputs
from benchmarks.timing import FailedError, Spread, lawc

GROUP = "small inputs on which a command could search for long, by processor time"
SECONDS = 10  # what any of them may take
AMENDING = 3  # what a thousand operations may take
_AS_LARGE = 20  # parts of its size that an input has where only a run is wanted


def figures(folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield the processor time of each input."""
    scale = (lambda size: max(size // _AS_LARGE, 4)) if quick else (lambda size: size)
    for place, given in enumerate(inputs(scale)):
        bar = AMENDING if given.command[-1] == "--no-check" else SECONDS
        yield _figure(given, folder / f"small-{place}", folder / "cache", passes, bar)


def _figure(given: Input, folder: Path, cache: Path, passes: int, bar: float) -> Figure:
    for name, text in given.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    limit = 6.0 * bar
    try:
        runs = [
            lawc(*given.command, folder=folder, cache=cache, limit=limit, may_report=True)
            for _ in range(passes)
        ]
    except FailedError as error:
        return Figure(GROUP, given.what, "s", None, at_most=bar, note=str(error))
    note = f"by the clock {number(min(run.wall for run in runs))}"
    times = Spread.of([run.cpu for run in runs])
    return of_times(GROUP, given.what, "s", times, at_most=bar, note=note)
