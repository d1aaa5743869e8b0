"""Single points of a condition or value: one is put back as it was, the rest stays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.walk import inside, rebuilt


def undone_at(eid: str, was: Any, now: Any) -> Any:
    """Return a node with its part at one element as it was, None if it has none there."""
    field = next((f for f in ("condition", "value") if hasattr(now, f)), None)
    if field is None or type(was) is not type(now):
        return None
    theirs, mine = _stated(getattr(was, field), eid), _stated(getattr(now, field), eid)
    expr = getattr(now, field)
    if mine is not None and theirs is None and _parent(expr, mine) is None:
        return None
    if mine is not None:
        return replace(now, **{field: _put(expr, mine, theirs)})
    if theirs is None:
        return None
    parent = _parent(getattr(was, field), theirs)
    around = None if parent is None else _like(expr, parent)
    if parent is None or around is None:
        return None
    return replace(now, **{field: _put(expr, around, _put_back(parent, around, theirs))})


def _stated(expr: Any, eid: str) -> ir.Stated | None:
    """Return the part of an expression that an element states."""
    return next(
        (part for part in inside(expr) if isinstance(part, ir.Stated) and part.eid == eid), None
    )


def _put(expr: Any, place: Any, other: Any) -> Any:
    """Return an expression with `other` in the place of a part, or without that part."""
    if expr is place:
        return other
    if isinstance(expr, ir.All | ir.Any | ir.AtLeast):
        parts = (_put(part, place, other) for part in expr.parts)
        return replace(expr, parts=tuple(part for part in parts if part is not None))
    return rebuilt(expr, lambda part: _put(part, place, other))


def _parent(expr: Any, place: Any) -> Any:
    """Return the list of conditions that a part stands in."""
    lists = (part for part in inside(expr) if isinstance(part, ir.All | ir.Any | ir.AtLeast))
    return next((group for group in lists if any(part is place for part in group.parts)), None)


def _like(expr: Any, parent: Any) -> Any:
    """Return the list of conditions that shares most points with another."""
    points = set(_points(parent.parts))
    lists: list[Any] = [part for part in inside(expr) if type(part) is type(parent)]
    best = max(lists, key=lambda group: len(points & set(_points(group.parts))), default=None)
    return best if best is not None and points & set(_points(best.parts)) else None


def _points(parts: Iterable[Any]) -> Iterator[str]:
    return (part.eid for part in parts if isinstance(part, ir.Stated) and part.eid)


def _put_back(old: Any, new: Any, part: ir.Stated) -> Any:
    """Return the list `new` with a part of `old` after the one that it stood behind."""
    before = list(_points(old.parts))
    place = before.index(str(part.eid))
    ahead = set(before[:place])
    at = sum(1 for _ in filter(ahead.__contains__, _points(new.parts)))
    return replace(new, parts=(*new.parts[:at], part, *new.parts[at:]))
