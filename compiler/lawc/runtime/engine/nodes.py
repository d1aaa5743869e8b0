"""Nodes of reasoning trees as statements.

In a function `n1` is a node, `v1` its truth; `u1` a value that nodes use.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from lawc.runtime.engine.blocks import Given, Keys
from lawc.runtime.engine.conditions import Day, Fact, Line, Paths
from lawc.runtime.engine.few import Few
from lawc.runtime.engine.lists import PLACES, Group, Together
from lawc.runtime.engine.reads import Read
from lawc.runtime.engine.rules import Rule
from lawc.runtime.engine.source import joined_truth, truth_of_all
from lawc.runtime.engine.statements import Before, Maker, Statements
from lawc.runtime.engine.trees import (
    Joined,
    MeaningTree,
    OfFacts,
    OfMeaning,
    OfMembers,
    OfRule,
    Tree,
    day_used,
    fact_used,
    head_of_path,
    made_member,
    node_of_path,
    supplied_node,
)
from lawc.runtime.reasons import Head, Node, Rests
from lawc.runtime.values import Remembered

TRUTHS = 3  # true, false and unknown
_INLINE = 150  # nodes of a concept that stand in the function that asks for it, at most
_PATH: Any = object()  # the text of a node that is told by the path of the thing


class Nodes(Statements):
    """Statements that make nodes."""

    def __init__(self) -> None:
        super().__init__()
        self.applying: dict[Rule, str] = {}  # the names of whether a rule applies
        self._used: dict[tuple[Any, ...], str] = {}
        self._meanings: dict[MeaningTree, tuple[str, str]] = {}
        self._meant: dict[tuple[MeaningTree, Head], tuple[str, str]] = {}
        self._lists: dict[Group, dict[OfMembers, str]] = {}  # made together, beforehand

    def before(self) -> Before:
        lines, given, every = list[str](), dict[str, Given](), list[str]()
        above = list[str]()
        for group, of in self._lists.items():
            members = Members(group, tuple(of))
            shelves = [self.source.name("h_") for _ in range(members.shelves)]
            for name, slot in zip(of.values(), members.slots, strict=True):
                rests = None if slot is None else {shelves[slot]: 1}
                given |= {name: Given(None, rests), f"v{name}": Given(TRUTHS, rests)}
            names = [*of.values(), *(f"v{name}" for name in of.values())]
            look = self.source.constant(members.look)
            lines.append(f"{', '.join([*names, *shelves])}, = {look}(line, paths)")
            every += shelves
            above += names if group.depth else []
        return Before(lines, given, frozenset(every), above)

    # --- nodes ---

    def node(self, tree: Tree) -> tuple[str, str]:
        """Return the names of a node and of its truth."""
        if tree.few is not None:
            return self._called(tree.node, tree.few)
        match tree:
            case OfFacts(reads=reads) if all(isinstance(one, Read) for one in reads):
                return self._of_facts(tree, tree.head)
            case OfRule(rule=rule) if rule in self.applying:
                truth = self.applying[rule]
                nodes = {found: Node(tree.head, found) for found in (True, False, None)}
                text = f"{self.source.constant(nodes)}[{truth}]"
                return self.put("n", text, [truth], {}), truth
            case Joined(parts=parts):
                return self.joined(tree.head, [self.node(one) for one in parts])
            case OfMembers(group=Group() as group):
                name = self._lists.setdefault(group, {}).setdefault(tree, self.source.name("n"))
                return name, f"v{name}"
            case OfMeaning(depth=0, meaning=meaning) if (
                meaning.lasting and meaning.size <= _INLINE
            ):
                return self._of_meaning(tree.head, meaning)
            case _:
                return self._called(tree.node, None)

    def member(self, tree: Tree) -> tuple[str, str]:
        """Return the names of the node of a member of a list, and of its truth."""
        if tree.few is not None:
            by_path = {self.path(0): 1}
            return self._called(partial(made_member, tree), tree.few, by_path)
        head = tree.head._replace(text=_PATH)
        match tree:
            case _ if tree.head.text or tree.head.citation:
                one = self.node(tree)
                return self.joined(Head(_PATH, Rests.ALL), [one])
            case OfFacts(reads=reads) if all(isinstance(one, Read) for one in reads):
                return self._of_facts(tree, head)
            case Joined(parts=parts):
                return self.joined(head, [self.node(one) for one in parts])
            case _:
                name, truth = self.node(tree)
                text = f"{self.source.constant(node_of_path)}({name}, {self.path(0)})"
                return self.put("n", text, [name], {self.path(0): 1}), truth

    def joined(self, head: Head, parts: list[tuple[str, str]]) -> tuple[str, str]:
        """Return the names of a node that rests on these nodes, and of its truth."""
        nodes, truths = [name for name, _ in parts], [truth for _, truth in parts]
        text = joined_truth(head, truths)
        truth = text if text.isidentifier() else self.put("v", text, truths, {}, TRUTHS)
        names = "".join(f"{name}, " for name in nodes)
        reads = {self.path(0): 1} if head.text is _PATH else {}
        return self._new(head, truth, reads, nodes, parts=f"({names})"), truth

    def _called(
        self, make: Maker, few: Few | None, further: Keys | None = None
    ) -> tuple[str, str]:
        """Return a node that is made by its object; of few values, it is remembered."""
        text, keys = f"{self.source.constant(make)}(line, paths)", self.keys(few)
        reads = None if keys is None else {**keys, **(further or {})}
        name = self.put("n", text, (), reads, dear=True)
        return name, self.put("v", f"{name}[1]", [name], {}, TRUTHS)

    def _of_facts(self, tree: OfFacts, head: Head) -> tuple[str, str]:
        text, spoken_of = self.text(tree.condition)
        truth = self.put("v", text, spoken_of, values=TRUTHS)
        used = [self._value(one) for one in tree.reads if isinstance(one, Read)]
        facts = "".join(f"{name}, " for name in used)
        return self._new(head, truth, None, used, facts=f"({facts})"), truth

    def _value(self, read: Read) -> str:
        """Return the name of a value that is used, with its path."""
        key: tuple[Any, ...]
        match read.condition:
            case Day(key=day) as condition:
                used = Remembered(partial(day_used, day))
                text = f"{self.source.constant(used)}[{self.source.piece(condition).text}]"
                key = (day,)
            case Fact(depth=depth, assumed=None, paths=paths) as fact if read.date:
                value, path = self.source.piece(fact).text, self.source.constant(paths)
                day = f"None if (f := {value}) is None else day[f]"
                text = f"new(FactUsed, ({path}[{self.path(depth)}], {day}, False))"
                key = (depth, read.key)
            case Fact(depth=depth) as fact:
                value, assumed = self.source.piece(fact).text, "False"
                if read.supplied is not None:
                    supplied = self.source.read(depth, fact.attribute)
                    assumed = f"{supplied} is None"
                used_fact = Remembered(partial(fact_used, read.key, fraction=read.fraction))
                text = (
                    f"{self.source.constant(used_fact)}[{self.path(depth)}, {value}, {assumed}]"
                )
                key = (depth, read.key)
            case _:
                text, key = f"{self.source.constant(read.one)}(line, paths)", (read,)
        if key not in self._used:
            self._used[key] = self.put("u", text)
        return self._used[key]

    def _of_meaning(self, head: Head, meaning: MeaningTree) -> tuple[str, str]:
        """Return the node of a concept of the thing: what it means, unless it was supplied."""
        if (meaning, head) not in self._meant:
            supplied = self.source.read(0, meaning.defined.attribute)
            if meaning not in self._meanings:
                ((_, tree),) = meaning.versions
                inner, holds = self.node(tree)
                reads = {supplied: 1}
                text = f"{holds} if {supplied} is None else {supplied}"
                truth = self.put("v", text, [holds], reads, TRUTHS)
                self._meanings[meaning] = inner, truth
            inner, truth = self._meanings[meaning]
            told = self.source.constant(partial(supplied_node, head, meaning.key))
            text = (
                f"{self.record(head, truth, parts=f'({inner}, )')} if {supplied} is None"
                f" else {told}({self.path(0)}, {supplied})"
            )
            reads = {supplied: 1, self.path(0): 1}
            self._meant[meaning, head] = self.put("n", text, [inner, truth], reads), truth
        return self._meant[meaning, head]

    def _new(
        self,
        head: Head,
        truth: str,
        reads: Keys | None,
        uses: list[str],
        facts: str = "()",
        parts: str = "()",
    ) -> str:
        """Return the name of a node of which all is known."""
        return self.put("n", self.record(head, truth, facts, parts), [*uses, truth], reads)

    def record(self, head: Head, truth: str, facts: str = "()", parts: str = "()") -> str:
        """Return an expression that makes a node."""
        if head.text is _PATH:
            of_path = Remembered(partial(head_of_path, head))
            told = f"{self.source.constant(of_path)}[{self.path(0)}]"
        else:
            told = self.source.constant(head)
        return f"new(Node, ({told}, {truth}, {facts}, {parts}))"


class Members(Together):
    """Some nodes, the truth of each, then shelves; `slots` says which shelf each node has."""

    __slots__ = ("_empty", "_fold", "_of", "_only", "_row", "shelves", "slots")

    def __init__(self, group: Group, of: tuple[OfMembers, ...]) -> None:
        super().__init__(group)
        self._of = of
        self._row, _ = _of_member(of, only=False)
        self._only, self.slots = _of_member(of, only=True)
        self.shelves = len({slot for slot in self.slots if slot is not None})
        self._fold = _of_columns(of)
        self._empty = Remembered(self._without)

    def found(self, line: Line, paths: Paths) -> tuple[Any, ...]:
        group, depth = self.group, self.group.depth
        members = group.read(line[depth])
        if not members:
            return self._empty[members, paths[depth]]
        if len(members) == 1:  # as most have
            (place,) = PLACES[paths[depth], group.key, 1]
            return self._only((*members, *line[depth:]), (place, *paths[depth:]))  # type: ignore[no-any-return]
        rows = [self._row(*one) for one in group.seen(line, paths)]
        return (*self._fold(*zip(*rows, strict=True)), *self._shelved())

    def _without(self, given: tuple[tuple[()] | None, str]) -> tuple[Any, ...]:
        nodes = [one.without(*given) for one in self._of]
        return (*nodes, *[one.truth for one in nodes], *self._shelved())

    def _shelved(self) -> list[dict[Any, Any]]:
        """Return one shelf in all places: it is for all nodes that are found at once."""
        return [{}] * self.shelves


def _of_member(of: tuple[OfMembers, ...], *, only: bool) -> tuple[Maker, list[int | None]]:
    """Return what makes, for a member of a list, the node of each part, then their truths.

    Where it is the `only` member, the nodes and truths are those of the list, and shelves come
    last; which of them each node has is returned as well.
    """
    nodes = Nodes()
    found = [nodes.member(one.part) for one in of]
    if only:
        found = [nodes.joined(one.head, [pair]) for one, pair in zip(of, found, strict=True)]
    records, truths = [name for name, _ in found], [truth for _, truth in found]
    if only:
        return nodes.shelved(records, truths)
    names = [*records, *truths]
    return nodes.function(f"({', '.join(names)}, )", names), []


def _of_columns(of: tuple[OfMembers, ...]) -> Callable[..., tuple[Any, ...]]:
    """Return what makes the nodes of a list, then their truths, of those of its members."""
    nodes, lines, places = Nodes(), list[str](), range(len(of))
    for place, one in enumerate(of):
        lines.append(f"v{place} = {truth_of_all(one.head, f'w{place}')}")
        lines.append(f"n{place} = {nodes.record(one.head, f'v{place}', parts=f'm{place}')}")
    given, truths, made, found = (
        "".join(f"{letter}{place}, " for place in places) for letter in "mwnv"
    )
    fold: Callable[..., tuple[Any, ...]]
    fold = nodes.made(f"{given}{truths}", [*lines, f"return {made}{found}"])
    return fold
