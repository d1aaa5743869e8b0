"""Reasoning trees of a case: every ground of each decision, down to the facts.

`lawc.meaning.skeleton` says what the nodes of a tree are. The truth of a node that joins others
follows from them, so that a reader can check each step. A part that rests on few facts with
few values each (truths, choices, provisions) is the same for many persons: it is remembered by
those values, since nodes never change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import starmap
from typing import Any

from lawc.runtime.engine.cases import answer
from lawc.runtime.engine.conditions import Condition, Line, Paths
from lawc.runtime.engine.defined import Defined, Version
from lawc.runtime.engine.few import ROOM, Few, joined, key_of
from lawc.runtime.engine.kinds import Kind
from lawc.runtime.engine.lists import Group
from lawc.runtime.engine.reads import Read, Reading, ReadMembers, plain
from lawc.runtime.engine.rules import Applies, Decision, Rule
from lawc.runtime.logic import NOTHING, all_of, any_of, known
from lawc.runtime.reasons import (
    Cited,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Head,
    Node,
    Rests,
    where,
)
from lawc.runtime.values import Truth

_new = tuple.__new__


# --- nodes ------------------------------------------------------------------------------


class Tree:
    """A node as it is made for each case."""

    __slots__ = ("_known", "few", "head", "key")

    def __init__(self, head: Head, few: Few | None) -> None:
        self.head = head
        self.few = few
        self._known: dict[Any, Node] | None = None if few is None else {}
        self.key = key_of(few or Few())

    def node(self, line: Line, paths: Paths) -> Node:
        """Return the node for the thing that `line` begins with."""
        nodes = self._known
        if nodes is None:
            return self.made(line, paths)
        key = (self.key(line), paths)
        made = nodes.get(key)  # in one step: another thread may clear it
        if made is None:
            if len(nodes) >= ROOM:
                nodes.clear()
            made = nodes[key] = self.made(line, paths)
        return made

    def made(self, line: Line, paths: Paths) -> Node:
        """Return the node, made anew."""
        raise NotImplementedError


class OfFacts(Tree):
    """A condition that rests on facts alone."""

    __slots__ = ("condition", "once", "reads")

    def __init__(self, head: Head, condition: Condition, reads: tuple[Reading, ...]) -> None:
        super().__init__(head, condition.few)
        self.condition = condition
        self.reads = reads
        self.once = all(isinstance(one, Read) for one in reads)

    def made(self, line: Line, paths: Paths) -> Node:
        used = [one for read in self.reads for one in read.used(line, paths)]
        facts = tuple(used if self.once else dict.fromkeys(used))
        return Node(self.head, known(self.condition.value(line)), facts)


class OfRule(Tree):
    """Whether a provision applies; its ground says why."""

    __slots__ = ("rule",)

    def __init__(self, head: Head, rule: Rule) -> None:
        super().__init__(head, None)
        self.rule = rule

    def made(self, line: Line, paths: Paths) -> Node:
        return Node(self.head, self.rule.applies(line))


class Joined(Tree):
    """A node that rests on its parts."""

    __slots__ = ("parts",)

    def __init__(self, head: Head, parts: tuple[Tree, ...]) -> None:
        super().__init__(head, joined([one.few for one in parts]))
        self.parts = parts

    def made(self, line: Line, paths: Paths) -> Node:
        parts = tuple([part.node(line, paths) for part in self.parts])
        return Node(self.head, self.head.follows([part[1] for part in parts]), (), parts)


class OfMembers(Tree):
    """A node that rests on the members of a list; one node for the thing that has the list."""

    __slots__ = ("group", "listed", "made_of", "part")

    def __init__(
        self, head: Head, group: Group | None, listed: ReadMembers, part: Tree
    ) -> None:
        super().__init__(head, None)
        self.group = group
        self.listed = listed
        self.part = part
        self.made_of: Callable[[Line, Paths], Node] = part.node  # or a function made of it

    def made(self, line: Line, paths: Paths) -> Node:
        if self.group is None:
            return Node(self.head, None, tuple(self.listed.used(line, paths)))
        memory, place = line[-1].memory, (self, paths[self.group.depth])
        if place not in memory:
            memory[place] = self._made(self.group, line, paths)
        found: Node = memory[place]
        return found

    def without(self, members: tuple[()] | None, path: str) -> Node:
        """Return the node where there are no members, or where they are not known."""
        truth = None if members is None else self.head.follows(())
        return Node(self.head, truth, (self.listed.number(members, path),))

    def _made(self, group: Group, line: Line, paths: Paths) -> Node:
        members = group.members(line)
        if not members:
            return self.without(members, paths[group.depth])
        parts = tuple(
            [
                member_node(self.made_of(inner, over), over[0])
                for inner, over in group.seen(line, paths)
            ]
        )
        return Node(self.head, self.head.follows([part[1] for part in parts]), (), parts)


def member_node(found: Node, path: str) -> Node:
    """Return the node of a member of a list, of whom `found` is the part."""
    if found.text or found.citation:
        return Node(Head(path, Rests.ALL), found.truth, parts=(found,))
    return found._replace(head=found.head._replace(text=path))


class OfMeaning(Tree):
    """A concept, with what it means; one node for the thing of which it holds."""

    __slots__ = ("depth", "meaning")

    def __init__(self, head: Head, depth: int, meaning: MeaningTree) -> None:
        few = meaning.few
        super().__init__(head, None if few is None else few.above(depth))
        self.depth = depth
        self.meaning = meaning

    def made(self, line: Line, paths: Paths) -> Node:
        found = self.meaning.node(line[self.depth :], paths[self.depth :])
        return Node(self.head._replace(rests=found.rests), *found[1:])


class OfNobody(Tree):
    """A concept of a thing that is not in sight."""

    __slots__ = ()

    def made(self, line: Line, paths: Paths) -> Node:
        return Node(self.head, None)


_MEANT = Head("", Rests.DEFINITION)


def size(tree: Tree) -> int:
    """Return how many nodes a tree has, with what concepts in it mean, lists but once."""
    match tree:
        case Joined(parts=parts):
            return 1 + sum(map(size, parts))
        case OfMeaning(meaning=meaning):
            return 1 + meaning.size
        case _:
            return 1


class MeaningTree:
    """What a concept means, version by version, or that it was supplied."""

    __slots__ = ("defined", "few", "key", "lasting", "made", "size", "versions")

    def __init__(
        self, key: str, defined: Defined, versions: tuple[tuple[Version, Tree], ...]
    ) -> None:
        self.key = key
        self.defined = defined
        self.versions = versions
        # or functions made of them
        self.made: tuple[Callable[[Line, Paths], Node], ...] = tuple(
            tree.node for _, tree in versions
        )
        # whether it has one version that is always in force
        self.lasting = [one.day for one, _ in versions] == [None]
        self.size = sum(size(tree) for _, tree in versions)
        whole = joined([tree.few for _, tree in versions])
        self.few = None if whole is None else defined.few

    def node(self, line: Line, paths: Paths) -> Node:
        """Return the node of the meaning, found once for a thing in a case."""
        memory, place = line[-1].memory, (self, paths[0])
        if place not in memory:
            memory[place] = self._node(line, paths)
        found: Node = memory[place]
        return found

    def _node(self, line: Line, paths: Paths) -> Node:
        supplied = self.defined.read(line[0])
        if supplied is not None:
            fact = FactUsed(where(paths[0], self.key), supplied)
            return Node(Head("", Rests.ESTABLISHED), supplied, (fact,))
        if self.lasting:
            found = self.made[0](line, paths)
            made: Node = _new(Node, (_MEANT, found[1], (), (found,)))
            return made
        parts = tuple(starmap(_version, self._in_force(line, paths)))
        return Node(_MEANT, any_of(*[one.truth for one in parts]), parts=parts)

    def _in_force(self, line: Line, paths: Paths) -> Iterator[tuple[Version, Truth, Node]]:
        for (one, _), made in zip(self.versions, self.made, strict=True):
            now = one.now(line)
            if now is not False:
                yield one, now, made(line, paths)


def _version(version: Version, now: Truth, found: Node) -> Node:
    if now or version.day is None:
        return found
    day = FactUsed(version.day.key, None)
    return found._replace(truth=all_of(found.truth, None), facts=(day, *found.facts))


# --- grounds ----------------------------------------------------------------------------


class GroundTree:
    """A rule as a ground of decisions about things of one kind."""

    __slots__ = ("cited", "condition", "gives", "rule")

    def __init__(
        self,
        rule: Rule,
        cited: Cited,
        condition: Tree,
        fractions: frozenset[str],
    ) -> None:
        self.rule = rule
        self.cited = cited
        self.condition = condition
        self.gives = tuple((one, one.decision in fractions) for one in rule.gives)

    def ground(self, line: Line, paths: Paths) -> Ground | None:
        """Return the ground in a case, None where the rule is not in force."""
        now = self.rule.version.now(line)
        if now is False:
            return None
        by = _displacing(self.rule.by, line)
        node = self.condition.node(line, paths)
        applies = self.rule.applies(line)
        return Ground(self.cited, applies, node, self.gifts(line), by.sure, by.open, now)

    def gifts(self, line: Line) -> tuple[Gift, ...]:
        """Return what the rule gives if it applies."""
        gives = self.rule.gives
        whens = tuple([known(one.when.value(line)) for one in gives if one.when is not None])
        return self.gifts_of((whens, tuple([one.amount.value(line) for one in gives])))

    def gifts_of(self, given: tuple[tuple[Truth, ...], tuple[Any, ...]]) -> tuple[Gift, ...]:
        """Return what it gives where it is known which further conditions hold, and what."""
        further, found = iter(given[0]), list[Gift]()
        for (one, fraction), value in zip(self.gives, given[1], strict=True):
            when = True if one.when is None else next(further)
            if when is not False and value is not NOTHING:
                found.append(Gift(one.decision, plain(value, fraction=fraction), when))
        return tuple(found)


class Grounds:
    """The grounds of what is decided of things of one kind, and the answers."""

    __slots__ = ("decisions", "kind", "made", "trees")

    def __init__(
        self, kind: Kind, decisions: tuple[Decision, ...], trees: tuple[GroundTree, ...]
    ) -> None:
        self.kind = kind
        self.decisions = decisions
        self.trees = trees
        self.made: Callable[[Line, Paths], Explanation] = self._made

    def _made(self, line: Line, paths: Paths) -> Explanation:
        grounds = [one.ground(line, paths) for one in self.trees]
        answers = [answer(one, line, paths) for one in self.decisions]
        return Explanation(paths[0], tuple(answers), in_force(*grounds))


def in_force(*grounds: Ground | None) -> tuple[Ground, ...]:
    """Return the grounds that are in force."""
    return tuple([one for one in grounds if one is not None])


class Displaced:
    """Whether one of some rules applies, the citations of those, and of open ones.

    Functions make one of it for each choice of truths; as a key it stands for them.
    """

    __slots__ = ("open", "sure", "truth")

    def __init__(self, rules: tuple[Rule, ...], truths: tuple[Truth, ...]) -> None:
        pairs = [
            (rule.citation or "", truth) for rule, truth in zip(rules, truths, strict=True)
        ]
        self.sure = tuple(dict.fromkeys(cite for cite, truth in pairs if truth))
        self.open = tuple(dict.fromkeys(cite for cite, truth in pairs if truth is None))
        self.truth: Truth = True if self.sure else None if self.open else False


def _displacing(by: Applies, line: Line) -> Displaced:
    """Return what displaces a rule, found once for a thing."""
    memory, place = line[-1].memory, (by, "displaced", id(line[0]))
    if place not in memory:
        memory[place] = Displaced(by.rules, tuple([rule.applies(line) for rule in by.rules]))
    found: Displaced = memory[place]
    return found


# --- what functions made of trees call --------------------------------------------------


def head_of_path(head: Head, path: str) -> Head:
    """Return the head of a node that is told by a path."""
    return head._replace(text=path)


def node_of_path(node: Node, path: str) -> Node:
    """Return a node told by a path."""
    return node._replace(head=node.head._replace(text=path))


def made_member(tree: Tree, line: Line, paths: Paths) -> Node:
    """Return the node of a member of a list, made anew."""
    return member_node(tree.made(line, paths), paths[0])


def supplied_node(head: Head, key: str, path: str, truth: Truth) -> Node:
    """Return the node of a concept that was supplied."""
    fact = FactUsed(where(path, key), truth)
    return Node(head._replace(rests=Rests.ESTABLISHED), truth, (fact,))


def fact_used(key: str, given: tuple[str, Any, bool], *, fraction: bool) -> FactUsed:
    """Return a fact by the path of the thing, the value, and whether nobody stated it."""
    path, found, unstated = given
    value = plain(found, fraction=fraction)
    return FactUsed(where(path, key), value, unstated and found is not None)


def day_used(key: str, day: date | None) -> FactUsed:
    """Return a day that is decided for."""
    return FactUsed(key, plain(day, fraction=False))
