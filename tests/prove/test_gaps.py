"""Persons about whom an act decides nothing are reported as information."""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.prove.library import compiled, findings_of

from lawc.diagnostics.model import Severity
from lawc.prove.findings import findings

LOWERED = "The fee is lowered by one half for a person who lives in the town."


def test_the_smallest_person_left_out() -> None:
    (one,) = findings_of(LOWERED)

    assert (one.code.value, one.severity) == ("L607", Severity.NOTE)
    assert one.example == {"case": {"lives_in_town": False}, "days": {}, "plausible": True}


def test_a_decision_that_leaves_nobody_out() -> None:
    assert findings_of("The fee is lowered by one half for a person.") == ()


def test_a_decision_with_a_value_for_the_rest_has_no_gap() -> None:
    assert findings_of("A person who lives in the town is entitled to a card.") == ()


def test_it_is_not_looked_for_without_notes() -> None:
    made = compiled(LOWERED)
    assert made.law is not None

    assert list(findings(made.law, made.act, notes=False)) == []


def test_a_day_on_which_nothing_is_in_force_is_the_last_resort() -> None:
    text = (
        "1. In force from 1 January 2024, the base is 5.00 euro.\n"
        "2. The fee is the base, if the person lives in the town."
    )
    (one,) = findings_of(text)

    assert one.example is not None
    assert one.example["case"] == {"lives_in_town": False}
