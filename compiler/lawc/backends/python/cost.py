"""How much it takes to test a condition: what is quick is tested first."""

from __future__ import annotations

from lawc.backends.python.plan import Plan
from lawc.backends.python.workshop import Body
from lawc.ir import nodes as ir
from lawc.ir.walk import children

_SIMPLE = 24  # a concept of no more parts than this is written out where it is used


def by_cost(body: Body, parts: tuple[ir.Expr, ...]) -> list[ir.Expr]:
    """Return the parts with those that are quick to test before the others."""
    return sorted(parts, key=lambda part: _cost(body, part))


def _cost(body: Body, expr: ir.Expr) -> int:
    match expr:
        case ir.Stated(_, part):
            return _cost(body, part)
        case ir.Under(ir.Fact()):
            return 0 if body.eager else 3  # looked up already
        case ir.Fact() | ir.OneOf(ir.Fact()) if facts_in(expr) <= body.seen:
            return 0  # read already
        case ir.Fact() | ir.Literal() | ir.Parameter():
            return 1
        case ir.OneOf() | ir.Under() | ir.Compare(_, ir.Fact(), ir.Parameter() | ir.Literal()):
            return 2
        case ir.Concept(key):
            return 10 if inlined(body.plan, key) else 30
        case ir.Some() | ir.Every() | ir.CountOf() | ir.TotalOf() | ir.Decided():
            return 40 + sum(_cost(body, part) for part in children(expr))
        case ir.Quantity() | ir.Applies():
            return 60
        case _:
            return 2 + sum(_cost(body, part) for part in children(expr))


def facts_in(expr: ir.Expr) -> set[ir.Fact]:
    """Return the facts that an expression itself speaks of."""
    if isinstance(expr, ir.Fact):
        return {expr}
    return set[ir.Fact]().union(*map(facts_in, children(expr)))


def inlined(plan: Plan, key: str) -> bool:
    """Tell whether a concept is written out where it is used."""
    return sum(_size(one.condition) for one in plan.concept(key)) <= _SIMPLE


def _size(expr: ir.Expr) -> int:
    if isinstance(expr, ir.Some | ir.Every | ir.Concept | ir.Quantity | ir.Applies):
        return _SIMPLE
    if isinstance(expr, ir.CountOf | ir.TotalOf | ir.Decided):
        return _SIMPLE
    return 1 + sum(map(_size, children(expr)))
