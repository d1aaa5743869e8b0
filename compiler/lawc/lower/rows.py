"""The rows of a table as cases: every case falls in one row, and in no two.

What is tried are values on both sides of each bound, column after column, with the rows that
the columns before leave; combinations that leave the same rows are tried once. Bounds that
follow another amount are taken to rise, or to fall, from row to row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple, TypeAlias

from lawc.diagnostics.codes import Code
from lawc.diagnostics.model import Severity
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.ir.walk import unstated
from lawc.lower.context import Place
from lawc.source import Span

MOST = 1_000_000  # cells that are looked at, about a second; beyond, it is said


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
    if not best.whole:
        place.ctx.problem(
            Code.TABLE_GAP,
            f"the table has more cases than are tried: {MOST:,} cells were looked at, and "
            "whether every case falls in one row is not known",
            rows[0].span,
            place.passage.where,
            help_="divide it into several tables, or give cases examples",
            severity=Severity.WARNING,
        )


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
        self.looked_at = 0
        self.missing = False
        self.twice: set[tuple[int, int]] = set()
        self.tried: set[tuple[int, tuple[int, ...]]] = set()
        self.of_column = [
            [[key for key in row.keys if _subject(key) == subject] for row in rows]
            for subject in self.columns
        ]
        self.whole = self.look(tuple(range(len(rows))), {})

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

    def look(self, left: tuple[int, ...], case: dict[ir.Expr, Any]) -> bool:
        """Find the first case in no row, and the first in both of any two.

        The rows that are `left` are those in which the columns of the case fall. Return whether
        all cases were tried.
        """
        place = len(case)
        if not left or place == len(self.columns):
            self.tell(left, case)
            return True
        if (place, left) in self.tried:
            return True
        self.tried.add((place, left))
        subject, keys = list(self.columns)[place], self.of_column[place]
        for value in self.columns[subject]:
            self.looked_at += len(left)
            if self.looked_at > MOST:
                return False
            further = {**case, subject: value}
            after = [n for n in left if all(self.falls(key, further) for key in keys[n])]
            if not self.look(tuple(after), further):
                return False
        return True

    def tell(self, left: tuple[int, ...], case: Mapping[ir.Expr, Any]) -> None:
        """Note what is wrong with a case that falls in these rows."""
        if not left and not self.missing:
            self.missing = True
            message = f"the table gives no value for {self.shown(case)}"
            self.found.append((Code.TABLE_GAP, len(self.rows) - 1, message, _GAP))
        named = [n for n in left if AnyOther() not in self.rows[n].keys]
        for pair in pairwise(named):
            if pair not in self.twice:
                self.twice.add(pair)
                message = (
                    f"the rows `{self.rows[pair[0]].text}` and `{self.rows[pair[1]].text}` "
                    f"both give a value for {self.shown(case)}"
                )
                self.found.append((Code.TABLE_OVERLAP, pair[1], message, _OVERLAP))

    def falls(self, key: Key, case: Mapping[ir.Expr, Any]) -> bool:
        """Return whether a case is as a cell asks."""
        match key:
            case AnyOther():
                return True
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


def _subject(key: Key) -> ir.Expr | None:
    """Return what a cell is about, without a denial; of a cell for any other case, nothing."""
    match key:
        case Holds(condition):
            return _affirmed(condition)[0]
        case AnyOther():
            return None
        case _:
            return key.subject


def _affirmed(condition: ir.Expr) -> tuple[ir.Expr, bool]:
    """Return a condition without its denial, and whether it is to hold."""
    plain, same = unstated(condition), True
    while isinstance(plain, ir.Not):
        plain, same = unstated(plain.part), not same
    return plain, same
