"""Decisions from what the provisions give: combined, cited, tried by cases, still needed.

Standard library only. `Giving` is what a rule gives: whether it surely (True) or perhaps
(None) does, the value, and the rule's citation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.logic import CONTRADICTION, NOTHING, Found, total
from lawc.runtime.values import Truth

Giving: TypeAlias = tuple[Truth, Any, str | None]
Applying: TypeAlias = tuple[Truth, str | None]
Order: TypeAlias = Mapping[str, int]  # the place of a citation in the text


def decided(how: str, otherwise: Any, supplied: Any, *givings: tuple[Truth, Any]) -> Any:
    """Return what is decided: established, else what the rules give, else `otherwise`."""
    if supplied is not None:
        return supplied
    return combined(how, otherwise, [one for one in givings if one[0] is not False])


def combined(how: str, otherwise: Any, givings: Sequence[tuple[Any, ...]]) -> Any:
    """Return the value that the rules give; each giving is sure (True) or open (None)."""
    found = [one for one in givings if one[1] is not NOTHING]
    sure = [one[1] for one in found if one[0] is True and one[1] is not None]
    open_ = [one[1] for one in found if one[0] is not True or one[1] is None]
    if how == "one":
        return _one(sure, open_, otherwise)
    if how == "total":
        return None if open_ else total(*sure) if sure else otherwise
    return _extreme(max if how == "largest" else min, sure, open_, otherwise)


def _one(sure: list[Any], open_: list[Any], otherwise: Any) -> Any:
    if not sure:
        return otherwise if all(one == otherwise for one in open_) else None
    if any(one != sure[0] for one in sure):
        return CONTRADICTION
    return sure[0] if all(one == sure[0] for one in open_) else None


def _extreme(best: Callable[..., Any], sure: list[Any], open_: list[Any], otherwise: Any) -> Any:
    if not sure:
        return None if open_ else otherwise
    if any(one is None or best([*sure, one]) not in sure for one in open_):
        return None
    return best(sure)


def combine(
    how: str,
    otherwise: Any,
    givings: Iterable[Giving],
    only: Iterable[Applying] = (),
    order: Order | None = None,
) -> tuple[Any, tuple[str, ...]]:
    """Return the value decided and the citations that decide it, none where it is unknown."""
    found = [one for one in givings if one[0] is not False and one[1] is not NOTHING]
    made = combined(how, otherwise, found)
    return made, () if made is None else citing(how, made, found, only, order or {})


def citing(
    how: str,
    made: Found,
    givings: Iterable[Giving],
    only: Iterable[Applying],
    order: Order,
) -> tuple[str, ...]:
    """Return the citations that decide: for each value, the first rule that surely gives it.

    Where no rule gives a value: those of `only`, the rules that merely displace, that apply.
    """
    found = [one for one in givings if one[0] is True]
    if how != "total" and made is not CONTRADICTION:
        found = [one for one in found if one[1] == made][:1]
    elif made is CONTRADICTION:
        found = list({one[1]: one for one in reversed(found)}.values())
    cites = [one[2] for one in found] or [cite for truth, cite in only if truth is True]
    return tuple(sorted({one for one in cites if one is not None}, key=order.__getitem__))


def cited(order: Order, *only: Applying) -> tuple[str, ...]:
    """Return the citations of the rules that apply, in the order of the text."""
    return tuple(sorted({c for truth, c in only if truth and c is not None}, key=order.__getitem__))


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
    possible: tuple[Callable[[Any], bool], ...],
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
    possible: tuple[Callable[[Any], bool], ...],
) -> Iterator[tuple[Any, ...]]:
    """Yield the things, each time with other values of what is unknown."""
    depths = sorted({one.depth for one in unknown})
    for values in product(*(one.values for one in unknown)):
        for one, value in zip(unknown, values, strict=True):
            object.__setattr__(things[one.depth], one.attribute, value)
        if all(possible[depth](things[depth]) for depth in depths):
            yield things


# --- what is needed ----------------------------------------------------------------------


def open_rules(
    truths: Sequence[Truth], giving: Iterable[int], displacers: Mapping[int, tuple[int, ...]]
) -> list[int]:
    """Return the rules that an open decision rests on, in the order of the law."""
    waiting = [place for place in giving if truths[place] is not False]
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
