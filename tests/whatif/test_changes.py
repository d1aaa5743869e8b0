"""The smallest change of facts that gives another answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.small_law import FACTS, MINOR, TORTURE, VETERAN, decision, law, literal, rule, thing

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.world import World
from lawc.whatif.changes import Changes, changes

VISITS = ir.Fact("person", "visits")
OFTEN = ir.Compare(ir.Comparison.GE, VISITS, literal(3))
TRUE = ir.Becoming((True,), None)
FALSE = ir.Becoming((False,), None)


def changeable_law(*rules: ir.Rule, can: dict[str, ir.Becoming], **parts: Any) -> ir.Law:
    """Return a law of these rules, in which the named facts can change."""
    facts = tuple(replace(one, becoming=can.get(one.key)) for one in FACTS)
    return law(rules, facts=facts, decisions=(decision(otherwise="excluded"),), **parts)


def offence_of(made: ir.Law, **facts: Any) -> Thing:
    """Return the one offence of a person."""
    offence = facts.pop("offence", {})
    return thing(made, **facts, offences=[offence]).members["offence"][0]


def changes_of(made: ir.Law, trials: int = 2000, **facts: Any) -> Changes:
    """Return the changes for the one offence of a person."""
    return changes(World(made, {}), offence_of(made, **facts), trials)


def changed_and_decided(made: ir.Law, **facts: Any) -> list[tuple[dict[str, Any], Any]]:
    """Return the changed facts, each with the decision that follows."""
    offence = offence_of(made, **facts)
    return [
        (
            {one.place.path: one.after for one in change.facts},
            answer(change.world, made.decisions[0], offence).value,
        )
        for change in changes(World(made, {}), offence).smallest
    ]


def test_one_fact_that_would_change_the_outcome() -> None:
    made = changeable_law(rule("a1", VETERAN, "released"), can={"veteran": TRUE})

    assert changed_and_decided(made, veteran=False) == [({"veteran": True}, "released")]


def test_a_fact_that_nobody_can_change_is_never_proposed() -> None:
    made = changeable_law(rule("a1", VETERAN, "released"), can={})
    told = changes_of(made, veteran=False)

    assert told.smallest == ()
    assert told.changeable == ()
    assert [(one.key, sure) for one, sure in told.same] == [("outcome", True)]


def test_a_fact_is_changed_only_as_the_vocabulary_says() -> None:
    made = changeable_law(rule("a1", VETERAN, "released"), can={"veteran": FALSE})

    assert changes_of(made, veteran=False).smallest == ()


def test_one_change_is_told_rather_than_two() -> None:
    both = ir.All((VETERAN, ir.Not(TORTURE)))
    can = {"veteran": TRUE, "torture": FALSE, "visits": ir.Becoming((), ir.Direction.MORE)}
    made = changeable_law(rule("a1", ir.Any((both, OFTEN)), "released"), can=can)
    told = changed_and_decided(made, veteran=False, visits=0, offence={"torture": True})

    assert told == [({"visits": 3}, "released")]


def test_two_changes_where_one_is_not_enough() -> None:
    both = ir.All((VETERAN, ir.Not(TORTURE)))
    made = changeable_law(rule("a1", both, "released"), can={"veteran": TRUE, "torture": FALSE})
    told = changes_of(made, veteran=False, offence={"torture": True})

    assert [len(one.facts) for one in told.smallest] == [2]
    assert told.size == 2


def test_each_other_outcome_has_its_own_change() -> None:
    made = changeable_law(
        rule("a1", ir.All((VETERAN, ir.Not(OFTEN))), "released"),
        rule("a2", OFTEN, "reduced"),
        can={"veteran": TRUE, "visits": ir.Becoming((), ir.Direction.ANY)},
    )

    assert changed_and_decided(made, veteran=False, visits=1) == [
        ({"veteran": True}, "released"),
        ({"visits": 3}, "reduced"),
    ]


def test_what_was_not_tried_is_not_said_to_be_impossible() -> None:
    both = ir.All((VETERAN, ir.Not(TORTURE)))
    made = changeable_law(rule("a1", both, "released"), can={"veteran": TRUE, "torture": FALSE})
    told = changes_of(made, trials=2, veteran=False, offence={"torture": True})

    assert (told.smallest, told.size) == ((), 1)
    assert [(one.key, sure) for one, sure in told.same] == [("outcome", False)]


def test_what_is_tried_in_part_is_named() -> None:
    twice = ir.Compare(ir.Comparison.GE, ir.Total((VISITS, VISITS)), literal(4))
    made = changeable_law(
        rule("a1", twice, "released"), can={"visits": ir.Becoming((), ir.Direction.MORE)}
    )
    told = changes_of(made, visits=0)

    assert [one.path for one in told.partly] == ["visits"]
    assert [(one.key, sure) for one, sure in told.same] == [("outcome", False)]


def test_what_an_amount_is_computed_from_is_changed_by_a_step_each_way() -> None:
    can = {"visits": ir.Becoming((), ir.Direction.ANY)}
    made = changeable_law(rule("a1", ir.All(()), VISITS), can=can)
    counted = replace(made, decisions=(decision(Basic.COUNT),))

    assert changed_and_decided(counted, visits=2) == [({"visits": 1}, 1), ({"visits": 3}, 3)]


def test_a_change_that_breaks_an_assumption_is_none() -> None:
    clause = ir.Clause(
        "person", (ir.FactLiteral("sex", ("female",)), ir.FactLiteral("veteran", (False,)))
    )
    made = changeable_law(
        rule("a1", VETERAN, "released"), can={"veteran": TRUE}, clauses=(clause,)
    )

    assert changes_of(made, sex="male", veteran=False).smallest == ()


def test_the_element_that_turns_is_cited_to_the_point() -> None:
    point = ir.Stated("is a veteran", VETERAN, "a1__p2")
    lead = ir.Stated("any of", ir.Any((ir.Stated("minor", MINOR, "a1__p1"), point)), "a1")
    elements = tuple(
        ir.Element(one, one, one, "", "", None, None, inert=False)
        for one in ("a1", "a1__p1", "a1__p2")
    )
    made = changeable_law(
        rule("a1", lead, "released"), can={"veteran": TRUE}, elements=elements
    )
    (change,) = changes_of(made, veteran=False, offence={"category": "serious"}).smallest

    assert change.turned == ("a1__p2",)


def test_a_day_is_moved_no_further_than_needed() -> None:
    early = ir.Compare(
        ir.Comparison.LT, ir.Fact("offence", "committed_on"), literal(date(2025, 7, 5))
    )
    earlier = ir.Becoming((), ir.Direction.LESS)
    made = changeable_law(rule("a1", early, "released"), can={"committed_on": earlier})
    told = changed_and_decided(made, offence={"committed_on": "2026-01-01"})

    assert told == [({"offences[0].committed_on": date(2025, 7, 4)}, "released")]
