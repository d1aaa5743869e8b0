"""What a law declares, by key, for those who look things up."""

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
        return {one.key: one.parent for one in self.law.kinds}

    @cached_property
    def facts(self) -> Mapping[tuple[str, str], Type]:
        """For each fact, by kind and key, its type."""
        return {(one.kind, one.key): one.type for one in self.law.facts}

    @cached_property
    def concepts(self) -> Mapping[str, str]:
        """For each concept, the kind it is of."""
        return {one.key: one.kind for one in self.law.definitions}

    @cached_property
    def quantities(self) -> Mapping[str, ir.QuantityDefinition]:
        """For each quantity, a version of it."""
        return {one.key: one for one in self.law.quantities}

    @cached_property
    def decisions(self) -> Mapping[str, ir.Decision]:
        """The decisions."""
        return {one.key: one for one in self.law.decisions}

    @cached_property
    def parameters(self) -> frozenset[str]:
        """The keys of the days a decision is asked for with."""
        return frozenset(one.key for one in self.law.parameters)

    @cached_property
    def elements(self) -> Mapping[str, str | None]:
        """For each element, the element that contains it."""
        return {one.eid: one.parent for one in self.law.elements}

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place of each rule in the law, by the identity of the object."""
        return {id(rule): place for place, rule in enumerate(self.law.rules)}

    @cached_property
    def _below(self) -> Mapping[str, list[ir.Rule]]:
        found: dict[str, list[ir.Rule]] = {}
        for rule in self.law.rules:
            eid: str | None = rule.eid
            while eid is not None:
                found.setdefault(eid, []).append(rule)
                eid = self.elements.get(eid)
        return found

    @cached_property
    def _named(self) -> dict[int, tuple[Named, ...]]:
        return {}

    def named(self, expr: ir.Expr) -> tuple[Named, ...]:
        """Return what a condition or a value of the law names, in order: looked for once."""
        found = self._named.get(id(expr))
        if found is None:
            self._named[id(expr)] = found = named_in(expr)
        return found

    def below(self, eid: str) -> tuple[ir.Rule, ...]:
        """Return the rules at or below the element `eid`, in the order of the law."""
        return tuple(self._below.get(eid, ()))

    def line(self, kind: str) -> Iterator[str]:
        """Yield `kind` and the kinds above it."""
        above: str | None = kind
        while above is not None:
            yield above
            above = self.parents.get(above)
