"""A share is not said by a bare number: `50` where 50 per cent is meant is fifty times it.

Nothing and the whole are said without a unit: 0 and 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir.types import Basic
from lawc.lower.values import literal
from lawc.syntax.act import Act
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import Vocabulary

_ANY_UNIT = (0, 1)


def check_shares(act: Act, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a problem for each bare number with which a share is compared, or said to be."""
    shares = [
        one.written.casefold().replace("’", "'")
        for one in vocabulary.entries.get(act.language, ())
        if one.terminal == "NOUN" and vocabulary.type_of(one.key) is Basic.FRACTION
    ]
    for passage in act.elements if shares else ():
        text = passage.text.casefold().replace("’", "'")
        for sentence in passage.sentences if any(one in text for one in shares) else ():
            for node in _spoken(vocabulary, sentence):
                if is_bare(node):
                    yield bare(act, node, passage.where)


def is_bare(node: Any) -> bool:
    """Tell whether a term is a whole number without a unit, other than 0 and 1."""
    if not (isinstance(node, Tree) and node.name == "number"):
        return False
    found = literal(node)
    return found.type is Basic.COUNT and found.value not in _ANY_UNIT


def bare(act: Act, node: Tree, where: str) -> Diagnostic:
    """Return that a bare number stands where a share does."""
    said = act.text(node.span)
    return Diagnostic(
        Code.WRONG_TYPE,
        f"`{said}` is a bare number, and a share or a rate is a part of something",
        Label(act.source, node.span),
        help="write it as a fraction or as so many per cent",
        where=where,
    )


def _spoken(vocabulary: Vocabulary, node: Any) -> Iterator[Any]:
    """Yield the terms that a sentence sets beside a share."""
    match node:
        case Tree("compares", (Phrase() as noun, _, right)) if _is_share(vocabulary, noun):
            yield right
        case Tree("amounts", (Phrase() as noun, expression, *rest)):
            if _is_share(vocabulary, noun):
                yield from _terms(expression)
                yield from (one.children[-1] for one in rest if _is_limit(one))
            for one in rest:
                yield from _spoken(vocabulary, one)
        case Tree(_, children):
            for one in children:
                yield from _spoken(vocabulary, one)


def _terms(expression: Tree) -> tuple[Any, ...]:
    """Return what is said to be the share: what multiplies it may be any number."""
    match expression:
        case Tree("sum" | "difference" | "larger_of" | "smaller_of", terms):
            return terms
        case Tree("product"):
            return ()
        case _:
            return (expression,)


def _is_limit(node: Any) -> bool:
    return isinstance(node, Tree) and node.name in ("not_less", "not_more")


def _is_share(vocabulary: Vocabulary, noun: Phrase) -> bool:
    return vocabulary.type_of(noun.key) is Basic.FRACTION
