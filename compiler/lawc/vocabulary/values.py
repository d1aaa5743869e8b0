"""The values, types and literals that a declaration writes."""

from __future__ import annotations

from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.syntax.nodes import Tree, Written
from lawc.vocabulary.model import number_of_type

TIMED = {"in_years": "years", "in_months": "months", "in_days": "days"}  # periods, in units
_BASIC = {basic.value: basic for basic in Basic}


def text_of(node: Any) -> str:
    """Return the written text without quotation marks."""
    assert isinstance(node, Written)
    return node.text.strip('"')


def type_of(tree: Tree, key: str) -> Type:
    """Return the type that is declared for `key`."""
    match tree.name:
        case "money_of":
            return Money(text_of(tree.children[0]))
        case "one_of":
            return Choice(key, tuple(map(text_of, tree.children)))
        case name if name in TIMED:
            return Basic.COUNT
        case name:
            return _BASIC[name]


def literal(tree: Tree) -> ir.FactLiteral:
    """Return a part of an assumption."""
    key = text_of(tree.children[0])
    match tree.name:
        case "is_one_of":
            return ir.FactLiteral(key, tuple(map(text_of, tree.children[1:])))
        case "is_true":
            return ir.FactLiteral(key, (True,))
        case _:
            return ir.FactLiteral(key, (False,))


def plain(node: Any, type_: Type) -> ir.Value:
    """Return a value as values of `type_` carry it."""
    if isinstance(node, Tree):
        inside = node.name == "truth_value" and plain(node.children[0], type_)
        return node.name == "yes" or inside
    text = text_of(node)
    return number_of_type(text, type_) if node.terminal == "NUMBER" else text
