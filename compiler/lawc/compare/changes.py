"""Changes of the text, element by element."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum

from lawc.compare.matching import Same
from lawc.compare.units import name_of_gone
from lawc.ir import nodes as ir
from lawc.records import dataclass


class How(Enum):
    """The way in which an element of the text changed."""

    REWORDED = "reworded"
    INSERTED = "inserted"
    DELETED = "deleted"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    MEANS_OTHERWISE = "means otherwise"  # the same words; their meaning changed


@dataclass(frozen=True, slots=True)
class Change:
    """An element as it was and as it is; None on the side that lacks it.

    `eid` is its name in the new law, or in the old one if it is `gone`. `texts` are the old and
    the new text: the parts that changed, or all that is inside an element that is inserted or
    deleted whole.
    """

    eid: str
    how: tuple[How, ...]
    old: ir.Element | None
    new: ir.Element | None
    texts: tuple[str, str]
    gone: bool = False

    @property
    def name(self) -> str:
        """The name of the element in the logic of both laws."""
        return name_of_gone(self.eid) if self.gone else self.eid

    @property
    def decides(self) -> bool:
        """Whether words changed that may decide something: no heading does, and no mark."""
        words = {How.REWORDED, How.INSERTED, How.DELETED, How.MEANS_OTHERWISE}
        old, new = self.old, self.new
        if old and new and (old.text, old.table) == (new.text, new.table):
            words -= {How.REWORDED}
        return bool(words & set(self.how)) and not all(
            element is None or element.inert for element in (self.old, self.new)
        )


def changes(old: ir.Law, new: ir.Law, same: Same) -> tuple[Change, ...]:
    """Return the changes of the text, in order; deleted elements stand where they stood."""
    before = {element.eid: element for element in old.elements}
    back = {was: now for now, was in same.items()}
    gone: dict[str | None, list[Change]] = {}
    last: str | None = None
    for element in old.elements:
        if element.eid in back:
            last = back[element.eid]
        elif element.parent is None or element.parent in back:
            text = whole_text(old, element)
            change = Change(element.eid, (How.DELETED,), element, None, (text, ""), gone=True)
            gone.setdefault(last, []).append(change)
    ordered = list(gone.get(None, ()))
    for element in new.elements:
        if element.eid in same:
            ordered += _change(before[same[element.eid]], element, back)
        elif element.parent is None or element.parent in same:
            text = whole_text(new, element)
            ordered.append(Change(element.eid, (How.INSERTED,), None, element, ("", text)))
        ordered += gone.get(element.eid, ())
    return tuple(ordered)


def _change(old: ir.Element, new: ir.Element, back: Mapping[str, str]) -> Iterator[Change]:
    how = []
    if (_parts(old), old.inert) != (_parts(new), new.inert):
        how.append(How.REWORDED)
    if (old.parent and back.get(old.parent)) != new.parent:
        how.append(How.MOVED)
    elif old.eid.rpartition("__")[2] != new.eid.rpartition("__")[2]:
        how.append(How.RENUMBERED)
    if how:
        pairs = [(a, b) for a, b in zip(_parts(old), _parts(new), strict=True) if a != b]
        texts = [" ".join(filter(None, side)) for side in zip(*pairs, strict=True)]
        yield Change(new.eid, tuple(how), old, new, (texts[0], texts[1]) if texts else ("", ""))


def own_text(element: ir.Element) -> str:
    """Return the own text of an element: its heading, its text, its source mark."""
    return "\n".join(part for part in _parts(element) if part)


def _parts(element: ir.Element) -> tuple[str, str, str, str]:
    mark = element.source
    note = "" if mark is None else f"{mark.mark.value}: {mark.remark}".removesuffix(": ")
    table = "\n".join(line for line in element.table if line.strip("|-: "))
    return element.heading, element.text, table, f"[{note}]" if note else ""


def whole_text(law: ir.Law, element: ir.Element) -> str:
    """Return the text of an element with all inside it, a line each."""
    inside = [other for other in law.elements if other.parent == element.eid]
    label = f"{element.label} " if element.label else ""
    lines = [f"{label}{own_text(element)}".rstrip()]
    return "\n".join([*lines, *(whole_text(law, part) for part in inside)])
