"""The order in which decisions are found: stages, and rules in each.

In a stage what is decided of the members of a list comes before what is decided of its owner;
members that need what is decided of the owner, or of all of them, belong to a later stage.
Rules on which no other rests, and that alone give a decision, come first in their stage; else
it is the order of the law, as far as each comes after those that it rests on.

Where a rule rests on what it gives, whether it applies comes apart from what it gives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from lawc.backends.python.ranking import Unit, units_of
from lawc.backends.python.resting import Resting
from lawc.plan.slots import Op
from lawc.records import dataclass

Name = tuple[str, int, str]  # a kind, the place of a rule, what it gives ("": all)


class Stages(NamedTuple):
    """The rules about things of each kind by stage, and the stages in which it is decided.

    These are the stages in which something is given or others need what is decided.
    """

    units: Mapping[str, tuple[tuple[Unit, ...], ...]]
    runs: Mapping[str, frozenset[int]]


@dataclass(frozen=True)
class _Graph:
    """The rules and decisions of a law with what each needs.

    A decision stands under the place -1. Of each need it is said whether it is found in an
    earlier stage only.
    """

    units: dict[Name, Unit] = field(default_factory=dict)
    needs: dict[Name, dict[Name, int]] = field(default_factory=dict)


def stages_of(resting: Resting) -> Stages:
    """Return the rules about things of each kind that decides, stage by stage."""
    names = resting.names
    whole = [
        (kind, unit)
        for kind in names.kinds
        if names.decided(kind)
        for unit in units_of(names, resting.plan, kind)
    ]
    graph = _graph(resting, whole)
    order = _ordered(graph)
    if len(order) < len(graph.needs):
        done = set(order)
        apart = [
            (kind, part)
            for kind, unit in whole
            for part in _parts(unit, apart=(kind, unit.place, "") not in done)
        ]
        graph = _graph(resting, apart)
        order = _ordered(graph)
    assert len(order) == len(graph.needs), "a law has no circles"
    return _staged(resting, graph, order)


def _parts(unit: Unit, *, apart: bool) -> Iterator[Unit]:
    """Yield a rule, or whether it applies and what it gives each decision apart."""
    if not apart or not unit.gives:
        yield unit
        return
    yield Unit(unit.place, unit.slot, ())
    for key in dict.fromkeys(gives.decision for gives in unit.gives):
        mine = tuple(gives for gives in unit.gives if gives.decision == key)
        yield Unit(unit.place, unit.slot, mine, key)


def _graph(resting: Resting, units: list[tuple[str, Unit]]) -> _Graph:
    graph = _Graph()
    for decision in resting.names.law.decisions:
        graph.needs[decision.kind, -1, decision.key] = {}
    for kind, unit in units:
        name = (kind, unit.place, unit.part)
        graph.units[name] = unit
        graph.needs[name] = {}
        for gives in unit.gives:
            graph.needs[kind, -1, gives.decision][name] = 0
    for kind in resting.names.kinds:
        mine = [unit for of, unit in units if of == kind]
        rests = _rules(resting, kind, {unit.slot: unit.place for unit in mine})
        for unit in mine:
            _add_needs(resting, graph, kind, unit, rests)
    return graph


def _add_needs(
    resting: Resting, graph: _Graph, kind: str, unit: Unit, rests: list[frozenset[int]]
) -> None:
    """Add what a rule needs to a graph."""
    of, depth = resting.plan.kinds[kind].slots, resting.depth(kind)
    needs = graph.needs[kind, unit.place, unit.part]
    parts: set[int] = set()
    if unit.part:
        needs[kind, unit.place, ""] = 0
    else:
        parts |= {unit.slot} if of[unit.slot].op is Op.ABOVE else {*of[unit.slot].of}
    for gives in unit.gives:
        parts |= {gives.value} | (set() if gives.when is None else {gives.when})
    for part in parts:
        for place in rests[part]:
            if place != unit.place or unit.part:
                needs[kind, place, ""] = 0
        for need in resting.needs(kind, part):
            name = (need.kind, -1, need.key)
            needs[name] = max(needs.get(name, 0), int(need.top < depth))


def _rules(resting: Resting, kind: str, rules: Mapping[int, int]) -> list[frozenset[int]]:
    """Return the rules (by place) of which each slot of a kind speaks."""
    rests: list[frozenset[int]] = []
    for number, slot in enumerate(resting.plan.kinds[kind].slots):
        if number in rules:
            rests.append(frozenset((rules[number],)))
        elif slot.op is Op.DECIDED:
            rests.append(frozenset())
        else:
            parts = [rests[part] for part in slot.of]
            rests.append(frozenset().union(*parts) if any(parts) else frozenset())
    return rests


def _ordered(graph: _Graph) -> list[Name]:
    """Return what a graph has, each after what it needs; what is in a circle is left out."""
    count = {name: len(needs) for name, needs in graph.needs.items()}
    after: dict[Name, list[Name]] = {name: [] for name in count}
    for name, needs in graph.needs.items():
        for need in needs:
            after[need].append(name)
    order = [name for name, several in count.items() if not several]
    for name in order:  # which grows on the way
        for user in after[name]:
            count[user] -= 1
            if not count[user]:
                order.append(user)
    return order


def _staged(resting: Resting, graph: _Graph, order: list[Name]) -> Stages:
    """Return the stages: each rule in the last in which all who need it find it."""
    early: dict[Name, int] = {}
    for name in order:
        needs = graph.needs[name].items()
        early[name] = max((early[need] + later for need, later in needs), default=0)
    last = max(early.values(), default=0)
    late = dict.fromkeys(order, last)
    for name in reversed(order):
        for need, later in graph.needs[name].items():
            late[need] = min(late[need], late[name] - later)
    units: dict[str, tuple[tuple[Unit, ...], ...]] = {}
    for kind in resting.names.kinds:
        mine = {name: late[name] for name in graph.units if name[0] == kind}
        stages: list[list[Unit]] = [[] for _ in range(last + 1)]
        for name in _in_kind(graph, mine):
            stages[mine[name]].append(graph.units[name])
        units[kind] = tuple(map(tuple, stages))
    runs: dict[str, set[int]] = {kind: set() for kind in resting.names.kinds}
    for name in order:
        if name[1] >= 0 and graph.units[name].gives:
            runs[name[0]].add(late[name])
        for need in graph.needs[name]:
            if need[1] < 0:
                runs[need[0]].add(late[need])
    return Stages(units, {kind: frozenset(some) for kind, some in runs.items()})


def _in_kind(graph: _Graph, stage: Mapping[Name, int]) -> Iterator[Name]:
    """Yield the rules about things of a kind in the order of asking."""
    needs: dict[Name, set[Name]] = {}
    for name in stage:
        mine = set[Name]()
        for need in graph.needs[name]:
            mine |= {need} if need[1] >= 0 else {*graph.needs[need]}
        needs[name] = {need for need in mine if need in stage}
    wanted = {need for several in needs.values() for need in several}
    givers: dict[str, int] = {}
    for name in stage:
        for key in dict.fromkeys(gives.decision for gives in graph.units[name].gives):
            givers[key] = givers.get(key, 0) + 1
    alone = {
        name
        for name in stage
        if (gives := graph.units[name].gives)
        and not needs[name]
        and name not in wanted
        and all(givers[part.decision] == 1 for part in gives)
    }
    after: dict[Name, list[Name]] = {name: [] for name in stage}
    for name, several in needs.items():
        for need in several:
            after[need].append(name)
    count = {name: len(several) for name, several in needs.items()}
    ready = [(stage[name], name not in alone, name) for name in stage if not count[name]]
    heapify(ready)
    while ready:
        *_, name = heappop(ready)
        yield name
        for user in after[name]:
            count[user] -= 1
            if not count[user]:
                heappush(ready, (stage[user], user not in alone, user))
