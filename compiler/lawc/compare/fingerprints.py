"""Fingerprints, which name approved changes by all that was looked at, and nothing else.

It binds the words, the logic before and after with every meaning that it rests on spelled out
(terms, quantities, days, assumptions of the vocabulary), and the decisions that this change
alone turns. It binds neither the person shown nor any other change: elements are called by
their places in the old law, or by their words if they are new.
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
        """Return the fingerprint of a change; `alone` has the effects of its edit."""
        content: dict[str, Any] = {
            "act": self.old.act,
            "how": [how.value for how in change.how if how in _OF_WORDS] or self._place(change),
            "at": self._at(change),
            "texts": [" ".join(text.split()) for text in change.texts],
            "before": self._spelled(self._before, edit.keys),
            "after": self._spelled(self._after, edit.keys),
            "turns": sorted(_turn(turn) for turn in (*_shown_turns(alone), *alone.open)),
            "settled": not alone.gave_up,
        }
        text = json.dumps(content, ensure_ascii=True, sort_keys=True)
        return sha256(text.encode()).hexdigest()[:FINGERPRINT]

    def _place(self, change: Change) -> list[Any]:
        """Return the change of a place, for an element that changed in nothing else."""
        cited = (element and element.citation for element in (change.old, change.new))
        return [*(how.value for how in change.how), *cited]

    def _at(self, change: Change) -> str:
        """Return the place of a change in the old law, or that around what is new."""
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
        return [side.spelled(key) for key in sorted(own)]


_OF_WORDS = (How.REWORDED, How.INSERTED, How.DELETED, How.MEANS_OTHERWISE)


def _names(same: Same, old: ir.Law, new: ir.Law) -> Iterator[tuple[str, str]]:
    """Yield for each element of both laws a name that no other change gives it."""
    for element in new.elements:
        if element.eid in same:
            yield element.eid, same[element.eid]
        else:
            text = " ".join(whole_text(new, element).split())
            yield element.eid, f"+{sha256(text.encode()).hexdigest()[:FINGERPRINT]}"
    known = set(same.values())
    for element in old.elements:
        if element.eid not in known:
            yield name_of_gone(element.eid), element.eid


class _Side:
    """A law whose units are spelled out."""

    def __init__(self, law: ir.Law) -> None:
        self.law = law
        self.units: Mapping[Key, tuple[Any, ...]] = units(law)

    def spelled(self, key: Key) -> list[str]:
        """Return the content of a unit, and the meanings that it rests on."""
        nodes = self.units.get(key, ())
        parts = tuple(reached(self.law, _expressions(nodes)))
        meanings = {spelled_out(meaning) for part in parts for meaning in self._meaning(part)}
        return [*key, *map(spelled_out, nodes), *sorted(meanings)]

    def _meaning(self, part: ir.Expr) -> Iterator[Any]:
        law = self.law
        match part:
            case ir.Concept(key):
                yield from (
                    definition for definition in law.definitions if definition.key == key
                )
            case ir.Quantity(key):
                yield from (quantity for quantity in law.quantities if quantity.key == key)
            case ir.Parameter(key):
                yield from (parameter for parameter in law.parameters if parameter.key == key)
            case ir.Fact(kind, key):
                declared = (fact for fact in law.facts if (fact.kind, fact.key) == (kind, key))
                for fact in declared:
                    limits = (fact.least, fact.most) if fact.limited else ()
                    yield fact.kind, fact.key, fact.type, *limits
                yield from (
                    clause
                    for clause in law.clauses
                    if clause.kind == kind and any(lit.key == key for lit in clause.literals)
                )
            case ir.Shifted() | ir.MonthsBetween():
                yield "month end up", law.month_end_up


def spelled_out(node: Any) -> str:
    """Return the whole content of a node as text.

    Fields at their default are left out, so that nodes may get new fields.
    """
    if is_dataclass(node):
        pairs = (
            f"{field.name}={spelled_out(value)}"
            for field in fields(node)
            for value in [getattr(node, field.name)]
            if field.compare and (field.default is MISSING or value != field.default)
        )
        return f"{type(node).__name__}({', '.join(pairs)})"
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


def _shown_turns(effects: Effects) -> Iterator[Turn]:
    return (turn for turn, _ in effects.shown)


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
