"""Settlements: decisions three-valued, or the same in all completions of the case."""

from __future__ import annotations

from typing import Any, NamedTuple

from lawc.runtime.engine.forms import outcome_of
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.makings import Making, making_of
from lawc.runtime.engine.missing import rests_on, rests_on_any
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import CONTRADICTION
from lawc.runtime.reasons import where


class Settlement(NamedTuple):
    """A decision in the end: the value (None: open), the provisions, the needed facts.

    `cases` are the facts to name if every value of them was tried to settle it. `tried` tells
    that those of all facts were that it rests on.
    """

    value: Any
    provisions: tuple[str, ...]
    needed: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    tried: bool = False
    untried: bool = False


def settle(law: Law, decision: Decision, table: Table) -> Settlement:
    """Return the settlement of any decision, of an open one by its completions.

    `forms.outcome_of` goes through these. What is open with no fact missing rests on another
    decision that is a contradiction: it is a contradiction as well.
    """
    making = making_of(law, decision, table)
    if making.value is not None:
        return Settlement(making.value, making.provisions)
    key = (table.path, decision.key)
    settlement = table.memo.settlements.get(key)
    if settlement is None:
        settlement = table.memo.settlements[key] = _settle(law, decision, table, making)
    return settlement


def _settle(law: Law, decision: Decision, table: Table, making: Making) -> Settlement:
    """Return the settlement of a decision that is open in three values."""
    if not rests_on_any(law, decision, table):
        return Settlement(CONTRADICTION, making.provisions)
    outcome = outcome_of(law, decision, table)
    if outcome.settled:
        provisions = tuple(sorted(outcome.citations, key=law.order.__getitem__))
        several = [
            where(table.up(depth).path, key)
            for depth, key in decision.cases
            if _fact(law, table.up(depth), key) is None
        ]
        return Settlement(outcome.value, provisions, (), tuple(several), tried=True)
    matters, rests = outcome.matters, rests_on(law, decision, table)
    needed = rests if matters is None else tuple(filter(matters.__contains__, rests))
    return Settlement(None, (), needed or rests, untried=outcome.untried)


def by_cases(
    law: Law, decision: Decision, table: Table, settlement: Settlement
) -> tuple[str, ...]:
    """Return the facts whose every value was tried to settle a decision."""
    if settlement.cases or not settlement.tried:
        return settlement.cases
    return rests_on(law, decision, table)


def _fact(law: Law, table: Table, key: str) -> Any:
    """Return the value of a fact, supplied or left by the assumptions."""
    kind = law.kinds[table.kind]
    if key in kind.assumed:
        return kind.assumed[key](table.thing)
    return getattr(table.thing, kind.attributes[key])
