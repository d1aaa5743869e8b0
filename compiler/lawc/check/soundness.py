"""Whether a law that was lowered can be asked: its types agree.

What `lawc.ir.verify` finds is told of the provision or declaration that it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.verify import problems_of
from lawc.source import Source, Span
from lawc.syntax.act import Act


def check_soundness(
    act: Act, declared: Declared, vocabularies: tuple[Source, ...]
) -> Iterator[Diagnostic]:
    """Yield what stands in the way of asking a law, each problem at the provision it is in."""
    found = problems_of(declared)
    places = _places(declared.law) if found else {}
    for one in found:
        name, _, problem = one.partition(": ")
        span = places.get(name) if problem else None
        if span is None:
            words = " ".join(one.split(" ")[:2])
            span, problem = places.get(words), one
        if span is not None:
            label = Label(act.source, span)
        else:
            label = Label(vocabularies[0] if vocabularies else act.source, Span(0, 0))
        yield Diagnostic(
            Code.WRONG_TYPE,
            _told(problem or one, declared),
            label,
            help="compare and add up only values of one kind, and give each its own kind",
        )


def _told(problem: str, declared: Declared) -> str:
    """Return a problem as a message: what speaks of the checked form is not the drafter's."""
    inner = {one.eid for one in declared.law.elements} | {
        one.__name__ for one in get_args(ir.Expr)
    }
    if inner.isdisjoint(re.findall(r"[\w-]+", problem)):
        return f"this does not fit together: {problem}"
    return "the parts of this do not fit together"


def _places(law: ir.Law) -> Mapping[str, Span]:
    """Return the place of each provision, by the name that `verify` calls it."""
    found: dict[str, Span] = {}
    for rule in law.rules:
        found.setdefault(f"rule {rule.eid}", rule.span)
        for gives in rule.gives:
            found.setdefault(f"decision {gives.decision}", rule.span)
    for one in law.definitions:
        if "#" not in one.eid:
            found.setdefault(f"concept {one.key}", one.span)
    for each in law.quantities:
        found.setdefault(f"quantity {each.key}", each.span)
    return found
