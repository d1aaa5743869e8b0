"""The rows of a table as cases: every case falls in one row, and in no two.

What is tried are values on both sides of each bound, in every combination of the columns.
Bounds that follow another amount are taken to rise, or to fall, from row to row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise, product
from typing import Any, NamedTuple, TypeAlias

from lawc.diagnostics.codes import Code
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.ir.walk import unstated
from lawc.lower.context import Place
from lawc.source import Span

MOST = 50_000  # combinations that are tried


class Ends(NamedTuple):
    """A cell: the subject lies between two bounds, of which each may be included or open."""

    subject: ir.Expr
    low: ir.Expr | None
    high: ir.Expr | None
    low_in: bool
    high_in: bool

    def conditions(self) -> tuple[ir.Expr, ...]:
        """Return the conditions that the cell states."""
        if self.low is not None and self.low == self.high:
            return (ir.Compare(ir.Comparison.EQ, self.subject, self.low),)
        found: list[ir.Expr] = []
        if self.low is not None:
            op = ir.Comparison.GE if self.low_in else ir.Comparison.GT
            found.append(ir.Compare(op, self.subject, self.low))
        if self.high is not None:
            op = ir.Comparison.LE if self.high_in else ir.Comparison.LT
            found.append(ir.Compare(op, self.subject, self.high))
        return tuple(found)


class Among(NamedTuple):
    """A cell: the subject is one of some values of a choice."""

    subject: ir.Expr
    values: tuple[str, ...]

    def conditions(self) -> tuple[ir.Expr, ...]:
        """Return the conditions that the cell states."""
        return (ir.OneOf(self.subject, self.values),)


class Holds(NamedTuple):
    """A cell: a condition holds."""

    condition: ir.Expr

    def conditions(self) -> tuple[ir.Expr, ...]:
        """Return the conditions that the cell states."""
        return (self.condition,)


class AnyOther(NamedTuple):
    """A cell: whatever no other row names."""

    def conditions(self) -> tuple[ir.Expr, ...]:
        """Return the conditions that the cell states: none."""
        return ()


Key: TypeAlias = Ends | Among | Holds | AnyOther


class RowKeys(NamedTuple):
    """The cells of a row before its value, and where it stands."""

    keys: tuple[Key, ...]
    span: Span
    text: str


def check_rows(
    place: Place,
    subjects: Sequence[ir.Expr],
    types: Sequence[Type | None],
    rows: Sequence[RowKeys],
) -> None:
    """Report a case that falls in no row, and one that falls in two."""
    if any(not row.keys for row in rows):
        return
    best = min((_Grid(rows, types, subjects, way) for way in (1, -1)), key=_Grid.problems)
    for code, row, message, help_ in best.found:
        span = rows[row].span
        place.ctx.problem(code, message, span, place.passage.where, help_=help_)


class _Grid:
    """The cases that are tried, with what is found wrong with the rows."""

    def __init__(
        self,
        rows: Sequence[RowKeys],
        types: Sequence[Type | None],
        subjects: Sequence[ir.Expr],
        way: int,
    ) -> None:
        self.rows = rows
        self.ranks = _ranks(rows, way)
        self.found: list[tuple[Code, int, str, str]] = []
        kinds = dict(zip(subjects, types, strict=True))
        self.columns: dict[ir.Expr, tuple[Any, ...]] = {
            subject: self.samples(subject, type_) for subject, type_ in kinds.items()
        }
        for row in rows:
            for key in row.keys:
                if isinstance(key, Holds):
                    self.columns[_affirmed(key.condition)[0]] = (True, False)
        number = 1
        for values in self.columns.values():
            number *= max(len(values), 1)
        if number <= MOST:
            self.look()

    def problems(self) -> int:
        """Return how many problems are found."""
        return len(self.found)

    def samples(self, subject: ir.Expr, type_: Type | None) -> tuple[Any, ...]:
        """Return values of an amount: at its bounds, between them and beyond."""
        if isinstance(type_, Choice):
            return type_.values
        ends = sorted({end for key in self.ends(subject) for end in self.bounds(key)})
        if not ends:
            return (Fraction(0),)
        if type_ is Basic.COUNT and not self.ranks:
            near = {end + by for end in ends for by in (-1, 0, 1)}
            return tuple(sorted(n for n in near if n >= 0))
        between = [(a + b) / 2 for a, b in pairwise(ends)]
        return (ends[0] - 1, *ends, *between, ends[-1] + 1)

    def ends(self, subject: ir.Expr) -> Iterator[Ends]:
        """Yield the cells about an amount."""
        for row in self.rows:
            for key in row.keys:
                if isinstance(key, Ends) and key.subject == subject:
                    yield key

    def bounds(self, key: Ends) -> list[Fraction]:
        """Return the bounds of a cell as numbers."""
        return [self.number(end) for end in (key.low, key.high) if end is not None]

    def number(self, end: ir.Expr) -> Fraction:
        """Return a bound as a number: its value, or its rank among those of the table."""
        return self.ranks[end] if self.ranks else _value(end)

    def look(self) -> None:
        """Find the first case in no row, and the first in both of any two rows."""
        missing, twice = False, set[tuple[int, int]]()
        for values in product(*self.columns.values()):
            case = dict(zip(self.columns, values, strict=True))
            named = [n for n, row in enumerate(self.rows) if self.holds(row, case, named=True)]
            if not named:
                rest = [n for n, row in enumerate(self.rows) if self.holds(row, case)]
                if not rest and not missing:
                    missing = True
                    message = f"the table gives no value for {self.shown(case)}"
                    self.found.append((Code.TABLE_GAP, len(self.rows) - 1, message, _GAP))
            for pair in pairwise(named):
                if pair not in twice:
                    twice.add(pair)
                    message = (
                        f"the rows `{self.rows[pair[0]].text}` and `{self.rows[pair[1]].text}` "
                        f"both give a value for {self.shown(case)}"
                    )
                    self.found.append((Code.TABLE_OVERLAP, pair[1], message, _OVERLAP))

    def holds(self, row: RowKeys, case: Mapping[ir.Expr, Any], *, named: bool = False) -> bool:
        """Return whether a case falls in a row; `named`: in one that names it in each cell."""
        return all(self.falls(key, case, named=named) for key in row.keys)

    def falls(self, key: Key, case: Mapping[ir.Expr, Any], *, named: bool) -> bool:
        """Return whether a case is as a cell asks."""
        match key:
            case AnyOther():
                return not named
            case Holds(condition):
                affirmed, same = _affirmed(condition)
                return bool(case[affirmed]) is same
            case Among(subject, values):
                return case[subject] in values
            case Ends(subject, low, high, low_in, high_in):
                value = case[subject]
                if low is not None:
                    least = self.number(low)
                    if value < least or (value == least and not low_in):
                        return False
                if high is not None:
                    most = self.number(high)
                    return bool(value < most or (value == most and high_in))
                return True

    def shown(self, case: Mapping[ir.Expr, Any]) -> str:
        """Return a case in words: the values of its columns that have any."""
        words = [
            str(value)
            for value in case.values()
            if not isinstance(value, bool) and not (self.ranks and isinstance(value, Fraction))
        ]
        return f"`{', '.join(words)}`" if words else "some case"


_GAP = "add a row for it, or a last one for any other case"
_OVERLAP = "let each case fall in one row"


def _ranks(rows: Iterable[RowKeys], way: int) -> dict[ir.Expr, Fraction]:
    """Return the bounds of a table as numbers that rise in the order of the rows.

    There are none if all bounds are values that the law writes.
    """
    ends = [
        end
        for row in rows
        for key in row.keys
        if isinstance(key, Ends)
        for end in ((key.low, key.high) if way > 0 else (key.high, key.low))
        if end is not None
    ]
    if all(isinstance(unstated(end), ir.Literal) for end in ends):
        return {}
    return {end: Fraction(way * place) for place, end in enumerate(dict.fromkeys(ends))}


def _value(end: ir.Expr) -> Fraction:
    value = end.value if isinstance(end, ir.Literal) else 0
    if isinstance(value, date):
        return Fraction(value.toordinal())
    return Fraction(value) if isinstance(value, (int, Fraction)) else Fraction(0)


def _affirmed(condition: ir.Expr) -> tuple[ir.Expr, bool]:
    """Return a condition without its denial, and whether it is to hold."""
    plain, same = unstated(condition), True
    while isinstance(plain, ir.Not):
        plain, same = unstated(plain.part), not same
    return plain, same
