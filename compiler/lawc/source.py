"""Texts and places in them: offsets for programs, lines and columns for people."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from lawc.records import dataclass


class Span(NamedTuple):
    """A half-open range of character offsets."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Return the smallest span that covers this span and `other`."""
        return Span(min(self.start, other.start), max(self.end, other.end))


class Position(NamedTuple):
    """A one-based line and column."""

    line: int
    column: int


NOWHERE = Span(0, 0)


@dataclass(frozen=True)
class Source:
    """A statute or vocabulary file, read once.

    `name` is that of the file in its jurisdiction, the same wherever the jurisdiction stands;
    `path` is its path from the folder in which the command was run, empty if the text is not
    that of a file. `numbering` is the text of the file that declares how elements are numbered,
    empty where none does.
    """

    name: str
    text: str = field(repr=False)
    path: str = field(default="", repr=False)
    numbering: str = field(default="", repr=False)

    @property
    def shown(self) -> str:
        """The name of the file in messages: its path, else its name."""
        return self.path or self.name

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        starts = [0]
        starts += [i + 1 for i, char in enumerate(self.text) if char == "\n"]
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """Return the line and column of `offset`."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` without its newline."""
        start = self._line_starts[number - 1]
        return self.text[start:].partition("\n")[0].rstrip("\r")
