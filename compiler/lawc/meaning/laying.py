"""A case laid over the skeleton of a law: the reasoning trees of the answers.

Part of the specification. The case is asked only for the truth of conditions that rest on facts
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
    Reasons,
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
    return tuple(Reading(skeleton, scope).explanations(kind, root))


@dataclass(frozen=True)
class Reading(Generic[T]):
    """One case being read. Each of these is read once, however often it is used.

    - a concept of a thing;
    - a condition of a list, for all that the owner of the list contains;
    - the rules that displace several: a skeleton may have one tuple of them for all.
    """

    skeleton: Skeleton
    scope: Scope[T]
    meanings: dict[tuple[str, str], Node] = field(default_factory=dict)
    groups: dict[tuple[int, str], Node] = field(default_factory=dict)
    displacing: dict[tuple[int, str], _Displacing] = field(default_factory=dict)
    quantities: dict[tuple[str, str], Amount] = field(default_factory=dict)

    def explanations(self, kind: str, thing: T) -> Iterator[Explanation]:
        """Yield the explanations of a thing and of those below it."""
        if kind in self.skeleton.grounds:
            rules = self.skeleton.grounds[kind]
            grounds = tuple(
                self.ground(rule, thing) for rule in rules if self.now(rule) is not False
            )
            answers = self.scope.answers(kind, thing)
            yield Explanation(self.scope.path(thing), answers, grounds)
        for key, parent in self.skeleton.kinds:
            if parent == kind:
                for member in self.scope.members(key, thing) or ():
                    yield from self.explanations(key, member)

    def now(self, part: AskedRule | Version) -> Truth:
        """Return whether `part` is in force on the day whose law is applied."""
        if part.start is None and part.end is None:
            return True
        return in_force(self.scope.day(self.skeleton.law_day), part.start, part.end)

    def ground(self, rule: AskedRule, thing: T) -> Ground:
        """Return the ground of a rule about a thing."""
        displaced, perhaps = self.displaced(rule.displacers, thing)
        applies = self.scope.applies(rule.place, thing)
        return Ground(
            Cited(rule.citation, rule.text, rule.source, rule.remark),
            applies,
            Reasons(
                self.node(rule.condition, thing),
                tuple(self.gifts(rule, applies, thing)),
                displaced,
                perhaps,
            ),
            self.now(rule),
        )

    def amount(self, bone: AskedAmount, thing: T) -> Amount:
        """Return an amount of a thing."""
        return _Amounts(self.skeleton, self.scope, self.quantities).amount(bone, thing)

    def gifts(self, rule: AskedRule, applies: Truth, thing: T) -> Iterator[Gift]:
        """Yield the gifts of a rule; if it may apply, with the parts of their amounts."""
        amounts = _Amounts(self.skeleton, self.scope, self.quantities)
        for number, gift in self.scope.gifts(rule.place, thing):
            amount = rule.gives[number]
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

    def node(self, bone: Asked, thing: T) -> Node:
        """Return the node of a condition about a thing."""
        match bone.rests:
            case Rests.FACTS:
                truth = self.scope.truth(bone.place, thing)
                return _node(bone, truth, facts=self.facts(bone, thing))
            case Rests.APPLIES:
                return _node(bone, self.scope.applies(bone.place, thing))
            case Rests.DEFINITION | Rests.ESTABLISHED:
                return self.concept(bone, thing)
            case Rests.SOME | Rests.EVERY:
                return self.quantified(bone, thing)
            case _:
                parts = tuple(self.node(part, thing) for part in bone.parts)
                return _node(bone, _joined(bone, parts), parts)

    def quantified(self, bone: Asked, thing: T) -> Node:
        """Return the node of a condition about the members of a list."""
        parent = next(above for kind, above in self.skeleton.kinds if kind == bone.kind)
        owner = self.scope.owner(parent, thing)
        if owner is None:
            return self.of_members(bone, thing)
        place = (id(bone), self.scope.path(owner))
        if place not in self.groups:
            self.groups[place] = self.of_members(bone, thing)
        return self.groups[place]

    def of_members(self, bone: Asked, thing: T) -> Node:
        """Return the node of the members of a list that is read once."""
        group = self.scope.members(bone.kind, thing)
        if group is None:
            return _node(bone, None, facts=self.facts(bone, thing))
        parts = tuple(self.member(bone.parts[0], member) for member in group)
        facts = () if parts else self.facts(bone, thing)
        return _node(bone, _joined(bone, parts), parts, facts)

    def member(self, bone: Asked, thing: T) -> Node:
        """Return the node of a member of a list."""
        node, path = self.node(bone, thing), self.scope.path(thing)
        if node.text or node.citation:
            return Node(Head(path, Rests.ALL), node.truth, parts=(node,))
        return node._replace(head=node.head._replace(text=path))

    def concept(self, bone: Asked, thing: T) -> Node:
        """Return the node of a concept, with its meaning."""
        owner = self.scope.owner(bone.kind, thing)
        if owner is None:
            return _node(bone, None)
        place = (bone.key, self.scope.path(owner))
        if place not in self.meanings:
            self.meanings[place] = self.meaning(bone.key, owner)
        node = self.meanings[place]
        return Node(bone.head._replace(rests=node.rests), *node[1:])

    def meaning(self, key: str, owner: T) -> Node:
        """Return the meaning of a concept of a thing."""
        supplied = self.scope.established(key, owner)
        if supplied is not None:
            fact = FactUsed(where(self.scope.path(owner), key), supplied)
            return Node(Head("", Rests.ESTABLISHED), supplied, (fact,))
        parts = tuple(
            self.version(version, owner)
            for version in self.skeleton.definitions[key]
            if self.now(version) is not False
        )
        truth = any_of(*(part.truth for part in parts))
        return Node(Head("", Rests.DEFINITION), truth, parts=parts)

    def version(self, version: Version, owner: T) -> Node:
        """Return the node of a version of a concept."""
        node = self.node(version.condition, owner)
        if self.now(version):
            return node
        day = FactUsed(self.skeleton.law_day, None)
        return node._replace(truth=all_of(node.truth, None), facts=(day, *node.facts))

    def facts(self, bone: Asked, thing: T) -> tuple[FactUsed, ...]:
        """Return the facts that a node reads."""
        return tuple(dict.fromkeys(self.used(bone.reads, thing))) if bone.reads else ()

    def used(self, reads: tuple[Read, ...], thing: T) -> Iterator[FactUsed]:
        """Yield the facts that are read of a thing."""
        for read in reads:
            yield self.scope.used(read, thing)
            if read.within:
                for member in self.scope.members(read.kind, thing) or ():
                    yield from self.used(read.within, member)


def _joined(bone: Asked, parts: tuple[Node, ...]) -> Truth:
    return following(bone.rests, bone.number, [part.truth for part in parts])


def _node(
    bone: Asked,
    truth: Truth,
    parts: tuple[Node, ...] = (),
    facts: tuple[FactUsed, ...] = (),
) -> Node:
    return Node(bone.head, truth, facts, parts)


# --- amounts ----------------------------------------------------------------------------


@dataclass(frozen=True)
class _Amounts(Generic[T]):
    """The amounts of one case; a quantity is laid out once for each thing that has it."""

    skeleton: Skeleton
    scope: Scope[T]
    quantities: dict[tuple[str, str], Amount] = field(default_factory=dict)

    def amount(self, bone: AskedAmount, thing: T) -> Amount:
        """Return an amount of a thing."""
        match bone.head.makes:
            case Makes.WRITTEN:
                return Amount(bone.head, bone.written)
            case Makes.DAY:
                day = self.scope.used(Read(Source.DAY, "", bone.head.key), thing)
                return Amount(bone.head, day.value)
            case Makes.FACT:
                fact = self.scope.used(Read(Source.FACT, bone.kind, bone.head.key), thing)
                return Amount(bone.head, fact.value, False, fact.path, fact.assumed)
            case Makes.QUANTITY | Makes.DECISION:
                return self.named(bone, thing)
            case Makes.COUNT | Makes.SUM:
                return self.of_members(bone, thing)
        value, nothing = self.scope.amount(bone, thing)
        parts = tuple(self.amount(part, thing) for part in bone.parts)
        rows = rows_used(bone.head, parts[0].value) if bone.head.rows else ()
        return Amount(bone.head, value, nothing, parts=parts, rows=rows)

    def named(self, bone: AskedAmount, thing: T) -> Amount:
        """Return the amount of a quantity, or of a decision."""
        owner = self.scope.owner(bone.kind, thing)
        if owner is None:
            return Amount(bone.head, None)
        place = (bone.head.key, self.scope.path(owner))
        if place not in self.quantities:
            value, nothing = self.scope.amount(bone, thing)
            path = where(self.scope.path(owner), bone.head.key)
            amount = Amount(bone.head, value, nothing, path)
            if bone.head.makes is Makes.QUANTITY:
                amount = self.quantity(amount, owner)
            elif not self.scope.supplied(bone.head.key, owner):
                cited = self.scope.provisions(bone.head.key, owner)
                amount = amount._replace(provisions=cited)
            self.quantities[place] = amount
        return self.quantities[place]

    def quantity(self, amount: Amount, owner: T) -> Amount:
        """Return the amount of a quantity as the version in force states it."""
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
        """Return whether a version of a quantity is in force."""
        start, end = version.head.start, version.head.end
        if start is None and end is None:
            return True
        return in_force(self.scope.day(self.skeleton.law_day), start, end)

    def of_members(self, bone: AskedAmount, thing: T) -> Amount:
        """Return the number of some members of a list, or a sum over all."""
        value, nothing = self.scope.amount(bone, thing)
        listed = self.scope.used(Read(Source.MEMBERS, bone.kind, ""), thing)
        group = self.scope.members(bone.kind, thing)
        number = None if group is None else len(group)
        amount = Amount(bone.head, value, nothing, listed.path, number=number)
        if bone.head.makes is Makes.SUM:
            parts = tuple(self.member(bone.parts[0], member) for member in group or ())
            return amount._replace(parts=parts)
        counted = self.scope.counted(bone.place, thing) or ()
        wanted = None if value is None else True
        return amount._replace(
            counted=tuple(path for path, truth in counted if truth is wanted)
        )

    def member(self, bone: AskedAmount, thing: T) -> Amount:
        """Return the amount of a member of a list."""
        part = self.amount(bone, thing)
        head = AmountHead(Makes.MEMBER, part.head.type, part.head.currency)
        return Amount(head, part.value, part.nothing, self.scope.path(thing), parts=(part,))
