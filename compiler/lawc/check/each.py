"""Conditions of each of several members, which hold also if there are none: a note says so."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.walk import children, of_rule
from lawc.source import Span
from lawc.syntax.act import Act


def check_each(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    """Yield a note for each condition of every member that may hold without any member."""
    own = [(expr, rule.span) for rule in law.rules for expr in of_rule(rule)]
    own += [
        (definition.condition, definition.span)
        for definition in law.definitions
        if "#" not in definition.eid
    ]
    own += [(quantity.value, quantity.span) for quantity in law.quantities]
    own = [(expr, at) for expr, at in own if _asks_each(expr)]
    for span in dict.fromkeys(s for expr, at in own for s in _of_none(expr, at, frozenset())):
        yield Diagnostic(
            Code.EACH_OF_NONE,
            "this holds also where there is not a single one",
            Label(act.source, span),
            help="require that there is at least one besides, if it is not to hold then",
            severity=Severity.NOTE,
        )


def _asks_each(expr: ir.Expr) -> bool:
    waiting = [expr]
    while waiting:
        part = waiting.pop()
        if type(part) is ir.Every:
            return True
        waiting += children(part)
    return False


def _of_none(expr: ir.Expr, span: Span, some: frozenset[str]) -> Iterator[Span]:
    """Yield the places of conditions of every member; the kinds in `some` have members."""
    match expr:
        case ir.Stated(_, part):
            yield from _of_none(part, expr.span if expr.span != (0, 0) else span, some)
        case ir.All(parts):
            some = some.union(*map(_there, parts))
            for part in parts:
                yield from _of_none(part, span, some)
        case ir.Every(kind, part):
            if kind not in some:
                yield span
            yield from _of_none(part, span, frozenset())
        case ir.Some(_, _, part):
            yield from _of_none(part, span, frozenset())
        case _:
            for part in children(expr):
                yield from _of_none(part, span, some)


def _there(expr: ir.Expr) -> frozenset[str]:
    """Return the kinds of which a condition requires a member."""
    match expr:
        case ir.Stated(_, part):
            return _there(part)
        case ir.All(parts):
            return frozenset().union(*map(_there, parts))
        case ir.Some(_, kind, _):
            return frozenset((kind,))
        case _:
            return frozenset()
