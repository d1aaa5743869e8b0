"""Slots: the values and truths that are computed for a thing, each from earlier ones.

A plan has a list of slots for each kind of thing. `Slot.of` are the numbers of slots of the
same list; a slot of a thing above is repeated there as an ABOVE. A truth is true,
false or unknown, a value may be unknown or nothing: see `lawc.meaning.truth`.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from lawc.records import dataclass


class Op(StrEnum):
    """The operation of a slot; the comment says what `Slot.detail` has."""

    CONSTANT = "constant"  # a value of the law: its type, the value
    FACT = "fact"  # a fact of the thing: its key
    DAY = "day"  # a day that the case is decided for: its key
    ABOVE = "above"  # a slot of a thing above: how far above, the number of the slot
    TRUTH = "truth"  # whether a value is true: nothing is false
    SPOKEN = "spoken"  # a decision as others see it: a contradiction is unknown
    NOT = "not"
    ALL = "all"
    ANY = "any"
    AT_LEAST = "at_least"  # the least number of the parts
    ONE_OF = "one_of"  # the values
    UNDER = "under"  # the ranges of provisions
    COMPARE = "compare"  # the comparison, as `ir.Comparison` writes it
    SOME = "some"  # of members: the least number, their kind, the number of their slot
    EVERY = "every"  # of members: their kind, the number of their slot
    COUNT = "count"  # of members: their kind, the number of their slot (None: of all)
    SUM = "sum"  # of members: their kind, the number of their slot
    TOTAL = "total"
    IF_ANY = "if_any"
    LESS = "less"
    PRODUCT = "product"
    QUOTIENT = "quotient"  # of the first by the second; the third where that is zero
    LARGEST = "largest"
    SMALLEST = "smallest"
    BY_CASE = (
        "by_case"  # of condition, value; condition, value ...; the value in any other case
    )
    DAYS = "days"  # from the first to the second
    MONTHS = "months"  # whole ones, from the first to the second
    SPAN = "span"  # days from the first to the second, if the third holds
    START = "start"  # the stretch of the calendar
    ROUNDED = "rounded"  # the direction, the unit
    SHIFTED = "shifted"  # the period, whether the day before is meant
    ROW = "row"  # the rows of a table: over, up to, value
    PARTS = "parts"  # the rows of a table
    IN_FORCE = "in_force"  # of the day: the first and the last day of a version
    CONCEPT = "concept"  # the key; of what it means
    QUANTITY = "quantity"  # the key; of in force, value; in force, value ...
    RULE = "rule"  # its place in the law; of in force, condition, whether it is displaced
    DECIDED = "decided"  # the key; of whether a rule gives, value; whether a rule gives ...


TRUTHS = frozenset(
    {Op.TRUTH, Op.NOT, Op.ALL, Op.ANY, Op.AT_LEAST, Op.SOME, Op.EVERY, Op.COMPARE, Op.IN_FORCE}
    | {Op.CONCEPT, Op.RULE}
)  # ops whose result is true, false or unknown, and never nothing


class Slot(NamedTuple):
    """A slot of a kind: its operation, the slots that it combines, and details."""

    op: Op
    of: tuple[int, ...] = ()
    detail: tuple[object, ...] = ()


class Ref(NamedTuple):
    """A slot as seen from a thing: how far above the thing it stands, and its number."""

    depth: int
    number: int


@dataclass(frozen=True, slots=True)
class KindPlan:
    """The slots of a kind, and the phase in which each can be computed.

    In a phase the slots of a kind follow those of the kinds above it; a slot that combines
    members belongs to a later phase than theirs. Slots stand in the order of their phases.
    `nothing` are the slots that may be nothing.
    """

    key: str
    slots: tuple[Slot, ...]
    phases: tuple[int, ...]
    nothing: frozenset[int]


@dataclass(frozen=True, slots=True)
class GivesPlan:
    """A value that a rule gives, seen from a thing of the kind of the rule.

    `truth` is whether it is given: the rule applies, and `when` holds (None: always).
    """

    decision: str
    truth: Ref
    value: Ref
    when: Ref | None


@dataclass(frozen=True, slots=True)
class RulePlan:
    """A rule, seen from a thing of its kind; `force` is None if it is always in force."""

    kind: str
    applies: Ref
    condition: Ref
    force: Ref | None
    gives: tuple[GivesPlan, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan of a law: its slots by kind, and those of its rules and decisions.

    `decided` are the slots of the decisions; `conditions` and `values` those of the expressions
    that the plan was built for, each seen from a thing of its scope.
    """

    kinds: Mapping[str, KindPlan]
    rules: tuple[RulePlan, ...]
    decided: Mapping[str, int]
    conditions: tuple[Ref, ...]
    values: tuple[Ref, ...] = ()
