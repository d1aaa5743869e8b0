"""First words of sentences: the days on which they are in force, and what they displace."""

from __future__ import annotations

from datetime import date

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.citations import elements
from lawc.lower.context import Context
from lawc.lower.days import day
from lawc.lower.eids import eid_of
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Tree


def force_of(ctx: Context, node: Tree | None) -> ir.Force:
    """Return the days on which a sentence is in force."""
    if node is None:
        return ir.ALWAYS
    ends: list[date | None] = []
    for end in node.children:
        by_name = end is not None and end.name == "named_day"
        literal = None if end is None or by_name else day(ctx, end, "")
        value = literal.value if isinstance(literal, ir.Literal) else None
        if by_name:
            ctx.problem(
                Code.WRONG_VALUE,
                f"`{ctx.act.text(end.span)}` is a day by name, and a period in force runs "
                "between days of the calendar",
                end.span,
                help_="write the day itself: its number, its month and its year",
            )
        ends.append(value if isinstance(value, date) else None)
    start, end = (*ends, None, None)[:2]
    return ir.Force(start, end)


def notwithstanding(ctx: Context, passage: Passage, node: Tree | None) -> tuple[str, ...]:
    """Return the elements that a sentence displaces by its first words."""
    if node is None or node.name != "notwithstanding":
        return ()
    return tuple(
        eid_of(element) for cited in node.children for element in elements(ctx, cited, passage)
    )
