"""What a law asks of a thing, and the reasoning tree that the answers make.

The *skeleton* of a law is all that can be known of its reasoning trees before there is a case:
texts, citations, marks and what rests on what. `explanations` lays a case over it; the case is
seen through a `Scope` alone. Part of the specification: generated packages make the very same
trees, by `lawc.runtime.engine.trees`. Only conditions that rest on facts are asked for their
truth (`Scope.truth`); every other truth follows from the parts, so that a reader can check
each step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from enum import Enum
from typing import Generic, Protocol, TypeAlias, TypeVar

from lawc.records import dataclass
from lawc.runtime.logic import all_of, any_of, in_force
from lawc.runtime.reasons import (
    Answer,
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


class Source(Enum):
    """Where a value that is read comes from."""

    DAY = "day"  # a day the case is decided for; `kind` is empty
    FACT = "fact"
    QUANTITY = "quantity"
    CONCEPT = "concept"  # a concept inside a value
    DECISION = "decision"
    MEMBERS = "members"  # how many things of `kind` there are; `key` is empty


@dataclass(frozen=True, slots=True)
class Read:
    """A value that a condition reads; of a list, also what is read of each member."""

    source: Source
    kind: str
    key: str
    within: tuple[Read, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A node of the skeleton; the fields it shares with `Node` mean the same there.

    `place`: for FACTS the number of the condition, for APPLIES the number of the rule.
    `kind`: for SOME and EVERY the kind of the members, for DEFINITION that of the concept.
    `key`: for DEFINITION the concept. `reads` are the values behind `Node.facts`; for SOME
    and EVERY the list itself, told where it is unknown or empty.
    """

    rests: Rests
    text: str = ""
    citation: str = ""
    place: int = -1
    number: int = 0
    kind: str = ""
    key: str = ""
    reads: tuple[Read, ...] = ()
    parts: tuple[Asked, ...] = ()
    source: str = ""
    remark: str = ""
    head: Head = field(init=False, compare=False, repr=False)  # of every node made of it

    def __post_init__(self) -> None:
        head = Head(
            self.text,
            self.rests,
            self.citation,
            self.number,
            self.source,
            self.remark,
            self.key,
        )
        object.__setattr__(self, "head", head)


@dataclass(frozen=True, slots=True)
class Version:
    """What a concept means from `start` to `end`, both included; None is open."""

    condition: Asked
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class AskedRule:
    """A ground of the skeleton; `place` is the number of the rule in the law.

    `displacers` are the numbers and citations of the rules that displace it.
    """

    place: int
    citation: str
    text: str
    condition: Asked
    displacers: tuple[tuple[int, str], ...] = ()
    start: date | None = None
    end: date | None = None
    source: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The reasoning trees of a law without a case.

    `kinds` are the kinds of things with their parents, in the order of the law. `grounds`
    has the rules asked of each kind that the law decides of, `definitions` the versions of
    each concept. `law_day` is the day by which versions are chosen, empty if there are none.
    """

    kinds: tuple[tuple[str, str], ...]
    grounds: Mapping[str, tuple[AskedRule, ...]]
    definitions: Mapping[str, tuple[Version, ...]]
    law_day: str = ""


class Scope(Protocol[T]):
    """A case as reasoning trees see it; a thing stands for itself and all above it."""

    def truth(self, place: int, thing: T) -> Truth:
        """Tell whether condition number `place` holds of `thing`."""

    def applies(self, place: int, thing: T) -> Truth:
        """Tell whether rule number `place` applies to `thing`."""

    def gifts(self, place: int, thing: T) -> tuple[Gift, ...]:
        """Return what rule number `place` gives `thing` if it applies."""

    def answers(self, kind: str, thing: T) -> tuple[Answer, ...]:
        """Return every decision about things of `kind`, of `thing`."""

    def day(self, key: str) -> date | None:
        """Return the day that the case is decided for under `key`."""

    def owner(self, kind: str, thing: T) -> T | None:
        """Return `thing` or the thing above it that is of `kind`."""

    def members(self, kind: str, thing: T) -> Sequence[T] | None:
        """Return the things of `kind` of the thing in scope, None if not known."""

    def path(self, thing: T) -> str:
        """Return the path of `thing` in the case, empty for the whole."""

    def used(self, read: Read, thing: T) -> FactUsed:
        """Return the value read with its path; of members their number."""

    def established(self, key: str, thing: T) -> Truth:
        """Return what was supplied for concept `key` of `thing`, None if nothing."""


# --- laying a case over the skeleton ----------------------------------------------------


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
        return Ground(
            Cited(asked.citation, asked.text, asked.source, asked.remark),
            self.scope.applies(asked.place, thing),
            self.node(asked.condition, thing),
            self.scope.gifts(asked.place, thing),
            displaced,
            perhaps,
            self.now(asked),
        )

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
