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
_set = object.__setattr__
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
    contrary: bool = False,
) -> tuple[Any, tuple[str, ...], tuple[int, ...]]:
    """Return what is decided, the citations that decide it, and what leaves it open.

    Where it is open, the value is None and the last are the places of the givings that could
    change it. Where no rule gives a value, those of `only` decide: the rules that merely
    displace, if they apply. `contrary`: where it is open, the citations are those to be told
    if it turns out that it rests on a contradiction.
    """
    sure: list[Giving] = []
    open_: list[int] = []
    for place, one in enumerate(givings):
        truth, value, _ = one
        if truth is False or value is NOTHING:
            continue
        if truth is None or value is None:
            open_.append(place)
        else:
            sure.append(one)
    made = _combined(how, otherwise, [one[1] for one in sure])
    if open_ and made is not CONTRADICTION:
        changing = _changing(how, otherwise, made, sure, givings, open_)
        if changing:
            cites: tuple[str, ...] = ()
            if contrary and sure:
                cites = _citing(how, CONTRADICTION, sure, (), order or {})
            elif contrary:
                cites = in_order((givings[place][2] for place in changing), order or {})
            return None, cites, tuple(changing)
    return made, _citing(how, made, sure, only, order or {}), ()


def _changing(
    how: str,
    otherwise: Any,
    made: Any,
    sure: list[Giving],
    givings: Sequence[Giving],
    open_: list[int],
) -> list[int]:
    """Return those of `open_` that could change what the sure ones make."""
    if not sure and (how == "total" or any(givings[one][1] != made for one in open_)):
        return open_
    values = [one[1] for one in sure]
    return [
        place
        for place in open_
        if (value := givings[place][1]) is None
        or _combined(how, otherwise, [*values, value]) != made
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
    if made is CONTRADICTION:
        firsts = {one[1]: one[2] for one in reversed(sure)}
        return in_order(firsts.values(), order)
    cites = [one[2] for one in sure] or [cite for truth, cite in only if truth is True]
    return in_order(cites, order)


def in_order(cites: Iterable[str | None], order: Order) -> tuple[str, ...]:
    """Return the citations, each once, as the text has them."""
    cites = tuple(cites)
    if len(cites) == 1 and cites[0] is not None:
        return cites  # type: ignore[return-value]  # one that is a citation
    return tuple(sorted({one for one in cites if one is not None}, key=order.__getitem__))


def cited(order: Order, *only: Applying) -> tuple[str, ...]:
    """Return the citations of the rules that apply, in the order of the text."""
    return in_order((cite for truth, cite in only if truth is True), order)


# --- trying cases ------------------------------------------------------------------------


class Case(NamedTuple):
    """A fact whose values are tried: of which thing of the chain, how it is read, and what."""

    depth: int  # 0 for the thing itself, 1 for the one above it ...
    key: str
    attribute: str
    read: Callable[[Any], Any]
    values: tuple[Any, ...]


def copied(thing: Any, read: Callable[[Any], tuple[Any, ...]]) -> Any:
    """Return a copy of a thing whose attributes `read` returns in order."""
    new = object.__new__(type(thing))
    for name, value in zip(thing.__slots__, read(thing), strict=False):
        _set(new, name, value)
    return new


class Chain(NamedTuple):
    """The kinds of a thing and of those above it: how each is copied, how lists are called.

    `lists[i]` is the attribute of the thing above thing i that holds thing i. Where `whole`,
    what is decided of the thing looks at the members of these lists.
    """

    reads: tuple[Callable[[Any], tuple[Any, ...]], ...]
    lists: tuple[str, ...]
    whole: bool


def _copies(things: tuple[Any, ...], chain: Chain, depths: set[int]) -> tuple[Any, ...]:
    """Return the things, those that are to be changed or that hold such copied."""
    made: list[Any] = []
    for depth, thing in enumerate(things):
        below = made[-1] if made and chain.whole else None
        changed = below is not None and below is not things[depth - 1]
        if depth not in depths and not changed:
            made.append(thing)
            continue
        new = copied(thing, chain.reads[depth])
        if changed:
            name = chain.lists[depth - 1]
            group = tuple(
                below if one is things[depth - 1] else one for one in getattr(thing, name)
            )
            _set(new, name, group)
        made.append(new)
    return tuple(made)


class Tried(NamedTuple):
    """What trying all cases settled: the value, who decides it, the facts that were tried."""

    value: Any
    provisions: tuple[str, ...]
    unknown: tuple[Case, ...]


def tried(
    things: tuple[Any, ...],
    chain: Chain,
    cases: tuple[Case, ...],
    run: Callable[[tuple[Any, ...]], Sequence[tuple[Any, tuple[str, ...]]]],
    possible: tuple[Callable[[Any, frozenset[str]], bool], ...],
    wanted: Iterable[int],
    order: Order,
) -> dict[int, Tried]:
    """Return, of the decisions numbered `wanted`, those that are the same in every case."""
    unknown = tuple(one for one in cases if one.read(things[one.depth]) is None)
    open_ = list(wanted)
    found: dict[int, Any] = {}
    cites: dict[int, set[str]] = {one: set() for one in open_}
    if not unknown:
        return {}
    copies = _copies(things, chain, {one.depth for one in unknown})
    for trial in _trials(copies, unknown, possible):
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
            _set(things[one.depth], one.attribute, value)
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
    live = {giving[place] for place in open_}
    unknown = {place for place, truth in enumerate(truths) if truth is None}
    waiting = list(live) if unknown else []
    while waiting:
        more = unknown.intersection(displacers.get(waiting.pop(), ())) - live
        live |= more
        waiting += more
    return sorted(live)


def by_use(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Return the missing facts of the rules, those that most rules miss first."""
    counts: dict[str, int] = {}
    for paths in found:
        for path in paths:
            counts[path] = counts.get(path, 0) + 1
    return tuple(sorted(counts, key=lambda path: -counts[path]))
