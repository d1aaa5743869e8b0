"""Shares are not written as bare numbers: `50` for 50 per cent would be fifty times the whole.

0 and 1, nothing and the whole, need no unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir.types import Basic
from lawc.lower.amounts import AROUND, LIMITS
from lawc.lower.cases import CASE, noun_of
from lawc.lower.values import literal
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import Vocabulary

_ANY_UNIT = (0, 1)


def check_shares(act: Act, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a problem for each bare number that a share is compared with or is to be."""
    shares = [
        entry.written.casefold().replace("’", "'")
        for entry in vocabulary.entries.get(act.language, ())
        if entry.terminal == "NOUN" and vocabulary.type_of(entry.key) is Basic.FRACTION
    ]
    items: dict[int, Phrase] = {}  # cases of shares, by the passage in which they stand
    for passage in act.elements if shares else ():
        for node in _cases(vocabulary, passage, items):
            if is_bare(node):
                yield bare_share(act, node, passage.where)
        text = passage.text.casefold().replace("’", "'")
        for sentence in passage.sentences if any(noun in text for noun in shares) else ():
            for node in _terms_of_shares(vocabulary, sentence):
                if is_bare(node):
                    yield bare_share(act, node, passage.where)


def _cases(vocabulary: Vocabulary, passage: Passage, items: dict[int, Phrase]) -> Iterator[Any]:
    """Yield the terms of the cases of a share; `items` are those of lists announced before."""
    for sentence in passage.sentences:
        body = sentence.children[-1] if sentence.name == "sentence" else None
        if isinstance(body, Tree) and body.name == "amounts_listed":
            items |= {id(item): noun_of(body) for item in passage.list_items}
        if sentence.name == CASE and id(passage) in items:
            yield from _of_amount(vocabulary, items[id(passage)], sentence)


def _of_amount(vocabulary: Vocabulary, noun: Phrase, node: Tree) -> Iterator[Any]:
    parts = [child for child in node.children if isinstance(child, Tree)]
    for part in parts if _is_share(vocabulary, noun) else ():
        if _is_limit(part):
            yield part.children[-1]
        elif part.name not in (*LIMITS, *AROUND):
            yield from _terms(part)


def is_bare(node: Any) -> bool:
    """Return whether a term is a whole number without a unit, other than 0 and 1."""
    if not (isinstance(node, Tree) and node.name == "number"):
        return False
    number = literal(node)
    return number.type is Basic.COUNT and number.value not in _ANY_UNIT


def bare_share(act: Act, node: Tree, where: str) -> Diagnostic:
    """Return the problem that a bare number stands in the place of a share."""
    text = act.text(node.span)
    return Diagnostic(
        Code.WRONG_TYPE,
        f"`{text}` is a bare number, and a share or a rate is a part of something",
        Label(act.source, node.span),
        help="write it as a fraction or as so many per cent",
        where=where,
    )


def _terms_of_shares(vocabulary: Vocabulary, node: Any) -> Iterator[Any]:
    """Yield the terms that a sentence compares with a share, or gives as one."""
    match node:
        case Tree("compares", (Tree("noun", (Phrase() as noun,)), _, right)):
            if _is_share(vocabulary, noun):
                yield right
        case Tree("amounts", children):
            yield from _of_amount(vocabulary, noun_of(node), node)
            for part in children:
                yield from _terms_of_shares(vocabulary, part)
        case Tree(_, children):
            for child in children:
                yield from _terms_of_shares(vocabulary, child)


def _terms(expression: Tree) -> Iterator[Any]:
    """Yield the terms that are shares themselves; a factor of a product may be any number."""
    match expression:
        case Tree("term", parts):
            sums = {part.name for part in parts[1::2]} <= {"plus", "less"}
            for part in parts[::2] if sums else ():
                yield from _terms(part)
        case Tree("sum_of_terms" | "larger_of" | "smaller_of" | "whichever", terms):
            for part in terms:
                yield from _terms(part)
        case Tree("product_of" | "share_of" | "twice"):
            pass
        case _:
            yield expression


def _is_limit(node: Any) -> bool:
    return isinstance(node, Tree) and node.name in ("not_less", "not_more")


def _is_share(vocabulary: Vocabulary, noun: Phrase) -> bool:
    return vocabulary.type_of(noun.key) is Basic.FRACTION
