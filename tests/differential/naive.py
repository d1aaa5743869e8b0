"""A second reader of acts: what their sentences decide of a case, read slowly and naively.

It is written from `grammar/README.md` and the grammar files, not from the compiler, whose
reading it is compared with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import product
from typing import Any

from tests.differential import act_declared as d
from tests.differential import act_model as m
from tests.differential.naive_conditions import Conditions, Thing
from tests.differential.naive_values import (
    CONTRADICTION,
    NOTHING,
    UNKNOWN,
    Day,
    all_hold,
    negation,
    one_holds,
    parts,
)


@dataclass(eq=False)
class Provision:
    """A sentence that decides or displaces; each of its alternatives has its address."""

    sentence: m.Sentence
    address: m.Address
    kind: str
    alternatives: list[tuple[m.Address, Callable[[Thing], bool | None]]]
    targets: tuple[m.Address, ...]


class Reader(Conditions):
    """Reads an act on certain days; what was found out of a thing is not found out again."""

    def __init__(self, act: m.Act, days: dict[str, Day]) -> None:
        super().__init__(act.vocabulary, {**said_days(act), **days})
        self.act = act
        self.provisions = [one for place in sentences(act) for one in self._provisions(*place)]
        self.memory: dict[Any, Any] = {}

    def remembered(self, find: Callable[..., Any], about: Any, thing: Thing) -> Any:
        """Return what `find` says about something of a thing."""
        key = (find.__name__, id(about), id(thing))
        if key not in self.memory:
            self.memory[key] = find(about, thing)
        return self.memory[key]

    # --- what the act defines ---

    def in_force(self, sentence: m.Sentence) -> bool | None:
        """Return whether a sentence is in force; its first and last day count."""
        if sentence.start is None and sentence.end is None:
            return True
        day = self.days.get(self.vocabulary.days[0])
        if day is None:
            return None
        begun = sentence.start is None or parts(sentence.start) <= day
        return begun and (sentence.end is None or day <= parts(sentence.end))

    def concept(self, concept: d.Concept, thing: Thing) -> bool | None:
        """Return whether a thing is what a sentence in force says that a class means."""
        owner = thing.of(concept.kind)
        found: bool | None = owner.facts.get(concept.key)  # type: ignore[assignment]
        if found is None:
            found = self.remembered(self._concept, concept, owner)
        return found

    def _concept(self, concept: d.Concept, thing: Thing) -> bool | None:
        return one_holds(
            all_hold([self.in_force(sentence), self.means(one, thing)])
            for _, sentence in sentences(self.act)
            for one in _definitions(sentence.body)
            if one.concept is concept
        )

    def means(self, body: m.Means | m.MeansFollowing, thing: Thing) -> bool | None:
        """Return whether a thing is what a definition says."""
        if isinstance(body, m.Means):
            return one_holds(self.described(one, thing) for one in body.classes)
        return one_holds(self.class_item(one, thing) for one in body.items)

    def quantity(self, quantity: d.Quantity, thing: Thing) -> Any:
        """Return what the sentence in force says that an amount is."""
        owner = thing.of(quantity.kind)
        if quantity.key in owner.facts:
            return owner.facts[quantity.key]
        return self.remembered(self._quantity, quantity, owner)

    def _quantity(self, quantity: d.Quantity, thing: Thing) -> Any:
        own = [
            one
            for _, one in sentences(self.act)
            if isinstance(one.body, m.Amounts | m.Table) and one.body.noun is quantity
        ]
        forces = [self.in_force(one) for one in own]
        if None in forces:
            return UNKNOWN
        if True not in forces:
            return NOTHING
        body = own[forces.index(True)].body
        assert isinstance(body, m.Amounts | m.Table)
        return self.measured(body, thing)

    # --- what the act decides ---

    def _provisions(self, place: m.Address, sentence: m.Sentence) -> Iterator[Provision]:
        body, targets = sentence.body, sentence.notwithstanding
        match body:
            case m.Grants(effect, _, cls, if_, unless):
                listed = self._alternatives(place, cls, if_, unless)
                yield Provision(sentence, place, effect.kind, listed, targets)
            case m.GrantsFollowing(effect, items):
                listed = [
                    (_point(place, n), partial(self.class_item, one))
                    for n, one in enumerate(items, start=1)
                ]
                yield Provision(sentence, place, effect.kind, listed, targets)
            case m.Excludes(aimed, cls, if_, unless):
                listed = self._alternatives(place, cls, if_, unless)
                yield Provision(sentence, place, "", listed, (*aimed, *targets))
            case m.Limits(aimed, cls, only):

                def unmet(thing: Thing) -> bool | None:
                    held = negation(self.truth(only, thing))
                    return all_hold([self.described(cls, thing), held])

                yield Provision(sentence, place, "", [(place, unmet)], (*aimed, *targets))
            case m.Cases(decision, cases, inline):
                for n, one in enumerate(cases, start=1):
                    own = place if inline else _point(place, n)
                    amount = m.Amounts(decision, one.amount, one.limits)
                    said = replace(sentence, body=amount)
                    holds = partial(self._case, cases, n - 1)
                    yield Provision(said, own, decision.kind, [(own, holds)], targets)
            case m.Amounts(d.Decision() as decision, _, _, if_):
                listed = self._alternatives(place, None, if_, None)
                yield Provision(sentence, place, decision.kind, listed, targets)
            case m.Table(d.Decision() as decision):
                listed = self._alternatives(place, None, None, None)
                yield Provision(sentence, place, decision.kind, listed, targets)

    def _case(self, cases: tuple[m.Case, ...], place: int, thing: Thing) -> bool | None:
        """Return whether a case of an amount holds; the last may in any other case."""
        one = cases[place]
        if not one.otherwise:
            return self.tail(one.if_, one.unless, thing)
        others = [self.tail(other.if_, other.unless, thing) for other in cases[:place]]
        return negation(one_holds(others))

    def _alternatives(
        self,
        place: m.Address,
        cls: m.Class | None,
        if_: m.Condition | None,
        unless: m.Condition | None,
    ) -> list[tuple[m.Address, Callable[[Thing], bool | None]]]:
        """Return the points of a list of which one is enough, or the whole."""

        def whole(thing: Thing) -> bool | None:
            described = cls is None or self.described(cls, thing)
            return all_hold([described, self.tail(if_, unless, thing)])

        def point(condition: m.Condition) -> Callable[[Thing], bool | None]:
            def holds(thing: Thing) -> bool | None:
                described = cls is None or self.described(cls, thing)
                return all_hold([described, self.truth(condition, thing)])

            return holds

        match if_:
            case m.Listed("any", _, items) if unless is None:
                singles: list[m.Condition] = [m.Listed("any", 1, (one,)) for one in items]
            case m.MembersListed(
                "at least" | "one or more", 1, group, m.Listed("any", _, items)
            ) if unless is None:
                singles = [
                    m.MembersListed("at least", 1, group, m.Listed("any", 1, (one,)))
                    for one in items
                ]
            case _:
                return [(place, whole)]
        return [(_point(place, n), point(one)) for n, one in enumerate(singles, start=1)]

    def one_applies(self, address: m.Address, thing: Thing) -> bool | None:
        """Return whether one of the provisions at an address applies to a thing."""
        return one_holds(
            self.applies(one, n, thing)
            for one in self.provisions
            for n, (own, _) in enumerate(one.alternatives)
            if _covers(address, own)
        )

    def applies(self, provision: Provision, place: int, thing: Thing) -> bool | None:
        """Return whether an alternative holds, and no other provision displaces it."""
        key = ("applies", id(provision), place, id(thing))
        if key not in self.memory:
            own, holds = provision.alternatives[place]
            self.memory[key] = all_hold(
                [
                    self.in_force(provision.sentence),
                    holds(thing),
                    *(
                        negation(self.applies(by, n, thing))
                        for by in self.provisions
                        if any(_covers(one, own) for one in by.targets)
                        for n in range(len(by.alternatives))
                        if (by, n) != (provision, place)
                    ),
                ]
            )
        found: bool | None = self.memory[key]
        return found

    def decided(self, decision: d.Decision, thing: Thing) -> Any:
        """Return what the act decides of a thing, or of the one above it."""
        owner = thing.of(decision.kind)
        if decision.key in owner.facts:
            return owner.facts[decision.key]
        return self.remembered(self.decide, decision, owner)

    def decide(self, decision: d.Decision, thing: Thing) -> Any:
        """Return what the act decides: a value, UNKNOWN, NOTHING or CONTRADICTION."""
        sure: list[Any] = []
        perhaps: list[Any] = []
        for one in self.provisions:
            value = self.given(one, decision, thing)
            if value is NOTHING:
                continue
            places = range(len(one.alternatives))
            holds = one_holds(self.applies(one, n, thing) for n in places)
            holds = all_hold([holds, self.when(one, thing)])
            if holds and value is not UNKNOWN:
                sure.append(value)
            elif holds is not False:
                perhaps.append(value)
        if self._combined(decision, sure) is CONTRADICTION:
            return CONTRADICTION
        if UNKNOWN in perhaps:
            return UNKNOWN
        outcomes = {
            self._combined(
                decision, [*sure, *(v for v, held in zip(perhaps, some, strict=True) if held)]
            )
            for some in product((True, False), repeat=len(perhaps))
        }
        return outcomes.pop() if len(outcomes) == 1 else UNKNOWN

    def when(self, provision: Provision, thing: Thing) -> bool | None:
        """Return whether the effect that a provision grants gives what it gives."""
        match provision.sentence.body:
            case m.Grants(effect) | m.GrantsFollowing(effect) if effect.when is not None:
                return self.meaning(effect.when, [], thing)
            case _:
                return True

    def given(self, provision: Provision, decision: d.Decision, thing: Thing) -> Any:
        """Return what a provision gives a decision where it applies."""
        match provision.sentence.body:
            case m.Grants(effect, value) if effect.decision is decision:
                return effect.value if value is None else value.value
            case m.GrantsFollowing(effect) if effect.decision is decision:
                return effect.value
            case m.Amounts(noun) | m.Table(noun) as body if noun is decision:
                return self.measured(body, thing)
            case m.Excludes(aimed) if decision.excluded is not None:
                taken = [
                    any(_covers(target, own) for target in aimed)
                    for one in self.provisions
                    if self.grants(one, decision)
                    for own, _ in one.alternatives
                ]
                return decision.excluded if taken and all(taken) else NOTHING
            case _:
                return NOTHING

    def grants(self, provision: Provision, decision: d.Decision) -> bool:
        """Return whether a provision is one that grants a decision."""
        match provision.sentence.body:
            case m.Grants(effect) | m.GrantsFollowing(effect):
                return effect.decision is decision
            case m.Amounts(noun) | m.Table(noun):
                return noun is decision
            case _:
                return False

    def _combined(self, decision: d.Decision, values: list[Any]) -> Any:
        if not values:
            return NOTHING if decision.otherwise is None else decision.otherwise
        picks = [
            one.body.pick
            for _, one in sentences(self.act)
            if isinstance(one.body, m.Combines) and one.body.decision is decision
        ]
        match picks:
            case ["largest"]:
                return max(values)
            case ["smallest"]:
                return min(values)
            case ["total"]:
                return sum(values, start=Fraction(0))
            case _:
                return values[0] if len(set(values)) == 1 else CONTRADICTION


def sentences(act: m.Act) -> Iterator[tuple[m.Address, m.Sentence]]:
    """Yield the sentences of an act, each with its paragraph."""
    for n, paragraphs in enumerate(act.articles, start=1):
        for paragraph in paragraphs:
            for one in paragraph.sentences:
                yield m.Address(n, paragraph.number), one


def said_days(act: m.Act) -> dict[str, Day]:
    """Return the days that an act itself says, where a case says no other."""
    bodies = [one.body for _, one in sentences(act)]
    return {one.day: parts(one.value) for one in bodies if isinstance(one, m.MeansDay)}


def _definitions(body: m.Body) -> tuple[m.Means | m.MeansFollowing, ...]:
    match body:
        case m.Terms(parts):
            return parts
        case m.Means() | m.MeansFollowing():
            return (body,)
        case _:
            return ()


def _point(place: m.Address, number: int) -> m.Address:
    return m.Address(place.article, place.paragraph, number)


def _covers(cited: m.Address, own: m.Address) -> bool:
    return (
        cited.article == own.article
        and cited.paragraph in (None, own.paragraph)
        and cited.point in (None, own.point)
    )
