"""Walking the expressions of the checked form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeAlias

from lawc.ir import nodes as ir

_PARTS: dict[type, Callable[[Any], tuple[ir.Expr, ...]]] = {
    **dict.fromkeys(
        (ir.Total, ir.Product, ir.Largest, ir.Smallest, ir.All, ir.Any, ir.AtLeast),
        attrgetter("parts"),
    ),
    **dict.fromkeys((ir.Difference, ir.Compare), attrgetter("left", "right")),
    ir.DaysBetween: attrgetter("start", "end"),
    **dict.fromkeys((ir.Not, ir.Stated, ir.Rounded), lambda expr: (expr.part,)),
    ir.Shifted: lambda expr: (expr.day,),
    **dict.fromkeys((ir.OneOf, ir.Under, ir.Bracketed), lambda expr: (expr.subject,)),
    **dict.fromkeys((ir.Some, ir.Every), lambda expr: (expr.condition,)),
    ir.TotalOf: lambda expr: (expr.value,),
    ir.CountOf: lambda expr: () if expr.condition is None else (expr.condition,),
}


def children(expr: ir.Expr) -> tuple[ir.Expr, ...]:
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


def rebuilt(expr: ir.Expr, change: Callable[[ir.Expr], ir.Expr]) -> ir.Expr:
    """Return `expr` with `change` made to each expression directly inside it."""
    match expr:
        case ir.Total() | ir.Product() | ir.Largest() | ir.Smallest():
            return replace(expr, parts=tuple(map(change, expr.parts)))
        case ir.All() | ir.Any() | ir.AtLeast():
            return replace(expr, parts=tuple(map(change, expr.parts)))
        case ir.Difference() | ir.Compare():
            return replace(expr, left=change(expr.left), right=change(expr.right))
        case ir.DaysBetween():
            return replace(expr, start=change(expr.start), end=change(expr.end))
        case ir.Not() | ir.Stated() | ir.Rounded():
            return replace(expr, part=change(expr.part))
        case ir.Shifted():
            return replace(expr, day=change(expr.day))
        case ir.OneOf() | ir.Under() | ir.Bracketed():
            return replace(expr, subject=change(expr.subject))
        case ir.Some() | ir.Every():
            return replace(expr, condition=change(expr.condition))
        case ir.CountOf():
            of = expr.condition
            return expr if of is None else replace(expr, condition=change(of))
        case ir.TotalOf():
            return replace(expr, value=change(expr.value))
        case _:
            return expr
