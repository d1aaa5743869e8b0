"""An answer that is open: what it may still be, and which of the missing facts matter.

The missing facts are gone through as an interview would: the one asked for first is given
each of the values that make a difference, then the next, until the answer is settled. So
every outcome told can come about; where the split was complete, no other can.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import combinations

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import decide
from lawc.meaning.missing import needed
from lawc.meaning.truth import CONTRADICTION, UNKNOWN, Result
from lawc.meaning.world import World, possible, trying
from lawc.records import dataclass
from lawc.whatif.places import Place, rests
from lawc.whatif.turning import turning

MOST = 512  # cases decided for one answer
COMPARED = 400  # of these, compared with one another

_Tried = dict[Place, ir.Value]


@dataclass(frozen=True, slots=True)
class Missing:
    """A missing fact. `matters`: True, False, or None where that could not be told.

    `alone` are values of it that settle the answer whatever else is missing.
    """

    place: Place
    matters: bool | None
    alone: tuple[tuple[ir.Value, Result], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """An open answer: `outcomes` can still come about, and no others if `complete`."""

    decision: ir.Decision
    outcomes: tuple[Result, ...]
    complete: bool
    missing: tuple[Missing, ...]


def opened(
    world: World, decision: ir.Decision, thing: Thing, most: int = MOST
) -> Opened | None:
    """Return what is to be said of an answer that is open, None if it is not."""
    first = answer(world, decision, thing)
    if first.value is not UNKNOWN:
        return None
    found = rests(world, [decision], thing)
    asked = set(first.needed)  # among them provisions that are recorded, but too coarsely
    missing = [p for p in found.places if p.known(world) is UNKNOWN or p.path in asked]
    split = _Split(world, decision, thing, most)
    for place in missing:
        made = turning(world, place, found)
        split.values[place.path] = (place, made.values)
        if not made.complete or place in found.amounts:
            split.loose.append(place)
    split.go(world, {})
    complete = not split.loose and not split.stuck
    moving = split.moving()
    told = tuple(
        Missing(
            place,
            True if place in moving else False if complete and split.compared else None,
            tuple(split.alone(place)),
        )
        for place in (split.values[path][0] for path in first.needed if path in split.values)
    )
    return Opened(decision, tuple(split.outcomes()), complete, told)


@dataclass(frozen=True)
class _Split:
    """The cases tried; `stuck` tells of one that could not be gone on with."""

    world: World
    decision: ir.Decision
    thing: Thing
    most: int
    values: dict[str, tuple[Place, tuple[ir.Value, ...]]] = field(default_factory=dict)
    loose: list[Place] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    trials: list[None] = field(default_factory=list)
    leaves: list[tuple[_Tried, Result]] = field(default_factory=list)

    def go(self, world: World, tried: _Tried) -> None:
        if len(self.trials) >= self.most:
            self.stuck.append("")
            return
        self.trials.append(None)
        made = decide(world, self.decision, self.thing)
        asked = needed(world, self.decision, self.thing) if made is UNKNOWN else ()
        if not asked:
            self.leaves.append((tried, CONTRADICTION if made is UNKNOWN else made))
            return
        splitting = (self.values[path] for path in asked if path in self.values)
        place, values = next(
            ((one, values) for one, values in splitting if values and one not in tried),
            (None, ()),
        )
        if place is None:
            self.stuck.append(asked[0])
            return
        for value in values:
            trial = trying(world, {(place.owner.path, place.declared.key): value})
            if possible(trial, self.thing.root):
                self.go(trial, {**tried, place: value})

    def outcomes(self) -> Iterator[Result]:
        """Yield what the answer can be, in the order of the type where it has one."""
        found = list(dict.fromkeys(value for _, value in self.leaves))
        type_ = self.decision.type
        ordered = type_.values if isinstance(type_, Choice) else (True, False)
        yield from (one for one in ordered if one in found)
        yield from (one for one in found if one not in ordered)

    @property
    def compared(self) -> bool:
        """Whether every two cases are compared."""
        return len(self.leaves) <= COMPARED

    def moving(self) -> set[Place]:
        """Return the facts that alone tell two cases with different answers apart."""
        found: set[Place] = set()
        for (one, result), (other, another) in combinations(self.leaves[:COMPARED], 2):
            if result == another:
                continue
            apart = [place for place in one if place in other and one[place] != other[place]]
            if len(apart) == 1 and apart[0] not in found:
                both = ({**other, **one}, {**one, **other})
                if all(possible(self.trial(each), self.thing.root) for each in both):
                    found.add(apart[0])
        return found

    def trial(self, tried: _Tried) -> World:
        values = {(p.owner.path, p.declared.key): value for p, value in tried.items()}
        return trying(self.world, values)

    def alone(self, place: Place) -> Iterator[tuple[ir.Value, Result]]:
        """Yield the values of a fact, of those that can be listed, that settle the answer."""
        if not (place.declared.type is Basic.TRUTH or isinstance(place.declared.type, Choice)):
            return
        for value in self.values[place.path][1]:
            trial = self.trial({place: value})
            if possible(trial, self.thing.root):
                made = answer(trial, self.decision, self.thing).value
                if made is not UNKNOWN and made is not CONTRADICTION:
                    yield value, made
