"""Limits of facts: the vocabulary declares them, and everything keeps to them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.pipeline import compile_source
from lawc.runtime.facts import FactError
from lawc.source import Source

VOCABULARY = """
unit euro = 1
  en noun "euro"
money EUR
  en noun "euro"
kind person
  en a "a person" the "the person"
fact person.income: money EUR at least 0
  en noun "the income" ask "Which income?"
fact person.rooms: count
  at least 1
  at most 9
  en noun "the number of rooms" ask "How many rooms?"
fact person.share: fraction at most 0.5
  en noun "the share" ask "Which share?"
decision person.card: truth
  otherwise false
effect person.give
  gives card = true
  en yes "the person | is entitled to a card"
"""
TEXT = (
    "Article 1. Cards\n\nA person is entitled to a card if the income is less than 5 euro and "
    "the number of rooms is less than 3 and the share is less than 10 per cent.\n"
)


def compiled(vocabulary: str) -> tuple[ir.Law | None, list[tuple[Code, str]]]:
    source = Source("example/act/en.law", TEXT)
    made = compile_source(source, "example/act", (Source("example/x.vocabulary", vocabulary),))
    return made.law, [(one.code, one.message) for one in made.errors]


def law() -> ir.Law:
    found, errors = compiled(VOCABULARY)
    assert found is not None, errors
    return found


def test_a_limit_is_read_as_a_value_of_the_fact() -> None:
    found = {one.key: (one.least, one.most) for one in law().facts}

    assert found == {
        "income": (Fraction(0), None),
        "rooms": (1, 9),
        "share": (None, Fraction(1, 2)),
    }


@pytest.mark.parametrize(
    "case", [{"income": "0"}, {"rooms": 1}, {"rooms": 9}, {"share": "1/2"}, {"share": "-1"}]
)
def test_a_value_at_a_limit_is_one_that_the_fact_can_be(case: dict[str, object]) -> None:
    assert isinstance(read_case(law(), case), Thing)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        ({"income": "-0.01"}, 'income: less than 0, the least that this fact can be: "-0.01"'),
        ({"rooms": 0}, "rooms: less than 1, the least that this fact can be: 0"),
        ({"rooms": 10}, "rooms: more than 9, the most that this fact can be: 10"),
        ({"share": "2/3"}, 'share: more than 1/2, the most that this fact can be: "2/3"'),
    ],
)
def test_a_value_beyond_a_limit_is_refused_with_its_path(
    case: dict[str, object], said: str
) -> None:
    found = read_case(law(), case)

    assert isinstance(found, tuple)
    (problem,) = found
    assert isinstance(problem, FactError)
    assert str(problem) == said


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ("count\n  at least 1", "count\n  at least 0.5", "a count is never `0.5`"),
        ("at most 9", "at most 0", "these limits leave no value"),
        ("at most 9", "at least 2", "this limit is said twice"),
        (
            "fraction at most 0.5",
            "truth at most 1",
            "this fact is no number, and has no least or most",
        ),
    ],
)
def test_a_limit_that_does_not_fit_is_told(was: str, now: str, said: str) -> None:
    assert was in VOCABULARY
    _, errors = compiled(VOCABULARY.replace(was, now))

    assert (Code.WRONG_LIMIT, said) in errors
