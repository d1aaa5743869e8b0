"""Walks over the checked form: inside an expression, and through a whole law."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeAlias

from lawc.ir import nodes as ir

_Parts: TypeAlias = tuple[ir.Expr, ...]

# Expressions inside others stand in a tuple of any length, or one in each of the fields.
_LISTS = (
    ir.Total,
    ir.Product,
    ir.Quotient,
    ir.Largest,
    ir.Smallest,
    ir.ByCase,
    ir.All,
    ir.Any,
    ir.AtLeast,
)
_FIELDS: dict[type, tuple[str, ...]] = {
    **dict.fromkeys((ir.Difference, ir.Compare), ("left", "right")),
    **dict.fromkeys((ir.DaysBetween, ir.MonthsBetween), ("start", "end")),
    **dict.fromkeys((ir.Not, ir.Stated, ir.Rounded, ir.IfAny), ("part",)),
    **dict.fromkeys((ir.Shifted, ir.StartOf), ("day",)),
    ir.DaysIn: ("first", "last", "condition"),
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
        part = waiting.pop()
        yield part
        parts = _PARTS.get(type(part))
        if parts is not None:
            waiting += reversed(parts(part))


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
    """Return the facts, terms, decisions and elements that `expr` names, in order."""
    names: list[Named] = []
    waiting: list[Any] = [expr]
    while waiting:
        part = waiting.pop()
        kind = type(part)
        if kind in _NAMED:
            names.append(part)
        elif kind in _PARTS:
            waiting += reversed(_PARTS[kind](part))
    return tuple(names)


def unstated(expr: ir.Expr) -> ir.Expr:
    """Return `expr` without the words in which the law states it."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def rebuilt(expr: ir.Expr, change: Callable[[ir.Expr], ir.Expr]) -> ir.Expr:
    """Return `expr` with `change` made to each expression directly inside it."""
    return with_children(expr, tuple(map(change, children(expr))))


# --- in a law ---------------------------------------------------------------------------


def of_rule(rule: ir.Rule) -> Iterator[ir.Expr]:
    """Yield the expressions of a rule: its condition, its values and when it gives them."""
    yield rule.condition
    for gives in rule.gives:
        yield gives.value
        if gives.when is not None:
            yield gives.when


def of_law(law: ir.Law) -> Iterator[ir.Expr]:
    """Yield the expressions of a law: of its rules, quantities, terms, likelihoods and bans."""
    for rule in law.rules:
        yield from of_rule(rule)
    yield from (quantity.value for quantity in law.quantities)
    yield from (definition.condition for definition in law.definitions)
    yield from (likelihood.condition for likelihood in law.plausible)
    yield from (ban.condition for ban in law.bans)


def every_part(law: ir.Law) -> Iterator[ir.Expr]:
    """Yield every expression of a law, with all inside it."""
    for expr in of_law(law):
        yield from inside(expr)


def reached(law: ir.Law, exprs: Iterable[ir.Expr]) -> Iterator[ir.Expr]:
    """Yield all inside `exprs`, and once inside the meanings of terms and quantities there."""
    meanings: dict[ir.Expr, list[ir.Expr]] = {}
    for definition in law.definitions:
        meanings.setdefault(ir.Concept(definition.key), []).append(definition.condition)
    for quantity in law.quantities:
        meanings.setdefault(ir.Quantity(quantity.key), []).append(quantity.value)
    waiting = list(exprs)
    for expr in waiting:  # which grows on the way
        for part in inside(expr):
            yield part
            if isinstance(part, ir.Concept | ir.Quantity):
                waiting += meanings.pop(part, ())


def unread_days(law: ir.Law) -> frozenset[str]:
    """Return the days that a request may supply and that have no effect."""
    supplied = {day.key for day in law.parameters if day.value is None} | {*law.idle_days}
    read = {part.key for part in every_part(law) if isinstance(part, ir.Parameter)}
    return frozenset(supplied - read - {law.law_day})
