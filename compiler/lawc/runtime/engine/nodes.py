"""Nodes of reasoning trees as statements, one after the other, and the functions of these.

In a function `n1` is a node, `v1` its truth; `u1` a value that nodes use. What rests on few
values is done in blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from itertools import count
from typing import Any, TypeAlias

from lawc.runtime.engine.blocks import (
    Arranged,
    Given,
    Keys,
    Laid,
    Remembering,
    Statement,
    Within,
    arranged,
    laid_out,
    shelf_of,
)
from lawc.runtime.engine.compiled import function
from lawc.runtime.engine.conditions import Condition, Day, Fact, Line, Paths
from lawc.runtime.engine.few import Few
from lawc.runtime.engine.lists import PLACES, Group, Together
from lawc.runtime.engine.reads import WRITTEN, Read
from lawc.runtime.engine.rules import Rule
from lawc.runtime.engine.source import Source, joined_truth, truth_of_all
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
from lawc.runtime.logic import at_least, spoken_of
from lawc.runtime.reasons import Explanation, FactUsed, Ground, Head, Node, Rests
from lawc.runtime.values import Remembered

Made: TypeAlias = Callable[[Line, Paths], Any]
TRUTHS = 3  # true, false and unknown
_MANY = 6  # records of the things above that are rather made once for a case
_OWN = re.compile(r"\b(?:t0|p0|line|paths|memory)\b")  # what is of the very thing
_NUMBERS = count()  # of what is kept on shelves
_PATH: Any = object()  # the text of a node that is told by the path of the thing
_new = tuple.__new__
_NAMES = {
    "new": _new, "Node": Node, "FactUsed": FactUsed, "Ground": Ground,
    "Explanation": Explanation, "at_least": at_least, "spoken_of": spoken_of,
    "day": WRITTEN,
}  # fmt: skip


class Nodes:
    """Statements that make nodes."""

    def __init__(self) -> None:
        self.source = Source()
        self.applying: dict[Rule, str] = {}  # the names of whether a rule applies
        self.kept: list[str] = []  # what is left in the memory of the case
        self.remembers = False  # whether anything is
        self._statements: list[Statement] = []
        self._paths: set[int] = set()
        self._used: dict[tuple[Any, ...], str] = {}
        self._meanings: dict[MeaningTree, tuple[str, str]] = {}
        self._meant: dict[tuple[MeaningTree, Head], tuple[str, str]] = {}
        self._lists: dict[Group, dict[OfMembers, str]] = {}  # made together, beforehand

    def function(self, last: str, wanted: list[str]) -> Made:
        """Return the function that returns `last`, an expression of the names `wanted`."""
        begin, found = self._arranged(wanted)
        return self._laid_out(found, begin, last, wanted)

    def shelved(self, names: list[str]) -> tuple[Made, list[int | None]]:
        """Return the function that returns what has these names, and then some shelves.

        Beside it stands at which place among these each record has its shelf, None if it has
        none: what rests on a record that is remembered can be remembered with it.
        """
        begin, found = self._arranged(names)
        homes = [found.place(name) for name in names]
        used = list(dict.fromkeys(home for home in homes if home is not None))
        whole = [*names, *map(shelf_of, used)]
        made = self._laid_out(found, begin, f"({', '.join(whole)}, )", whole)
        return made, [None if home is None else used.index(home) for home in homes]

    def _arranged(self, wanted: list[str]) -> tuple[list[str], Arranged]:
        """Return what comes first, and the other statements as they are arranged."""
        lists, given, shelves = self._listed()
        above, others = self._above(given)
        used = {*wanted, *(name for one in others for name in one.uses)}
        names = [one for one in above.level if one in used and one not in given]
        many = sum(one.values is None for _, one in above.left) >= _MANY
        if not (many and names and self.source.above):
            return lists, arranged(self._statements, given, shelves)
        asked = [name for name in given if name in above.used]
        block = Laid(names, "", [self.path(1)], "memory", asked, self._lines(above, names))
        given |= {name: above.told(name) for name in names}
        self.remembers = True
        return [*lists, self._block(block)], arranged(others, given, shelves)

    def _above(self, given: Mapping[str, Given]) -> tuple[Arranged, list[Statement]]:
        """Return the statements of the things above alone, and the others.

        Those can be done once for all things of a case that stand below the same.
        """
        seen = {
            name: Given(given[name].values, None)
            for group, of in self._lists.items()
            if group.depth
            for node in of.values()
            for name in (node, f"v{node}")
        }
        names, above, others = set(seen), list[Statement](), list[Statement]()
        for one in self._statements:
            if one.own or not names.issuperset(one.uses):
                others.append(one)
            else:
                above.append(one)
                names.add(one.name)
        return arranged(above, seen), others

    def _listed(self) -> tuple[list[str], dict[str, Given], frozenset[str]]:
        """Return statements that make the nodes of lists, their names and shelves."""
        lines, given, every = list[str](), dict[str, Given](), list[str]()
        for group, of in self._lists.items():
            members = Members(group, tuple(of))
            shelves = [self.source.name("h_") for _ in range(members.shelves)]
            for name, slot in zip(of.values(), members.slots, strict=True):
                rests = None if slot is None else {shelves[slot]: 1}
                given |= {name: Given(None, rests), f"v{name}": Given(TRUTHS, rests)}
            names = [*of.values(), *(f"v{name}" for name in of.values()), *shelves]
            lines.append(
                f"{', '.join(names)}, = {self.source.constant(members.look)}(line, paths)"
            )
            every += shelves
        return lines, given, frozenset(every)

    def _laid_out(
        self, found: Arranged, begin: list[str], last: str, wanted: list[str]
    ) -> Made:
        lines = self._lines(found, wanted)
        memory = ["memory, me = line[-1].memory, id(line[0])"] if self.remembers else []
        whole = [*self._begin(), *memory, *begin, *lines, f"return {last}"]
        return self.made("line, paths", whole)  # type: ignore[no-any-return]

    def _lines(self, found: Arranged, wanted: Iterable[str]) -> list[str]:
        done = laid_out(found, wanted)
        return [self._block(one) if isinstance(one, Laid) else one.line for one in done]

    def _begin(self) -> list[str]:
        """Return statements that give names to things, days and paths."""
        paths = [f"p{depth} = paths[{depth}]" for depth in sorted(self._paths)]
        return [*self.source.things(), *paths]

    def made(self, parameters: str, lines: list[str]) -> Any:
        """Return the function of some statements."""
        self.source.constants.update(_NAMES)
        return function(self.source, parameters, lines)

    def _block(self, one: Laid) -> str:
        """Return the statement that takes what a block makes, made now or before."""
        names = "".join(f"{name}, " for name in one.names)
        given = ", ".join(["line", "paths", *one.given])
        shelf = "{}, " if one.shelf else ""
        make = self.made(given, [*self._begin(), *one.lines, f"return ({names}{shelf})"])
        found = f"{names}{one.shelf + ', ' if one.shelf else ''}"
        key = "".join(f"{key}, " for key in one.keys)
        if one.within:
            anew = self.source.constant(Within(make).anew)
            key = f"{next(_NUMBERS)}, {key}"
            asked = f"{one.within}.get(q := ({key})) or {anew}({one.within}, q, {given})"
        else:
            block = Remembering(make)
            known, anew = map(self.source.constant, (block.found.get, block.anew))
            asked = f"{known}(q := ({key})) or {anew}(q, {given})"
        return f"{found}= {asked}"

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
        # what is called for few values looks at no more than these, whatever it is given
        own = self.path(0) in reads if dear and reads else bool(_OWN.search(text))
        statement = Statement(name, text, tuple(uses), reads, values, dear, own)
        self._statements.append(statement)
        return name

    def constant(self, found: Any) -> str:
        """Return an expression of what does not change."""
        return repr(found) if found in ("", 0, ()) else self.source.constant(found)

    def path(self, depth: int) -> str:
        self._paths.add(depth)
        return f"p{depth}"

    def keys(self, few: Few | None) -> Keys | None:
        """Return the expressions of few values, the path of the nearest thing among them."""
        if few is None:
            return None
        nearest = min((one.depth for one in few.read), default=0)
        found = {self.source.read(one.depth, one.attribute): one.number for one in few.read}
        return found | {self.source.day(name): 1 for name in few.days} | {self.path(nearest): 1}

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
                nodes = {found: Node(tree.head, found) for found in (True, False, None)}
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
        self, make: Made, few: Few | None, further: Keys | None = None
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


def _of_member(of: tuple[OfMembers, ...], *, only: bool) -> tuple[Made, list[int | None]]:
    """Return what makes, for a member of a list, the node of each part, then their truths.

    Where it is the `only` member, the nodes and truths are those of the list, and shelves come
    last; which of them each node has is returned as well.
    """
    nodes = Nodes()
    found = [nodes.member(one.part) for one in of]
    if only:
        found = [nodes.joined(one.head, [pair]) for one, pair in zip(of, found, strict=True)]
    names = [name for name, _ in found] + [truth for _, truth in found]
    if not only:
        return nodes.function(f"({', '.join(names)}, )", names), []
    made, slots = nodes.shelved(names)
    return made, slots[: len(of)]


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
