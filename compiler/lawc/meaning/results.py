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
from lawc.runtime.results import Answer as Reported
from lawc.runtime.results import (
    DecidedUnder,
    Status,
    answer_dict,
    thing_dict,
)
from lawc.runtime.results import envelope as envelope_of


def envelope(world: World, thing: Thing, digest: str, label: object = None) -> dict[str, Any]:
    """Return all that the law decides of a case; `digest` is that of its `law.json`."""
    days_by_key = {
        parameter.key: world.parameters.get(parameter.key, parameter.value)
        for parameter in world.law.parameters
    }
    days_by_key |= {key: world.parameters.get(key) for key in world.law.idle_days}
    unread = unread_days(world.law)
    days = {
        key: day for key, day in days_by_key.items() if day is not None or key not in unread
    }
    law = DecidedUnder(world.law.act, digest, days)
    return envelope_of(law, label, results(world, thing))


def results(world: World, thing: Thing) -> dict[str, Any]:
    """Return all that the law decides of `thing` and of the things below it."""
    decisions = {
        decision.name: answer_dict(
            type_word(decision.type), _reported(world, thing, answer(world, decision, thing))
        )
        for decision in world.law.decisions
        if decision.kind == thing.kind
    }
    groups = {
        kind.field: thing.members.get(kind.key)
        for kind in world.law.kinds
        if kind.parent == thing.kind and kind.field and reports(world.law, kind.key)
    }
    unknown = [thing.where(field) for field, group in groups.items() if group is None]
    members = {
        field: None if group is None else [results(world, member) for member in group]
        for field, group in groups.items()
    }
    return thing_dict(decisions, unknown, members)


def reports(law: ir.Law, kind: str) -> bool:
    """Return whether the law decides of things of `kind` or of things below them."""
    return any(decision.kind == kind for decision in law.decisions) or any(
        reports(law, child.key) for child in law.kinds if child.parent == kind
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


def _reported(world: World, thing: Thing, answer: Answer) -> Reported:
    established = stated(world, thing, answer.decision.key) is not UNKNOWN
    value, status = answer.value, Status.DECIDED
    if value is UNKNOWN:
        status = Status.OPEN
    elif isinstance(value, State):
        status = Status(value.value)
    decided = None if isinstance(value, State) else value
    if value is NOTHING and (out := lapsed(world, answer, thing)):
        citations = tuple(provision.citation for provision in out)
        return Reported(None, Status.NOT_IN_FORCE, citations, (), established)
    return Reported(
        decided, status, answer.provisions, answer.needed, established, answer.untried
    )
