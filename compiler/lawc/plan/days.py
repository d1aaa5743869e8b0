"""Days that are found from others, and the days of spans, as slots."""

from __future__ import annotations

from collections.abc import Callable

from lawc.ir import nodes as ir
from lawc.plan.slots import Op, Slot
from lawc.plan.store import Place, Store

OfDays = ir.Shifted | ir.StartOf | ir.DaysIn
Find = Callable[[ir.Expr, str], Place]


def of_days(store: Store, expr: OfDays, kind: str, value: Find, truth: Find) -> Place:
    """Return the slot of a day or of days; `value` and `truth` find those of its parts."""
    match expr:
        case ir.Shifted(day, period, before):
            return store.computed(Op.SHIFTED, [value(day, kind)], (period, before))
        case ir.StartOf(day, unit):
            return store.computed(Op.START, [value(day, kind)], (unit.value,))
        case ir.DaysIn(first, last, condition):
            # It stands with the member also if it rests on the owner alone: sums tell by the
            # operation of the member's slot that days of several members count once.
            of = [value(first, kind), value(last, kind), truth(condition, kind)]
            nothing = not store.nothing.isdisjoint(of)
            return store.add(kind, Slot(Op.SPAN, store.all_at(of, kind)), nothing=nothing)
