"""Decisions from what the provisions give: combined, and cited.

Standard library only. `Giving` is what a rule gives: whether it surely (True) or perhaps
(None) does, the value, the rule's citation, and the list that the rule is an item of, if any:
of one list, which gives once, the first item that surely applies stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from lawc.runtime.logic import CONTRADICTION, NOTHING, Found
from lawc.runtime.values import Truth

Giving: TypeAlias = tuple[Truth, Any, str | None, Any]
Order: TypeAlias = Mapping[str, int]  # the place of a citation in the text


def decided(how: str, otherwise: Any, supplied: Any, *givings: tuple[Any, ...]) -> Any:
    """Return what is decided: established, else what the rules give, else `otherwise`.

    Each of `givings` is whether a rule gives, and the value; then the list that the rule is an
    item of, if it is one.
    """
    if supplied is not None:
        return supplied
    found = [
        (truth, value, None, list_[0] if list_ else None) for truth, value, *list_ in givings
    ]
    return combine(how, otherwise, found)[0]


def combine(
    how: str,
    otherwise: Any,
    givings: Sequence[Giving],
    only: Iterable[str | None] = (),
    order: Order | None = None,
    contrary: bool = False,
) -> tuple[Any, tuple[str, ...], tuple[int, ...]]:
    """Return what is decided, the citations that decide it, and what leaves it open.

    Where it is open, the value is None and the last are the places of the givings that could
    change it. Where no rule gives a value, `only` are those that decide: of the rules that
    merely displace, and refuse another value. `contrary`: where it is open, the citations are
    those to be told if it turns out that it rests on a contradiction.
    """
    sure: list[Giving] = []
    open_: list[int] = []
    stands = _standing(givings)
    for place, one in enumerate(givings):
        truth, value, _, list_ = one
        if truth is False or value is NOTHING or stands.get(list_, place) != place:
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


def _standing(givings: Sequence[Giving]) -> dict[Any, int]:
    """Return, for each list, the place of the item that stands for all of it."""
    found: dict[Any, int] = {}
    for place, (truth, _, _, list_) in enumerate(givings):
        if list_ is not None and truth is True:
            found.setdefault(list_, place)
    return found


def _changing(
    how: str,
    otherwise: Any,
    made: Any,
    sure: list[Giving],
    givings: Sequence[Giving],
    open_: list[int],
) -> list[int]:
    """Return those of `open_` that could change what the sure ones make."""
    if not sure:
        # What equals the value that stands where nothing is given changes it only in a total.
        adds_up = how == "total" and made != 0 and len(open_) > 1
        if adds_up or any(givings[place][1] != made for place in open_):
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
    how: str, made: Found, sure: list[Giving], only: Iterable[str | None], order: Order
) -> tuple[str, ...]:
    """Return the citations of the first rule that gives each value that decides."""
    if how != "total" and made is not CONTRADICTION:
        sure = [one for one in sure if one[1] == made][:1]
    if made is CONTRADICTION:
        firsts = {one[1]: one[2] for one in reversed(sure)}
        return in_order(firsts.values(), order)
    cites = [one[2] for one in sure] or [*only]
    return in_order(cites, order)


def in_order(cites: Iterable[str | None], order: Order) -> tuple[str, ...]:
    """Return the citations, each once, as the text has them."""
    cites = tuple(cites)
    if len(cites) == 1 and cites[0] is not None:
        return cites  # type: ignore[return-value]  # one that is a citation
    return tuple(sorted({one for one in cites if one is not None}, key=order.__getitem__))
