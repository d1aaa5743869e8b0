"""Limits of an amount that exclude each other: not more than 10 euro, not less than 20 euro.

The range of an amount is computed through arithmetic, tables and quantities, on each day on
which their versions change. A range that depends on facts is open, and no problem follows.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import product
from math import prod
from typing import NamedTuple

from lawc.amend.wording import wording
from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Diagnostic, Label, Severity
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.cases import CASE
from lawc.lower.eids import eid_of
from lawc.records import dataclass
from lawc.runtime.values import ROUND
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree

_AMOUNTS = ("amounts", CASE, "amounts_by_row", "amounts_by_part")
_LIMITS = ("not_less", "not_more")
_ROUNDINGS = ("rounded_up", "rounded_down", "rounded_nearest")


class Range(NamedTuple):
    """The range of an amount, from its least to its most; None is open."""

    low: Fraction | None
    high: Fraction | None


OPEN = Range(None, None)
_NOT_NEGATIVE = Range(Fraction(0), None)
DEEPEST = 100  # amounts inside amounts; ranges of deeper ones are open


def check_limits(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    """Yield the limits that exclude each other, and those that always replace the amount."""
    amounts: dict[tuple[str, str], list[tuple[ir.Expr, ir.Force]]] = {}
    for quantity in law.quantities:
        amounts.setdefault((quantity.eid, quantity.text), []).append(
            (quantity.value, quantity.force)
        )
    for rule in law.rules:
        for gives in rule.gives:
            amounts.setdefault((rule.eid, rule.text), []).append((gives.value, rule.force))
    days: dict[date, Ranges] = {}
    for passage, body in _limited(act):
        text = passage.text if body.name == CASE else act.text(body.span)
        for value, force in amounts.get((eid_of(passage), text), ()):
            on = [days.setdefault(day, Ranges(law, day, {})) for day in _days(law, force)]
            yield from _Amount(act, passage, tuple(on)).problems(body, value)


def _limited(act: Act) -> Iterator[tuple[Passage, Tree]]:
    """Yield the sentences that give an amount with limits, each with its passage."""
    for passage in act.elements:
        for sentence in passage.sentences:
            body = sentence if sentence.name == CASE else sentence.children[-1]
            if (
                isinstance(body, Tree)
                and body.name in _AMOUNTS
                and any(map(body.find, _LIMITS))
            ):
                yield passage, body


class _Limit(NamedTuple):
    """A limit as written, with the amount that it limits and its bound."""

    node: Tree
    part: ir.Expr
    bound: ir.Expr


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a passage, with the ranges on each day on which they change."""

    act: Act
    passage: Passage
    days: tuple[Ranges, ...]

    def problems(self, body: Tree, value: ir.Expr) -> Iterator[Diagnostic]:
        """Yield the problems of the limits of an amount."""
        limits = _limits(body, value)
        for number, limit in enumerate(limits):
            excluded = [
                (earlier, days)
                for earlier in limits[:number]
                if (days := self._days(earlier, limit))
            ]
            if excluded:
                yield self._excluded(*excluded[-1], limit)
            elif all(_leaves_nothing(limit, ranges) for ranges in self.days):
                yield self._idle(limit)

    def _days(self, first: _Limit, second: _Limit) -> list[date]:
        """Return the days from which no amount keeps both limits."""
        if first.node.name == second.node.name:
            return []
        least, most = (first, second) if first.node.name == "not_less" else (second, first)
        return [on.day for on in self.days if _below(on.of(most.bound), on.of(least.bound))]

    def _excluded(self, earlier: _Limit, days: list[date], later: _Limit) -> Diagnostic:
        first, second = (self._words(limit) for limit in (earlier, later))
        day = wording(self.act.language).day(days[0])
        when = "" if len(days) == len(self.days) else f" on {day}"
        return Diagnostic(
            Code.LIMITS_EXCLUDE,
            f"no amount is `{first}` and `{second}`{when}",
            Label(self.act.source, later.node.span),
            (Label(self.act.source, earlier.node.span, "the other limit"),),
            "exchange them, or correct the one that is wrong",
            self.passage.where,
        )

    def _idle(self, limit: _Limit) -> Diagnostic:
        less = "less" if limit.node.name == "not_less" else "more"
        return Diagnostic(
            Code.LIMITS_EXCLUDE,
            f"what stands before `{self._words(limit)}` is always {less} than that, so nothing "
            "but the limit is left of it",
            Label(self.act.source, limit.node.span),
            help="correct the limit, or say its amount alone",
            where=self.passage.where,
            severity=Severity.WARNING,
        )

    def _words(self, limit: _Limit) -> str:
        return self.act.text(limit.node.span).lstrip(", ")


def _limits(body: Tree, value: ir.Expr) -> list[_Limit]:
    """Return the limits of an amount in the order written: the last stands outermost."""
    nodes = [
        child
        for child in body.children
        if isinstance(child, Tree) and child.name in (*_LIMITS, *_ROUNDINGS)
    ]
    limits: list[_Limit] = []
    for node in reversed(nodes):
        if node.name in _LIMITS and isinstance(value, ir.Rounded):
            value = value.part  # as the vocabulary declares
        match value:
            case ir.Rounded(part, _, _):
                value = part
            case ir.Largest((part, bound)) | ir.Smallest((part, bound)):
                limits.append(_Limit(node, part, bound))
                value = part
            case _:
                break  # a sentence with too many limits has its problem already
    return limits[::-1]


def _leaves_nothing(limit: _Limit, ranges: Ranges) -> bool:
    """Return whether a limit always replaces the amount before it."""
    before, bound = ranges.of(limit.part), ranges.of(limit.bound)
    return _below(before, bound) if limit.node.name == "not_less" else _below(bound, before)


def _below(left: Range, right: Range) -> bool:
    return left.high is not None and right.low is not None and left.high < right.low


def _days(law: ir.Law, force: ir.Force) -> tuple[date, ...]:
    """Return the days of a period on which quantities may change."""
    first, last = force.start or date.min, force.end or date.max
    starts = {quantity.force.start for quantity in law.quantities}
    ends = {
        quantity.force.end + timedelta(days=1)
        for quantity in law.quantities
        if quantity.force.end is not None and quantity.force.end < date.max
    }
    turns = {day for day in starts | ends if day is not None and first <= day <= last}
    return tuple(sorted({first, *turns}))


# --- ranges ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ranges:
    """The ranges of the amounts of a law on a day; that of a quantity is computed once."""

    law: ir.Law
    day: date
    quantities: dict[str, Range]

    def of(self, expr: ir.Expr, depth: int = 0) -> Range:  # noqa: C901
        """Return the range of an amount; open if its chain is too long or a circle."""
        if depth > DEEPEST:
            return OPEN
        match expr:
            case ir.Stated(_, part):
                return self.of(part, depth + 1)
            case ir.Literal(int() | Fraction() as value):
                return Range(Fraction(value), Fraction(value))
            case ir.Quantity(key):
                return self._quantity(key, depth + 1)
            case ir.Fact(kind, key):
                return self._fact(kind, key)
            case ir.CountOf() | ir.MonthsBetween():
                return _NOT_NEGATIVE
            case ir.TotalOf(_, part):
                low = self.of(part, depth + 1).low
                return _NOT_NEGATIVE if low is not None and low >= 0 else OPEN
            case ir.Bracketed(_, rows, False) if rows:
                values = [row.value for row in rows]
                return Range(min(values), max(values))
            case ir.Product(parts):
                return _product([self.of(part, depth + 1) for part in parts])
            case ir.Difference(left, right):
                return _less(self.of(left, depth + 1), self.of(right, depth + 1))
            case ir.Total(parts) | ir.Largest(parts) | ir.Smallest(parts):
                return _ends(expr, [self.of(part, depth + 1) for part in parts])
            case ir.ByCase() if expr.otherwise is not None:
                return _any_of([self.of(part, depth + 1) for part in expr.values])
            case ir.Rounded(part):
                return _ends(expr, [self.of(part, depth + 1)])
            case _:
                return OPEN

    def _quantity(self, key: str, depth: int) -> Range:
        if key not in self.quantities:
            self.quantities[key] = (
                OPEN  # until it is computed: a quantity that rests on itself is open
            )
            versions = (quantity for quantity in self.law.quantities if quantity.key == key)
            in_force = (version for version in versions if _on(version.force, self.day))
            ranges = [self.of(version.value, depth) for version in in_force]
            self.quantities[key] = ranges[0] if len(ranges) == 1 else OPEN
        return self.quantities[key]

    def _fact(self, kind: str, key: str) -> Range:
        declared = (fact for fact in self.law.facts if (fact.kind, fact.key) == (kind, key))
        return _NOT_NEGATIVE if any(fact.type is Basic.COUNT for fact in declared) else OPEN


def _on(force: ir.Force, day: date) -> bool:
    return (force.start or date.min) <= day <= (force.end or date.max)


def _any_of(ranges: list[Range]) -> Range:
    """Return the range that has all of several."""
    lows = [part.low for part in ranges if part.low is not None]
    highs = [part.high for part in ranges if part.high is not None]
    return Range(
        min(lows) if len(lows) == len(ranges) else None,
        max(highs) if len(highs) == len(ranges) else None,
    )


def _less(left: Range, right: Range) -> Range:
    low = None if left.low is None or right.high is None else left.low - right.high
    high = None if left.high is None or right.low is None else left.high - right.low
    return Range(low, high)


def _ends(expr: ir.Expr, ranges: list[Range]) -> Range:
    """Return the range of an expression that rises with each of its parts."""
    lows, highs = [part.low for part in ranges], [part.high for part in ranges]
    return Range(_end(expr, lows, ir.Largest), _end(expr, highs, ir.Smallest))


def _end(
    expr: ir.Expr, ends: list[Fraction | None], bounding: type[ir.Largest | ir.Smallest]
) -> Fraction | None:
    """Return an end of a range, None if it is open.

    The largest of several amounts is bounded below by each of them, the smallest above.
    """
    closed = [end for end in ends if end is not None]
    if not closed or (len(closed) < len(ends) and not isinstance(expr, bounding)):
        return None
    match expr:
        case ir.Total():
            return sum(closed, start=Fraction(0))
        case ir.Rounded(_, rounding, unit):
            return ROUND[rounding.value](closed[0], unit)
        case ir.Largest():
            return max(closed)
        case _:
            return min(closed)


def _product(ranges: list[Range]) -> Range:
    ends = [(range_.low, range_.high) for range_ in ranges]
    corners = [prod(corner) for corner in product(*ends) if None not in corner]  # type: ignore[arg-type]
    if len(corners) == 2 ** len(ends):
        return Range(Fraction(min(corners)), Fraction(max(corners)))
    low_ends = [low for low, _ in ends]
    positive = all(low is not None and low >= 0 for low in low_ends)
    return Range(Fraction(0), None) if positive else OPEN
