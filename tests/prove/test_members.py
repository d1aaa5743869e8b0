"""The number of members that a list needs: one more never changes what can be."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from random import Random

import pytest
from tests.sampling import some

pytest.importorskip("z3")

import z3
from tests.differential import laws
from tests.prove.library import compiled, finding_codes, findings_of, lawful

from lawc.backends.smt.terms import conj, contrary, disj
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Severity
from lawc.prove.findings import findings
from lawc.prove.questions import Questions, Work


def answers(questions: Questions) -> Iterator[tuple[str, bool | None]]:
    """Return which rules can apply, which can fail, and which outcomes are possible."""
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
    """Compare a law with one more member; return False if longer lists may matter."""
    law = laws.law(Random(seed))  # noqa: S311 - to be replayed
    questions, more = Questions(law), Questions(law)
    if not questions.whole:
        return False
    more.lengths = {kind: number + 1 for kind, number in more.lengths.items()}
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


LATE = """
phrase loan.are_late means late
  en who "are late"
"""
SUMMED = """
quantity loan.days: count
  en noun "the days"
quantity person.whole: count
  en noun "the whole delay"
"""
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

    assert finding_codes(text) == []


def test_lists_are_as_long_as_what_is_counted_is_compared_with() -> None:
    assert finding_codes(FIVE.format(5), COUNTED) == []


def test_of_longer_lists_nothing_is_claimed() -> None:
    text = FIVE.format(500)  # more than there is room for

    (one,) = (each for each in findings_of(text, COUNTED) if each.code is Code.NEVER_APPLIES)

    assert one.severity is Severity.NOTE
    assert one.message == (
        "this provision applies in no case with lists of up to 100; with longer ones it is not "
        "settled"
    )


@pytest.mark.parametrize("number", [10, 30])
def test_many_members_are_as_many_as_a_law_names(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lawc.prove.questions.COST", 10_000_000)
    one = "A person is entitled to a card if at least {} of the person's loans are late."

    assert finding_codes(one.format(number), LATE) == []
    assert finding_codes(FIVE.format(number), COUNTED) == []


def test_sums_of_what_is_limited_may_be_of_longer_lists() -> None:
    (one,) = (
        each
        for each in findings_of(
            "1. The days is the delay in days, not less than 0, not more than 30.\n"
            "2. The whole delay is the sum of the days of each of the person's loans.\n"
            "3. A person is entitled to a card if the whole delay is more than 365.",
            SUMMED,
        )
        if each.code is Code.NEVER_APPLIES
    )

    assert one.severity is Severity.NOTE


def test_what_no_length_makes_so_is_claimed_of_every_length() -> None:
    text = FIVE.format("5 and the loans held is less than 4")

    (one,) = (each for each in findings_of(text, COUNTED) if each.code is Code.NEVER_APPLIES)

    assert (one.severity, one.message) == (
        Severity.WARNING,
        "this provision can never apply",
    )


# --- the work of the solver ---------------------------------------------------------------


def test_what_is_not_settled_within_the_limit_is_named_together() -> None:
    text = (
        "1. A person who lives in the town is entitled to a card.\n2. A person is admitted to "
    )
    made = compiled(text + "the reading room if the person lives in the town.")
    assert made.law is not None

    told = list(findings(made.law, made.act, notes=True, work=Work(1)))

    (never,) = (one for one in told if one.code is Code.NEVER_APPLIES)
    assert never.message == (
        "not settled: whether provisions can apply, in `Article 1, 1.`, `Article 1, 2.`"
    )
    assert never.help is not None
    assert "`--limit`" in never.help


_COUNT = """
from tests.prove.test_members import COUNTED, FIVE
from tests.prove.library import compiled
from lawc.prove.findings import findings
from lawc.prove.questions import Work
made, work = compiled(FIVE.format(5), COUNTED), Work(10_000_000)
print(list(findings(made.law, made.act, work=work)), work.left)
"""


def test_the_work_is_counted_the_same_in_each_run() -> None:
    command = [sys.executable, "-c", _COUNT]
    one, other = (
        subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
        for _ in range(2)
    )

    assert one.stdout == other.stdout
    assert int(one.stdout.split()[-1]) < 10_000_000


def test_each_question_is_told_of() -> None:
    asked: list[int] = []
    made = compiled("A person who lives in the town is entitled to a card.")
    assert made.law is not None

    list(findings(made.law, made.act, work=Work(None, lambda: asked.append(1))))

    assert asked
