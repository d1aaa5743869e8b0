"""Packages against the interpreter, for tests of laws that are measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.read_case import read_case
from lawc.meaning.results import results
from lawc.meaning.world import World


def differing_cases(
    law: ir.Law, package: Any, thing: Any, cases: Iterable[Any], days: Mapping[str, date]
) -> Iterator[Any]:
    """Yield each case that a package decides or explains otherwise than the interpreter.

    `thing` is the class of what the package decides of.
    """
    world = World(law, dict(days))
    for case in cases:
        root = read_case(law, case)
        assert isinstance(root, Thing)
        by_interpreter = results(world, root)
        of_package = thing.from_dict(case)
        by_package = package.decide(of_package, **days).to_dict()
        same = {key: by_package[key] for key in by_interpreter} == by_interpreter
        if not (same and package.explain(of_package, **days) == explain(world, root)):
            yield case
