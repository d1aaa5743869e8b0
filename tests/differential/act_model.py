"""Sentences of an act, as trees of their own, in the terms of a reader.

Nothing here is of the compiler: `act_writing` writes such a tree as the text of an act with its
vocabulary, and `naive` reads it. The compiler sees the text only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from tests.differential import act_declared as d

# --- values in a sentence ---------------------------------------------------------------


@dataclass(frozen=True)
class Written:
    """A number, fraction, amount of money or day of the calendar."""

    type: str
    value: Fraction | date


@dataclass(frozen=True)
class NamedDay:
    """A day that is asked for, or that a fact says."""

    day: str | d.Fact


@dataclass(frozen=True)
class FoundDay:
    """A day that is found from others.

    It lies a `number` of a `unit` `after` the first day, or `before` it; it is the `first` or
    the `last` day of the unit in which that lies; or it is the `later` or `earlier` of two.
    """

    how: str
    days: tuple[Day, ...]
    unit: str = ""
    number: int = 0


Day: TypeAlias = "Written | NamedDay | FoundDay"


@dataclass(frozen=True)
class Choices:
    """Values of a choice, any of them."""

    values: tuple[str, ...]


@dataclass(frozen=True)
class Spans:
    """Provisions of another act, from one to another: articles, or parts, or points."""

    spans: tuple[tuple[tuple[d.Number, ...], d.Number, d.Number], ...]  # (within, first, last)


Given: TypeAlias = Written | NamedDay | FoundDay | Choices | Spans

# --- amounts ----------------------------------------------------------------------------


@dataclass(frozen=True)
class Noun:
    """A fact, quantity or decision by its noun; `if_any`: nothing counts as zero."""

    of: d.Fact | d.Quantity | d.Decision
    if_any: bool = False


@dataclass(frozen=True)
class DaysFromTo:
    """The number of days from one day to another, or of whole weeks, months or years."""

    start: Day
    end: Day
    unit: str = "days"
    both_included: bool = False


@dataclass(frozen=True)
class Which:
    """What is said of those who are meant, of several lists in the one at `place`."""

    place: int
    word: str
    parts: tuple[Test | IsA, ...]


@dataclass(frozen=True)
class Group:
    """Several things: members of a list, or of the lists of those of another, and so on.

    `path` are their kinds, from the list of the thing that is spoken of on.
    """

    path: tuple[str, ...]
    which: Which | None = None

    @property
    def kind(self) -> str:
        """The kind of the members."""
        return self.path[-1]


@dataclass(frozen=True)
class NumberOf:
    """The number of several things."""

    group: Group


@dataclass(frozen=True)
class SumOf:
    """The sum of an amount of each of several things, or `plural`: of the amounts of them."""

    noun: Noun
    group: Group
    plural: bool = False


BETWEEN = ("plus", "less", "multiplied by", "divided by", "increased by", "reduced by")
BEFORE = (  # several amounts: `the sum of A, B and C`
    "the sum of", "the product of", "the larger of", "the smaller of", "the greater of",
    "the lesser of",
)  # fmt: skip
UNITS = ("cent", "euro", "multiple of 5 euro", "multiple of 0.05 euro")
FOR_EACH = ("for each of", "for each part", "for each complete")
OTHERS = (
    *FOR_EACH,
    "the ratio of",
    "divided or zero",
    "twice",
    "the excess of",
    "so much of",
    "share of",
)


@dataclass(frozen=True)
class Sums:
    """Arithmetic: `word` stands `BETWEEN` the parts or `BEFORE` them, or is one of `OTHERS`.

    An amount is increased and reduced by a share of itself if the second part is a share.
    """

    word: str
    parts: tuple[Term, ...]


Term: TypeAlias = "Noun | Written | DaysFromTo | NumberOf | SumOf | Sums"


@dataclass(frozen=True)
class Limit:
    """`not less than` or `not more than` an amount, or `up`, `down`, `nearest` to a unit."""

    how: str
    by: Term | str


# --- conditions -------------------------------------------------------------------------


@dataclass(frozen=True)
class Test:
    """A phrase of the vocabulary, or its negative form."""

    sense: d.Sense
    given: tuple[Given, ...]
    negative: bool = False


@dataclass(frozen=True)
class IsA:
    """The thing is, or is not, of a class."""

    named: d.Sense | d.Concept
    given: tuple[Given, ...] = ()
    negative: bool = False


@dataclass(frozen=True)
class Measured:
    """An amount compared with another."""

    noun: Noun
    word: str
    right: Term


@dataclass(frozen=True)
class DayIs:
    """A day is when it is said to be: on another day, before it, within a period after it."""

    day: NamedDay
    word: str
    days: tuple[Day, ...]
    number: int = 0
    unit: str = ""


@dataclass(frozen=True)
class Lasted:
    """What lasted `on` a day, `throughout` some days, or a `number` of days in all."""

    span: d.Span
    how: str
    days: tuple[Day, ...]
    number: int = 0
    negative: bool = False


@dataclass(frozen=True)
class Members:
    """So many of the members are such: `each of`, `none of` or `at least ... of` them."""

    word: str
    number: int
    group: Group
    part: Test | IsA


@dataclass(frozen=True)
class Address:
    """An element of the act: an article, a paragraph of one, a point of that."""

    article: int
    paragraph: int | None = None
    point: int | None = None


@dataclass(frozen=True)
class AppliesTo:
    """A provision applies to the thing, or does not."""

    address: Address
    kind: str
    negative: bool = False


@dataclass(frozen=True)
class IsDecided:
    """The law decides an effect of the thing."""

    effect: d.Effect


@dataclass(frozen=True)
class NotTheCase:
    """It is not the case that the part holds."""

    part: Clause


@dataclass(frozen=True)
class Chain:
    """Clauses joined by `and`, or by `or`."""

    word: str
    parts: tuple[Clause, ...]


@dataclass(frozen=True)
class Item:
    """An item of a list of conditions; in another `case` than its own it holds."""

    condition: Condition
    unless: Closed | None = None
    case: Closed | None = None


@dataclass(frozen=True)
class Listed:
    """A list: `any`, `all`, `none` or `at least` so many of the items."""

    word: str
    number: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class MembersListed:
    """So many of the members satisfy a list."""

    word: str
    number: int
    group: Group
    how: Listed


Clause: TypeAlias = "Test | IsA | Measured | DayIs | Lasted | Members | AppliesTo | IsDecided"
Closed: TypeAlias = "Clause | NotTheCase | Chain"
Condition: TypeAlias = "Closed | Listed | MembersListed"

# --- sentences --------------------------------------------------------------------------


@dataclass(frozen=True)
class Class:
    """A class of things with what is said of them: `a person who ... and who ...`."""

    named: d.Kind | d.Sense | d.Concept
    given: tuple[Given, ...] = ()
    word: str = "and"
    predicates: tuple[Test, ...] = ()


@dataclass(frozen=True)
class ClassItem:
    """An item that describes a class: one of several, or one to whom a list applies."""

    classes: tuple[Class, ...]
    for_whom: Listed | None = None
    if_: Condition | None = None
    unless: Closed | None = None


@dataclass(frozen=True)
class Grants:
    """A class of things has an effect; with `imposing`, the effect comes first."""

    effect: d.Effect
    given: Written | None
    cls: Class | None
    if_: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True)
class GrantsFollowing:
    """The following have an effect: a list of classes."""

    effect: d.Effect
    items: tuple[ClassItem, ...]


@dataclass(frozen=True)
class Excludes:
    """Provisions do not apply to a class of things."""

    targets: tuple[Address, ...]
    cls: Class
    if_: Condition | None = None
    unless: Condition | None = None


@dataclass(frozen=True)
class Limits:
    """Provisions apply to a class of things only if a condition holds."""

    targets: tuple[Address, ...]
    cls: Class
    only_if: Condition


@dataclass(frozen=True)
class Means:
    """The meaning of a class."""

    concept: d.Concept
    classes: tuple[Class, ...]


@dataclass(frozen=True)
class MeansFollowing:
    """The meaning of a class: any of a list."""

    concept: d.Concept
    items: tuple[ClassItem, ...]


@dataclass(frozen=True)
class Terms:
    """Several classes defined in one list."""

    parts: tuple[Means | MeansFollowing, ...]


@dataclass(frozen=True)
class Case:
    """A case of an amount; the last may hold in any other case."""

    amount: Term
    limits: tuple[Limit, ...] = ()
    if_: Closed | None = None
    unless: Closed | None = None
    otherwise: bool = False


@dataclass(frozen=True)
class Cases:
    """An amount that is decided, by case: as a list, or `inline` in one sentence."""

    noun: d.Decision
    cases: tuple[Case, ...]
    inline: bool


@dataclass(frozen=True)
class Amounts:
    """The value of an amount."""

    noun: d.Quantity | d.Decision
    amount: Term
    limits: tuple[Limit, ...] = ()
    if_: Closed | None = None


@dataclass(frozen=True)
class Table:
    """The value of an amount by the row of a table, or by the parts that fall in its rows.

    A row is what lies over a number, up to another, and what it gives; with `from_on`, from the
    first on and less than the other.
    """

    noun: d.Quantity | d.Decision
    by_part: bool
    subject: Noun
    rows: tuple[tuple[Fraction | None, Fraction | None, Written], ...]
    limits: tuple[Limit, ...] = ()
    from_on: bool = False


@dataclass(frozen=True)
class Combines:
    """The way in which several values of a decision combine."""

    decision: d.Decision
    pick: str


@dataclass(frozen=True)
class MeansDay:
    """The meaning of a day that is asked for."""

    day: str
    value: date


Body: TypeAlias = (
    Grants
    | GrantsFollowing
    | Excludes
    | Limits
    | Means
    | MeansFollowing
    | Terms
    | Amounts
    | Cases
    | Table
    | Combines
    | MeansDay
)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its period in force, what it goes before and what goes before it."""

    body: Body
    start: date | None = None
    end: date | None = None
    notwithstanding: tuple[Address, ...] = ()
    subject_to: tuple[Address, ...] = ()


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or a version of one: several may bear one number."""

    number: int
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Act:
    """An act: the paragraphs of each of its articles."""

    vocabulary: d.Vocabulary
    articles: tuple[tuple[Paragraph, ...], ...]
