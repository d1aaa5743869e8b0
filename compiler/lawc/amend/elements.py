"""The elements of a text by their numbers, and the lines on which each stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from lawc.amend.operations import Path
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.structure import Unit, structure

Way: TypeAlias = tuple[int, ...]
"""The way to an element from the act: its place among its siblings at each level."""


@dataclass(frozen=True)
class Text:
    """The text of an act, as it stands after some operations."""

    source: Source
    language: str

    @cached_property
    def root(self) -> Unit:
        """The whole act as a tree of elements."""
        return structure(self.source, self.language)

    @cached_property
    def title(self) -> tuple[str, ...]:
        """The lines of the title."""
        lines = takewhile(lambda line: line.terminal == "TEXT", self.root.text)
        return tuple(self.slice(line.text) for line in lines)

    @property
    def front_end(self) -> int:
        """The offset of the first element's line; title and preamble stand before it."""
        if not self.root.units:
            return len(self.source.text)
        return self.source.text.rfind("\n", 0, self.root.units[0].span.start) + 1

    def changed(self, text: str) -> Text:
        """Return this act with another text."""
        return Text(replace(self.source, text=text), self.language)

    def slice(self, span: Span) -> str:
        """Return the text at `span`, on one line."""
        return " ".join(self.source.text[span.start : span.end].split())

    def unit(self, way: Way) -> Unit:
        """Return the element that a way leads to."""
        unit = self.root
        for place in way:
            unit = unit.units[place]
        return unit

    def find(self, path: Path) -> tuple[Way, ...]:
        """Return the ways to the elements of a path; several if it has versions."""
        ways: list[Way] = [()]
        for level, number in path:
            ways = [
                (*way, place)
                for way in ways
                for place, unit in enumerate(self.unit(way).units)
                if (unit.level, unit.number) == (level, number)
            ]
        return tuple(ways)

    def block(self, way: Way, *, whole: bool) -> Span:
        """Return the lines of an element, with those of the elements in it if `whole`."""
        unit = self.unit(way)
        text = self.source.text
        end = whole_end(unit) if whole else _own_end(unit)
        newline = text.find("\n", end)
        return Span(
            text.rfind("\n", 0, unit.span.start) + 1, len(text) if newline < 0 else newline
        )

    def written(self, way: Way) -> str:
        """Return the lines of an element with those of the elements in it."""
        block = self.block(way, whole=True)
        return self.source.text[block.start : block.end]

    def stretches(self, way: Way) -> Iterator[tuple[Way, Span]]:
        """Yield each stretch of text of an element and of all in it; no heading, no mark.

        A row of a table is a stretch of its own.
        """
        unit = self.unit(way)
        begun: Span | None = None
        for line in unit.text:
            if line.terminal == "ROW":
                yield way, line.text
            if line.terminal not in ("TEXT", "NOTE"):
                continue
            if begun and not self.source.text[begun.end : line.text.start].strip():
                begun = begun.to(line.text)
                continue
            if begun:
                yield way, begun
            begun = line.text
        if begun:
            yield way, begun
        for place in range(len(unit.units)):
            yield from self.stretches((*way, place))


def _own_end(unit: Unit) -> int:
    ends = [line.text.end for line in unit.text]
    return max((unit.span.end, unit.heading.end if unit.heading else 0, *ends))


def whole_end(unit: Unit) -> int:
    """Return the end of the text of an element and of all in it."""
    return max((_own_end(unit), *map(whole_end, unit.units)))
