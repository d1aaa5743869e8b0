"""Registers of the amnesty law of any size, as Parquet: persons, offences, children.

The rows of an offence or a child stand in the order of the persons. Each fact is unknown with a
chance of 2 %, and so is each list. A register is drawn a million offences at a time, each part
from its own seed, and kept in a folder outside the repository.

python -m benchmarks.register.making 10_000_000     prints the folder of such a register
"""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import polars as pl
from numpy.typing import NDArray
from tests.exam.persons import LISTED, ORDINARY, PROPERTY

Numbers: TypeAlias = NDArray[Any]
SEED = 20250706
UNKNOWN = 0.02
PART = 1_000_000  # offences
A_PERSON = 1.6  # offences
TABLES = ("person", "offence", "child")
DAY = date(2025, 7, 5).toordinal()
EPOCH = date(1970, 1, 1).toordinal()
YEAR = 365.25


def cache() -> Path:
    """Return the folder that keeps registers."""
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return home / "lawc-benchmarks"


def folder_of(offences: int) -> Path:
    """Return the folder of a register with so many offences, made if it is not there."""
    folder = cache() / f"register-{SEED}-{offences}"
    if not (folder / "made").exists():
        make(folder, offences)
    return folder


def make(folder: Path, offences: int) -> None:
    """Write a register with so many offences, a file a table."""
    folder.mkdir(parents=True, exist_ok=True)
    parts, persons, made = [], 0, 0
    for number, start in enumerate(range(0, offences, PART)):
        tables = part_of(number, min(PART, offences - start), persons, made)
        parts.append([folder / f"{table}.{number}.part" for table in TABLES])
        for path, frame in zip(parts[-1], tables, strict=True):
            frame.write_parquet(path)
        persons, made = persons + tables[0].height, made + tables[1].height
    for table, paths in zip(TABLES, zip(*parts, strict=True), strict=True):
        _join(paths, folder / f"{table}.parquet")
    (folder / "made").touch()


def flat_folder_of(records: int) -> Path:
    """Return the folder of so many flat records, made if it is not there."""
    folder = cache() / f"records-{SEED}-{records}"
    if not (folder / "made").exists():
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for number, start in enumerate(range(0, records, PART)):
            paths.append(folder / f"record.{number}.part")
            records_of(number, min(PART, records - start), start).write_parquet(paths[-1])
        _join(paths, folder / "record.parquet")
        (folder / "made").touch()
    return folder


def _join(paths: Sequence[Path], whole: Path) -> None:
    """Write the rows of some files into one, and remove them."""
    rows = pl.concat([pl.scan_parquet(path) for path in paths])
    rows.sink_parquet(whole, row_group_size=250_000)
    for path in paths:
        path.unlink()


def records_of(number: int, rows: int, first: int) -> pl.DataFrame:
    """Return flat records: persons with one offence and one child each."""
    draw = Draw(number)
    born = draw.days(rows, DAY - 75 * YEAR, DAY - 16 * YEAR)
    return pl.DataFrame(
        {
            "record_id": np.arange(rows) + first,
            **draw.of_person(rows, born),
            **draw.of_offence(rows, born),
            "child_born": draw.as_days(draw.days(rows, DAY - 30 * YEAR, DAY + 10)),
        }
    )


def part_of(
    number: int, offences: int, first_person: int, first_offence: int
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Return persons with so many offences, their offences and their children."""
    draw = Draw(number)
    rng = draw.rng
    persons = round(offences / A_PERSON / (1 - UNKNOWN))
    offences_known, children_known = (rng.random(persons) >= UNKNOWN for _ in range(2))
    counts = rng.choice(5, persons, p=(0.1, 0.5, 0.2, 0.1, 0.1)) * offences_known
    up_to = np.minimum(np.cumsum(counts), offences)
    up_to[-1] = offences
    counts = np.diff(up_to, prepend=0)
    offences_known |= counts > 0
    of_offence = np.repeat(np.arange(persons), counts)
    children = rng.choice(4, persons, p=(0.6, 0.15, 0.15, 0.1)) * children_known
    of_child = np.repeat(np.arange(persons), children)
    born = draw.days(persons, DAY - 75 * YEAR, DAY - 16 * YEAR)
    keys = pl.Series(np.arange(persons) + first_person)
    person = pl.DataFrame(
        {
            "person_id": keys,
            **draw.of_person(persons, born),
            "offences_known": offences_known,
            "children_known": children_known,
        }
    )
    offence = pl.DataFrame(
        {
            "offence_id": np.arange(offences) + first_offence,
            "person_id": of_offence + first_person,
            **draw.of_offence(offences, born[of_offence]),
        }
    )
    child = pl.DataFrame(
        {
            # the key of a child is that of its owner and its place
            "child_id": (of_child + first_person) * 4 + _places(children),
            "person_id": of_child + first_person,
            "date_of_birth": draw.as_days(draw.days(len(of_child), DAY - 30 * YEAR, DAY + 10)),
        }
    )
    return person, offence, child


def _places(counts: Numbers) -> Numbers:
    """Return the place of each member in the list of its owner."""
    starts = np.repeat(np.cumsum(counts) - counts, counts)
    places: Numbers = np.arange(len(starts)) - starts
    return places


class Draw:
    """Columns drawn from the seed of a part."""

    def __init__(self, number: int) -> None:
        self.rng = np.random.default_rng((SEED, number))

    def of_person(self, rows: int, born: Numbers) -> dict[str, pl.Series]:
        """Return the facts of persons."""
        sex = self.rng.random(rows) < 0.25
        return {
            "sex": self.choices(np.where(sex, 0, 1), ("female", "male")),
            "date_of_birth": self.as_days(born),
            "covered_by_law_on_veterans": self.truths(rows, 0.04),
            "pregnant_on_effective_day": self.known(sex & (self.rng.random(rows) < 0.05)),
            "deprived_of_parental_rights": self.truths(rows, 0.1),
            "only_parent": self.truths(rows, 0.2),
            "dependant_with_disability_at_offence_and_conviction": self.truths(rows, 0.04),
            "disability_group": self.some(
                rows, {"none": 0.88, "first": 0.03, "second": 0.05, "third": 0.04}
            ),
            "disability_recognised_on": self.as_days(self.days(rows, DAY - 9_000, DAY + 200)),
        }

    def of_offence(self, rows: int, born: Numbers) -> dict[str, pl.Series]:
        """Return the facts of offences of persons who were born on some days."""
        first = np.maximum(born + round(14 * YEAR), date(2005, 1, 1).toordinal())
        return {
            "stage": self.some(rows, {"open": 0.3, "convicted": 0.7}),
            "provision": self.provisions(rows),
            "category": self.some(
                rows,
                {"misdemeanour": 0.1, "minor": 0.25, "medium": 0.35, "serious": 0.22,
                 "especially_serious": 0.08},
            ),
            "committed_on": self.as_days(self.days(rows, first, DAY + 60)),
            "damage_caused": self.truths(rows, 0.7),
            "damage_compensated_in_full": self.truths(rows, 0.4),
            "civil_claim_brought": self.truths(rows, 0.5),
            "civil_claims_satisfied": self.truths(rows, 0.4),
            "official_position_used": self.truths(rows, 0.1),
            "signs_of_extremism": self.truths(rows, 0.01),
            "victim_age": self.known(self.rng.integers(0, 90, rows)),
            "recidivism": self.some(
                rows, {"none": 0.94, "recidivism": 0.04, "dangerous": 0.02}
            ),
            "life_imprisonment": self.truths(rows, 0.01),
            "in_criminal_group": self.truths(rows, 0.03),
            "negative_behaviour": self.truths(rows, 0.4),
            "term_ends_on": self.as_days(self.days(rows, DAY - 200, DAY + 4_000)),
        }  # fmt: skip

    # --- columns ---

    def known(self, values: Numbers) -> pl.Series:
        """Return values as a column, some of them unknown."""
        series = pl.Series(values)
        is_known = pl.Series(self.rng.random(len(values)) >= UNKNOWN)
        return pl.select(pl.when(is_known).then(series)).to_series()

    def truths(self, rows: int, chance: float) -> pl.Series:
        """Return truths that hold with a chance."""
        return self.known(self.rng.random(rows) < chance)

    def days(self, rows: int, first: Any, last: Any) -> Numbers:
        """Return days between two, by their numbers."""
        days: Numbers = first + self.rng.random(rows) * (last - first)
        return days.astype(np.int64)

    def as_days(self, numbers: Numbers) -> pl.Series:
        """Return a column of days."""
        return self.known(numbers - EPOCH).cast(pl.Int32).cast(pl.Date)

    def some(self, rows: int, weights: dict[str, float]) -> pl.Series:
        """Return texts by their weights."""
        places = self.rng.choice(len(weights), rows, p=tuple(weights.values()))
        return self.choices(places, tuple(weights))

    def choices(self, places: Numbers, texts: Sequence[str]) -> pl.Series:
        """Return texts by their places in a list."""
        return pl.Series(texts).gather(self.known(places))

    def provisions(self, rows: int) -> pl.Series:
        """Return provisions: most ordinary, some about property, some in lists."""
        texts = provisions()
        groups = np.array((len(texts), len(PROPERTY), len(LISTED)))
        starts = np.cumsum(groups) - groups
        group = self.rng.choice(3, rows, p=(0.8, 0.12, 0.08))
        places = starts[group] + (self.rng.random(rows) * groups[group]).astype(np.int64)
        return self.choices(places, (*texts, *PROPERTY, *LISTED))


def provisions() -> tuple[str, ...]:
    """Return some eight hundred different provisions that no list of the law has."""
    chance = random.Random(SEED)  # noqa: S311 - the same provisions each time
    articles = (*range(188, 189), *range(191, 217), *range(271, 296), *range(298, 312))
    written = dict.fromkeys(ORDINARY)
    while len(written) < 800:
        article, part, point = (
            chance.choice(articles), chance.randint(1, 5), chance.randint(1, 5),
        )  # fmt: skip
        written[f"{article}({part})({point})" if chance.random() < 0.7 else f"{article}"] = None
    return tuple(written)


if __name__ == "__main__":
    print(folder_of(int(sys.argv[1])))
