"""Which small changes of a law its examples do not notice, with cases that would."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lawc.ir import nodes as ir
from lawc.records import dataclass
from lawc.testing.coverage import citations
from lawc.testing.mutants import Mutant, mutants
from lawc.testing.notice import Told, Tried, notices, tried
from lawc.testing.search import Scene, search


@dataclass(frozen=True, slots=True)
class Survivor:
    """A change that no example notices, and an example that would, as its line says it.

    `example` is None if no case was found among those tried; there are always others.
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


def trial(law: ir.Law, told: Iterable[Told]) -> Trial:
    """Return the small changes of `law`, to be tried on the cases that are `told`."""
    cases = tuple(case for one in told if (case := tried(law, one)) is not None)
    return Trial(Scene(law, cases), tuple(mutants(law)))


def survivor(given: Trial, place: int) -> Survivor | None:
    """Return what is to be told of a change, None if an example notices it."""
    mutant, scene = given.mutants[place], given.scene
    if any(notices(case, mutant) for case in scene.nearest(mutant.eid)):
        return None
    found = search(scene, mutant)
    cited = citations(scene.law).get(mutant.eid, mutant.eid)
    example = None if found is None else _example(cited, mutant, found)
    return Survivor(cited, mutant.was, mutant.now, example)


def _example(cited: str, mutant: Mutant, case: Tried) -> dict[str, Any]:
    now = f"not {mutant.now}" if mutant.now else "not without it"
    days = {"parameters": dict(case.told.days)} if case.told.days else {}
    told = {key: value for key, value in case.told.case.items() if key != "id"}
    return {
        "name": f"{cited}: {mutant.was}, {now}",
        **days,
        "case": told,
        "expected": case.decided,
    }
