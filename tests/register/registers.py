"""Cases as the tables of a register, and what is decided of each of their things."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any

import polars as pl

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.meaning.world import suppliable


def register_of(law: ir.Law, cases: Iterable[Mapping[str, Any]]) -> dict[str, pl.DataFrame]:
    """Return cases as tables by kind, a row a thing, in the order of the cases."""
    rows: dict[str, list[dict[str, Any]]] = {kind.key: [] for kind in law.kinds}

    def add(kind: ir.Kind, case: Mapping[str, Any], owner: int | None) -> None:
        number = len(rows[kind.key])
        row = {key: case.get(key) for key in suppliable(law, kind.key)}
        row[f"{kind.key}_id"] = number
        if kind.parent is not None:
            row[f"{kind.parent}_id"] = owner
        rows[kind.key].append(row)
        for below in law.kinds:
            if below.parent == kind.key:
                members = case.get(str(below.field))
                row[f"{below.field}_known"] = members is not None
                for member in members or ():
                    add(below, member, number)

    for case in cases:
        add(law.kinds[0], case, None)
    return {kind: table(law, kind, of) for kind, of in rows.items()}


def table(law: ir.Law, kind: str, rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Return rows as a table; numbers that are not whole are texts."""
    types = suppliable(law, kind)
    names = dict.fromkeys(name for row in rows for name in row) or {f"{kind}_id": None}
    columns = {}
    for name in names:
        values = [row.get(name) for row in rows]
        match types.get(name):
            case None:
                known = name.endswith("_known")
                columns[name] = pl.Series(values, dtype=pl.Boolean if known else pl.Int64)
            case Basic.TRUTH:
                columns[name] = pl.Series(values, dtype=pl.Boolean)
            case _:
                texts = [None if value is None else str(value) for value in values]
                columns[name] = pl.Series(texts, dtype=pl.String)
    return pl.DataFrame(columns)


def decisions_in(
    law: ir.Law, frames: Mapping[str, pl.DataFrame], answers: Mapping[str, Any]
) -> Iterator[tuple[str, int, str, str, Any, tuple[str, ...]]]:
    """Yield what tables say: kind, id, decision, status, value, citations."""
    for decision in law.decisions:
        answered = answers[decision.key]
        for row in frames[decision.kind].iter_rows(named=True):
            status, value = row[answered.status], row[answered.value]
            if status != "decided":
                value = None
            elif type(value) is int:
                value = Fraction(value, answered.of)
            cites = tuple(sorted(cite for cite, column in answered.cites if row[column]))
            yield decision.kind, row["id"], decision.key, status, value, cites
