"""Changes that programs meet: each kind of difference, and the step that it forces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

pytest.importorskip("z3")

from tests.commands.running import run
from tests.compare.test_matching import CARD, ROOM, articles
from tests.compare.written import compared, law
from tests.diagnostics.examples import SHARED

from lawc.compare.interface import Step, differences, step_of
from lawc.compare.levels import Level
from lawc.compare.report import compare
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.pipeline import compile_source
from lawc.source import Source

LAW = law(
    "Article 1. Terms\n\nIn this Law, a young reader means a person who has reached the age of "
    "six years on the day of the request.\n\nArticle 2. Cards\n\nA young reader is entitled to "
    "a card.\n"
)
DAY = ir.ParameterDeclaration("some_day", None, None, "")
SAID = replace(DAY, value=date(2025, 1, 1))
GRADE = ir.Decision(
    "grade", "person", Choice("grade", ("gold", "silver")), None, ir.Combine.ONE, ()
)
SPENT = ir.QuantityDefinition(
    "spent", "person", Basic.COUNT, ir.Literal(1, Basic.COUNT), "art_1", ""
)
Change = Callable[[ir.Law], ir.Law]


def with_fact(type_: Basic | Choice) -> Change:
    fact = ir.FactDeclaration("person", "taste", type_, "")
    return lambda one: replace(one, facts=(*one.facts, fact))


def with_grade(*values: str) -> Change:
    made = replace(GRADE, type=Choice("grade", values))
    return lambda one: replace(one, decisions=(*one.decisions, made))


def unchanged(one: ir.Law) -> ir.Law:
    return one


def with_day(day: ir.ParameterDeclaration) -> Change:
    return lambda one: replace(one, parameters=(*one.parameters, day))


def with_spent(type_: Basic) -> Change:
    return lambda one: replace(one, quantities=(replace(SPENT, type=type_),))


def with_kind(field: str) -> Change:
    return lambda one: replace(one, kinds=(*one.kinds, ir.Kind("fee", "person", field)))


def with_concept(kind: str) -> Change:
    made = ir.Definition("poor", kind, ir.All(()), "art_1")
    return lambda one: replace(one, definitions=(*one.definitions, made))


TASTE, OTHER_TASTE = Choice("taste", ("old", "new")), Choice("taste", ("old",))

CASES: tuple[tuple[Change, Change, str, Step], ...] = (
    (
        unchanged,
        lambda one: replace(one, package="other"),
        "the package `example_act` is now called `other`",
        Step.MAJOR,
    ),
    (unchanged, with_kind("fees"), "the kind `fee` is new", Step.MINOR),
    (with_kind("fees"), unchanged, "the kind `fee` is gone", Step.MAJOR),
    (
        with_kind("fees"),
        with_kind("dues"),
        "the kind `fee` is of person.dues, no longer of person.fees",
        Step.MAJOR,
    ),
    (unchanged, with_fact(Basic.COUNT), "the fact `person.taste` is new", Step.MINOR),
    (with_fact(Basic.COUNT), unchanged, "the fact `person.taste` is gone", Step.MAJOR),
    (
        with_fact(Basic.COUNT),
        with_fact(Basic.DATE),
        "the fact `person.taste` is a date, no longer a count",
        Step.MAJOR,
    ),
    (
        with_fact(OTHER_TASTE),
        with_fact(TASTE),
        "the fact `person.taste` has a new value `new`",
        Step.MINOR,
    ),
    (
        with_fact(TASTE),
        with_fact(OTHER_TASTE),
        "the fact `person.taste` has no value `new` any more",
        Step.MAJOR,
    ),
    (unchanged, with_day(DAY), "the day `some_day` is new and asked for", Step.MAJOR),
    (unchanged, with_day(SAID), "the day `some_day` is new", Step.MINOR),
    (with_day(DAY), unchanged, "the day `some_day` is gone", Step.MAJOR),
    (
        with_day(SAID),
        with_day(DAY),
        "the day `some_day` must be given: the law no longer says it",
        Step.MAJOR,
    ),
    (unchanged, with_grade("gold"), "the decision `person.grade` is new", Step.MINOR),
    (with_grade("gold"), unchanged, "the decision `person.grade` is gone", Step.MAJOR),
    (
        with_grade("gold"),
        with_grade("gold", "silver"),
        "the decision `person.grade` has a new value `silver`",
        Step.MAJOR,
    ),
    (
        with_grade("gold", "silver"),
        with_grade("gold"),
        "the decision `person.grade` has no value `silver` any more",
        Step.MINOR,
    ),
    (unchanged, with_concept("person"), "the concept `poor` is new", Step.MINOR),
    (with_concept("person"), unchanged, "the concept `poor` is gone", Step.MAJOR),
    (
        with_concept("person"),
        with_concept("loan"),
        "the concept `poor` is of loan, no longer of person",
        Step.MAJOR,
    ),
    (unchanged, with_spent(Basic.COUNT), "the quantity `person.spent` is new", Step.MINOR),
    (with_spent(Basic.COUNT), unchanged, "the quantity `person.spent` is gone", Step.MAJOR),
    (
        with_spent(Basic.COUNT),
        with_spent(Basic.DATE),
        "the quantity `person.spent` is a date, no longer a count",
        Step.MAJOR,
    ),
)


@pytest.mark.parametrize(("before", "after", "what", "step"), CASES, ids=[c[2] for c in CASES])
def test_a_difference_is_told_with_its_step(
    before: Change, after: Change, what: str, step: Step
) -> None:
    eids = {one.eid: one.eid for one in LAW.elements}

    (found,) = differences(before(LAW), after(LAW), eids, {})

    assert (found.what, found.step) == (what, step)


@pytest.mark.parametrize(
    ("old", "new", "what", "step"),
    [
        (articles(CARD), articles(CARD, ROOM), "the provision `2` is new", Step.MINOR),
        (articles(CARD, ROOM), articles(CARD), "the provision `2` is gone", Step.MAJOR),
        (
            articles(CARD),
            articles("Note. This Law is about cards.", CARD),
            "the provision `1` is now `2`",
            Step.MAJOR,
        ),
    ],
)
def test_a_citation_by_which_programs_ask_is_told(
    old: str, new: str, what: str, step: Step
) -> None:
    made = compared(old, new)

    assert (what, step) in [(one.what, one.step) for one in made.interface]
    assert made.step is step


def test_a_further_version_is_no_other_provision() -> None:
    first = (
        "Article 1. Cards\n\n1. In force to 31 December 2025, a person who lives in the town "
        "is entitled to a card.\n"
    )
    second = (
        "1. In force from 1 January 2026, a person who attends a school of the town is "
        "entitled to a card.\n"
    )
    one, two = law(first), law(f"{first}{second}")

    for old, new in ((one, two), (two, one)):
        assert [one.what for one in compare(old, new).interface] == []


@pytest.mark.parametrize(
    ("level", "step"),
    [
        (None, Step.NONE),
        (Level.WORDING, Step.PATCH),
        (Level.STRUCTURE, Step.PATCH),
        (Level.EXPLAIN, Step.PATCH),
        (Level.FACTS, Step.MINOR),
        (Level.WIDER, Step.MINOR),
        (Level.NARROWER, Step.MINOR),
        (Level.MIXED, Step.MINOR),
        (Level.UNPROVED, Step.MINOR),
    ],
)
def test_a_level_forces_a_step_by_itself(level: Level | None, step: Step) -> None:
    assert step_of((), level) is step


def test_bump_prints_the_step_and_nothing_else() -> None:
    act = "statutes/example/family-allowance/en.law"
    made = run("diff", act, act, "--bump")

    assert (made.exit_code, made.output) == (0, "none\n")


# --- facts that have another key ------------------------------------------------------------


def test_a_fact_with_another_key_and_the_same_question_is_the_same_fact() -> None:
    text = "Article 1. Cards\n\nA person who lives in the town is entitled to a card.\n"
    vocabulary = SHARED.text.replace("fact person.lives_in_town", "fact person.in_town")
    words = Source(SHARED.name, vocabulary.replace("means lives_in_town", "means in_town"))
    new = compile_source(Source("example/act/en.law", text), "example/act", (words,)).law
    assert new is not None
    made = compare(law(text), new)

    assert made.level is Level.INTERFACE
    assert made.touched == ()
    assert [one.what for one in made.interface] == [
        "the fact `person.lives_in_town` is now called `person.in_town`"
    ]
