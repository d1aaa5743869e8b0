"""Numbers of conditions and of members that a law asks for: `at least two of`."""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.lower.context import Place
from lawc.lower.values import whole
from lawc.syntax.nodes import Tree


def number_asked(place: Place, node: Tree) -> int:
    """Return how many `at least two of` asks for; none at all is a problem."""
    number = whole(node.children[0])
    if number:
        return number
    act = place.ctx.act
    place.ctx.problem(
        Code.WRONG_VALUE,
        f"`{act.text(node.span)}` asks for nothing: it holds in every case",
        node.span,
        place.passage.where,
        help_="ask for one or more, or leave the condition out",
    )
    return 1


def too_many(place: Place, how: Tree, items: int) -> None:
    """Report a lead-in that asks for more items than its list has."""
    place.ctx.problem(
        Code.LEAD_IN_DISAGREES,
        f"`{place.ctx.act.text(how.span)}` asks for more than the list has: it has {items}",
        how.span,
        place.passage.where,
        help_="ask for as many as there are, or write those that are missing",
    )
