"""Small acts written as text, and the explanation of a case under them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lawc.backends.documents.report import Report, report
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.world import World
from lawc.pipeline import compile_source
from lawc.source import Source

_VOCABULARY = """month end up

kind person
  en a "a person" the "the person"
kind loan of person in loans
  en a "a loan" the "the loan" many "the person's loans"

fact person.student: truth
  en ask "Is the person a student?"
fact person.resident: truth
  en ask "Is the person a resident?"
fact loan.overdue: truth
  en ask "Is the loan overdue?"

phrase person.student means student
  en yes "the person | is a student" no "the person | is not a student"
phrase person.resident means resident
  en yes "the person | is a resident" no "the person | is not a resident"
phrase loan.overdue means overdue
  en yes "the loan | is overdue" no "the loan | is not overdue"

decision person.card: truth
  otherwise false
effect person.give_card
  gives card = true
  en yes "the person | gets a card"
"""


def compiled(paragraphs: str, more: str) -> ir.Law:
    """Return the law of an act of `paragraphs`, over a small vocabulary with `more`."""
    act = Source("town/cards/en.law", f"LAW\n\nArticle 1. Cards\n\n{paragraphs}")
    vocabulary = Source("town/cards.vocabulary", _VOCABULARY + more)
    result = compile_source(act, "town/cards", (vocabulary,))
    assert result.law is not None, result.errors
    return result.law


def explained(law: ir.Law, case: Mapping[str, Any]) -> Report:
    """Return the explanation of `case`; a fact that is None is left out."""
    known = {key: value for key, value in case.items() if value is not None}
    thing = read_case(law, known)
    assert isinstance(thing, Thing), thing
    return report(law, "a case", {}, explain(World(law, {}), thing))
