"""The schemas of a package: they accept what its readers accept, and what it returns."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from typing import Any

import kz_amnesty_2025
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # has no types
from kz_amnesty_2025 import FactError, Person
from tests import small_law as small
from tests.differential import law_cases, laws
from tests.emitted import package
from tests.exam.persons import random_persons
from tests.sampling import some

FOLDER = Path(kz_amnesty_2025.__file__).parent


def validator(folder: Path, name: str) -> Any:
    schema = json.loads((folder / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


FACTS = validator(FOLDER, "facts.schema.json")
DECISION = validator(FOLDER, "decision.schema.json")

# What stands at the edge of a type: it is accepted by both, or by neither.
EDGES: st.SearchStrategy[Any] = st.sampled_from(
    [
        None, True, False, 0, 1, -1, 14, 14.0, 14.5, -0.0, 1e30, 10**18, 10**18 - 1, "", "14",
        "188", "188\n", "188(3)", "188(3)\n", "188-1(2-1)", "188()", "0", "1/3", "1/0", "1/00",
        "1/3\n", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2024-04-31",
        "0000-01-01", "2024-01-01\n", "2024-1-1", "9999-12-31", "male", "male\n", "medium",
        "none", [], {}, [{}], [None], "\u0661\u0668\u0668", "188 ",
    ]
)  # fmt: skip
KEYS = sorted(FACTS.schema["properties"])
OF_OFFENCE = sorted(FACTS.schema["$defs"]["offence"]["properties"])


def is_read(data: object) -> bool:
    try:
        Person.from_dict(data)
    except FactError:
        return False
    return True


@given(EDGES, st.sampled_from([*KEYS, "id", "pregnant"]))
@settings(max_examples=some(500))
def test_a_value_is_accepted_by_both_or_by_neither(value: object, key: str) -> None:
    assert FACTS.is_valid({key: value}) is is_read({key: value})


@given(EDGES, st.sampled_from([*OF_OFFENCE, "id"]))
@settings(max_examples=some(500))
def test_so_is_one_of_a_member(value: object, key: str) -> None:
    data = {"offences": [{key: value}]}

    assert FACTS.is_valid(data) is is_read(data)


@given(st.text(alphabet="0123456789-()/.\n", max_size=12))
@settings(max_examples=some(500))
def test_so_is_any_text(text: str) -> None:
    for data in (
        {"date_of_birth": text},
        {"offences": [{"provision": text}]},
    ):
        assert FACTS.is_valid(data) is is_read(data)


@pytest.mark.parametrize("sex", ["male", "female", None])
@pytest.mark.parametrize("pregnant", [True, False, None])
def test_so_is_what_the_vocabulary_holds_impossible(sex: Any, pregnant: Any) -> None:
    data = {"sex": sex, "pregnant_on_effective_day": pregnant}
    accepted = not (sex == "male" and pregnant)

    assert FACTS.is_valid(data) is is_read(data) is accepted


@pytest.fixture(scope="module")
def small_package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    law = small.deciding(small.rule("art_1", small.TORTURE, "released"))
    module = package(law, tmp_path_factory.mktemp("small"))
    return module, validator(Path(module.__file__).parent, "facts.schema.json")


@given(EDGES, st.sampled_from(["visits", "income", "share"]))
@settings(max_examples=some(500))
def test_so_is_a_number(small_package: tuple[Any, Any], value: object, key: str) -> None:
    module, facts = small_package
    try:
        module.Person.from_dict({key: value})
        accepted = True
    except FactError:
        accepted = False

    assert facts.is_valid({key: value}) is accepted


@pytest.fixture(scope="module")
def limited_package(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    law = small.deciding(small.rule("art_1", small.TORTURE, "released"))
    limits = {"income": (Fraction("0.5"), Fraction(1200)), "share": (Fraction(0), None)}
    facts = tuple(
        replace(fact, least=limits[fact.key][0], most=limits[fact.key][1])
        if fact.key in limits
        else fact
        for fact in law.facts
    )
    module = package(replace(law, facts=facts), tmp_path_factory.mktemp("limited"))
    return module, validator(Path(module.__file__).parent, "facts.schema.json")


LIMITED = st.sampled_from(
    [
        0, 1, 1200, 1201, -1, "0", "-0", "0.49", "0.5", "0.500", "00.51", "-0.5", "1200",
        "1200.0", "1200.01", "1199.999", "9999", "1/3", "-1/3", "0/5", "-0/5", "0.5\n", ".5",
    ]
)  # fmt: skip


@given(LIMITED, st.sampled_from(["income", "share"]))
@settings(max_examples=some(200))
def test_so_is_a_number_that_has_limits(
    limited_package: tuple[Any, Any], value: object, key: str
) -> None:
    module, facts = limited_package
    try:
        module.Person.from_dict({key: value})
        accepted = True
    except FactError:
        accepted = False

    assert facts.is_valid({key: value}) is accepted


def test_every_decision_is_as_the_schema_says() -> None:
    for case in random_persons(3, some(150)):
        decided = kz_amnesty_2025.decide(Person.from_dict(case))
        DECISION.validate(decided.to_dict("a"))
        DECISION.validate(decided.to_dict())


@pytest.mark.parametrize("seed", range(some(10)))
def test_so_is_that_of_a_random_law(seed: int, tmp_path: Path) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = laws.law(rng)
    module = package(law, tmp_path)
    schema = validator(Path(module.__file__).parent, "decision.schema.json")

    for _ in range(10):
        case, days = law_cases.case(law, rng), law_cases.days(law, rng)
        decided = module.decide(module.Person.from_dict(case, established=True), **days)
        schema.validate(decided.to_dict(3))


def test_an_envelope_of_another_form_is_none() -> None:
    decided = kz_amnesty_2025.decide(Person()).to_dict()

    for changed in mutilated(decided):
        assert not DECISION.is_valid(changed)


def mutilated(decided: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield {**decided, "form": 2}
    yield {**decided, "provisions": []}
    for key in decided:
        yield {one: value for one, value in decided.items() if one != key}
