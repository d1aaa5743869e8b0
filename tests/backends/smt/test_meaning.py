"""The formulas of a law against the interpreter: random laws, random and solver-made cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest

pytest.importorskip("z3")

import z3
from tests import small_law as small
from tests.backends.smt.symbolic import (
    as_conditions,
    days_as_conditions,
    most_members,
    seen_as,
)
from tests.differential import law_cases, laws
from tests.sampling import some

from lawc.backends.smt.cases import Cases, every_thing
from lawc.backends.smt.cases import Thing as Symbolic
from lawc.backends.smt.encode import Encoding, Meaning
from lawc.backends.smt.provisions import kinds_of_records
from lawc.backends.smt.read import Reader
from lawc.backends.smt.terms import Names
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN
from lawc.meaning.world import World
from lawc.runtime.values import Period

TIME = 10_000  # milliseconds that the solver may take for one question


def meaning_of(law: ir.Law, members: int) -> Meaning:
    lengths = {one.key: members for one in law.kinds}
    records, names = kinds_of_records(law), Names()
    return Meaning(law, Cases(law, records, names).case(lengths), records, names)


def solver(meaning: Meaning) -> z3.Solver:
    made = z3.Solver()
    made.set("timeout", TIME)
    made.add(*meaning.sides)
    return made


def result_of(
    model: z3.ModelRef, meaning: Meaning, decision: ir.Decision, made: Encoding
) -> Any:
    def so(test: z3.BoolRef) -> bool:
        return z3.is_true(model.eval(test, model_completion=True)) is True

    if so(made.contradiction):
        return CONTRADICTION
    if so(made.value.nothing):
        return NOTHING
    if not so(made.value.known):
        return UNKNOWN
    return Reader(meaning.law, meaning.names).value(model, made.value.term, decision.type)


def decisions(
    law: ir.Law, thing: Symbolic, given: Thing
) -> Iterator[tuple[ir.Decision, Symbolic, Thing]]:
    """Every decision about `given` and the things below it, with their terms."""
    for one in law.decisions:
        if one.kind == given.kind:
            yield one, thing, given
    for kind, members in given.members.items():
        for inner, member in zip(thing.lists[kind].members, members, strict=False):
            yield from decisions(law, inner, member)


def check_case(law: ir.Law, rng: Random) -> None:
    check_answers(law, law_cases.case(law, rng), law_cases.days(law, rng))


def check_answers(law: ir.Law, case: law_cases.Case, days: dict[str, date]) -> None:
    """Check that the formulas say of a case what the interpreter says."""
    thing = read_case(law, case)
    assert isinstance(thing, Thing)
    meaning = meaning_of(law, most_members(thing))
    asked = [
        (*one, meaning.decide(one[0], one[1]))
        for one in decisions(law, meaning.case.root, thing)
    ]
    solving = solver(meaning)
    solving.add(*as_conditions(meaning, meaning.case.root, thing))
    solving.add(*days_as_conditions(meaning, days))
    if solving.check() == z3.unknown:
        return  # it gave up: no answer is no wrong answer
    model = solving.model()

    for decision, _, given, made in asked:
        wanted = decide(World(law, days), decision, given)
        found = result_of(model, meaning, decision, made)
        assert seen_as(meaning, found) == seen_as(meaning, wanted), decision.key


@pytest.mark.parametrize("seed", range(some(12)))
def test_formulas_say_what_the_interpreter_says(seed: int) -> None:
    law = laws.law(Random(seed))  # noqa: S311 - to be replayed
    for number in range(2):
        check_case(law, Random(1000 * seed + number))  # noqa: S311


@pytest.mark.slow
@pytest.mark.parametrize("block", range(6))
def test_formulas_say_what_the_interpreter_says_of_many_laws(block: int) -> None:
    """30 laws; 120 with `pytest --samples 4`."""
    number = some(5)
    for seed in range(100 + block * number, 100 + (block + 1) * number):
        law = laws.law(Random(seed))  # noqa: S311 - to be replayed
        check_case(law, Random(seed))  # noqa: S311


@pytest.mark.parametrize("birth", [date.min, date(9000, 2, 28), date.max])
@pytest.mark.parametrize("before", [False, True])
def test_formulas_count_days_beyond_the_calendar(birth: date, before: bool) -> None:
    born, today = ir.Fact("person", "date_of_birth"), ir.Parameter("effective_day")
    for period in (Period(18), Period(0, 0, 40), Period(3 * 10**9, 1, 1)):
        moved = ir.Shifted(born, period, before)
        law = small.deciding(
            small.rule("art_1", ir.Compare(ir.Comparison.LE, moved, today), "released"),
            small.rule("art_2", ir.Compare(ir.Comparison.GT, moved, today), "excluded"),
        )
        for day in (date.min, date.max):
            case: law_cases.Case = {"date_of_birth": birth.isoformat(), "offences": [{}]}
            check_answers(law, case, {"effective_day": day})


@pytest.mark.parametrize("combine", ir.Combine)
def test_formulas_give_once_what_a_list_gives_differently(combine: ir.Combine) -> None:
    """A law between two versions may have such a list: one of its points amended, one not."""
    conditions = (small.TORTURE, small.VETERAN, small.PREGNANT)
    thirds = (Fraction(1, 3), Fraction(2, 3), Fraction(1, 3))
    law = small.deciding(
        *(
            small.rule(f"art_1__point_{n}", when, given, listed_in="art_1")
            for n, (when, given) in enumerate(zip(conditions, thirds, strict=True), 1)
        ),
        decisions=(small.decision(Basic.FRACTION, combine=combine),),
    )
    for torture, veteran, pregnant in product((True, False, None), repeat=3):
        person = {"veteran": veteran, "pregnant": pregnant}
        case: law_cases.Case = {key: one for key, one in person.items() if one is not None}
        offence: law_cases.Case = {} if torture is None else {"torture": torture}
        check_answers(law, {**case, "offences": [offence]}, {})


def goals(made: Encoding) -> Iterator[z3.BoolRef]:
    """The possible outcomes: a value, none, nothing certain, a contradiction."""
    yield made.value.known
    yield made.value.nothing
    yield made.contradiction
    yield z3.Not(z3.Or(made.value.known, made.value.nothing, made.contradiction))


@pytest.mark.parametrize("seed", range(40, 40 + some(12)))
def test_a_case_made_by_the_solver_is_decided_as_it_says(seed: int) -> None:
    law = laws.law(Random(seed))  # noqa: S311 - to be replayed
    meaning = meaning_of(law, 2)
    decision = law.decisions[0]
    thing = meaning.case.root
    while thing.kind != decision.kind:
        thing = thing.lists[_towards(law, decision.kind, thing.kind)].members[0]
    made = meaning.decide(decision, thing)
    for goal in goals(made):
        solving = solver(meaning)
        solving.add(goal, thing.there)
        things = every_thing(meaning.case.root, any_member=True)
        solving.add(*map(meaning.fits_assumptions, things))
        if solving.check() != z3.sat:
            continue
        model = solving.model()
        reader = Reader(law, meaning.names)
        given = read_case(law, reader.case(model, meaning.case))
        assert isinstance(given, Thing)
        days = reader.days(model, meaning.case)
        same = {
            symbolic.path: one for _, symbolic, one in decisions(law, meaning.case.root, given)
        }
        wanted = decide(World(law, days), decision, same[thing.path])
        assert seen_as(meaning, result_of(model, meaning, decision, made)) == seen_as(
            meaning, wanted
        )


def _towards(law: ir.Law, kind: str, above: str) -> str:
    parents = {one.key: one.parent for one in law.kinds}
    while parents[kind] != above:
        kind = str(parents[kind])
    return kind
