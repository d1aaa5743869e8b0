"""Which element of the new law is which of the old, through renumbering and moves.

The same words are the same element wherever they stand; what is left is matched by what it
contains, then by its number and the words that it keeps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.records import dataclass

ALIKE = 50  # per cent of the words that two elements of different numbers have in common
KEPT = 25  # the same of two elements of one number, while others could be either
MOST = 200_000  # pairs of elements whose words are compared, beyond those of one parent

_WORD = re.compile(r"[^\W_]+")

Same: TypeAlias = Mapping[str, str]
"""The eId of the old element for the eId of each new one that is matched."""


def matched(old: tuple[ir.Element, ...], new: tuple[ir.Element, ...]) -> Same:
    """Return which old element each new element is; those that are missing are new."""
    matching = _Matching(_Text(old), _Text(new))
    matching.identical()
    matching.containing()
    matching.alike()
    return dict(matching.found)


@dataclass(frozen=True)
class _Text:
    """The elements of a law as a tree."""

    elements: tuple[ir.Element, ...]

    @cached_property
    def at(self) -> Mapping[str, ir.Element]:
        return {one.eid: one for one in self.elements}

    @cached_property
    def inside(self) -> Mapping[str | None, list[ir.Element]]:
        found: dict[str | None, list[ir.Element]] = {}
        for one in self.elements:
            found.setdefault(one.parent, []).append(one)
        return found

    @cached_property
    def whole(self) -> Mapping[str, tuple[object, ...]]:
        """What each element says, with all inside it."""
        found: dict[str, tuple[object, ...]] = {}
        for one in reversed(self.elements):
            parts = tuple(found[part.eid] for part in self.inside.get(one.eid, ()))
            found[one.eid] = (level(one), one.heading, one.text, parts)
        return found

    @cached_property
    def words(self) -> Mapping[str, Counter[str]]:
        return {
            one.eid: Counter(_WORD.findall(f"{one.heading} {one.text}".casefold()))
            for one in self.elements
        }


def level(element: ir.Element) -> str:
    """Return the act and the kind of unit of an element: `art`, `para`, `point`."""
    act, _, inside = element.eid.rpartition("#")
    return f"{act}#{inside.rpartition('__')[2].partition('_')[0]}"


def _depth(element: ir.Element) -> int:
    return element.eid.count("__")


class _Matching:
    def __init__(self, old: _Text, new: _Text) -> None:
        self.old = old
        self.new = new
        self.found: dict[str, str] = {}
        self.taken: set[str] = set()

    def match(self, old: str, new: str) -> None:
        self.found[new] = old
        self.taken.add(old)

    def free(self) -> tuple[list[ir.Element], list[ir.Element]]:
        """Return the elements that are not matched, old and new."""
        return (
            [one for one in self.old.elements if one.eid not in self.taken],
            [one for one in self.new.elements if one.eid not in self.found],
        )

    # --- the same words ---------------------------------------------------------------------

    def identical(self) -> None:
        """Match what says the same with all inside it: at its place, else the only two."""
        for one in self.new.elements:
            other = self.old.at.get(one.eid)
            if other is not None and self.old.whole[one.eid] == self.new.whole[one.eid]:
                self.match(one.eid, one.eid)
        old, new = self.free()
        before = _by(old, lambda one: self.old.whole[one.eid])
        after = _by(new, lambda one: self.new.whole[one.eid])
        for one in new:
            if one.eid in self.found:
                continue
            whole = self.new.whole[one.eid]
            same = [each for each in before.get(whole, ()) if each.eid not in self.taken]
            if len(same) == 1 and len(after[whole]) == 1:
                self.with_all_inside(same[0].eid, one.eid)

    def with_all_inside(self, old: str, new: str) -> None:
        self.match(old, new)
        before, after = self.old.inside.get(old, ()), self.new.inside.get(new, ())
        for one, other in zip(before, after, strict=True):
            if other.eid not in self.found and one.eid not in self.taken:
                self.with_all_inside(one.eid, other.eid)

    # --- what they contain ------------------------------------------------------------------

    def containing(self) -> None:
        """Match the elements that contain the most of the same elements, from below.

        Of those with as many the one of the same number, then in the order of the text.
        """
        deepest = max((_depth(one) for one in self.new.elements), default=0)
        for depth in range(deepest, -1, -1):
            votes = sorted(
                (-shared, above != one.eid, place, above, one.eid)
                for place, one in enumerate(self.new.elements)
                if _depth(one) == depth and one.eid not in self.found
                for above, shared in self._containers(one)
            )
            for *_, above, eid in votes:
                if above not in self.taken and eid not in self.found:
                    self.match(above, eid)

    def _containers(self, one: ir.Element) -> list[tuple[str, int]]:
        """Return the old elements that contain what is in a new one, and how much of it."""
        parts = (part.eid for part in self.new.inside.get(one.eid, ()))
        above = Counter(
            self.old.at[self.found[eid]].parent for eid in parts if eid in self.found
        )
        return [
            (eid, shared)
            for eid, shared in above.items()
            if eid is not None and level(self.old.at[eid]) == level(one)
        ]

    # --- words that they keep ---------------------------------------------------------------

    def alike(self) -> None:
        """Match what is left: inside matched elements, then anywhere."""
        for one in self.new.elements:
            if one.eid in self.found:
                parents = (self.found[one.eid], one.eid)
                self.best(*(self._free_in(*parents)))
            elif one.parent is None:
                self.best(*(self._free_in(None, None)))
        old, new = self.free()
        if len(old) * len(new) <= MOST:
            self.best(old, new)
        for one in self.free()[1]:
            if one.eid in self.old.at and one.eid not in self.taken:
                self.match(one.eid, one.eid)

    def _free_in(
        self, old: str | None, new: str | None
    ) -> tuple[list[ir.Element], list[ir.Element]]:
        return (
            [one for one in self.old.inside.get(old, ()) if one.eid not in self.taken],
            [one for one in self.new.inside.get(new, ()) if one.eid not in self.found],
        )

    def best(self, old: Iterable[ir.Element], new: Iterable[ir.Element]) -> None:
        """Match those that are alike, the most alike first, then in the order of the text."""
        pairs = sorted(self._pairs(tuple(old), tuple(new)), key=lambda pair: pair[0])
        for _, one, other in pairs:
            if one not in self.taken and other not in self.found:
                self.match(one, other)

    def _pairs(
        self, old: tuple[ir.Element, ...], new: tuple[ir.Element, ...]
    ) -> Iterator[tuple[tuple[int, int, int], str, str]]:
        for place, one in enumerate(old):
            for at, other in enumerate(new):
                if level(one) != level(other):
                    continue
                share = _share(self.old.words[one.eid], self.new.words[other.eid])
                same = one.eid == other.eid
                if share >= (KEPT if same else ALIKE):
                    yield (-share - KEPT * same, place, at), one.eid, other.eid


def _share(one: Counter[str], other: Counter[str]) -> int:
    """Return how much of the words of two texts is in both, in per cent."""
    whole = one.total() + other.total()
    return 200 * (one & other).total() // whole if whole else 100


def _by(
    elements: Iterable[ir.Element], key: Callable[[ir.Element], tuple[object, ...]]
) -> Mapping[tuple[object, ...], list[ir.Element]]:
    found: dict[tuple[object, ...], list[ir.Element]] = {}
    for one in elements:
        found.setdefault(key(one), []).append(one)
    return found
