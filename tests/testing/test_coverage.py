"""Coverage: what examples show of each provision and point, and what no example shows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from types import FrameType
from typing import Any

import pytest
from tests import written_law
from tests.small_law import (
    MINOR,
    PREGNANT,
    TORTURE,
    TRUE,
    VETERAN,
    decision,
    literal,
    rule,
    thing,
)
from tests.small_law import law as small_law

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.testing.coverage import Case, Coverage, Explaining, Goal, Row, goals_shown, measure

POINTS = ("art_1__para_1__point_a", "art_1__para_1__point_b")
A = ir.Stated("a veteran", VETERAN, POINTS[0])
B = ir.Stated("a pregnant woman", PREGNANT, POINTS[1])
DECISIONS = (decision(),)


def law(rules: Iterable[ir.Rule], **parts: Any) -> ir.Law:
    """Return a law that has the two points as well."""
    made = small_law(rules, **{"decisions": DECISIONS, **parts})
    points = tuple(
        ir.Element(eid, eid, "", "", "", "art_1__para_1", None, inert=False) for eid in POINTS
    )
    return replace(made, elements=(*made.elements, *points))


EITHER = law([rule("art_1__para_1", ir.Any((A, B)), "released")])


def case(given: ir.Law, category: str = "minor", **facts: Any) -> Case:
    offence = {"category": category, "torture": facts.pop("torture", False)}
    return Case(thing(given, offences=[offence], **facts), {"law_day": date(2025, 1, 1)})


def coverage(given: ir.Law, *cases: Case) -> Coverage:
    explaining = Explaining(given)
    return measure(
        explaining, (goals_shown(explaining, explaining.explain(one)) for one in cases)
    )


def missing_goals(found: Coverage) -> dict[str, tuple[str, ...]]:
    return {row.eid: tuple(goal.value for goal in row.missing) for row in found.rows}


def row(found: Coverage, eid: str) -> Row:
    return next(one for one in found.rows if one.eid == eid)


def test_exactly_the_point_that_is_never_false_is_told() -> None:
    found = coverage(
        EITHER,
        case(EITHER, veteran=True, pregnant=False),
        case(EITHER, veteran=False, pregnant=False),
        case(EITHER, veteran=False, pregnant=True),
    )
    told = coverage(
        EITHER,
        case(EITHER, veteran=True, pregnant=False),
        case(EITHER, veteran=True, pregnant=True),
    )

    assert not any(missing_goals(found).values())
    assert missing_goals(told) == {
        "art_1__para_1": ("false",),
        A.eid: ("false",),
        B.eid: ("decides",),
    }


def test_a_point_decides_only_where_the_provision_would_fall_without_it() -> None:
    both = coverage(EITHER, case(EITHER, veteran=True, pregnant=True))

    assert [row(both, eid).shown[Goal.DECIDES] for eid in (str(A.eid), str(B.eid))] == [0, 0]
    assert row(both, "art_1__para_1").shown[Goal.DECIDES] == 1


def test_a_point_of_a_provision_that_is_displaced_does_not_decide() -> None:
    tortured = rule("art_2", TORTURE, "excluded", displaces=("art_1__para_1",))
    given = law([*EITHER.rules, tortured])
    found = coverage(given, case(given, veteran=True, pregnant=False, torture=True))

    assert missing_goals(found) == {
        "art_1__para_1": ("true", "decides"),
        A.eid: ("false", "decides"),
        B.eid: ("true", "decides"),
        "art_2": ("false",),
    }


def test_a_point_whose_falsity_is_asked_for_decides_when_it_is_false() -> None:
    given = law([rule("art_1__para_1", ir.Not(ir.All((A,))), "released")])
    found = coverage(given, case(given, veteran=False))

    assert row(found, str(A.eid)).shown == {Goal.TRUE: 0, Goal.FALSE: 1, Goal.DECIDES: 1}


def test_what_is_unknown_is_neither_true_nor_false() -> None:
    found = coverage(EITHER, case(EITHER, pregnant=False))

    assert row(found, str(A.eid)).shown == {Goal.TRUE: 0, Goal.FALSE: 0, Goal.DECIDES: 0}


def test_an_example_is_counted_once_however_many_things_it_has() -> None:
    given = law([rule("art_1", MINOR, "released")])
    minor, serious = {"category": "minor"}, {"category": "serious"}
    one = Case(thing(given, offences=[minor, minor, serious]), {})

    assert set(row(coverage(given, one), "art_1").shown.values()) == {1}


def test_a_provision_that_always_applies_is_not_asked_to_be_false() -> None:
    given = law([rule("art_1", TRUE, "released")])
    found = coverage(given, case(given))

    assert missing_goals(found) == {"art_1": ()}
    assert found.share(*Goal) == (2, 2)


def test_a_branch_of_a_definition_is_asked_through_the_concept() -> None:
    meaning = ir.Definition("spared", "person", ir.Any((A, B)), "art_3")
    given = law(
        [rule("art_1", ir.Concept("spared"), "released")],
        definitions=(meaning,),
    )
    found = coverage(given, case(given, veteran=True, pregnant=False))

    assert row(found, "art_3").shown == {Goal.TRUE: 1, Goal.FALSE: 0, Goal.DECIDES: 1}
    assert missing_goals(found)[str(B.eid)] == ("true", "decides")


def test_versions_of_one_provision_are_told_apart() -> None:
    first = ir.Force(None, date(2024, 12, 31))
    then = ir.Force(date(2025, 1, 1), None)
    elements = tuple(
        ir.Element(eid, "1", "1", "", "", None, None, inert=False)
        for eid in ("art_1", "art_1-v2")
    )
    given = law(
        [
            rule("art_1", MINOR, "released", force=first),
            rule("art_1-v2", MINOR, "reduced", force=then),
        ],
        elements=elements,
    )
    found = coverage(given, case(given), case(given, "serious"))

    assert [one.citation for one in found.rows] == ["1", "1, version 2"]
    assert missing_goals(found) == {"art_1": ("true", "false", "decides"), "art_1-v2": ()}


def test_a_definition_by_which_only_a_value_counts_is_measured() -> None:
    meaning = ir.Definition("spared", "child", ir.Literal(True, Basic.TRUTH), "art_3")
    count = ir.CountOf("child", ir.Concept("spared"))
    condition = ir.Compare(ir.Comparison.GE, count, literal(1))
    given = law([rule("art_1", condition, "released")], definitions=(meaning,))

    assert coverage(given).unmeasured == POINTS


def calls(given: ir.Law, example: Case) -> int:
    """Return how many functions are called to explain a case."""
    explaining, count = Explaining(given), 0

    def counting(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call"

    explaining.explain(example)
    sys.setprofile(counting)
    try:
        explaining.explain(example)
    finally:
        sys.setprofile(None)
    return count


def refusing(number: int) -> ir.Law:
    granting = [rule(f"art_1__para_{n}", MINOR, "released") for n in range(number)]
    displaces = ("art_1",)
    return law(
        [
            *granting,
            *(rule(f"art_2__para_{n}", TORTURE, displaces=displaces) for n in range(number)),
        ]
    )


def of_many_decisions(number: int) -> ir.Law:
    keys = [f"outcome_{n}" for n in range(number)]
    rules = [rule(f"art_1__para_{key}", MINOR, "released", decision=key) for key in keys]
    return law(rules, decisions=tuple(decision(key=key) for key in keys))


@pytest.mark.parametrize("torture", [False, True])
def test_explaining_takes_no_more_for_each_of_many_provisions_that_displace(
    torture: bool,
) -> None:
    few, many = refusing(20), refusing(80)

    assert calls(many, case(many, torture=torture)) < 5 * calls(few, case(few, torture=torture))


def test_explaining_takes_no_more_for_each_of_many_decisions() -> None:
    few, many = of_many_decisions(20), of_many_decisions(80)

    assert calls(many, case(many)) < 5 * calls(few, case(few))


# --- conditions inside amounts --------------------------------------------------------------


WEAK = 'concept child.weak\n  en a "a weak child" the "the child" many "weak children"\n'
COUNTED = """\
1. In this Act, a weak child means any of the following:
   1) a child who is good; or
   2) a child who was born in time.
2. The tax is 5 euro multiplied by the number of the children who are weak children.
3. The fee is the tax, not more than 7 euro, if the person is old.
"""
IN_TIME = """\
fact child.in_time: truth
phrase child.in_time means in_time
  en yes "the child | was born in time" no "the child | was not born in time"
"""


def coverage_of_children(*children: tuple[bool, bool], old: bool = True) -> Coverage:
    """Return what one case of the act above shows."""
    given = written_law.law(COUNTED, WEAK + IN_TIME)
    members = [{"good": good, "in_time": in_time} for good, in_time in children]
    person = read_case(given, {"old": old, "children": members})
    assert isinstance(person, Thing)
    days = {one.key: date(2025, 7, 5) for one in given.parameters}
    return coverage(given, Case(person, days))


def test_a_term_by_which_an_amount_counts_is_measured() -> None:
    found = coverage_of_children((True, False), (False, True), (False, False))

    assert found.unmeasured == ()
    assert [one.citation for one in found.rows] == ["1(1)", "1(1)(1)", "1(1)(2)", "1(3)"]
    assert missing_goals(found) == {
        **dict.fromkeys([one.eid for one in found.rows], ()),
        "art_1__para_3": ("false",),
    }


def test_a_point_that_counts_nobody_alone_does_not_decide() -> None:
    found = coverage_of_children((True, True))

    assert missing_goals(found)["art_1__para_1__point_1"] == ("false", "decides")


def test_a_term_decides_nothing_where_the_provision_does_not_apply() -> None:
    found = coverage_of_children((True, False), old=False)

    assert "decides" in missing_goals(found)["art_1__para_1__point_1"]
