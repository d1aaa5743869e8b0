"""The ends of an amount that is computed from missing facts, in all completions of a case."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.meaning.cases import Thing
from lawc.meaning.comparisons import ONE_WAY, only_meaning, reads, supposing
from lawc.meaning.interpret import value
from lawc.meaning.truth import UNKNOWN
from lawc.meaning.world import World
from lawc.runtime.completions import spans, turns
from lawc.runtime.completions.outcomes import Outcome

OutcomeOf = Callable[[ir.Decision, Thing], Outcome]


def ends_of(
    world: World, expr: ir.Expr, thing: Thing, outcome_of: OutcomeOf
) -> tuple[Any, Any] | None:
    """Return the least and the largest that an amount can be, None if not known."""
    together = _spans(world, expr, thing, outcome_of)
    choices = None if not together else spans.corners(together)
    if choices is None:
        return None
    return spans.ends_of([supposing(world, expr, supposed, thing) for supposed in choices])


def _spans(
    world: World, expr: ir.Expr, thing: Thing, outcome_of: OutcomeOf
) -> list[spans.Span] | None:
    """Return the spans of what an amount is computed from, None if not known."""
    if value(world, expr, thing) is not UNKNOWN:
        return []
    match expr:
        case ir.Fact() | ir.Parameter():
            (read,) = reads(world, expr, thing) or (None,)
            if read is None or read.type not in turns.NUMBERS:
                return None
            return [spans.of_fact(*read)]
        case ir.Quantity(key):
            meaning, owner = only_meaning(world, key, thing)
            return None if meaning is None else _spans(world, meaning, owner, outcome_of)
        case ir.Decided(key):
            decision = world.decisions[key]
            at = thing.of(decision.kind)
            return (
                None
                if at is None
                else spans.of_decision(at.where(key), outcome_of(decision, at))
            )
    if not isinstance(expr, ONE_WAY):
        return None
    several = [_spans(world, part, thing, outcome_of) for part in children(expr)]
    return spans.of_parts(several, if_any=isinstance(expr, ir.IfAny))
