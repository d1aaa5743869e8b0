"""Meanings of the expressions of a vocabulary, and the problems in them."""

from __future__ import annotations

import pytest

from lawc.check.meanings import check_meanings
from lawc.ir.formula import formula
from lawc.lower.meanings import Scope, meaning
from lawc.source import Source
from lawc.vocabulary.read import read_vocabulary

FACTS = """\
kind reader
kind loan of reader in loans
kind visit of reader in visits
fact reader.born: date
fact reader.joined: date
fact reader.member: truth
fact reader.books: count
fact reader.income: money EUR
fact reader.group: one of pupil, student, other
fact loan.late: truth
fact loan.rule: provision of "code"
fact visit.day: date
money EUR
parameter visit_day
"""


def formula_of(expression: str, kind: str = "reader") -> str:
    text = f"{FACTS}phrase {kind}.tested means {expression}\n"
    vocabulary, problems = read_vocabulary((Source("a.vocabulary", text),))
    assert problems == ()
    sense = vocabulary.phrases[f"{kind}.tested"]
    assert sense.meaning is not None
    scope = Scope(vocabulary, kind, {}, sense.origin, [])
    found = formula(meaning(scope, sense.meaning))
    assert scope.problems == []
    return found


@pytest.mark.parametrize(
    ("expression", "found"),
    [
        ("member", "reader.member"),
        ("not member", "not reader.member"),
        ("reader.member", "reader.member"),
        ("books < 3", "reader.books < 3"),
        ("books <= 3", "reader.books <= 3"),
        ("books = 3", "reader.books = 3"),
        ("books != 3", "reader.books != 3"),
        ("books >= 3", "reader.books >= 3"),
        ("books > 2.5", "reader.books > 2.5"),
        ("born <= joined", "reader.born <= reader.joined"),
        ("born + 18 years <= joined", "reader.born + 18 years <= reader.joined"),
        ("born + 6 months < joined", "reader.born + 6 months < reader.joined"),
        ("joined - 10 days > born", "reader.joined - 10 days > reader.born"),
        ("born + 18 years <= visit_day", "reader.born + 18 years <= visit_day"),
        ("visit_day > joined", "visit_day > reader.joined"),
        ("some visits has (day = visit_day)", "at least 1 visit with (visit.day = visit_day)"),
        ("group = pupil", "reader.group in (pupil)"),
        ("group != pupil", "not (reader.group in (pupil))"),
        ("member and books > 3", "reader.member and reader.books > 3"),
        ("member or books > 3", "reader.member or reader.books > 3"),
        (
            "member and books > 3 or group = pupil",
            "(reader.member and reader.books > 3) or reader.group in (pupil)",
        ),
        (
            "member and (books > 3 or group = pupil)",
            "reader.member and (reader.books > 3 or reader.group in (pupil))",
        ),
        ("not (member or books > 3)", "not (reader.member or reader.books > 3)"),
        ("not member and books > 3", "not reader.member and reader.books > 3"),
        ("some loans has (late)", "at least 1 loan with (loan.late)"),
        ("every loans has (late)", "every loan with (loan.late)"),
        ("no loans has (late)", "not (at least 1 loan with (loan.late))"),
        (
            "some loans has (late and member)",
            "at least 1 loan with (loan.late and reader.member)",
        ),
    ],
)
def test_expression(expression: str, found: str) -> None:
    assert formula_of(expression) == found


def test_a_kind_inside_knows_the_facts_of_those_above() -> None:
    assert formula_of("late and member", "loan") == "loan.late and reader.member"


def problems(declarations: str) -> list[str]:
    vocabulary, found = read_vocabulary((Source("a.vocabulary", FACTS + declarations + "\n"),))
    assert found == ()
    return [f"{one.code.value} {one.message}" for one in check_meanings(vocabulary)]


@pytest.mark.parametrize(
    ("expression", "problem"),
    [
        ("old", "L202 no fact of the kind `reader` is called `old`"),
        ("loan.late", "L202 no fact of the kind `loan` is called `late`"),
        ("late", "L202 no fact of the kind `reader` is called `late`"),
        ("books", "L301 `books` is not a condition"),
        ("group", "L301 `group` is not a condition"),
        ("books < born", "L301 these two cannot be compared"),
        ("born < 3", "L301 these two cannot be compared"),
        ("member = 3", "L301 these two cannot be compared"),
        ("group = teacher", "L301 `teacher` is no value of `group`"),
        ("group < pupil", "L301 `pupil` is no value of `group`"),
        ("group in pupils", "L202 `pupils` is no list of values that the phrase takes"),
        ("some pages has (late)", "L202 things of the kind `reader` have no list `pages`"),
        (
            "born + number years < joined",
            "L202 `number` is no whole number that the phrase takes",
        ),
    ],
)
def test_a_meaning_that_makes_no_sense_is_refused(expression: str, problem: str) -> None:
    assert problems(f"phrase reader.tested means {expression}") == [problem]


@pytest.mark.parametrize(
    ("declaration", "problem"),
    [
        (
            "phrase reader.x(day: day) means books < day",
            "L301 these two cannot be compared",
        ),
        (
            "phrase reader.x(number: count) means born < number",
            "L301 these two cannot be compared",
        ),
        (
            "phrase reader.x(group: group) means books = group",
            "L301 `group` can only stand after `in`",
        ),
        (
            "phrase reader.x(sum: money) means born + sum years < joined",
            "L202 `sum` is no whole number that the phrase takes",
        ),
        (
            "phrase reader.x(number: count) means group in number",
            "L202 `number` is no list of values that the phrase takes",
        ),
        (
            "fact reader.visit_day: date\nphrase reader.x means visit_day > born",
            "L102 `visit_day` is a fact of the kind `reader`, and a day by name",
        ),
        ("class reader.x means old", "L202 no fact of the kind `reader` is called `old`"),
        (
            "decision loan.made: truth\neffect loan.make\n  gives made = true if old",
            "L202 no fact of the kind `loan` is called `old`",
        ),
    ],
)
def test_a_slot_that_does_not_fit_is_refused(declaration: str, problem: str) -> None:
    assert problem in problems(declaration)


@pytest.mark.parametrize(
    "declaration",
    [
        "phrase reader.x(number: count, day: day) means born + number years <= day",
        "phrase reader.x(number: count, day: day) means born <= day - number days",
        "phrase reader.x(group: group) means group in group",
        "phrase reader.x(sum: money) means income >= sum",
        "phrase reader.x(low: count, high: count) means books >= low and books < high",
        "phrase reader.x(day: day) means some visits has (day > born)",
        "phrase loan.x(rules: provisions) means rule in rules",
        "class loan.x(group: group) means group in group",
    ],
)
def test_a_slot_that_fits_is_taken(declaration: str) -> None:
    assert problems(declaration) == []
