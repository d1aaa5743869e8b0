"""Elements of a law asked by their citation: what each comes to in a case.

Part of the specification: packages say the same. `elements` tells what an element says;
`lawc.runtime.holdings` is what is answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lawc.ir.types import Basic
from lawc.meaning.asking import AskedPart
from lawc.meaning.cases import Thing
from lawc.meaning.completions import condition_outcome
from lawc.meaning.elements import Part, Saying
from lawc.meaning.explain import Laid, laid
from lawc.meaning.interpret import holds, value
from lawc.meaning.missing import missing
from lawc.meaning.results import type_word
from lawc.meaning.skeleton import cited
from lawc.meaning.truth import CONTRADICTION, NOTHING, UNKNOWN, Result, State, at_least, every
from lawc.meaning.world import World, below, in_force, stated
from lawc.records import dataclass
from lawc.runtime import logic
from lawc.runtime.holdings import (
    AskedUnder,
    Holding,
    no_such_thing,
    plain_citation,
    refusal,
    together,
)
from lawc.runtime.reasons import Cited, Ground
from lawc.runtime.results import Status


def ask(
    world: World,
    case: Thing,
    element: str,
    of: str,
    under: AskedUnder,
    trees: Laid | None = None,
) -> Holding:
    """Return what an element comes to in a case, for the thing at the path `of`.

    Pass `laid(world)` as `trees` to build them once for many elements.

    Raises:
        AskError: no such element says what can hold, or there is no such thing.
    """
    trees = trees or laid(world)
    by_citation: dict[str, list[_Asked]] = {}
    for saying, parts in trees.bones.elements:
        by_citation.setdefault(saying.citation, []).append((saying, parts))
    citation = element if element in by_citation else plain_citation(element)
    if citation not in by_citation:
        raise refusal(citation, by_citation)
    several = by_citation[citation]
    asking = _Asking(world, under, trees)
    thing = _thing(world, case, citation, [saying.kind for saying, _ in several], of)
    return together(
        citation,
        thing.path,
        tuple(asking.holding(saying, parts, thing) for saying, parts in several),
    )


def _thing(world: World, case: Thing, element: str, kinds: list[str], of: str) -> Thing:
    """Return the thing that an element is asked about: the one at a path, or the only one."""
    kind = max(map(world.line, kinds), key=len)[0]
    things = [thing for thing in below(case) if thing.of(kind) is not None]
    named = [thing for thing in things if thing.path == of] if of else things
    own = [thing for thing in named if thing.kind == kind]
    found = named if of else own
    if len(found) == 1:
        return found[0]
    paths = [thing.path for thing in things if thing.kind == kind]
    raise no_such_thing(of, element, kind, paths)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A case whose elements are asked for."""

    world: World
    under: AskedUnder
    trees: Laid

    def holding(self, saying: Saying, parts: tuple[AskedPart, ...], thing: Thing) -> Holding:
        owner = thing.of(saying.kind)
        assert owner is not None, "the thing was chosen for the kind"
        result, needed, lapsed = self.result(saying, owner)
        status = Status.DECIDED
        if lapsed:
            status = Status.NOT_IN_FORCE
        elif result is UNKNOWN:
            status = Status.OPEN
        elif isinstance(result, State):
            status = Status(result.value)
        established = bool(saying.key) and stated(self.world, owner, saying.key) is not UNKNOWN
        return Holding(
            saying.citation,
            thing.path,
            saying.says,
            type_word(saying.type),
            None if isinstance(result, State) else result,
            status,
            needed,
            tuple(self.grounds(saying, parts, owner)),
            self.under,
            established,
        )

    def result(self, saying: Saying, thing: Thing) -> tuple[Result, tuple[str, ...], bool]:
        """Return the value, the missing facts, and whether no part is in force."""
        world = self.world
        parts = [part for part in saying.parts if in_force(world, part.force) is not False]
        if not parts:
            return NOTHING, (), True
        if saying.type is not Basic.TRUTH:
            amount = value(world, parts[0].expr, thing)
            lapsed = amount is NOTHING and bool(saying.key) and self.lapsed(saying.key)
            rests = missing(world, parts[0].expr, thing)
            if amount is UNKNOWN and not rests:
                return CONTRADICTION, (), False
            return amount, rests, lapsed
        truth = at_least(
            1,
            [
                every((in_force(world, part.force), holds(world, part.expr, thing)))
                for part in parts
            ],
        )
        if truth is not UNKNOWN:
            return truth, (), False
        rests = self.rests(parts, thing)
        if not rests:
            return CONTRADICTION, (), False
        pairs = [(part.force, part.expr) for part in parts]
        completed = condition_outcome(world, pairs, thing)
        if completed.settled:
            settled = completed.value
            return CONTRADICTION if settled is logic.CONTRADICTION else settled, (), False
        matters = completed.matters or frozenset(rests)
        return UNKNOWN, tuple(path for path in rests if path in matters) or rests, False

    def rests(self, parts: list[Part], thing: Thing) -> tuple[str, ...]:
        """Return the missing facts on which the truth of parts rests."""
        paths: list[str] = []
        for part in parts:
            if in_force(self.world, part.force) is UNKNOWN and self.world.law.law_day:
                paths.append(self.world.law.law_day)
            paths += missing(self.world, part.expr, thing)
        return tuple(dict.fromkeys(paths))

    def lapsed(self, key: str) -> bool:
        """Return whether no version of a quantity is in force."""
        forces = [
            quantity.force for quantity in self.world.law.quantities if quantity.key == key
        ]
        return all(in_force(self.world, force) is False for force in forces)

    def grounds(
        self, saying: Saying, parts: tuple[AskedPart, ...], thing: Thing
    ) -> Iterator[Ground]:
        """Yield the reasons: a ground for each rule, else one for what the element states."""
        head = next(e for e in self.world.law.elements if e.citation == saying.citation)
        _, source, remark = cited(self.world, head.eid)
        of_element = Cited(saying.citation, head.text, source, remark)
        for part, asked in zip(saying.parts, parts, strict=True):
            if asked.rule >= 0:
                ground = self.trees.ground(asked.rule, thing)
                if ground is not None:
                    yield ground
            elif in_force(self.world, part.force) is False:
                continue
            elif asked.condition is not None:
                yield self.trees.condition(of_element, asked.condition, thing)
            elif asked.amount is not None:
                yield self.trees.amount(of_element, saying.key, asked.amount, thing)


_Asked: TypeAlias = tuple[Saying, tuple[AskedPart, ...]]
