"""Changes of the facts from which an amount is computed: each alters it, up or down."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests import written_law

from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.whatif.changes import changes

FACTS = """\
fact person.rent: money EUR at least 0
  {}
  en noun "the rent"
fact child.wage: money EUR at least 0
  can be less
  en noun "the child's wage"
fact person.days: count
  can be more
  en noun "the number of days"
"""
HALF = "1. The tax is 50 per cent multiplied by the rent, rounded to the nearest cent.\n"
DUE = "2. The amount due is the tax.\n"
CAPPED = "2. The amount due is the tax, not more than 300 euro.\n"


def changed_and_due(
    text: str, can: str = "can change", **facts: Any
) -> list[tuple[dict[str, Any], Any]]:
    """Return the changed facts, each with the amount that is due then."""
    law = written_law.law(text, FACTS.format(can))
    person = read_case(law, facts)
    assert isinstance(person, Thing)
    world = World(law, {one.key: date(2025, 7, 5) for one in law.parameters})
    due = next(one for one in law.decisions if one.key == "due")
    return [
        (
            {one.place.path: one.after for one in change.facts},
            answer(change.world, due, person).value,
        )
        for change in changes(world, person).smallest
    ]


def test_more_and_less_of_what_an_amount_is_computed_from_alter_it() -> None:
    assert changed_and_due(HALF + DUE, rent="500") == [
        ({"rent": 450}, 225),
        ({"rent": 550}, 275),
    ]


@pytest.mark.parametrize(("can", "rents"), [("can be less", [450]), ("can be more", [550])])
def test_only_as_the_vocabulary_says(can: str, rents: list[int]) -> None:
    assert [facts["rent"] for facts, _ in changed_and_due(HALF + DUE, can, rent="500")] == rents


def test_where_a_limit_bites_the_fact_is_moved_until_it_does_not() -> None:
    ((facts, due),) = changed_and_due(HALF + CAPPED, rent="1000")

    assert facts["rent"] < 600
    assert due < 300
    assert due > 299


def test_what_is_nothing_now_can_only_become_more() -> None:
    (((_, rent),), due), *others = [
        (tuple(facts.items()), due) for facts, due in changed_and_due(HALF + DUE, rent="0")
    ]

    assert rent > 0
    assert due > 0
    assert others == []


def test_of_members_the_first_one_stands_for_all() -> None:
    text = (
        "1. The tax is the sum of the child's wage of each of the children.\n"
        "2. The amount due is the tax.\n"
    )

    assert changed_and_due(text, children=[{"wage": "10"}, {"wage": "100"}]) == [
        ({"children[0].wage": 9}, 109)
    ]


def test_a_condition_on_a_computed_amount_is_turned() -> None:
    text = (
        "1. The tax is the sum of the child's wage of each of the children.\n"
        "2. A person is entitled to a card if the tax is not more than 90 euro.\n"
    )
    law = written_law.law(text, FACTS.format("can change"))
    person = read_case(law, {"children": [{"wage": "20"}, {"wage": "100.50"}]})
    assert isinstance(person, Thing)
    (change,) = changes(World(law, {}), person).smallest

    assert [(one.place.path, one.after) for one in change.facts] == [("children[1].wage", 70)]


def test_a_count_is_changed_to_whole_numbers() -> None:
    text = "1. The amount due is 3 euro multiplied by the number of days.\n"

    assert changed_and_due(text, days=3) == [({"days": 4}, 12)]
