"""The provisions of a law as columns: whether each holds, and applies, to a thing.

A provision is an element that decides something: a rule, a definition, or a lettered point of
one. It holds if it is in force and its condition is true. It applies if it holds and no other
provision displaces it. A point or a definition is displaced by none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

from lawc.backends.python.points import points_of
from lawc.backends.relational.slots import Columns
from lawc.backends.relational.terms import Term, all_of, any_of
from lawc.backends.relational.truths import in_force
from lawc.ir import nodes as ir
from lawc.meaning.world import World
from lawc.plan.slots import Plan, Ref
from lawc.records import dataclass


class Provided(NamedTuple):
    """The columns of an element of the law, for each thing of a kind.

    - `holds`: whether its condition holds and it is in force, displaced or not.
    - `applies`: whether it holds and is not displaced; `holds` itself if nothing displaces it.
    - `displaced`: the citation of each provision that displaces it, and the column that tells
      whether that provision applies.
    """

    eid: str
    citation: str
    kind: str
    holds: str
    applies: str
    displaced: tuple[tuple[str, str], ...]


class Stated(NamedTuple):
    """A condition that an element states and that is no rule: a point or a definition."""

    eid: str
    kind: str
    condition: ir.Expr
    force: ir.Force


class _Sentence(NamedTuple):
    """A sentence of an element: its condition, and the rule that it is, if any."""

    kind: str
    force: ir.Force
    condition: Ref
    rule: ir.Rule | None


Put: TypeAlias = Callable[[str, str, Term], str]  # a kind, a name, a term to the column of it


def stated_conditions(law: ir.Law) -> tuple[Stated, ...]:
    """Return the points and definitions of a law, for which its plan needs slots.

    An element that has a rule is asked for its rules, as in a package.
    """
    elements = {element.eid for element in law.elements}
    points = points_of(law, elements, amounts=True)
    others = elements - {rule.eid for rule in law.rules} - points.keys()
    definitions = (each for each in law.definitions if each.eid in others)
    return (
        *(Stated(point.eid, point.kind, point.part, point.force) for point in points.values()),
        *(Stated(each.eid, each.kind, each.condition, each.force) for each in definitions),
    )


@dataclass(frozen=True)
class Providing:
    """The provisions of a law while their columns are made.

    The plan has a slot for the condition of each of `stated`.
    """

    law: ir.Law
    world: World
    plan: Plan
    columns: Columns
    stated: tuple[Stated, ...]

    def provisions(self, put: Put) -> Iterator[Provided]:
        """Yield each provision, in the order of the law.

        `put` returns the column that has a term; a new one has the name.
        """
        sentences = self.sentences()
        for element in self.law.elements:
            of = sentences.get(element.eid, [])
            for kind in self.lowest([sentence.kind for sentence in of]):
                line = self.columns.lines[kind]
                mine = [sentence for sentence in of if sentence.kind in line]
                yield self.provided(element, kind, mine, put)

    def sentences(self) -> Mapping[str, list[_Sentence]]:
        """Return the sentences of each element."""
        sentences: dict[str, list[_Sentence]] = {}
        for rule, plan in zip(self.law.rules, self.plan.rules, strict=True):
            sentence = _Sentence(rule.kind, rule.force, plan.condition, rule)
            sentences.setdefault(rule.eid, []).append(sentence)
        for stated, ref in zip(self.stated, self.plan.conditions, strict=True):
            sentence = _Sentence(stated.kind, stated.force, ref, None)
            sentences.setdefault(stated.eid, []).append(sentence)
        return sentences

    def lowest(self, kinds: Iterable[str]) -> list[str]:
        """Return the kinds that have none of the others below them."""
        kinds, lines = dict.fromkeys(kinds), self.columns.lines
        return [kind for kind in kinds if not any(kind in lines[other][1:] for other in kinds)]

    def provided(
        self, element: ir.Element, kind: str, sentences: list[_Sentence], put: Put
    ) -> Provided:
        """Return an element of some sentences: it holds if one of them does."""
        eid, holds, applies = element.eid, [], []
        by: dict[str, dict[int, ir.Rule]] = {}
        for sentence in sentences:
            holds.append(self.holds(kind, sentence))
            rule = sentence.rule
            if rule is None:
                applies.append(holds[-1])
                continue
            applies.append(self.applies(kind, rule))
            for other in self.world.displacing(rule):
                mine = by.setdefault(self.world.elements[other.eid].citation, {})
                mine[self.world.places[id(other)]] = other
        columns = (
            put(kind, f"{eid}.holds", any_of(holds)),
            put(kind, f"{eid}.applies", any_of(applies)),
        )
        displaced = []
        for citation, rules in by.items():
            term = any_of([self.applies(kind, rule) for rule in rules.values()])
            name = f"displaced.{'.'.join(map(str, rules))}"
            displaced.append((citation, put(kind, name, term)))
        return Provided(eid, element.citation, kind, *columns, tuple(displaced))

    def holds(self, kind: str, sentence: _Sentence) -> Term:
        """Return whether a sentence is in force and its condition holds."""
        condition = self.columns.read(kind, sentence.kind, sentence.condition).term
        if sentence.force == ir.ALWAYS:
            return condition
        assert self.law.law_day is not None, "a law with versions has a day for them"
        day = self.columns.day(self.law.law_day)
        return all_of([in_force(day, sentence.force.start, sentence.force.end), condition])

    def applies(self, kind: str, rule: ir.Rule) -> Term:
        """Return whether a rule applies."""
        plan = self.plan.rules[self.world.places[id(rule)]]
        return self.columns.read(kind, rule.kind, plan.applies).term
