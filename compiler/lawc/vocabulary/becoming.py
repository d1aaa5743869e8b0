"""Changes that a fact may undergo: `can become true`, `can be later`, `can change`."""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.source import Source
from lawc.syntax.nodes import Tree, Written
from lawc.vocabulary.model import Vocabulary


def becoming(tree: Tree, type_: Type, source: Source) -> ir.Becoming | Diagnostic:
    """Return the changes that a clause allows to a fact of `type_`, or its problem."""
    label = Label(source, tree.span)
    if type_ is Basic.PROVISION:
        message = "a provision that is recorded does not come to be another"
        return Diagnostic(Code.WRONG_TYPE, message, label, help="take the clause out")
    finite = isinstance(type_, Choice) or type_ is Basic.TRUTH
    if tree.name == "can_change":
        if isinstance(type_, Choice):
            return ir.Becoming(type_.values, None)
        if finite:
            return ir.Becoming((True, False), None)
        return ir.Becoming((), ir.Direction.ANY)
    if tree.name == "can_move":
        if not finite:
            return ir.Becoming((), ir.Direction(tree.children[0].name))
        message = "what is one of several values is neither more nor less, earlier nor later"
        return Diagnostic(Code.WRONG_TYPE, message, label, help=_instead(type_))
    values = tuple(map(_value, tree.children))
    if not finite:
        message = "a day or an amount does not become one of several values"
        return Diagnostic(Code.WRONG_TYPE, message, label, help=_instead(type_))
    allowed = type_.values if isinstance(type_, Choice) else (True, False)
    wrong = next((value for value in values if value not in allowed), None)
    if wrong is None:
        return ir.Becoming(tuple(dict.fromkeys(values)), None)
    message = f"`{_key(wrong)}` is no value of this fact"
    return Diagnostic(Code.UNKNOWN_NAME, message, label, help=_instead(type_))


def change_wording(form: Tree) -> tuple[str, str]:
    """Return the value that a wording of a change is for (empty: any), and its words."""
    *before, words = form.children
    assert isinstance(words, Written)
    text = " ".join(words.text.strip('"').split())
    return (_key(_value(before[0])) if before else "", text)


def change_problem(
    vocabulary: Vocabulary, key: str, form: Tree, earlier: tuple[tuple[str, str], ...]
) -> tuple[Code, str, str] | None:
    """Return the problem of a wording of a change, as code, message and help, if it has one."""
    kind, _, name = key.partition(".")
    declared = vocabulary.facts.get((kind, name))
    if declared is None or declared.becoming is None:
        message = f"this wording is of a change, and nothing says that `{key}` can change"
        help_ = "say how before the wordings, such as `can become true` or `can be later`"
        return Code.DECLARATION_NOT_UNDERSTOOD, message, help_
    value, _ = change_wording(form)
    values = tuple(map(_key, declared.becoming.values))
    if value and value not in values:
        message = f"`{key}` does not become `{value}`"
        known = ", ".join(f"`{value}`" for value in values)
        help_ = f"use one of {known}" if known else "take the value out"
        return Code.UNKNOWN_NAME, message, help_
    if value in dict(earlier):
        message = "the same change has two wordings"
        return Code.DECLARED_TWICE, message, "keep one of the two"
    return None


def _instead(type_: Type) -> str:
    if isinstance(type_, Choice):
        return "say `can become` with some of " + ", ".join(
            f"`{value}`" for value in type_.values
        )
    if type_ is Basic.TRUTH:
        return "say `can become true`, `can become false` or `can change`"
    if type_ is Basic.DATE:
        return "say `can be later`, `can be earlier` or `can change`"
    return "say `can be more`, `can be less` or `can change`"


def _value(node: Tree | Written) -> str | bool:
    if isinstance(node, Written):
        return node.text
    return _value(node.children[0]) if node.name == "truth_value" else node.name == "yes"


def _key(value: str | bool) -> str:
    return value if isinstance(value, str) else str(value).lower()
