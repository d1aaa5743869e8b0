"""Spans of days, of which those of several members may overlap."""

from __future__ import annotations

from lawc.backends.relational import values as v
from lawc.backends.relational.terms import (
    Constant,
    Minus,
    Most,
    Term,
    Test,
    all_of,
    any_of,
    choice,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.values import Value

_ZERO = Constant(0)


def days_in(first: Value, last: Value, holds: Value) -> Value:
    """Return the number of days from a day to another, none where it does not hold."""
    zero = v.constant(0)
    days = v.largest([v.total([v.difference(last, first), v.constant(1)]), zero])
    fails = surely(negation(holds.term))
    known = any_of([surely(holds.term), surely(Test("=", days.term, _ZERO))])
    term = choice(fails, _ZERO, choice(known, days.term, days.null()))
    return v.number(term, 0, days.high, nothing=all_of([negation(fails), days.nothing]))


def ends(first: Term, last: Term, holds: Term) -> tuple[Term, Term]:
    """Return the first and the last day of a span; of none 0, which lies before all."""
    some = all_of([surely(holds), surely(Test("<=", first, last))])
    return choice(some, first, _ZERO), choice(some, last, _ZERO)


def days_once(first: Term, last: Term, before: Term) -> Term:
    """Return the days of a span after `before`, which earlier ones reach (null: none)."""
    reached = choice(unknown(before), _ZERO, before)
    return Most((Minus(last, Most((Minus(first, Constant(1)), reached))), _ZERO))
