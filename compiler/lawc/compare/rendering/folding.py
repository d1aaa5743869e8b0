"""Two reasoning trees of a person: conditions equal in both are named and not opened."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lawc.backends.documents.outline import OPENED, GroundLine, Line, ThingOutline

Same = frozenset[tuple[object, ...]]


def fold(tree: ThingOutline, other: ThingOutline) -> ThingOutline:
    """Return `tree` with the conditions closed that stand in `other` as they do here.

    Provisions are compared each with itself. Equal conditions stay open where nothing beside
    them differs: something must be left to read.
    """
    same = frozenset(
        (ground.citation, *_content(line))
        for _, grounds in other.groups
        for ground in grounds
        for line in _worded_lines(ground.condition)
    )
    groups = tuple(
        (
            group,
            tuple(_ground(ground, same) for ground in grounds) if group in OPENED else grounds,
        )
        for group, grounds in tree.groups
    )
    return replace(tree, groups=groups)


def _ground(ground: GroundLine, same: Same) -> GroundLine:
    return replace(ground, condition=_line(ground.condition, ground.citation, same))


def _line(line: Line, ground: str, same: Same) -> Line:
    parts = tuple(_line(part, ground, same) for part in line.parts)
    closing = [
        bool(part.citation or part.text) and (ground, *_content(part)) in same for part in parts
    ]
    if any(part.carries and not close for part, close in zip(parts, closing, strict=True)):
        parts = tuple(
            replace(part, carries=part.carries and not close)
            for part, close in zip(parts, closing, strict=True)
        )
    return replace(line, parts=parts)


def _worded_lines(line: Line) -> Iterator[Line]:
    if line.citation or line.text:
        yield line
    for part in line.parts:
        yield from _worded_lines(part)


def _content(line: Line) -> tuple[object, ...]:
    """Return the content of a line, whatever rests on it."""
    facts = tuple((fact.path, fact.value) for fact in line.facts)
    return (line.citation, line.truth, line.text, facts, *map(_content, line.parts))
