"""What every part of the backend asks of a law: its kinds, its names, what reads what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from lawc.backends.python.imports import NAMES
from lawc.backends.python.lapsing import Span, covered, versions_of
from lawc.backends.python.names import (
    classes,
    constant,
    further,
    identifiers,
    provision_name,
    reserved,
)
from lawc.backends.python.points import Exceptions, Point, points_of, shared_exceptions
from lawc.ir import nodes as ir
from lawc.ir.types import Choice, Type
from lawc.ir.walk import children, unread_days
from lawc.meaning.world import World, suppliable
from lawc.records import dataclass

# What modules import, define and call things: no name of the law is the same.
RUNTIME = (
    *NAMES, "Days", "Decision", "ENGINE", "Enum", "FactError", "KINDS", "PHASES", "PROVISIONS",
    "Self", "TURNS", "annotations", "apart", "ask", "bits", "checked_form", "days", "decide",
    "decisions", "doubtful", "element", "explain", "facts", "found", "group", "keys", "left",
    "line", "made", "members", "kept", "new", "of", "one", "own", "parts", "perhaps", "piece",
    "rules", "slots", "state", "result", "thing", "trace", "turn", "v", "values", "whole",
)  # fmt: skip
_NUMBERED = re.compile(r"[a-z][0-9]+")  # the variables of generated functions: v0, s12 ...


def numbered(words: Iterable[str]) -> list[str]:
    """Return the words that look like a variable of a generated function."""
    return [word for word in words if _NUMBERED.fullmatch(word)]


@dataclass(frozen=True)
class Plan:
    """A law with the names that its parts have in Python."""

    law: ir.Law

    @cached_property
    def world(self) -> World:
        """Return the law as the interpreter reads it, without days."""
        return World(self.law, {})

    # --- kinds ---

    @cached_property
    def kinds(self) -> dict[str, ir.Kind]:
        """Return the kinds by key."""
        return {kind.key: kind for kind in self.law.kinds}

    @property
    def root(self) -> str:
        """Return the kind that a case is about."""
        return self.law.kinds[0].key

    def line(self, kind: str) -> tuple[str, ...]:
        """Return `kind` and the kinds above it, nearest first."""
        return self._lines[kind]

    @property
    def lines(self) -> dict[str, tuple[str, ...]]:
        """Return for each kind itself and the kinds above it, nearest first."""
        return self._lines

    @cached_property
    def _lines(self) -> dict[str, tuple[str, ...]]:
        lines: dict[str, tuple[str, ...]] = {}
        for kind in self.law.kinds:
            lines[kind.key] = (kind.key, *(lines[kind.parent] if kind.parent else ()))
        return lines

    def below(self, kind: str) -> tuple[ir.Kind, ...]:
        """Return the kinds that things of `kind` have lists of."""
        return tuple(child for child in self.law.kinds if child.parent == kind and child.field)

    def decided(self, kind: str) -> tuple[ir.Decision, ...]:
        """Return what the law decides of things of `kind`."""
        return tuple(decision for decision in self.law.decisions if decision.kind == kind)

    def reports(self, kind: str) -> bool:
        """Tell whether the law decides of things of `kind` or of things below them."""
        return bool(self.decided(kind)) or any(self.reports(k.key) for k in self.below(kind))

    # --- facts ---

    def suppliable(self, kind: str) -> dict[str, Type]:
        """Return what can be said of a thing of `kind`: facts, then what can be established."""
        return suppliable(self.law, kind)

    def limited(self, kind: str) -> dict[str, ir.FactDeclaration]:
        """Return the facts of a kind that have a least or a most, by key."""
        return {fact.key: fact for fact in self.law.facts if fact.kind == kind and fact.limited}

    def established(self, kind: str) -> list[str]:
        """Return the attributes of what may be supplied as established of a thing of `kind`."""
        facts = {fact.key for fact in self.law.facts if fact.kind == kind}
        return [self.fields[kind, key] for key in self.suppliable(kind) if key not in facts]

    @cached_property
    def limits(self) -> dict[tuple[str, str], tuple[object, object]]:
        """Return the least and the most of the facts that are limited, by kind and key."""
        facts = self.law.facts
        return {
            (fact.kind, fact.key): (fact.least, fact.most) for fact in facts if fact.limited
        }

    @cached_property
    def assumable(self) -> frozenset[tuple[str, str]]:
        """Return the facts, by kind and key, that may be known without being supplied."""
        in_clauses = {
            (clause.kind, part.key) for clause in self.law.clauses for part in clause.literals
        }
        single = {
            (fact.kind, fact.key)
            for fact in self.law.facts
            if isinstance(fact.type, Choice) and len(fact.type.values) == 1
        }
        return frozenset(in_clauses | single)

    # --- names ---

    @cached_property
    def classes(self) -> dict[str, str]:
        """Return the class of each kind and, under `choice:key`, of each choice."""
        short = [choice.key.rpartition(".")[2] for choice in self.choices]
        taken = [*RUNTIME, *(f"{n}Decision" for n in classes(self.kinds).values())]
        names: dict[str, str] = {}
        for kind in self.kinds:
            names[kind] = classes([kind], [*taken, *names.values()])[kind]
        for choice, last in zip(self.choices, short, strict=True):
            word = last if short.count(last) == 1 else choice.key.replace(".", "_")
            name = classes([word], [*taken, *names.values()])[word]
            names[f"choice:{choice.key}"] = name
        return names

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """Return the choices of facts, quantities and decisions, each once."""
        types: list[Type] = [fact.type for fact in self.law.facts]
        types += [quantity.type for quantity in self.law.quantities]
        types += [decision.type for decision in self.law.decisions]
        return tuple(dict.fromkeys(type_ for type_ in types if isinstance(type_, Choice)))

    @cached_property
    def fields(self) -> dict[tuple[str, str], str]:
        """Return the attribute of each fact, established value and list, by kind and key."""
        fields = {}
        for kind in self.kinds:
            keys = [*self.suppliable(kind), *(child.field or "" for child in self.below(kind))]
            names = identifiers(keys)
            fields.update({(kind, key): name for key, name in names.items()})
        return fields

    @cached_property
    def variables(self) -> dict[str, str]:
        """Return the name of a thing of each kind."""
        return identifiers(self.kinds, [*RUNTIME, *numbered(self.kinds)])

    @cached_property
    def parameters(self) -> dict[str, str]:
        """Return the name of each day that a decision is asked for with."""
        keys = [parameter.key for parameter in self.law.parameters]
        if self.law.law_day is not None:
            keys.append(self.law.law_day)
        keys += self.law.idle_days
        return identifiers(keys, [*self.variables.values(), *RUNTIME, *numbered(keys)])

    @cached_property
    def days_read(self) -> tuple[str, ...]:
        """Return the names of the days that a decision may rest on."""
        return tuple(n for key, n in self.parameters.items() if key not in self.unread_days)

    @cached_property
    def unread_days(self) -> frozenset[str]:
        """Return the days that may be said and on which nothing rests."""
        return unread_days(self.law)

    @cached_property
    def heads(self) -> dict[str, tuple[str, object]]:
        """What each function of the law computes, by its name."""
        return {name: key for key, name in self.functions.items()}

    @cached_property
    def functions(self) -> dict[tuple[str, object], str]:
        """Return the function of each rule (by place), concept, quantity and decision."""
        words: dict[tuple[str, object], str] = {}
        for definition in self.law.definitions:
            words["concept", definition.key] = definition.key
        for each in self.law.quantities:
            words["quantity", each.key] = each.key
        for decision in self.law.decisions:
            words["decision", decision.key] = decision.key
        for place, rule in enumerate(self.law.rules):
            words["rule", place] = provision_name(rule.eid)
        taken = [*RUNTIME, *self.classes.values(), *self.variables.values()]
        used = reserved([*taken, *numbered(words.values())])
        return {what: further(word, used) for what, word in words.items()}

    @cached_property
    def points(self) -> dict[str, Point]:
        """Return the lettered points that are functions, by element, in the law's order."""
        points = points_of(self.law, self.citations)
        return {eid: points[eid] for eid in sorted(points, key=self.order.__getitem__)}

    @cached_property
    def exceptions(self) -> tuple[Exceptions, ...]:
        """Return the exceptions that several rules share."""
        return shared_exceptions(map(self.displacing, range(len(self.law.rules))))

    def displacing(self, place: int) -> Exceptions:
        """Return the exceptions to the rule at `place`."""
        return Exceptions(self.law.rules[place].kind, self.displacers(place))

    @cached_property
    def parts(self) -> dict[str | Exceptions, str]:
        """Return the function of each lettered point, by element, and of shared exceptions."""
        words: dict[str | Exceptions, str] = {eid: provision_name(eid) for eid in self.points}
        for exceptions in self.exceptions:
            first, last = exceptions.places[0], exceptions.places[-1]
            names = [provision_name(self.law.rules[place].eid) for place in (first, last)]
            words[exceptions] = "_".join(["exceptions", *names])
        own = [*self.classes.values(), *self.variables.values(), *self.functions.values()]
        used = reserved([*RUNTIME, *own])
        return {part: further(word, used) for part, word in words.items()}

    def enum(self, choice: Choice) -> str:
        """Return the class of a choice."""
        return self.classes[f"choice:{choice.key}"]

    def members(self, choice: Choice) -> dict[str, str]:
        """Return the name of the member for each value of a choice."""
        members = self._members.get(choice)
        if members is None:
            members = self._members[choice] = {}
            for value in choice.values:
                taken = [*members.values(), "MRO", "NAME", "VALUE"]
                name = constant(value)
                members[value] = identifiers([name], taken)[name]
        return members

    @cached_property
    def _members(self) -> dict[Choice, dict[str, str]]:
        return {}

    @cached_property
    def scopes(self) -> dict[str, Scope]:
        """Return the scope of a thing of each kind."""
        return {
            kind: Scope(tuple((level, self.variables[level]) for level in self.line(kind)))
            for kind in self.kinds
        }

    # --- rules ---

    @property
    def places(self) -> Mapping[int, int]:
        """Return the place of each rule by the identity of the object."""
        return self.world.places

    @cached_property
    def lapsing(self) -> Mapping[str, list[Span]]:
        """Return the decisions that may have no value for want of a version in force.

        Of each the spans of days on which it has none for other reasons alone.
        """
        versions = {
            decision.key: versions_of(self.world, decision) for decision in self.law.decisions
        }
        return {key: covered(groups) for key, groups in versions.items() if groups}

    @cached_property
    def _displacers(self) -> tuple[tuple[int, ...], ...]:
        return tuple(
            tuple(self.places[id(by)] for by in self.world.displacing(rule))
            for rule in self.law.rules
        )

    def displacers(self, place: int) -> tuple[int, ...]:
        """Return the places of the rules that displace the rule at `place`."""
        return self._displacers[place]

    def under(self, eids: tuple[str, ...]) -> tuple[int, ...]:
        """Return the places of the rules at or below `eids`."""
        return tuple(self.places[id(rule)] for rule in self.world.below(eids))

    @cached_property
    def citations(self) -> dict[str, str]:
        """Return the citation of each element."""
        return self.law.citations

    @cached_property
    def cited(self) -> list[str]:
        """Return the citations of the rules, in the order of the text."""
        cites = {self.citation(place) for place in range(len(self.law.rules))}
        return list(dict.fromkeys(e.citation for e in self.law.elements if e.citation in cites))

    @cached_property
    def order(self) -> dict[str, int]:
        """Return the place of each element in the text."""
        return {element.eid: place for place, element in enumerate(self.law.elements)}

    def citation(self, place: int) -> str | None:
        """Return the citation of the rule at `place`, None if it has none."""
        return self.citations.get(self.law.rules[place].eid)

    # --- what is read ---

    def free(self, expr: ir.Expr) -> frozenset[str]:
        """Return the kinds whose thing in scope `expr` reads, with those above where needed."""
        match expr:
            case ir.Fact(kind):
                return frozenset({kind})
            case ir.Concept(key):
                return frozenset(self.line(self.concept(key)[0].kind))
            case ir.Quantity(key):
                return frozenset(self.line(self.quantity(key)[0].kind))
            case ir.Decided(key):
                return frozenset(self.line(self.decision(key).kind))
            case ir.Applies(eids):
                lines = [self.line(self.law.rules[i].kind) for i in self.under(eids)]
                return frozenset(kind for line in lines for kind in line)
            case ir.Some(_, kind) | ir.Every(kind) | ir.CountOf(kind) | ir.TotalOf(kind):
                parent = self.kinds[kind].parent
                inner = [self.free(part) for part in children(expr)]
                kinds = frozenset().union(*inner) - {kind}
                return kinds | ({parent} if parent else frozenset())
            case _:
                return frozenset().union(*(self.free(part) for part in children(expr)))

    def concept(self, key: str) -> tuple[ir.Definition, ...]:
        """Return the versions of a concept."""
        return self.world.meanings[key]

    def quantity(self, key: str) -> tuple[ir.QuantityDefinition, ...]:
        """Return the versions of a quantity."""
        return tuple(quantity for quantity in self.law.quantities if quantity.key == key)

    def decision(self, key: str) -> ir.Decision:
        """Return a decision by key."""
        return next(decision for decision in self.law.decisions if decision.key == key)

    def type_of(self, fact: ir.Fact) -> Type | None:
        """Return the declared type of a fact."""
        for declaration in self.law.facts:
            if (declaration.kind, declaration.key) == (fact.kind, fact.key):
                return declaration.type
        return None


@dataclass(frozen=True, slots=True)
class Scope:
    """The things that an expression may speak of, nearest first, with their variables."""

    things: tuple[tuple[str, str], ...]

    def of(self, kind: str) -> str | None:
        """Return the variable of the thing of `kind`, None if there is none in scope."""
        for own, variable in self.things:
            if own == kind:
                return variable
        return None

    def within(self, plan: Plan, kind: str, others: Iterable[str] = ()) -> Scope:
        """Return the scope in which a member of `kind` is the thing; `others` are taken."""
        taken = {*others, *(name for _, name in self.things)}
        name, number = plan.variables[kind], 2
        while name in taken:
            name, number = f"{plan.variables[kind]}_{number}", number + 1
        line = plan.line(kind)[1:]
        above = tuple((k, name_) for k, name_ in self.things if k in line)
        return Scope(((kind, name), *above))


def scope_of(plan: Plan, kind: str) -> Scope:
    """Return the scope of a thing of `kind` and all above it."""
    return plan.scopes[kind]
