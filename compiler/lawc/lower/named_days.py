"""Days that an act itself says: those by name, and that of its entry into force."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.lower.context import Context
from lawc.lower.days import day
from lawc.lower.eids import eid_of
from lawc.lower.lowered import Lowered
from lawc.lower.values import calendar_day
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree


def define_day(
    ctx: Context, into: Lowered, passage: Passage, name: Phrase, meant: Tree
) -> None:
    """Lower what an act says that a day by name is."""
    declared, _, key = name.key.partition(":")
    if declared != "parameter":
        ctx.undefinable(name, passage.where)
        return
    value = day(ctx, meant, "")
    written = value.value if isinstance(value, ir.Literal) else None
    if key in into.days:
        said_again(ctx, passage, meant, f"`{ctx.act.text(name.span)}`")
    into.days[key] = (written if isinstance(written, date) else None, eid_of(passage))


def entry_of(ctx: Context, act_passages: Iterable[Passage]) -> ir.Entry | None:
    """Return the day on which the act says that it enters into force, and where it says so."""
    stated = [
        (passage, sentence.children[-1])
        for passage in act_passages
        for sentence in passage.sentences
        if sentence.children
        and isinstance(sentence.children[-1], Tree)
        and sentence.children[-1].name == "enters_into_force"
    ]
    for passage, body in stated[1:]:
        said_again(ctx, passage, body, "the day of entry into force")
    for passage, body in stated:
        (named,) = body.children
        if isinstance(named, Tree) and isinstance(named.children[0], Tree):
            start = calendar_day(ctx, named.children[0])
            return None if start is None else ir.Entry(eid_of(passage), start)
    return None


def said_again(ctx: Context, passage: Passage, node: Tree, what: str) -> None:
    """Report that an act says something a second time."""
    ctx.problem(
        Code.DEFINED_TWICE,
        f"this act says {what} a second time here",
        node.span,
        passage.where,
        help_="say it once: of two, a reader cannot tell which holds",
    )
