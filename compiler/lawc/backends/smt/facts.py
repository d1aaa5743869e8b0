"""The facts of a case of terms: supplied, or added by the assumptions; and the days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import z3

from lawc.backends.smt.cases import Case, Thing
from lawc.backends.smt.dates import Calendar, day_of
from lawc.backends.smt.further import Counted, Exists, Further
from lawc.backends.smt.terms import FALSE, TRUE, Names, Tri, Val, choose, conj, disj, equal
from lawc.ir import nodes as ir
from lawc.ir.types import Choice
from lawc.meaning.world import World, domain
from lawc.runtime.values import Provision


class Facts:
    """A law over one case; results are kept. `tried` are values that are supposed.

    `shared` is another law over the same case: both have the same terms for dates and for
    members that are not spelled out.
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
        self.further_conditions: dict[int, Exists | Counted] = {}  # on members not spelled out
        self.settled: list[z3.BoolRef] = []  # conditions on them that hold where all is known
        self.world = World(law, {})
        self._tried = tried or {}
        self._memory: dict[Any, Any] = {}
        self._types = {(fact.kind, fact.key): fact.type for fact in law.facts}
        self._fewer = {
            key: type_.values
            for key, type_ in self._types.items()
            if isinstance(type_, Choice) and frozenset(type_.values) != case.values.get(key)
        }

    @property
    def sides(self) -> tuple[z3.BoolRef, ...]:
        """The conditions on the terms that hold in every case."""
        return (*self.case.sides, *self.calendar.sides, *self.further.sides)

    def once(self, key: Any, find: Callable[[], Any]) -> Any:
        """Return the result of `find`, called once for each `key`."""
        if key not in self._memory:
            self._memory[key] = find()
        return self._memory[key]

    # --- facts --------------------------------------------------------------------------

    def stated(self, thing: Thing, key: str) -> Val:
        """Return the value supplied for `key`, else the one that is tried.

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
        """Return the value of the fact `key`: supplied, or left by the assumptions."""
        value: Val = self.once(("fact", thing.path, key), lambda: self._fact(thing, key))
        return value

    def _fact(self, thing: Thing, key: str) -> Val:
        stated = self.stated(thing, key)
        values = domain(self.law, thing.kind, key)
        clauses = [
            clause
            for clause in self.law.clauses
            if clause.kind == thing.kind and any(part.key == key for part in clause.literals)
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
        failing = []
        for clause in clauses:
            own = [part for part in clause.literals if part.key == key]
            others = [part for part in clause.literals if part.key != key]
            if not any(value in part.values for part in own):
                failing.append(conj([self.fails(thing, part) for part in others]))
        return disj(failing)

    def fits_assumptions(self, thing: Thing) -> z3.BoolRef:
        """Return whether the supplied facts break no assumption about `thing` and no limit."""
        clauses = [clause for clause in self.law.clauses if clause.kind == thing.kind]
        return conj(
            [
                *(z3.Not(conj([self.fails(thing, p) for p in c.literals])) for c in clauses),
                *self._limits(thing),
            ]
        )

    def _limits(self, thing: Thing) -> Iterator[z3.BoolRef]:
        """Yield for each limit of a fact that a supplied value keeps to it."""
        for fact in self.law.facts:
            if fact.kind == thing.kind and fact.limited:
                value = thing.facts[fact.key]
                if fact.least is not None:
                    least = value.term >= self.constant(fact.least)
                    yield disj([z3.Not(value.known), least])
                if fact.most is not None:
                    yield disj([z3.Not(value.known), value.term <= self.constant(fact.most)])

    def fails(self, thing: Thing, part: ir.FactLiteral) -> z3.BoolRef:
        """Return whether a literal is known to be false."""
        value = self.stated(thing, part.key)
        allowed = [equal(value.term, self.constant(literal)) for literal in part.values]
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
        """Return the day under `key`: the supplied one, else the one that the law states."""
        supplied = self.case.days[key]
        declared = next((day.value for day in self.law.parameters if day.key == key), None)
        if declared is None:
            return supplied
        return Val(choose(supplied.known, supplied.term, day_of(declared)), TRUE)
