"""Things made by hand: the values are those that reading gives, or are refused in its words."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.emitted import package
from tests.small_law import (
    FACTS,
    KINDS,
    PREGNANT,
    TORTURE,
    deciding,
    decision,
    law,
    literal,
    rule,
)

from lawc.ir import nodes as ir
from lawc.runtime.facts import FactError
from lawc.runtime.values import Provision

LAW = law([rule("art_2", PREGNANT, "released")], decisions=(decision(),))


@pytest.fixture(scope="module")
def module(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return package(LAW, Path(tmp_path_factory.mktemp("emitted")))


def problem(make: Any, **values: object) -> str:
    with pytest.raises(FactError) as caught:
        make(**values)
    return str(caught.value)


def choices(thing: Any) -> Iterator[object]:
    """Yield the values of a thing and of its members that are text or members of choices."""
    for one in fields(thing):
        value = getattr(thing, one.name)
        if isinstance(value, tuple) and not isinstance(value, Provision):
            for member in value:
                yield from choices(member)
        elif isinstance(value, str):
            yield value


def test_a_value_of_its_type_is_kept(module: Any) -> None:
    day, where = date(2000, 1, 1), Provision((188, 1), (3,))
    person = module.Person(date_of_birth=day, share=Fraction(1, 3), visits=3, pregnant=False)

    assert person.date_of_birth is day
    assert module.Offence(provision=where).provision is where
    assert (person.share, person.visits, person.pregnant) == (Fraction(1, 3), 3, False)


def test_a_value_as_json_has_it_is_read(module: Any) -> None:
    person = module.Person(sex="male", income=1250, share="1/3", offences=[module.Offence()])

    assert person.sex is module.Sex.MALE
    assert (type(person.income), person.income) == (Fraction, 1250)
    assert person.share == Fraction(1, 3)
    assert person.offences == (module.Offence(),)
    assert module.Offence(provision="188(3)").provision == Provision((188,), (3,))


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"sex": "Male"}, 'sex: not one of female, male: "Male"'),
        ({"sex": True}, "sex: not one of female, male: true"),
        ({"pregnant": 1}, "pregnant: not true or false: 1"),
        ({"visits": True}, "visits: not a whole number of 0 or more: true"),
        ({"visits": -1}, "visits: not a whole number of 0 or more: -1"),
        ({"income": 0.5}, 'income: not exact: 0.5; write "0.5"'),
        ({"income": True}, "income: not a number: true; write figures, in quotes if not whole"),
        (
            {"share": Decimal("Infinity")},
            'share: not a fraction: Infinity (of type Decimal); write "1/3"',
        ),
        (
            {"date_of_birth": "1.1.2000"},
            'date_of_birth: not a date: "1.1.2000"; write "2025-07-05"',
        ),
        (
            {"date_of_birth": datetime(2000, 1, 1, tzinfo=UTC)},
            "date_of_birth: not a date: 2000-01-01 00:00:00+00:00 (of type datetime); "
            'write "2025-07-05"',
        ),
        ({"offences": "x"}, 'offences: not a list: "x"'),
        ({"offences": ["x"]}, 'offences[0]: not an object: "x"'),
    ],
)
def test_any_other_value_is_refused(module: Any, values: dict[str, Any], text: str) -> None:
    assert problem(module.Person, **values) == text


@pytest.mark.parametrize(
    "broken",
    [Provision(188), Provision((188,), None, (1,)), Provision((True,)), ((188,),)],  # type: ignore[arg-type]  # the point
)
def test_a_provision_that_cannot_be_written_is_refused(module: Any, broken: Any) -> None:
    assert problem(module.Offence, provision=broken).startswith("provision: not a provision: ")


def test_a_result_that_is_no_value_cannot_be_supplied(module: Any) -> None:
    assert module.Offence(outcome=module.Outcome.REDUCED).outcome is module.Outcome.REDUCED
    assert problem(module.Offence, outcome="open") == (
        'outcome: not one of released, reduced, excluded: "open"'
    )


def test_every_problem_is_told(module: Any) -> None:
    with pytest.raises(FactError) as caught:
        module.Person(sex="Male", visits=-1, offences=[None])

    assert caught.value.__notes__ == [
        "visits: not a whole number of 0 or more: -1",
        "offences[0]: not an object: null",
    ]


def test_a_member_of_another_class_is_refused(module: Any) -> None:
    assert problem(module.Person, offences=[module.Child()]).startswith("offences[0]: not an")


def test_every_way_to_a_thing_leads_to_members_of_choices(module: Any) -> None:
    by_hand = module.Person(sex="male", offences=[module.Offence(category="minor")])
    read = module.Person.from_dict({"sex": "male", "offences": [{"category": "minor"}]})
    other = replace(read, sex="female")

    assert by_hand == read
    assert other.sex is module.Sex.FEMALE
    for one in (by_hand, read, other, copy.copy(read), copy.deepcopy(by_hand)):
        assert all(isinstance(value, Enum) for value in choices(one))
    for made in (by_hand, read):
        assert pickle.loads(pickle.dumps(made)).sex is module.Sex.MALE  # noqa: S301 - ours


def test_what_was_read_is_frozen(module: Any) -> None:
    for one in (module.Person(), module.Person.from_dict({})):
        with pytest.raises(AttributeError):
            one.sex = module.Sex.MALE


def test_a_member_that_stands_in_two_places_becomes_two(module: Any) -> None:
    offence, child = module.Offence(category="minor"), module.Child()
    person = module.Person(offences=[offence, offence, module.Offence()], children=[child])

    first, second, third = person.offences
    assert first is offence
    assert second == offence
    assert second is not offence
    assert (third, person.children[0]) == (module.Offence(), child)
    assert person.children[0] is child


def test_a_member_of_two_things_is_decided_by_each(tmp_path: Path) -> None:
    kinds = (KINDS[0], KINDS[1], replace(KINDS[2], parent="offence"))
    known = ir.Compare(ir.Comparison.LE, ir.Fact("child", "date_of_birth"), literal(date.max))
    victim = ir.Definition("victim", "child", ir.All((TORTURE, known)), "art_1")
    condition = ir.Some(1, "child", ir.Concept("victim"))
    act = deciding(rule("art_2", condition, "excluded"), kinds=kinds, definitions=(victim,))
    two = package(act, tmp_path)
    child = two.Child(date_of_birth=date(2000, 1, 1))
    offences = [two.Offence(torture=one, children=[child]) for one in (True, False)]
    person = two.Person(offences=offences)

    outcomes = [one.outcome for one in two.decide(person).offences]
    assert outcomes == [two.Outcome.EXCLUDED, None]
    assert two.explain(person) == two.explain(
        two.Person.from_dict(person.to_dict(), established=True)
    )


# --- by hand and read are the same ---------------------------------------------------------

_TEXTS = st.one_of(
    st.sampled_from(["female", "male", "minor", "released", "undetermined", "Male", ""]),
    st.sampled_from(["2000-01-01", "2000-02-30", "2000-1-1", "188", "190(3)(2)", "188(x)"]),
    st.sampled_from(["1/3", "1/0", "-5", "1250.50", "1e3"]),
    st.text(max_size=3),
)
_PLAIN = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 10**19), st.floats(), _TEXTS, st.lists(_TEXTS)
)


def _cases() -> st.SearchStrategy[dict[str, Any]]:
    def thing(kind: str) -> dict[str, st.SearchStrategy[Any]]:
        return {one.key: _PLAIN for one in FACTS if one.kind == kind}

    offence = st.fixed_dictionaries({}, optional={**thing("offence"), "outcome": _PLAIN})
    child = st.fixed_dictionaries({}, optional=thing("child"))
    lists = {
        "offences": st.one_of(_PLAIN, st.lists(st.one_of(offence, _TEXTS), max_size=3)),
        "children": st.one_of(_PLAIN, st.lists(child, max_size=2)),
    }
    return st.fixed_dictionaries({}, optional={**thing("person"), **lists})


def _result_of(make: Any) -> object:
    """Return what `make` returns, or all that it has against it."""
    try:
        return make()
    except FactError as error:
        return [str(error), *getattr(error, "__notes__", ())]


@given(case=_cases())
def test_by_hand_and_read_are_the_same(module: Any, case: dict[str, Any]) -> None:
    read = _result_of(lambda: module.Person.from_dict(case, established=True))

    assert _result_of(lambda: module.Person(**case)) == read
    if isinstance(read, module.Person):
        assert all(isinstance(value, Enum) for value in choices(read))
        assert module.Person.from_dict(read.to_dict(), established=True) == read
        assert replace(read) == read
