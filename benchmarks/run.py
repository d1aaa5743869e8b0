"""Measure everything in one run and write `benchmarks/results.md`.

python -m benchmarks.run            less than ten minutes, where nothing else runs
python -m benchmarks.run --full     also a million lines of cases, and a million persons
python -m benchmarks.run --quick    only shows that everything runs; writes no page
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.figures import Earlier, Figure, earlier_figures, number, page

from benchmarks import (
    comparing,
    compiling,
    deciding,
    explaining,
    growing,
    households,
    registers,
    searching,
    streaming,
)

ROOT = Path(__file__).parents[1]
PARTS = (
    "deciding", "explaining", "growing", "households", "streaming", "compiling", "comparing",
    "searching", "registers",
)  # fmt: skip


def main(given: list[str] | None = None) -> int:
    """Measure, print each figure when it is known, and write the page."""
    options = _options(given)
    found: list[Figure] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="lawc-benchmarks-") as folder:
        for one in _figures(options, Path(folder)):
            found.append(one)
            print(_line(one), flush=True)
    missed = [one for one in found if one.met is False]
    minutes = (time.perf_counter() - began) / 60
    print(f"{len(found)} figures in {minutes:.1f} minutes, {len(missed)} bars missed")
    out: Path | None = options.out
    if out is None and not options.quick and set(options.parts) == set(PARTS):
        out = ROOT / "benchmarks" / "results.md"
    if out is not None:
        flags = "".join(f" --{one}" for one in ("quick", "full") if getattr(options, one))
        text = page(found, f"python -m benchmarks.run{flags}", _earlier())
        out.write_text(text, encoding="utf-8")
    return 0


def _earlier() -> Earlier:
    page_ = ROOT / "benchmarks" / "earlier.md"
    return earlier_figures(page_.read_text(encoding="utf-8"))


def _options(given: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; default: all")
    parser.add_argument("--quick", action="store_true", help="only that everything runs")
    parser.add_argument("--full", action="store_true", help="also a million cases")
    parser.add_argument("--offences", type=int, default=1_000_000, help="of a register")
    parser.add_argument("--passes", type=int, default=3, help="how often each is measured")
    parser.add_argument("--out", type=Path, help="another page to write")
    options = parser.parse_args(given)
    options.parts = options.parts or list(PARTS)
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    return options


def _figures(options: argparse.Namespace, folder: Path) -> Iterator[Figure]:
    quick, passes = options.quick, 1 if options.quick else options.passes
    if "deciding" in options.parts:
        yield from deciding.figures(quick=quick, passes=passes)
    if "explaining" in options.parts:
        yield from explaining.figures(ROOT, quick=quick, passes=passes, full=options.full)
    if "growing" in options.parts:
        yield from growing.figures(folder, quick=quick, passes=passes)
    if "households" in options.parts:
        yield from households.figures(folder, quick=quick, passes=passes)
    if "streaming" in options.parts:
        sizes: tuple[int, ...] = (2_500,) if quick else (10_000, 100_000)
        if options.full:
            sizes = (*sizes, sizes[-1] * 10)
        yield from streaming.figures(ROOT, folder, sizes=sizes, passes=min(passes, 2))
    if "compiling" in options.parts:
        yield from compiling.figures(ROOT, folder, quick=quick, passes=passes)
    if "comparing" in options.parts:
        yield from comparing.figures(ROOT, folder, quick=quick, passes=min(passes, 3))
    if "searching" in options.parts:
        yield from searching.figures(folder, quick=quick, passes=min(passes, 2))
    if "registers" in options.parts:
        size = 10_000 if quick else options.offences
        yield from registers.figures(ROOT, size=size, passes=min(passes, 3))


def _line(one: Figure) -> str:
    measured = one.note if one.value is None else f"{number(one.value)} {one.unit}".strip()
    bar = one.at_least if one.at_least is not None else one.at_most
    met = {None: "", True: "  met", False: "  MISSED"}[one.met]
    against = "" if bar is None else f"  (bar {number(bar)})"
    return f"{one.group}: {one.what}: {measured}{against}{met}"


if __name__ == "__main__":
    raise SystemExit(main())
