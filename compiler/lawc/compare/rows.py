"""The changes of a comparison in order, each with its level and its fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lawc.compare.changes import Change, How
from lawc.compare.declarations import Redeclared, Words
from lawc.compare.edits import Edit
from lawc.compare.effects import Effects
from lawc.compare.fingerprints import Fingerprints
from lawc.compare.levels import Level
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A change of the text with the level it reaches, and its fingerprint.

    The fingerprint is the same as long as the change and its effects are: it stands for the
    change in approvals. `declared` are changes of the vocabulary, if the words of the act are
    the same.
    """

    change: Change
    level: Level
    fingerprint: str
    declared: tuple[Redeclared, ...] = ()


def rows_of(
    parts: tuple[Edit, ...],
    levels: Iterable[Level],
    effects: Iterable[Effects],
    prints: Fingerprints,
    words: Words,
) -> tuple[tuple[Row, ...], list[tuple[int, ...]]]:
    """Return the changes in order, and the places of those of each edit."""
    rows: list[Row] = []
    places: list[tuple[int, ...]] = []
    for edit, level, effect in zip(parts, levels, effects, strict=True):
        first = len(rows)
        for plain in edit.changes:
            declared = words.at(plain.eid) if How.MEANS_OTHERWISE in plain.how else ()
            change = replace(plain, texts=_texts(declared)) if declared else plain
            rows.append(Row(change, level, prints.of(edit, change, effect), declared))
        places.append(tuple(range(first, len(rows))))
    return tuple(rows), places


def _texts(declared: tuple[Redeclared, ...]) -> tuple[str, str]:
    """Return the lines that some declarations had, and those that they have."""
    old = (line for declaration in declared for line in declaration.old)
    new = (line for declaration in declared for line in declaration.new)
    return "\n".join(old), "\n".join(new)
