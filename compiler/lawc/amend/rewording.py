"""The next change of words that brings the own text of an element nearer to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from lawc.amend.elements import Text, Way
from lawc.amend.laying import read
from lawc.amend.operations import Delete, InsertWords, Operation, Path, Place, Quote, Replace
from lawc.amend.words import occurrences
from lawc.records import dataclass
from lawc.source import Span

_NEAR = 2  # words that stay between two changes that are said as one
_CONTEXT = 8  # words quoted around a change, so that they occur once
_LONGEST = 2_000  # words of a text that is compared word by word
_NOWHERE = Span(0, 0)
_WORD = re.compile(r"\w(?:\S*\w)?|[^\w\s]")  # what no space divides is changed as one


@dataclass(frozen=True)
class _Row:
    """A stretch of text as words."""

    text: str
    spans: tuple[tuple[int, int], ...]

    @property
    def words(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]

    def quote(self, first: int, last: int) -> Quote:
        """Return the words from one up to another, without the latter."""
        return Quote(self.text[self.spans[first][0] : self.spans[last - 1][1]], _NOWHERE)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Words that replace others: the first and the one after the last in each row."""

    old: tuple[int, int]
    new: tuple[int, int]


def next_change(text: Text, target: Text, path: Path) -> Operation | None:
    """Return a change of words in an element's own text towards that of `target`, if any."""
    (way, *_), (other, *_) = text.find(path), target.find(path)
    old, new = _rows(text, way), _rows(target, other)
    if len(old) != len(new):
        return None
    place = Place(path, _NOWHERE)
    for before, after in zip(old, new, strict=True):
        first, *others = hunks(before.words, after.words) or (None,)
        if first is None:
            continue
        end = others[0].old[0] if others else len(before.spans)
        changes = _changes(place, before, after, first, end)
        return next((change for change in changes if _once(text, way, change)), None)
    return None


def hunks(old: list[str], new: list[str]) -> tuple[Hunk, ...]:
    """Return the hunks in which two rows of words differ, joined if they nearly touch."""
    if max(len(old), len(new)) > _LONGEST:
        return (Hunk((0, len(old)), (0, len(new))),) if old != new else ()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    hunks: list[Hunk] = []
    for tag, i, j, k, n in codes:
        if tag == "equal":
            continue
        if hunks and i - hunks[-1].old[1] <= _NEAR:
            hunks[-1] = Hunk((hunks[-1].old[0], j), (hunks[-1].new[0], n))
        else:
            hunks.append(Hunk((i, j), (k, n)))
    return tuple(hunks)


def _rows(text: Text, way: Way) -> list[_Row]:
    texts = [text.slice(span) for within, span in text.stretches(way) if within == way]
    return [_Row(line, tuple(word.span() for word in _WORD.finditer(line))) for line in texts]


def _changes(place: Place, old: _Row, new: _Row, hunk: Hunk, end: int) -> Iterator[Operation]:
    """Yield the changes that make the first hunk new, with more and more words around it.

    Words are the same in both rows before the hunk, and after it up to `end` of the old one.
    """
    (i, j), (k, n) = hunk.old, hunk.new
    if i == j:
        for left in range(1, min(i, _CONTEXT) + 1):
            yield InsertWords(place, old.quote(i - left, i), new.quote(k, n))
    elif k == n:
        yield Delete(place, old.quote(i, j), everywhere=False)
    for context in range(_CONTEXT + 1):
        half = context // 2
        for left in (*range(half, -1, -1), *range(half + 1, context + 1)):
            right = context - left
            if left > i or right > end - j or i - left == j + right or k - left == n + right:
                continue
            quotes = old.quote(i - left, j + right), new.quote(k - left, n + right)
            yield Replace(place, *quotes, everywhere=False)


def _once(text: Text, way: Way, change: Operation) -> bool:
    """Return whether the words that a change quotes occur once, and are not signs alone."""
    match change:
        case Replace(_, old) | Delete(_, old) | InsertWords(_, old):
            worded = any(map(str.isalnum, old.text))
            edition = read(text.source, text.language)
            return worded and len(occurrences(edition, way, old)) == 1
        case _:
            return False
