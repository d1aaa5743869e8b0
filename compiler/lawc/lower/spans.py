"""Spans of time: how long something lasted, by the members that have a first and a last day.

Before: `the person resided in the country after [day] and before [day] for an aggregate period
of at least ten years`. After: the days of the spans, each cut off at these days and counted
once, are at least as many as ten years have.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.context import Place
from lawc.lower.days import Stretched, day, interval, named_day, shifted, when
from lawc.lower.same_member import check_time
from lawc.lower.values import period, which_one
from lawc.runtime.values import Period
from lawc.syntax.nodes import Phrase, Tree
from lawc.vocabulary.model import SpanDeclared

_DAY = Period(days=1)
_COMPARED = {
    "more": ir.Comparison.GT,
    "at_least": ir.Comparison.GE,
    "less": ir.Comparison.LT,
    "at_most": ir.Comparison.LE,
    "equal": ir.Comparison.EQ,
    "unequal": ir.Comparison.NE,
}
_ALWAYS = ir.All(())


def timed(place: Place, node: Tree) -> ir.Expr:
    """Return the condition that something is when it is said to be, or lasts so long."""
    subject, time = node.children
    if node.name in ("spanned", "lasted"):
        kind = place.ctx.vocabulary.kind(subject.key)
        if kind is None or kind.parent not in place.ctx.vocabulary.chain(place.kind):
            which_one(place.ctx, subject, (kind and kind.parent) or "")
            return ir.Any(())
        return lasted(place, subject, time)
    find: Any = named_day if isinstance(subject, Phrase) else day
    found = find(place.ctx, subject, place.kind)
    condition = when(place, found, time)
    check_time(place, node, found, condition)
    return condition


def lasted(place: Place, phrase: Phrase, how_long: Tree) -> ir.Expr:
    """Return the condition that something lasted as long as is said."""
    span = place.ctx.vocabulary.spans[phrase.key]
    condition = _lasted(place, span, how_long)
    return ir.Not(condition) if phrase.form == "negative" else condition


def _lasted(place: Place, span: SpanDeclared, how_long: Tree) -> ir.Expr:
    ctx, kind = place.ctx, place.kind
    match how_long:
        case Tree("lasts_on", (at,)):
            on = day(ctx, at, kind)
            return _some(span, Stretched(on, on))
        case Tree("throughout", (inside,)):
            return _throughout(span, interval(ctx, inside, kind))
        case Tree("throughout_before", (length, at)):
            end = day(ctx, at, kind)
            start = shifted(end, period(length), before=True)
            return _throughout(span, Stretched(start, shifted(end, _DAY, before=True)))
        case Tree("at_any_time", (bound,)):
            return _some(span, _within(place, [bound]))
        case Tree("in_all", (bounds, comparison, length, less)):
            within = _within(place, [] if bounds is None else bounds.children)
            days = days_of(place, span, within, how_long)
            tests = [ir.Compare(_COMPARED[comparison.name], days, _days(place, length))]
            if less is not None:
                tests.append(ir.Compare(ir.Comparison.LT, days, _days(place, less)))
            return tests[0] if len(tests) == 1 else ir.All(tuple(tests))
        case _:
            raise AssertionError(how_long)


def _ends(span: SpanDeclared, within: Stretched) -> Stretched:
    """Return the first and the last day of a member's span inside a stretch of time."""
    first, last = ir.Fact(span.kind, span.first), ir.Fact(span.kind, span.last)
    begins = first if within.first is _OPEN else ir.Largest((first, within.first))
    ends = last if within.last is _OPEN else ir.Smallest((last, within.last))
    return Stretched(begins, ends)


def _some(span: SpanDeclared, within: Stretched) -> ir.Expr:
    """Return that a span reaches into a stretch of time; a span of no day does not."""
    first, last = ir.Fact(span.kind, span.first), ir.Fact(span.kind, span.last)
    tests: list[ir.Expr] = [ir.Compare(ir.Comparison.LE, first, last)]
    if within.first is not _OPEN:
        tests.append(ir.Compare(ir.Comparison.GE, last, within.first))
    if within.last is not _OPEN:
        tests.append(ir.Compare(ir.Comparison.LE, first, within.last))
    return ir.Some(1, span.kind, ir.All(tuple(tests)))


def _throughout(span: SpanDeclared, within: Stretched) -> ir.Expr:
    """Return that every day of a stretch of time lies in a span."""
    first, last = _ends(span, within)
    covered = ir.TotalOf(span.kind, ir.DaysIn(first, last, _ALWAYS))
    days = ir.DaysBetween(within.first, shifted(within.last, _DAY))
    return ir.Compare(ir.Comparison.GE, covered, days)


def days_of(place: Place, span: SpanDeclared, within: Stretched, node: Tree) -> ir.Expr:
    """Return how many days of a stretch of time lie in at least one span."""
    if within.last is _OPEN:
        place.ctx.problem(
            Code.WRONG_VALUE,
            f"`{place.ctx.act.text(node.span)}` does not say until when, and what still lasts "
            "has no end",
            node.span,
            place.passage.where,
            help_="say before which day, or between which days",
        )
    return ir.TotalOf(span.kind, ir.DaysIn(*_ends(span, within), _ALWAYS))


def days_of_spans(place: Place, many: Phrase, bound: Tree) -> ir.Expr:
    """Return how many days of several things fall in a stretch of time."""
    span = place.ctx.vocabulary.spans.get(many.key)
    if span is None:
        place.ctx.problem(
            Code.UNKNOWN_NAME,
            f"`{place.ctx.act.text(many.span)}` have no first and last days",
            many.span,
            place.passage.where,
            help_=f"declare them in the vocabulary: `span {many.key} from ... to ...`",
        )
        return ir.Literal(0, Basic.COUNT)
    return days_of(place, span, _within(place, [bound]), bound)


# --- stretches of time -------------------------------------------------------------------

_OPEN = ir.Literal(date.min, Basic.DATE)  # an end that is not said


def _within(place: Place, bounds: list[Tree] | tuple[Tree, ...]) -> Stretched:
    """Return the first and the last day of what several bounds leave."""
    firsts: list[ir.Expr] = []
    lasts: list[ir.Expr] = []
    for bound in bounds:
        found = _bound(place, bound)
        firsts += [found.first] if found.first is not _OPEN else []
        lasts += [found.last] if found.last is not _OPEN else []
    first = firsts[0] if len(firsts) == 1 else ir.Largest(tuple(firsts)) if firsts else _OPEN
    last = lasts[0] if len(lasts) == 1 else ir.Smallest(tuple(lasts)) if lasts else _OPEN
    return Stretched(first, last)


def _bound(place: Place, bound: Tree) -> Stretched:
    ctx, kind = place.ctx, place.kind
    match bound:
        case Tree("span_after", (at,)):
            return Stretched(shifted(day(ctx, at, kind), _DAY), _OPEN)
        case Tree("span_before", (at,)):
            end = day(ctx, at, kind)
            late = at.name in ("end_day", "expires")  # the end of a month is its last day
            return Stretched(_OPEN, end if late else shifted(end, _DAY, before=True))
        case Tree("span_from", (at,)):
            return Stretched(day(ctx, at, kind), _OPEN)
        case Tree("span_until", (at,)):
            return Stretched(_OPEN, day(ctx, at, kind))
        case Tree("span_between", (first, last)):
            return Stretched(day(ctx, first, kind), day(ctx, last, kind))
        case Tree("span_during", (inside,)):
            return interval(ctx, inside, kind)
        case _:
            raise AssertionError(bound)


def _days(place: Place, node: Tree) -> ir.Expr:
    """Return how many days a period has: of years and months, as the vocabulary says."""
    years, months, days = period(node)
    lengths = place.ctx.vocabulary.lengths
    number = lengths.get("years", 0) * years + lengths.get("months", 0) * months + days
    for name, many in (("years", years), ("months", months)):
        if many and name not in lengths:
            unit = name.removesuffix("s")
            place.ctx.problem(
                Code.MONTH_END_UNDECLARED,
                f"days that are added up are compared with {name}, and the vocabulary does not "
                f"say how many days a {unit} has then",
                node.span,
                place.passage.where,
                help_=f"declare it in the vocabulary, for example `a {unit} has "
                f"{'365.25' if unit == 'year' else '30'} days`",
            )
    if number == int(number):
        return ir.Literal(int(number), Basic.COUNT)
    return ir.Literal(number, Basic.NUMBER)
