"""A provision with versions is one question, which the version in force on the day answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from tests.emitted import package
from tests.written_law import law

OLD, NEW = date(2024, 6, 1), date(2025, 6, 1)
TEXT = (
    "1. In force to 31 December 2024, a person is entitled to a card if all of the following "
    "apply:\n   1) the person is old; and\n   2) the person is ill.\n"
    "1. In force from 1 January 2025, a person is entitled to a card if all of the following "
    "apply:\n   1) the person is not old; and\n   2) the person is resident."
)


def test_the_version_in_force_answers(tmp_path: Path) -> None:
    module = package(law(TEXT), tmp_path)
    person = module.Person(old=True, ill=True, resident=False)

    def applies(citation: str, day: date | None) -> object:
        return module.PROVISIONS[citation](person, module.Days(law_day=day))

    assert [applies("1(1)", day) for day in (OLD, NEW, None)] == [True, False, None]
    assert [applies("1(1)(1)", day) for day in (OLD, NEW)] == [True, False]
    assert [applies("1(1)(2)", day) for day in (OLD, NEW, None)] == [True, False, None]
    assert module.decide(person, law_day=OLD).card is True


def test_no_key_stands_twice(tmp_path: Path) -> None:
    package(law(TEXT), tmp_path)
    (rules,) = tmp_path.rglob("rules.py")
    table = rules.read_text("utf-8").partition("PROVISIONS")[2]
    keys = [line.partition(":")[0].strip() for line in table.splitlines() if '": ' in line]

    assert len(keys) == len(set(keys)) == 3
