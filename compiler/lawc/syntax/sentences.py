"""Sentences: one piece of text, one reading, or what stands in the way of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.inflections import with_forms
from lawc.syntax.nodes import Phrase, Tree, Written, depth
from lawc.syntax.phrases import Entry
from lawc.syntax.reader import Reader, Row, Stop, reader
from lawc.syntax.subjects import settle
from lawc.syntax.tables import Table, table
from lawc.syntax.words import Word, folded, words

VALUES = ("count", "number", "fraction", "money", "day", "period", "choice", "citation")
WHOLE = {"CITATION": "citation"}  # terminals that a rule of values reads
_WRITTEN = re.compile(r"\w+")
DEEPEST = 60  # constructs inside constructs
REMEMBERED = 50_000  # texts of elements, of all acts together
_new = tuple.__new__  # what `Span.__new__` does, in a third of the time
PIECES = (
    "sentence",
    "class_item",
    "condition_item",
    "term_item",
    "step_item",
    "case_item",
    "row",
    "heads",
    "row_of_table",
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A piece of text with no reading, with more than one, or with one that is too deep."""

    words: tuple[Word, ...]
    stop: Stop
    readings: tuple[Tree, ...]


class Remembered(NamedTuple):
    """A text that was read: where it stood, how many words it has, and its trees."""

    start: int
    words: int
    trees: tuple[Tree, ...]


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language over one vocabulary; what was read is remembered."""

    language: str
    entries: tuple[Entry, ...] = field(repr=False)
    remembered: dict[tuple[str, str], Remembered] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def reader(self) -> Reader:
        """The grammar of the language, with the vocabulary's phrases in its trie."""
        table = grammar(self.language)
        entries = with_forms(self.entries, self.language)
        return reader(table, (*entries, *_after_each(self.entries, table)), WHOLE, VALUES)

    @cached_property
    def known(self) -> frozenset[str]:
        """Every word of the language and of the vocabulary."""
        texts = self.reader.table.texts.values()
        declared = (item for entry in self.entries for item in entry.items)
        own = (word for text in texts for word in folded(text))
        return frozenset([*own, *(item for item in declared if isinstance(item, str))])

    @cached_property
    def spelling(self) -> Mapping[str, str]:
        """The spelling of words that are never written small."""
        declared = [word for entry in self.entries for word in _WRITTEN.findall(entry.written)]
        small = {word for word in declared if word.islower()}
        return {word.casefold(): word for word in declared if word.casefold() not in small}

    def read_lines(
        self, piece: str, text: str, lines: Sequence[Span]
    ) -> tuple[int, tuple[Tree | Unread, ...]]:
        """Return how many words stand on lines of a text, and the reading of each sentence.

        What is written as it was before is read as it was: the trees are moved to its place.
        """
        if not all(text[line.end : after.start].isspace() for line, after in pairwise(lines)):
            row = tuple(word for line in lines for word in words(text, *line))
            return len(row), tuple(self.read(piece, part) for part in _split(row))
        start, end = (lines[0].start, lines[-1].end) if lines else (0, 0)
        key = (piece, text[start:end])
        known = self.remembered.get(key)
        if known is not None:
            by = start - known.start
            return known.words, tuple([_shifted(tree, by) for tree in known.trees])
        row = words(text, start, end)
        readings = tuple([self.read(piece, part) for part in _split(row)])
        trees = tuple([reading for reading in readings if isinstance(reading, Tree)])
        if len(trees) == len(readings):
            if len(self.remembered) >= REMEMBERED:
                self.remembered.clear()
            self.remembered[key] = Remembered(start, len(row), trees)
        return len(row), readings

    def _of_each(self, tree: Tree, row: tuple[Word, ...]) -> bool:
        """Return whether an amount is read as that `for` a class which begins with `each`.

        Where `for each child` can count the children it does.
        """
        each = folded(grammar(self.language).texts.get("_FOR_EACH", ""))[-1:]
        begins = {word.start: word.folded for word in row}
        return any(begins.get(part.children[0].span.start) in each for part in _whom(tree))

    def read(self, piece: str, row: tuple[Word, ...]) -> Tree | Unread:
        """Return the one reading of a row of words as `piece`, a start rule of the grammar."""
        reading = Row(self.reader, row)
        trees, stop = reading.readings(piece)
        if len(trees) > 1:
            trees = [tree for tree in trees if not self._of_each(tree, row)] or trees
        if len(trees) != 1 or stop.exceeded:
            return Unread(row, stop, tuple(trees))
        tree: Tree = settle(trees[0]) if reading.shared else trees[0]
        if len(row) > DEEPEST and depth(tree) > DEEPEST:
            return Unread(row, stop, (tree,))
        return tree


def _whom(node: Any) -> Iterator[Tree]:
    """Yield the parts of a tree that say of whom an amount is."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Tree):
            waiting += part.children
            if part.name == "whom":
                yield part


def _after_each(entries: Iterable[Entry], table: Table) -> Iterator[Entry]:
    """Yield what stands behind `each` in the phrases that begin so: `child` of `each child`."""
    said = folded(table.texts.get("_FOR_EACH", ""))
    for entry in entries:
        if entry.terminal == "EACH" and said and entry.items[:1] == said[-1:]:
            yield replace(entry, terminal="EACH_NOUN", items=entry.items[1:])


def _shifted(of: Any, by: int) -> Any:
    """Return a part of a tree that stands `by` characters further on."""
    kind = type(of)  # one of three: asked for itself, because this is done for every node
    if kind is Tree:
        children = tuple([child and _shifted(child, by) for child in of.children])
        return Tree(of.name, children, _further(of.span, by))
    if kind is Phrase:
        slots = {name: _shifted(value, by) for name, value in of.slots.items()}
        return Phrase(of.terminal, of.key, of.form, slots, of.about, _further(of.span, by))
    if kind is Written:
        return Written(of.terminal, of.text, _further(of.span, by))
    return of


def _further(span: Span, by: int) -> Span:
    return _new(Span, (span[0] + by, span[1] + by))


def _split(row: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of a row of words: each ends with a full stop or with the row."""
    start = 0
    for end in [place for place, word in enumerate(row, 1) if word[0] == "."]:
        yield row[start:end]
        start = end
    if start < len(row):
        yield row[start:]


def grammar(language: str) -> Table:
    """Return the table of the sentences and values of `language`."""
    sentences = (f"sentences.{language}", f"order.{language}", f"items.{language}")
    files = (*sentences, f"values.{language}")
    return table(files, (*PIECES, *VALUES))
