"""The cost of a comparison, counted by the solver: the time it takes decides nothing.

What one question costs depends on what the solver was asked before in the same process, by a
factor of two and more. The bounds are ten times the most that was seen.
"""

from __future__ import annotations

import pytest

pytest.importorskip("z3")

from tests.compare.written import law

from lawc.compare.levels import Level
from lawc.compare.report import compare
from lawc.prove import questions

TRUTHS = 18
NAMES = [f"f{'abcdefghijklmnopqrstuvwxyz'[n]}" for n in range(TRUTHS)]
FACTS = "".join(
    f'fact person.{name}: truth\n  en ask "{name}?"\nphrase person.{name} means {name}\n'
    f'  en yes "the person | is {name}x" no "the person | is not {name}x"\n'
    for name in NAMES
)
BORN = """
phrase loan.old(number: count, day: day) means begun_on + number months <= day
  en yes "the loan | is of [number] months on [day]"
     no "the loan | is not of [number] months on [day]"
"""


def of_many(number: int) -> str:
    lines = [f"{n}) the person is {name}x;" for n, name in enumerate(NAMES, start=1)]
    text = "\n".join(lines).removesuffix(";")
    lead = f"A person is entitled to a card if at least {number} of the following apply:"
    return f"Article 1. Cards\n\n{lead}\n{text}.\n"


def of_members(more: int) -> str:
    return "Article 1. Cards\n\n" + "".join(
        f"{n}. A person is entitled to a card if at least {n + 1} of the person's loans is of "
        f"{10 * n + more} months on the day of the request.\n"
        for n in (1, 2, 3)
    )


def test_one_more_of_many_conditions_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "COST", 200_000)

    made = compare(law(of_many(9), FACTS), law(of_many(10), FACTS))

    assert (made.level, made.proved, len(made.touched)) == (Level.NARROWER, True, 1)


@pytest.mark.slow
def test_members_are_counted_by_days_that_lie_months_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(questions, "COST", 2_000_000)

    made = compare(law(of_members(0), BORN), law(of_members(1), BORN))

    assert made.level is Level.NARROWER
    assert made.proved
    assert [one.because for one in made.touched] == [(0,)]  # who meets 2. or 3. meets 1.


def of_exclusions(said: str) -> str:
    """Return a law that grants to many, and excludes each of them who is not one thing more."""
    *names, last = NAMES[:9]
    granted = "".join(
        f"{n}. A person who is {name}x and who {said} {last}x is entitled to a card.\n"
        for n, name in enumerate(names, start=1)
    )
    excluded = "".join(
        f"{n}. Article 1 does not apply to a person who is {name}x and who is not {last}x.\n"
        for n, name in enumerate(names, start=1)
    )
    return f"Article 1. Cards\n\n{granted}\nArticle 2. Others\n\n{excluded}"


@pytest.mark.slow
def test_each_of_many_changes_that_turn_one_another_s_cases_is_named() -> None:
    made = compare(law(of_exclusions("is"), FACTS), law(of_exclusions("is not"), FACTS))

    assert {place for one in made.touched for place in (*one.because, *one.likewise)} == {
        *range(len(made.rows))
    }
    assert made.proved
