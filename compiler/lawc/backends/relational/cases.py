"""Amounts by case as columns: the value after the first condition that holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lawc.backends.relational import values as v
from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    Term,
    Test,
    all_of,
    any_of,
    choice,
    negation,
    surely,
)
from lawc.backends.relational.values import Value


def by_case(of: Sequence[Value], put: Callable[[str, Term], Term]) -> Value:
    """Return the value after the first condition that holds.

    It is that of the first case that may apply, if no other case that may apply differs. `of`
    are by turns a condition and a value, and what holds in any other case, if anything does;
    `put` names a column for a term.
    """
    tests = [value.term for value in of[: len(of) // 2 * 2 : 2]]
    values = v.aligned([*of[1::2], *(of[-1:] if len(of) % 2 else [])])
    numbers = [value for value in values if value.low is not None]
    if len(of) % 2 == 0:
        values.append(Value(values[0].null(), TRUE, values[0].sort))
    first, nothing = values[-1].term, values[-1].nothing
    for test, value in zip(reversed(tests), reversed(values[:-1]), strict=True):
        fails = surely(negation(test))
        first = choice(fails, first, value.term)
        nothing = choice(fails, nothing, value.nothing)
    first, nothing = put("first", first), put("none", nothing)
    differ: Term = _differs(values[-1], first, nothing)
    for test, value in zip(reversed(tests), reversed(values[:-1]), strict=True):
        may_hold = negation(surely(negation(test)))
        here = all_of([may_hold, _differs(value, first, nothing)])
        differ = any_of([here, all_of([negation(surely(test)), differ])])
    differ = put("differ", differ)
    term = choice(differ, values[0].null(), first)
    nothing = choice(differ, FALSE, nothing)
    if not numbers:
        return Value(term, nothing, values[0].sort)
    low = min(value.low for value in numbers if value.low is not None)
    high = max(value.high for value in numbers)
    return v.number(
        term, low, high, of=values[0].of, nothing=nothing, by=values[0].by,
        most_by=values[0].most_by,
    )  # fmt: skip


def _differs(value: Value, first: Term, nothing: Term) -> Term:
    """Return whether a value may differ from that of the first case that may apply."""
    same = surely(Test("=", value.term, first))
    return negation(any_of([all_of([value.nothing, nothing]), same]))
