"""Reasoning trees as functions: all grounds of a kind in one, node after node.

In a function `n1` is a node, `v1` its truth; `a1` whether a rule applies, `d1` the citations of
the rules that displace some rule, and of those that may.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from graphlib import TopologicalSorter
from typing import Any, TypeAlias

from lawc.runtime.engine.compiled import function, within
from lawc.runtime.engine.conditions import Condition, Day, Fact, Line, Literal, Paths
from lawc.runtime.engine.few import Few
from lawc.runtime.engine.lists import Group, Together
from lawc.runtime.engine.reads import WRITTEN, Read, plain
from lawc.runtime.engine.rules import Applies, Decided, Decision, Rule
from lawc.runtime.engine.source import Source, named, settled
from lawc.runtime.engine.trees import (
    Grounds,
    GroundTree,
    Head,
    Joined,
    MeaningTree,
    OfFacts,
    OfMeaning,
    OfMembers,
    OfRule,
    Tree,
    member_node,
)
from lawc.runtime.logic import at_least
from lawc.runtime.reasons import FactUsed, Ground, Node, Rests
from lawc.runtime.values import Remembered, Truth

_Made: TypeAlias = Callable[[Line, Paths], Any]
_new = tuple.__new__


_ROOM = 20_000  # nodes that one function remembers


def compile_trees(
    grounds: Iterable[tuple[Grounds, tuple[Decision, ...]]], meanings: Iterable[MeaningTree]
) -> None:
    """Make functions of all grounds, and of the trees that these ask for by themselves."""
    waiting: list[Tree] = []
    for of_kind, decisions in grounds:
        waiting += [one.condition for one in of_kind.trees]
        of_kind.made = _of_grounds(of_kind.trees, decisions)
    for meaning in meanings:
        trees = [tree for _, tree in meaning.versions]
        waiting += trees
        meaning.made = tuple(map(_of_tree, trees))
    while waiting:
        one = waiting.pop()
        if isinstance(one, Joined):
            waiting += one.parts
        if isinstance(one, OfMembers):
            waiting.append(one.part)
            one.made_of = _of_tree(one.part)


def _of_tree(tree: Tree) -> _Made:
    """Return what makes the node of a tree."""
    nodes = _Nodes()
    name, _ = nodes.node(tree)
    return nodes.function(f"return {name}")


def _of_grounds(trees: tuple[GroundTree, ...], decisions: tuple[Decision, ...]) -> _Made:
    """Return what makes the grounds of what is decided of things of a kind.

    Whether a rule applies comes before what the rules give: a value may rest on a decision that
    rests on the rule itself, as where it displaces what it gives a multiple of.
    """
    nodes = _Nodes()
    by_rule = {one.rule: one for one in trees}
    order: dict[Rule | Decision, list[Rule | Decision]] = {
        **{one.rule: _rests_on(one) for one in trees},
        **{one: [*one.every, *_spoken_of(one)] for one in decisions},
    }
    for one in TopologicalSorter(order).static_order():
        if isinstance(one, Decision):
            nodes.decision(one)
        elif one in by_rule:
            nodes.condition(by_rule[one])
        else:
            nodes.applies(one)
    found = "".join(f"{nodes.ground(one)}, " for one in trees)
    return nodes.function(f"return ({found})")


def _rests_on(ground: GroundTree) -> list[Rule | Decision]:
    """Return what comes before a rule: what its condition asks of it is known then."""
    rule = ground.rule
    found: list[Rule | Decision] = [*rule.by.rules, *_asked(ground.condition)]
    return found + _decided(rule.version.part.condition)


def _spoken_of(decision: Decision) -> list[Rule | Decision]:
    """Return the decisions that what is given one speaks of."""
    asked = [part for one in decision.givings for part in (one.amount, one.when) if part]
    return [one for part in asked for one in _decided(part.condition)]


def _decided(condition: Condition) -> list[Rule | Decision]:
    """Return the decisions about the same thing that a condition speaks of."""
    parts = within(condition)
    return [one.decision for one in parts if isinstance(one, Decided) and not one.depth]


def _asked(tree: Tree) -> Iterator[Rule]:
    match tree:
        case OfRule(rule=rule):
            yield rule
        case Joined(parts=parts):
            for part in parts:
                yield from _asked(part)


class _Members(Together):
    """Some nodes, then the truth of each."""

    __slots__ = ("_of", "_row")

    def __init__(self, group: Group, of: tuple[OfMembers, ...]) -> None:
        super().__init__(group)
        self._of = of
        self._row = _of_member(of)

    def found(self, line: Line, paths: Paths) -> tuple[Any, ...]:
        if not self.group.members(line):
            nodes = [one.made(line, paths) for one in self._of]
            return (*nodes, *[one.truth for one in nodes])
        rows = [self._row(*one) for one in self.group.seen(line, paths)]
        columns = list(zip(*rows, strict=True))
        parts, truths = columns[: len(self._of)], columns[len(self._of) :]
        found = [one.head.follows(of) for one, of in zip(self._of, truths, strict=True)]
        nodes = [
            one.head.node(truth, of)
            for one, truth, of in zip(self._of, found, parts, strict=True)
        ]
        return (*nodes, *found)


def _of_member(of: tuple[OfMembers, ...]) -> _Made:
    """Return what makes, for a member of a list, the node of each part, then their truths."""
    nodes = _Nodes()
    found = [nodes.member(one.part) for one in of]
    made, truths = ("".join(f"{pair[at]}, " for pair in found) for at in (0, 1))
    return nodes.function(f"return ({made}{truths})")


class _Nodes:
    """Statements that make nodes, one after the other."""

    def __init__(self) -> None:
        self.source = Source()
        self._lines: list[str] = []
        self._paths: set[int] = set()
        self._known: dict[Any, Node] = {}
        self._units = 0  # those that are remembered
        self._applying: dict[Rule, str] = {}
        self._conditions: dict[Rule, str] = {}
        self._meanings: dict[MeaningTree, str] = {}
        self._lists: dict[Group, dict[OfMembers, str]] = {}  # made together, beforehand
        self._displacing: dict[Applies, str] = {}

    def function(self, *last: str) -> _Made:
        """Return the function of the statements so far and the `last`."""
        names = {"new": _new, "Node": Node, "FactUsed": FactUsed, "Ground": Ground}
        names |= {"at_least": at_least, "date": date, "day": WRITTEN}
        self.source.constants.update(names, known_=self._known)
        paths = [f"p{depth} = paths[{depth}]" for depth in sorted(self._paths)]
        lists = [
            f"{', '.join([*of.values(), *(f'v{name}' for name in of.values())])} ="
            f" {self.source.constant(_Members(group, tuple(of)).look)}(line, paths)"
            for group, of in self._lists.items()
        ]
        lines = [*self.source.things(), *paths, *lists, *self._lines, *last]
        made: _Made = function(self.source, "line, paths", lines)
        return made

    def _line(self, letter: str, text: str) -> str:
        """Put something into a name, and return that."""
        name = self.source.name(letter)
        self._lines.append(f"{name} = {text}")
        return name

    def _constant(self, found: Any) -> str:
        return repr(found) if found in ("", 0, ()) else self.source.constant(found)

    def _path(self, depth: int) -> str:
        self._paths.add(depth)
        return f"p{depth}"

    # --- nodes ---

    def node(self, tree: Tree) -> tuple[str, str]:
        """Return the names of a node and of its truth."""
        if tree.few is not None:
            return self._remembered(tree.few, tree.made)
        match tree:
            case OfFacts(reads=reads) if all(isinstance(one, Read) for one in reads):
                return self._of_facts(tree)
            case OfRule(rule=rule) if rule in self._applying:
                truth = self._applying[rule]
                nodes = {found: tree.head.node(found) for found in (True, False, None)}
                return self._line("n", f"{self.source.constant(nodes)}[{truth}]"), truth
            case Joined(parts=parts):
                return self._joined(tree.head, parts)
            case OfMembers(group=Group() as group):
                name = self._lists.setdefault(group, {}).setdefault(tree, self.source.name("n"))
                return name, f"v{name}"
            case OfMeaning(depth=0, meaning=meaning):
                return self._meant(tree.head, meaning)
            case _:
                name = self._line("n", f"{self.source.constant(tree.node)}(line, paths)")
                return name, self._line("v", f"{name}[1]")

    def member(self, tree: Tree) -> tuple[str, str]:
        """Return the names of the node of a member of a list, and of its truth."""
        if tree.few is not None:
            return self._remembered(tree.few, partial(_made_member, tree))
        name, truth = self.node(tree)
        member = self.source.constant(member_node)
        return self._line("n", f"{member}({name}, {self._path(0)})"), truth

    def _remembered(self, few: Few, make: _Made) -> tuple[str, str]:
        """Return a node that is found by the few values that it rests on."""
        self._units += 1
        read = [self.source.read(depth, name) for depth, name in sorted(few.read)]
        days = [f"line[-1].days.{named(name)}" for name in sorted(few.days)]
        key = ", ".join([str(self._units), self._path(0), *read, *days])
        anew = self.source.constant(partial(self._kept, make))
        name = self._line("n", f"known_.get(q := ({key})) or {anew}(q, line, paths)")
        return name, self._line("v", f"{name}[1]")

    def _kept(self, make: _Made, key: Any, line: Line, paths: Paths) -> Node:
        if len(self._known) >= _ROOM:
            self._known.clear()
        made: Node = make(line, paths)
        self._known[key] = made
        return made

    def _of_facts(self, tree: OfFacts) -> tuple[str, str]:
        truth = self._line("v", self.source.truth(tree.condition).text)
        facts = "".join(f"{self._used(one)}, " for one in tree.reads if isinstance(one, Read))
        return self._new(tree.head, truth, facts=f"({facts})"), truth

    def _used(self, read: Read) -> str:
        """Return an expression of a value that is used, with its path."""
        match read.condition:
            case Day() as day:
                used = Remembered(partial(_used_day, day.key))
                return f"{self.source.constant(used)}[{self.source.piece(day).text}]"
            case Fact(depth=depth, paths=paths) as fact:
                value = self._line("f", self.source.piece(fact).text)
                said = self.source.constant(partial(plain, fraction=read.fraction))
                assumed = "False"
                if read.supplied is not None:
                    supplied = self.source.read(depth, fact.attribute)
                    assumed = f"{value} is not None and {supplied} is None"
                path = f"{self.source.constant(paths)}[{self._path(depth)}]"
                shown = f"day[{value}] if {value}.__class__ is date else {said}({value})"
                return f"new(FactUsed, ({path}, {shown}, {assumed}))"
            case _:
                return f"{self.source.constant(read.one)}(line, paths)"

    def _joined(self, head: Head, parts: tuple[Tree, ...]) -> tuple[str, str]:
        nodes = [self.node(one) for one in parts]
        truth = self._line("v", _truth(head, [truth for _, truth in nodes]))
        names = "".join(f"{name}, " for name, _ in nodes)
        return self._new(head, truth, parts=f"({names})"), truth

    def _meant(self, head: Head, meaning: MeaningTree) -> tuple[str, str]:
        """Return the node of a concept; what it means is made once."""
        if meaning not in self._meanings:
            made = self.source.constant(meaning.node)
            self._meanings[meaning] = self._line("n", f"{made}(line, paths)")
        found = self._meanings[meaning]
        truth = self._line("v", f"{found}[1]")
        return self._new(head, truth, f"{found}[5]", f"{found}[6]", rests=f"{found}[2]"), truth

    def _new(
        self, head: Head, truth: str, facts: str = "()", parts: str = "()", rests: str = ""
    ) -> str:
        text, own, citation, number, source, remark = map(self._constant, head)
        found = f"{text}, {truth}, {rests or own}, {citation}, {number}, {facts}, {parts}"
        return self._line("n", f"new(Node, ({found}, {source}, {remark}))")

    # --- grounds ---

    def condition(self, tree: GroundTree) -> None:
        """Write the node of the condition of a rule, and whether the rule applies."""
        rule = tree.rule
        if rule.version.day is not None:
            self.applies(rule)
            return
        self._conditions[rule], holds = self.node(tree.condition)
        by, _, _ = self._displaced(rule.by)
        truth = f"{holds} if {holds} is False or {by} is False else False if {by} else None"
        self._applying[rule] = self._line("a", truth if by else holds)

    def ground(self, tree: GroundTree) -> str:
        """Return the name of a ground; None where it is not in force."""
        rule = tree.rule
        if rule.version.day is not None:
            return self._line("g", f"{self.source.constant(tree.ground)}(line, paths)")
        _, sure, open_ = self._displaced(rule.by)
        citation, text, source, remark = map(self._constant, tree.cited)
        gifts, applies, node = self._gifts(tree), self._applying[rule], self._conditions[rule]
        found = f"{citation}, {text}, {applies}, {node}, {gifts}, {sure}, {open_}"
        return self._line("g", f"new(Ground, ({found}, {source}, {remark}, True))")

    def _gifts(self, tree: GroundTree) -> str:
        """Return an expression of what a rule gives; of values the law says, by truths."""
        if not all(isinstance(one.amount.condition, Literal) for one in tree.rule.gives):
            return f"{self.source.constant(tree.gifts)}(line)"
        further = [one.when for one in tree.rule.gives if one.when is not None]
        if not further:
            return self._constant(tree.gifts_by(()))
        truths = "".join(f"{self.source.truth(one.condition).text}, " for one in further)
        return f"{self.source.constant(Remembered(tree.gifts_by))}[({truths})]"

    def applies(self, rule: Rule) -> None:
        """Write whether a rule applies that the objects know of."""
        found = f"{self.source.constant(rule.applies)}(line)"
        self._applying[rule] = self._line("a", found)

    def _displaced(self, by: Applies) -> tuple[str, str, str]:
        """Return the names of whether a rule is displaced, by what, and by what perhaps."""
        if not by.rules:
            return "", "()", "()"
        if by not in self._displacing:
            truths = "".join(f"{self._applying[rule]}, " for rule in by.rules)
            cited = Remembered(partial(_displacing, by.rules))
            name = self._line("d", f"{self.source.constant(cited)}[({truths})]")
            self._displacing[by] = name
        name = self._displacing[by]
        return f"{name}[0]", f"{name}[1]", f"{name}[2]"

    def decision(self, decision: Decision) -> None:
        """Leave in the memory of the case what comes of the rules for a decision."""
        truths = "".join(f"{self._applying[rule]}, " for rule in decision.every)
        self._lines.append(f"{self.source.constant(decision.judge)}(line, ({truths}))")


def _displacing(
    rules: tuple[Rule, ...], truths: tuple[Truth, ...]
) -> tuple[Truth, tuple[str, ...], tuple[str, ...]]:
    """Return whether one of some rules applies, the citations of those, and of open ones."""
    pairs = list(zip(rules, truths, strict=True))
    sure = tuple(dict.fromkeys(rule.citation or "" for rule, truth in pairs if truth))
    open_ = tuple(dict.fromkeys(rule.citation or "" for rule, truth in pairs if truth is None))
    return True if sure else None if open_ else False, sure, open_


def _made_member(tree: Tree, line: Line, paths: Paths) -> Node:
    return member_node(tree.made(line, paths), paths[0])


def _used_day(key: str, day: date | None) -> FactUsed:
    return FactUsed(key, plain(day, fraction=False))


def _truth(head: Head, truths: list[str]) -> str:
    """Return an expression of the truth of a node that rests on its parts."""
    match head.rests:
        case Rests.ALL | Rests.EVERY:
            return settled("False", [f"{one} is False" for one in truths], "True", truths)
        case Rests.NOT:
            return f"True if {truths[0]} is False else False if {truths[0]} else None"
        case Rests.AT_LEAST | Rests.SOME:
            return f"at_least({', '.join([str(head.number), *truths])})"
        case _:
            fails = [f"{one} is False" for one in truths]
            return settled("True", [f"{one} is True" for one in truths], "False", fails)
