"""A specification of a synthetic register, as it was read: see `statutes/README.md`."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from fractions import Fraction

from lawc.ir.types import Type
from lawc.records import dataclass
from lawc.source import Source, Span

Scalar = str | bool
When = tuple[tuple[str, tuple[Scalar, ...]], ...]
"""Names (of dimensions, or of facts as `kind.key`), and the values that each may have."""


class Aim(Enum):
    """The relation in which a count is to stand to a figure."""

    IS = "is"
    ABOUT = "about"
    MORE_THAN = "more_than"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True)
class Dimension:
    """A property that tells cells apart: a fact, a concept or a decision of a kind.

    `groups` are, by name, the values in it with their weights.
    """

    name: str
    kind: str
    key: str
    drawn: bool  # whether it is a fact, which is drawn; else the law decides it
    concept: bool
    type: Type
    groups: Mapping[str, Mapping[Scalar, int]]
    span: Span


@dataclass(frozen=True, slots=True)
class Share:
    """The expected shares of the groups of a dimension, where `when` holds."""

    of: str
    when: When
    weights: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Never:
    """Cells in which nobody is, by an assumption of the specification."""

    where: When
    why: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A published number of persons, or an assumed one: what is counted, and who says so.

    A percentage is that of the persons `of` who are also `where`. A figure that is only `shown`
    is printed beside the register, which is not made after it.
    """

    name: str
    where: When
    of: When
    aim: Aim
    number: Fraction
    source: str
    day: str
    note: str
    assumed: bool
    shown: bool
    weight: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Draw:
    """The way a fact is drawn where `when` holds: by weights, or evenly from ranges.

    Ranges are of numbers or days; with `after` they are numbers of days after another fact.
    """

    kind: str
    key: str
    when: When
    weights: Mapping[Scalar | int, int]
    ranges: tuple[tuple[int, int, int], ...]  # the least, the most, the weight
    after: str
    unknown: Fraction  # the part of the values that is not known


@dataclass(frozen=True, slots=True)
class Members:
    """The number of members of a kind that a thing has, by weights, where `when` holds."""

    kind: str
    when: When
    numbers: Mapping[int, int]
    unknown: Fraction


@dataclass(frozen=True, slots=True)
class Specification:
    """A synthetic register: the law, cells, figures and how persons are drawn in cells."""

    source: Source
    title: str
    seed: int
    persons: int  # of the whole register, before any figure
    days: Mapping[str, int]  # that the law asks for, as numbers of days
    dimensions: tuple[Dimension, ...]
    shares: tuple[Share, ...]
    nevers: tuple[Never, ...]
    figures: tuple[Figure, ...]
    draws: tuple[Draw, ...]
    members: tuple[Members, ...]

    def dimension(self, name: str) -> Dimension:
        """Return a dimension by its name."""
        return next(each for each in self.dimensions if each.name == name)
