"""How many members a list needs: one more never changes what can be."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from tests.sampling import some

pytest.importorskip("z3")

import z3
from tests.differential import laws
from tests.prove.library import found, lawful, told

from lawc.backends.smt.terms import conj, contrary, disj
from lawc.prove.questions import Questions


def answers(questions: Questions) -> Iterator[tuple[str, bool | None]]:
    """Answer what is asked of a law: what can apply, and not; what can come out."""
    law, meaning = questions.law, questions.meaning
    kinds = {one.key: one.kind for one in law.decisions}
    for number, rule in enumerate(law.rules):
        kind = next((kinds[gives.decision] for gives in rule.gives), rule.kind)
        thing = questions.first(kind)
        applies = meaning.applies(rule, thing)
        for name, goal in (("yes", applies.yes), ("no", contrary(applies).yes)):
            yield f"{number} {name}", questions.can_be(conj([thing.there, goal]))
        holds = meaning.holds(rule.condition, thing)
        open_ = z3.Not(disj([holds.yes, holds.no]))
        yield f"{number} open", questions.can_be(conj([thing.there, open_]))
    for decision in law.decisions:
        thing = questions.first(decision.kind)
        made = meaning.decide(decision, thing)
        for name, goal in (
            ("known", made.value.known),
            ("nothing", made.value.nothing),
            ("contradiction", made.contradiction),
        ):
            yield f"{decision.key} {name}", questions.can_be(conj([thing.there, goal]))


def compare(seed: int) -> bool:
    """Compare a law of which the members are said to be enough; False if it is no such law."""
    law = laws.law(Random(seed))  # noqa: S311 - to be replayed
    questions, more = Questions(law), Questions(law)
    if not questions.whole:
        return False
    more.members += 1
    for (name, one), (_, other) in zip(answers(questions), answers(more), strict=True):
        if None not in (one, other):
            assert one is other, (seed, name)
    return True


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawc.prove.questions.COST", 100_000)


@pytest.mark.parametrize("block", [0, pytest.param(1, marks=pytest.mark.slow)])
def test_one_more_member_changes_nothing(block: int) -> None:
    first = block * 20

    assert sum(compare(seed) for seed in range(first, first + some(20))) >= some(5)


def test_as_many_members_are_enough_as_are_asked_for() -> None:
    law = lawful(
        "A person is entitled to a card if at least two of the person's loans satisfy all of "
        "the following:\n1) the loan is late; and\n2) the loan is of a film."
    )
    questions = Questions(law)

    assert (questions.members, questions.whole) == (3, True)
    assert questions.can_be(questions.meaning.applies(law.rules[0], questions.case.root).yes)


COUNTED = """
quantity person.held: count
  en noun "the loans held"
"""
FIVE = (
    "1. The loans held is the number of the person's loans.\n"
    "2. A person is entitled to a card if the loans held is at least {}."
)


@pytest.mark.parametrize("number", ["four", "six"])
def test_lists_are_as_long_as_a_condition_asks_for(number: str) -> None:
    text = f"A person is entitled to a card if at least {number} of the person's loans is late."

    assert told(text) == []


def test_lists_are_as_long_as_what_is_counted_is_compared_with() -> None:
    assert told(FIVE.format(5), COUNTED) == []


def test_of_longer_lists_nothing_is_claimed() -> None:
    (one,) = found(FIVE.format(50), COUNTED)

    assert one.message == "this provision applies in no case with lists of up to 3"
