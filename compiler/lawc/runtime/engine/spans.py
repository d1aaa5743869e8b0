"""The ends of an amount that is computed from missing facts, in all completions of a case.

`lawc.meaning.spans` says the same of the checked form.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lawc.runtime.completions import spans, turns
from lawc.runtime.completions.outcomes import Outcome
from lawc.runtime.engine.comparing import (
    ONE_WAY,
    Side,
    only_meaning,
    reads,
    slot_at,
    supposing,
    value_of,
)
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.tables import Table
from lawc.runtime.reasons import where

OutcomeOf = Callable[[Decision, Table], Outcome]


def ends_of(law: Law, side: Side, outcome_of: OutcomeOf) -> tuple[Any, Any] | None:
    """Return the least and the largest that an amount can be, None if not known."""
    together = _spans(law, side, outcome_of)
    choices = None if not together else spans.corners(together)
    if choices is None:
        return None
    return spans.ends_of([supposing(law, side, supposed) for supposed in choices])


def _spans(law: Law, side: Side, outcome_of: OutcomeOf) -> list[spans.Span] | None:
    """Return the spans of what an amount is computed from, None if not known."""
    if value_of(side) is not None:
        return []
    at, slot = slot_at(law, side)
    match slot.op:
        case "fact" | "day":
            (read,) = reads(law, side) or (None,)
            if read is None or read.type not in turns.NUMBERS:
                return None
            return [spans.of_fact(*read)]
        case "quantity":
            inner = only_meaning(law, at, slot)
            return None if inner is None else _spans(law, inner, outcome_of)
        case "spoken":
            decided_at, decided = slot_at(law, Side(at.table, slot.of[0]))
            decision, table = law.decisions[decided.detail], decided_at.table
            return spans.of_decision(
                where(table.path, decision.key), outcome_of(decision, table)
            )
    if slot.op not in ONE_WAY:
        return None
    several = [_spans(law, Side(at.table, part), outcome_of) for part in slot.of]
    return spans.of_parts(several, if_any=slot.op == "if_any")
