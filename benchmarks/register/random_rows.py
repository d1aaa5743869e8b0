"""Random rows of several laws, decided by an engine and by the package: what differs.

    python -m benchmarks.register.random_rows polars 1000000
    python -m benchmarks.register.random_rows duckdb 1000000
    python -m benchmarks.register.random_rows postgres 100000

The laws take turns: the amnesty law, the family allowance, an act made by chance as text, a law
made by chance. Facts and lists are missing, provisions coarse, days at thresholds. An engine is
compared in three truth values; polars with the second pass too. A row is a thing of a register.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.register.emitted import ROOT
from tests.backends.relational import postgres
from tests.backends.relational.agreeing import ENGINES, Engine, compare
from tests.differential import act_texts, laws, texts
from tests.differential.law_cases import case, days
from tests.exam.persons import random_persons

from lawc.backends.relational.values import TooLargeError
from lawc.ir import nodes as ir
from lawc.pipeline import compile_path

WHOLES = 1_000  # of a statute at a time
FEWER = 200  # of a law made by chance, which is compiled for them


class Sample(NamedTuple):
    """Cases of a law, to be decided for some days."""

    name: str
    law: ir.Law
    cases: Sequence[Mapping[str, Any]]
    days: Mapping[str, date]


def samples() -> Iterator[Sample]:
    """Yield samples of all laws in turn, without an end."""
    amnesty = _law("kz/amnesty-2025")
    allowance = _law("example/family-allowance")
    for seed in itertools.count(1):
        rng = Random(seed)  # noqa: S311 - a seed replays the sample
        persons = list(itertools.islice(random_persons(seed, WHOLES), WHOLES))
        yield Sample(f"amnesty {seed}", amnesty, persons, {})
        cases = [case(allowance, rng) for _ in range(WHOLES)]
        yield Sample(f"allowance {seed}", allowance, cases, days(allowance, rng))
        written, _ = texts.compiled(act_texts.act(Random(seed)))  # noqa: S311
        for name, law in ("text", written), ("law", laws.law(rng)):
            if law is not None:
                cases = [case(law, rng) for _ in range(FEWER)]
                yield Sample(f"{name} {seed}", law, cases, days(law, rng))


def _law(place: str) -> ir.Law:
    law = compile_path(ROOT / "statutes" / place).law
    assert law is not None
    return law


def rows_of(case_: Mapping[str, Any]) -> int:
    """Return how many things a case has."""
    below = (each for value in case_.values() if isinstance(value, list) for each in value)
    return 1 + sum(map(rows_of, below))


def report(engines: Mapping[str, Engine], wanted: int) -> int:
    """Print how many rows were compared, by sort of law, and which samples differ."""
    rows: Counter[str] = Counter()
    compared, wrong, refused = 0, 0, 0
    for sample in samples():
        if rows.total() >= wanted:
            break
        with tempfile.TemporaryDirectory() as folder:
            try:
                compared += compare(
                    sample.law, sample.cases, sample.days, Path(folder), engines
                )
            except TooLargeError:
                refused += 1
                continue
            except AssertionError as error:
                wrong += 1
                print(f"differs: {sample.name}: {str(error)[:400]}", flush=True)
        rows[sample.name.partition(" ")[0]] += sum(map(rows_of, sample.cases))
    parts = ", ".join(f"{number:,} of {name}" for name, number in sorted(rows.items()))
    print(f"{', '.join(engines)}: {rows.total():,} rows ({parts}), {compared:,} decisions, "
          f"{refused} laws refused; {wrong} samples differ")  # fmt: skip
    return 1 if wrong else 0


def main(name: str, wanted: int) -> int:
    """Compare an engine in so many rows or more."""
    if name != "postgres":
        return report({name: ENGINES[name]}, wanted)
    assert postgres.programs() is not None, "PostgreSQL is not installed"
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        Path(folder).chmod(0o755)
        with postgres.server(Path(folder)) as server:
            return report({name: server.run}, wanted)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], int(sys.argv[2])))
