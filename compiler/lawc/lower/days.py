"""Days: named, of the calendar, and found from other days; when something is.

Before: `the last day of the month in which the person was born`. After: the first day of the
month of the day of birth, one month later, less a day. A day so found is made of few things:
the first day of a stretch of the calendar, and periods counted from days.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.lower.context import Context, Place
from lawc.lower.meanings import Filling, Scope, value_meaning
from lawc.lower.values import (
    FIRST_YEAR,
    calendar_day,
    literal,
    noun_value,
    period,
    which_one,
    whole,
)
from lawc.runtime.calendar import FarDay
from lawc.runtime.values import Period, Stretch, shift
from lawc.runtime.values import start_of as first_day
from lawc.syntax.nodes import Phrase, Tree

_DAY = Period(days=1)
_LENGTHS = {
    Stretch.WEEK: Period(days=7),
    Stretch.MONTH: Period(months=1),
    Stretch.QUARTER: Period(months=3),
    Stretch.YEAR: Period(years=1),
}
_ENDS = ("end_day", "expires")  # before them is no later than the day itself
_LEAP_DAY = (2, 29)


def shifted(start: ir.Expr, length: Period, *, before: bool = False) -> ir.Expr:
    """Return the day a period after a day, or before it; a day of the calendar as one."""
    if isinstance(start, ir.Literal) and isinstance(start.value, date):
        ends = {
            shift(start.value, length, month_end_up=up, before=before) for up in (False, True)
        }
        if len(ends) == 1 and not isinstance(end := ends.pop(), FarDay):
            return ir.Literal(end, Basic.DATE)
    if isinstance(start, ir.Shifted) and length[:2] == start.period[:2] == (0, 0):
        days = _signed(start.period, start.before) + _signed(length, before)
        moved = Period(days=abs(days))
        return ir.Shifted(start.day, moved, days < 0) if days else start.day
    return ir.Shifted(start, length, before)


def _signed(length: Period, before: bool) -> int:
    return -length.days if before else length.days


def start_of(inside: ir.Expr, unit: Stretch) -> ir.Expr:
    """Return the first day of the stretch of the calendar in which a day lies."""
    if isinstance(inside, ir.Literal) and isinstance(inside.value, date):
        return ir.Literal(first_day(inside.value, unit), Basic.DATE)
    return ir.StartOf(inside, unit)


def day(ctx: Context, node: Tree, kind: str) -> ir.Expr:  # noqa: C901 - a flat list
    """Return the day that `day` names, of the thing of `kind` in scope."""
    match node:
        case Tree("day", (Tree() as only,)):
            return day(ctx, only, kind)
        case Tree("calendar_day"):
            return ir.Literal(calendar_day(ctx, node) or date.min, Basic.DATE)
        case Tree("entry_day"):
            return _entry_day(ctx, node)
        case Tree("named_day" | "event_day", (Phrase() as name,)):
            return named_day(ctx, name, kind)
        case Tree("day_after" | "expires", (length, start)):
            return shifted(day(ctx, start, kind), period(length))
        case Tree("day_before", (length, start)):
            return shifted(day(ctx, start, kind), period(length), before=True)
        case Tree("next_day", (start,)):
            return shifted(day(ctx, start, kind), _DAY)
        case Tree("last_day_before", (start,)):
            return shifted(day(ctx, start, kind), _DAY, before=True)
        case Tree("first_day", (stretch,)):
            return _stretch(ctx, stretch, kind)[0]
        case Tree("last_day" | "end_day", (stretch,)):
            return _stretch(ctx, stretch, kind)[1]
        case Tree("following_date" | "preceding_date", (of_year, start)):
            return _date_beside(ctx, node, of_year, day(ctx, start, kind))
        case Tree("later", days):
            return ir.Largest(tuple(day(ctx, part, kind) for part in days))
        case Tree("earlier", days):
            return ir.Smallest(tuple(day(ctx, part, kind) for part in days))
        case _:
            raise AssertionError(node)


def _entry_day(ctx: Context, node: Tree) -> ir.Expr:
    if ctx.entry is None:
        ctx.problem(
            Code.UNDEFINED_CONCEPT,
            "no provision says on which day this act enters into force",
            node.span,
            help_="add the provision that says on which day the act enters into force",
        )
    return ir.Literal(date.min if ctx.entry is None else ctx.entry.day, Basic.DATE)


def named_day(ctx: Context, name: Phrase, kind: str) -> ir.Expr:
    """Return the day that a noun or an event of the vocabulary names."""
    declared, _, key = name.key.partition(":")
    if declared != "day":
        return noun_value(ctx, name, kind)
    sense = ctx.vocabulary.days[key]
    if sense.kind not in ctx.vocabulary.chain(kind):
        which_one(ctx, name, sense.kind)
        return ir.Literal(date.min, Basic.DATE)
    fillings: dict[str, Filling] = {
        slot.name: day(ctx, name.slots[slot.name], kind)
        if slot.rule == "day"
        else literal(name.slots[slot.name])
        for slot in sense.slots
    }
    scope = Scope(ctx.vocabulary, sense.kind, fillings, sense.origin, ctx.problems)
    assert sense.meaning is not None, "a day has a meaning"
    return value_meaning(scope, sense.meaning)


# --- stretches of the calendar -----------------------------------------------------------


class Stretched(NamedTuple):
    """The first and the last day of a stretch of time."""

    first: ir.Expr
    last: ir.Expr


def _stretch(ctx: Context, node: Tree, kind: str) -> Stretched:
    first, unit = _beginning(ctx, node, kind)
    after = shifted(first, _LENGTHS[unit])
    return Stretched(first, shifted(after, _DAY, before=True))


def _beginning(ctx: Context, node: Tree, kind: str) -> tuple[ir.Expr, Stretch]:
    match node:
        case Tree("stretch_of_event", (unit, Phrase() as event)):
            stretch = Stretch(unit.name)
            return start_of(named_day(ctx, event, kind), stretch), stretch
        case Tree("stretch_of_day", (unit, inside)):
            stretch = Stretch(unit.name)
            return start_of(day(ctx, inside, kind), stretch), stretch
        case Tree("next_stretch" | "previous_stretch", (unit, beside)):
            stretch = Stretch(unit.name)
            start, length = _beginning(ctx, beside, kind)
            if length is not stretch:
                _unlike(ctx, node)
            back = node.name == "previous_stretch"
            return shifted(start, _LENGTHS[stretch], before=back), stretch
        case Tree("year_of", (year,)):
            return _written(ctx, node, whole(year), 1), Stretch.YEAR
        case Tree("month_of", (month, year)):
            return _written(ctx, node, whole(year), whole(month)), Stretch.MONTH
        case _:
            raise AssertionError(node)


def _unlike(ctx: Context, node: Tree) -> None:
    ctx.problem(
        Code.TWO_READINGS,
        f"`{ctx.act.text(node.span)}` may overlap what it follows or precedes",
        node.span,
        help_="name a week, month, quarter or year beside one of its own sort",
    )


def _written(ctx: Context, node: Tree, year: int, month: int) -> ir.Expr:
    if not FIRST_YEAR <= year <= date.max.year:
        ctx.problem(
            Code.WRONG_VALUE,
            f"`{ctx.act.text(node.span)}` is no year of four digits",
            node.span,
            help_="write the year with four digits",
        )
        year = FIRST_YEAR
    return ir.Literal(date(year, month, 1), Basic.DATE)


def _date_beside(ctx: Context, node: Tree, of_year: Tree, start: ir.Expr) -> ir.Expr:
    """Return the nearest day of a month and number that follows a day, or precedes it.

    Seen from a day that is so much earlier as 1 July lies after 1 January, the years begin on
    1 July: the next 1 July is the first day of the year after that.
    """
    first, second = of_year.children
    number, month = (second, first) if isinstance(first, int) else (first, second)
    of_month = whole(number)
    if (month, of_month) == _LEAP_DAY or not _exists(month, of_month):
        ctx.problem(
            Code.WRONG_VALUE,
            f"not every year has a `{ctx.act.text(of_year.span)}`",
            of_year.span,
            help_="name a day that every year has",
        )
        return start
    back = node.name == "preceding_date"
    seen = shifted(start, _DAY, before=True) if back else start
    if of_month > 1:
        seen = shifted(seen, Period(days=of_month - 1), before=True)
    if month > 1:
        seen = shifted(seen, Period(months=month - 1), before=True)
    begins = start_of(seen, Stretch.YEAR)
    return shifted(begins, Period(0 if back else 1, month - 1, of_month - 1))


def _exists(month: int, of_month: int) -> bool:
    try:
        date(2000, month, of_month)
    except ValueError:
        return False
    return True


# --- when something is -------------------------------------------------------------------


def when(place: Place, subject: ir.Expr, node: Tree) -> ir.Expr:
    """Return the condition that the day `subject` is when `time` says."""
    ctx, kind = place.ctx, place.kind
    tests: list[tuple[ir.Comparison, ir.Expr]]
    match node:
        case Tree("on" | "before" | "after" | "from" | "until" as way, (at,)):
            tests = [(_side(place, way, at), day(ctx, at, kind))]
        case Tree("from_until", (one, other)):
            tests = _inside(Stretched(day(ctx, one, kind), day(ctx, other, kind)))
        case Tree("within_after", (length, at, latest)):
            start = day(ctx, at, kind)
            last = shifted(start, period(length))
            tests = [(ir.Comparison.GT, start), (ir.Comparison.LE, last)]
            tests += _latest(place, latest)
        case Tree("within_before", (length, at, latest)):
            end = day(ctx, at, kind)
            first = shifted(end, period(length), before=True)
            tests = [(ir.Comparison.GE, first), (ir.Comparison.LT, end)]
            tests += _latest(place, latest)
        case Tree("in_interval", (inside,)):
            tests = _inside(interval(ctx, inside, kind))
        case _:
            raise AssertionError(node)
    parts = tuple(ir.Compare(way, subject, beside) for way, beside in tests)
    return parts[0] if len(parts) == 1 else ir.All(parts)


_SIDES = {
    "on": ir.Comparison.EQ,
    "before": ir.Comparison.LT,
    "after": ir.Comparison.GT,
    "from": ir.Comparison.GE,
    "until": ir.Comparison.LE,
}


def _side(place: Place, way: str, at: Tree) -> ir.Comparison:
    """Return how a day stands to another: before the end of a month is no later than that."""
    if at.name in _ENDS and way == "before":
        return ir.Comparison.LE
    if at.name in _ENDS and way == "from":
        place.ctx.problem(
            Code.TWO_READINGS,
            f"`{place.ctx.act.text(at.span)}` may itself be meant here, or what follows it",
            at.span,
            place.passage.where,
            help_="say that it is after the end, or on or after the last day",
        )
    return _SIDES[way]


def _latest(place: Place, latest: Tree | None) -> list[tuple[ir.Comparison, ir.Expr]]:
    if latest is None:
        return []
    return [(ir.Comparison.LE, day(place.ctx, latest, place.kind))]


def _inside(of: Stretched) -> list[tuple[ir.Comparison, ir.Expr]]:
    return [(ir.Comparison.GE, of.first), (ir.Comparison.LE, of.last)]


def interval(ctx: Context, node: Tree, kind: str) -> Stretched:
    """Return the first and the last day of a stretch of time, both inside it."""
    match node:
        case Tree("after_day", (length, at)):
            start = day(ctx, at, kind)
            return Stretched(shifted(start, _DAY), shifted(start, period(length)))
        case Tree("before_day", (length, at)):
            end = day(ctx, at, kind)
            return Stretched(
                shifted(end, period(length), before=True),
                shifted(end, _DAY, before=True),
            )
        case Tree("from_day_to_day", (first, last)):
            return Stretched(day(ctx, first, kind), day(ctx, last, kind))
        case Tree("ending_on", (length, at)):
            last = day(ctx, at, kind)
            after = shifted(last, _DAY)
            return Stretched(shifted(after, period(length), before=True), last)
        case Tree("beginning_on", (length, at)):
            first = day(ctx, at, kind)
            after = shifted(first, period(length))
            return Stretched(first, shifted(after, _DAY, before=True))
        case Tree("interval", (stretch,)):
            return _stretch(ctx, stretch, kind)
        case _:
            return _stretch(ctx, node, kind)


# --- the time between two days -----------------------------------------------------------


def time_between(place: Place, node: Tree) -> ir.Expr:
    """Return the number of days, or of whole weeks, months or years, between two days."""
    unit, first, last, *both_included = node.children
    start, end = (day(place.ctx, part, place.kind) for part in (first, last))
    if node.name == "days_with_both" or any(both_included):
        end = shifted(end, _DAY)
    match unit.name:
        case "days":
            return ir.DaysBetween(start, end)
        case "weeks":
            return _whole(ir.Largest((ir.DaysBetween(start, end), _ZERO)), 7)
        case "months":
            return ir.MonthsBetween(start, end)
        case _:
            return _whole(ir.MonthsBetween(start, end), 12)


_ZERO = ir.Literal(0, Basic.COUNT)


def _whole(number: ir.Expr, many: int) -> ir.Expr:
    """Return how many times `many` goes into a number."""
    share = ir.Literal(Fraction(1, many), Basic.NUMBER)
    return ir.Rounded(ir.Product((number, share)), ir.Rounding.DOWN, Fraction(1))
