"""The guard for work that the solver does not count: processor time, not time by the clock."""

from __future__ import annotations

import time

import pytest

pytest.importorskip("z3")

import z3

from lawc.prove import guard
from lawc.prove.guard import guarded


def of_pigeons(number: int) -> z3.Solver:
    """Return a solver that puts pigeons into fewer holes: it tries nearly for ever."""
    solver, holes = z3.SimpleSolver(), range(number - 1)
    places = [[z3.Bool(f"{pigeon} in {hole}") for hole in holes] for pigeon in range(number)]
    solver.add(*(z3.Or(*of_pigeon) for of_pigeon in places))
    for hole in holes:
        inside = [of_pigeon[hole] for of_pigeon in places]
        pairs = ((a, b) for n, a in enumerate(inside) for b in inside[:n])
        solver.add(*(z3.Not(z3.And(a, b)) for a, b in pairs))
    return solver


def test_the_solver_gives_up_when_it_has_computed_for_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(guard, "LOOK", 0.01)
    solver = of_pigeons(14)

    with guarded(solver, 0.1):
        verdict = solver.check()

    assert verdict == z3.unknown


def test_waiting_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "LOOK", 0.01)
    solver = of_pigeons(5)

    with guarded(solver, 0.5):
        time.sleep(1)
        verdict = solver.check()

    assert verdict == z3.unsat
