"""Questions to the solver about laws: whether something can be so, and of whom, for example.

A case breaks no assumption of the laws. It has up to so many members in each list; values
supplied as established are left out, so that an answer rests on facts. The example is the
smallest: of facts that can be left unknown none is known, and each value is the first of its
kind that will do, whatever the solver.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

import z3

from lawc.backends.smt.cases import Case, Cases, Thing, every_thing
from lawc.backends.smt.dates import Day, day_of
from lawc.backends.smt.encode import Made, Meaning
from lawc.backends.smt.further import Asked, Counted, lemma, no_more
from lawc.backends.smt.provisions import kinds_of_records
from lawc.backends.smt.read import Reader
from lawc.backends.smt.terms import Names, Val, equal
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import every_part
from lawc.prove.plausible import plausible
from lawc.records import dataclass
from lawc.truth import CONTRADICTION, NOTHING, UNKNOWN, Result

# What one question may cost, in units that the solver counts: the same on every machine. The
# hardest about the repository's laws takes 0.6 million, half a second; of 393 questions about
# random laws five take more than one million, and one more than this.
COST = 10_000_000
TIME = 120_000  # milliseconds: a guard for what the solver does not count
MOST = 3  # members of a list, at most, unless a condition asks for more
FAR = 8  # the most members that a condition may ask for
_DAYS = tuple(date(year, 1, 1) for year in (2000, 2010, 2020, 2024, 1985, 1970, 1950, 2030))
_LATE = 1900  # the year from which days are everyday ones
_PLACES = 10_000  # numbers are multiples of one part of so many
_COUNTS = (0, 1, 2, 3, 5, 10, 14, 16, 18, 21, 50, 60, 65, 100, 1000, 10_000)


@dataclass(frozen=True, slots=True)
class Example:
    """A case, and the days it is decided for; `plausible` as far as the vocabulary says."""

    case: dict[str, Any]
    days: dict[str, date]
    plausible: bool = True


class Questions:
    """Asks the solver about a law, or about several over one case.

    `members` is how many a list has at most; with `more` it may have further ones, of which
    nothing is said, so that what cannot be is so of lists of every length.
    """

    def __init__(self, *laws: ir.Law, members: int | None = None, more: bool = False) -> None:
        self.laws = laws
        self.law = joined(laws)
        found, self.whole = _members(laws)
        self.members = found if members is None else members
        self.more = more
        self._told: set[int] = set()  # the numbers of what the solver was told

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The laws as formulas, over one case."""
        records, names = kinds_of_records(*self.laws), Names()
        case = Cases(self.law, records, names).case(self.members, more=self.more)
        first = Meaning(self.laws[0], case, records, names)
        others = (Meaning(law, case, records, names, shared=first) for law in self.laws[1:])
        return (first, *others)

    @property
    def meaning(self) -> Meaning:
        """The first law as formulas."""
        return self.meanings[0]

    @property
    def case(self) -> Case:
        """The case that the formulas are about."""
        return self.meaning.case

    @cached_property
    def plausible(self) -> tuple[z3.BoolRef, ...]:
        """What an example fits if one can."""
        found = (line for meaning in self.meanings for line in plausible(meaning))
        return tuple({line.get_id(): line for line in found}.values())

    def first(self, kind: str) -> Thing:
        """Return the first thing of a kind, below the first things above it."""
        parents = {one.key: one.parent for one in self.law.kinds}
        parent = parents[kind]
        return self.case.root if parent is None else self.first(parent).lists[kind].members[0]

    def relate(self) -> None:
        """Find out how conditions on further members that only one of two laws has go together.

        To be called when what is to be asked is encoded.
        """
        solver = self._ready()
        one, other = (meaning.asked for meaning in self.meanings)
        for mine, theirs in ((one, other), (other, one)):
            asked = [found for found in theirs.values() if isinstance(found, Asked)]
            counted = [found for found in theirs.values() if isinstance(found, Counted)]
            for key in mine.keys() - theirs.keys():
                match mine[key]:
                    case Asked() as found:
                        solver.add(*lemma(found, asked, solver))
                    case Counted() as found:
                        for each in counted:
                            solver.add(*no_more(found, each, solver))
                            solver.add(*no_more(each, found, solver))

    def can_be(self, goal: z3.BoolRef) -> bool | None:
        """Tell whether `goal` holds in some case, None where the solver gives up."""
        with self._supposing(goal) as solver:
            found = solver.check()
        return None if found == z3.unknown else bool(found == z3.sat)

    def model(self, goal: z3.BoolRef) -> z3.ModelRef | bool | None:
        """Return some case in which `goal` holds, False if none does, None if it gives up."""
        with self._supposing(goal) as solver:
            found = solver.check()
            if found == z3.sat:
                return solver.model()
        return None if found == z3.unknown else False

    def example(self, goal: z3.BoolRef) -> Example | None:
        """Return the smallest case in which `goal` holds, None if none is found.

        It is a plausible one, if there is one.
        """
        with self._supposing(goal, *self.plausible) as solver:
            found = self._example(solver)
        if found is not None or not self.plausible:
            return found
        with self._supposing(goal) as solver:
            found = self._example(solver)
        return None if found is None else replace(found, plausible=False)

    def _example(self, solver: z3.Solver) -> Example | None:
        things = list(every_thing(self.case.root))
        solver.add(*(z3.Not(g.more) for thing in things for g in thing.lists.values()))
        solver.add(*self._written(things))
        if solver.check() != z3.sat:
            return None
        model = solver.model()
        for wishes in self._smallest():
            for wish in wishes:
                if not z3.is_true(model.eval(wish, model_completion=True)):
                    if solver.check(wish) != z3.sat:
                        continue
                    model = solver.model()
                solver.add(wish)
                break
        for number, low in self._numbers(model, things):
            model = _least(solver, model, number, low)
        return self.read(model)

    def read(self, model: z3.ModelRef) -> Example:
        """Return the case of a model."""
        reader = Reader(self.law, self.meaning.names)
        return Example(reader.case(model, self.case), reader.days(model, self.case))

    def outcome(self, model: z3.ModelRef, made: Made, decision: ir.Decision) -> Result:
        """Return what is decided in a model."""

        def so(test: z3.BoolRef) -> bool:
            return bool(z3.is_true(model.eval(test, model_completion=True)))

        if so(made.contradiction):
            return CONTRADICTION
        if so(made.value.nothing):
            return NOTHING
        if not so(made.value.known):
            return UNKNOWN
        reader = Reader(self.law, self.meaning.names)
        found: Result = reader.value(model, made.value.term, decision.type)
        return found

    @cached_property
    def _solver(self) -> z3.Solver:
        """What is so of every case; see `_ready`."""
        # Of many small questions six times faster than the default one, which also tries its
        # strategies by the clock.
        solver = z3.SimpleSolver()
        solver.set("rlimit", COST)
        solver.set("timeout", TIME)
        facts = {(one.kind, one.key) for one in self.law.facts}
        for thing in every_thing(self.case.root, any_one=True):
            established = [
                v for key, v in thing.facts.items() if (thing.kind, key) not in facts
            ]
            solver.add(*(z3.Not(one.known) for one in established))
            solver.add(*(meaning.kept(thing) for meaning in self.meanings))
        said = set.intersection(*(_days_said(law) for law in self.laws))
        solver.add(*(z3.Not(self.case.days[key].known) for key in sorted(said)))
        return solver

    @contextmanager
    def _supposing(self, *goals: z3.BoolRef) -> Iterator[z3.Solver]:
        """Give the solver with `goals`, which it forgets: what it keeps makes it slow."""
        solver = self._ready()
        solver.push()
        solver.add(*goals)
        try:
            yield solver
        finally:
            solver.pop()

    def _ready(self) -> z3.Solver:
        """Return the solver, told also what has been encoded since it was last asked."""
        sides = {side.get_id(): side for meaning in self.meanings for side in meaning.sides}
        self._solver.add(*(side for key, side in sides.items() if key not in self._told))
        self._told |= sides.keys()
        return self._solver

    # --- the smallest example ---------------------------------------------------------------

    def _smallest(self) -> Iterator[list[z3.BoolRef]]:
        """Yield, one thing after another, what is wished for, the most wished for first."""
        things = list(every_thing(self.case.root))
        for thing in things:
            for group in thing.lists.values():
                yield [z3.Not(group.known)]
                yield [group.length == n for n in range(self.members + 1)]
        for _, _, one in self._facts(things):
            yield [z3.Not(one.known)]
        for type_, _, one in self._facts(things):
            yield [z3.Implies(one.known, wish) for wish in self._values(type_, one)]
        for one in self.case.days.values():
            yield [z3.Not(one.known)]
            yield [equal(one.term, day_of(day)) for day in _DAYS]

    def _facts(self, things: list[Thing]) -> Iterator[tuple[Type, Thing, Val]]:
        for thing in things:
            for fact in self.law.facts:
                if fact.kind == thing.kind:
                    yield fact.type, thing, thing.facts[fact.key]

    def _values(self, type_: Type, one: Val) -> Iterator[z3.BoolRef]:
        names = self.meaning.names
        match type_:
            case Basic.TRUTH:
                yield from (z3.Not(one.term), one.term)
            case Choice(_, values):
                yield from (one.term == names.number(value) for value in values)
            case Basic.PROVISION:
                yield from (one.term == names.number(r) for r in self.meaning.records)
            case Basic.DATE:
                assert isinstance(one.term, Day)
                yield from (equal(one.term, day_of(day)) for day in _DAYS)
                late = one.term.year >= _LATE
                first = z3.And(one.term.day == 1, late)
                yield from (z3.And(one.term.month == 1, first), first, late)
            case Basic.FRACTION:
                yield from (one.term == z3.RealVal(f"1/{n}") for n in range(2, 8))
            case _:
                yield from (one.term == number for number in _COUNTS)
                if z3.is_real(one.term):
                    yield z3.And(z3.IsInt(one.term), one.term >= 0)

    def _written(self, things: list[Thing]) -> Iterator[z3.BoolRef]:
        """Yield that numbers are such as a case can say: decimals of a few places."""
        for type_, _, one in self._facts(things):
            if type_ is Basic.NUMBER or isinstance(type_, Money):
                yield z3.IsInt(one.term * _PLACES)

    def _numbers(self, model: z3.ModelRef, things: list[Thing]) -> Iterator[tuple[Any, int]]:
        """Yield the whole numbers that make out the known values of a case, and the least."""
        found = [one for _, _, one in self._facts(things)] + list(self.case.days.values())
        for one in found:
            if not z3.is_true(model.eval(one.known, model_completion=True)):
                continue
            if isinstance(one.term, Day):
                yield one.term.year, _LATE
                yield one.term.month, 1
                yield one.term.day, 1
            elif z3.is_real(one.term):
                yield z3.ToInt(one.term * _PLACES), 0
            elif z3.is_int(one.term):
                yield one.term, 0


def _least(solver: z3.Solver, model: z3.ModelRef, number: Any, low: int) -> z3.ModelRef:
    """Make `number` the least that it can be, from `low` on, and return a model of it."""
    high = model.eval(number, model_completion=True).as_long()
    while low < high:
        middle = (low + high) // 2
        if solver.check(number >= low, number <= middle) == z3.sat:
            model = solver.model()
            high = model.eval(number, model_completion=True).as_long()
        else:
            low = middle + 1
    solver.add(number == high)
    return model


def _days_said(law: ir.Law) -> set[str]:
    return {one.key for one in law.parameters if one.value is not None}


def joined(laws: tuple[ir.Law, ...]) -> ir.Law:
    """Return the first law with all that may be known, and established, under any of them."""
    first = laws[0]
    return replace(
        first,
        kinds=_all(laws, "kinds"),
        facts=tuple(_facts(laws)),
        parameters=_all(laws, "parameters"),
        definitions=_all(laws, "definitions"),
        quantities=_all(laws, "quantities"),
        decisions=_all(laws, "decisions"),
    )


def _facts(laws: tuple[ir.Law, ...]) -> Iterator[ir.FactDeclaration]:
    """Yield each fact once; a choice of which laws have other values may be any of them."""
    found: dict[tuple[str, str], list[ir.FactDeclaration]] = {}
    for one in _all(laws, "facts"):
        found.setdefault((one.kind, one.key), []).append(one)
    for several in found.values():
        types = [one.type for one in several if isinstance(one.type, Choice)]
        if len(types) < len(several):
            yield several[0]
        else:
            values = dict.fromkeys(value for type_ in types for value in type_.values)
            yield replace(several[0], type=Choice(types[0].key, tuple(values)))


def _all(laws: tuple[ir.Law, ...], field: str) -> Any:
    return tuple(dict.fromkeys(one for law in laws for one in getattr(law, field)))


def _members(laws: tuple[ir.Law, ...]) -> tuple[int, bool]:
    """Return how many members lists need, and whether more could not change an answer.

    A condition that asks for some members needs those, and one that asks it of each needs one
    for which it fails: whoever makes a condition true, false or open can be kept while the rest
    of the list goes. One more is the member that is asked about. A condition of counts and sums
    may need any number: there lists are longer than what is counted may be compared with.
    """
    needed: dict[str, int] = {}
    asked, counts = [MOST], False
    for part in dict.fromkeys(part for law in laws for part in every_part(law)):
        match part:
            case ir.Some(number, kind, _):
                needed[kind] = needed.get(kind, 1) + max(number, 1)
                asked.append(number + 1)
            case ir.Every(kind, _):
                needed[kind] = needed.get(kind, 1) + 1
            case ir.CountOf() | ir.TotalOf():
                counts = True
            case _:
                pass
    if counts:
        asked += [number + 1 for law in laws for number in _compared(law)]
    limit = max(number for number in asked if number <= FAR)
    most = max(needed.values(), default=1)
    return limit if counts else min(most, limit), not counts and most <= limit


def _compared(law: ir.Law) -> Iterator[int]:
    """Yield the numbers with which what is counted may be compared."""
    for part in every_part(law):
        if isinstance(part, ir.Compare):
            for side in (part.left, part.right):
                plain = side
                while isinstance(plain, ir.Stated):
                    plain = plain.part
                if isinstance(plain, ir.Literal) and plain.type in (Basic.COUNT, Basic.NUMBER):
                    yield int(plain.value)  # type: ignore[arg-type]
