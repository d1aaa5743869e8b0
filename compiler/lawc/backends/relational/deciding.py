"""Decisions as terms: what rules give, combined, and which provisions are cited.

It is what `lawc.runtime.combining` says of one thing, for all rows of a table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
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

_TOGETHER = 5  # truths of which it is put down whether any holds


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
        values = v.aligned(map(v.undivided, values))
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
    result = _result(how, gifts, sure, supplied.null(), put)
    contradiction = put("contradiction", result.contradiction)
    changes = _changing(how, terms, open_, result.changed, any_sure, default)
    is_open = put("open", all_of([negation(contradiction), changes]))
    term = choice(any_sure, result.term, default.term if default else supplied.null())
    nothing: Term = FALSE if default else negation(any_sure)
    combined = Value(term, nothing, supplied.sort)
    if numeric:
        times = len(values) if how is Combine.TOTAL else 1
        low = min(0, *[value.low or 0 for value in values]) * times
        high = max(0, *[value.high for value in values]) * times
        combined = v.number(term, low, high, of=values[0].of, nothing=nothing)
    deciding = _deciding(how, terms, sure, result, contradiction, put)
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


class _Result(NamedTuple):
    """What the values come to that are surely gifts; of none, anything.

    - `contradiction` tells whether two of them contradict each other.
    - `changed` tells of each gift whether another of its value would change the result, if
      there is one.
    - `reached` tells of each gift whether it is the result, if it is surely a gift.
    """

    term: Term
    contradiction: Term
    changed: list[Term]
    reached: list[Term]


def _result(
    how: Combine, gifts: list[Value], sure: list[Term], null: Term, put: Put
) -> _Result:
    """Return what the values come to that are surely gifts."""
    terms = [gift.term for gift in gifts]
    if how is not Combine.TOTAL and all(map(_is_known, terms)):
        return _known_result(how, terms, sure, null, put)
    result = put("result", _combined(how, terms, sure, gifts) if gifts else null)
    zero = Constant(0) if how is Combine.TOTAL else result
    changed = [surely(Test(_CHANGING[how], term, zero)) for term in terms]
    reached = [surely(Test("=", term, result)) for term in terms]
    contradiction: Term = FALSE
    if how is Combine.ONE:
        pairs = zip(sure, changed, strict=True)
        contradiction = any_of([all_of([is_sure, differs]) for is_sure, differs in pairs])
    return _Result(result, contradiction, changed, reached)


def _known_result(
    how: Combine, terms: Sequence[Term], sure: list[Term], null: Term, put: Put
) -> _Result:
    """Return what constants come to: of each different one it is asked whether it is given."""
    values = list(dict.fromkeys(terms))
    if how is not Combine.ONE:  # the best comes first
        values.sort(key=_number_of, reverse=how is Combine.LARGEST)
    given = [
        put(
            f"value{n}",
            any_of([s for s, term in zip(sure, terms, strict=True) if term == value]),
        )
        for n, value in enumerate(values)
    ]
    result = null
    for value, is_given in reversed(list(zip(values, given, strict=True))):
        result = choice(is_given, value, result)
    place = {value: n for n, value in enumerate(values)}
    better = [any_of(given[: place[term]]) for term in terms]
    if how is not Combine.ONE:
        changed = [negation(any_of(given[: place[term] + 1])) for term in terms]
        return _Result(result, FALSE, changed, [negation(term) for term in better])
    two = [all_of([is_given, any_of(given[n + 1 :])]) for n, is_given in enumerate(given)]
    changed = [negation(given[place[term]]) for term in terms]
    return _Result(result, any_of(two), changed, [Constant(True)] * len(terms))


def _is_known(term: Term) -> bool:
    """Return whether a value is the same in all rows, and known."""
    return isinstance(term, Constant) and term.value is not None


def _number_of(term: Term) -> int:
    assert isinstance(term, Constant), "the values are constants"
    assert isinstance(term.value, int), "only numbers are compared"
    return term.value


def _combined(how: Combine, terms: list[Term], sure: list[Term], gifts: list[Value]) -> Term:
    """Return the values that are surely gifts, combined; of none, anything."""
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
    changed: list[Term],
    any_sure: Term,
    default: Value | None,
) -> Term:
    """Return whether a giving that is open could change the result of the sure ones."""
    with_sure, without = [], []
    for term, is_open, changes in zip(terms, open_, changed, strict=True):
        no_value = unknown(term)
        with_sure.append(all_of([is_open, any_of([no_value, changes])]))
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
    how: Combine,
    terms: list[Term],
    sure: list[Term],
    result: _Result,
    contradiction: Term,
    put: Put,
) -> list[Term]:
    """Return of each giving whether its rule is cited.

    It is the first that gives the result; of a contradiction, the first that gives each value.
    """
    if how is Combine.TOTAL:
        return sure
    decides = sure
    if how is not Combine.ONE:
        decides = [all_of([s, here]) for s, here in zip(sure, result.reached, strict=True)]
    places = list(range(len(terms)))
    alone = _first(dict(zip(places, decides, strict=True)), "any", put)
    if contradiction == FALSE:
        return alone
    if all(map(_is_known, terms)):
        firsts: dict[int, Term] = {}
        for number, value in enumerate(dict.fromkeys(terms)):
            same = {place: sure[place] for place in places if terms[place] == value}
            firsts |= zip(same, _first(same, f"any{number}", put), strict=True)
        new_value = [firsts[place] for place in places]
    else:
        new_value = [
            all_of([is_sure, *[
                negation(all_of([other, surely(Test("=", terms[n], term))]))
                for n, other in enumerate(sure[:place])
            ]])
            for place, (term, is_sure) in enumerate(zip(terms, sure, strict=True))
        ]  # fmt: skip
    return [
        choice(contradiction, new, only) for new, only in zip(new_value, alone, strict=True)
    ]


def _first(truths: Mapping[int, Term], name: str, put: Put) -> list[Term]:
    """Return of each truth, which is never unknown, whether it is the first that holds.

    Whether one of some earlier ones holds is put down, and not written out for each later one.
    """
    parts, earlier, firsts = list(truths.values()), list[Term](), list[Term]()
    for start in range(0, len(parts), _TOGETHER):
        some = parts[start : start + _TOGETHER]
        for number, truth in enumerate(some):
            firsts.append(all_of([truth, negation(any_of([*earlier, *some[:number]]))]))
        earlier.append(put(f"{name}.{start}", any_of(some)))
    return firsts
