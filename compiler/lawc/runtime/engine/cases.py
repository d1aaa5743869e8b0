"""Trying the values of unknown facts, where the known ones leave a decision open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from operator import attrgetter
from typing import Any, NamedTuple

from lawc.runtime.engine.conditions import Case, Fact, Line, Paths
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.rules import Decision
from lawc.runtime.logic import CONTRADICTION

_set = object.__setattr__


class Answered(NamedTuple):
    """A value (None: open), the provisions that decide, what is needed, what was tried."""

    value: Any
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]


def answered(kind: Kind, decision: Decision, line: Line, paths: Paths) -> Answered:
    """Decide, trying the values of unknown facts where three-valued reading leaves it open.

    What is open with no fact missing rests on another decision that is a contradiction: it
    is a contradiction as well.
    """
    made = decision.made(line)
    if made.value is not None:
        return Answered(made.value, made.provisions, (), ())
    settled = tried(kind, decision, line, paths)
    if settled is not None:
        return settled
    needed = decision.needed(line, paths)
    if needed:
        return Answered(None, (), needed, ())
    return Answered(CONTRADICTION, made.provisions, (), ())


def tried(kind: Kind, decision: Decision, line: Line, paths: Paths) -> Answered | None:
    """Return what is decided whatever the unknown facts among its `cases`; None if it varies.

    Of all open decisions for which the same cases are tried it is found out at once.
    """
    memory, place = line[-1].memory, (decision.mates, id(line[0]))
    if place not in memory:
        memory[place] = _tried(kind, decision.mates, line, paths)
    found: Answered | None = memory[place].get(decision)
    return found


def _tried(
    kind: Kind, decisions: tuple[Decision, ...], line: Line, paths: Paths
) -> dict[Decision, Answered]:
    unknown = [one for one in decisions[0].cases if one.value(line) is None]
    if not unknown:
        return {}
    open_ = [one for one in decisions if one.made(line).value is None]
    values: dict[Decision, Any] = {}
    cites: dict[Decision, set[str]] = {one: set() for one in open_}
    for trial in _trials(kind, unknown, line):
        for one in tuple(open_):
            made = one.made(trial)
            if made.value is None or values.setdefault(one, made.value) != made.value:
                open_.remove(one)
            cites[one].update(made.provisions)
        if not open_:
            return {}
    by_cases = tuple(one.path(paths) for one in unknown)
    return {
        one: Answered(
            values[one], tuple(sorted(cites[one], key=one.order.__getitem__)), (), by_cases
        )
        for one in open_
        if one in values  # unless no values are possible together
    }


def varies(
    kind: Kind,
    decision: Decision,
    line: Line,
    places: tuple[int, ...],
    run: Callable[..., tuple[Any, ...] | None],
) -> bool:
    """Tell whether trying cases shows that a decision is open, and that no other has a value.

    The values of these decisions stand at `places` of a result, its own first; none tries
    other facts. `run` decides of the things of a line quickly; where it is in doubt, it returns
    a tuple that begins with whether the doubt is known to leave the decision open.
    """
    unknown = [one for one in decision.cases if one.value(line) is None]
    if not unknown:
        return False
    first: tuple[Any, ...] | None = None
    for trial in _trials(kind, unknown, line):
        (found,) = run(*trial[:-1]) or ((0,),)
        if found.__class__ is tuple:
            return bool(found[0])
        made = tuple([found[place] for place in places])
        if first is not None and made[0] != first[0]:
            return all(a is None or a != b for a, b in zip(made[1:], first[1:], strict=True))
        first = first or made
    return False


def _trials(kind: Kind, unknown: list[Fact], line: Line) -> Iterator[Line]:
    """Yield the line, each time with other values of what is unknown."""
    kinds = kind.line()
    things = _copies(kinds, line, {one.depth for one in unknown})
    spoken_of = {
        depth: frozenset(one.key for one in unknown if one.depth == depth)
        for depth in sorted({one.depth for one in unknown})
    }
    for values in product(*(kinds[one.depth].domains[one.key] for one in unknown)):
        for one, value in zip(unknown, values, strict=True):
            _set(things[one.depth], kinds[one.depth].attributes[one.key], value)
        if all(kinds[depth].possible(things[depth], keys) for depth, keys in spoken_of.items()):
            yield (*things, Case(line[-1].days))


def _copies(kinds: tuple[Kind, ...], line: Line, depths: set[int]) -> list[Any]:
    """Return the things of a line, those that are to be changed and those above copied."""
    made: list[Any] = []
    for depth, thing in enumerate(line[: len(kinds)]):
        changed = bool(made) and made[-1] is not line[depth - 1]
        if depth not in depths and not changed:
            made.append(thing)
            continue
        new = copied(thing)
        if changed:
            group = kinds[depth - 1].group
            members = tuple(
                [made[-1] if one is line[depth - 1] else one for one in getattr(thing, group)]
            )
            _set(new, group, members)
        made.append(new)
    return made


def copied(thing: Any) -> Any:
    """Return a copy of a thing, which may be changed as long as nobody has seen it."""
    names = type(thing).__slots__
    new = object.__new__(type(thing))
    for name, value in zip(names, attrgetter(*names, names[0])(thing), strict=False):
        _set(new, name, value)
    return new
