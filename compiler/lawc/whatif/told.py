"""Changes that would alter the answers of a case, as plain values for documents."""

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
from lawc.whatif.opened import open_answer
from lawc.whatif.places import Place


class Supposed(NamedTuple):
    """A fact that would be another: its path and values, None if not known before.

    `words` are those of the vocabulary, if any: "the damage were compensated in full", with
    `[value]` for the value. `near`: it is a fact of the thing explained, or of one above it.
    """

    path: str
    before: Plain | None
    after: Plain
    words: str
    near: bool


@dataclass(frozen=True, slots=True)
class PlainChange:
    """Facts supposed together, the elements they turn, and each answer now and then."""

    facts: tuple[Supposed, ...]
    turned: tuple[str, ...]
    answers: tuple[tuple[Answer, Answer], ...]


class Matter(NamedTuple):
    """A missing fact: whether it matters (None: not known), and values that settle alone."""

    path: str
    matters: bool | None
    alone: tuple[tuple[Plain | None, Plain | None], ...]


@dataclass(frozen=True, slots=True)
class PlainOpenAnswer:
    """An open answer: the values it can have (None: nothing), all of them if `complete`."""

    decision: str
    outcomes: tuple[Plain | None, ...]
    complete: bool
    missing: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The changes that would alter the answers about a thing; see `lawc.whatif.changes`."""

    thing: str
    changes: tuple[PlainChange, ...]
    changeable: tuple[str, ...]
    size: int
    same: tuple[tuple[str, bool], ...]
    partly: tuple[str, ...]
    opened: tuple[PlainOpenAnswer, ...]


def what_if(world: World, thing: Thing) -> tuple[WhatIf, ...]:
    """Return the changes for `thing` and every thing below it that the law decides about."""
    return tuple(_what_if(world, thing))


def _what_if(world: World, thing: Thing) -> Iterator[WhatIf]:
    if any(decision.kind == thing.kind for decision in world.law.decisions):
        yield _what_if_of(world, thing)
    for kind in world.law.kinds:
        if kind.parent == thing.kind:
            for member in members(world, thing, kind.key) or ():
                yield from _what_if(world, member)


def _what_if_of(world: World, thing: Thing) -> WhatIf:
    of_thing = changes(world, thing)
    return WhatIf(
        thing.path,
        tuple(_change(world, thing, change) for change in of_thing.smallest),
        tuple(place.path for place in of_thing.changeable),
        of_thing.size,
        tuple((decision.key, sure) for decision, sure in of_thing.same),
        tuple(place.path for place in of_thing.partly),
        tuple(_opened(world, thing)),
    )


def _change(world: World, thing: Thing, change: Change) -> PlainChange:
    facts = tuple(
        Supposed(
            changed.place.path,
            plain(changed.before, changed.place.declared.type),
            _plain(changed.after, changed.place),
            _words(changed.place, _plain(changed.after, changed.place)),
            thing.of(changed.place.owner.kind) is changed.place.owner,
        )
        for changed in change.facts
    )
    answers = tuple(
        (answered(world, decision, thing), answered(change.world, decision, thing))
        for decision in change.decisions
    )
    return PlainChange(facts, change.turned, answers)


def _plain(value: ir.Value, place: Place) -> Plain:
    written = plain(value, place.declared.type)
    assert written is not None, "a value is not missing"
    return written


def _words(place: Place, value: Plain) -> str:
    becoming = place.declared.becoming
    words = dict(becoming.supposed) if becoming else {}
    key = str(value).lower() if isinstance(value, bool) else str(value)
    return words.get(key, words.get("", ""))


def _opened(world: World, thing: Thing) -> Iterator[PlainOpenAnswer]:
    for decision in world.law.decisions:
        answer = open_answer(world, decision, thing) if decision.kind == thing.kind else None
        if answer is not None:
            missing = tuple(
                Matter(
                    fact.place.path,
                    fact.matters,
                    tuple(
                        (plain(value, fact.place.declared.type), plain(settled, decision.type))
                        for value, settled in fact.alone
                    ),
                )
                for fact in answer.missing
            )
            outcomes = tuple(plain(value, decision.type) for value in answer.outcomes)
            yield PlainOpenAnswer(decision.key, outcomes, answer.complete, missing)
