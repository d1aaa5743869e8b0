"""The questions a law asks of a thing: its reasoning trees without a case.

The *skeleton* of a law is the part of its reasoning trees that needs no case: texts, citations,
marks, and the parts of each node. `laying` lays a case over it; the case is seen through a
`Scope` alone. Part of the specification: generated packages make the very same trees, by
`lawc.runtime.engine.trees`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum
from typing import Protocol, TypeVar

from lawc.records import dataclass
from lawc.runtime.amounts import AmountHead, Plain
from lawc.runtime.reasons import Answer, FactUsed, Gift, Head, Rests
from lawc.runtime.values import Truth

T = TypeVar("T")


class Source(Enum):
    """The source of a value that is read."""

    DAY = "day"  # a day the case is decided for; `kind` is empty
    FACT = "fact"
    QUANTITY = "quantity"
    CONCEPT = "concept"  # a concept inside a value
    DECISION = "decision"
    MEMBERS = "members"  # how many things of `kind` there are; `key` is empty


@dataclass(frozen=True, slots=True)
class Read:
    """A value that a condition reads; for a list, also the values read of each member."""

    source: Source
    kind: str
    key: str
    within: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A node of the skeleton, a bone; the fields it shares with `Node` mean the same there.

    `place`: for FACTS the number of the condition, for APPLIES the number of the rule.
    `kind`: for SOME and EVERY the kind of the members, for DEFINITION that of the concept.
    `key`: for DEFINITION the concept. `reads` are the values behind `Node.facts`; for SOME
    and EVERY the list itself, shown if it is unknown or empty.
    """

    rests: Rests
    text: str = ""
    citation: str = ""
    place: int = -1
    number: int = 0
    kind: str = ""
    key: str = ""
    reads: tuple[Read, ...] = ()
    parts: tuple[Asked, ...] = ()
    source: str = ""
    remark: str = ""
    head: Head = field(init=False, compare=False, repr=False)  # of every node made of it

    def __post_init__(self) -> None:
        head = Head(
            self.text,
            self.rests,
            self.citation,
            self.number,
            self.source,
            self.remark,
            self.key,
        )
        object.__setattr__(self, "head", head)


@dataclass(frozen=True, slots=True)
class Version:
    """The meaning of a concept from `start` to `end`, both included; None is open."""

    condition: Asked
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class AskedAmount:
    """An amount of the skeleton, the bone of one in a case.

    `place` is the number of the expression that has its value; a value that the law writes
    stands in `written`. `kind` is that of the thing that has the fact, the quantity or the
    decision, or of the members that are counted or added up.
    """

    head: AmountHead
    place: int = -1
    written: Plain | None = None
    kind: str = ""
    parts: tuple[AskedAmount, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedVersion:
    """A version of a quantity: its citation and period in the head, and its amount."""

    head: AmountHead
    amount: AskedAmount


@dataclass(frozen=True, slots=True)
class AskedRule:
    """A ground of the skeleton; `place` is the number of the rule in the law.

    `displacers` are numbers and citations of the rules that displace it. `gives` are the
    amounts of its gifts, None for a value that the provision itself says.
    """

    place: int
    citation: str
    text: str
    condition: Asked
    displacers: tuple[tuple[int, str], ...] = ()
    start: date | None = None
    end: date | None = None
    source: str = ""
    remark: str = ""
    gives: tuple[AskedAmount | None, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedPart:
    """A part of what an element says.

    `rule` is the number of the rule that it is the condition of, -1 if it is of none;
    `condition` is its node if it is a truth and of no rule, `amount` that of an amount.
    """

    start: date | None = None
    end: date | None = None
    rule: int = -1
    condition: Asked | None = None
    amount: AskedAmount | None = None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The reasoning trees of a law without a case.

    `kinds` are the kinds of things with their parents, in the order of the law. `grounds` has
    the rules read for each kind that the law decides on, `definitions` the versions of each
    concept, `amounts` those of each quantity. `law_day` is the day by which versions are
    chosen, empty if there are none.
    """

    kinds: tuple[tuple[str, str], ...]
    grounds: Mapping[str, tuple[AskedRule, ...]]
    definitions: Mapping[str, tuple[Version, ...]]
    law_day: str = ""
    amounts: Mapping[str, tuple[AskedVersion, ...]] = field(default_factory=dict)


class Scope(Protocol[T]):
    """A case as reasoning trees see it; a thing stands for itself and all above it."""

    def truth(self, place: int, thing: T) -> Truth:
        """Return whether condition number `place` holds of `thing`."""

    def applies(self, place: int, thing: T) -> Truth:
        """Return whether rule number `place` applies to `thing`."""

    def gifts(self, place: int, thing: T) -> tuple[tuple[int, Gift], ...]:
        """Return the gifts of rule number `place` to `thing` if it applies, numbered."""

    def amount(self, bone: AskedAmount, thing: T) -> tuple[Plain | None, bool]:
        """Return the value of the expression of an amount, and whether there is none."""

    def counted(self, place: int, thing: T) -> tuple[tuple[str, Truth], ...] | None:
        """Return for each member whether expression number `place` counts it."""

    def supplied(self, key: str, thing: T) -> bool:
        """Return whether the quantity or the decision `key` was supplied of `thing`."""

    def provisions(self, key: str, thing: T) -> tuple[str, ...]:
        """Return the provisions that decide `key` of `thing`, before completions."""

    def answers(self, kind: str, thing: T) -> tuple[Answer, ...]:
        """Return every decision about things of `kind`, of `thing`."""

    def day(self, key: str) -> date | None:
        """Return the day that the case is decided for under `key`."""

    def owner(self, kind: str, thing: T) -> T | None:
        """Return `thing` or the thing above it that is of `kind`."""

    def members(self, kind: str, thing: T) -> Sequence[T] | None:
        """Return the things of `kind` of the thing in scope, None if not known."""

    def path(self, thing: T) -> str:
        """Return the path of `thing` in the case, empty for the whole."""

    def used(self, read: Read, thing: T) -> FactUsed:
        """Return the value read with its path; of members their number."""

    def established(self, key: str, thing: T) -> Truth:
        """Return the truth supplied for concept `key` of `thing`, None if none was."""
