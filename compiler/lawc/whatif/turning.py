"""The values of a fact that make a difference: one for each way the conditions can turn out.

The turns of a day or a count in each comparison that reads it are found by halving, with the
interpreter: so every period, rounding and end of a month is as in the law. `complete` tells
that no other value can turn a condition. It is False if a condition reads the fact in a way
that is not followed, or reads something else that is missing.
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
from lawc.runtime.completions.turns import after
from lawc.runtime.values import Provision, ProvisionRange, lies_in
from lawc.whatif.places import Leaf, Place, Rests

HUNDREDTH = Fraction(1, 100)
TENTH = Fraction(1, 10)
_MOST = 10**18 - 1  # the largest count of a case
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


def turning(world: World, place: Place, rests: Rests) -> Turning:
    """Return the values of the fact at `place` that the leaves in `rests` tell apart.

    Of a range of values that make no difference, this is the value nearest to the known one or,
    if none is known, any of them.
    """
    turning_ = _turning(world, place, [leaf for leaf in rests.leaves if place in leaf.reads])
    if not place.declared.limited:
        return turning_
    numbers = (number for number in turning_.values if isinstance(number, int | Fraction))
    values = list(dict.fromkeys(n for n in numbers if _is_allowed(place.declared, n)))
    if len(values) < len(turning_.values):  # a range of values ends at a limit
        limits, known = (place.declared.least, place.declared.most), place.known(world)
        values += [n for n in limits if n is not None and n not in values and n != known]
    return Turning(tuple(values), turning_.complete)


def with_steps(
    place: Place, known: Result, values: tuple[ir.Value, ...]
) -> tuple[ir.Value, ...]:
    """Return the values, and others that differ by a step from the known one, nearest first.

    A step is a tenth of a number, to the next whole one, a hundredth of a share, or a day.
    """
    if isinstance(known, date):
        # None stands before the first day, and none after the last, where a span stays open.
        before, after = known != date.min, known != date.max
        steps: list[ir.Value] = [known - timedelta(days=1)] if before else []
        steps += [known + timedelta(days=1)] if after else []
        return tuple(dict.fromkeys((*values, *steps)))
    if isinstance(known, bool) or not isinstance(known, int | Fraction):
        return values
    unit = HUNDREDTH if place.declared.type is Basic.FRACTION else Fraction(1)
    now = Fraction(known)
    step = max(abs(now) * TENTH, unit)
    beside = floor((now - step) / unit) * unit, ceil((now + step) / unit) * unit
    numbers = [number for number in values if isinstance(number, int | Fraction)]
    numbers += [number for number in beside if _is_allowed(place.declared, number)]
    if place.declared.type is Basic.COUNT:
        numbers = [int(number) for number in numbers if number >= 0]
    return tuple(sorted(dict.fromkeys(numbers), key=lambda number: (abs(number - now), number)))


def _is_allowed(declared: ir.FactDeclaration, value: int | Fraction) -> bool:
    """Return whether a number is neither less nor more than a fact can be."""
    least, most = declared.least, declared.most
    return (least is None or value >= least) and (most is None or value <= most)


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
        of_leaf = turns(world, place, leaf)
        complete = complete and of_leaf is not None
        starts.update(of_leaf or ())
    return Turning(tuple(_nearest(world, place, sorted(starts))), complete)


def turns(world: World, place: Place, leaf: Leaf) -> tuple[int, ...] | None:
    """Return the first value of each range after a turn of a comparison, as `number_of`.

    None: the leaf is no comparison that reads the place once, or something else is missing.
    """
    if place in leaf.rough or leaf.reads.count(place) != 1:
        return None
    sides = signs(world, place, leaf)
    if sides is None:
        return None
    assert isinstance(leaf.expr, ir.Compare), "only comparisons have signs"
    holds = _TURNS[leaf.expr.op]
    return tuple(
        start
        for (_, before), (start, after) in pairwise(sides)
        if holds[before + 1] != holds[after + 1]
    )


def signs(world: World, place: Place, leaf: Leaf) -> list[tuple[int, int]] | None:
    """Return how the sides of a comparison compare, each time from which value of the fact.

    -1 is less, 0 equal, 1 more. None: the leaf is no comparison, or something else is missing.
    If the difference of the sides only rises or falls with the fact these are all, else some.
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
    """Return the places where `sign`, which only rises or falls, changes, and its new value."""
    first, last = sign(low), sign(high)
    if first is None or last is None:
        return None
    changes = [(low, first)]
    while changes[-1][1] != last:
        start, now = changes[-1]
        end = high
        while end - start > 1:
            middle = (start + end) // 2
            there = sign(middle)
            if there is None:
                return None
            start, end = (middle, end) if there == now else (start, middle)
        reached = sign(end)
        assert reached is not None, "the sign is known at both ends"
        changes.append((end, reached))
    return changes


def _nearest(world: World, place: Place, starts: list[int]) -> Iterator[ir.Value]:
    known = place.known(world)
    if isinstance(known, State):
        lowest = starts[0] - 1 if starts else _start(place)
        yield from (value_of(place, number) for number in (lowest, *starts))
        return
    now = number_of(known)
    below = [start - 1 for start in starts if start <= now]
    above = [start for start in starts if start > now]
    yield from (value_of(place, start) for start in sorted([*below, *above], key=_from(now)))


def _start(place: Place) -> int:
    """Return a value to stand for all if none makes a difference."""
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
    """Return the day or the count of `number`, or an amount of so many hundredths."""
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
    """Yield the bounds that a case can have, and a value on each side of each bound."""
    if bounds:
        first, last = bounds[0], bounds[-1]
        yield _between(Fraction(0), first) if first > 0 else Fraction(floor(first) - 1)
        yield from (bound for bound in bounds if _writable(bound, type_))
        yield from (_between(low, high) for low, high in pairwise(bounds))
        yield Fraction(floor(last) + 1)


def _between(low: Fraction, high: Fraction) -> Fraction:
    """Return a decimal between two numbers, of no more places than are needed."""
    unit = Fraction(1)
    while (decimal := (floor(low / unit) + 1) * unit) >= high:
        unit /= 10
    return decimal


def _writable(number: Fraction, type_: Type) -> bool:
    """Return whether a case can have `number`: as a decimal, or as a part of something."""
    left = number.denominator
    for prime in (2, 5):
        while left % prime == 0:
            left //= prime
    return left == 1 or type_ is Basic.FRACTION


def bound_of(world: World, place: Place, leaf: Leaf) -> Fraction | None:
    """Return the value that the fact itself is compared with, None if there is none."""
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
    """Return a provision of each sort, within the recorded one if that is too coarse."""
    lists: list[tuple[ProvisionRange, ...]] = []
    complete = True
    for leaf in leaves:
        if isinstance(leaf.expr, ir.Under):
            lists.append(leaf.expr.ranges)
        else:
            complete = False
    ends = [end for ranges in lists for range_ in ranges for end in range_]
    points = dict.fromkeys(point for end in ends for point in (end, *after(end)))
    sorts: dict[tuple[bool | None, ...], ir.Value] = {}
    if isinstance(recorded, Provision) and any(lies_in(recorded, of) is None for of in lists):
        whole = ProvisionRange(recorded, recorded)
        points = {point: None for point in points if whole.contains(point)}
    for point in points or (Provision((1,)),):
        sorts.setdefault(tuple(lies_in(point, ranges) for ranges in lists), point)
    sure = tuple(point for truths, point in sorts.items() if None not in truths)
    return Turning(sure, complete)
