"""Quantities, decisions and conditions of a law have values of the kind that they must have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, assert_never

from lawc.check.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.expressions import Typing, fits
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import children
from lawc.records import dataclass
from lawc.source import NOWHERE, Span
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
_OF_MEMBERS = (ir.Some, ir.Every, ir.CountOf, ir.TotalOf)
_ONE_KIND = "compare and combine only values of one kind"


def check_types(act: Act, declared: Declared, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """Yield a problem for each value of a wrong kind, and each comparison of two kinds."""
    law = declared.law
    messages = _Messages(act, declared, vocabulary)
    for quantity in law.quantities:
        if not _fits(declared, quantity.value, quantity.type, quantity.kind):
            label = Label(act.source, quantity.span)
            yield messages.value(
                quantity.key, quantity.type, quantity.value, quantity.kind, label
            )
    for line, declaration in zip(law.plausible, vocabulary.plausible, strict=True):
        if not _fits(declared, line.condition, Basic.TRUTH, line.kind):
            label = Label(declaration.origin.source, declaration.origin.span)
            yield messages.condition(line.condition, line.kind, label, inside=False)
    for rule in law.rules:
        label = Label(act.source, rule.span)
        for gives in rule.gives:
            type_ = declared.decisions[gives.decision].type
            if not _fits(declared, gives.value, type_, rule.kind):
                yield messages.value(gives.decision, type_, gives.value, rule.kind, label)
        if not _fits(declared, rule.condition, Basic.TRUTH, rule.kind):
            yield messages.condition(rule.condition, rule.kind, label)
    for definition in law.definitions:
        own = "#" not in definition.eid
        if own and not _fits(declared, definition.condition, Basic.TRUTH, definition.kind):
            label = Label(act.source, definition.span)
            yield messages.condition(definition.condition, definition.kind, label)


def _fits(declared: Declared, expr: ir.Expr, wanted: Type, kind: str) -> bool:
    typing = Typing(declared)
    typing.check(expr, wanted, kind)
    return not typing.problems


@dataclass(frozen=True)
class _Messages:
    """Messages about values of a wrong kind; each names both kinds if both are known."""

    act: Act
    declared: Declared
    vocabulary: Vocabulary

    def value(
        self, key: str, wanted: Type, value: ir.Expr, kind: str, label: Label
    ) -> Diagnostic:
        """Return the problem that the value a law gives to an amount is not of its type."""
        name, right = wording(self.act, self.vocabulary, key), self.wording(wanted)
        mixed = next(_mixed(self.declared, value, kind, None), None)
        if mixed is not None:
            message = f"`{name}` is {right}, and here {self.mixing(mixed)}"
            return Diagnostic(Code.WRONG_TYPE, message, label, help=_ONE_KIND)
        type_ = Typing(self.declared).type_of(value, kind)
        other = "something else" if type_ is None else self.wording(type_)
        help_ = f"write {right}"
        if type_ is not None and type_ is not Basic.PROVISION:
            help_ += f", or declare `{name}` in the vocabulary as {other}: `{_declared(type_)}`"
        message = f"`{name}` is {right}, and here it is said to be {other}"
        return Diagnostic(Code.WRONG_TYPE, message, label, help=help_)

    def condition(
        self, condition: ir.Expr, kind: str, label: Label, *, inside: bool = True
    ) -> Diagnostic:
        """Return the problem that a condition compares two kinds, at the smallest place."""
        mixed = next(_mixed(self.declared, condition, kind, None), None)
        message = "values of two kinds are compared or combined here"
        if mixed is None:
            return Diagnostic(Code.WRONG_TYPE, message, label, help=_ONE_KIND)
        if inside and mixed.span is not None:
            label = Label(self.act.source, mixed.span)
        return Diagnostic(Code.WRONG_TYPE, self.mixing(mixed), label, help=_ONE_KIND)

    def mixing(self, mixed: _Mixed) -> str:
        """Return the words that name the kinds of values that are mixed, and how."""
        left, right = (self.wording(type_) for type_ in mixed.types)
        return f"{left} is {mixed.how} {right}"

    def wording(self, type_: Type) -> str:
        """Return the words of messages for values of a type."""
        return type_wording(type_, self.act, self.vocabulary)


class _Mixed(NamedTuple):
    """Two types of values that do not fit, with how and where they are put together."""

    types: tuple[Type, Type]
    how: str
    span: Span | None


def _mixed(declared: Declared, expr: ir.Expr, kind: str, span: Span | None) -> Iterator[_Mixed]:
    """Yield the types that are mixed in an expression, the outermost first."""
    match expr:
        case ir.Stated(_, _, _, own) if own != NOWHERE:
            span = own
        case ir.Compare(_, left, right):
            first, second = (Typing(declared).type_of(part, kind) for part in (left, right))
            if first is None or second is None or fits(first, second) or fits(second, first):
                pass  # the sides themselves may still be mixed: see below
            else:
                yield _Mixed((first, second), "compared with", span)
        case ir.ByCase():
            yield from _combined(declared, expr.values, kind, span)
        case ir.Total(parts) | ir.Largest(parts) | ir.Smallest(parts):
            yield from _combined(declared, parts, kind, span)
        case ir.Difference(left, right):
            yield from _combined(declared, (left, right), kind, span)
        case ir.Quotient((left, by, *_)):
            types = [Typing(declared).type_of(part, kind) for part in (left, by)]
            if isinstance(types[1], Money) and types[0] not in (None, types[1]):
                yield _Mixed((types[0], types[1]), "divided by", span)
        case ir.Product(parts):
            types = [Typing(declared).type_of(part, kind) for part in parts]
            monies = [type_ for type_ in types if isinstance(type_, Money)]
            if len(monies) > 1:
                yield _Mixed((monies[0], monies[1]), "multiplied by", span)
    inner = expr.kind if isinstance(expr, _OF_MEMBERS) else kind
    for part in children(expr):
        yield from _mixed(declared, part, inner, span)


def _combined(
    declared: Declared, parts: tuple[ir.Expr, ...], kind: str, span: Span | None
) -> Iterator[_Mixed]:
    types = [Typing(declared).type_of(part, kind) for part in parts]
    known = list(dict.fromkeys(type_ for type_ in types if type_ is not None))
    money = next((type_ for type_ in known if isinstance(type_, Money)), None)
    other = next((type_ for type_ in known if type_ != money), None)
    if money is not None and other is not None:
        first, second = (money, other) if known.index(money) == 0 else (other, money)
        yield _Mixed((first, second), "combined with", span)


def _declared(type_: Type) -> str:
    """Return a type as a vocabulary declares it."""
    match type_:
        case Basic():
            return type_.value
        case Money(currency):
            return f"money {currency}"
        case Choice(_, values):
            return f"one of {', '.join(values)}"
        case _:
            assert_never(type_)


def type_wording(type_: Type, act: Act, vocabulary: Vocabulary) -> str:
    """Return the words of messages for values of a type."""
    match type_:
        case Basic():
            return _NAMES[type_]
        case Money(currency):
            return f"an amount of money in `{wording(act, vocabulary, currency)}`"
        case Choice():
            return "one of its values"
        case _:
            assert_never(type_)
