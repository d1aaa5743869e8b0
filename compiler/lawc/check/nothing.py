"""Terms of amounts that may have no value, although the law does not say what then holds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.check.covering import Values
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.spoken import spoken

# Constructs of several terms that have no value if one of the terms has none. A product is not
# among them: what is multiplied by nothing is expected to be nothing.
_TERMS = (
    "sum_of_terms", "larger_of", "smaller_of", "excess", "so_much", "whichever", "not_less",
    "not_more",
)  # fmt: skip
_FACTORS = ("multiplied", "divided")


def check_nothing(act: Act, declared: Declared) -> Iterator[Diagnostic]:
    """Yield the terms of amounts that may have no value."""
    values = Values(declared)
    for passage in act.elements:
        for sentence in passage.sentences:
            for noun in _terms(sentence):
                if values.may_be_nothing(_named(declared, noun)):
                    yield _silent(act, passage, noun)


def _terms(sentence: Tree) -> Iterator[Phrase]:
    """Yield the nouns that are terms of an amount of several terms, in their order."""
    waiting: list[Any] = [sentence]
    while waiting:
        node = waiting.pop()
        if not isinstance(node, Tree):
            continue
        waiting += reversed(node.children)
        if node.name == "sum_of":
            noun, if_any, _ = node.children
            if if_any is None:
                yield noun
        elif node.name == "term":
            around = (None, *node.children[1::2], None)
            for place, part in enumerate(node.children[::2]):
                beside = {op.name for op in around[place : place + 2] if op is not None}
                if part.name == "noun" and not beside.issubset(_FACTORS):
                    yield part.children[0]
        elif node.name in _TERMS:
            for term in node.all("noun"):
                yield term.children[0]


def _named(declared: Declared, noun: Phrase) -> ir.Expr:
    sort, _, key = noun.key.partition(":")
    field = key.rpartition(".")[2]
    match sort:
        case "decision":
            return ir.Decided(field)
        case "quantity" if field in declared.decisions:
            return ir.Decided(field)
        case "quantity":
            return ir.Quantity(field)
        case _:
            return ir.Fact("", field)  # a fact always has a value


def _silent(act: Act, passage: Passage, noun: Phrase) -> Diagnostic:
    term = act.text(noun.span)
    counted = spoken(act.language, "noun_if_any.noun_if_any", {"NOUN": term})
    return Diagnostic(
        Code.MAY_BE_NOTHING,
        f"`{term}` may have no value, and then this amount has none",
        Label(act.source, noun.span),
        help=f"write `{counted}` where nothing counts as zero, or say what it is in every case",
        where=passage.where,
        severity=Severity.WARNING,
    )
