"""How a decision ranks its values: which is better for the one that it is decided of."""

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
    """Return how a decision ranks its values; report a ranking that it cannot have."""
    amounts = isinstance(type_, Money) or type_ in AMOUNTS
    ranks, more, less = (
        tree.find(name) for name in ("ranks", "more_is_better", "less_is_better")
    )
    said = more or less
    if said is not None:
        if not amounts:
            message = "more or less can be better only of an amount or a date"
            help_ = "say which values are better: `better ... over ...`"
            problem(Code.WRONG_TYPE, message, said.span, help_)
        return ir.Better.MORE if more else ir.Better.LESS
    if ranks is None:
        return None
    found = tuple(
        tuple(plain(one, type_) for one in rank.children) for rank in ranks.all("rank")
    )
    known: tuple[ir.Value, ...] = (False, True) if type_ is Basic.TRUTH else ()
    known = type_.values if isinstance(type_, Choice) else known
    values = [one for rank in found for one in rank]
    if amounts or any(one not in known for one in values) or len(values) != len(set(values)):
        message = "this ranks what is no value of the decision, or ranks a value twice"
        help_ = "name each value once, or say `more is better` of an amount"
        problem(Code.WRONG_TYPE, message, ranks.span, help_)
    return found
