"""Decisions that may have no value for want of a version in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from lawc.ir import nodes as ir
from lawc.ir.walk import inside, reached
from lawc.meaning.world import World

Span = tuple[date | None, date | None]  # the first and the last day; None: without end


def versions_of(world: World, decision: ir.Decision) -> list[tuple[ir.Force, ...]]:
    """Return the versions of each provision and amount that gives a decision in time.

    The versions of one that is always in force are left out. Where of each one is in force,
    a decision has no value for other reasons.
    """
    law = world.law
    forces = {part.force for part in law.rules} | {part.force for part in law.quantities}
    if forces <= {ir.ALWAYS}:
        return []
    waiting, seen = [decision.key], {decision.key}
    amounts: dict[str, None] = {}
    groups: list[tuple[ir.Force, ...]] = []
    for key in waiting:  # which grows on the way
        rules: dict[str, list[ir.Force]] = {}
        values: list[ir.Expr] = []
        for rule, gives in world.giving.get(key, ()):
            cited = world.elements[rule.eid].citation
            rules.setdefault(cited, []).append(rule.force)
            values += [gives.value, *_compared((rule.condition, gives.when))]
        groups += map(tuple, rules.values())
        for part in reached(law, values):
            if isinstance(part, ir.Quantity):
                amounts[part.key] = None
            elif isinstance(part, ir.Decided) and part.key not in seen:
                seen.add(part.key)
                waiting.append(part.key)
    for key in amounts:
        groups.append(
            tuple(quantity.force for quantity in law.quantities if quantity.key == key)
        )
    return [group for group in dict.fromkeys(groups) if ir.ALWAYS not in group]


def _compared(conditions: Iterable[ir.Expr | None]) -> Iterator[ir.Expr]:
    """Yield the comparisons of conditions: where an amount has no wording, they fail."""
    for condition in conditions:
        if condition is not None:
            yield from (part for part in inside(condition) if isinstance(part, ir.Compare))


def covered(groups: Iterable[tuple[ir.Force, ...]]) -> list[Span]:
    """Return the spans of days on which of each group a version is in force."""
    spans: list[Span] = [(None, None)]
    for group in groups:
        versions = _joined([(force.start, force.end) for force in group])
        spans = [
            both
            for first in spans
            for second in versions
            if (both := _both(first, second)) is not None
        ]
    return spans


def _both(first: Span, second: Span) -> Span | None:
    start = max((span[0] for span in (first, second) if span[0] is not None), default=None)
    end = min((span[1] for span in (first, second) if span[1] is not None), default=None)
    return None if start is not None and end is not None and start > end else (start, end)


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans of which none begins where another goes on."""
    joined: list[Span] = []
    for start, end in sorted(spans, key=lambda span: span[0] or date.min):
        last = joined[-1][1] if joined else None
        if joined and (
            last is None or start is None or start <= last or start - timedelta(days=1) <= last
        ):
            longest = None if last is None or end is None else max(last, end)
            joined[-1] = (joined[-1][0], longest)
        else:
            joined.append((start, end))
    return joined
