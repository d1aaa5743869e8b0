"""Acts as text with a vocabulary of their own, decided by the interpreter and the engine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.differential.test_python_backend import check_package
from tests.emitted import package

from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.meaning.answers import Answer, answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import Result
from lawc.meaning.world import World, below
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

CaseOf = Mapping[str, Any]

VOCABULARY = """\
month end up
kind person
  en a "a person" the "the person" following "the following persons" one "one person"
kind child of person in children
  en a "a child" the "the child" many "the children" each "each child"
unit cent = 0.01
  en noun "cent"
unit euro = 1
  en noun "euro"
money EUR
  en noun "euro"
parameter law_day chooses versions
  en noun "the day whose law is applied" ask "The law of which day is applied?"
act "criminal-code"
  en noun "the Criminal Code"

fact person.old: truth
phrase person.old means old
  en yes "the person | is old" no "the person | is not old"
fact person.ill: truth
phrase person.ill means ill
  en yes "the person | is ill" no "the person | is not ill"
fact person.resident: truth
phrase person.resident means resident
  en yes "the person | is resident" no "the person | is not resident"
fact person.points: count
  en noun "the number of points"
fact person.income: money EUR
  en noun "the income"
fact person.share: fraction
  en noun "the share"
fact child.good: truth
phrase child.good means good
  en yes "the child | is good" no "the child | is not good"
  en yes "the children | are good" no "the children | are not good"
fact child.born: date
  en noun "the child's day of birth"
fact child.value: money EUR
  en noun "the child's value"

concept person.weak
  en a "a weak person" the "the person"
quantity person.tax: money EUR
  en noun "the tax"
quantity child.need: money EUR
  en noun "the child's need"

decision person.card: truth
  otherwise false
  excluded false
effect person.give_card
  gives card = true
  en yes "the person | is entitled to a card" many "are entitled to a card"
decision person.cut: fraction
  more is better
  en noun "the cut" many "cuts"
effect person.cut(by: fraction)
  gives cut = by
  en clause "the term is reduced by [by]"
decision person.fee: money EUR
  en noun "the fee"
decision person.due: money EUR
  en noun "the amount due"
decision child.grant: money EUR
  en noun "the grant"
effect child.grant(sum: money)
  gives grant = sum
  en clause "a grant of [sum] is paid"
"""


def compiled(text: str, more: str = "") -> Compiled:
    """Compile paragraphs of Article 1, or articles; `more` is added to the vocabulary."""
    body = text if text.startswith("Article") else f"Article 1. Cards\n\n{text}"
    sources = (Source("test/base.vocabulary", VOCABULARY + more),)
    return compile_source(Source("test/act/en.law", f"AN ACT\n\n{body}\n"), "test/act", sources)


def law(text: str, more: str = "") -> ir.Law:
    """Return the law of a text without errors."""
    made = compiled(text, more)
    assert made.law is not None, [(one.message, one.help) for one in made.errors]
    return made.law


def problem_lines(text: str, more: str = "") -> list[str]:
    """Return the errors and warnings of a text: `L402 message`."""
    found = compiled(text, more).problems
    grave = [one for one in found if one.severity is not Severity.NOTE]
    return [f"{one.code.value} {one.message}" for one in grave]


def answers(
    text: str, cases: Iterable[CaseOf], more: str = "", **days: date
) -> list[dict[str, Answer]]:
    """Return the answers to each case, by path, after checking that every engine agrees."""
    given = law(text, more)
    asked = {**{one.key: date(2025, 7, 5) for one in given.parameters}, **days}
    cases = tuple(cases)
    with tempfile.TemporaryDirectory() as folder:
        module = package(given, Path(folder))
        for case in cases:
            check_package(given, module, dict(case), asked)
    return [_answers(given, case, asked) for case in cases]


def _answers(law: ir.Law, case: CaseOf, days: Mapping[str, date]) -> dict[str, Answer]:
    root, world = read_case(law, dict(case)), World(law, days)
    assert isinstance(root, Thing)
    return {
        thing.where(decision.key): answer(world, decision, thing)
        for thing in below(root)
        for decision in law.decisions
        if decision.kind == thing.kind
    }


def decided(
    text: str, cases: Iterable[CaseOf], more: str = "", **days: date
) -> list[dict[str, Result]]:
    """Return the values decided in each case, by path: `due`, `children[0].grant`."""
    found = answers(text, cases, more, **days)
    return [{path: one.value for path, one in case.items()} for case in found]
