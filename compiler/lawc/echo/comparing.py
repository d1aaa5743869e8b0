"""Comparisons of amounts and days in words."""

from __future__ import annotations

from lawc.echo.amounts import Amounts
from lawc.echo.phrases import bare
from lawc.echo.saying import Saying
from lawc.echo.writing import tree
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import inside
from lawc.syntax.nodes import Tree

_TIMES = {
    ir.Comparison.EQ: "on",
    ir.Comparison.LT: "before",
    ir.Comparison.GT: "after",
    ir.Comparison.GE: "from",
    ir.Comparison.LE: "until",
}
_AMOUNTS = {
    ir.Comparison.EQ: "equal",
    ir.Comparison.NE: "unequal",
    ir.Comparison.LT: "less",
    ir.Comparison.GT: "more",
    ir.Comparison.GE: "at_least",
    ir.Comparison.LE: "at_most",
}
CONTRARY = {
    ir.Comparison.EQ: ir.Comparison.NE,
    ir.Comparison.NE: ir.Comparison.EQ,
    ir.Comparison.LT: ir.Comparison.GE,
    ir.Comparison.GE: ir.Comparison.LT,
    ir.Comparison.GT: ir.Comparison.LE,
    ir.Comparison.LE: ir.Comparison.GT,
}
_AFTER = (ir.Comparison.GT, ir.Comparison.GE)
_BEFORE = (ir.Comparison.LT, ir.Comparison.LE)


class Comparing:
    """Says comparisons."""

    saying: Saying
    amounts: Amounts

    def _may_be_nothing(self, value: ir.Expr) -> bool:
        return any(
            isinstance(part, ir.Decided | ir.Quantity | ir.Bracketed | ir.Quotient | ir.ByCase)
            for part in inside(value)
        )

    def _compared(self, op: ir.Comparison, left: ir.Expr, right: ir.Expr) -> Tree:
        if self.is_day(left):
            subject, other = self.saying.day(left), self.saying.day(right)
            return tree("day_is", subject, tree(_TIMES[op], other))
        terms = self.amounts.term(left), self.amounts.term(right)
        return tree("compares", terms[0], tree(_AMOUNTS[op]), terms[1])

    def _is_sayable(self, op: ir.Comparison, left: ir.Expr) -> bool:
        return op is not ir.Comparison.NE or not self.is_day(left)

    def _twice(self, first: ir.Expr, second: ir.Expr) -> Tree | None:
        if not (isinstance(first, ir.Compare) and isinstance(second, ir.Compare)):
            return None
        if first.left != second.left:
            return None
        if self.is_day(first.left):
            return self._between(first, second)
        term = self.amounts.term
        return tree(
            "compares_twice",
            term(first.left),
            tree(_AMOUNTS[first.op]),
            term(first.right),
            tree(_AMOUNTS[second.op]),
            term(second.right),
        )

    def _between(self, first: ir.Compare, second: ir.Compare) -> Tree | None:
        """Return that a day lies between two others, both included."""
        low = next((each for each in (first, second) if each.op in _AFTER), None)
        high = next((each for each in (first, second) if each.op in _BEFORE), None)
        if low is None or high is None:
            return None
        start, end = self.saying.day(low.right), self.saying.day(high.right)
        start = tree("next_day", start) if low.op is ir.Comparison.GT else start
        end = tree("last_day_before", end) if high.op is ir.Comparison.LT else end
        return tree("day_is", self.saying.day(first.left), tree("from_until", start, end))

    def is_day(self, value: ir.Expr) -> bool:
        """Tell whether a value is a day."""
        vocabulary = self.saying.vocabulary
        match bare(value):
            case ir.Parameter() | ir.Shifted() | ir.StartOf():
                return True
            case ir.Literal(_, type_):
                return type_ is Basic.DATE
            case ir.Fact(kind, key):
                return vocabulary.facts[kind, key].type is Basic.DATE
            case ir.Quantity(key):
                return vocabulary.quantities[key].type is Basic.DATE
            case ir.Decided(key):
                return vocabulary.type_of(self.saying.decided(key)) is Basic.DATE
            case ir.Largest(parts) | ir.Smallest(parts):
                return self.is_day(parts[0])
            case _:
                return False
