"""The meaning of a law: the specification that every backend is compared with.

Truth has three values: True, False and UNKNOWN (strong Kleene). A value may also be NOTHING:
the law gives none; a condition that asks for a truth and finds nothing does not hold. Nothing
here is clever or fast: this code is the meaning of the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from lawc.ir import nodes as ir
from lawc.ir.walk import children
from lawc.meaning.arithmetic import compare, compute
from lawc.meaning.cases import Thing
from lawc.meaning.truth import (
    CONTRADICTION,
    NOTHING,
    UNKNOWN,
    Result,
    State,
    at_least,
    every,
    known,
    negation,
)
from lawc.meaning.world import World, day, domain, fact, fails, in_force, members, once, stated
from lawc.records import dataclass
from lawc.runtime.values import Provision, lies_in

__all__ = [
    "CONTRADICTION",
    "NOTHING",
    "UNKNOWN",
    "Given",
    "Result",
    "State",
    "World",
    "applies",
    "at_least",
    "combined",
    "day",
    "decide",
    "decision",
    "domain",
    "every",
    "fact",
    "fails",
    "gifts",
    "holds",
    "in_force",
    "members",
    "negation",
    "once",
    "open_gifts",
    "stated",
    "value",
]

# --- expressions ------------------------------------------------------------------------


def holds(world: World, condition: ir.Expr, thing: Thing) -> bool | State:
    """Return whether `condition` is true of `thing`: True, False or UNKNOWN."""
    truth = value(world, condition, thing)
    if truth is NOTHING:
        return False
    return truth if isinstance(truth, bool) else UNKNOWN


def value(world: World, expr: ir.Expr, thing: Thing) -> Result:  # noqa: C901
    """Return the value of `expr` with `thing` in scope."""
    match expr:
        case ir.Literal(constant):
            return constant
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            return UNKNOWN if owner is None else fact(world, owner, key)
        case ir.Parameter(key):
            return day(world, key)
        case ir.Stated(_, part):
            return value(world, part, thing)
        case ir.All(parts):
            return every(holds(world, part, thing) for part in parts)
        case ir.Compare():
            return _comparison(world, expr, thing)
        case ir.Not(part):
            return negation(holds(world, part, thing))
        case ir.Any(parts):
            return at_least(1, [holds(world, part, thing) for part in parts])
        case ir.AtLeast(number, parts):
            return at_least(number, [holds(world, part, thing) for part in parts])
        case ir.Some(number, kind, condition):
            group = members(world, thing, kind)
            if group is None:
                return UNKNOWN
            return at_least(number, [holds(world, condition, member) for member in group])
        case ir.Every(kind, condition):
            group = members(world, thing, kind)
            if group is None:
                return UNKNOWN
            return every(holds(world, condition, member) for member in group)
        case ir.OneOf(subject, values):
            return known(lambda v: v in values, value(world, subject, thing))
        case ir.Under(subject, ranges):
            record = value(world, subject, thing)
            if not isinstance(record, Provision):
                return record
            lies = lies_in(record, ranges)
            return UNKNOWN if lies is None else lies
        case ir.Concept(key):
            return _concept(world, key, thing)
        case ir.Applies(eids):
            return _any_applies(world, world.below(eids), thing)
        case ir.Quantity(key):
            return _quantity(world, key, thing)
        case ir.Decided(key):
            decided = decide(world, world.decisions[key], thing)
            return UNKNOWN if decided is CONTRADICTION else decided
        case ir.CountOf() | ir.TotalOf():
            return _aggregate(world, expr, thing)
        case _:
            operands = [value(world, part, thing) for part in children(expr)]
            return compute(expr, operands, month_end_up=bool(world.law.month_end_up))


@once
def _comparison(world: World, expr: ir.Compare, thing: Thing) -> Result:
    left, right = value(world, expr.left, thing), value(world, expr.right, thing)
    return compare(expr.op, left, right)


@once
def _concept(world: World, key: str, thing: Thing) -> Result:
    definitions = world.meanings[key]
    owner = thing.of(definitions[0].kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, key)
    if supplied is not UNKNOWN:
        return supplied
    return at_least(
        1,
        [
            every(
                (in_force(world, definition.force), holds(world, definition.condition, owner))
            )
            for definition in definitions
        ],
    )


@once
def _quantity(world: World, key: str, thing: Thing) -> Result:
    definitions = [quantity for quantity in world.law.quantities if quantity.key == key]
    owner = thing.of(definitions[0].kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, key)
    if supplied is not UNKNOWN:
        return supplied
    forces = [in_force(world, definition.force) for definition in definitions]
    if UNKNOWN in forces:
        return UNKNOWN
    if True not in forces:
        return NOTHING
    return value(world, definitions[forces.index(True)].value, owner)


def _aggregate(world: World, expr: ir.CountOf | ir.TotalOf, thing: Thing) -> Result:
    group = members(world, thing, expr.kind)
    if group is None:
        return UNKNOWN
    match expr:
        case ir.CountOf(_, None):
            return len(group)
        case ir.CountOf(_, condition):
            assert condition is not None
            truths: list[Result] = [holds(world, condition, member) for member in group]
            return known(lambda *v: sum(v), *truths)
        case ir.TotalOf(_, summand):
            amounts = [value(world, summand, member) for member in group]
            return known(lambda *v: +sum(v), *amounts)
        case _:
            assert_never(expr)


# --- rules ------------------------------------------------------------------------------


@once
def applies(world: World, rule: ir.Rule, thing: Thing) -> bool | State:
    """Return whether `rule` applies to `thing`: condition true, in force, not displaced."""
    truth = every(_needs(world, rule, thing))
    assert isinstance(truth, (bool, State))
    return truth


def _needs(world: World, rule: ir.Rule, thing: Thing) -> Iterator[Result]:
    """Yield the truths that must all hold for `rule` to apply."""
    yield in_force(world, rule.force)
    yield holds(world, rule.condition, thing)
    if by := world.displacing(rule):
        yield negation(_any_applies(world, by, thing))


@once
def _any_applies(world: World, rules: tuple[ir.Rule, ...], thing: Thing) -> Result:
    return at_least(1, [applies(world, rule, thing) for rule in rules])


@dataclass(frozen=True, slots=True)
class Given:
    """The value that a rule gives for a decision: surely (True) or perhaps (UNKNOWN)."""

    rule: ir.Rule
    gives: ir.Gives
    truth: bool | State
    value: Result

    @property
    def sure(self) -> bool:
        """Whether the rule gives it, and what it gives is known."""
        return self.truth is True and not isinstance(self.value, State)


@once
def gifts(world: World, decision: ir.Decision, thing: Thing) -> tuple[Given, ...]:
    """Return the values that rules give or may give, in the order of the law.

    A provision gives once: of the alternatives of its list, the first that surely applies
    stands for all.
    """
    all_gifts = tuple(_gifts(world, decision, thing))
    sure: dict[tuple[str, int], Given] = {}
    for gift in all_gifts:
        if gift.truth is True and (list_ := _list(gift)) is not None:
            sure.setdefault(list_, gift)
    return tuple(
        gift for gift in all_gifts if (of := _list(gift)) is None or sure.get(of, gift) is gift
    )


def _list(gift: Given) -> tuple[str, int] | None:
    """Return the list that a rule is an item of, with the place of the gift."""
    if gift.rule.listed_in is None:
        return None
    place = next(n for n, gives in enumerate(gift.rule.gives) if gives is gift.gives)
    return gift.rule.listed_in, place


def _gifts(world: World, decision: ir.Decision, thing: Thing) -> Iterator[Given]:
    for rule, gives in world.giving.get(decision.key, ()):
        when = True if gives.when is None else holds(world, gives.when, thing)
        truth = every((applies(world, rule, thing), when))
        amount = NOTHING if truth is False else value(world, gives.value, thing)
        if amount is not NOTHING:
            yield Given(rule, gives, UNKNOWN if truth is UNKNOWN else True, amount)


@once
def decide(world: World, decision: ir.Decision, thing: Thing) -> Result:
    """Return the decision about `thing`: three-valued, with no cases tried."""
    owner = thing.of(decision.kind)
    if owner is None:
        return UNKNOWN
    supplied = stated(world, owner, decision.key)
    if supplied is not UNKNOWN:
        return supplied
    candidates = gifts(world, decision, owner)
    if open_gifts(decision, candidates):
        return UNKNOWN
    return combined(decision, [gift.value for gift in candidates if gift.sure])


def open_gifts(decision: ir.Decision, candidates: Sequence[Given]) -> list[Given]:
    """Return the candidates that are open and could change the decision."""
    sure = [gift.value for gift in candidates if gift.sure]
    open_ = [gift for gift in candidates if not gift.sure]
    result = combined(decision, sure)
    if result is CONTRADICTION:
        return []
    if not sure:
        # A value equal to the default changes the result only in a total.
        adds_up = decision.combine is ir.Combine.TOTAL and result != 0 and len(open_) > 1
        if adds_up or any(gift.value != result for gift in open_):
            return open_
    return [
        gift
        for gift in open_
        if isinstance(gift.value, State) or combined(decision, [*sure, gift.value]) != result
    ]


def combined(decision: ir.Decision, values: Sequence[Any]) -> Result:
    """Return the result of `decision` from the values that rules surely give."""
    if not values:
        return NOTHING if decision.otherwise is None else decision.otherwise
    result: Result
    match decision.combine:
        case ir.Combine.ONE:
            result = values[0] if all(value == values[0] for value in values) else CONTRADICTION
        case ir.Combine.LARGEST:
            result = max(values)
        case ir.Combine.SMALLEST:
            result = min(values)
        case ir.Combine.TOTAL:
            result = sum(values)
        case _:
            assert_never(decision.combine)
    return result


def decision(law: ir.Law, key: str) -> ir.Decision:
    """Return the decision that `law` declares under `key`."""
    return next(declared for declared in law.decisions if declared.key == key)
