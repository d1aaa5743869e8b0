"""Counts of a register against a loop over its persons, and numbers that are hidden in them."""

from __future__ import annotations

import itertools
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from tests.exam.persons import random_persons

pytest.importorskip("polars")
pytest.importorskip("scipy")

from tests.backends.relational.tables import tables_of
from tests.emitted import package

from lawc.backends.relational.facts import Bound
from lawc.backends.relational.polars_engine import run
from lawc.backends.relational.relations import relations_of
from lawc.backends.relational.settling import settled
from lawc.impact.counting import Counting
from lawc.impact.groupings import GroupingError, find_groupings
from lawc.impact.hiding import hidden_cells, is_small, ranges
from lawc.impact.layers import ALL, TOTAL, WITH_OTHERS, Cell, Layer, layers_of
from lawc.impact.rows import ALONE, DECIDES, Side
from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.read_case import read_case
from lawc.pipeline import compile_path

STATUTES = Path(__file__).parents[2] / "statutes"
PERSONS = list(itertools.islice(random_persons(12, 100), 100))
WIDTH = 5


@cache
def amnesty() -> ir.Law:
    law = compile_path(STATUTES / "kz/amnesty-2025").law
    assert law is not None
    return law


@cache
def counting_of() -> Counting:
    law = amnesty()
    things = [each for case in PERSONS if isinstance(each := read_case(law, case), Thing)]
    frames, tables, _ = tables_of(law, things, {})
    relations = relations_of(law, tables, provisions=True)
    made = settled(law, relations, run(relations.layers, frames), {})
    groupings = find_groupings(law, tables.columns, ["category"], {"person", "offence"})
    counting = Counting(Side(law, relations), groupings)
    counting.add(made)
    return counting


@cache
def layers() -> tuple[Layer, ...]:
    return layers_of(counting_of())


@cache
def numbers() -> dict[Cell, int]:
    found: dict[Cell, int] = {}
    for layer in layers():
        found |= layer.totals()
    return found


def test_things_and_wholes_are_counted_as_in_a_loop(tmp_path: Path) -> None:
    module = package(amnesty(), tmp_path)
    things: Counter[tuple[str, str]] = Counter()
    wholes: Counter[tuple[str, str]] = Counter()
    for person in PERSONS:
        whole = module.decide(module.Person.from_dict(person, established=True)).to_dict()
        of_person = set()
        offences = whole["members"]["offences"] or []
        for case, offence in zip(person.get("offences") or [], offences, strict=True):
            outcome = offence["decisions"]["outcome"]
            decided = outcome["status"] == "decided"
            label = f"={outcome['value']}" if decided else outcome["status"]
            keys = {("all", label), (case.get("category") or "?", label)}
            things.update(keys)
            of_person |= keys
        wholes.update(of_person)

    for unit, counts in (("offence", things), ("person", wholes)):
        for (group, label), count in counts.items():
            row = ALL if group == "all" else ("offence.category", group)
            assert numbers()[Cell(f"{unit}.outcome.by", row, label)] == count, (row, label)


def test_rows_of_things_add_up_to_their_totals() -> None:
    sums: Counter[tuple[str, str]] = Counter()
    for cell, number in numbers().items():
        if cell.table == "offence.outcome.by" and cell.column != TOTAL:
            sums[cell.row] += number

    for row, number in sums.items():
        assert numbers()[Cell("offence.outcome.by", row, TOTAL)] == number


def test_a_provision_decides_alone_or_with_others() -> None:
    table = "offence.outcome.provisions"
    decides = [cell for cell in numbers() if cell.table == table and cell.column == DECIDES]

    assert decides
    for cell in decides:
        parts = [numbers().get(cell._replace(column=each), 0) for each in (ALONE, WITH_OTHERS)]
        assert sum(parts) == numbers()[cell]


@pytest.mark.slow
def test_no_hidden_number_can_be_told_closer_than_is_said() -> None:
    hidden = hidden_cells(layers(), numbers(), WIDTH)

    found = ranges(layers(), hidden, WIDTH)

    assert all(numbers()[cell] >= of.least for cell, of in found.items())
    assert min(of.width for of in found.values()) >= WIDTH


def test_every_small_number_is_hidden() -> None:
    hidden = hidden_cells(layers(), numbers(), WIDTH)

    small = {cell for cell in numbers() if is_small(cell, numbers(), "person", WIDTH)}
    assert small
    assert small <= hidden


@pytest.mark.slow
def test_small_numbers_alone_do_not_hide_enough() -> None:
    small = frozenset(cell for cell in numbers() if is_small(cell, numbers(), "person", WIDTH))

    found = ranges(layers(), small, WIDTH)

    assert min(of.width for of in found.values()) < WIDTH


def test_a_fact_that_is_not_there_is_refused_with_the_nearest() -> None:
    columns = {"offence": {"category": Bound()}}

    with pytest.raises(GroupingError, match=r"do you mean `offence\.category`"):
        find_groupings(amnesty(), columns, ["offence.categry"], {"offence"})
