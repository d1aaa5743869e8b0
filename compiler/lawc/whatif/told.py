"""What would change the answers of a case, as plain values: what documents are made from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lawc.ir import nodes as ir
from lawc.meaning.cases import Thing
from lawc.meaning.explain import answered, plain
from lawc.meaning.world import World, members
from lawc.records import dataclass
from lawc.runtime.amounts import Plain
from lawc.runtime.reasons import Answer
from lawc.whatif.changes import Change, changes
from lawc.whatif.opened import opened
from lawc.whatif.places import Place


class Supposed(NamedTuple):
    """A fact that would be another: its path and values, None if not known before.

    `words` say it for a reader, "the damage were compensated in full", where the vocabulary
    does; `[value]` in them stands for the value. `near`: it is of the thing explained, or of
    one above it.
    """

    path: str
    before: Plain | None
    after: Plain
    words: str
    near: bool


@dataclass(frozen=True, slots=True)
class ChangeTold:
    """Facts supposed together, the elements they turn, and answers: now, and then."""

    facts: tuple[Supposed, ...]
    turned: tuple[str, ...]
    answers: tuple[tuple[Answer, Answer], ...]


class Matter(NamedTuple):
    """A missing fact: whether it matters (None: not known), and what values of it settle."""

    path: str
    matters: bool | None
    alone: tuple[tuple[Plain | None, Plain | None], ...]


@dataclass(frozen=True, slots=True)
class OpenTold:
    """An open answer: what it can be (None: nothing), all of it if `complete`."""

    decision: str
    outcomes: tuple[Plain | None, ...]
    complete: bool
    missing: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What would change the answers about one thing; see `lawc.whatif.changes`."""

    thing: str
    changes: tuple[ChangeTold, ...]
    changeable: tuple[str, ...]
    size: int
    same: tuple[tuple[str, bool], ...]
    partly: tuple[str, ...]
    opened: tuple[OpenTold, ...]


def what_if(world: World, thing: Thing) -> tuple[WhatIf, ...]:
    """Return what would change the answers about `thing` and every decided thing below it."""
    return tuple(_what_if(world, thing))


def _what_if(world: World, thing: Thing) -> Iterator[WhatIf]:
    if any(one.kind == thing.kind for one in world.law.decisions):
        yield _of(world, thing)
    for kind in world.law.kinds:
        if kind.parent == thing.kind:
            for one in members(world, thing, kind.key) or ():
                yield from _what_if(world, one)


def _of(world: World, thing: Thing) -> WhatIf:
    found = changes(world, thing)
    told = tuple(_change(world, thing, one) for one in found.found)
    return WhatIf(
        thing.path,
        told,
        tuple(place.path for place in found.changeable),
        found.size,
        tuple((one.key, sure) for one, sure in found.same),
        tuple(place.path for place in found.partly),
        tuple(_opened(world, thing)),
    )


def _change(world: World, thing: Thing, change: Change) -> ChangeTold:
    facts = tuple(
        Supposed(
            one.place.path,
            plain(one.before, one.place.declared.type),
            _plain(one.after, one.place),
            _words(one.place, _plain(one.after, one.place)),
            thing.of(one.place.owner.kind) is one.place.owner,
        )
        for one in change.facts
    )
    answers = tuple(
        (answered(world, one, thing), answered(change.world, one, thing))
        for one in change.decisions
    )
    return ChangeTold(facts, change.turned, answers)


def _plain(value: ir.Value, place: Place) -> Plain:
    found = plain(value, place.declared.type)
    assert found is not None, "a value is not missing"
    return found


def _words(place: Place, value: Plain) -> str:
    becoming = place.declared.becoming
    said = dict(becoming.supposed) if becoming else {}
    key = str(value).lower() if isinstance(value, bool) else str(value)
    return said.get(key, said.get("", ""))


def _opened(world: World, thing: Thing) -> Iterator[OpenTold]:
    for one in world.law.decisions:
        found = opened(world, one, thing) if one.kind == thing.kind else None
        if found is not None:
            missing = tuple(
                Matter(
                    each.place.path,
                    each.matters,
                    tuple(
                        (plain(value, each.place.declared.type), plain(made, one.type))
                        for value, made in each.alone
                    ),
                )
                for each in found.missing
            )
            outcomes = tuple(plain(value, one.type) for value in found.outcomes)
            yield OpenTold(one.key, outcomes, found.complete, missing)
