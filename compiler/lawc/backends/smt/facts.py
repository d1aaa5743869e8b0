"""What is known of a case of terms: facts, what the assumptions add, the days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import z3

from lawc.backends.smt.cases import Case, Thing
from lawc.backends.smt.dates import Calendar, day_of
from lawc.backends.smt.further import Asked, Counted, Further
from lawc.backends.smt.terms import FALSE, TRUE, Names, Tri, Val, choose, conj, disj, equal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.meaning.world import World, domain
from lawc.runtime.values import Provision


class Facts:
    """A law over one case; what is found is kept. `tried` are values that are supposed.

    `shared` is another law over the same case: what both say of dates and of members that are
    not spelled out has the same terms.
    """

    def __init__(
        self,
        law: ir.Law,
        case: Case,
        records: tuple[Provision, ...],
        names: Names,
        tried: Mapping[tuple[str, str], Any] | None = None,
        shared: Facts | None = None,
    ) -> None:
        self.law = law
        self.case = case
        self.names = names
        self.records = records
        up = bool(law.month_end_up)
        same = shared is not None and shared.calendar.month_end_up is up
        self.calendar: Calendar = (
            shared.calendar if shared and same else Calendar(month_end_up=up)
        )
        self.further: Further = shared.further if shared else Further()
        self.asked: dict[int, Asked | Counted] = {}  # of members that are not spelled out
        self.settled: list[z3.BoolRef] = []  # what is so of them where all is known
        self.world = World(law, {})
        self._tried = tried or {}
        self._memory: dict[Any, Any] = {}
        self._types = {(one.kind, one.key): one.type for one in law.facts}
        self._fewer = {
            key: type_.values
            for key, type_ in self._types.items()
            if isinstance(type_, Choice) and frozenset(type_.values) != case.values.get(key)
        }

    @property
    def sides(self) -> tuple[z3.BoolRef, ...]:
        """What must be so of the terms."""
        return (*self.case.sides, *self.calendar.sides, *self.further.sides)

    def once(self, key: Any, find: Callable[[], Any]) -> Any:
        """Return what `find` finds, found once under `key`."""
        if key not in self._memory:
            self._memory[key] = find()
        return self._memory[key]

    # --- facts --------------------------------------------------------------------------

    def stated(self, thing: Thing, key: str) -> Val:
        """Return what is supplied for `key`, else what is tried.

        A value of a case that this law does not have is not supplied to it.
        """
        supplied = thing.facts[key]
        if (thing.kind, key) in self._fewer:
            own = [supplied.term == self.constant(v) for v in self._fewer[thing.kind, key]]
            supplied = Val(supplied.term, conj([supplied.known, disj(own)]))
        if (thing.path, key) not in self._tried:
            return supplied
        tried = self._tried[thing.path, key]
        return Val(choose(supplied.known, supplied.term, tried), TRUE)

    def fact(self, thing: Thing, key: str) -> Val:
        """Return what is known of `key`: supplied, or left by the assumptions."""
        found: Val = self.once(("fact", thing.path, key), lambda: self._fact(thing, key))
        return found

    def _fact(self, thing: Thing, key: str) -> Val:
        stated = self.stated(thing, key)
        values = domain(self.law, thing.kind, key)
        clauses = [
            one
            for one in self.law.clauses
            if one.kind == thing.kind and any(part.key == key for part in one.literals)
        ]
        if not values or (not clauses and len(values) > 1):
            return stated
        gone = {value: self._ruled_out(thing, key, value, clauses) for value in values}
        term, known = stated.term, stated.known
        for value in values:
            only = conj([z3.Not(gone[value]), *(gone[v] for v in values if v is not value)])
            assumed = conj([z3.Not(stated.known), only])
            term = choose(assumed, self.constant(value), term)
            known = disj([known, assumed])
        return Val(term, known)

    def _ruled_out(
        self, thing: Thing, key: str, value: str | bool, clauses: list[ir.Clause]
    ) -> z3.BoolRef:
        found = []
        for clause in clauses:
            mine = [part for part in clause.literals if part.key == key]
            others = [part for part in clause.literals if part.key != key]
            if not any(value in part.values for part in mine):
                found.append(conj([self.fails(thing, part) for part in others]))
        return disj(found)

    def kept(self, thing: Thing) -> z3.BoolRef:
        """Return whether what is supplied breaks no assumption about `thing` and no limit."""
        mine = [one for one in self.law.clauses if one.kind == thing.kind]
        return conj(
            [
                *(z3.Not(conj([self.fails(thing, p) for p in one.literals])) for one in mine),
                *self._limits(thing),
            ]
        )

    def _limits(self, thing: Thing) -> Iterator[z3.BoolRef]:
        """Yield that a fact which is supplied is a value that it can be."""
        for one in self.law.facts:
            if one.kind == thing.kind and one.limited:
                found = thing.facts[one.key]
                if one.least is not None:
                    least = found.term >= self.constant(one.least)
                    yield disj([z3.Not(found.known), least])
                if one.most is not None:
                    yield disj([z3.Not(found.known), found.term <= self.constant(one.most)])

    def fails(self, thing: Thing, part: ir.FactLiteral) -> z3.BoolRef:
        """Return whether a literal is known to be false."""
        value = self.stated(thing, part.key)
        allowed = [equal(value.term, self.constant(one)) for one in part.values]
        return conj([value.known, z3.Not(disj(allowed))])

    def constant(self, value: ir.Value) -> Any:
        """Return a value of the law as a term."""
        match value:
            case bool():
                return z3.BoolVal(value)
            case int():
                return z3.IntVal(value)
            case Fraction():
                return z3.RealVal(f"{value.numerator}/{value.denominator}")
            case date():
                return day_of(value)
            case str() | Provision():
                return z3.IntVal(self.names.number(value))

    def in_force(self, force: ir.Force) -> Tri:
        """Return whether a version is in force on the day whose law is applied."""
        if force == ir.ALWAYS:
            return Tri(TRUE, FALSE)
        assert self.law.law_day is not None
        day = self.day(self.law.law_day)
        bounds = []
        if force.start is not None:
            bounds.append(day_of(force.start).order <= day.term.order)
        if force.end is not None:
            bounds.append(day.term.order <= day_of(force.end).order)
        now = conj(bounds)
        return Tri(conj([day.known, now]), conj([day.known, z3.Not(now)]))

    def day(self, key: str) -> Val:
        """Return the day asked for under `key`: given, or said by the law itself."""
        given = self.case.days[key]
        said = next((one.value for one in self.law.parameters if one.key == key), None)
        if said is None:
            return given
        return Val(choose(given.known, given.term, day_of(said)), TRUE)
