"""A law as layers of columns, and the columns of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from lawc.backends.python.plan import Plan as Names
from lawc.backends.relational.deciding import seen_value
from lawc.backends.relational.evaluating import folded
from lawc.backends.relational.facts import Facts, Tables
from lawc.backends.relational.layers import AddUp, Compute, Layer, Take, pruned
from lawc.backends.relational.providing import (
    Provided,
    Providing,
    Stated,
    stated_conditions,
)
from lawc.backends.relational.slots import Columns, otherwise_of, rows_column
from lawc.backends.relational.terms import (
    FALSE,
    TRUE,
    Constant,
    Term,
    all_of,
    any_of,
    choice,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.values import Value, compared
from lawc.ir import nodes as ir
from lawc.meaning.refusing import granting_rules, refusing_rules
from lawc.meaning.world import World
from lawc.plan.build import plan_of
from lawc.plan.phases import MEMBERS, members
from lawc.plan.slots import Plan


class Answered(NamedTuple):
    """The columns of a decision: its value and its status, and of each citation if it decides.

    The status is `decided`, `open`, `contradiction` or `nothing`. A number is a numerator
    over `of`.
    """

    value: str
    status: str
    of: int
    cites: tuple[tuple[str, str], ...]  # the citation, the column


class Relations(NamedTuple):
    """The layers of a law for some tables, and the columns of each decision and provision."""

    layers: tuple[Layer, ...]
    answers: Mapping[str, Answered]
    provisions: tuple[Provided, ...]
    tables: Tables


def relations_of(law: ir.Law, tables: Tables, *, provisions: bool = False) -> Relations:
    """Return the layers in which a law is decided for tables of the things of each kind.

    With `provisions`, also those of each provision, down to lettered points.
    """
    making = Making.of(law, tables, stated_conditions(law) if provisions else None)
    made = list(making.layers())
    layers = pruned(made, making.asked())
    return Relations(layers, making.answers, tuple(making.provisions), tables)


class Making:
    """The layers of a law while they are made."""

    def __init__(
        self,
        law: ir.Law,
        world: World,
        plan: Plan,
        columns: Columns,
        stated: tuple[Stated, ...] | None,
    ) -> None:
        self.law = law
        self.stated = stated
        self.world = world
        self.plan = plan
        self.columns = columns
        self.took: dict[str, set[str]] = {kind.key: set() for kind in law.kinds}
        self.answers: dict[str, Answered] = {}
        self.finals: dict[str, list[tuple[str, Term]]] = {kind.key: [] for kind in law.kinds}
        self.provisions: list[Provided] = []
        self.of_provisions: dict[tuple[str, Term], str] = {}

    @classmethod
    def of(cls, law: ir.Law, tables: Tables, stated: tuple[Stated, ...] | None) -> Making:
        """Return the layers to be made of a law, with provisions if `stated` are given."""
        world = World(law, {})
        lines = {kind.key: tuple(world.line(kind.key)) for kind in law.kinds}
        plan = plan_of(law, world, [(each.condition, each.kind) for each in stated or ()])
        columns = Columns(law, plan, Facts(law, tables), lines)
        return cls(law, world, plan, columns, stated)

    def layers(self) -> Iterator[Layer]:
        """Yield all layers."""
        yield from self.of_slots()
        for decision in self.law.decisions:
            self.answer(decision)
        if self.stated is not None:
            providing = Providing(self.law, self.world, self.plan, self.columns, self.stated)
            self.provisions += providing.provisions(self.column_of)
        yield from self.last()

    def last(self) -> Iterator[Layer]:
        """Yield the columns that are put down after all slots."""
        yield from self.take()
        for key, columns in self.finals.items():
            yield from self.columns.sheets[key].layers()
            yield Compute(key, tuple((name, folded(term)) for name, term in columns))

    def asked(self) -> dict[str, set[str]]:
        """Return the columns that are put down last, by kind: those that are asked for."""
        return {kind: {name for name, _ in columns} for kind, columns in self.finals.items()}

    def of_slots(self) -> Iterator[Layer]:
        """Yield the layers of the slots, phase by phase."""
        last = max(
            (max(plan.phases, default=0) for plan in self.plan.kinds.values()), default=0
        )
        for phase in range(last + 1):
            yield from self.added_up(phase)
            for kind in self.law.kinds:
                yield from self.of_phase(kind.key, phase)

    def take(self) -> Iterator[Layer]:
        """Yield what tables take from above that they have not yet."""
        for kind in self.law.kinds:
            wanted = self.columns.taken.get(kind.key, {})
            new = [
                (name, there)
                for name, there in wanted.items()
                if name not in self.took[kind.key]
            ]
            self.took[kind.key].update(name for name, _ in new)
            if new and kind.parent is not None:
                yield Take(kind.key, kind.parent, tuple(new))

    def added_up(self, phase: int) -> Iterator[Layer]:
        """Yield what is added up of members before a phase."""
        for kind in self.law.kinds:
            plan = self.plan.kinds[kind.key]
            numbers: dict[str, list[int]] = {}
            for number, slot in enumerate(plan.slots):
                if slot.op in MEMBERS and plan.phases[number] == phase:
                    numbers.setdefault(members(slot)[0], []).append(number)
            for member, mine in numbers.items():
                yield from self.columns.before(plan, mine)
                sums = [column for n in mine for column in self.columns.added_up(plan, n)]
                flags = [column for n in mine for column in self.columns.flags(plan, n)]
                counted = any(members(plan.slots[number])[1] is None for number in mine)
                rows = rows_column(member, phase) if counted else None
                yield AddUp(kind.key, member, tuple(sums), tuple(flags), rows)

    def of_phase(self, kind: str, phase: int) -> Iterator[Layer]:
        """Yield the columns of the slots of a kind in a phase."""
        plan = self.plan.kinds[kind]
        for number in range(len(plan.slots)):
            if plan.phases[number] == phase:
                value = self.columns.slot(plan, number)
                self.columns.values[kind, number] = self.kept(kind, number, value)
        yield from self.take()
        yield from self.columns.sheets[kind].layers()

    def kept(self, kind: str, number: int, value: Value) -> Value:
        """Return a slot as columns that others read."""
        put = self.columns.sheets[kind].put
        term, nothing = put(f"s{number}", value.term), put(f"n{number}", value.nothing)
        by = put(f"d{number}", value.by)
        return replace(value, term=term, nothing=nothing, by=by)

    def column_of(self, kind: str, name: str, term: Term) -> str:
        """Return the column of a kind that has a term of a provision, put down if none has."""
        column = self.of_provisions.get((kind, term))
        if column is None:
            column = self.of_provisions[kind, term] = name
            self.finals[kind].append((name, term))
        return column

    # --- decisions ---

    def answer(self, decision: ir.Decision) -> None:
        """Put down the columns of the answers to a decision."""
        kind, key = decision.kind, decision.key
        combined, supplied = self.columns.combined[key], self.columns.facts.supplied(kind, key)
        established = negation(unknown(supplied.term))
        seen = seen_value(combined, supplied)
        status = choice(seen.nothing, Constant("nothing"), Constant("decided"))
        status = choice(combined.contradiction, Constant("contradiction"), status)
        status = choice(combined.open, Constant("open"), status)
        status = choice(established, Constant("decided"), status)
        columns = {f"{key}.value": seen.term, f"{key}.status": status}
        cites: dict[str, list[Term]] = {}
        citations = self.law.citations
        rules = self.world.giving.get(key, ())
        for (rule, _), deciding in zip(rules, combined.deciding, strict=True):
            cites.setdefault(citations[rule.eid], []).append(deciding)
        settled = all_of([negation(combined.given), negation(combined.open)])
        for eid, applies, stops in self.refusing(decision):
            refuses = all_of([settled, surely(applies), stops])
            cites.setdefault(citations[eid], []).append(refuses)
        if key in self.dated:
            cites |= {citation: [] for citation in self.in_time() if citation not in cites}
        names = {citation: f"{key}.cites.{citation}" for citation in cites}
        for citation, terms in cites.items():
            columns[names[citation]] = choice(established, FALSE, any_of(terms))
        # A column is put down even where it is the same as another, or as a constant.
        self.finals[kind] += columns.items()
        self.answers[key] = Answered(
            f"{key}.value", f"{key}.status", seen.of, tuple(names.items())
        )

    @cached_property
    def dated(self) -> Mapping[str, object]:
        """The decisions that may have no value for want of a version in force."""
        return Names(self.law).lapsing

    def in_time(self) -> Iterator[str]:
        """Yield the citations of provisions that are not always in force."""
        versions = [(rule.eid, rule.force) for rule in self.law.rules]
        versions += [(quantity.eid, quantity.force) for quantity in self.law.quantities]
        for eid, force in versions:
            if force != ir.ALWAYS and eid in self.world.elements:
                yield self.world.elements[eid].citation

    def refusing(self, decision: ir.Decision) -> Iterator[tuple[str, Term, Term]]:
        """Yield the elements whose rules only displace, whether each applies and stops one."""
        granting = granting_rules(self.world, decision)
        for by, stopped in refusing_rules(self.world, granting):
            place = self.world.places[id(by)]
            rule_applies = self.plan.rules[place].applies
            applies = self.columns.read(decision.kind, by.kind, rule_applies).term
            stops: Term = TRUE
            if len(stopped) < len(granting):
                stops = any_of([self.may_give(decision, *giving) for giving in stopped])
            yield by.eid, applies, stops

    def may_give(self, decision: ir.Decision, rule: ir.Rule, gives: ir.Gives) -> Term:
        """Return whether a rule that is displaced may else give another value."""
        plan = self.plan.rules[self.world.places[id(rule)]]
        of = plan.gives[next(n for n, other in enumerate(rule.gives) if other is gives)]
        refs = [
            plan.condition,
            *([plan.force] if plan.force else []),
            *([of.when] if of.when else []),
        ]
        holds = [self.columns.read(decision.kind, rule.kind, ref).term for ref in refs]
        value = self.columns.read(decision.kind, rule.kind, of.value)
        default = otherwise_of(decision)
        differs: Term = Constant(True)
        if default is not None:
            differs = negation(surely(compared(value, "=", default)))
        may = [negation(surely(negation(truth))) for truth in holds]
        return all_of([*may, negation(value.nothing), differs])
