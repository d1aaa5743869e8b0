"""Periods as amounts: a term of 30 months is compared with two years.

A fact or a quantity that is a period is a number of years, months or days, as the vocabulary
says. How many days a year or a month has in such a comparison, the vocabulary says too.
"""

from __future__ import annotations

from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.context import Place
from lawc.lower.values import period
from lawc.syntax.nodes import Phrase, Tree

_MONTHS = 12  # of a year


def unit_of(place: Place, node: Tree) -> str | None:
    """Return the unit in which a noun is a period, None if it is none."""
    match node:
        case Tree("noun", (Phrase() as noun,)):
            return place.ctx.vocabulary.durations.get(noun.key.partition(":")[2])
        case _:
            return None


def as_unit(place: Place, node: Tree, unit: str) -> ir.Expr:
    """Return a period as a number of a unit."""
    years, months, days = period(node)
    number = Fraction(0)
    for many, of in ((years, "years"), (months, "months"), (days, "days")):
        if many:
            number += many * scale(place, node, of, unit)
    if number.denominator == 1:
        return ir.Literal(int(number), Basic.COUNT)
    return ir.Literal(number, Basic.NUMBER)


def scale(place: Place, node: Tree, of: str, unit: str) -> Fraction:
    """Return how many of a unit of time another one is."""
    if of == unit:
        return Fraction(1)
    if "days" not in (of, unit):
        return Fraction(_MONTHS) if of == "years" else Fraction(1, _MONTHS)
    longer = unit if of == "days" else of
    days = place.ctx.vocabulary.lengths.get(longer)
    if days is None:
        name = longer.removesuffix("s")
        place.ctx.problem(
            Code.MONTH_END_UNDECLARED,
            f"days and {longer} are compared, and the vocabulary does not say how many days a "
            f"{name} has then",
            node.span,
            place.passage.where,
            help_=f"declare it in the vocabulary, for example `a {name} has "
            f"{'365.25' if longer == 'years' else '30'} days`",
        )
        return Fraction(1)
    return Fraction(days) if of == longer else 1 / Fraction(days)


def check_units(place: Place, node: Tree, left: Tree, right: Tree) -> None:
    """Report a period that is compared with what is none, or is counted in another unit."""
    units = unit_of(place, left), unit_of(place, right)
    if units[0] != units[1]:
        place.ctx.problem(
            Code.WRONG_TYPE,
            f"`{place.ctx.act.text(node.span)}` compares a period with what is none, or with "
            "one that is counted otherwise",
            node.span,
            place.passage.where,
            help_="compare it with a number of years, months or days",
        )


def compared(place: Place, node: Tree, amount: ir.Expr) -> tuple[ir.Expr, ir.Expr]:
    """Return an amount that is a period, and the period it is compared with, in one unit."""
    left, _, right = node.children
    unit = unit_of(place, left)
    if unit is None:
        place.ctx.problem(
            Code.WRONG_TYPE,
            f"`{place.ctx.act.text(left.span)}` is no period, and is compared with one here",
            node.span,
            place.passage.where,
            help_="write the number alone, or declare the noun as a period: `fact ...: number "
            "of months`",
        )
        return amount, amount
    return amount, as_unit(place, right, unit)
