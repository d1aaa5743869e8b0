"""A case laid over the skeleton of a law: the reasoning trees that the answers make.

Part of the specification. Only conditions that rest on facts are asked for their truth
(`Scope.truth`); every other truth follows from the parts, so that a reader can check each step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Generic, TypeAlias, TypeVar

from lawc.meaning.asking import (
    Asked,
    AskedAmount,
    AskedRule,
    AskedVersion,
    Read,
    Scope,
    Skeleton,
    Source,
    Version,
)
from lawc.records import dataclass
from lawc.runtime.amounts import Amount, AmountHead, Makes, rows_used
from lawc.runtime.logic import all_of, any_of, in_force
from lawc.runtime.reasons import (
    Cited,
    Explanation,
    FactUsed,
    Gift,
    Ground,
    Head,
    Node,
    Rests,
    following,
    where,
)
from lawc.runtime.values import Truth

T = TypeVar("T")
_Displacing: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]  # that apply, that may


def explanations(skeleton: Skeleton, scope: Scope[T], root: T) -> tuple[Explanation, ...]:
    """Explain `root`, if the law decides of it, then every decided thing below, in order."""
    kind = next(key for key, parent in skeleton.kinds if not parent)
    return tuple(_Reading(skeleton, scope).explanations(kind, root))


@dataclass(frozen=True)
class _Reading(Generic[T]):
    """One case being read; a concept is read once for each thing, however often it is used.

    So is what is asked of a list: it is the same for all that the owner of the list contains.
    So are rules that displace several: a skeleton may have one tuple of them for all.
    """

    skeleton: Skeleton
    scope: Scope[T]
    meanings: dict[tuple[str, str], Node] = field(default_factory=dict)
    groups: dict[tuple[int, str], Node] = field(default_factory=dict)
    displacing: dict[tuple[int, str], _Displacing] = field(default_factory=dict)
    quantities: dict[tuple[str, str], Amount] = field(default_factory=dict)

    def explanations(self, kind: str, thing: T) -> Iterator[Explanation]:
        if kind in self.skeleton.grounds:
            asked = self.skeleton.grounds[kind]
            grounds = tuple(
                self.ground(one, thing) for one in asked if self.now(one) is not False
            )
            answers = self.scope.answers(kind, thing)
            yield Explanation(self.scope.path(thing), answers, grounds)
        for key, parent in self.skeleton.kinds:
            if parent == kind:
                for one in self.scope.members(key, thing) or ():
                    yield from self.explanations(key, one)

    def now(self, part: AskedRule | Version) -> Truth:
        """Tell whether `part` is in force on the day whose law is applied."""
        if part.start is None and part.end is None:
            return True
        return in_force(self.scope.day(self.skeleton.law_day), part.start, part.end)

    def ground(self, asked: AskedRule, thing: T) -> Ground:
        displaced, perhaps = self.displaced(asked.displacers, thing)
        applies = self.scope.applies(asked.place, thing)
        return Ground(
            Cited(asked.citation, asked.text, asked.source, asked.remark),
            applies,
            self.node(asked.condition, thing),
            tuple(self.gifts(asked, applies, thing)),
            displaced,
            perhaps,
            self.now(asked),
        )

    def gifts(self, asked: AskedRule, applies: Truth, thing: T) -> Iterator[Gift]:
        """Yield what a rule gives; of what may apply, also what amounts are made of."""
        amounts = _Amounts(self.skeleton, self.scope, self.quantities)
        for number, gift in self.scope.gifts(asked.place, thing):
            amount = asked.gives[number]
            if amount is None or applies is False:
                yield gift
            else:
                yield gift._replace(amount=amounts.amount(amount, thing))

    def displaced(self, displacers: tuple[tuple[int, str], ...], thing: T) -> _Displacing:
        """Return the citations of `displacers` that apply, and of those that may."""
        if not displacers:
            return (), ()
        place = (id(displacers), self.scope.path(thing))
        if place not in self.displacing:
            by = [(cite, self.scope.applies(rule, thing)) for rule, cite in displacers]
            self.displacing[place] = (
                tuple(dict.fromkeys(cite for cite, truth in by if truth)),
                tuple(dict.fromkeys(cite for cite, truth in by if truth is None)),
            )
        return self.displacing[place]

    def node(self, asked: Asked, thing: T) -> Node:
        match asked.rests:
            case Rests.FACTS:
                truth = self.scope.truth(asked.place, thing)
                return _node(asked, truth, facts=self.facts(asked, thing))
            case Rests.APPLIES:
                return _node(asked, self.scope.applies(asked.place, thing))
            case Rests.DEFINITION | Rests.ESTABLISHED:
                return self.concept(asked, thing)
            case Rests.SOME | Rests.EVERY:
                return self.quantified(asked, thing)
            case _:
                parts = tuple(self.node(part, thing) for part in asked.parts)
                return _node(asked, _joined(asked, parts), parts)

    def quantified(self, asked: Asked, thing: T) -> Node:
        parent = next(above for kind, above in self.skeleton.kinds if kind == asked.kind)
        owner = self.scope.owner(parent, thing)
        if owner is None:
            return self.of_members(asked, thing)
        place = (id(asked), self.scope.path(owner))
        if place not in self.groups:
            self.groups[place] = self.of_members(asked, thing)
        return self.groups[place]

    def of_members(self, asked: Asked, thing: T) -> Node:
        group = self.scope.members(asked.kind, thing)
        if group is None:
            return _node(asked, None, facts=self.facts(asked, thing))
        parts = tuple(self.member(asked.parts[0], one) for one in group)
        facts = () if parts else self.facts(asked, thing)
        return _node(asked, _joined(asked, parts), parts, facts)

    def member(self, asked: Asked, thing: T) -> Node:
        found, path = self.node(asked, thing), self.scope.path(thing)
        if found.text or found.citation:
            return Node(Head(path, Rests.ALL), found.truth, parts=(found,))
        return found._replace(head=found.head._replace(text=path))

    def concept(self, asked: Asked, thing: T) -> Node:
        owner = self.scope.owner(asked.kind, thing)
        if owner is None:
            return _node(asked, None)
        place = (asked.key, self.scope.path(owner))
        if place not in self.meanings:
            self.meanings[place] = self.meaning(asked.key, owner)
        found = self.meanings[place]
        return Node(asked.head._replace(rests=found.rests), *found[1:])

    def meaning(self, key: str, owner: T) -> Node:
        supplied = self.scope.established(key, owner)
        if supplied is not None:
            fact = FactUsed(where(self.scope.path(owner), key), supplied)
            return Node(Head("", Rests.ESTABLISHED), supplied, (fact,))
        parts = tuple(
            self.version(one, owner)
            for one in self.skeleton.definitions[key]
            if self.now(one) is not False
        )
        truth = any_of(*(part.truth for part in parts))
        return Node(Head("", Rests.DEFINITION), truth, parts=parts)

    def version(self, version: Version, owner: T) -> Node:
        found = self.node(version.condition, owner)
        if self.now(version):
            return found
        day = FactUsed(self.skeleton.law_day, None)
        return found._replace(truth=all_of(found.truth, None), facts=(day, *found.facts))

    def facts(self, asked: Asked, thing: T) -> tuple[FactUsed, ...]:
        return tuple(dict.fromkeys(self.used(asked.reads, thing))) if asked.reads else ()

    def used(self, reads: tuple[Read, ...], thing: T) -> Iterator[FactUsed]:
        for read in reads:
            yield self.scope.used(read, thing)
            if read.within:
                for one in self.scope.members(read.kind, thing) or ():
                    yield from self.used(read.within, one)


def _joined(asked: Asked, parts: tuple[Node, ...]) -> Truth:
    return following(asked.rests, asked.number, [part.truth for part in parts])


def _node(
    asked: Asked,
    truth: Truth,
    parts: tuple[Node, ...] = (),
    facts: tuple[FactUsed, ...] = (),
) -> Node:
    return Node(asked.head, truth, facts, parts)


# --- amounts ----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Amounts(Generic[T]):
    """The amounts of one case; a quantity is laid out once for each thing that has it."""

    skeleton: Skeleton
    scope: Scope[T]
    quantities: dict[tuple[str, str], Amount] = field(default_factory=dict)

    def amount(self, asked: AskedAmount, thing: T) -> Amount:
        """Return an amount of a thing."""
        match asked.head.makes:
            case Makes.WRITTEN:
                return Amount(asked.head, asked.written)
            case Makes.DAY:
                day = self.scope.used(Read(Source.DAY, "", asked.head.key), thing)
                return Amount(asked.head, day.value)
            case Makes.FACT:
                fact = self.scope.used(Read(Source.FACT, asked.kind, asked.head.key), thing)
                return Amount(asked.head, fact.value, False, fact.path, fact.assumed)
            case Makes.QUANTITY | Makes.DECISION:
                return self.named(asked, thing)
            case Makes.COUNT | Makes.SUM:
                return self.of_members(asked, thing)
        value, nothing = self.scope.amount(asked, thing)
        parts = tuple(self.amount(part, thing) for part in asked.parts)
        rows = rows_used(asked.head, parts[0].value) if asked.head.rows else ()
        return Amount(asked.head, value, nothing, parts=parts, rows=rows)

    def named(self, asked: AskedAmount, thing: T) -> Amount:
        """Return the amount of a quantity, or of what is decided."""
        owner = self.scope.owner(asked.kind, thing)
        if owner is None:
            return Amount(asked.head, None)
        place = (asked.head.key, self.scope.path(owner))
        if place not in self.quantities:
            value, nothing = self.scope.amount(asked, thing)
            path = where(self.scope.path(owner), asked.head.key)
            amount = Amount(asked.head, value, nothing, path)
            if asked.head.makes is Makes.QUANTITY:
                amount = self.quantity(amount, owner)
            elif not self.scope.supplied(asked.head.key, owner):
                cited = self.scope.provisions(asked.head.key, owner)
                amount = amount._replace(provisions=cited)
            self.quantities[place] = amount
        return self.quantities[place]

    def quantity(self, amount: Amount, owner: T) -> Amount:
        """Return the amount of a quantity with what the version in force says."""
        if self.scope.supplied(amount.head.key, owner):
            return amount._replace(head=amount.head._replace(makes=Makes.SUPPLIED))
        for version in self.skeleton.amounts[amount.head.key]:
            now = self.now(version)
            if now is None:
                break
            if now:
                part = self.amount(version.amount, owner)
                return amount._replace(head=version.head, parts=(part,))
        return amount

    def now(self, version: AskedVersion) -> Truth:
        """Tell whether a version of a quantity is in force."""
        start, end = version.head.start, version.head.end
        if start is None and end is None:
            return True
        return in_force(self.scope.day(self.skeleton.law_day), start, end)

    def of_members(self, asked: AskedAmount, thing: T) -> Amount:
        """Return the number of some members of a list, or a sum over all."""
        value, nothing = self.scope.amount(asked, thing)
        listed = self.scope.used(Read(Source.MEMBERS, asked.kind, ""), thing)
        group = self.scope.members(asked.kind, thing)
        number = None if group is None else len(group)
        amount = Amount(asked.head, value, nothing, listed.path, number=number)
        if asked.head.makes is Makes.SUM:
            parts = tuple(self.member(asked.parts[0], one) for one in group or ())
            return amount._replace(parts=parts)
        counted = self.scope.counted(asked.place, thing) or ()
        wanted = None if value is None else True
        return amount._replace(
            counted=tuple(path for path, truth in counted if truth is wanted)
        )

    def member(self, asked: AskedAmount, thing: T) -> Amount:
        """Return the amount of a member of a list."""
        part = self.amount(asked, thing)
        head = AmountHead(Makes.MEMBER, part.head.type, part.head.currency)
        return Amount(head, part.value, part.nothing, self.scope.path(thing), parts=(part,))
