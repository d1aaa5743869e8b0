"""Words quoted from an act: the places where they occur, and the text with others there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from lawc.amend.edition import Edition, Element, Way, one_line
from lawc.amend.laying import laid
from lawc.amend.operations import Quote
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.lines import Line
from lawc.syntax.words import words

_CLOSING = (",", ";", ":", ".", ")")  # no space stands before these
_HYPHENS = "-\u2011"
_ALIKE = {"'": "['’]", "’": "['’]", "-": "[-\u2011]", "\u2011": "[-\u2011]"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text without a gap, in which words are looked for: in the lines of an element.

    `part` is `lines` or `closing`: the string of the element in which the span lies.
    """

    way: Way
    part: str
    span: Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A place where quoted words stand: the stretch, and the span in the same string."""

    stretch: Stretch
    span: Span


def occurrences(
    edition: Edition, way: Way, quote: Quote, *, heading: bool = False
) -> tuple[Occurrence, ...]:
    """Return the places of quoted words as whole words, over line breaks and spaces."""
    wanted = pattern(quote.text)
    if not one_line(quote.text):
        return ()
    return tuple(
        Occurrence(stretch, span)
        for stretch, text in stretches(edition, way, heading=heading, wanted=wanted)
        for span in whole_words(text, stretch.span, wanted)
    )


@lru_cache(maxsize=4096)
def pattern(quote: str) -> re.Pattern[str]:
    """Return the pattern of quoted words: spaces and line breaks are alike, and apostrophes."""
    parts = (
        "".join(_ALIKE.get(sign) or re.escape(sign) for sign in word) for word in quote.split()
    )
    return re.compile(r"\s+".join(parts))


def stretches(
    edition: Edition,
    way: Way,
    *,
    heading: bool = False,
    wanted: re.Pattern[str] | None = None,
) -> Iterator[tuple[Stretch, str]]:
    """Yield the stretches in which words are searched, with the string around each.

    That is the text of an element and of all in it, without headings and marks, or its heading
    alone. The closing words of a list are text of the element that holds the list. Strings in
    which `wanted` does not occur are left out.
    """
    if heading:
        element = edition.element(way)
        if element.unit.heading is not None:
            yield Stretch(way, "lines", element.unit.heading), element.lines
        return
    if way:
        element = edition.element(way)
        if wanted is None or wanted.search(element.lines):
            for span in _stretches(element.lines, element.unit.text):
                yield Stretch(way, "lines", span), element.lines
    for place, below in enumerate(edition.inside(way)):
        yield from stretches(edition, (*way, place), wanted=wanted)
        if below.closing and (wanted is None or wanted.search(below.closing)):
            for span in _stretches(below.closing, below.closing_text):
                yield Stretch((*way, place), "closing", span), below.closing


def place_in_text(edition: Edition, stretch: Stretch) -> int:
    """Return the offset, in the whole text, of the string in which a stretch lies."""
    element = edition.element(stretch.way)
    start = edition.start(stretch.way)
    return start + len(element.body) if stretch.part == "closing" else start


def _stretches(text: str, lines: Iterable[Line]) -> Iterator[Span]:
    """Yield each stretch of text; a row of a table is one of its own."""
    begun: Span | None = None
    for line in lines:
        if line.terminal == "ROW":
            yield line.text
        if line.terminal not in ("TEXT", "NOTE"):
            continue
        if begun and not text[begun.end : line.text.start].strip():
            begun = begun.to(line.text)
            continue
        if begun:
            yield begun
        begun = line.text
    if begun:
        yield begun


def whole_words(text: str, stretch: Span, wanted: re.Pattern[str]) -> Iterator[Span]:
    """Yield the spans of a pattern in a stretch as whole words: not in `Mayor-elect`."""
    for span in parted_words(text, stretch, wanted):
        if compound(text, stretch, span) == span:
            yield span


def compound(text: str, stretch: Span, span: Span) -> Span:
    """Return the span of the word with hyphens that the words at a span are part of."""
    start, end = span
    while start - 1 > stretch.start and _joins(text, start - 1):
        start -= 1
        while start > stretch.start and text[start - 1].isalpha():
            start -= 1
    while end + 1 < stretch.end and _joins(text, end):
        end += 1
        while end < stretch.end and text[end].isalpha():
            end += 1
    return Span(start, end)


def _joins(text: str, place: int) -> bool:
    """Return whether a hyphen between two letters stands at a place."""
    return text[place] in _HYPHENS and text[place - 1].isalpha() and text[place + 1].isalpha()


def parted_words(text: str, stretch: Span, wanted: re.Pattern[str]) -> Iterator[Span]:
    """Yield the spans of a pattern in a stretch that begin and end with words.

    The parts of a word with hyphens are words here.
    """
    at = wanted.search(text, *stretch)
    if at is None:
        return
    row = words(text, *stretch)
    starts, ends = {word.start for word in row}, {word.end for word in row}
    while at is not None:
        whole = at.start() in starts and at.end() in ends
        if whole:
            yield Span(at.start(), at.end())
        at = wanted.search(text, at.end() if whole else at.start() + 1, stretch.end)


def replaced(
    edition: Edition,
    hits: Iterable[Occurrence],
    change: Callable[[str, str, str], str],
) -> Edition | None:
    """Return the edition with each occurrence changed, its elements laid out.

    `change` takes the text of the stretch before the words, the words, and the text after. None
    if the new words would begin another element.
    """
    result = edition
    for way, in_element in groupby(hits, lambda occurrence: occurrence.stretch.way):
        element = result.element(way)
        new: Element | None = element
        for part, in_part in groupby(in_element, lambda each: each.stretch.part):
            text = _change_words(getattr(element, part), tuple(in_part), change)
            if part == "lines":
                new = _with_lines(result, way, text)
            else:
                assert new is not None
                new = _with_closing(result, way, new, text)
            if new is None:
                return None
            element = new
        result = result.replaced(way, element)
    return result


def _change_words(
    text: str, hits: tuple[Occurrence, ...], change: Callable[[str, str, str], str]
) -> str:
    """Return the lines of an element, or closing words, with each occurrence changed."""
    for stretch in sorted({each.stretch.span for each in hits}, reverse=True):
        changed = text[stretch.start : stretch.end]
        for each in reversed([each for each in hits if each.stretch.span == stretch]):
            start, end = each.span.start - stretch.start, each.span.end - stretch.start
            changed = change(changed[:start], changed[start:end], changed[end:])
        text = f"{text[: stretch.start]}{one_line(changed)}{text[stretch.end :]}"
    return text


def _with_lines(edition: Edition, way: Way, lines: str) -> Element | None:
    """Return an element with other lines of its own; None if they are another element."""
    element = edition.element(way)
    new = laid(edition, edition.above(way), lines, closes=False)
    if new is None or new.key != element.key or new.units:
        return None
    return element.but(lines=new.lines)


def _with_closing(edition: Edition, way: Way, element: Element, words: str) -> Element | None:
    """Return an element with other closing words after it; None if they are none."""
    item = (
        f"{element.printed} x,\n{words.strip()}" if words.strip() else f"{element.printed} x,"
    )
    new = laid(edition, edition.above(way), item, closes=True)
    if new is None or new.key != element.key or new.units:
        return None
    return element.but(closing=new.closing)


def putting(new: str) -> Callable[[str, str, str], str]:
    """Return the change of words to others."""
    added = new.strip()
    return lambda before, _, after: _join(_join(before, added), after)


def adding(new: str) -> Callable[[str, str, str], str]:
    """Return the change that adds words after those that are there."""
    added = new.strip()
    return lambda before, old, after: _join(_join(f"{before}{old} ", added), after)


def _join(before: str, after: str) -> str:
    """Return two texts as one: a space between words, none before a sign that closes."""
    if after.startswith(_CLOSING):
        return f"{before.rstrip()}{after}"
    apart = before[-1:].isalnum() and after[:1].isalnum()
    return f"{before} {after}" if apart else f"{before}{after}"


def deleting(before: str, _: str, after: str) -> str:
    """Return the text without the words, and with one space where there were two."""
    return _join(before.rstrip(), after) if before.strip() else after.lstrip()
