"""The logic that each change of the text carries.

An *edit* can be made or undone by itself: one or more changes of the text with the units of
logic that they change. A rule with several points is one unit; a change of a single point of it
is an edit too, if the rest can stay as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lawc.compare.changes import Change, How
from lawc.compare.points import undone_at
from lawc.compare.units import (
    DECISION,
    MEANING,
    ORDER,
    PLACE,
    QUANTITY,
    Both,
    Key,
    Unit,
    own_name,
    reordered,
)
from lawc.records import dataclass

TAKEN, ADDED = "taken", "added"


@dataclass(frozen=True, slots=True)
class Put:
    """A part of a unit of the new law, and what stands there in the old.

    `path` is the way to the part: places in tuples and names of fields. If it ends in a sort of
    list, the part is one more of such a list; if in `TAKEN` or `ADDED`, the part is one that a
    tuple without an order has not or has.
    """

    path: tuple[Any, ...]
    part: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes of the text that go together, with the units of logic that they change.

    A change of words alone changes no unit. `at` is the element at which a single point of the
    one unit changes; None if units change as a whole. `puts` undo a piece of an edit, and only
    that.
    """

    changes: tuple[Change, ...]
    keys: tuple[Key, ...]
    at: str | None = None
    puts: tuple[Put, ...] = ()

    @property
    def changes_logic(self) -> bool:
        """Whether there is something to undo."""
        return bool(self.keys)


def edits(both: Both, changes: tuple[Change, ...], keys: tuple[Key, ...]) -> tuple[Edit, ...]:
    """Return the edits that lead from the old law to the new.

    `changes` are the changes of the text, `keys` the units of logic that changed.
    """
    all_edits: list[Edit] = []
    for changed, own in _groups(both, changes, keys):
        all_edits += tuple(_points(both, changed, own)) or [Edit(changed, own)]
    order = {change: place for place, change in enumerate(changes)}
    return tuple(
        sorted(
            all_edits,
            key=lambda edit: min(order.get(change, len(order)) for change in edit.changes),
        )
    )


def _groups(
    both: Both, changes: tuple[Change, ...], keys: tuple[Key, ...]
) -> list[tuple[tuple[Change, ...], tuple[Key, ...]]]:
    """Return the changes that go together, with the units that they change.

    A change goes with the units of its element, of those inside it and of those around it. The
    order of grounds goes with changes that move an element and do nothing else. Units that go
    with no change are changed by one elsewhere (a day that another article says); if there is
    none, their words have come to mean something else.
    """

    def near(key: Key) -> list[Change]:
        what, _, name = key
        eids = _eids(key, *both.of(key))
        if what == DECISION:  # which is made where provisions give it
            giving = (order for unit in both.of((ORDER, "", name)) for order in unit)
            eids = frozenset(own_name(eid) for order in giving for eid in order.eids)
        return [change for change in changes if any(_near(change.eid, eid) for eid in eids)]

    orders = [key for key in keys if key[0] == ORDER]
    linked = {
        key: [change for change in near(key) if change.decides or _moves(change, key)]
        for key in keys
        if key not in orders
    }
    loose = [key for key, several in linked.items() if not several]
    free = [change for change in _outside(linked.values(), changes) if change.decides]
    if free:
        linked |= dict.fromkeys(loose, free)
        loose = []
    groups = _connect(_with_those_of_one_term(both, linked))
    groups += [((_meaning(key, *both.of(key)),), (key,)) for key in loose]
    for key in orders:
        moved = tuple(_outside((several for several, _ in groups), near(key)))
        if moved:
            groups.append((moved, (key,)))
    alone = _outside([several for several, _ in groups], changes)
    return groups + [((change,), ()) for change in alone]


def _with_those_of_one_term(
    both: Both, linked: Mapping[Key, list[Change]]
) -> dict[Key, list[Change]]:
    """Return the changes of each unit; meanings of one term at two places go together.

    A meaning that is gone at one place and new at another is one edit: with only one of them
    the term means nothing, or two things.
    """
    shared: dict[tuple[str, str], list[Change]] = {}
    moving = [key for key in linked if key[0] in {MEANING, QUANTITY} and not all(both.of(key))]
    for key in moving:
        shared.setdefault((key[0], key[2]), []).extend(linked[key])
    return {
        key: shared[key[0], key[2]] if key in moving and several else several
        for key, several in linked.items()
    }


def _moves(change: Change, key: Key) -> bool:
    """Return whether a unit is the place of an element, and the change is that it moved."""
    return key[0] == PLACE and How.MOVED in change.how


def _outside(groups: Iterable[Iterable[Change]], changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes that are in none of the groups."""
    taken = {id(change) for several in groups for change in several}
    return (change for change in changes if id(change) not in taken)


def _connect(
    linked: Mapping[Key, list[Change]],
) -> list[tuple[tuple[Change, ...], tuple[Key, ...]]]:
    groups: list[tuple[dict[int, Change], list[Key]]] = []
    for key, several in linked.items():
        if not several:
            continue
        mine = {id(change): change for change in several}
        touching = [group for group in groups if group[0].keys() & mine.keys()]
        groups = [group for group in groups if not group[0].keys() & mine.keys()]
        for changed, _ in touching:
            mine = {**changed, **mine}
        groups.append((mine, [other for _, own in touching for other in own] + [key]))
    return [(tuple(changed.values()), tuple(own)) for changed, own in groups]


def _eids(key: Key, was: Unit, now: Unit) -> frozenset[str]:
    """Return the elements that a changed unit is of, as they are called in their laws."""
    names = reordered(was, now) if key[0] == ORDER else _names(*was, *now)
    return frozenset(map(own_name, names))


def _names(*nodes: Any) -> Iterator[str]:
    """Yield the elements that nodes are of; a day may be of none."""
    return filter(None, (getattr(node, "eid", None) for node in nodes))


def _near(eid: str, other: str) -> bool:
    """Return whether one element contains the other, or is the same."""
    return eid == other or eid.startswith(f"{other}__") or other.startswith(f"{eid}__")


def _meaning(key: Key, was: Unit, now: Unit) -> Change:
    name = next(_names(*now, *was), key[2])
    eid = own_name(name)
    return Change(eid, (How.MEANS_OTHERWISE,), None, None, ("", ""), gone=eid != name)


def _points(both: Both, changed: tuple[Change, ...], own: tuple[Key, ...]) -> Iterator[Edit]:
    """Yield an edit for each of several changes of one unit, if they can be told apart."""
    if len(changed) == 1 or len(own) != 1:
        return
    before, after = both.of(own[0])
    if len(before) != 1 or len(after) != 1:
        return
    was, now = before[0], after[0]
    by_point = []
    for change in changed:
        undone = undone_at(change.name, was, now)
        if undone is None:
            return
        by_point.append(Edit((change,), () if undone == now else own, change.name))
    everything = now
    for change in changed:
        everything = undone_at(change.name, was, everything)
    if everything == was:
        yield from by_point
