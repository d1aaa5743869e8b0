"""Questions to the solver about laws: whether a goal can hold, and in which case.

A case breaks no assumption of the laws. It has up to so many members in each list; values
supplied as established are left out, so that an answer rests on facts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property

import z3

from lawc.backends.smt.cases import Case, Cases, Thing, every_thing
from lawc.backends.smt.encode import Encoding, Meaning
from lawc.backends.smt.further import Counted, Exists, lemma, no_more, some_of
from lawc.backends.smt.provisions import kinds_of_records
from lawc.backends.smt.read import Reader
from lawc.backends.smt.terms import Names
from lawc.ir import nodes as ir
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result
from lawc.prove.examples import Example, Examples
from lawc.prove.guard import guarded
from lawc.prove.joining import joined
from lawc.prove.lengths import FEW, enough
from lawc.prove.plausible import plausible

# The most that a question may cost, in units that the solver counts, the same on every machine
# under any load. The hardest about the repository's laws takes 0.6 million, half a second; of
# 393 questions about random laws five take more than a million, and one more than this.
COST = 10_000_000
TIME = 120  # seconds of the processor: a guard for what the solver does not count; COST takes 4


class Work:
    """The work that the solver may still do, in its units.

    `begin` is called before each question, to show that something goes on.
    """

    def __init__(
        self, left: int | None = None, begin: Callable[[], None] | None = None
    ) -> None:
        self.left = left
        self.begin = begin or (lambda: None)

    @property
    def exhausted(self) -> bool:
        """Whether no work is left."""
        return self.left is not None and self.left <= 0

    @property
    def most(self) -> int:
        """The most that the next question may cost."""
        return COST if self.left is None else max(1, min(COST, self.left))

    def done(self, units: int) -> None:
        """Count the cost of a question."""
        if self.left is not None:
            self.left -= units


class Questions:
    """Questions to the solver about a law, or about several over the same case.

    `lengths` says how many members the list of each kind has at most, `members` the same for
    all kinds. With `more` lists may have further members of which nothing is known: a goal
    that cannot hold then cannot hold for lists of any length. `whole` says that longer lists
    change nothing.
    """

    def __init__(
        self,
        *laws: ir.Law,
        members: int | None = None,
        more: bool = False,
        work: Work | None = None,
        between: tuple[ir.Law, ...] = (),
    ) -> None:
        self.laws = laws
        self.between = between  # laws whose lists of provisions are told apart as well
        self.law = joined(laws)
        lengths, whole = enough(laws)
        self.lengths = lengths if members is None else dict.fromkeys(lengths, members)
        listed = [self.lengths[kind.key] for kind in self.law.kinds if kind.parent is not None]
        self.members = max(listed, default=FEW)
        self.whole = whole or more
        self.more = more
        self.work = work or Work()
        self._added: set[int] = set()  # the ids of conditions the solver has
        self._others: dict[int, tuple[ir.Law, Meaning]] = {}
        self._related: set[tuple[int, frozenset[int]]] = set()

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The laws as formulas, over the same case."""
        records, names = kinds_of_records(*self.laws, *self.between), Names()
        case = Cases(self.law, records, names).case(self.lengths, more=self.more)
        first = Meaning(self.laws[0], case, records, names)
        others = (Meaning(law, case, records, names, shared=first) for law in self.laws[1:])
        return (first, *others)

    def meaning_of(self, law: ir.Law) -> Meaning:
        """Return a law as formulas: a law of these questions, or one made of their parts."""
        for own, meaning in zip(self.laws, self.meanings, strict=True):
            if own is law:
                return meaning
        if id(law) not in self._others:
            alike = (m for m in self.meanings if m.law.month_end_up is law.month_end_up)
            shared, case = next(alike, self.meaning), self.meaning
            encoded = Meaning(law, case.case, case.records, case.names, shared=shared)
            self._others[id(law)] = (law, encoded)
        return self._others[id(law)][1]

    @property
    def _every_meaning(self) -> tuple[Meaning, ...]:
        return (*self.meanings, *(encoded for _, encoded in self._others.values()))

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
        """The conditions of plausible cases, which an example fulfils if it can."""
        lines = (line for meaning in self.meanings for line in plausible(meaning))
        return tuple({line.get_id(): line for line in lines}.values())

    def first(self, kind: str) -> Thing:
        """Return the first thing of a kind, below the first things above it."""
        parents = {kind.key: kind.parent for kind in self.law.kinds}
        parent = parents[kind]
        return self.case.root if parent is None else self.first(parent).lists[kind].members[0]

    def relate(self) -> None:
        """Relate the conditions on further members that not all laws share, by lemmas.

        To be called when the goals are encoded.
        """
        solver = self._ready()
        conditions: dict[int, Exists | Counted] = {}
        for meaning in self._every_meaning:
            conditions |= meaning.further_conditions
        for key, condition in conditions.items():
            lists = [meaning.further_conditions for meaning in self._every_meaning]
            others = {other for own in lists if key not in own for other in own}
            if not others or (key, frozenset(others)) in self._related:
                continue
            self._related.add((key, frozenset(others)))
            related = [conditions[other] for other in conditions if other in others]
            match condition:
                case Exists():
                    alike = [other for other in related if isinstance(other, Exists)]
                    solver.add(*lemma(condition, alike, solver))
                    for other in related:
                        if isinstance(other, Counted):
                            solver.add(*some_of(condition, other, solver))
                case Counted():
                    for other in related:
                        if isinstance(other, Counted):
                            solver.add(*no_more(condition, other, solver))
                            solver.add(*no_more(other, condition, solver))
                        else:
                            solver.add(*some_of(other, condition, solver))

    def can_be(self, goal: z3.BoolRef) -> bool | None:
        """Return whether `goal` holds in some case, None if the solver gives up."""
        if self.work.exhausted:
            return None
        with self._supposing(goal) as solver:
            answer = solver.check()
        return None if answer == z3.unknown else bool(answer == z3.sat)

    def model(self, goal: z3.BoolRef) -> z3.ModelRef | bool | None:
        """Return some case in which `goal` holds, False if none does, None if it gives up."""
        with self._supposing(goal) as solver:
            answer = solver.check()
            if answer == z3.sat:
                return solver.model()
        return None if answer == z3.unknown else False

    def example(self, goal: z3.BoolRef) -> Example | None:
        """Return the smallest case in which `goal` holds, a plausible one if there is one.

        None if the solver finds no case.
        """
        if self.work.exhausted:
            return None
        with self._supposing(goal, *self.plausible) as solver:
            example = self._examples.smallest(solver)
        if example is not None or not self.plausible:
            return example
        with self._supposing(goal) as solver:
            example = self._examples.smallest(solver)
        return None if example is None else replace(example, plausible=False)

    def read(self, model: z3.ModelRef) -> Example:
        """Return the case of a model."""
        return self._examples.read(model)

    def outcome(self, model: z3.ModelRef, encoding: Encoding, decision: ir.Decision) -> Result:
        """Return the value of a decision in a model."""

        def so(test: z3.BoolRef) -> bool:
            return bool(z3.is_true(model.eval(test, model_completion=True)))

        if so(encoding.contradiction):
            return CONTRADICTION
        if so(encoding.value.nothing):
            return NOTHING
        if not so(encoding.value.known):
            return UNKNOWN
        reader = Reader(self.law, self.meaning.names)
        value: Result = reader.value(model, encoding.value.term, decision.type)
        return value

    @cached_property
    def _examples(self) -> Examples:
        return Examples(self.law, self.meaning)

    @cached_property
    def _solver(self) -> z3.Solver:
        """The solver with the conditions of every case; see `_ready`."""
        # On many small questions it is six times faster than the default solver, which also
        # chooses its strategies by the clock.
        solver = z3.SimpleSolver()
        solver.set("rlimit", COST)
        facts = {(fact.kind, fact.key) for fact in self.law.facts}
        for thing in every_thing(self.case.root, any_member=True):
            established = [
                v for key, v in thing.facts.items() if (thing.kind, key) not in facts
            ]
            solver.add(*(z3.Not(fact.known) for fact in established))
            solver.add(*(meaning.fits_assumptions(thing) for meaning in self.meanings))
        stated = set.intersection(*(_stated_days(law) for law in self.laws))
        solver.add(*(z3.Not(self.case.days[key].known) for key in sorted(stated)))
        return solver

    @contextmanager
    def _supposing(self, *goals: z3.BoolRef) -> Iterator[z3.Solver]:
        """Yield the solver with `goals`, which it forgets: goals that it keeps slow it down."""
        solver = self._ready()
        solver.push()
        solver.add(*goals)
        solver.set("rlimit", self.work.most)
        self.work.begin()
        before = _units(solver)
        try:
            with guarded(solver, TIME):
                yield solver
        finally:
            self.work.done(_units(solver) - before)
            solver.pop()

    def _ready(self) -> z3.Solver:
        """Return the solver, with the conditions of all that is encoded so far."""
        sides = {side.get_id(): side for m in self._every_meaning for side in m.sides}
        self._solver.add(*(side for key, side in sides.items() if key not in self._added))
        self._added |= sides.keys()
        return self._solver


def _units(solver: z3.Solver) -> int:
    """Return the work of the solver so far, in units that are the same on every machine."""
    statistics = solver.statistics()
    if "rlimit count" not in statistics.keys():  # noqa: SIM118 - no mapping
        return 0
    return int(statistics.get_key_value("rlimit count"))


def _stated_days(law: ir.Law) -> set[str]:
    return {day.key for day in law.parameters if day.value is not None}
