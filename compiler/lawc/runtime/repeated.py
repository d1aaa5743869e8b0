"""Trees in which a meaning is laid out once: a law may use a term in the meaning of others."""

from __future__ import annotations

from lawc.runtime.logic import not_
from lawc.runtime.reasons import Node, Rests


def lay_out_once(node: Node) -> Node:
    """Return `node` with the meaning of a term for a thing laid out once, and else ELSEWHERE.

    A law may use a term in the meaning of another, twice, and so on: a tree in which each is
    laid out doubles with each term. A meaning is laid out in the parts that a truth rests on
    before others, so that a reader who opens these alone finds it there.
    """
    return _once(node, "", set())


def _once(node: Node, path: str, seen: set[tuple[str, ...]]) -> Node:
    """Return `node`, a node of the thing at `path`; `seen` are the meanings so far."""
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
    """Return a version of a meaning without its parts."""
    return Node(node.head._replace(rests=Rests.ELSEWHERE), node.truth)
