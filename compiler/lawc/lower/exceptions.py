"""Words that have two readings, and exceptions that except from something else."""

from __future__ import annotations

from lawc.diagnostics.codes import Code
from lawc.lower.context import Context, Place
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Phrase, Tree
from lawc.syntax.spoken import words_of


def two_joinings(place: Place, node: Tree) -> None:
    """Report that clauses are joined by a word for "and" and "or" at once."""
    ctx = place.ctx
    one = " ".join(words_of(ctx.act.language, "either"))
    all_ = " ".join(words_of(ctx.act.language, "both"))
    ctx.problem(
        Code.TWO_READINGS,
        f"`{ctx.act.text(node.span)}` can mean that one of them is enough, or that all are "
        "needed",
        node.span,
        place.passage.where,
        help_=f"write `{one}` if one of them is enough, `{all_}` if all are needed",
    )


def check_excepted(ctx: Context, passage: Passage, body: Tree) -> None:
    """Report an exception that denies something else than the sentence gives."""
    effect = next((child for child in body.children if isinstance(child, Phrase)), None)
    for exception in body.all("except_that"):
        denied = exception.children[1]
        if effect is None or denied.key != effect.key:
            ctx.problem(
                Code.WRONG_CLASS,
                f"`{ctx.act.text(denied.span)}` denies something else than this sentence gives",
                denied.span,
                passage.where,
                help_="say it in a sentence of its own",
            )


def not_introduced(place: Place, node: Tree) -> None:
    """Report a definite noun of a class that nothing before it introduces: `the woman`."""
    ctx = place.ctx
    ctx.problem(
        Code.NOT_INTRODUCED,
        f"`{ctx.act.text(node.span)}` has not been introduced: nothing before it in this "
        "sentence says who or what is meant",
        node.span,
        place.passage.where,
        help_="say in the condition before it who or what it is",
    )
