"""Another solver, cvc5, on the same formulas: what can be so is no opinion of Z3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

pytest.importorskip("z3")
pytest.importorskip("cvc5")

import cvc5
import z3
from tests.differential import laws
from tests.sampling import some

from lawc.backends.smt.terms import conj, disj
from lawc.ir import nodes as ir
from lawc.pipeline import compile_path
from lawc.prove.questions import Questions

STATUTES = Path(__file__).parents[3] / "statutes"
COST = 15_000  # what a question may cost, in units of cvc5
Z3_COST = 150_000
MORE = 300_000  # of cvc5, for the questions about a law of the repository


def goals(questions: Questions, law: ir.Law) -> Iterator[z3.BoolRef]:
    """The questions of `lawc check --prove` about a law, in short."""
    for decision in law.decisions:
        thing = questions.first(decision.kind)
        made = questions.meaning.decide(decision, thing)
        yield conj([thing.there, made.contradiction])
        yield conj([thing.there, made.value.nothing])
        for given in questions.meaning.gifts(decision, thing):
            yield conj([thing.there, given.sure])
            yield conj([thing.there, given.truth.yes, given.truth.no])  # never


def supposed(questions: Questions) -> list[z3.BoolRef]:
    """Return what every question supposes: there are such dates, and nothing is established."""
    return list(questions._ready().assertions())  # noqa: SLF001 - as they are asked


def as_text(questions: Questions, goal: z3.BoolRef) -> str:
    """Return a question as SMT-LIB 2."""
    asking = z3.Solver()
    asking.add(*supposed(questions), goal)
    return f"(set-logic ALL)\n{asking.to_smt2()}"


def opinion(text: str, cost: int = COST) -> str:
    """Return what cvc5 says: sat, unsat, or unknown where it gives up."""
    solver = cvc5.Solver(cvc5.TermManager())
    solver.setOption("rlimit-per", str(cost))
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, text, "question")
    said: list[str] = []
    while not (command := parser.nextCommand()).isNull():
        said += str(command.invoke(solver, parser.getSymbolManager())).split()
    return said[0] if said else "nothing"


def compare(seed: int) -> tuple[int, int]:
    """Compare the two on a random law; return how many questions each answers."""
    law = laws.law(Random(seed))  # noqa: S311 - to be replayed
    questions = Questions(law)
    both = settled = 0
    for goal in goals(questions, law):
        asking = z3.SimpleSolver()
        asking.set("rlimit", Z3_COST)
        asking.add(*supposed(questions), goal)
        first, second = str(asking.check()), opinion(as_text(questions, goal))
        assert second in ("sat", "unsat", "unknown"), second
        both += 1
        if "unknown" not in (first, second):
            settled += 1
            assert first == second, (seed, goal)
    return both, settled


@pytest.mark.parametrize("seed", range(some(6)))
def test_both_solvers_say_the_same(seed: int) -> None:
    asked, settled = compare(seed)

    assert settled * 2 >= asked


@pytest.mark.slow
@pytest.mark.parametrize("block", range(2))
def test_both_solvers_say_the_same_of_many_laws(block: int) -> None:
    """8 laws; 12 and more with `pytest --samples 2`."""
    number = some(4)
    found = [compare(seed) for seed in range(100 + block * number, 100 + (block + 1) * number)]

    assert sum(settled for _, settled in found) * 2 >= sum(asked for asked, _ in found)


@pytest.mark.slow
def test_both_say_that_an_act_gives_nothing_that_the_code_forbids() -> None:
    made = compile_path(STATUTES / "kz" / "amnesty-2025")
    assert made.law is not None
    questions = Questions(made.law)
    outcome = made.law.decisions[0]
    thing = questions.first(outcome.kind)
    given = questions.meaning.gifts(outcome, thing)
    (granted,) = made.law.bans[0].granted
    values = [questions.meaning.constant(value) for value in granted.values]
    gives = [conj([one.sure, disj([one.amount.term == v for v in values])]) for one in given]

    for ban in made.law.bans:
        about = questions.meaning.holds(ban.condition, thing).yes
        text = as_text(questions, conj([thing.there, about, disj(gives)]))
        assert opinion(text, MORE) == "unsat", ban.citation
        assert opinion(as_text(questions, conj([thing.there, about])), MORE) == "sat"
