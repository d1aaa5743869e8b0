"""Survivors: mutants of a law that no example notices, with cases that would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.testing.coverage import citations
from lawc.testing.mutants import Mutant, mutants
from lawc.testing.notice import DecidedCase, WrittenCase, decided_case, notices
from lawc.testing.search import Scene, search


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no example notices, and an example that would, as a line holds it.

    `example` is None if none of the cases tried notices the change.
    """

    citation: str
    was: str
    now: str
    example: dict[str, Any] | None


@dataclass(frozen=True)
class Trial:
    """A law with its examples, and all its small changes in order."""

    scene: Scene
    mutants: tuple[Mutant, ...]


def trial(law: ir.Law, written_cases: Iterable[WrittenCase]) -> Trial:
    """Return the mutants of `law` with those of the written cases that can be read."""
    cases = tuple(
        case for written in written_cases if (case := decided_case(law, written)) is not None
    )
    return Trial(Scene(law, cases), tuple(mutants(law)))


def survivor(trial: Trial, place: int) -> Survivor | None:
    """Return a change that no example notices, None if one does."""
    mutant, scene = trial.mutants[place], trial.scene
    if any(notices(case, mutant) for case in scene.nearest(mutant.eid)):
        return None
    case = search(scene, mutant)
    cited = citations(scene.law).get(mutant.eid, mutant.eid)
    example = None if case is None else _example(cited, mutant, case)
    return Survivor(cited, mutant.was, mutant.now, example)


def _example(cited: str, mutant: Mutant, case: DecidedCase) -> dict[str, Any]:
    now = f"not {mutant.now}" if mutant.now else "not without it"
    days = {"parameters": dict(case.written.days)} if case.written.days else {}
    facts = {key: value for key, value in case.written.case.items() if key != "id"}
    return {
        "name": f"{cited}: {mutant.was}, {now}",
        **days,
        "case": facts,
        "expected": case.decided,
    }
