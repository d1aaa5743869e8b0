"""Decisions that may have no value for want of a version in force."""

from __future__ import annotations

from lawc.ir import nodes as ir
from lawc.ir.walk import reached


def may_lapse(law: ir.Law, decision: ir.Decision) -> bool:
    """Tell whether a decision may have no value for want of a version in force."""
    waiting, seen = [decision.key], {decision.key}
    dated = {one.key for one in law.quantities if one.force != ir.ALWAYS}
    for key in waiting:  # which grows on the way
        for rule in law.rules:
            values = [gives.value for gives in rule.gives if gives.decision == key]
            if values and rule.force != ir.ALWAYS:
                return True
            for part in reached(law, values):
                if isinstance(part, ir.Quantity) and part.key in dated:
                    return True
                if isinstance(part, ir.Decided) and part.key not in seen:
                    seen.add(part.key)
                    waiting.append(part.key)
    return False
