"""The meaning of a term for one row, which every engine must compute."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import prod
from typing import Any, assert_never

from lawc.backends.relational import terms as t
from lawc.runtime.calendar import day_of
from lawc.runtime.completions.turns import COMPARISONS
from lawc.runtime.logic import all_of, any_of, not_
from lawc.runtime.values import Number, lies_in, provision, shift

Cell = bool | int | str | None


def evaluated(term: t.Term, row: Mapping[str, Cell]) -> Cell:
    """Return the value of a term for a row; `row` are its columns."""
    match term:
        case t.Column(name):
            return row[name]
        case t.Constant(value):
            return value
        case t.If(test, then, otherwise):
            return evaluated(then if evaluated(test, row) is True else otherwise, row)
        case t.Unknown(part):
            return evaluated(part, row) is None
    values: list[Any] = [evaluated(part, row) for part in parts_of(term)]
    match term:
        case t.AllOf():
            return all_of(*values)
        case t.AnyOf():
            return any_of(*values)
        case t.Not():
            return not_(values[0])
    return None if None in values else _computed(term, values)


def parts_of(term: t.Term) -> tuple[t.Term, ...]:
    """Return the terms that a term is made of."""
    match term:
        case t.Column() | t.Constant():
            return ()
        case t.AllOf(parts) | t.AnyOf(parts) | t.Plus(parts) | t.Times(parts):
            return parts
        case t.Most(parts) | t.Least(parts):
            return parts
        case t.Test(_, left, right) | t.Minus(left, right):
            return left, right
        case t.If(test, then, otherwise):
            return test, then, otherwise
        case t.FloorBy(part, by):
            return (part, by)
        case t.Not(part) | t.Unknown(part) | t.Floor(part, _) | t.OneOf(part, _):
            return (part,)
        case t.LiesIn(part, _) | t.Shifted(part, _, _, _) | t.ProvisionKey(part, _):
            return (part,)
        case _:
            assert_never(term)


def _computed(term: t.Term, values: list[Any]) -> Cell:
    """Return what a term computes of known values."""
    match term:
        case t.Test(op):
            return bool(COMPARISONS[op](*values))
        case t.OneOf(_, among):
            return values[0] in among
        case t.Plus():
            return int(sum(values))
        case t.Minus():
            return int(values[0] - values[1])
        case t.Times():
            return int(prod(values))
        case t.Floor(_, by):
            return int(values[0] // by)
        case t.FloorBy():
            return int(values[0] // values[1])
        case t.Most():
            return int(max(values))
        case t.Least():
            return int(min(values))
        case t.Shifted(_, period, before, month_end_up):
            day = day_of(values[0])
            return shift(day, period, month_end_up=month_end_up, before=before).toordinal()
        case t.LiesIn(_, ranges):
            return lies_in(provision(values[0]), ranges)
        case t.ProvisionKey(_, level):
            number = provision(values[0])[level - 1]
            return None if number is None else key_of(number)
        case _:
            raise AssertionError(term)


def key_of(number: Number) -> str:
    """Return the text of a number that sorts as the number does: see `terms.ProvisionKey`."""
    return "-".join(f"{each:09d}" for each in number)


def columns_of(term: t.Term) -> set[str]:
    """Return the columns that a term reads."""
    if isinstance(term, t.Column):
        return {term.name}
    return set().union(*map(columns_of, parts_of(term)))


def renamed(term: t.Term, names: Mapping[str, str]) -> t.Term:
    """Return a term that reads columns by other names."""
    match term:
        case t.Column(name):
            return t.Column(names.get(name, name))
        case t.Constant():
            return term
        case _:
            return _with_parts(term, tuple(renamed(part, names) for part in parts_of(term)))


def folded(term: t.Term) -> t.Term:
    """Return a term with constants in place of the parts that rest on no column."""
    if isinstance(term, (t.Column, t.Constant)):
        return term
    parts = parts_of(term)
    inner = tuple(map(folded, parts))
    if isinstance(term, t.If) and isinstance(inner[0], t.Constant):
        return inner[1] if inner[0].value is True else inner[2]
    if inner != parts:
        term = _with_parts(term, inner)
    if all(isinstance(part, t.Constant) for part in inner):
        return t.Constant(evaluated(term, {}), _sort(term))
    return term


def _with_parts(term: t.Term, parts: tuple[t.Term, ...]) -> t.Term:
    """Return a term made of other parts."""
    match term:
        case t.AllOf():
            return t.all_of(parts)
        case t.AnyOf():
            return t.any_of(parts)
        case t.Plus() | t.Times() | t.Most() | t.Least():
            return type(term)(parts)
        case t.Test() | t.Minus():
            return replace(term, left=parts[0], right=parts[1])
        case t.If():
            return t.choice(*parts)
        case _:
            return replace(term, part=parts[0])  # type: ignore[arg-type]  # it has one part


def _sort(term: t.Term) -> str:
    """Return the sort of the values of a term without columns."""
    match term:
        case t.Constant(value, sort):
            return sort or {bool: "truth", int: "number"}.get(type(value), "text")
        case t.If(_, then, otherwise):
            return _sort(otherwise) if then == t.Constant(None) else _sort(then)
        case (
            t.Plus()
            | t.Minus()
            | t.Times()
            | t.Floor()
            | t.FloorBy()
            | t.Most()
            | t.Least()
            | t.Shifted()
        ):
            return "number"
        case t.ProvisionKey():
            return "text"
        case _:
            return "truth"
