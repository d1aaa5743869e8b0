"""Line ends: a text is amended as lines that end alike, and written as it was typed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import takewhile

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARK = "\ufeff"


def with_line_ends(typed: str, text: str) -> str:
    """Return an amended text with the line ends, and the mark before it, of the old one.

    Args:
        typed: the old text as it is on the disk.
        text: the new text, in which each line ends in a line feed.

    A line that stays keeps its end; a new one has the end that most lines have.
    """
    mark = _BYTE_ORDER_MARK if typed.startswith(_BYTE_ORDER_MARK) else ""
    ends = _LINE_END.findall(typed)
    kinds = Counter(ends)
    most = max(kinds, key=lambda end: kinds[end], default="\n")
    if len(kinds) < 2:  # noqa: PLR2004 - all lines end alike
        return mark + text.replace("\n", most)
    old, new = _LINE_END.split(typed.removeprefix(mark)), text.split("\n")
    kept = dict(_same_lines(old, new))
    last = len(new) - 1
    return mark + "".join(
        line + (ends[kept[place]] if kept.get(place, len(ends)) < len(ends) else most)
        if place < last
        else line
        for place, line in enumerate(new)
    )


def _same_lines(old: list[str], new: list[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of the lines of the new text that stay, with those in the old one."""
    start = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    )
    rest = min(len(old), len(new)) - start
    both = zip(reversed(old), reversed(new), strict=False)
    end = min(rest, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both)))
    yield from ((place, place) for place in range(start))
    yield from ((len(new) - by, len(old) - by) for by in range(1, end + 1))
    middle = old[start : len(old) - end], new[start : len(new) - end]
    for block in SequenceMatcher(None, *middle, autojunk=False).get_matching_blocks():
        for by in range(block.size):
            yield start + block.b + by, start + block.a + by


def _alike(pairs: Iterable[tuple[str, str]]) -> int:
    """Return how many pairs at the beginning are twice the same line."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
