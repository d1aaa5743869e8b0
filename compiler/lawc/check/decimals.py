"""Numbers with more decimals than they can have: is `1.000 euro` one euro, or a thousand?

In some countries texts set thousands apart with a point. Their readers take three decimals for
a thousand; the language reads them as decimals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir.types import Basic, Money
from lawc.lower.tables import is_rising
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.vocabulary.model import Vocabulary

_POINTED = re.compile(r"\d\.\d")
_CENTS = 2  # decimals of a sum of money
_GROUP = 3  # digits of a thousand that is set apart


def check_decimals(act: Act, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a doubt about each sum of money and whole number with decimals it cannot have."""
    for passage in act.elements:
        if not any(map(_POINTED.search, (passage.text, *passage.table))):
            continue
        for number, most in _limited_numbers(vocabulary, passage):
            _, _, decimals = number.text.partition(".")
            if len(decimals) > most:
                yield _doubt(act, passage, number, most)


def _limited_numbers(vocabulary: Vocabulary, passage: Passage) -> Iterator[tuple[Written, int]]:
    """Yield the sums of money and whole numbers of a passage, each with its most decimals."""
    for sentence in passage.sentences:
        yield from _inside(vocabulary, sentence, None)
    rising = passage.rows and passage.sentences and is_rising(passage)
    opened = passage.sentences[-1].children[-1] if rising else None
    if isinstance(opened, Tree) and opened.name in ("amounts_by_row", "amounts_by_part"):
        target, subject, *_ = opened.children
        for row in passage.rows:
            bounds, cell = row.children
            yield from _inside(vocabulary, bounds, _most(vocabulary, subject))
            by_row = opened.name == "amounts_by_row"
            yield from _inside(vocabulary, cell, _most(vocabulary, target) if by_row else None)


def _inside(
    vocabulary: Vocabulary, node: Any, most: int | None
) -> Iterator[tuple[Written, int]]:
    """Yield the numbers inside a node, each with its most decimals.

    `most` is that of a bare number, None if it may have any.
    """
    match node:
        case Tree("money", (Written() as number, _)):
            yield number, _CENTS
        case Tree("number", (Written() as number,)) if most is not None:
            yield number, most
        case Tree("compares", (Tree("noun", (Phrase() as noun,)), _, right)):
            yield from _inside(vocabulary, right, _most(vocabulary, noun))
        case Tree(_, children):
            for child in children:
                yield from _inside(vocabulary, child, most)
        case Phrase(slots=slots):
            for slot in slots.values():
                yield from _inside(vocabulary, slot, None)


def _most(vocabulary: Vocabulary, noun: Phrase) -> int | None:
    match vocabulary.type_of(noun.key):
        case Money():
            return _CENTS
        case Basic.COUNT:
            return 0
        case _:
            return None


def _doubt(act: Act, passage: Passage, number: Written, most: int) -> Diagnostic:
    whole, _, decimals = number.text.partition(".")
    unit = "a sum of money has two" if most else "a whole number has none"
    plain = number.text.rstrip("0").rstrip(".")
    thousands = f"{whole} {decimals}"
    if len(decimals) == _GROUP and len(whole) <= _GROUP and whole != "0":
        message = f"`{number.text}` is read as {plain} here; it may be meant as {thousands}"
        help_ = f"write `{thousands}` for the larger number, `{plain}` for the smaller one"
    else:
        message = f"`{number.text}` has more decimals than are counted here: {unit}"
        help_ = "leave out the decimals that are too many"
    return Diagnostic(
        Code.TOO_MANY_DECIMALS,
        message,
        Label(act.source, number.span),
        help=help_,
        where=passage.where,
        severity=Severity.WARNING,
    )
