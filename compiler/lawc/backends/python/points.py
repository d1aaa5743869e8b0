"""Parts of provisions that are functions of their own: lettered points, shared exceptions.

The concept of `1. A dependent child means any of the following: 1) ...; 2) ...` calls the
function of each point. Rules that the same provisions displace call one function that tells
whether any of these applies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from lawc.ir import nodes as ir
from lawc.ir.walk import children, of_rule
from lawc.records import dataclass

FEW = 3  # so many provisions are named where they displace: more are named once

_OF_MEMBERS = (ir.Some, ir.Every, ir.CountOf, ir.TotalOf)


@dataclass(frozen=True, slots=True)
class Point:
    """A lettered point that a provision states: its condition, and the kind it speaks of."""

    eid: str
    kind: str
    part: ir.Expr
    text: str
    force: ir.Force


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The rules, by place, that displace several rules about things of one kind."""

    kind: str
    places: tuple[int, ...]


def points_of(
    law: ir.Law, citations: Collection[str], *, amounts: bool = False
) -> dict[str, Point]:
    """Return the lettered points that can be cited and are no rules, by element.

    With `amounts`, also those that tell which members an amount counts.
    """
    rules = {rule.eid for rule in law.rules}
    points: dict[str, Point] = {}

    def visit(expr: ir.Expr, kind: str, force: ir.Force) -> None:
        while isinstance(expr, ir.Stated):
            eid = expr.eid
            if eid and eid not in rules and eid in citations and eid not in points:
                points[eid] = Point(eid, kind, expr.part, expr.text, force)
            expr = expr.part
        if isinstance(expr, _OF_MEMBERS):
            kind = expr.kind
        for part in children(expr):
            visit(part, kind, force)

    for rule in law.rules:
        visit(rule.condition, rule.kind, rule.force)
    for definition in law.definitions:
        visit(definition.condition, definition.kind, definition.force)
    if amounts:
        for rule in law.rules:
            for expr in of_rule(rule):
                visit(expr, rule.kind, rule.force)
        for quantity in law.quantities:
            visit(quantity.value, quantity.kind, quantity.force)
    return points


def called(points: Mapping[str, Point], stated: ir.Stated, kind: str) -> Point | None:
    """Return the point whose function computes `stated`, said of a thing of `kind`.

    Its function adds whether the point is in force, which under a negation would be another
    condition: a point of a provision that is not always in force is written out.
    """
    point = points.get(stated.eid or "")
    if point is None or point.force != ir.ALWAYS or point.kind != kind:
        return None
    return point if point.part == stated.part else None


def shared_exceptions(displaced: Iterable[Exceptions]) -> tuple[Exceptions, ...]:
    """Return those exceptions that are many and displace more than one rule, each once."""
    counts = Counter(displaced)
    return tuple(
        exceptions
        for exceptions, number in counts.items()
        if number > 1 and len(exceptions.places) > FEW
    )
