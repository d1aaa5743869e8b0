"""The logic that each change of the text carries.

An *edit* is what can be undone by itself: one or more changes of the text with the units of
logic that they change. What one place says of several points is one unit; a change of a single
point of it is still undone alone, where the rest stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from lawc.compare.changes import Change, How
from lawc.compare.units import ORDER, PLACE, Both, Key, Unit, own_name, reordered
from lawc.ir import nodes as ir
from lawc.ir.walk import inside, rebuilt
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes that are undone together; `without` is the new law without them.

    It is None where they change no logic.
    """

    changes: tuple[Change, ...]
    without: ir.Law | None


def edits(both: Both, found: tuple[Change, ...], keys: tuple[Key, ...]) -> tuple[Edit, ...]:
    """Return the edits that lead from the old law to the new.

    `found` are the changes of the text, `keys` the units of logic that changed.
    """
    made: list[Edit] = []
    for changed, own in _groups(both, found, keys):
        alone = tuple(_each_alone(both, changed, own))
        made += alone or [Edit(changed, both.without(own) if own else None)]
    order = {change: place for place, change in enumerate(found)}
    return tuple(
        sorted(made, key=lambda edit: min(order.get(one, len(order)) for one in edit.changes))
    )


def _groups(
    both: Both, found: tuple[Change, ...], keys: tuple[Key, ...]
) -> list[tuple[tuple[Change, ...], tuple[Key, ...]]]:
    """Return the changes that go together, with the units that they change.

    A change goes with the units of its element, of those inside it and of those around it.
    The order of grounds goes with what moved and changed nothing else.
    Units that go with no change are changed by what changed elsewhere (a day that another
    article says); where nothing else changed, their words have come to mean something else.
    """

    def near(key: Key) -> list[Change]:
        eids = _eids(key, *both.of(key))
        return [one for one in found if any(_near(one.eid, eid) for eid in eids)]

    orders = [key for key in keys if key[0] == ORDER]
    linked = {
        key: [one for one in near(key) if one.decides or _moves(one, key)]
        for key in keys
        if key not in orders
    }
    loose = [key for key, several in linked.items() if not several]
    free = [one for one in _outside(linked.values(), found) if one.decides]
    if free:
        linked |= dict.fromkeys(loose, free)
        loose = []
    groups = _connected(linked)
    groups += [((_meaning(key, *both.of(key)),), (key,)) for key in loose]
    for key in orders:
        moved = tuple(_outside((several for several, _ in groups), near(key)))
        if moved:
            groups.append((moved, (key,)))
    alone = _outside([several for several, _ in groups], found)
    return groups + [((one,), ()) for one in alone]


def _moves(change: Change, key: Key) -> bool:
    """Tell whether a unit says where an element stands, and the change is that it moved."""
    return key[0] == PLACE and How.MOVED in change.how


def _outside(groups: Iterable[Iterable[Change]], found: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes that are in none of the groups."""
    taken = {id(one) for several in groups for one in several}
    return (one for one in found if id(one) not in taken)


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


def _eids(key: Key, was: Unit, now: Unit) -> frozenset[str]:
    """Return the elements that a changed unit is of, as they are called in their laws."""
    names = reordered(was, now) if key[0] == ORDER else _names(*was, *now)
    return frozenset(map(own_name, names))


def _names(*nodes: Any) -> Iterator[str]:
    """Yield the elements that nodes are of; a day may be said by none."""
    return filter(None, (getattr(node, "eid", None) for node in nodes))


def _near(one: str, other: str) -> bool:
    """Tell whether one element contains the other, or is it."""
    return one == other or one.startswith(f"{other}__") or other.startswith(f"{one}__")


def _meaning(key: Key, was: Unit, now: Unit) -> Change:
    name = next(_names(*now, *was), key[2])
    eid = own_name(name)
    return Change(eid, (How.MEANS_OTHERWISE,), None, None, ("", ""), gone=eid != name)


# --- single points ----------------------------------------------------------------------


def _each_alone(
    both: Both, changed: tuple[Change, ...], own: tuple[Key, ...]
) -> Iterator[Edit]:
    """Yield an edit for each of several changes of one unit, if they can be told apart."""
    if len(changed) == 1 or len(own) != 1:
        return
    before, after = both.of(own[0])
    if len(before) != 1 or len(after) != 1:
        return
    was, now = before[0], after[0]
    found = []
    for change in changed:
        undone = _undone(was, now, change.name)
        if undone is None:
            return
        without = None if undone == now else both.with_units({own[0]: (undone,)})
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
