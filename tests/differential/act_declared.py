"""Declarations of a vocabulary, as trees of their own: kinds, facts, phrases, decisions.

Nothing here is of the compiler; see `act_model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

Number: TypeAlias = tuple[int, ...]  # 188-1 is (188, 1)
Record: TypeAlias = tuple[Number, Number, Number]  # a point of a part of an article
Plain: TypeAlias = bool | int | Fraction | str | Record | tuple[int, int, int]

# --- what is declared -------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    """A kind of things; those of all kinds but the first stand in a list of another."""

    key: str
    parent: str | None = None
    field: str | None = None


@dataclass(frozen=True)
class Fact:
    """A fact of a kind; `noun` is how sentences name it, empty if they do not."""

    kind: str
    key: str
    type: str
    noun: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """The facts of members of `kind` that are their first and last days, and what they tell."""

    kind: str
    first: Fact
    last: Fact
    word: str


@dataclass(frozen=True)
class Name:
    """In a meaning: the fact of the kind, or of one above it."""

    fact: Fact


@dataclass(frozen=True)
class InSlot:
    """In a meaning: what stands in the slot of this number."""

    place: int


@dataclass(frozen=True)
class Moved:
    """In a meaning: the day so many years, months or days after another, or before it."""

    start: Operand
    earlier: bool
    number: InSlot | int
    unit: str


Operand: TypeAlias = "Name | InSlot | Moved | Fraction"


@dataclass(frozen=True)
class Negated:
    """In a meaning: not the part."""

    part: Meaning


@dataclass(frozen=True)
class Joined:
    """In a meaning: parts joined by `and`, or by `or`."""

    word: str
    parts: tuple[Meaning, ...]


@dataclass(frozen=True)
class Stands:
    """In a meaning: how one operand stands to another; `sign` is as the vocabulary has it."""

    left: Operand
    sign: str
    right: Operand | str


@dataclass(frozen=True)
class Within:
    """In a meaning: the fact is one of the values, or provisions, that stand in a slot."""

    fact: Fact
    place: int


@dataclass(frozen=True)
class Has:
    """In a meaning: some, every or no member of a list is so."""

    quantifier: str
    kind: str
    part: Meaning


Meaning: TypeAlias = Name | Negated | Joined | Stands | Within | Has


@dataclass(frozen=True)
class Sense:
    """A phrase or a class of the vocabulary; `slots` are the types of what it takes.

    In `words` stands `{0}` for what the first slot takes.
    """

    form: str
    kind: str
    key: str
    slots: tuple[str, ...]
    meaning: Meaning
    words: str


@dataclass(frozen=True)
class Concept:
    """A class that the act defines."""

    kind: str
    key: str
    word: str


@dataclass(frozen=True)
class Quantity:
    """An amount that the act defines."""

    kind: str
    key: str
    type: str
    noun: str


@dataclass(frozen=True)
class Decision:
    """A decision; `excluded` is what an exclusion gives."""

    kind: str
    key: str
    type: str
    noun: str
    otherwise: Plain | None = None
    excluded: Plain | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Effect:
    """An effect of a provision: it gives a decision a value, or the value of its slot.

    With `when` it does so only where that holds of the thing.
    """

    kind: str
    key: str
    decision: Decision
    value: Plain | None
    word: str
    when: Meaning | None = None


Declared: TypeAlias = Fact | Concept | Quantity | Decision


@dataclass(frozen=True)
class Vocabulary:
    """All that an act can speak of."""

    kinds: tuple[Kind, ...]
    facts: tuple[Fact, ...]
    senses: tuple[Sense, ...]
    concepts: tuple[Concept, ...]
    quantities: tuple[Quantity, ...]
    decisions: tuple[Decision, ...]
    effects: tuple[Effect, ...]
    days: tuple[str, ...]  # the days asked for; the first chooses versions
    month_end_up: bool
    spans: tuple[Span, ...] = ()

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The declarations whose values a case may supply."""
        return (*self.facts, *self.concepts, *self.quantities, *self.decisions)

    def kind(self, key: str) -> Kind:
        """Return a kind."""
        return next(one for one in self.kinds if one.key == key)

    def chain(self, key: str | None) -> tuple[str, ...]:
        """Return a kind and those above it, the nearest first."""
        return () if key is None else (key, *self.chain(self.kind(key).parent))

    def below(self, key: str) -> tuple[Kind, ...]:
        """Return the kinds that things of a kind, or of one above it, have lists of."""
        chain = self.chain(key)
        return tuple(one for one in self.kinds if one.parent in chain)
