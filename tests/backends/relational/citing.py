"""Whether tables say of each provision what the interpreter and a package say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from tests.backends.relational.tables import tables_of
from tests.differential.test_python_backend import lines
from tests.emitted import package

from lawc.backends.python.plan import Plan
from lawc.backends.python.points import points_of
from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.providing import Provided
from lawc.backends.relational.relations import relations_of
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, at_least, holds
from lawc.meaning.read_case import read_case
from lawc.meaning.truth import State, every
from lawc.meaning.world import World, in_force
from lawc.runtime.values import Truth


def compare(
    law: ir.Law, cases: Iterable[Mapping[str, Any]], days: Mapping[str, date], folder: Path
) -> int:
    """Compare all provisions of some wholes, and return how many truths there were."""
    cases = list(cases)
    module = package(law, folder)
    things = [read for case in cases if isinstance(read := read_case(law, case), Thing)]
    frames, tables, rows = tables_of(law, things, days)
    relations = relations_of(law, tables, provisions=True)
    check_elements(law, relations.provisions)
    made = run(relations.layers, frames)
    row_of = {
        id(thing): row
        for kind, mine in rows.items()
        for thing, row in zip(mine, made[kind].to_dicts(), strict=True)
    }
    whole_class = getattr(module, Plan(law).classes[law.kinds[0].key])
    known = {each.key: days.get(each.key, each.value) for each in law.parameters}
    meaning = _Meaning(law, World(law, dict(days)))
    compared = 0
    for case, thing in zip(cases, things, strict=True):
        whole = whole_class.from_dict(case, established=True)
        for below, line in lines(law, thing, (whole,)):
            row = row_of[id(below)]
            mine = [each for each in relations.provisions if each.kind == below.kind]
            for provided in mine:
                found = row[provided.holds], row[provided.applies]
                assert found == meaning.of(provided.eid, below), (case, provided)
                for citation, column in provided.displaced:
                    truth = meaning.displaces(provided.eid, citation, below)
                    assert row[column] == truth, (case, provided, citation)
                compared += 2 + len(provided.displaced)
            for citation, question in module.PROVISIONS.items():
                cited = [row[each.applies] for each in mine if each.citation == citation]
                if question.kinds[0] == below.kind and _of_kind(relations.provisions, citation):
                    answer = question(*line, module.Days(**known))
                    assert answer == _known(at_least(1, [_seen(t) for t in cited])), citation
                    compared += 1
    return compared


def check_elements(law: ir.Law, provisions: tuple[Provided, ...]) -> None:
    """Check that each rule, definition and point of a law has columns."""
    known = {element.eid for element in law.elements}
    wanted = {rule.eid for rule in law.rules} | {each.eid for each in law.definitions}
    wanted |= set(points_of(law, known))
    assert {each.eid for each in provisions} >= wanted & known


def _of_kind(provisions: tuple[Provided, ...], citation: str) -> bool:
    """Return whether all that has a citation is of one kind: in random laws it need not be."""
    return len({each.kind for each in provisions if each.citation == citation}) == 1


class _Meaning:
    """What the interpreter says of elements."""

    def __init__(self, law: ir.Law, world: World) -> None:
        self.law, self.world = law, world
        known = {element.eid for element in law.elements}
        self.points = points_of(law, known, amounts=True)

    def of(self, eid: str, thing: Thing) -> tuple[Truth, Truth]:
        """Return whether an element holds of a thing, and whether it applies."""
        rules = self.rules(eid, thing)
        truths = [self.truth(r.force, r.condition, thing.of(r.kind)) for r in rules]
        applied = [self.applies(r, thing) for r in rules]
        if not rules and eid in self.points:
            point = self.points[eid]
            truths = applied = [self.truth(point.force, point.part, thing.of(point.kind))]
        elif not rules:
            defined = [each for each in self.law.definitions if each.eid == eid]
            truths = applied = [
                self.truth(each.force, each.condition, thing.of(each.kind))
                for each in defined
                if thing.of(each.kind) is not None
            ]
        return _known(at_least(1, truths)), _known(at_least(1, applied))

    def rules(self, eid: str, thing: Thing) -> list[ir.Rule]:
        return [r for r in self.law.rules if r.eid == eid and thing.of(r.kind) is not None]

    def truth(self, force: ir.Force, condition: ir.Expr, thing: Any) -> Any:
        return every([in_force(self.world, force), holds(self.world, condition, thing)])

    def displaces(self, eid: str, citation: str, thing: Thing) -> Truth:
        """Return whether a rule that displaces an element, and has a citation, applies."""
        by = {
            self.world.places[id(other)]: other
            for rule in self.rules(eid, thing)
            for other in self.world.displacing(rule)
            if self.world.elements[other.eid].citation == citation
        }
        assert by
        return _known(at_least(1, [self.applies(other, thing) for other in by.values()]))

    def applies(self, rule: ir.Rule, thing: Thing) -> Any:
        owner = thing.of(rule.kind)
        assert owner is not None
        return applies(self.world, rule, owner)


def _known(truth: Any) -> Truth:
    return None if isinstance(truth, State) else truth


def _seen(truth: Truth) -> Any:
    return State.UNKNOWN if truth is None else truth
