"""What a vocabulary says beside the meaning: no answer changes by it.

It tells people who gains, what could come to be otherwise, which cases are to be believed, and
what the law calls things.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from lawc.ir.terms import Expr
from lawc.records import dataclass


class Better(Enum):
    """Which amounts are better for the one that they are decided of."""

    MORE = "more"
    LESS = "less"


class Direction(Enum):
    """Which way a day or an amount may come to be otherwise."""

    MORE = "more"  # of a day: later
    LESS = "less"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Becoming:
    """How a fact may come to be otherwise: to these values, or in a direction.

    `supposed` says it for a reader, by value as in JSON (empty: whatever the value):
    "the damage were compensated in full". `[value]` in it stands for the value.
    """

    values: tuple[str | bool, ...]
    direction: Direction | None
    supposed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plausible:
    """What is so of things of `kind` as people know them: a child is born after its parent.

    It is no part of the meaning: a case that it does not fit is decided as any other. Only who
    makes up a case keeps to it, so that the case is one that a reader can believe.
    """

    kind: str
    condition: Expr


@dataclass(frozen=True, slots=True)
class Name:
    """The words of the law for a fact, a quantity or a decision of a kind, by key.

    Days and currencies are of no kind: `kind` is empty.
    """

    kind: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """The words of the law for a part of a currency: a cent is 1/100."""

    size: Fraction
    text: str


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
