"""Quotations: the words and elements that an amending act quotes, kept out of its own text.

A quotation may hold the beginnings of elements and ends of sentences. Before the amending act
is read, each is blanked: a quotation mark stands where it began, and spaces to its end. No
offset changes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from lawc.records import dataclass
from lawc.source import Span
from lawc.syntax.words import Word, words

_STRAIGHT = '"'
_PAIRS = {"“": "”", "«": "»"}  # these may stand inside each other
_WRITTEN = "\n\t\u00ad\u200c\u200d"  # lines, tabs, soft hyphens, and what joins letters or not
QUOTED = '""'  # the word that stands for a quotation


@dataclass(frozen=True)
class Blanked:
    """A text without its quotations: where each begins and ends, and where one never ends."""

    text: str
    quotes: Mapping[int, int]
    unclosed: int | None

    def words(self, span: Span) -> tuple[Word, ...]:
        """Return the words at `span`; a quotation is one of them."""
        row = words(self.text, span.start, span.end)
        return tuple(
            Word(QUOTED, word.start, self.quotes[word.start])
            if word.start in self.quotes
            else word
            for word in row
        )


def blanked(text: str) -> Blanked:
    """Return `text` with its quotations blanked."""
    quotes: dict[int, int] = {}
    unclosed = None
    parts: list[str] = []
    start = 0
    while (at := _opening(text, start)) is not None:
        end = _closing(text, at)
        if end is None:
            unclosed = at
            break
        quotes[at] = end
        parts += (text[start:at], _STRAIGHT, " " * (end - at - 1))
        start = end
    return Blanked("".join((*parts, text[start:])), quotes, unclosed)


def marked(text: str) -> str | None:
    """Return `text` between quotation marks that it can stand between, if there are any."""
    for opening, closing in ((_STRAIGHT, _STRAIGHT), *_PAIRS.items()):
        quoted = f"{opening}{text}{closing}"
        if blanked(quoted).quotes == {0: len(quoted)}:
            return quoted
    return None


def unwritable(text: str) -> int | None:
    """Return the place of a sign that does not show and belongs to no script, if any."""
    return next((at for at, sign in enumerate(text) if _is_unwritable(sign)), None)


def _is_unwritable(sign: str) -> bool:
    return (
        not sign.isprintable()
        and unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
        and sign not in _WRITTEN
    )


def _opening(text: str, start: int) -> int | None:
    places = (text.find(mark, start) for mark in (_STRAIGHT, *_PAIRS))
    return min((at for at in places if at >= 0), default=None)


def _closing(text: str, at: int) -> int | None:
    """Return the offset after the mark that closes the quotation begun at `at`."""
    opening = text[at]
    if opening == _STRAIGHT:
        end = text.find(_STRAIGHT, at + 1)
        return None if end < 0 else end + 1
    closing, depth = _PAIRS[opening], 0
    for place in range(at, len(text)):
        if text[place] == opening:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0:
                return place + 1
    return None
