"""The answers of the interpreter in the envelope that results have as JSON."""

from __future__ import annotations

from typing import Any

from lawc.ir import nodes as ir
from lawc.ir.types import Basic, Choice, Money, Type
from lawc.ir.walk import unread_days
from lawc.meaning.answers import Answer, answer
from lawc.meaning.cases import Thing
from lawc.meaning.lapsed import lapsed
from lawc.meaning.truth import NOTHING, UNKNOWN, State
from lawc.meaning.world import World, stated
from lawc.runtime.results import Answer as Told
from lawc.runtime.results import (
    DecidedUnder,
    Status,
    answer_dict,
    thing_dict,
)
from lawc.runtime.results import envelope as envelope_of


def envelope(world: World, thing: Thing, digest: str, label: object = None) -> dict[str, Any]:
    """Return all that the law decides of a case; `digest` is that of its `law.json`."""
    said = {one.key: world.parameters.get(one.key, one.value) for one in world.law.parameters}
    said |= {key: world.parameters.get(key) for key in world.law.idle_days}
    unread = unread_days(world.law)
    days = {key: day for key, day in said.items() if day is not None or key not in unread}
    law = DecidedUnder(world.law.act, digest, days)
    return envelope_of(law, label, results(world, thing))


def results(world: World, thing: Thing) -> dict[str, Any]:
    """Return all that the law decides of `thing` and of what is below it."""
    decisions = {
        one.name: answer_dict(
            type_word(one.type), _told(world, thing, answer(world, one, thing))
        )
        for one in world.law.decisions
        if one.kind == thing.kind
    }
    groups = {
        kind.field: thing.members.get(kind.key)
        for kind in world.law.kinds
        if kind.parent == thing.kind and kind.field and reports(world.law, kind.key)
    }
    unknown = [thing.where(field) for field, group in groups.items() if group is None]
    members = {
        field: None if group is None else [results(world, one) for one in group]
        for field, group in groups.items()
    }
    return thing_dict(decisions, unknown, members)


def reports(law: ir.Law, kind: str) -> bool:
    """Tell whether the law decides of things of `kind` or of things below them."""
    return any(one.kind == kind for one in law.decisions) or any(
        reports(law, one.key) for one in law.kinds if one.parent == kind
    )


def type_word(type_: Type) -> str:
    """Return the word for how values of a type are written as JSON."""
    match type_:
        case Choice():
            return "choice"
        case Money():
            return Basic.NUMBER.value
        case Basic():
            return type_.value


def _told(world: World, thing: Thing, made: Answer) -> Told:
    established = stated(world, thing, made.decision.key) is not UNKNOWN
    value, status = made.value, Status.DECIDED
    if value is UNKNOWN:
        status = Status.OPEN
    elif isinstance(value, State):
        status = Status(value.value)
    decided = None if isinstance(value, State) else value
    if value is NOTHING and (out := lapsed(world, made, thing)):
        citations = tuple(one.citation for one in out)
        return Told(None, Status.NOT_IN_FORCE, citations, (), established)
    return Told(decided, status, made.provisions, made.needed, established, made.untried)
