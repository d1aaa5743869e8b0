"""Completions of a case that show that a decision has no value."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests import small_law as small
from tests.emitted import package

from lawc.ir import nodes as ir

COMMITTED = ir.Fact("offence", "committed_on")
EARLY = date(2020, 1, 1)
DAYS = {"effective_day": date(2025, 7, 5), "law_day": date(2025, 7, 5)}


def test_a_thing_of_which_nothing_can_be_known_is_completed(tmp_path: Path) -> None:
    facts = tuple(fact for fact in small.law().facts if fact.kind != "child")
    module = package(
        small.deciding(small.rule("art_1", small.TORTURE, "released"), facts=facts), tmp_path
    )

    person = module.Person(offences=(module.Offence(),), children=(module.Child(),))
    (offence,) = module.decide(person).offences
    assert offence.outcome is None
    assert offence.needed == ("offences[0].torture",)


def test_a_decision_that_completions_agree_on_is_decided(tmp_path: Path) -> None:
    either = ir.Any((small.TORTURE, ir.Not(small.TORTURE)))
    module = package(small.deciding(small.rule("art_1", either, "released")), tmp_path)

    (offence,) = module.decide(module.Person(offences=(module.Offence(),))).offences
    assert offence.outcome is module.Outcome.RELEASED


def test_a_decision_of_facts_read_once_is_open_wherever_it_is_unknown(tmp_path: Path) -> None:
    both = ir.All((small.TORTURE, ir.Not(small.MINOR)))
    module = package(small.deciding(small.rule("art_1", both, "released")), tmp_path)

    (apart,) = module.decisions.TURNS["offence"].apart
    assert apart.exact
    (offence,) = module.decide(module.Person(offences=(module.Offence(),))).offences
    assert offence.outcome is None


def test_it_may_be_settled_if_a_fact_is_read_twice(tmp_path: Path) -> None:
    either = ir.Any((small.TORTURE, ir.Not(small.TORTURE)))
    module = package(small.deciding(small.rule("art_1", either, "released")), tmp_path)

    (apart,) = module.decisions.TURNS["offence"].apart
    assert not apart.exact


# --- members decided beside others that are not ---------------------------------------------


def slotless(module: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a package fill no slots."""

    def refuse(*_: object) -> None:
        raise AssertionError("slots are filled")

    monkeypatch.setattr(module.decisions.ENGINE, "table", refuse)


def test_a_member_is_decided_beside_one_that_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = package(small.deciding(small.rule("art_1", small.TORTURE, "released")), tmp_path)
    slotless(module, monkeypatch)

    offences = (module.Offence(), module.Offence(torture=True))
    first, second = module.decide(module.Person(offences=offences), **DAYS).offences
    assert (first.outcome, second.outcome) == (None, module.Outcome.RELEASED)


def giving_by_all(*values: str) -> ir.Law:
    """Return a law in which each of several conditions about all offences gives a value."""
    some = [ir.Some(1, "offence", condition) for condition in (small.TORTURE, small.MINOR)]
    rules = [
        small.rule(f"art_{n}", condition, value)
        for n, (condition, value) in enumerate(zip(some, values, strict=True), start=1)
    ]
    later = ir.Compare(ir.Comparison.GE, COMMITTED, ir.Parameter("effective_day"))
    return small.deciding(*rules, small.rule("art_3", later, displaces=("art_1", "art_2")))


def test_what_one_member_makes_sure_another_does_not_make_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = package(giving_by_all("excluded", "excluded"), tmp_path)
    slotless(module, monkeypatch)

    offences = tuple(
        [
            module.Offence(category=category, committed_on=EARLY)
            for category in ("minor", "serious")
        ]
    )
    first, second = module.decide(module.Person(offences=offences), **DAYS).offences
    assert first == second
    assert first.outcome is module.Outcome.EXCLUDED
    assert first.answers["outcome"].provisions == ("art_2",)


def test_a_condition_that_is_open_may_be_decisive_if_others_give_another_value(
    tmp_path: Path,
) -> None:
    module = package(giving_by_all("excluded", "released"), tmp_path)

    offences = tuple(
        [
            module.Offence(category=category, committed_on=EARLY)
            for category in ("minor", "serious")
        ]
    )
    first, _ = module.decide(module.Person(offences=offences), **DAYS).offences
    assert first.outcome is None
    assert first.needed == ("offences[0].torture", "offences[1].torture")
