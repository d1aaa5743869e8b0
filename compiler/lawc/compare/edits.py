"""What of the text changed, element by element, and the logic that each change carries.

An *edit* is what can be undone by itself: one or more changes of the text with the units of
logic that they change. What one place says of several points is one unit; a change of a single
point of it is still undone alone, where the rest stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any

from lawc.compare.matching import Same
from lawc.compare.units import (
    ORDER,
    PLACE,
    Key,
    Unit,
    name_of_gone,
    own_name,
    put_together,
    reordered,
    units,
    with_units,
)
from lawc.ir import nodes as ir
from lawc.ir.walk import inside, rebuilt
from lawc.records import dataclass


class How(Enum):
    """What happened to an element of the text."""

    REWORDED = "reworded"
    INSERTED = "inserted"
    DELETED = "deleted"
    RENUMBERED = "renumbered"
    MOVED = "moved"
    MEANS_OTHERWISE = "means otherwise"  # the same words; their meaning changed


@dataclass(frozen=True, slots=True)
class Change:
    """An element as it was and as it is; None where it is not there.

    `eid` is its name in the new law, or in the old one if it is `gone`. `texts` are what it
    said and says: the parts of it that changed, or with all that is inside an element that is
    inserted or deleted whole.
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
            one is None or one.inert for one in (self.old, self.new)
        )


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that are undone together; `without` is the new law without them.

    It is None where they change no logic.
    """

    changes: tuple[Change, ...]
    without: ir.Law | None


# --- changes of the text ----------------------------------------------------------------


def changes(old: ir.Law, new: ir.Law, same: Same) -> tuple[Change, ...]:
    """Return what changed of the text, in order; what is gone stands where it stood."""
    before = {one.eid: one for one in old.elements}
    back = {was: now for now, was in same.items()}
    gone: dict[str | None, list[Change]] = {}
    last: str | None = None
    for one in old.elements:
        if one.eid in back:
            last = back[one.eid]
        elif one.parent is None or one.parent in back:
            text = whole_text(old, one)
            change = Change(one.eid, (How.DELETED,), one, None, (text, ""), gone=True)
            gone.setdefault(last, []).append(change)
    found = list(gone.get(None, ()))
    for one in new.elements:
        if one.eid in same:
            found += _changed(before[same[one.eid]], one, back)
        elif one.parent is None or one.parent in same:
            text = whole_text(new, one)
            found.append(Change(one.eid, (How.INSERTED,), None, one, ("", text)))
        found += gone.get(one.eid, ())
    return tuple(found)


def _changed(old: ir.Element, new: ir.Element, back: Mapping[str, str]) -> Iterator[Change]:
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
    """Return what an element says: its heading, its text, its source mark."""
    return "\n".join(part for part in _parts(element) if part)


def _parts(element: ir.Element) -> tuple[str, str, str, str]:
    mark = element.source
    said = "" if mark is None else f"{mark.mark.value}: {mark.remark}".removesuffix(": ")
    table = "\n".join(line for line in element.table if line.strip("|-: "))
    return element.heading, element.text, table, f"[{said}]" if said else ""


def whole_text(law: ir.Law, element: ir.Element) -> str:
    """Return what an element says with all inside it, a line each."""
    inside = [one for one in law.elements if one.parent == element.eid]
    label = f"{element.label} " if element.label else ""
    lines = [f"{label}{own_text(element)}".rstrip()]
    return "\n".join([*lines, *(whole_text(law, one) for one in inside)])


# --- the logic that they carry ----------------------------------------------------------


def edits(
    old: ir.Law, new: ir.Law, found: tuple[Change, ...], keys: tuple[Key, ...]
) -> tuple[Edit, ...]:
    """Return the edits that lead from `old` to `new`, both under one set of names.

    `found` are the changes of the text, `keys` the units of logic that changed.
    """
    before, after = units(old), units(new)
    groups = _groups(found, keys, before, after)
    made: list[Edit] = []
    for changed, own in groups:
        alone = tuple(_each_alone(old, new, changed, own))
        if alone:
            made += alone
        else:
            made.append(Edit(changed, with_units(new, old, own) if own else None))
    order = {change: place for place, change in enumerate(found)}
    return tuple(
        sorted(made, key=lambda edit: min(order.get(one, len(order)) for one in edit.changes))
    )


def _groups(
    found: tuple[Change, ...],
    keys: tuple[Key, ...],
    before: Mapping[Key, Unit],
    after: Mapping[Key, Unit],
) -> list[tuple[tuple[Change, ...], tuple[Key, ...]]]:
    """Return the changes that go together, with the units that they change.

    A change goes with the units of its element, of those inside it and of those around it.
    The order of grounds goes with what moved and changed nothing else.
    Units that go with no change are changed by what changed elsewhere (a day that another
    article says); where nothing else changed, their words have come to mean something else.
    """
    linked: dict[Key, list[Change]] = {}
    orders = [key for key in keys if key[0] == ORDER]
    for key in (one for one in keys if one not in orders):
        nodes = (*before.get(key, ()), *after.get(key, ()))
        eids = {eid for node in nodes for eid in _eids(node)}
        linked[key] = [
            one
            for one in found
            if (one.decides or (key[0] == PLACE and How.MOVED in one.how))
            and any(_near(one.eid, eid) for eid in eids)
        ]
    taken = {id(one) for several in linked.values() for one in several}
    free = [one for one in found if one.decides and id(one) not in taken]
    loose = [key for key, several in linked.items() if not several]
    if free and loose:
        for key in loose:
            linked[key] = free
        loose = []
    groups = _connected(linked)
    groups += [((_meaning(key, before, after),), (key,)) for key in loose]
    for key in orders:
        alone = {id(one) for several, _ in groups for one in several}
        elsewhere = reordered(before.get(key, ()), after.get(key, ()))
        moved = tuple(
            one
            for one in found
            if id(one) not in alone and any(_near(one.eid, own_name(eid)) for eid in elsewhere)
        )
        if moved:
            groups.append((moved, (key,)))
    alone = {id(one) for several, _ in groups for one in several}
    groups += [((one,), ()) for one in found if id(one) not in alone]
    return groups


def _connected(
    linked: Mapping[Key, list[Change]],
) -> list[tuple[tuple[Change, ...], tuple[Key, ...]]]:
    groups: list[tuple[dict[int, Change], list[Key]]] = []
    for key, several in linked.items():
        if not several:
            continue
        mine = {id(one): one for one in several}
        touching = [group for group in groups if group[0].keys() & mine.keys()]
        groups = [group for group in groups if not group[0].keys() & mine.keys()]
        for changed, _ in touching:
            mine = {**changed, **mine}
        groups.append((mine, [one for _, own in touching for one in own] + [key]))
    return [(tuple(changed.values()), tuple(own)) for changed, own in groups]


def _eids(node: Any) -> Iterator[str]:
    name = getattr(node, "eid", None)
    if name:
        yield own_name(name)


def _near(one: str, other: str) -> bool:
    """Tell whether one element contains the other, or is it."""
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def _meaning(key: Key, before: Mapping[Key, Unit], after: Mapping[Key, Unit]) -> Change:
    nodes = (*after.get(key, ()), *before.get(key, ()))
    name = next((node.eid for node in nodes if getattr(node, "eid", None)), key[2])
    eid = own_name(name)
    return Change(eid, (How.MEANS_OTHERWISE,), None, None, ("", ""), gone=eid != name)


# --- single points ----------------------------------------------------------------------


def _each_alone(
    old: ir.Law, new: ir.Law, changed: tuple[Change, ...], own: tuple[Key, ...]
) -> Iterator[Edit]:
    """Yield an edit for each of several changes of one unit, if they can be told apart."""
    if len(changed) == 1 or len(own) != 1:
        return
    key = own[0]
    before, after = units(old).get(key, ()), units(new).get(key, ())
    if len(before) != 1 or len(after) != 1:
        return
    was, now = before[0], after[0]
    found = []
    for change in changed:
        undone = _undone(was, now, change.name)
        if undone is None:
            return
        taken = {**units(new), key: (undone,)}
        without = None if undone == now else put_together(new, old, taken)
        found.append(Edit((change,), without))
    everything = now
    for change in changed:
        everything = _undone(was, everything, change.name)
    if everything == was:
        yield from found


def _undone(was: Any, now: Any, eid: str) -> Any:
    """Return a node with what it says at one element as it was, None if it says nothing."""
    field = next((f for f in ("condition", "value") if hasattr(now, f)), None)
    if field is None or type(was) is not type(now):
        return None
    theirs, mine = _said(getattr(was, field), eid), _said(getattr(now, field), eid)
    expr = getattr(now, field)
    if mine is not None and theirs is None and _parent(expr, mine) is None:
        return None
    if mine is not None:
        return replace(now, **{field: _put(expr, mine, theirs)})
    if theirs is None:
        return None
    parent = _parent(getattr(was, field), theirs)
    around = None if parent is None else _like(expr, parent)
    if parent is None or around is None:
        return None
    return replace(now, **{field: _put(expr, around, _put_back(parent, around, theirs))})


def _said(expr: Any, eid: str) -> ir.Stated | None:
    """Return what an expression says at an element."""
    return next(
        (one for one in inside(expr) if isinstance(one, ir.Stated) and one.eid == eid), None
    )


def _put(expr: Any, place: Any, other: Any) -> Any:
    """Return an expression with `other` in the place of a part, or without that part."""
    if expr is place:
        return other
    if isinstance(expr, ir.All | ir.Any | ir.AtLeast):
        parts = (_put(part, place, other) for part in expr.parts)
        return replace(expr, parts=tuple(part for part in parts if part is not None))
    return rebuilt(expr, lambda part: _put(part, place, other))


def _parent(expr: Any, place: Any) -> Any:
    """Return the list of conditions that a part stands in."""
    lists = (one for one in inside(expr) if isinstance(one, ir.All | ir.Any | ir.AtLeast))
    return next((one for one in lists if any(part is place for part in one.parts)), None)


def _like(expr: Any, parent: Any) -> Any:
    """Return the list of conditions that shares most points with another."""
    points = set(_points(parent.parts))
    lists: list[Any] = [one for one in inside(expr) if type(one) is type(parent)]
    best = max(lists, key=lambda one: len(points & set(_points(one.parts))), default=None)
    return best if best is not None and points & set(_points(best.parts)) else None


def _points(parts: Iterable[Any]) -> Iterator[str]:
    return (part.eid for part in parts if isinstance(part, ir.Stated) and part.eid)


def _put_back(old: Any, new: Any, part: ir.Stated) -> Any:
    """Return the list `new` with a part of `old` after the one that it stood behind."""
    before = list(_points(old.parts))
    place = before.index(str(part.eid))
    ahead = set(before[:place])
    at = sum(1 for _ in filter(ahead.__contains__, _points(new.parts)))
    return replace(new, parts=(*new.parts[:at], part, *new.parts[at:]))
