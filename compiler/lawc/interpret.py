"""The meaning of a law: the specification that every backend is compared with.

Truth has three values: True, False and UNKNOWN (strong Kleene). A value may also be NOTHING:
the law gives none. Nothing here is clever or fast; what it says is what the law means.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, TypeAlias, assert_never

from lawc.cases import Thing
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice
from lawc.runtime.values import (
    Provision,
    lies_in,
    round_down,
    round_nearest,
    round_up,
    shift,
)


class State(Enum):
    """What a value can be besides a value."""

    UNKNOWN = "unknown"  # facts are missing
    NOTHING = "nothing"  # the law gives no value
    CONTRADICTION = "contradiction"  # the law gives two


UNKNOWN, NOTHING, CONTRADICTION = State.UNKNOWN, State.NOTHING, State.CONTRADICTION
Result: TypeAlias = ir.Value | State
_COMPARE: dict[ir.Comparison, Callable[[Any, Any], bool]] = {
    ir.Comparison.LT: operator.lt,
    ir.Comparison.LE: operator.le,
    ir.Comparison.EQ: operator.eq,
    ir.Comparison.NE: operator.ne,
    ir.Comparison.GE: operator.ge,
    ir.Comparison.GT: operator.gt,
}
_ROUND = {
    ir.Rounding.UP: round_up,
    ir.Rounding.DOWN: round_down,
    ir.Rounding.NEAREST: round_nearest,
}


@dataclass(frozen=True)
class World:
    """A law with the days it is asked for, and values that are being tried."""

    law: ir.Law
    parameters: Mapping[str, date]
    tried: Mapping[tuple[str, str], ir.Value] = field(default_factory=dict)

    @cached_property
    def displacers(self) -> tuple[tuple[ir.Rule, ...], ...]:
        """For each rule, in order, the rules that displace it."""
        parents = {element.eid: element.parent for element in self.law.elements}
        naming: dict[str, list[int]] = {}
        for place, rule in enumerate(self.law.rules):
            for target in rule.displaces:
                naming.setdefault(target, []).append(place)
        found = []
        for place, rule in enumerate(self.law.rules):
            eid: str | None = rule.eid
            by: set[int] = set()
            while eid is not None:
                by.update(naming.get(eid, ()))
                eid = parents.get(eid)
            found.append(tuple(self.law.rules[i] for i in sorted(by - {place})))
        return tuple(found)

    def displacing(self, rule: ir.Rule) -> tuple[ir.Rule, ...]:
        """Return the rules that displace `rule`, in the order of the law."""
        return self.displacers[index(self.law.rules, rule)]

    def below(self, eids: tuple[str, ...]) -> tuple[ir.Rule, ...]:
        """Return the rules at or below the elements `eids`, in the order of the law."""
        parents = {element.eid: element.parent for element in self.law.elements}

        def within(eid: str | None) -> bool:
            return eid is not None and (eid in eids or within(parents.get(eid)))

        return tuple(rule for rule in self.law.rules if within(rule.eid))


# --- facts ------------------------------------------------------------------------------


def fact(world: World, thing: Thing, key: str) -> Result:
    """Return what is known of `key`: tried, supplied, or left by the assumptions."""
    supplied = stated(world, thing, key)
    return supplied if supplied is not UNKNOWN else _assumed(world, thing, key)


def stated(world: World, thing: Thing, key: str) -> Result:
    """Return what is tried or supplied for `key`, UNKNOWN if neither."""
    return world.tried.get((thing.path, key), thing.facts.get(key, UNKNOWN))


def _assumed(world: World, thing: Thing, key: str) -> Result:
    left = domain(world.law, thing.kind, key)
    for clause in world.law.clauses:
        mine = [part for part in clause.literals if part.key == key]
        if clause.kind != thing.kind or not mine:
            continue
        others = [part for part in clause.literals if part.key != key]
        if all(fails(stated(world, thing, part.key), part) for part in others):
            left = tuple(v for v in left if any(v in part.values for part in mine))
    return left[0] if len(left) == 1 else UNKNOWN


def fails(value: Result, literal: ir.FactLiteral) -> bool:
    """Tell whether `value` is known and rules `literal` out."""
    return value is not UNKNOWN and value not in literal.values


def domain(law: ir.Law, kind: str, key: str) -> tuple[str | bool, ...]:
    """Return the values of a fact of type truth or choice, none for other types."""
    for declared in law.facts:
        if (declared.kind, declared.key) == (kind, key):
            match declared.type:
                case Choice():
                    return declared.type.values
                case Basic.TRUTH:
                    return (True, False)
                case _:
                    return ()
    return ()


def members(world: World, thing: Thing, kind: str) -> tuple[Thing, ...] | None:
    """Return the members of `kind` of the thing in scope, None if they are not known."""
    parent = next(k.parent for k in world.law.kinds if k.key == kind)
    owner = thing.of(parent) if parent is not None else None
    return None if owner is None else owner.members.get(kind)


# --- conditions -------------------------------------------------------------------------


def negation(truth: Result) -> Result:
    """Return what the falsity of `truth` is."""
    return truth if isinstance(truth, State) else not truth


def at_least(number: int, truths: Sequence[Result]) -> Result:
    """Tell whether at least `number` of `truths` hold."""
    sure = sum(truth is True for truth in truths)
    possible = sure + sum(isinstance(truth, State) for truth in truths)
    return True if sure >= number else UNKNOWN if possible >= number else False


def every(truths: Sequence[Result]) -> Result:
    """Tell whether all of `truths` hold."""
    return negation(at_least(1, [negation(truth) for truth in truths]))


def holds(world: World, condition: ir.Expr, thing: Thing) -> bool | State:
    """Tell whether `condition` is true of `thing`: True, False or UNKNOWN."""
    found = value(world, condition, thing)
    return found if isinstance(found, bool) else UNKNOWN


def value(world: World, expr: ir.Expr, thing: Thing) -> Result:  # noqa: C901
    """Return the value of `expr` where `thing` is the thing in scope."""
    match expr:
        case ir.Literal(given):
            return given
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            return UNKNOWN if owner is None else fact(world, owner, key)
        case ir.Parameter(key):
            return world.parameters.get(key, UNKNOWN)
        case ir.Stated(_, part):
            return value(world, part, thing)
        case ir.Not(part):
            return negation(holds(world, part, thing))
        case ir.All(parts):
            return every([holds(world, part, thing) for part in parts])
        case ir.Any(parts):
            return at_least(1, [holds(world, part, thing) for part in parts])
        case ir.AtLeast(number, parts):
            return at_least(number, [holds(world, part, thing) for part in parts])
        case ir.Some(number, kind, condition):
            group = members(world, thing, kind)
            if group is None:
                return UNKNOWN
            return at_least(number, [holds(world, condition, one) for one in group])
        case ir.Every(kind, condition):
            group = members(world, thing, kind)
            if group is None:
                return UNKNOWN
            return every([holds(world, condition, one) for one in group])
        case ir.OneOf(subject, values):
            return _known(lambda v: v in values, value(world, subject, thing))
        case ir.Under(subject, ranges):
            record = value(world, subject, thing)
            if not isinstance(record, Provision):
                return UNKNOWN
            lies = lies_in(record, ranges)
            return UNKNOWN if lies is None else lies
        case ir.Compare(op, left, right):
            operands = (value(world, left, thing), value(world, right, thing))
            return _known(_COMPARE[op], *operands)
        case ir.Concept(key):
            return _concept(world, key, thing)
        case ir.Applies(eids):
            rules = world.below(eids)
            return at_least(1, [applies(world, rule, thing) for rule in rules])
        case ir.Quantity(key):
            return _quantity(world, key, thing)
        case ir.Decided(key):
            made = decide(world, decision(world.law, key), thing)
            return UNKNOWN if made is CONTRADICTION else made
        case ir.CountOf() | ir.TotalOf():
            return _aggregate(world, expr, thing)
        case _:
            return _arithmetic(world, expr, thing)


def _concept(world: World, key: str, thing: Thing) -> Result:
    definitions = [one for one in world.law.definitions if one.key == key]
    owner = thing.of(definitions[0].kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, key)
    if supplied is not UNKNOWN:
        return supplied
    return at_least(
        1,
        [
            every([in_force(world, one.force), holds(world, one.condition, owner)])
            for one in definitions
        ],
    )


def _quantity(world: World, key: str, thing: Thing) -> Result:
    definitions = [one for one in world.law.quantities if one.key == key]
    owner = thing.of(definitions[0].kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, key)
    if supplied is not UNKNOWN:
        return supplied
    forces = [in_force(world, one.force) for one in definitions]
    if UNKNOWN in forces:
        return UNKNOWN
    if True not in forces:
        return NOTHING
    return value(world, definitions[forces.index(True)].value, owner)


# --- arithmetic -------------------------------------------------------------------------


def _known(compute: Callable[..., Result], *operands: Result) -> Result:
    """Return what `compute` makes of the operands; NOTHING absorbs, then UNKNOWN."""
    if NOTHING in operands:
        return NOTHING
    if UNKNOWN in operands:
        return UNKNOWN
    return compute(*operands)


def _arithmetic(world: World, expr: ir.Expr, thing: Thing) -> Result:
    def of(*parts: ir.Expr) -> list[Result]:
        return [value(world, part, thing) for part in parts]

    match expr:
        case ir.Total(parts):
            return _known(lambda *v: sum(v), *of(*parts))
        case ir.Product(parts):
            return _known(lambda *v: math.prod(v), *of(*parts))
        case ir.Largest(parts):
            return _known(max, *of(*parts))
        case ir.Smallest(parts):
            return _known(min, *of(*parts))
        case ir.Difference(left, right):
            return _known(operator.sub, *of(left, right))
        case ir.Rounded(part, rounding, unit):
            return _known(lambda v: _ROUND[rounding](v, unit), *of(part))
        case ir.Shifted(day, period, before):
            up = bool(world.law.month_end_up)
            return _known(lambda d: shift(d, period, month_end_up=up, before=before), *of(day))
        case ir.DaysBetween(start, end):
            return _known(lambda s, e: (e - s).days, *of(start, end))
        case ir.Bracketed(subject, rows, by_part):
            return _known(lambda v: _bracketed(v, rows, by_part), *of(subject))
        case _:
            raise AssertionError(expr)


def _bracketed(subject: Fraction, rows: tuple[ir.Row, ...], by_part: bool) -> Result:
    if by_part:
        return sum((row.value * max(_part(subject, row), 0) for row in rows), start=Fraction(0))
    for row in rows:
        above = row.over is None or subject > row.over
        if above and (row.up_to is None or subject <= row.up_to):
            return row.value
    return NOTHING


def _part(subject: Fraction, row: ir.Row) -> Fraction:
    """Return how much of `subject` falls in `row`; below zero if it does not reach it."""
    top = subject if row.up_to is None else min(subject, row.up_to)
    return Fraction(top) - (row.over or 0)


def _aggregate(world: World, expr: ir.CountOf | ir.TotalOf, thing: Thing) -> Result:
    group = members(world, thing, expr.kind)
    if group is None:
        return UNKNOWN
    match expr:
        case ir.CountOf(_, None):
            return len(group)
        case ir.CountOf(_, condition):
            assert condition is not None
            truths: list[Result] = [holds(world, condition, one) for one in group]
            return _known(lambda *v: sum(v), *truths)
        case ir.TotalOf(_, summand):
            amounts = [value(world, summand, one) for one in group]
            return _known(lambda *v: sum(v), *(a for a in amounts if a is not NOTHING))
        case _:
            assert_never(expr)


# --- rules ------------------------------------------------------------------------------


def in_force(world: World, force: ir.Force) -> bool | State:
    """Tell whether a version is in force on the day whose law is applied."""
    if force == ir.ALWAYS:
        return True
    assert world.law.law_day is not None
    day = world.parameters.get(world.law.law_day)
    if day is None:
        return UNKNOWN
    return (force.start is None or force.start <= day) and (
        force.end is None or day <= force.end
    )


def applies(world: World, rule: ir.Rule, thing: Thing) -> bool | State:
    """Tell whether `rule` applies to `thing`: condition true, in force, not displaced."""
    found = every(
        [
            in_force(world, rule.force),
            holds(world, rule.condition, thing),
            *(negation(applies(world, by, thing)) for by in world.displacing(rule)),
        ]
    )
    assert isinstance(found, (bool, State))
    return found


@dataclass(frozen=True, slots=True)
class Given:
    """A rule gives a value for a decision: surely (True) or perhaps (UNKNOWN)."""

    rule: ir.Rule
    truth: bool | State
    value: Result


def given(world: World, decision: ir.Decision, thing: Thing) -> Iterator[Given]:
    """Yield what the rules give for `decision`, in the order of the law."""
    for rule in world.law.rules:
        for gives in rule.gives:
            if gives.decision != decision.key:
                continue
            when = True if gives.when is None else holds(world, gives.when, thing)
            truth = every([applies(world, rule, thing), when])
            amount = value(world, gives.value, thing)
            if truth is not False and amount is not NOTHING:
                yield Given(rule, UNKNOWN if truth is UNKNOWN else True, amount)


def decide(world: World, decision: ir.Decision, thing: Thing) -> Result:
    """Return what the law decides under `decision` of `thing`, three-valued, no cases tried."""
    owner = thing.of(decision.kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, decision.key)
    if supplied is not UNKNOWN:
        return supplied
    found = tuple(given(world, decision, owner))
    sure = [one.value for one in found if one.truth is True and one.value is not UNKNOWN]
    open_ = [one.value for one in found if one.truth is UNKNOWN or one.value is UNKNOWN]
    otherwise = NOTHING if decision.otherwise is None else decision.otherwise
    match decision.combine:
        case ir.Combine.ONE:
            return _one(sure, open_, otherwise)
        case ir.Combine.LARGEST:
            return _extreme(max, sure, open_, otherwise)
        case ir.Combine.SMALLEST:
            return _extreme(min, sure, open_, otherwise)
        case ir.Combine.TOTAL:
            return UNKNOWN if open_ else _known(lambda *v: sum(v), *sure) if sure else otherwise
        case _:
            assert_never(decision.combine)


def _one(sure: list[Result], open_: list[Result], otherwise: Result) -> Result:
    if not sure:
        return otherwise if all(one == otherwise for one in open_) else UNKNOWN
    if any(one != sure[0] for one in sure):
        return CONTRADICTION
    return sure[0] if all(one == sure[0] for one in open_) else UNKNOWN


def _extreme(
    best: Callable[..., Any], sure: list[Result], open_: list[Result], otherwise: Result
) -> Result:
    if not sure:
        return UNKNOWN if open_ else otherwise
    if any(one is UNKNOWN or best([*sure, one]) not in sure for one in open_):
        return UNKNOWN
    chosen: Result = best(sure)
    return chosen


def decision(law: ir.Law, key: str) -> ir.Decision:
    """Return what `law` declares under `key`."""
    return next(one for one in law.decisions if one.key == key)


def index(rules: tuple[ir.Rule, ...], rule: ir.Rule) -> int:
    """Return the place of `rule`, the very object, among `rules`."""
    return next(i for i, one in enumerate(rules) if one is rule)
