"""Reasoning trees as functions: all grounds of a kind in one, node after node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from graphlib import TopologicalSorter

from lawc.runtime.engine.grounds import GroundNodes, decided, lasts, spoken_by
from lawc.runtime.engine.nodes import Nodes
from lawc.runtime.engine.rules import Decision, Rule
from lawc.runtime.engine.statements import Maker
from lawc.runtime.engine.trees import (
    Grounds,
    GroundTree,
    Joined,
    MeaningTree,
    OfMembers,
    OfRule,
    Tree,
)


def compile_trees(kinds: Iterable[Grounds], meanings: Iterable[MeaningTree]) -> None:
    """Make functions of all grounds, and of the trees that these ask for by themselves."""
    waiting: list[Tree] = []
    for grounds in kinds:
        waiting += [one.condition for one in grounds.trees]
        grounds.made = _of_grounds(grounds)
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


def _of_tree(tree: Tree) -> Maker:
    """Return what makes the node of a tree."""
    nodes = Nodes()
    name, _ = nodes.node(tree)
    return nodes.function(name, [name])


def _of_grounds(grounds: Grounds) -> Maker:
    """Return what makes the explanation of what is decided of things of a kind.

    Whether a rule applies comes before what the rules give: a value may rest on a decision that
    rests on the rule itself, as where it displaces what it gives a multiple of.
    """
    nodes, trees, decisions = GroundNodes(), grounds.trees, grounds.decisions
    by_rule = {one.rule: one for one in trees}
    order: dict[Rule | Decision, list[Rule | Decision]] = {
        **{one.rule: _rests_on(one) for one in trees},
        **{one: [*one.every, *_spoken_of(one)] for one in decisions},
    }
    for one in TopologicalSorter(order).static_order():
        if isinstance(one, Decision):
            nodes.decision(one, grounds.kind)
        elif one in by_rule:
            nodes.condition(by_rule[one])
        else:
            nodes.applies(one)
    found = [nodes.ground(one) for one in trees]
    answers = [nodes.told(one) for one in decisions]
    return nodes.explanation(answers, found, lasting=all(map(lasts, trees)))


def _rests_on(ground: GroundTree) -> list[Rule | Decision]:
    """Return what comes before a rule: what its condition asks of it is known then."""
    rule = ground.rule
    found: list[Rule | Decision] = [*rule.by.rules, *_asked(ground.condition)]
    return found + decided(rule.version.part.condition)


def _spoken_of(decision: Decision) -> list[Decision]:
    """Return the decisions that what is given one speaks of."""
    return [one for giving in decision.givings for one in spoken_by(giving)]


def _asked(tree: Tree) -> Iterator[Rule]:
    match tree:
        case OfRule(rule=rule):
            yield rule
        case Joined(parts=parts):
            for part in parts:
                yield from _asked(part)
