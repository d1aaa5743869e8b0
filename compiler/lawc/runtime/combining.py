"""Decisions from what the provisions give: combined, cited, tried by cases, still needed.

Standard library only. `Giving` is what a rule gives: whether it surely (True) or perhaps
(None) does, the value, and the rule's citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.logic import CONTRADICTION, NOTHING, Found
from lawc.runtime.values import Truth

Giving: TypeAlias = tuple[Truth, Any, str | None]
Applying: TypeAlias = tuple[Truth, str | None]
Order: TypeAlias = Mapping[str, int]  # the place of a citation in the text


def decided(how: str, otherwise: Any, supplied: Any, *givings: tuple[Truth, Any]) -> Any:
    """Return what is decided: established, else what the rules give, else `otherwise`."""
    if supplied is not None:
        return supplied
    return combine(how, otherwise, [(truth, value, None) for truth, value in givings])[0]


def combine(
    how: str,
    otherwise: Any,
    givings: Sequence[Giving],
    only: Iterable[Applying] = (),
    order: Order | None = None,
) -> tuple[Any, tuple[str, ...], tuple[int, ...]]:
    """Return what is decided, the citations that decide it, and what leaves it open.

    Where it is open, the value is None and the last are the places of the givings that could
    change it. Where no rule gives a value, those of `only` decide: the rules that merely
    displace, if they apply.
    """
    found = [one for one in givings if one[0] is not False and one[1] is not NOTHING]
    sure = [one for one in found if one[0] is True and one[1] is not None]
    made = _combined(how, otherwise, [one[1] for one in sure])
    open_ = [one for one in found if one[0] is not True or one[1] is None]
    if open_ and made is not CONTRADICTION:
        open_ = _changing(how, otherwise, made, sure, open_)
        if open_:
            return None, (), tuple([n for n, one in enumerate(givings) if one in open_])
    return made, _citing(how, made, sure, only, order or {}), ()


def _changing(
    how: str, otherwise: Any, made: Any, sure: list[Giving], open_: list[Giving]
) -> list[Giving]:
    """Return those of `open_` that could change what the sure ones make."""
    if not sure and (how == "total" or any(one[1] != made for one in open_)):
        return open_
    values = [one[1] for one in sure]
    return [
        one
        for one in open_
        if one[1] is None or _combined(how, otherwise, [*values, one[1]]) != made
    ]


def _combined(how: str, otherwise: Any, values: list[Any]) -> Any:
    if not values:
        return otherwise
    match how:
        case "one":
            return values[0] if all(one == values[0] for one in values) else CONTRADICTION
        case "largest":
            return max(values)
        case "smallest":
            return min(values)
        case _:
            return sum(values)


def _citing(
    how: str, made: Found, sure: list[Giving], only: Iterable[Applying], order: Order
) -> tuple[str, ...]:
    """Return the citations of the first rule that gives each value that decides."""
    if how != "total" and made is not CONTRADICTION:
        sure = [one for one in sure if one[1] == made][:1]
    firsts = {one[1]: one[2] for one in reversed(sure)}
    if made is CONTRADICTION:
        return in_order(firsts.values(), order)
    cites = [one[2] for one in sure] or [cite for truth, cite in only if truth is True]
    return in_order(cites, order)


def in_order(cites: Iterable[str | None], order: Order) -> tuple[str, ...]:
    """Return the citations, each once, as the text has them."""
    return tuple(sorted({one for one in cites if one is not None}, key=order.__getitem__))


def cited(order: Order, *only: Applying) -> tuple[str, ...]:
    """Return the citations of the rules that apply, in the order of the text."""
    return in_order((cite for truth, cite in only if truth is True), order)


# --- trying cases ------------------------------------------------------------------------


class Case(NamedTuple):
    """A fact whose values are tried: of which thing of the chain, how it is read, what it is."""

    depth: int  # 0 for the thing itself, 1 for the one above it ...
    key: str
    attribute: str
    read: Callable[[Any], Any]
    values: tuple[Any, ...]


def copied(thing: Any, **changes: Any) -> Any:
    """Return a copy of a thing with some attributes changed."""
    new = object.__new__(type(thing))
    for name in thing.__slots__:
        object.__setattr__(new, name, changes.get(name) if name in changes else getattr(thing, name))
    return new


def copies(things: tuple[Any, ...], lists: tuple[str, ...]) -> tuple[Any, ...]:
    """Return copies of a thing and all above it; `lists[i]` is the list of thing i above."""
    made = [copied(things[0])]
    for below, above, name in zip(things, things[1:], lists, strict=False):
        group = tuple(made[-1] if one is below else one for one in getattr(above, name))
        made.append(copied(above, **{name: group}))
    return tuple(made)


class Tried(NamedTuple):
    """What trying all cases settled: the value, who decides it, the facts that were tried."""

    value: Any
    provisions: tuple[str, ...]
    unknown: tuple[Case, ...]


def tried(  # noqa: PLR0913 - a trial has this many sides
    things: tuple[Any, ...],
    lists: tuple[str, ...],
    cases: tuple[Case, ...],
    run: Callable[[tuple[Any, ...]], Sequence[tuple[Any, tuple[str, ...]]]],
    possible: tuple[Callable[[Any, frozenset[str]], bool], ...],
    wanted: Iterable[int],
    order: Order,
) -> dict[int, Tried]:
    """Return, of the decisions numbered `wanted`, those that come out the same in every case."""
    unknown = tuple(one for one in cases if one.read(things[one.depth]) is None)
    open_ = list(wanted)
    found: dict[int, Any] = {}
    cites: dict[int, set[str]] = {one: set() for one in open_}
    if not unknown:
        return {}
    for trial in _trials(copies(things, lists), unknown, possible):
        results = run(trial)
        for place in tuple(open_):
            value, by = results[place]
            if value is None or found.setdefault(place, value) != value:
                open_.remove(place)
            else:
                cites[place].update(by)
        if not open_:
            return {}
    return {
        place: Tried(found[place], tuple(sorted(cites[place], key=order.__getitem__)), unknown)
        for place in open_
        if place in found
    }


def _trials(
    things: tuple[Any, ...],
    unknown: tuple[Case, ...],
    possible: tuple[Callable[[Any, frozenset[str]], bool], ...],
) -> Iterator[tuple[Any, ...]]:
    """Yield the things, each time with other values of what is unknown."""
    spoken_of = [
        (depth, frozenset(one.key for one in unknown if one.depth == depth))
        for depth in sorted({one.depth for one in unknown})
    ]
    for values in product(*(one.values for one in unknown)):
        for one, value in zip(unknown, values, strict=True):
            object.__setattr__(things[one.depth], one.attribute, value)
        if all(possible[depth](things[depth], keys) for depth, keys in spoken_of):
            yield things


# --- what is needed ----------------------------------------------------------------------


def open_rules(
    truths: Sequence[Truth],
    giving: Sequence[int],
    open_: Iterable[int],
    displacers: Mapping[int, tuple[int, ...]],
) -> list[int]:
    """Return the rules that an open decision rests on, in the order of the law.

    `giving` are the rules of the givings, `open_` the places of the givings that are open.
    """
    waiting = [giving[place] for place in open_]
    live: set[int] = set()
    while waiting:
        place = waiting.pop()
        if place not in live:
            live.add(place)
            waiting += [by for by in displacers.get(place, ()) if truths[by] is None]
    return sorted(live)


def by_use(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the missing facts of the rules, those that most rules miss first."""
    counts: dict[str, int] = {}
    for paths in found:
        for path in paths:
            counts[path] = counts.get(path, 0) + 1
    return tuple(sorted(counts, key=lambda path: -counts[path]))
