"""The statement of a law, run by a PostgreSQL server, against the slots of the package."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from tests.differential import laws
from tests.differential.law_cases import case, days
from tests.exam.persons import random_persons
from tests.sampling import some

pytest.importorskip("polars")

from tests.backends.relational import postgres, sql_tables
from tests.backends.relational.agreeing import compare

from lawc.backends.relational.sql_files import sql_files
from lawc.backends.relational.values import TooLargeError
from lawc.pipeline import compile_path

STATUTES = Path(__file__).parents[3] / "statutes"
pytestmark = pytest.mark.skipif(postgres.programs() is None, reason="needs PostgreSQL")


@pytest.fixture(scope="module")
def engine() -> Iterator[postgres.Server]:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        place = Path(folder)
        place.chmod(0o755)
        with postgres.server(place) as made:
            yield made


@pytest.mark.parametrize("seed", range(some(10)))
def test_random_laws(engine: postgres.Server, tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed replays the law and its cases
    law = laws.law(rng)
    cases = [case(law, rng) for _ in range(20)]
    try:
        compare(law, cases, days(law, rng), tmp_path, {"postgres": engine.run})
    except TooLargeError:
        pytest.skip("its numbers are refused")


def test_the_amnesty_law(engine: postgres.Server, tmp_path: Path) -> None:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    persons = list(itertools.islice(random_persons(11, some(500)), some(500)))

    assert compare(law, persons, {}, tmp_path, {"postgres": engine.run}) > len(persons)


def test_the_file_of_the_amnesty_law_says_what_that_of_duckdb_says(
    engine: postgres.Server,
) -> None:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    persons = list(itertools.islice(random_persons(7, some(300)), some(300)))
    tables = sql_tables.tables_of(law, persons)
    (expected,) = sql_tables.answers(law, tables)

    text = sql_files(law, "0")["rules.postgres.sql"].rstrip().rstrip(";")
    asked = 'offence_id, outcome, outcome_status, "reduction_in_1/60", days_off'
    engine.sql("\n".join(sql_tables.statements(law, tables)))
    printed = engine.sql(f"select {asked} from (\n{text}\n) as decided order by 1")  # noqa: S608

    names = [name.strip('"') for name in asked.split(", ")]
    rows = [["" if row[n] is None else str(row[n]) for n in names] for row in expected]
    assert [line.split("|") for line in printed.splitlines()] == rows
