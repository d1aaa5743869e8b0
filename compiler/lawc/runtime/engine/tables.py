"""A case being decided: a table of slots for each thing in it.

The functions that fill the slots are those of the module `slots` of a package: for each phase
and kind a function `(thing, own, line, days, members)`. `own` are the slots of the thing so
far, to which the function adds; `line` those of the things above, nearest first; `members` the
slots of the members of its lists, by kind, None for a list that is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeAlias

from lawc.runtime.engine.law import Kind
from lawc.runtime.reasons import where

if TYPE_CHECKING:
    from lawc.runtime.amounts import Amount
    from lawc.runtime.completions.forms import Form
    from lawc.runtime.completions.outcomes import Outcome
    from lawc.runtime.engine.forms import Forms
    from lawc.runtime.engine.makings import Making
    from lawc.runtime.engine.settling import Settlement
    from lawc.runtime.reasons import FactUsed
    from lawc.runtime.reasons import Node as TreeNode

Own: TypeAlias = list[Any]
Fill: TypeAlias = Callable[[Any, Own, tuple[Own, ...], Any, Mapping[str, Any]], None]
KindOf: TypeAlias = tuple[str, str, str]  # key, that of the kind above, attribute of the list


class Node:
    """A thing of a case with its slots, and the nodes of the members of its lists by kind.

    `line` are the slots of the things above, `lists` those of the members; None for a list
    that is not known. `forms` and `missing` are worked out of each slot once: its form, and the
    facts that leave it unknown. A node knows no node above it: a case is freed when it is let
    go of.
    """

    __slots__ = ("below", "forms", "kind", "line", "lists", "missing", "own", "thing")

    def __init__(self, kind: str, thing: Any, line: tuple[Own, ...]) -> None:
        self.kind = kind
        self.thing = thing
        self.line = line
        self.own: Own = []
        self.lists: dict[str, list[Own] | None] = {}
        self.below: dict[str, list[Node] | None] = {}
        self.forms: dict[int, Form] = {}
        self.missing: dict[int, tuple[str, ...]] = {}


Of: TypeAlias = tuple[str, str]  # the path of a thing, and a decision about it


class Memo:
    """Answers about a case that are worked out once, by the path of the thing and the question.

    `days` are those that the case is decided for, by key; `nodes` and `amounts` are parts of
    reasoning trees.
    """

    __slots__ = (
        "amounts", "days", "forms", "makings", "needed", "nodes", "outcomes", "settlements",
    )  # fmt: skip

    # A case is freed when it is let go of: nothing in these may lead back to a table.
    def __init__(self) -> None:
        self.amounts: dict[tuple[str, str], Amount] = {}
        self.days: Mapping[str, date | None] = {}
        self.forms: Forms | None = None
        self.makings: dict[Of, Making] = {}
        self.needed: dict[Of, tuple[str, ...]] = {}
        self.nodes: dict[tuple[str, Any], TreeNode] = {}
        self.outcomes: dict[Of, Outcome] = {}
        self.settlements: dict[Of, Settlement] = {}


class Table:
    """A thing of a case, seen with what stands above it (None above the whole case).

    `path` is where it stands in the case, empty for the whole; `facts` are the values of its
    slots as explanations show them.
    """

    __slots__ = (
        "_node", "above", "facts", "forms", "kind", "line", "memo", "missing", "own", "path",
        "thing",
    )  # fmt: skip

    def __init__(self, node: Node, above: Table | None, path: str, memo: Memo) -> None:
        self._node = node
        self.forms = node.forms
        self.missing = node.missing
        self.kind = node.kind
        self.thing = node.thing
        self.own = node.own
        self.line = node.line
        self.above = above
        self.path = path
        self.memo = memo
        self.facts: dict[int, FactUsed] = {}

    def up(self, depth: int) -> Table:
        """Return the table of the thing that stands `depth` above."""
        table = self
        while depth:
            assert table.above is not None, "a slot is seen from below the thing it is of"
            table = table.above
            depth -= 1
        return table

    def value(self, ref: tuple[int, int]) -> Any:
        """Return the value of a slot as it is seen from the thing."""
        depth, number = ref
        return self.line[depth - 1][number] if depth else self.own[number]

    def member(self, kind: str, place: int, field: str) -> Table:
        """Return the member at a place of a list."""
        nodes = self._node.below[kind]
        assert nodes is not None, "a member stands in a list that is known"
        path = f"{where(self.path, field)}[{place}]"
        return Table(nodes[place], self, path, self.memo)

    def members(self, kind: Kind) -> list[Table] | None:
        """Return the members of a list, None if it is not known."""
        nodes = self._node.below[kind.key]
        if nodes is None:
            return None
        path, memo = where(self.path, kind.field), self.memo
        return [Table(node, self, f"{path}[{n}]", memo) for n, node in enumerate(nodes)]


def table_of(slots: ModuleType, thing: Any, days: Any) -> Table:
    """Return the table of a case, with all slots filled by the module of slots of a package."""
    kinds: tuple[KindOf, ...] = slots.KINDS
    whole = Node(kinds[0][0], thing, ())
    nodes = {whole.kind: [whole]}
    for key, above, attribute in kinds[1:]:
        mine: list[Node] = []
        for node in nodes[above]:
            things = getattr(node.thing, attribute)
            if things is None:
                node.lists[key] = node.below[key] = None
                continue
            line = (node.own, *node.line)
            several = [Node(key, member, line) for member in things]
            node.below[key] = several
            node.lists[key] = [member.own for member in several]
            mine += several
        nodes[key] = mine
    phases: tuple[tuple[str, Fill], ...] = slots.PHASES
    for kind, fill in phases:
        for node in nodes[kind]:
            fill(node.thing, node.own, node.line, days, node.lists)
    return Table(whole, None, "", Memo())
