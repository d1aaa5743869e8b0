"""Makings: decisions in three values, before any completion is tried."""

from __future__ import annotations

from typing import Any, NamedTuple

from lawc.runtime.combining import combine
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING


class Making(NamedTuple):
    """A decision in three values: the value (None: open), and the provisions that decide.

    `open` are the places of the givings that could change it. If it is open, `provisions` are
    those to cite should it rest on a contradiction.
    """

    value: Any
    provisions: tuple[str, ...]
    open: tuple[int, ...] = ()


def making_of(law: Law, decision: Decision, table: Table) -> Making:
    """Return the making of a decision about the thing of a table, worked out once."""
    key = (table.path, decision.key)
    making = table.memo.makings.get(key)
    if making is None:
        making = table.memo.makings[key] = _making(law, decision, table)
    return making


def _making(law: Law, decision: Decision, table: Table) -> Making:
    supplied = decision.read(table.thing)
    if supplied is not None:
        return Making(supplied, ())
    places, givings = [], []
    own, line = table.own, table.line
    for place, giving in enumerate(decision.givings):
        depth, number = giving.truth
        truth = line[depth - 1][number] if depth else own[number]
        if truth is not False:
            places.append(place)
            value = table.value(giving.value)
            givings.append((truth, value, giving.rule.citation, giving.listed))
    citations = (  # gone through only where nothing is given
        refusing.rule.citation
        for refusing in decision.only
        if _applies(law, decision, table, refusing.rule.place) is True
        and (
            not refusing.stopped
            or any(may_give(law, decision, table, n) for n in refusing.stopped)
        )
    )
    how, otherwise = decision.how, decision.otherwise
    value, provisions, open_ = combine(
        how, otherwise, givings, citations, law.order, contrary=True
    )
    return Making(value, provisions, tuple([places[place] for place in open_]))


def _applies(law: Law, decision: Decision, table: Table, place: int) -> Any:
    rule = law.rules[place]
    rise = law.kinds[decision.kind].line.index(rule.kind)
    return table.up(rise).value(rule.applies)


def may_give(law: Law, decision: Decision, table: Table, place: int) -> bool:
    """Return whether a giving, were its rule not displaced, may give another value."""
    giving = decision.givings[place]
    rule = giving.rule
    at = table.up(law.kinds[decision.kind].line.index(rule.kind))
    if at.value(rule.condition) is False:
        return False
    if rule.force is not None and at.value(rule.force) is False:
        return False
    if giving.when is not None and table.value(giving.when) is False:
        return False
    value = table.value(giving.value)
    return value is not NOTHING and value != decision.otherwise


def gives(decision: Decision, table: Table) -> bool:
    """Return whether a rule gives a value, or may give one."""
    return any(
        table.value(giving.truth) is not False and table.value(giving.value) is not NOTHING
        for giving in decision.givings
    )
