"""Conditions that ask what the law decides: what an effect gives, as a condition."""

from __future__ import annotations

from lawc.echo.phrases import bare
from lawc.echo.saying import Saying
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.syntax.nodes import Tree


def parts_of(part: ir.Expr) -> tuple[ir.Expr, ...]:
    """Return the parts of a condition that may ask for a decision."""
    match part:
        case ir.Not(inner):
            return (bare(inner),)
        case ir.OneOf(subject, _):
            return (bare(subject),)
        case ir.Any(parts):
            return tuple(
                each for inner in parts for each in (bare(inner), *parts_of(bare(inner)))
            )
        case _:
            return ()


def asked(saying: Saying, key: str) -> ir.Expr | None:
    """Return the condition that the law decides what an effect gives."""
    parts: list[ir.Expr] = []
    for giving in saying.vocabulary.effects[key].gives:
        decision = saying.vocabulary.decisions[giving.decision].decision
        if isinstance(giving.value, Tree):
            decided = ir.Decided(decision.key)
            parts.append(decided if giving.value.name == "yes" else ir.Not(decided))
        elif isinstance(decision.type, Choice):
            parts.append(ir.OneOf(ir.Decided(decision.key), (giving.value.text,)))
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else ir.Any(tuple(parts))
