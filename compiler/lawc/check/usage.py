"""What is declared or defined and never used; what a date needs and nobody declared."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.walk import children, of_rule
from lawc.source import Span
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary


def check_usage(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield what is declared and not used, and what is used and not declared.

    Facts that no provision of an act that decides something asks for are notes; years or months
    counted where the vocabulary does not say how months end are errors.
    """
    law = declared.law
    named = (one for root, _ in roots_with_spans(law) for one in declared.named(root))
    used = {(one.kind, one.key) for one in named if isinstance(one, ir.Fact)}
    assumed = {(c.kind, one.key) for c in law.clauses for one in c.literals}
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
            for span in _counted(root, at):
                yield Diagnostic(
                    Code.MONTH_END_UNDECLARED,
                    "years or months are counted from a day here, and the vocabulary does not "
                    "say what becomes of a day that the month reached does not have",
                    Label(act.source, span),
                    help="declare `month end up` or `month end down` in the vocabulary",
                )
                return


def _unused_terms(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield the terms and quantities that no provision rests on that decides something.

    Notes, for another act may share the terms of this one; of an act that decides nothing
    itself, which is there for others to share, nothing is said.
    """
    law = declared.law
    meanings: dict[str, list[ir.Expr]] = {}
    places: dict[str, Span] = {}
    for one in law.definitions:
        meanings.setdefault(one.key, []).append(one.condition)
        if "#" not in one.eid:
            places.setdefault(one.key, one.span)
    for each in law.quantities:
        meanings.setdefault(each.key, []).append(each.value)
        places.setdefault(each.key, each.span)
    reached: set[str] = set()
    waiting = [one for rule in law.rules for one in of_rule(rule)]
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
        yield from ((one, rule.span) for one in of_rule(rule))
    for definition in law.definitions:
        yield definition.condition, definition.span
    for quantity in law.quantities:
        yield quantity.value, quantity.span


def _counted(expr: ir.Expr, span: Span) -> Iterator[Span]:
    """Yield the places of the words that count years or months from a day."""
    match expr:
        case ir.Shifted(period=period) if period.years or period.months:
            yield span
        case ir.Stated(_, part):
            yield from _counted(part, expr.span if expr.span != (0, 0) else span)
        case _:
            for part in children(expr):
                yield from _counted(part, span)
