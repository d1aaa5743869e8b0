"""What rules make of a decision before completions are gone through."""

from __future__ import annotations

from typing import Any, NamedTuple

from lawc.runtime.combining import combine
from lawc.runtime.engine.law import Decision, Law
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING


class Making(NamedTuple):
    """What is decided three-valued: the value (None: open), and the provisions that decide.

    `open` are the places of the givings that could change it. Where it is open, `provisions`
    are those to be told if it turns out to rest on a contradiction.
    """

    value: Any
    provisions: tuple[str, ...]
    open: tuple[int, ...] = ()


def made_of(law: Law, decision: Decision, table: Table) -> Making:
    """Return what rules make of a decision about the thing of a table, found once."""
    key = ("made", table.path, decision.key)
    found = table.memo.get(key)
    if found is None:
        found = table.memo[key] = _made(law, decision, table)
    made: Making = found
    return made


def _made(law: Law, decision: Decision, table: Table) -> Making:
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
    refusing = (  # gone through only where nothing is given
        one.rule.citation
        for one in decision.only
        if _applies(law, decision, table, one.rule.place) is True
        and (not one.stopped or any(may_give(law, decision, table, n) for n in one.stopped))
    )
    how, otherwise = decision.how, decision.otherwise
    value, provisions, open_ = combine(
        how, otherwise, givings, refusing, law.order, contrary=True
    )
    return Making(value, provisions, tuple([places[place] for place in open_]))


def _applies(law: Law, decision: Decision, table: Table, place: int) -> Any:
    rule = law.rules[place]
    rise = law.kinds[decision.kind].line.index(rule.kind)
    return table.up(rise).value(rule.applies)


def may_give(law: Law, decision: Decision, table: Table, place: int) -> bool:
    """Tell whether a giving may give another value, but for what displaces its rule."""
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
    """Tell whether a rule gives a value, or may give one."""
    return any(
        table.value(one.truth) is not False and table.value(one.value) is not NOTHING
        for one in decision.givings
    )
