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
    if isinstance(body, Tree) and body.name == "amounts_in_case":
        return Tree(tree.name, (*first, _amounts(body)), tree.span)
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
