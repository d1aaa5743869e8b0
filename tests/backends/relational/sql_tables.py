"""Tables of natural types, which a file of SQL reads, of random cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import duckdb
from sqlglot import exp

from lawc.backends.relational.sql_files import sql_files
from lawc.backends.relational.sql_tables import MONEY
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type

Row = dict[str, Any]


def tables_of(law: ir.Law, wholes: list[Row]) -> dict[str, list[Row]]:
    """Return the rows of the tables that a file reads."""
    rows: dict[str, list[Row]] = {kind.key: [] for kind in law.kinds}

    def put(kind: ir.Kind, thing: Row, owner: int | None) -> None:
        mine = {fact.key: thing.get(fact.key) for fact in law.facts if fact.kind == kind.key}
        key = len(rows[kind.key]) + 1
        row = {f"{kind.key}_id": key, **mine}
        if kind.parent is not None:
            row[f"{kind.parent}_id"] = owner
        rows[kind.key].append(row)
        for below in law.kinds:
            if below.parent == kind.key:
                members = thing.get(str(below.field))
                row[f"{below.field}_known"] = members is not None
                for member in members or ():
                    put(below, member, key)

    for whole in wholes:
        put(law.kinds[0], whole, None)
    return rows


def type_of(type_: Type) -> str:
    match type_:
        case Choice() | Basic.PROVISION:
            return "text"
        case Basic.TRUTH:
            return "boolean"
        case Basic.DATE:
            return "date"
        case Basic.COUNT:
            return "bigint"
        case Money():
            return f"decimal(18, {MONEY + 1})"  # one more than is allowed, to try it
        case _:
            return "decimal(18, 4)"


def statements(law: ir.Law, tables: dict[str, list[Row]]) -> Iterator[str]:
    """Yield statements that make the tables of a law, for any engine."""
    for kind in law.kinds:
        keys = [f"{kind.key}_id", *([f"{kind.parent}_id"] if kind.parent else [])]
        known = [f"{each.field}_known" for each in law.kinds if each.parent == kind.key]
        facts = {f.key: type_of(f.type) for f in law.facts if f.kind == kind.key}
        types = dict.fromkeys(keys, "bigint") | dict.fromkeys(known, "boolean") | facts
        yield from table(kind.key, types, tables[kind.key])


def table(name: str, types: dict[str, str], rows: list[Row]) -> Iterator[str]:
    """Yield statements that make a table of rows."""
    columns = ", ".join(f'"{column}" {type_}' for column, type_ in types.items())
    yield f'create table "{name}" ({columns});'
    if rows:
        values = [tuple(row[column] for column in types) for row in rows]
        yield f'insert into "{name}" {exp.values(values).sql("postgres")};'


def answers(
    law: ir.Law, tables: dict[str, list[Row]], days: Row | None = None
) -> list[list[Row]]:
    """Return what each statement of the file for DuckDB says, in the order of its things."""
    with duckdb.connect() as connection:
        made = [*statements(law, tables)]
        if days:
            texts = {key: day and day.isoformat() for key, day in days.items()}
            made += table("days", dict.fromkeys(days, "date"), [texts])
        for text in made:
            connection.execute(text)
        file = sql_files(law, "0")["rules.duckdb.sql"]
        return [rows_of(connection, part) for part in file.split(";\n")[:-1]]


def rows_of(connection: duckdb.DuckDBPyConnection, text: str) -> list[Row]:
    """Return the rows that a statement gives, by the key in their first column."""
    cursor = connection.execute(text)
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return sorted(rows, key=lambda row: row[names[0]])
