"""Speed of `explain` for persons that it has not met before, with the collector on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.alone import persons_with_facts_missing
from benchmarks.figures import Figure, of_growth, of_ratio
from benchmarks.people import known_persons
from benchmarks.timing import Spread, alone
from benchmarks.trees import left_in_cycles
from kz_amnesty_2025 import Person, explain

GROUP = "`explain` of persons not met before, collector on, against deciding by hand"
STEADY = "`explain` of persons not met before, collector on: how steady it is"
TIMES = "one person not met before, collector on, by thread time"
MEMORY = "memory of `explain`"
MOST_MEDIANS = 20
MOST_MEMORY = 40  # MiB
FIRST = 2_000  # persons after which memory is measured first
CALL = 20  # the call that is compared with the one before it


def figures(root: Path, *, quick: bool, passes: int, full: bool = False) -> Iterator[Figure]:
    """Yield the figures: speed, the slowest persons, the 20th call, cycles, memory.

    Memory is that after a million persons if `full`, which takes minutes.
    """
    known, missing, most = (2_000, 1_000, 10_000) if quick else (100_000, 5_000, 100_000)
    most = 1_000_000 if full else most
    of_known = alone("known", known, root=root)
    of_missing = alone("missing", missing, root=root)
    copied = alone("copied", known, root=root)
    for what, measured, bar in (
        ("every fact known", of_known, 0.012),
        ("a fifth of the facts missing", of_missing, 0.008),
    ):
        row = f"the answers, and which provisions apply; {what}"
        yield of_ratio(GROUP, row, Spread.of(measured["ratios"]), bar)
        yield of_ratio(GROUP, f"every node; {what}", Spread.of(measured["whole"]))
    yield _slowest("`explain`", of_known["explained"], MOST_MEDIANS)
    yield _slowest("making the same objects again, as a control", copied, None)
    yield _twentieth_call(root, 5 if quick else 5 * passes)
    yield _cycles("every fact known", known_persons(7, 400))
    yield _cycles("a fifth of the facts missing", persons_with_facts_missing(8, 400))
    yield _growth_of_memory(root, most)
    for what, times in (
        ("`explain` and a look at every node, every fact known", of_known["explained"]),
        ("`explain` and a look at every node, a fifth missing", of_missing["explained"]),
        ("making the same objects again, every fact known", copied),
    ):
        micro = Spread.of([nanoseconds / 1e3 for nanoseconds in times])
        row = f"{what}, the median"
        yield Figure(TIMES, row, "µs a person", micro.middle, micro.low, micro.high)


def _slowest(what: str, times: list[float], bar: float | None) -> Figure:
    """Return how many medians the slowest person but one in ten thousand takes."""
    ordered = sorted(times)
    value = ordered[int(len(ordered) * 0.9999)] / ordered[len(ordered) // 2]
    row = f"{what}: 99.99th percentile over the median, {len(times):,} persons"
    note = f"the longest of all {ordered[-1] / 1e6:.3g} ms"
    return Figure(STEADY, row, "", value, at_most=bar, note=note)


def _twentieth_call(root: Path, processes: int) -> Figure:
    """Return the time of a call over that of the call before, each the best of some."""
    runs = [alone("calls", CALL, root=root) for _ in range(processes)]
    best = [min(times) for times in zip(*runs, strict=True)]
    row = f"call {CALL} of a process over call {CALL - 1}"
    note = f"the first call {best[0] / 1e6:.3g} ms"
    return Figure(STEADY, row, "", best[-1] / best[-2], at_most=2, note=note)


def _cycles(what: str, persons: list[Person]) -> Figure:
    left = left_in_cycles(explain, persons) / (len(persons) // 2)
    row = f"objects left in cycles by a person, {what}"
    return of_growth(STEADY, row, Spread.of([left]), 0)


def _growth_of_memory(root: Path, most: int) -> Figure:
    first, last = alone("memory", FIRST, most, root=root)
    row = f"after {most:,} different persons, less that after {FIRST:,}"
    note = f"{first:.0f} MiB after {FIRST:,}"
    return Figure(MEMORY, row, "MiB", last - first, at_most=MOST_MEMORY, note=note)
