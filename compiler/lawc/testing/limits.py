"""The limits of a law: comparisons, steps of tables, limits on amounts, conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from lawc.ir import nodes as ir
from lawc.ir.formula import formula
from lawc.ir.types import Basic
from lawc.ir.walk import children, inside
from lawc.records import dataclass
from lawc.runtime.reasons import shown

_JOINS = (ir.All, ir.Any, ir.AtLeast, ir.Not)
_ELSEWHERE = (ir.Concept, ir.Applies, ir.Literal, ir.Parameter)


@dataclass(frozen=True, slots=True)
class Limit:
    """A condition of things of `kind` in element `eid`; `text` is the wording of the law.

    `step` is the end of a row of a table, or the bound of an amount.
    """

    eid: str
    kind: str
    text: str
    expr: ir.Expr
    step: str = ""


def limits(law: ir.Law) -> tuple[Limit, ...]:
    """Return the limits of `law` in its order, each once."""
    by_place: dict[tuple[str, str, ir.Expr], Limit] = {}
    for limit in _all(law):
        by_place.setdefault((limit.eid, limit.kind, limit.expr), limit)
    order = {element.eid: place for place, element in enumerate(law.elements)}
    return tuple(sorted(by_place.values(), key=lambda limit: order.get(limit.eid, len(order))))


def comparisons(eid: str, kind: str, expr: ir.Expr) -> tuple[Limit, ...]:
    """Return the limits that are comparisons in an expression about things of `kind`."""
    limits = _inside(Limit(eid, kind, "", expr))
    return tuple(limit for limit in limits if isinstance(limit.expr, ir.Compare))


def _all(law: ir.Law) -> Iterator[Limit]:
    for rule in law.rules:
        about = Limit(rule.eid, rule.kind, rule.text, rule.condition)
        yield from _inside(about)
        for gives in rule.gives:
            if gives.when is not None:
                yield from _inside(replace(about, expr=gives.when))
            yield from _steps(replace(about, expr=gives.value))
    for meaning in law.definitions:
        yield from _inside(Limit(meaning.eid, meaning.kind, "", meaning.condition))
    for quantity in law.quantities:
        yield from _steps(Limit(quantity.eid, quantity.kind, quantity.text, quantity.value))


def _inside(limit: Limit) -> Iterator[Limit]:
    match limit.expr:
        case ir.Stated(text, part, eid):
            yield from _inside(
                replace(limit, expr=part, text=text or limit.text, eid=eid or limit.eid)
            )
        case ir.Some(_, kind, part) | ir.Every(kind, part):
            yield from _inside(replace(limit, expr=part, kind=kind))
        case expr if isinstance(expr, _JOINS):
            for part in children(expr):
                yield from _inside(replace(limit, expr=part))
        case expr if not isinstance(expr, _ELSEWHERE):
            yield limit
            yield from _steps(limit)


def _steps(limit: Limit) -> Iterator[Limit]:
    """Yield steps of tables, limits on amounts, and conditions by which members are counted."""
    for part in inside(limit.expr):
        match part:
            case ir.Bracketed(subject, rows, _):
                for row in rows:
                    if row.up_to is not None:
                        bound = ir.Literal(row.up_to, Basic.NUMBER)
                        step = ir.Compare(ir.Comparison.LE, subject, bound)
                        end = str(shown(row.up_to, fraction=False))
                        yield replace(limit, expr=step, step=end)
            case ir.Largest(parts) | ir.Smallest(parts):
                for left, right in pairwise(parts):
                    bite = ir.Compare(ir.Comparison.LE, left, right)
                    yield replace(limit, expr=bite, step=formula(right))
            case ir.ByCase():
                for test, _ in part.cases:
                    yield from _inside(replace(limit, expr=test))
            case ir.CountOf(kind, condition) if condition is not None:
                yield from _inside(replace(limit, expr=condition, kind=kind))
            case _:
                pass
