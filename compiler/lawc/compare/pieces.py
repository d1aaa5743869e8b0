"""The pieces of an edit: parts of one change of the text, each of them made or undone alone.

A sentence with two other numbers is one change of the text. Whom each of the numbers turns is
looked for apart, so that those whom the second turns are not passed over for the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from lawc.compare.edits import ADDED, TAKEN, Edit, Put
from lawc.compare.mixing import Mixing, rests_on_itself
from lawc.compare.units import MEANING, QUANTITY, RULES, Key
from lawc.ir import nodes as ir

MOST = 8  # pieces of one edit; one of more is not taken apart
MOST_OF_ALL = 40  # pieces and edits of two versions; of more none is taken apart

_Puts: TypeAlias = tuple[Put, ...]

_SPLIT = {RULES, MEANING, QUANTITY}
_LISTS = (ir.All, ir.Any, ir.AtLeast)
_AMOUNTS = (ir.Total, ir.Product, ir.Quotient, ir.Largest, ir.Smallest, ir.ByCase)
_NAMED = {ir.Under: "ranges", ir.OneOf: "values"}  # what stands there in no order

# The fields in which two nodes of a type may differ and be taken apart.
_FIELDS: Mapping[type, tuple[str, ...]] = {
    ir.Rule: ("condition", "gives"),
    ir.Gives: ("value", "when"),
    ir.Definition: ("condition",),
    ir.QuantityDefinition: ("value",),
    **dict.fromkeys((ir.Stated, ir.Not, ir.Rounded, ir.IfAny), ("part",)),
    **dict.fromkeys((*_LISTS, *_AMOUNTS), ("parts",)),
    **dict.fromkeys((ir.Some, ir.Every, ir.CountOf), ("condition",)),
    ir.TotalOf: ("value",),
    ir.Difference: ("left", "right"),
    ir.Bracketed: ("subject", "rows"),
    **{sort: ("subject", name) for sort, name in _NAMED.items()},
}


def in_pieces(mixing: Mixing) -> Mixing | None:
    """Return the edits with those that have several pieces taken apart, None if none has."""
    edits: list[Edit] = []
    for place, edit in enumerate(mixing.edits):
        pieces = tuple(_pieces(mixing, edit)) if place in mixing.logical else ()
        edits += pieces if 1 < len(pieces) <= MOST else (edit,)
    if not len(mixing.edits) < len(edits) <= MOST_OF_ALL:
        return None
    apart = Mixing(mixing.both, tuple(edits))
    laws = (law(n) for n in apart.logical for law in (apart.alone, apart.without))
    return None if any(map(rests_on_itself, laws)) else apart


def lists_apart(pieces: Mixing) -> Iterator[ir.Law]:
    """Yield the laws with lists of provisions that neither version has."""
    for place in pieces.logical:
        if any("ranges" in put.path for put in pieces.edits[place].puts):
            yield from (pieces.alone(place), pieces.without(place))


def _pieces(mixing: Mixing, edit: Edit) -> Iterator[Edit]:
    """Yield what an edit changes, part by part; terms that are new or gone are one part."""
    rest: list[Key] = []
    for key in edit.keys:
        was, now = mixing.both.of(key)
        if key[0] == RULES and edit.at is None and not (was and now):
            yield Edit(edit.changes, (key,))  # a provision that is new or gone
            continue
        if key[0] not in _SPLIT or len(was) != len(now):
            rest.append(key)
            continue
        for puts in _differences(was, now, ()):
            if edit.at is None or _lies_at(now, puts, edit.at):
                yield Edit(edit.changes, (key,), puts=puts)
    if rest:
        yield Edit(edit.changes, tuple(rest))


def _lies_at(unit: Any, puts: _Puts, eid: str) -> bool:
    """Return whether a part is inside the point of a list that an edit is of."""
    node = unit
    for step in puts[0].path:
        if isinstance(node, ir.Stated) and node.eid == eid:
            return True
        if isinstance(step, type) or step in (ADDED, TAKEN):
            return False
        node = node[step] if isinstance(step, int) else getattr(node, step)
    return isinstance(node, ir.Stated) and node.eid == eid


def _differences(was: Any, now: Any, path: tuple[Any, ...]) -> Iterator[_Puts]:
    """Yield the smallest parts in which two nodes differ, with what stood there."""
    if was == now:
        return
    fields = _FIELDS.get(type(now), ())
    if type(was) is not type(now):
        yield from _of_lists(was, now, path)
    elif isinstance(now, tuple) and len(was) == len(now):
        for place, pair in enumerate(zip(was, now, strict=True)):
            yield from _differences(*pair, (*path, place))
    elif fields and replace(was, **{name: getattr(now, name) for name in fields}) == now:
        if isinstance(now, _LISTS):
            yield from _of_lists(was, now, path)
        elif isinstance(now, ir.Under | ir.OneOf):
            name = _NAMED[type(now)]
            yield from _differences(was.subject, now.subject, (*path, "subject"))
            yield from _of_named(getattr(was, name), getattr(now, name), (*path, name))
        elif isinstance(now, ir.Bracketed) and len(was.rows) == len(now.rows):
            yield from _differences(was.subject, now.subject, (*path, "subject"))
            yield from _of_rows(was.rows, now.rows, (*path, "rows"))
        else:
            for name in fields:
                pair = getattr(was, name), getattr(now, name)
                yield from _differences(*pair, (*path, name))
    else:
        yield (Put(path, was),)


def _of_lists(was: Any, now: Any, path: tuple[Any, ...]) -> Iterator[_Puts]:
    """Yield the parts of two lists of conditions that differ, in whatever order they stand.

    A condition by itself is a list of one, if the other is a list with that condition.
    """
    sort = next((type(node) for node in (now, was) if isinstance(node, _LISTS)), None)
    old, new = ([*node.parts] if type(node) is sort else [node] for node in (was, now))
    left = [(place, part) for place, part in enumerate(new) if not _take_out(part, old)]
    alike = type(was) is type(now) or (sort is not ir.AtLeast and len(left) < len(new))
    if sort is None or not alike:
        yield (Put(path, was),)
        return
    nothing = ir.All(()) if sort is ir.All else ir.Any(())
    for place, part in left:
        inside = (*path, "parts", place) if type(now) is sort else path
        before = next((other for other in old if _eid(other) == _eid(part)), None)
        if before is None:
            yield (Put(inside, nothing),)
        else:
            _take_out(before, old)
            yield from _differences(before, part, inside)
    for before in old:
        yield (Put((*path, sort), before),)


def _eid(part: Any) -> str | None:
    """Return the point of a list that states a part, None of a part of a sentence."""
    return part.eid if isinstance(part, ir.Stated) else None


def _take_out(part: Any, parts: list[Any]) -> bool:
    """Take a part out of a list, and return whether it was there."""
    if part in parts:
        parts.remove(part)
        return True
    return False


def _of_named(
    was: tuple[Any, ...], now: tuple[Any, ...], path: tuple[Any, ...]
) -> Iterator[_Puts]:
    """Yield the provisions or values that are named in one of two lists alone.

    Where as many are new as are gone, one stands for another.
    """
    gone = [Put((*path, ADDED), part) for part in was if part not in now]
    new = [Put((*path, TAKEN), part) for part in now if part not in was]
    if len(gone) == len(new):
        yield from zip(gone, new, strict=True)
    else:
        yield from ((put,) for put in (*gone, *new))


def _of_rows(
    was: tuple[ir.Row, ...], now: tuple[ir.Row, ...], path: tuple[Any, ...]
) -> Iterator[_Puts]:
    """Yield the values of rows that differ, each alone, and their bounds together."""
    bounds = tuple(
        Put((*path, place, name), getattr(before, name))
        for place, (before, after) in enumerate(zip(was, now, strict=True))
        for name in ("over", "up_to")
        if getattr(before, name) != getattr(after, name)
    )
    if bounds:
        yield bounds
    for place, (before, after) in enumerate(zip(was, now, strict=True)):
        if before.value != after.value:
            yield (Put((*path, place, "value"), before.value),)
