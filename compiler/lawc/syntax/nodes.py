"""The surface tree: what the drafter wrote.

A node bears the name of its rule in the grammar, and its children stand in the order of that
rule: the `.lark` file is the description of the nodes, there is no second one. An optional
child that is not there is None.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from lawc.records import dataclass
from lawc.source import Span


@dataclass(frozen=True, slots=True)
class Tree:
    """A construct of the grammar: the rule's name and what stands in its places."""

    name: str
    children: tuple[Any, ...]
    span: Span = field(compare=False, repr=False)

    def find(self, name: str) -> Tree | None:
        """Return the first child that is a node of the rule `name`."""
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Tree]:
        """Yield the children that are nodes of the rule `name`."""
        return (
            child for child in self.children if isinstance(child, Tree) and child.name == name
        )


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the vocabulary where the law uses it.

    `key` is what was declared, `form` which of its wordings this is, `slots` what stands in
    its slots by name, `about` the kind of thing that its noun or subject names. `others` are
    those that the same words say of things of other kinds, until it is known of what they are
    said: see `lawc.syntax.subjects`.
    """

    terminal: str
    key: str
    form: str
    slots: Mapping[str, Any]
    about: str
    span: Span = field(compare=False, repr=False)
    others: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A word that the grammar describes by an expression: a numeral, a letter."""

    terminal: str
    text: str
    span: Span = field(compare=False, repr=False)


def day_month_year(calendar_day: Tree) -> tuple[Any, Any, Any]:
    """Return the parts of a calendar day in one order: a month may stand first."""
    first, second, year = calendar_day.children
    return (second, first, year) if isinstance(first, int) else (first, second, year)


def depth(tree: Tree) -> int:
    """Return how many nodes stand inside each other, without going inside itself."""
    deepest = 0
    waiting: list[tuple[Any, int]] = [(tree, 1)]
    while waiting:
        node, level = waiting.pop()
        if isinstance(node, Tree):
            deepest = max(deepest, level)
            waiting += [(child, level + 1) for child in node.children]
    return deepest


def keys_used(tree: Tree) -> Iterator[str]:
    """Yield the keys of the vocabulary that a tree uses, without what they are keys of."""
    waiting: list[Any] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Phrase):
            yield node.key.rpartition(":")[2].partition("=")[0]
            waiting += node.slots.values()
        elif isinstance(node, Tree):
            waiting += node.children


def phrases_in(tree: Tree) -> Iterator[Phrase]:
    """Yield the phrases of a tree, in their order; not those in slots of others."""
    for child in tree.children:
        if isinstance(child, Phrase):
            yield child
        elif isinstance(child, Tree):
            yield from phrases_in(child)
