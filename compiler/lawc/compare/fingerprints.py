"""What names a change where it is approved: all that was looked at, and nothing else.

It binds the words, the logic before and after with every meaning that it rests on spelled out
(terms, quantities, days, what the vocabulary assumes), and the decisions that this change alone
turns. It does not bind who is shown, and nothing that another change does: elements are called
by their places in the old law, or by their words where they are new.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cached_property
from hashlib import sha256
from typing import Any

from lawc.compare.changes import Change, How, whole_text
from lawc.compare.edits import Edit
from lawc.compare.effects import Effects
from lawc.compare.interface import FINGERPRINT
from lawc.compare.matching import Same
from lawc.compare.outcomes import Amount, Outcome, Turn
from lawc.compare.units import Both, Key, bare, name_of_gone, units
from lawc.ir import nodes as ir
from lawc.ir.walk import of_rule, reached
from lawc.meaning.truth import State
from lawc.runtime.values import Provision


class Fingerprints:
    """Makes the fingerprints of the changes between two laws."""

    def __init__(self, both: Both, same: Same, old: ir.Law, new: ir.Law) -> None:
        self.both = both
        self.old, self.new = old, new
        self.names = dict(_names(same, old, new))

    def of(self, edit: Edit, change: Change, alone: Effects) -> str:
        """Return the fingerprint of a change; `alone` is what its edit does to the old law."""
        said: dict[str, Any] = {
            "act": self.old.act,
            "how": [one.value for one in change.how if one in _SAID] or self._place(change),
            "at": self._at(change),
            "texts": [" ".join(text.split()) for text in change.texts],
            "before": self._spelled(self._before, edit.keys),
            "after": self._spelled(self._after, edit.keys),
            "turns": sorted(_turn(one) for one in (*_shown(alone), *alone.open)),
            "settled": not alone.gave_up,
        }
        text = json.dumps(said, ensure_ascii=True, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:FINGERPRINT]

    def _place(self, change: Change) -> list[Any]:
        """Return how a place changed of which nothing else did."""
        cited = (None if one is None else one.citation for one in (change.old, change.new))
        return [*(one.value for one in change.how), *cited]

    def _at(self, change: Change) -> str:
        """Return where a change is: its place in the old law, or that around what is new."""
        if change.old is None and change.new is not None:
            return self.names.get(change.new.parent or "", "")
        return self.names.get(change.name, change.name)

    @cached_property
    def _before(self) -> _Side:
        return _Side(bare(self.both.old, self.names, total=True))

    @cached_property
    def _after(self) -> _Side:
        return _Side(bare(self.both.new, self.names, total=True))

    def _spelled(self, side: _Side, keys: Iterable[Key]) -> list[Any]:
        own = ((what, self.names.get(eid, eid), key) for what, eid, key in keys)
        return [side.spelled(one) for one in sorted(own)]


_SAID = (How.REWORDED, How.INSERTED, How.DELETED, How.MEANS_OTHERWISE)


def _names(same: Same, old: ir.Law, new: ir.Law) -> Iterator[tuple[str, str]]:
    """Yield for each element of both laws a name that no other change gives it."""
    for one in new.elements:
        if one.eid in same:
            yield one.eid, same[one.eid]
        else:
            text = " ".join(whole_text(new, one).split())
            yield one.eid, f"+{sha256(text.encode()).hexdigest()[:FINGERPRINT]}"
    known = set(same.values())
    for one in old.elements:
        if one.eid not in known:
            yield name_of_gone(one.eid), one.eid


class _Side:
    """A law whose units are spelled out."""

    def __init__(self, law: ir.Law) -> None:
        self.law = law
        self.units: Mapping[Key, tuple[Any, ...]] = units(law)

    def spelled(self, key: Key) -> list[str]:
        """Return what a unit says, and what that rests on."""
        nodes = self.units.get(key, ())
        parts = tuple(reached(self.law, _expressions(nodes)))
        meanings = {spelled_out(one) for part in parts for one in self._meaning(part)}
        return [*key, *map(spelled_out, nodes), *sorted(meanings)]

    def _meaning(self, part: ir.Expr) -> Iterator[Any]:
        law = self.law
        match part:
            case ir.Concept(key):
                yield from (one for one in law.definitions if one.key == key)
            case ir.Quantity(key):
                yield from (one for one in law.quantities if one.key == key)
            case ir.Parameter(key):
                yield from (one for one in law.parameters if one.key == key)
            case ir.Fact(kind, key):
                declared = (one for one in law.facts if (one.kind, one.key) == (kind, key))
                for one in declared:
                    limits = (one.least, one.most) if one.limited else ()
                    yield one.kind, one.key, one.type, *limits
                yield from (
                    one
                    for one in law.clauses
                    if one.kind == kind and any(lit.key == key for lit in one.literals)
                )
            case ir.Shifted():
                yield "month end up", law.month_end_up


def spelled_out(node: Any) -> str:
    """Return all that a node says, in one way.

    What it leaves at its default is not said: a node may come to be able to say more.
    """
    if is_dataclass(node):
        said = (
            f"{one.name}={spelled_out(value)}"
            for one in fields(node)
            for value in [getattr(node, one.name)]
            if one.compare and (one.default is MISSING or value != one.default)
        )
        return f"{type(node).__name__}({', '.join(said)})"
    if isinstance(node, tuple | list):
        return f"({', '.join(map(spelled_out, node))})"
    return str(node) if isinstance(node, Enum) else repr(node)


def _expressions(nodes: Iterable[Any]) -> Iterator[ir.Expr]:
    for node in nodes:
        match node:
            case ir.Rule():
                yield from of_rule(node)
            case ir.Definition():
                yield node.condition
            case ir.QuantityDefinition():
                yield node.value


def _shown(found: Effects) -> Iterator[Turn]:
    return (turn for turn, _ in found.shown)


def _turn(turn: Turn) -> str:
    return f"{turn.decision.key}: {_outcome(turn.old)} to {_outcome(turn.new)}"


def _outcome(outcome: Outcome) -> str:
    match outcome:
        case Amount() | State():
            return outcome.name
        case Provision():
            return repr(tuple(outcome))
        case _:
            return repr(outcome)
