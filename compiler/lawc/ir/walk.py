"""Walking the checked form: what is inside an expression, what a law says and reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeAlias

from lawc.ir import nodes as ir

_Parts: TypeAlias = tuple[ir.Expr, ...]

# Where expressions stand inside others: in a tuple of any length, or one in each of the fields.
_LISTS = (ir.Total, ir.Product, ir.Largest, ir.Smallest, ir.All, ir.Any, ir.AtLeast)
_FIELDS: dict[type, tuple[str, ...]] = {
    **dict.fromkeys((ir.Difference, ir.Compare), ("left", "right")),
    ir.DaysBetween: ("start", "end"),
    **dict.fromkeys((ir.Not, ir.Stated, ir.Rounded, ir.IfAny), ("part",)),
    ir.Shifted: ("day",),
    **dict.fromkeys((ir.OneOf, ir.Under, ir.Bracketed), ("subject",)),
    **dict.fromkeys((ir.Some, ir.Every, ir.CountOf), ("condition",)),
    ir.TotalOf: ("value",),
}


def _reading(names: tuple[str, ...]) -> Callable[[Any], _Parts]:
    read: Callable[[Any], Any] = attrgetter(*names)
    return read if len(names) > 1 else lambda expr: (read(expr),)


_PARTS: dict[type, Callable[[Any], _Parts]] = {
    **dict.fromkeys(_LISTS, attrgetter("parts")),
    **{type_: _reading(names) for type_, names in _FIELDS.items()},
    ir.CountOf: lambda expr: () if expr.condition is None else (expr.condition,),
}


# --- inside an expression ---------------------------------------------------------------


def children(expr: ir.Expr) -> _Parts:
    """Return the expressions directly inside `expr`, in order."""
    parts = _PARTS.get(type(expr))
    return () if parts is None else parts(expr)


def inside(expr: ir.Expr) -> Iterator[ir.Expr]:
    """Yield `expr` and every expression inside it, each before what is inside it, in order."""
    waiting = [expr]
    while waiting:
        one = waiting.pop()
        yield one
        parts = _PARTS.get(type(one))
        if parts is not None:
            waiting += reversed(parts(one))


def with_children(expr: ir.Expr, parts: _Parts) -> ir.Expr:
    """Return `expr` with other expressions in the place of its children, as many."""
    if isinstance(expr, _LISTS):
        return replace(expr, parts=parts)
    if not parts:
        return expr
    fields: dict[str, Any] = dict(zip(_FIELDS[type(expr)], parts, strict=True))
    return replace(expr, **fields)


Named: TypeAlias = ir.Fact | ir.Concept | ir.Quantity | ir.Decided | ir.Applies
_NAMED = frozenset((ir.Fact, ir.Concept, ir.Quantity, ir.Decided, ir.Applies))


def named_in(expr: ir.Expr) -> tuple[Named, ...]:
    """Return what `expr` names that is declared or defined elsewhere, in order."""
    found: list[Named] = []
    waiting: list[Any] = [expr]
    while waiting:
        one = waiting.pop()
        kind = type(one)
        if kind in _NAMED:
            found.append(one)
        elif kind in _PARTS:
            waiting += reversed(_PARTS[kind](one))
    return tuple(found)


def unstated(expr: ir.Expr) -> ir.Expr:
    """Return `expr` without the words in which the law states it."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def rebuilt(expr: ir.Expr, change: Callable[[ir.Expr], ir.Expr]) -> ir.Expr:
    """Return `expr` with `change` made to each expression directly inside it."""
    return with_children(expr, tuple(map(change, children(expr))))


# --- what a law says and reads ----------------------------------------------------------


def of_rule(rule: ir.Rule) -> Iterator[ir.Expr]:
    """Yield what a rule says: its condition, and what it gives with when it gives it."""
    yield rule.condition
    for gives in rule.gives:
        yield gives.value
        if gives.when is not None:
            yield gives.when


def of_law(law: ir.Law) -> Iterator[ir.Expr]:
    """Yield all that a law says: of its rules, quantities, terms, likelihoods and bans."""
    for rule in law.rules:
        yield from of_rule(rule)
    yield from (one.value for one in law.quantities)
    yield from (one.condition for one in law.definitions)
    yield from (one.condition for one in law.plausible)
    yield from (one.condition for one in law.bans)


def every_part(law: ir.Law) -> Iterator[ir.Expr]:
    """Yield every expression of a law, with all inside it."""
    for said in of_law(law):
        yield from inside(said)


def reached(law: ir.Law, exprs: Iterable[ir.Expr]) -> Iterator[ir.Expr]:
    """Yield all inside `exprs`, and inside what the terms and quantities there mean, once."""
    meanings: dict[ir.Expr, list[ir.Expr]] = {}
    for one in law.definitions:
        meanings.setdefault(ir.Concept(one.key), []).append(one.condition)
    for each in law.quantities:
        meanings.setdefault(ir.Quantity(each.key), []).append(each.value)
    waiting = list(exprs)
    for expr in waiting:  # which grows on the way
        for part in inside(expr):
            yield part
            if isinstance(part, ir.Concept | ir.Quantity):
                waiting += meanings.pop(part, ())


def unread_days(law: ir.Law) -> frozenset[str]:
    """Return the days that may be said and on which nothing rests."""
    said = {one.key for one in law.parameters if one.value is None} | {*law.idle_days}
    read = {one.key for one in every_part(law) if isinstance(one, ir.Parameter)}
    return frozenset(said - read - {law.law_day})
