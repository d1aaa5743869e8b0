"""Whether a case notices that a law was changed: something else is decided, or by others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Any

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import value
from lawc.meaning.read_case import read_case
from lawc.meaning.results import results
from lawc.meaning.truth import UNKNOWN
from lawc.meaning.world import World, below, fails, stated
from lawc.records import dataclass
from lawc.runtime.facts import read_date
from lawc.testing.expected import expectation
from lawc.testing.mutants import Mutant


@dataclass(frozen=True, slots=True)
class Told:
    """A case and the days it says, as in JSON."""

    case: Mapping[str, Any]
    days: Mapping[str, str]


@dataclass(frozen=True)
class Tried:
    """A case under the law as it is."""

    law: ir.Law
    told: Told
    thing: Thing
    days: Mapping[str, date]
    groups: dict[str, tuple[Thing, ...]] = field(default_factory=dict)

    @cached_property
    def world(self) -> World:
        """The law with the days of the case."""
        return World(self.law, self.days)

    @cached_property
    def decided(self) -> Any:
        """What the law decides, with the provisions."""
        return expectation(results(self.world, self.thing))

    def things(self, kind: str) -> tuple[Thing, ...]:
        """Return the things of `kind` in the case."""
        if kind not in self.groups:
            self.groups[kind] = tuple(one for one in below(self.thing) if one.kind == kind)
        return self.groups[kind]


def tried(law: ir.Law, told: Told) -> Tried | None:
    """Return the case that is told, None if it is none or breaks an assumption."""
    thing = read_case(law, told.case)
    if isinstance(thing, tuple):
        return None
    days = {key: read_date(day) for key, day in told.days.items()}
    made = Tried(law, told, thing, days)
    return None if any(_impossible(made.world, one) for one in below(thing)) else made


def made_up(law: ir.Law, told: Told) -> Tried | None:
    """Return the case that is told, None also if the vocabulary calls it implausible."""
    made = tried(law, told)
    if made is None:
        return None
    odd = any(
        line.kind == one.kind and value(made.world, line.condition, one) is False
        for one in below(made.thing)
        for line in law.plausible
    )
    return None if odd else made


def differs(case: Tried, mutant: Mutant) -> bool:
    """Tell whether what was changed has another value of something in `case`."""
    world = case.world
    return any(
        value(world, mutant.before, one) != value(world, mutant.after, one)
        for one in case.things(mutant.kind)
    )


def notices(case: Tried, mutant: Mutant) -> bool:
    """Tell whether `case` is decided in another way under the changed law."""
    if not _relevant(case, mutant):
        return False
    changed = results(World(mutant.law, case.days), case.thing)
    return bool(expectation(changed) != case.decided)


def _relevant(case: Tried, mutant: Mutant) -> bool:
    """Tell whether the change may matter: where a value is open, cases may be tried."""
    world = case.world
    for one in case.things(mutant.kind):
        before = value(world, mutant.before, one)
        if before is UNKNOWN or before != value(world, mutant.after, one):
            return True
    return False


def _impossible(world: World, thing: Thing) -> bool:
    return any(
        clause.kind == thing.kind
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for clause in world.law.clauses
    )
