"""A help that names a wording, and the sentence with which a drafter follows it."""

from __future__ import annotations

import re

from lawc.diagnostics.model import Diagnostic, Severity
from lawc.pipeline import compile_source
from lawc.source import Source

LIBRARY = """\
kind reader
  en a "a reader" the "the reader"
kind child of reader in children
  en a "a child" the "the child" many "the reader's children"
kind loan of reader in loans
  en a "a loan" the "the loan" many "the reader's loans"
money EUR
  en noun "euro"
unit euro = 1
  en noun "euro"
parameter loan_day
  en noun "the day of the request"
fact reader.born: date
fact reader.lives: truth
phrase reader.lives means lives
  en yes "the reader | lives in the town" no "the reader | does not live in the town"
phrase reader.reached(number: count, day: day) means born + number years <= day
  en yes "the reader | has reached the age of [number] years on [day]"
fact reader.section: one of fiction, science
  en value fiction "a novel" value science "a treatise"
phrase reader.reads(book: section) means section in book
  en yes "the reader | reads [book]"
fact reader.registered: truth
phrase reader.registered means registered
  en yes "the reader | is registered by a school"
fact reader.books: count
  en noun "the number of books"
fact reader.debt: money EUR
  en noun "the debt"
fact reader.income: money EUR
  en noun "the reader's income"
fact loan.late: truth
phrase loan.late means late
  en yes "the loan | is late" no "the loan | is not late"
fact loan.delay: count
  en noun "the delay"
concept reader.young
  en a "a young reader"
quantity reader.children_in_all: count
  en noun "the number of children"
quantity reader.half: money EUR
  en noun "the half"
decision reader.card: truth
effect reader.entitle gives card = true
  en yes "the reader | is entitled to a card"
decision reader.fee: money EUR
  en noun "the fee"
effect reader.lower(by: fraction) gives fee = 5 if by = 1
  en clause "the fee is lowered by [by]"
"""
HEADING = "Article 1. Cards\n\n"
IF = "A reader is entitled to a card if {}."
ALONE = (
    "write the number alone, or with `per cent` or `euro`: what else it counts is said where "
    "it is declared"
)


def errors(sentence: str) -> list[Diagnostic]:
    vocabulary = Source("test/test.vocabulary", LIBRARY)
    source = Source("test/act/en.law", f"{HEADING}{sentence}\n")
    problems = compile_source(source, "test/act", (vocabulary,)).problems
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def unread(sentence: str) -> list[Diagnostic]:
    """Return the errors of a text that is not read, without those of what it means."""
    return [problem for problem in errors(sentence) if problem.code.value.startswith("L1")]


def check(sentence: str, help_: str, followed: str) -> None:
    """Show that a sentence has this help and no fix, and reads as soon as it is followed."""
    (problem,) = errors(sentence)

    assert problem.help == help_
    assert problem.fixes == ()
    assert unread(followed) == []
    wordings = [text for text in re.findall("`([^`]*)`", help_) if text not in sentence]
    wordings = [] if help_ == ALONE else wordings
    assert not wordings or any(text.lower() in followed.lower() for text in wordings)
