"""Rows of tables as cases of Python, and the engine of a package that answers for them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias

import polars as pl

from lawc.backends.python.load import load
from lawc.backends.python.package import loaded
from lawc.backends.relational.facts import Facts, Tables, fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.records import dataclass
from lawc.runtime.calendar import day_of
from lawc.runtime.engine.forms import forms_of
from lawc.runtime.engine.run import Engine
from lawc.runtime.engine.tables import Table
from lawc.runtime.results import Answer

Row: TypeAlias = Mapping[str, Any]


class Package:
    """The package of a law, loaded, with the days that cases are decided for."""

    def __init__(self, law: ir.Law, days: Mapping[str, date]) -> None:
        package = loaded(load(law))
        module = sys.modules[package.decide.__module__]
        self.engine: Engine = module.ENGINE
        self.root = package.root
        given = {each.key: days.get(each.key, each.value) for each in law.parameters}
        names = {key: name for key, name in self.engine.days.items() if key in given}
        self.days = module.Days(**{name: given[key] for key, name in names.items()})

    def table(self, case: Mapping[str, Any]) -> Table:
        """Return the table of a case."""
        return self.engine.table(self.root.from_dict(case, established=True), self.days)

    def answer(self, table: Table, place: int) -> Answer:
        """Return the answer of the decision at a place about the thing of a table."""
        return self.engine.answer(table.kind, place, table)

    def leaves_amount(self, table: Table, place: int) -> bool:
        """Return whether some completion gives a decision an amount that is not known."""
        law = self.engine.law
        decision, forms = law.of_kind[table.kind][place], forms_of(law, table)
        return any(
            table.value(giving.value) is None and forms.gift(giving, table) is not None
            for giving in decision.givings
        )


@dataclass(frozen=True)
class Cases:
    """The wholes of tables as cases; `rows` are the rows by kind and key of the owner."""

    law: ir.Law
    tables: Tables
    rows: Mapping[str, Mapping[int, list[Row]]]

    @classmethod
    def of(cls, law: ir.Law, tables: Tables, frames: Mapping[str, pl.DataFrame]) -> Cases:
        """Return the wholes of tables."""
        whole = law.kinds[0].key
        rows: dict[str, dict[int, list[Row]]] = {}
        for kind, frame in frames.items():
            by: dict[int, list[Row]] = {}
            at = KEY if kind == whole else OWNER
            for row in frame.iter_rows(named=True):
                by.setdefault(row[at], []).append(row)
            rows[kind] = by
        return cls(law, tables, rows)

    @cached_property
    def types(self) -> Mapping[tuple[str, str], Type]:
        """The types of what can be supplied."""
        return Facts(self.law, self.tables).types

    def case(self, key: int) -> dict[str, Any]:
        """Return the whole of a key as a case."""
        kind = self.law.kinds[0].key
        return self.thing(kind, self.rows[kind][key][0])

    def thing(self, kind: str, row: Row) -> dict[str, Any]:
        """Return the thing of a row as a part of a case."""
        thing = dict(self.facts(kind, row))
        for below in self.law.kinds:
            if below.parent == kind and row.get(known_column(below.key)):
                members = self.rows[below.key].get(row[KEY], [])
                thing[below.field or ""] = [self.thing(below.key, member) for member in members]
        return thing

    def facts(self, kind: str, row: Row) -> Iterator[tuple[str, Any]]:
        """Yield what is supplied for the thing of a row."""
        for key, bound in self.tables.columns[kind].items():
            value = row[fact_column(key)]
            if value is not None:
                yield key, value_of(self.types[kind, key], value, bound.of)

    def below(self, whole: Table, key: int) -> Iterator[tuple[str, int, Table]]:
        """Yield the things of a whole: the kind, the key of the row, the table."""
        waiting = [(self.rows[whole.kind][key][0], whole)]
        while waiting:
            row, table = waiting.pop()
            yield table.kind, row[KEY], table
            for below in self.law.kinds:
                if below.parent == table.kind and row.get(known_column(below.key)):
                    for place, member in enumerate(self.rows[below.key].get(row[KEY], [])):
                        of = table.member(below.key, place, below.field or "")
                        waiting.append((member, of))


def value_of(type_: Type, value: Any, of: int) -> Any:
    """Return the value of a cell as a case has it."""
    if isinstance(type_, Choice) or type_ in (Basic.TRUTH, Basic.PROVISION):
        return value
    if type_ is Basic.DATE:
        return day_of(value)
    return Fraction(value, of)


def cell_of(value: Any, of: int) -> Any:
    """Return a value of a result as a cell has it, and a number over a denominator."""
    match value:
        case None | bool():
            return value
        case date():
            return value.toordinal()
        case int() | Fraction():
            number = Fraction(value) * of
            assert number.denominator == 1, "a result is a multiple of what its column counts"
            return int(number)
        case _:
            return str(value)
