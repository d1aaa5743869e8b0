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
    - `is_provision`: whether a text is a provision as it is written.
    - `day_number`: how many days a day lies after another, and one more.
    - `note`: what to do before a file is run, if anything.
    """

    name: str
    materialises: bool
    divided: Callable[[exp.Expression, exp.Expression], exp.Expression]
    provision_key: Callable[[exp.Expression, int], exp.Expression]
    is_provision: Callable[[exp.Expression], exp.Expression]
    day_number: Callable[[exp.Expression, exp.Expression], exp.Expression]
    note: str = ""


_LEVELS = {  # of the written form, with numbers of nine digits
    1: "^([0-9-]+)",
    2: "^[0-9-]+[(]([0-9-]+)[)]",
    3: "^[0-9-]+[(][0-9-]+[)][(]([0-9-]+)[)]",
}
_NUMBER = "[0-9]{1,9}(-[0-9]{1,9}){0,3}"
_PROVISION = f"^{_NUMBER}([(]{_NUMBER}[)]([(]{_NUMBER}[)])?)?$"
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
    found = _called("regexp_extract", wide, *_texts(_LEVELS[level]), exp.Literal.number(1))
    return _called("nullif", found, *_texts(""))


def _extracted_is_all(part: exp.Expression) -> exp.Expression:
    """Return whether a text is a provision: `$` may stand before the end of a line."""
    found = _called("regexp_extract", part.copy(), *_texts(_PROVISION), exp.Literal.number(0))
    return exp.EQ(this=found, expression=part.copy())


def _matches(part: exp.Expression) -> exp.Expression:
    return exp.RegexpLike(this=part.copy(), expression=exp.Literal.string(_PROVISION))


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


DUCKDB = Dialect("duckdb", True, _whole_quotient, _duckdb_key, _extracted_is_all, _by_minus)
_NO_JIT = "Run `SET jit = off` before: else the statement is compiled for longer than it runs."
POSTGRES = Dialect("postgres", True, _slash, _postgres_key, _matches, _by_minus, _NO_JIT)
_ITERATIONS = (
    "Run `SET spark.sql.analyzer.maxIterations=1000` before: table expressions rest on each "
    "other more deeply than the 100 that Spark looks at by default."
)
SPARK = Dialect(
    "spark", False, _whole_quotient, _spark_key, _extracted_is_all, _by_datediff, _ITERATIONS
)
DIALECTS = {dialect.name: dialect for dialect in (DUCKDB, POSTGRES, SPARK)}
