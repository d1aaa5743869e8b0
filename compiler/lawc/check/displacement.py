"""What provisions say of others is so: a term has a meaning, a reminder is kept."""

from __future__ import annotations

from collections.abc import Iterator

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
    """Yield words that nothing stands behind.

    Those are concepts without a definition, and reminders ("subject to") that the provision
    cited does not keep.
    """
    yield from _undefined(act, declared, vocabulary)
    yield from _reminders(act, declared.law)


def _undefined(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    law = declared.law
    defined = {one.key for one in law.definitions} | {one.key for one in law.quantities}
    spans: dict[str, Span] = {}
    roots = [
        *((rule.condition, rule.span) for rule in law.rules),
        *((g.value, rule.span) for rule in law.rules for g in rule.gives),
        *((one.condition, one.span) for one in law.definitions if "#" not in one.eid),
        *((one.value, one.span) for one in law.quantities),
    ]
    for root, span in roots:
        if not _terms(declared, root) <= defined:
            for key, at in _named(root, span):
                if key not in defined:
                    spans.setdefault(key, at)
    for key, span in spans.items():
        yield Diagnostic(
            Code.UNDEFINED_CONCEPT,
            f"`{wording(act, vocabulary, key)}` is used, and no provision says what it means",
            Label(act.source, span),
            help="define it in this act, or share the terms of the act that defines it",
        )


def _terms(declared: Declared, expr: ir.Expr) -> set[str]:
    """Return the keys of the concepts and quantities that `expr` names."""
    named = declared.named(expr)
    return {one.key for one in named if isinstance(one, _TERMS)}


_TERMS = (ir.Concept, ir.Quantity)


def _named(expr: ir.Expr, span: Span) -> Iterator[tuple[str, Span]]:
    match expr:
        case ir.Concept(key) | ir.Quantity(key):
            yield key, span
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
    cited = [eid_of(one) for one in elements(ctx, node.children[0], passage)]
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
    """Return the citations of what the provisions cited displace."""
    citations = {element.eid: element.citation for element in law.elements}
    eids = dict.fromkeys(
        eid
        for rule in law.rules
        if any(at_or_below(rule.eid, one) for one in cited)
        for eid in rule.displaces
    )
    return ", ".join(f"`{citations.get(eid, eid)}`" for eid in eids)
