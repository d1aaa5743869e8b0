"""The graph of the conditions in forms: each condition is a node once, wherever it stands.

A reference to a condition is the number of its node; the complement `~` of that refers to the
contrary of the condition. A node holds if all its parts hold, or at least a number of them; a
node without parts is about one fact. Whatever is worked out about a node holds for every case.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from threading import Lock
from typing import Any

from lawc.runtime.completions.forms import Form
from lawc.runtime.completions.variables import reads_of, truths_of

TRUE, FALSE = 0, -1  # the references to the condition that always holds, and to its contrary
ALL = 0
_ROOM = 20_000  # nodes, and entries of each dictionary
_MANY = 4_000  # facts
MOST = 20_000  # facts of a decision: sets of them take a time that grows with the square


def node_of(condition: int) -> int:
    """Return the node of a condition or of its contrary."""
    return condition if condition >= 0 else ~condition


class FullError(Exception):
    """The bound on what is tried is reached."""


class Graph:
    """The conditions of some forms; a search makes at most `most` nodes of diagrams.

    For each node there are its `parts` as references, `least`, the number of these that must
    hold (`ALL` for all of them), `height`, and `facts`, the bits of the facts it is about.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self.lock = Lock()
        self.parts: list[tuple[int, ...]] = [()]
        self.composed: dict[int, tuple[int, ...]] = {}  # by node: its parts that have parts
        self.least = [ALL]
        self.height = [0]
        self.facts = [0]
        self.atoms: dict[int, Form] = {}
        self.effects: dict[Any, tuple[bool | None, int] | None] = {}
        self.start = 0  # the number of facts before those of the present decision
        self.either = self.unsure = 0  # facts that may be either way, and that perhaps may not
        self._named = 0  # facts that have a name of their own
        self._nodes: dict[Any, int] = {}
        self._bits: dict[Any, int] = {}
        self._reads: list[tuple[str, ...]] = []
        self._others: dict[int, int] = {}  # by fact with a name of its own: the facts it reads
        self._conditions: dict[Form, int] = {}
        self._wholes: dict[tuple[int, ...], int] = {}
        self._sorts: dict[Any, tuple[tuple[bool, ...], ...]] = {}
        self._paths: dict[int, frozenset[str]] = {}

    def begin(self) -> None:
        """Begin with the facts of another decision."""
        self.start = len(self._bits)

    def full(self) -> bool:
        """Return whether there is no more room."""
        kept = self.parts, self.effects, self._wholes, self._sorts, self._paths
        return max(map(len, kept)) > _ROOM or len(self._bits) > _MANY

    # --- conditions ---

    def condition(self, form: Form, parts: Mapping[int, Form]) -> int:
        """Return the condition that a form states."""
        if form is True:
            return TRUE
        if form is False:
            return FALSE
        known = self._conditions.get(form)
        if known is not None:
            return known
        match form[0]:
            case "part":
                known = self.condition(parts[form[1]], parts)
            case "not":
                known = ~self.condition(form[1], parts)
            case "all":
                known = self.all_of([self.condition(part, parts) for part in form[1]])
            case "any":
                known = ~self.all_of([~self.condition(part, parts) for part in form[1]])
            case "at_least":
                several = [self.condition(part, parts) for part in form[2]]
                known = self.at_least(form[1], several)
            case _:
                known = self._atom(form)
        self._conditions[form] = known
        return known

    def all_of(self, several: Sequence[int]) -> int:
        """Return the condition that all of several hold."""
        key = tuple(several)
        whole = self._wholes.get(key)
        if whole is None:
            whole = self._wholes[key] = self._all_of(key)
        return whole

    def _all_of(self, several: tuple[int, ...]) -> int:
        facts, least, inner = self.facts, self.least, self.parts
        parts: dict[int, None] = {}
        composed: list[int] = []
        seen = shared = height = 0
        for part in several:
            node = part if part >= 0 else ~part
            shared |= seen & facts[node]
            seen |= facts[node]
            if part > 0 and least[part] == ALL and inner[part]:
                parts |= dict.fromkeys(inner[part])
                composed += self.composed[part]
                height = max(height, self.height[part])
            elif part != TRUE:
                parts[part] = None
                height = max(height, self.height[node] + 1)
                if inner[node]:
                    composed.append(node)
        if FALSE in parts:
            return FALSE
        if shared:
            touching = [p for p in parts if facts[p if p >= 0 else ~p] & shared]
            either = {*touching, *[~part for part in touching]}
            if len(either) < 2 * len(touching):
                return FALSE
            if composed:
                left = _Where(self, parts, either, shared).left(touching)
                if left:
                    return self.all_of([left.get(part, part) for part in parts])
                if len(composed) >= len(parts) and (common := self._common(parts)):
                    rest = [
                        ~self.all_of([p for p in inner[~part] if p not in common])
                        for part in parts
                    ]
                    return ~self.all_of([*common, ~self.all_of(rest)])
        return self._joined(ALL, tuple(parts), composed, height, seen)

    def _common(self, parts: Iterable[int]) -> list[int]:
        """Return the parts common to conditions that each deny that all their parts hold."""
        several: list[tuple[int, ...]] = []
        for part in parts:
            if part >= 0 or not self.parts[~part] or self.least[~part] != ALL:
                return []
            several.append(self.parts[~part])
        common = set(several[0]).intersection(*several[1:])
        return [part for part in several[0] if part in common]

    def parts_of(self, whole: int) -> tuple[int, ...]:
        """Return the conditions that must all hold for a condition to hold."""
        if whole == TRUE:
            return ()
        parts = self.parts[whole] if whole > 0 and self.least[whole] == ALL else ()
        return parts or (whole,)

    def shared(self, conditions: Iterable[int]) -> int:
        """Return the facts that two or more of some conditions are about."""
        facts = self.facts
        seen = shared = 0
        for condition in conditions:
            about = facts[condition if condition >= 0 else ~condition]
            shared |= seen & about
            seen |= about
        return shared

    def at_least(self, number: int, several: list[int]) -> int:
        """Return the condition that at least `number` of several hold."""
        number -= several.count(TRUE)
        parts = tuple([part for part in several if part not in (TRUE, FALSE)])
        if number <= 0:
            return TRUE
        if number > len(parts):
            return FALSE
        if number == 1:
            return ~self.all_of([~part for part in parts])
        if number == len(parts):
            return self.all_of(parts)
        nodes = [part if part >= 0 else ~part for part in parts]
        composed = [node for node in nodes if self.parts[node]]
        height = 1 + max([self.height[node] for node in nodes])
        facts = reduce(or_, [self.facts[node] for node in nodes])
        return self._joined(number, parts, composed, height, facts)

    def _joined(
        self,
        least: int,
        parts: tuple[int, ...],
        composed: Iterable[int],
        height: int,
        facts: int,
    ) -> int:
        if len(parts) < 2:  # noqa: PLR2004 - nothing to join
            return parts[0] if parts else TRUE
        key = (least, parts)
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = self._new(least, parts, height, facts)
            self.composed[node] = tuple(composed)
        return node

    def _atom(self, form: Form) -> int:
        """Return a condition about one fact."""
        match form[0]:
            case "values" if len(set(form[2])) == 1:
                return TRUE if form[2][0] else FALSE
            case "turns" if not form[2][1]:
                return TRUE if form[2][0] else FALSE
        bit = self._bit(form[1], reads_of(form))
        if form[0] == "either":
            self.either |= bit
            if not form[3]:
                self.unsure |= bit
        node = self._new(ALL, (), 0, bit)
        self.atoms[node] = form
        return node

    def _bit(self, name: Any, reads: tuple[str, ...]) -> int:
        if name not in self._bits:
            if len(self._bits) - self.start >= MOST:
                raise FullError
            bit = self._bits[name] = 1 << len(self._bits)
            self._reads.append(reads)
            if reads != (name,):
                self._named |= bit
                self._others[bit] = reduce(or_, [self._bit(path, (path,)) for path in reads], 0)
        return self._bits[name]

    def _new(self, least: int, parts: tuple[int, ...], height: int, facts: int) -> int:
        self.parts.append(parts)
        self.least.append(least)
        self.height.append(height)
        self.facts.append(facts)
        return len(self.parts) - 1

    # --- facts ---

    def sorts(self, tests: tuple[tuple[int, ...], ...]) -> tuple[tuple[bool, ...], ...]:
        """Return whether each test of a fact holds, for each sort of its values.

        A test is a tuple of conditions that must all hold. Values that no test tells apart are
        of the same sort.
        """
        if tests not in self._sorts:
            nodes = list(dict.fromkeys([node_of(part) for test in tests for part in test]))
            truths = truths_of([self.atoms[node] for node in nodes])
            if not truths:
                raise FullError  # a record that nothing refines
            known = dict(zip(nodes, truths, strict=True))
            known |= {~node: tuple([not truth for truth in known[node]]) for node in nodes}
            rows = [
                map(all, zip(*[known[part] for part in test], strict=True)) for test in tests
            ]
            columns = dict.fromkeys(zip(*rows, strict=True))
            self._sorts[tests] = tuple(zip(*columns, strict=True))
        return self._sorts[tests]

    def paths(self, facts: int) -> frozenset[str]:
        """Return the paths that facts read."""
        if facts not in self._paths:
            reads = [self._reads[bit.bit_length() - 1] for bit in bits(facts)]
            self._paths[facts] = frozenset([path for paths in reads for path in paths])
        return self._paths[facts]

    def doubtful(self, facts: int, among: int) -> bool:
        """Return whether some fact may depend on the others, so that it is not either way."""
        if facts & self.unsure:
            return True
        return any(
            self._others[bit] & self._read(among & ~bit) for bit in bits(facts & self.either)
        )

    def _read(self, facts: int) -> int:
        """Return the bits of the paths that facts read."""
        for bit in bits(facts & self._named):
            facts = facts & ~bit | self._others[bit]
        return facts


class _Where:
    """Conditions made simpler by others that hold.

    `either` are the conditions about shared facts, and their contraries.
    """

    def __init__(
        self, graph: Graph, holding: Container[int], either: set[int], shared: int
    ) -> None:
        self.graph = graph
        self.holding = holding
        self.either = either
        self.shared = shared
        self.known: dict[int, int] = {}

    def left(self, parts: Iterable[int]) -> dict[int, int]:
        """Return the simpler conditions by those of `parts` that become simpler."""
        inner, of = self.graph.parts, self._of
        left: dict[int, int] = {}
        for part in parts:
            node = part if part >= 0 else ~part
            if inner[node] and (other := of(node)) != node:
                left[part] = other if part >= 0 else ~other
        return left

    def _of(self, node: int) -> int:
        left = self.known.get(node)
        if left is not None:
            return left
        graph = self.graph
        parts = graph.parts[node]
        changed = not self.either.isdisjoint(parts)
        for inner in graph.composed[node]:
            if graph.facts[inner] & self.shared:
                changed = self._of(inner) != inner or changed
        left = node
        if changed:
            several = [self._part(part) for part in parts]
            least = graph.least[node]
            left = graph.at_least(least, several) if least else graph.all_of(several)
        self.known[node] = left
        return left

    def _part(self, part: int) -> int:
        if part in self.either:
            return TRUE if part in self.holding else FALSE
        left = self.known.get(part if part >= 0 else ~part)
        if left is None:
            return part
        return left if part >= 0 else ~left


def bits(facts: int) -> Iterator[int]:
    """Yield the bits of facts."""
    while facts:
        bit = facts & -facts
        yield bit
        facts ^= bit
