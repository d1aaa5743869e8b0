"""Reasoning trees as objects: looking at every node, counting them, making them again."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from lawc.runtime.reasons import Answer, Explanation, FactUsed, Gift, Ground, Node, Reasons


def explain_wholly(explain: Callable[[Any], Any], thing: Any) -> Any:
    """Return the explanations of a case with every node looked at, should some be made then."""
    explanations = explain(thing)
    nodes_of(explanations)
    return explanations


def answers_of(explanations: Iterable[Any]) -> list[Any]:
    """Return the answers, and of each provision whether it applies."""
    return [
        (thing.answers, [ground.applies for ground in thing.grounds]) for thing in explanations
    ]


def nodes_of(explanations: Iterable[Any]) -> list[Node]:
    """Return the nodes of all grounds."""
    nodes = [ground.condition for thing in explanations for ground in thing.grounds]
    for node in nodes:  # it grows while it is gone through
        nodes += node.parts
    return nodes


def copy_of(explanations: Iterable[Any]) -> list[Explanation]:
    """Return the same objects made again: a control, for which there is nothing to find out."""
    return [
        Explanation(
            thing.thing,
            tuple([Answer(*answer) for answer in thing.answers]),
            tuple(map(_copy_of_ground, thing.grounds)),
        )
        for thing in explanations
    ]


def _copy_of_ground(ground: Ground) -> Ground:
    gifts = tuple([Gift(*gift) for gift in ground.gives])
    reasons = Reasons(
        _copy_of_node(ground.condition), gifts, ground.displaced_by, ground.may_be_displaced_by
    )
    return Ground(ground.cited, ground.applies, reasons, ground.in_force)


def _copy_of_node(node: Node) -> Node:
    facts = tuple([FactUsed(*fact) for fact in node.facts])
    return Node(
        node.head, node.truth, facts, tuple([_copy_of_node(part) for part in node.parts])
    )


def left_in_cycles(work: Callable[[Any], object], things: Sequence[Any]) -> int:
    """Return how many objects `work` leaves that only the collector can free.

    What it makes once, for the first half of the things, does not count.
    """
    half = len(things) // 2
    for thing in things[:half]:
        work(thing)
    gc.collect()
    gc.disable()
    try:
        for thing in things[half:]:
            work(thing)
        return gc.collect()
    finally:
        gc.enable()
