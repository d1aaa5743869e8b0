"""Amounts with their reasons: a value, the operation that makes it, and its operands.

Standard library only. An amount stands in what a rule gives (`lawc.runtime.reasons.Gift`). Its
value follows from those of its parts, so that a reader can check each step.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import NamedTuple, TypeAlias

Plain: TypeAlias = str | bool | int  # a value as in JSON


class Makes(Enum):
    """The operation that makes the value of an amount."""

    WRITTEN = "written"  # the law says it
    FACT = "fact"  # the fact at `path`
    DAY = "day"  # a day that the case is decided for
    DECISION = "decision"  # decided of a thing; its grounds say why
    QUANTITY = "quantity"  # of the one part, what the version in force says
    SUPPLIED = "supplied"  # a quantity that the caller supplied
    TOTAL = "total"
    IF_ANY = "if_any"  # zero where the one part has no value
    LESS = "less"  # of two parts
    QUOTIENT = "quotient"  # of the first part by the second; the third where that is zero
    PRODUCT = "product"
    LARGEST = "largest"
    SMALLEST = "smallest"
    BY_CASE = (
        "by_case"  # by turns a condition and a value; the value after the first that holds
    )
    DAYS = "days"  # from the first part to the second
    MONTHS = "months"  # whole ones, from the first part to the second
    SPAN = "span"  # days from the first part to the second, both included, if the third holds
    START = "start"  # the first day of the stretch in which the one part lies
    ROUNDED = "rounded"  # the one part, as `rounding` says
    SHIFTED = "shifted"  # the one part, a day, by `period`
    ROW = "row"  # of the row in which the one part falls
    PARTS = "parts"  # the products of the rows, of the parts of the one part in them
    COUNT = "count"  # the number of `counted` members
    SUM = "sum"  # of the members that are the parts
    CONDITION = "condition"  # whether it holds
    MEMBER = "member"  # the one part, of the member at `path`
    ELSEWHERE = "elsewhere"  # as the amount of the same path in the ground that has the parts


class Row(NamedTuple):
    """A row of a table: over `over` (None: from the lowest) up to and including `up_to`."""

    over: Plain | None
    up_to: Plain | None
    value: Plain


class RowUsed(NamedTuple):
    """A row that counts; of a table by parts, the part of the value in it and the product."""

    row: Row
    part: Plain | None = None
    product: Plain | None = None


class Rounding(NamedTuple):
    """The direction, `up`, `down` or `nearest`, and the unit of which a multiple is left."""

    direction: str
    unit: Plain


class Moved(NamedTuple):
    """The period by which a day is moved; `before` tells that the earlier day is meant."""

    years: int
    months: int
    days: int
    before: bool


class AmountHead(NamedTuple):
    """The part of an amount that is the same in every case.

    `type` is one of `count`, `number`, `fraction`, `money`, `date`, `choice`, `truth`, and
    `currency` the key of that of money. `text` are the words of the law for what has a key.
    `citation`, `start` and `end` are of the version of a quantity. `key` is also the stretch of
    the calendar of a START: `week`, `month`, `quarter` or `year`.
    """

    makes: Makes
    type: str = "number"
    currency: str = ""
    text: str = ""
    key: str = ""
    citation: str = ""
    start: date | None = None
    end: date | None = None
    rounding: Rounding | None = None
    period: Moved | None = None
    rows: tuple[Row, ...] = ()


class Amount(NamedTuple):
    """A value in a case and what it is made of.

    `value` is None if it is unknown, or if there is none: then it is `nothing`. `path` is that
    of a fact, a quantity, a decision or a member, of a list for COUNT and SUM. `counted`
    are the members that a COUNT counts; of an unknown COUNT, those of which it is unknown
    whether they count. `number` is how many members the list has, None if it is unknown.
    `provisions` are those that decide.
    """

    head: AmountHead
    value: Plain | None
    nothing: bool = False
    path: str = ""
    assumed: bool = False
    parts: tuple[Amount, ...] = ()
    rows: tuple[RowUsed, ...] = ()
    counted: tuple[str, ...] = ()
    number: int | None = None
    provisions: tuple[str, ...] = ()

    @property
    def makes(self) -> Makes:
        """The operation that makes the value."""
        return self.head.makes


def rows_used(head: AmountHead, subject: Plain | None) -> tuple[RowUsed, ...]:
    """Return the rows of the table of an amount that count for a value."""
    if subject is None:
        return ()
    value = exact(subject)
    if head.makes is Makes.ROW:
        falling = [row for row in head.rows if _holds(row, value)]
        return tuple([RowUsed(row) for row in falling[:1]])
    used = []
    for row in head.rows:
        part = _part(row, value)
        if part > 0:
            product = number(part * exact(row.value), fraction=head.type == "fraction")
            used.append(RowUsed(row, number(part, fraction=False), product))
    return tuple(used)


def _holds(row: Row, value: Fraction) -> bool:
    """Return whether a value falls in a row."""
    above = row.over is None or value > exact(row.over)
    return above and (row.up_to is None or value <= exact(row.up_to))


def _part(row: Row, value: Fraction) -> Fraction:
    """Return how much of a value falls in a row; below zero if it does not reach it."""
    top = value if row.up_to is None else min(value, exact(row.up_to))
    return top - (0 if row.over is None else exact(row.over))


def exact(value: Plain) -> Fraction:
    """Return the number that a value of JSON writes."""
    return Fraction(value)


# --- quantities laid out once ----------------------------------------------------------


def amounts_once(amounts: Iterable[Amount | None]) -> tuple[Amount | None, ...]:
    """Return amounts with the parts of a quantity of a thing laid out once.

    A quantity that stands there again is ELSEWHERE: laid out each time, an amount doubles with
    each quantity that is used twice.
    """
    seen: set[tuple[str, str]] = set()
    return tuple([None if amount is None else _once(amount, seen) for amount in amounts])


def _once(amount: Amount, seen: set[tuple[str, str]]) -> Amount:
    if not amount.parts:
        return amount
    if amount.makes is Makes.QUANTITY:
        if (amount.head.key, amount.path) in seen:
            head = amount.head._replace(makes=Makes.ELSEWHERE)
            return amount._replace(head=head, parts=())
        seen.add((amount.head.key, amount.path))
    return amount._replace(parts=tuple([_once(part, seen) for part in amount.parts]))


# --- numbers ---------------------------------------------------------------------------


def number(value: Fraction, *, fraction: bool) -> int | str:
    """Return a number as in JSON; `fraction` tells that its type is a part of something.

    A fraction is always "1/2". Another number is an integer where it is whole, an exact
    decimal in quotes where it has one, and else again "1/3".
    """
    if fraction:
        return str(value)
    if value.denominator == 1:
        return value.numerator
    left, places = value.denominator, 0
    while left % 2 == 0 or left % 5 == 0:
        left //= 10 if left % 10 == 0 else 2 if left % 2 == 0 else 5
        places += 1
    if left != 1:
        return str(value)
    digits = str(abs(value.numerator) * 10**places // value.denominator).zfill(places + 1)
    sign = "-" if value < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}"
