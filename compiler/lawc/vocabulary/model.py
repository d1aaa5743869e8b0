"""Declarations of vocabulary files, under keys that all languages share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from functools import cached_property

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Type
from lawc.records import dataclass
from lawc.source import Source, Span
from lawc.syntax.nodes import Tree, Written
from lawc.syntax.phrases import Entry, Slot


@dataclass(frozen=True, slots=True)
class Origin:
    """The place of a declaration."""

    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class Sense:
    """A class or phrase: its kind, its slots, its meaning (None: it holds of every thing)."""

    kind: str
    slots: tuple[Slot, ...]
    meaning: Tree | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Plausible:
    """A plausible condition of the things of a kind; it decides nothing."""

    kind: str
    meaning: Tree
    origin: Origin


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept that an act defines."""

    key: str
    kind: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity that an act defines."""

    key: str
    kind: str
    type: Type
    origin: Origin


@dataclass(frozen=True, slots=True)
class Giving:
    """A decision that an effect gives: its key, its value or slot, and its condition."""

    decision: str
    value: Tree | Written
    when: Tree | None


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect that a provision may bring about: the decisions that it gives."""

    kind: str
    slots: tuple[Slot, ...]
    gives: tuple[Giving, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class SpanDeclared:
    """The facts of members of `kind` that are their first and their last day."""

    kind: str
    first: str
    last: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Instrument:
    """A sort of acts, known by what such an act may give to things of `kind`."""

    key: str
    kind: str
    granted: tuple[ir.Granted, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Parameter:
    """A day by name, given with every decision; one may choose the versions in force."""

    key: str
    chooses_versions: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class RoundingDeclared:
    """The rounding of decided amounts of a currency that state none, with its source."""

    currency: str
    rounding: ir.Rounding
    unit: Fraction
    source: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class DecisionDeclared:
    """A decision with the value that an exclusion gives it (None: no value of its own)."""

    decision: ir.Decision
    excluded: ir.Value | None
    origin: Origin


@dataclass(frozen=True)
class Vocabulary:
    """All declarations of a jurisdiction; `entries` are the wordings by language."""

    kinds: tuple[ir.Kind, ...] = ()
    facts: Mapping[tuple[str, str], ir.FactDeclaration] = field(default_factory=dict)
    origins: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    clauses: tuple[ir.Clause, ...] = ()
    plausible: tuple[Plausible, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    classes: Mapping[str, Sense] = field(default_factory=dict)
    phrases: Mapping[str, Sense] = field(default_factory=dict)
    days: Mapping[str, Sense] = field(default_factory=dict)
    spans: Mapping[str, SpanDeclared] = field(default_factory=dict)
    durations: Mapping[str, str] = field(default_factory=dict)  # units of periods, by noun
    lengths: Mapping[str, Fraction] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    quantities: Mapping[str, Quantity] = field(default_factory=dict)
    decisions: Mapping[str, DecisionDeclared] = field(default_factory=dict)
    effects: Mapping[str, Effect] = field(default_factory=dict)
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    acts: Mapping[str, Origin] = field(default_factory=dict)
    provision_acts: tuple[str, ...] = ()
    units: Mapping[str, Fraction] = field(default_factory=dict)
    currencies: Mapping[str, Origin] = field(default_factory=dict)
    roundings: Mapping[str, RoundingDeclared] = field(default_factory=dict)
    month_end_up: bool | None = None
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    questions: Mapping[tuple[str, str], str] = field(default_factory=dict)
    supposed: Mapping[tuple[str, str], tuple[tuple[str, str], ...]] = field(
        default_factory=dict
    )

    @cached_property
    def _chains(self) -> Mapping[str, tuple[str, ...]]:
        chains: dict[str, tuple[str, ...]] = {}
        for kind in self.kinds:
            above = chains.get(kind.parent or "", ())
            chains.setdefault(kind.key, (kind.key, *above))
        return chains

    @cached_property
    def _kinds(self) -> Mapping[str, ir.Kind]:
        return {kind.key: kind for kind in reversed(self.kinds)}

    def kind(self, key: str) -> ir.Kind | None:
        """Return the kind declared under `key`."""
        return self._kinds.get(key)

    def chain(self, key: str) -> tuple[str, ...]:
        """Return the kind `key` and its ancestors, nearest first."""
        return self._chains.get(key, ())

    def type_of(self, noun: str) -> Type:
        """Return the type of a noun by its key: `fact:person.income`."""
        declared, _, key = noun.partition(":")
        kind, _, name = key.partition(".")
        match declared:
            case "fact":
                return self.facts[kind, name].type
            case "quantity":
                return self.quantities[name].type
            case "decision":
                return self.decisions[name].decision.type
            case _:
                return Basic.DATE

    def fact(self, kind: str, key: str) -> ir.FactDeclaration | None:
        """Return the fact `key` of `kind` or of the nearest ancestor that has it."""
        for owner in self.chain(kind):
            if (owner, key) in self.facts:
                return self.facts[owner, key]
        return None


def number_of_type(text: str, type_: Type) -> int | Fraction:
    """Return the number that a vocabulary writes, as values of `type_` carry it."""
    number = Fraction(text)
    whole = type_ is Basic.COUNT and number.denominator == 1
    return int(number) if whole else number
