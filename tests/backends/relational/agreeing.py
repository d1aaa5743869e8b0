"""Whether tables say of random cases what the slots of a package say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.backends.relational.tables import tables_of
from tests.emitted import package

from lawc.backends.python.plan import Plan
from lawc.backends.relational import duckdb_engine, polars_engine
from lawc.backends.relational.layers import Layer
from lawc.backends.relational.relations import Answered, Relations, relations_of
from lawc.backends.relational.settling import Settling
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.runtime.engine.makings import making_of
from lawc.runtime.engine.tables import Table, table_of
from lawc.runtime.logic import CONTRADICTION, NOTHING
from lawc.runtime.results import Answer, Status
from lawc.runtime.values import Provision

Engine = Callable[[tuple[Layer, ...], Mapping[str, Any]], Mapping[str, Any]]
ENGINES: Mapping[str, Engine] = {"polars": polars_engine.run, "duckdb": duckdb_engine.run}
Said = tuple[str, object, tuple[str, ...]]  # a status, a value, the citations that decide


def compare(
    law: ir.Law,
    cases: Iterable[Mapping[str, Any]],
    days: Mapping[str, date],
    folder: Path,
    engines: Mapping[str, Engine] = ENGINES,
) -> int:
    """Compare all decisions about some wholes, and return how many there were.

    All engines are compared in three truth values, the first also after the second pass.
    """
    cases = list(cases)
    module = package(law, folder)
    engine = module.decisions.ENGINE
    things = [read for case in cases if isinstance(read := read_case(law, case), Thing)]
    frames, tables, rows = tables_of(law, things, days)
    relations = relations_of(law, tables)
    made = {name: engine(relations.layers, frames) for name, engine in engines.items()}
    whole_class = getattr(module, Plan(law).classes[law.kinds[0].key])
    known = {one.key: days.get(one.key, one.value) for one in law.parameters}
    wholes = [whole_class.from_dict(case, established=True) for case in cases]
    names = {engine.days[key]: day for key, day in days.items()}
    decided = [module.decide(whole, **names) for whole in wholes]
    compared, first = 0, next(iter(made.values()))
    for trials in (False, True):
        frames = Settling(law, relations, days, trials=trials).frames(first)
        answers = zip(things, decided, strict=True)
        compared += compare_settled(law, relations, frames, rows, (days, trials), answers)
    rows_of = {
        name: {
            id(thing): row
            for kind in rows
            for thing, row in zip(rows[kind], of[kind].to_dicts(), strict=True)
        }
        for name, of in made.items()
    }
    for case, thing in zip(cases, things, strict=True):
        whole = whole_class.from_dict(case, established=True)
        table = table_of(engine._slots, whole, module.Days(**known))  # noqa: SLF001
        for below, of in _with_members(law, thing, table, engine.law.kinds):
            for decision in engine.law.of_kind[below.kind]:
                making = making_of(engine.law, decision, of)
                wanted = _wanted(making.value, making.provisions)
                for name, row_of in rows_of.items():
                    found = _said(relations.answers[decision.key], row_of[id(below)])
                    assert found == wanted, (name, case, days, below.path, decision.key)
                    compared += 1
    return compared


def compare_settled(
    law: ir.Law,
    relations: Relations,
    frames: Mapping[str, Any],
    rows: Mapping[str, list[Thing]],
    how: tuple[Mapping[str, date], bool],
    decided: Iterable[tuple[Thing, Any]],
) -> int:
    """Compare tables after the second pass with what the package has decided of wholes.

    With trials, fewer rows are untried: two completions that differ were shown.
    """
    days, trials = how
    row_of = {
        id(thing): row
        for kind in rows
        for thing, row in zip(rows[kind], frames[kind].to_dicts(), strict=True)
    }
    names = {each.key: each.name for each in law.decisions}
    compared = 0
    for thing, whole in decided:
        for below, result in results_of(law, thing, whole):
            teller = result._teller  # noqa: SLF001
            answers = dict(zip(teller.keys, teller.answers(result), strict=True))
            for decision in law.decisions:
                if decision.kind == below.kind:
                    row = row_of[id(below)]
                    found = _said(relations.answers[decision.key], row)
                    answer = answers[names[decision.key]]
                    wanted = _answered(answer)
                    assert found == wanted, (days, below.path, decision.key, found, wanted)
                    untried = row[f"{decision.key}.untried"]
                    assert untried == answer.untried or (trials and not untried)
                    compared += 1
    return compared


def results_of(law: ir.Law, thing: Thing, result: Any) -> Iterator[tuple[Thing, Any]]:
    """Yield a thing and those below it that something is decided of, with the results."""
    yield thing, result
    teller = result._teller  # noqa: SLF001
    fields = {kind.field: kind.key for kind in law.kinds if kind.parent == thing.kind}
    for place, field in enumerate(teller.lists, start=len(teller.keys)):
        for member, inner in zip(
            thing.members.get(fields[field], ()), result[place] or (), strict=True
        ):
            yield from results_of(law, member, inner)


def _answered(answer: Answer) -> Said:
    """Return an answer of the package."""
    value = answer.value
    if isinstance(value, date):
        value = value.toordinal()
    elif isinstance(value, (Provision, str)):
        value = str(value)
    cites = tuple(sorted(answer.provisions)) if answer.status is not Status.OPEN else ()
    return str(answer.status), value, cites


def _with_members(
    law: ir.Law, thing: Thing, table: Table, kinds: Mapping[str, Any]
) -> Iterator[tuple[Thing, Table]]:
    """Yield a thing and those below it, each with its table of slots."""
    yield thing, table
    for kind, group in thing.members.items():
        for member, of in zip(group, table.members(kinds[kind]) or (), strict=True):
            yield from _with_members(law, member, of, kinds)


def _said(answered: Answered, row: Mapping[str, Any]) -> Said:
    """Return what the tables say."""
    value, status = row[answered.value], row[answered.status]
    if status != "decided":
        value = None
    elif type(value) is int:
        value = Fraction(value, answered.of)
    cites = tuple(sorted(citation for citation, column in answered.cites if row[column]))
    return status, value, cites


def _wanted(value: Any, provisions: tuple[str, ...]) -> Said:
    """Return what the slots of the package say; of what is open, no citations."""
    match value:
        case None:
            return "open", None, ()
        case _ if value is NOTHING:
            return "nothing", None, tuple(sorted(provisions))
        case _ if value is CONTRADICTION:
            return "contradiction", None, tuple(sorted(provisions))
        case date():
            value = value.toordinal()
        case Provision():
            value = str(value)
    return "decided", value, tuple(sorted(provisions))
