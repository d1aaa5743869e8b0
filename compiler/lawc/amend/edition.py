"""An edition of an act: its elements, each with its own lines, after some operations.

The text is read once. An operation makes a new edition in which one element differs; all else
is shared, so that its cost does not grow with the act. Every character of the text is in
exactly one of these: the front, the gap before an element, its lines, the closing words after
it, the tail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, takewhile
from typing import TypeAlias

from lawc.amend.operations import Path
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.lines import Line
from lawc.syntax.numbering import Numbering, numbering_of
from lawc.syntax.passages import place_of
from lawc.syntax.structure import Unit, structure, within

Way: TypeAlias = tuple[int, ...]
"""The way to an element from the act: its place among its siblings at each level."""

_DOTS = re.compile(r"^[^\S\n]*(?:\.\.\.|…)[^\S\n]*$", re.MULTILINE)


@dataclass(frozen=True)
class Element:
    """An element as written: `gap` is the end of the line before it, with blank lines.

    `closing` are the closing words of the list of which it is the last item, with the end of
    the line before them.
    """

    level: str
    number: str
    gap: str
    lines: str
    units: tuple[Element, ...]
    closing: str
    language: str
    numbering: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """Its level and number."""
        return self.level, self.number

    @cached_property
    def text(self) -> str:
        """Its lines, those of the elements in it, and the closing words after it."""
        below = chain.from_iterable((unit.gap, unit.text) for unit in self.units)
        return "".join((self.lines, *below, self.closing))

    @property
    def body(self) -> str:
        """Its text without the closing words of the list that it is in."""
        return self.text.removesuffix(self.closing)

    @cached_property
    def versioned(self) -> bool:
        """Whether two elements of one number stand in it, as versions in time do."""
        return have_versions(self.units)

    @cached_property
    def unit(self) -> Unit:
        """Its own lines as read."""
        return structure(self.part(self.lines), self.language).units[0]

    @cached_property
    def closing_text(self) -> tuple[Line, ...]:
        """The closing words as read."""
        return structure(self.part(self.closing), self.language).text if self.closing else ()

    @cached_property
    def printed(self) -> str:
        """Its number as it is printed: `Article 5.`, `9)`."""
        span = self.unit.span
        return one_line(self.lines[span.start : span.end])

    @property
    def label(self) -> str:
        """Its number as it is cited: `Article 5`, `9)`."""
        return self.printed.rstrip(".") if self.top else self.printed

    @property
    def heading(self) -> str:
        """Its heading, if it is an article that has one."""
        at = self.unit.heading
        return one_line(self.lines[at.start : at.end]) if at else ""

    @property
    def top(self) -> bool:
        """Whether it is of the highest level."""
        return self.level == self.levels.top

    @property
    def listed(self) -> bool:
        """Whether it may be an item of a list."""
        return self.level in self.levels.listing

    @property
    def levels(self) -> Numbering:
        """The levels of its jurisdiction."""
        return numbering_of(self.numbering, self.language)

    def part(self, text: str) -> Source:
        """Return a part of its text as a source."""
        return Source("", text, numbering=self.numbering)

    def but(
        self,
        *,
        gap: str | None = None,
        lines: str | None = None,
        units: tuple[Element, ...] | None = None,
        closing: str | None = None,
    ) -> Element:
        """Return this element with another gap, lines, elements or closing words."""
        return Element(
            self.level,
            self.number,
            self.gap if gap is None else gap,
            self.lines if lines is None else lines,
            self.units if units is None else units,
            self.closing if closing is None else closing,
            self.language,
            self.numbering,
        )

    def within(self) -> Iterator[Element]:
        """Return this element and all in it, in the order of the text."""
        return within(self, lambda element: element.units)


@dataclass(frozen=True)
class Edition:
    """The text of an act after some operations."""

    name: str
    language: str
    front: str
    units: tuple[Element, ...]
    tail: str
    dotted: bool  # a line of dots stands in it: how that is read depends on all the lines
    numbering: str = ""

    @cached_property
    def text(self) -> str:
        """The whole text."""
        below = chain.from_iterable((unit.gap, unit.text) for unit in self.units)
        return "".join((self.front, *below, self.tail))

    @cached_property
    def source(self) -> Source:
        """The whole text, by the name of the act."""
        return Source(self.name, self.text, numbering=self.numbering)

    @property
    def levels(self) -> Numbering:
        """The levels of its jurisdiction."""
        return numbering_of(self.numbering, self.language)

    def part(self, text: str) -> Source:
        """Return a part of its text, or of one to be put into it, as a source."""
        return Source("", text, numbering=self.numbering)

    @cached_property
    def title(self) -> tuple[str, ...]:
        """The lines of the title."""
        text = structure(self.part(self.front), self.language).text
        lines = takewhile(lambda line: line.terminal == "TEXT", text)
        return tuple(one_line(self.front[line.text.start : line.text.end]) for line in lines)

    def but(
        self,
        *,
        front: str | None = None,
        units: tuple[Element, ...] | None = None,
        tail: str | None = None,
        dotted: bool = False,
    ) -> Edition:
        """Return this edition with another front, other elements or another tail."""
        return Edition(
            f"{self.name.removesuffix(_AMENDED)}{_AMENDED}",
            self.language,
            self.front if front is None else front,
            self.units if units is None else units,
            self.tail if tail is None else tail,
            self.dotted or dotted,
            self.numbering,
        )

    def elements(self) -> Iterator[Element]:
        """Yield all elements in the order of the text."""
        for unit in self.units:
            yield from unit.within()

    def inside(self, way: Way) -> tuple[Element, ...]:
        """Return the elements in the one that a way leads to, or in the act."""
        return self.element(way).units if way else self.units

    def element(self, way: Way) -> Element:
        """Return the element that a way leads to."""
        place, *rest = way
        element = self.units[place]
        for place in rest:
            element = element.units[place]
        return element

    def above(self, way: Way) -> tuple[Element, ...]:
        """Return the elements around the one that a way leads to, from the article down."""
        return tuple(self.element(way[:depth]) for depth in range(1, len(way)))

    def find(self, path: Path) -> tuple[Way, ...]:
        """Return the ways to the elements of a path; several if it has versions."""
        ways: list[Way] = [()]
        for level, number in path:
            ways = [
                (*way, place)
                for way in ways
                for place, element in enumerate(self.inside(way))
                if element.number == number and element.level == level
            ]
        return tuple(ways)

    def path(self, way: Way) -> Path:
        """Return levels and numbers of the element that a way leads to."""
        return tuple(self.element(way[:depth]).key for depth in range(1, len(way) + 1))

    def where(self, way: Way) -> str:
        """Return the place of an element as a drafter names it: `Article 5, 9)`."""
        return place_of(
            tuple(self.element(way[:depth]).label for depth in range(1, len(way) + 1))
        )

    def start(self, way: Way) -> int:
        """Return the offset of the lines of an element in the whole text."""
        place, *rest = way
        at = len(self.front)
        units = self.units
        while True:
            at += sum(len(unit.gap) + len(unit.text) for unit in units[:place])
            at += len(units[place].gap)
            if not rest:
                return at
            at += len(units[place].lines)
            units = units[place].units
            place, *rest = rest

    def place_of(self, way: Way) -> Span:
        """Return the span of the number of an element in the whole text."""
        start, span = self.start(way), self.element(way).unit.span
        return Span(start + span.start, start + span.end)

    def place_for(self, parent: Way, level: str, number: str) -> int:
        """Return the place of a new element, by its number, among those of `parent`."""
        order = self.levels.by_key[level].order
        units, wanted = self.inside(parent), order(number)
        for place in reversed(range(len(units))):  # mostly it is one of the last
            if units[place].level == level and order(units[place].number) < wanted:
                return place + 1
        upwards = self.levels.upwards
        before = upwards[: upwards.index(level)]
        return sum(1 for unit in units if unit.level in before)

    def replaced(self, way: Way, *new: Element) -> Edition:
        """Return the edition with elements, or none, at the end of a way."""
        return self.but(units=_replaced(self.units, way, new))

    def without(self, way: Way) -> Edition:
        """Return the edition without an element and all in it; closing words stay."""
        *above, place = way
        element, parent = self.element(way), tuple(above)
        edition = self
        if not place and len(self.inside(parent)) > 1:
            following = (*parent, 1)
            edition = edition.replaced(
                following, edition.element(following).but(gap=element.gap)
            )
        if element.closing:
            before = (*parent, place - 1) if place else parent
            holder = edition.element(before)
            kept = (
                holder.but(closing=element.closing)
                if place and holder.listed
                else holder.but(lines=holder.lines + element.closing)
            )
            edition = edition.replaced(before, kept)
        return edition.replaced(way)

    def with_new(self, way: Way, element: Element) -> Edition:
        """Return the edition with a new element at the end of a way, laid out.

        It stands before the closing words of the list that it is added to.
        """
        *above, place = way
        parent = tuple(above)
        siblings = self.inside(parent)
        holder = self.element(parent) if parent else None
        first = holder is not None and holder.top and not place
        apart = element.top or (first and holder is not None and not holder.unit.text)
        element = element.but(gap="\n\n" if apart else "\n")
        units = list(siblings)
        if place and units[place - 1].closing and element.listed:
            before = units[place - 1]
            element = element.but(closing=element.closing or before.closing)
            units[place - 1] = before.but(closing="")
        if holder is None and not place:
            element = element.but(gap="")
            units[:1] = [unit.but(gap="\n\n") for unit in units[:1]]
        units.insert(place, element)
        if holder is None:
            return self.but(units=tuple(units))
        return self.replaced(parent, holder.but(units=tuple(units)))


_AMENDED = " as amended"


def _replaced(
    units: tuple[Element, ...], way: Way, new: tuple[Element, ...]
) -> tuple[Element, ...]:
    place, *rest = way
    if rest:
        element = units[place]
        new = (element.but(units=_replaced(element.units, tuple(rest), new)),)
    return (*units[:place], *new, *units[place + 1 :])


def have_versions(units: tuple[Element, ...]) -> bool:
    """Return whether two elements of one number stand beside each other or in one of them."""
    keys = [unit.key for unit in units if unit.level != "omitted"]
    return len(set(keys)) < len(keys) or any(unit.versioned for unit in units)


def has_dots(text: str) -> bool:
    """Return whether a line of dots stands in a text."""
    return _DOTS.search(text) is not None


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())
