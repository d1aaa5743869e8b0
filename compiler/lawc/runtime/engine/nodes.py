"""Nodes of reasoning trees as statements, one after the other, and the functions of these.

In a function `n1` is a node, `v1` its truth; `u1` a value that nodes use. What rests on few
values is done in blocks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from lawc.runtime.engine.blocks import Keys, Laid, Remembering, Statement, arranged, laid_out
from lawc.runtime.engine.compiled import function
from lawc.runtime.engine.conditions import Condition, Day, Fact, Line, Paths
from lawc.runtime.engine.few import Few
from lawc.runtime.engine.lists import PLACES, Group, Together
from lawc.runtime.engine.reads import Read, plain
from lawc.runtime.engine.rules import Rule
from lawc.runtime.engine.source import Source, settled
from lawc.runtime.engine.trees import (
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
from lawc.runtime.logic import at_least, spoken_of
from lawc.runtime.reasons import Explanation, FactUsed, Ground, Node, Rests, where
from lawc.runtime.values import Remembered, Truth

Made: TypeAlias = Callable[[Line, Paths], Any]
TRUTHS = 3  # true, false and unknown
_PATH: Any = object()  # the text of a node that is told by the path of the thing
_new = tuple.__new__
_NAMES = {
    "new": _new, "Node": Node, "FactUsed": FactUsed, "Ground": Ground,
    "Explanation": Explanation, "at_least": at_least, "spoken_of": spoken_of,
}  # fmt: skip


class Nodes:
    """Statements that make nodes."""

    def __init__(self) -> None:
        self.source = Source()
        self.applying: dict[Rule, str] = {}  # the names of whether a rule applies
        self.kept: list[str] = []  # what is left in the memory of the case
        self._statements: list[Statement] = []
        self._paths: set[int] = set()
        self._used: dict[tuple[Any, ...], str] = {}
        self._meanings: dict[MeaningTree, tuple[str, str]] = {}
        self._meant: dict[tuple[MeaningTree, Head], tuple[str, str]] = {}
        self._lists: dict[Group, dict[OfMembers, str]] = {}  # made together, beforehand

    def function(self, last: str, wanted: list[str]) -> Made:
        """Return the function that returns `last`, an expression of the names `wanted`."""
        given: dict[str, int | None] = {}
        for of in self._lists.values():
            given |= dict.fromkeys(of.values()) | {f"v{name}": TRUTHS for name in of.values()}
        done = laid_out(arranged(self._statements, given), wanted)
        paths = [f"p{depth} = paths[{depth}]" for depth in sorted(self._paths)]
        lists = [
            f"{', '.join([*of.values(), *(f'v{name}' for name in of.values())])} ="
            f" {self.source.constant(Members(group, tuple(of)).look)}(line, paths)"
            for group, of in self._lists.items()
        ]
        begin = [*self.source.things(), *paths]
        lines = [self._block(one, begin) if isinstance(one, Laid) else one.line for one in done]
        memory = ["memory, me = line[-1].memory, id(line[0])"] if self.kept else []
        whole = [*begin, *memory, *lists, *lines, f"return {last}"]
        return self.made("line, paths", whole)  # type: ignore[no-any-return]

    def made(self, parameters: str, lines: list[str]) -> Any:
        """Return the function of some statements."""
        self.source.constants.update(_NAMES)
        return function(self.source, parameters, lines)

    def _block(self, one: Laid, begin: list[str]) -> str:
        """Return the statement that takes what a block makes, made now or before."""
        names, given = "".join(f"{name}, " for name in one.names), ", ".join(one.given)
        body = [*begin, *one.lines, f"return ({names})"]
        block = Remembering(self.made(f"line, paths, {given}", body))
        known, anew = self.source.constant(block.found.get), self.source.constant(block.anew)
        key = "".join(f"{one}, " for one in one.keys)
        return f"{names}= {known}(q := ({key})) or {anew}(q, line, paths, {given})"

    def put(
        self,
        letter: str,
        text: str,
        uses: Iterable[str] = (),
        reads: Keys | None = None,
        values: int | None = None,
        *,
        dear: bool = False,
    ) -> str:
        """Put something into a name, and return that."""
        name = self.source.name(letter)
        statement = Statement(name, text, tuple(uses), reads, values, dear)
        self._statements.append(statement)
        return name

    def constant(self, found: Any) -> str:
        if found is _PATH:
            return self.path(0)
        return repr(found) if found in ("", 0, ()) else self.source.constant(found)

    def path(self, depth: int) -> str:
        self._paths.add(depth)
        return f"p{depth}"

    def keys(self, few: Few | None) -> Keys | None:
        """Return the expressions of few values, the path of the thing among them."""
        if few is None:
            return None
        found = {self.source.read(one.depth, one.attribute): one.number for one in few.read}
        return found | {self.source.day(name): 1 for name in few.days} | {self.path(0): 1}

    def text(self, condition: Condition, *, truth: bool = True) -> tuple[str, list[str]]:
        """Return an expression of a condition or a value, and the names of decisions in it."""
        self.source.speaks_of.clear()
        piece = self.source.truth(condition) if truth else self.source.piece(condition)
        return piece.text, list(dict.fromkeys(self.source.speaks_of))

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
                nodes = {found: tree.head.node(found) for found in (True, False, None)}
                text = f"{self.source.constant(nodes)}[{truth}]"
                return self.put("n", text, [truth], {}), truth
            case Joined(parts=parts):
                return self.joined(tree.head, [self.node(one) for one in parts])
            case OfMembers(group=Group() as group):
                name = self._lists.setdefault(group, {}).setdefault(tree, self.source.name("n"))
                return name, f"v{name}"
            case OfMeaning(depth=0, meaning=meaning) if meaning.lasting:
                return self._of_meaning(tree.head, meaning)
            case _:
                return self._called(tree.node, None)

    def member(self, tree: Tree) -> tuple[str, str]:
        """Return the names of the node of a member of a list, and of its truth."""
        if tree.few is not None:
            return self._called(partial(_made_member, tree), tree.few)
        head = tree.head._replace(text=_PATH)
        match tree:
            case _ if tree.head.text or tree.head.citation:
                one = self.node(tree)
                return self.joined(Head(_PATH, Rests.ALL, "", 0, "", ""), [one])
            case OfFacts(reads=reads) if all(isinstance(one, Read) for one in reads):
                return self._of_facts(tree, head)
            case Joined(parts=parts):
                return self.joined(head, [self.node(one) for one in parts])
            case _:
                name, truth = self.node(tree)
                text = f"new(Node, ({self.path(0)}, *{name}[1:]))"
                return self.put("n", text, [name], {self.path(0): 1}), truth

    def joined(self, head: Head, parts: list[tuple[str, str]]) -> tuple[str, str]:
        """Return the names of a node that rests on these nodes, and of its truth."""
        nodes, truths = [name for name, _ in parts], [truth for _, truth in parts]
        text = _truth(head, truths)
        truth = text if text.isidentifier() else self.put("v", text, truths, {}, TRUTHS)
        names = "".join(f"{name}, " for name in nodes)
        reads = {self.path(0): 1} if head.text is _PATH else {}
        return self._new(head, truth, reads, nodes, parts=f"({names})"), truth

    def _called(self, make: Made, few: Few | None) -> tuple[str, str]:
        """Return a node that is made by its object; of few values, it is remembered."""
        text, keys = f"{self.source.constant(make)}(line, paths)", self.keys(few)
        name = self.put("n", text, (), keys, dear=True)
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
                used = Remembered(partial(_used_day, day))
                text = f"{self.source.constant(used)}[{self.source.piece(condition).text}]"
                key = (day,)
            case Fact(depth=depth, assumed=None, paths=paths) as fact if read.date:
                value, path = self.source.piece(fact).text, self.source.constant(paths)
                day = f"None if (f := {value}) is None else f.isoformat()"
                text = f"new(FactUsed, ({path}[{self.path(depth)}], {day}, False))"
                key = (depth, read.key)
            case Fact(depth=depth) as fact:
                value, assumed = self.source.piece(fact).text, "False"
                if read.supplied is not None:
                    supplied = self.source.read(depth, fact.attribute)
                    assumed = f"{supplied} is None"
                used_fact = Remembered(partial(_used_fact, read.key, fraction=read.fraction))
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
            told = self.source.constant(partial(_supplied, head, meaning.key))
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
        rests: str = "",
    ) -> str:
        """Return the name of a node of which all is known."""
        made = self.record(head, truth, facts, parts, rests)
        return self.put("n", made, [*uses, truth], reads)

    def record(
        self, head: Head, truth: str, facts: str = "()", parts: str = "()", rests: str = ""
    ) -> str:
        """Return an expression that makes a node."""
        text, own, citation, number, source, remark = map(self.constant, head)
        found = f"{text}, {truth}, {rests or own}, {citation}, {number}, {facts}, {parts}"
        return f"new(Node, ({found}, {source}, {remark}))"


class Members(Together):
    """Some nodes, then the truth of each."""

    __slots__ = ("_empty", "_fold", "_of", "_only", "_row")

    def __init__(self, group: Group, of: tuple[OfMembers, ...]) -> None:
        super().__init__(group)
        self._of = of
        self._row = _of_member(of, only=False)
        self._only = _of_member(of, only=True)
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
        return self._fold(*zip(*rows, strict=True))

    def _without(self, given: tuple[tuple[()] | None, str]) -> tuple[Any, ...]:
        nodes = [one.without(*given) for one in self._of]
        return (*nodes, *[one.truth for one in nodes])


def _of_member(of: tuple[OfMembers, ...], *, only: bool) -> Made:
    """Return what makes, for a member of a list, the node of each part, then their truths.

    Where it is the `only` member, the nodes and truths are those of the list.
    """
    nodes = Nodes()
    found = [nodes.member(one.part) for one in of]
    if only:
        found = [nodes.joined(one.head, [pair]) for one, pair in zip(of, found, strict=True)]
    names = [name for name, _ in found] + [truth for _, truth in found]
    return nodes.function(f"({', '.join(names)}, )", names)


def _of_columns(of: tuple[OfMembers, ...]) -> Callable[..., tuple[Any, ...]]:
    """Return what makes the nodes of a list, then their truths, of those of its members."""
    nodes, lines, places = Nodes(), list[str](), range(len(of))
    for place, one in enumerate(of):
        lines.append(f"v{place} = {_truth_of_all(one.head, f'w{place}')}")
        lines.append(f"n{place} = {nodes.record(one.head, f'v{place}', parts=f'm{place}')}")
    given, truths, made, found = (
        "".join(f"{letter}{place}, " for place in places) for letter in "mwnv"
    )
    fold: Callable[..., tuple[Any, ...]]
    fold = nodes.made(f"{given}{truths}", [*lines, f"return {made}{found}"])
    return fold


def _supplied(head: Head, key: str, path: str, truth: Truth) -> Node:
    fact = FactUsed(where(path, key), truth)
    return head.node(truth, (), (fact,), Rests.ESTABLISHED)


def _made_member(tree: Tree, line: Line, paths: Paths) -> Node:
    return member_node(tree.made(line, paths), paths[0])


def _used_fact(key: str, given: tuple[str, Any, bool], *, fraction: bool) -> FactUsed:
    path, found, missing = given
    return FactUsed(
        where(path, key), plain(found, fraction=fraction), missing and found is not None
    )


def _used_day(key: str, day: date | None) -> FactUsed:
    return FactUsed(key, plain(day, fraction=False))


def _truth_of_all(head: Head, truths: str) -> str:
    """Return an expression of the truth of a node that rests on all members of a list."""
    if head.rests is Rests.EVERY:
        return f"False if False in {truths} else None if None in {truths} else True"
    if head.number == 1:
        return f"True if True in {truths} else None if None in {truths} else False"
    return f"at_least({head.number}, *{truths})"


def _truth(head: Head, truths: list[str]) -> str:
    """Return an expression of the truth of a node that rests on its parts."""
    match head.rests:
        case Rests.ALL | Rests.EVERY | Rests.ANY if len(truths) == 1:
            return truths[0]
        case Rests.SOME | Rests.AT_LEAST if len(truths) == head.number == 1:
            return truths[0]
        case Rests.ALL | Rests.EVERY:
            return settled("False", [f"{one} is False" for one in truths], "True", truths)
        case Rests.NOT:
            return f"True if {truths[0]} is False else False if {truths[0]} else None"
        case Rests.AT_LEAST | Rests.SOME:
            return f"at_least({', '.join([str(head.number), *truths])})"
        case _:
            fails = [f"{one} is False" for one in truths]
            return settled("True", [f"{one} is True" for one in truths], "False", fails)
