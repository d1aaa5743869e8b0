"""Decisions from the values that provisions give: combined, and cited.

Standard library only. A `Giving` is whether a rule surely (True) or perhaps (None) gives, the
value, the rule's citation, and the list that the rule is an item of, if any. A list gives once:
the first of its items that surely applies stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from lawc.runtime.logic import CONTRADICTION, NOTHING, Result
from lawc.runtime.values import Truth

Giving: TypeAlias = tuple[Truth, Any, str | None, Any]
Order: TypeAlias = Mapping[str, int]  # the place of a citation in the text


def decided(how: str, otherwise: Any, supplied: Any, *givings: tuple[Any, ...]) -> Any:
    """Return the value of a decision: established, else by the rules, else `otherwise`.

    Each of `givings` is whether a rule gives, and the value; then the list that the rule is an
    item of, if any.
    """
    if supplied is not None:
        return supplied
    uncited = [
        (truth, value, None, list_[0] if list_ else None) for truth, value, *list_ in givings
    ]
    return combine(how, otherwise, uncited)[0]


def combine(
    how: str,
    otherwise: Any,
    givings: Sequence[Giving],
    only: Iterable[str | None] = (),
    order: Order | None = None,
    contrary: bool = False,
) -> tuple[Any, tuple[str, ...], tuple[int, ...]]:
    """Return the value of a decision, the citations that decide, and what leaves it open.

    If it is open, the value is None, and the last are the places of the givings that could
    change it. If no rule gives a value, `only` are the citations that decide: those of rules
    that merely displace, and so refuse another value. With `contrary`, an open decision has the
    citations to show should it rest on a contradiction.
    """
    sure: list[Giving] = []
    open_: list[int] = []
    stands = _standing(givings)
    for place, giving in enumerate(givings):
        truth, value, _, list_ = giving
        if truth is False or value is NOTHING or stands.get(list_, place) != place:
            continue
        if truth is None or value is None:
            open_.append(place)
        else:
            sure.append(giving)
    result = _combined(how, otherwise, [giving[1] for giving in sure])
    if open_ and result is not CONTRADICTION:
        changing = _changing(how, otherwise, result, sure, givings, open_)
        if changing:
            cites: tuple[str, ...] = ()
            if contrary and sure:
                cites = _citing(how, CONTRADICTION, sure, (), order or {})
            elif contrary:
                cites = in_order((givings[place][2] for place in changing), order or {})
            return None, cites, tuple(changing)
    return result, _citing(how, result, sure, only, order or {}), ()


def _standing(givings: Sequence[Giving]) -> dict[Any, int]:
    """Return, for each list, the place of the item that stands for all of it."""
    standing: dict[Any, int] = {}
    for place, (truth, _, _, list_) in enumerate(givings):
        if list_ is not None and truth is True:
            standing.setdefault(list_, place)
    return standing


def _changing(
    how: str,
    otherwise: Any,
    result: Any,
    sure: list[Giving],
    givings: Sequence[Giving],
    open_: list[int],
) -> list[int]:
    """Return the places of `open_` whose givings could change the result of the sure ones."""
    if not sure:
        # A value equal to the default changes it only together with others, in a total.
        adds_up = how == "total" and result != 0 and len(open_) > 1
        if adds_up or any(givings[place][1] != result for place in open_):
            return open_
    values = [giving[1] for giving in sure]
    return [
        place
        for place in open_
        if (value := givings[place][1]) is None
        or _combined(how, otherwise, [*values, value]) != result
    ]


def _combined(how: str, otherwise: Any, values: list[Any]) -> Any:
    if not values:
        return otherwise
    match how:
        case "one":
            return values[0] if all(value == values[0] for value in values) else CONTRADICTION
        case "largest":
            return max(values)
        case "smallest":
            return min(values)
        case _:
            return sum(values)


def _citing(
    how: str, result: Result, sure: list[Giving], only: Iterable[str | None], order: Order
) -> tuple[str, ...]:
    """Return the citations of the first rule that gives each value that decides."""
    if how != "total" and result is not CONTRADICTION:
        sure = [giving for giving in sure if giving[1] == result][:1]
    if result is CONTRADICTION:
        firsts = {giving[1]: giving[2] for giving in reversed(sure)}
        return in_order(firsts.values(), order)
    cites = [giving[2] for giving in sure] or [*only]
    return in_order(cites, order)


def in_order(cites: Iterable[str | None], order: Order) -> tuple[str, ...]:
    """Return the citations, each once, as the text has them."""
    cites = tuple(cites)
    if len(cites) == 1 and cites[0] is not None:
        return cites  # type: ignore[return-value]  # one that is a citation
    return tuple(sorted({cite for cite in cites if cite is not None}, key=order.__getitem__))
