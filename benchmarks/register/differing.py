"""Whether whole tables are decided as the package decides one person after another.

python -m benchmarks.register.differing 10_000_000 1_000_000
python -m benchmarks.register.differing 100_000 100_000 --spark

The first number is that of the offences, which all are decided, with the second pass; the
second is about how many of these the package decides too, persons from all over the register.
All four decisions are compared: status, value, citations. The checksum is the sum of the hashes
of all rows: ranges of another size, and Spark, must come to the same.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import polars as pl
from benchmarks.register import emitted
from benchmarks.register.agreeing import people
from benchmarks.register.making import A_PERSON, TABLES, folder_of
from kz_amnesty_2025 import decide

from lawc.register.answering import answer_names, answers_of
from lawc.register.deciding import Part, bound, decided

Said = tuple[tuple[str, str | None, tuple[str, ...]], ...]
KEYS = ("outcome", "reduction", "days_off", "obliged_to_compensate")


def by_tables(folder: Path) -> Iterator[tuple[Part, pl.DataFrame]]:
    """Yield the decided ranges of a register, each with the answers about its offences."""
    register = bound(emitted.law(), folder)
    for part in decided(emitted.law(), register, {}):
        answers = answers_of(emitted.law(), part, "offence")
        yield part, part.frames["offence"].select("id").hstack(answers)


def by_spark(folder: Path) -> pl.DataFrame:
    """Return the answers about the offences of a register, decided on Spark."""
    from benchmarks.register.clusters import session_of  # noqa: PLC0415 - not everywhere

    from lawc.register import spark  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as events:
        session = session_of(events)
        tables = {
            kind: session.read.parquet(str(folder / f"{kind}.parquet")) for kind in TABLES
        }
        made = spark.decided(emitted.law(), tables, buckets=7).toArrow()
        session.stop()
    frame = pl.DataFrame(pl.from_arrow(made)).rename({"offence_id": "id"})
    return frame.drop("person_id", "misfit")


def checksum(answers: pl.DataFrame) -> int:
    """Return the sum of the hashes of rows, whatever their order."""
    names = [name for key in KEYS for name in answer_names(key)[:3]]
    lists = [pl.col(name).list.join(",") for name in names if name.endswith("_provisions")]
    rows = answers.select("id", *names).with_columns(lists)
    hashes: list[int] = rows.hash_rows(1).to_list()
    return sum(hashes) % 2**64


def said_by_tables(answers: pl.DataFrame) -> dict[int, Said]:
    """Return what tables say about each offence, by key."""
    made = {}
    for row in answers.iter_rows(named=True):
        said = []
        for key in KEYS:
            value, status, cites, _ = (row[name] for name in answer_names(key))
            said.append((status, _value(value), tuple(sorted(cites)) * (status != "open")))
        made[row["id"]] = tuple(said)
    return made


def said_by_package(folder: Path, first: int, number: int) -> dict[int, Said]:
    """Return what the package says about the offences of some persons, by key."""
    made = {}
    for keys, person in people(folder, first, number):
        for key, offence in zip(keys, decide(person).offences or (), strict=True):
            said = []
            for answer in (offence.answers[each] for each in KEYS):
                status = str(answer.status)
                value = answer.value if status == "decided" else None
                cites = tuple(sorted(answer.provisions)) * (status != "open")
                said.append((status, _value(value), cites))
            made[key] = tuple(said)
    return made


def _value(value: Any) -> str | None:
    if isinstance(value, (int, Fraction)) and not isinstance(value, bool):
        return str(Fraction(value))
    return None if value is None else str(value)


def differences(ours: Mapping[int, Said], theirs: Mapping[int, Said]) -> list[int]:
    """Return the keys of offences about which the package says something else."""
    return [key for key, said in theirs.items() if ours.get(key) != said]


def main(arguments: list[str]) -> int:
    """Print how many rows were decided and compared, and how many differ."""
    size, sampled = (int(number) for number in arguments[:2])
    folder = folder_of(size)
    rows, total, compared = 0, 0, 0
    wrong: list[int] = []
    for part, answers in by_tables(folder):
        rows, total = rows + answers.height, (total + checksum(answers)) % 2**64
        persons = part.frames["person"]["id"]
        some = round(len(persons) * min(1, sampled / size))
        first = int(persons[0])
        theirs = said_by_package(folder, first, some)
        kept = answers.filter(pl.col("id").is_in(list(theirs)))
        wrong += differences(said_by_tables(kept), theirs)
        compared += len(theirs)
        print(f"{rows:,} rows decided, {compared:,} compared, {len(wrong)} differ", flush=True)
    print(f"checksum of all {rows:,} rows: {total:016x}")
    if "--spark" in arguments:
        answers = by_spark(folder)
        theirs = said_by_package(folder, 0, round(2 * size / A_PERSON))
        on_spark = differences(said_by_tables(answers), theirs)
        print(
            f"Spark: {answers.height:,} rows, {len(theirs):,} compared, {len(on_spark)} differ"
        )
        print(f"checksum of Spark: {checksum(answers):016x}")
        wrong += on_spark
    for key in wrong[:5]:
        print(f"differs: offence {key}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
