"""What a vocabulary says beside the meaning: no answer changes by it.

It tells people who gains, what could come to be otherwise, and which cases are to be believed.
"""

from __future__ import annotations

from enum import Enum

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
