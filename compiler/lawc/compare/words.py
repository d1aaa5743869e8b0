"""Texts compared word by word."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple


class Kept(Enum):
    """Whether words stayed, went or came."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A run of words."""

    kept: Kept
    text: str


def compared(old: str, new: str) -> tuple[Piece, ...]:
    """Return the words of two texts in one row: what stayed, what went before what came."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        piece
        for _, i, j, k, m in matcher.get_opcodes()
        for piece in _pieces(before[i:j], after[k:m])
    )


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    if old == new:
        yield Piece(Kept.KEPT, " ".join(old))
        return
    if old:
        yield Piece(Kept.GONE, " ".join(old))
    if new:
        yield Piece(Kept.NEW, " ".join(new))
