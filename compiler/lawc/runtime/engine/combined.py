"""The values that provisions give a decision, where several are combined."""

from __future__ import annotations

from lawc.runtime.amounts import Plain
from lawc.runtime.engine.law import Decision, Giving, Law
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.reads import plain
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING, State
from lawc.runtime.reasons import Combined


def combined_of(law: Law, decision: Decision, table: Table) -> Combined | None:
    """Return the values that provisions surely give, None unless several are combined.

    A list of provisions gives once: the first of its items that surely applies stands for all.
    """
    sure = [giving for giving in decision.givings if table.value(giving.truth) is True]
    if len(sure) <= 1 or decision.how == "one" or decision.read(table.thing) is not None:
        return None
    making = making_of(law, decision, table)
    if making.value is None or isinstance(making.value, State):
        return None
    lists = set()
    values: list[tuple[str, Plain]] = []
    for giving in sure:
        if giving.listed is not None and giving.listed in lists:
            continue
        lists.add(giving.listed)
        value = table.value(giving.value)
        if value is not NOTHING and value is not None:
            values.append(_value(giving, decision, value))
    if len(values) <= 1:
        return None
    return Combined(
        decision.how, law.data["decisions"][decision.key].get("combined_in", ""), tuple(values)
    )


def _value(giving: Giving, decision: Decision, value: object) -> tuple[str, Plain]:
    """Return a known value as in JSON, with the provision that gives it."""
    written = plain(value, fraction=decision.type == "fraction")
    assert written is not None, "it is known"
    return giving.rule.citation or "", written
