"""Walking the expressions of the checked form."""

from __future__ import annotations

from lawc.ir import nodes as ir


def children(expr: ir.Expr) -> tuple[ir.Expr, ...]:
    """Return the expressions directly inside `expr`, in order."""
    match expr:
        case ir.Total(parts) | ir.Product(parts) | ir.Largest(parts) | ir.Smallest(parts):
            return parts
        case ir.All(parts) | ir.Any(parts) | ir.AtLeast(_, parts):
            return parts
        case ir.Difference(left, right) | ir.DaysBetween(left, right):
            return (left, right)
        case ir.Compare(_, left, right):
            return (left, right)
        case ir.Not(part) | ir.Stated(_, part) | ir.Rounded(part):
            return (part,)
        case ir.Shifted(part) | ir.OneOf(part) | ir.Under(part) | ir.Bracketed(part):
            return (part,)
        case ir.Some(_, _, part) | ir.Every(_, part) | ir.TotalOf(_, part):
            return (part,)
        case ir.CountOf(_, condition):
            return () if condition is None else (condition,)
        case _:
            return ()
