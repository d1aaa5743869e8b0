"""Sentences: one piece of text, one reading, or what stands in the way of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from lawc.syntax.nodes import Tree, depth
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Reader, Row, Stop, reader
from lawc.syntax.tables import Table, table
from lawc.syntax.words import Word

VALUES = ("count", "number", "fraction", "money", "day", "period", "choice", "citation")
WHOLE = {"CITATION": "citation"}  # terminals that a rule of values reads
DEEPEST = 60  # constructs inside constructs
PIECES = ("sentence", "class_item", "condition_item", "term_item", "step_item", "row")


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of text with no reading, with more than one, or with one that is too deep."""

    words: tuple[Word, ...]
    stop: Stop
    readings: tuple[Tree, ...]


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language over one vocabulary."""

    language: str
    entries: tuple[Entry, ...] = field(repr=False)

    @cached_property
    def reader(self) -> Reader:
        """The grammar of the language, with the vocabulary's phrases in its trie."""
        return reader(grammar(self.language), self.entries, WHOLE, VALUES)

    def read(self, piece: str, words: Iterable[Word]) -> Tree | Unread:
        """Return the one reading of `words` as `piece`, a start rule of the grammar."""
        row = tuple(words)
        found, stop = Row(self.reader, row).readings(piece)
        if len(found) != 1 or stop.exceeded:
            return Unread(row, stop, tuple(found))
        tree: Tree = found[0]
        if len(row) > DEEPEST and depth(tree) > DEEPEST:
            return Unread(row, stop, (tree,))
        return tree


def grammar(language: str) -> Table:
    """Return the table of the sentences and values of `language`."""
    return table((f"sentences.{language}", f"values.{language}"), (*PIECES, *VALUES))
