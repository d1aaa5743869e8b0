"""Speed and memory of deciding registers, against the law by hand."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.deciding import DisagreementError
from benchmarks.figures import Figure, of_ratio
from benchmarks.others import of_rules, of_spark
from benchmarks.register.agreeing import agreements
from benchmarks.register.making import folder_of
from benchmarks.timing import Spread, ratio

GROUP = "a register of {size}, against {library} by hand on the same {layout}"
ABSOLUTE = "a register of {size}: {layout}"
MEMORY = 1024  # MiB, at most, of fifty million offences
HAND = {"polars": "polars-by-hand", "DuckDB": "duckdb-by-hand"}
# What is measured: the way, what it is called, the library it is compared with, the bar for
# tables and that for records.
ROWS: tuple[tuple[str, str, str, float | None, float | None], ...] = (
    ("polars", "polars, emitted", "polars", 0.85, 0.8),
    ("polars-settled", "polars, emitted, with the second pass", "polars", 0.65, None),
    ("polars-provisions", "polars, emitted, a column for each provision", "polars", None, None),
    ("duckdb", "DuckDB, emitted", "DuckDB", 0.6, None),
)
WORDS = {10**6: "a million offences", 10**7: "10 million offences", 5 * 10**7: "50 million"}


def figures(root: Path, *, size: int, passes: int) -> Iterator[Figure]:
    """Yield the figures of a register of so many offences, each way in a process of its own.

    Raises:
        DisagreementError: by hand something else is decided than by the package.
    """
    for library, agreement in agreements(folder_of(10_000), 2_000):
        if agreement.wrong:
            raise DisagreementError(library, agreement.wrong[0])
    name = WORDS.get(size, f"{size:,} offences")
    for layout in ("tables", "records"):
        ways = [*HAND.values(), *[way for way, *_ in ROWS]]
        found = {way: measured(root, way, layout, size, passes) for way in ways}
        for way, what, library, *bars in ROWS:
            group = GROUP.format(size=name, library=library, layout=layout)
            hand, ours = found[HAND[library]]["processor"], found[way]["processor"]
            yield of_ratio(group, what, ratio(hand, ours), bars[layout == "records"])
        own = found["polars-provisions"]["processor"], found["polars"]["processor"]
        yield Figure(
            GROUP.format(size=name, library="polars", layout=layout),
            "a column for each provision, against none",
            "",
            ratio(*own).middle,
            at_most=1.4 if layout == "tables" else None,
        )
        yield from _times(ABSOLUTE.format(size=name, layout=layout), found, size)
        if layout == "tables":
            yield from of_spark(size, min(found["polars"]["processor"]))
    yield from of_rules(size)


def _times(group: str, found: dict[str, Any], size: int) -> Iterator[Figure]:
    names = {way: f"{library} by hand" for library, way in HAND.items()}
    names |= {way: what for way, what, *_ in ROWS}
    for way, what in names.items():
        speeds = Spread.of([size / 1e6 / one for one in found[way]["processor"]])
        note = "of processor time"
        yield Figure(
            group, what, "million offences/s", speeds.high, speeds.low, speeds.high, note=note
        )
    for way, what in names.items():
        limit = MEMORY if size == 5 * 10**7 and way not in HAND.values() else None
        yield Figure(group, f"{what}: memory", "MiB", found[way]["memory"], at_most=limit)


def measured(root: Path, way: str, layout: str, size: int, passes: int) -> Any:
    """Return what a process of its own says of a way."""
    command: Sequence[object] = (
        sys.executable, "-m", "benchmarks.register.alone", way, layout, size, passes,
    )  # fmt: skip
    run = subprocess.run(  # noqa: S603 - our own program
        [*map(str, command)], cwd=root, capture_output=True, text=True, check=True
    )
    return json.loads(run.stdout)
