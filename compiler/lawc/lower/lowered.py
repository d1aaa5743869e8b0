"""What the sentences of an act say, as far as they are lowered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lawc.ir import nodes as ir
from lawc.lower.rounding import Measured
from lawc.syntax.act import Passage
from lawc.syntax.nodes import Tree


@dataclass(frozen=True, slots=True)
class Deemed:
    """What is of a class beside its definition, or is `excepted` from it.

    `within` are the elements for whose purposes it is so; empty where it always is.
    """

    definition: ir.Definition
    excepted: bool
    within: tuple[str, ...]


@dataclass
class Lowered:
    """The results of the sentences of an act that are lowered so far."""

    rules: list[ir.Rule] = field(default_factory=list)
    definitions: list[ir.Definition] = field(default_factory=list)
    quantities: list[ir.QuantityDefinition] = field(default_factory=list)
    days: dict[str, tuple[date | None, str]] = field(default_factory=dict)
    combines: dict[str, tuple[ir.Combine, str]] = field(default_factory=dict)
    shared: list[tuple[str, Tree]] = field(default_factory=list)
    bans: list[ir.Ban] = field(default_factory=list)
    deemed: list[Deemed] = field(default_factory=list)
    measured: list[Measured] = field(default_factory=list)
    excepted: list[tuple[tuple[ir.Rule, ...], tuple[str, ...]]] = field(default_factory=list)
    changes: list[tuple[Passage, Tree]] = field(default_factory=list)
    below: dict[str, list[int]] = field(default_factory=dict)

    def add(self, rules: Iterable[ir.Rule]) -> None:
        """Add rules, and index each by its element and those above it."""
        for rule in rules:
            eid = rule.eid
            while eid:
                self.below.setdefault(eid, []).append(len(self.rules))
                eid = eid.rpartition("__")[0]
            self.rules.append(rule)

    def at(self, eids: tuple[str, ...]) -> list[ir.Rule]:
        """Return the rules at or below the elements, in the order they were added."""
        places = {place for eid in eids for place in self.below.get(eid, ())}
        return [self.rules[place] for place in sorted(places)]
