"""Whether what provisions rest on is chained too deep to be asked.

A term that rests on a term is followed by programs one inside the other, and so are conditions
inside conditions: of each there is room for so many. The generated package has the room that
Python gives to every program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.cycles import spoken_of
from lawc.ir.declared import Declared
from lawc.ir.walk import children, of_rule
from lawc.source import Span
from lawc.syntax.act import Act

DEEPEST = 200  # terms inside terms, and conditions inside conditions


def check_depth(act: Act, declared: Declared) -> Iterator[Diagnostic]:
    """Yield where a chain becomes too deep, of a law in which nothing rests on itself."""
    own: dict[str, int] = {}
    rests: dict[str, set[str]] = {}
    places: dict[str, Span] = {}
    for thing, span, exprs in _things(declared.law):
        places.setdefault(thing, span)
        for expr in exprs:
            own[thing] = max(own.get(thing, 0), _levels(expr))
            rests.setdefault(thing, set()).update(spoken_of(declared, expr))
    for rule in declared.law.rules:
        for gives in rule.gives:
            rests.setdefault(f"decision {gives.decision}", set()).add(f"rule {rule.eid}")
    deep: dict[str, int] = {}
    for thing in TopologicalSorter(rests).static_order():
        below = max((deep[other] for other in rests.get(thing, ())), default=0)
        deep[thing] = own.get(thing, 0) + below
        if below <= DEEPEST < deep[thing]:
            yield Diagnostic(
                Code.NOT_UNDERSTOOD,
                f"this rests on terms and conditions {deep[thing]} deep, one inside the other: "
                f"more than {DEEPEST} are not followed",
                Label(act.source, places[thing]),
                help="say in one provision what several terms of the chain say",
            )


def _things(law: ir.Law) -> Iterator[tuple[str, Span, Iterable[ir.Expr]]]:
    """Yield what others may rest on, the place of it, and what it says."""
    for one in law.definitions:
        yield f"concept {one.key}", one.span, (one.condition,)
    for each in law.quantities:
        yield f"quantity {each.key}", each.span, (each.value,)
    for rule in law.rules:
        yield f"rule {rule.eid}", rule.span, of_rule(rule)


def _levels(expr: ir.Expr) -> int:
    """Return how many conditions or values stand inside each other."""
    count, level = 0, [expr]
    while level:
        count += 1
        level = [part for one in level for part in children(one)]
    return count
