"""Comparisons with missing facts: the facts, and the values at which the truth turns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import children, with_children
from lawc.meaning.arithmetic import compute
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import value
from lawc.meaning.truth import UNKNOWN, Result
from lawc.meaning.world import World, suppliable
from lawc.runtime.completions import turns
from lawc.runtime.values import Shift

ONE_WAY = (  # their value goes up, or down, with each of their parts
    ir.Stated,
    ir.Shifted,
    ir.Total,
    ir.Difference,
    ir.Product,
    ir.Largest,
    ir.Smallest,
    ir.DaysBetween,
    ir.StartOf,
    ir.MonthsBetween,
    ir.Rounded,
    ir.IfAny,
)


class Read(NamedTuple):
    """A missing fact as a comparison reads it: its path, its type, and its limits."""

    path: str
    type: str
    limits: turns.Limits = turns.NO_LIMITS


def turns_of(
    world: World, side: ir.Expr, op: str, bound: Result, read: Read, thing: Thing
) -> turns.Turns | None:
    """Return the turns of a comparison with one missing fact, None if not known."""
    way = moved(side)
    if isinstance(way, (ir.Fact, ir.Parameter)):
        return turns.of_fact(read.type, op, bound, read.limits)
    if way is not None:
        assert isinstance(way, ir.Shifted)
        move = Shift(way.period, bool(world.law.month_end_up), way.before)
        return turns.OF_SHIFTED[op, move, bound]  # type: ignore[index]
    if read.type not in turns.ENDS:
        return None

    def sign(number: int) -> int:
        supposed = {read.path: turns.of_number(read.type, number)}
        left = supposing(world, side, supposed, thing)
        return (left > bound) - (left < bound)  # type: ignore[operator]

    return turns.of_signs(read.type, op, sign, read.limits)


def supposing(
    world: World, expr: ir.Expr, supposed: Mapping[str, ir.Value], thing: Thing
) -> Result:
    """Return the value of `expr` with values for its missing facts, by their paths."""
    known = value(world, expr, thing)
    if known is not UNKNOWN:
        return known
    match expr:
        case ir.Fact(kind, key):
            return supposed[_owner(thing, kind).where(key)]
        case ir.Decided(key):
            return supposed[_owner(thing, world.decisions[key].kind).where(key)]
        case ir.Parameter(key):
            return supposed[f"day {key}"]
        case ir.Stated(_, part):
            return supposing(world, part, supposed, thing)
        case ir.Quantity(key):
            meaning, owner = only_meaning(world, key, thing)
            assert meaning is not None  # else `reads` has returned None
            return supposing(world, meaning, supposed, owner)
    parts = [supposing(world, part, supposed, thing) for part in children(expr)]
    return compute(expr, parts, month_end_up=bool(world.law.month_end_up))


def _owner(thing: Thing, kind: str) -> Thing:
    owner = thing.of(kind)
    assert owner is not None, "what is supposed stands with a thing in scope"
    return owner


def reads(world: World, expr: ir.Expr, thing: Thing) -> list[Read] | None:
    """Return the missing facts with which a value goes one way; None if it may go both."""
    if value(world, expr, thing) is not UNKNOWN:
        return []
    match expr:
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            if owner is None:
                return None
            type_ = _type(suppliable(world.law, kind)[key])
            return [
                Read(owner.where(key), type_, world.limits.get((kind, key), turns.NO_LIMITS))
            ]
        case ir.Parameter(key):
            return [Read(f"day {key}", "date")]
        case ir.Quantity(key):
            meaning, owner = only_meaning(world, key, thing)
            return None if meaning is None else reads(world, meaning, owner)
    if not isinstance(expr, ONE_WAY):
        return None
    several = [reads(world, part, thing) for part in children(expr)]
    return None if None in several else [read for part in several for read in part or ()]


def only_meaning(world: World, key: str, thing: Thing) -> tuple[ir.Expr | None, Thing]:
    """Return the value of a quantity of one version, and the thing that has it."""
    versions = [quantity for quantity in world.law.quantities if quantity.key == key]
    owner = thing.of(versions[0].kind)
    if owner is None or len(versions) > 1 or versions[0].force != ir.ALWAYS:
        return None, thing
    return versions[0].value, owner


def bare(expr: ir.Expr) -> ir.Expr:
    """Return an expression without the words of the law around it."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def moved(expr: ir.Expr) -> ir.Fact | ir.Parameter | ir.Shifted | None:
    """Return a bare fact or day, or a day shifted from it; None for all else."""
    plain = bare(expr)
    if isinstance(plain, (ir.Fact, ir.Parameter)):
        return plain
    if isinstance(plain, ir.Shifted) and isinstance(bare(plain.day), (ir.Fact, ir.Parameter)):
        return plain
    return None


def named_alike(world: World, expr: ir.Expr) -> ir.Expr:
    """Return an expression without its words, the same for all that cite the same rules.

    `paragraph 1` and `points 1 and 2 of paragraph 1` are one where it has no other rules.
    """
    match expr:
        case ir.Stated(_, part):
            return named_alike(world, part)
        case ir.Applies(eids):
            return ir.Applies(tuple([rule.eid for rule in world.below(eids)]))
    parts = [named_alike(world, part) for part in children(expr)]
    return with_children(expr, tuple(parts)) if parts else expr


def _type(type_: Type) -> str:
    match type_:
        case Choice():
            return "choice"
        case Basic():
            return type_.value
        case Money():
            return "money"


def home(world: World, expr: ir.Expr) -> str:
    """Return the lowest kind of thing that an expression rests on, the first if on none."""
    kinds = [kind.key for kind in world.law.kinds]
    kinds_met, waiting, seen = {kinds[0]}, [expr], set[int]()
    while waiting:
        part = waiting.pop()
        match part:
            case ir.Fact(kind):
                kinds_met.add(kind)
            case ir.Concept(key):
                kinds_met.add(world.meanings[key][0].kind)
            case ir.Quantity(key):
                kinds_met.add(
                    next(
                        quantity.kind
                        for quantity in world.law.quantities
                        if quantity.key == key
                    )
                )
            case ir.Decided(key):
                kinds_met.add(world.decisions[key].kind)
            case ir.Some(_, kind) | ir.Every(kind) | ir.CountOf(kind) | ir.TotalOf(kind):
                parent = next(
                    declared.parent for declared in world.law.kinds if declared.key == kind
                )
                kinds_met.add(parent or kinds[0])
            case ir.Applies(eids):
                rules = [*world.below(eids)]
                for rule in rules:  # the list grows on the way
                    if id(rule) not in seen:
                        seen.add(id(rule))
                        waiting.append(rule.condition)
                        rules += world.displacing(rule)
            case _:
                waiting += children(part)
    return max(kinds_met, key=lambda kind: len(world.line(kind)))
