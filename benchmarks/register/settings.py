"""How the settings of registers were chosen: what each costs, and what others would.

    python -m benchmarks.register.settings 1000000

- `register.deciding.WHOLES`: persons that are decided at a time.
- `register.copying.AT_ONCE`: rows of a Parquet file, from which a copy in order is made of one
  that is in none.
- `register.sources._LARGE`: bytes of a CSV file, from which its rows are put in order.
- `relational.sql_files.SIZES`: the largest numbers that tables of a file of SQL may have.

Each way of reading is a process of its own: processor time and the largest memory.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import polars as pl
from benchmarks.register.emitted import law
from benchmarks.register.making import TABLES, folder_of
from tests.differential import laws

from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.sql_files import SIZES
from lawc.backends.relational.sql_tables import Sizes, tables_of
from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.pipeline import compile_path
from lawc.register import copying, deciding, sources

ROOT = Path(__file__).parents[2]
RANGES = (100_000, 250_000, 500_000, 1_000_000)
ROWS = (100_000, 300_000, 1_000_000)
LAWS = 200


def alone(setting: str, size: int, *settings: int) -> str:
    """Return what a process of its own says of deciding a register with some settings."""
    command = (sys.executable, "-m", __spec__.name, setting, size, *settings)
    answer = subprocess.run(  # noqa: S603 - our own program
        [*map(str, command)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    used, memory = json.loads(answer.stdout)
    return f"{used:6.2f} s {memory:6.0f} MiB"


def decide(setting: str, size: int, number: int, suffix: str = "") -> None:
    """Decide a register with a setting, and print the processor time and the memory."""
    folder = folder_of(size)
    with tempfile.TemporaryDirectory() as shuffled:
        if suffix:
            folder = shuffle(folder, Path(shuffled), suffix)
        used = time.process_time()
        if setting == "at_once":
            vars(sources)["AT_ONCE"] = number
        if setting == "large":
            vars(sources)["_LARGE"] = number
        register = deciding.bound(law(), folder)
        wholes = number if setting == "wholes" else deciding.WHOLES
        for part in register.ranges(wholes):
            assert part
            if setting == "wholes":
                decide_range(register, part)
        used = time.process_time() - used
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([used, peak]))


def decide_range(register: deciding.Register, part: dict[str, pl.DataFrame]) -> None:
    """Decide a range without the second pass."""
    relations = relations_of(law(), register.bounds({}))
    run(relations.layers, part)


def shuffle(folder: Path, target: Path, suffix: str) -> Path:
    """Return a folder with the tables of a register in no order."""
    for table in TABLES:
        frame = pl.read_parquet(folder / f"{table}.parquet")
        frame = frame.sample(fraction=1, shuffle=True, seed=1)
        if suffix == ".csv":
            frame.write_csv(target / f"{table}.csv")
        else:
            frame.write_parquet(target / f"{table}.parquet", row_group_size=100_000)
    return target


def fitting(of: ir.Law, sizes: Sizes) -> bool:
    """Return whether the numbers of a law fit into 64 bits."""
    try:
        relations_of(of, tables_of(of, sizes), provisions=True)
    except TooLargeError:
        return False
    return True


def all_laws() -> Iterator[tuple[str, ir.Law]]:
    """Yield the laws of the repository and laws made by chance, each with its sort."""
    for path in sorted(ROOT.glob("statutes/*/*/en.law")):
        if (compiled := compile_path(path.parent).law) is not None:
            yield "of the repository", compiled
    for seed in range(LAWS):
        yield "made by chance", laws.law(Random(seed))  # noqa: S311 - a seed replays it


def main(size: int) -> None:
    """Print what each setting costs beside others."""
    print(f"persons at a time (WHOLES = {deciding.WHOLES:,}), {size:,} offences")
    for number in RANGES:
        print(f"  {number:>11,}  {alone('wholes', size, number)}")
    print(f"Parquet in no order: as it is, or a copy in order (AT_ONCE = {copying.AT_ONCE:,})")
    for rows in (each for each in ROWS if each <= size):
        as_is, copied = (alone("at_once", rows, limit, 0) for limit in (10**12, 0))
        print(f"  {rows:>11,} rows  {as_is}   copied {copied}")
    print(f"CSV in no order: copied as it is, or in order (_LARGE = {sources._LARGE:,} bytes)")  # noqa: SLF001
    for rows in (each for each in ROWS if each <= size):
        as_is, copied = (alone("large", rows, limit, 1) for limit in (10**12, 0))
        print(f"  {rows:>11,} rows  {as_is}   in order {copied}")
    fit = Counter(
        (sort, next((n for n, sizes in enumerate(SIZES) if fitting(of, sizes)), len(SIZES)))
        for sort, of in all_laws()
    )
    print("laws whose numbers fit into a file of SQL, by the widest sizes that do (SIZES)")
    for (sort, place), number in sorted(fit.items()):
        print(f"  {number:>4} {sort}: {SIZES[place] if place < len(SIZES) else 'none'}")


if __name__ == "__main__":
    if len(sys.argv) > 2:
        what, size_, number_, *shuffled_ = sys.argv[1:]
        suffix_ = {"0": ".parquet", "1": ".csv"}[shuffled_[0]] if shuffled_ else ""
        decide(what, int(size_), int(number_), suffix_)
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
