"""Phrases that are one word away from what is written.

Before: `has reach the age of six years on`, of which no phrase begins so. After: that `reached`
in place of `reach` makes it one. A word is other, missing, too much, or has changed places with
its neighbour; the rest of the phrase, with the values in its slots, stands as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.syntax.phrases import END, Node
from lawc.syntax.reader import Reader, Row


class Edit(NamedTuple):
    """The words `start` to `end` of a row, and what to write in their place."""

    start: int
    end: int
    words: tuple[str, ...]

    def of(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """Return the row with this edit made."""
        return (*row[: self.start], *self.words, *row[self.end :])


class _Spot(NamedTuple):
    node: Node
    place: int
    edit: Edit | None


def near(
    using: Reader, row: Row, start: int, terminals: frozenset[str], last: int
) -> Iterator[Edit]:
    """Yield the edits of one word that make a phrase begin at `start`.

    Wordings in another form than the declared one lack no word, and begin as they are written.

    Args:
        using: the reader with the phrases.
        row: the words.
        start: where the phrase begins.
        terminals: what the grammar takes there.
        last: the word after which there is nothing to edit.
    """
    agenda = [_Spot(using.root, start, None)]
    while agenda:
        spot = agenda.pop()
        edit = spot.edit
        if edit is not None and any(
            entry.terminal in terminals
            and not (entry.derived and (edit.start == start or edit.words))
            for entry in spot.node.ends
        ):
            yield edit
        agenda += [
            other
            for other in _next(row, spot, last)
            if using.terminals_below(other.node) & terminals
        ]


def _next(row: Row, spot: _Spot, last: int) -> Iterator[_Spot]:
    node, place, edit = spot
    word = row.folded[place]
    following = node.words.get(word)
    if following is not None:
        yield _Spot(following, place + 1, edit)
    if word != END:
        for slot, after in node.slots.items():
            for end, _ in row.value(slot, place):
                yield _Spot(after, end, edit)
    if edit is None and place <= last:
        yield from _edited(row, node, place)


def _edited(row: Row, node: Node, place: int) -> Iterator[_Spot]:
    written, ahead = row.folded[place], row.folded[place + 1 : place + 2]
    for word, after in node.words.items():
        if word == written:
            continue
        if _goes_on(after, written):
            yield _Spot(after, place, Edit(place, place, (word,)))
        if written != END and _goes_on(after, *ahead):
            yield _Spot(after, place + 1, Edit(place, place + 1, (word,)))
    if written == END:
        return
    if _goes_on(node, *ahead):
        yield _Spot(node, place + 1, Edit(place, place + 1, ()))
    if ahead and ahead[0] in node.words:
        swapped = node.words[ahead[0]]
        if written in swapped.words:
            edit = Edit(place, place + 2, (ahead[0], written))
            yield _Spot(swapped.words[written], place + 2, edit)


def _goes_on(node: Node, word: str = END) -> bool:
    """Tell whether a phrase ends at `node`, or may go on with a word."""
    return bool(node.ends or node.slots or word in node.words)
