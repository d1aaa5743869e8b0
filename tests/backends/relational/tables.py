"""Random cases as tables, and what the slots of a package say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import lcm
from typing import Any

import polars as pl

from lawc.backends.relational.facts import Bound, Tables, fact_column, known_column
from lawc.backends.relational.polars_engine import KEY, OWNER
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.cases import Thing
from lawc.meaning.world import suppliable

_TYPES: dict[Basic, pl.DataType] = {Basic.TRUTH: pl.Boolean(), Basic.PROVISION: pl.String()}


def is_number(type_: Type) -> bool:
    return not isinstance(type_, Choice) and type_ not in (Basic.TRUTH, Basic.PROVISION)


def tables_of(
    law: ir.Law, things: Iterable[Thing], days: Mapping[str, date]
) -> tuple[dict[str, pl.DataFrame], Tables, dict[str, list[Thing]]]:
    """Return the tables of some wholes, their columns, and the things of each row."""
    rows: dict[str, list[tuple[Thing, int]]] = {kind.key: [] for kind in law.kinds}
    rows[law.kinds[0].key] = [(thing, 0) for thing in things]
    for kind in law.kinds:
        for place, (thing, _) in enumerate(rows[kind.key]):
            for member, group in thing.members.items():
                rows[member] += [(one, place) for one in group]
    frames, columns = {}, {}
    for kind in law.kinds:
        mine = rows[kind.key]
        made = {
            KEY: pl.Series(range(len(mine)), dtype=pl.Int64),
            OWNER: pl.Series([owner for _, owner in mine], dtype=pl.Int64),
        }
        bounds = {}
        for below in law.kinds:
            if below.parent == kind.key:
                known = [below.key in thing.members for thing, _ in mine]
                made[known_column(below.key)] = pl.Series(known, dtype=pl.Boolean)
        for key, type_ in suppliable(law, kind.key).items():
            values = [thing.facts.get(key) for thing, _ in mine]
            made[fact_column(key)], bounds[key] = column(values, type_)
        frames[kind.key] = pl.DataFrame(made)
        columns[kind.key] = bounds
    known_days = {
        one.key: day.toordinal()
        for one in law.parameters
        if (day := days.get(one.key, one.value)) is not None
    }
    return frames, Tables(columns, known_days), {k: [t for t, _ in v] for k, v in rows.items()}


def column(values: list[Any], type_: Type) -> tuple[pl.Series, Bound]:
    """Return what is supplied as a column, and its bounds."""
    if isinstance(type_, Choice):
        return pl.Series(values, dtype=pl.String), Bound()
    if isinstance(type_, Basic) and type_ in _TYPES:
        texts = [None if v is None else v if isinstance(v, bool) else str(v) for v in values]
        return pl.Series(texts, dtype=_TYPES[type_]), Bound()
    numbers = [
        None if v is None else Fraction(v.toordinal() if isinstance(v, date) else v)
        for v in values
    ]
    of = lcm(*[v.denominator for v in numbers if v is not None])
    wholes = [None if v is None else int(v * of) for v in numbers]
    known = [v for v in wholes if v is not None]
    bound = Bound(of, min(known, default=0), max(known, default=0))
    return pl.Series(wholes, dtype=pl.Int64), bound
