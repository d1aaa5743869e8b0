"""Walking the expressions of the checked form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from lawc.ir import nodes as ir

_PARTS: dict[type, Callable[[Any], tuple[ir.Expr, ...]]] = {
    **dict.fromkeys(
        (ir.Total, ir.Product, ir.Largest, ir.Smallest, ir.All, ir.Any, ir.AtLeast),
        lambda expr: expr.parts,
    ),
    **dict.fromkeys((ir.Difference, ir.Compare), lambda expr: (expr.left, expr.right)),
    ir.DaysBetween: lambda expr: (expr.start, expr.end),
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
