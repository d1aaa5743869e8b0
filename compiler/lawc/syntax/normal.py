"""Sentences brought into the form in which the same is said otherwise.

Before: `In the case of a person who is old, the fee is 3 euro.` After: what `The fee is 3 euro,
if ...` becomes, with the case as its condition. The words keep their places.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lawc.syntax.nodes import Phrase, Tree

_OF_CLASS = "definite_class"  # the form of `the woman`, who is not every person
_KIND = "kind:"
_IDLE = ("regardless",)


def normal(tree: Tree) -> Tree:
    """Return a sentence in the form in which it is lowered."""
    if tree.name != "sentence":
        return tree
    force, yields, *supposing, body = tree.children
    if not isinstance(body, Tree):
        return tree
    if body.name in _FORMS:
        return Tree(tree.name, (force, yields, _FORMS[body.name](body)), tree.span)
    if body.name == "grants_but":
        body = _but(body)
    parts = [part for part in body.children if _name(part) not in (*_IDLE, "afterwards")]
    also = [part for part in body.children if _name(part) == "afterwards"]
    for first in supposing:
        (condition,) = first.children
        parts = [_introduced(part, condition) for part in parts]
        parts.append(Tree("if_part", first.children, first.span))
    if len(parts) == len(body.children) and not supposing and body is tree.children[-1]:
        return tree
    return Tree(
        tree.name,
        (force, _yielding(yields, also), Tree(body.name, tuple(parts), body.span)),
        tree.span,
    )


def _name(part: Any) -> str:
    return part.name if isinstance(part, Tree) else ""


def _yielding(yields: Tree | None, also: list[Tree]) -> Tree | None:
    """Return what a sentence displaces, by its first and by its last words."""
    if not also:
        return yields
    cited = [child for node in also for child in node.children]
    if yields is not None and yields.name != "notwithstanding":
        return yields
    first = () if yields is None else yields.children
    return Tree("notwithstanding", (*first, *cited), also[0].span)


def _introduced(part: Any, condition: Tree) -> Any:
    """Return a subject that the condition introduces as a class of things."""
    if not isinstance(part, Phrase) or part.terminal != "THE":
        return part
    named = condition
    while named.name in ("both", "either"):
        named = named.children[0]
    first = named.children[0] if named.children else None
    same = (
        isinstance(first, Phrase)
        and first.terminal == "CLASS"
        and first.about == part.about
        and not first.key.startswith(_KIND)
    )
    if part.form == _OF_CLASS and not same:
        return Tree("not_introduced", (part,), part.span)
    kind = replace(part, terminal="CLASS", key=f"{_KIND}{part.key}")
    return Tree("class", (kind, None), part.span)


def _but(body: Tree) -> Tree:
    """Return a sentence with the exception from its class as its last condition."""
    cls, excepting, *rest = body.children
    unless = Tree("unless_part", excepting.children, excepting.span)
    return Tree("grants", (cls, *rest, unless), body.span)


def _amounts(body: Tree) -> Tree:
    """Return an amount with its case as the last of its conditions."""
    children = [child for child in body.children if child is not None]
    noun = next(child for child in children if isinstance(child, Phrase))
    trees = [child for child in children if isinstance(child, Tree)]
    cases = [
        Tree("if_part", child.children, child.span)
        for child in trees
        if child.name == "case_first"
    ]
    rest = [child for child in trees if child.name not in ("case_first", "scope")]
    return Tree("amounts", (noun, *rest, *cases), body.span)


def _tax(body: Tree) -> Tree:
    """Return the amount by case that is imposed on someone: a noun, the case, its items."""
    _, case, noun, *items = [child for child in body.children if child is not None]
    first = Tree("case_first", (case,), case.span)
    return Tree("amount_by_case", (noun, first, *map(_of_row, items)), body.span)


def _of_row(item: Tree) -> Tree:
    """Return an item in which an excess is that of the amount which its condition compares."""
    label, value, when = item.children
    compared = when.children[0] if when.name == "if_part" else None
    if isinstance(compared, Tree) and compared.name.startswith("compares"):
        value = _with_subject(value, compared.children[0])
    return Tree(item.name, (label, value, when), item.span)


def _with_subject(node: Tree, subject: Tree) -> Tree:
    children = tuple(
        _with_subject(child, subject) if isinstance(child, Tree) else child
        for child in node.children
    )
    if node.name == "excess_over":
        return Tree("excess", (subject, *children), node.span)
    return Tree(node.name, children, node.span)


_FORMS = {"amounts_in_case": _amounts, "imposes_tax": _tax}
