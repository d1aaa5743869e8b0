"""Words: what a sentence is cut into before it is read.

A word is a run of letters with inner apostrophes ("person's"), a number with inner hyphens or
points ("188-1", "466.44") or with its thousands set apart ("36 900"; "36,900" after a sign of
money, as elsewhere that may be two numbers), a comparison ("<="), or a single other sign.
A number that begins with its point (".5") is a word too: no sentence ends there. Words are
compared without regard to case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(
    r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:\.\d+)?(?![\w-])"
    r"|(?<=[$€£¥₸₽₹])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w-])"
    r"|\d+(?:[-.\u2011]\d+)*(?!\w)"
    r"|\w+(?:['’]\w+)*"
    r"|(?<![\w.])\.\d+(?!\w)"
    r"|<=|>=|!=|[^\w\s]"
)


class Word(NamedTuple):
    """A word as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Return the words of `text`, or of the part from `start` to `end`, with their offsets."""
    texts = _WORD.findall(text, start, len(text) if end is None else end)
    # A tenth of the time of reading an act went into `Word.__new__`, another into matches.
    # Between two words there is only space, so a word is where it is next found.
    new, find, at = tuple.__new__, text.index, start
    return tuple(
        [
            new(Word, (_folded(word), at := find(word, at), at := at + len(word)))
            for word in texts
        ]
    )


def folded(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are compared."""
    return tuple(map(_folded, _WORD.findall(text)))


def goes_on(text: str) -> bool:
    """Return whether a text goes on with a sentence: it begins small, or with a figure."""
    return text[:1].islower() or text[:1].isdigit()


@lru_cache(maxsize=65_536)
def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").replace("\u2011", "-")
