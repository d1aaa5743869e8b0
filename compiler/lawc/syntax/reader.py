"""Reading a row of words by a grammar and a trie of phrases.

`Reader` joins the two: it offers the parser, at each place, the phrases that begin there, the
words that a pattern of the grammar describes, and whole values (a citation, a day) that are
read by their own rule. A reading is a `Tree`; a row of words has none, one, or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax import phrases, subjects
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.phrases import Entry, Found, Node, Slot
from lawc.syntax.readings import Furthest, Match, prefixes, readings
from lawc.syntax.tables import Production, Table
from lawc.syntax.words import Word

_new = tuple.__new__  # what `Span.__new__` does, in a third of the time
WORD = "WORD"  # the form of an entry that is a word of the grammar


class Accepted(NamedTuple):
    """The terminals of a state's row: all, those with a pattern, those read by a rule."""

    names: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]
    rules: tuple[tuple[str, Slot], ...]


class Firsts(NamedTuple):
    """The words and patterns that a value can begin with."""

    words: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]


@dataclass(frozen=True)
class Reader:
    """A grammar with the phrases that its open terminals stand for.

    Values are read with a trie of their own, `value_root`: the words and names that occur in
    them. None of these has slots, so a value never contains itself.
    """

    table: Table
    root: Node
    value_root: Node
    patterns: Mapping[str, re.Pattern[str]]
    values: Mapping[str, str]  # terminals read by a rule of their own: CITATION by citation
    firsts: Mapping[str, Firsts]
    several_kinds: frozenset[
        str
    ]  # terminals of what is said of things of several kinds in one wording
    rows: dict[int, Accepted] = field(default_factory=dict, repr=False)
    below: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)

    def terminals_below(self, node: Node) -> frozenset[str]:
        """Return the terminals of the phrases that pass through or end at `node`."""
        known = self.below.get(id(node))
        if known is None:
            known = frozenset(entry.terminal for entry in phrases.through(node))
            self.below[id(node)] = known
        return known

    def accepted(self, row: Iterable[str]) -> Accepted:
        """Return the terminals of a state's row, sorted by how they are found."""
        known = self.rows.get(id(row))
        if known is None:
            names = frozenset(row)
            known = Accepted(
                names,
                tuple((n, self.patterns[n]) for n in sorted(names & self.patterns.keys())),
                tuple(
                    (n, Slot("", self.values[n])) for n in sorted(names & self.values.keys())
                ),
            )
            self.rows[id(row)] = known
        return known


@dataclass(frozen=True, slots=True)
class Stop:
    """The word where reading stopped, and the terminals that the grammar expected there.

    `exceeded` says that there were too many ways to read the row to try them all.
    """

    place: int
    expected: tuple[str, ...]
    exceeded: bool = False


def reader(
    table: Table,
    entries: Iterable[Entry],
    values: Mapping[str, str],
    rules: Iterable[str] = (),
) -> Reader:
    """Return the reader of a grammar with the vocabulary's phrases; `rules` read values."""
    entries = tuple(entries)
    words = [
        Entry(terminal, terminal, WORD, phrases.items_of(text, {}), text)
        for terminal, text in sorted(table.texts.items())
    ]
    patterns = {name: re.compile(pattern) for name, pattern in sorted(table.patterns.items())}
    root, value_root = Node(), Node()
    begins: dict[str, set[str]] = {}
    inside = {name for rule in rules for name in _terminals(table, rule)}
    for entry in (*words, *entries):
        phrases.insert(root, entry)
        if entry.terminal in inside and entry.items and not _slots(entry):
            phrases.insert(value_root, entry)
            begins.setdefault(entry.terminal, set()).add(str(entry.items[0]))
    firsts = {}
    for rule in rules:
        row = table.actions[table.starts[rule]]
        firsts[rule] = Firsts(
            frozenset(word for name in row for word in begins.get(name, ())),
            tuple(patterns[name] for name in sorted(row) if name in patterns),
        )
    kinds = {
        (entry.terminal, entry.about) for entry in entries if entry.terminal in subjects.SAID
    }
    terminals = [terminal for terminal, _ in kinds]
    several_kinds = frozenset(name for name in terminals if terminals.count(name) > 1)
    return Reader(table, root, value_root, patterns, values, firsts, several_kinds)


def _slots(entry: Entry) -> bool:
    return any(isinstance(item, Slot) for item in entry.items)


def _terminals(table: Table, rule: str) -> set[str]:
    """Return the terminals that occur in what `rule` reads."""
    terminals: set[str] = set()
    seen = {table.starts[rule]}
    waiting = list(seen)
    while waiting:
        state = waiting.pop()
        shifts = {name: to for name, to in table.actions[state].items() if to >= 0}
        terminals |= shifts.keys()
        following = {*shifts.values(), *table.gotos[state].values()} - seen
        seen |= following
        waiting += following
    return terminals


class Row:
    """One row of words being read; remembers what was found at each place."""

    def __init__(self, using: Reader, row: tuple[Word, ...]) -> None:
        self.reader = using
        self.words = row
        self.folded = (*[word[0] for word in row], phrases.END)
        self.shared = False  # whether some words were said of things of several kinds
        self._found: dict[int, list[Found]] = {}
        self._found_in_values: dict[int, list[Found]] = {}
        self._values: dict[tuple[str, str, int], list[tuple[int, Any]]] = {}

    def readings(
        self, start: str, everywhere: dict[int, dict[str, None]] | None = None
    ) -> tuple[list[Any], Stop]:
        """Return all readings of the whole row as `start`, and how far reading got.

        Args:
            start: a start rule of the grammar.
            everywhere: takes, for each place reached, the terminals that could stand there.
        """
        furthest = Furthest(everywhere=everywhere)
        trees = readings(
            self.reader.table, start, len(self.words), self._matches, self._build, furthest
        )
        return trees, Stop(furthest.place, furthest.expected, furthest.exceeded)

    def value(self, slot: Slot, place: int) -> list[tuple[int, Any]]:
        """Return every value for `slot` that begins at `place`, with the word after it."""
        key = (slot.rule, slot.choice, place)
        known = self._values.get(key)
        if known is None:
            self._values[key] = known = self._read(slot, place)
        return known

    def _read(self, slot: Slot, place: int) -> list[tuple[int, Any]]:
        if not self._may_begin(slot, place):
            return []

        def matches(at: int, row: Mapping[str, int]) -> list[Match]:
            return self._value_matches(at, row, slot.choice)

        table, length = self.reader.table, len(self.words)
        return prefixes(table, slot.rule, place, length, matches, self._build)

    def _may_begin(self, slot: Slot, place: int) -> bool:
        """Tell whether a value for `slot` can begin with the word at `place`."""
        firsts = self.reader.firsts[slot.rule]
        word = self.folded[place]
        return word in firsts.words or any(p.fullmatch(word) for p in firsts.patterns)

    def _matches(self, place: int, row: Mapping[str, int]) -> list[Match]:
        known = self._found.get(place)
        if known is None:
            known = phrases.find(self.reader.root, self.folded, place, self.value)
            self._found[place] = known
        accepted = self.reader.accepted(row)
        matches = self._matches_of(place, accepted, known, "")
        if accepted.rules:
            for terminal, slot in accepted.rules:
                matches += [(terminal, end, value) for end, value in self.value(slot, place)]
        return matches

    def _value_matches(self, place: int, row: Mapping[str, int], choice: str) -> list[Match]:
        known = self._found_in_values.get(place)
        if known is None:
            known = phrases.find(self.reader.value_root, self.folded, place, _no_slot)
            self._found_in_values[place] = known
        return self._matches_of(place, self.reader.accepted(row), known, choice)

    def _matches_of(
        self, place: int, accepted: Accepted, found_phrases: list[Found], choice: str
    ) -> list[Match]:
        matches: list[Match] = []
        names = accepted.names
        for entry, end, slots in found_phrases:
            terminal = entry.terminal
            if terminal not in names:
                continue
            if entry.form == WORD:
                matches.append((terminal, end, None))
            elif not choice or entry.key.startswith(choice + "="):
                span = self.span(place, end)
                phrase = Phrase(terminal, entry.key, entry.form, dict(slots), entry.about, span)
                matches.append((terminal, end, phrase))
        for terminal, pattern in accepted.patterns:
            word = self.words[place]
            if pattern.fullmatch(word.folded):
                span = Span(word.start, word.end)
                matches.append((terminal, place + 1, Written(terminal, word.folded, span)))
        if len(matches) > 1 and not self.reader.several_kinds.isdisjoint(names):
            together = subjects.join_kinds(matches)
            self.shared = self.shared or together is not matches
            return together
        return matches

    def _build(self, rule: Production, children: list[Any], start: int, end: int) -> Any:
        if rule.number is not None and not children:
            return rule.number
        return Tree(rule.name, tuple(children), self.span(start, end))

    def span(self, start: int, end: int) -> Span:
        """Return the offsets of the words `start` to `end`."""
        if start < end:
            return _new(Span, (self.words[start][1], self.words[end - 1][2]))
        if not self.words:
            return Span(0, 0)
        at = self.words[min(start, len(self.words) - 1)].start
        return Span(at, at)


def _no_slot(_slot: Slot, _place: int) -> list[tuple[int, Any]]:
    return []
