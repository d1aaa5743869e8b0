"""Bans of an act above: each group left out of the exclusions is found, with a person."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.prove.library import finding_codes, findings_of
from tests.prove.test_findings import amnesty

from lawc.diagnostics.model import Severity
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide, holds
from lawc.meaning.interpret import decision as decision_of
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.prove.findings import findings
from lawc.prove.forbidden import forbidden
from lawc.prove.questions import Questions

# For each group of Article 78(2) of the Code: what is changed in Article 5 to leave it out.
MINOR = "and the victim had reached the\n   age of {} years"
LEFT_OUT = {
    "78(2)(1)": (MINOR.format("fourteen"), MINOR.format("twelve")),
    "78(2)(2)": ("the offence is a terrorist crime", "the offence is a corruption crime"),
    "78(2)(3)": ("the offence is an extremist crime or the", "the"),
    "78(2)(4)": ("Article 146 of", "Article 147 of"),
    "78(2)(5)": ("for recidivism or dangerous", "for dangerous"),
}


@pytest.mark.parametrize(
    "group",
    [pytest.param(one, marks=() if "4" in one else pytest.mark.slow) for one in LEFT_OUT],
)
def test_a_group_that_is_left_out_is_found(group: str) -> None:
    old, new = LEFT_OUT[group]
    made = amnesty(old, new)
    assert made.law is not None

    (one,) = forbidden(Questions(made.law), made.act)

    assert (one.code.value, one.severity) == ("L606", Severity.ERROR)
    assert one.message.endswith(f"`outcome` as `the Criminal Code, {group}` forbids")
    # All that do so are told: where several provisions could not give it alone, the first.
    places = [label.span for label in (one.primary, *one.related)]
    assert len(places) == len(set(places))
    ban = next(ban for ban in made.law.bans if ban.citation.endswith(group))
    assert one.example is not None
    assert one.example["plausible"]
    thing = read_case(made.law, dict(one.example["case"]))
    assert isinstance(thing, Thing)
    world = World(made.law, {})
    offence = thing.members["offence"][0]
    # The interpreter confirms both: the ban is about this person, and the act gives.
    assert holds(world, ban.condition, offence) is True
    given = decide(world, decision_of(made.law, "outcome"), offence)
    assert given in next(iter(ban.granted)).values


def test_nothing_that_is_given_is_forbidden() -> None:
    made = amnesty()
    assert made.law is not None
    assert len(made.law.bans) == 5

    assert list(forbidden(Questions(made.law), made.act)) == []


BAN = "1. An act on cards does not apply to a person who attends a school of the town.\n"


def test_an_act_is_bound_by_what_it_says_itself() -> None:
    (one,) = findings_of(BAN + "2. A person who lives in the town is entitled to a card.")

    assert one.message == "this decides `card` as `Article 1, 1.` forbids"
    assert one.example == {
        "case": {"lives_in_town": True, "attends_school": True},
        "days": {},
        "plausible": True,
    }


def test_what_is_excepted_is_not_given() -> None:
    text = (
        f"{BAN}2. A person who lives in the town is entitled to a card, unless the person "
        "attends a school of the town."
    )

    assert finding_codes(text) == []


def test_another_decision_is_not_forbidden() -> None:
    assert finding_codes(BAN + "2. A person is admitted to the reading room.") == []


def test_a_value_that_holds_for_the_rest_can_be_forbidden() -> None:
    words = """
decision person.fine_waived: truth
  otherwise true
effect person.no_waiver
  gives fine_waived = false
  en yes "the person | is not let off"
instrument waiver
  grants fine_waived: true
  en a "a waiver"
"""
    text = (
        "1. A waiver does not apply to a person who attends a school of the town.\n"
        "2. A person who lives in the town is not let off."
    )
    (one,) = findings_of(text, words)

    assert one.code.value == "L606"
    assert one.example is not None
    assert one.example["case"] == {"lives_in_town": False, "attends_school": True}


def test_any_value_of_a_decision_can_be_forbidden() -> None:
    words = 'instrument relief\n  grants discount\n  en a "an act of relief"\n'
    text = (
        "1. An act of relief does not apply to a person who attends a school of the town.\n"
        "2. The fee is lowered by one half for a person who lives in the town."
    )
    codes = [one.code.value for one in findings_of(text, words)]

    assert codes == ["L606", "L607"]


@pytest.mark.slow
def test_the_whole_of_what_is_found_names_the_fault_once() -> None:
    old, new = LEFT_OUT["78(2)(4)"]
    made = amnesty(old, new)
    assert made.law is not None

    codes = [one.code.value for one in findings(made.law, made.act, notes=False)]
    assert codes == ["L606"]
