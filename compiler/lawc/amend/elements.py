"""The elements of a text by their numbers, and the lines on which each stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import takewhile
from typing import TypeAlias

from lawc.amend.operations import Path
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.layout import laid_out
from lawc.syntax.structure import Unit, structure

Way: TypeAlias = tuple[int, ...]
"""How to get to an element from the act: the place among its siblings at each level."""

Shape: TypeAlias = "tuple[str, str, tuple[Shape, ...]]"
"""An element as levels and numbers, without a word of text."""

_LEVELS = ("subpoint", "point", "paragraph", "article")  # in the order of siblings


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
        """Where the line of the first element begins: before it stand title and preamble."""
        if not self.root.units:
            return len(self.source.text)
        return self.source.text.rfind("\n", 0, self.root.units[0].span.start) + 1

    def changed(self, text: str) -> Text:
        """Return this act with another text."""
        return Text(Source(self.source.name, text), self.language)

    def slice(self, span: Span) -> str:
        """Return what is written at `span`, on one line."""
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
                for place, one in enumerate(self.unit(way).units)
                if (one.level, one.number) == (level, number)
            ]
        return tuple(ways)

    def label(self, way: Way) -> str:
        """Return the number of an element as it is printed: `Article 5`, `9)`."""
        unit = self.unit(way)
        printed = self.slice(unit.span)
        return printed.rstrip(".") if unit.level == "article" else printed

    def where(self, way: Way) -> str:
        """Return the place of an element as a drafter names it: `Article 5, 9)`."""
        return ", ".join(self.label(way[:depth]) for depth in range(1, len(way) + 1))

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

    def end_before(self, parent: Way, place: int) -> int:
        """Return the end of the last line before the place of an element in its parent."""
        if place:
            return self.block((*parent, place - 1), whole=True).end
        return self.block(parent, whole=False).end

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

    def place_for(self, parent: Way, level: str, number: str) -> int:
        """Return where among the elements of `parent` a new one belongs, by its number."""
        units = self.unit(parent).units
        lower = [
            place
            for place, one in enumerate(units)
            if one.level == level and _order(one.number) < _order(number)
        ]
        if lower:
            return lower[-1] + 1
        before = _LEVELS[: _LEVELS.index(level)]
        return sum(1 for one in units if one.level in before)

    def with_layout(self, ways: tuple[Way, ...], *, whole: bool) -> Text:
        """Return the text with these elements laid out, and every other byte as it is.

        Each is laid out inside its article, which does not depend on what stands around it.
        """
        text = self.source.text
        laid: dict[int, Text] = {}
        for way in sorted(set(ways), reverse=True):
            top, *inside = way
            if top not in laid:
                alone = self.changed(self.written((top,)))
                laid[top] = alone.changed(laid_out(alone.source, self.language))
            old = self.block(way, whole=whole)
            new = laid[top].block((0, *inside), whole=whole)
            text = (
                text[: old.start] + laid[top].source.text[new.start : new.end] + text[old.end :]
            )
        return self.changed(text)

    @cached_property
    def shape(self) -> Shape:
        """The elements of the act without their text."""
        return shape_of(self.root)


def shape_of(unit: Unit) -> Shape:
    """Return the levels and numbers of an element and of all in it."""
    return unit.level, unit.number, tuple(map(shape_of, unit.units))


def grafted(shape: Shape, way: Way, new: Shape, *, added: bool) -> Shape:
    """Return `shape` with `new` at the end of a way: `added` there, or in the place of one."""
    level, number, inside = shape
    place, *rest = way
    below = grafted(inside[place], tuple(rest), new, added=added) if rest else new
    after = place if added and not rest else place + 1
    return level, number, (*inside[:place], below, *inside[after:])


def _own_end(unit: Unit) -> int:
    ends = [line.text.end for line in unit.text]
    return max((unit.span.end, unit.heading.end if unit.heading else 0, *ends))


def whole_end(unit: Unit) -> int:
    """Return the end of the text of an element and of all in it."""
    return max((_own_end(unit), *map(whole_end, unit.units)))


def _order(number: str) -> tuple[int, ...]:
    if number.isalpha():
        return (ord(number),)
    return tuple(map(int, number.split("-")))
