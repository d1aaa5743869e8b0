"""Conditions over the values of the facts that they share: as tables, or as diagrams.

Nodes that stand alone are worked out apart, by `effect`: whether they can hold and fail, and on
which facts that turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import prod

from lawc.runtime.completions.diagram import Diagrams
from lawc.runtime.completions.graph import ALL, TRUE, FullError, Graph, bits, node_of
from lawc.runtime.completions.opening import WHOLE, Opening, Part, Test
from lawc.runtime.completions.tables import NO, Tables

TABLE = 1 << 18  # choices of values: of more, diagrams are made
FACTS = 200  # that diagrams are made of

Effect = tuple[bool | None, int]  # whether a node surely holds or fails, and its facts if not


class Search:
    """Conditions over the facts that they share.

    `known` are the tables or diagrams of nodes and tests; `matters`, for each place of these,
    the facts that matter if it does.
    """

    def __init__(
        self,
        graph: Graph,
        roots: Iterable[int],
        assumed: Iterable[int] = (),
        whole: tuple[int, ...] = (),
        least: int = ALL,
    ) -> None:
        self.graph = graph
        always = {node_of(condition): condition for condition in assumed}
        nodes = dict.fromkeys([*map(node_of, roots), *always])
        nodes.pop(TRUE, None)
        self.opened = Opening(graph, always).open(nodes, whole, least)
        self.least = least
        self.sizes: list[int] = []
        self.matters: list[int] = []
        self.alone: dict[int, int] = {}  # the places of nodes that may be either way
        self.tests: dict[int, dict[Test, None]] = {}  # by fact, of facts that are shared
        self.places: dict[int, int] = {}  # by fact, of these facts
        self.sure: dict[int, bool] = {TRUE: True}
        for node in self.opened.tied:
            holds, _ = effect(graph, node)
            self.sure[node] = always[node] >= 0 if holds is None else holds
        self._read([WHOLE, *nodes] if whole else [*nodes])
        self.tables, self.known = self._find()
        self.possible = self.tables.all_of([*map(self.of, always.values())])

    def of(self, condition: int) -> int:
        """Return the table or diagram of a condition."""
        table = self.known.get(condition)
        if table is None:
            table = self.known[condition] = self.tables.negation(self.known[~condition])
        return table

    def telling(self, results: Sequence[int]) -> int:
        """Return the facts of which two values lead to different results."""
        matters = 0
        for place in self.tables.telling(results, self.possible):
            matters |= self.matters[place]
        return matters

    # --- nodes and tests ---

    def _read(self, waiting: list[Part]) -> None:
        """Read conditions and tests, and the parts of those that are opened."""
        facts, shared = self.graph.facts, self.opened.shared
        parts, assumed = self.opened.parts, self.opened.assumed
        waiting.reverse()
        seen: set[Part] = set(self.sure)
        while waiting:
            part = waiting.pop()
            if part.__class__ is tuple:
                if part not in seen:
                    seen.add(part)
                    self._test(part)
                continue
            node = part if part >= 0 else ~part
            if node in seen:
                continue
            seen.add(node)
            if node in parts:
                waiting += parts[node][::-1]
            elif facts[node] & shared:
                self._test((node,))
            else:
                holds, about = effect(self.graph, node, assumed.get(node, ()))
                if holds is None:
                    self.alone[node] = self._place(2, about)
                else:
                    self.sure[node] = holds

    def _test(self, test: Test) -> None:
        about = self.graph.facts[node_of(test[0])]
        if about not in self.tests:
            self.tests[about] = {}
            self.places[about] = self._place(0, about)
        self.tests[about][test] = None

    def _place(self, size: int, matters: int) -> int:
        self.sizes.append(size)
        self.matters.append(matters)
        return len(self.sizes) - 1

    # --- tables and diagrams ---

    def _find(self) -> tuple[Tables | Diagrams, dict[Part, int]]:
        """Return the tables or diagrams, and that of each node and test."""
        graph, sizes, known = self.graph, self.sizes, dict[Part, int]()
        rows = {about: graph.sorts(tuple(tests)) for about, tests in self.tests.items()}
        for about, truths in rows.items():
            sizes[self.places[about]] = len(truths[0])
        if prod(sizes) > TABLE and len(sizes) > FACTS:
            raise FullError
        tables = Tables(sizes) if prod(sizes) <= TABLE else Diagrams(sizes, graph.most)
        for node, holds in self.sure.items():
            known[node] = tables.yes if holds else NO
        for node, place in self.alone.items():
            known[node] = tables.literal(place, (True, False))
        for about, tests in self.tests.items():
            place = self.places[about]
            for test, row in zip(tests, rows[about], strict=True):
                known[test] = tables.literal(place, row)
                if len(test) == 1:
                    known[test[0]] = known[test]
        parts = self.opened.parts
        for node in reversed(parts):
            several = []
            for part in parts[node]:
                table = known.get(part)
                if table is None:
                    table = known[part] = tables.negation(known[~part])
                several.append(table)
            least = self.least if node == WHOLE else graph.least[node]
            known[node] = tables.at_least(least, several) if least else tables.all_of(several)
        return tables, known


# --- effects ---------------------------------------------------------------------------------


def effect(graph: Graph, node: int, assumed: tuple[int, ...] = ()) -> Effect:
    """Return whether a node that stands alone holds, and the facts on which that turns.

    None if it may be either way. The assumptions are about facts of this node and no other.
    """
    parts, least = graph.parts[node], graph.least[node]
    if not parts and (not assumed or node == TRUE):
        return (None, graph.facts[node]) if node != TRUE else (True, 0)
    key = (node, assumed) if assumed else node
    known = graph.effects.get(key)
    if known is None:
        if key in graph.effects:
            raise FullError
        graph.effects[key] = None  # and stays None if the search is too large
        if not parts:
            known = _search(graph, (node,), ALL, (), assumed)
        elif least == ALL:
            known = of_all(graph, parts, assumed)
        elif graph.shared([*parts, *assumed]):
            known = _search(graph, parts, least, assumed)
        else:
            known = _of_apart(least, [_of_part(graph, part) for part in parts])
        graph.effects[key] = known
    return known


def _of_part(graph: Graph, part: int, assumed: tuple[int, ...] = ()) -> Effect:
    holds, facts = effect(graph, part if part >= 0 else ~part, assumed)
    return (holds if holds is None or part >= 0 else not holds), facts


def _of_apart(least: int, effects: Sequence[Effect]) -> Effect:
    """Return whether at least `least` conditions hold of several that share no facts."""
    sure = facts = varying = 0
    for holds, about in effects:
        if holds is None:
            varying += 1
            facts |= about
        else:
            sure += holds
    if sure >= least:
        return True, 0
    return (False, 0) if sure + varying < least else (None, facts)


def of_all(graph: Graph, parts: tuple[int, ...], assumed: tuple[int, ...]) -> Effect:
    """Return whether all parts hold; groups of them that share no fact are searched apart."""
    if assumed:
        parts = tuple([part for part in parts if part not in assumed])
    shared = graph.shared((*parts, *assumed))
    inner, of = graph.parts, graph.facts
    facts, left = 0, list[int]()
    for part in parts:
        node = part if part >= 0 else ~part
        if inner[node] or of[node] & shared or node == TRUE:
            left.append(part)
        else:
            facts |= of[node]
    if not left:
        return (None, facts) if facts else (True, 0)
    if shared:
        groups = _groups(graph, (*left, *assumed), shared)
        if len(groups) == 1 and not facts and len(parts) > 1:
            return _search(graph, parts, ALL, assumed)
        effects = [_of_group(graph, group, assumed) for group in groups]
    else:
        effects = [_of_part(graph, part) for part in left]
    if facts:
        effects.append((None, facts))
    return _of_apart(len(effects), effects)


def _of_group(graph: Graph, group: list[int], assumed: tuple[int, ...]) -> Effect:
    """Return whether all parts of a group hold that are not assumed."""
    parts = tuple(group)
    if assumed:
        parts = tuple([part for part in group if part not in assumed])
        assumed = tuple([part for part in group if part in assumed])
        if not parts:
            return True, 0
    if len(parts) == 1:
        return _of_part(graph, parts[0], assumed)
    key = (parts, assumed)
    if key not in graph.effects:
        graph.effects[key] = None
        graph.effects[key] = _search(graph, parts, ALL, assumed)
    known = graph.effects[key]
    if known is None:
        raise FullError
    return known


def _search(
    graph: Graph,
    parts: tuple[int, ...],
    least: int,
    assumed: tuple[int, ...],
    limits: tuple[int, ...] = (),
) -> Effect:
    """Return whether at least `least` of some parts hold where `limits` hold."""
    search = Search(graph, limits, assumed, parts, least)
    tables, whole = search.tables, search.known[WHOLE]
    possible = tables.all_of([search.possible, *map(search.of, limits)])
    holds, fails = tables.both(possible, whole), tables.without(possible, whole)
    if NO in (holds, fails):
        return fails == NO, 0
    search.possible = possible
    return None, search.telling((fails, holds))


def _groups(graph: Graph, parts: Iterable[int], shared: int) -> list[list[int]]:
    """Return the parts in groups; no two groups share a fact."""
    of: dict[int, list[int]] = {}
    groups: list[list[int]] = []
    for part in parts:
        facts = graph.facts[part if part >= 0 else ~part] & shared
        several = [facts] if facts & (facts - 1) == 0 else list(bits(facts))
        touched = {id(of[bit]): of[bit] for bit in several if bit in of}
        if not touched:
            groups.append([part])
            if facts:
                of |= dict.fromkeys(several, groups[-1])
            continue
        group, *others = sorted(touched.values(), key=len, reverse=True)
        group.append(part)
        of |= dict.fromkeys(several, group)
        for other in others:
            for moved in other:
                facts = graph.facts[moved if moved >= 0 else ~moved] & shared
                of |= dict.fromkeys(bits(facts), group)
            group += other
            other.clear()
    return [group for group in groups if group]
