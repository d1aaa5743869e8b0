"""Whether the law by hand says of a sample of a register what the package says."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
from benchmarks.register.by_hand_duckdb import rows
from benchmarks.register.by_hand_polars import DECISIONS, of_tables
from benchmarks.register.making import TABLES, folder_of
from kz_amnesty_2025 import Person, decide

from lawc.runtime.results import Status

NONE = -1  # a decision that there is no reduction


class Row(NamedTuple):
    """What is decided about an offence; None is open."""

    outcome: str | None
    provision: str | None
    reduction: int | None  # in sixtieths
    days_off: int | None
    obliged: bool | None


class Agreement(NamedTuple):
    """How many offences were compared, and where by hand leaves open what the package settles.

    `further` counts these by the answer of which it is so; `wrong` are offences of which by
    hand says something else.
    """

    compared: int
    further: Mapping[str, int]
    wrong: tuple[tuple[int, Row, Row], ...]


def people(folder: Path, first: int, number: int) -> Iterator[tuple[list[int], Person]]:
    """Yield persons of a register, each with the keys of the offences."""
    keys = pl.int_range(first, first + number, eager=True)

    def of(table: str, by: str) -> pl.DataFrame:
        frame = pl.scan_parquet(folder / f"{table}.parquet")
        return frame.filter(pl.col(by).is_between(keys[0], keys[-1])).collect()

    members = {}
    for kind in ("offence", "child"):
        groups = of(kind, "person_id").partition_by(
            "person_id", as_dict=True, maintain_order=True
        )
        members[kind] = {owner: group.to_dicts() for (owner,), group in groups.items()}
    for person in of("person", "person_id").to_dicts():
        offences = members["offence"].get(person["person_id"], [])
        case = _case(person)
        if person["offences_known"]:
            case["offences"] = [_case(offence) for offence in offences]
        if person["children_known"]:
            children = members["child"].get(person["person_id"], [])
            case["children"] = [_case(child) for child in children]
        yield [offence["offence_id"] for offence in offences], Person.from_dict(case)


def _case(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row as JSON of a case."""
    left_out = {"person_id", "offence_id", "child_id", "offences_known", "children_known"}
    return {
        key: value.isoformat() if hasattr(value, "isoformat") else value
        for key, value in row.items()
        if value is not None and key not in left_out
    }


def by_package(folder: Path, first: int, number: int) -> dict[int, Row]:
    """Return what the package decides about the offences of some persons, by key."""
    decided: dict[int, Row] = {}
    for keys, person in people(folder, first, number):
        for key, offence in zip(keys, decide(person).offences or (), strict=True):
            answers = offence.answers
            outcome = answers["outcome"]
            cites = outcome.provisions if outcome.status != Status.OPEN else ()
            decided[key] = Row(
                outcome.value and str(outcome.value),
                cites[0] if cites else None,
                _number(answers["reduction"], 60),
                _number(answers["days_off"], 1),
                answers["obliged_to_compensate"].value,
            )
    return decided


def _number(answer: Any, of: int) -> int | None:
    """Return a decision that is a number over a denominator."""
    if answer.status == Status.OPEN:
        return None
    return NONE if answer.value is None else int(Fraction(answer.value) * of)


def by_hand(frame: pl.DataFrame) -> dict[int, Row]:
    """Return what is decided by hand about each offence, by key."""
    columns = frame.select("key", "decision", "reduction", "days_off", "obliged").iter_rows()
    return {key: Row(*DECISIONS[decision], *rest) for key, decision, *rest in columns}


def agreement(package: Mapping[int, Row], hand: Mapping[int, Row]) -> Agreement:
    """Return how the rows by hand stand to those of the package."""
    further: Counter[str] = Counter()
    wrong = []
    for key, ours in package.items():
        theirs = hand[key]
        for answer, settled, open_ in zip(Row._fields, ours, theirs, strict=True):
            if answer == "provision":
                continue  # it is that of the outcome
            if settled is not None and open_ is None:
                further[answer] += 1
            elif settled != open_:
                wrong.append((key, ours, theirs))
        if theirs.outcome is not None and ours.provision != theirs.provision:
            wrong.append((key, ours, theirs))
    return Agreement(len(package), dict(further), tuple(wrong))


def agreements(folder: Path, persons: int) -> Iterator[tuple[str, Agreement]]:
    """Yield how the law by hand agrees with the package on the first persons."""
    package = by_package(folder, 0, persons)
    tables = [pl.scan_parquet(folder / f"{table}.parquet") for table in TABLES]
    yield "polars", agreement(package, by_hand(of_tables(*tables).collect()))
    yield "DuckDB", agreement(package, by_hand(rows(folder)))


def main() -> int:
    """Print how the law by hand agrees with the package on persons of a register."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    for name, found in agreements(folder_of(1_000_000), number):
        further = ", ".join(f"{answer} {count}" for answer, count in found.further.items())
        print(f"{name}: {found.compared:,} offences, {len(found.wrong)} answers differ; "
              f"open by hand alone: {further}")  # fmt: skip
        for one in found.wrong[:10]:
            print(one)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
