"""A name in a vocabulary that is spelt almost as a declared one has a fix that was tried."""

from __future__ import annotations

import pytest

from lawc.diagnostics.model import Diagnostic
from lawc.pipeline import compile_source
from lawc.source import Source

VOCABULARY = """kind person
  en a "a person" the "the person"
kind loan of person in loans
  en a "a loan" the "the loan"
money EUR
  en noun "euro"
fact person.date_of_birth: date
fact person.student: truth
phrase person.student means student
  en yes "the person | is a student" no "the person | is no student"
phrase person.aged(number: count, day: day) means date_of_birth + number years <= day
  en yes "the person | is aged [number] years on [day]"
decision person.pay: money EUR
decision person.level: one of low, high
effect person.pay_out(sum: money)
  gives pay = sum
  en clause "[sum] is paid"
effect person.set_low
  gives level = low
  en yes "the person | is of the low level"
"""


def problems(was: str, now: str) -> tuple[Diagnostic, ...]:
    assert was in VOCABULARY
    vocabulary = Source("x/a.vocabulary", VOCABULARY.replace(was, now, 1))
    act = Source("x/act/en.law", "AN ACT\n\nNote. Nothing.\n")
    return tuple(
        problem
        for problem in compile_source(act, "x/act", (vocabulary,)).problems
        if problem.primary.source == vocabulary
    )


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("means student", "means studnet"),
        ("fact person.student", "fact persn.student"),
        ("kind loan of person", "kind loan of preson"),
        ("pay: money EUR", "pay: mony EUR"),
        ("day: day", "day: dya"),
        ("number: count", "number: coutn"),
        ("date_of_birth + number years", "date_of_brith + number years"),
        ("[number] years", "[nmber] years"),
        ("gives pay", "gives pya"),
        ("= sum", "= smu"),
        ("= low", "= lwo"),
        ("decision person.pay", "decison person.pay"),
        ("en clause", "en cluase"),
    ],
)
def test_a_name_that_is_near_one_declared_has_a_fix(was: str, now: str) -> None:
    (problem,) = problems(was, now)
    text = problem.primary.source.text

    assert VOCABULARY in [
        text[: fix.span.start] + fix.text + text[fix.span.end :] for fix in problem.fixes
    ]
    assert str(problem.help).endswith(
        ("if that is the name meant", "if that is the word meant")
    )


@pytest.mark.parametrize(
    ("was", "now", "help_"),
    [
        ("means student", "means pupil", "use one of `date_of_birth`, `student`"),
        ("gives pay", "gives payment", "use one of `pay`, `level`"),
        ("fact person.student", "fact reader.student", "use one of `person`, `loan`"),
    ],
)
def test_a_name_that_is_near_none_has_no_fix(was: str, now: str, help_: str) -> None:
    first, *_ = problems(was, now)

    assert (first.help, first.fixes) == (help_, ())


def test_what_follows_from_a_wrong_name_is_no_second_problem() -> None:
    assert len(problems("decision person.level", "decison person.level")) == 1
