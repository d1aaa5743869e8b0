"""Declarations and definitions that are never used, and the month end that is not declared."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.walk import children, of_rule
from lawc.runtime.values import Stretch
from lawc.source import Span
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary


def check_usage(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a note for each unused fact and term, and an error for an undeclared month end.

    A fact or a term is unused if the act decides something, and no provision of it rests on it.
    The month end must be declared if years or months are counted from a day.
    """
    law = declared.law
    named = (term for root, _ in roots_with_spans(law) for term in declared.named(root))
    used = {(fact.kind, fact.key) for fact in named if isinstance(fact, ir.Fact)}
    assumed = {(c.kind, fact.key) for c in law.clauses for fact in c.literals}
    if law.rules:
        for (kind, key), origin in vocabulary.origins.items():
            if (kind, key) not in used | assumed:
                yield Diagnostic(
                    Code.UNUSED,
                    f"no provision of `{law.act}` asks for `{kind}.{key}`",
                    Label(origin.source, origin.span),
                    help="leave it for the other acts of the jurisdiction, or delete it",
                    severity=Severity.NOTE,
                )
        yield from _unused_terms(act, declared, vocabulary)
    if law.month_end_up is None:
        for root, at in roots_with_spans(law):
            for span in _counting_words(root, at):
                yield Diagnostic(
                    Code.MONTH_END_UNDECLARED,
                    "years or months are counted from a day here, and the vocabulary does not "
                    "say what becomes of a day that the month reached does not have",
                    Label(act.source, span),
                    help="declare `month end up` or `month end down` in the vocabulary",
                )
                return


def _unused_terms(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a note for each term and quantity on which no deciding provision rests.

    Another act may share them, so these are no errors.
    """
    law = declared.law
    meanings: dict[str, list[ir.Expr]] = {}
    places: dict[str, Span] = {}
    for definition in law.definitions:
        meanings.setdefault(definition.key, []).append(definition.condition)
        if "#" not in definition.eid:
            places.setdefault(definition.key, definition.span)
    for quantity in law.quantities:
        meanings.setdefault(quantity.key, []).append(quantity.value)
        places.setdefault(quantity.key, quantity.span)
    reached: set[str] = set()
    waiting = [expr for rule in law.rules for expr in of_rule(rule)]
    while waiting:
        for part in declared.named(waiting.pop()):
            if isinstance(part, ir.Concept | ir.Quantity) and part.key not in reached:
                reached.add(part.key)
                waiting += meanings.get(part.key, ())
    for key, span in places.items():
        if key not in reached:
            yield Diagnostic(
                Code.UNUSED_TERM,
                f"no provision of this act uses `{wording(act, vocabulary, key)}`",
                Label(act.source, span),
                help="use it, leave it for the acts that share it, or take it out",
                severity=Severity.NOTE,
            )


def roots_with_spans(law: ir.Law) -> Iterator[tuple[ir.Expr, Span]]:
    """Yield every expression of a law that stands alone, with the place it comes from."""
    for rule in law.rules:
        yield from ((expr, rule.span) for expr in of_rule(rule))
    for definition in law.definitions:
        yield definition.condition, definition.span
    for quantity in law.quantities:
        yield quantity.value, quantity.span


def _is_first(day: ir.Expr) -> bool:
    """Return whether a day surely is the first of a month: every month has that."""
    return isinstance(day, ir.StartOf) and day.unit is not Stretch.WEEK


def _counting_words(expr: ir.Expr, span: Span) -> Iterator[Span]:
    """Yield the places of the words that count years or months from a day."""
    match expr:
        case ir.Shifted(start, period) if period.years or period.months:
            if not _is_first(start):
                yield span
            yield from _counting_words(start, span)
        case ir.StartOf(inside, Stretch.YEAR):
            # A day that a month lacks is that of the same year, whichever way it goes.
            while isinstance(inside, ir.Shifted):
                inside = inside.day
            yield from _counting_words(inside, span)
        case ir.MonthsBetween():
            yield span
        case ir.Stated(_, part):
            yield from _counting_words(part, expr.span if expr.span != (0, 0) else span)
        case _:
            for part in children(expr):
                yield from _counting_words(part, span)
