"""Sentences brought into the form in which the same is said otherwise.

Before: `In the case of a person who is old, the fee is 3 euro.` After: what `The fee is 3 euro,
if ...` becomes, with the case as its condition. The words keep their places.
"""

from __future__ import annotations

from lawc.syntax.nodes import Phrase, Tree


def normal(tree: Tree) -> Tree:
    """Return a sentence in the form in which it is lowered."""
    if tree.name != "sentence":
        return tree
    *first, body = tree.children
    if isinstance(body, Tree) and body.name in _FORMS:
        return Tree(tree.name, (*first, _FORMS[body.name](body)), tree.span)
    return tree


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
