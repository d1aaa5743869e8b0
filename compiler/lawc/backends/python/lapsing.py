"""Decisions that may have no value for want of a version in force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from lawc.ir import nodes as ir
from lawc.ir.walk import reached
from lawc.meaning.world import World

Span = tuple[date | None, date | None]  # the first and the last day; None: without end


def versions_of(world: World, decision: ir.Decision) -> list[tuple[ir.Force, ...]]:
    """Return the versions of each provision and amount that gives a decision in time.

    The versions of one that is always in force are left out. Where of each one is in force,
    a decision has no value for other reasons.
    """
    law = world.law
    waiting, seen = [decision.key], {decision.key}
    amounts: dict[str, None] = {}
    groups: list[tuple[ir.Force, ...]] = []
    for key in waiting:  # which grows on the way
        rules: dict[str, list[ir.Force]] = {}
        values = []
        for rule, gives in world.giving.get(key, ()):
            cited = world.elements[rule.eid].citation
            rules.setdefault(cited, []).append(rule.force)
            values.append(gives.value)
        groups += map(tuple, rules.values())
        for part in reached(law, values):
            if isinstance(part, ir.Quantity):
                amounts[part.key] = None
            elif isinstance(part, ir.Decided) and part.key not in seen:
                seen.add(part.key)
                waiting.append(part.key)
    for key in amounts:
        groups.append(tuple(one.force for one in law.quantities if one.key == key))
    return [one for one in dict.fromkeys(groups) if ir.ALWAYS not in one]


def covered(groups: Iterable[tuple[ir.Force, ...]]) -> list[Span]:
    """Return the spans of days on which of each group a version is in force."""
    spans: list[Span] = [(None, None)]
    for group in groups:
        versions = _joined([(one.start, one.end) for one in group])
        spans = [
            both
            for first in spans
            for second in versions
            if (both := _both(first, second)) is not None
        ]
    return spans


def _both(first: Span, second: Span) -> Span | None:
    start = max((one[0] for one in (first, second) if one[0] is not None), default=None)
    end = min((one[1] for one in (first, second) if one[1] is not None), default=None)
    return None if start is not None and end is not None and start > end else (start, end)


def _joined(spans: list[Span]) -> list[Span]:
    """Return spans of which none begins where another goes on."""
    made: list[Span] = []
    for start, end in sorted(spans, key=lambda one: one[0] or date.min):
        last = made[-1][1] if made else None
        if made and (
            last is None or start is None or start <= last or start - timedelta(days=1) <= last
        ):
            longest = None if last is None or end is None else max(last, end)
            made[-1] = (made[-1][0], longest)
        else:
            made.append((start, end))
    return made
