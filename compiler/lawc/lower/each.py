"""How often an amount is due: for each member, each unit of time, each part of an amount.

"5 euro for each 100 euro or part thereof of the price" is 5 euro times the price divided by 100
euro, rounded up. Without `complete` or `or part thereof` what is left over can count or not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Money
from lawc.lower.context import Place
from lawc.lower.days import time_between
from lawc.lower.members import members
from lawc.lower.values import literal
from lawc.syntax.nodes import Phrase, Tree

Lowering = Callable[[Place, Tree], ir.Expr]


def number_of_each(
    place: Place, node: Tree, each: Sequence[Tree | Phrase | None], term: Lowering
) -> ir.Expr:
    """Return how often the amount of a sentence is due."""
    said = [part for part in each if part is not None]
    match node.name:
        case "for_each_member":
            return members(place, _named(said)).number()
        case "for_each_unit":
            return time_between(place, Tree("days_between", tuple(said), node.span))
        case _:
            return _parts(place, node, [part for part in said if isinstance(part, Tree)], term)


def _named(said: Sequence[Tree | Phrase]) -> Tree | Phrase:
    """Return the members that are named, with what is said of them."""
    first, *rest = said
    if not rest:
        return first
    return Tree("chosen_members", tuple(said), first.span)


def _parts(place: Place, node: Tree, said: list[Tree], term: Lowering) -> ir.Expr:
    how = [part.name for part in said if part.name in ("complete", "part")]
    size, *sides = (part for part in said if part.name not in ("complete", "part"))
    whole = term(place, sides[0])
    if len(sides) > 1:
        other = term(place, sides[1])
        whole = ir.Largest((ir.Difference(whole, other), _zero(size)))
    if len(how) != 1:
        place.ctx.problem(
            Code.TWO_READINGS,
            f"`{place.ctx.act.text(node.span)}` does not say whether what is left over counts",
            node.span,
            place.passage.where,
            help_="write `complete` before the amount if only complete ones count, or `or part "
            "thereof` after it if a part counts as a whole",
        )
    unit = literal(size)
    if not isinstance(unit.value, (int, Fraction)) or unit.value == 0:
        place.ctx.problem(
            Code.WRONG_VALUE,
            "no amount has parts of zero",
            size.span,
            place.passage.where,
        )
        return whole
    share = ir.Quotient((whole, unit))
    if not isinstance(unit.type, Money):
        share = ir.Product((whole, ir.Literal(1 / Fraction(unit.value), Basic.FRACTION)))  # type: ignore[assignment]
    rounding = ir.Rounding.UP if "part" in how else ir.Rounding.DOWN
    return ir.Rounded(share, rounding, Fraction(1))


def _zero(size: Tree) -> ir.Literal:
    type_ = literal(size).type
    return ir.Literal(0, type_ if isinstance(type_, Money) else Basic.COUNT)
