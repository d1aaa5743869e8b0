"""A register in a PostgreSQL database, read from a real server."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.written_law import law as law_of

pytest.importorskip("polars")
pytest.importorskip("psycopg")

from tests.backends.relational import postgres

from lawc.register.deciding import bound
from lawc.register.misfits import RegisterError

pytestmark = pytest.mark.skipif(postgres.programs() is None, reason="needs PostgreSQL")
LAW = "1. A person is entitled to a card if at least one of the children is good.\n"
TABLES = """
create table person (person_id bigint, old boolean, income numeric);
insert into person values (9, null, 1.10), (7, true, 12345678901234.5);
create table child (person_id bigint, good boolean, born date);
insert into child values (7, false, '2020-02-29');
"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="pg") as folder:
        place = Path(folder)
        place.chmod(0o755)
        with postgres.server(place) as server:
            server.sql(TABLES)
            yield f"postgresql:///postgres?host={folder}&user=postgres"


def test_tables_are_read_in_order_of_their_keys(address: str) -> None:
    (part,) = bound(law_of(LAW), address).ranges()

    assert part["person"]["id"].to_list() == ["7", "9"]


def test_values_are_read_as_they_stand(address: str) -> None:
    (part,) = bound(law_of(LAW), address).ranges()

    assert part["person"]["fact.old"].to_list() == [True, None]
    assert part["person"]["fact.income"].to_list() == [123456789012345, 11]
    assert part["child"]["fact.born"].to_list() == [737484]


def test_a_database_that_is_not_there_is_told(address: str) -> None:
    with pytest.raises(RegisterError, match="the database cannot be read"):
        bound(law_of(LAW), address.replace("/postgres?", "/nowhere?"))
