"""Questions to the solver about laws: whether something can be so, and of whom, for example.

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
from lawc.backends.smt.encode import Made, Meaning
from lawc.backends.smt.further import Counted, Exists, lemma, no_more
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

# What one question may cost, in units that the solver counts: whatever the machine, and however
# loaded it is. The hardest about the repository's laws takes 0.6 million, half a second; of 393
# questions about random laws five take more than one million, and one more than this.
COST = 10_000_000
TIME = 120  # seconds of the processor: a guard for what the solver does not count; COST takes 4


class Work:
    """How much the solver may still do, in its units, and how many questions it was asked.

    `asked` is called before each, to show that something goes on.
    """

    def __init__(
        self, left: int | None = None, asked: Callable[[], None] | None = None
    ) -> None:
        self.left = left
        self.asked = asked or (lambda: None)

    @property
    def exhausted(self) -> bool:
        """Whether nothing more may be asked."""
        return self.left is not None and self.left <= 0

    @property
    def most(self) -> int:
        """What the next question may cost."""
        return COST if self.left is None else max(1, min(COST, self.left))

    def done(self, units: int) -> None:
        """Count what a question has cost."""
        if self.left is not None:
            self.left -= units


class Questions:
    """Asks the solver about a law, or about several over one case.

    `lengths` says how many members the list of each kind has at most, `members` the same for
    all kinds; with `more` lists may have further ones, of which nothing is said, so that what
    cannot be is so of lists of every length. `whole` says that longer lists change nothing.
    """

    def __init__(
        self,
        *laws: ir.Law,
        members: int | None = None,
        more: bool = False,
        work: Work | None = None,
    ) -> None:
        self.laws = laws
        self.law = joined(laws)
        found, whole = enough(laws)
        self.lengths = found if members is None else dict.fromkeys(found, members)
        listed = [self.lengths[one.key] for one in self.law.kinds if one.parent is not None]
        self.members = max(listed, default=FEW)
        self.whole = whole or more
        self.more = more
        self.work = work or Work()
        self._told: set[int] = set()  # the numbers of what the solver was told
        self._others: dict[int, tuple[ir.Law, Meaning]] = {}
        self._related: set[tuple[int, frozenset[int]]] = set()

    @cached_property
    def meanings(self) -> tuple[Meaning, ...]:
        """The laws as formulas, over one case."""
        records, names = kinds_of_records(*self.laws), Names()
        case = Cases(self.law, records, names).case(self.lengths, more=self.more)
        first = Meaning(self.laws[0], case, records, names)
        others = (Meaning(law, case, records, names, shared=first) for law in self.laws[1:])
        return (first, *others)

    def meaning_of(self, law: ir.Law) -> Meaning:
        """Return a law as formulas: one of these, or one that is made of parts of these."""
        for own, meaning in zip(self.laws, self.meanings, strict=True):
            if own is law:
                return meaning
        if id(law) not in self._others:
            alike = (one for one in self.meanings if one.law.month_end_up is law.month_end_up)
            shared, case = next(alike, self.meaning), self.meaning
            made = Meaning(law, case.case, case.records, case.names, shared=shared)
            self._others[id(law)] = (law, made)
        return self._others[id(law)][1]

    @property
    def _every_meaning(self) -> tuple[Meaning, ...]:
        return (*self.meanings, *(made for _, made in self._others.values()))

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
        """Find out how conditions on further members that not all laws have go together.

        To be called when what is to be asked is encoded.
        """
        solver = self._ready()
        every: dict[int, Exists | Counted] = {}
        for meaning in self._every_meaning:
            every |= meaning.further_conditions
        for key, found in every.items():
            lacking = [
                one.further_conditions
                for one in self._every_meaning
                if key not in one.further_conditions
            ]
            others = {other for asked in lacking for other in asked}
            if not others or (key, frozenset(others)) in self._related:
                continue
            self._related.add((key, frozenset(others)))
            theirs = [every[other] for other in every if other in others]
            match found:
                case Exists():
                    asked = [one for one in theirs if isinstance(one, Exists)]
                    solver.add(*lemma(found, asked, solver))
                case Counted():
                    for each in theirs:
                        if isinstance(each, Counted):
                            solver.add(*no_more(found, each, solver))
                            solver.add(*no_more(each, found, solver))

    def can_be(self, goal: z3.BoolRef) -> bool | None:
        """Tell whether `goal` holds in some case, None where the solver gives up."""
        if self.work.exhausted:
            return None
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
        if self.work.exhausted:
            return None
        with self._supposing(goal, *self.plausible) as solver:
            found = self._examples.smallest(solver)
        if found is not None or not self.plausible:
            return found
        with self._supposing(goal) as solver:
            found = self._examples.smallest(solver)
        return None if found is None else replace(found, plausible=False)

    def read(self, model: z3.ModelRef) -> Example:
        """Return the case of a model."""
        return self._examples.read(model)

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
    def _examples(self) -> Examples:
        return Examples(self.law, self.meaning)

    @cached_property
    def _solver(self) -> z3.Solver:
        """What is so of every case; see `_ready`."""
        # Of many small questions six times faster than the default one, which also tries its
        # strategies by the clock.
        solver = z3.SimpleSolver()
        solver.set("rlimit", COST)
        facts = {(one.kind, one.key) for one in self.law.facts}
        for thing in every_thing(self.case.root, any_member=True):
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
        solver.set("rlimit", self.work.most)
        self.work.asked()
        before = _units(solver)
        try:
            with guarded(solver, TIME):
                yield solver
        finally:
            self.work.done(_units(solver) - before)
            solver.pop()

    def _ready(self) -> z3.Solver:
        """Return the solver, told also what has been encoded since it was last asked."""
        sides = {side.get_id(): side for one in self._every_meaning for side in one.sides}
        self._solver.add(*(side for key, side in sides.items() if key not in self._told))
        self._told |= sides.keys()
        return self._solver


def _units(solver: z3.Solver) -> int:
    """Return what the solver has done so far, in units that are the same on every machine."""
    statistics = solver.statistics()
    if "rlimit count" not in statistics.keys():  # noqa: SIM118 - no mapping
        return 0
    return int(statistics.get_key_value("rlimit count"))


def _days_said(law: ir.Law) -> set[str]:
    return {one.key for one in law.parameters if one.value is not None}
