"""Completions of a case that show that a decision has no value."""

from __future__ import annotations

from pathlib import Path

from tests import small_law as small
from tests.emitted import package

from lawc.ir import nodes as ir


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
