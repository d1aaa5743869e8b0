"""Texts compared word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

_WORD = re.compile(r"\s?(?:[\w\-\u2013/\u2019']+|[^\w\s])")


class Kept(Enum):
    """Whether words stayed, went or came."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A run of words; `space` is what stands before it."""

    kept: Kept
    text: str
    space: str


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts in one row: what stayed, what went before what came."""
    before, after = (_WORD.findall(" ".join(text.split())) for text in (old, new))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        piece
        for _, i, j, k, m in matcher.get_opcodes()
        for piece in _pieces(before[i:j], after[k:m])
    )


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    if old == new:
        yield _piece(Kept.KEPT, old)
        return
    if old:
        yield _piece(Kept.GONE, old)
    if new:
        yield _piece(Kept.NEW, new)


def _piece(kept: Kept, words: list[str]) -> Piece:
    text = "".join(words)
    return Piece(kept, text.strip(), " " if text.startswith(" ") else "")
