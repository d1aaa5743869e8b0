"""Reasoning trees over the classes of a generated module: the case as `asking` sees it.

Standard library only. A generated module lists here where its facts, lists and functions are
(`Tables`); `Seen` is a thing with its path and what stands above it; `Trace` is a decision
with the truth of every provision, from which trees are built when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from lawc.runtime.asking import Read, Skeleton, Source, explanations, shown, where
from lawc.runtime.logic import CONTRADICTION, NOTHING, State, any_of, known
from lawc.runtime.reasons import Answer, Explanation, FactUsed, Gift, Plain
from lawc.runtime.values import Truth

Function = Callable[..., Any]


class Seen:
    """A thing of `kind` with its path in the case; `line` is itself and all above it."""

    __slots__ = ("kind", "line", "path", "thing")

    def __init__(self, kind: str, path: str, thing: Any, above: tuple[Seen, ...]) -> None:
        self.kind = kind
        self.path = path
        self.thing = thing
        self.line: tuple[Seen, ...] = (self, *above)


class About(NamedTuple):
    """A function and the kinds of the things that it is called with."""

    ask: Function
    kinds: tuple[str, ...]


class Reader(NamedTuple):
    """How a fact is read: its attribute, what the assumptions add, whether it is a fraction."""

    attribute: str
    assumed: Function | None
    fraction: bool


class Listed(NamedTuple):
    """Where the members of a kind are: the kind above, its attribute, the key in JSON."""

    parent: str
    attribute: str
    key: str


class Asking(NamedTuple):
    """One decision about a kind: its key, and the function that lists what it needs."""

    key: str
    fraction: bool
    needed: Function


class Deciding(NamedTuple):
    """The decisions about a kind.

    `made` finds all about a thing, `tried` settles by cases what it leaves open; `rules` are
    the places of the rules whose truths it returns.
    """

    decisions: tuple[Asking, ...]
    made: Function
    tried: Function | None
    rules: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """Where everything of a generated module is that reasoning trees ask for."""

    root: str
    skeleton: Skeleton
    leaves: tuple[About, ...]
    rules: tuple[About, ...]
    gifts: tuple[About, ...]
    facts: Mapping[tuple[str, str], Reader]
    values: Mapping[tuple[Source, str], tuple[About, bool]]
    lists: Mapping[str, Listed]
    deciding: Mapping[str, Deciding]


class Trace:
    """A decision with the truth of every provision; trees are built only when asked for."""

    __slots__ = ("_days", "_tables", "_thing", "decision")

    def __init__(self, tables: Tables, thing: Any, days: Any, decision: Any) -> None:
        self.decision = decision
        self._tables = tables
        self._thing = thing
        self._days = days

    @property
    def truths(self) -> dict[str, dict[str, Truth]]:
        """For each thing decided of, by its path, which provisions apply, by citation."""
        case = _Case(self._tables, self._days)
        root = Seen(self._tables.root, "", self._thing, ())
        return {one.path: _by_citation(case, one) for one in _decided_of(case, root)}

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """All grounds of every decision, as trees."""
        return explained(self._tables, self._thing, self._days)


def explained(tables: Tables, thing: Any, days: Any) -> tuple[Explanation, ...]:
    """Explain `thing`, if the law decides of it, and all below that it decides of."""
    scope = _Case(tables, days)
    return explanations(tables.skeleton, scope, Seen(tables.root, "", thing, ()))


def _decided_of(case: _Case, thing: Seen) -> Iterator[Seen]:
    """Yield `thing`, if the law decides of it, and every thing below that it decides of."""
    if thing.kind in case.tables.deciding:
        yield thing
    for kind, parent in case.tables.skeleton.kinds:
        if parent == thing.kind:
            for one in case.members(kind, thing) or ():
                yield from _decided_of(case, one)


def _by_citation(case: _Case, thing: Seen) -> dict[str, Truth]:
    """Return which provisions apply; one of several sentences, where one of them does."""
    found: dict[str, Truth] = {}
    for rule in case.tables.skeleton.grounds[thing.kind]:
        truth = case.applies(rule.place, thing)
        found[rule.citation] = any_of(truth, found.get(rule.citation, False))
    return found


def plain(found: Any, *, fraction: bool) -> Plain | None:
    """Return `found` as in JSON, None where there is no value."""
    if found is None or isinstance(found, State):
        return None
    return str(found.value) if isinstance(found, Enum) else shown(found, fraction=fraction)


@dataclass(slots=True)
class _Case:
    """The scope of reasoning trees, as the functions of a generated module see it."""

    tables: Tables
    days: Any
    made: dict[str, Any] = field(default_factory=dict)
    truths: dict[str, dict[int, Truth]] = field(default_factory=dict)
    groups: dict[tuple[str, str], tuple[Seen, ...] | None] = field(default_factory=dict)

    def call(self, about: About, thing: Seen) -> Any:
        """Return what a function finds about a thing, unknown where one it needs is absent."""
        things = [self.owner(kind, thing) for kind in about.kinds]
        if None in things:
            return None
        return about.ask(*[one.thing for one in things if one is not None], self.days)

    def found(self, kind: str, thing: Seen) -> Any:
        """Return all that the law makes of a thing, computed once."""
        if thing.path not in self.made:
            ask = self.tables.deciding[kind].made
            self.made[thing.path] = ask(*(one.thing for one in thing.line), self.days)
        return self.made[thing.path]

    def truth(self, place: int, thing: Seen) -> Truth:
        return known(self.call(self.tables.leaves[place], thing))

    def applies(self, place: int, thing: Seen) -> Truth:
        truths = self.truths.get(thing.path)
        if truths is None:
            truths = self.truths[thing.path] = self.applying(thing)
        if place in truths:
            return truths[place]
        return known(self.call(self.tables.rules[place], thing))

    def applying(self, thing: Seen) -> dict[int, Truth]:
        """Return which rules apply, of those that decisions about the thing rest on."""
        deciding = self.tables.deciding.get(thing.kind)
        if deciding is None:
            return {}
        return dict(zip(deciding.rules, self.found(thing.kind, thing)[-1], strict=True))

    def gifts(self, place: int, thing: Seen) -> tuple[Gift, ...]:
        about = self.tables.gifts[place]
        owner = self.owner(about.kinds[0], thing)
        if owner is None:
            return ()
        made = self.found(owner.kind, owner) if owner.kind in self.tables.deciding else None
        given = about.ask(*[one.thing for one in owner.line], self.days, made)
        return tuple(
            Gift(key, plain(value, fraction=fraction), known(when))
            for key, when, value, fraction in given
            if known(when) is not False and value is not NOTHING
        )

    def answers(self, kind: str, thing: Seen) -> tuple[Answer, ...]:
        deciding = self.tables.deciding[kind]
        made = self.found(kind, thing)
        open_ = tuple(n for n in range(len(deciding.decisions)) if made[3 * n] is None)
        settled: Any = {}
        if open_ and deciding.tried is not None:
            settled = deciding.tried(*(one.thing for one in thing.line), self.days, open_)
        return tuple(
            self.answer(deciding, n, thing, made, settled.get(n))
            for n in range(len(deciding.decisions))
        )

    def answer(
        self, deciding: Deciding, number: int, thing: Seen, made: Any, settled: Any
    ) -> Answer:
        asking = deciding.decisions[number]
        value, provisions, open_ = made[3 * number : 3 * number + 3]
        needed: tuple[str, ...] = ()
        by_cases: tuple[str, ...] = ()
        if settled is not None:
            value, provisions, unknown = settled
            by_cases = tuple(where(thing.line[c.depth].path, c.key) for c in unknown)
        elif value is None:
            paths = [one.path for one in thing.line if one.path]
            things = [one.thing for one in thing.line]
            needed = asking.needed(*things, self.days, *paths, made[-1], open_)
            if not needed:
                value = CONTRADICTION
            else:
                provisions = ()
        return Answer(
            asking.key,
            plain(value, fraction=asking.fraction),
            value is not None and value is not CONTRADICTION,
            provisions,
            needed,
            by_cases,
            value is CONTRADICTION,
            self.supplied(asking.key, thing) is not None,
        )

    def day(self, key: str) -> date | None:
        found: date | None = self.days.of(key)
        return found

    def owner(self, kind: str, thing: Seen) -> Seen | None:
        for one in thing.line:
            if one.kind == kind:
                return one
        return None

    def members(self, kind: str, thing: Seen) -> Sequence[Seen] | None:
        listed = self.tables.lists[kind]
        owner = self.owner(listed.parent, thing)
        if owner is None:
            return None
        place = (kind, owner.path)
        if place not in self.groups:
            self.groups[place] = self._members(kind, listed, owner)
        return self.groups[place]

    def _members(self, kind: str, listed: Listed, owner: Seen) -> tuple[Seen, ...] | None:
        group = getattr(owner.thing, listed.attribute)
        return None if group is None else tuple(_below(kind, listed, owner, group))

    def path(self, thing: Seen) -> str:
        return thing.path

    def used(self, read: Read, thing: Seen) -> FactUsed:
        match read.source:
            case Source.DAY:
                return FactUsed(read.key, plain(self.day(read.key), fraction=False))
            case Source.MEMBERS:
                return self._listed(read.kind, thing)
            case Source.FACT:
                return self._fact(read, thing)
            case _:
                owner = self.owner(read.kind, thing)
                if owner is None:
                    return FactUsed(read.key, None)
                about, fraction = self.tables.values[read.source, read.key]
                found = plain(self.value(read, about, owner), fraction=fraction)
                return FactUsed(where(owner.path, read.key), found)

    def value(self, read: Read, about: About, owner: Seen) -> Any:
        """Return a quantity, a concept or a decision of a thing."""
        if read.source is Source.DECISION:
            deciding = self.tables.deciding[read.kind]
            keys = [one.key for one in deciding.decisions]
            return self.found(read.kind, owner)[3 * keys.index(read.key)]
        return self.call(about, owner)

    def _fact(self, read: Read, thing: Seen) -> FactUsed:
        owner = self.owner(read.kind, thing)
        if owner is None:
            return FactUsed(read.key, None)
        reader = self.tables.facts[read.kind, read.key]
        supplied = getattr(owner.thing, reader.attribute)
        found = supplied
        if found is None and reader.assumed is not None:
            found = reader.assumed(owner.thing)
        assumed = found is not None and supplied is None
        return FactUsed(
            where(owner.path, read.key), plain(found, fraction=reader.fraction), assumed
        )

    def _listed(self, kind: str, thing: Seen) -> FactUsed:
        listed = self.tables.lists[kind]
        owner = self.owner(listed.parent, thing)
        group = self.members(kind, thing)
        path = where(owner.path if owner else "", listed.key)
        return FactUsed(path, None if group is None else len(group))

    def established(self, key: str, thing: Seen) -> Truth:
        return known(self.supplied(key, thing))

    def supplied(self, key: str, thing: Seen) -> Any:
        """Return what was supplied under `key` of `thing`."""
        return getattr(thing.thing, self.tables.facts[thing.kind, key].attribute)


def _below(kind: str, listed: Listed, owner: Seen, group: tuple[Any, ...]) -> Iterator[Seen]:
    path = where(owner.path, listed.key)
    for place, thing in enumerate(group):
        yield Seen(kind, f"{path}[{place}]", thing, owner.line)
