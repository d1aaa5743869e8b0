"""Meanings: the expressions of the vocabulary, their slots filled by a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeAlias

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.expressions import fits, is_ordered
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.records import dataclass
from lawc.runtime.values import Period, ProvisionRange
from lawc.syntax.nodes import Tree, Written
from lawc.vocabulary.model import Origin, Vocabulary

Filling: TypeAlias = ir.Expr | tuple[str, ...] | tuple[ProvisionRange, ...]

_COMPARISONS = {
    "less": ir.Comparison.LT,
    "at_most": ir.Comparison.LE,
    "equal": ir.Comparison.EQ,
    "unequal": ir.Comparison.NE,
    "at_least": ir.Comparison.GE,
    "more": ir.Comparison.GT,
}


@dataclass(frozen=True, slots=True)
class Scope:
    """The scope of an expression of the vocabulary: a thing of `kind`, and the slots filled."""

    vocabulary: Vocabulary
    kind: str
    slots: Mapping[str, Filling]
    origin: Origin
    problems: list[Diagnostic]

    def problem(self, code: Code, message: str, node: Tree, help_: str | None = None) -> None:
        """Report a problem of the vocabulary."""
        self.problems.append(
            Diagnostic(code, message, Label(self.origin.source, node.span), help=help_)
        )


def meaning(scope: Scope, tree: Tree) -> ir.Expr:
    """Return the condition that an expression of the vocabulary states."""
    match tree:
        case Tree("either", parts):
            return ir.Any(tuple(meaning(scope, part) for part in parts))
        case Tree("both", parts):
            return ir.All(tuple(meaning(scope, part) for part in parts))
        case Tree("negated", (part,)):
            return ir.Not(meaning(scope, part))
        case Tree("compares", (left, operator, right)):
            return _compares(scope, tree, left, operator, right)
        case Tree("within", (name, Written(_, slot))):
            return _within(scope, tree, name, slot)
        case Tree("members", (quantifier, Written(_, field), inner)):
            return _members(scope, tree, quantifier.name, field, inner)
        case Tree("name"):
            fact, type_ = _fact(scope, tree)
            if type_ not in (Basic.TRUTH, None):
                message = f"`{_words(tree)}` is not a condition"
                scope.problem(Code.WRONG_TYPE, message, tree, "compare it with a value")
            return fact
        case _:
            scope.problem(Code.WRONG_TYPE, "a condition belongs here", tree)
            return ir.Any(())


def value_meaning(scope: Scope, tree: Tree) -> ir.Expr:
    """Return the day that an expression of the vocabulary names."""
    day, type_ = _operand(scope, tree)
    if type_ not in (Basic.DATE, None):
        scope.problem(Code.WRONG_TYPE, "this is no day", tree, "count from a day, or name one")
    return day


def _proposal(names: Iterable[str]) -> str | None:
    choices = ", ".join(f"`{name}`" for name in names)
    return f"use one of {choices}" if choices else None


def _words(tree: Tree) -> str:
    return ".".join(part.text for part in tree.children)


def _fact(scope: Scope, tree: Tree) -> tuple[ir.Expr, Type | None]:
    """Return a fact or a day by name, with its type: None if there is none of the name."""
    *owner, key = (part.text for part in tree.children)
    kind = owner[0] if owner else scope.kind
    declared = scope.vocabulary.fact(kind, key)
    if not owner and key in scope.vocabulary.parameters:
        if declared is not None:
            message = f"`{key}` is a fact of the kind `{declared.kind}`, and a day by name"
            help_ = f"write `{declared.kind}.{key}` for the fact, or give the day another name"
            scope.problem(Code.TWO_READINGS, message, tree, help_)
        return ir.Parameter(key), Basic.DATE
    if declared is None or (owner and kind not in scope.vocabulary.chain(scope.kind)):
        chain, facts = scope.vocabulary.chain(kind), scope.vocabulary.facts
        known = sorted(name for (declaring, name) in facts if declaring in chain)
        message = f"no fact of the kind `{kind}` is called `{key}`"
        scope.problem(Code.UNKNOWN_NAME, message, tree, _proposal(known))
        return ir.Any(()), None
    return ir.Fact(declared.kind, declared.key), declared.type


def _operand(scope: Scope, node: Any) -> tuple[ir.Expr, Type | None]:
    match node:
        case Tree("literal", (Written(_, text),)):
            value = Fraction(text)
            if value.denominator == 1:
                return ir.Literal(int(value), Basic.COUNT), Basic.COUNT
            return ir.Literal(value, Basic.NUMBER), Basic.NUMBER
        case Tree("name", (Written(_, slot),)) if slot in scope.slots:
            filling = scope.slots[slot]
            if isinstance(filling, tuple):
                scope.problem(Code.WRONG_TYPE, f"`{slot}` can only stand after `in`", node)
                return ir.Any(()), None
            return filling, _type_of_slot(filling)
        case Tree("shifted", (day, direction, Written() as amount, unit)):
            start, type_ = _operand(scope, day)
            number = _amount(scope, node, amount)
            period = Period(**{unit.name: number})
            if type_ not in (Basic.DATE, None):
                message = f"`{_words(day)}` is no day, and a period is counted from a day"
                scope.problem(Code.WRONG_TYPE, message, node)
            shifted = ir.Shifted(start, period, direction.name == "earlier")
            return shifted, Basic.DATE if type_ is Basic.DATE else None
        case _:
            return _fact(scope, node)


def _type_of_slot(filling: ir.Expr) -> Type:
    return filling.type if isinstance(filling, ir.Literal) else Basic.DATE


def _amount(scope: Scope, node: Tree, amount: Written) -> int:
    if amount.terminal == "NUMBER":
        return int(Fraction(amount.text))
    filling = scope.slots.get(amount.text)
    if isinstance(filling, ir.Literal) and isinstance(filling.value, int):
        return filling.value
    message = f"`{amount.text}` is no whole number that the phrase takes"
    scope.problem(Code.UNKNOWN_NAME, message, node)
    return 0


def _compares(scope: Scope, tree: Tree, left: Tree, operator: Tree, right: Any) -> ir.Expr:
    subject, type_ = _operand(scope, left)
    if isinstance(type_, Choice):
        value = right.children[0].text if isinstance(right, Tree) else ""
        if value not in type_.values or operator.name not in ("equal", "unequal"):
            message = f"`{value}` is no value of `{_words(left)}`"
            scope.problem(Code.WRONG_TYPE, message, tree, _proposal(type_.values))
        is_one = ir.OneOf(subject, (value,))
        return is_one if operator.name == "equal" else ir.Not(is_one)
    other, other_type = _operand(scope, right)
    if type_ is None or other_type is None:
        return ir.Any(())  # the problem is reported already
    if not _comparable(type_, other_type):
        message = "these two cannot be compared"
        help_ = "compare days with days, money with money, numbers with numbers"
        scope.problem(Code.WRONG_TYPE, message, tree, help_)
    elif _is_bare(subject, other_type) or _is_bare(other, type_):
        message = "a share is a part of something, and is compared with a whole number here"
        help_ = "write it as a decimal, such as 0.5, or take a `fraction`"
        scope.problem(Code.WRONG_TYPE, message, tree, help_)
    return ir.Compare(_COMPARISONS[operator.name], subject, other)


def _comparable(left: Type, right: Type) -> bool:
    """Return whether values may be compared: money of any currency with money."""
    if isinstance(left, Money) or isinstance(right, Money):
        return isinstance(left, Money) and isinstance(right, Money)
    return is_ordered(left) and (fits(left, right) or fits(right, left))


def _is_bare(number: ir.Expr, beside: Type) -> bool:
    """Return whether a whole number is compared with a share: 0 and 1 need no unit."""
    if not isinstance(number, ir.Literal) or number.type is not Basic.COUNT:
        return False
    return beside is Basic.FRACTION and number.value not in {0, 1}


def _within(scope: Scope, tree: Tree, name: Tree, slot: str) -> ir.Expr:
    fact, type_ = _fact(scope, name)
    filling = scope.slots.get(slot)
    if not isinstance(filling, tuple):
        message = f"`{slot}` is no list of values that the phrase takes"
        scope.problem(Code.UNKNOWN_NAME, message, tree)
        return ir.Any(())
    if type_ is Basic.PROVISION:
        return ir.Under(fact, tuple(v for v in filling if isinstance(v, ProvisionRange)))
    return ir.OneOf(fact, tuple(v for v in filling if isinstance(v, str)))


def _members(scope: Scope, tree: Tree, quantifier: str, field: str, inner: Tree) -> ir.Expr:
    chain = scope.vocabulary.chain(scope.kind)
    kind = next(
        (k for k in scope.vocabulary.kinds if k.field == field and k.parent in chain), None
    )
    if kind is None:
        lists = sorted(k.field for k in scope.vocabulary.kinds if k.field and k.parent in chain)
        message = f"things of the kind `{scope.kind}` have no list `{field}`"
        scope.problem(Code.UNKNOWN_NAME, message, tree, _proposal(lists))
        return ir.Any(())
    within = Scope(scope.vocabulary, kind.key, scope.slots, scope.origin, scope.problems)
    condition = meaning(within, inner)
    match quantifier:
        case "each":
            return ir.Every(kind.key, condition)
        case "none":
            return ir.Not(ir.Some(1, kind.key, condition))
        case _:
            return ir.Some(1, kind.key, condition)
