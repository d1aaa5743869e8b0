"""Periods in force: the sentences of an element with the days from and to which they hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from lawc.amend.elements import Text, Way
from lawc.amend.starting import day_of
from lawc.amend.wording import wording
from lawc.source import Span
from lawc.syntax.nodes import Tree
from lawc.syntax.reader import Reader, Row, reader
from lawc.syntax.structure import Unit
from lawc.syntax.tables import table
from lawc.syntax.words import Word, words

_RULE = "in_force"
_LONGEST = 20  # words of a period in force
_KEYS = {  # by which of its two days is given
    (True, True): "in_force_from_to",
    (True, False): "in_force_from",
    (False, True): "in_force_to",
}


def dated(text: Text, way: Way, start: date | None, end: date | None) -> Text | None:
    """Return the text with a period in force for each sentence of an element.

    What has a period keeps the day of it that is not given. None if there is no sentence: a
    note decides nothing and is in force on no day.
    """
    said = text.source.text
    places = list(_sentences(text, text.unit(way)))
    if not places:
        return None
    for row in reversed(places):
        at = Span(row[0].start, row[-1].end)
        period, body = _period(row, text.language)
        first, last = period
        days = start or first, (end if last is None or (end and end < last) else last)
        beginning = f"{_said(days, text.language)} "
        rest = body and said[body.start : at.end]
        said = f"{said[: at.start]}{beginning}{_continued(text, rest or '')}{said[at.end :]}"
    return text.changed(said).with_layout((way,), whole=True)


def first_day(text: Text, way: Way) -> date | None:
    """Return the day before which no sentence of an element is in force, if there is one."""
    days = [_period(row, text.language)[0][0] for row in _sentences(text, text.unit(way))]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def _sentences(text: Text, unit: Unit) -> Iterator[tuple[Word, ...]]:
    """Yield the sentences of an article or a paragraph, and of the paragraphs in it."""
    row: list[Word] = []
    for line in unit.text:
        if line.terminal == "NOTE":
            break
        if line.terminal == "TEXT":
            row += words(text.source.text, *line.text)
    begun: list[Word] = []
    for word in row:
        begun.append(word)
        if word.folded == ".":
            yield tuple(begun)
            begun = []
    if begun:
        yield tuple(begun)
    for one in unit.units:
        if one.level == "paragraph":
            yield from _sentences(text, one)


@cache
def _reader(language: str) -> Reader:
    return reader(table((f"sentences.{language}", f"values.{language}"), (_RULE,)), (), {})


def _period(
    row: tuple[Word, ...], language: str
) -> tuple[tuple[date | None, date | None], Word | None]:
    """Return the period that a sentence begins with, and the word after it."""
    for place in range(min(len(row), _LONGEST)):
        if row[place].folded == ",":
            found, _ = Row(_reader(language), row[: place + 1]).readings(_RULE)
            days = found[0].children if found else ()
            if days and all(one is None or one.name == "day" for one in days):
                first, last = map(_day, days)
                return (first, last), row[place + 1] if place + 1 < len(row) else None
    return (None, None), row[0]


def _day(tree: Tree | None) -> date | None:
    return None if tree is None else day_of(tree.children[0])


def _said(days: tuple[date | None, date | None], language: str) -> str:
    """Return a period as the beginning of a sentence."""
    say = wording(language)
    start, end = (one and say.day(one) for one in days)
    said = say(_KEYS[start is not None, end is not None], start=start, end=end)
    return f"{said[0].upper()}{said[1:]},"


def _continued(text: Text, sentence: str) -> str:
    """Return a sentence as it goes on after a comma; a citation keeps its capital."""
    cited = table((f"words.{text.language}",), ("words",)).texts["ARTICLE"]
    if sentence.startswith(cited) or sentence[1:2].isupper():
        return sentence
    return sentence[:1].lower() + sentence[1:]
