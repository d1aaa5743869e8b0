"""Elements of the new law matched with those of the old, through renumbering and moves.

The same words are the same element wherever they stand. Other elements are matched by the
elements that they contain, then by their numbers and the words that they keep.
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


def match_elements(old: tuple[ir.Element, ...], new: tuple[ir.Element, ...]) -> Same:
    """Return the old element of each new element; those that have none are new."""
    matching = _Matching(_Text(old), _Text(new))
    matching.identical()
    matching.containing()
    matching.alike()
    return dict(matching.same)


@dataclass(frozen=True)
class _Text:
    """The elements of a law as a tree."""

    elements: tuple[ir.Element, ...]

    @cached_property
    def at(self) -> Mapping[str, ir.Element]:
        return {element.eid: element for element in self.elements}

    @cached_property
    def inside(self) -> Mapping[str | None, list[ir.Element]]:
        children: dict[str | None, list[ir.Element]] = {}
        for element in self.elements:
            children.setdefault(element.parent, []).append(element)
        return children

    @cached_property
    def whole(self) -> Mapping[str, tuple[object, ...]]:
        """The content of each element, with all inside it."""
        contents: dict[str, tuple[object, ...]] = {}
        for element in reversed(self.elements):
            parts = tuple(contents[part.eid] for part in self.inside.get(element.eid, ()))
            contents[element.eid] = (level(element), element.heading, element.text, parts)
        return contents

    @cached_property
    def words(self) -> Mapping[str, Counter[str]]:
        return {
            element.eid: Counter(_WORD.findall(f"{element.heading} {element.text}".casefold()))
            for element in self.elements
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
        self.same: dict[str, str] = {}
        self.taken: set[str] = set()

    def match(self, old: str, new: str) -> None:
        self.same[new] = old
        self.taken.add(old)

    def free(self) -> tuple[list[ir.Element], list[ir.Element]]:
        """Return the elements that are not matched, old and new."""
        return (
            [element for element in self.old.elements if element.eid not in self.taken],
            [element for element in self.new.elements if element.eid not in self.same],
        )

    # --- the same words ---------------------------------------------------------------------

    def identical(self) -> None:
        """Match elements equal with all inside them: at the same place, else the only two."""
        for element in self.new.elements:
            other = self.old.at.get(element.eid)
            if other is not None and self.old.whole[element.eid] == self.new.whole[element.eid]:
                self.match(element.eid, element.eid)
        old, new = self.free()
        before = _by(old, lambda element: self.old.whole[element.eid])
        after = _by(new, lambda element: self.new.whole[element.eid])
        for element in new:
            if element.eid in self.same:
                continue
            whole = self.new.whole[element.eid]
            same = [each for each in before.get(whole, ()) if each.eid not in self.taken]
            if len(same) == 1 and len(after[whole]) == 1:
                self.with_all_inside(same[0].eid, element.eid)

    def with_all_inside(self, old: str, new: str) -> None:
        self.match(old, new)
        before, after = self.old.inside.get(old, ()), self.new.inside.get(new, ())
        for was, now in zip(before, after, strict=True):
            if now.eid not in self.same and was.eid not in self.taken:
                self.with_all_inside(was.eid, now.eid)

    # --- what they contain ------------------------------------------------------------------

    def containing(self) -> None:
        """Match the elements that contain the most of the same elements, from below.

        Ties are settled by the same number, then by the order of the text.
        """
        deepest = max((_depth(element) for element in self.new.elements), default=0)
        for depth in range(deepest, -1, -1):
            votes = sorted(
                (-shared, above != element.eid, place, above, element.eid)
                for place, element in enumerate(self.new.elements)
                if _depth(element) == depth and element.eid not in self.same
                for above, shared in self._containers(element)
            )
            for *_, above, eid in votes:
                if above not in self.taken and eid not in self.same:
                    self.match(above, eid)

    def _containers(self, element: ir.Element) -> list[tuple[str, int]]:
        """Return the old elements that contain parts of a new one, and the number of these."""
        parts = (part.eid for part in self.new.inside.get(element.eid, ()))
        above = Counter(self.old.at[self.same[eid]].parent for eid in parts if eid in self.same)
        return [
            (eid, shared)
            for eid, shared in above.items()
            if eid is not None and level(self.old.at[eid]) == level(element)
        ]

    # --- words that they keep ---------------------------------------------------------------

    def alike(self) -> None:
        """Match the elements left: inside matched elements, then anywhere."""
        for element in self.new.elements:
            if element.eid in self.same:
                parents = (self.same[element.eid], element.eid)
                self.best(*(self._free_in(*parents)))
            elif element.parent is None:
                self.best(*(self._free_in(None, None)))
        old, new = self.free()
        if len(old) * len(new) <= MOST:
            self.best(old, new)
        for element in self.free()[1]:
            if element.eid in self.old.at and element.eid not in self.taken:
                self.match(element.eid, element.eid)

    def _free_in(
        self, old: str | None, new: str | None
    ) -> tuple[list[ir.Element], list[ir.Element]]:
        before, after = self.old.inside.get(old, ()), self.new.inside.get(new, ())
        return (
            [element for element in before if element.eid not in self.taken],
            [element for element in after if element.eid not in self.same],
        )

    def best(self, old: Iterable[ir.Element], new: Iterable[ir.Element]) -> None:
        """Match elements that are alike, the most alike first, then in the order of the law."""
        pairs = sorted(self._pairs(tuple(old), tuple(new)), key=lambda pair: pair[0])
        for _, was, now in pairs:
            if was not in self.taken and now not in self.same:
                self.match(was, now)

    def _pairs(
        self, old: tuple[ir.Element, ...], new: tuple[ir.Element, ...]
    ) -> Iterator[tuple[tuple[int, int, int], str, str]]:
        for place, was in enumerate(old):
            for at, other in enumerate(new):
                if level(was) != level(other):
                    continue
                share = _share(self.old.words[was.eid], self.new.words[other.eid])
                same = was.eid == other.eid
                if share >= (KEPT if same else ALIKE):
                    yield (-share - KEPT * same, place, at), was.eid, other.eid


def _share(left: Counter[str], right: Counter[str]) -> int:
    """Return how much of the words of two texts is in both, in per cent."""
    whole = left.total() + right.total()
    return 200 * (left & right).total() // whole if whole else 100


def _by(
    elements: Iterable[ir.Element], key: Callable[[ir.Element], tuple[object, ...]]
) -> Mapping[tuple[object, ...], list[ir.Element]]:
    groups: dict[tuple[object, ...], list[ir.Element]] = {}
    for element in elements:
        groups.setdefault(key(element), []).append(element)
    return groups
