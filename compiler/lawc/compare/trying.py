"""Cases tried by chance, before a turn is reported as not settled.

Some hundreds of cases often show a turn for which the solver gives up. The cases are the same
every time: all chance follows from a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from random import Random
from typing import Any

from lawc.compare.outcomes import Amount, Outcome, Turn, listed
from lawc.compare.persons import days_of, readable
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money, Type
from lawc.ir.walk import of_rule
from lawc.meaning.answers import answer
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import NOTHING, UNKNOWN, Result, State
from lawc.meaning.world import World, below, fails, stated
from lawc.prove.examples import Example
from lawc.prove.joining import joined
from lawc.testing.values import Bounds, bounds_of, worth_trying

TRIED = 600  # cases
MEMBERS = 3  # of a list, at most
_DAYS = tuple(date(year, month, 1) for year in (1960, 1990, 2010, 2024) for month in (1, 7))
_COUNTS = (0, 1, 2, 3, 5, 10, 18, 100)


class Trying:
    """Decides cases under two laws, and keeps a case for each turn."""

    def __init__(self, old: ir.Law, new: ir.Law, decisions: tuple[ir.Decision, ...]) -> None:
        self.laws = (old, new)
        self.law = joined(self.laws)
        self.decisions = decisions

    def find(self, decision: ir.Decision) -> Mapping[Turn, Example]:
        """Return the turns found of a decision, each with a case of a first member."""
        examples: dict[Turn, Example] = {}
        for turn, example, where in self._differences:
            if turn.decision.key == decision.key:
                case = _with_first(example.case, where)
                examples.setdefault(turn, replace(example, case=case))
        return examples

    @cached_property
    def _differences(self) -> tuple[tuple[Turn, Example, str], ...]:
        differing = []
        for seed in range(TRIED):
            example = self._case(Random(seed))  # noqa: S311 - to be the same every time
            differing += [(turn, example, path) for turn, path in self._differing(example)]
        return tuple(differing)

    # --- cases --------------------------------------------------------------------------------

    @cached_property
    def _bounds(self) -> Bounds:
        parts = (part for law in self.laws for rule in law.rules for part in of_rule(rule))
        return bounds_of(self.law, parts)

    @cached_property
    def _values(self) -> Mapping[Type, list[Any]]:
        """The values worth trying of each type: those around what the laws compare with."""
        days = tuple(dict.fromkeys((*self._bounds.dates, *_DAYS)))
        values_of = {}
        for fact in self.law.facts:
            if fact.type not in values_of:
                values = worth_trying(self.law, fact.type, self._bounds, days)
                match fact.type:
                    case Basic.COUNT:
                        values += _COUNTS
                    case Basic.NUMBER | Money():
                        values += map(str, _COUNTS)
                    case _:
                        pass
                values_of[fact.type] = values or [None]
        return values_of

    def _case(self, rng: Random) -> Example:
        fixed = {
            day.key for law in self.laws for day in law.parameters if day.value is not None
        }
        keys = [day.key for day in self.law.parameters]
        keys += [law.law_day for law in self.laws if law.law_day is not None]
        days = tuple(dict.fromkeys((*self._bounds.dates, *_DAYS)))
        return Example(
            self._thing(self.law.kinds[0].key, rng),
            {key: rng.choice(days) for key in dict.fromkeys(keys) if key not in fixed},
        )

    def _thing(self, kind: str, rng: Random) -> dict[str, Any]:
        facts: dict[str, Any] = {}
        for fact in self.law.facts:
            if fact.kind == kind:
                value = rng.choice(self._values[fact.type])
                if value is not None:
                    facts[fact.key] = value
        for inner in self.law.kinds:
            if inner.parent == kind and inner.field is not None:
                number = rng.randint(0, MEMBERS)
                facts[inner.field] = [self._thing(inner.key, rng) for _ in range(number)]
        return facts

    # --- what they come to --------------------------------------------------------------------

    def _differing(self, example: Example) -> Iterator[tuple[Turn, str]]:
        """Yield for each thing the first decision that turns."""
        sides = []
        for law in self.laws:
            thing = read_case(law, readable(law, law.kinds[0].key, example.case))
            if not isinstance(thing, Thing) or not _keeps_assumptions(law, thing):
                return
            sides.append((World(law, days_of(law, example.days)), thing))
        (old, root), (new, other) = sides
        others = {inner.path: inner for inner in below(other)}
        for thing in below(root):
            if thing.path in others:
                yield from self._of_thing((old, thing), (new, others[thing.path]))

    def _of_thing(
        self, old: tuple[World, Thing], new: tuple[World, Thing]
    ) -> Iterator[tuple[Turn, str]]:
        for decision in self.decisions:
            if decision.kind == old[1].kind:
                before, after = (_decide(*side, decision) for side in (old, new))
                if UNKNOWN in {before, after}:
                    return
                if before != after:
                    yield self._turn(decision, before, after), old[1].path
                    return

    def _turn(self, decision: ir.Decision, old: Result, new: Result) -> Turn:
        if listed(decision, self.laws):
            return Turn(decision, old, new)
        was: Outcome = old if isinstance(old, State) else Amount.SOME
        now: Outcome = new if isinstance(new, State) else Amount.SOME
        if was is now is Amount.SOME:
            now = Amount.MORE if new > old else Amount.LESS  # type: ignore[operator]
        return Turn(decision, was, now)


def _with_first(case: dict[str, Any], path: str) -> dict[str, Any]:
    """Return a case in which the thing at a path, and all around it, come first."""
    if not path:
        return case
    head, _, rest = path.partition(".")
    field, _, number = head.removesuffix("]").partition("[")
    group = list(case[field])
    first = group.pop(int(number))
    return {**case, field: [_with_first(first, rest), *group]}


def _decide(world: World, thing: Thing, decision: ir.Decision) -> Result:
    own = next(
        (declared for declared in world.law.decisions if declared.key == decision.key), None
    )
    if own is None:
        return NOTHING if decision.otherwise is None else decision.otherwise
    return answer(world, own, thing).value


def _keeps_assumptions(law: ir.Law, root: Thing) -> bool:
    """Return whether a case breaks no assumption."""
    world = World(law, {})
    return not any(
        clause.kind == thing.kind
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for thing in below(root)
        for clause in law.clauses
    )
