"""Comparisons of which facts are missing: what they read, and where they turn."""

from __future__ import annotations

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import children, with_children
from lawc.meaning.arithmetic import compute
from lawc.meaning.cases import Thing
from lawc.meaning.interpret import value
from lawc.meaning.truth import UNKNOWN, Result
from lawc.meaning.world import World, suppliable
from lawc.records import dataclass
from lawc.runtime.completions import turns
from lawc.runtime.values import Shift

ONE_WAY = (  # what goes up, or down, with each of its parts
    ir.Stated,
    ir.Shifted,
    ir.Total,
    ir.Difference,
    ir.Product,
    ir.Largest,
    ir.Smallest,
    ir.DaysBetween,
    ir.Rounded,
    ir.IfAny,
)


@dataclass(frozen=True)
class Read:
    """A missing fact as a comparison reads it: its path, and its type."""

    path: str
    type: str


def turns_of(
    world: World, side: ir.Expr, op: str, bound: Result, read: Read, thing: Thing
) -> turns.Turns | None:
    """Return where a comparison turns that reads one missing fact, None if not known."""
    way = moved(side)
    if isinstance(way, (ir.Fact, ir.Parameter)):
        return turns.of_fact(read.type, op, bound)
    if way is not None:
        assert isinstance(way, ir.Shifted)
        move = Shift(way.period, bool(world.law.month_end_up), way.before)
        return turns.OF_SHIFTED[op, move, bound]  # type: ignore[index]
    if read.type not in turns.ENDS:
        return None

    def sign(number: int) -> int:
        found = _at(world, side, number, read, thing)
        return (found > bound) - (found < bound)  # type: ignore[operator]

    return turns.of_signs(read.type, op, sign)


def _at(world: World, expr: ir.Expr, number: int, read: Read, thing: Thing) -> Result:
    """Return what comes of a number, or the day of that number, for what is missing."""
    found = value(world, expr, thing)
    if found is not UNKNOWN:
        return found
    match expr:
        case ir.Fact() | ir.Parameter():
            made: ir.Value = turns.of_number(read.type, number)
            return made
        case ir.Stated(_, part):
            return _at(world, part, number, read, thing)
        case ir.Quantity(key):
            meaning, owner = _meaning(world, key, thing)
            assert meaning is not None  # else it is not read as one that goes one way
            return _at(world, meaning, number, read, owner)
    parts = [_at(world, part, number, read, thing) for part in children(expr)]
    return compute(expr, parts, month_end_up=bool(world.law.month_end_up))


def reads(world: World, expr: ir.Expr, thing: Thing) -> list[Read] | None:
    """Return the missing facts that a value goes one way in; None if it may go both."""
    if value(world, expr, thing) is not UNKNOWN:
        return []
    match expr:
        case ir.Fact(kind, key):
            owner = thing.of(kind)
            if owner is None:
                return None
            return [Read(owner.where(key), _type(suppliable(world.law, kind)[key]))]
        case ir.Parameter(key):
            return [Read(f"day {key}", "date")]
        case ir.Quantity(key):
            meaning, owner = _meaning(world, key, thing)
            return None if meaning is None else reads(world, meaning, owner)
    if not isinstance(expr, ONE_WAY):
        return None
    several = [reads(world, part, thing) for part in children(expr)]
    return None if None in several else [one for part in several for one in part or ()]


def _meaning(world: World, key: str, thing: Thing) -> tuple[ir.Expr | None, Thing]:
    """Return what a quantity is if it has one meaning, and the thing it is asked of."""
    versions = [one for one in world.law.quantities if one.key == key]
    owner = thing.of(versions[0].kind)
    if owner is None or len(versions) > 1 or versions[0].force != ir.ALWAYS:
        return None, thing
    return versions[0].value, owner


def bare(expr: ir.Expr) -> ir.Expr:
    """Return an expression without what it is called in the law."""
    while isinstance(expr, ir.Stated):
        expr = expr.part
    return expr


def moved(expr: ir.Expr) -> ir.Fact | ir.Parameter | ir.Shifted | None:
    """Return a fact or a day as it is, or the day some time from it; None for all else."""
    plain = bare(expr)
    if isinstance(plain, (ir.Fact, ir.Parameter)):
        return plain
    if isinstance(plain, ir.Shifted) and isinstance(bare(plain.day), (ir.Fact, ir.Parameter)):
        return plain
    return None


def unstated_all(expr: ir.Expr) -> ir.Expr:
    """Return an expression without what it and its parts are called in the law."""
    plain = bare(expr)
    parts = children(plain)
    return with_children(plain, tuple(map(unstated_all, parts))) if parts else plain


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
    kinds = [one.key for one in world.law.kinds]
    found, waiting, seen = {kinds[0]}, [expr], set[int]()
    while waiting:
        part = waiting.pop()
        match part:
            case ir.Fact(kind):
                found.add(kind)
            case ir.Concept(key):
                found.add(world.meanings[key][0].kind)
            case ir.Quantity(key):
                found.add(next(one.kind for one in world.law.quantities if one.key == key))
            case ir.Decided(key):
                found.add(world.decisions[key].kind)
            case ir.Some(_, kind) | ir.Every(kind) | ir.CountOf(kind) | ir.TotalOf(kind):
                parent = next(one.parent for one in world.law.kinds if one.key == kind)
                found.add(parent or kinds[0])
            case ir.Applies(eids):
                rules = [*world.below(eids)]
                for rule in rules:  # which grows on the way
                    if id(rule) not in seen:
                        seen.add(id(rule))
                        waiting.append(rule.condition)
                        rules += world.displacing(rule)
            case _:
                waiting += children(part)
    return max(found, key=lambda kind: len(world.line(kind)))
