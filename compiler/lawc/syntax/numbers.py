"""Numbers of elements: their order, and which may follow which."""

from __future__ import annotations

_DEEPEST = 4  # insertions into insertions: 5-1-1-1


def order(number: str) -> tuple[int, ...]:
    """Return the place of a number, or a letter, among those of its level."""
    if number.isalpha():
        return (ord(number),)
    return tuple(map(int, number.split("-")))


def follows(number: str, following: str) -> bool:
    """Return whether one number may stand after another: 6 and 5-1 after 5."""
    old, new = order(number), order(following)
    if len(new) > _DEEPEST:
        return False
    return new == (*old, 1) or new in {
        (*old[:depth], old[depth] + 1) for depth in range(len(old))
    }
