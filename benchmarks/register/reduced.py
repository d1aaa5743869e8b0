"""A reduced amnesty law on flat records, for engines of rules: every fact is known.

Of Article 5 four points are kept, no list of provisions; of Article 1 four grounds, no lists of
children; no citations, reductions or days. Other engines know no unknown fact.
"""

from __future__ import annotations

from pathlib import Path

import polars as pl
from benchmarks.register.by_hand_polars import BORN_50, BORN_60, DAY

FACTS = (
    "sex", "date_of_birth", "covered_by_law_on_veterans", "pregnant_on_effective_day", "stage",
    "category", "committed_on", "damage_caused", "damage_compensated_in_full",
    "civil_claim_brought", "signs_of_extremism", "recidivism", "life_imprisonment",
    "in_criminal_group",
)  # fmt: skip


def records(folder: Path) -> pl.DataFrame:
    """Return the flat records of which every fact is known."""
    return pl.scan_parquet(folder / "record.parquet").select(FACTS).drop_nulls().collect()


def outcomes(frame: pl.DataFrame) -> pl.Series:
    """Return the outcome of each record by polars: the measure of the others."""
    excluded = (
        pl.col("signs_of_extremism")
        | (pl.col("recidivism") != "none")
        | pl.col("life_imprisonment")
        | pl.col("in_criminal_group")
    )
    woman = pl.col("sex") == "female"
    born = pl.col("date_of_birth")
    vulnerable = (
        pl.col("covered_by_law_on_veterans")
        | woman & pl.col("pregnant_on_effective_day")
        | born.le(pl.when(woman).then(BORN_50).otherwise(BORN_60))
    )
    category = pl.col("category")
    medium = category == "medium"
    released = (
        (category == "misdemeanour")
        | (category == "minor")
        | medium
        & (
            ~pl.col("damage_caused")
            | pl.col("damage_compensated_in_full")
            | ~pl.col("civil_claim_brought")
            | vulnerable
        )
    )
    reduced = (pl.col("stage") == "convicted") & (medium | vulnerable)
    outcome = (
        pl.when(pl.col("committed_on") >= DAY)
        .then(pl.lit("not_covered"))
        .when(excluded)
        .then(pl.lit("excluded"))
        .when(released)
        .then(pl.lit("released"))
        .when(reduced)
        .then(pl.lit("reduced"))
        .otherwise(pl.lit("not_covered"))
    )
    return frame.select(outcome.alias("outcome")).to_series()
