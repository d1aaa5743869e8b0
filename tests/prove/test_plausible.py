"""Plausible conditions shape the examples, and neither the meaning nor what can be."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("z3")

from tests.prove.library import compiled, lawful

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.prove.examples import Example
from lawc.prove.questions import Questions

BORN_FIRST = "plausible loan: begun_on > person.date_of_birth\n"


def example(law: ir.Law) -> Example:
    questions = Questions(law)
    found = questions.example(
        questions.meaning.applies(law.rules[0], questions.first("person")).yes
    )
    assert found is not None
    return found


def test_an_example_keeps_to_what_is_plausible() -> None:
    said = "A person is entitled to a card if at least one of the person's loans began early."
    early = """
phrase loan.early means begun_on < person.date_of_birth + 1 years
  en yes "the loan | began early" no "the loan | did not begin early"
"""

    found = example(lawful(said, early + BORN_FIRST))

    born = date.fromisoformat(found.case["date_of_birth"])
    assert found.plausible
    assert date.fromisoformat(found.case["loans"][0]["begun_on"]) > born


IMPOSSIBLE = """
phrase loan.before_birth means begun_on < person.date_of_birth
  en yes "the loan | began before the birth" no "the loan | did not begin before the birth"
"""
SAID = (
    "A person is entitled to a card if at least one of the person's loans began before the "
    "birth."
)


def test_where_nothing_plausible_will_do_the_example_says_so() -> None:
    found = example(lawful(SAID, IMPOSSIBLE + BORN_FIRST))

    assert not found.plausible


def test_no_example_goes_against_an_assumption() -> None:
    words = """
fact person.pregnant: truth
fact person.sex: one of female, male
assume person: sex is female or not pregnant
phrase person.known means pregnant and (sex = female or sex = male)
  en yes "the person | is known" no "the person | is not known"
"""
    known = example(lawful("A person who is known is entitled to a card.", words))

    assert known.plausible
    assert known.case.get("sex") != "male"


def test_what_is_not_plausible_can_be_all_the_same() -> None:
    law = lawful(SAID, IMPOSSIBLE + BORN_FIRST)
    questions = Questions(law)
    goal = questions.meaning.applies(law.rules[0], questions.first("person")).yes

    assert questions.can_be(goal) is True


def test_what_is_not_plausible_is_decided_as_any_other_case() -> None:
    law = lawful(SAID, IMPOSSIBLE + BORN_FIRST)
    case = {"date_of_birth": "2001-01-01", "loans": [{"begun_on": "2000-01-01"}]}
    thing = read_case(law, case)
    assert isinstance(thing, Thing)

    assert decide(World(law, {}), law.decisions[0], thing) is True


def test_a_fact_that_is_unknown_goes_against_nothing() -> None:
    law = lawful(
        "A person is entitled to a card if the person has reached the age of twenty years on "
        "the day of the request.",
        "plausible person: books > 3\n",
    )

    assert "books" not in example(law).case


def test_a_line_may_speak_of_a_day_by_name() -> None:
    law = lawful(
        "A person is entitled to a card if the person has reached the age of twenty years on "
        "the day of the request.",
        "plausible person: date_of_birth + 40 years <= day_of_request\n",
    )
    found = example(law)
    born = date.fromisoformat(found.case["date_of_birth"])

    assert born.replace(year=born.year + 40) <= found.days["day_of_request"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("plausible visitor: old", "L202 no kind is called `visitor`"),
        ("plausible loan: begun > 3", "L202 no fact of the kind `loan` is called `begun`"),
        ("plausible loan: begun_on > 3", "L301 these two cannot be compared"),
        ("plausible loan: days_late", "L301 `days_late` is not a condition"),
        ("plausible loan", "L120 this declaration stops after `loan`"),
    ],
)
def test_a_line_that_says_nothing_is_a_problem(line: str, problem: str) -> None:
    made = compiled("A person is entitled to a card.", line)

    assert problem in [f"{one.code.value} {one.message}" for one in made.errors]


def test_money_compared_with_a_number_is_a_problem_at_the_line() -> None:
    words = "fact person.pay: money EUR\nplausible person: pay > 3\n"
    made = compiled("A person is entitled to a card.", words)

    (problem,) = made.errors
    assert problem.code.value == "L301"
    assert problem.primary.source.name == "example/own.vocabulary"
    assert problem.primary.source.position(problem.primary.span.start) == (2, 19)


def test_a_day_is_supposed_only_where_no_answer_will_do() -> None:
    words = """
fact person.ill: one of no, a_little, much
fact person.found_ill_on: date
phrase person.was_well(day: day) means ill = no or found_ill_on > day
  en yes "the person | was well on [day]" no "the person | was not well on [day]"
"""
    found = example(lawful("A person who was well on 1 May 2025 is entitled to a card.", words))

    assert found.case == {"ill": "no"}


def test_a_provision_is_near_those_that_the_law_speaks_of() -> None:
    words = """
act "library-code"
  en noun "the Library Code"
fact person.rule: provision of "library-code"
phrase person.under(rules: provisions) means rule in rules
  en yes "the person | acted under [rules]" no "the person | did not act under [rules]"
"""
    said = (
        "A person who did not act under Articles 20 to 24 and 30 of the Library Code is "
        "entitled to a card."
    )
    found = example(lawful(said, words))

    assert found.case == {"rule": "25"}
