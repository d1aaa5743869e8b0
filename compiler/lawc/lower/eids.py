"""The names of elements: eIds for programs, citations for people."""

from __future__ import annotations

from functools import lru_cache

from lawc.syntax.act import Passage
from lawc.syntax.numbering import SHORT, citation

LEVELS = {short: level for level, short in SHORT.items()}


def eid_of(passage: Passage) -> str:
    """Return the eId of an element: `art_2__para_1__point_3`, `art_3__para_1-v2__point_1`."""
    return _eid(passage.path, passage.versions)


@lru_cache(maxsize=65_536)
def _eid(path: tuple[tuple[str, str], ...], versions: tuple[int, ...]) -> str:
    return "__".join(
        f"{SHORT[level]}_{number}" + ("" if version == 1 else f"-v{version}")
        for (level, number), version in zip(path, versions, strict=True)
    )


def at_or_below(eid: str, target: str) -> bool:
    """Return whether the element `eid` is the element `target` or inside it."""
    return eid == target or eid.startswith(f"{target}__")


def citation_of(passage: Passage) -> str:
    """Return the short citation of an element: `2(1)(3)`."""
    return citation(passage.path)
