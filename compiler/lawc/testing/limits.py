"""The limits of a law in its order.

Each comparison is one, each step of a table, each limit on an amount, each condition.
"""

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
    """A condition asked of things of `kind` in element `eid`; `text` is how the law says it.

    `step` is where a row of a table ends, or what an amount is not to be less or more than.
    """

    eid: str
    kind: str
    text: str
    expr: ir.Expr
    step: str = ""


def limits(law: ir.Law) -> tuple[Limit, ...]:
    """Return the limits of `law` in its order, each once."""
    found: dict[tuple[str, str, ir.Expr], Limit] = {}
    for one in _all(law):
        found.setdefault((one.eid, one.kind, one.expr), one)
    order = {one.eid: place for place, one in enumerate(law.elements)}
    return tuple(sorted(found.values(), key=lambda one: order.get(one.eid, len(order))))


def comparisons(eid: str, kind: str, expr: ir.Expr) -> tuple[Limit, ...]:
    """Return the limits in an expression, asked of things of `kind`, that are comparisons."""
    inside_it = _inside(Limit(eid, kind, "", expr))
    return tuple(one for one in inside_it if isinstance(one.expr, ir.Compare))


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
    for one in law.quantities:
        yield from _steps(Limit(one.eid, one.kind, one.text, one.value))


def _inside(one: Limit) -> Iterator[Limit]:
    match one.expr:
        case ir.Stated(text, part, eid):
            yield from _inside(
                replace(one, expr=part, text=text or one.text, eid=eid or one.eid)
            )
        case ir.Some(_, kind, part) | ir.Every(kind, part):
            yield from _inside(replace(one, expr=part, kind=kind))
        case expr if isinstance(expr, _JOINS):
            for part in children(expr):
                yield from _inside(replace(one, expr=part))
        case expr if not isinstance(expr, _ELSEWHERE):
            yield one
            yield from _steps(one)


def _steps(one: Limit) -> Iterator[Limit]:
    """Yield the steps of tables, the limits on amounts, and what members are counted by."""
    for part in inside(one.expr):
        match part:
            case ir.Bracketed(subject, rows, _):
                for row in rows:
                    if row.up_to is not None:
                        bound = ir.Literal(row.up_to, Basic.NUMBER)
                        step = ir.Compare(ir.Comparison.LE, subject, bound)
                        end = str(shown(row.up_to, fraction=False))
                        yield replace(one, expr=step, step=end)
            case ir.Largest(parts) | ir.Smallest(parts):
                for left, right in pairwise(parts):
                    bite = ir.Compare(ir.Comparison.LE, left, right)
                    yield replace(one, expr=bite, step=formula(right))
            case ir.CountOf(kind, condition) if condition is not None:
                yield from _inside(replace(one, expr=condition, kind=kind))
            case _:
                pass
