"""Elements of the law that a change of facts turns, down to the lettered point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import applies, holds
from lawc.meaning.world import World, members
from lawc.records import dataclass


def turned_citations(
    before: World, after: World, thing: Thing, decision: ir.Decision
) -> tuple[str, ...]:
    """Return the citations of the innermost elements that turn, in the rules of `decision`."""
    rules = list[ir.Rule]()
    waiting = [
        rule
        for rule in before.law.rules
        if any(gives.decision == decision.key for gives in rule.gives)
    ]
    while waiting:
        rule = waiting.pop(0)
        other = applies(before, rule, thing) is not applies(after, rule, thing)
        if other and not any(rule is known for known in rules):
            rules.append(rule)
            waiting += before.displacing(rule)
    walk = _Walk(before, after)
    eids = {eid for rule in rules for eid in walk.turned(rule.condition, thing, rule.eid)}
    return tuple(element.citation for element in before.law.elements if element.eid in eids)


@dataclass(frozen=True)
class _Walk:
    """Two worlds whose conditions are compared; a term is followed once for each thing."""

    before: World
    after: World
    followed: set[tuple[str, Thing]] = field(default_factory=set)

    def turned(self, expr: ir.Expr, thing: Thing, eid: str) -> Iterator[str]:
        """Yield the innermost element of each condition in `expr` that turns.

        `eid` is the element around `expr`.
        """
        if holds(self.before, expr, thing) is holds(self.after, expr, thing):
            return
        match expr:
            case ir.Stated(_, part, own):
                yield from self.turned(part, thing, own or eid)
            case ir.Some(_, kind, inner) | ir.Every(kind, inner):
                for member in members(self.before, thing, kind) or ():
                    yield from self.turned(inner, member, eid)
            case ir.Concept(key):
                yield from self.meanings(key, thing)
            case ir.Not() | ir.All() | ir.Any() | ir.AtLeast():
                for part in children(expr):
                    yield from self.turned(part, thing, eid)
            case ir.Applies():
                pass  # the elements of that provision turn, if it is among the rules
            case _:
                yield eid

    def meanings(self, key: str, thing: Thing) -> Iterator[str]:
        definitions = [d for d in self.before.law.definitions if d.key == key]
        owner = thing.of(definitions[0].kind)
        if owner is None or (key, owner) in self.followed:
            return
        self.followed.add((key, owner))
        for definition in definitions:
            yield from self.turned(definition.condition, owner, definition.eid)
