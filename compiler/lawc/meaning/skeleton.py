"""The reasoning trees of a law before there is a case: see `lawc.meaning.asking`.

Before: `Stated("1) any of", Any((Stated("a) pregnant", Fact("person", "pregnant")), ...)))`.
After: `Asked(ANY, "1) any of", parts=(Asked(FACTS, "a) pregnant", place=0, reads=...), ...))`.

The rules, in full:

1. `Stated`, a quantifier (`Some`, `Every`), `Concept` and `Applies` are *spoken*. A condition
   that neither is spoken nor joins (`All`, `Any`, `AtLeast`, `Not`), however deep, one that
   is, is a leaf: one FACTS node, whatever it joins, with every value it reads, in order and
   once. Leaves are numbered as met.
2. Any other connective is a node that rests as it says (ALL, ANY, AT_LEAST, NOT), with a node
   for each part. Outside `Stated` the text is empty.
3. `Stated` gives its text, and its eid the citation and the mark, to the node of what it
   states. If that node has words of its own (a `Stated` in a `Stated`), an inner one
   without eid gives way to the outer; one with an eid becomes the one part of an ALL.
4. `Some` and `Every` have one part, laid over each member. `Applies` is PROVISIONS with an
   APPLIES part for each rule at or below its elements. `Concept` is DEFINITION; what it means
   stands apart in `Skeleton.definitions`: the versions, each stated as rule 3 says by the
   element that defines it.
5. The grounds of a kind that the law decides of are the rules that give a decision of the
   kind, and those that displace one of these, directly or through others, as the law orders
   them. A ground's condition stands apart from the rule's own text and citation: it is the
   node of the condition alone.
6. Values read: facts, days, quantities, decisions and, inside a value, concepts by their key;
   after a quantity or a concept, what its definitions read; the number of members of a list
   that is counted, added up or asked about, and what is read of each member.
7. An element without a source mark has that of the nearest element above it that has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field, replace

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import children
from lawc.meaning.asking import (
    Asked,
    AskedPart,
    AskedRule,
    AskedVersion,
    Read,
    Skeleton,
    Source,
    Version,
)
from lawc.meaning.elements import Part, Saying, sayings
from lawc.meaning.reckoning import Reckoning
from lawc.meaning.world import World
from lawc.records import dataclass
from lawc.runtime.reasons import Rests


@dataclass(frozen=True)
class Bones:
    """A skeleton with the conditions that its FACTS nodes number, and all rules in order.

    `amounts` are the expressions that its amounts number, each with the kind of things that it
    is about. `values`: whether reasoning trees name the values that are read and given.
    `elements` are what elements say, with the parts of each, if it was asked for.
    """

    skeleton: Skeleton
    leaves: tuple[ir.Expr, ...]
    rules: tuple[AskedRule, ...]
    values: bool = True
    amounts: tuple[tuple[ir.Expr, str], ...] = ()
    elements: tuple[tuple[Saying, tuple[AskedPart, ...]], ...] = ()


def bones(
    law: ir.Law, world: World | None = None, *, values: bool = True, elements: bool = False
) -> Bones:
    """Return the skeleton of `law`, and the conditions whose truth a case must give.

    A `world` of the law is used with all that it remembers. Without `values` the trees do not
    name the values that conditions read and rules give.
    """
    world = world or World(law, {})
    building = _Building(world, values, Reckoning(world, []))
    rules = tuple(building.rule(place) for place in range(len(law.rules)))
    grounds = {
        kind.key: tuple(rules[place] for place in building.grounds(kind.key))
        for kind in law.kinds
        if any(decision.kind == kind.key for decision in law.decisions)
    }
    skeleton = Skeleton(
        tuple((kind.key, kind.parent or "") for kind in law.kinds),
        grounds,
        {key: building.versions(key) for key in building.world.meanings},
        law.law_day or "",
        building.amounts() if values else {},
    )
    asked = tuple(building.elements()) if elements else ()
    amounts = tuple(building.reckoning.valued)
    return Bones(skeleton, tuple(building.leaves), rules, values, amounts, asked)


def cited(world: World, eid: str | None) -> tuple[str, str, str]:
    """Return the citation, the source mark and the remark of an element, empty for none."""
    if eid is None:
        return "", "", ""
    element = world.elements.get(eid)
    citation = element.citation if element else ""
    while element is not None and element.source is None:
        element = world.elements.get(element.parent or "")
    if element is None or element.source is None:
        return citation, "", ""
    return citation, element.source.mark.value, element.source.remark


def is_spoken(expr: ir.Expr) -> bool:
    """Return whether `expr` is, or joins, an expression that is a node of its own."""
    match expr:
        case ir.Stated() | ir.Some() | ir.Every() | ir.Concept() | ir.Applies():
            return True
        case ir.Fact() | ir.OneOf() | ir.Compare():
            return False
        case ir.All(parts) | ir.Any(parts) | ir.AtLeast(_, parts):
            return any(map(is_spoken, parts))
        case ir.Not(part):
            return is_spoken(part)
        case _:
            return False


@dataclass(frozen=True)
class _Building:
    """A skeleton being built; `leaves` grows."""

    world: World
    values: bool
    reckoning: Reckoning
    leaves: list[ir.Expr] = field(default_factory=list)
    groups: dict[int, tuple[tuple[int, str], ...]] = field(default_factory=dict)
    of_elements: dict[int, Asked] = field(default_factory=dict)  # by identity of what it is of

    @property
    def law(self) -> ir.Law:
        return self.world.law

    def grounds(self, kind: str) -> list[int]:
        """Return the places of the rules read for things of `kind`."""
        keys = {decision.key for decision in self.law.decisions if decision.kind == kind}
        open_ = [r for r in self.law.rules if any(g.decision in keys for g in r.gives)]
        places: set[int] = set()
        while open_:
            rule = open_.pop()
            if self.place(rule) not in places:
                places.add(self.place(rule))
                open_ += self.world.displacing(rule)
        return sorted(places)

    def place(self, rule: ir.Rule) -> int:
        return self.world.places[id(rule)]

    def rule(self, place: int) -> AskedRule:
        rule = self.law.rules[place]
        citation, source, remark = cited(self.world, rule.eid)
        return AskedRule(
            place,
            citation,
            rule.text,
            self.node(rule.condition),
            self.displacers(rule),
            rule.force.start,
            rule.force.end,
            source,
            remark,
            self.reckoning.gives(rule) if self.values else (),
        )

    def amounts(self) -> dict[str, tuple[AskedVersion, ...]]:
        """Return the versions of each quantity."""
        keys = dict.fromkeys(quantity.key for quantity in self.law.quantities)
        return {key: self.reckoning.versions(key) for key in keys}

    def elements(self) -> Iterator[tuple[Saying, tuple[AskedPart, ...]]]:
        """Yield what elements say, with the parts of each."""
        for several in sayings(self.world).values():
            for saying in several:
                yield saying, tuple(self.part(saying, part) for part in saying.parts)

    def part(self, saying: Saying, part: Part) -> AskedPart:
        start, end = part.force.start, part.force.end
        if part.rule is not None:
            return AskedPart(start, end, part.rule)
        if part.definition is not None:
            meant = self.meant(self.law.definitions[part.definition])
            return AskedPart(start, end, condition=meant)
        if saying.type is Basic.TRUTH:
            return AskedPart(start, end, condition=self.node(part.expr))
        amount = self.reckoning.amount(part.expr, saying.kind, saying.type)
        return AskedPart(start, end, amount=amount)

    def displacers(self, rule: ir.Rule) -> tuple[tuple[int, str], ...]:
        """Return the places and citations of the rules that displace `rule`.

        Rules that the same ones displace have the very same tuple, as in the world.
        """
        group = self.world.displacing(rule)
        if id(group) not in self.groups:
            self.groups[id(group)] = tuple(
                (self.place(by), cited(self.world, by.eid)[0]) for by in group
            )
        return self.groups[id(group)]

    def versions(self, key: str) -> tuple[Version, ...]:
        """Return the versions of concept `key`."""
        return tuple(
            Version(
                self.meant(definition),
                definition.force.start,
                definition.force.end,
            )
            for definition in self.world.meanings[key]
        )

    def meant(self, definition: ir.Definition) -> Asked:
        """Return the node of what a definition says, made once."""
        key = id(definition)
        if key not in self.of_elements:
            text = self.text(definition.eid)
            stated = ir.Stated(text, definition.condition, definition.eid)
            self.of_elements[key] = self.of_words(stated)
        return self.of_elements[key]

    def text(self, eid: str) -> str:
        element = self.world.elements.get(eid)
        return "" if element is None else element.text

    def node(self, expr: ir.Expr) -> Asked:
        """Return the node of the condition `expr`."""
        if isinstance(expr, ir.Stated):
            return self.stated(expr)
        return self.joined(expr) if is_spoken(expr) else self.leaf(expr)

    def leaf(
        self,
        expr: ir.Expr,
        text: str = "",
        citation: str = "",
        source: str = "",
        remark: str = "",
    ) -> Asked:
        """Return the node of a condition whose truth a case must give."""
        self.leaves.append(expr)
        return Asked(
            Rests.FACTS,
            text,
            citation,
            len(self.leaves) - 1,
            reads=self.reads(expr),
            source=source,
            remark=remark,
        )

    def joined(self, expr: ir.Expr) -> Asked:
        """Return the node of a condition that is spoken, or joins some that are."""
        match expr:
            case ir.All(parts) | ir.Any(parts):
                rests = Rests.ALL if isinstance(expr, ir.All) else Rests.ANY
                return Asked(rests, parts=tuple(map(self.node, parts)))
            case ir.AtLeast(number, parts):
                return Asked(Rests.AT_LEAST, number=number, parts=tuple(map(self.node, parts)))
            case ir.Not(part):
                return Asked(Rests.NOT, parts=(self.node(part),))
            case ir.Some(number, kind, part):
                return self.quantified(Asked(Rests.SOME, number=number, kind=kind), part)
            case ir.Every(kind, part):
                return self.quantified(Asked(Rests.EVERY, kind=kind), part)
            case ir.Concept(key):
                kind = self.world.meanings[key][0].kind
                return Asked(Rests.DEFINITION, kind=kind, key=key)
            case ir.Applies(eids):
                return Asked(Rests.PROVISIONS, parts=tuple(self.applying(eids)))
            case _:
                raise AssertionError(expr)  # nothing else is spoken

    def reads(self, expr: ir.Expr) -> tuple[Read, ...]:
        """Return the values that `expr` reads, each once."""
        if not self.values:
            return ()
        if isinstance(expr, ir.Fact):  # as most conditions are
            return (Read(Source.FACT, expr.kind, expr.key),)
        return tuple(dict.fromkeys(reads_of(self.world, expr)))

    def stated(self, stated: ir.Stated) -> Asked:
        """Return the node of a stated condition, made once where an element states it."""
        if stated.eid is None:
            return self.of_words(stated)
        key = id(stated)
        if key not in self.of_elements:
            self.of_elements[key] = self.of_words(stated)
        return self.of_elements[key]

    def of_words(self, stated: ir.Stated) -> Asked:
        inner = stated.part
        while isinstance(inner, ir.Stated) and inner.eid in (None, stated.eid):
            inner = inner.part
        citation, source, remark = cited(self.world, stated.eid)
        if isinstance(inner, ir.Stated):
            bone = Asked(Rests.ALL, parts=(self.stated(inner),))
        elif is_spoken(inner):
            bone = self.joined(inner)
        else:
            return self.leaf(inner, stated.text, citation, source, remark)
        return Asked(
            bone.rests,
            stated.text,
            citation,
            bone.place,
            bone.number,
            bone.kind,
            bone.key,
            bone.reads,
            bone.parts,
            source,
            remark,
        )

    def quantified(self, bone: Asked, part: ir.Expr) -> Asked:
        members = (Read(Source.MEMBERS, bone.kind, ""),) if self.values else ()
        return replace(bone, reads=members, parts=(self.node(part),))

    def applying(self, eids: tuple[str, ...]) -> Iterator[Asked]:
        for rule in self.world.below(eids):
            citation, source, remark = cited(self.world, rule.eid)
            place = self.place(rule)
            yield Asked(Rests.APPLIES, rule.text, citation, place, source=source, remark=remark)


def reads_of(world: World, expr: ir.Expr, seen: set[ir.Expr] | None = None) -> Iterator[Read]:
    """Yield the values that `expr` reads, as they are met.

    What amounts and concepts rest on is gone through once, as `seen` tells.
    """
    seen = set() if seen is None else seen
    if isinstance(expr, ir.Quantity | ir.Concept):
        if expr in seen:
            return
        seen.add(expr)
    match expr:
        case ir.Fact(kind, key):
            yield Read(Source.FACT, kind, key)
        case ir.Parameter(key):
            yield Read(Source.DAY, "", key)
        case ir.Decided(key):
            kind = next(
                decision.kind for decision in world.law.decisions if decision.key == key
            )
            yield Read(Source.DECISION, kind, key)
        case ir.Quantity(key):
            defined = [quantity for quantity in world.law.quantities if quantity.key == key]
            yield Read(Source.QUANTITY, defined[0].kind, key)
            for version in defined:
                yield from reads_of(world, version.value, seen)
        case ir.Concept(key):
            meanings = world.meanings[key]
            yield Read(Source.CONCEPT, meanings[0].kind, key)
            for meaning in meanings:
                yield from reads_of(world, meaning.condition, seen)
        case ir.CountOf(kind, None):
            yield Read(Source.MEMBERS, kind, "")
        case (
            ir.CountOf(kind, part)
            | ir.TotalOf(kind, part)
            | ir.Some(_, kind, part)
            | ir.Every(kind, part)
        ):
            assert part is not None
            within = tuple(dict.fromkeys(reads_of(world, part)))
            yield Read(Source.MEMBERS, kind, "", within)
        case _:
            for part in children(expr):
                yield from reads_of(world, part, seen)
