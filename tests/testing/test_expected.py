"""Expectations of examples, one fact a test."""

from __future__ import annotations

from typing import Any

import pytest

from lawc.commands.examples import example_in
from lawc.testing.expected import differences, expectation


def answer(value: Any, status: str = "decided", *cited: str, **parts: Any) -> dict[str, Any]:
    return {"value": value, "status": status, "provisions": [*cited], "needed": [], **parts}


def thing(members: Any = None, **decisions: Any) -> dict[str, Any]:
    return {"decisions": decisions, "needed": [], "members": members or {}}


CLASH = thing(pay=answer(None, "contradiction", "1(1)", "1(2)"))
OPEN = thing(pay=answer(None, "open", needed=["income"]))
NOTHING = thing(pay=answer(None, "nothing"))
PAID = thing(pay=answer("100", "decided", "1(1)"))


@pytest.mark.parametrize(
    ("expected", "made"),
    [
        ({"pay": "100"}, PAID),
        ({"pay": {"value": "100", "provisions": ["1(1)"]}}, PAID),
        ({"pay": None}, NOTHING),
        ({"pay": {"status": "open", "needed": ["income"]}}, OPEN),
        ({"pay": {"status": "contradiction", "provisions": ["1(1)", "1(2)"]}}, CLASH),
        ({"loans": [{"pay": "100"}]}, thing({"loans": [PAID]})),
        ({"loans": None}, thing({"loans": None})),
        ({"pay": "100.00"}, PAID),
        ({"pay": 100}, PAID),
        ({"pay": {"value": "100.0"}}, PAID),
        ({"pay": "2/6"}, thing(pay=answer("1/3"))),
    ],
)
def test_what_is_as_expected_is_no_difference(expected: Any, made: Any) -> None:
    assert list(differences("", expected, made)) == []


@pytest.mark.parametrize(
    ("expected", "made", "said"),
    [
        ({"pay": "100"}, CLASH, 'pay is a contradiction of 1(1) and 1(2), expected "100"'),
        ({"pay": None}, CLASH, "pay is a contradiction of 1(1) and 1(2), expected null"),
        ({"pay": "100"}, OPEN, 'pay is open: it needs income, expected "100"'),
        ({"pay": None}, OPEN, "pay is open: it needs income, expected null"),
        ({"pay": "100"}, NOTHING, 'pay is nothing, expected "100"'),
        ({"pay": True}, thing(pay=answer(1)), "pay is 1, expected true"),
        ({"pay": {"value": "200"}}, PAID, 'pay is "100", expected "200"'),
        ({"pay": "100.01"}, PAID, 'pay is "100", expected "100.01"'),
        ({"pay": True}, thing(pay=answer("1")), 'pay is "1", expected true'),
        (
            {"pay": {"provisions": []}},
            PAID,
            'pay: provisions is ["1(1)"], expected []',
        ),
        ({"loans": []}, thing({"loans": None}), "loans is unknown, expected a list of 0"),
        ({"loans": [{}]}, thing({"loans": []}), "loans has 0 entries, expected 1"),
        ({"loans": 3}, thing({"loans": []}), "loans is a list: expect an object for each"),
        ({"paid": 3}, PAID, "paid is no part of the decision, which has pay"),
    ],
)
def test_what_is_otherwise_is_told(expected: Any, made: Any, said: str) -> None:
    (found,) = differences("", expected, made)

    assert found.startswith(said)


@pytest.mark.parametrize("made", [CLASH, OPEN, NOTHING, PAID, thing({"loans": [PAID, OPEN]})])
def test_what_is_decided_is_as_it_is_expected(made: Any) -> None:
    assert list(differences("", expectation(made), made)) == []


@pytest.mark.parametrize("written", ["225.18", "225.180", "2.2518e2"])
def test_a_number_of_json_is_compared_as_it_is_written(written: str) -> None:
    (expected,) = lines_of(f'"pay": {written}')

    assert list(differences("", expected, thing(pay=answer("225.18")))) == []


def test_a_number_of_json_that_is_another_is_shown_as_it_is_written() -> None:
    (expected,) = lines_of('"pay": 0.10000000000000000001')

    assert list(differences("", expected, thing(pay=answer("0.1")))) == [
        'pay is "0.1", expected 0.10000000000000000001'
    ]


def test_a_number_of_a_list_is_shown_as_it_is_written() -> None:
    (expected,) = lines_of('"pay": {"needed": [0.5]}')

    assert list(differences("", expected, thing(pay=answer("0.1")))) == [
        "pay: needed is [], expected [0.5]"
    ]


def lines_of(expected: str) -> list[dict[str, Any]]:
    """Return what a line of examples expects, as it is read."""
    line = f'{{"name": "a", "case": {{}}, "expected": {{{expected}}}}}'
    return [example_in("examples.jsonl:1", line).expected]


def test_a_whole_number_with_a_point_is_a_count() -> None:
    (expected,) = lines_of('"days": 14.0')

    assert list(differences("", expected, thing(days=answer(14)))) == []
