"""The members of a list that are not spelled out.

Nothing is known of them, so anything may be true of them: what holds whatever they are holds
for lists of every length. A condition is identified by its formula for any such member: laws
with the same formula share its terms. `lemma` relates conditions that differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import z3

from lawc.backends.smt.cases import List
from lawc.backends.smt.terms import Tri, Val, conj, disj
from lawc.records import dataclass


@dataclass(frozen=True)
class Exists:
    """A condition that some further member of a list may satisfy.

    `of_any` is the condition for any of them, `of_some` whether it holds for at least one.
    """

    group: List
    of_any: Tri
    of_some: Tri


@dataclass(frozen=True)
class Counted:
    """The number of further members that satisfy a condition: for certain, and at most."""

    group: List
    of_any: Tri
    sure: Any
    possible: Any


class Further:
    """A maker of the terms; `sides` are conditions on them."""

    def __init__(self) -> None:
        self.sides: list[z3.BoolRef] = []
        self._exists: dict[tuple[Any, ...], Exists] = {}
        self._counted: dict[tuple[Any, ...], Counted] = {}
        self._found: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def some(self, group: List, of_any: Tri) -> Exists:
        """Return whether at least one of them satisfies the condition `of_any`."""
        key = (group.path, of_any.yes.get_id(), of_any.no.get_id())
        if key not in self._exists:
            name = f"{group.path}+{len(self._exists)}"
            yes, no = z3.Bool(f"{name}.yes"), z3.Bool(f"{name}.no")
            self.sides.append(z3.Not(z3.And(yes, no)))
            self._exists[key] = Exists(group, of_any, Tri(yes, no))
        return self._exists[key]

    def number(self, group: List, of_any: Tri) -> Counted:
        """Return how many of them satisfy a condition for certain, and how many may."""
        key = (group.path, of_any.yes.get_id(), of_any.no.get_id())
        if key not in self._counted:
            name = f"{group.path}+number {len(self._counted)}"
            sure, possible = z3.Int(f"{name}.sure"), z3.Int(f"{name}.possible")
            rest = group.length - len(group.members)
            self.sides += [sure >= 0, possible >= sure]
            self.sides.append(z3.Implies(group.more, possible <= rest))
            self._counted[key] = Counted(group, of_any, sure, possible)
        return self._counted[key]

    def total(self, group: List, of_any: Val) -> Val:
        """Return the sum of a value over them."""
        key = (group.path, *(part.get_id() for part in of_any))
        if key not in self._found:
            name = f"{group.path}+{len(self._found)}"
            self._found[key] = (z3.Real(name), z3.Bool(f"{name}?"), of_any)
        term, known, _ = self._found[key]
        return Val(term, known)


# --- implications ------------------------------------------------------------------------


def lemma(goal: Exists, others: Iterable[Exists], solver: z3.Solver) -> tuple[z3.BoolRef, ...]:
    """Return what follows for `goal` from `others` of the same list.

    Where whoever satisfies `goal` satisfies at least one of `others`:
    - if some member satisfies `goal`, some member satisfies one of `others`;
    - if no member satisfies any of `others`, none satisfies `goal`.
    `solver` has the conditions that hold in every case.
    """
    others = tuple(other for other in others if other.group is goal.group)
    lemmas = []
    core = _core(solver, goal.of_any.yes, [z3.Not(other.of_any.yes) for other in others])
    if core is not None:
        lemmas.append(z3.Implies(goal.of_some.yes, disj([others[n].of_some.yes for n in core])))
    core = _core(solver, z3.Not(goal.of_any.no), [other.of_any.no for other in others])
    if core is not None:
        lemmas.append(z3.Implies(conj([others[n].of_some.no for n in core]), goal.of_some.no))
    return tuple(lemmas)


def no_more(goal: Counted, other: Counted, solver: z3.Solver) -> tuple[z3.BoolRef, ...]:
    """Return what follows for the number of `goal` where it implies `other`."""
    if goal.group is not other.group:
        return ()
    lemmas = []
    if _core(solver, goal.of_any.yes, [z3.Not(other.of_any.yes)]) is not None:
        lemmas.append(goal.sure <= other.sure)
    if _core(solver, z3.Not(goal.of_any.no), [other.of_any.no]) is not None:
        lemmas.append(goal.possible <= other.possible)
    return tuple(lemmas)


def some_of(goal: Exists, other: Counted, solver: z3.Solver) -> tuple[z3.BoolRef, ...]:
    """Return what follows for each other where one asks for some and one for a number."""
    if goal.group is not other.group:
        return ()
    mine, theirs = goal.of_any, other.of_any
    some, lemmas = goal.of_some, []
    if _core(solver, mine.yes, [z3.Not(theirs.yes)]) is not None:
        lemmas.append(z3.Implies(some.yes, other.sure >= 1))
    if _core(solver, theirs.yes, [z3.Not(mine.yes)]) is not None:
        lemmas.append(z3.Implies(other.sure >= 1, some.yes))
    if _core(solver, z3.Not(theirs.no), [mine.no]) is not None:
        lemmas.append(z3.Implies(some.no, other.possible <= 0))
    if _core(solver, z3.Not(mine.no), [theirs.no]) is not None:
        lemmas.append(z3.Implies(other.possible <= 0, some.no))
    return tuple(lemmas)


def _core(
    solver: z3.Solver, goal: z3.BoolRef, tests: list[z3.BoolRef]
) -> tuple[int, ...] | None:
    """Return which of `tests` cannot all be with `goal`, None if they can, or may."""
    marks = [z3.Bool(f"test {n}") for n in range(len(tests))]
    solver.push()
    solver.add(goal, *(z3.Implies(m, test) for m, test in zip(marks, tests, strict=True)))
    answer = solver.check(*marks)
    core = {mark.get_id() for mark in solver.unsat_core()} if answer == z3.unsat else None
    solver.pop()
    return None if core is None else tuple(n for n, m in enumerate(marks) if m.get_id() in core)
