"""Three-valued truth (strong Kleene), and values that may be missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from typing import TypeAlias

from lawc.ir import nodes as ir


class State(Enum):
    """A state that stands in place of a value."""

    UNKNOWN = "unknown"  # facts are missing
    NOTHING = "nothing"  # the law gives no value
    CONTRADICTION = "contradiction"  # the law gives two


UNKNOWN, NOTHING, CONTRADICTION = State.UNKNOWN, State.NOTHING, State.CONTRADICTION
Result: TypeAlias = ir.Value | State


def negation(truth: Result) -> Result:
    """Return the negation of `truth`."""
    return truth if isinstance(truth, State) else not truth


def at_least(number: int, truths: Sequence[Result]) -> Result:
    """Return whether at least `number` of `truths` hold."""
    sure = sum(truth is True for truth in truths)
    possible = sure + sum(isinstance(truth, State) for truth in truths)
    return True if sure >= number else UNKNOWN if possible >= number else False


def every(truths: Iterable[Result]) -> Result:
    """Return whether all of `truths` hold; those after a false one are not computed."""
    result: Result = True
    for truth in truths:
        if truth is False:
            return False
        if truth is not True:
            result = UNKNOWN
    return result


def known(compute: Callable[..., Result], *operands: Result) -> Result:
    """Return the result of `compute`; NOTHING absorbs it, then UNKNOWN."""
    if NOTHING in operands:
        return NOTHING
    if UNKNOWN in operands:
        return UNKNOWN
    return compute(*operands)
