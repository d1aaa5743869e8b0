"""What may be so of the members of a list that are not spelled out.

Of these nothing is said, so anything may be true of them: what holds whatever they are holds
for lists of every length. A condition is known by what it says of any one of them: laws that
say the same share its terms. Of conditions that differ, `lemma` says how they go together.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import z3

from lawc.backends.smt.cases import List
from lawc.backends.smt.terms import Tri, Val, conj, disj
from lawc.records import dataclass


@dataclass(frozen=True)
class Asked:
    """Whether some further member of a list satisfies a condition.

    `of_one` is what the condition says of any one of them, `of_some` whether there is one.
    """

    group: List
    of_one: Tri
    of_some: Tri


@dataclass(frozen=True)
class Counted:
    """How many further members of a list satisfy a condition: for certain, and at most."""

    group: List
    of_one: Tri
    sure: Any
    possible: Any


class Further:
    """Makes the terms; `sides` are conditions on them."""

    def __init__(self) -> None:
        self.sides: list[z3.BoolRef] = []
        self._asked: dict[tuple[Any, ...], Asked] = {}
        self._counted: dict[tuple[Any, ...], Counted] = {}
        self._found: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def some(self, group: List, of_one: Tri) -> Asked:
        """Return whether at least one of them satisfies what `of_one` says of any."""
        key = (group.path, of_one.yes.get_id(), of_one.no.get_id())
        if key not in self._asked:
            name = f"{group.path}+{len(self._asked)}"
            yes, no = z3.Bool(f"{name}.yes"), z3.Bool(f"{name}.no")
            self.sides.append(z3.Not(z3.And(yes, no)))
            self._asked[key] = Asked(group, of_one, Tri(yes, no))
        return self._asked[key]

    def number(self, group: List, of_one: Tri) -> Counted:
        """Return how many of them satisfy a condition for certain, and how many may."""
        key = (group.path, of_one.yes.get_id(), of_one.no.get_id())
        if key not in self._counted:
            name = f"{group.path}+number {len(self._counted)}"
            sure, possible = z3.Int(f"{name}.sure"), z3.Int(f"{name}.possible")
            rest = group.length - len(group.members)
            self.sides += [sure >= 0, possible >= sure]
            self.sides.append(z3.Implies(group.more, possible <= rest))
            self._counted[key] = Counted(group, of_one, sure, possible)
        return self._counted[key]

    def total(self, group: List, of_one: Val) -> Val:
        """Return the sum of a value over them."""
        key = (group.path, *(part.get_id() for part in of_one))
        if key not in self._found:
            name = f"{group.path}+{len(self._found)}"
            self._found[key] = (z3.Real(name), z3.Bool(f"{name}?"), of_one)
        term, known, _ = self._found[key]
        return Val(term, known)


# --- what follows from what --------------------------------------------------------------


def lemma(one: Asked, others: Iterable[Asked], solver: z3.Solver) -> tuple[z3.BoolRef, ...]:
    """Return what follows for `one` from `others` of the same list.

    If whoever satisfies `one` satisfies one of `others`, some member that does the former is
    some member that does the latter; and if none does the latter, none does the former.
    `solver` knows what is so of any case.
    """
    others = tuple(other for other in others if other.group is one.group)
    found = []
    core = _core(solver, one.of_one.yes, [z3.Not(other.of_one.yes) for other in others])
    if core is not None:
        found.append(z3.Implies(one.of_some.yes, disj([others[n].of_some.yes for n in core])))
    core = _core(solver, z3.Not(one.of_one.no), [other.of_one.no for other in others])
    if core is not None:
        found.append(z3.Implies(conj([others[n].of_some.no for n in core]), one.of_some.no))
    return tuple(found)


def no_more(one: Counted, other: Counted, solver: z3.Solver) -> tuple[z3.BoolRef, ...]:
    """Return what follows for the number of `one` if whoever satisfies it satisfies `other`."""
    if one.group is not other.group:
        return ()
    found = []
    if _core(solver, one.of_one.yes, [z3.Not(other.of_one.yes)]) is not None:
        found.append(one.sure <= other.sure)
    if _core(solver, z3.Not(one.of_one.no), [other.of_one.no]) is not None:
        found.append(one.possible <= other.possible)
    return tuple(found)


def _core(
    solver: z3.Solver, goal: z3.BoolRef, tests: list[z3.BoolRef]
) -> tuple[int, ...] | None:
    """Return which of `tests` cannot all be with `goal`, None if they can, or may."""
    marks = [z3.Bool(f"test {n}") for n in range(len(tests))]
    solver.push()
    solver.add(goal, *(z3.Implies(m, test) for m, test in zip(marks, tests, strict=True)))
    found = solver.check(*marks)
    core = {one.get_id() for one in solver.unsat_core()} if found == z3.unsat else None
    solver.pop()
    return None if core is None else tuple(n for n, m in enumerate(marks) if m.get_id() in core)
