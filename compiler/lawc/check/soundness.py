"""The types of a lowered law agree, so that cases can be decided.

A problem that `lawc.ir.verify` finds is reported at its provision or declaration.
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
    """Yield the problems that keep a law from deciding cases, each at its provision."""
    problems = problems_of(declared)
    places = _places(declared.law) if problems else {}
    for problem in problems:
        name, _, rest = problem.partition(": ")
        span = places.get(name) if rest else None
        if span is None:
            words = " ".join(problem.split(" ")[:2])
            span, rest = places.get(words), problem
        if span is not None:
            label = Label(act.source, span)
        else:
            label = Label(vocabularies[0] if vocabularies else act.source, Span(0, 0))
        yield Diagnostic(
            Code.WRONG_TYPE,
            _message(rest or problem, declared),
            label,
            help="compare and add up only values of one kind, and give each its own kind",
        )


def _message(problem: str, declared: Declared) -> str:
    """Return a problem as a message; words of the checked form are not shown to a drafter."""
    inner = {element.eid for element in declared.law.elements} | {
        node.__name__ for node in get_args(ir.Expr)
    }
    if inner.isdisjoint(re.findall(r"[\w-]+", problem)):
        return f"this does not fit together: {problem}"
    return "the parts of this do not fit together"


def _places(law: ir.Law) -> Mapping[str, Span]:
    """Return the place of each provision by the name that `verify` gives it."""
    places: dict[str, Span] = {}
    for rule in law.rules:
        places.setdefault(f"rule {rule.eid}", rule.span)
        for gives in rule.gives:
            places.setdefault(f"decision {gives.decision}", rule.span)
    for definition in law.definitions:
        if "#" not in definition.eid:
            places.setdefault(f"concept {definition.key}", definition.span)
    for quantity in law.quantities:
        places.setdefault(f"quantity {quantity.key}", quantity.span)
    return places
