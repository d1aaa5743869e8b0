"""Periods in force: the sentences of an element with the days from and to which they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field
from datetime import date
from functools import cache
from itertools import pairwise
from typing import TypeAlias

from lawc.amend.edition import Edition, Element
from lawc.amend.starting import day_of
from lawc.amend.stops import Doubt, continued, sentence_ends
from lawc.amend.wording import wording
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.nodes import Tree
from lawc.syntax.reader import Reader, Row, reader
from lawc.syntax.sentences import Sentences
from lawc.syntax.structure import Unit, structure
from lawc.syntax.tables import table
from lawc.syntax.words import Word, words

_RULE = "in_force"
_LONGEST = 20  # words of a period in force

Period: TypeAlias = tuple[date | None, date | None]
"""The days from and to which a sentence is in force."""

_INERT = ("NOTE", "TEXT")


@dataclass(frozen=True, slots=True)
class Periods:
    """Reads and writes the periods of elements in one language.

    `sentences` say what a sentence is, if the vocabulary of the act is known.
    """

    language: str
    sentences: Sentences | None
    known: dict[int, tuple[Element, list[Period]]] = field(
        default_factory=dict, repr=False, compare=False
    )  # by identity: elements are shared by editions

    def with_period(
        self, element: Element, start: date | None, end: date | None
    ) -> str | Doubt | None:
        """Return the lines of an element that is in force from `start` to `end` only.

        The period of a sentence is cut to these days; a sentence in force on none of them is
        left out. None if nothing is left: a note is in force on no day.
        """
        apart = self._sentence_below(element)
        if apart is not None:
            return apart
        text = element.body
        all_edits = list[tuple[Span, str]]()
        for unit in _holders(structure(element.part(text), self.language).units[0]):
            edits = self._edits(text, unit, start, end)
            if isinstance(edits, Doubt):
                return edits
            all_edits += edits
        if not any(new for _, new in all_edits):
            return None
        for at, new in reversed(all_edits):
            text = text[: at.start] + new + text[at.end :]
        return text

    def _sentence_below(self, element: Element) -> Doubt | None:
        """Return a doubt if closing words in an element hold a sentence of their own.

        A period stands before the list and its closing words; that sentence would have none.
        """
        for unit in element.units:
            below = self._sentence_below(unit)
            if below is not None:
                return below
            if not unit.closing:
                continue
            lines = [line for line in unit.closing_text if line.terminal == "TEXT"]
            row = tuple(word for line in lines for word in words(unit.closing, *line.text))
            ends = sentence_ends(unit.closing, row, self.language, None) if row else ()
            if isinstance(ends, Doubt):
                return ends
            folded = [word.folded for word in row]
            if len(ends) > 1 or (folded and unit.body.rstrip().endswith(".")):
                begin = row[ends[0]] if len(ends) > 1 else row[0]
                return Doubt(" ".join(unit.closing[begin.start :].split()))
        return None

    def first_day(self, element: Element) -> date | None:
        """Return the day before which nothing of an element is in force, if there is one."""
        days = [start for start, _ in self.of(element)]
        known = [day for day in days if day is not None]
        return min(known) if known and len(known) == len(days) else None

    def in_force(self, element: Element, day: date) -> bool:
        """Return whether something of an element is in force on a day; a note always is."""
        periods = self.of(element)
        return not periods or any(
            (first is None or first <= day) and (last is None or day <= last)
            for first, last in periods
        )

    def of(self, element: Element) -> list[Period]:
        """Return the period of each sentence of an element."""
        known = self.known.get(id(element))
        if known is None:
            self.known[id(element)] = known = element, self._read(element)
        return known[1]

    def _read(self, element: Element) -> list[Period]:
        text = element.body
        periods = []
        for unit in _holders(structure(element.part(text), self.language).units[0]):
            pieces = self._pieces(text, unit)
            if isinstance(pieces, Doubt):  # a period stands at the beginning at least
                pieces = [(_row(text, unit), 0)]
            periods += [_period(row, self.language)[0] for row, _ in pieces]
        return periods

    def used(self, edition: Edition) -> bool:
        """Return whether an act has versions in time, or a sentence with a period."""
        if edition.units and any(unit.versioned for unit in edition.units):
            return True
        begins = wording(self.language).periods_begin
        return any(
            period != (None, None)
            for element in edition.elements()
            if begins in element.lines.casefold()
            for period in self.of(element.but(units=()))
        )

    def _edits(
        self, text: str, unit: Unit, start: date | None, end: date | None
    ) -> list[tuple[Span, str]] | Doubt:
        """Return the text that replaces each sentence, empty if it is left out."""
        edits = list[tuple[Span, str]]()
        pieces = self._pieces(text, unit)
        if isinstance(pieces, Doubt):
            return pieces
        for row, after in pieces:
            (first, last), body = _period(row, self.language)
            first, last = _inner(max, first, start), _inner(min, last, end)
            if first and last and first > last:
                edits.append((Span(row[0].start, after), ""))
                continue
            rest = text[body.start : row[-1].end] if body else ""
            begins = wording(self.language).period(first, last)
            new = f"{begins} {continued(rest, self.language)}"
            edits.append((Span(row[0].start, row[-1].end), new))
        if unit.level == "paragraph" and edits and not any(new for _, new in edits):
            return [(Span(unit.span.start, whole_end(unit)), "")]  # its number goes with them
        return edits

    def _pieces(self, text: str, unit: Unit) -> list[tuple[tuple[Word, ...], int]] | Doubt:
        """Return the sentences of an element, each with the end of the list or table in it."""
        row = _row(text, unit)
        if not row:
            return []
        ends = sentence_ends(text, row, self.language, self.sentences)
        if isinstance(ends, Doubt):
            return ends
        listed = any(line.terminal == "ROW" for line in unit.text) or any(
            below.level != "paragraph" for below in unit.units
        )
        return [
            (
                row[begin:end],
                whole_end(unit) if listed and end == len(row) else row[end - 1].end,
            )
            for begin, end in pairwise((0, *ends))
        ]


def sentences_apart(element: Element) -> bool:
    """Return whether the elements in an element have sentences of their own.

    They have if they are the paragraphs of an article, or if no words stand above them.
    """
    return bool(element.units) and (
        any(unit.level == "paragraph" for unit in element.units) or not _has_words(element.unit)
    )


def _holders(unit: Unit) -> Iterator[Unit]:
    """Yield an element, and the elements in it that have sentences of their own."""
    yield unit
    for below in unit.units:
        if below.level == "paragraph" or not _has_words(unit):
            yield from _holders(below)


def _has_words(unit: Unit) -> bool:
    return any(line.terminal in _INERT for line in unit.text)


def _row(text: str, unit: Unit) -> tuple[Word, ...]:
    """Return the words of an element up to the first note in it."""
    row: list[Word] = []
    for line in unit.text:
        if line.terminal == "NOTE":
            break
        if line.terminal == "TEXT":
            row += words(text, *line.text)
    return tuple(row)


def whole_end(unit: Unit) -> int:
    """Return the end of the text of an element and of all in it."""
    ends = [line.text.end for line in unit.text]
    own = max((unit.span.end, unit.heading.end if unit.heading else 0, *ends))
    return max((own, *map(whole_end, unit.units)))


def _inner(
    which: Callable[[date, date], date], day: date | None, other: date | None
) -> date | None:
    return which(day, other) if day and other else day or other


@cache
def starts_reader(language: str) -> Reader:
    """Return the reader of how sentences begin, with a period, and how items end."""
    starts = (_RULE, "item_end")
    sentences = (f"sentences.{language}", f"order.{language}", f"items.{language}")
    files = (*sentences, f"values.{language}")
    return reader(table(files, starts), (), {})


def _period(
    row: tuple[Word, ...], language: str
) -> tuple[tuple[date | None, date | None], Word | None]:
    """Return the period that a sentence begins with, and the word after it."""
    for place in range(min(len(row), _LONGEST)):
        if row[place].folded == ",":
            readings, _ = Row(starts_reader(language), row[: place + 1]).readings(_RULE)
            days = readings[0].children if readings else ()
            if days and all(day is None or day.name == "day" for day in days):
                first, last = map(_day, days)
                return (first, last), row[place + 1] if place + 1 < len(row) else None
    return (None, None), row[0]


def _day(tree: Tree | None) -> date | None:
    return None if tree is None else day_of(tree.children[0])
