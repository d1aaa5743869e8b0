"""A case of which nothing is known: things with terms for facts, up to a number of members."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import z3

from lawc.backends.smt.dates import fresh, valid
from lawc.backends.smt.terms import FALSE, TRUE, Names, Val, conj, disj
from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Type
from lawc.meaning.world import suppliable
from lawc.records import dataclass
from lawc.runtime.values import Provision


@dataclass(frozen=True)
class Thing:
    """A thing that may exist: `there` says whether its list is long enough to contain it."""

    kind: str
    path: str
    parent: Thing | None
    there: z3.BoolRef
    facts: Mapping[str, Val]  # facts, and what may be supplied as established
    lists: Mapping[str, List]

    def of(self, kind: str) -> Thing | None:
        """Return this thing or the one above it that is of `kind`."""
        if self.kind == kind:
            return self
        return None if self.parent is None else self.parent.of(kind)


@dataclass(frozen=True)
class List:
    """The members of a kind that a thing has, if they are known.

    `more` says whether there are members beyond `members`: any number, of which nothing is
    known. `length` counts them too. `any_member` may be any of these, None where a list has no
    more members than are spelled out.
    """

    path: str
    known: z3.BoolRef
    length: Any
    members: tuple[Thing, ...]
    more: z3.BoolRef
    any_member: Thing | None


@dataclass(frozen=True)
class Case:
    """A whole case: the things, the days it is decided for, the conditions on its terms.

    `values` has the possible values of each fact that is a choice.
    """

    root: Thing
    days: Mapping[str, Val]
    sides: tuple[z3.BoolRef, ...]
    values: Mapping[tuple[str, str], frozenset[str]]


class Cases:
    """A maker of cases of one law; texts and provisions are numbers there (`names`)."""

    def __init__(self, law: ir.Law, records: tuple[Provision, ...], names: Names) -> None:
        self.law = law
        self.records = records
        self.names = names
        self._sides: list[z3.BoolRef] = []
        self._more = False
        self._lengths: Mapping[str, int] = {}

    def case(self, lengths: Mapping[str, int], *, more: bool = False) -> Case:
        """Return a case whose lists have so many members at most, by kind, or `more`."""
        self._sides = []
        self._more = more
        self._lengths = lengths
        kind = next(kind for kind in self.law.kinds if kind.parent is None)
        root = self._thing(kind, "", None, z3.BoolVal(True))
        days = {key: self._term(f"day.{key}", Basic.DATE) for key in day_keys(self.law)}
        values = {
            (fact.kind, fact.key): frozenset(fact.type.values)
            for fact in self.law.facts
            if isinstance(fact.type, Choice)
        }
        return Case(root, days, tuple(self._sides), values)

    def _thing(
        self, kind: ir.Kind, path: str, parent: Thing | None, there: z3.BoolRef
    ) -> Thing:
        facts = {
            key: self._term(f"{path}.{key}" if path else key, type_)
            for key, type_ in suppliable(self.law, kind.key).items()
        }
        lists: dict[str, List] = {}
        thing = Thing(kind.key, path, parent, there, facts, lists)
        for member in self.law.kinds:
            if member.parent == kind.key and member.field is not None:
                lists[member.key] = self._list(member, path, thing)
        return thing

    def _list(self, kind: ir.Kind, path: str, above: Thing) -> List:
        most = self._lengths[kind.key]
        name = f"{path}.{kind.field}" if path else str(kind.field)
        known, length = z3.Bool(f"{name}?"), z3.Int(f"{name}#")
        more = z3.Bool(f"{name}+") if self._more else FALSE
        self._sides += [length >= 0, z3.Or(length > most, z3.Not(more))]
        self._sides.append(z3.Or(length <= most, more))
        members = tuple(
            self._thing(kind, f"{name}[{n}]", above, conj([above.there, known, length > n]))
            for n in range(most)
        )
        any_member = self._thing(kind, f"{name}[+]", above, TRUE) if self._more else None
        return List(name, known, length, members, more, any_member)

    def _term(self, name: str, type_: Type) -> Val:
        known = z3.Bool(f"{name}?")
        term: Any
        match type_:
            case Basic.TRUTH:
                term = z3.Bool(name)
            case Basic.COUNT:
                term = z3.Int(name)
                self._sides.append(term >= 0)
            case Basic.DATE:
                term = fresh(name)
                self._sides.append(valid(term))
            case Basic.PROVISION:
                term = z3.Int(name)
                numbers = [self.names.number(record) for record in self.records]
                self._sides.append(disj([term == n for n in numbers]))
            case Choice(_, values):
                term = z3.Int(name)
                self._sides.append(disj([term == self.names.number(value) for value in values]))
            case _:
                term = z3.Real(name)
        return Val(term, known)


def day_keys(law: ir.Law) -> tuple[str, ...]:
    """Return the days that a case is decided for."""
    keys = [parameter.key for parameter in law.parameters]
    return tuple(dict.fromkeys([*keys, *([law.law_day] if law.law_day else [])]))


def every_thing(thing: Thing, *, any_member: bool = False) -> Iterator[Thing]:
    """Yield a thing and all below it, with `any_member` also the members of that name."""
    yield thing
    for group in thing.lists.values():
        for member in group.members:
            yield from every_thing(member, any_member=any_member)
        if any_member and group.any_member is not None:
            yield from every_thing(group.any_member, any_member=True)
