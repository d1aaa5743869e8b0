"""The expressions of the checked form: values and conditions, one class a construct.

`lawc.ir.nodes` says how they are read; use them from there, as `ir.All`.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from lawc.ir.orders import Comparison, Rounding
from lawc.ir.types import Type
from lawc.records import dataclass
from lawc.runtime.values import Period, Provision, ProvisionRange, Stretch
from lawc.source import NOWHERE, Span

Value: TypeAlias = bool | int | Fraction | date | str | Provision


# --- expressions that are values -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Literal:
    """A value written in the law."""

    value: Value
    type: Type


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the thing of `kind` in scope; as a condition, a fact of type truth."""

    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A day that a request supplies, such as the effective day."""

    key: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a provision defines, of the thing in scope."""

    key: str


@dataclass(frozen=True, slots=True)
class Decided:
    """The decision `key` of the thing in scope; nothing if the law decides nothing."""

    key: str


@dataclass(frozen=True, slots=True)
class Total:
    """The parts added up."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class IfAny:
    """`part`, and zero where the law gives it no value: "the fee, if any"."""

    part: Expr


@dataclass(frozen=True, slots=True)
class Difference:
    """`left` less `right`."""

    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class Product:
    """The parts multiplied."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Quotient:
    """The first part divided by the second; where that is zero the third, or nothing."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Largest:
    """The largest of the parts."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest of the parts."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class ByCase:
    """The value that stands after the first condition that holds.

    `parts` are by turns a condition and a value; after them, what holds in any other case.
    Without that there is nothing in any other case.
    """

    parts: tuple[Expr, ...]

    @property
    def cases(self) -> tuple[tuple[Expr, Expr], ...]:
        """Each condition with its value, in order."""
        return tuple(zip(self.parts[::2], self.parts[1::2], strict=False))

    @property
    def values(self) -> tuple[Expr, ...]:
        """The values of all cases, that in any other case last."""
        return self.parts[1::2] + (self.parts[-1:] if len(self.parts) % 2 else ())

    @property
    def in_turn(self) -> tuple[tuple[Expr, bool], ...]:
        """Each of the parts, and whether it is a value."""
        last = len(self.parts) - 1
        return tuple(
            (part, place % 2 == 1 or place == last) for place, part in enumerate(self.parts)
        )

    @property
    def otherwise(self) -> Expr | None:
        """The value in any other case."""
        return self.parts[-1] if len(self.parts) % 2 else None


@dataclass(frozen=True, slots=True)
class Shifted:
    """The day `period` after `day`, or before it."""

    day: Expr
    period: Period
    before: bool = False


@dataclass(frozen=True, slots=True)
class DaysBetween:
    """The number of days from `start` to `end`, negative if `end` is earlier."""

    start: Expr
    end: Expr


@dataclass(frozen=True, slots=True)
class StartOf:
    """The first day of the week, month, quarter or year in which `day` lies."""

    day: Expr
    unit: Stretch


@dataclass(frozen=True, slots=True)
class MonthsBetween:
    """The number of whole months from `start` to `end`; zero if `end` is earlier.

    The day so many months after `start` is not after `end`, and that of one month more is.
    """

    start: Expr
    end: Expr


@dataclass(frozen=True, slots=True)
class DaysIn:
    """The number of days from `first` to `last`, both included, where `condition` holds.

    It is zero if `last` is earlier. In a sum over members a day that lies in several such spans
    counts once.
    """

    first: Expr
    last: Expr
    condition: Expr


@dataclass(frozen=True, slots=True)
class Rounded:
    """`part` brought to a whole multiple of `unit`."""

    part: Expr
    rounding: Rounding
    unit: Fraction


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: over `over` (None: from the lowest) up to and including `up_to`."""

    over: Fraction | None
    up_to: Fraction | None
    value: Fraction


@dataclass(frozen=True, slots=True)
class Bracketed:
    """A table applied to `subject`.

    `by_part` False: the value of the row in which the subject falls. `by_part` True: the sum
    over the rows of the row's value times the part of the subject that falls in that row.
    """

    subject: Expr
    rows: tuple[Row, ...]
    by_part: bool


@dataclass(frozen=True, slots=True)
class CountOf:
    """The number of members of `kind` of the thing in scope under `condition` (None: all)."""

    kind: str
    condition: Expr | None


@dataclass(frozen=True, slots=True)
class TotalOf:
    """The sum of `value` over the members of `kind` of the thing in scope; of none, zero.

    It is nothing if the law gives a member no value.
    """

    kind: str
    value: Expr


# --- expressions that are conditions ---------------------------------------------------


@dataclass(frozen=True, slots=True)
class Compare:
    """`left` stands to `right` as `op` says."""

    op: Comparison
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True)
class OneOf:
    """`subject`, a choice, is one of `values`."""

    subject: Expr
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Under:
    """`subject`, a provision, lies in one of `ranges`; a coarse record may leave it unknown."""

    subject: Expr
    ranges: tuple[ProvisionRange, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """It is not the case that `part`."""

    part: Expr


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; of no parts, true."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """At least one part holds; of no parts, false."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `number` of the parts hold."""

    number: int
    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least `number` members of `kind` of the thing in scope satisfy `condition`."""

    number: int
    kind: str
    condition: Expr


@dataclass(frozen=True, slots=True)
class Every:
    """Each member of `kind` of the thing in scope satisfies `condition`; of none, true."""

    kind: str
    condition: Expr


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that a provision defines holds of the thing of its kind in scope."""

    key: str


@dataclass(frozen=True, slots=True)
class Applies:
    """At least one rule at or below one of the elements `eids` applies to the thing."""

    eids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stated:
    """`part` as the law states it: a node of every reasoning tree.

    `eid` names the lettered point or other element that says it, None inside a sentence.
    """

    text: str
    part: Expr
    eid: str | None = None
    span: Span = field(default=NOWHERE, compare=False, repr=False)


Expr: TypeAlias = (
    Literal
    | Fact
    | Parameter
    | Quantity
    | Decided
    | Total
    | IfAny
    | Difference
    | Product
    | Quotient
    | Largest
    | Smallest
    | ByCase
    | Shifted
    | DaysBetween
    | StartOf
    | MonthsBetween
    | DaysIn
    | Rounded
    | Bracketed
    | CountOf
    | TotalOf
    | Compare
    | OneOf
    | Under
    | Not
    | All
    | Any
    | AtLeast
    | Some
    | Every
    | Concept
    | Applies
    | Stated
)

# Values that are computed from parts, and that are nothing if a part is nothing.
NOTHING_STAYS = (
    Total, Difference, Product, Quotient, Largest, Smallest, Shifted, DaysBetween, StartOf,
    MonthsBetween, DaysIn, Rounded, Bracketed, Stated,
)  # fmt: skip
