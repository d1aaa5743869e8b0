"""Reasoning trees of a case: the texts of the law, with the truths of the slots of a thing.

`lawc.meaning.skeleton` says what the nodes of a tree are. The truth of a leaf is that of its
slot; the truth of a node that joins others follows from them, so that a reader can check each
step. A concept has a single node for each thing, and so has a list.
"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from lawc.runtime.engine.amounts import Amounts
from lawc.runtime.engine.amounts import Tree as AmountTree
from lawc.runtime.engine.law import Data, Law, Ref, from_below
from lawc.runtime.engine.reads import Read, ReadDay, Reading, ReadMembers, plain
from lawc.runtime.engine.tables import Table
from lawc.runtime.logic import NOTHING, all_of, any_of
from lawc.runtime.logic import in_force as in_force_on
from lawc.runtime.reasons import (
    Cited,
    FactUsed,
    Gift,
    Ground,
    Head,
    Node,
    Reasons,
    Rests,
    following,
    where,
)
from lawc.runtime.values import Truth

_new = tuple.__new__

# --- nodes -----------------------------------------------------------------------------------


class OfFacts:
    """A condition that rests on facts alone; `once` are its reads that cannot repeat others."""

    __slots__ = ("depth", "head", "number", "once", "reads")

    def __init__(self, head: Head, ref: Ref, reads: tuple[Reading, ...]) -> None:
        self.head = head
        self.depth = ref.depth
        self.number = ref.number
        self.reads = reads
        self.once = tuple([read for read in reads if isinstance(read, Read)])

    def node(self, table: Table) -> Node:
        """Return the node for the thing of a table."""
        own = table.line[self.depth - 1] if self.depth else table.own
        if len(self.once) == len(self.reads):
            facts = tuple([read.fact(table) for read in self.once])
        else:
            facts = tuple(dict.fromkeys([f for read in self.reads for f in read.facts(table)]))
        node: Node = _new(Node, (self.head, own[self.number], facts, ()))
        return node


class OfRule:
    """A provision whose application is a condition; its ground says why it applies."""

    __slots__ = ("head", "ref")

    def __init__(self, head: Head, ref: Ref) -> None:
        self.head = head
        self.ref = ref

    def node(self, table: Table) -> Node:
        """Return the node for the thing of a table."""
        return Node(self.head, table.value(self.ref))


class Joined:
    """A node that rests on its parts."""

    __slots__ = ("head", "least", "parts", "rests")

    def __init__(self, head: Head, parts: tuple[Tree, ...]) -> None:
        self.head = head
        self.rests = head.rests
        self.least = head.number
        self.parts = parts

    def node(self, table: Table) -> Node:
        """Return the node for the thing of a table."""
        parts = tuple([part.node(table) for part in self.parts])
        truth = following(self.rests, self.least, [part[1] for part in parts])
        node: Node = _new(Node, (self.head, truth, (), parts))
        return node


class OfMembers:
    """A node that rests on the members of a list, made once for the thing that has the list."""

    __slots__ = ("head", "listed", "part")

    def __init__(self, head: Head, listed: ReadMembers, part: Tree) -> None:
        self.head = head
        self.listed = listed
        self.part = part

    def node(self, table: Table) -> Node:
        """Return the node for the thing of a table."""
        at = table.up(self.listed.depth)
        key = (at.path, self)
        node = at.memo.nodes.get(key)
        if node is None:
            node = at.memo.nodes[key] = self._node(at)
        return node

    def _node(self, at: Table) -> Node:
        members = at.members(self.listed.kind)
        if not members:
            truth = None if members is None else self.head.follows(())
            return Node(self.head, truth, (self.listed.number(at, members),))
        parts = tuple([_member(self.part.node(member), member.path) for member in members])
        return Node(self.head, self.head.follows([part.truth for part in parts]), (), parts)


def _member(node: Node, path: str) -> Node:
    """Return the node of a member of a list, from that of the condition about it."""
    if node.text or node.citation:
        return Node(Head(path, Rests.ALL), node.truth, parts=(node,))
    return node._replace(head=node.head._replace(text=path))


class OfMeaning:
    """A concept that is a condition, with its meaning."""

    __slots__ = ("depth", "head", "meaning")

    def __init__(self, head: Head, depth: int, meaning: Meaning) -> None:
        self.head = head
        self.depth = depth
        self.meaning = meaning

    def node(self, table: Table) -> Node:
        """Return the node for the thing of a table."""
        node = self.meaning.node(table.up(self.depth))
        if node.rests is not self.head.rests:
            return node._replace(head=self.head._replace(rests=node.rests))
        return Node(self.head, *node[1:])


Tree = OfFacts | OfRule | Joined | OfMembers | OfMeaning


class Meaning:
    """The meaning of a concept by version, or that the case supplies it."""

    __slots__ = ("attribute", "key", "law", "versions")

    def __init__(self, law: Law, key: str, attribute: str) -> None:
        self.law = law
        self.key = key
        self.attribute = attribute
        self.versions: tuple[Tree, ...] = ()

    def node(self, table: Table) -> Node:
        """Return the node of the meaning, made once for a thing."""
        key = (table.path, self)
        node = table.memo.nodes.get(key)
        if node is None:
            node = table.memo.nodes[key] = self._node(table)
        return node

    def _node(self, table: Table) -> Node:
        supplied = getattr(table.thing, self.attribute)
        if supplied is not None:
            fact = FactUsed(where(table.path, self.key), supplied)
            return Node(Head("", Rests.ESTABLISHED), supplied, (fact,))
        parts = []
        for version, tree in zip(self.law.versions[self.key], self.versions, strict=True):
            now = self.in_force(table, version.start, version.end)
            if now is None:
                node, day = tree.node(table), FactUsed(self.law.law_day, None)
                facts = (day, *node.facts)
                parts.append(node._replace(truth=all_of(node.truth, None), facts=facts))
            elif now:
                parts.append(tree.node(table))
        truth = any_of(*[part.truth for part in parts])
        return Node(Head("", Rests.DEFINITION), truth, (), tuple(parts))

    def in_force(self, table: Table, start: date | None, end: date | None) -> Truth:
        """Return whether a version is in force."""
        if start is None and end is None:
            return True
        return in_force_on(day_of(table, self.law), start, end)


def day_of(table: Table, law: Law) -> date | None:
    """Return the day whose law is applied to a case."""
    return table.memo.days[law.law_day]


# --- grounds ---------------------------------------------------------------------------------


class GroundTree:
    """A rule as a ground of decisions about things of one kind, `rise` below its own."""

    __slots__ = ("by", "cited", "condition", "gifts", "law", "rise", "rule")

    def __init__(
        self,
        law: Law,
        place: int,
        rise: int,
        cited: Cited,
        condition: Tree,
        amounts: tuple[AmountTree | None, ...],
        fractions: frozenset[str],
    ) -> None:
        self.law = law
        self.rule = law.rules[place]
        self.rise = rise
        self.cited = cited
        self.condition = condition
        self.gifts = tuple(
            [
                (gives, gives.decision in fractions, amount)
                for gives, amount in zip(self.rule.gives, amounts, strict=True)
            ]
        )
        line = law.kinds[self.rule.kind].line
        rules = [law.rules[by] for by in self.rule.by]
        self.by = tuple(
            [(by.citation or "", from_below(by.applies, line.index(by.kind))) for by in rules]
        )

    def ground(self, table: Table) -> Ground | None:
        """Return the ground in a case, None where the rule is not in force."""
        at = table.up(self.rise) if self.rise else table
        now: Truth = True
        if self.rule.force is not None:
            now = at.value(self.rule.force)
            if now is False:
                return None
        applies: Truth = at.value(self.rule.applies)
        return Ground(self.cited, applies, partial(self._reasons, at, applies), now)

    def _reasons(self, at: Table, applies: Truth) -> Reasons:
        by = [(cite, at.value(ref)) for cite, ref in self.by]
        return Reasons(
            self.condition.node(at),
            self._gifts(at, applies),
            tuple(dict.fromkeys([cite for cite, truth in by if truth])),
            tuple(dict.fromkeys([cite for cite, truth in by if truth is None])),
        )

    def _gifts(self, at: Table, applies: Truth) -> tuple[Gift, ...]:
        gifts = []
        for gives, fraction, tree in self.gifts:
            when = True if gives.when is None else at.value(gives.when)
            value = at.value(gives.value)
            if when is not False and value is not NOTHING:
                amount = None if tree is None or applies is False else tree.amount(at)
                gifts.append(
                    Gift(gives.decision, plain(value, fraction=fraction), when, amount)
                )
        return tuple(gifts)


class Trees:
    """The reasoning trees of a law: the grounds of decisions about things of each kind."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.slots: dict[str, dict[tuple[str, Any], int]] = {
            key: {
                (slot.op, slot.detail): number
                for number, slot in enumerate(kind.slots)
                if slot.op in _READ
            }
            for key, kind in law.kinds.items()
        }
        self.fractions = frozenset(
            key for key, data in law.data["decisions"].items() if data["type"] == "fraction"
        )
        self.meanings: dict[str, Meaning] = {}
        for key, data in law.data["defined"].items():
            if data["what"] == "concept":
                attribute = law.kinds[data["kind"]].attributes[key]
                self.meanings[key] = Meaning(law, key, attribute)
        for key, meaning in self.meanings.items():
            of = law.data["defined"][key]
            meaning.versions = tuple(
                [self.tree(data["means"], of["kind"]) for data in of["versions"]]
            )
        self.amounts = Amounts(law)
        self.conditions = [
            self.tree(data["condition"], data["kind"]) for data in law.data["rules"]
        ]
        self.grounds: dict[str, tuple[GroundTree, ...]] = {
            kind: tuple([self._ground(place, kind, self.conditions[place]) for place in places])
            for kind, places in law.data["grounds"].items()
        }

    def of_rule(self, place: int) -> GroundTree:
        """Return a rule as a ground, seen from a thing of its own kind."""
        return self._ground(place, self.law.rules[place].kind, self.conditions[place])

    def _ground(self, place: int, kind: str, condition: Tree) -> GroundTree:
        data = self.law.data["rules"][place]
        cited = Cited(
            data.get("citation", ""),
            data["text"],
            data.get("source", ""),
            data.get("remark", ""),
        )
        rise = self.law.kinds[kind].line.index(data["kind"])
        amounts = tuple(
            [
                self.amounts.tree(amount[0], data["kind"]) if amount else None
                for *_, amount in [(*gives[:4], gives[4:]) for gives in data["gives"]]
            ]
        )
        return GroundTree(self.law, place, rise, cited, condition, amounts, self.fractions)

    def tree(self, data: Data, kind: str) -> Tree:
        """Return a node of things of `kind`, read from the data of the law."""
        rests = Rests(data["rests"])
        head = Head(
            data.get("text", ""),
            rests,
            data.get("citation", ""),
            data.get("number", 0),
            data.get("source", ""),
            data.get("remark", ""),
            data.get("key", ""),
        )
        match rests:
            case Rests.FACTS:
                reads = tuple([self.read(part, kind) for part in data["reads"]])
                return OfFacts(head, _ref(data["slot"]), reads)
            case Rests.APPLIES:
                rule = self.law.rules[data["place"]]
                rise = self.law.kinds[kind].line.index(rule.kind)
                return OfRule(head, from_below(rule.applies, rise))
            case Rests.DEFINITION:
                of = self.law.data["defined"][data["key"]]["kind"]
                depth = self.law.kinds[kind].line.index(of)
                return OfMeaning(head, depth, self.meanings[data["key"]])
            case Rests.SOME | Rests.EVERY:
                of = data["kind"]
                listed = self.listed(of, kind, ())
                return OfMembers(head, listed, self.tree(data["parts"][0], of))
            case _:
                return Joined(head, tuple([self.tree(part, kind) for part in data["parts"]]))

    def listed(self, of: str, kind: str, within: tuple[Reading, ...]) -> ReadMembers:
        """Return the read of a list of things of the kind `of`."""
        member = self.law.kinds[of]
        depth = self.law.kinds[kind].line.index(member.line[1])
        return ReadMembers(member, depth, within)

    def read(self, data: list[Any], kind: str) -> Reading:
        """Return the read of a value."""
        word = data[0]
        if word == "day":
            return ReadDay(data[1])
        if word == "members":
            return self.listed(
                data[1], kind, tuple([self.read(part, data[1]) for part in data[2]])
            )
        of, key = data[1:]
        op = {"decision": "decided"}.get(word, word)
        ref = Ref(self.law.kinds[kind].line.index(of), self.slots[of][op, key])
        owner = self.law.kinds[of]
        assumed = owner.attributes[key] if word == "fact" and key in owner.assumed else None
        return Read(key, ref, fraction=owner.types[key] == "fraction", assumed=assumed)


_READ = {"fact", "quantity", "concept", "decided"}


def _ref(data: Any) -> Ref:
    return Ref(0, data) if isinstance(data, int) else Ref(*data)
