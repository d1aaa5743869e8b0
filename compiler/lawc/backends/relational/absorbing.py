"""Truths without the parts that those beside them leave nothing to say.

Before: `E or (x and not E)`. After: `E or x`. Where E is unknown and x holds, three truth
values leave the first open, though it holds in all completions.

Both are equal in two truth values: a truth that is known after is so in all completions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from lawc.backends.relational.layers import Compute, Layer
from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    AllOf,
    AnyOf,
    Column,
    Constant,
    Not,
    Term,
    all_of,
    any_of,
    negation,
)

Truths = Mapping[str, Term]  # the columns of a table that are truths, each with what it is


def absorbed(layers: Iterable[Layer]) -> tuple[Layer, ...]:
    """Return layers whose truths have no part that those beside it leave nothing to say."""
    truths: dict[str, dict[str, Term]] = {}
    results: list[Layer] = []
    for layer in layers:
        if not isinstance(layer, Compute):
            results.append(layer)
            continue
        mine = truths.setdefault(layer.kind, {})
        columns = [(name, without_echoes(term, mine)) for name, term in layer.columns]
        mine.update((name, term) for name, term in columns if isinstance(term, _JOINED))
        results.append(Compute(layer.kind, tuple(columns)))
    return tuple(results)


_JOINED = (AllOf, AnyOf, Not)
_MUCH = 32  # columns that may be put in place of one


def without_echoes(term: Term, truths: Truths) -> Term:
    """Return a truth of which each part says what those beside it leave to say.

    One part after another is looked at, each beside the others as they are then: of two equal
    parts, one stays.
    """
    if not isinstance(term, (AllOf, AnyOf)):
        return term
    joins, parts = isinstance(term, AllOf), list(term.parts)
    for place in [*range(len(parts))] * 2:  # the first see what later ones became
        beside: dict[Term, bool] = {}
        for other in (*parts[:place], *parts[place + 1 :]):
            beside.update(_follows(other, joins, truths))
        parts[place] = _Assuming(beside, truths).left(parts[place])
    return all_of(parts) if joins else any_of(parts)


def _follows(term: Term, holds: bool, truths: Truths) -> Iterator[tuple[Term, bool]]:
    """Yield the columns whose truth follows from that of a term, and their truths."""
    match term:
        case Column(name):
            yield term, holds
            if name in truths:
                yield from _follows(truths[name], holds, truths)
        case Not(part):
            yield from _follows(part, not holds, truths)
        case AllOf(parts) if holds:
            for part in parts:
                yield from _follows(part, holds, truths)
        case AnyOf(parts) if not holds:
            for part in parts:
                yield from _follows(part, holds, truths)


class _Assuming:
    """What is left of terms where the truths of some columns are assumed."""

    def __init__(self, assumed: Mapping[Term, bool], truths: Truths) -> None:
        self.assumed = assumed
        self.truths = truths
        self.of_columns: dict[str, Term] = {}

    def left(self, term: Term) -> Term:
        """Return what is left of a term, the same object if all of it is."""
        match term:
            case Column(name):
                if term in self.assumed:
                    return TRUE if self.assumed[term] else FALSE
                if name not in self.of_columns:
                    self.of_columns[name] = self.of_column(term)
                return self.of_columns[name]
            case Not(part):
                left = self.left(part)
                return term if left is part else negation(left)
            case AllOf(parts) | AnyOf(parts):
                lefts = [self.left(part) for part in parts]
                if all(left is part for left, part in zip(lefts, parts, strict=True)):
                    return term
                return all_of(lefts) if isinstance(term, AllOf) else any_of(lefts)
            case _:
                return term

    def of_column(self, column: Column) -> Term:
        """Return what is left of a column: it stands for itself where that is much."""
        whole = self.truths.get(column.name)
        if whole is None:
            return column
        left = self.left(whole)
        return left if left is not whole and _size(left) <= max(_MUCH, _size(whole)) else column


def _size(term: Term) -> int:
    """Return the number of columns and constants that a term is made of."""
    match term:
        case AllOf(parts) | AnyOf(parts):
            return sum(map(_size, parts))
        case Not(part):
            return _size(part)
        case Constant():
            return 0
        case _:
            return 1
