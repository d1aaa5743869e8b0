"""Words that are quoted from an act: where they occur in it, and the text with others there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lawc.amend.elements import Text, Way
from lawc.amend.operations import Quote
from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.words import words

_CLOSING = (",", ";", ":", ".", ")")  # no space stands before these


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where quoted words stand: in which element, in which stretch of its text."""

    way: Way
    stretch: Span
    span: Span


def occurrences(
    text: Text, way: Way, quote: Quote, *, heading: bool = False
) -> tuple[Occurrence, ...]:
    """Return where the quoted words stand as whole words, over line breaks and spaces."""
    wanted = re.compile(r"\s+".join(map(re.escape, quote.text.split())))
    return tuple(
        Occurrence(within, stretch, span)
        for within, stretch in searched(text, way, heading=heading)
        for span in _within(text.source.text, stretch, wanted)
    )


def searched(text: Text, way: Way, *, heading: bool) -> Iterator[tuple[Way, Span]]:
    """Yield the stretches in which words are looked for: those of the text, or the heading."""
    if not heading:
        yield from text.stretches(way)
    elif (at := text.unit(way).heading) is not None:
        yield way, at


def _within(text: str, stretch: Span, wanted: re.Pattern[str]) -> Iterator[Span]:
    at = wanted.search(text, *stretch)
    if at is None:
        return
    found = words(text, *stretch)
    starts, ends = {one.start for one in found}, {one.end for one in found}
    while at is not None:
        whole = at.start() in starts and at.end() in ends
        if whole:
            yield Span(at.start(), at.end())
        at = wanted.search(text, at.end() if whole else at.start() + 1, stretch.end)


def replaced(
    text: Text, found: tuple[Occurrence, ...], change: Callable[[str, str, str], str]
) -> Text:
    """Return the text with each occurrence changed, its elements laid out.

    `change` takes the text of the stretch before the words, the words, and the text after.
    """
    new = text.source.text
    for stretch in sorted({one.stretch for one in found}, reverse=True):
        said = new[stretch.start : stretch.end]
        for one in reversed([one for one in found if one.stretch == stretch]):
            start, end = one.span.start - stretch.start, one.span.end - stretch.start
            said = change(said[:start], said[start:end], said[end:])
        new = new[: stretch.start] + " ".join(said.split()) + new[stretch.end :]
    return text.changed(new).with_layout(tuple(one.way for one in found), whole=False)


def putting(new: str) -> Callable[[str, str, str], str]:
    """Return the change of words to others."""
    said = new.strip()
    return lambda before, _, after: _joined(_joined(before, said), after)


def adding(new: str) -> Callable[[str, str, str], str]:
    """Return the change that adds words after those that are there."""
    said = new.strip()
    return lambda before, old, after: _joined(_joined(f"{before}{old} ", said), after)


def _joined(before: str, after: str) -> str:
    """Return two texts as one: a space between words, none before a sign that closes."""
    if after.startswith(_CLOSING):
        return f"{before.rstrip()}{after}"
    apart = before[-1:].isalnum() and after[:1].isalnum()
    return f"{before} {after}" if apart else f"{before}{after}"


def deleting(before: str, _: str, after: str) -> str:
    """Return the text without the words, and with one space where there were two."""
    return _joined(before.rstrip(), after) if before.strip() else after.lstrip()
