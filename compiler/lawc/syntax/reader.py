"""Reading a row of words by a grammar and a trie of phrases.

`Reader` joins the two: it offers the parser, at each place, the phrases that begin there, the
words that a pattern of the grammar describes, and whole values (a citation, a day) that are
read by their own rule. A reading is a `Tree`; a row of words has none, one, or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lawc.source import Span
from lawc.syntax import phrases
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.phrases import Entry, Found, Node, Slot
from lawc.syntax.readings import Furthest, Match, prefixes, readings
from lawc.syntax.tables import END, Table
from lawc.syntax.words import Word

_NUMBERED = re.compile(r"[a-z](\d+)")
WORD = "WORD"  # the form of an entry that is a word of the grammar


@dataclass(frozen=True)
class Reader:
    """A grammar with the phrases that its open terminals stand for."""

    table: Table
    root: Node
    patterns: Mapping[str, re.Pattern[str]]
    values: Mapping[str, str]  # terminals read by a rule of their own: CITATION by citation
    rows: dict[int, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]] = field(
        default_factory=dict, repr=False
    )

    def accepted(
        self, row: Iterable[str]
    ) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
        """Return the terminals of a state's row: all, those with a pattern, those with a rule."""
        known = self.rows.get(id(row))
        if known is None:
            names = frozenset(row)
            known = (
                names,
                tuple(n for n in names if n in self.patterns),
                tuple(n for n in names if n in self.values),
            )
            self.rows[id(row)] = known
        return known


@dataclass(frozen=True, slots=True)
class Stop:
    """Where reading stopped: the word, and the terminals that the grammar expected there."""

    place: int
    expected: tuple[str, ...]


def reader(table: Table, entries: Iterable[Entry], values: Mapping[str, str]) -> Reader:
    """Return the reader of a grammar with the vocabulary's phrases."""
    root = Node()
    for terminal, text in sorted(table.texts.items()):
        phrases.insert(root, Entry(terminal, terminal, WORD, phrases.items_of(text, {}), text))
    for one in entries:
        phrases.insert(root, one)
    return Reader(
        table,
        root,
        {name: re.compile(pattern) for name, pattern in sorted(table.patterns.items())},
        values,
    )


class Row:
    """One row of words being read; remembers what was found at each place."""

    def __init__(self, using: Reader, row: tuple[Word, ...]) -> None:
        self.reader = using
        self.words = row
        self.folded = tuple(word.folded for word in row)
        self._found: dict[int, list[Found]] = {}
        self._values: dict[tuple[str, int], list[tuple[int, Any]]] = {}

    def readings(
        self, start: str, everywhere: dict[int, dict[str, None]] | None = None
    ) -> tuple[list[Any], Stop]:
        """Return all readings of the whole row as `start`, and how far reading got.

        Args:
            start: a start rule of the grammar.
            everywhere: takes, for each place reached, the terminals that could stand there.
        """
        furthest = Furthest(everywhere=everywhere)
        found = readings(
            self.reader.table, start, len(self.words), self._matches, self._build, furthest
        )
        return found, Stop(furthest.place, furthest.expected)

    def value(self, slot: Slot, place: int) -> list[tuple[int, Any]]:
        """Return every value for `slot` that begins at `place`, with the word after it."""
        found = self._read(slot.rule, place)
        if not slot.choice:
            return found
        return [
            (end, value)
            for end, value in found
            if all(p.key.startswith(slot.choice + "=") for p in value.children if p)
        ]

    def _read(self, rule: str, place: int) -> list[tuple[int, Any]]:
        known = self._values.get((rule, place))
        if known is None:
            self._values[rule, place] = known = prefixes(
                self.reader.table, rule, place, len(self.words), self._matches, self._build
            )
        return known

    def found(self, place: int) -> list[Found]:
        """Return the phrases that begin at `place`."""
        known = self._found.get(place)
        if known is None:
            known = phrases.find(self.reader.root, self.folded, place, self.value)
            self._found[place] = known
        return known

    def _matches(self, place: int, row: Iterable[str]) -> Iterable[Match]:
        names, patterned, ruled = self.reader.accepted(row)
        for found in self.found(place):
            one = found.entry
            if one.terminal in names:
                yield Match(one.terminal, found.end, self._phrase(found, place))
        word = self.words[place]
        for terminal in patterned:
            if self.reader.patterns[terminal].fullmatch(word.folded):
                span = Span(word.start, word.end)
                yield Match(terminal, place + 1, Written(terminal, word.folded, span))
        for terminal in ruled:
            for end, value in self._read(self.reader.values[terminal], place):
                yield Match(terminal, end, value)

    def _phrase(self, found: Found, place: int) -> Phrase | None:
        one = found.entry
        if one.form == WORD:
            return None
        return Phrase(
            one.terminal,
            one.key,
            one.form,
            dict(found.slots),
            one.about,
            self.span(place, found.end),
        )

    def _build(self, name: str, children: list[Any], start: int, end: int) -> Any:
        numbered = _NUMBERED.fullmatch(name)
        if numbered and not children:
            return int(numbered.group(1))
        return Tree(name, tuple(children), self.span(start, end))

    def span(self, start: int, end: int) -> Span:
        """Return the offsets of the words `start` to `end`."""
        if not self.words:
            return Span(0, 0)
        if start >= end:
            at = self.words[min(start, len(self.words) - 1)].start
            return Span(at, at)
        return Span(self.words[start].start, self.words[end - 1].end)


def expects_end(stop: Stop) -> bool:
    """Tell whether the row could have ended where reading stopped."""
    return END in stop.expected
