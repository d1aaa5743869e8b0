"""Cases that notice a mutant: another decision is made, or other provisions decide."""

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
class WrittenCase:
    """A case with its days, as in JSON."""

    case: Mapping[str, Any]
    days: Mapping[str, str]


@dataclass(frozen=True)
class DecidedCase:
    """A case under the law as it is, unchanged by a mutant."""

    law: ir.Law
    written: WrittenCase
    thing: Thing
    days: Mapping[str, date]
    groups: dict[str, tuple[Thing, ...]] = field(default_factory=dict)

    @cached_property
    def world(self) -> World:
        """The law with the days of the case."""
        return World(self.law, self.days)

    @cached_property
    def decided(self) -> Any:
        """The expectation that the case meets, with the provisions."""
        return expectation(results(self.world, self.thing))

    def things(self, kind: str) -> tuple[Thing, ...]:
        """Return the things of `kind` in the case."""
        if kind not in self.groups:
            self.groups[kind] = tuple(
                thing for thing in below(self.thing) if thing.kind == kind
            )
        return self.groups[kind]


def decided_case(law: ir.Law, written: WrittenCase) -> DecidedCase | None:
    """Return the case, None if it cannot be read or breaks an assumption."""
    thing = read_case(law, written.case)
    if isinstance(thing, tuple):
        return None
    days = {key: read_date(day) for key, day in written.days.items()}
    case = DecidedCase(law, written, thing, days)
    return None if any(_impossible(case.world, part) for part in below(thing)) else case


def plausible_case(law: ir.Law, written: WrittenCase) -> DecidedCase | None:
    """Return the case, None also if it is implausible by the vocabulary."""
    case = decided_case(law, written)
    if case is None:
        return None
    odd = any(
        line.kind == member.kind and value(case.world, line.condition, member) is False
        for member in below(case.thing)
        for line in law.plausible
    )
    return None if odd else case


def differs(case: DecidedCase, mutant: Mutant) -> bool:
    """Return whether the changed expression has another value for some thing of `case`."""
    world = case.world
    return any(
        value(world, mutant.before, thing) != value(world, mutant.after, thing)
        for thing in case.things(mutant.kind)
    )


def notices(case: DecidedCase, mutant: Mutant) -> bool:
    """Return whether `case` is decided differently under the changed law."""
    if not _relevant(case, mutant):
        return False
    changed = results(World(mutant.law, case.days), case.thing)
    return bool(expectation(changed) != case.decided)


def _relevant(case: DecidedCase, mutant: Mutant) -> bool:
    """Return whether the change may matter: a value differs, or may once it is known."""
    world = case.world
    for thing in case.things(mutant.kind):
        before = value(world, mutant.before, thing)
        if before is UNKNOWN or before != value(world, mutant.after, thing):
            return True
    return False


def _impossible(world: World, thing: Thing) -> bool:
    return any(
        clause.kind == thing.kind
        and all(fails(stated(world, thing, part.key), part) for part in clause.literals)
        for clause in world.law.clauses
    )
