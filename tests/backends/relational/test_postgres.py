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

from tests.backends.relational import postgres
from tests.backends.relational.agreeing import compare

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
