"""Trees in words: what the grammar reads, written by the grammar.

Before: the surface tree `test TEST:person.student`. After: `the person is a student`. A tree is
written by the first way of its rule, in the order of the grammar, that has a place for each of
its children: so that a new wording of the grammar is written with no word in this code.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import cache
from typing import Any

from lawc.records import dataclass
from lawc.source import NOWHERE
from lawc.syntax.nodes import Phrase, Tree, Written
from lawc.syntax.phrases import Entry, Slot
from lawc.syntax.sentences import WHOLE, grammar
from lawc.syntax.spoken import symbols_of
from lawc.syntax.tables import Production
from lawc.syntax.words import folded

_CLOSE = re.compile(r"\s+([,.;:)])")
_OPEN = re.compile(r"([(-])\s+|\s+(-)(?=\w)")


RELATIVE = "_who"  # the rule of what begins something that is said of a thing
SEVERAL = "SEVERAL"  # the terminal of words for several: a verb after them is plural


class UnsaidError(Exception):
    """Something for which the language, or the vocabulary, has no words."""


def words(text: str) -> Written:
    """Return words that stand as they are, in the place of any symbol."""
    return Written("", text, NOWHERE)


def tree(name: str, *children: Any) -> Tree:
    """Return a tree that stands nowhere in a text; what is None is not there."""
    return Tree(name, tuple(child for child in children if child is not None), NOWHERE)


def phrase(entry: Entry, slots: Mapping[str, Any] | None = None) -> Phrase:
    """Return a wording of the vocabulary, with values in its slots."""
    return Phrase(entry.terminal, entry.key, entry.form, slots or {}, entry.about, NOWHERE)


@dataclass(frozen=True)
class Writer:
    """Writes trees in a language, with the wordings of a vocabulary."""

    language: str
    entries: tuple[Entry, ...]
    relatives: Mapping[str, str] = field(default_factory=dict)  # by the kind that it follows
    state: dict[str, str] = field(default_factory=dict)  # the kind that was named last

    def sentence(self, of: Any, rule: str) -> str:
        """Return a tree in words, as the rule of the grammar reads it.

        Raises:
            UnsaidError: the rule has no way to say it.
        """
        for used, text in self._symbol(rule, (of,), 0).items():
            if used == 1:
                return joined(text)
        name = getattr(of, "name", getattr(of, "key", of))
        raise UnsaidError(f"`{rule}` has no way to say `{name}`")

    def _symbol(self, symbol: str, values: tuple[Any, ...], at: int) -> dict[int, str]:
        """Return the first way to write a symbol for each number of values that it uses."""
        texts = grammar(self.language).texts
        if symbol in texts:
            return {0: texts[symbol]}
        ways = _ways(self.language).get(symbol)
        if ways is not None and ways[0][0].hidden:
            return self._hidden(symbol, values, at)
        if at >= len(values) or values[at] is None:
            return {}
        value = values[at]
        if isinstance(value, Written) and value.terminal in ("", SEVERAL):
            return {1: value.text}
        if ways is None:
            leaf = self._leaf(symbol, value)
            return {1: leaf} if leaf else {}
        for production, symbols in reversed(ways) if _of_several(value) else ways:
            written = self._node(production, symbols, value)
            if written is not None:
                return {1: written}
        return {}

    def _node(self, production: Production, symbols: tuple[str, ...], value: Any) -> str | None:
        """Return a value as a production writes it, None if it is not written so."""
        if production.number is not None and not production.take:
            same = isinstance(value, int) and value == production.number
            return self._children(production, symbols, (), 0).get(0) if same else None
        if isinstance(value, Tree) and value.name == production.name:
            if value.children and isinstance(value.children[0], Phrase):
                self.state["about"] = value.children[0].about
            return self._children(production, symbols, value.children, 0).get(
                len(value.children)
            )
        if production.lift and production.name == production.origin:
            return self._children(production, symbols, (value,), 0).get(1)
        return None

    def _hidden(self, symbol: str, values: tuple[Any, ...], at: int) -> dict[int, str]:
        """Return ways to write a rule that is no node, which may begin with itself."""
        ways = _ways(self.language)[symbol]
        if symbol == RELATIVE:
            texts = grammar(self.language).texts
            wanted = self.relatives.get(self.state.get("about", ""), "")
            ways = tuple(sorted(ways, key=lambda way: texts[way[1][0]] != wanted))
        longer = [way for way in ways if way[1][:1] == (symbol,)]
        found: dict[int, str] = {}
        for way in ways:
            if way not in longer:
                found = {**self._children(*way, values, at), **found}
        waiting = list(found)
        while waiting:
            used = waiting.pop(0)
            for way in longer:
                for more, rest in self._children(*way, values, at + used, first=1).items():
                    if more and used + more not in found:
                        found[used + more] = f"{found[used]} {rest}"
                        waiting.append(used + more)
        return found

    def _children(
        self,
        production: Production,
        symbols: tuple[str, ...],
        values: tuple[Any, ...],
        at: int,
        first: int = 0,
    ) -> dict[int, str]:
        """Return ways to write the symbols of a production one after another."""
        kept = {place: empty for place, _, empty in production.take}
        reached = {at: ""}
        for number in range(first, len(symbols)):
            further: dict[int, str] = {}
            for place, text in reached.items():
                start = place
                if number in kept:
                    start += _absent(values, place, kept[number])
                    ways = self._symbol(symbols[number], values, start)
                else:
                    ways = self._symbol(symbols[number], (), 0)
                for used, more in ways.items():
                    further.setdefault(start + used, f"{text} {more}")
            reached = further
        return {
            place + _absent(values, place, production.empty_after) - at: text
            for place, text in reached.items()
        }

    def _leaf(self, symbol: str, value: Any) -> str:
        """Return the words of a phrase, or of a value that stands for a terminal."""
        if isinstance(value, Written) and value.terminal == symbol:
            return value.text
        if isinstance(value, Phrase) and value.terminal == symbol:
            return self.phrase(value)
        if symbol in WHOLE and isinstance(value, Tree):
            return self.sentence(value, WHOLE[symbol])
        return ""

    def phrase(self, of: Phrase) -> str:
        """Return a phrase of the vocabulary in words."""
        wanted = (of.terminal, of.key, of.form)
        for entry in self.entries:
            slots = [item for item in entry.items if isinstance(item, Slot)]
            named = {slot.name for slot in slots}
            if (entry.terminal, entry.key, entry.form) == wanted and named <= of.slots.keys():
                text = entry.written
                for slot in slots:
                    value = self.sentence(of.slots[slot.name], slot.rule)
                    text = text.replace(f"[{slot.name}]", value)
                return text
        raise UnsaidError(f"`{of.key}` has no such wording")


def joined(text: str) -> str:
    """Return words with spaces where they belong."""
    text = _CLOSE.sub(r"\1", " ".join(text.split()))
    return _OPEN.sub(lambda match: match[1] or match[2], text)


def _absent(values: tuple[Any, ...], place: int, most: int) -> int:
    """Return how many children from a place are not there; a tree may leave them out."""
    number = 0
    while number < most and place + number < len(values) and values[place + number] is None:
        number += 1
    return number


def _of_several(value: Any) -> bool:
    """Tell whether a tree begins with words for several: the last of its ways is for them."""
    if not isinstance(value, Tree) or not value.children:
        return False
    first = value.children[0]
    if isinstance(first, Tree) and first.name == "count":
        return bool(first.children[0] != 1)
    return isinstance(first, Written) and first.terminal == SEVERAL


@cache
def _ways(language: str) -> Mapping[str, tuple[tuple[Production, tuple[str, ...]], ...]]:
    """Return the productions of each symbol with their symbols, in the order of the grammar."""
    table = grammar(language)
    ways: dict[str, list[tuple[Production, tuple[str, ...]]]] = {}
    for number, symbols in sorted(symbols_of(language).items()):
        production = table.productions[number]
        ways.setdefault(production.origin, []).append((production, symbols))
    hyphen = {name for name, text in table.texts.items() if text == "-"}
    return {  # what may be written with a hyphen is written without it
        origin: tuple(sorted(of, key=lambda way: not hyphen.isdisjoint(way[1])))
        for origin, of in ways.items()
    }


def words_of_number(language: str, symbol: str, number: int, *, several: bool) -> str:
    """Return the word for a number, in the plural after a number of several."""
    texts = grammar(language).texts
    ways = _ways(language)[symbol]
    words_ = [texts[symbols[0]] for production, symbols in ways if production.number == number]
    if not words_:
        raise UnsaidError(f"`{number}` has no word here")
    return words_[-1] if several else words_[0]


def relatives(language: str) -> tuple[str, ...]:
    """Return the words that begin something that is said of a thing: `who`, `that`."""
    texts = grammar(language).texts
    return tuple(texts[symbols[0]] for _, symbols in _ways(language)[RELATIVE])


__all__ = ["UnsaidError", "Writer", "folded", "joined", "phrase", "tree", "words"]
