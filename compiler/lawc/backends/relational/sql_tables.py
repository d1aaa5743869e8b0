"""Tables of natural types for a file of SQL: their columns, and canonical tables of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from math import ceil, floor
from typing import NamedTuple

from sqlglot import exp

from lawc.backends.relational.facts import (
    Bound,
    Tables,
    day_column,
    fact_column,
    known_column,
)
from lawc.backends.relational.sql import KEY, OWNER, named, quoted
from lawc.backends.relational.sql_dialects import Dialect
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type

DAYS = "days"  # the table of the days that a law does not say itself
MONEY, OTHERS = 2, 4  # decimals of sums of money, and of other numbers
_FIRST = date(1, 1, 1)


class Sizes(NamedTuple):
    """The largest numbers that tables may have: whole ones, sums of money, others."""

    whole: int
    money: int
    number: int


def tables_of(law: ir.Law, sizes: Sizes) -> Tables:
    """Return the columns of the tables of a law, each fact in one of its own."""
    columns = {
        kind.key: {fact.key: _bound(fact, sizes) for fact in facts_of(law, kind.key)}
        for kind in law.kinds
    }
    days = {day.key: day.value.toordinal() for day in law.parameters if day.value is not None}
    return Tables(columns, days, frozenset(open_days(law)))


def facts_of(law: ir.Law, kind: str) -> Iterator[ir.FactDeclaration]:
    """Yield the facts of things of a kind."""
    yield from (fact for fact in law.facts if fact.kind == kind)


def open_days(law: ir.Law) -> list[str]:
    """Return the days that a law is decided for and does not say itself."""
    return [day.key for day in law.parameters if day.value is None]


def members_of(law: ir.Law, kind: str) -> Iterator[ir.Kind]:
    """Yield the kinds of members of a kind."""
    yield from (below for below in law.kinds if below.parent == kind)


def columns_of(law: ir.Law, kind: ir.Kind) -> Iterator[tuple[str, str]]:
    """Yield the columns of the table of a kind, with their types."""
    yield f"{kind.key}_id", "any type; another in each row"
    if kind.parent is not None:
        yield f"{kind.parent}_id", f"the {kind.parent} that it belongs to"
    for below in members_of(law, kind.key):
        yield f"{below.field}_known", f"BOOLEAN: whether every {below.key} has a row"
    for fact in facts_of(law, kind.key):
        yield fact.key, _natural(fact.type)


def _natural(type_: Type) -> str:
    match type_:
        case Choice(_, values):
            return f"TEXT: {', '.join(values)}"
        case Basic.TRUTH:
            return "BOOLEAN"
        case Basic.DATE:
            return "DATE"
        case Basic.PROVISION:
            return "TEXT: 188, 190(3)(2), 108-1"
        case Basic.COUNT:
            return "BIGINT"
        case Money(currency):
            return f"DECIMAL(18, {MONEY}): {currency}"
        case _:
            return f"DECIMAL(18, {OTHERS})"


def _bound(fact: ir.FactDeclaration, sizes: Sizes) -> Bound:
    """Return the denominator of a number, and the least and the largest numerator."""
    match fact.type:
        case Basic.COUNT:
            of, low, high = 1, 0, sizes.whole
        case Basic.DATE:
            return Bound(1, _FIRST.toordinal(), date.max.toordinal())
        case Money():
            of, low, high = 10**MONEY, -sizes.money, sizes.money
        case Basic.NUMBER | Basic.FRACTION:
            of, low, high = 10**OTHERS, -sizes.number, sizes.number
        case _:
            return Bound()
    least = low if fact.least is None else max(low, fact.least)
    most = high if fact.most is None else min(high, fact.most)
    return Bound(of, ceil(least * of), floor(most * of))


def canonical(
    law: ir.Law,
    kind: ir.Kind,
    tables: Tables,
    dialect: Dialect,
    names: Mapping[tuple[str, str], str],
) -> exp.Select:
    """Return the table of a kind with canonical columns; `names` has other names for some."""

    def called(column: str) -> str:
        return names.get((kind.key, column), column)

    owner = exp.null() if kind.parent is None else quoted(f"{kind.parent}_id")
    columns = [named(quoted(f"{kind.key}_id"), KEY), named(owner, OWNER)]
    for below in members_of(law, kind.key):
        known = quoted(f"{below.field}_known")
        known_only = exp.Coalesce(this=known, expressions=[exp.false()])
        columns.append(named(known_only, called(known_column(below.key))))
    for fact in facts_of(law, kind.key):
        bound = tables.columns[kind.key][fact.key]
        value = _value(quoted(fact.key), fact.type, bound, dialect)
        columns.append(named(value, called(fact_column(fact.key))))
    for key in sorted(tables.day_columns):
        table = exp.Table(this=exp.to_identifier(DAYS, quoted=True))
        day = exp.select(_day_number(quoted(key), dialect)).from_(table).subquery()
        columns.append(named(day, called(day_column(key))))
    table = exp.Table(this=exp.to_identifier(kind.key, quoted=True))
    return exp.select(*columns).from_(table)


def _value(column: exp.Column, type_: Type, bound: Bound, dialect: Dialect) -> exp.Expression:
    """Return a value of a canonical table: null where it is no value of the type."""
    match type_:
        case Choice(_, values):
            texts = [exp.Literal.string(value) for value in values]
            return exp.Case().when(exp.In(this=column, expressions=texts), column.copy())
        case Basic.TRUTH:
            return column
        case Basic.PROVISION:
            return exp.Case().when(dialect.is_provision(column), column.copy())
        case Basic.DATE:
            return _day_number(column, dialect)
        case _:
            return _whole(column, bound)


def _day_number(column: exp.Column, dialect: Dialect) -> exp.Expression:
    first = exp.cast(exp.Literal.string(_FIRST.isoformat()), "DATE")
    return dialect.day_number(column, first)


def _whole(column: exp.Column, bound: Bound) -> exp.Expression:
    """Return the whole numerator of a number, null where it has none within its bounds."""
    scaled: exp.Expression = column
    if bound.of != 1:
        factor = exp.Literal.number(bound.of)
        scaled = exp.Paren(this=exp.Mul(this=column, expression=factor))
    within = exp.Between(this=scaled.copy(), low=_literal(bound.low), high=_literal(bound.high))
    whole = exp.EQ(this=scaled.copy(), expression=exp.Floor(this=scaled.copy()))
    test = exp.And(this=within, expression=whole)
    return exp.Case().when(test, exp.cast(scaled.copy(), "BIGINT"))


def _literal(value: int) -> exp.Expression:
    literal = exp.Literal.number(abs(value))
    return exp.Neg(this=literal) if value < 0 else literal
