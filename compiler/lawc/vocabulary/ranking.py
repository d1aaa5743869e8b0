"""Rankings of the values of a decision: which of them is better for the person concerned."""

from __future__ import annotations

from collections.abc import Callable

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.source import Span
from lawc.syntax.nodes import Tree
from lawc.vocabulary.values import plain

AMOUNTS = (Basic.COUNT, Basic.NUMBER, Basic.FRACTION, Basic.DATE)  # and money


def ranking(
    tree: Tree, type_: Type, problem: Callable[[Code, str, Span, str], None]
) -> tuple[tuple[ir.Value, ...], ...] | ir.Better | None:
    """Return the ranking of the values of a decision; report one that it cannot have."""
    amount = isinstance(type_, Money) or type_ in AMOUNTS
    ranks, more, less = (
        tree.find(name) for name in ("ranks", "more_is_better", "less_is_better")
    )
    direction = more or less
    if direction is not None:
        if not amount:
            message = "more or less can be better only of an amount or a date"
            help_ = "say which values are better: `better ... over ...`"
            problem(Code.WRONG_TYPE, message, direction.span, help_)
        return ir.Better.MORE if more else ir.Better.LESS
    if ranks is None:
        return None
    ranked = tuple(
        tuple(plain(node, type_) for node in rank.children) for rank in ranks.all("rank")
    )
    known: tuple[ir.Value, ...] = (False, True) if type_ is Basic.TRUTH else ()
    known = type_.values if isinstance(type_, Choice) else known
    values = [value for rank in ranked for value in rank]
    if amount or any(value not in known for value in values) or len(values) != len(set(values)):
        message = "this ranks what is no value of the decision, or ranks a value twice"
        help_ = "name each value once, or say `more is better` of an amount"
        problem(Code.WRONG_TYPE, message, ranks.span, help_)
    return ranked
