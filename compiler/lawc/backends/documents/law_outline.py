"""A law in the order of its document: the text, what words mean, how it decides.

A decision is a tree: its values, the rules that give each, their conditions down to lettered
points, each with the law's own words and beside them how they were read. A definition and a
rule are set out once; everywhere else a link stands for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import assert_never

from lawc.backends.documents.showing import tidy
from lawc.backends.documents.words import Words, words
from lawc.ir import nodes as ir
from lawc.ir.formula import formula, typed
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.skeleton import cited, is_spoken
from lawc.meaning.world import World
from lawc.records import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A passage set out elsewhere in the document, and its anchor there."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A condition: citation and words of the law, how its parts join, how it was read."""

    citation: str
    anchor: str  # of the element cited, empty for none
    text: str
    phrase: str
    formula: str
    links: tuple[Link, ...]
    parts: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class ElementView:
    """An element of the text; `notes` say what it decides or defines.

    `label` is its number as printed; of an element of another act, the whole citation.
    """

    anchor: str
    label: str
    heading: str
    text: str
    table: tuple[tuple[str, ...], ...]
    mark: ir.Mark | None
    inert: bool
    source: str
    remark: str
    notes: tuple[Link, ...]
    parts: tuple[ElementView, ...]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """A version of a concept or a quantity, set out once."""

    anchor: str
    name: str
    link: Link
    note: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule under a value it gives; `reading` is None if it is set out further up."""

    anchor: str
    link: Link
    text: str
    notes: tuple[str, ...]
    displaced_by: tuple[Link, ...]
    displaces: str
    when: Reading | None
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class DecisionView:
    """A decision: its values, and for each the rules that give it."""

    anchor: str
    name: str
    notes: tuple[str, ...]
    values: tuple[tuple[str, tuple[RuleView, ...]], ...]


@dataclass(frozen=True, slots=True)
class LawView:
    """A whole document about a law."""

    title: str
    elements: tuple[ElementView, ...]
    definitions: tuple[DefinitionView, ...]
    quantities: tuple[DefinitionView, ...]
    decisions: tuple[DecisionView, ...]


def law_view(law: ir.Law) -> LawView:
    """Return `law` in the order of the document."""
    making = _Making(World(law, {}), words(law.language), set())
    return LawView(
        tidy(law.title),
        making.elements(),
        tuple(making.definitions()),
        tuple(making.quantities()),
        tuple(making.decisions()),
    )


def place(eid: str) -> str:
    """Return the anchor of an element; one of another act has its act before a colon."""
    return eid.replace("#", ":")


def named(key: str) -> str:
    """Return a key as readers see it."""
    return tidy(key.replace("_", " "))


@dataclass(frozen=True)
class _Making:
    """`shown` are the places of the rules set out so far."""

    world: World
    words: Words
    shown: set[int]

    @property
    def law(self) -> ir.Law:
        return self.world.law

    # --- the text -------------------------------------------------------------------------

    def elements(self, parent: str | None = None) -> tuple[ElementView, ...]:
        return tuple(
            ElementView(
                place(element.eid),
                tidy(_label(element)),
                tidy(element.heading),
                tidy(element.text),
                tuple(_cells(element)),
                element.source.mark if element.source else None,
                element.inert,
                self.words(f"source_{element.source.mark.value}") if element.source else "",
                tidy(element.source.remark) if element.source else "",
                tuple(self.notes(element.eid)),
                self.elements(element.eid),
            )
            for element in self.inside.get(parent, ())
        )

    @cached_property
    def inside(self) -> dict[str | None, list[ir.Element]]:
        """The elements directly inside each element, those of the act under None."""
        children: dict[str | None, list[ir.Element]] = {}
        for element in self.law.elements:
            children.setdefault(element.parent, []).append(element)
        return children

    @cached_property
    def statements(self) -> dict[str, list[ir.Definition | ir.QuantityDefinition | ir.Rule]]:
        """The definitions and rules that each element states, by its eid."""
        statements: list[ir.Definition | ir.QuantityDefinition | ir.Rule]
        statements = [*self.law.definitions, *self.law.quantities, *self.law.rules]
        by_element: dict[str, list[ir.Definition | ir.QuantityDefinition | ir.Rule]] = {}
        for statement in statements:
            by_element.setdefault(statement.eid, []).append(statement)
        return by_element

    def notes(self, eid: str) -> Iterator[Link]:
        for statement in self.statements.get(eid, ()):
            if not isinstance(statement, ir.Rule):
                text = self.words("law_defines", concepts=named(statement.key))
                yield Link(text, self.anchor(statement))
                continue
            keys = ", ".join(dict.fromkeys(named(gift.decision) for gift in statement.gives))
            gives = self.words("law_gives", decisions=keys) if keys else ""
            text = gives or self.displaces(statement)
            if text:
                yield Link(text, f"rule-{self.world.places[id(statement)]}")

    # --- definitions ----------------------------------------------------------------------

    def definitions(self) -> Iterator[DefinitionView]:
        for definition in self.law.definitions:
            reading = self.reading(definition.condition, definition.eid)
            yield self.definition(definition, reading)

    def quantities(self) -> Iterator[DefinitionView]:
        for quantity in self.law.quantities:
            read = formula(quantity.value)
            links = tuple(dict.fromkeys(self.links(quantity.value, read)))
            reading = Reading("", "", tidy(quantity.text), "", read, links, ())
            yield self.definition(quantity, reading)

    def definition(
        self, version: ir.Definition | ir.QuantityDefinition, reading: Reading
    ) -> DefinitionView:
        note = [self.words("law_of_each", kind=named(version.kind)), *self.force(version.force)]
        name, link = named(version.key), self.element(version.eid)
        return DefinitionView(self.anchor(version), name, link, "; ".join(note), reading)

    def anchor(self, version: ir.Definition | ir.QuantityDefinition) -> str:
        """Return the anchor of a version; those after the first are numbered."""
        versions: tuple[ir.Definition | ir.QuantityDefinition, ...] = (
            self.law.definitions if isinstance(version, ir.Definition) else self.law.quantities
        )
        same = [other for other in versions if other.key == version.key]
        number = next(i for i, other in enumerate(same, start=1) if other is version)
        return _anchor(version) if number == 1 else f"{_anchor(version)}-version-{number}"

    # --- decisions ------------------------------------------------------------------------

    def decisions(self) -> Iterator[DecisionView]:
        for decision in self.law.decisions:
            values = tuple(self.values(decision))
            notes = tuple(self.decision_notes(decision))
            yield DecisionView(f"decision-{decision.key}", named(decision.key), notes, values)
        only = tuple(
            self.rule(place, None)
            for place, rule in enumerate(self.law.rules)
            if not rule.gives
        )
        if only:
            title = self.words("law_no_result")
            yield DecisionView("no-result", title, (), (("", only),))

    def decision_notes(self, decision: ir.Decision) -> Iterator[str]:
        yield self.words("law_of_each", kind=named(decision.kind))
        yield self.words("law_values", values=_type(decision.type))
        if decision.otherwise is None:
            yield self.words("law_otherwise_nothing")
        else:
            default = named(typed(decision.otherwise, decision.type))
            yield self.words("law_otherwise", value=default)
        yield self.words(f"law_{decision.combine.value}")

    def values(self, decision: ir.Decision) -> Iterator[tuple[str, tuple[RuleView, ...]]]:
        ways: dict[str, list[tuple[int, ir.Gives]]] = {}
        for place, rule in enumerate(self.law.rules):
            for gives in rule.gives:
                if gives.decision == decision.key:
                    ways.setdefault(_value(gives.value), []).append((place, gives))
        for value, giving in ways.items():
            yield value, tuple(self.rule(place, gives.when) for place, gives in giving)

    def rule(self, place: int, when: ir.Expr | None) -> RuleView:
        rule = self.law.rules[place]
        shown = place in self.shown
        self.shown.add(place)
        notes = (*self.force(rule.force), *self.weak(rule.eid))
        return RuleView(
            f"rule-{place}",
            self.element(rule.eid),
            tidy(rule.text),
            notes,
            tuple([self.rule_link(by) for by in self.world.displacing(rule)]),
            self.displaces(rule),
            None if when is None else self.reading(when, None),
            None if shown else self.reading(rule.condition, rule.eid),
        )

    def weak(self, eid: str) -> Iterator[str]:
        """Yield the source mark of an element whose wording is not official."""
        _, mark, remark = cited(self.world, eid)
        if mark in ("reported", "assumed"):
            yield self.words(f"source_{mark}") + (f" ({tidy(remark)})" if remark else "")

    def displaces(self, rule: ir.Rule) -> str:
        targets = ", ".join(self.element(eid).text for eid in rule.displaces)
        return self.words("law_displaces", provisions=targets) if targets else ""

    def rule_link(self, rule: ir.Rule) -> Link:
        return Link(self.element(rule.eid).text, f"rule-{self.world.places[id(rule)]}")

    def element(self, eid: str) -> Link:
        citation = cited(self.world, eid)[0]
        return Link(tidy(citation or eid), place(eid) if citation else "")

    def force(self, force: ir.Force) -> Iterator[str]:
        start, end = force.start, force.end
        parts = [self.words("in_force_from", start=start.isoformat())] if start else []
        parts += [self.words("in_force_to", end=end.isoformat())] if end else []
        if parts:
            yield self.words("in_force", period=" ".join(parts))

    # --- conditions -----------------------------------------------------------------------

    def reading(self, expr: ir.Expr, around: str | None) -> Reading:
        """Return how `expr` was read; `around` is the element that has already been cited."""
        text, eid = "", None
        while isinstance(expr, ir.Stated) and not (text and eid and expr.eid):
            text, eid, expr = text or tidy(expr.text), eid or expr.eid, expr.part
        citation = "" if eid in (None, around) else tidy(cited(self.world, eid)[0])
        text = "" if eid is not None and eid == around else text
        anchor = place(eid) if citation and eid else ""
        if isinstance(expr, _ELSEWHERE) or not is_spoken(expr):
            read = self.read(expr)
            links = tuple(dict.fromkeys(self.links(expr, read)))
            return Reading(citation, anchor, text, "", read, links, ())
        phrase, parts = self.joined(expr)
        inner = tuple([self.reading(part, eid or around) for part in parts])
        return Reading(citation, anchor, text, phrase, "", (), inner)

    def joined(self, expr: ir.Expr) -> tuple[str, tuple[ir.Expr, ...]]:
        match expr:
            case ir.Stated():
                return "", (expr,)
            case ir.All(parts) | ir.Any(parts):
                word = "all" if isinstance(expr, ir.All) else "any"
                return self.words(word) if len(parts) > 1 else "", parts
            case ir.AtLeast(number, parts):
                return self.words("at_least", number=number), parts
            case ir.Not(ir.Any(parts)):
                return self.words("none"), parts
            case ir.Not(part):
                return self.words("not"), (part,)
            case ir.Some(number, kind, part):
                return f"{named(kind)}: {self.words('some', number=number)}", (part,)
            case ir.Every(kind, part):
                return f"{named(kind)}: {self.words('every')}", (part,)
            case _:
                raise AssertionError(expr)

    def read(self, expr: ir.Expr) -> str:
        return "" if isinstance(expr, _ELSEWHERE) else formula(expr)

    def links(self, expr: ir.Expr, read: str) -> Iterator[Link]:
        """Yield links to the concepts, quantities and rules in an expression `read` so."""
        match expr:
            case ir.Concept(key):
                yield Link(named(key), f"concept-{key}")
            case ir.Applies(eids):
                for rule in self.world.below(eids):
                    yield self.rule_link(rule)
            case _ if "concept(" in read or "quantity(" in read:
                for definition in self.law.definitions:
                    if f"concept({definition.key})" in read:
                        yield Link(named(definition.key), _anchor(definition))
                for quantity in self.law.quantities:
                    if f"quantity({quantity.key})" in read:
                        yield Link(named(quantity.key), _anchor(quantity))


_ELSEWHERE = (ir.Concept, ir.Applies)  # set out elsewhere, and linked


def _cells(element: ir.Element) -> Iterator[tuple[str, ...]]:
    """Yield the rows of an element's table, the heads first, without the rule below them."""
    for line in element.table:
        if line.strip("|-: "):
            yield tuple(tidy(cell) for cell in line.strip("| ").split("|"))


def _label(element: ir.Element) -> str:
    """Return the number of an element, its citation if of another act or without heading."""
    foreign, bare = "#" in element.eid, not (element.label or element.heading)
    return element.citation if element.parent is None and (foreign or bare) else element.label


def _anchor(version: ir.Definition | ir.QuantityDefinition) -> str:
    kind = "concept" if isinstance(version, ir.Definition) else "quantity"
    return f"{kind}-{version.key}"


def _value(value: ir.Expr) -> str:
    return named(formula(value)) if isinstance(value, ir.Literal) else formula(value)


def _type(type_: Type) -> str:
    match type_:
        case Choice(_, values):
            return ", ".join(map(named, values))
        case Money(currency):
            return currency
        case Basic():
            return named(type_.value)
        case _:
            assert_never(type_)
