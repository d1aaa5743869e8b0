"""Open answers: the outcomes that may still come about, and the missing facts that matter.

The search goes as an interview would: the fact needed most takes each of the values that make
a difference, then the next fact, until the answer is settled. So every outcome can come about
and, if the split was complete, no other can.
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
from lawc.meaning.truth import CONTRADICTION, UNKNOWN, Result, State
from lawc.meaning.world import World, possible, trying
from lawc.records import dataclass
from lawc.whatif.places import Place, rests_of_decisions
from lawc.whatif.turning import turning

MOST = 512  # cases decided for one answer
COMPARED = 400  # of these, compared with one another

_Tried = dict[Place, ir.Value]


@dataclass(frozen=True, slots=True)
class Missing:
    """A missing fact. `matters`: True, False, or None if that is not known.

    `alone` are values of it that settle the answer whatever else is missing.
    """

    place: Place
    matters: bool | None
    alone: tuple[tuple[ir.Value, Result], ...]


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """An open answer: `outcomes` can still come about, and no others if `complete`."""

    decision: ir.Decision
    outcomes: tuple[Result, ...]
    complete: bool
    missing: tuple[Missing, ...]


def open_answer(
    world: World, decision: ir.Decision, thing: Thing, most: int = MOST
) -> OpenAnswer | None:
    """Return the answer of a decision about `thing` if it is open, else None."""
    first = answer(world, decision, thing)
    if first.value is not UNKNOWN:
        return None
    rests = rests_of_decisions(world, [decision], thing)
    needed_ = set(first.needed)  # among them provisions that are recorded, but too coarsely
    missing = [p for p in rests.places if p.known(world) is UNKNOWN or p.path in needed_]
    split = _Split(world, decision, thing, most)
    for place in missing:
        tried = turning(world, place, rests)
        split.values[place.path] = (place, tried.values)
        if not tried.complete or place in rests.amounts:
            split.loose.append(place)
    split.split(world, {})
    complete = not split.loose and not split.stuck
    moving = split.moving()
    facts = tuple(
        Missing(
            place,
            True if place in moving else False if complete and split.compared else None,
            tuple(split.alone(place)),
        )
        for place in (split.values[path][0] for path in first.needed if path in split.values)
    )
    return OpenAnswer(decision, tuple(split.outcomes()), complete, facts)


@dataclass(frozen=True)
class _Split:
    """The cases tried; `stuck` has an entry for each that could not be split further."""

    world: World
    decision: ir.Decision
    thing: Thing
    most: int
    values: dict[str, tuple[Place, tuple[ir.Value, ...]]] = field(default_factory=dict)
    loose: list[Place] = field(default_factory=list)
    stuck: list[str] = field(default_factory=list)
    trials: list[None] = field(default_factory=list)
    leaves: list[tuple[_Tried, Result]] = field(default_factory=list)

    def split(self, world: World, tried: _Tried) -> None:
        if len(self.trials) >= self.most:
            self.stuck.append("")
            return
        self.trials.append(None)
        result = decide(world, self.decision, self.thing)
        paths = needed(world, self.decision, self.thing) if result is UNKNOWN else ()
        if not paths:
            self.leaves.append((tried, CONTRADICTION if result is UNKNOWN else result))
            return
        splitting = (self.values[path] for path in paths if path in self.values)
        place, values = next(
            ((fact, values) for fact, values in splitting if values and fact not in tried),
            (None, ()),
        )
        if place is None:
            self.stuck.append(paths[0])
            return
        for value in values:
            trial = trying(world, {(place.owner.path, place.declared.key): value})
            if possible(trial, self.thing.root):
                self.split(trial, {**tried, place: value})

    def outcomes(self) -> Iterator[Result]:
        """Yield the values the answer can have, in the order of its type, then what is none."""
        results = list(dict.fromkeys(value for _, value in self.leaves))
        values = [result for result in results if not isinstance(result, State)]
        match self.decision.type:
            case Choice(_, choices):
                yield from sorted(values, key=choices.index)
            case Basic.TRUTH:
                yield from sorted(values, reverse=True)
            case _:
                yield from sorted(values)
        yield from (result for result in results if isinstance(result, State))

    @property
    def compared(self) -> bool:
        """Whether any two cases are compared."""
        return len(self.leaves) <= COMPARED

    def moving(self) -> set[Place]:
        """Return the facts that alone tell two cases with different answers apart."""
        moving: set[Place] = set()
        for (left, first), (right, second) in combinations(self.leaves[:COMPARED], 2):
            if first == second:
                continue
            apart = [place for place in left if place in right and left[place] != right[place]]
            if len(apart) == 1 and apart[0] not in moving:
                both = ({**right, **left}, {**left, **right})
                if all(possible(self.trial(tried), self.thing.root) for tried in both):
                    moving.add(apart[0])
        return moving

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
                result = answer(trial, self.decision, self.thing).value
                if result is not UNKNOWN and result is not CONTRADICTION:
                    yield value, result
