"""Layers as a statement of SQL, by sqlglot: a table expression a layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Any

from sqlglot import exp

from lawc.backends.relational import terms as t
from lawc.backends.relational.layers import AddUp, Before, Compute, Layer, Take
from lawc.backends.relational.sql_dialects import Dialect
from lawc.backends.relational.sql_lowering import lowered

KEY, OWNER = "key", "owner"
_TYPES = {"truth": "BOOLEAN", "number": "BIGINT", "text": "TEXT", "": "BOOLEAN"}
_TESTS: Mapping[str, type[exp.Binary]] = {
    "<": exp.LT, "<=": exp.LTE, "=": exp.EQ, "!=": exp.NEQ, ">=": exp.GTE, ">": exp.GT,
}  # fmt: skip


def statement(
    layers: Iterable[Layer],
    tables: Mapping[str, exp.Select],
    kind: str,
    dialect: Dialect,
    words: Mapping[tuple[str, str], str] | None = None,
) -> exp.Select:
    """Return the statement that gives the table of a kind with the columns of all layers.

    `tables` are the canonical tables by kind: `key`, `owner`, facts, `known.<kind>`.
    `words` are comments on columns, by kind and name.
    """
    made = _Statement(dialect, words or {})
    for name, table in tables.items():
        made.begin(name, table)
    for layer in lowered(layers):
        match layer:
            case Compute(of, columns):
                made.compute(of, columns)
            case Take():
                made.take(layer)
            case AddUp():
                made.add_up(layer)
            case Before():
                made.before(layer)
    return made.result(kind)


class _Statement:
    """Table expressions while they are made; each kind has its last one."""

    def __init__(self, dialect: Dialect, words: Mapping[tuple[str, str], str]) -> None:
        self.dialect = dialect
        self.words = words
        self.made: list[tuple[str, exp.Select]] = []
        self.last: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    def begin(self, kind: str, table: exp.Select) -> None:
        """Begin with the table of a kind."""
        self.put(kind, table)

    def put(self, kind: str, select: exp.Select) -> None:
        """Put down a table expression, the last one of a kind."""
        number = self.versions.get(kind, -1) + 1
        self.versions[kind] = number
        self.last[kind] = f"{kind}_{number}"
        self.made.append((self.last[kind], select))

    def compute(self, kind: str, columns: Iterable[tuple[str, t.Term]]) -> None:
        """Add columns to the table of a kind."""
        printed = [named(self.printed(term), name) for name, term in columns]
        for column in printed:
            if words := self.words.get((kind, column.alias)):
                column.add_comments([words])
        if printed:
            self.put(kind, exp.select(exp.Star(), *printed).from_(_table(self.last[kind])))

    def take(self, layer: Take) -> None:
        """Add columns of the owner."""
        taken = [named(quoted(there, "o"), name) for name, there in layer.columns]
        select = (
            exp.select(_all_of("m"), *taken)
            .from_(exp.alias_(_table(self.last[layer.kind]), "m", table=True))
            .join(
                exp.alias_(_table(self.last[layer.owner]), "o", table=True),
                on=exp.EQ(this=quoted(OWNER, "m"), expression=quoted(KEY, "o")),
                join_type="left",
            )
        )
        self.put(layer.kind, select)

    def add_up(self, layer: AddUp) -> None:
        """Add sums and truths of the members."""
        sums = {name: exp.Sum(this=self.printed(term)) for name, term in layer.columns}
        if layer.rows is not None:
            sums[layer.rows] = exp.Count(this=exp.Star())  # type: ignore[assignment]
        flags = {name: exp.LogicalOr(this=self.printed(term)) for name, term in layer.flags}
        group = f"{layer.owner}_{layer.kind}_{len(self.made)}"
        grouped = [named(_whole(of), name) for name, of in sums.items()]
        grouped += [named(of, name) for name, of in flags.items()]
        self.made.append(
            (
                group,
                exp.select(quoted(OWNER), *grouped)
                .from_(_table(self.last[layer.kind]))
                .group_by(quoted(OWNER)),
            )
        )
        zero, no = exp.Literal.number(0), exp.false()
        joined = [named(_or_else(quoted(name, "g"), zero), name) for name in sums]
        joined += [named(_or_else(quoted(name, "g"), no), name) for name in flags]
        self.put(
            layer.owner,
            exp.select(_all_of("o"), *joined)
            .from_(exp.alias_(_table(self.last[layer.owner]), "o", table=True))
            .join(
                exp.alias_(_table(group), "g", table=True),
                on=exp.EQ(this=quoted(KEY, "o"), expression=quoted(OWNER, "g")),
                join_type="left",
            ),
        )

    def before(self, layer: Before) -> None:
        """Add the largest last day of the earlier members of each owner."""
        first, last = self.printed(layer.first), self.printed(layer.last)
        order = [exp.Ordered(this=part, nulls_first=True) for part in (first, last.copy())]
        order.append(exp.Ordered(this=quoted(KEY), nulls_first=True))
        largest = exp.Window(
            this=exp.Max(this=last),
            partition_by=[quoted(OWNER)],
            order=exp.Order(expressions=order),
            spec=exp.WindowSpec(
                kind="ROWS", start="UNBOUNDED", start_side="PRECEDING", end="1",
                end_side="PRECEDING",
            ),
        )  # fmt: skip
        column = named(largest, layer.name)
        self.put(
            layer.kind, exp.select(exp.Star(), column).from_(_table(self.last[layer.kind]))
        )

    def result(self, kind: str) -> exp.Select:
        """Return the table of a kind, with all table expressions before it."""
        select = exp.select(exp.Star()).from_(_table(self.last[kind]))
        for name, table in self.made:
            select = select.with_(
                exp.to_identifier(name, quoted=True), as_=table, copy=False,
                materialized=True if self.dialect.materialises else None,
            )  # fmt: skip
        return select

    def printed(self, term: t.Term) -> exp.Expression:  # noqa: C901
        """Return a term as an expression."""
        of = self.printed
        match term:
            case t.Column(name):
                return quoted(name)
            case t.Constant(value, type_):
                return _constant(value, type_)
            case t.AllOf(parts):
                return _joined(exp.And, map(of, parts))
            case t.AnyOf(parts):
                return _joined(exp.Or, map(of, parts))
            case t.Not(part):
                return exp.Not(this=exp.Paren(this=of(part)))
            case t.Test(op, left, right):
                return exp.Paren(this=_TESTS[op](this=of(left), expression=of(right)))
            case t.Unknown(part):
                return exp.Paren(this=exp.Is(this=of(part), expression=exp.null()))
            case t.If(test, then, otherwise):
                return exp.Case().when(of(test), of(then)).else_(of(otherwise))
            case t.OneOf(part, values):
                texts = [exp.Literal.string(value) for value in values]
                return exp.Paren(this=exp.In(this=of(part), expressions=texts))
            case t.Plus(parts):
                return _joined(exp.Add, map(of, parts))
            case t.Minus(left, right):
                return _joined(exp.Sub, (of(left), of(right)))
            case t.Times(parts):
                return _joined(exp.Mul, map(of, parts))
            case t.Floor(part, by):
                return _floor(of(part), _number(by), _number(by - 1), self.dialect)
            case t.FloorBy(part, divisor):
                less = exp.Paren(this=exp.Sub(this=of(divisor), expression=_number(1)))
                return _floor(of(part), of(divisor), less, self.dialect)
            case t.Most(parts):
                return _unless_null(exp.Greatest, [of(part) for part in parts])
            case t.Least(parts):
                return _unless_null(exp.Least, [of(part) for part in parts])
            case t.ProvisionKey(part, level):
                return self.dialect.provision_key(of(part), level)
            case _:
                raise AssertionError(term)


def quoted(name: str, table: str | None = None) -> exp.Column:
    """Return a column of a name."""
    return exp.column(exp.to_identifier(name, quoted=True), table=table)


def _table(name: str) -> exp.Table:
    return exp.Table(this=exp.to_identifier(name, quoted=True))


def _all_of(table: str) -> exp.Column:
    return exp.Column(this=exp.Star(), table=exp.to_identifier(table))


def named(expression: exp.Expression, name: str) -> exp.Alias:
    """Return an expression as a column of a name."""
    return exp.Alias(this=expression, alias=exp.to_identifier(name, quoted=True))


def _constant(value: bool | int | str | None, type_: str) -> exp.Expression:
    match value:
        case None:
            return exp.cast(exp.null(), _TYPES[type_])
        case bool():
            return exp.true() if value else exp.false()
        case int():
            return _number(value)
        case _:
            return exp.Literal.string(value)


def _number(value: int) -> exp.Expression:
    """Return a whole number of 64 bits, also where it is small."""
    literal = exp.Literal.number(abs(value))
    whole = exp.cast(literal, "BIGINT")
    return exp.Paren(this=exp.Neg(this=whole)) if value < 0 else whole


def _joined(of: Callable[..., exp.Expression], parts: Iterable[Any]) -> exp.Expression:
    return exp.Paren(this=reduce(lambda left, right: of(this=left, expression=right), parts))


def _whole(total: exp.Expression) -> exp.Expression:
    """Return a sum as a whole number of 64 bits: engines sum up in wider ones."""
    return exp.cast(total, "BIGINT")


def _or_else(value: exp.Expression, other: exp.Expression) -> exp.Expression:
    return exp.Coalesce(this=value, expressions=[other])


def _floor(
    part: exp.Expression, divisor: exp.Expression, less: exp.Expression, dialect: Dialect
) -> exp.Expression:
    """Return a whole number divided by another above 0, downwards: engines go towards zero.

    `less` is the divisor less one.
    """
    below = exp.Sub(this=less, expression=part.copy())
    towards = dialect.divided(exp.Paren(this=below), divisor.copy())
    negative = exp.LT(this=part.copy(), expression=exp.Literal.number(0))
    return (
        exp.Case()
        .when(negative, exp.Neg(this=exp.Paren(this=towards)))
        .else_(dialect.divided(part, divisor))
    )


def _unless_null(function: type[exp.Func], parts: list[exp.Expression]) -> exp.Expression:
    """Return a function of some values, null where one is: engines skip these."""
    missing = _joined(
        exp.Or, [exp.Is(this=part.copy(), expression=exp.null()) for part in parts]
    )
    made = function(this=parts[0], expressions=parts[1:])
    return exp.Case().when(missing, exp.cast(exp.null(), "BIGINT")).else_(made)
