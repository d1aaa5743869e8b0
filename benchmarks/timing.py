"""Measuring: functions in turn in one process, and commands as processes of their own."""

from __future__ import annotations

import gc
import json
import os
import resource
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEAST = 0.05  # seconds that one timing takes at least
SAMPLES = 0.02  # seconds between two looks at the memory of a process


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector out of the timings."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """Return the processor seconds that doing `work` takes, on average.

    Those of the processes that it makes and waits for count as its own.
    """
    start = _used()
    for _ in range(times):
        work()
    return (_used() - start) / times


def _used() -> float:
    below = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + below.ru_utime + below.ru_stime


def over(call: Callable[[Any], object], things: Sequence[Any]) -> Callable[[], None]:
    """Return the work of calling `call` with each of `things`."""

    def work() -> None:
        for one in things:
            call(one)

    return work


def interleaved(
    work: Mapping[str, Callable[[], object]], passes: int, least: float = LEAST
) -> dict[str, list[float]]:
    """Return the processor seconds of each work in each pass; in a pass all take turns."""
    with uncollected():
        times = {name: _times(one, least) for name, one in work.items()}
        found: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(passes):
            for name, one in work.items():
                found[name].append(seconds(one, times[name]))
    return found


def _times(work: Callable[[], object], least: float) -> int:
    work()  # what is remembered from the first time on is not what is measured
    return max(1, round(least / max(seconds(work), 1e-6)))


@dataclass(frozen=True, slots=True)
class Spread:
    """The figures of several passes."""

    low: float
    middle: float
    high: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """Return the spread of some figures."""
        return cls(min(figures), statistics.median(figures), max(figures))


def ratio(measure: Sequence[float], ours: Sequence[float]) -> Spread:
    """Return the speed of ours as a part of the speed of the measure, pass by pass."""
    return Spread.of([theirs / our for theirs, our in zip(measure, ours, strict=True)])


# --- processes of their own -------------------------------------------------------------


def alone(*arguments: object, root: Path) -> Any:
    """Return what `python -m benchmarks.alone` prints, run in the folder `root`."""
    command = [sys.executable, "-m", "benchmarks.alone", *map(str, arguments)]
    run = subprocess.run(  # noqa: S603 - our own program
        command, cwd=root, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)


# --- commands ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that ran: seconds by the clock, of the processors, and memory in MB.

    `memory` adds up the peak of every process, `largest` is the peak of one.
    """

    wall: float
    cpu: float
    memory: float
    largest: float


class FailedError(Exception):
    """A command did not end well, or not in time."""


def lawc(
    *arguments: object, folder: Path, cache: Path, limit: float = 600, may_report: bool = False
) -> Finished:
    """Run the command `lawc` in `folder`.

    Raises:
        FailedError: it ended with an error, or took more than `limit` seconds.
    """
    command = [sys.executable, "-m", "lawc", *map(str, arguments)]
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 - our own program
        command,
        cwd=folder,
        # An empty word lets Python keep its bytecode, as it does where nobody forbids it.
        env={**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONDONTWRITEBYTECODE": ""},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    ended = threading.Event()
    peaks: dict[int, float] = {}
    watch = threading.Thread(target=_watch, args=(process.pid, peaks, ended, start + limit))
    watch.start()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    ended.set()
    watch.join()
    if process.returncode not in ({0, 1} if may_report else {0}):
        late = process.returncode == -signal.SIGKILL
        why = f"more than {limit:.0f} s" if late else f"exit code {process.returncode}"
        raise FailedError(f"`lawc {arguments[0]}`: {why}")
    largest = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
    memory = max(sum(peaks.values()), largest)
    return Finished(wall, used.ru_utime + used.ru_stime, memory, largest)


def _watch(
    process: int, peaks: dict[int, float], ended: threading.Event, deadline: float
) -> None:
    """Keep the peak memory of a process and those below it; end all that are late."""
    while not ended.wait(SAMPLES):
        for one in (process, *_below(process)):
            with suppress(OSError, StopIteration, ValueError):
                peaks[one] = _peak(one)
        if time.perf_counter() > deadline:
            with suppress(OSError):
                os.killpg(process, signal.SIGKILL)


def _below(process: int) -> tuple[int, ...]:
    try:
        text = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii")
    except OSError:  # not everywhere; then the largest process is all that is known
        return ()
    return tuple(map(int, text.split()))


def _peak(process: int) -> float:
    text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    line = next(one for one in text.splitlines() if one.startswith("VmHWM:"))
    return int(line.split()[1]) / 1024
