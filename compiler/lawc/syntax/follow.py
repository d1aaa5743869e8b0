"""How far a text is understood, and what may follow there.

Before: `the damage is paid in full`, which has no reading. After: the word `paid`, and the
phrases of the vocabulary that go on with `the damage is`. Only messages need this, so it may
take its time: it asks the grammar at every place, and looks into phrases and into values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from lawc.syntax.phrases import Entry, Node, Slot
from lawc.syntax.reader import WORD, Reader, Row
from lawc.syntax.tables import END
from lawc.syntax.words import Word

_DEEPEST = 3  # values inside phrases inside values


class Option(NamedTuple):
    """What may stand at a place: a phrase begun at `begun`, and its next word or value."""

    entry: Entry
    begun: int
    following: str | Slot

    @property
    def is_word(self) -> bool:
        """Tell whether this is a word of the language, not a phrase of the vocabulary."""
        return self.entry.form == WORD


@dataclass(frozen=True)
class Reach:
    """How far words were understood: the first that was not, and what may stand there.

    `at` are the terminals that the grammar takes at each place that was reached by whole
    phrases; `values` the values of the grammar (a number, a letter) that may stand here.
    """

    place: int
    options: tuple[Option, ...]
    values: tuple[str, ...]
    at: dict[int, dict[str, None]]

    @property
    def may_end(self) -> bool:
        """Tell whether the text could have ended here."""
        return END in self.at.get(self.place, ())


def reach(using: Reader, words: tuple[Word, ...], start: str, depth: int = 0) -> Reach:
    """Return how far `words` are understood as `start`, a start rule of the grammar."""
    row = Row(using, words)
    at: dict[int, dict[str, None]] = {}
    row.readings(start, at)
    found = [
        one
        for place, terminals in at.items()
        for one in _from(row, place, frozenset(terminals), depth)
    ]
    return _furthest([Reach(max(at), (), (), at), *found], at)


def _from(row: Row, place: int, terminals: frozenset[str], depth: int) -> Iterator[Reach]:
    """Yield how far each phrase or value that may begin at `place` goes on."""
    using = row.reader
    yield from _along(row, place, terminals, depth)
    patterns = tuple(sorted(terminals & using.patterns.keys()))
    if patterns:
        yield Reach(place, (), patterns, {})
    for terminal in sorted(terminals & using.values.keys()):
        yield _value(row, place, using.values[terminal], depth)


def _value(row: Row, place: int, rule: str, depth: int) -> Reach:
    """Return how far the words from `place` are a value that `rule` reads."""
    if depth == _DEEPEST:
        return Reach(place, (), (rule,), {})
    inner = reach(row.reader, row.words[place:], rule, depth + 1)
    if inner.place == 0:
        return Reach(place, (), (rule,), {})
    options = (one._replace(begun=one.begun + place) for one in inner.options)
    return Reach(inner.place + place, tuple(options), inner.values, {})


def _along(row: Row, start: int, terminals: frozenset[str], depth: int) -> Iterator[Reach]:
    """Yield how far the words from `start` follow the phrases for `terminals`."""
    agenda = [(row.reader.root, start)]
    while agenda:
        node, place = agenda.pop()
        yield Reach(place, tuple(_options(node, start, terminals)), (), {})
        if place == len(row.words):
            continue
        following = node.words.get(row.folded[place])
        if following is not None and _leads_to(following, terminals):
            agenda.append((following, place + 1))
        for slot, after in node.slots.items():
            if _leads_to(after, terminals):
                yield _within_slot(row, slot, place, depth)
                agenda += [(after, end) for end, _ in row.value(slot, place)]


def _within_slot(row: Row, slot: Slot, place: int, depth: int) -> Reach:
    inner = _value(row, place, slot.rule, depth)
    if inner.place == place:
        return Reach(place, (), (), {})
    if not slot.choice:
        return inner
    own = tuple(
        one
        for one in inner.options
        if "=" not in one.entry.key or one.entry.key.startswith(slot.choice + "=")
    )
    return replace(inner, options=own)


def _options(node: Node, begun: int, terminals: frozenset[str]) -> Iterator[Option]:
    for word, after in node.words.items():
        for entry in _through(after):
            if entry.terminal in terminals:
                yield Option(entry, begun, word)
    for slot, after in node.slots.items():
        for entry in _through(after):
            if entry.terminal in terminals:
                yield Option(entry, begun, slot)


def _through(node: Node) -> Iterator[Entry]:
    """Yield the phrases that pass through or end at `node`."""
    agenda = [node]
    while agenda:
        one = agenda.pop()
        yield from one.ends
        agenda += [*one.words.values(), *one.slots.values()]


def _leads_to(node: Node, terminals: frozenset[str]) -> bool:
    return any(entry.terminal in terminals for entry in _through(node))


def _furthest(found: list[Reach], at: dict[int, dict[str, None]]) -> Reach:
    place = max(one.place for one in found)
    furthest = [one for one in found if one.place == place]
    options = dict.fromkeys(option for one in furthest for option in one.options)
    values = dict.fromkeys(value for one in furthest for value in one.values)
    return Reach(place, tuple(options), tuple(values), at)
