"""The amnesty law of 2025 by hand in DuckDB, on tables and on flat records.

It says what `by_hand_polars` says, in SQL; the lists of provisions are looked up in the same
table.
"""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import duckdb
import polars as pl
from benchmarks.register.by_hand_polars import lists_row

_YOUNG = "{born} <= DATE '2025-07-05' AND {born} > DATE '2007-07-05'"
_VULNERABLE = """
    covered_by_law_on_veterans
    OR (woman AND date_of_birth <= DATE '1975-07-05')
    OR (NOT woman AND date_of_birth <= DATE '1965-07-05')
    OR (woman AND pregnant_on_effective_day)
    OR ((disability_group = 'first' OR disability_group = 'second')
        AND disability_recognised_on < DATE '2025-07-05')
    OR (NOT deprived_of_parental_rights
        AND ((woman AND (young OR dependant_with_disability_at_offence_and_conviction))
             OR (NOT woman
                 AND ((only_parent AND young)
                      OR dependant_with_disability_at_offence_and_conviction))))
"""
_WOMAN = (
    "CASE WHEN sex IS NOT NULL THEN sex = 'female' WHEN pregnant_on_effective_day THEN true END"
)
_MINOR = """
    year(committed_on) * 10000 + month(committed_on) * 100 + day(committed_on)
    < year(born) * 10000 + month(born) * 100 + day(born) + 180000
"""
_AGAINST_MINOR = "minors AND victim_age < 18 AND (victim_age < 14 OR NOT minor)"
_POINT = f"""
    least(
        listed,
        CASE WHEN by_office AND official_position_used THEN 1 ELSE 12 END,
        CASE WHEN signs_of_extremism THEN 3 ELSE 12 END,
        CASE WHEN {_AGAINST_MINOR} THEN 4 ELSE 12 END,
        CASE WHEN recidivism <> 'none' THEN 6 ELSE 12 END,
        CASE WHEN life_imprisonment THEN 7 ELSE 12 END,
        CASE WHEN in_criminal_group THEN 8 ELSE 12 END
    )::TINYINT
"""
_DOUBTFUL = f"""
    may_be_listed
    OR (by_office AND official_position_used) IS NULL
    OR signs_of_extremism IS NULL
    OR ({_AGAINST_MINOR}) IS NULL
    OR recidivism IS NULL
    OR life_imprisonment IS NULL
    OR in_criminal_group IS NULL
"""
_TABLES = f"""
    young_children AS (
        SELECT
            person_id,
            CASE
                WHEN bool_or({_YOUNG.format(born="date_of_birth")}) THEN true
                WHEN bool_or(date_of_birth IS NULL) THEN NULL
                ELSE false
            END AS young,
            true AS parent
        FROM child
        GROUP BY person_id
    ),
    persons AS (
        SELECT person_id, date_of_birth AS born, {_VULNERABLE} AS vulnerable
        FROM (
            SELECT
                p.*,
                {_WOMAN} AS woman,
                CASE
                    WHEN NOT children_known THEN NULL
                    WHEN parent IS NULL THEN false
                    ELSE young
                END AS young
            FROM person AS p
            LEFT JOIN young_children AS c USING (person_id)
        )
    ),
    of_persons AS (
        SELECT
            o.*, offence_id AS key, p.born, l.* EXCLUDE (provision), p.vulnerable,
            {_MINOR} AS minor
        FROM offence AS o
        LEFT JOIN lists AS l ON o.provision IS NOT DISTINCT FROM l.provision
        LEFT JOIN persons AS p USING (person_id)
    ),
    excluding AS (
        SELECT person_id, min({_POINT}) AS point, bool_or({_DOUBTFUL}) AS doubtful
        FROM of_persons
        GROUP BY person_id
    ),
    offences AS (
        SELECT o.*, point, doubtful
        FROM of_persons AS o
        LEFT JOIN excluding AS e USING (person_id)
    )
"""  # noqa: S608 - our own text
_RECORDS = f"""
    of_records AS (
        SELECT *, {_VULNERABLE} AS vulnerable, {_MINOR} AS minor
        FROM (
            SELECT
                r.*,
                record_id AS key,
                date_of_birth AS born,
                l.* EXCLUDE (provision),
                {_WOMAN} AS woman,
                {_YOUNG.format(born="child_born")} AS young
            FROM record AS r
            LEFT JOIN lists AS l ON r.provision IS NOT DISTINCT FROM l.provision
        )
    ),
    offences AS (SELECT *, {_POINT} AS point, {_DOUBTFUL} AS doubtful FROM of_records)
"""  # noqa: S608 - our own text
_DECIDED = """
    tested AS (
        SELECT
            key, stage, point, obliged, term_ends_on, before, release_1, release_2, release_3,
            release_4, third, quarter, fifth, half,
            before AND NOT excluded AS covered,
            before AND excluded AS excluded,
            release_1 OR release_2 OR release_3 OR release_4 AS released,
            third OR quarter OR fifth OR half AS reduced
        FROM (
            SELECT
                key, stage, point, term_ends_on,
                committed_on < DATE '2025-07-05' AS before,
                CASE WHEN point < 12 THEN true WHEN NOT doubtful THEN false END AS excluded,
                category = 'misdemeanour' OR category = 'minor' AS release_1,
                category = 'medium'
                    AND (NOT damage_caused OR damage_compensated_in_full
                         OR NOT civil_claim_brought) AS release_2,
                category = 'medium' AND (vulnerable OR minor) AS release_3,
                stage = 'convicted' AND category = 'medium' AND NOT negative_behaviour
                    AND term_ends_on <= DATE '2026-07-05' AS release_4,
                stage = 'convicted' AND category = 'serious' AND (vulnerable OR minor) AS third,
                stage = 'convicted' AND category = 'especially_serious'
                    AND (vulnerable OR minor) AS quarter,
                stage = 'convicted' AND entrusted AND damage_compensated_in_full
                    AND civil_claims_satisfied AS fifth,
                stage = 'convicted' AND category = 'medium' AS half,
                damage_caused AND NOT damage_compensated_in_full AS obliged
            FROM offences
        )
    ),
    reduced AS (
        SELECT
            key, obliged,
            greatest(date_diff('day', DATE '2025-07-05', term_ends_on), 0) AS remaining,
            term_ends_on IS NULL AS endless,
            CASE
                WHEN NOT before THEN 1
                WHEN excluded THEN 10 + point
                WHEN before IS NULL OR covered IS NULL THEN 0
                WHEN released AND stage IS NULL THEN 0
                WHEN released THEN
                    CASE WHEN stage = 'open' THEN 30 ELSE 40 END
                    + CASE WHEN release_1 THEN 0 WHEN release_2 THEN 1 WHEN release_3 THEN 2
                           ELSE 3 END
                WHEN released IS NULL THEN 0
                WHEN reduced THEN
                    CASE WHEN third OR quarter THEN 51 WHEN fifth THEN 52 ELSE 53 END
                WHEN reduced IS NULL THEN 0
                ELSE 2
            END AS decision,
            CASE
                WHEN covered AND NOT released AND reduced THEN
                    CASE
                        WHEN half THEN 30 WHEN half IS NULL THEN NULL
                        WHEN third THEN 20 WHEN third IS NULL THEN NULL
                        WHEN quarter THEN 15 WHEN quarter IS NULL THEN NULL
                        WHEN fifth THEN 12
                    END
                WHEN NOT (covered AND NOT released AND reduced) THEN -1
            END AS reduction
        FROM tested
    ),
    decided AS (
        SELECT
            key, decision, reduction, obliged,
            CASE WHEN reduction = -1 THEN -1 WHEN NOT endless
                THEN (remaining * reduction + 59) // 60 END AS days_off
        FROM reduced
    )
"""
_TOTALS = """
    SELECT
        decision,
        count(*) AS rows,
        coalesce(sum(reduction) FILTER (reduction > 0), 0)::BIGINT AS reductions,
        coalesce(sum(days_off) FILTER (days_off > 0), 0)::BIGINT AS days_off,
        count(*) FILTER (obliged) AS obliged
    FROM decided
    GROUP BY decision
"""


def totals(folder: Path, *, flat: bool = False, wanted: str = _TOTALS) -> pl.DataFrame:
    """Return sums by what is decided, of a register in a folder."""
    engine = duckdb.connect()
    tables = ("record",) if flat else ("person", "offence", "child")
    for table in tables:
        engine.read_parquet(str(folder / f"{table}.parquet")).create_view(table)
    provisions = engine.sql(f"SELECT DISTINCT provision FROM {tables[not flat]}").fetchall()  # noqa: S608
    lists = [lists_row(written) for (written,) in provisions]
    engine.execute(
        "CREATE TABLE lists (provision VARCHAR, listed TINYINT, may_be_listed BOOLEAN,"
        " by_office BOOLEAN, minors BOOLEAN, entrusted BOOLEAN)"
    )
    places = ", ".join(["(?, ?, ?, ?, ?, ?)"] * len(lists))
    engine.execute(f"INSERT INTO lists VALUES {places}", list(chain(*lists)))  # noqa: S608
    result = engine.sql(query(flat=flat, wanted=wanted))
    return pl.DataFrame(result.fetchall(), schema=result.columns, orient="row")


def query(*, flat: bool, wanted: str = _TOTALS) -> str:
    """Return what is asked of the tables."""
    return f"WITH {_RECORDS if flat else _TABLES}, {_DECIDED} {wanted}"


def rows(folder: Path, *, flat: bool = False) -> pl.DataFrame:
    """Return what is decided about each offence, by its key."""
    return totals(folder, flat=flat, wanted="SELECT * FROM decided ORDER BY key")
