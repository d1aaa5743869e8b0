"""Facts read of a member of a list where another member is meant.

In "the number of the children who were born before the child's day of birth" both days are read
of each child that is counted. The sentence compares each child with itself, and says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.walk import inside, unstated
from lawc.lower.context import Place
from lawc.lower.values import noun_value
from lawc.source import Span
from lawc.syntax.nodes import Phrase, Tree

_QUANTIFIERS = (ir.Some, ir.Every, ir.CountOf, ir.TotalOf)


def check_days(place: Place, phrase: Phrase, kind: str, meaning: ir.Expr) -> None:
    """Report a day in a slot that is compared with itself, or may be that of several things.

    "the offence is ... on the day of the offence", in a list of what each offence satisfies, is
    about that offence; a predicate ("who were born before ...") names no subject of its own.

    Args:
        place: where the phrase stands.
        phrase: the phrase with its slots filled.
        kind: the kind that it is about.
        meaning: its meaning there.
    """
    bare = phrase.terminal == "PREDICATE" and kind == place.kind
    for name in _named_days(phrase.slots):
        declared, _, key = name.key.partition(":")
        owner = key.partition(".")[0]
        if declared == "parameter":
            continue
        own = noun_value(place.ctx, name, owner)
        if any(_compares_itself(part, own) for part in inside(meaning)):
            _compared_with_itself(place, name.span)
        elif owner == place.kind and (
            (bare and _among_others(place)) or _quantifies_over(meaning, own, owner)
        ):
            place.ctx.problem(
                Code.WHICH_ONE,
                f"`{place.ctx.act.text(name.span)}` may be that of the one decided of, or of "
                "each of the others",
                name.span,
                place.passage.where,
                help_="let a phrase of the vocabulary say it of one of the things",
            )


def check_comparison(place: Place, node: Tree, left: ir.Expr, right: ir.Expr) -> None:
    """Report an amount of each member that is compared with itself."""
    match node.children[0]:
        case Tree("noun", (Phrase() as noun,)):
            of_member = noun.key.partition(":")[2].partition(".")[0] == place.kind
            if place.around and of_member and _core(left) == _core(right) is not None:
                _compared_with_itself(place, noun.span)


def _compared_with_itself(place: Place, span: Span) -> None:
    place.ctx.problem(
        Code.COMPARED_WITH_ITSELF,
        f"`{place.ctx.act.text(span)}` is compared with itself here: both are read of the same "
        "one",
        span,
        place.passage.where,
        help_="compare it with what is known of another, such as a day or an amount by name",
    )


def check_time(place: Place, node: Tree, subject: ir.Expr, condition: ir.Expr) -> None:
    """Report a day of each member that is compared with itself."""
    core = _core(subject)
    of_member = isinstance(core, ir.Fact) and core.kind == place.kind
    if not (place.around and of_member):
        return
    others = (part.right for part in inside(condition) if isinstance(part, ir.Compare))
    if any(_core(other) == core for other in others):
        _compared_with_itself(place, node.children[0].span)


def _named_days(slots: Mapping[str, Any]) -> Iterator[Phrase]:
    waiting = list(slots.values())
    while waiting:
        node = waiting.pop()
        if isinstance(node, Phrase) and node.terminal in ("DAY_NAME", "HAPPENS"):
            yield node
        elif isinstance(node, Tree):
            waiting += node.children


def _among_others(place: Place) -> bool:
    """Return whether a thing of the kind is in scope inside a quantifier over that kind."""
    chain = place.ctx.vocabulary.chain
    return any(place.kind in chain(kind) for kind in place.around)


def _quantifies_over(meaning: ir.Expr, own: ir.Expr, kind: str) -> bool:
    """Return whether a phrase itself quantifies over the kind, and reads `own` of each."""
    return any(
        isinstance(part, _QUANTIFIERS) and part.kind == kind and own in inside(part)
        for part in inside(meaning)
    )


def _compares_itself(part: ir.Expr, own: ir.Expr) -> bool:
    return isinstance(part, ir.Compare) and _core(part.left) == _core(part.right) == own


def _core(expr: ir.Expr) -> ir.Expr | None:
    """Return the fact or amount of a value, also where a period is added to it."""
    expr = unstated(expr)
    if isinstance(expr, ir.Shifted | ir.StartOf):
        return _core(expr.day)
    return expr if isinstance(expr, ir.Fact | ir.Quantity | ir.Decided) else None
