"""A law as a file of SQL: on tables of natural types it decides as the package does."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import example_family_allowance as allowance
import kz_amnesty_2025 as amnesty
import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential import laws
from tests.differential.law_cases import case, days
from tests.differential.law_crossings import crossed
from tests.emitted import package
from tests.exam.persons import random_persons
from tests.sampling import some
from tests.written_law import law as law_of

pytest.importorskip("polars")

import sqlglot
from tests.backends.relational.agreeing import results_of
from tests.backends.relational.sql_tables import answers, tables_of

from lawc.backends.python.plan import Plan
from lawc.backends.relational.sql_files import sql_files
from lawc.backends.relational.sql_naming import LONGEST, fitted
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.pipeline import compile_path
from lawc.runtime.values import Provision

Row = dict[str, Any]
STATUTES = Path(__file__).parents[3] / "statutes"


def statute(place: str) -> ir.Law:
    law = compile_path(STATUTES / place).law
    assert law is not None
    return law


def test_the_amnesty_law_decides_as_its_package() -> None:
    law = statute("kz/amnesty-2025")
    persons = list(itertools.islice(random_persons(3, some(2_000)), some(2_000)))
    offences = [
        offence
        for person in persons
        for offence in amnesty.decide(amnesty.Person.from_dict(person)).offences or ()
    ]

    (rows,) = answers(law, tables_of(law, persons))

    assert len(rows) == len(offences)
    decided = 0
    for row, offence in zip(rows, offences, strict=True):
        for key, value in (
            ("outcome", row["outcome"]),
            ("reduction", _fraction(row["reduction_in_1/60"], 60)),
            ("days_off", row["days_off"]),
            ("obliged_to_compensate", row["obliged_to_compensate"]),
        ):
            answer = offence.answers[key]
            if row[f"{key}_status"] == "open":
                continue
            decided += 1
            assert row[f"{key}_status"] == answer.status
            assert answer.status != "decided" or value == answer.value
            cites = {name.partition(" by ")[2] for name in row if row[name] is True}
            assert set(answer.provisions) <= cites
    assert decided > len(rows)


def _fraction(value: int | None, of: int) -> Fraction | None:
    return None if value is None else Fraction(value, of)


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2024, 12, 31), date(2025, 2, 28)])
def test_a_law_reads_the_days_that_it_does_not_say(day: date) -> None:
    law = statute("example/family-allowance")
    births = [date(2006, 12, 31), date(2007, 2, 28), date(2000, 2, 29), date(2024, 2, 29), None]
    households = [
        {
            "income": income,
            "lives_in_the_country": lives,
            "receives_foreign_allowance": False,
            "children": [
                {"date_of_birth": b and b.isoformat(), "in_education": e, "disabled": False}
            ],
        }
        for income in ("1999.99", "2000", "5000.01", None)
        for lives in (True, False, None)
        for b in births
        for e in (True, None)
    ]

    made = answers(law, tables_of(law, households), {"payment_day": day, "law_day": day})

    names = {decision.key: decision.name for decision in law.decisions}
    results = [
        allowance.decide(allowance.Household.from_dict(household), payment_day=day, law_day=day)
        for household in households
    ]
    compared = 0
    for row, result in zip(made[0], results, strict=True):
        for decision in law.decisions:
            if decision.kind != "household" or row[f"{decision.key}_status"] == "open":
                continue
            answer, key = result.answers[names[decision.key]], decision.key
            status = "nothing" if answer.status == "not_in_force" else answer.status
            assert row[f"{key}_status"] == status
            in_units = [name for name in row if name.startswith(f"{key}_in_")]
            column = in_units[0] if in_units else key
            unit = Fraction(column.removeprefix(f"{key}_in_")) if in_units else 1
            if status == "decided":
                assert row[column] * unit == answer.value
            compared += 1
    assert compared > len(households)


def supplied(law: ir.Law, kind: ir.Kind, thing: Row) -> Row:
    """Return the facts of a case that tables of natural types can have."""
    keys = {fact.key for fact in law.facts if fact.kind == kind.key}
    left: Row = {
        key: value
        for key, value in thing.items()
        if key in keys and not (isinstance(value, str) and "/" in value)
    }
    for below in law.kinds:
        members = thing.get(str(below.field))
        if below.parent == kind.key and members is not None:
            left[str(below.field)] = [supplied(law, below, member) for member in members]
    return left


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(12), deadline=None)
def test_random_laws_decide_as_their_packages(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed replays the law and its cases
    law = laws.law(rng, excluding=seed % 2 == 0)
    if seed % 3 == 0:
        law = crossed(law, rng)
    asked = [day.key for day in law.parameters if day.value is None]
    known = {key: day for key, day in days(law, rng).items() if key in asked}
    cases = [supplied(law, law.kinds[0], case(law, rng)) for _ in range(20)]
    module = package(law, tmp_path)
    whole = getattr(module, Plan(law).classes[law.kinds[0].key])
    names = {module.decisions.ENGINE.days[key]: day for key, day in known.items()}
    found: dict[str, list[Any]] = {kind.key: [] for kind in law.kinds}
    for each in cases:
        thing = read_case(law, each)
        assert isinstance(thing, Thing)
        for below, result in results_of(
            law, thing, module.decide(whole.from_dict(each), **names)
        ):
            found[below.kind].append(result)

    deciding = {decision.kind for decision in law.decisions}
    kinds = [kind.key for kind in law.kinds if kind.key in deciding]
    if not sql_files(law, "0"):
        return  # its numbers are too large
    made = answers(law, tables_of(law, cases), {key: known.get(key) for key in asked})

    for kind, rows in zip(kinds, made, strict=True):
        for row, result in zip(rows, found[kind], strict=True):
            for decision in law.decisions:
                if decision.kind == kind:
                    check(decision, row, result)


def check(decision: ir.Decision, row: Row, result: Any) -> None:
    """Check what a row says of a decision, unless it is open there."""
    teller = result._teller  # noqa: SLF001
    tellers = dict(zip(teller.keys, teller.answers(result), strict=True))
    answer, key = tellers[decision.name], decision.key
    if row[f"{key}_status"] == "open":
        return
    assert row[f"{key}_status"] == (
        "nothing" if answer.status == "not_in_force" else answer.status
    )
    in_units = [name for name in row if name.startswith(f"{key}_in_")]
    value = row[in_units[0] if in_units else key]
    if in_units and value is not None:
        value *= Fraction(in_units[0].removeprefix(f"{key}_in_"))
    if answer.status == "decided":
        wanted = answer.value
        wanted = wanted.toordinal() if isinstance(wanted, date) else wanted
        assert value == (str(wanted) if isinstance(wanted, Provision) else wanted)
    if answer.status != "not_in_force":  # it cites what would decide on other days
        mark = f"{key} by "
        cites = {name.removeprefix(mark) for name in row if name.startswith(mark) and row[name]}
        assert cites == set(answer.provisions)


def test_each_engine_reads_its_file_again() -> None:
    for name, text in sql_files(statute("kz/amnesty-2025"), "0").items():
        (read,) = sqlglot.parse(text, dialect=name.split(".")[1])
        assert read is not None
        assert read.sql(dialect=name.split(".")[1], comments=False)


def test_a_provision_is_a_column_with_its_citation_and_words() -> None:
    text = sql_files(statute("kz/amnesty-2025"), "0")["rules.postgres.sql"]

    words = "/* a person who committed a criminal misdemeanour or a crime of minor gravity; */"
    assert f'AS "2(1)(1) holds", {words}' in text
    assert f'AS "2(1)(1) applies", {words}' in text


@pytest.mark.parametrize("sign", ["*/ drop table person; --", "'; drop table person; --", "/*"])
def test_no_word_of_a_law_is_a_statement(sign: str) -> None:
    law = law_of("1. A person is entitled to a card if the person is old.")
    elements = tuple(replace(each, text=f"{sign} {each.text}") for each in law.elements)
    law = replace(law, elements=elements, title=f"{sign}\ndrop table person;")

    for name, text in sql_files(law, "0").items():
        (read,) = sqlglot.parse(text, dialect=name.split(".")[1])
        assert read is not None
        assert not list(read.find_all(sqlglot.exp.Drop))


def test_a_value_that_is_none_of_its_type_is_not_known() -> None:
    law = law_of("1. A person is entitled to a card if the income is more than 3 euro.")
    incomes = ["3.01", "3.001", None, "99999999999.99", "100000000000.01"]

    made = answers(law, tables_of(law, [{"income": income} for income in incomes]))

    statuses = [row["card_status"] for row in made[0]]
    assert statuses == ["decided", "open", "open", "decided", "open"]


def test_a_number_beyond_the_limits_of_its_fact_is_not_known() -> None:
    law = law_of("1. A person is entitled to a card if the income is more than 3 euro.")
    facts = [
        replace(f, least=0, most=Fraction(9, 2)) if f.key == "income" else f for f in law.facts
    ]
    law = replace(law, facts=tuple(facts))
    incomes = ["-0.01", "0", "4.50", "4.51"]

    made = answers(law, tables_of(law, [{"income": income} for income in incomes]))

    statuses = [row["card_status"] for row in made[0]]
    assert statuses == ["open", "decided", "decided", "open"]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("188", "decided"),
        ("188(", "open"),
        ("188\n", "open"),
        ("1234567890", "open"),
        ("", "open"),
    ],
)
def test_a_provision_that_cannot_be_read_is_not_known(written: str, status: str) -> None:
    law = statute("kz/amnesty-2025")
    offence = {"provision": written, "committed_on": "2020-01-01"}

    (rows,) = answers(law, tables_of(law, [{"offences": [offence], "children": []}]))

    assert (rows[0]["5(9) applies"] is None) == (status == "open")


def aliases(text: str) -> Iterator[list[str]]:
    """Yield the names that each table expression of a file gives its columns."""
    for statement in sqlglot.parse(text, read="postgres"):
        assert statement is not None
        for select in statement.find_all(sqlglot.exp.Select):
            names = [column.alias for column in select.expressions if column.alias]
            if names:
                yield names


LONG = "whether_the_person_has_been_registered_in_the_register_of_persons_"
LONG_NAMES = "".join(
    f"fact person.{LONG}{end}: truth\nphrase person.{LONG}{end} means {LONG}{end}\n"
    f'  en yes "the person | is {word}" no "the person | is not {word}"\n'
    for end, word in (("once", "registered"), ("twice", "entered"))
)


def test_no_name_is_longer_than_postgresql_allows_and_none_is_two_columns() -> None:
    text = (
        "1. A person is entitled to a card if the person is registered.\n"
        "2. A person is entitled to a card if the person is not entered "
        "and the person is not ill.\n"
    )
    files = sql_files(law_of(text, LONG_NAMES), "")

    for names in aliases(files["rules.postgres.sql"]):
        assert max(len(name.encode()) for name in names) <= LONGEST
        assert len({name.casefold() for name in names}) == len(names)


def test_names_that_are_cut_are_told_apart_also_from_those_of_other_letters() -> None:
    long = "статья 5 Уголовного кодекса Республики Казахстан, пункт "

    names = fitted([f"{long}1", f"{long}2", "(I)", "(i)", "(i) ~2"])

    assert len({name.casefold() for name in names}) == 5
    assert max(len(name.encode()) for name in names) <= LONGEST
    assert names[2:] == ["(I)", "(i) ~3", "(i) ~2"]


def test_a_condition_that_is_no_provision_is_called_in_words() -> None:
    text = (
        "1. A person is entitled to a card if the person is old and the person is not ill "
        "and the "
        "number of points is more than 3.\n"
    )
    text = sql_files(law_of(text), "")["rules.duckdb.sql"]

    assert 'AS "not ill"' in text
    assert 'AS "points > 3"' in text
    assert not re.search(r'AS "[sn]\d', text)
