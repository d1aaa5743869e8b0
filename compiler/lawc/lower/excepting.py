"""Provisions that stand only except as others provide: these displace them.

"Except as otherwise provided in this section, the fee is 3 euro": the other provisions of the
section that give the fee displace this one where they apply.
"""

from __future__ import annotations

from dataclasses import replace

from lawc.ir import nodes as ir
from lawc.lower.eids import at_or_below
from lawc.lower.lowered import Lowered


def excepting(into: Lowered) -> list[ir.Rule]:
    """Return the rules, those that others except themselves for displacing these."""
    rules = into.rules
    for excepted, aims in into.excepted:
        keys = {gives.decision for rule in excepted for gives in rule.gives}
        eids = tuple(dict.fromkeys(rule.eid for rule in excepted))
        rules = [
            replace(rule, displaces=tuple(dict.fromkeys((*rule.displaces, *eids))))
            if _provides(rule, keys, eids, aims)
            else rule
            for rule in rules
        ]
    return rules


def _provides(
    rule: ir.Rule, keys: set[str], eids: tuple[str, ...], aims: tuple[str, ...]
) -> bool:
    """Return whether a rule gives one of the decisions at one of the elements aimed at."""
    inside = any(at_or_below(rule.eid, aim) for aim in aims)
    own = any(at_or_below(rule.eid, eid) for eid in eids)
    return inside and not own and any(gives.decision in keys for gives in rule.gives)
