"""What is decided in the end: three-valued, or the same in all completions of the case."""

from __future__ import annotations

from typing import Any, NamedTuple

from lawc.runtime.engine.forms import outcome_of
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.makings import Making, made_of
from lawc.runtime.engine.missing import rests_on
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import CONTRADICTION
from lawc.runtime.reasons import where


class Settled(NamedTuple):
    """What is decided of a thing: a value (None: open), the provisions, what is needed.

    `by_cases` are the facts whose every value was tried to settle it.
    """

    value: Any
    provisions: tuple[str, ...]
    needed: tuple[str, ...] = ()
    by_cases: tuple[str, ...] = ()
    untried: bool = False


def settled(law: Law, decision: Decision, table: Table) -> Settled:
    """Decide, going through the completions where three-valued reading leaves it open.

    What is open with no fact missing rests on another decision that is a contradiction: it is a
    contradiction as well.
    """
    made = made_of(law, decision, table)
    if made.value is not None:
        return Settled(made.value, made.provisions)
    key = (Settled, table.path, decision.key)
    found = table.memo.get(key)
    if found is None:
        found = table.memo[key] = _settle(law, decision, table, made)
    result: Settled = found
    return result


def _settle(law: Law, decision: Decision, table: Table, made: Making) -> Settled:
    """Settle what three-valued reading leaves open."""
    rests = rests_on(law, decision, table)
    if not rests:
        return Settled(CONTRADICTION, made.provisions)
    found = outcome_of(law, decision, table)
    if found.settled:
        provisions = tuple(sorted(found.citations, key=law.order.__getitem__))
        several = [
            where(table.up(depth).path, key)
            for depth, key in decision.cases
            if _fact(law, table.up(depth), key) is None
        ]
        return Settled(found.value, provisions, (), tuple(several) or rests)
    matters = found.matters
    needed = rests if matters is None else tuple(filter(matters.__contains__, rests))
    return Settled(None, (), needed or rests, (), found.untried)


def _fact(law: Law, table: Table, key: str) -> Any:
    """Return what is known of a fact: supplied, or left by the assumptions."""
    kind = law.kinds[table.kind]
    if key in kind.assumed:
        return kind.assumed[key](table.thing)
    return getattr(table.thing, kind.attributes[key])
