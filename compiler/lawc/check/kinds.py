"""Kinds of things and values: the things that provisions decide, the results that combine."""

from __future__ import annotations

from collections.abc import Iterator

from lawc.check.types import type_wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.expressions import is_number, is_ordered
from lawc.lower.eids import eid_of
from lawc.syntax.act import Act
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import Vocabulary


def check_kinds(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield what is wrong with the kinds of things and of values.

    That is names said twice of one kind, displacements between kinds, and results that do not
    combine.
    """
    yield from _named_twice(declared.law, vocabulary)
    yield from _displaced(act, declared, vocabulary)
    yield from _combined(act, vocabulary)


def _named_twice(law: ir.Law, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield names under which a case supplies two things of one kind."""
    facts = [(fact.kind, fact.key) for fact in law.facts]
    lists = [(kind.parent, kind.field) for kind in law.kinds if kind.parent and kind.field]
    names = {**dict.fromkeys(facts, "a fact"), **dict.fromkeys(lists, "a list")}
    again = [("a fact", key, vocabulary.origins.get(key)) for key in facts if key in lists]
    for what, declared, nodes in (
        ("a decision", vocabulary.decisions, law.decisions),
        ("an amount", vocabulary.quantities, law.quantities),
        ("a term", vocabulary.concepts, law.definitions),
    ):
        origins = {key: one.origin for key, one in declared.items()}
        again += [(what, (node.kind, node.key), origins.get(node.key)) for node in nodes]
    for what, (kind, key), origin in dict.fromkeys(again):
        if (kind, key) in names and origin is not None:
            yield Diagnostic(
                Code.DECLARED_TWICE,
                f"`{key}` is {names[kind, key]} of the kind `{kind}`, and {what} of that kind",
                Label(origin.source, origin.span),
                help="give one of the two another name",
            )


def _displaced(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield provisions about members that displace one about the thing that has them."""
    where = {eid_of(passage): passage.where for passage in act.elements}
    for rule in (rule for rule in declared.law.rules if rule.displaces):
        others = dict.fromkeys(
            (other.eid, other.kind)
            for target in rule.displaces
            for other in declared.below(target)
            if rule.kind not in declared.line(other.kind)
        )
        for eid, kind in others:
            own, its = (_noun(act, vocabulary, about) for about in (rule.kind, kind))
            yield Diagnostic(
                Code.NOT_SEPARATE,
                f"`{where[eid]}` decides of {its}, and what displaces it here is about {own}",
                Label(act.source, rule.span),
                help=f"say it of {its}, in a sentence of its own",
                where=where.get(rule.eid, ""),
            )


def _noun(act: Act, vocabulary: Vocabulary, kind: str) -> str:
    """Return the drafter's words for a thing of a kind: `a loan`."""
    entries = vocabulary.entries.get(act.language, ())
    written = (entry.written for entry in entries if entry.key == f"kind:{kind}")
    return f"`{next(written, kind.replace('_', ' '))}`"


def _combined(act: Act, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield totals of values that are no numbers, and orders of values that have none."""
    for passage in act.elements:
        for sentence in passage.sentences:
            match sentence.children[-1]:
                case Tree("combines", (Phrase() as results, _, Tree() as pick)):
                    key = results.key.partition(".")[2]
                    type_ = vocabulary.decisions[key].decision.type
                    total = ir.Combine(pick.name) is ir.Combine.TOTAL
                    if is_number(type_) if total else is_ordered(type_):
                        continue
                    values = type_wording(type_, act, vocabulary)
                    yield Diagnostic(
                        Code.WRONG_TYPE,
                        f"each of `{act.text(results.span)}` is {values}, and these cannot be "
                        + ("added up" if total else "compared by size"),
                        Label(act.source, pick.span),
                        help="take this sentence out, or say which provision gives way",
                        where=passage.where,
                    )
