"""Findings of a solver: planted faults are found, and nothing in laws without them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("z3")

from tests.prove.library import findings_of as small

from lawc.backends.smt.terms import conj
from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.interpret import decision as decision_of
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import CONTRADICTION
from lawc.meaning.world import World
from lawc.pipeline import Compiled, compile_source
from lawc.prove.examples import Example
from lawc.prove.findings import findings
from lawc.prove.questions import Questions
from lawc.source import Source

STATUTES = Path(__file__).parents[2] / "statutes"
AMNESTY = (STATUTES / "kz" / "amnesty-2025" / "en.law").read_text("utf-8")
CODE = (STATUTES / "kz" / "criminal-code" / "en.law").read_text("utf-8")
WORDS = Source(
    "kz/criminal.vocabulary", (STATUTES / "kz" / "criminal.vocabulary").read_text("utf-8")
)
ONE_OR_THE_OTHER = (
    "4. Paragraphs 1 to 3 of this Article apply to an offence only if Article 2 does not apply "
    "to\n   the offence. [reported: in substance]"
)


def library(act: str) -> Source | None:
    return Source("kz/criminal-code/en.law", CODE) if act == "criminal-code" else None


@cache
def amnesty(old: str = "", new: str = "") -> Compiled:
    assert old in AMNESTY
    text = AMNESTY.replace(old, new) if old else AMNESTY
    source = Source("kz/amnesty-2025/en.law", text)
    made = compile_source(source, "kz/amnesty-2025", (WORDS,), library)
    assert made.law is not None, made.errors
    return made


def finding_codes(made: Compiled) -> list[tuple[str, str]]:
    assert made.law is not None
    return [(one.code.value, one.where) for one in findings(made.law, made.act, notes=False)]


def test_nothing_is_found_in_the_law_as_it_is() -> None:
    assert finding_codes(amnesty()) == []


@pytest.mark.slow
def test_release_and_reduction_contradict_where_neither_gives_way() -> None:
    made = amnesty(ONE_OR_THE_OTHER, "4. Note. Article 2 comes first. [reported: in substance]")

    assert ("L601", "Article 3, 3.") in finding_codes(made)


@pytest.mark.slow
def test_a_point_that_no_one_satisfies_is_found() -> None:
    made = amnesty(
        "7) the punishment is life imprisonment;",
        "7) the punishment is life imprisonment and the punishment is not life imprisonment;",
    )

    assert finding_codes(made) == [("L602", "Article 5, 7)")]


@pytest.mark.slow
def test_an_exclusion_that_swallows_a_provision_whole_is_found() -> None:
    made = amnesty(
        "Article 6. Several offences\n",
        "Article 5-1. Further exclusion\n\nArticle 2 does not apply to a person who committed "
        "a crime of medium gravity.\n\nArticle 6. Several offences\n",
    )

    assert ("L602", "Article 2, 2.") in finding_codes(made)


def test_what_swallows_a_provision_is_named_and_whom_it_would_apply_to() -> None:
    one, *_ = small(
        "1. A person who lives in the town is entitled to a card.\n"
        "2. Paragraph 1 of this Article does not apply to a person who attends a school of the "
        "town.\n3. Paragraph 1 of this Article does not apply to a person."
    )

    assert one.help == (
        "`Article 1, 3.` displaces it in every case that it is about: change it, or take it "
        'out; it would apply to {"lives_in_town": true}'
    )
    assert one.example == {"case": {"lives_in_town": True}, "days": {}, "plausible": True}


def test_provisions_that_swallow_another_together_are_all_named() -> None:
    one, *_ = small(
        "1. A person who lives in the town is entitled to a card.\n"
        "2. Paragraph 1 of this Article does not apply to a person who attends a school of the "
        "town.\n3. Paragraph 1 of this Article does not apply to a person who does not attend "
        "a school of the town."
    )

    assert one.help is not None
    assert one.help.startswith("`Article 1, 2.`, `Article 1, 3.` displace it in every case")


def test_what_the_solver_gives_up_on_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Questions, "can_be", lambda *_: None)
    made = amnesty()
    assert made.law is not None

    told = list(findings(made.law, made.act, notes=False))

    assert {one.code.value for one in told} == {"L601", "L602", "L603", "L604", "L606"}
    assert all(one.message.startswith("not settled") for one in told)
    assert all(one.severity is Severity.WARNING for one in told)


@pytest.mark.slow
def test_what_a_question_may_cost_is_no_matter_of_the_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("lawc.prove.questions.COST", 1000)
    made = amnesty()
    assert made.law is not None

    one, other = (list(findings(made.law, made.act, notes=False)) for _ in range(2))

    assert one == other
    assert any(each.message.startswith("not settled") for each in one)


# --- examples ---------------------------------------------------------------------------


def contradiction(made: Compiled) -> tuple[ir.Law, Example]:
    assert made.law is not None
    questions = Questions(made.law)
    decision = decision_of(made.law, "outcome")
    thing = questions.first(decision.kind)
    goal = conj([thing.there, questions.meaning.decide(decision, thing).contradiction])
    example = questions.example(goal)
    assert example is not None
    return made.law, example


def outcome(law: ir.Law, example: Example, case: dict[str, Any]) -> Any:
    thing = read_case(law, case)
    assert isinstance(thing, Thing)
    offence = thing.members["offence"][0]
    return decide(World(law, example.days), decision_of(law, "outcome"), offence)


@pytest.fixture(scope="module")
def planted() -> Compiled:
    return amnesty(ONE_OR_THE_OTHER, "4. Note. Article 2 comes first. [reported: in substance]")


@pytest.mark.slow
def test_the_interpreter_confirms_the_example(planted: Compiled) -> None:
    law, example = contradiction(planted)

    assert outcome(law, example, example.case) is CONTRADICTION


@pytest.mark.slow
def test_every_fact_of_the_example_is_needed(planted: Compiled) -> None:
    law, example = contradiction(planted)
    offence = example.case["offences"][0]

    for key in offence:
        less = {name: value for name, value in offence.items() if name != key}
        case = {**example.case, "offences": [less, *example.case["offences"][1:]]}
        assert outcome(law, example, case) is not CONTRADICTION, key
    for key in example.case.keys() - {"offences"}:
        case = {name: value for name, value in example.case.items() if name != key}
        assert outcome(law, example, case) is not CONTRADICTION, key


@pytest.mark.slow
def test_the_example_is_the_same_each_time(planted: Compiled) -> None:
    assert contradiction(planted)[1] == contradiction(planted)[1]
