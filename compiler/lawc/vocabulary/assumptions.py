"""Assumptions: combinations of facts with few values that a vocabulary rules out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.source import Source, Span


def assumption_problems(
    clause: ir.Clause,
    facts: Mapping[tuple[str, str], ir.FactDeclaration],
    source: Source,
    span: Span,
) -> Iterator[Diagnostic]:
    """Yield a problem for each part of an assumption without a known fact and a value of it."""
    for part in clause.literals:
        fact = facts.get((clause.kind, part.key))
        if fact is None:
            known = sorted(key for kind, key in facts if kind == clause.kind)
            code, what = Code.UNKNOWN_NAME, f"no fact of the kind `{clause.kind}` is called "
            what += f"`{part.key}`"
        else:
            values = fact.type.values if isinstance(fact.type, Choice) else ()
            truths = (True, False) if fact.type is Basic.TRUTH else ()
            wrong = [value for value in part.values if value not in (*values, *truths)]
            if not wrong:
                continue
            known, code = list(values), Code.WRONG_TYPE
            named = part.key if isinstance(wrong[0], bool) else wrong[0]
            what = f"`{named}` is no value that `{part.key}` can have"
        help_ = f"use one of {', '.join(f'`{name}`' for name in known)}" if known else None
        yield Diagnostic(code, what, Label(source, span), help=help_)
