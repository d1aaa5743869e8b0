"""Counts of registers of random laws against a loop over what the package decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from tests.differential import laws
from tests.differential.law_cases import case, days
from tests.emitted import package
from tests.sampling import some

pytest.importorskip("polars")
pytest.importorskip("scipy")

from tests.backends.relational.agreeing import results_of
from tests.backends.relational.tables import tables_of

from lawc.backends.python.plan import Plan
from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.settling import settled
from lawc.backends.relational.values import TooLargeError
from lawc.impact.counting import Counting
from lawc.impact.groupings import find_groupings
from lawc.impact.layers import ALL, TOTAL, Cell, layers_of
from lawc.impact.rows import DECIDES, NEEDED, Side
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case

CASES = 30


class Said(NamedTuple):
    """What the package says of a decision about a thing, and the whole that it belongs to."""

    whole: int
    root: Thing
    thing: Thing
    decision: ir.Decision
    answer: Any

    @property
    def label(self) -> str:
        """The column that counts it; of a number only that there is one."""
        if self.answer.status != "decided":
            return str(self.answer.status)
        match self.decision.type:
            case Choice() | Basic.PROVISION:
                return f"={self.answer.value}"
            case Basic.TRUTH:
                return f"={str(self.answer.value).lower()}"
            case _:
                return "="


def said_by_package(
    law: ir.Law, cases: Iterable[Mapping[str, Any]], at: Mapping[str, Any], folder: Path
) -> Iterator[Said]:
    """Yield what the package says of all decisions about some wholes."""
    module = package(law, folder)
    whole_class = getattr(module, Plan(law).classes[law.kinds[0].key])
    names = {module.decisions.ENGINE.days[key]: day for key, day in at.items()}
    number = -1
    for each in cases:
        thing = read_case(law, each)
        if not isinstance(thing, Thing):
            continue
        number += 1
        result = module.decide(whole_class.from_dict(each, established=True), **names)
        for below, of in results_of(law, thing, result):
            teller = of._teller  # noqa: SLF001
            answers = dict(zip(teller.keys, teller.answers(of), strict=True))
            for decision in law.decisions:
                if decision.kind == below.kind:
                    yield Said(number, thing, below, decision, answers[decision.name])


def counts(law: ir.Law, said: list[Said], grouping: ir.FactDeclaration | None) -> Counter[Cell]:
    """Return the numbers in cells, one thing or whole after the other."""
    root = law.kinds[0].key
    fields = {kind.field: kind.key for kind in law.kinds if kind.parent is not None}
    units: dict[Cell, set[object]] = {}

    def count(
        unit: str, key: str, what: str, row: tuple[str, str], column: str, of: object
    ) -> None:
        units.setdefault(Cell(f"{unit}.{key}.{what}", row, column), set()).add(of)

    for each in said:
        kind, key = each.decision.kind, each.decision.key
        for unit, of in {kind: id(each.thing), root: each.whole}.items():
            count(unit, key, "by", ALL, each.label, of)
            if grouping is not None and grouping.kind in (kind, root):
                of_group = each.thing if grouping.kind == kind else each.root
                group = of_group.facts.get(grouping.key) or "?"
                count(
                    unit,
                    key,
                    "by",
                    (f"{grouping.kind}.{grouping.key}", str(group)),
                    each.label,
                    of,
                )
            days_ = {parameter.key for parameter in law.parameters}
            for path in set(each.answer.needed) - days_:
                *above, last = re.sub(r"\[\d+\]", "", path).split(".")
                fact = f"{fields[above[-1]] if above else root}.{last}"
                count(unit, key, "needed", (NEEDED, fact), TOTAL, of)
            if each.answer.status in ("decided", "nothing"):
                for citation in each.answer.provisions:
                    count(unit, key, "provisions", (DECIDES, citation), DECIDES, of)
    return Counter({cell: len(of) for cell, of in units.items()})


def check(law: ir.Law, rng: Random, folder: Path) -> None:
    cases, at = [case(law, rng) for _ in range(CASES)], days(law, rng)
    things = [each for one in cases if isinstance(each := read_case(law, one), Thing)]
    frames, tables, _ = tables_of(law, things, at)
    try:
        relations = relations_of(law, tables, provisions=True)
    except TooLargeError:
        return
    made = settled(law, relations, run(relations.layers, frames), at)
    choices = [fact for fact in law.facts if isinstance(fact.type, Choice)]
    grouping = next((f for f in choices if f.key in tables.columns[f.kind]), None)
    kinds = {kind.key for kind in law.kinds}
    names = [f"{grouping.kind}.{grouping.key}"] if grouping else []
    groupings = find_groupings(law, tables.columns, names, kinds)
    counting = Counting(Side(law, relations, at), groupings)
    counting.add(made)
    numbers: dict[Cell, int] = {}
    for layer in layers_of(counting):
        numbers |= layer.totals()

    wanted = counts(law, list(said_by_package(law, cases, at, folder)), grouping)

    numeric = {d.key: d.kind for d in law.decisions if not is_plain(d)}

    of_kind = {d.key: d.kind for d in law.decisions}

    def comparable(cell: Cell) -> bool:
        unit, key, _ = cell.table.split(".")
        kind, _, _ = cell.row[0].partition(".")
        grouped = kind in (of_kind[key], law.kinds[0].key, *cell.row[:1])
        return grouped and (cell.column != "=" or numeric.get(key, unit) == unit)

    compared = found_cells(law, numbers, ("by", "needed"))
    for what in ("by", "needed"):
        expected = {c: n for c, n in wanted.items() if c.table.endswith(what) and comparable(c)}
        mine = {c: n for c, n in compared.items() if c.table.endswith(what)}
        assert expected == {c: n for c, n in mine.items() if n and comparable(c)}


def is_plain(decision: ir.Decision) -> bool:
    return isinstance(decision.type, Choice) or decision.type in (Basic.TRUTH, Basic.PROVISION)


def found_cells(
    law: ir.Law, numbers: Mapping[Cell, int], whats: tuple[str, ...]
) -> dict[Cell, int]:
    """Return the numbers of some tables; those of decided numbers, all together."""
    plain = {decision.key: is_plain(decision) for decision in law.decisions}
    kinds = {decision.key: decision.kind for decision in law.decisions}
    found: dict[Cell, int] = {}
    for cell, number in numbers.items():
        unit, key, what = cell.table.split(".")
        if what not in whats or (what == "by" and cell.column in (TOTAL, "without")):
            continue
        if cell.column.startswith("=") and not plain[key]:
            if kinds[key] != unit:
                continue  # a whole counts under each number of its things
            cell = cell._replace(column="=")  # noqa: PLW2901
        found[cell] = found.get(cell, 0) + number
    return found


@given(laws.seeds)
@settings(suppress_health_check=list(HealthCheck), max_examples=some(25))
def test_counts_are_those_of_a_loop(tmp_path: Path, seed: int) -> None:
    rng = Random(seed)  # noqa: S311 - a seed replays the law and its cases
    check(laws.law(rng), rng, tmp_path)
