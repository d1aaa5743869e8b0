"""Trees in which a meaning is laid out once: a law may use a term in the meaning of others."""

from __future__ import annotations

from lawc.runtime.logic import not_
from lawc.runtime.reasons import Node, Rests


def said_once(node: Node) -> Node:
    """Return `node` with what a term means of a thing laid out once, and else ELSEWHERE.

    A law may use a term in the meaning of another one, twice, and so on: written out each
    time, a tree doubles with each term. The parts that a truth rests on come first, so that
    who opens these alone finds the meaning there.
    """
    return _once(node, "", set())


def _once(node: Node, path: str, seen: set[tuple[str, ...]]) -> Node:
    """Return `node`, which speaks of the thing at `path`; `seen` are the meanings so far."""
    if not node.parts:
        return node
    if node.rests is Rests.DEFINITION:
        meaning = (path, node.head.term, *(part.citation for part in node.parts))
        if meaning in seen:
            return node._replace(parts=tuple(map(_elsewhere, node.parts)))
        seen.add(meaning)
    carrying = not_(node.truth) if node.rests is Rests.NOT else node.truth
    members = node.rests in (Rests.SOME, Rests.EVERY)
    order = sorted(enumerate(node.parts), key=lambda part: part[1].truth is not carrying)
    parts = {at: _once(part, part.text if members else path, seen) for at, part in order}
    return node._replace(parts=tuple(parts[at] for at in range(len(parts))))


def _elsewhere(node: Node) -> Node:
    """Return a version of a meaning without what it rests on."""
    return Node(node.head._replace(rests=Rests.ELSEWHERE), node.truth)
