"""Reasoning trees without the nodes that no reader needs.

Before: ALL("a person who ...", parts=[FACTS("a person"), ALL("", parts=[x, ALL("", [y])])]).
After: ALL("a person who ...", parts=[x, y]).

No truth changes, and no node with a citation goes.
"""

from __future__ import annotations

from lawc.runtime.reasons import Node, Rests

_JOINING = (Rests.ALL, Rests.ANY)
_SAME_AS_ITS_PART = (*_JOINING, Rests.DEFINITION, Rests.PROVISIONS)


def simplified(node: Node) -> Node:
    """Return `node` with every part simplified.

    - A part of ALL that reads nothing, holds, and is only words ("a person") goes.
    - A part without words that joins as the node around it does is replaced by its parts.
    - A node without words around one part is replaced by the part.
    - A node with words around one part without joins as the part does.
    """
    parts = tuple(map(simplified, node.parts))
    if node.rests is Rests.ALL:
        parts = tuple(part for part in parts if not _idle(part)) or parts[:1]
    if node.rests in _JOINING:
        parts = tuple(inner for part in parts for inner in _spliced(node, part))
    shorter = node._replace(parts=parts)
    if len(parts) != 1 or node.rests not in _SAME_AS_ITS_PART:
        return shorter
    (part,) = parts
    if not worded(node):
        return part._replace(facts=tuple(dict.fromkeys((*node.facts, *part.facts))))
    if node.rests in _JOINING and not worded(part):
        head = shorter.head._replace(rests=part.rests, number=part.number)
        return shorter._replace(head=head, facts=part.facts, parts=part.parts)
    return shorter


def worded(node: Node) -> bool:
    """Return whether `node` has words or a citation of its own."""
    return bool(node.text or node.citation)


def _idle(node: Node) -> bool:
    return (
        node.rests is Rests.FACTS and node.truth is True and not (node.facts or node.citation)
    )


def _spliced(node: Node, part: Node) -> tuple[Node, ...]:
    same = part.rests is node.rests and not worded(part) and part.parts
    return part.parts if same else (part,)
