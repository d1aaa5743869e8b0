"""Statements beside the meaning: no answer changes by them.

They tell people who gains, which facts could change, which cases are plausible, what acts may
give, from which day an act is in force, and what the law calls things.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date
from enum import Enum
from fractions import Fraction

from lawc.ir.terms import Expr, Value
from lawc.records import dataclass
from lawc.source import NOWHERE, Span


class Better(Enum):
    """The amounts that are better for the thing of which they are decided."""

    MORE = "more"
    LESS = "less"


class Direction(Enum):
    """The direction in which a day or an amount may change."""

    MORE = "more"  # of a day: later
    LESS = "less"
    ANY = "any"


@dataclass(frozen=True, slots=True)
class Becoming:
    """The changes that a fact may undergo: to these values, or in a direction.

    `supposed` are the words for a reader, by value as in JSON (empty: whatever the value):
    "the damage were compensated in full". `[value]` in it stands for the value.
    """

    values: tuple[str | bool, ...]
    direction: Direction | None
    supposed: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Plausible:
    """A condition that things of `kind` fulfil in life: a child is born after its parent.

    It is no part of the meaning: a case that does not fulfil it is decided as any other. Only
    cases that are made up keep to it, so that a reader can believe them.
    """

    kind: str
    condition: Expr


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A provision of no act that is compiled, which says whether a fact of a kind is so.

    "A surviving spouse (as defined in section 2(a))": a case may supply it by the citation.
    """

    citation: str
    kind: str
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """The day on which an act enters into force, as the element `eid` says."""

    eid: str
    day: date


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


@dataclass(frozen=True, slots=True)
class Granted:
    """A decision that an act may give: with one of `values`, or any value if there are none."""

    decision: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Ban:
    """A ban: no act that it binds may give any of `granted` to a thing under `condition`.

    It limits what acts may decide and decides nothing itself. It binds the act that states it
    and every act that shares terms with that act; in these, `eid` and `citation` name the
    first act, and `condition` rests on facts alone: its terms are written out.
    """

    eid: str
    citation: str
    kind: str
    condition: Expr
    granted: tuple[Granted, ...]
    text: str
    span: Span = field(default=NOWHERE, compare=False, repr=False)


class Mark(Enum):
    """The certainty of the wording of a provision."""

    OFFICIAL = "official"
    REPORTED = "reported"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class SourceMark:
    """The certainty of a provision's wording, with a remark on its origin (or empty)."""

    mark: Mark
    remark: str
