"""The checked form: what a law means, with no word of any language left in its logic.

A worked example. "A person who committed a criminal misdemeanour is released from the
main punishment" at paragraph 1 of Article 2 becomes::

    Rule(
        eid="art_2__para_1",
        kind="offence",
        condition=Stated("a person who committed a criminal misdemeanour",
                         OneOf(Fact("offence", "category"), ("misdemeanour",))),
        gives=(Gives("outcome", Literal("released"), None),),
        displaces=(),
    )

Expressions are read in a scope: the thing decided of, its parent, and the things that the
quantifiers around it have introduced. `Fact("person", "sex")` is the sex of the person in
scope. Texts kept here (`Stated.text`, `Element.text`) are shown to people and never read.
Spans never take part in comparison: two nodes are equal when they say the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import TypeAlias

from lawc.ir.types import Type
from lawc.runtime.values import Period, Provision, ProvisionRange
from lawc.source import NOWHERE, Span

Value: TypeAlias = bool | int | Fraction | date | str | Provision


class Comparison(Enum):
    """How two values may stand to each other."""

    LT = "<"
    LE = "<="
    EQ = "="
    NE = "!="
    GE = ">="
    GT = ">"


class Rounding(Enum):
    """What happens to the part that is smaller than the unit."""

    UP = "up"  # to the next multiple of the unit, never less
    DOWN = "down"  # to the last multiple of the unit, never more
    NEAREST = "nearest"  # to the nearest multiple, a half goes up


class Combine(Enum):
    """How a decision treats several values for one thing."""

    ONE = "one"  # two different values are a contradiction
    LARGEST = "largest"
    SMALLEST = "smallest"
    TOTAL = "total"


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
    """A day that a decision is asked for with, such as the effective day."""

    key: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that a provision defines, of the thing in scope."""

    key: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What the law decides under `key` of the thing in scope; nothing if it decides nothing."""

    key: str


@dataclass(frozen=True, slots=True)
class Total:
    """The parts added up."""

    parts: tuple[Expr, ...]


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
class Largest:
    """The largest of the parts."""

    parts: tuple[Expr, ...]


@dataclass(frozen=True, slots=True)
class Smallest:
    """The smallest of the parts."""

    parts: tuple[Expr, ...]


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
    """How many members of `kind` of the thing in scope satisfy `condition` (None: all)."""

    kind: str
    condition: Expr | None


@dataclass(frozen=True, slots=True)
class TotalOf:
    """The sum of `value` over the members of `kind` of the thing in scope."""

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
    | Difference
    | Product
    | Largest
    | Smallest
    | Shifted
    | DaysBetween
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


# --- what may be known ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing; `parent` has a list of them under `field`. The first has neither."""

    key: str
    parent: str | None
    field: str | None


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact of a kind that an application may supply; `question` asks a person for it."""

    kind: str
    key: str
    type: Type
    question: str


@dataclass(frozen=True, slots=True)
class FactLiteral:
    """A fact of type truth or choice is (not) one of `values`: a part of a `Clause`."""

    key: str
    values: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """An assumption about every thing of `kind`: at least one of the literals is true of it.

    "A man is not pregnant" is: sex is female, or pregnant is false. A fact that is not
    supplied takes the one value that the clauses and the supplied facts leave it, if just
    one is left. Supplied facts are never overridden.
    """

    kind: str
    literals: tuple[FactLiteral, ...]


@dataclass(frozen=True, slots=True)
class ParameterDeclaration:
    """A day by name; `value` is what the law itself says, None if the caller must say it."""

    key: str
    value: date | None
    eid: str | None
    question: str


# --- what the law says ------------------------------------------------------------------


class Mark(Enum):
    """How well the wording of a provision is known."""

    OFFICIAL = "official"
    REPORTED = "reported"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class SourceMark:
    """How well a provision's wording is known, with a remark on where from (or empty)."""

    mark: Mark
    remark: str


@dataclass(frozen=True, slots=True)
class Element:
    """A numbered unit of the text: article, paragraph, point, subpoint.

    `citation` is short: "2(1)(2)(a)". `label` is the number as printed: "Article 2", "1)".
    `inert` elements decide nothing and say so in the text.
    """

    eid: str
    citation: str
    label: str
    heading: str
    text: str
    parent: str | None
    source: SourceMark | None
    inert: bool
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Force:
    """The days on which a version is in force, both included; None is open."""

    start: date | None
    end: date | None


ALWAYS = Force(None, None)


@dataclass(frozen=True, slots=True)
class Definition:
    """What a concept of things of `kind` means, while `force` lasts."""

    key: str
    kind: str
    condition: Expr
    eid: str
    force: Force = ALWAYS
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class QuantityDefinition:
    """What a quantity of things of `kind` is, while `force` lasts."""

    key: str
    kind: str
    type: Type
    value: Expr
    eid: str
    text: str
    force: Force = ALWAYS
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """Something a law decides of things of `kind`.

    `otherwise` is the value where no rule gives one (None: nothing is decided). The first
    decision of a kind is its principal one: its provisions and needed facts are reported.
    `cases` are facts of the kind or its ancestors, of type truth or choice: where the answer
    is open while some of them are unknown, every assignment to those is tried.
    """

    key: str
    kind: str
    type: Type
    otherwise: Value | None
    combine: Combine
    cases: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Gives:
    """A rule that applies gives `decision` the `value`, if `when` holds (None: always)."""

    decision: str
    value: Expr
    when: Expr | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A provision that decides: where it applies to a thing, it gives and it displaces.

    It applies to a thing of `kind` when it is in force on the day whose law is applied, its
    condition is true and no rule that displaces it applies. `displaces` names elements; a
    rule is displaced with every rule at or below a named element.
    """

    eid: str
    kind: str
    condition: Expr
    gives: tuple[Gives, ...]
    displaces: tuple[str, ...]
    text: str
    force: Force = ALWAYS
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Law:
    """One act, compiled: the whole of what every backend needs.

    `definitions` and `elements` include those of other acts that the law refers to; an
    element of another act carries that act's name in its citation. `law_day` is the key of
    the parameter by which versions in force are chosen, None where the act has no versions.
    `month_end_up` says where a day lands that a month does not have (29 February, 31 April):
    True on the first of the next month, False on the last of that month, None if the
    jurisdiction does not say.
    """

    act: str
    package: str
    title: str
    language: str
    kinds: tuple[Kind, ...]
    facts: tuple[FactDeclaration, ...]
    clauses: tuple[Clause, ...]
    parameters: tuple[ParameterDeclaration, ...]
    elements: tuple[Element, ...]
    definitions: tuple[Definition, ...]
    quantities: tuple[QuantityDefinition, ...]
    decisions: tuple[Decision, ...]
    rules: tuple[Rule, ...]
    law_day: str | None
    month_end_up: bool | None
