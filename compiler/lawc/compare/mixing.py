"""Laws between two versions: the new one with some of its edits undone.

Such a law can be asked as any other. A term that it uses and does not define has the meaning
that one of the two versions gives it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import Any

from lawc.compare.edits import ADDED, TAKEN, Edit
from lawc.compare.points import undone_at
from lawc.compare.units import Both, Key, Unit
from lawc.ir import nodes as ir
from lawc.ir.cycles import cycles, uses
from lawc.ir.declared import Declared
from lawc.ir.walk import every_part


class Mixing:
    """The edits that lead from one law to another, and the laws between the two."""

    def __init__(self, both: Both, edits: tuple[Edit, ...]) -> None:
        self.both = both
        self.edits = edits
        self._laws: dict[frozenset[int], ir.Law] = {}
        self._circles: dict[frozenset[int], bool] = {}

    @cached_property
    def logical(self) -> tuple[int, ...]:
        """The places of the edits that change some logic."""
        return tuple(n for n, edit in enumerate(self.edits) if edit.changes_logic)

    def alone(self, place: int) -> ir.Law:
        """Return the old law with one edit made."""
        return self.with_only((place,))

    def without(self, place: int) -> ir.Law:
        """Return the new law with one edit undone."""
        return self.with_only(other for other in self.logical if other != place)

    def with_only(self, places: Iterable[int]) -> ir.Law:
        """Return the old law with some edits made, which is the new one with all of them."""
        chosen = frozenset(places) & frozenset(self.logical)
        if chosen == frozenset(self.logical):
            return self.both.new
        if not chosen:
            return self.both.old
        if chosen not in self._laws:
            self._laws[chosen] = self._mix(chosen)
        return self._laws[chosen]

    def decides(self, places: Iterable[int]) -> bool:
        """Return whether the old law with some edits made goes in no circle."""
        chosen = frozenset(places) & frozenset(self.logical)
        if not 1 < len(chosen) < len(self.logical) - 1:
            return True  # else the edit would be tied to others
        if chosen not in self._circles:
            self._circles[chosen] = rests_on_itself(self.with_only(chosen))
        return not self._circles[chosen]

    def _mix(self, chosen: frozenset[int]) -> ir.Law:
        undone = [edit for n, edit in enumerate(self.edits) if n not in chosen]
        whole = [key for edit in undone if not (edit.at or edit.puts) for key in edit.keys]
        taken: dict[Key, Unit] = {key: self.both.before.get(key, ()) for key in whole}
        for edit in undone:
            for put in edit.puts:  # before whole points, which move what stands behind them
                (key,) = edit.keys
                taken[key] = _with(taken.get(key, self.both.after[key]), put.path, put.part)
        for edit in undone:
            if edit.at is not None:
                for key in edit.keys:
                    (was,), (now,) = self.both.before[key], taken.get(key, self.both.after[key])
                    part = undone_at(edit.at, was, now)
                    taken[key] = (now if part is None else part,)
        return _complete(self.both.with_units(taken), self.both)


def _with(node: Any, path: tuple[Any, ...], part: Any) -> Any:
    """Return a node with another part at the end of a path."""
    if not path:
        return part
    step, *rest = path
    if isinstance(step, type):
        several = type(node) is step
        return replace(node, parts=(*node.parts, part)) if several else step((node, part))
    if step == ADDED:
        return (*node, part)
    if step == TAKEN:
        return tuple(other for other in node if other != part)
    if isinstance(node, tuple):
        return (*node[:step], _with(node[step], tuple(rest), part), *node[step + 1 :])
    return replace(node, **{step: _with(getattr(node, step), tuple(rest), part)})


def separable(both: Both, edits: tuple[Edit, ...]) -> Mixing:
    """Return the edits of two laws; those that leave no law if one is undone are one edit."""
    mixing = Mixing(both, edits)
    if len(mixing.logical) == 1:
        return mixing
    tied = {
        n
        for n in mixing.logical
        if any(map(rests_on_itself, (mixing.alone(n), mixing.without(n))))
    }
    keys = {key for n in tied for key in edits[n].keys}
    tied |= {n for n, edit in enumerate(edits) if keys.intersection(edit.keys)}
    if not tied:
        return mixing
    several = [edits[n] for n in sorted(tied)]
    joint = Edit(
        tuple(change for edit in several for change in edit.changes),
        tuple(dict.fromkeys(key for edit in several for key in edit.keys)),
    )
    first = min(tied)
    return Mixing(
        both,
        tuple(
            joint if n == first else edit
            for n, edit in enumerate(edits)
            if n == first or n not in tied
        ),
    )


def rests_on_itself(law: ir.Law) -> bool:
    """Return whether a law goes in a circle, as no law does that compiles."""
    return any(cycles(uses(Declared(law))))


def _complete(law: ir.Law, both: Both) -> ir.Law:
    """Return a law with a meaning for every term that it uses."""
    while True:
        parts = tuple(every_part(law))
        more = [
            _lacking(law, both, field, parts, named)
            for field, named in (
                ("definitions", ir.Concept),
                ("quantities", ir.Quantity),
                ("decisions", ir.Decided),
            )
        ]
        if not any(more):
            return law
        law = replace(
            law,
            definitions=(*law.definitions, *more[0]),
            quantities=(*law.quantities, *more[1]),
            decisions=(*law.decisions, *more[2]),
        )


def _lacking(
    law: ir.Law, both: Both, field: str, parts: tuple[ir.Expr, ...], named: type[Any]
) -> tuple[Any, ...]:
    """Return the declarations that `law` lacks, from the new law, else from the old."""
    declared = {node.key for node in getattr(law, field)}
    wanted = {part.key for part in parts if isinstance(part, named)}
    if field == "decisions":
        wanted |= {gives.decision for rule in law.rules for gives in rule.gives}
    added: list[Any] = []
    for other in (both.new, both.old):
        got = {node.key for node in added}
        added += [
            node
            for node in getattr(other, field)
            if node.key in wanted - declared and node.key not in got
        ]
    return tuple(added)
