"""Assumptions: what a vocabulary takes for granted of facts that have a few values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.source import Source, Span


def not_assumed(
    clause: ir.Clause,
    facts: Mapping[tuple[str, str], ir.FactDeclaration],
    source: Source,
    span: Span,
) -> Iterator[Diagnostic]:
    """Yield what stands in an assumption and is no fact with values, or no value of one."""
    for part in clause.literals:
        fact = facts.get((clause.kind, part.key))
        if fact is None:
            known = sorted(key for kind, key in facts if kind == clause.kind)
            code, what = Code.UNKNOWN_NAME, f"no fact of the kind `{clause.kind}` is called "
            what += f"`{part.key}`"
        else:
            values = fact.type.values if isinstance(fact.type, Choice) else ()
            truths = (True, False) if fact.type is Basic.TRUTH else ()
            wrong = [one for one in part.values if one not in (*values, *truths)]
            if not wrong:
                continue
            known, code = list(values), Code.WRONG_TYPE
            said = part.key if isinstance(wrong[0], bool) else wrong[0]
            what = f"`{said}` is no value that `{part.key}` can have"
        help_ = f"use one of {', '.join(f'`{one}`' for one in known)}" if known else None
        yield Diagnostic(code, what, Label(source, span), help=help_)
