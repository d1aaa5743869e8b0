"""Chains of terms and conditions that are too deep to be followed.

Programs follow terms inside terms, and conditions inside conditions, by calls inside calls, and
the depth of calls is limited. A generated package has the limit of Python: to find missing
facts it takes three to six calls for a level. A decision is followed through its rules and
takes as many calls as two levels more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.cycles import CONCEPT, DECISION, QUANTITY, RULE, uses
from lawc.ir.declared import Declared
from lawc.ir.walk import children
from lawc.source import Span
from lawc.syntax.act import Act

DEEPEST = 200  # terms inside terms, and conditions inside conditions
_THROUGH_RULES = 2  # further levels of a decision that something rests on


def check_depth(act: Act, declared: Declared) -> Iterator[Diagnostic]:
    """Yield the places at which a chain becomes too deep; the law has no circles."""
    own: dict[str, int] = {}
    places: dict[str, Span] = {}
    for thing, span, exprs in _things(declared.law):
        places.setdefault(thing, span)
        own[thing] = max(own.get(thing, 0), *map(_levels, exprs))
    rests = uses(declared)
    deep: dict[str, int] = {}
    for thing in TopologicalSorter(rests).static_order():
        below = rests.get(thing, ())
        deep[thing] = own.get(thing, 0) + max(
            (deep[other] + _through(other) for other in below), default=0
        )
        if deep[thing] > DEEPEST and all(deep[other] <= DEEPEST for other in below):
            yield Diagnostic(
                Code.NOT_UNDERSTOOD,
                f"this rests on terms and conditions {deep[thing]} deep, one inside the other: "
                f"more than {DEEPEST} are not followed",
                Label(act.source, places[thing]),
                help="say in one provision what several terms of the chain say",
            )


def _through(thing: str) -> int:
    """Return the further levels of a thing that another one rests on."""
    return _THROUGH_RULES if thing.startswith(f"{DECISION} ") else 0


def _things(law: ir.Law) -> Iterator[tuple[str, Span, Iterable[ir.Expr]]]:
    """Yield each thing that others may rest on, with its place and its expressions."""
    for definition in law.definitions:
        yield f"{CONCEPT} {definition.key}", definition.span, (definition.condition,)
    for quantity in law.quantities:
        yield f"{QUANTITY} {quantity.key}", quantity.span, (quantity.value,)
    for place, rule in enumerate(law.rules):
        yield f"{RULE} {place}", rule.span, (rule.condition,)
        for gives in rule.gives:
            exprs = (expr for expr in (gives.value, gives.when) if expr is not None)
            formulas = [expr for expr in exprs if not isinstance(expr, ir.Literal)]
            if formulas:
                yield f"{DECISION} {gives.decision}", rule.span, formulas


def _levels(expr: ir.Expr) -> int:
    """Return how many conditions or values stand inside each other."""
    count, level = 0, [expr]
    while level:
        count += 1
        level = [part for outer in level for part in children(outer)]
    return count
