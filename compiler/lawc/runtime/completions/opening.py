"""Conditions opened: their parts, down to those that stand alone.

Parts that stand in the same nodes are a block. A part that shares no fact with another block
stands alone: it is searched by itself, together with the other such parts of its block. A part
that shares facts is opened. An assumption that shares facts with a single block is searched
with that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple, TypeAlias

from lawc.runtime.completions.graph import ALL, Graph, node_of

Test: TypeAlias = tuple[int, ...]  # conditions about one fact that must all hold
Part: TypeAlias = Any  # a condition or a test

WHOLE = 1 << 60  # the number of the node that is opened in any case
_NEW, _OWN, _HERE, _NOT_HERE = -1, 0, 1, 2  # blocks: none yet, a leaf by itself, in the whole


class Opened(NamedTuple):
    """The parts of each opened node; a node stands before those that it may have as parts.

    `shared` are the facts that two or more blocks are about; `assumed` the assumptions that are
    worked out with a node; `tied` all of those, and those that share no fact with anything.
    """

    parts: dict[int, list[Part]]
    shared: int
    assumed: dict[int, tuple[int, ...]]
    tied: Collection[int]


class Opening:
    """The nodes that were opened so far, and the leaves, each with its block."""

    def __init__(self, graph: Graph, assumed: Mapping[int, int]) -> None:
        self.graph = graph
        self.assumed = assumed
        self.nodes: dict[int, tuple[int, ...]] = {}
        self.leaves: dict[int, int] = {}
        # The block of a part by its block so far and the next node it stands in, `~` of the
        # node if it stands there as a contrary.
        self.blocks = {(_NEW, WHOLE): _HERE, (_NEW, ~WHOLE): _NOT_HERE}
        self.positive = [False, True, False]  # whether the parts of a block are no contraries
        self.tied: dict[int, int] = {}  # the block, or a leaf by itself as `~`
        self.least = ALL  # of the parts of the whole

    def open(self, roots: Iterable[int], whole: tuple[int, ...], least: int) -> Opened:
        """Return some nodes opened, and a whole that has these parts.

        The highest are opened first: so the numbers of nodes do not matter.
        """
        graph, leaves, facts, height = (
            self.graph,
            self.leaves,
            self.graph.facts,
            self.graph.height,
        )
        if whole:
            self.least = least
            self._open(WHOLE, whole, least)
        leaves |= dict.fromkeys(roots, _OWN)
        while True:
            shared = self._shared() if self.assumed else self._shared_by_blocks()
            top, highest = 1, list[int]()
            for node in leaves:
                if height[node] >= top and facts[node] & shared:
                    if height[node] > top:
                        top, highest = height[node], []
                    highest.append(node)
            if not highest:
                return self._result(shared)
            for node in highest:
                del leaves[node]
                self._open(node, graph.parts[node], graph.least[node])

    def _open(self, node: int, parts: tuple[int, ...], least: int) -> None:
        """Open a node: its parts are leaves, each with its block."""
        leaves, blocks = self.leaves, self.blocks
        self.nodes[node] = parts
        if least != ALL:
            leaves |= dict.fromkeys(map(node_of, parts), _OWN)
            return
        for part in parts:
            inner, step = (part, node) if part >= 0 else (~part, ~node)
            before = leaves.get(inner, _NEW)
            if before == _OWN:
                continue
            block = blocks.get((before, step))
            if block is None:
                block = blocks[before, step] = self._block(before, positive=step >= 0)
            leaves[inner] = block

    def _block(self, before: int, *, positive: bool) -> int:
        """Return a new block; a part that stands as itself and as its contrary has none."""
        if before != _NEW and self.positive[before] is not positive:
            return _OWN
        self.positive.append(positive)
        return len(self.positive) - 1

    def _shared_by_blocks(self) -> int:
        """Return the facts that two or more blocks are about."""
        facts = self.graph.facts
        blocks: dict[int, int] = {}
        seen = shared = 0
        for node, block in self.leaves.items():
            if block > _NOT_HERE:
                blocks[block] = blocks.get(block, 0) | facts[node]
            else:
                shared |= seen & facts[node]
                seen |= facts[node]
        for about in blocks.values():
            shared |= seen & about
            seen |= about
        return shared

    def _shared(self) -> int:
        """Return the facts that two or more blocks are about, and tie assumptions to blocks."""
        facts = self.graph.facts
        blocks: dict[int, int] = {}
        for node, block in self.leaves.items():
            key = block if block > _NOT_HERE else ~node
            blocks[key] = blocks.get(key, 0) | facts[node]
        self.tied = {}
        for node in self.assumed:
            if ~node in blocks:
                near = [key for key, about in blocks.items() if about & facts[node]]
                near.remove(~node)
                if not near or (len(near) == 1 and ~near[0] not in self.assumed):
                    self.tied[node] = near[0] if near else _OWN
                    del blocks[~node]
                    if near:
                        blocks[near[0]] |= facts[node]
        seen = shared = 0
        for about in blocks.values():
            shared |= seen & about
            seen |= about
        return shared

    def _result(self, shared: int) -> Opened:
        """Return the opened nodes, with the parts of a block as one part."""
        graph = self.graph
        blocks: dict[tuple[int, int], list[int]] = {}
        for node, block in self.leaves.items():
            if block != _OWN:
                condition = node if self.positive[block] else ~node
                blocks.setdefault((block, graph.facts[node] & shared), []).append(condition)
        as_one: dict[int, Part] = {}
        alone: dict[int, int] = {}
        for (block, facts), several in blocks.items():
            if facts:
                if len(several) > 1:
                    as_one |= dict.fromkeys(several, tuple(several))
            elif block > _NOT_HERE:
                condition = graph.all_of(several)
                as_one |= dict.fromkeys(several, condition)
                alone[block] = node_of(condition)
        assumed: dict[int, tuple[int, ...]] = {}
        for assumption, block in self.tied.items():
            if block != _OWN:
                node = ~block if block < 0 else alone[block]
                assumed[node] = (*assumed.get(node, ()), self.assumed[assumption])
        opened: dict[int, list[Part]] = {}
        for node, whole in self.nodes.items():
            parts: list[Part] = list(whole)
            if (self.least if node == WHOLE else graph.least[node]) == ALL:
                parts = list(dict.fromkeys([as_one.get(part, part) for part in whole]))
            if parts != [node]:  # else the node is a block by itself
                opened[node] = parts
        return Opened(opened, shared, assumed, self.tied)
