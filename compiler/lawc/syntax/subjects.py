"""Words that are said of things of several kinds: the noun before them tells which is meant.

"is resident" may be declared of a household and of a child. Of "a child who is resident" it is
the child's; there is one reading, and what the words mean is found by the kind of the noun. So
predicates and effects over the same words are no choice for the parser: they are read as one
phrase, with the `others`, and settled here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lawc.syntax.nodes import Phrase, Tree

SAID = (  # what is said of a noun that stands before it
    "PREDICATE", "PREDICATES", "OF_THEM", "HAPPENED", "ALL_HAPPENED", "LASTED",
    "EFFECT", "EFFECTS", "NOT_EFFECT", "NOT_EFFECTS",
)  # fmt: skip
_NOUNS = ("CLASS", "CLASSES", "NO_CLASS", "THE", "MANY", "OWNED", "FOLLOWING")


def join_kinds(matches: list[tuple[str, int, Any]]) -> list[tuple[str, int, Any]]:
    """Return what fits the words at a place, with what is said of several kinds as one.

    Two of one kind stay two: that they cannot be told apart is a problem of the vocabulary.
    """
    groups: dict[tuple[str, int], list[Phrase]] = {}
    for terminal, end, value in matches:
        if terminal in SAID and isinstance(value, Phrase):
            groups.setdefault((terminal, end), []).append(value)
    several = {key for key, group in groups.items() if _of_several_kinds(group)}
    if not several:
        return matches
    joined: list[tuple[str, int, Any]] = []
    for terminal, end in several:
        phrase, *others = groups[terminal, end]
        joined.append((terminal, end, replace(phrase, others=tuple(others))))
    return [match for match in matches if match[:2] not in several] + joined


def _of_several_kinds(group: list[Phrase]) -> bool:
    return 1 < len(group) == len({phrase.about for phrase in group})


def settle(tree: Tree) -> Tree:
    """Return a sentence in which each phrase is that of the noun it is said of."""
    return _settle(tree, "")


def _settle(tree: Tree, about: str, owners: tuple[str, ...] = ()) -> Tree:
    children: list[Any] = []
    for child in tree.children:
        match child:
            case Phrase(terminal):
                children.append(_of(child, (about, *owners)))
                about = child.about if terminal in _NOUNS else about
            case Tree("owners"):  # of them, or of the first noun, is said what follows
                children.append(child)
                owners = tuple(owner.about for owner in child.children)
            case Tree():
                children.append(_settle(child, about, owners))
                about = _head(child) or about
                owners = (*owners, *_had(child))  # of them what follows may be said as well
            case _:
                children.append(child)
    return Tree(tree.name, tuple(children), tree.span)


def _of(phrase: Phrase, nouns: tuple[str, ...]) -> Phrase:
    """Return the phrase that is said of one of the nouns; the others too if of several."""
    if not phrase.others:
        return phrase
    several = (phrase, *phrase.others)
    own = [each for noun in nouns for each in several if each.about == noun] or [phrase]
    return replace(own[0], others=tuple(own[1:]))


def _had(tree: Tree) -> tuple[str, ...]:
    """Return the kind of the members that a thing is said to have, with words about them."""
    match tree.children[0] if tree.name == "owns" else None:
        case Tree("has_one", (Tree("class", (Phrase() as noun, Tree())),)):
            return (noun.about,)
        case Tree(_, (*_, Tree("chosen_members", (Phrase() as noun, *_)))):
            return (noun.about,)
        case _:
            return ()


def _head(tree: Tree) -> str:
    """Return of what kind the noun is that a class begins with, empty for other nodes."""
    first = tree.children[0] if tree.name in ("class", "chosen_members") else None
    return first.about if isinstance(first, Phrase) else ""
