"""The smallest change of facts that gives another answer.

Only facts that the vocabulary says can come to be otherwise are changed, and only as it says.
Changes of one fact are tried before those of two; among those of the same size the order is
that of the law, then of the case, then of the values, the nearest first: so a case always has
the same changes. Each answer has all changes of the smallest size, each set of facts once. The
interpreter decided every one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from itertools import combinations

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.answers import Answer, answer
from lawc.meaning.cases import Thing
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, State
from lawc.meaning.world import World, possible, trying
from lawc.records import dataclass
from lawc.runtime.values import Provision
from lawc.whatif.places import Place, Rests, rests_of_decisions
from lawc.whatif.turned import turned_citations
from lawc.whatif.turning import turning, with_steps

TRIALS = 2000  # cases decided for one thing

_Known = tuple[tuple[Place, ir.Value], ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact that would be another; `before` is UNKNOWN if it is not known."""

    place: Place
    before: Result
    after: ir.Value


@dataclass(frozen=True, slots=True)
class Change:
    """Facts changed together, the world they make, and the decisions that differ in it.

    `turned` cites the elements whose truth the change turns and on which the first of these
    decisions rests.
    """

    facts: tuple[Changed, ...]
    world: World
    decisions: tuple[ir.Decision, ...]
    turned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The smallest changes for a thing: of the `changeable` facts, `size` were tried at once.

    `same` are settled decisions that no change tried alters, each with whether none can: that
    every case was tried that can come about and that the law tells apart. Of the facts in
    `partly` not all values that may matter were tried: with others, fewer changes might do.
    """

    smallest: tuple[Change, ...]
    changeable: tuple[Place, ...]
    size: int
    same: tuple[tuple[ir.Decision, bool], ...]
    partly: tuple[Place, ...]


def changes(world: World, thing: Thing, trials: int = TRIALS) -> Changes:
    """Return the smallest change of facts for each other answer about `thing`."""
    decisions = [decision for decision in world.law.decisions if decision.kind == thing.kind]
    before = {decision.key: answer(world, decision, thing) for decision in decisions}
    settled = [decision for decision in decisions if before[decision.key].value is not UNKNOWN]
    rests = rests_of_decisions(world, settled, thing)
    search = _Search(world, thing, before, rests)
    places = tuple(place for place in rests.places if search.changeable(place))
    goals = {(d.key, value) for d in settled for value in _possible_values(world.law, d)}
    goals -= {(key, old.value) for key, old in before.items()}
    endless = {decision.key for decision in settled if not _few(world.law, decision)}
    size, left = 0, trials
    for size in range(1, len(places) + 1):
        for trial, facts in search.trials(places, size):
            left -= 1
            if left < 0:
                return search.changes(settled, places, size - 1)
            new = search.note(trial, facts)
            goals -= new
            endless -= {key for key, _ in new}
        if not goals and not endless:
            break
    return search.changes(settled, places, size)


def _possible_values(law: ir.Law, decision: ir.Decision) -> Iterator[Result]:
    """Yield the values that the law could give, if there are finitely many."""
    if not _few(law, decision):
        return
    yield NOTHING if decision.otherwise is None else decision.otherwise
    for expr in map(_bare, _values(law, decision)):
        match expr, decision.type:
            case ir.Literal(value), _:
                yield value
            case _, Choice():
                yield from decision.type.values
            case _:
                yield from (True, False)


def _values(law: ir.Law, decision: ir.Decision) -> Iterator[ir.Expr]:
    for rule in law.rules:
        yield from (gives.value for gives in rule.gives if gives.decision == decision.key)


def _few(law: ir.Law, decision: ir.Decision) -> bool:
    """Return whether the law can give few values: it computes none."""
    return _finite(decision.type) or (
        decision.combine is not ir.Combine.TOTAL
        and all(isinstance(_bare(value), ir.Literal) for value in _values(law, decision))
    )


def _bare(expr: ir.Expr) -> ir.Expr:
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def _finite(type_: Type) -> bool:
    return isinstance(type_, Choice) or type_ is Basic.TRUTH


@dataclass(frozen=True)
class _Search:
    """The search for a thing; `ways` has the smallest changes for each new answer."""

    world: World
    thing: Thing
    before: dict[str, Answer]
    rests: Rests
    ways: dict[tuple[str, object], list[_Known]] = field(default_factory=dict)
    worlds: dict[_Known, World] = field(default_factory=dict)
    unsure: list[Place] = field(default_factory=list)

    def values(self, world: World, place: Place) -> tuple[tuple[ir.Value, ...], bool]:
        """Return the values that a fact could come to have, and whether no others matter."""
        becoming, known = place.declared.becoming, place.known(world)
        if becoming is None:
            return (), True
        if becoming.values:
            return tuple(value for value in becoming.values if value != known), True
        if isinstance(known, State) and becoming.direction is not ir.Direction.ANY:
            return (), False
        tried = turning(world, place, self.rests)
        complete, values = tried.complete and not self.is_linked(place), tried.values
        if place in self.rests.amounts:
            values = with_steps(place, known, values)
        return tuple(_towards(values, known, becoming.direction)), complete

    def is_linked(self, place: Place) -> bool:
        """Return whether a fact compared with this one may change as well, in endless ways."""
        return any(
            other != place and other.declared.becoming and not _finite(other.declared.type)
            for leaf in self.rests.leaves
            if place in leaf.reads
            for other in leaf.reads
        )

    def changeable(self, place: Place) -> bool:
        """Return whether there are values to try; note the fact if there may be others."""
        values, complete = self.values(self.world, place)
        if not complete:
            self.unsure.append(place)
        endless = place.declared.becoming is not None and not _finite(place.declared.type)
        return bool(values) or (endless and complete)  # it may turn where others are changed

    def trials(self, places: tuple[Place, ...], size: int) -> Iterator[tuple[World, _Known]]:
        for chosen in combinations(places, size):
            # Facts of few values first: the others may turn elsewhere because of them.
            ordered = sorted(chosen, key=lambda place: not _finite(place.declared.type))
            for trial, facts in self.assign(self.world, ordered):
                if possible(trial, self.thing.root):
                    yield (
                        trial,
                        tuple(
                            (place, dict(facts)[place]) for place in places if place in chosen
                        ),
                    )

    def assign(self, world: World, places: list[Place]) -> Iterator[tuple[World, _Known]]:
        if not places:
            yield world, ()
            return
        first, *others = places
        values, complete = self.values(world, first)
        if not complete:
            self.unsure.append(first)
        for value in values:
            trial = trying(world, {(first.owner.path, first.declared.key): value})
            for assigned, facts in self.assign(trial, others):
                yield assigned, ((first, value), *facts)

    def note(self, trial: World, facts: _Known) -> set[tuple[str, object]]:
        """Note each new answer with the smallest changes that give it; return the new ones.

        For an amount, the first change of each fact in each direction is noted or, if no fact
        alters it alone, the first change of several. A member stands for all of its list.
        """
        new = set[tuple[str, object]]()
        for key, old in self.before.items():
            now = answer(trial, old.decision, self.thing).value
            endless = not _few(self.world.law, old.decision)
            goal = (key, self.directions(facts)) if endless else (key, now)
            if old.value is UNKNOWN or now == old.value or now in (UNKNOWN, CONTRADICTION):
                continue
            if endless and len(facts) > 1 and self.has_change(key):
                continue
            ways = self.ways.setdefault(goal, [])
            if not ways:
                new.add((key, now))
            elif endless or len(ways[0]) < len(facts) or _places(facts) in map(_places, ways):
                continue
            ways.append(facts)
            self.worlds[facts] = trial
        return new

    def directions(self, facts: _Known) -> tuple[tuple[str, str, bool], ...]:
        """Return the kinds and keys of changed facts, and whether each becomes more."""
        return tuple(
            (place.owner.kind, place.declared.key, _more(place.known(self.world), now))
            for place, now in facts
        )

    def has_change(self, key: str) -> bool:
        """Return whether a change of a decision is noted."""
        return any(key == noted for noted, _ in self.ways)

    def changes(
        self, settled: list[ir.Decision], places: tuple[Place, ...], size: int
    ) -> Changes:
        smallest = tuple(self.change(trial, facts) for facts, trial in self.worlds.items())
        changed = {key for key, _ in self.ways}
        same = tuple(
            (decision, self.none_can(decision, places, size))
            for decision in settled
            if decision.key not in changed
        )
        sources = [place for decision, _ in same for place in self.sources(decision)]
        partly = [*self.unsure, *sources]
        return Changes(smallest, places, size, same, tuple(dict.fromkeys(partly)))

    def none_can(self, decision: ir.Decision, places: tuple[Place, ...], size: int) -> bool:
        """Return whether every case that matters for a decision was tried."""
        read = set(rests_of_decisions(self.world, [decision], self.thing).places)
        changeable = read.intersection(places)
        unsure = not read.isdisjoint(self.unsure)
        return size >= len(changeable) and not unsure and not self.sources(decision)

    def sources(self, decision: ir.Decision) -> tuple[Place, ...]:
        """Return the facts that can change of those that an amount is computed from."""
        if _few(self.world.law, decision):
            return ()
        rests = rests_of_decisions(self.world, [decision], self.thing)
        return tuple(
            place
            for place in rests.places
            if place in rests.amounts
            and place.declared.becoming
            and not _finite(place.declared.type)
        )

    def change(self, trial: World, facts: _Known) -> Change:
        other = tuple(
            old.decision
            for old in self.before.values()
            if answer(trial, old.decision, self.thing).value != old.value
        )
        changed = tuple(Changed(place, place.known(self.world), now) for place, now in facts)
        cited = turned_citations(self.world, trial, self.thing, other[0])
        return Change(changed, trial, other, cited)


def _places(facts: _Known) -> tuple[Place, ...]:
    return tuple(place for place, _ in facts)


def _more(known: Result, now: ir.Value) -> bool:
    """Return whether a value is more than the known one or, if it has no order, is true."""
    if isinstance(known, State) or isinstance(now, bool | str | Provision):
        return now is True
    return bool(now > known)  # type: ignore[operator]  # both are of the type of the fact


def _towards(
    values: tuple[ir.Value, ...], known: Result, direction: ir.Direction | None
) -> Iterator[ir.Value]:
    for value in values:
        if isinstance(known, State) or direction is ir.Direction.ANY:
            if value != known:
                yield value
        elif value != known and (value > known) is (direction is ir.Direction.MORE):  # type: ignore[operator]
            yield value
