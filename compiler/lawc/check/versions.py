"""Versions of one thing do not overlap in time, and leave no day without law unsaid."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.source import Span
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary


def check_versions(act: Act, law: ir.Law, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield definitions of one concept or quantity whose periods overlap or leave a gap."""
    yield from _backwards(act, law)
    found: dict[str, list[tuple[ir.Force, Span]]] = {}
    for definition in law.definitions:
        if "#" not in definition.eid:
            found.setdefault(definition.key, []).append((definition.force, definition.span))
    for quantity in law.quantities:
        found.setdefault(quantity.key, []).append((quantity.force, quantity.span))
    for key, versions in found.items():
        yield from _versions(act, wording(act, vocabulary, key), versions)


def _backwards(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    places = dict.fromkeys(
        [
            *((one.force, one.span) for one in law.definitions if "#" not in one.eid),
            *((one.force, one.span) for one in law.quantities),
            *((one.force, one.span) for one in law.rules),
        ]
    )
    for force, span in places:
        if force.start is not None and force.end is not None and force.end < force.start:
            yield Diagnostic(
                Code.WRONG_VALUE,
                f"this is in force from {force.start} to {force.end}, which is before",
                Label(act.source, span),
                help="let it end on the day it begins or later",
            )


def _versions(
    act: Act, key: str, versions: list[tuple[ir.Force, Span]]
) -> Iterator[Diagnostic]:
    rows = sorted(versions, key=lambda one: (one[0].start or date.min, one[0].end or date.max))
    for (before, first), (after, second) in pairwise(rows):
        end, start = before.end or date.max, after.start or date.min
        if start <= end:
            code = Code.DEFINED_TWICE if ir.ALWAYS in (before, after) else Code.VERSIONS_OVERLAP
            what = (
                f"`{key}` is defined a second time here"
                if code is Code.DEFINED_TWICE
                else f"two versions of `{key}` are in force {_days(start, _last(end, after))}"
            )
            yield Diagnostic(
                code,
                what,
                Label(act.source, second),
                (Label(act.source, first, "also defined here"),),
                "delete one of them, or give each its period in force"
                if code is Code.DEFINED_TWICE
                else "let one end on the day before the other begins",
            )
        elif start - end > timedelta(days=1):
            yield Diagnostic(
                Code.VERSIONS_GAP,
                f"no version of `{key}` is in force "
                + _days(end + timedelta(days=1), start - timedelta(days=1)),
                Label(act.source, second),
                (Label(act.source, first, "the version before"),),
                "let this version begin on the day after the other ends, if no gap is meant",
                severity=Severity.WARNING,
            )


def _last(end: date, after: ir.Force) -> date:
    return min(end, after.end or date.max)


def _days(first: date, last: date) -> str:
    if last == date.max:
        return f"from {first} on"
    return f"on {first}" if first == last else f"from {first} to {last}"
