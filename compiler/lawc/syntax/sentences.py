"""Sentences: one piece of text, one reading, or what stands in the way of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from functools import cached_property
from typing import Any

from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.nodes import Phrase, Tree, Written, depth
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Reader, Row, Stop, reader
from lawc.syntax.tables import Table, table
from lawc.syntax.words import Word

VALUES = ("count", "number", "fraction", "money", "day", "period", "choice", "citation")
WHOLE = {"CITATION": "citation"}  # terminals that a rule of values reads
DEEPEST = 60  # constructs inside constructs
REMEMBERED = 50_000  # sentences, of all acts together
_new = tuple.__new__  # what `Span.__new__` does, in a third of the time
PIECES = ("sentence", "class_item", "condition_item", "term_item", "step_item", "row")


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of text with no reading, with more than one, or with one that is too deep."""

    words: tuple[Word, ...]
    stop: Stop
    readings: tuple[Tree, ...]


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language over one vocabulary; what was read is remembered."""

    language: str
    entries: tuple[Entry, ...] = field(repr=False)
    remembered: dict[tuple[str, tuple[str, ...]], tuple[Tree, tuple[Word, ...]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def reader(self) -> Reader:
        """The grammar of the language, with the vocabulary's phrases in its trie."""
        return reader(grammar(self.language), self.entries, WHOLE, VALUES)

    def read(self, piece: str, words: Iterable[Word]) -> Tree | Unread:
        """Return the one reading of `words` as `piece`, a start rule of the grammar."""
        row = tuple(words)
        key = (piece, tuple([word[0] for word in row]))
        known = self.remembered.get(key)
        if known is not None:
            return moved(known[0], known[1], row)
        found, stop = Row(self.reader, row).readings(piece)
        if len(found) != 1 or stop.exceeded:
            return Unread(row, stop, tuple(found))
        tree: Tree = found[0]
        if len(row) > DEEPEST and depth(tree) > DEEPEST:
            return Unread(row, stop, (tree,))
        if len(self.remembered) >= REMEMBERED:
            self.remembered.clear()
        self.remembered[key] = tree, row
        return tree


def moved(tree: Tree, old: tuple[Word, ...], new: tuple[Word, ...]) -> Tree:
    """Return a tree of the words `old` with words `new` in it that are read in the same way."""
    words = {one[1]: other for one, other in zip(old, new, strict=True)}
    ends = {one[2]: other[2] for one, other in zip(old, new, strict=True)}
    result: Tree = _moved(tree, words, ends)
    return result


# No function inside `moved`: one that names itself is a cycle, which keeps its words in memory.
def _moved(of: Any, words: dict[int, Word], ends: dict[int, int]) -> Any:
    """Return a part of a tree moved: `words` by their old start, `ends` by the old ones."""
    kind = type(of)  # one of three: asked for itself, because this is done for every node
    if kind is Tree:
        children = tuple([one and _moved(one, words, ends) for one in of.children])
        return Tree(of.name, children, _moved_span(of.span, words, ends))
    if kind is Phrase:
        slots = {name: _moved(value, words, ends) for name, value in of.slots.items()}
        span = _moved_span(of.span, words, ends)
        return Phrase(of.terminal, of.key, of.form, slots, of.about, span)
    if kind is Written:
        word, start, end = words[of.span[0]]
        return Written(of.terminal, word, Span(start, end))
    return of


def _moved_span(span: Span, words: dict[int, Word], ends: dict[int, int]) -> Span:
    start, end = span
    first = words[start][1]
    return _new(Span, (first, first if start == end else ends[end]))


def grammar(language: str) -> Table:
    """Return the table of the sentences and values of `language`."""
    return table((f"sentences.{language}", f"values.{language}"), (*PIECES, *VALUES))
