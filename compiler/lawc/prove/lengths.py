"""Lengths of the lists in a case that suffice to show all that a law decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from lawc.ir import nodes as ir
from lawc.ir.types import Basic
from lawc.ir.walk import every_part, inside

FEW = 3  # members of a list, at most, unless a condition asks for more
MANY = 8  # the most members that two versions of a law are compared with
MOST = 100  # things of a kind in a case, over all its lists
LONGER = 2  # members of a list that may have any number of further ones


def enough(laws: tuple[ir.Law, ...]) -> tuple[Mapping[str, int], bool]:
    """Return how many members the list of each kind needs, and whether more change nothing.

    The witnesses of each condition suffice, the rest of a list can be dropped:
    - "at least n members" needs n, and "each member" needs the member for which it fails;
    - the member that a decision is about is one more;
    - counts and sums may need any number: lists are longer than the numbers they are compared
      with.
    There are no more than `MOST` things of a kind, however many would be needed.
    """
    kinds = {kind.key: kind.parent for law in laws for kind in law.kinds}
    needed, named = dict.fromkeys(kinds, 1), dict.fromkeys(kinds, FEW)
    counts = False
    for part in dict.fromkeys(part for law in laws for part in every_part(law)):
        match part:
            case ir.Some(number, kind, _):
                needed[kind] += max(number, 1)
                named[kind] = max(named[kind], number + 1)
            case ir.Every(kind, _):
                needed[kind] += 1
            case ir.CountOf() | ir.TotalOf():
                counts = True
            case _:
                pass
    for kind, number in (pair for law in laws if counts for pair in _compared_numbers(law)):
        named[kind] = max(named[kind], number + 1)
    lengths: dict[str, int] = {}
    above: dict[str, int] = {}  # for each kind, the things of it that a case has
    for kind, parent in kinds.items():  # each after its parent
        holding = above[parent] if parent is not None else 1
        wanted = named[kind] if counts else min(needed[kind], named[kind])
        lengths[kind] = 1 if parent is None else max(1, min(wanted, MOST // holding))
        above[kind] = holding * lengths[kind]
    listed = [kind for kind, parent in kinds.items() if parent is not None]
    return lengths, not counts and all(lengths[kind] >= needed[kind] for kind in listed)


def _compared_numbers(law: ir.Law) -> Iterator[tuple[str, int]]:
    """Yield the kinds whose members are counted, with the numbers compared to the counts."""
    counted = _counted_kinds(law)

    def kinds_in(expr: ir.Expr) -> set[str]:
        parts = list(inside(expr))
        own = {part.kind for part in parts if isinstance(part, ir.CountOf)}
        named = (counted[part.key] for part in parts if isinstance(part, ir.Quantity))
        return own.union(*named)

    for part in every_part(law):
        match part:
            case ir.Compare(_, left, right):
                for side, other in ((left, right), (right, left)):
                    numbers = [number for inner in inside(other) for number in _number(inner)]
                    yield from ((kind, n) for kind in kinds_in(side) for n in numbers)
            case ir.Bracketed(subject, rows):
                ends = (end for row in rows for end in (row.over, row.up_to) if end is not None)
                yield from ((kind, int(end)) for end in ends for kind in kinds_in(subject))
            case _:
                pass


def _counted_kinds(law: ir.Law) -> Mapping[str, set[str]]:
    """Return, for each quantity, the kinds whose members it counts, itself or indirectly."""
    counted: dict[str, set[str]] = {quantity.key: set() for quantity in law.quantities}
    used: dict[str, set[str]] = {quantity.key: set() for quantity in law.quantities}
    for quantity in law.quantities:
        for part in inside(quantity.value):
            if isinstance(part, ir.CountOf):
                counted[quantity.key].add(part.kind)
            elif isinstance(part, ir.Quantity):
                used[quantity.key].add(part.key)
    changed = True
    while changed:
        changed = False
        for key, others in used.items():
            more = set().union(*(counted[other] for other in others)) - counted[key]
            counted[key] |= more
            changed = changed or bool(more)
    return counted


def _number(expr: ir.Expr) -> Iterator[int]:
    if isinstance(expr, ir.Literal) and expr.type in (Basic.COUNT, Basic.NUMBER):
        assert isinstance(expr.value, int | Fraction)
        yield int(expr.value)


def lengths_to_try(laws: tuple[ir.Law, ...]) -> tuple[int, ...]:
    """Return the lengths worth trying in turn: a few, and those near numbers in the laws."""
    numbers = {number + by for law in laws for number in _member_numbers(law) for by in (0, 1)}
    return tuple(sorted({*range(1, FEW + 1), *(n for n in numbers if 0 < n <= MANY)}))


def _member_numbers(law: ir.Law) -> Iterator[int]:
    """Yield the numbers of members in the conditions of a law."""
    for part in every_part(law):
        match part:
            case ir.Some(number):
                yield number
            case ir.Compare(_, ir.CountOf(), ir.Literal(int() as number)):
                yield number
            case _:
                pass
