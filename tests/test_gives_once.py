"""A provision gives once, however many of its alternatives hold."""

# ruff: noqa: E501 - laws stand on one line

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from tests.written_law import CaseOf, answers, decided, law

from lawc.meaning.truth import UNKNOWN

TOTAL = "2. Where several cuts apply to one person, the total is applied."
LIST = (
    "1. The term is reduced by one third for a person if any of the following applies:\n"
    f"   1) the person is old; or\n   2) the person is ill.\n{TOTAL}"
)
FOLLOWING = (
    "1. The following persons are entitled to a cut:\n"
    f"   1) a person who is old;\n   2) a person who is ill.\n{TOTAL}"
)
EFFECT = """\
effect person.thirds
  gives cut = 0.25
  en yes "the person | is entitled to a cut" many "are entitled to a cut"
"""
THIRD, QUARTER = Fraction(1, 3), Fraction(1, 4)


def cuts(text: str, *cases: CaseOf, more: str = "") -> list[object]:
    return [one["cut"] for one in decided(text, cases, more)]


@pytest.mark.parametrize(
    ("text", "value"), [(LIST, THIRD), (FOLLOWING, QUARTER)], ids=["lead-in", "persons"]
)
def test_two_points_of_a_list_give_once(text: str, value: Fraction) -> None:
    assert cuts(text, {"old": True, "ill": True}, more=EFFECT) == [value]


def test_a_point_that_surely_applies_leaves_the_others_of_no_matter() -> None:
    (found,) = answers(LIST, [{"ill": True}])

    assert (found["cut"].value, found["cut"].needed) == (THIRD, ())
    assert found["cut"].provisions == ("1(1)(2)",)


def test_of_two_points_the_first_that_applies_is_cited() -> None:
    (found,) = answers(LIST, [{"old": True, "ill": True}])

    assert found["cut"].provisions == ("1(1)(1)",)


def test_points_that_may_apply_leave_the_total_open() -> None:
    (found,) = answers(LIST, [{"old": False}])

    assert (found["cut"].value, found["cut"].needed) == (UNKNOWN, ("ill",))


def test_each_point_is_a_provision_that_can_be_asked() -> None:
    assert [one.eid for one in law(LIST).rules] == [
        "art_1__para_1__point_1",
        "art_1__para_1__point_2",
    ]


def test_each_sentence_of_a_paragraph_gives() -> None:
    text = (
        "1. The term is reduced by one quarter for a person if the person is resident. The term "
        "is reduced by one third for a person if any of the following applies:\n"
        f"   1) the person is old; or\n   2) the person is ill.\n{TOTAL}"
    )

    assert cuts(text, {"old": True, "ill": True, "resident": True}) == [THIRD + QUARTER]


def test_each_paragraph_gives() -> None:
    second = LIST.replace(TOTAL, "").replace("1. The", "2. The")
    text = f"{LIST.replace(TOTAL, '')}{second}{TOTAL.replace('2.', '3.')}"

    assert cuts(text, {"old": True, "ill": True}) == [2 * THIRD]


def test_a_point_that_is_displaced_leaves_the_others() -> None:
    text = f"{LIST}\n3. Point 1) of paragraph 1 of this Article does not apply to a person if the person is resident."
    cases = [
        {"old": old, "ill": ill, "resident": resident}
        for old, ill, resident in product((True, False), repeat=3)
    ]
    values = cuts(text, *cases)

    for case, value in zip(cases, values, strict=True):
        given = case["ill"] or (case["old"] and not case["resident"])
        assert value == (THIRD if given else values[-1]), case


def test_members_that_satisfy_one_of_several_points_give_once() -> None:
    text = (
        "1. The term is reduced by one third for a person if at least one of the children satisfies "
        "any of the following:\n   1) the child is good; or\n   2) the person is ill.\n" + TOTAL
    )
    case = {"ill": True, "children": [{"good": True}, {"good": True}]}

    assert cuts(text, case) == [THIRD]


def test_a_point_with_points_of_its_own_is_one() -> None:
    text = (
        "1. The term is reduced by one third for a person if any of the following applies:\n"
        "   1) any of the following applies:\n      a) the person is old; or\n"
        "      b) the person is resident;\n   2) the person is ill, unless the person is old.\n"
        + TOTAL
    )

    assert cuts(text, {"old": True, "ill": True, "resident": True}) == [THIRD]
    assert cuts(text, {"old": False, "ill": True, "resident": True}) == [THIRD]
