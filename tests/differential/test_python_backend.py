"""The Python backend against the interpreter: random laws, random cases, one meaning."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential import law_cases, laws
from tests.emitted import package
from tests.sampling import some

from lawc.cases import Thing
from lawc.explain import explain
from lawc.interpret import State, applies
from lawc.ir import nodes as ir
from lawc.read_case import read_case
from lawc.results import results
from lawc.world import World


def check(law: ir.Law, module: Any, rng: Random) -> None:
    """Check one random case of `law`: results, explanation, and each provision."""
    case, days = law_cases.case(law, rng), law_cases.days(law, rng)
    thing = read_case(law, case)
    assert isinstance(thing, Thing)
    world, person = World(law, days), module.Person.from_dict(case)

    decided = module.decide(person, **days)
    assert decided.to_dict() == results(world, thing)
    assert decided.to_json() == json.dumps(decided.to_dict(), ensure_ascii=False)
    assert module.explain(person, **days) == explain(world, thing)
    assert module.Person.from_dict(person.to_dict()) == person
    check_provisions(world, module, thing, person, module.Days(**days))


def check_provisions(world: World, module: Any, thing: Thing, person: Any, days: Any) -> None:
    """Check that each provision asked by its citation says whether it applies."""
    citations = {one.eid: one.citation for one in world.law.elements}
    for rule in world.law.rules:
        question = module.PROVISIONS[citations[rule.eid]]
        for one, line in lines(world.law, thing, (person,)):
            if one.kind == rule.kind:
                found = applies(world, rule, one)
                asked = question(*line, days)
                assert asked is (None if isinstance(found, State) else found)


def lines(law: ir.Law, thing: Thing, line: tuple[Any, ...]) -> Any:
    """Yield each thing of a case with the same thing of the package and those above it."""
    yield thing, line
    for kind in law.kinds:
        if kind.parent == thing.kind and kind.field is not None:
            for place, one in enumerate(thing.members.get(kind.key, ())):
                yield from lines(law, one, (getattr(line[0], kind.field)[place], *line))


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(25))
def test_python_agrees_with_the_interpreter(seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - to be replayed
    law = laws.law(rng)
    with tempfile.TemporaryDirectory() as folder:
        module = package(law, Path(folder))
        for _ in range(3):
            check(law, module, rng)
        module.decisions.ENGINE.compile()
        for _ in range(6):
            check(law, module, rng)


# The first give a value that a case tried gives as well; a rule that asks about one in doubt;
# a value that is left when those of a rule in doubt are ruled out.
@pytest.mark.parametrize("seeds", [(73,), (165, 1146), (2824,), range(20), range(20, 40)])
def test_python_agrees_on_what_all_offences_share(seeds: Iterable[int], tmp_path: Path) -> None:
    for seed in seeds:
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = laws.law(rng, excluding=True)
        module = package(law, tmp_path)
        for _ in range(8):
            check(law, module, rng)


@pytest.mark.slow
@pytest.mark.parametrize("block", range(10))
def test_python_agrees_on_many_laws(block: int, tmp_path: Path) -> None:
    for seed in range(block * 40, block * 40 + 40):
        rng = Random(seed)  # noqa: S311 - to be replayed
        law = laws.law(rng)
        module = package(law, tmp_path)
        for _ in range(4):
            check(law, module, rng)
        module.decisions.ENGINE.compile()
        for _ in range(8):
            check(law, module, rng)
