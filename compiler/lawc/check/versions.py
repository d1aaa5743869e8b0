"""Versions of one thing must not overlap in time; a gap between them is reported.

a concept, a quantity     is defined several times, each time with a period in force
an element that decides   stands several times under one number
an amount decided         is given by several provisions, none of which has a condition
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from lawc.amend.wording import wording as words_of
from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.lower.eids import at_or_below, eid_of
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.vocabulary.model import Vocabulary


class _Version(NamedTuple):
    """A version: its period in force, and its place."""

    force: ir.Force
    span: Span


def check_versions(act: Act, law: ir.Law, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield the versions of one thing whose periods overlap or leave a gap."""
    yield from _backwards(act, law)
    by_key: dict[str, list[_Version]] = {}
    for definition in law.definitions:
        if "#" not in definition.eid:
            version = _Version(definition.force, definition.span)
            by_key.setdefault(definition.key, []).append(version)
    for quantity in law.quantities:
        by_key.setdefault(quantity.key, []).append(_Version(quantity.force, quantity.span))
    for key, versions in by_key.items():
        yield from _versions(act, wording(act, vocabulary, key), versions)
    reported: set[Span] = set()
    for where, versions in _elements(act, law):
        reported.update(version.span for version in versions)
        yield from _versions(act, where, versions)
    for key, versions in _amounts(law):
        if reported.isdisjoint(version.span for version in versions):
            yield from _versions(act, wording(act, vocabulary, key), versions)


def _elements(act: Act, law: ir.Law) -> Iterator[tuple[str, list[_Version]]]:
    """Yield the elements that decide something and have versions, with these."""
    several: dict[tuple[object, ...], list[Passage]] = {}
    for passage in act.elements:
        several.setdefault((passage.path, passage.versions[:-1]), []).append(passage)
    for passages in several.values():
        if len(passages) > 1:
            forces = [_forces(law, eid_of(passage)) for passage in passages]
            # If the provisions of a version have different periods, it has none of its own.
            if all(len(own) == 1 and ir.ALWAYS not in own for own in forces):
                periods = (force for own in forces for force in own)
                pairs = zip(periods, passages, strict=True)
                yield passages[0].where, [_Version(force, part.place) for force, part in pairs]


def _forces(law: ir.Law, eid: str) -> set[ir.Force]:
    return {rule.force for rule in law.rules if at_or_below(rule.eid, eid)}


def _amounts(law: ir.Law) -> Iterator[tuple[str, list[_Version]]]:
    """Yield the amounts with versions: the provisions that decide them, each for a time.

    They are versions of each other only if none of them has a condition or gives way, and the
    decision has no value otherwise.
    """
    displaced = tuple(eid for rule in law.rules for eid in rule.displaces)
    for decision in law.decisions:
        rules = [r for r in law.rules if any(g.decision == decision.key for g in r.gives)]
        alone = decision.combine is ir.Combine.ONE and decision.otherwise is None
        if alone and len(rules) > 1 and all(_unconditional(rule, displaced) for rule in rules):
            yield decision.key, [_Version(rule.force, rule.span) for rule in rules]


def _unconditional(rule: ir.Rule, displaced: tuple[str, ...]) -> bool:
    """Return whether a provision gives its amount in every case, for a time."""
    condition = rule.condition
    while isinstance(condition, ir.Stated):
        condition = condition.part
    gives_way = any(at_or_below(rule.eid, eid) for eid in displaced)
    return condition == ir.All(()) and rule.force != ir.ALWAYS and not gives_way


def _backwards(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    places = dict.fromkeys(
        [
            *(
                (version.force, version.span)
                for version in law.definitions
                if "#" not in version.eid
            ),
            *((version.force, version.span) for version in law.quantities),
            *((version.force, version.span) for version in law.rules),
        ]
    )
    say = words_of(act.language).day
    for force, span in places:
        if force.start is not None and force.end is not None and force.end < force.start:
            yield Diagnostic(
                Code.WRONG_VALUE,
                f"this is in force from {say(force.start)} to {say(force.end)}, which is "
                "before",
                Label(act.source, span),
                help="let it end on the day it begins or later",
            )


def _versions(act: Act, named: str, versions: list[_Version]) -> Iterator[Diagnostic]:
    rows = sorted(
        versions,
        key=lambda version: (version.force.start or date.min, version.force.end or date.max),
    )
    for before, after in pairwise(rows):
        end, start = before.force.end or date.max, after.force.start or date.min
        if start <= end:
            yield _overlap(act, named, before, after)
        elif start - end > timedelta(days=1):
            days = _days(act, end + timedelta(days=1), start - timedelta(days=1))
            yield Diagnostic(
                Code.VERSIONS_GAP,
                f"no version of `{named}` is in force {days}",
                Label(act.source, after.span),
                (Label(act.source, before.span, "the version before"),),
                "let this version begin on the day after the other ends, if no gap is meant",
                severity=Severity.WARNING,
            )


def _overlap(act: Act, named: str, before: _Version, after: _Version) -> Diagnostic:
    if ir.ALWAYS in (before.force, after.force):
        code = Code.DEFINED_TWICE
        what = f"`{named}` is defined a second time here"
        help_ = "delete one of them, or give each its period in force"
    else:
        code = Code.VERSIONS_OVERLAP
        start = after.force.start or date.min
        last = min(before.force.end or date.max, after.force.end or date.max)
        what = f"two versions of `{named}` are in force {_days(act, start, last)}"
        help_ = "let one end on the day before the other begins"
    related = (Label(act.source, before.span, "also defined here"),)
    return Diagnostic(code, what, Label(act.source, after.span), related, help_)


def _days(act: Act, first: date, last: date) -> str:
    say = words_of(act.language).day
    if first == date.min:
        return "on every day" if last == date.max else f"up to {say(last)}"
    if last == date.max:
        return f"from {say(first)} on"
    return f"on {say(first)}" if first == last else f"from {say(first)} to {say(last)}"
