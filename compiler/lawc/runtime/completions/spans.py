"""Spans: the least and the largest value of what an amount is computed from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from lawc.runtime.completions.turns import Limits, ends, of_number

if TYPE_CHECKING:
    from lawc.runtime.completions.outcomes import Outcome

MOST = 8  # spans whose ends are tried together: a choice of ends for each


class Span(NamedTuple):
    """The ends of a missing fact, or of a decision that is open, under its path.

    `reads` are the paths of the facts that it rests on; `decided` tells that it is a decision,
    which may be nothing as well.
    """

    path: str
    low: Any
    high: Any
    reads: frozenset[str]
    decided: bool = False


def of_fact(path: str, type_: str, limits: Limits) -> Span:
    """Return the span of a missing fact that is a number, an amount or a day."""
    low, high = ends(type_, limits)
    read = frozenset([path.removeprefix("day ")])
    return Span(path, of_number(type_, low), of_number(type_, high), read)


def of_decision(path: str, result: Outcome) -> list[Span] | None:
    """Return the span of a decision that is open, None if its ends are not known."""
    if result.ends is None or result.untried:
        return None
    return [Span(path, *result.ends, result.matters or frozenset(), decided=True)]


def of_parts(parts: Sequence[list[Span] | None], *, if_any: bool) -> list[Span] | None:
    """Return the spans of an amount from those of its parts.

    None if those of a part are not known, or if the amount is zero where a decision is nothing.
    """
    together: list[Span] = []
    for part in parts:
        if part is None or (if_any and any(span.decided for span in part)):
            return None
        together += part
    return together


def corners(spans: Sequence[Span]) -> Iterator[Mapping[str, Any]] | None:
    """Return every choice of ends of some spans, by path.

    A value that goes one way with each of them has its own ends there. None if two of them
    rest on the same fact, so that not every choice is a completion, or if there are too many.
    """
    read = [path for span in spans for path in span.reads]
    if len(spans) > MOST or len(set(read)) < len(read):
        return None
    paths = [span.path for span in spans]
    choices = product(*[dict.fromkeys((span.low, span.high)) for span in spans])
    return (dict(zip(paths, choice, strict=True)) for choice in choices)


def ends_of(values: Sequence[Any]) -> tuple[Any, Any] | None:
    """Return the least and the largest of some amounts, None if any is no amount."""
    if any(not is_amount(value) for value in values):
        return None
    return min(values), max(values)


def is_amount(value: Any) -> bool:
    """Return whether a value is a number, an amount or a day."""
    return (hasattr(value, "numerator") and not isinstance(value, bool)) or hasattr(
        value, "year"
    )
