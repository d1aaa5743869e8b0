"""Assumptions of the vocabulary as Python: tests of the facts that they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lawc.backends.python.conditions import both
from lawc.backends.python.layout import Code
from lawc.backends.python.plan import Plan
from lawc.backends.python.text import literal
from lawc.ir import nodes as ir


def clause_parts(plan: Plan, kind: str) -> Iterator[tuple[ir.FactLiteral, ...]]:
    """Yield the alternatives of each assumption about things of a kind."""
    for clause in plan.law.clauses:
        if clause.kind == kind:
            yield clause.literals


def clause_fails(plan: Plan, kind: str, parts: Iterable[ir.FactLiteral], thing: str) -> Code:
    """Return a test of whether all of `parts` are known not to be so of `thing`."""
    fails: list[Code] = []
    for part in parts:
        subject = f"{thing}.{plan.fields[kind, part.key]}"
        fails.append(f"{subject} is not None")
        fails.append(within(subject, part, "not in"))
    return both(fails)


def within(subject: str, part: ir.FactLiteral, word: str = "in") -> str:
    """Return a test of whether `subject` is one of the values that a part allows."""
    words = [literal(v) if isinstance(v, str) else repr(v) for v in part.values]
    return f"{subject} {word} {{{', '.join(words)}}}" if words else str(word != "in")
