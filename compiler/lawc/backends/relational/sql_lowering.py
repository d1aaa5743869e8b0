"""Layers in operations that SQL has: calendar and provisions in plain whole numbers and texts.

- A day some months after another is computed by whole numbers, on a calendar without an end.
- A provision is three texts that sort as its numbers do, `000000188-000000001` for 188-1, and
  lies in a range if they lie between those of its ends.
- What an operation reads more than once stands in a column of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lawc.backends.relational import terms as t
from lawc.backends.relational.evaluating import key_of
from lawc.backends.relational.layers import AddUp, Before, Compute, Layer, Sheet, Take
from lawc.runtime.values import Number, ProvisionRange

_CYCLE, _DAYS = 400, 146_097  # the calendar repeats after so many years, of so many days
_FIRST = 305  # days from 1 March of the year 0 to the day before the first
_LONG = (1, 3, 5, 7, 8, 10, 12)  # months of 31 days


def lowered(layers: Iterable[Layer]) -> Iterator[Layer]:
    """Yield layers that have no days after others, and no provisions in ranges."""
    number = 0
    for layer in layers:
        match layer:
            case Compute(kind, columns):
                lowering = _Lowering(Sheet(kind), number)
                made = tuple((name, lowering.term(term)) for name, term in columns)
                yield from lowering.sheet.layers()
                yield Compute(kind, made)
                number = lowering.number
            case AddUp(_, kind, columns, flags, _):
                lowering = _Lowering(Sheet(kind), number)
                sums = tuple((name, lowering.term(term)) for name, term in columns)
                truths = tuple((name, lowering.term(term)) for name, term in flags)
                yield from lowering.sheet.layers()
                yield replace(layer, columns=sums, flags=truths)
                number = lowering.number
            case Before(kind, _, first, last):
                lowering = _Lowering(Sheet(kind), number)
                ends = lowering.term(first), lowering.term(last)
                yield from lowering.sheet.layers()
                yield replace(layer, first=ends[0], last=ends[1])
                number = lowering.number
            case Take():
                yield layer


class _Lowering:
    """The terms of a table while they are lowered; further columns stand on `sheet`."""

    def __init__(self, sheet: Sheet, number: int) -> None:
        self.sheet = sheet
        self.number = number
        self.known: dict[Any, t.Term] = {}

    def put(self, term: Any) -> t.Term:
        """Return a term as a column or a constant."""
        if isinstance(term, (t.Column, t.Constant)):
            return term
        if term not in self.known:
            self.number += 1
            self.known[term] = self.sheet.put(f"#{self.number}", term)
        return self.known[term]

    def term(self, term: t.Term) -> t.Term:  # noqa: C901
        """Return a term in operations that SQL has."""
        match term:
            case t.Column() | t.Constant():
                return term
            case t.AllOf(parts) | t.AnyOf(parts) | t.Plus(parts) | t.Times(parts):
                return type(term)(tuple(map(self.term, parts)))
            case t.Most(parts) | t.Least(parts):
                return type(term)(tuple(self.put(self.term(part)) for part in parts))
            case t.Test(op, left, right):
                return t.Test(op, self.term(left), self.term(right))
            case t.Minus(left, right):
                return t.Minus(self.term(left), self.term(right))
            case t.If(test, then, otherwise):
                return t.If(self.term(test), self.term(then), self.term(otherwise))
            case t.Not(part):
                return t.Not(self.term(part))
            case t.Unknown(part):
                return t.Unknown(self.term(part))
            case t.OneOf(part, values):
                return t.OneOf(self.term(part), values)
            case t.Floor(part, by):
                return t.Floor(self.put(self.term(part)), by)
            case t.FloorBy(part, divisor):
                return t.FloorBy(self.put(self.term(part)), self.put(self.term(divisor)))
            case t.ProvisionKey():
                return term
            case t.LiesIn(part, ranges):
                return self.lies_in(self.put(self.term(part)), ranges)
            case t.Shifted(part, period, is_before, up):
                months = period.years * 12 + period.months
                moved = self.put(self.term(part))
                sign = -1 if is_before else 1
                if months:
                    moved = self.months_after(moved, sign * months, up=up)
                return _plus(moved, sign * period.days)

    # --- provisions ---

    def lies_in(self, record: t.Term, ranges: tuple[ProvisionRange, ...]) -> t.Term:
        """Return whether a provision lies in one of some ranges, as the runtime says it."""
        keys = [self.put(t.ProvisionKey(record, level)) for level in (1, 2, 3)]
        article, part, point = keys
        parts: list[t.Term] = []
        for first, last in ranges:
            if first.part is None:
                parts.append(_between(article, first.article, last.article))
                continue
            same = _is(article, first.article)
            if first.point is None or last.point is None:
                assert last.part is not None, "both ends are of one level"
                parts.append(_all(same, _between(part, first.part, last.part)))
            else:
                inside = _between(point, first.point, last.point)
                parts.append(_all(same, _all(_is(part, first.part), inside)))
        known = t.any_of(parts)
        return t.choice(t.Unknown(record), t.UNKNOWN, known)

    # --- the calendar ---

    def floor(self, term: t.Term, by: int) -> t.Term:
        """Return a whole number divided by another, without the rest."""
        return self.put(t.Floor(self.put(term), by))

    def months_after(self, day: t.Term, months: int, *, up: bool) -> t.Term:
        """Return the number of the day some months after the day of a number."""
        put, floor = self.put, self.floor
        since = put(_plus(day, _FIRST))  # days since 1 March of the year 0
        cycle = floor(since, _DAYS)
        rest = put(t.Minus(since, _times(cycle, _DAYS)))
        years = floor(
            t.Minus(
                t.Plus((rest, floor(rest, 36_524))),
                t.Plus((floor(rest, 1_460), floor(rest, 146_096))),
            ),
            365,
        )
        of_year = put(t.Minus(rest, self.days_of(years)))
        month = floor(_plus(_times(of_year, 5), 2), 153)  # 0 is March
        of_month = put(t.Minus(_plus(of_year, 1), floor(_plus(_times(month, 153), 2), 5)))
        # months since January of the year 0: a year of March begins with the third
        counted = put(
            t.Plus((_times(cycle, 12 * _CYCLE), _times(years, 12), _plus(month, 2 + months)))
        )
        return self.day_in(counted, of_month, up=up)

    def days_of(self, years: t.Term) -> t.Term:
        """Return the days of some first years of a cycle that begins with March."""
        leaps = t.Minus(self.floor(years, 4), self.floor(years, 100))
        return self.put(t.Plus((_times(years, 365), leaps)))

    def day_in(self, months: t.Term, of_month: t.Term, *, up: bool) -> t.Term:
        """Return the number of a day of the month so many months after January of year 0."""
        put, floor = self.put, self.floor
        year = floor(months, 12)
        month = put(t.Minus(months, _times(year, 12)))  # 0 is January
        short = t.choice(self.leap(year), t.Constant(29), t.Constant(28))
        long = t.any_of([t.Test("=", month, t.Constant(each - 1)) for each in _LONG])
        february = t.Test("=", month, t.Constant(1))
        length = put(t.choice(february, short, t.choice(long, t.Constant(31), t.Constant(30))))
        beyond = put(t.Test(">", of_month, length))
        day = put(t.choice(beyond, length, of_month))
        further = t.choice(beyond, t.Constant(1), t.Constant(0)) if up else t.Constant(0)
        since = put(_plus(months, -2))  # months since March of the year 0
        year = floor(since, 12)
        month = put(t.Minus(since, _times(year, 12)))
        cycle = floor(year, _CYCLE)
        years = put(t.Minus(year, _times(cycle, _CYCLE)))
        before = floor(_plus(_times(month, 153), 2), 5)  # days of a year before the month
        parts = (_times(cycle, _DAYS), self.days_of(years), before, day, further)
        moved = _plus(t.Plus(parts), -_FIRST - 1)
        return put(t.choice(t.Unknown(of_month), t.Constant(None, "number"), moved))

    def leap(self, year: t.Term) -> t.Term:
        """Return whether a year has a day more."""

        def divisible(by: int) -> t.Term:
            return t.Test("=", year, _times(self.floor(year, by), by))

        return t.any_of([t.all_of([divisible(4), t.negation(divisible(100))]), divisible(400)])


def _is(key: t.Term, number: Number) -> t.Term:
    return t.Test("=", key, t.Constant(key_of(number)))


def _between(key: t.Term, first: Number, last: Number) -> t.Term:
    if first == last:
        return _is(key, first)
    return t.all_of(
        [
            t.Test(">=", key, t.Constant(key_of(first))),
            t.Test("<=", key, t.Constant(key_of(last))),
        ]
    )


def _all(same: t.Term, inside: t.Term) -> t.Term:
    """Return whether a number is the same and what is below it lies inside.

    Where the number fails, what is below is not asked: it may be unknown.
    """
    return t.all_of([same, inside])


def _plus(term: t.Term, number: int) -> t.Term:
    return t.Plus((term, t.Constant(number))) if number else term


def _times(term: t.Term, factor: int) -> t.Term:
    return t.times(term, factor)
