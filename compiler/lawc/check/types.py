"""What a law says of a quantity, a decision or a condition is of the kind that it must be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.expressions import Typing
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.syntax.act import Act
from lawc.vocabulary.model import Vocabulary

_NAMES = {
    Basic.TRUTH: "something that is true or not",
    Basic.COUNT: "a whole number",
    Basic.NUMBER: "a number",
    Basic.FRACTION: "a fraction",
    Basic.DATE: "a day",
    Basic.PROVISION: "a provision",
}


def check_types(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a problem for each value of a wrong kind, and each comparison of two kinds."""
    law = declared.law
    for one in law.quantities:
        if not _fits(declared, one.value, one.type, one.kind):
            yield _value(act, vocabulary, one.key, one.type, Label(act.source, one.span))
    for line, said in zip(law.plausible, vocabulary.plausible, strict=True):
        if not _fits(declared, line.condition, Basic.TRUTH, line.kind):
            yield _condition(Label(said.origin.source, said.origin.span))
    for rule in law.rules:
        label = Label(act.source, rule.span)
        for gives in rule.gives:
            type_ = declared.decisions[gives.decision].type
            if not _fits(declared, gives.value, type_, rule.kind):
                yield _value(act, vocabulary, gives.decision, type_, label)
        if not _fits(declared, rule.condition, Basic.TRUTH, rule.kind):
            yield _condition(label)
    for definition in law.definitions:
        own = "#" not in definition.eid
        if own and not _fits(declared, definition.condition, Basic.TRUTH, definition.kind):
            yield _condition(Label(act.source, definition.span))


def _fits(declared: Declared, expr: ir.Expr, wanted: Type, kind: str) -> bool:
    typing = Typing(declared)
    typing.check(expr, wanted, kind)
    return not typing.problems


def _value(act: Act, vocabulary: Vocabulary, key: str, type_: Type, label: Label) -> Diagnostic:
    said, wanted = wording(act, vocabulary, key), said_of_type(type_, act, vocabulary)
    message = f"`{said}` is {wanted}, and here it is said to be something else"
    return Diagnostic(Code.WRONG_TYPE, message, label, help=f"write {wanted}")


def _condition(label: Label) -> Diagnostic:
    message = "values of two kinds are compared or combined here"
    return Diagnostic(
        Code.WRONG_TYPE, message, label, help="compare days with days, and money with money"
    )


def said_of_type(type_: Type, act: Act, vocabulary: Vocabulary) -> str:
    """Return how a message calls values of a type."""
    match type_:
        case Basic():
            return _NAMES[type_]
        case Money(currency):
            return f"an amount of money in `{wording(act, vocabulary, currency)}`"
        case Choice():
            return "one of its values"
        case _:
            assert_never(type_)
