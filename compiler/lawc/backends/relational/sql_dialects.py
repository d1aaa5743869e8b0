"""What engines of SQL write or do differently; each difference has a test of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlglot import exp


class Dialect(NamedTuple):
    """An engine of SQL.

    - `name`: the dialect of sqlglot.
    - `materialises`: table expressions are computed once only if they say so; else the
      expressions of a layer are copied into all its uses.
    - `divided`: a whole number divided by another, towards zero.
    - `provision_key`: the number of an article, part or point of a written provision, as a text
      that sorts as the number does; null where there is none.
    - `day_number`: how many days a day lies after another, and one more.
    """

    name: str
    materialises: bool
    divided: Callable[[exp.Expression, exp.Expression], exp.Expression]
    provision_key: Callable[[exp.Expression, int], exp.Expression]
    day_number: Callable[[exp.Expression, exp.Expression], exp.Expression]


_LEVELS = {  # of the written form, with numbers of nine digits
    1: r"^([0-9-]+)",
    2: r"^[0-9-]+\(([0-9-]+)\)",
    3: r"^[0-9-]+\([0-9-]+\)\(([0-9-]+)\)",
}
_NUMBERS, _WIDE = "([0-9]+)", "[0-9]*([0-9]{9})"


def _called(name: str, *arguments: exp.Expression) -> exp.Expression:
    return exp.Anonymous(this=name, expressions=list(arguments))


def _texts(*values: str) -> list[exp.Expression]:
    return [exp.Literal.string(value) for value in values]


def _widened(part: exp.Expression, group: str, flags: list[exp.Expression]) -> exp.Expression:
    """Return a written provision with numbers of nine digits."""
    zeros = _called("regexp_replace", part, *_texts(_NUMBERS, f"000000000{group}"), *flags)
    return _called(
        "regexp_replace", zeros, *_texts(_WIDE, group), *[flag.copy() for flag in flags]
    )


def _duckdb_key(part: exp.Expression, level: int) -> exp.Expression:
    wide = _widened(part, r"\1", _texts("g"))
    found = _called("regexp_extract", wide, *_texts(_LEVELS[level]), exp.Literal.number(1))
    return _called("nullif", found, *_texts(""))


def _postgres_key(part: exp.Expression, level: int) -> exp.Expression:
    wide = _widened(part, r"\1", _texts("g"))
    found = _called("substring", wide, *_texts(_LEVELS[level]))
    # other collations leave out hyphens where they sort
    return exp.Collate(this=found, expression=exp.to_identifier("C", quoted=True))


def _spark_key(part: exp.Expression, level: int) -> exp.Expression:
    wide = _widened(part, "$1", [])
    pattern = _LEVELS[level].replace("\\", "\\\\")  # a backslash is written twice
    found = _called("regexp_extract", wide, *_texts(pattern), exp.Literal.number(1))
    return _called("nullif", found, *_texts(""))


def _whole_quotient(left: exp.Expression, right: exp.Expression) -> exp.Expression:
    return exp.Paren(this=exp.IntDiv(this=left, expression=right))


def _slash(left: exp.Expression, right: exp.Expression) -> exp.Expression:
    """Return a quotient with `/`, which there gives a whole number of whole numbers."""
    return exp.Paren(this=exp.Div(this=left, expression=right, typed=True, safe=False))


def _by_minus(day: exp.Expression, first: exp.Expression) -> exp.Expression:
    days = exp.Paren(this=exp.Sub(this=day, expression=first))
    return exp.cast(exp.Add(this=days, expression=exp.Literal.number(1)), "BIGINT")


def _by_datediff(day: exp.Expression, first: exp.Expression) -> exp.Expression:
    days = _called("datediff", day, first)
    return exp.cast(exp.Add(this=days, expression=exp.Literal.number(1)), "BIGINT")


DUCKDB = Dialect("duckdb", True, _whole_quotient, _duckdb_key, _by_minus)
POSTGRES = Dialect("postgres", True, _slash, _postgres_key, _by_minus)
SPARK = Dialect("spark", False, _whole_quotient, _spark_key, _by_datediff)
DIALECTS = {dialect.name: dialect for dialect in (DUCKDB, POSTGRES, SPARK)}
