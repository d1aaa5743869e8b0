"""A small library: a vocabulary, and short texts of one article over it, compiled."""

from __future__ import annotations

from collections.abc import Mapping

from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.pipeline import Compiled, compile_source
from lawc.source import Source

VOCABULARY = """\
month end up
kind reader
  en a "a reader" the "the reader" following "the following readers" each "each reader"
kind loan of reader in loans
  en a "a loan" the "the loan" many "the reader's loans" one "one loan" each "each loan"
act "library-code"
  en noun "the Library Code"
act "reading-act"
  en noun "the Reading Act"
money EUR
  en noun "euro"
unit cent = 0.01
  en noun "cent"
unit euro = 1
  en noun "euro"
parameter lending_day
  en noun "the lending day"
parameter law_day chooses versions
  en noun "the day whose law is applied"

fact reader.born: date
fact reader.member: truth
fact reader.group: one of pupil, student, other
  en value pupil "pupils" value student "students" value other "others"
fact reader.income: money EUR
  en noun "the income"
fact loan.days_late: count
  en noun "the delay"
fact loan.returned: date
  en noun "the day of return"
fact loan.price: money EUR
  en noun "the price"
fact loan.lost: truth
fact loan.rule: provision of "library-code"

class reader.pupil means group = pupil
  en a "a pupil" the "the pupil"
class reader.student means group = student
  en a "a student" the "the student"
class loan.of_a_lost_book means lost
  en a "a loan of a lost book" the "the loan" many "loans of lost books"
class loan.under(rules: provisions) means rule in rules
  en a "a loan under [rules]" the "the loan"
concept reader.young
  en a "a young reader" the "the reader" many "young readers"
concept loan.late
  en a "a late loan" the "the loan" many "late loans"

phrase reader.member means member
  en yes "the reader | is a member" no "the reader | is not a member"
phrase reader.aged(number: count, day: day) means born + number years <= day
  en yes "the reader | has reached the age of [number] years on [day]"
     no "the reader | has not reached the age of [number] years on [day]"
phrase reader.among(group: group) means group in group
  en yes "the reader | is among [group]" no "the reader | is not among [group]"
phrase reader.earns(sum: money) means income >= sum
  en yes "the reader | earns [sum] or more"
     who "can live on [sum]"
phrase loan.lost means lost
  en yes "the loan | is of a lost book" no "the loan | is not of a lost book"
phrase loan.late(number: count) means days_late > number
  en yes "the loan | is more than [number] days late"
phrase loan.under(rules: provisions) means rule in rules
  en yes "the loan | falls under [rules]" no "the loan | does not fall under [rules]"
phrase loan.returned_by(day: day) means returned <= day
  en yes "the loan | is returned by [day]"
phrase loan.weighs(number: number) means days_late >= number
  en yes "the loan | weighs [number] or more"

quantity loan.fee: money EUR
  en noun "the fee"
quantity loan.rate: fraction
  en noun "the rate"
quantity loan.score: number
  en noun "the score"
quantity reader.number_late: count
  en noun "the number of late loans"
quantity reader.debt: money EUR
  en noun "the debt"

decision loan.outcome: one of free, charged, barred
  otherwise charged
  excluded barred
decision loan.discount: fraction
  en noun "the discount" many "discounts"
decision loan.fine: money EUR
  en noun "the fine" many "fines"
decision reader.books: count
  otherwise 2
decision reader.card: truth
  otherwise false
  excluded false

instrument lending_act
  grants outcome: free
  en a "a lending act"

effect loan.free
  gives outcome = free
  en yes "the reader | may borrow free of charge" many "may borrow free of charge"
effect loan.lower(by: fraction)
  gives discount = by
  en clause "the charge is reduced by [by]"
effect loan.fine(sum: money)
  gives fine = sum
  en clause "a fine of [sum] is due"
effect reader.books
  gives books = 5
  en yes "the reader | may take more books"
effect reader.card
  gives card = true
  en yes "the reader | is entitled to a card" many "are entitled to a card"
"""
FREE = "A reader may borrow free of charge"
KEY = "test/lending"


def compiled(
    text: str,
    *,
    key: str = KEY,
    others: Mapping[str, str] | None = None,
    whole: bool = False,
    more: str = "",
) -> Compiled:
    """Compile the paragraphs of Article 1, or a whole act; `others` are acts beside it.

    `more` is added to the vocabulary.
    """
    head = "THE LENDING ACT\n\n" + ("" if whole else "Article 1. Lending\n\n")

    def library(name: str) -> Source | None:
        other = (others or {}).get(name)
        return None if other is None else Source(f"test/{name}/en.law", other)

    return compile_source(
        Source("en.law", f"{head}{text}\n"),
        key,
        (Source("test/lending.vocabulary", VOCABULARY + more),),
        library,
    )


def law(text: str, *, key: str = KEY, whole: bool = False) -> ir.Law:
    """Return the law of a text without errors."""
    found = compiled(text, key=key, whole=whole)
    assert found.law is not None, [(one.message, one.help) for one in found.errors]
    return found.law


def errors(text: str, *, whole: bool = False) -> list[str]:
    """Return the names of the errors of a text."""
    return [one.code.name for one in compiled(text, whole=whole).errors]


def rules(text: str, *, whole: bool = False) -> dict[str, str]:
    """Return the condition of each rule, by its element."""
    return {one.eid: formula(one.condition) for one in law(text, whole=whole).rules}


def condition(clause: str, *, key: str = KEY) -> str:
    """Return the meaning of a clause after "if", or of the list that follows it."""
    end = "" if clause.rstrip()[-1] in ".;" else "."
    (rule,) = law(f"1. {FREE} if {clause}{end}", key=key).rules
    return formula(rule.condition)


def described(cls: str) -> str:
    """Return the meaning of a class: "A reader who is a member"."""
    (rule,) = law(f"1. {cls} may borrow free of charge.").rules
    return formula(rule.condition)


def defined(text: str) -> str:
    """Return the meaning of the one concept that a text defines."""
    (one,) = law(text).definitions
    return formula(one.condition)


def given(text: str, more: str = "") -> str:
    """Return the value that the one rule of a text gives, on one line."""
    found = compiled(text, more=more)
    assert found.law is not None, [(one.message, one.help) for one in found.errors]
    (rule,) = found.law.rules
    return formula(rule.gives[0].value)


def quantity_value(text: str) -> ir.Expr:
    """Return the value of the one quantity that a text defines."""
    (one,) = law(f"1. {text}").quantities
    return one.value


def amount(text: str) -> str:
    """Return the value of the one quantity that a text defines, on one line."""
    return formula(quantity_value(text))
