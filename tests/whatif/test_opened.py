"""Open answers: the outcomes still possible, and which missing facts matter."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from tests.small_law import TORTURE, VETERAN, decision, law, literal, rule, thing

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.answers import answer
from lawc.meaning.truth import UNKNOWN
from lawc.meaning.world import World
from lawc.runtime.values import Period
from lawc.whatif.opened import OpenAnswer, open_answer

BORN = ir.Fact("person", "date_of_birth")
OF_AGE = ir.Compare(ir.Comparison.LE, ir.Shifted(BORN, Period(18)), literal(date(2025, 7, 5)))


def open_outcome(*rules: ir.Rule, most: int = 512, **facts: Any) -> OpenAnswer | None:
    """Return the open outcome of the one offence of a person."""
    made = law(rules, decisions=(decision(otherwise="excluded"),))
    offence = facts.pop("offence", {})
    person = thing(made, **facts, offences=[offence])
    world = World(made, {})
    first = person.members["offence"][0]
    assert answer(world, made.decisions[0], first).value is UNKNOWN
    return open_answer(world, made.decisions[0], first, most)


def matters(of: OpenAnswer | None) -> dict[str, bool | None]:
    """Return whether each missing fact matters."""
    assert of is not None
    return {one.place.path: one.matters for one in of.missing}


def test_the_outcomes_that_are_still_possible() -> None:
    told = open_outcome(rule("a1", VETERAN, "released"))

    assert told is not None
    assert (told.outcomes, told.complete) == (("released", "excluded"), True)
    assert [one.alone for one in told.missing] == [((True, "released"), (False, "excluded"))]


def test_a_fact_that_settles_for_one_value_only() -> None:
    told = open_outcome(rule("a1", ir.Any((VETERAN, OF_AGE)), "released"))

    assert told is not None
    assert matters(told) == {"veteran": True, "date_of_birth": True}
    assert told.missing[0].alone == ((True, "released"),)


def test_two_days_compared_with_each_other_are_not_settled() -> None:
    after = ir.Compare(ir.Comparison.LT, BORN, ir.Fact("offence", "committed_on"))
    told = open_outcome(rule("a1", after, "released"))

    assert told is not None
    assert not told.complete
    assert set(matters(told).values()) == {None}


@pytest.mark.parametrize("amounts", [(0, 1), (1, 0), (20, 0), (7, 100)])
def test_an_amount_that_is_still_possible_is_an_amount(amounts: tuple[int, int]) -> None:
    """Zero is no "no", and one is no "yes"; the smaller comes first."""
    met, other = map(Fraction, amounts)
    share = decision(Basic.FRACTION)
    rules = rule("a1", VETERAN, met), rule("a2", ir.Not(VETERAN), other)
    made = law(rules, decisions=(share,))
    offence = thing(made, offences=[{}]).members["offence"][0]
    told = open_answer(World(made, {}), share, offence)

    assert told is not None
    assert [(type(value), value) for value in told.outcomes] == [
        (Fraction, amount) for amount in sorted(amounts)
    ]


def test_too_many_cases_are_said_not_to_be_all() -> None:
    told = open_outcome(rule("a1", ir.All((VETERAN, TORTURE, OF_AGE)), "released"), most=2)

    assert told is not None
    assert not told.complete


def test_an_answer_that_is_settled_is_not_open() -> None:
    made = law((rule("a1", VETERAN, "released"),), decisions=(decision(),))
    person = thing(made, veteran=True, offences=[{}])

    assert open_answer(World(made, {}), made.decisions[0], person.members["offence"][0]) is None
