"""The amnesty law of 2025 by hand in polars, on tables and on flat records.

What someone who knows polars well would write for this one law: facts of the person are looked
at once a person, lists of provisions once a provision, and the first point of Article 5 is the
least of some numbers. Three truth values are those of polars.

A row of an offence has the number of what is decided (`DECISIONS`: the outcome, with the
provision that decides it); the reduction in sixtieths and the days off, null where they are
open and -1 where there are none; whether the damage must still be compensated.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import polars as pl
from benchmarks.by_hand import (
    BY_OFFICE,
    CORRUPTION,
    DRUGS,
    ENTRUSTED,
    EXTREMIST,
    HARM,
    MINORS,
    SECRETS,
    SIGNS,
    TERRORIST,
    TORTURE,
)

from lawc.runtime.values import Truth, provision

DAY = date(2025, 7, 5)
BORN_18, BORN_50, BORN_60 = date(2007, 7, 5), date(1975, 7, 5), date(1965, 7, 5)
A_YEAR_LATER = date(2026, 7, 5)
POINTS = {
    CORRUPTION: 1, TERRORIST: 2, EXTREMIST: 3, TORTURE: 5, SECRETS: 9, HARM: 10, DRUGS: 11,
}  # fmt: skip
NO_POINT = 12
SCHEMA = {
    "provision": pl.String,
    "listed": pl.Int8,
    "may_be_listed": pl.Boolean,
    "by_office": pl.Boolean,
    "minors": pl.Boolean,
    "entrusted": pl.Boolean,
}


def of_tables(
    persons: pl.LazyFrame, offences: pl.LazyFrame, children: pl.LazyFrame
) -> pl.LazyFrame:
    """Return the offences with what is decided about them."""
    of_children = children.group_by("person_id").agg(
        young=young_child(pl.col("date_of_birth")).any(ignore_nulls=False),
        parent=pl.lit(value=True),
    )
    persons = persons.join(of_children, on="person_id", how="left").select(
        "person_id",
        born="date_of_birth",
        vulnerable=vulnerable(
            # Whether a child is young may be unknown; who has none has no young one.
            pl.when("parent")
            .then(pl.col("young"))
            .when("children_known")
            .then(pl.lit(value=False)),
            pl.col("date_of_birth"),
        ),
    )
    offences = (
        offences.join(lists_of(offences), on="provision", how="left", nulls_equal=True)
        .join(persons, on="person_id", how="left")
        .with_columns(minor=minor())
        .with_columns(point=point(), doubtful=doubtful())
    )
    excluded = offences.group_by("person_id").agg(
        pl.col("point").min(), pl.col("doubtful").any()
    )
    offences = offences.drop("point", "doubtful").join(excluded, on="person_id", how="left")
    return decided(offences, pl.col("vulnerable") | pl.col("minor"), "offence_id")


def of_records(records: pl.LazyFrame) -> pl.LazyFrame:
    """Return flat records, each of a person with one offence and one child, decided."""
    records = records.join(lists_of(records), on="provision", how="left", nulls_equal=True)
    records = records.with_columns(born="date_of_birth").with_columns(minor=minor())
    records = records.with_columns(
        point=point(),
        doubtful=doubtful(),
        vulnerable=vulnerable(young_child(pl.col("child_born")), pl.col("born")),
    )
    return decided(records, pl.col("vulnerable") | pl.col("minor"), "record_id")


def young_child(born: pl.Expr) -> pl.Expr:
    """Return whether a child who was born on a day is under eighteen on the effective day."""
    return (born <= DAY) & (born > BORN_18)


def vulnerable(young: pl.Expr, born: pl.Expr) -> pl.Expr:
    """Return whether a person is vulnerable whatever the day of the offence."""
    woman = pl.col("sex") == "female"
    pregnant = pl.col("pregnant_on_effective_day")
    woman = woman | woman.is_null() & pregnant.fill_null(value=False)
    pregnant = pregnant & woman
    dependant = pl.col("dependant_with_disability_at_offence_and_conviction")
    group = pl.col("disability_group")
    return (
        pl.col("covered_by_law_on_veterans")
        | woman & (born <= BORN_50)
        | ~woman & (born <= BORN_60)
        | pregnant
        | ((group == "first") | (group == "second"))
        & (pl.col("disability_recognised_on") < DAY)
        | ~pl.col("deprived_of_parental_rights")
        & (woman & (young | dependant) | ~woman & (pl.col("only_parent") & young | dependant))
    )


def lists_of(offences: pl.LazyFrame) -> pl.LazyFrame:
    """Return in which lists of the law the different provisions lie."""
    written = offences.select(pl.col("provision").unique()).collect(engine="streaming")
    rows = list(map(lists_row, written["provision"]))
    return pl.DataFrame(rows, schema=SCHEMA, orient="row").lazy()


def lists_row(written: str | None) -> tuple[object, ...]:
    """Return the first point of Article 5 with this provision, and other lists it is in."""
    sure, may = SIGNS[None if written is None else provision(written)]

    def within(sign: int) -> Truth:
        return True if sure & sign else None if may & sign else False

    points = [point for sign, point in POINTS.items() if sure & sign]
    perhaps = any(may & ~sure & sign for sign in POINTS)
    others = (within(sign) for sign in (BY_OFFICE, MINORS, ENTRUSTED))
    return (written, min(points, default=NO_POINT), perhaps, *others)


def _ordinal(day: pl.Expr) -> pl.Expr:
    """Return a day as a number in which a year is 10,000."""
    return day.dt.year() * 10_000 + day.dt.month().cast(pl.Int32) * 100 + day.dt.day()


def minor() -> pl.Expr:
    """Return whether the person was under eighteen on the day of the offence."""
    return _ordinal(pl.col("committed_on")) < _ordinal(pl.col("born")) + 180_000


def _against_minor() -> pl.Expr:
    age = pl.col("victim_age")
    return pl.col("minors") & (age < 18) & ((age < 14) | ~pl.col("minor"))


def _by_office() -> pl.Expr:
    return pl.col("by_office") & pl.col("official_position_used")


def point() -> pl.Expr:
    """Return the first point of Article 5 that an offence surely satisfies."""
    satisfied = (
        (_by_office(), 1),
        (pl.col("signs_of_extremism"), 3),
        (_against_minor(), 4),
        (pl.col("recidivism") != "none", 6),
        (pl.col("life_imprisonment"), 7),
        (pl.col("in_criminal_group"), 8),
    )
    numbers = [
        pl.when(truth).then(pl.lit(number, pl.Int8)).otherwise(pl.lit(NO_POINT, pl.Int8))
        for truth, number in satisfied
    ]
    return pl.min_horizontal("listed", *numbers)


def doubtful() -> pl.Expr:
    """Return whether an offence may satisfy a point of Article 5 that is not known to hold."""
    return (
        pl.col("may_be_listed")
        | _by_office().is_null()
        | pl.col("signs_of_extremism").is_null()
        | _against_minor().is_null()
        | pl.col("recidivism").is_null()
        | pl.col("life_imprisonment").is_null()
        | pl.col("in_criminal_group").is_null()
    )


def decided(offences: pl.LazyFrame, vulnerable: pl.Expr, key: str) -> pl.LazyFrame:
    """Return offences decided: Articles 2, 3, 4 and 8."""
    category, stage = pl.col("category"), pl.col("stage")
    medium, convicted = category == "medium", stage == "convicted"
    damage, compensated = pl.col("damage_caused"), pl.col("damage_compensated_in_full")
    offences = offences.with_columns(
        before=pl.col("committed_on") < DAY,
        # Whether Article 5 excludes the person.
        excluded=pl.when(pl.col("point") < NO_POINT)
        .then(pl.lit(value=True))
        .when(~pl.col("doubtful"))
        .then(pl.lit(value=False)),
        release_1=(category == "misdemeanour") | (category == "minor"),
        release_2=medium & (~damage | compensated | ~pl.col("civil_claim_brought")),
        release_3=medium & vulnerable,
        release_4=convicted
        & medium
        & ~pl.col("negative_behaviour")
        & (pl.col("term_ends_on") <= A_YEAR_LATER),
        third=convicted & (category == "serious") & vulnerable,
        quarter=convicted & (category == "especially_serious") & vulnerable,
        fifth=convicted & pl.col("entrusted") & compensated & pl.col("civil_claims_satisfied"),
        half=convicted & medium,
        obliged=damage & ~compensated,
    )
    released = pl.any_horizontal(*[f"release_{number}" for number in range(1, 5)])
    offences = offences.with_columns(
        released=released, covered=pl.col("before") & ~pl.col("excluded")
    )
    offences = offences.with_columns(_decision(stage).alias("decision"))
    reduction = _reduction()
    left = (pl.col("term_ends_on") - DAY).dt.total_days().clip(lower_bound=0)
    return offences.select(
        pl.col(key).alias("key"),
        "decision",
        reduction=reduction,
        days_off=pl.when(reduction == -1).then(-1).otherwise((left * reduction + 59) // 60),
        obliged="obliged",
    )


# What is decided as a number, with the outcome and the provision of each.
DECISIONS: dict[int, tuple[str | None, str | None]] = {
    0: (None, None),
    1: ("not_covered", "8"),
    2: ("not_covered", None),
    **{10 + number: ("excluded", f"5({number})") for number in range(1, 12)},
    **{
        first + place: (outcome, cite)
        for first, outcome in (
            (30, "released_from_liability"), (40, "released_from_main_punishment"),
        )
        for place, cite in enumerate(("2(1)(1)", "2(1)(2)", "2(1)(3)", "2(2)"))
    },
    **{50 + place: ("reduced", f"3({place})") for place in (1, 2, 3)},
}  # fmt: skip


def _decision(stage: pl.Expr) -> pl.Expr:
    """Return the number of what is decided: the first that is so."""
    before, excluded, released = pl.col("before"), pl.col("excluded"), pl.col("released")
    reduced = pl.col("third") | pl.col("quarter") | pl.col("fifth") | pl.col("half")

    def number(value: int) -> pl.Expr:
        return pl.lit(value, pl.Int8)

    release = (
        pl.when("release_1").then(number(0)).when("release_2").then(number(1))
        .when("release_3").then(number(2)).otherwise(number(3))
    )  # fmt: skip
    reduce = (
        pl.when(pl.col("third") | pl.col("quarter")).then(number(51))
        .when("fifth").then(number(52)).otherwise(number(53))
    )  # fmt: skip
    return (
        pl.when(~before).then(number(1))
        .when(before & excluded).then(pl.col("point") + number(10))
        .when(before.is_null() | pl.col("covered").is_null()).then(number(0))
        .when(released & (stage == "open")).then(number(30) + release)
        .when(released & (stage == "convicted")).then(number(40) + release)
        .when(released | released.is_null()).then(number(0))
        .when(reduced).then(reduce)
        .when(reduced.is_null()).then(number(0))
        .otherwise(number(2))
    )  # fmt: skip


def _reduction() -> pl.Expr:
    """Return the largest reduction in sixtieths, -1 where there is none."""
    covered = pl.col("covered") & ~pl.col("released")
    some = pl.col("third") | pl.col("quarter") | pl.col("fifth") | pl.col("half")
    of_size = (
        pl.when("half").then(30).when(pl.col("half").is_null()).then(None)
        .when("third").then(20).when(pl.col("third").is_null()).then(None)
        .when("quarter").then(15).when(pl.col("quarter").is_null()).then(None)
        .when("fifth").then(12).when(pl.col("fifth").is_null()).then(None)
    )  # fmt: skip
    gives = covered & some
    return pl.when(gives).then(of_size).when(~gives).then(-1).cast(pl.Int64)


def totals(decided: pl.LazyFrame) -> pl.LazyFrame:
    """Return sums by what is decided: the outcome and the deciding provision."""
    return decided.group_by("decision").agg(
        rows=pl.len().cast(pl.Int64),
        reductions=pl.col("reduction").filter(pl.col("reduction") > 0).sum(),
        days_off=pl.col("days_off").filter(pl.col("days_off") > 0).sum(),
        obliged=pl.col("obliged").sum().cast(pl.Int64),
    )


def scanned(folder: Path, tables: Iterable[str]) -> list[pl.LazyFrame]:
    """Return the tables of a register, not yet read."""
    return [pl.scan_parquet(folder / f"{table}.parquet") for table in tables]
