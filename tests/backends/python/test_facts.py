"""The classes of facts: how JSON is read, and what is said of a value that is none."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from tests.emitted import package
from tests.small_law import (
    A_MAN_IS_NOT_PREGNANT,
    DAYS,
    PREGNANT,
    VETERAN,
    decision,
    law,
    literal,
    rule,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.runtime.facts import FactError
from lawc.runtime.values import Provision

LAW = law(
    [rule("art_2", PREGNANT, "released")],
    definitions=(ir.Definition("vulnerable", "person", VETERAN, "art_1"),),
    quantities=(
        ir.QuantityDefinition("index", "person", Basic.NUMBER, literal(1), "art_1", ""),
    ),
    decisions=(decision(),),
    clauses=(A_MAN_IS_NOT_PREGNANT,),
    parameters=DAYS,
)
CASE = {
    "sex": "male",
    "date_of_birth": "1990-02-28",
    "visits": 3,
    "income": "1250.50",
    "share": "1/3",
    "vulnerable": True,
    "index": 2,
    "offences": [{"category": "minor", "provision": "190(3)(2)", "torture": False}],
    "children": [],
}


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package(LAW, Path(tmp_path_factory.mktemp("emitted")))


def problem(module: Any, data: object) -> str:
    with pytest.raises(FactError) as caught:
        module.Person.from_dict(data)
    return str(caught.value)


def test_facts_are_read_by_their_type(module: Any) -> None:
    person = module.Person.from_dict(CASE, established=True)

    assert person.sex is module.Sex.MALE
    assert person.date_of_birth == date(1990, 2, 28)
    assert (person.visits, person.income) == (3, Fraction(2501, 2))
    assert person.share == Fraction(1, 3)
    assert person.offences[0].provision == Provision((190,), (3,), (2,))
    assert person.children == ()


def test_what_is_written_is_read_again(module: Any) -> None:
    person = module.Person.from_dict(CASE, established=True)

    assert module.Person.from_dict(person.to_dict(), established=True) == person
    assert person.to_dict() == {**CASE, "income": "1250.5"}


def test_missing_and_null_are_unknown(module: Any) -> None:
    assert module.Person.from_dict({"sex": None}) == module.Person()
    assert module.Person().offences is None


def test_the_label_of_a_case_is_not_read(module: Any) -> None:
    assert module.Person.from_dict({"id": "a"}) == module.Person()
    assert "did you mean" not in problem(module, {"offences": [{"id": "a"}]})


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ([], "not an object: []"),
        ({"sx": "male"}, "sx: no such fact; did you mean sex?"),
        ({"sex": "man"}, 'sex: not one of female, male: "man"'),
        ({"sex": ["male"]}, 'sex: not one of female, male: ["male"]'),
        ({"veteran": 1}, "veteran: not true or false: 1"),
        ({"visits": True}, "visits: not a whole number of 0 or more: true"),
        ({"visits": -1}, "visits: not a whole number of 0 or more: -1"),
        ({"income": 0.5}, 'income: not exact: 0.5; write "0.5"'),
        (
            {"date_of_birth": "20240101"},
            'date_of_birth: not a date: "20240101"; write "2025-07-05"',
        ),
        (
            {"date_of_birth": "2024-W01-1"},
            'date_of_birth: not a date: "2024-W01-1"; write "2025-07-05"',
        ),
        ({"offences": {}}, "offences: not a list: {}"),
        (
            {"offences": [{}, {"committed_on": "2024-13-01"}]},
            'offences[1].committed_on: not a date: "2024-13-01"',
        ),
        (
            {"offences": [{"provision": "x"}]},
            'offences[0].provision: not a provision: "x"; write "188" or "190(3)(2)"',
        ),
        ({"offences": ["x"]}, 'offences[0]: not an object: "x"'),
    ],
)
def test_a_bad_value_is_named_by_its_path(module: Any, data: object, text: str) -> None:
    assert problem(module, data) == text


def test_every_problem_is_told(module: Any) -> None:
    with pytest.raises(FactError) as caught:
        module.Person.from_dict({"sex": 1, "visits": "x"})

    assert caught.value.__notes__ == ['visits: not a whole number of 0 or more: "x"']


def test_what_the_assumptions_leave_is_known(module: Any) -> None:
    man, anyone = module.Person(sex=module.Sex.MALE), module.Person()
    (ask,) = module.PROVISIONS.values()

    assert ask(module.Offence(), man, module.Days()) is False
    assert ask(module.Offence(), anyone, module.Days()) is None


def test_a_trace_tells_which_provisions_apply(module: Any) -> None:
    person = module.Person(pregnant=True, sex=module.Sex.FEMALE, offences=(module.Offence(),))
    trace = module.trace(person)

    assert trace.truths == {"offences[0]": {"art_2": True}}
    assert trace.decision.offences[0].outcome is module.Outcome.RELEASED
    assert trace.explanations == module.explain(person)
