"""The place up to which a text is understood, and what may follow there.

Before: `the damage is paid in full`, which has no reading. After: the word `paid`, and the
phrases of the vocabulary that go on with `the damage is`. Only messages need this, so it may
take its time: it asks the grammar at every place, and looks into phrases and into values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from lawc.records import dataclass
from lawc.syntax.phrases import Entry, Node, Slot, through
from lawc.syntax.reader import WORD, Reader, Row
from lawc.syntax.subjects import SAID
from lawc.syntax.words import Word

_DEEPEST = 3  # values inside phrases inside values


class Option(NamedTuple):
    """A phrase that may stand at a place: begun at `begun`, with its next word or value."""

    entry: Entry
    begun: int
    following: str | Slot

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word of the language, not a phrase of the vocabulary."""
        return self.entry.form == WORD


@dataclass(frozen=True)
class Reach:
    """The first word that was not understood, and what may stand there.

    `at` are the terminals that the grammar takes at each place that was reached by whole
    phrases; `values` the values of the grammar (a number, a letter) that may stand here.
    """

    place: int
    options: tuple[Option, ...]
    values: tuple[str, ...]
    at: dict[int, dict[str, None]]

    @property
    def endings(self) -> tuple[Entry, ...]:
        """The words of the language that may stand at the place."""
        return tuple(option.entry for option in self.options if option.is_word)


class _Spot(NamedTuple):
    """A place that a phrase begun at `begun` was followed to."""

    place: int
    node: Node
    begun: int
    terminals: frozenset[str]


def reach(using: Reader, words: tuple[Word, ...], start: str) -> Reach:
    """Return how far `words` are understood as `start`, a start rule of the grammar."""
    return _Following(using).reach(words, start, 0)


class _Following:
    """Follows words into phrases and values."""

    def __init__(self, using: Reader) -> None:
        self.using = using

    def reach(self, words: tuple[Word, ...], start: str, depth: int) -> Reach:
        row = Row(self.using, words)
        at: dict[int, dict[str, None]] = {}
        row.readings(start, at)
        reaches = [Reach(max(at), (), (), at)]
        spots: list[_Spot] = []
        for place, terminals in at.items():
            names = frozenset(terminals)
            reaches += self._values(row, place, names, depth)
            spots += self._along(row, place, names, reaches, depth)
        places = [*(reached.place for reached in reaches), *(spot.place for spot in spots)]
        furthest = max(places)
        if depth and not furthest:  # nobody asks what begins a value that does not begin
            return Reach(0, (), (), at)
        options = dict.fromkeys(
            option
            for reached in reaches
            if reached.place == furthest
            for option in reached.options
        )
        for spot in spots:
            if spot.place == furthest:
                options |= dict.fromkeys(_options(spot))
        values = (
            value
            for reached in reaches
            if reached.place == furthest
            for value in reached.values
        )
        return Reach(furthest, tuple(options), tuple(dict.fromkeys(values)), at)

    def _values(
        self, row: Row, place: int, terminals: frozenset[str], depth: int
    ) -> Iterator[Reach]:
        """Yield how far each value that may begin at `place` goes on."""
        patterns = tuple(sorted(terminals & self.using.patterns.keys()))
        if patterns:
            yield Reach(place, (), patterns, {})
        for terminal in sorted(terminals & self.using.values.keys()):
            yield self._value(row, place, self.using.values[terminal], depth)

    def _value(self, row: Row, place: int, rule: str, depth: int) -> Reach:
        """Return how far the words from `place` are a value that `rule` reads."""
        if depth == _DEEPEST:
            return Reach(place, (), (rule,), {})
        inner = self.reach(row.words[place:], rule, depth + 1)
        if inner.place == 0:
            return Reach(place, (), (rule,), {})
        options = (option._replace(begun=option.begun + place) for option in inner.options)
        return Reach(inner.place + place, tuple(options), inner.values, {})

    def _along(
        self,
        row: Row,
        start: int,
        terminals: frozenset[str],
        reaches: list[Reach],
        depth: int,
    ) -> Iterator[_Spot]:
        """Yield how far the words from `start` follow phrases; values go to `reaches`."""
        agenda = [(row.reader.root, start)]
        while agenda:
            node, place = agenda.pop()
            yield _Spot(place, node, start, terminals)
            if place == len(row.words):
                continue
            following = node.words.get(row.folded[place])
            if following is not None and self.using.terminals_below(following) & terminals:
                agenda.append((following, place + 1))
            for slot, after in node.slots.items():
                if self.using.terminals_below(after) & terminals:
                    reaches.append(self._within_slot(row, slot, place, depth))
                    agenda += [(after, end) for end, _ in row.value(slot, place)]

    def _within_slot(self, row: Row, slot: Slot, place: int, depth: int) -> Reach:
        inner = self._value(row, place, slot.rule, depth)
        if inner.place == place:
            return Reach(place, (), (), {})
        if not slot.choice:
            return inner
        own = tuple(
            option
            for option in inner.options
            if "=" not in option.entry.key or option.entry.key.startswith(slot.choice + "=")
        )
        return replace(inner, options=own)


def _options(spot: _Spot) -> Iterator[Option]:
    """Yield what may follow; another form of a wording only where one of its words stands."""
    ways: list[tuple[str | Slot, Node]] = [*spot.node.words.items(), *spot.node.slots.items()]
    for following, after in ways:
        for entry in through(after):
            if entry.terminal in spot.terminals and _is_begun(spot, entry):
                yield Option(entry, spot.begun, following)


def _is_begun(spot: _Spot, entry: Entry) -> bool:
    """Return whether a wording is meant: of one in another form, a word beside its mood."""
    told = 0 if not entry.derived else 1 + (entry.terminal in SAID)
    return spot.place - spot.begun >= told
