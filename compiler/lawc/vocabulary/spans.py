"""Spans of time: which facts of the members of a list are their first and last days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, Written
from lawc.vocabulary.model import Origin, SpanDeclared
from lawc.vocabulary.values import text_of


class Reading(Protocol):
    """What is read of a vocabulary so far."""

    source: Source
    into: dict[str, Any]
    problems: list[Diagnostic]

    def put(self, part: str, key: Any, declared: Any, span: Span) -> None:
        """Keep a declaration."""


def declare_time(
    tree: Tree, parts: Sequence[Any], reading: Reading, kinds: Sequence[ir.Kind]
) -> str:
    """Declare spans of time, the days of a year or month, or a month end; return the key."""
    at = Span(tree.span.start, tree.span.start)
    match tree.name:
        case "month_end":
            reading.into["month_end_up"] = parts[0].name == "up"
            return ""
        case "length":
            reading.put("lengths", parts[0].name, Fraction(text_of(parts[1])), at)
            return ""
    origin = Origin(reading.source, tree.span)
    declared, wrong = _span(parts, reading.into, kinds, origin)
    reading.problems.extend(wrong)
    if declared is not None:
        reading.put("spans", declared.kind, declared, at)
    return text_of(parts[0])


def _span(
    parts: Sequence[Written], into: Mapping[str, Any], kinds: Sequence[ir.Kind], origin: Origin
) -> tuple[SpanDeclared | None, tuple[Diagnostic, ...]]:
    """Return what a declaration says are the ends of spans, and what is wrong with it."""
    kind, first, last = map(text_of, parts)
    wrong: list[Diagnostic] = []

    def problem(part: Written, message: str, help_: str) -> None:
        label = Label(origin.source, part.span)
        wrong.append(Diagnostic(Code.UNKNOWN_NAME, message, label, help=help_))

    if not any(known.key == kind and known.parent for known in kinds):
        problem(parts[0], f"no list has things of a kind `{kind}`", "name a kind of members")
        return None, tuple(wrong)
    facts = into.get("facts", {})
    for part, key in zip(parts[1:], (first, last), strict=True):
        fact = facts.get((kind, key))
        if fact is None or fact.type is not Basic.DATE:
            message = f"`{key}` is no fact of the kind `{kind}` that is a day"
            problem(part, message, f"declare it: `fact {kind}.{key}: date`")
    return (None if wrong else SpanDeclared(kind, first, last, origin)), tuple(wrong)
