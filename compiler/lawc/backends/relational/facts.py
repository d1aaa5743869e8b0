"""What is supplied for the things of tables, as values: facts, and what is established."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from lawc.backends.relational import values as v
from lawc.backends.relational.terms import (
    Column,
    Constant,
    Term,
    Test,
    all_of,
    any_of,
    choice,
    negation,
    surely,
    unknown,
)
from lawc.backends.relational.values import Value
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type, values_of
from lawc.records import dataclass

NUMBERS = frozenset({Basic.COUNT, Basic.NUMBER, Basic.FRACTION, Basic.DATE})


@dataclass(frozen=True, slots=True)
class Bound:
    """What is known of the numbers in a column: the denominator, the least, the largest."""

    of: int = 1
    low: int = 0
    high: int = 0


@dataclass(frozen=True)
class Tables:
    """The tables that a law is decided for.

    `columns` are, by kind, the facts and established values that there are columns of, with
    bounds of those that are numbers or days. `days` are the days that are known; those of
    `day_columns` stand in a column of every table.
    """

    columns: Mapping[str, Mapping[str, Bound]]
    days: Mapping[str, int]
    day_columns: frozenset[str] = frozenset()


def fact_column(key: str) -> str:
    """Return the column of what is supplied for a thing."""
    return f"fact.{key}"


def day_column(key: str) -> str:
    """Return the column of a day that a law is decided for."""
    return f"day.{key}"


def known_column(kind: str) -> str:
    """Return the column that tells whether the list of members of a kind is known."""
    return f"known.{kind}"


@dataclass(frozen=True)
class Facts:
    """What is supplied for things of a law, by the columns of tables."""

    law: ir.Law
    tables: Tables

    @cached_property
    def types(self) -> Mapping[tuple[str, str], Type]:
        """The types of what can be supplied, by kind and key."""
        law = self.law
        types: dict[tuple[str, str], Type] = {(f.kind, f.key): f.type for f in law.facts}
        types |= {(d.kind, d.key): Basic.TRUTH for d in law.definitions}
        types |= {(q.kind, q.key): q.type for q in law.quantities}
        return types | {(d.kind, d.key): d.type for d in law.decisions}

    def supplied(self, kind: str, key: str) -> Value:
        """Return what is supplied for things of a kind."""
        type_, bound = self.types[kind, key], self.tables.columns[kind].get(key)
        numeric = type_ in NUMBERS or not isinstance(type_, (Basic, Choice))
        sort = "number" if numeric else "truth" if type_ is Basic.TRUTH else "text"
        term: Term = Column(fact_column(key)) if bound else Constant(None, sort)
        if numeric:
            bound = bound or Bound()
            return v.number(term, bound.low, bound.high, of=bound.of)
        return Value(term, sort=sort)

    def fact(self, kind: str, key: str) -> Value:
        """Return a fact, or what the assumptions leave if it is not supplied."""
        value = self.supplied(kind, key)
        domain = values_of(self.types[kind, key])
        clauses = [
            clause
            for clause in self.law.clauses
            if clause.kind == kind and any(part.key == key for part in clause.literals)
        ]
        if not clauses and len(domain) != 1:
            return value
        ruled_out: dict[Any, list[Term]] = {choice_: [] for choice_ in domain}
        for clause in clauses:
            mine = [part for part in clause.literals if part.key == key]
            others = [part for part in clause.literals if part.key != key]
            fails = all_of([self.fails(kind, part) for part in others])
            for choice_ in domain:
                if not any(choice_ in part.values for part in mine):
                    ruled_out[choice_].append(fails)
        out = {choice_: any_of(terms) for choice_, terms in ruled_out.items()}
        left = value.null()
        for choice_ in domain:
            alone = all_of([negation(out[choice_]), *[out[o] for o in domain if o != choice_]])
            left = choice(alone, Constant(choice_), left)
        return Value(choice(unknown(value.term), left, value.term), sort=value.sort)

    def fails(self, kind: str, part: ir.FactLiteral) -> Term:
        """Return whether a fact is supplied and rules an alternative out."""
        subject = self.supplied(kind, part.key).term
        same = [Test("=", subject, Constant(choice_)) for choice_ in part.values]
        return all_of([negation(unknown(subject)), negation(surely(any_of(same)))])

    def refused(self, kind: str) -> Iterator[Term]:
        """Yield the ways in which facts cannot be: out of limits, or against assumptions."""
        for clause in self.law.clauses:
            if clause.kind == kind:
                yield all_of([self.fails(kind, part) for part in clause.literals])
        for fact in self.law.facts:
            value = self.supplied(kind, fact.key) if fact.kind == kind else None
            for end, op in (fact.least, "<"), (fact.most, ">"):
                if value is not None and end is not None and isinstance(value.term, Column):
                    yield surely(v.compared(value, op, v.constant(end)))
