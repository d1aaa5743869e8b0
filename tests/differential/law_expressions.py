"""Random well-typed expressions, from what a law under construction may speak of so far."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from itertools import pairwise
from random import Random
from typing import TypeVar

from tests.differential.law_values import (
    EXTREME_PERIODS,
    HOSTILE,
    NUMERIC,
    PERIODS,
    PLAIN,
    RANGES,
    value_of,
)

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.runtime.values import ProvisionRange, Stretch, provision

T = TypeVar("T")


@dataclass
class Builder:
    """A law under construction: what may be spoken of so far."""

    rng: Random
    kinds: tuple[ir.Kind, ...]
    facts: tuple[ir.FactDeclaration, ...]
    parameters: tuple[ir.ParameterDeclaration, ...]
    elements: list[ir.Element]
    hostile: bool = False
    timeless: bool = False  # every version is in force always
    definitions: list[ir.Definition] = field(default_factory=list)
    quantities: list[ir.QuantityDefinition] = field(default_factory=list)
    rules: list[ir.Rule] = field(default_factory=list)  # in the order of evaluation
    closed: list[ir.Decision] = field(default_factory=list)  # all their rules are built
    eids: list[str] = field(default_factory=list)  # of the rules to come, none used twice

    def maybe(self, chance: float) -> bool:
        """Return True with the probability `chance`."""
        return self.rng.random() < chance

    def some(self, options: Sequence[T], low: int, high: int) -> tuple[T, ...]:
        """Return `low` to `high` of `options`, none twice, in their order."""
        number = min(self.rng.randint(low, high), len(options))
        chosen = self.rng.sample(range(len(options)), number)
        return tuple(options[i] for i in sorted(chosen))

    def line(self, kind: str) -> tuple[str, ...]:
        """Return `kind` and the kinds above it."""
        parent = next(one.parent for one in self.kinds if one.key == kind)
        return (kind,) if parent is None else (kind, *self.line(parent))

    def members(self, kind: str) -> tuple[str, ...]:
        """Return the kinds whose members can be spoken of where `kind` is in scope."""
        return tuple(one.key for one in self.kinds if one.parent in self.line(kind))

    def below(self, eid: str) -> list[int]:
        """Return the places of the rules at or below the element `eid`."""
        return [i for i, one in enumerate(self.rules) if within(one.eid, eid)]

    def text(self) -> str:
        """Return words that a law could say."""
        words = self.rng.choice(("a person who did it", "the case is open", "in full", ""))
        return f"{words} {self.rng.choice(HOSTILE)}" if self.hostile else words


def expression(made: Builder, type_: Type, kind: str, depth: int) -> ir.Expr:
    """Return an expression of `type_` where a thing of `kind` is in scope."""
    if type_ == Basic.TRUTH:
        return condition(made, kind, depth)
    leaves = list(_leaves(made, type_, kind))
    if depth <= 0 or made.maybe(0.4) or isinstance(type_, Choice) or type_ == Basic.PROVISION:
        return made.rng.choice([*leaves, ir.Literal(value_of(made.rng, type_), type_)])
    if type_ == Basic.DATE:
        return _day(made, kind, depth)
    return _number(made, type_, kind, depth)


def _leaves(made: Builder, type_: Type, kind: str) -> Iterator[ir.Expr]:
    line = made.line(kind)
    for one in made.facts:
        # A provision on record may be coarse: it is only ever asked whether it lies in a range.
        if one.type == type_ != Basic.PROVISION and one.kind in line:
            yield ir.Fact(one.kind, one.key)
    for key in sorted({q.key for q in made.quantities if q.type == type_ and q.kind in line}):
        yield from (ir.Quantity(key),) * 3
    for decision in made.closed:
        if decision.type == type_ and decision.kind in line:
            yield from (ir.Decided(decision.key),) * 4
    if type_ == Basic.DATE:
        yield from (ir.Parameter(one.key) for one in made.parameters)


def _day(made: Builder, kind: str, depth: int) -> ir.Expr:
    parts = tuple(
        expression(made, Basic.DATE, kind, depth - 1) for _ in range(made.rng.randint(1, 2))
    )
    period = made.rng.choice(EXTREME_PERIODS if made.maybe(0.05) else PERIODS)
    shifted = ir.Shifted(parts[0], period, made.maybe(0.5))
    start = ir.StartOf(parts[0], made.rng.choice(tuple(Stretch)))
    several = ir.Largest(parts), ir.Smallest(parts)
    return made.rng.choice((shifted, shifted, start, *several))


def _number(made: Builder, type_: Type, kind: str, depth: int) -> ir.Expr:  # noqa: C901
    rng = made.rng

    def of(inner: Type) -> ir.Expr:
        return expression(made, inner, kind, depth - 1)

    def parts(low: int = 1) -> tuple[ir.Expr, ...]:
        return tuple(of(type_) for _ in range(rng.randint(low, 3)))

    forms = ["total", "difference", "product", "largest", "smallest", "rounded"]
    forms += ["bracketed"] if type_ != Basic.COUNT else ["count", "days", "count", "months"]
    forms += ["if_any", "by_case"]
    forms += ["quotient"] if type_ != Basic.COUNT else []
    forms += ["total_of"] * (3 if type_ == Basic.COUNT else 1) if made.members(kind) else []
    match rng.choice(forms):
        case "total":
            return ir.Total(parts())
        case "difference":
            return ir.Difference(of(type_), of(type_))
        case "by_case":
            cases = [
                part
                for _ in range(rng.randint(1, 3))
                for part in (condition(made, kind, depth - 1), of(type_))
            ]
            return ir.ByCase((*cases, *((of(type_),) if made.maybe(0.6) else ())))
        case "if_any":
            return ir.IfAny(of(type_))
        case "product":
            factor = of(rng.choice(PLAIN if type_ != Basic.COUNT else (Basic.COUNT,)))
            return ir.Product((of(type_), factor))
        case "quotient":
            return _quotient(made, type_, kind, depth)
        case "largest" | "smallest" as form:
            return (ir.Largest if form == "largest" else ir.Smallest)(parts())
        case "rounded":
            part = of(rng.choice(PLAIN)) if type_ == Basic.COUNT else of(type_)
            units = (1, 10) if type_ == Basic.COUNT else (1, 10, Fraction(1, 4))
            return ir.Rounded(part, rng.choice(tuple(ir.Rounding)), Fraction(rng.choice(units)))
        case "bracketed":
            by_part = made.maybe(0.5)
            subject = of(type_ if by_part else rng.choice(NUMERIC))
            return ir.Bracketed(subject, _rows(rng), by_part)
        case "days" | "months" as form:
            between = ir.DaysBetween if form == "days" else ir.MonthsBetween
            return between(of(Basic.DATE), of(Basic.DATE))
        case "count" if made.members(kind):
            member = rng.choice(made.members(kind))
            every = made.maybe(0.3)
            return ir.CountOf(member, None if every else condition(made, member, depth - 1))
        case "total_of":
            member = rng.choice(made.members(kind))
            days = type_ == Basic.COUNT and made.maybe(0.8)
            make = _days_in if days else partial(expression, type_=type_)
            return ir.TotalOf(member, make(made, kind=member, depth=depth - 1))
        case _:
            return of(type_)


def _quotient(made: Builder, type_: Type, kind: str, depth: int) -> ir.Expr:
    """Return a quotient: of amounts of one type, or of an amount by a number."""
    by_same = type_ == Basic.NUMBER and made.maybe(0.6)
    left = made.rng.choice(NUMERIC) if by_same else type_
    by = left if by_same else made.rng.choice(PLAIN)
    parts = [expression(made, of, kind, depth - 1) for of in (left, by)]
    if made.maybe(0.4):
        number = made.rng.choice((0, 0, 1, Fraction(1, 3)))
        parts.append(ir.Literal(Fraction(number), type_))
    return ir.Quotient(tuple(parts))


def _days_in(made: Builder, kind: str, depth: int) -> ir.Expr:
    first, last = (expression(made, Basic.DATE, kind, depth) for _ in range(2))
    always = made.maybe(0.6)
    return ir.DaysIn(first, last, ir.All(()) if always else condition(made, kind, depth))


def _rows(rng: Random) -> tuple[ir.Row, ...]:
    bounds = sorted(rng.sample((0, 1, 2, 5, 100), rng.randint(1, 3)))
    edges = [None, *map(Fraction, bounds), None]
    rows = [
        ir.Row(low, high, Fraction(rng.randint(-1, 4), rng.choice((1, 10))))
        for low, high in pairwise(edges)
    ]
    return tuple(rows[rng.randint(0, 1) : len(rows) - rng.randint(0, 1)] or rows)


def condition(made: Builder, kind: str, depth: int) -> ir.Expr:
    """Return a condition where a thing of `kind` is in scope."""
    plain = _plain_condition(made, kind, depth)
    if made.maybe(0.3):
        eid = made.rng.choice(made.elements).eid if made.maybe(0.5) else None
        return ir.Stated(made.text(), plain, eid)
    return plain


def _plain_condition(made: Builder, kind: str, depth: int) -> ir.Expr:
    rng, members = made.rng, made.members(kind)
    if depth <= 0 or made.maybe(0.3):
        return _simple_condition(made, kind)
    forms = ["not", "all", "any", "at_least", "compare", "compare", "simple"]
    forms += ["some", "every"] * bool(members)
    match rng.choice(forms):
        case "not":
            return ir.Not(condition(made, kind, depth - 1))
        case "all":
            return ir.All(_conditions(made, kind, depth - 1, 0))
        case "any":
            return ir.Any(_conditions(made, kind, depth - 1, 0))
        case "at_least":
            parts = _conditions(made, kind, depth - 1, 1)
            return ir.AtLeast(rng.randint(1, len(parts)), parts)
        case "some":
            member = rng.choice(members)
            return ir.Some(rng.randint(1, 2), member, condition(made, member, depth - 1))
        case "every":
            member = rng.choice(members)
            return ir.Every(member, condition(made, member, depth - 1))
        case "compare":
            return _compare(made, kind, depth - 1)
        case _:
            return _simple_condition(made, kind)


def _conditions(made: Builder, kind: str, depth: int, low: int) -> tuple[ir.Expr, ...]:
    number = made.rng.choice((low, 1, 2, 2, 3))
    return tuple(condition(made, kind, depth) for _ in range(number))


def _compare(made: Builder, kind: str, depth: int) -> ir.Expr:
    rng = made.rng
    type_ = rng.choice((*NUMERIC, *(Basic.DATE,) * 4))
    op = rng.choice(tuple(ir.Comparison))
    other = rng.choice(PLAIN) if type_ in PLAIN else type_
    left = expression(made, type_, kind, depth)
    return ir.Compare(op, left, expression(made, other, kind, depth))


def _simple_condition(made: Builder, kind: str) -> ir.Expr:
    rng, line = made.rng, made.line(kind)
    options: list[ir.Expr] = list(_leaves(made, Basic.TRUTH, kind))
    for one in made.facts:
        if one.kind not in line:
            continue
        fact = ir.Fact(one.kind, one.key)
        if isinstance(one.type, Choice):
            options.append(ir.OneOf(fact, made.some(one.type.values, 1, 2)))
        elif one.type == Basic.PROVISION:
            options.append(ir.Under(fact, tuple(map(_range, made.some(RANGES, 1, 2)))))
    for decision in made.closed:
        if isinstance(decision.type, Choice) and decision.kind in line:
            values = made.some(decision.type.values, 1, 2)
            options += [ir.OneOf(ir.Decided(decision.key), values)] * 3
    for key in sorted({one.key for one in made.definitions if one.kind in line}):
        options += [ir.Concept(key)] * 3
    spoken_of = [
        one.eid
        for one in made.elements
        if (under := made.below(one.eid)) and all(made.rules[i].kind in line for i in under)
    ]
    # Rules still to come may not land below an element that is spoken of already.
    spoken_of = [eid for eid in spoken_of if not any(within(one, eid) for one in made.eids)]
    if spoken_of:
        options += [ir.Applies(made.some(spoken_of, 1, 2)) for _ in range(3)]
    return rng.choice(options)


def _range(text: str) -> ProvisionRange:
    first, _, last = text.partition(":")
    return ProvisionRange(provision(first), provision(last or first))


def within(eid: str, other: str) -> bool:
    """Return whether the element `eid` is `other` or stands below it."""
    return eid == other or eid.startswith(f"{other}__")
