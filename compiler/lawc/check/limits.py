"""Limits of an amount that exclude each other: not more than 10 euro, not less than 20 euro.

What an amount can be is followed as a range: through arithmetic, tables and quantities, day by
day where their versions change. What only facts could tell is open, and nothing is said of it.
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
from lawc.lower.eids import eid_of
from lawc.records import dataclass
from lawc.runtime.values import round_down, round_nearest, round_up
from lawc.syntax.act import Act, Passage
from lawc.syntax.nodes import Tree

_AMOUNTS = ("amounts", "amounts_by_row", "amounts_by_part")
_ROUND = {
    ir.Rounding.UP: round_up,
    ir.Rounding.DOWN: round_down,
    ir.Rounding.NEAREST: round_nearest,
}
_LIMITS = ("not_less", "not_more")
_ROUNDINGS = ("rounded_up", "rounded_down", "rounded_nearest")


class Range(NamedTuple):
    """From the least to the most that an amount can be; None is open."""

    low: Fraction | None
    high: Fraction | None


OPEN = Range(None, None)
_NOT_NEGATIVE = Range(Fraction(0), None)
DEEPEST = 100  # amounts inside amounts: beyond it nothing is said


def check_limits(act: Act, law: ir.Law) -> Iterator[Diagnostic]:
    """Yield the limits that exclude each other, and those that leave nothing of the amount."""
    amounts: dict[tuple[str, str], list[tuple[ir.Expr, ir.Force]]] = {}
    for one in law.quantities:
        amounts.setdefault((one.eid, one.text), []).append((one.value, one.force))
    for rule in law.rules:
        for gives in rule.gives:
            amounts.setdefault((rule.eid, rule.text), []).append((gives.value, rule.force))
    days: dict[date, Ranges] = {}
    for passage, body in _limited(act):
        for value, force in amounts.get((eid_of(passage), act.text(body.span)), ()):
            on = [days.setdefault(day, Ranges(law, day, {})) for day in _days(law, force)]
            yield from _Amount(act, passage, tuple(on)).problems(body, value)


def _limited(act: Act) -> Iterator[tuple[Passage, Tree]]:
    """Yield the sentences that give an amount with limits, each with its passage."""
    for passage in act.elements:
        for sentence in passage.sentences:
            body = sentence.children[-1]
            if (
                isinstance(body, Tree)
                and body.name in _AMOUNTS
                and any(map(body.find, _LIMITS))
            ):
                yield passage, body


class _Limit(NamedTuple):
    """A limit as written, with the value before it and its own."""

    node: Tree
    part: ir.Expr
    bound: ir.Expr


@dataclass(frozen=True, slots=True)
class _Amount:
    """An amount of a passage, and what amounts can be on each day on which that changes."""

    act: Act
    passage: Passage
    days: tuple[Ranges, ...]

    def problems(self, body: Tree, value: ir.Expr) -> Iterator[Diagnostic]:
        """Yield what is wrong with the limits of an amount."""
        limits = _limits(body, value)
        for number, limit in enumerate(limits):
            excluded = [
                (one, days) for one in limits[:number] if (days := self._days(one, limit))
            ]
            if excluded:
                yield self._excluded(*excluded[-1], limit)
            elif all(_leaves_nothing(limit, ranges) for ranges in self.days):
                yield self._idle(limit)

    def _days(self, one: _Limit, other: _Limit) -> list[date]:
        """Return the days from which no amount keeps both limits."""
        if one.node.name == other.node.name:
            return []
        least, most = (one, other) if one.node.name == "not_less" else (other, one)
        return [on.day for on in self.days if _below(on.of(most.bound), on.of(least.bound))]

    def _excluded(self, one: _Limit, days: list[date], other: _Limit) -> Diagnostic:
        first, second = (self._words(limit) for limit in (one, other))
        day = wording(self.act.language).day(days[0])
        when = "" if len(days) == len(self.days) else f" on {day}"
        return Diagnostic(
            Code.LIMITS_EXCLUDE,
            f"no amount is `{first}` and `{second}`{when}",
            Label(self.act.source, other.node.span),
            (Label(self.act.source, one.node.span, "the other limit"),),
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
        one
        for one in body.children
        if isinstance(one, Tree) and one.name in (*_LIMITS, *_ROUNDINGS)
    ]
    found: list[_Limit] = []
    for node in reversed(nodes):
        match value:
            case ir.Rounded(part, _, _):
                value = part
            case ir.Largest((part, bound)) | ir.Smallest((part, bound)):
                found.append(_Limit(node, part, bound))
                value = part
            case _:
                break  # too many limits were told of, and none of them stands here
    return found[::-1]


def _leaves_nothing(limit: _Limit, ranges: Ranges) -> bool:
    """Tell whether a limit takes the place of whatever stands before it."""
    before, bound = ranges.of(limit.part), ranges.of(limit.bound)
    return _below(before, bound) if limit.node.name == "not_less" else _below(bound, before)


def _below(one: Range, other: Range) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _days(law: ir.Law, force: ir.Force) -> tuple[date, ...]:
    """Return the days on which quantities may begin to be something else, in a period."""
    first, last = force.start or date.min, force.end or date.max
    starts = {one.force.start for one in law.quantities}
    ends = {
        one.force.end + timedelta(days=1)
        for one in law.quantities
        if one.force.end is not None and one.force.end < date.max
    }
    turns = {day for day in starts | ends if day is not None and first <= day <= last}
    return tuple(sorted({first, *turns}))


# --- ranges ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ranges:
    """What the amounts of a law can be on a day; of each quantity it is found out once."""

    law: ir.Law
    day: date
    found: dict[str, Range]

    def of(self, expr: ir.Expr, depth: int = 0) -> Range:
        """Return what an amount can be; open where its chain is too long or goes round."""
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
            case ir.CountOf():
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
            case ir.Rounded(part):
                return _ends(expr, [self.of(part, depth + 1)])
            case _:
                return OPEN

    def _quantity(self, key: str, depth: int) -> Range:
        if key not in self.found:
            self.found[key] = OPEN  # while it is found out: what rests on itself is open
            versions = (one for one in self.law.quantities if one.key == key)
            found = [self.of(one.value, depth) for one in versions if _on(one.force, self.day)]
            self.found[key] = found[0] if len(found) == 1 else OPEN
        return self.found[key]

    def _fact(self, kind: str, key: str) -> Range:
        declared = (one for one in self.law.facts if (one.kind, one.key) == (kind, key))
        return _NOT_NEGATIVE if any(one.type is Basic.COUNT for one in declared) else OPEN


def _on(force: ir.Force, day: date) -> bool:
    return (force.start or date.min) <= day <= (force.end or date.max)


def _less(one: Range, other: Range) -> Range:
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Range(low, high)


def _ends(expr: ir.Expr, found: list[Range]) -> Range:
    """Return the range of what rises with each of its parts."""
    lows, highs = [one.low for one in found], [one.high for one in found]
    return Range(_end(expr, lows, ir.Largest), _end(expr, highs, ir.Smallest))


def _end(
    expr: ir.Expr, ends: list[Fraction | None], bounding: type[ir.Largest | ir.Smallest]
) -> Fraction | None:
    """Return an end of a range; of the largest of several, each low end is one."""
    closed = [one for one in ends if one is not None]
    if not closed or (len(closed) < len(ends) and not isinstance(expr, bounding)):
        return None
    match expr:
        case ir.Total():
            return sum(closed, start=Fraction(0))
        case ir.Rounded(_, rounding, unit):
            return _ROUND[rounding](closed[0], unit)
        case ir.Largest():
            return max(closed)
        case _:
            return min(closed)


def _product(found: list[Range]) -> Range:
    ends = [(one.low, one.high) for one in found]
    corners = [prod(one) for one in product(*ends) if None not in one]  # type: ignore[arg-type]
    if len(corners) == 2 ** len(ends):
        return Range(Fraction(min(corners)), Fraction(max(corners)))
    low_ends = [low for low, _ in ends]
    positive = all(low is not None and low >= 0 for low in low_ends)
    return Range(Fraction(0), None) if positive else OPEN
