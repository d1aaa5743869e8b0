"""Rules that can never give their values to one thing together, seen from their words alone."""

from __future__ import annotations

from lawc.backends.python.plan import Plan, unstated
from lawc.ir import nodes as ir
from lawc.ir.types import Choice


def exclusive(plan: Plan, one: tuple[int, ir.Gives], other: tuple[int, ir.Gives]) -> bool:
    """Tell whether two rules with what they give exclude each other.

    They do where one displaces the other, or where both ask for other values of one fact.
    """
    if one[0] in plan.displacers(other[0]) or other[0] in plan.displacers(one[0]):
        return True
    first, second = _demands(plan, *one), _demands(plan, *other)
    return any(not values & second[fact] for fact, values in first.items() if fact in second)


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
        for fact, values in _demand(plan, condition):
            found[fact] = found[fact] & values if fact in found else values
    return found


def _demand(plan: Plan, condition: ir.Expr) -> list[tuple[ir.Fact, frozenset[object]]]:
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
