"""Time and memory of `lawc diff` for the amnesty law and each amending act."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Figure, number, of_times
from benchmarks.timing import Finished, Spread, lawc

TIMES = "`lawc diff` of the amnesty law before and after an amending act, by processor time"
MEMORY = "memory of `lawc diff`"
STATUTES = "statutes/kz"
SECONDS, MEGABYTES = 10, 1024  # what a comparison may take


def figures(root: Path, folder: Path, *, quick: bool, passes: int) -> Iterator[Figure]:
    """Yield time and memory of a comparison with the law as each act amends it."""
    acts = sorted((root / STATUTES / "amnesty-2025" / "amendments").glob("*.en.law"))
    cache = folder / "cache"
    for act in acts[:1] if quick else acts:
        new = _amended(root, folder / act.stem.partition(".")[0], act, cache)
        runs = [_compared(root, new, cache) for _ in range(passes)]
        name = act.name.removesuffix(".en.law").replace("-", " ")
        yield of_times(
            TIMES,
            name,
            "s",
            Spread.of([one.cpu for one in runs]),
            at_most=SECONDS,
            note=f"by the clock {number(min(one.wall for one in runs))}",
        )
        peak = max(one.memory for one in runs)
        yield Figure(MEMORY, name, "MB", peak, at_most=MEGABYTES)


def _amended(root: Path, folder: Path, act: Path, cache: Path) -> Path:
    """Write the law as an act amends it, with copies of the files it needs; return its path."""
    shutil.copytree(root / STATUTES, folder / "kz")
    new = folder / "kz" / "amnesty-2025" / "en.law"
    lawc("amend", new, act, "--out", new, folder=root, cache=cache)
    return new


def _compared(root: Path, new: Path, cache: Path) -> Finished:
    old = root / STATUTES / "amnesty-2025" / "en.law"
    return lawc("diff", old, new, folder=root, cache=cache, may_report=True)
