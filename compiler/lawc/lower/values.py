"""Values as a law writes them: numbers, fractions, money, days, periods."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from fractions import Fraction
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money
from lawc.lower.context import Context
from lawc.runtime.values import Period
from lawc.syntax.nodes import Phrase, Tree, Written, day_month_year
from lawc.syntax.spoken import spoken


def whole(node: Any) -> int:
    """Return the whole number that `count` or a part of it writes."""
    match node:
        case int():
            return node
        case Written(_, text):
            return int(re.sub(r"\D", "", text))
        case Tree("tens_and_unit", (int(tens), int(unit))):
            return tens + unit
        case Tree(_, (only,)):
            return whole(only)
        case _:
            raise AssertionError(node)


def decimal(node: Any) -> Fraction:
    """Return the exact number that `number` writes."""
    match node:
        case Written(_, text):
            return Fraction(re.sub(r"[^\d.]", "", text))
        case Tree("number", (only,)):
            return decimal(only)
        case _:
            return Fraction(whole(node))


def literal(node: Tree) -> ir.Literal:
    """Return the literal that a number, fraction or amount of money writes."""
    match node:
        case Tree("part_of_whole", (numerator, denominator)):
            return ir.Literal(Fraction(whole(numerator), whole(denominator)), Basic.FRACTION)
        case Tree("per_cent", (number,)):
            return ir.Literal(decimal(number) / 100, Basic.FRACTION)
        case Tree("money", (Phrase() as currency, number)):
            return ir.Literal(decimal(number), Money(currency.key))
        case Tree("money", (number, Phrase() as currency)):
            return ir.Literal(decimal(number), Money(currency.key))
        case Tree("fraction", (only,)):
            return literal(only)
        case Tree("count"):
            return ir.Literal(whole(node), Basic.COUNT)
        case _:
            value = decimal(node)
            if value.denominator == 1:
                return ir.Literal(int(value), Basic.COUNT)
            return ir.Literal(value, Basic.NUMBER)


def period(node: Tree) -> Period:
    """Return the period that `years`, `months`, `weeks` or `days` writes."""
    number = whole(node.children[0])
    return Period(days=7 * number) if node.name == "weeks" else Period(**{node.name: number})


FIRST_YEAR = 1000  # `5 July 25` is a slip


def calendar_day(ctx: Context, node: Tree) -> date | None:
    """Return the day that `23 June 2025` names; a day that does not exist is a problem."""
    day, month, year = map(whole, day_month_year(node))
    if year >= FIRST_YEAR:
        with suppress(ValueError, OverflowError):
            return date(year, month, day)
    ctx.problem(
        Code.WRONG_VALUE,
        f"there is no day `{ctx.act.text(node.span)}`",
        node.span,
        help_="write a day that the calendar has, its year with four digits",
    )
    return None


def noun_value(ctx: Context, name: Phrase, kind: str) -> ir.Expr:
    """Return the fact, quantity, decision or parameter that a noun names."""
    declared, _, key = name.key.partition(":")
    if declared == "parameter":
        return ir.Parameter(key)
    owner, _, field = key.partition(".")
    if owner not in ctx.vocabulary.chain(kind):
        which_one(ctx, name, owner)
    match declared:
        case "fact":
            return ir.Fact(owner, field)
        case "quantity" if field in ctx.vocabulary.quantities:
            return ir.Quantity(field)
        case _:
            return ir.Decided(field)


def which_one(ctx: Context, node: Phrase | Tree, kind: str) -> None:
    """Report a sentence about a thing of `kind` of which there may be several."""
    many = [
        e.written
        for e in ctx.vocabulary.entries.get(ctx.act.language, ())
        if (e.terminal, e.key) == ("MANY", kind)
    ]
    things = f"`{many[0]}`" if many else f"things of the kind `{kind}`"
    how_many = f"say of how many of {things} it must be true"
    ctx.problem(
        Code.WHICH_ONE,
        f"`{ctx.act.text(node.span)}` does not say of which of {things} it is meant",
        node.span,
        help_=_how_many(ctx, many[0]) if many else how_many,
    )


def _how_many(ctx: Context, many: str) -> str:
    unit = spoken(ctx.act.language, "unit.n1")
    some = spoken(ctx.act.language, "quantifier.at_least", {"count": unit})
    each = spoken(ctx.act.language, "quantifier.each")
    none = spoken(ctx.act.language, "quantifier.none")
    return f"write `{some} {many}`, `{each} {many}` or `{none} {many}`"
