"""What rules ask and displace, seen from their words alone."""

from __future__ import annotations

from lawc.backends.python.plan import Plan
from lawc.backends.python.reach import all_named, of_decision
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.ir.walk import unstated


def displaces(plan: Plan, one: int, other: int) -> bool:
    """Tell whether `other` cannot apply where `one` does.

    So it is where `one` displaces it, or where a rule displaces it that applies whenever
    `one` does ("only if Article 2 does not apply").
    """
    if one in plan.displacers(other):
        return True
    for by in plan.displacers(other):
        rule = plan.law.rules[by]
        condition = _affirmed(rule.condition)
        if (
            isinstance(condition, ir.Applies)
            and one in plan.under(condition.eids)
            and rule.force == ir.ALWAYS
            and set(plan.displacers(by)) <= set(plan.displacers(one))
        ):
            return True
    return False


def settled_by(plan: Plan, one: int, other: int) -> bool:
    """Tell whether `other`, which asks about rules, is settled where `one` surely applies.

    It is displaced then, or asks only whether `one` or another applies.
    """
    condition = _affirmed(plan.law.rules[other].condition)
    asks = isinstance(condition, ir.Applies) and one in plan.under(condition.eids)
    return asks or displaces(plan, one, other)


def _affirmed(condition: ir.Expr) -> ir.Expr:
    """Return a condition without words and without two denials that make none."""
    condition = unstated(condition)
    if isinstance(condition, ir.Not):
        inner = unstated(condition.part)
        if isinstance(inner, ir.Not):
            return _affirmed(inner.part)
    return condition


def demand(plan: Plan, condition: ir.Expr) -> list[tuple[ir.Fact, frozenset[object]]]:
    """Return the fact and its values that a condition about one fact asks for."""
    match condition:
        case ir.Fact():
            return [(condition, frozenset({True}))]
        case ir.OneOf(ir.Fact() as fact, values):
            return [(fact, frozenset(values))]
        case ir.Not(part):
            match unstated(part):
                case ir.Fact() as fact:
                    return [(fact, frozenset({False}))]
                case ir.OneOf(ir.Fact() as fact, values):
                    type_ = plan.type_of(fact)
                    if isinstance(type_, Choice):
                        return [(fact, frozenset(type_.values) - frozenset(values))]
    return []


def may_rest_on_contradiction(plan: Plan, decision: ir.Decision) -> bool:
    """Tell whether a decision may be open with nothing missing: by a contradiction below it."""
    parts = all_named(plan, of_decision(plan, decision.key))
    keys = {one.key for one in parts if isinstance(one, ir.Decided)}
    return any(plan.decision(key).combine is ir.Combine.ONE for key in keys)
