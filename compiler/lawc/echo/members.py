"""Conditions on several things: of how many of which of them something holds.

Before: at least one spouse who has at least one child of whom it holds. After: `at least one`,
the lists that lead to the children, and what holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawc.echo.phrases import bare
from lawc.echo.saying import count
from lawc.echo.writing import tree
from lawc.ir import nodes as ir
from lawc.ir.walk import inside
from lawc.lower.members import MOST_SHARED, Level, some_of
from lawc.syntax.nodes import Tree


def _at_least(number: int) -> Tree:
    return tree("at_least", count(number))


def quantified(part: ir.Expr) -> Iterator[tuple[Tree, tuple[Level, ...], ir.Expr]]:
    """Yield of how many of which several things a condition says what."""
    match part:
        case ir.Not(some) if isinstance(some := bare(some), ir.Some) and some.number == 1:
            for levels, inner in _some(some):
                if all(each.number == 1 for each in _somes(some, len(levels))):
                    yield tree("none"), _levels(levels), inner
        case ir.Every():
            for levels, inner in _every(part):
                yield tree("each"), _levels(levels), inner
        case ir.Some(number):
            for levels, inner in _some(part):
                if len(levels) == 1 or all(e.number == 1 for e in _somes(part, len(levels))):
                    yield _at_least(number), _levels(levels), inner
    if isinstance(part, ir.Some | ir.All | ir.Any):
        yield from _shared(part)


def _shared(part: ir.Expr) -> Iterator[tuple[Tree, tuple[Level, ...], ir.Expr]]:
    """Yield of how many members of several lists a condition says what, however shared."""
    first = next((each for each in inside(part) if isinstance(each, ir.Some)), None)
    for levels, inner in _some(first) if first is not None else ():
        named = _levels(levels)
        for number in range(2, MOST_SHARED + 1) if len(named) > 1 else ():
            if some_of(named, number, inner) == part:
                yield _at_least(number), named, inner


def _somes(part: ir.Expr, number: int) -> list[ir.Some]:
    found = [each for each in inside(part) if isinstance(each, ir.Some)]
    return found[:number]


def _levels(levels: tuple[tuple[str, ir.Expr | None], ...]) -> tuple[Level, ...]:
    return tuple(Level(kind, condition) for kind, condition in levels)


_Levels = tuple[tuple[str, ir.Expr | None], ...]


def _some(part: ir.Some) -> Iterator[tuple[_Levels, ir.Expr]]:
    """Yield the lists that lead to members of whom something holds, and what."""
    readings: list[tuple[ir.Expr | None, ir.Expr]] = [(None, part.condition)]
    match bare(part.condition):
        case ir.All((which, of)):
            readings.append((which, of))
    for meant, of in readings:
        own = (part.kind, meant)
        if isinstance(inner := bare(of), ir.Some):
            for levels, last in _some(inner):
                yield (own, *levels), last
        yield (own,), of


def _every(part: ir.Every) -> Iterator[tuple[_Levels, ir.Expr]]:
    readings: list[tuple[ir.Expr | None, ir.Expr]] = [(None, part.condition)]
    match bare(part.condition):
        case ir.Any((which, of)) if isinstance(denied := bare(which), ir.Not):
            readings.append((denied.part, of))
    for meant, of in readings:
        own = (part.kind, meant)
        if isinstance(inner := bare(of), ir.Every):
            for levels, last in _every(inner):
                yield (own, *levels), last
        yield (own,), of
