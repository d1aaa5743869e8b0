"""Rules that can never give their values to one thing together, seen from their words alone."""

from __future__ import annotations

from lawc.backends.python.plan import Plan, unstated
from lawc.backends.python.reach import every_part, of_decision
from lawc.ir import nodes as ir
from lawc.ir.types import Choice


def exclusive(plan: Plan, one: tuple[int, ir.Gives], other: tuple[int, ir.Gives]) -> bool:
    """Tell whether two rules with what they give exclude each other.

    They do where one displaces the other, or where both ask for other values of one fact.
    """
    if displaces(plan, one[0], other[0]) or displaces(plan, other[0], one[0]):
        return True
    first, second = _demands(plan, *one), _demands(plan, *other)
    return any(not values & second[fact] for fact, values in first.items() if fact in second)


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


def _affirmed(condition: ir.Expr) -> ir.Expr:
    """Return a condition without words and without two denials that make none."""
    condition = unstated(condition)
    if isinstance(condition, ir.Not):
        inner = unstated(condition.part)
        if isinstance(inner, ir.Not):
            return _affirmed(inner.part)
    return condition


def _demands(plan: Plan, place: int, gives: ir.Gives) -> dict[ir.Fact, frozenset[object]]:
    """Return the values that facts must have where the rule gives."""
    found: dict[ir.Fact, frozenset[object]] = {}
    conditions = [plan.law.rules[place].condition]
    conditions += [] if gives.when is None else [gives.when]
    while conditions:
        condition = unstated(conditions.pop())
        if isinstance(condition, ir.All):
            conditions += condition.parts
            continue
        for fact, values in demand(plan, condition):
            found[fact] = found[fact] & values if fact in found else values
    return found


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
    parts = every_part(plan, of_decision(plan, decision.key))
    keys = {one.key for one in parts if isinstance(one, ir.Decided)}
    return any(plan.decision(key).combine is ir.Combine.ONE for key in keys)
