"""The questions that ask for the facts and the days of a law, and the currencies of amounts."""

from __future__ import annotations

from lawc.ir import nodes as ir
from lawc.ir.types import Money


def questions(law: ir.Law) -> dict[str, str]:
    """Return the question of each fact and each day, by its path without numbers."""
    days = {one.key: one.question for one in law.parameters}
    return days | {path(law, one.kind, one.key): one.question for one in law.facts}


def currencies(law: ir.Law) -> dict[str, str]:
    """Return the currency of each amount of money, by its path without numbers."""
    amounts = [
        *((one.kind, one.key, one.type) for one in law.facts),
        *((one.kind, one.key, one.type) for one in law.quantities),
        *((one.kind, one.key, one.type) for one in law.decisions),
    ]
    return {
        path(law, kind, key): type_.currency
        for kind, key, type_ in amounts
        if isinstance(type_, Money)
    }


def path(law: ir.Law, kind: str, key: str) -> str:
    """Return the path without numbers of a fact or an amount of a kind: `offences.category`."""
    of = {one.key: one for one in law.kinds}[kind]
    return key if of.parent is None else path(law, of.parent, f"{of.field}.{key}")
