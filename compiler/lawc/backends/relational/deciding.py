"""Decisions as terms: what rules give, combined, and which provisions are cited.

It is what `lawc.runtime.combining` says of one thing, for all rows of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import NamedTuple

from lawc.backends.relational import values as v
from lawc.backends.relational.terms import (
    FALSE,
    Constant,
    Least,
    Most,
    Plus,
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
from lawc.ir.nodes import Combine

_CHANGING = {  # how another value stands to the result that it changes, in a total to 0
    Combine.ONE: "!=", Combine.LARGEST: ">", Combine.SMALLEST: "<", Combine.TOTAL: "!=",
}  # fmt: skip


class Giving(NamedTuple):
    """Whether a rule gives a value, the value, and the list that gives once it stands in."""

    truth: Term
    value: Value
    listed: str | None = None


class Combined(NamedTuple):
    """A decision in three truth values.

    `value` is what it is if nothing leaves it `open` and no two values contradict each other;
    `given` tells whether any rule surely gives one, `deciding` of each giving whether it is
    cited.
    """

    value: Value
    open: Term
    contradiction: Term
    given: Term
    deciding: tuple[Term, ...]


Put = Callable[[str, Term], Term]  # puts a term down as a column, by its name


def seen_value(combined: Combined, supplied: Value) -> Value:
    """Return a decision as other provisions see it: null where it is open or contradictory."""
    hidden = any_of([combined.open, combined.contradiction])
    value = combined.value
    is_supplied = negation(unknown(supplied.term))
    first = v.scaled(supplied, value.of) if supplied.low is not None else supplied
    term = choice(is_supplied, first.term, choice(hidden, value.null(), value.term))
    nothing = choice(any_of([is_supplied, hidden]), FALSE, value.nothing)
    if value.low is None:
        return Value(term, nothing, value.sort)
    low, high = min(value.low, first.low or 0), max(value.high, first.high)
    return v.number(term, low, high, of=value.of, nothing=nothing)


def combine(
    how: Combine, otherwise: Value | None, givings: Sequence[Giving], supplied: Value, put: Put
) -> Combined:
    """Return a decision from what rules give; numbers come over the denominator of all."""
    numeric = supplied.low is not None
    values = [
        supplied,
        *([otherwise] if otherwise else []),
        *[giving.value for giving in givings],
    ]
    if numeric:
        values = v.aligned(values)
    gifts = [
        replace(value, term=put(f"gives{place}", value.term))
        for place, value in enumerate(values[len(values) - len(givings) :])
    ]
    default = values[1] if otherwise else None
    stands = _standing(givings)
    sure, open_ = [], []
    for place, (giving, value, stand) in enumerate(zip(givings, gifts, stands, strict=True)):
        gives = negation(value.nothing)
        is_known = negation(unknown(value.term))
        sure.append(put(f"sure{place}", all_of([surely(giving.truth), stand, gives, is_known])))
        may = all_of([_perhaps(giving.truth), stand, gives, negation(sure[-1])])
        open_.append(put(f"may{place}", may))
    terms = [value.term for value in gifts]
    any_sure = put("given", any_of(sure))
    result = put("result", _result(how, terms, sure, gifts) if gifts else supplied.null())
    contradiction: Term = FALSE
    if how is Combine.ONE:
        differing = [
            all_of([is_sure, surely(Test("!=", term, result))])
            for is_sure, term in zip(sure, terms, strict=True)
        ]
        contradiction = put("contradiction", any_of(differing))
    changes = _changing(how, terms, open_, result, any_sure, default)
    is_open = put("open", all_of([negation(contradiction), changes]))
    term = choice(any_sure, result, default.term if default else supplied.null())
    nothing: Term = FALSE if default else negation(any_sure)
    combined = Value(term, nothing, supplied.sort)
    if numeric:
        times = len(values) if how is Combine.TOTAL else 1
        low = min(0, *[value.low or 0 for value in values]) * times
        high = max(0, *[value.high for value in values]) * times
        combined = v.number(term, low, high, of=values[0].of, nothing=nothing)
    deciding = _deciding(how, terms, sure, result, contradiction)
    cited = tuple(all_of([negation(is_open), decides]) for decides in deciding)
    return Combined(combined, is_open, contradiction, any_sure, cited)


def _perhaps(truth: Term) -> Term:
    """Return whether a truth holds or is not known."""
    return negation(surely(negation(truth)))


def _standing(givings: Sequence[Giving]) -> list[Term]:
    """Return of each giving whether no other item of its list stands for the list."""
    stands: list[Term] = []
    for place, giving in enumerate(givings):
        if giving.listed is None:
            stands.append(Constant(True))
            continue
        mine = [n for n, other in enumerate(givings) if other.listed == giving.listed]
        before = [surely(givings[n].truth) for n in mine if n < place]
        after = [surely(givings[n].truth) for n in mine if n > place]
        alone = any_of([surely(giving.truth), negation(any_of(after))])
        stands.append(all_of([negation(any_of(before)), alone]))
    return stands


def _result(how: Combine, terms: list[Term], sure: list[Term], gifts: list[Value]) -> Term:
    """Return what the values come to that are surely gifts; of none, anything."""
    pairs = list(zip(terms, sure, strict=True))
    match how:
        case Combine.ONE:
            result = gifts[0].null()
            for term, is_sure in reversed(pairs):
                result = choice(is_sure, term, result)
            return result
        case Combine.LARGEST:
            least = Constant(min(value.low or 0 for value in gifts))
            return Most(tuple(choice(is_sure, term, least) for term, is_sure in pairs))
        case Combine.SMALLEST:
            most = Constant(max(value.high for value in gifts))
            return Least(tuple(choice(is_sure, term, most) for term, is_sure in pairs))
        case Combine.TOTAL:
            return Plus(tuple(choice(is_sure, term, Constant(0)) for term, is_sure in pairs))


def _changing(
    how: Combine,
    terms: list[Term],
    open_: list[Term],
    result: Term,
    any_sure: Term,
    default: Value | None,
) -> Term:
    """Return whether a giving that is open could change the result of the sure ones."""
    with_sure, without = [], []
    for term, is_open in zip(terms, open_, strict=True):
        no_value = unknown(term)
        test = Test(_CHANGING[how], term, Constant(0) if how is Combine.TOTAL else result)
        with_sure.append(all_of([is_open, any_of([no_value, surely(test)])]))
        other: Term = Constant(True)
        if default is not None:
            other = any_of([no_value, surely(Test("!=", term, default.term))])
        without.append(all_of([is_open, other]))
    if how is Combine.TOTAL and default is not None and default.term != Constant(0):
        pairs = [
            all_of([is_open, any_of(open_[place + 1 :])])
            for place, is_open in enumerate(open_[:-1])
        ]
        without += pairs
    return choice(any_sure, any_of(with_sure), any_of(without))


def _deciding(
    how: Combine, terms: list[Term], sure: list[Term], result: Term, contradiction: Term
) -> list[Term]:
    """Return of each giving whether its rule is cited."""
    if how is Combine.TOTAL:
        return sure
    decides = sure
    if how is not Combine.ONE:
        decides = [
            all_of([is_sure, surely(Test("=", term, result))])
            for term, is_sure in zip(terms, sure, strict=True)
        ]
    before = [FALSE, *accumulate(decides[:-1], lambda left, right: any_of([left, right]))]
    first = [
        all_of([decisive, negation(earlier)])
        for decisive, earlier in zip(decides, before, strict=False)
    ]
    if contradiction == FALSE:
        return first
    new_value = [
        all_of([is_sure, *[
            negation(all_of([other, surely(Test("=", terms[n], term))]))
            for n, other in enumerate(sure[:place])
        ]])
        for place, (term, is_sure) in enumerate(zip(terms, sure, strict=True))
    ]  # fmt: skip
    return [
        choice(contradiction, new, alone) for new, alone in zip(new_value, first, strict=True)
    ]
