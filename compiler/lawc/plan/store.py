"""The slots of a law while the plan is built: equal slots are stored once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import NamedTuple

from lawc.plan.slots import TRUTHS, Op, Ref, RulePlan, Slot
from lawc.records import dataclass

_TRUE = Slot(Op.CONSTANT, (), ("truth", True))
_FALSE = Slot(Op.CONSTANT, (), ("truth", False))


class Place(NamedTuple):
    """The place of a slot: its kind, empty if it rests on no thing, and its number there."""

    kind: str
    number: int


@dataclass(frozen=True)
class Store:
    """Slots by kind, under the empty key those that rest on no thing.

    `lines` are each kind and those above it, nearest first; `places` are those of the slots in
    the order in which they were added, `nothing` those of slots that may be nothing.
    """

    lines: Mapping[str, tuple[str, ...]]
    slots: dict[str, list[Slot]] = field(default_factory=dict)
    numbers: dict[tuple[str, Slot], Place] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    nothing: set[Place] = field(default_factory=set)

    def all_of(self, parts: list[Place]) -> Place:
        """Return the slot of whether all of `parts` hold."""
        return self.connected(Op.ALL, parts, _TRUE)

    def any_of(self, parts: list[Place]) -> Place:
        """Return the slot of whether at least one of `parts` holds."""
        return self.connected(Op.ANY, parts, _FALSE)

    def connected(self, op: Op, parts: list[Place], unit: Slot) -> Place:
        """Return the slot of `parts` joined, with none for the constant `unit`."""
        always = self.free(unit)
        left = [part for part in parts if part != always]
        if not left:
            return always
        return left[0] if len(left) == 1 else self.joined(op, left)

    def computed(self, op: Op, of: list[Place], detail: tuple[object, ...] = ()) -> Place:
        """Return the slot of a value that is nothing if any of `of` is."""
        home = self.home(of)
        slot = Slot(op, self.all_at(of, home), detail)
        return self.add(home, slot, nothing=not self.nothing.isdisjoint(of))

    def joined(self, op: Op, of: list[Place], detail: tuple[object, ...] = ()) -> Place:
        """Return the slot of a truth or a value that never is nothing."""
        home = self.home(of)
        return self.add(home, Slot(op, self.all_at(of, home), detail))

    def home(self, of: Iterable[Place]) -> str:
        """Return the lowest kind that places rest on; the first kind if they rest on none."""
        lowest, lines = "", self.lines
        for place in of:
            kind = place.kind
            if kind and kind != lowest:
                deeper = not lowest or len(lines[kind]) > len(lines[lowest])
                lowest = kind if deeper else lowest
        return lowest or next(iter(lines))

    def free(self, slot: Slot) -> Place:
        """Return the place of a slot that rests on no thing."""
        return self.add("", slot)

    def all_at(self, places: Iterable[Place], kind: str) -> tuple[int, ...]:
        """Return the numbers of slots as a slot of `kind` takes them."""
        return tuple([p.number if p.kind == kind else self.at(p, kind) for p in places])

    def at(self, place: Place, kind: str) -> int:
        """Return the number of a slot in the plan of `kind`."""
        if place.kind == kind:
            return place.number
        if not place.kind:
            return self.add(kind, self.slots[""][place.number]).number
        depth, number = self.seen(place, kind)
        slot = Slot(Op.ABOVE, (), (depth, number))
        return self.add(kind, slot, nothing=place in self.nothing).number

    def seen(self, place: Place, kind: str) -> Ref:
        """Return a slot as seen from a thing of `kind`."""
        if not place.kind:
            return Ref(0, self.at(place, kind))
        return Ref(self.lines[kind].index(place.kind), place.number)

    def add(self, kind: str, slot: Slot, *, nothing: bool = False) -> Place:
        """Return the place of a slot; equal slots of a kind have the same place."""
        key = (kind, slot)
        place = self.numbers.get(key)
        if place is None:
            place = self.numbers[key] = Place(kind, len(self.slots.get(kind, ())))
            self.slots.setdefault(kind, []).append(slot)
            if kind:
                self.places.append(place)
            if nothing and slot.op not in TRUTHS:
                self.nothing.add(place)
        return place


@dataclass(frozen=True)
class Built:
    """A plan before its slots are ordered by phases.

    `conditions` and `values` are seen from things of the kind beside them.
    """

    store: Store
    rules: list[RulePlan]
    decided: dict[str, int]
    conditions: list[tuple[str, Ref]]
    values: list[tuple[str, Ref]]
