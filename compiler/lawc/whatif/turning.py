"""The values of a fact that make a difference: one for each way the conditions can turn out.

A day or a count is taken through each comparison that reads it, by halving, as the
interpreter compares: so every period, rounding and end of a month is as in the law. `complete`
says that no other value can turn a condition; it is False where a condition reads the fact
in a way that is not followed, or reads something else that is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.meaning.interpret import value
from lawc.meaning.truth import Result, State
from lawc.meaning.world import World, domain, trying
from lawc.records import dataclass
from lawc.runtime.values import Provision, ProvisionRange, lies_in
from lawc.whatif.places import Leaf, Place, Rests

HUNDREDTH = Fraction(1, 100)
TENTH = Fraction(1, 10)
_MOST = 10**18 - 1  # a case can say no larger count
_TURNS: dict[ir.Comparison, tuple[bool, bool, bool]] = {  # of less, equal, more
    ir.Comparison.LT: (True, False, False),
    ir.Comparison.LE: (True, True, False),
    ir.Comparison.EQ: (False, True, False),
    ir.Comparison.NE: (True, False, True),
    ir.Comparison.GE: (False, True, True),
    ir.Comparison.GT: (False, False, True),
}


@dataclass(frozen=True, slots=True)
class Turning:
    """Values worth trying; see the module."""

    values: tuple[ir.Value, ...]
    complete: bool


def turning(world: World, place: Place, found: Rests) -> Turning:
    """Return the values of the fact at `place` that the leaves in `found` tell apart.

    Of a range of values that make no difference, the one nearest to what is known; where
    nothing is known, one of each range.
    """
    made = _turning(world, place, [leaf for leaf in found.leaves if place in leaf.reads])
    if not place.declared.limited:
        return made
    numbers = (one for one in made.values if isinstance(one, int | Fraction))
    kept = (one for one in numbers if _allowed(place.declared, one))
    limits = [one for one in (place.declared.least, place.declared.most) if one is not None]
    values = list(dict.fromkeys(kept))
    if made.values and len(values) < len(made.values):  # a range of values ends at a limit
        values += [one for one in limits if one not in values and one != place.known(world)]
    return Turning(tuple(values), made.complete)


def with_steps(
    place: Place, known: Result, values: tuple[ir.Value, ...]
) -> tuple[ir.Value, ...]:
    """Return the values, and others that differ by a step from what is known, nearest first.

    A step is a tenth of a number, to the next whole one, a hundredth of a share, or a day.
    """
    if isinstance(known, date):
        steps: list[ir.Value] = [known + timedelta(days=by) for by in (-1, 1)]
        return tuple(dict.fromkeys((*values, *steps)))
    if isinstance(known, bool) or not isinstance(known, int | Fraction):
        return values
    unit = HUNDREDTH if place.declared.type is Basic.FRACTION else Fraction(1)
    now = Fraction(known)
    step = max(abs(now) * TENTH, unit)
    beside = floor((now - step) / unit) * unit, ceil((now + step) / unit) * unit
    numbers = [one for one in values if isinstance(one, int | Fraction)]
    numbers += [one for one in beside if _allowed(place.declared, one)]
    if place.declared.type is Basic.COUNT:
        numbers = [int(one) for one in numbers if one >= 0]
    return tuple(sorted(dict.fromkeys(numbers), key=lambda one: (abs(one - now), one)))


def _allowed(one: ir.FactDeclaration, value: int | Fraction) -> bool:
    """Tell whether a number is neither less nor more than a fact can be."""
    return (one.least is None or value >= one.least) and (one.most is None or value <= one.most)


def _turning(world: World, place: Place, leaves: list[Leaf]) -> Turning:
    match place.declared.type:
        case Basic.TRUTH | Choice():
            owner = place.owner
            return Turning(domain(world.law, owner.kind, place.declared.key), complete=True)
        case Basic.DATE | Basic.COUNT:
            return _whole(world, place, leaves)
        case Basic.PROVISION:
            return _provisions(leaves, place.known(world))
        case Basic.NUMBER | Basic.FRACTION | Money():
            return _dense(world, place, leaves)


# --- days and counts ------------------------------------------------------------------------


def _whole(world: World, place: Place, leaves: Iterable[Leaf]) -> Turning:
    starts, complete = set[int](), True
    for leaf in leaves:
        found = turns(world, place, leaf)
        complete = complete and found is not None
        starts.update(found or ())
    return Turning(tuple(_nearest(world, place, sorted(starts))), complete)


def turns(world: World, place: Place, leaf: Leaf) -> tuple[int, ...] | None:
    """Return the first value of each range in which a comparison is another, as `number_of`.

    None: the leaf is no comparison that reads the place once, or something else is missing.
    """
    if place in leaf.rough or leaf.reads.count(place) != 1:
        return None
    found = signs(world, place, leaf)
    if found is None:
        return None
    assert isinstance(leaf.expr, ir.Compare), "only comparisons have signs"
    told = _TURNS[leaf.expr.op]
    return tuple(
        start
        for (_, before), (start, after) in pairwise(found)
        if told[before + 1] != told[after + 1]
    )


def signs(world: World, place: Place, leaf: Leaf) -> list[tuple[int, int]] | None:
    """Return how the sides of a comparison stand to each other, from which value of the fact.

    -1 is less, 0 equal, 1 more. None: the leaf is no comparison, or something else is missing.
    All are found of a fact that goes one way in the comparison; of others, some.
    """
    compared = leaf.expr
    if not isinstance(compared, ir.Compare):
        return None
    sides = compared.left, compared.right

    def sign(number: int) -> int | None:
        value_ = value_of(place, number)
        trial = trying(world, {(place.owner.path, place.declared.key): value_})
        left, right = (value(trial, side, leaf.thing) for side in sides)
        if isinstance(left, State) or isinstance(right, State):
            return None
        return (left > right) - (left < right)  # type: ignore[operator]

    return _changes(sign, *ends(place.declared))


def _changes(
    sign: Callable[[int], int | None], low: int, high: int
) -> list[tuple[int, int]] | None:
    """Return the places where `sign`, which goes one way, becomes another, and what it is."""
    first, last = sign(low), sign(high)
    if first is None or last is None:
        return None
    found = [(low, first)]
    while found[-1][1] != last:
        start, now = found[-1]
        end = high
        while end - start > 1:
            middle = (start + end) // 2
            there = sign(middle)
            if there is None:
                return None
            start, end = (middle, end) if there == now else (start, middle)
        reached = sign(end)
        assert reached is not None, "it was known at both ends"
        found.append((end, reached))
    return found


def _nearest(world: World, place: Place, starts: list[int]) -> Iterator[ir.Value]:
    known = place.known(world)
    if isinstance(known, State):
        lowest = starts[0] - 1 if starts else _start(place)
        yield from (value_of(place, number) for number in (lowest, *starts))
        return
    now = number_of(known)
    below = [start - 1 for start in starts if start <= now]
    above = [start for start in starts if start > now]
    yield from (value_of(place, one) for one in sorted([*below, *above], key=_from(now)))


def _start(place: Place) -> int:
    """Return a value to stand for all, where none makes a difference."""
    return date(2000, 1, 1).toordinal() if place.declared.type is Basic.DATE else 0


def _from(now: int) -> Callable[[int], tuple[int, int]]:
    return lambda number: (abs(number - now), number)


def ends(declared: ir.FactDeclaration) -> tuple[int, int]:
    """Return the first and the last value that a day, count or amount is tried at."""
    if declared.type is Basic.DATE:
        return 1, date.max.toordinal()
    unit = Fraction(1) if declared.type is Basic.COUNT else HUNDREDTH
    least = Fraction(0 if declared.least is None else declared.least)
    most = Fraction(_MOST * unit if declared.most is None else declared.most)
    return ceil(least / unit), max(ceil(least / unit), floor(most / unit))


def number_of(known: ir.Value) -> int:
    """Return a day or a count as a whole number, one for each day."""
    if isinstance(known, date):
        return known.toordinal()
    assert isinstance(known, (int, Fraction))
    return int(known)


def value_of(place: Place, number: int) -> ir.Value:
    """Return the day or the count that `number` stands for, or the amount in hundredths."""
    match place.declared.type:
        case Basic.DATE:
            return date.fromordinal(min(max(number, 1), date.max.toordinal()))
        case Basic.COUNT:
            return max(number, 0)
        case _:
            return number * HUNDREDTH


# --- amounts --------------------------------------------------------------------------------


def _dense(world: World, place: Place, leaves: Iterable[Leaf]) -> Turning:
    bounds, beside, complete = set[Fraction](), set[Fraction](), True
    for leaf in leaves:
        bound = bound_of(world, place, leaf)
        if bound is not None:
            bounds.add(bound)
            continue
        complete = False  # it may turn between hundredths as well
        starts = [start for start, _ in (signs(world, place, leaf) or ())[1:]]
        beside.update(number * HUNDREDTH for start in starts for number in (start - 1, start))
    known = place.known(world)
    values = {*_apart(sorted(bounds), place.declared.type), *beside}
    if isinstance(known, State):
        return Turning(tuple(sorted(values)) or (Fraction(0),), complete)
    assert isinstance(known, (int, Fraction))
    now = Fraction(known)
    near = sorted(values - {now}, key=lambda value: (abs(value - now), value))
    return Turning(tuple(near), complete)


def _apart(bounds: list[Fraction], type_: Type) -> Iterator[Fraction]:
    """Yield the bounds, if a case can say them, and a value on each side of each of them."""
    if bounds:
        first, last = bounds[0], bounds[-1]
        yield _between(Fraction(0), first) if first > 0 else Fraction(floor(first) - 1)
        yield from (one for one in bounds if _writable(one, type_))
        yield from (_between(low, high) for low, high in pairwise(bounds))
        yield Fraction(floor(last) + 1)


def _between(low: Fraction, high: Fraction) -> Fraction:
    """Return a decimal between two numbers, of no more places than are needed."""
    unit = Fraction(1)
    while (found := (floor(low / unit) + 1) * unit) >= high:
        unit /= 10
    return found


def _writable(number: Fraction, type_: Type) -> bool:
    """Tell whether a case can say `number`: as a decimal, or as a part of something."""
    left = number.denominator
    for prime in (2, 5):
        while left % prime == 0:
            left //= prime
    return left == 1 or type_ is Basic.FRACTION


def bound_of(world: World, place: Place, leaf: Leaf) -> Fraction | None:
    """Return what the fact, taken as it is, is compared with."""
    compared = leaf.expr
    if not isinstance(compared, ir.Compare) or leaf.reads.count(place) != 1:
        return None
    for side, other in (
        (compared.left, compared.right),
        (compared.right, compared.left),
    ):
        if _plain(side, place):
            bound = value(world, other, leaf.thing)
            if not isinstance(bound, bool) and isinstance(bound, (int, Fraction)):
                return Fraction(bound)
    return None


def _plain(expr: ir.Expr, place: Place) -> bool:
    while isinstance(expr, ir.Stated):
        expr = expr.part
    declared = place.declared
    return expr == ir.Fact(declared.kind, declared.key)


# --- provisions -----------------------------------------------------------------------------


def _provisions(leaves: Iterable[Leaf], recorded: Result) -> Turning:
    """Return a provision of each sort; within what is recorded, if that is too coarse."""
    asked: list[tuple[ProvisionRange, ...]] = []
    complete = True
    for leaf in leaves:
        if isinstance(leaf.expr, ir.Under):
            asked.append(leaf.expr.ranges)
        else:
            complete = False
    ends = [one for ranges in asked for each in ranges for one in each]
    tried = dict.fromkeys(other for one in ends for other in (one, *_after(one)))
    told_apart: dict[tuple[bool | None, ...], ir.Value] = {}
    if isinstance(recorded, Provision) and any(lies_in(recorded, one) is None for one in asked):
        whole = ProvisionRange(recorded, recorded)
        tried = {one: None for one in tried if whole.contains(one)}
    for one in tried or (Provision((1,)),):
        told_apart.setdefault(tuple(lies_in(one, ranges) for ranges in asked), one)
    sure = tuple(one for truths, one in told_apart.items() if None not in truths)
    return Turning(sure, complete)


def _after(one: Provision) -> Iterator[Provision]:
    """Yield what comes just after a provision: inserted there, the next, and the next above."""
    for number in ((*one.article, 1), (*one.article[:-1], one.article[-1] + 1)):
        yield Provision(number)
    if one.part is not None:
        for number in ((*one.part, 1), (*one.part[:-1], one.part[-1] + 1)):
            yield Provision(one.article, number)
            if one.point is not None:
                yield Provision(one.article, number, one.point)
    if one.point is not None:
        for number in ((*one.point, 1), (*one.point[:-1], one.point[-1] + 1)):
            yield Provision(one.article, one.part, number)
