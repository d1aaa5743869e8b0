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

from dataclasses import field
from datetime import date
from enum import Enum
from fractions import Fraction

from lawc.ir.asides import (
    Ban,
    Becoming,
    Better,
    Direction,
    Elsewhere,
    Entry,
    Granted,
    Mark,
    Name,
    Plausible,
    SourceMark,
    Unit,
)
from lawc.ir.orders import Comparison, Rounding
from lawc.ir.terms import (
    NOTHING_STAYS,
    All,
    Any,
    Applies,
    AtLeast,
    Bracketed,
    ByCase,
    Compare,
    Concept,
    CountOf,
    DaysBetween,
    DaysIn,
    Decided,
    Difference,
    Every,
    Expr,
    Fact,
    IfAny,
    Largest,
    Literal,
    MonthsBetween,
    Not,
    OneOf,
    Parameter,
    Product,
    Quantity,
    Quotient,
    Rounded,
    Row,
    Shifted,
    Smallest,
    Some,
    StartOf,
    Stated,
    Total,
    TotalOf,
    Under,
    Value,
)
from lawc.ir.types import Type
from lawc.records import dataclass
from lawc.source import NOWHERE, Span

__all__ = [
    "ALWAYS",
    "NOTHING_STAYS",
    "All",
    "Any",
    "Applies",
    "AtLeast",
    "Ban",
    "Becoming",
    "Better",
    "Bracketed",
    "ByCase",
    "Clause",
    "Combine",
    "Compare",
    "Comparison",
    "Concept",
    "CountOf",
    "DaysBetween",
    "DaysIn",
    "Decided",
    "Decision",
    "Definition",
    "Difference",
    "Direction",
    "Element",
    "Elsewhere",
    "Entry",
    "Every",
    "Expr",
    "Fact",
    "FactDeclaration",
    "FactLiteral",
    "Force",
    "Gives",
    "Granted",
    "IfAny",
    "Kind",
    "Largest",
    "Law",
    "Literal",
    "Mark",
    "MonthsBetween",
    "Name",
    "Not",
    "OneOf",
    "Parameter",
    "ParameterDeclaration",
    "Plausible",
    "Product",
    "Quantity",
    "QuantityDefinition",
    "Quotient",
    "Rounded",
    "Rounding",
    "Row",
    "Rule",
    "Shifted",
    "Smallest",
    "Some",
    "SourceMark",
    "StartOf",
    "Stated",
    "Total",
    "TotalOf",
    "Under",
    "Unit",
    "Value",
]


class Combine(Enum):
    """The way a decision combines several values for the same thing."""

    ONE = "one"  # two different values are a contradiction
    LARGEST = "largest"
    SMALLEST = "smallest"
    TOTAL = "total"


# --- what may be known ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing; `parent` has a list of them under `field`. The first has neither."""

    key: str
    parent: str | None
    field: str | None


@dataclass(frozen=True, slots=True)
class FactDeclaration:
    """A fact of a kind that an application may supply; `question` asks a person for it.

    `becoming` is None if nobody can change the fact: an age, an offence committed. A value
    below `least` or above `most` is no value of the fact, and no case may supply it.
    """

    kind: str
    key: str
    type: Type
    question: str
    becoming: Becoming | None = None
    least: int | Fraction | None = None
    most: int | Fraction | None = None

    @property
    def limited(self) -> bool:
        """Whether some values of the type are no values of the fact."""
        return self.least is not None or self.most is not None


@dataclass(frozen=True, slots=True)
class FactLiteral:
    """A fact of type truth or choice is (not) one of `values`: a part of a `Clause`."""

    key: str
    values: tuple[str | bool, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """An assumption about every thing of `kind`: at least one of the literals is true of it.

    "A man is not pregnant" is: sex is female, or pregnant is false. A fact that is not
    supplied takes the value that the clauses and the supplied facts leave it, if they leave
    just one. Supplied facts are never overridden.
    """

    kind: str
    literals: tuple[FactLiteral, ...]


@dataclass(frozen=True, slots=True)
class ParameterDeclaration:
    """A day by name; `value` is stated by the law itself, None if the caller must supply it."""

    key: str
    value: date | None
    eid: str | None
    question: str


# --- what the law says ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Element:
    """A numbered unit of the text: article, paragraph, point, subpoint.

    `citation` is short: "2(1)(2)(a)". `label` is the number as printed: "Article 2", "1)".
    `inert` elements decide nothing and say so in the text. `table` has the lines of a table
    below the text, as written.
    """

    eid: str
    citation: str
    label: str
    heading: str
    text: str
    parent: str | None
    source: SourceMark | None
    inert: bool
    table: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Force:
    """The days on which a version is in force, both included; None is open."""

    start: date | None
    end: date | None


ALWAYS = Force(None, None)


@dataclass(frozen=True, slots=True)
class Definition:
    """The meaning of a concept of things of `kind`, while `force` lasts."""

    key: str
    kind: str
    condition: Expr
    eid: str
    force: Force = ALWAYS
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class QuantityDefinition:
    """The value of a quantity of things of `kind`, while `force` lasts."""

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
    """A decision of a law about things of `kind`.

    `otherwise` is the value where no rule gives any (None: nothing is decided). The first
    decision of a kind is its principal one: its provisions and needed facts are reported.
    `cases` are facts of the kind or its ancestors, of type truth or choice, that conditions
    test in several ways: the quick chain tries their values first, to see whether the answer
    is open. `better` ranks the values, the best for the thing first, or says which amounts are
    better; it changes no answer, and tells who gains when the law changes. `shown` is the name
    in data, if decisions of other kinds have the same key; else empty. `combined_in` is the
    element that says how several values combine.
    """

    key: str
    kind: str
    type: Type
    otherwise: Value | None
    combine: Combine
    cases: tuple[Fact, ...]
    better: tuple[tuple[Value, ...], ...] | Better | None = None
    shown: str = ""
    combined_in: str = field(default="", compare=False, repr=False)

    @property
    def name(self) -> str:
        """The name of the decision in data, among those of its kind."""
        return self.shown or self.key


@dataclass(frozen=True, slots=True)
class Gives:
    """A rule that applies gives `decision` the `value`, if `when` holds (None: always)."""

    decision: str
    value: Expr
    when: Expr | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A provision that decides: where it applies to a thing, it gives and it displaces.

    It applies to a thing of `kind` if:
    - it is in force on the day whose law is applied;
    - its condition is true of the thing;
    - no rule that displaces it applies.
    `displaces` names elements: every rule at or below a named element is displaced.

    `listed_in` is the element whose list the rule is an item of. The rules of one list are
    alternatives: they give the same, and together they give it once.
    """

    eid: str
    kind: str
    condition: Expr
    gives: tuple[Gives, ...]
    displaces: tuple[str, ...]
    text: str
    force: Force = ALWAYS
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    listed_in: str | None = None


@dataclass(frozen=True, slots=True)
class Law:
    """One act, compiled: the whole of what every backend needs.

    `definitions` and `elements` include those of other acts that the law refers to; an
    element of another act carries that act's name in its citation. `law_day` is the key of
    the parameter by which versions in force are chosen, None where the act has no versions;
    `idle_days` are parameters that choose versions in other acts and have no effect here.
    `month_end_up` says where a day lands that a month does not have (29 February, 31 April):
    True on the first of the next month, False on the last of that month, None if the
    jurisdiction does not say. `entry` is the day on which the act enters into force, on which
    no answer rests but where a provision names it. `names` are the words for facts, quantities
    and decisions, `units` those for parts of currencies, in the language of the act.
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
    plausible: tuple[Plausible, ...] = ()
    bans: tuple[Ban, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
    idle_days: tuple[str, ...] = ()
    entry: Entry | None = field(default=None, compare=False, repr=False)
    names: tuple[Name, ...] = field(default=(), compare=False, repr=False)
    units: tuple[Unit, ...] = field(default=(), compare=False, repr=False)

    @property
    def citations(self) -> dict[str, str]:
        """The citation of each element, by its eid."""
        return {element.eid: element.citation for element in self.elements}
