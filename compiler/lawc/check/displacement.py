"""Words that rest on other provisions: a term has a meaning, a reminder is kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.walk import children
from lawc.lower.citations import elements
from lawc.lower.context import Context
from lawc.lower.eids import at_or_below, eid_of
from lawc.source import Span
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree
from lawc.vocabulary.model import Vocabulary


def check_displacement(
    act: Act, declared: Declared, vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """Yield concepts without a definition, and reminders that are not kept.

    A reminder ("subject to") is kept if the cited provision displaces the one it stands in.
    """
    yield from _undefined(act, declared, vocabulary)
    yield from _reminders(act, declared.law)


def _undefined(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    law = declared.law
    defined: set[_Term] = {ir.Concept(definition.key) for definition in law.definitions}
    defined |= {ir.Quantity(quantity.key) for quantity in law.quantities}
    defined |= {ir.Decided(decision.key) for decision in law.decisions}
    spans: dict[_Term, Span] = {}
    roots = [
        *((rule.condition, rule.span) for rule in law.rules),
        *((g.value, rule.span) for rule in law.rules for g in rule.gives),
        *(
            (definition.condition, definition.span)
            for definition in law.definitions
            if "#" not in definition.eid
        ),
        *((quantity.value, quantity.span) for quantity in law.quantities),
    ]
    for root, span in roots:
        if not _terms(declared, root) <= defined:
            for term, at in _named(root, span):
                if term not in defined:
                    spans.setdefault(term, at)
    for term, span in spans.items():
        named = wording(act, vocabulary, term.key)
        message = f"`{named}` is used, and no provision says what it means"
        help_ = "define it in this act, or share the terms of the act that defines it"
        if isinstance(term, ir.Decided):
            message = f"`{act.text(span)}` rests on what no provision of this act decides"
            help_ = "decide it in this act, or ask for something else"
        yield Diagnostic(Code.UNDEFINED_CONCEPT, message, Label(act.source, span), help=help_)


_Term: TypeAlias = ir.Concept | ir.Quantity | ir.Decided
_TERMS = (ir.Concept, ir.Quantity, ir.Decided)


def _terms(declared: Declared, expr: ir.Expr) -> set[_Term]:
    """Return the terms in `expr`, to which provisions give a meaning."""
    return {term for term in declared.named(expr) if isinstance(term, _TERMS)}


def _named(expr: ir.Expr, span: Span) -> Iterator[tuple[_Term, Span]]:
    match expr:
        case ir.Concept() | ir.Quantity() | ir.Decided():
            yield expr, span
        case ir.Stated(_, part):
            yield from _named(part, expr.span if expr.span != (0, 0) else span)
        case _:
            for part in children(expr):
                yield from _named(part, span)


def _reminders(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    for passage in act.elements:
        for sentence in passage.sentences:
            reminder = sentence.find("subject_to")
            if reminder is not None:
                yield from _reminder(act, law, passage, reminder)


def _reminder(act: Act, law: ir.Law, passage: Passage, node: Tree) -> Iterator[Diagnostic]:
    ctx = Context(act, law.act, Vocabulary(), {})
    cited = [eid_of(element) for element in elements(ctx, node.children[0], passage)]
    own = eid_of(passage)
    keeps = any(
        any(at_or_below(rule.eid, eid) for eid in cited)
        and any(at_or_below(own, eid) or at_or_below(eid, own) for eid in rule.displaces)
        for rule in law.rules
    )
    if not keeps:
        named = act.text(node.children[0].span)
        displaced = _displaced_by(law, cited)
        aims = f"`{named}` displaces {displaced or 'nothing'}"
        yield Diagnostic(
            Code.NOT_DISPLACED,
            f"`{act.text(node.span).rstrip(',')}` says that this provision gives way, and "
            f"`{named}` does not displace it",
            Label(act.source, node.span),
            help=f"{aims}: let it displace this provision too, or delete the reminder",
            where=passage.where,
        )


def _displaced_by(law: ir.Law, cited: list[str]) -> str:
    """Return the citations of the provisions that the cited ones displace."""
    citations = law.citations
    eids = dict.fromkeys(
        eid
        for rule in law.rules
        if any(at_or_below(rule.eid, provision) for provision in cited)
        for eid in rule.displaces
    )
    return ", ".join(f"`{citations.get(eid, eid)}`" for eid in eids)
