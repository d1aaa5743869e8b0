"""A refusal cites what refuses, and nothing that is in the person's favour."""

# ruff: noqa: E501 - laws stand on one line

from __future__ import annotations

from itertools import product

from tests.written_law import answers

LIFTED = """\
Article 1. Card

A person is entitled to a card if the person is old.

Article 2. Residents

Article 1 does not apply to a person if the person is resident.

Article 3. Points

Article 2 does not apply to a person if the number of points is equal to 5.
"""
TWO = (
    "1. A person is entitled to a card if the person is old.\n"
    "2. A person is entitled to a card if the person is ill.\n"
    "3. Paragraph 2 of this Article applies to a person only if the person is resident."
)


def test_what_lifts_an_exclusion_grounds_no_refusal() -> None:
    cases = [
        {"old": old, "resident": resident, "points": points}
        for old, resident, points in product((True, False, None), (True, False), (4, 5))
    ]
    for case, found in zip(cases, answers(LIFTED, cases), strict=True):
        cited = found["card"].provisions
        excluded = case["resident"] and case["points"] == 4
        assert cited == (("2",) if excluded else ("1",) if case["old"] else ()), case


def test_a_provision_that_stops_what_was_not_met_refuses_nothing() -> None:
    (found,) = answers(TWO, [{"old": False, "ill": False, "resident": False}])

    assert (found["card"].value, found["card"].provisions) == (False, ())


def test_a_provision_refuses_what_would_otherwise_be_given() -> None:
    (found,) = answers(TWO, [{"old": False, "ill": True, "resident": False}])

    assert (found["card"].value, found["card"].provisions) == (False, ("1(3)",))


def test_a_provision_refuses_what_might_otherwise_be_given() -> None:
    (found,) = answers(TWO, [{"old": False, "resident": False}])

    assert (found["card"].value, found["card"].provisions) == (False, ("1(3)",))


def test_a_provision_that_stops_all_that_grants_refuses_by_itself() -> None:
    text = (
        "1. The fee is 5 euro, if the person is old.\n"
        "2. Paragraph 1 of this Article does not apply to a person if the person is resident."
    )
    (found,) = answers(text, [{"old": False, "resident": True}])

    assert found["fee"].provisions == ("1(2)",)


def test_what_stops_a_refusal_is_no_ground_of_another() -> None:
    text = (
        "1. A person is entitled to a card if the person is old.\n"
        "2. A person is refused a card if the person is ill.\n"
        "3. Paragraph 2 of this Article does not apply to a person if the person is resident."
    )
    more = """\
effect person.refuse
  gives card = false
  en yes "the person | is refused a card"
"""
    (found,) = answers(text, [{"old": False, "ill": True, "resident": True}], more)

    assert (found["card"].value, found["card"].provisions) == (False, ())


def test_a_provision_out_of_force_is_not_what_was_stopped() -> None:
    text = (
        "1. In force to 31 December 2020, a person is entitled to a card if the person is old.\n"
        "2. A person is entitled to a card if the person is ill.\n"
        "3. Paragraph 1 of this Article applies to a person only if the person is resident."
    )
    (found,) = answers(text, [{"old": True, "ill": False, "resident": False}])

    assert (found["card"].value, found["card"].provisions) == (False, ())


def test_what_surely_would_give_nothing_is_not_refused_whatever_is_established() -> None:
    text = (
        "1. The term is reduced by one third for a person if at least two of the children are "
        "good.\n"
        "2. The term is reduced by one half for a person who is old.\n"
        "3. Where several cuts apply to one person, the largest is applied.\n"
        "4. Paragraph 1 of this Article does not apply to a person who is ill.\n"
        "5. Paragraph 2 of this Article does not apply to a person who is resident.\n"
        "6. The child's need is the child's value."
    )
    one = {"good": True, "born": "2020-01-01", "value": 1, "need": 2}
    case = {"old": True, "ill": True, "resident": True, "points": 1, "income": 1, "share": "1"}

    (found,) = answers(text, [{**case, "children": [one]}])

    assert found["cut"].provisions == ("1(5)",)
