"""Periods in force: the sentences of an element with the days from and to which they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import pairwise

from lawc.amend.elements import Text, Way, whole_end
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
    """Return the text with an element that is in force from `start` to `end` only.

    A sentence that has a period keeps what of it lies between these days; what is in force on
    none of them is left out. None if nothing is left: a note is in force on no day.
    """
    element = text.unit(way)
    edits = [one for unit in _holders(element) for one in _edits(text, unit, start, end)]
    if not any(new for _, new in edits):
        return None
    said = text.source.text
    for at, new in reversed(edits):
        said = said[: at.start] + new + said[at.end :]
    return text.changed(said).with_layout((way,), whole=True)


def _edits(
    text: Text, unit: Unit, start: date | None, end: date | None
) -> Iterator[tuple[Span, str]]:
    """Yield what stands instead of each sentence of an element, nothing if it is left out."""
    said = text.source.text
    found = list[tuple[Span, str]]()
    for row, after in _sentences(text, unit):
        (first, last), body = _period(row, text.language)
        first, last = _inner(max, first, start), _inner(min, last, end)
        if first and last and first > last:
            found.append((Span(row[0].start, after), ""))
            continue
        rest = said[body.start : row[-1].end] if body else ""
        new = f"{_said((first, last), text.language)} {_continued(text, rest)}"
        found.append((Span(row[0].start, row[-1].end), new))
    if unit.level == "paragraph" and found and not any(new for _, new in found):
        yield Span(unit.span.start, whole_end(unit)), ""  # its number goes with its sentences
    else:
        yield from found


def _inner(
    which: Callable[[date, date], date], one: date | None, other: date | None
) -> date | None:
    return which(one, other) if one and other else one or other


def first_day(text: Text, way: Way) -> date | None:
    """Return the day before which no sentence of an element is in force, if there is one."""
    days = [
        _period(row, text.language)[0][0]
        for unit in _holders(text.unit(way))
        for row, _ in _sentences(text, unit)
    ]
    known = [day for day in days if day is not None]
    return min(known) if known and len(known) == len(days) else None


def _holders(unit: Unit) -> Iterator[Unit]:
    """Yield an article or a paragraph, and the paragraphs in it: what has sentences."""
    yield unit
    for one in unit.units:
        if one.level == "paragraph":
            yield from _holders(one)


def _sentences(text: Text, unit: Unit) -> Iterator[tuple[tuple[Word, ...], int]]:
    """Yield the sentences of an element, each with the end of the list or table in it."""
    row: list[Word] = []
    for line in unit.text:
        if line.terminal == "NOTE":
            break
        if line.terminal == "TEXT":
            row += words(text.source.text, *line.text)
    ends = [place for place, word in enumerate(row, 1) if word.folded == "."]
    if row and (not ends or ends[-1] < len(row)):
        ends.append(len(row))
    listed = any(line.terminal == "ROW" for line in unit.text) or any(
        one.level != "paragraph" for one in unit.units
    )
    for begin, end in pairwise((0, *ends)):
        begins_list = listed and end == len(row)
        yield tuple(row[begin:end]), whole_end(unit) if begins_list else row[end - 1].end


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
