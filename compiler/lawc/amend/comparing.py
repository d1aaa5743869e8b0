"""An act before and after it was amended: which elements differ, in which words, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

from lawc.amend.elements import Text, Way
from lawc.amend.operations import Path, ReplaceHeading, RestateText, Step
from lawc.amend.rewording import hunks
from lawc.records import dataclass

_TOKEN = re.compile(r"\s+|\w(?:\S*\w)?|[^\w\s]")


class Change(Enum):
    """The fate of some words."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that have one fate."""

    change: Change
    text: str

    @property
    def apart(self) -> tuple[str, str, str]:
        """The words with the spaces before and after them apart, which no mark touches."""
        words = self.text.strip()
        before, _, after = self.text.partition(words) if words else (self.text, "", "")
        return before, words, after


@dataclass(frozen=True, slots=True)
class Pair:
    """An element before and after; one of the two is None if it was added or deleted."""

    path: Path
    old: Way | None
    new: Way | None
    below: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """An element that differs: its lines before and after, none if it was not or is not there.

    `whole` tells whether the lines are those of all elements in it too. The path of the title
    and the preamble is empty.
    """

    path: Path
    old: tuple[str, ...]
    new: tuple[str, ...]
    whole: bool
    reasons: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The words of both, each with its fate."""
        return pieces("\n".join(self.old), "\n".join(self.new))


def pairs(old: Text, new: Text) -> tuple[Pair, ...]:
    """Return the elements of two texts side by side."""
    return tuple(_pairs(old, new, (), (), ()))


def rows(old: Text, new: Text, steps: Iterable[Step] = ()) -> tuple[Row, ...]:
    """Return the elements that differ, in the order of the text, with why: from `steps`."""
    all_steps = tuple(steps)
    front = Row((), front_lines(old), front_lines(new), whole=False)
    differing = [front] if front.old != front.new else []
    for pair in pairs(old, new):
        differing += _rows(old, new, pair)
    merged = []
    for path, several in groupby(differing, lambda row: row.path):
        same = tuple(several)
        before = tuple(line for row in same for line in row.old)
        after = tuple(line for row in same for line in row.new)
        whole = any(row.whole for row in same)
        reasons = _reasons(path, all_steps, whole=whole)
        merged.append(Row(path, before, after, whole, reasons))
    return tuple(merged)


def lines(text: Text, way: Way, *, whole: bool) -> tuple[str, ...]:
    """Return an element line by line, without layout: its text, the rows of a table."""
    block = text.block(way, whole=False)
    own = _paragraphs(text.source.text[block.start : block.end])
    if not whole:
        return own
    below = range(len(text.unit(way).units))
    return (*own, *(line for place in below for line in lines(text, (*way, place), whole=True)))


def front_lines(text: Text) -> tuple[str, ...]:
    """Return the title line by line, and the preamble."""
    title = tuple(" ".join(line.split()) for line in text.title)
    start = text.root.text[len(title) - 1].text.end if title else 0
    return (*title, *_paragraphs(text.source.text[start : text.front_end]))


def pieces(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts, each with its fate."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    at = 0
    for hunk in hunks(before, after):
        (i, j), (k, n) = hunk.old, hunk.new
        pieces.append(Piece(Change.SAME, "".join(before[at:i])))
        pieces.append(Piece(Change.DELETED, "".join(before[i:j])))
        pieces.append(Piece(Change.INSERTED, "".join(after[k:n])))
        at = j
    pieces.append(Piece(Change.SAME, "".join(before[at:])))
    return tuple(piece for piece in pieces if piece.text)


def _pairs(old: Text, new: Text, before: Way, after: Way, path: Path) -> Iterator[Pair]:
    keys = [_keys(text, way) for text, way in ((old, before), (new, after))]
    codes = SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes()
    for tag, i, j, k, n in codes:
        if tag == "equal":
            for place, other in zip(range(i, j), range(k, n), strict=True):
                ways = (*before, place), (*after, other)
                below = _path(path, keys[0][place])
                yield Pair(below, *ways, tuple(_pairs(old, new, *ways, below)))
            continue
        for place in range(i, j):
            yield Pair(_path(path, keys[0][place]), (*before, place), None, ())
        for place in range(k, n):
            yield Pair(_path(path, keys[1][place]), None, (*after, place), ())


def _keys(text: Text, way: Way) -> list[tuple[str, str, int]]:
    """Return level, number and count of the number so far, of the elements inside one."""
    counts: dict[tuple[str, str], int] = {}
    keys = []
    for unit in text.unit(way).units:
        key = (unit.level, unit.number)
        counts[key] = counts.get(key, 0) + 1
        keys.append((*key, counts[key]))
    return keys


def _path(path: Path, key: tuple[str, str, int]) -> Path:
    return (*path, key[:2])


def _rows(old: Text, new: Text, pair: Pair) -> Iterator[Row]:
    if pair.old is None or pair.new is None:
        before = () if pair.old is None else lines(old, pair.old, whole=True)
        after = () if pair.new is None else lines(new, pair.new, whole=True)
        yield Row(pair.path, before, after, whole=True)
        return
    whole = bool(old.unit(pair.old).units) != bool(new.unit(pair.new).units)
    before, after = lines(old, pair.old, whole=whole), lines(new, pair.new, whole=whole)
    if before != after:
        yield Row(pair.path, before, after, whole=whole)
    if not whole:
        for inner in pair.below:
            yield from _rows(old, new, inner)


def _reasons(path: Path, steps: tuple[Step, ...], *, whole: bool) -> tuple[str, ...]:
    """Return the notes beside the amendments of an element, of one around it, or in it."""
    notes: dict[str, None] = {}
    for step in steps:
        operation = step.operation
        if isinstance(operation, RestateText):
            meant = operation.part == "whole" or not path
        else:
            place = operation.place.path
            heading = isinstance(operation, ReplaceHeading) or operation.place.heading
            around = (
                bool(path) and path[: len(place)] == place and not (heading and path != place)
            )
            inside = bool(path) and place[: len(path)] == path
            meant = around or (whole and inside)
        if meant and step.note:
            notes[step.note] = None
    return tuple(notes)


def _paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text, each on a line; a row of a table stays one."""
    paragraphs: list[str] = []
    begun = False
    for line in (typed.strip() for typed in text.split("\n")):
        row = line.startswith("|")
        if begun and line and not row:
            paragraphs[-1] += f" {' '.join(line.split())}"
        elif line:
            paragraphs.append(" ".join(line.split()))
        begun = bool(line) and not row
    return tuple(paragraphs)
