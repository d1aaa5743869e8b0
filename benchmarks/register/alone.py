"""One way of deciding a register, in a process of its own.

python -m benchmarks.register.alone polars-by-hand tables 1000000
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import polars as pl
from benchmarks.register import by_hand_duckdb, by_hand_polars, emitted, emitted_duckdb
from benchmarks.register.making import TABLES, flat_folder_of, folder_of

Way = Callable[[Path, bool], pl.DataFrame]


def by_polars(folder: Path, flat: bool) -> pl.DataFrame:
    """Decide by hand in polars."""
    tables = by_hand_polars.scanned(folder, ("record",) if flat else TABLES)
    decided = by_hand_polars.of_records(*tables) if flat else by_hand_polars.of_tables(*tables)
    return by_hand_polars.totals(decided).collect(engine="streaming")


WAYS: Mapping[str, Way] = {
    "polars-by-hand": by_polars,
    "duckdb-by-hand": lambda folder, flat: by_hand_duckdb.totals(folder, flat=flat),
    "polars": lambda folder, flat: emitted.totals(folder, flat=flat),
    "polars-settled": lambda folder, flat: emitted.totals(folder, flat=flat, cases=True),
    "duckdb": lambda folder, flat: emitted_duckdb.totals(folder, flat=flat),
    "polars-provisions": lambda folder, flat: emitted.totals(
        folder, flat=flat, provisions=True
    ),
}


def main(way: str, layout: str, size: int, passes: int) -> int:
    """Print how long each pass takes, and the largest memory of the process."""
    flat = layout == "records"
    folder = flat_folder_of(size) if flat else folder_of(size)
    emitted.law()  # compiled once, before
    processor, clock, rows = [], [], 0
    for _ in range(passes):
        started, used = time.perf_counter(), time.process_time()
        result = WAYS[way](folder, flat)
        processor.append(time.process_time() - used)
        clock.append(time.perf_counter() - started)
        rows = int(result["rows"].sum())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = {"processor": processor, "clock": clock, "memory": peak, "rows": rows}
    print(json.dumps(figures))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:5])))
