"""The persons whom the change of each element affects, in lines of comparative tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from lawc.backends.documents.words import words
from lawc.compare.acts import ActCompared, Comparisons
from lawc.compare.rendering.outline import outlines
from lawc.compare.report import Compared
from lawc.lower.eids import LEVELS

Path: TypeAlias = tuple[tuple[str, str], ...]
"""The levels and numbers of an element, from the article down."""

_VERSION = re.compile(r"-v[0-9]+(?=__|$)")


def cells(comparison: Compared, language: str, paths: Iterable[Path]) -> Mapping[Path, str]:
    """Return for each element the turns that its changes cause, or their levels if none.

    An element with versions has several changes: one is cut, the next begins. The effect of
    each alone says nothing to those who read of the element as a whole.
    """
    (act,) = outlines(Comparisons(("", ""), (ActCompared("", comparison),), {}), language)
    frame = words(language)
    turned: dict[Path, list[str]] = {}
    levels: dict[Path, list[str]] = {}
    for place, row in enumerate(comparison.rows):
        turns = [
            f"{line.turn} ({line.direction})"
            for touched, line in zip(comparison.touched, act.persons, strict=True)
            if place in (*touched.because, *touched.likewise)
        ]
        path = path_of(row.change.eid)
        turned.setdefault(path, []).extend(turns)
        levels.setdefault(path, []).append(frame(f"diff_{row.level.value}"))
    texts = {path: turned[path] or levels[path] for path in levels}
    return {path: "\n".join(_texts_of(path, texts)) for path in paths if _texts_of(path, texts)}


def _texts_of(path: Path, texts: Mapping[Path, list[str]]) -> list[str]:
    """Return the texts of an element, or else of those in it, or of that around it."""
    inside = [texts[other] for other in texts if other[: len(path)] == path]
    around = [texts[other] for other in texts if path[: len(other)] == other]
    groups = [texts[path]] if path in texts else inside or around
    return list(dict.fromkeys(line for lines in groups for line in lines))


def path_of(eid: str) -> Path:
    """Return the path of an element by its name: `art_2__para_1`."""
    parts = (part.partition("_") for part in _VERSION.sub("", eid).split("__"))
    return tuple((LEVELS.get(level, level), number) for level, _, number in parts)
