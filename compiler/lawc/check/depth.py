"""Whether what provisions rest on is chained too deep to be asked.

A term that rests on a term is followed by programs one inside the other, and so are conditions
inside conditions: of each there is room for so many. The generated package has the room that
Python gives to every program: a level takes it three to six calls to say what is missing, and a
decision, which is asked through its rules, as many as two levels more.
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
_THROUGH_RULES = 2  # levels for which a decision counts besides, where another thing asks it


def check_depth(act: Act, declared: Declared) -> Iterator[Diagnostic]:
    """Yield where a chain becomes too deep, of a law in which nothing rests on itself."""
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
    """Return the levels for which a thing counts where another one asks it."""
    return _THROUGH_RULES if thing.startswith(f"{DECISION} ") else 0


def _things(law: ir.Law) -> Iterator[tuple[str, Span, Iterable[ir.Expr]]]:
    """Yield what others may rest on, the place of it, and what it says."""
    for one in law.definitions:
        yield f"{CONCEPT} {one.key}", one.span, (one.condition,)
    for each in law.quantities:
        yield f"{QUANTITY} {each.key}", each.span, (each.value,)
    for place, rule in enumerate(law.rules):
        yield f"{RULE} {place}", rule.span, (rule.condition,)
        for gives in rule.gives:
            said = (one for one in (gives.value, gives.when) if one is not None)
            given = [one for one in said if not isinstance(one, ir.Literal)]
            if given:
                yield f"{DECISION} {gives.decision}", rule.span, given


def _levels(expr: ir.Expr) -> int:
    """Return how many conditions or values stand inside each other."""
    count, level = 0, [expr]
    while level:
        count += 1
        level = [part for one in level for part in children(one)]
    return count
