"""Cases as JSON gives them: what is read, and how what cannot be read is named."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.small_law import DAYS, KINDS, TRUE, VETERAN, decision, law, literal, rule

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case, read_days
from lawc.runtime.facts import FactError, Reading, read_truth
from lawc.runtime.values import Provision

LAW = law(
    [rule("art_2", TRUE, "released")],
    definitions=(ir.Definition("vulnerable", "person", VETERAN, "art_1"),),
    quantities=(
        ir.QuantityDefinition("index", "person", Basic.NUMBER, literal(1), "art_1", ""),
    ),
    decisions=(decision(),),
)


def problems(data: object) -> list[str]:
    found = read_case(LAW, data)
    return [] if isinstance(found, Thing) else [str(one) for one in found]


def person(**facts: Any) -> Thing:
    found = read_case(LAW, facts)
    assert isinstance(found, Thing), found
    return found


def test_facts_are_read_by_their_type() -> None:
    found = person(
        sex="female",
        veteran=True,
        visits=3,
        income="10.50",
        share="1/3",
        date_of_birth="2000-02-29",
    )

    assert dict(found.facts) == {
        "sex": "female",
        "veteran": True,
        "visits": 3,
        "income": Fraction(21, 2),
        "share": Fraction(1, 3),
        "date_of_birth": date(2000, 2, 29),
    }


def test_a_member_knows_its_place_and_whose_it_is() -> None:
    found = person(offences=[{}, {"provision": "190(3)(2)"}])
    offence = found.members["offence"][1]

    assert offence.path == "offences[1]"
    assert offence.parent is found
    assert offence.facts == {"provision": Provision((190,), (3,), (2,))}


def test_an_absent_list_is_unknown_and_an_empty_one_is_empty() -> None:
    assert "offence" not in person().members
    assert "offence" not in person(offences=None).members
    assert person(offences=[]).members["offence"] == ()


def test_what_a_provision_defines_can_be_established() -> None:
    found = person(vulnerable=True, index="2.5", offences=[{"outcome": "released"}])

    assert found.facts == {"vulnerable": True, "index": Fraction(5, 2)}
    assert found.members["offence"][0].facts == {"outcome": "released"}


def test_the_label_of_a_case_is_not_read() -> None:
    assert person(id="case 7").facts == {}


def test_a_member_has_no_label() -> None:
    assert problems({"offences": [{"id": 1}]}) == ["offences[0].id: no such fact"]


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        ({"date_of_birth": "2024-13-01"}, 'date_of_birth: not a date: "2024-13-01"'),
        ({"date_of_birth": "2023-02-29"}, 'date_of_birth: not a date: "2023-02-29"'),
        (
            {"date_of_birth": "20240101"},
            'date_of_birth: not a date: "20240101"; write "2025-07-05"',
        ),
        (
            {"date_of_birth": "2024-01-01T00:00"},
            'date_of_birth: not a date: "2024-01-01T00:00"; write "2025-07-05"',
        ),
        ({"date_of_birth": 2024}, 'date_of_birth: not a date: 2024; write "2025-07-05"'),
        ({"veteran": 1}, "veteran: not true or false: 1"),
        ({"veteran": "yes"}, 'veteran: not true or false: "yes"'),
        ({"visits": True}, "visits: not a whole number of 0 or more: true"),
        ({"visits": -1}, "visits: not a whole number of 0 or more: -1"),
        ({"visits": 1.5}, "visits: not a whole number of 0 or more: 1.5"),
        ({"visits": "1"}, 'visits: not a whole number of 0 or more: "1"'),
        ({"income": 0.1}, 'income: not exact: 0.1; write "0.1"'),
        (
            {"income": False},
            "income: not a number: false; write figures, in quotes if not whole",
        ),
        (
            {"income": "1e3"},
            'income: not a number: "1e3"; write figures, in quotes if not whole',
        ),
        (
            {"income": "NaN"},
            'income: not a number: "NaN"; write figures, in quotes if not whole',
        ),
        ({"share": "1/0"}, 'share: not a fraction: "1/0"; write "1/3"'),
        ({"share": 0.5}, 'share: not a fraction: 0.5; write "1/3"'),
        ({"sex": "Male"}, 'sex: not one of female, male: "Male"'),
        ({"sex": ["male"]}, 'sex: not one of female, male: ["male"]'),
        ({"offences": {}}, "offences: not a list: {}"),
        ({"offences": [7]}, "offences[0]: not an object: 7"),
        (
            {"offences": [{}, {"provision": "article 188"}]},
            'offences[1].provision: not a provision: "article 188"; write "188" or "190(3)(2)"',
        ),
        ({"vetran": True}, "vetran: no such fact; did you mean veteran?"),
        (
            {"offences": [{"commited_on": None}]},
            ("offences[0].commited_on: no such fact; did you mean committed_on?"),
        ),
        ({"bad key": 1}, '"bad key": no such fact'),
        ({"vulnerable": "yes"}, 'vulnerable: not true or false: "yes"'),
    ],
)
def test_what_cannot_be_read_is_named(facts: dict[str, Any], problem: str) -> None:
    assert problems(facts) == [problem]


@pytest.mark.parametrize("data", [None, [], "a person", 3])
def test_a_case_is_an_object(data: object) -> None:
    (problem,) = problems(data)

    assert problem.startswith("not an object")


def test_every_problem_is_named_in_the_order_met() -> None:
    data = {"offences": [{"torture": "no"}, 3], "vist": 1, "sex": "x", "veteran": 0}

    assert [one.partition(":")[0] for one in problems(data)] == [
        "vist",
        "sex",
        "veteran",
        "offences[0].torture",
        "offences[1]",
    ]


def test_a_long_value_is_shortened_in_the_message() -> None:
    (problem,) = problems({"sex": "m" * 1000})

    assert len(problem) < 120


def test_the_first_problem_is_raised_and_the_others_are_its_notes() -> None:
    reading = Reading()
    for key in ("one", "other"):
        reading.fact({key: "yes"}, key, "", read_truth)

    with pytest.raises(FactError) as raised:
        reading.close()

    assert str(raised.value) == 'one: not true or false: "yes"'
    assert raised.value.path == "one"
    assert raised.value.__notes__ == ['other: not true or false: "yes"']


def test_what_has_no_problem_is_not_raised() -> None:
    Reading().close()


def test_days_are_those_of_the_law_unless_said_otherwise() -> None:
    entry = ir.ParameterDeclaration("entry", date(2025, 7, 5), None, "?")
    given = law(parameters=(*DAYS, entry))

    assert read_days(given, {}) == {"entry": date(2025, 7, 5)}
    assert read_days(given, {"entry": "2026-01-01", "law_day": "2025-01-01"}) == {
        "entry": date(2026, 1, 1),
        "law_day": date(2025, 1, 1),
    }


def test_a_day_that_is_not_declared_is_named() -> None:
    found = read_days(LAW, {"efective_day": "2025-07-05"})

    assert isinstance(found, tuple)
    assert [str(one) for one in found] == [
        "efective_day: no such fact; did you mean effective_day?"
    ]


def test_the_first_kind_is_the_whole() -> None:
    assert person().kind == KINDS[0].key
