"""Phrases: a trie over words with typed, named slots, in which every match is found.

The words of the language (texts in its grammar file) and the phrases of the vocabulary stand
in one trie. At a place of a sentence it yields everything that begins there, so that the size
of the vocabulary costs nothing, and whoever asks sees all readings and not the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from typing import Any, NamedTuple, TypeAlias

from lawc.diagnostics.model import Label
from lawc.records import dataclass
from lawc.syntax.words import folded

END = ""  # stands after the last word of a row: no phrase goes on with it
_SLOT = re.compile(r"\[([a-z_][a-z0-9_]*)\]")


class Slot(NamedTuple):
    """A place in a phrase for a value: its name there, and which rule of the grammar reads it.

    `choice` names the list whose values may stand here, empty for other types.
    """

    name: str
    rule: str
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A phrase: the terminal of the grammar it stands for, and what was declared.

    `about` is the kind of thing that its noun or subject names, empty where it names none.
    `derived` tells that it is a form of what was declared in another one.
    """

    terminal: str
    key: str
    form: str
    items: tuple[str | Slot, ...]
    written: str
    about: str = ""
    label: Label | None = field(default=None, compare=False, repr=False)
    derived: bool = False


@dataclass(slots=True)
class Node:
    """A place in the trie: where a word or a slot leads, and which phrases end here.

    At most places only a word leads on; `more` tells whether there is anything besides.
    """

    words: dict[str, Node] = field(default_factory=dict)
    slots: dict[Slot, Node] = field(default_factory=dict)
    ends: list[Entry] = field(default_factory=list)
    more: bool = False


class Found(NamedTuple):
    """A phrase found: which, up to which word, and the values in its slots."""

    entry: Entry
    end: int
    slots: tuple[tuple[str, Any], ...]


_new = tuple.__new__  # what `Found.__new__` does, in a third of the time
SlotReader: TypeAlias = Callable[[Slot, int], list[tuple[int, Any]]]


def items_of(written: str, slots: Mapping[str, Slot]) -> tuple[str | Slot, ...]:
    """Return the words and slots of the phrase `written`, its slots in square brackets.

    Raises:
        KeyError: a slot that is not in `slots`; the name is the argument.
    """
    if "[" not in written:
        return folded(written)
    items: list[str | Slot] = []
    for place, piece in enumerate(_SLOT.split(written)):
        items += (slots[piece],) if place % 2 else folded(piece)
    return tuple(items)


def insert(root: Node, phrase: Entry) -> None:
    """Add `phrase` to the trie."""
    node = root
    for item in phrase.items:
        following: dict[Any, Node] = node.words
        if isinstance(item, Slot):
            node.more = True
            following = node.slots
        below = following.get(item)
        if below is None:  # most wordings begin with words of others
            below = following[item] = Node()
        node = below
    node.more = True
    node.ends.append(phrase)


def find(root: Node, row: tuple[str, ...], place: int, read: SlotReader) -> list[Found]:
    """Return every phrase that begins at `place` of a row of words, which ends in `END`."""
    matches: list[Found] = []
    agenda: list[tuple[Node, int, tuple[tuple[str, Any], ...]]] = []
    length = len(row) - 1
    at: Node | None = root
    end = place
    values: tuple[tuple[str, Any], ...] = ()
    while True:
        while at is not None:
            if at.more:
                if at.ends and end > place:
                    matches += [_new(Found, (entry, end, values)) for entry in at.ends]
                if at.slots and end < length:
                    for slot, following in at.slots.items():
                        for after, value in read(slot, end):
                            agenda.append((following, after, (*values, (slot.name, value))))
            at = at.words.get(row[end])
            end += 1
        if not agenda:
            return matches
        at, end, values = agenda.pop()


def through(node: Node) -> Iterator[Entry]:
    """Yield the phrases that pass through or end at `node`."""
    agenda = [node]
    while agenda:
        below = agenda.pop()
        yield from below.ends
        agenda += [*below.words.values(), *below.slots.values()]


def overlapping(
    root: Node,
    items: tuple[str | Slot, ...],
    read_row: Callable[[Slot, tuple[str, ...]], list[int]],
    agree: Callable[[Slot, Slot], bool],
) -> Iterator[Node]:
    """Yield the places of the trie where phrases end that could be the same words as `items`.

    Slots agree if some words can stand in both, as `agree` tells; a slot agrees with words that
    it can read.
    """
    agenda = [(root, 0)]
    seen: set[tuple[int, int]] = set()
    while agenda:
        node, at = agenda.pop()
        if (id(node), at) in seen:
            continue
        seen.add((id(node), at))
        if at == len(items):
            if node.ends:
                yield node
            continue
        item = items[at]
        if isinstance(item, Slot):
            agenda += [
                (following, at + 1)
                for slot, following in node.slots.items()
                if agree(slot, item)
            ]
            continue
        if item in node.words:
            agenda.append((node.words[item], at + 1))
        if node.slots:
            literal = _literal_from(items, at)
            for slot, following in node.slots.items():
                agenda += [(following, at + length) for length in read_row(slot, literal)]


def _literal_from(items: tuple[str | Slot, ...], at: int) -> tuple[str, ...]:
    literal: list[str] = []
    for item in items[at:]:
        if isinstance(item, Slot):
            break
        literal.append(item)
    return tuple(literal)
