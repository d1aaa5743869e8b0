"""Facts of a case moved to a limit of the law: just before it, at it and just after it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, TypeAlias

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.cases import Thing
from lawc.meaning.explain import plain
from lawc.meaning.interpret import holds
from lawc.meaning.truth import State
from lawc.meaning.world import World, trying
from lawc.runtime.amounts import Plain
from lawc.testing.limits import Limit
from lawc.testing.notice import DecidedCase, WrittenCase
from lawc.whatif.places import Leaf, Place, rests_of_condition
from lawc.whatif.turning import HUNDREDTH, bound_of, ends, signs, turning, value_of

DAYS = ("the day before", "on the day", "the day after")
AMOUNTS = ("just below", "exactly", "just above")
Path: TypeAlias = tuple[str | int, ...]

TRUTHS = ("where it holds", "where it does not hold")


def sides_of(limit: Limit, type_: Type | None) -> tuple[str, ...]:
    """Return the names of the sides that a limit has where a fact of `type_` is moved."""
    if not isinstance(limit.expr, ir.Compare) or isinstance(type_, Choice):
        return TRUTHS
    if type_ is Basic.TRUTH:
        return TRUTHS
    return DAYS if type_ is Basic.DATE else AMOUNTS


def moves(
    limit: Limit, example: DecidedCase, thing: Thing
) -> Iterator[tuple[Place, dict[str, Plain]]]:
    """Yield each fact that the limit reads, with its values on the sides of the limit.

    If the difference of a comparison only rises or only falls with the fact, the sides are
    equal at these values. If it does both, there may be further values.
    """
    world = example.world
    rests = rests_of_condition(world, limit.expr, thing)
    for leaf in rests.leaves:
        for place in dict.fromkeys(leaf.reads if leaf.expr is limit.expr else ()):
            few = place.declared.type in (Basic.TRUTH, Basic.PROVISION)
            if few or isinstance(place.declared.type, Choice):
                by_side = _truths(
                    world, limit, thing, place, turning(world, place, rests).values
                )
            else:
                by_side = dict(_near(world, place, leaf))
            if by_side:
                yield place, {side: _plain(place, new) for side, new in by_side.items()}


def _truths(
    world: World, limit: Limit, thing: Thing, place: Place, values: tuple[ir.Value, ...]
) -> dict[str, ir.Value]:
    by_side: dict[str, ir.Value] = {}
    known = place.known(world)
    first = () if isinstance(known, State) else (known,)
    for value in (*first, *values):
        trial = trying(world, {(place.owner.path, place.declared.key): value})
        truth = holds(trial, limit.expr, thing)
        if isinstance(truth, bool):
            by_side.setdefault(TRUTHS[0] if truth else TRUTHS[1], value)
    return by_side


def _near(world: World, place: Place, leaf: Leaf) -> Iterator[tuple[str, ir.Value]]:
    """Yield the values of a day or number at which the sides of a comparison are equal."""
    whole = place.declared.type in (Basic.DATE, Basic.COUNT)
    bound = None if whole else bound_of(world, place, leaf)
    if bound is not None:
        for name, by in zip(AMOUNTS, (-HUNDREDTH, Fraction(0), HUNDREDTH), strict=True):
            yield name, bound + by
        return
    names = DAYS if place.declared.type is Basic.DATE else AMOUNTS
    runs = signs(world, place, leaf) or []
    starts = [start for start, _ in runs[1:]]
    equal = next((n for n, (_, sign) in enumerate(runs) if sign == 0), None)
    if not starts:
        return
    if equal is None or equal == 0:
        low, at, high = starts[0] - 1, None if equal is None else starts[0] - 1, starts[0]
    else:
        low, at = runs[equal][0] - 1, runs[equal][0]
        high = runs[equal + 1][0] if equal + 1 < len(runs) else at
    first, _ = ends(place.declared)
    for name, number in zip(names, (low, at, high), strict=True):
        if number is not None and number >= first:
            yield name, value_of(place, number)


def _plain(place: Place, value: ir.Value) -> Plain:
    json_value = plain(value, place.declared.type)
    assert json_value is not None, "a value is not missing"
    return json_value


def with_fact(written: WrittenCase, place: Place, new: Plain) -> WrittenCase:
    """Return the case with another value of the fact at `place`."""
    where: list[str | int] = []
    for part in place.owner.path.split(".") if place.owner.path else ():
        name, _, number = part.rstrip("]").partition("[")
        where += [name, int(number)]
    return WrittenCase(
        with_value(written.case, (*where, place.declared.key), new), written.days
    )


def with_value(data: Any, place: Path, new: Any) -> Any:
    """Return a copy of `data` with `new` at `place`."""
    if not place:
        return new
    first, *rest = place
    if isinstance(data, list):
        return [
            with_value(member, tuple(rest), new) if number == first else member
            for number, member in enumerate(data)
        ]
    return {**data, first: with_value(data.get(first), tuple(rest), new)}
