"""Rows in which an engine of SQL says something else of the amnesty law than polars does.

    python benchmarks/register/sql_agrees.py duckdb 1000000
    python benchmarks/register/sql_agrees.py postgres 100000

Persons are random as in the examination: birthdays at thresholds, 29 February, facts and lists
that are unknown, provisions that are coarser than the law asks. The tests compare polars with
the package.
"""

from __future__ import annotations

import itertools
import sys
import tempfile
from pathlib import Path

import polars as pl
from tests.backends.relational import postgres
from tests.backends.relational.agreeing import Engine
from tests.backends.relational.tables import tables_of
from tests.exam.persons import random_persons

from lawc.backends.relational import duckdb_engine, polars_engine
from lawc.backends.relational.relations import Relations, relations_of
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.pipeline import compile_path

STATUTE = Path(__file__).parents[2] / "statutes/kz/amnesty-2025"
PERSONS = 10_000  # at a time


def main() -> None:
    """Compare an engine with polars in so many offences or more."""
    name, wanted = sys.argv[1], int(sys.argv[2])
    law = compile_path(STATUTE).law
    assert law is not None
    if name == "duckdb":
        report(law, duckdb_engine.run, wanted)
        return
    bin_ = postgres.programs()
    assert bin_ is not None, "PostgreSQL is not installed"
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        Path(folder).chmod(0o755)
        with postgres.server(Path(folder)) as server:
            report(law, server.run, wanted)


def report(law: ir.Law, engine: Engine, wanted: int) -> None:
    """Print how many offences there were, and in how many some column differs."""
    rows = different = seed = 0
    asked: list[str] = []
    while rows < wanted:
        seed += 1
        persons = itertools.islice(random_persons(seed, PERSONS), PERSONS)
        read = (read_case(law, person) for person in persons)
        frames, tables, _ = tables_of(law, [t for t in read if isinstance(t, Thing)], {})
        relations = relations_of(law, tables, provisions=True)
        asked = columns(relations)
        expected = polars_engine.run(relations.layers, frames)["offence"].select(asked)
        found = engine(relations.layers, frames)["offence"].select(asked)
        same = pl.all_horizontal(
            pl.col(name).eq_missing(found[name]) for name in expected.columns
        )
        different += expected.select((~same).sum()).item()
        rows += len(expected)
        assert len(found) == len(expected)
    print(f"{rows:,} offences, {len(asked)} columns: {different} rows differ")


def columns(relations: Relations) -> list[str]:
    """Return the columns of decisions and provisions, each once."""
    asked: dict[str, None] = {}
    for value, status, _, cites in relations.answers.values():
        asked |= dict.fromkeys([value, status, *(column for _, column in cites)])
    for provided in relations.provisions:
        asked |= dict.fromkeys([provided.holds, provided.applies])
    return list(asked)


if __name__ == "__main__":
    main()
