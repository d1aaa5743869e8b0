"""Coverage: which provisions and points the examples of a law show true, false, and deciding.

- A provision is true if it applies; a point or a definition is true if it holds.
- A provision decides if a result cites it.
- A point or a definition decides if (1) it stands in the reasoning of a provision that decides,
  and (2) the condition of that provision would fail if this point alone had the other truth.
- A point of an amount decides if a member is counted only because of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import field, replace
from datetime import date
from enum import Enum
from typing import TypeAlias

from lawc.ir import nodes as ir
from lawc.meaning.asking import Asked
from lawc.meaning.cases import Thing
from lawc.meaning.explain import explain
from lawc.meaning.skeleton import Bones, bones
from lawc.meaning.world import World, on
from lawc.records import dataclass
from lawc.runtime.logic import not_
from lawc.runtime.reasons import Explanation, Ground, Node, Rests, following
from lawc.runtime.values import Truth
from lawc.testing.counting import with_counts

Explained: TypeAlias = tuple[Explanation, ...]  # of one case
Shown: TypeAlias = frozenset[tuple[str, "Goal"]]  # by one case: elements by eid


class Goal(Enum):
    """A goal of the examples: to show a provision true, false, or deciding."""

    TRUE = "true"
    FALSE = "false"
    DECIDES = "decides"


@dataclass(frozen=True, slots=True)
class Case:
    """A case of an example, with the days that it is decided for."""

    thing: Thing
    days: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Row:
    """A provision or point with its goals, and how many examples show each goal."""

    citation: str
    eid: str
    goals: tuple[Goal, ...]
    shown: Mapping[Goal, int]

    @property
    def missing(self) -> tuple[Goal, ...]:
        """The goals that no example shows."""
        return tuple(goal for goal in self.goals if not self.shown[goal])


@dataclass(frozen=True, slots=True)
class Coverage:
    """The rows in the order of the law; no provision rests on the `unmeasured` elements."""

    rows: tuple[Row, ...]
    unmeasured: tuple[str, ...]

    def share(self, *goals: Goal) -> tuple[int, int]:
        """Return how many of the rows' `goals` are shown, and how many there are."""
        wanted = [(row, goal) for row in self.rows for goal in row.goals if goal in goals]
        return sum(row.shown[goal] > 0 for row, goal in wanted), len(wanted)


class Explaining:
    """A law whose reasoning trees cite each element by its eid, which is unique.

    The trees name no values. The conditions by which amounts count members stand in them.
    """

    def __init__(self, law: ir.Law) -> None:
        self.original = law
        elements = tuple(replace(element, citation=element.eid) for element in law.elements)
        self.law = with_counts(replace(law, elements=elements))
        self.world = World(self.law, {})
        self.rules = frozenset(rule.eid for rule in law.rules)
        self.bones = bones(self.law, self.world, values=False)  # coverage asks for truths only

    def explain(self, case: Case) -> Explained:
        """Return the explanations of a case."""
        return explain(on(self.world, case.days), case.thing, self.bones)


def goals_shown(explaining: Explaining, explanations: Explained) -> Shown:
    """Return the elements of which a case shows a goal; its trees need not be kept."""
    return frozenset(
        pair for each in explanations for pair in _goals_of(each, explaining.rules)
    )


def measure(explaining: Explaining, cases: Iterable[Shown]) -> Coverage:
    """Return how many of the `cases` show each goal of each provision and point of a law."""
    law, skeleton = explaining.original, explaining.bones
    counts: dict[tuple[str, Goal], int] = {}
    for case in cases:
        for pair in case:
            counts[pair] = counts.get(pair, 0) + 1
    elements = _elements_in_reasoning(skeleton)
    always = _always(explaining.law)
    rows = tuple(
        Row(
            citation,
            eid,
            tuple(goal for goal in Goal if goal is not Goal.FALSE or eid not in always),
            {goal: counts.get((eid, goal), 0) for goal in Goal},
        )
        for eid, citation in citations(law).items()
        if eid in elements
    )
    left = (
        element.citation
        for element in law.elements
        if askable(law, element) and element.eid not in elements
    )
    return Coverage(rows, tuple(left))


def deciding_elements(explaining: Explaining, explanations: Explained) -> frozenset[str]:
    """Return the elements that decide in a case."""
    pairs = goals_shown(explaining, explanations)
    return frozenset(eid for eid, goal in pairs if goal is Goal.DECIDES)


def elements_reached(explanations: Explained) -> set[str]:
    """Return the elements that apply, or hold, in a case."""
    eids: set[str] = set()
    for explanation in explanations:
        for ground in explanation.grounds:
            if ground.applies is True:
                eids.add(ground.citation)
            waiting = [ground.condition]
            while waiting:
                node = waiting.pop()
                if node.citation and node.truth is True:
                    eids.add(node.citation)
                waiting += node.parts
    return eids


def citations(law: ir.Law) -> dict[str, str]:
    """Return the citation of each element by its eid, with the number of a later version."""
    cited: dict[str, str] = {}
    seen: dict[str, int] = {}
    for element in law.elements:
        number = seen[element.citation] = seen.get(element.citation, 0) + 1
        cited[element.eid] = (
            element.citation if number == 1 else f"{element.citation}, version {number}"
        )
    return cited


def askable(law: ir.Law, element: ir.Element) -> bool:
    """Return whether an element states a condition of its own, as rules and points do."""
    own = {rule.eid for rule in law.rules} | {definition.eid for definition in law.definitions}
    return element.eid in own or (not element.inert and element.eid.count("__") > 1)


# --- what there is to show ----------------------------------------------------------------


def _elements_in_reasoning(reasoning: Bones) -> set[str]:
    """Return the elements that stand in the reasoning of a provision."""
    grounds = [rule for group in reasoning.skeleton.grounds.values() for rule in group]
    waiting = [rule.condition for rule in grounds]
    eids = {rule.citation for rule in grounds}
    seen: set[str] = set()
    while waiting:
        condition: Asked = waiting.pop()
        waiting += condition.parts
        if condition.rests is not Rests.APPLIES:
            eids.add(condition.citation)
        if condition.rests is Rests.DEFINITION and condition.key not in seen:
            seen.add(condition.key)
            waiting += [
                version.condition for version in reasoning.skeleton.definitions[condition.key]
            ]
    return eids - {""}


def _always(law: ir.Law) -> set[str]:
    """Return the elements whose rules apply in every case."""
    world = World(law, {})
    never_false = {
        rule.eid
        for rule in law.rules
        if rule.condition == ir.All(()) and rule.force == ir.ALWAYS
        if not world.displacing(rule)
    }
    others = {rule.eid for rule in law.rules if rule.condition != ir.All(())}
    return never_false - others


# --- what a case shows --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Place:
    """A node of a reasoning tree with the nodes above it, the nearest first."""

    node: Node
    above: tuple[tuple[Node, int], ...] = field(default=())

    def turned(self) -> Truth:
        """Return the truth of the whole tree if this node had the other truth."""
        truth = not_(self.node.truth)
        for node, place in self.above:
            truths = [part.truth for part in node.parts]
            truths[place] = truth
            truth = following(node.rests, node.number, truths)
        return truth


def _goals_of(explanation: Explanation, rules: Set[str]) -> Iterator[tuple[str, Goal]]:
    cited = {citation for answer in explanation.answers for citation in answer.provisions}
    for ground in explanation.grounds:
        decides = ground.citation in cited and ground.applies is not False
        yield from _truth(ground.citation, ground.applies)
        if decides:
            yield ground.citation, Goal.DECIDES
        turning = decides and ground.condition.truth is True
        yield from _points(ground, rules, turning=turning)


def _points(ground: Ground, rules: Set[str], *, turning: bool) -> Iterator[tuple[str, Goal]]:
    if not turning:
        yield from _truths(ground.condition, rules)
        return
    waiting = [_Place(ground.condition)]
    while waiting:
        place = waiting.pop()
        node = place.node
        for number, part in enumerate(node.parts):
            waiting.append(_Place(part, ((node, number), *place.above)))
        if not node.citation or node.citation in rules or node.rests is Rests.APPLIES:
            continue
        yield from _truth(node.citation, node.truth)
        if node.truth is not None and place.turned() is not True:
            yield node.citation, Goal.DECIDES


def _truths(condition: Node, rules: Set[str]) -> Iterator[tuple[str, Goal]]:
    waiting = [condition]
    while waiting:
        node = waiting.pop()
        waiting += node.parts
        head = node.head
        if head.citation and head.citation not in rules and head.rests is not Rests.APPLIES:
            yield from _truth(head.citation, node.truth)


def _truth(citation: str, truth: Truth) -> Iterator[tuple[str, Goal]]:
    if truth is not None:
        yield citation, Goal.TRUE if truth else Goal.FALSE
