"""Acts made by chance as packages, and the persons they decide of."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.random_acts import DAYS, all_truths, random_act, random_persons

from lawc.runtime.results import Status


@pytest.mark.parametrize("rules", [10, 50])
def test_an_act_has_about_as_many_rules_as_asked_for(rules: int, tmp_path: Path) -> None:
    _, law = random_act(rules, tmp_path)

    assert 0.7 * rules <= len(law.rules) <= 1.3 * rules


def test_no_fact_of_a_person_is_missing(tmp_path: Path) -> None:
    act, law = random_act(10, tmp_path)
    (person,) = random_persons(act, law, 1)

    truths = all_truths(act, person)
    assert None not in truths
    assert len(truths) == len(law.rules)


def test_no_answer_of_a_person_is_a_contradiction(tmp_path: Path) -> None:
    act, law = random_act(50, tmp_path)
    persons = random_persons(act, law, 20)

    answers = [act.decide(person, **DAYS).answers["share"] for person in persons]
    assert {answer.status for answer in answers} == {Status.DECIDED, Status.NOTHING}
