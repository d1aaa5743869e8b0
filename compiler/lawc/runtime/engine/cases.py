"""Trying the values of unknown facts, where the known ones leave a decision open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import count, islice, product
from operator import attrgetter
from threading import Lock
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.engine.completions import needed_of, outcome_of
from lawc.runtime.engine.conditions import Case, Fact, Line, Paths
from lawc.runtime.engine.days import day_facts
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.lapsed import not_in_force
from lawc.runtime.engine.reads import plain
from lawc.runtime.engine.rules import Decision
from lawc.runtime.logic import CONTRADICTION
from lawc.runtime.reasons import Answer

_set = object.__setattr__


class Answered(NamedTuple):
    """A value (None: open), the provisions that decide, what is needed, what was tried."""

    value: Any
    provisions: tuple[str, ...]
    needed: tuple[str, ...]
    by_cases: tuple[str, ...]
    untried: bool = False


def answered(decision: Decision, line: Line, paths: Paths) -> Answered:
    """Decide, going through the completions where three-valued reading leaves it open.

    What is open with no fact missing rests on another decision that is a contradiction: it
    is a contradiction as well.
    """
    made = decision.made(line)
    if made.value is not None:
        return Answered(made.value, made.provisions, (), ())
    if not decision.needed(line, paths):
        return Answered(CONTRADICTION, made.provisions, (), ())
    settled = settled_of(decision, line, paths)
    if settled is not None:
        return settled
    untried = outcome_of(decision, line, paths).untried
    return Answered(None, (), needed_of(decision, line, paths), (), untried)


def answer(decision: Decision, line: Line, paths: Paths) -> Answer:
    """Return what is decided, as it is told."""
    value, provisions, needed, by_cases, _ = answered(decision, line, paths)
    out = () if provisions or needed else not_in_force(decision, line)
    return Answer(
        decision.key,
        plain(value, fraction=decision.fraction),
        value is not None and value is not CONTRADICTION,
        provisions,
        needed,
        by_cases,
        value is CONTRADICTION,
        decision.read(line[0]) is not None,
        out,
    )


def settled_of(decision: Decision, line: Line, paths: Paths) -> Answered | None:
    """Return what is decided in every completion, None if it is not the same in all."""
    found = outcome_of(decision, line, paths)
    if not found.settled:
        return None
    provisions = tuple(sorted(found.citations, key=decision.order.__getitem__))
    several = [one.path(paths) for one in decision.cases if one.value(line) is None]
    return Answered(found.value, provisions, (), tuple(several) or found.tried)


Run: TypeAlias = Callable[..., tuple[Any, ...] | None]
Shows: TypeAlias = Callable[..., bool] | None


def varies(
    kind: Kind,
    decision: Decision,
    line: Line,
    places: tuple[int, ...],
    run: Run,
    steady: Shows,
    *,
    days: bool,
) -> bool:
    """Tell whether trying cases shows that a decision is open, and that no other has a value.

    The values of these decisions stand at `places` of a result, its own first. `run` decides
    of the things of a line quickly; where it is in doubt, it returns a tuple that begins with
    the doubts and the rivals, see `Engine.varies`. Missing `days` are tried where they turn.
    """
    unknown = tuple([one for one in decision.cases if one.value(line) is None])
    if decision.days is None:
        decision.days = day_facts(decision)
    dated = [one for one in decision.days if days and one.fact.value(line) is None]
    if not dated:
        return bool(unknown) and _differ(worlds(kind, unknown, line), places, run, steady)
    values = [_ends_first(_domain(kind, one)) for one in unknown]
    values += [one.values(line) for one in dated]
    facts = (*unknown, *(one.fact for one in dated))
    return _differ(_worlds(kind, facts, values, *_apart(line)), places, run, steady)


def _differ(tried: Iterable[Line], places: tuple[int, ...], run: Run, steady: Shows) -> bool:
    """Tell whether one of some lines is shown to be open, or two are decided differently."""
    first: tuple[Any, ...] | None = None
    for world in tried:
        (found,) = run(*world[:-1]) or ((0, 0),)
        if found.__class__ is tuple:
            if steady is not None and steady(*found[:2], *world[:-1]):
                return True
            continue
        made = tuple([found[place] for place in places])
        if first is not None and made[0] != first[0]:
            return all(a is None or a != b for a, b in zip(made[1:], first[1:], strict=True))
        first = first or made
    return False


def worlds(kind: Kind, unknown: tuple[Fact, ...], line: Line) -> Iterator[Line]:
    """Yield the line with each choice of values for what is unknown; each is made once."""
    key = (worlds, unknown, id(line[0]))
    values = [_ends_first(_domain(kind, one)) for one in unknown]
    made, further, lock = line[-1].memory.setdefault(
        key, ([], _worlds(kind, unknown, values, *_apart(line)), Lock())
    )
    for place in count():
        with lock:  # two threads that ask of one case see every world, in the same order
            if place == len(made):
                made += islice(further, 1)
        if place == len(made):
            return
        yield made[place]


def _domain(kind: Kind, fact: Fact) -> tuple[Any, ...]:
    return kind.line()[fact.depth].domains[fact.key]


def _apart(line: Line) -> tuple[tuple[Any, ...], Any]:
    """Return the things of a line, and the days.

    What remembers the worlds of a case must not hold the case: it would hold itself.
    """
    return line[:-1], line[-1].days


def _worlds(
    kind: Kind,
    unknown: tuple[Fact, ...],
    choices: list[tuple[Any, ...]],
    line: tuple[Any, ...],
    days: Any,
) -> Iterator[Line]:
    kinds = kind.line()
    depths = frozenset(one.depth for one in unknown)
    spoken_of = [
        (depth, kinds[depth], frozenset(one.key for one in unknown if one.depth == depth))
        for depth in sorted(depths)
    ]
    for values in product(*choices):
        things = _copies(kinds, line, depths)
        for one, value in zip(unknown, values, strict=True):
            _set(things[one.depth], kinds[one.depth].attributes[one.key], value)
        if all(of.possible(things[depth], keys) for depth, of, keys in spoken_of):
            yield (*things, Case(days))


def _ends_first(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the values with the first and the last before the others: they differ most."""
    return (*values[:1], *values[:0:-1])


def _copies(
    kinds: tuple[Kind, ...], line: tuple[Any, ...], depths: frozenset[int]
) -> list[Any]:
    """Return the things of a line, those that are to be changed and those above copied."""
    made: list[Any] = []
    for depth, thing in enumerate(line):
        changed = depth > 0 and made[-1] is not line[depth - 1]
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
    class_ = type(thing)
    if class_ not in _PARTS:
        names = class_.__slots__
        setters = [vars(class_)[name].__set__ for name in names]
        _PARTS[class_] = attrgetter(*names, names[0]), setters
    read, setters = _PARTS[class_]
    new = object.__new__(class_)
    for put, value in zip(setters, read(thing), strict=False):
        put(new, value)
    return new


_PARTS: dict[type, tuple[Callable[[Any], Any], list[Callable[[Any, Any], None]]]] = {}
