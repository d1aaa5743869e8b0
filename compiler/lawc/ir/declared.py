"""The declarations of a law, by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from lawc.ir import nodes as ir
from lawc.ir.types import Type
from lawc.ir.walk import Named, named_in
from lawc.records import dataclass


@dataclass(frozen=True)
class Declared:
    """The declarations of one law."""

    law: ir.Law

    @cached_property
    def parents(self) -> Mapping[str, str | None]:
        """For each kind, the kind that has a list of it."""
        return {kind.key: kind.parent for kind in self.law.kinds}

    @cached_property
    def facts(self) -> Mapping[tuple[str, str], Type]:
        """For each fact, by kind and key, its type."""
        return {(fact.kind, fact.key): fact.type for fact in self.law.facts}

    @cached_property
    def concepts(self) -> Mapping[str, str]:
        """For each concept, the kind it is of."""
        return {definition.key: definition.kind for definition in self.law.definitions}

    @cached_property
    def quantities(self) -> Mapping[str, ir.QuantityDefinition]:
        """For each quantity, a version of it."""
        return {quantity.key: quantity for quantity in self.law.quantities}

    @cached_property
    def decisions(self) -> Mapping[str, ir.Decision]:
        """The decisions."""
        return {decision.key: decision for decision in self.law.decisions}

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The keys of the days that a request supplies or the law states."""
        return frozenset(parameter.key for parameter in self.law.parameters)

    @cached_property
    def elements(self) -> Mapping[str, str | None]:
        """For each element, the element that contains it."""
        return {element.eid: element.parent for element in self.law.elements}

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each rule in the law, by the identity of the object."""
        return {id(rule): place for place, rule in enumerate(self.law.rules)}

    @cached_property
    def _below(self) -> Mapping[str, list[ir.Rule]]:
        rules: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            eid: str | None = rule.eid
            while eid is not None:
                rules.setdefault(eid, []).append(rule)
                eid = self.elements.get(eid)
        return rules

    @cached_property
    def _named(self) -> dict[int, tuple[Named, ...]]:
        return {}

    def named(self, expr: ir.Expr) -> tuple[Named, ...]:
        """Return what a condition or a value of the law names, in order; kept by identity."""
        names = self._named.get(id(expr))
        if names is None:
            self._named[id(expr)] = names = named_in(expr)
        return names

    def below(self, eid: str) -> tuple[ir.Rule, ...]:
        """Return the rules at or below the element `eid`, in the order of the law."""
        return tuple(self._below.get(eid, ()))

    def line(self, kind: str) -> Iterator[str]:
        """Yield `kind` and the kinds above it."""
        above: str | None = kind
        while above is not None:
            yield above
            above = self.parents.get(above)
