"""The elements of a law that can be asked by their citation: what each says.

Part of the specification: packages have the same, in `law.json`. An item of a list says what
its own words say: of a list of rules it is a rule, of a list of conditions a condition.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lawc.ir import nodes as ir
from lawc.ir.declared import Declared
from lawc.ir.expressions import PLAIN, Typing
from lawc.ir.types import Basic, Type
from lawc.ir.walk import children
from lawc.meaning.world import World
from lawc.records import dataclass
from lawc.runtime.holdings import Says

_OF_MEMBERS = (ir.Some, ir.Every, ir.CountOf, ir.TotalOf)


@dataclass(frozen=True, slots=True)
class Part:
    """An expression that an element states, while `force` lasts.

    `rule` is the place of the rule that it is the condition of, `definition` that of the
    definition that it is the meaning of, None if it is of none.
    """

    expr: ir.Expr
    force: ir.Force = ir.ALWAYS
    rule: int | None = None
    definition: int | None = None


@dataclass(frozen=True, slots=True)
class Saying:
    """What an element says of a thing of `kind`; any of the parts in force may hold.

    `key` is the concept or the quantity that it defines, empty for all else.
    """

    citation: str
    kind: str
    says: Says
    type: Type
    parts: tuple[Part, ...]
    key: str = ""


def sayings(world: World) -> Mapping[str, tuple[Saying, ...]]:
    """Return what each element says, by citation."""
    several: dict[tuple[str, str, Says, str], tuple[Type, list[Part]]] = {}
    for eid, kind, says, type_, key, part in _parts(world):
        element = world.elements.get(eid)
        if element is not None and element.citation:
            place = (element.citation, kind, says, key)
            parts = several.setdefault(place, (type_, []))[1]
            if part not in parts:
                parts.append(part)
    by_citation: dict[str, list[Saying]] = {}
    for (citation, kind, says, key), (type_, parts) in several.items():
        saying = Saying(citation, kind, says, type_, tuple(parts), key)
        by_citation.setdefault(citation, []).append(saying)
    return {citation: _own(those) for citation, those in by_citation.items()}


def _own(several: list[Saying]) -> tuple[Saying, ...]:
    """Return what an element says by itself; what those below it say counts if it is nothing.

    The words of an item that is a rule are its rule.
    """
    says = {saying.says for saying in several}
    kept = [saying for saying in several if saying.says is not Says.PROVISIONS]
    if Says.RULE in says:
        kept = [saying for saying in kept if saying.says is not Says.CONDITION]
    return tuple(kept or several)


_Found = tuple[str, str, Says, Type, str, Part]


def _parts(world: World) -> Iterator[_Found]:
    law, typing = world.law, Typing(Declared(world.law))
    types = {decision.key: decision.type for decision in law.decisions}
    for place, rule in enumerate(law.rules):
        part = Part(_own_words(rule) or rule.condition, rule.force, place)
        yield rule.eid, rule.kind, Says.RULE, Basic.TRUTH, "", part
        if rule.listed_in is not None:
            yield rule.listed_in, rule.kind, Says.RULE, Basic.TRUTH, "", part
        applies = Part(ir.Applies((rule.eid,)), ir.ALWAYS, place)
        for eid in world.above(rule.eid)[1:]:
            yield eid, rule.kind, Says.PROVISIONS, Basic.TRUTH, "", applies
        within = _Within(typing, rule.force)
        yield from within.parts(rule.condition, rule.kind, Basic.TRUTH)
        for gives in rule.gives:
            yield from within.parts(gives.value, rule.kind, types[gives.decision])
    for place, meaning in enumerate(law.definitions):
        said = {other.eid for other in law.definitions if other.key == meaning.key}
        at_one_place = len({_citation(world, eid) for eid in said}) == 1
        truth = Part(meaning.condition, meaning.force, definition=place)
        if at_one_place:
            truth = Part(ir.Concept(meaning.key))
        yield meaning.eid, meaning.kind, Says.DEFINITION, Basic.TRUTH, meaning.key, truth
        within = _Within(typing, meaning.force)
        yield from within.parts(meaning.condition, meaning.kind, Basic.TRUTH)
    for quantity in law.quantities:
        amount = Part(ir.Quantity(quantity.key))
        yield quantity.eid, quantity.kind, Says.AMOUNT, quantity.type, quantity.key, amount
        within = _Within(typing, quantity.force)
        yield from within.parts(quantity.value, quantity.kind, quantity.type)


def _citation(world: World, eid: str) -> str:
    element = world.elements.get(eid)
    return "" if element is None else element.citation


def _own_words(rule: ir.Rule) -> ir.Expr | None:
    """Return the words of the item that is a rule, where its condition has more than these."""
    waiting = [rule.condition]
    while waiting:
        expr = waiting.pop()
        if isinstance(expr, ir.Stated) and expr.eid == rule.eid:
            return expr
        if isinstance(expr, ir.Stated | ir.All):
            waiting += children(expr)
    return None


@dataclass(frozen=True, slots=True)
class _Within:
    """The search for what elements state inside the expressions of a provision."""

    typing: Typing
    force: ir.Force

    def parts(self, expr: ir.Expr, kind: str, wanted: Type) -> Iterator[_Found]:
        """Yield the conditions and amounts that elements state, seen from a thing of `kind`.

        `wanted` is the type of the amount around: a computed number is of it.
        """
        if isinstance(expr, ir.Stated) and expr.eid is not None:
            type_ = self.typing.type_of(expr, kind) or wanted
            says = Says.CONDITION if type_ is Basic.TRUTH else Says.AMOUNT
            if type_ in PLAIN and wanted is not Basic.TRUTH:
                type_ = wanted
            yield expr.eid, kind, says, type_, "", Part(expr, self.force)
        inner = expr.kind if isinstance(expr, _OF_MEMBERS) else kind
        for part in children(expr):
            yield from self.parts(part, inner, wanted)
